"""What holds for everything that the program writes, whatever it was given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from reader.language.addresses import is_web_address
from tests.whole import hostile

EMPHASIS = re.compile("\x1b\\[(?:1|2|4|22|24)m")
"""What a command may send a terminal beside text: bold, dim, underlined, and their ends."""

TAGS = frozenset(
    (
        *("html", "head", "meta", "title", "style", "body", "header", "main", "article", "section"),
        *(
            "div",
            "span",
            "p",
            "h1",
            "h2",
            "h3",
            "ul",
            "li",
            "dl",
            "dt",
            "dd",
            "dfn",
            "a",
            "em",
            "blockquote",
        ),
        *("time", "svg", "line", "circle", "rect", "text", "desc"),
    )
)
ATTRIBUTES = frozenset(
    (
        *("lang", "class", "id", "href", "title", "datetime", "aria-describedby"),
        *("aria-labelledby", "role", "charset", "name", "content", "http-equiv", "viewbox"),
        *("width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx"),
        "text-anchor",
    )
)
VOID = frozenset(("meta",))
ANCHOR = re.compile(r'<a id="[a-z][a-z0-9-]*">|</a>')
"""The one element in Markdown, which has no anchor of its own."""


def harmless(data: bytes, *, emphasis: bool = False) -> str:
    """Return what was written; nothing in it steers a terminal or deceives its reader."""
    text = data.decode("utf-8")
    left = EMPHASIS.sub("", text) if emphasis else text
    found = hostile.HARMFUL.search(left)
    assert not found, (
        f"{found[0]!r} was written: {left[max(0, found.start() - 60) : found.end() + 60]!r}"
    )
    assert "Traceback (most recent call last)" not in text, text
    return text


class Page(HTMLParser):
    """A page, which has nothing but what the program's own pages are made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.led_to: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, f"an element {tag}"
        for name, value in attrs:
            assert name in ATTRIBUTES, f"an attribute {name} of {tag}"
            if name == "href":
                assert value is not None
                if not is_web_address(value):
                    assert value.startswith("#"), f"a link to {value!r}"
                    self.led_to.append(value[1:])
            elif name in ("aria-describedby", "aria-labelledby"):
                self.led_to += (value or "").split()
            elif name == "id":
                self.ids.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> ends nothing"
        assert self.open.pop() == tag, f"</{tag}> ends another element"

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment {data!r}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction {data!r}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration {data!r}")


def sound_page(text: str) -> None:
    """Hold a page to the elements of ours, to ids of which each is one, and to harmless links.

    They lead to places inside it, or by http to the article of a document.
    """
    page = Page(text)
    assert page.open == [], f"not closed: {page.open}"
    twice = {id for id in page.ids if page.ids.count(id) > 1}
    assert not twice, f"ids that stand twice: {sorted(twice)}"
    dead = set(page.led_to) - set(page.ids)
    assert not dead, f"dead links: {sorted(dead)}"


def sound_markdown(text: str) -> None:
    """Hold Markdown, read as CommonMark, to have no HTML and no pictures.

    Links lead to places inside it, or to an address that is written out.
    """
    for token in _tokens(MarkdownIt("commonmark").parse(text)):
        if token.type in ("html_block", "html_inline"):
            assert ANCHOR.fullmatch(token.content.strip()), f"HTML: {token.content!r}"
        assert token.type != "image", "a picture"
        if token.type == "link_open":
            href = str(token.attrs["href"])
            written = token.markup == "autolink" and href.startswith(
                ("http://", "https://", "ftp://")
            )
            assert written or href.startswith("#"), f"a link to {href!r}"


def _tokens(tokens: Iterable[Token]) -> Iterable[Token]:
    for token in tokens:
        yield token
        yield from _tokens(token.children or ())


def _refused(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


def sound_json(text: str) -> Any:
    """Return the value of JSON, which has no word that only Python knows."""
    return json.loads(text, parse_constant=_refused)


def sound_json_lines(text: str) -> list[Any]:
    assert text == "" or text.endswith("\n")
    return [sound_json(line) for line in text.split("\n")[:-1]]
