"""A text with each mention of a term marked: for a terminal, as Markdown, as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reader.briefings import headings
from reader.briefings.tree import GlossaryItem, Line, glossary_items
from reader.language.interface import translator
from reader.model import Dossier, Mention
from reader.printing import anchors

FORMATS = ("ansi", "md", "html")


def write(text: str, mentions: Sequence[Mention], dossier: Dossier, format: str, title: str) -> str:
    """``text`` in a format of :data:`FORMATS`. Ends with a line break."""
    if format == "ansi":
        return _joined(text, mentions, str, _underlined).rstrip("\n") + "\n"
    items = glossary_items(dossier, {mention.entry for mention in mentions})
    language = dossier.shown_in or dossier.language
    if format == "md":
        return _markdown(text, mentions, items, language)
    return _html(text, mentions, items, language, title)


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


def _markdown(
    text: str, mentions: Sequence[Mention], items: Sequence[GlossaryItem], language: str
) -> str:
    from reader.printing.markdown import escape, inline, starts

    def link(mention: Mention) -> str:
        return f"[{inline(mention.text)}](#{anchors.entry(mention.entry)})"

    blocks = [starts(_joined(text, mentions, inline, link)).strip("\n")]
    if items:
        blocks.append(f"## {translator(language)(headings.GLOSSARY)}")
    for item in items:
        # CommonMark has no anchor of its own; an empty element is one, and its id is safe.
        name = f'<a id="{anchors.entry(item.name.entry)}"></a>**{escape(item.name.text)}**'
        definition = escape(item.definition.text)
        blocks.append(f"{name}\\\n{definition}" if definition else name)
    return "\n\n".join(blocks) + "\n"


def _html(
    text: str,
    mentions: Sequence[Mention],
    items: Sequence[GlossaryItem],
    language: str,
    title: str,
) -> str:
    from reader.printing.html import Page

    page = Page([language], [(item,) for item in items])
    paragraphs = []
    for match in re.finditer(r"\S(?:.|\n(?![ \t]*\n|\Z))*", text):
        inside = tuple(
            m._replace(start=m.start - match.start(), end=m.end - match.start())
            for m in mentions
            if match.start() <= m.start and m.end <= match.end()
        )
        paragraphs.append(f"<p>{page.inside(Line(match[0], language, terms=inside))}</p>")
    return page.whole(
        title, [f'<main class="marked">{"".join(paragraphs)}</main>', page.glossary()]
    )
