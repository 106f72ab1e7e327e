"""A text with its mentions marked: for a terminal, as Markdown, as HTML."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.briefings import headings
from reader.briefings.building import glossary_items
from reader.briefings.tree import GlossaryItem, Line
from reader.language.interface import translator
from reader.language.sanitize import sanitize, sanitize_line
from reader.model import Dossier, Mention
from reader.printing import anchors

if TYPE_CHECKING:
    from reader.articles.paragraphs import Laid
    from reader.terms.matcher import Matcher


class Annotated(NamedTuple):
    """A text with its mentions, and the entries that they name, in ``language``."""

    title: str
    text: str
    mentions: Sequence[Mention]
    items: Sequence[GlossaryItem]
    language: str


class Format(NamedTuple):
    """One way to write an annotated text.

    ``is_for_programs``: it goes to standard output in UTF-8, whatever the locale.
    """

    write: Callable[[Annotated], str]
    is_for_programs: bool = False


def parts(laid: Laid, name: str) -> tuple[str, list[tuple[str, bool]]]:
    """Return the title of a text, ``name`` where it has none, and its paragraphs.

    With each goes whether no blank line stands before it. A title from front matter is one.
    """
    found = [(sanitize(part.text), part.tight) for part in laid.parts]
    title = name if laid.title is None else sanitize_line(laid.title)
    return title, [(title, False), *found] if laid.own_title else found


def joined(
    parts: Sequence[tuple[str, bool]], matcher: Matcher, *, tight: bool
) -> tuple[str, list[Mention]]:
    """Return paragraphs as one text, and the mentions in it.

    With ``tight`` there is a blank line between two of them only where the file had one.
    """
    texts: list[str] = []
    mentions: list[Mention] = []
    at = 0
    found = matcher.in_paragraphs([text for text, _tight in parts])
    for (text, is_tight), each in zip(parts, found, strict=True):
        gap = "" if not texts else "\n" if tight and is_tight else "\n\n"
        at += len(gap)
        mentions += [m._replace(start=m.start + at, end=m.end + at) for m in each]
        texts.append(gap + text)
        at += len(text)
    return "".join(texts) + "\n", mentions


def write(text: str, mentions: Sequence[Mention], dossier: Dossier, format: str, title: str) -> str:
    """Render ``text`` in a format of :data:`FORMATS`; it ends with a line break."""
    items = glossary_items(dossier, {mention.entry for mention in mentions})
    language = dossier.shown_in or dossier.language
    return FORMATS[format].write(Annotated(title, text, mentions, items, language))


def _joined(
    text: str,
    mentions: Sequence[Mention],
    plain: Callable[[str], str],
    marked: Callable[[Mention], str],
) -> str:
    parts, at = [], 0
    for mention in mentions:
        parts += [plain(text[at : mention.start]), marked(mention)]
        at = mention.end
    return "".join([*parts, plain(text[at:])])


def _underlined(mention: Mention) -> str:
    # A mention may run over a line break: pagers want each line whole.
    return "\n".join(f"\x1b[4m{part}\x1b[24m" for part in mention.text.split("\n"))


def _ansi(annotated: Annotated) -> str:
    joined = _joined(annotated.text, annotated.mentions, str, _underlined)
    return joined.rstrip("\n") + "\n"


def _markdown(annotated: Annotated) -> str:
    from reader.printing.markdown import escape, inline, starts

    def link(mention: Mention) -> str:
        return f"[{inline(mention.text)}](#{anchors.entry(mention.entry)})"

    text = _joined(annotated.text, annotated.mentions, inline, link)
    blocks = [starts(text).strip("\n")]
    if annotated.items:
        blocks.append(f"## {translator(annotated.language)(headings.GLOSSARY)}")
    for item in annotated.items:
        # CommonMark has no anchor of its own; an empty element is one, and its id is safe.
        name = f'<a id="{anchors.entry(item.name.entry)}"></a>**{escape(item.name.text)}**'
        definition = escape(item.definition.text)
        blocks.append(f"{name}\\\n{definition}" if definition else name)
    return "\n\n".join(blocks) + "\n"


def _html(annotated: Annotated) -> str:
    from reader.printing.html import Page

    language = annotated.language
    page = Page([language], [(item,) for item in annotated.items])
    side = page.side(0)
    paragraphs = []
    mentions = annotated.mentions
    starts = [mention.start for mention in mentions]
    for match in re.finditer(r"\S(?:.|\n(?![ \t]*\n|\Z))*", annotated.text):
        begin, end = match.span()
        inside = tuple(
            m._replace(start=m.start - begin, end=m.end - begin)
            for m in mentions[bisect_left(starts, begin) : bisect_left(starts, end)]
            if m.end <= end
        )
        paragraphs.append(f"<p>{side.inside(Line(match[0], language, terms=inside))}</p>")
    body = f'<main class="marked">{"".join(paragraphs)}</main>'
    return page.whole(annotated.title, [body, page.glossary()])


FORMATS = {
    "ansi": Format(_ansi),
    "md": Format(_markdown),
    "html": Format(_html, is_for_programs=True),
}
