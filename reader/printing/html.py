"""A briefing as one HTML page that needs nothing but itself: a screen, a phone or paper.

Two languages stand side by side where there is room, and one under the other where there is not.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from typing import TypeVar

from reader.briefings import bilingual, headings
from reader.briefings.bilingual import Sheet
from reader.briefings.tree import Briefing, GlossaryItem, Line, Passage
from reader.language.interface import translator
from reader.printing import anchors, timeline
from reader.printing.style import CSS

T = TypeVar("T")


def write(sheets: Sequence[Sheet]) -> str:
    """All documents, then one glossary. The page says that it is UTF-8. Ends with a line break."""
    first = sheets[0]
    languages = [tree.language for tree in first]
    page = Page(languages, bilingual.glossaries(sheets), alone=len(sheets) == 1)
    body = [page.document(sheet, number) for number, sheet in enumerate(sheets, 1)]
    body.append(page.glossary())
    title = first[0].title.text if len(sheets) == 1 else first[0].dossier
    return page.whole(title, body)


class Page:
    """What all parts of one page share: its languages and the glossary that terms point to.

    ``items`` has a row for each entry, and a row has an item for each of ``languages``. The
    page is in the first of them.
    """

    def __init__(
        self,
        languages: Sequence[str],
        items: Sequence[tuple[GlossaryItem, ...]],
        *,
        alone: bool = True,
    ) -> None:
        self.languages = languages
        self.items = {row[0].name.entry: row for row in items}
        self.alone = alone
        self.side = 0
        """The place in ``languages`` of what is being written."""
        self.prefix = ""
        """What the names of places in the document being written begin with."""
        self.targets: set[str] = set()
        """Places on the page that a citation in the document being written can lead to."""

    @property
    def language(self) -> str:
        return self.languages[self.side]

    def whole(self, title: str, body: Sequence[str]) -> str:
        """The page around its parts. Nothing can be loaded into it and no script can run."""
        digest = base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
        kind = ' class="both"' if len(self.languages) > 1 else ""
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(self.languages[0])}">\n<head>\n'
            '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" '
            f"content=\"default-src 'none'; style-src 'sha256-{digest}'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            f"<title>{escape(title)}</title>\n<style>{CSS}</style>\n</head>\n<body{kind}>\n"
            + "\n".join(filter(None, body))
            + "\n</body>\n</html>\n"
        )

    def document(self, sheet: Sheet, number: int) -> str:
        self.prefix = "" if self.alone else f"d{number}-"
        passages = bilingual.rows(sheet, lambda tree: tree.passages)
        self.targets = {
            self.place(passage.id)
            for row in passages
            for passage in self.sides(row)
            if passage.line.text
        }
        titles = [
            f"<span{lang}>{escape(tree.title.text)}</span>"
            if (lang := self.lang(tree.title.language))
            else escape(tree.title.text)
            for tree in self.sides(sheet)
        ]
        facts = self.beside([_facts(tree) for tree in sheet])
        parts = [f"<header>{self.heading(1, titles)}{facts}</header>"]
        if not sheet[0].has_summary:
            said = [f'<p class="missing">{escape(headings.no_summary(tree))}</p>' for tree in sheet]
            parts.append(self.beside(said))

        def add(
            heading: str,
            around: str,
            cells: Callable[[Briefing], Sequence[str]],
            picture: str = "",
        ) -> None:
            content = picture + self.table(around, [cells(tree) for tree in self.sides(sheet)])
            titles = [translator(tree.language)(heading) for tree in sheet]
            parts.append(self.section(titles, content))

        add(
            headings.GIST,
            "{}",
            lambda t: [f'<p class="gist">{self.prose(t.gist)}</p>'] if t.gist else [],
        )
        parts.append(self.claims(sheet))
        add(
            headings.PARTICIPANTS,
            "<dl>{}</dl>",
            lambda t: [
                f"<dt>{self.term(p.name.entry, p.name.text)}</dt><dd>{self.prose(p.role)}</dd>\n"
                for p in t.participants
            ],
        )
        add(
            headings.EVENTS,
            '<dl class="events">{}</dl>',
            lambda t: [
                f'<div><dt><time datetime="{escape(e.iso)}">{escape(e.date)}</time></dt>'
                f"<dd>{self.prose(e.line)}</dd></div>\n"
                for e in t.events
            ],
            self.beside([timeline.svg(t, self.place("timeline")) for t in self.sides(sheet)]),
        )
        add(
            headings.DOCUMENTS,
            "<ul>{}</ul>",
            lambda t: [f"<li>{self.term(n.entry, n.text)}</li>\n" for n in t.documents],
        )
        titles = [headings.passages(tree) for tree in sheet]
        parts.append(self.section(titles, "".join(map(self.passage, passages)), "text"))
        return "<article>\n" + "\n".join(filter(None, parts)) + "\n</article>"

    def claims(self, sheet: Sheet) -> str:
        parts = []
        for topics in bilingual.rows(sheet, lambda tree: tree.topics):
            columns = [
                [f"<li>{self.prose(claim.line)}</li>\n" for claim in topic.claims]
                for topic in self.sides(topics)
            ]
            parts.append(self.heading(3, [escape(topic.label) for topic in topics]))
            parts.append(f"\n{self.table('<ul>{}</ul>', columns)}\n")
        titles = [translator(tree.language)(headings.CLAIMS) for tree in sheet]
        return self.section(titles, "".join(parts))

    def passage(self, row: tuple[Passage, ...]) -> str:
        if all(p.line.text == row[0].line.text for p in row):
            row = row[:1]  # an article that is in one language
        return self.beside(
            [
                f'<p id="{self.place(p.id)}"{self.lang(p.line.language)}>'
                f'<span class="number">{escape(p.id)}</span> {self.inside(p.line)}</p>\n'
                if p.line.text
                else ""
                for p in self.sides(row)
            ]
        )

    def glossary(self) -> str:
        columns = [
            [self.entry(row[self.side]) for row in self.items.values()]
            for _language in self.sides(self.languages)
        ]
        titles = [translator(language)(headings.GLOSSARY) for language in self.languages]
        return self.section(titles, self.table("<dl>{}</dl>", columns), "glossary")

    def entry(self, item: GlossaryItem) -> str:
        short = f" ({escape(', '.join(item.abbreviations))})" if item.abbreviations else ""
        place = "" if self.side else f' id="{anchors.entry(item.name.entry)}"'
        return (
            f"<div><dt{place}><dfn>{escape(item.name.text)}</dfn>{short}</dt>"
            f'<dd id="{self.definition(item.name.entry)}"'
            f"{self.lang(item.definition.language)}>{self.inside(item.definition)}</dd></div>\n"
        )

    # Two languages, or one.

    def sides(self, items: Iterable[T]) -> Iterator[T]:
        """The items, one for each language, with ``side`` at the language of each."""
        for self.side, item in enumerate(items):
            yield item
        self.side = 0

    def beside(self, cells: Sequence[str]) -> str:
        """What is said in each language, side by side; one cell as it is."""
        if len(cells) == 1 or not any(cells):
            return cells[0]
        return f'<div class="pair">{self.cells("div", cells)}</div>\n'

    def cells(self, element: str, cells: Sequence[str]) -> str:
        return "".join(
            f'<{element} lang="{escape(language)}">{cell}</{element}>'
            for language, cell in zip(self.languages, cells, strict=True)
        )

    def table(self, around: str, columns: Sequence[Sequence[str]]) -> str:
        """A list in one language, or rows of lists of one thing, so that they stay level."""
        if len(columns) == 1:
            return around.format("".join(columns[0])) if columns[0] else ""
        rows = zip(*columns, strict=True)
        return "".join(self.beside([around.format(cell) for cell in row]) for row in rows)

    def heading(self, level: int, titles: Sequence[str]) -> str:
        if len(titles) == 1:
            return f"<h{level}>{titles[0]}</h{level}>"
        return f'<h{level} class="pair">{self.cells("span", titles)}</h{level}>'

    def section(self, titles: Sequence[str], content: str, name: str = "") -> str:
        if not content:
            return ""
        kind = f' class="{name}"' if name else ""
        return f"<section{kind}>\n{self.heading(2, [*map(escape, titles)])}\n{content}\n</section>"

    # Inside a line.

    def lang(self, language: str) -> str:
        """The attribute, where it differs from what is around."""
        return f' lang="{escape(language)}"' if language != self.language else ""

    def place(self, id: str) -> str:
        return anchors.paragraph(f"{self.prefix}other-" if self.side else self.prefix, id)

    def definition(self, entry: str) -> str:
        return f"{'other-' if self.side else ''}{anchors.definition(entry)}"

    def prose(self, line: Line) -> str:
        """The line with its terms linked, its language, and its citations."""
        text = self.inside(line)
        if line.language != self.language:
            text = f"<span{self.lang(line.language)}>{text}</span>"
        links = ",\xa0".join(map(self.citation, line.cites))
        # A no-break space: a citation stays on the line of the last word it is for.
        return f'{text}\xa0<span class="cites">[{links}]</span>' if links else text

    def citation(self, id: str) -> str:
        place = self.place(id)
        return f'<a href="#{place}">{escape(id)}</a>' if place in self.targets else escape(id)

    def inside(self, line: Line) -> str:
        parts, at = [], 0
        for mention in line.terms:
            if mention.start < at:
                continue  # nested in the one before
            parts.append(_words(line.text[at : mention.start]))
            parts.append(self.term(mention.entry, line.text[mention.start : mention.end]))
            at = mention.end
        parts.append(_words(line.text[at:]))
        text = "".join(parts)
        if line.untranslated:
            mark = escape(translator(self.language)(headings.UNTRANSLATED))
            text += f' <em class="untranslated" lang="{escape(self.language)}">({mark})</em>'
        return text

    def term(self, entry: str, text: str) -> str:
        """A link to the entry, with its definition as a tooltip and as its description."""
        if entry not in self.items:
            return escape(text)
        item = self.items[entry][self.side]
        title = escape(f"{headings.names(item)}. {item.definition.text}".strip())
        described = self.definition(entry)
        return (
            f'<a class="term" href="#{anchors.entry(entry)}" title="{title}" '
            f'aria-describedby="{described}">{_words(text)}</a>'
        )


_ORDINAL = re.compile(r"(?<![\w-])\d+-[а-яё]{1,3}\b")


def _words(text: str) -> str:
    """Escaped text in which what ends an ordinal stays on its line: 907-й."""
    return _ORDINAL.sub(r'<span class="whole">\g<0></span>', escape(text))


def _facts(tree: Briefing) -> str:
    facts = "".join(
        f"<div><dt>{escape(f.label)}</dt><dd>{escape(f.value)}</dd></div>" for f in tree.facts
    )
    return facts and f'\n<dl class="facts">{facts}</dl>'
