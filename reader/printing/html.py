"""A briefing as one HTML page that needs nothing but itself.

A screen, a phone or paper.

Two languages stand side by side where there is room, and one under the other where there is not.
"""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from html import escape
from operator import itemgetter
from typing import NamedTuple

from reader.briefings import added, bilingual, headings
from reader.briefings.bilingual import Sheet
from reader.briefings.tree import (
    Briefing,
    Claim,
    Fact,
    GlossaryItem,
    Line,
    Note,
    Passage,
    ReaderNote,
)
from reader.language.addresses import in_ascii, is_web_address
from reader.language.interface import translator
from reader.language.typography import held_together
from reader.printing import anchors, timeline
from reader.printing.style import CSS


def write(sheets: Sequence[Sheet]) -> str:
    """Render all documents, then one glossary, as a page in UTF-8.

    It ends with a line break.
    """
    first = sheets[0]
    languages = [tree.language for tree in first]
    page = Page(languages, bilingual.glossaries(sheets), alone=len(sheets) == 1)
    body = [page.note(headings.notes(sheets))]
    body += [page.document(sheet, number) for number, sheet in enumerate(sheets, 1)]
    body.append(page.glossary())
    title = first[0].title.text if len(sheets) == 1 else first[0].dossier
    return page.whole(title, body)


class Page:
    """What all parts of one page share: its languages and its glossary.

    ``items`` has a row for each entry, and a row has an item for each of ``languages``. The page
    is in the first of them.
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

    def side(self, number: int, prefix: str = "", targets: Set[str] = frozenset()) -> Side:
        """Return the writer of the lines of one language.

        ``number`` is its index in ``languages``.
        """
        items = {entry: row[number] for entry, row in self.items.items()}
        return Side(number, self.languages[number], prefix, items, targets)

    def whole(self, title: str, body: Sequence[str]) -> str:
        """Wrap the page around its parts.

        Nothing can be loaded into it and no script can run.
        """
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

    def note(self, lines: Sequence[Line]) -> str:
        """Render the note of the dossier's editors, a line a language."""
        notes = [
            f'<p class="note"{self.side(0).lang(line.language)}>{self.side(n).inside(line)}</p>'
            for n, line in enumerate(lines)
        ]
        return "\n".join(notes)

    def document(self, sheet: Sheet, number: int) -> str:
        prefix = "" if self.alone else f"d{number}-"
        sides = [
            self.side(n, prefix, {p.id for p in tree.passages}) for n, tree in enumerate(sheet)
        ]
        both = list(zip(sides, sheet, strict=True))
        titles = [side.title(tree.title) for side, tree in both]
        facts = self.beside([_facts(tree) for tree in sheet])
        parts = [f"<header>{self.heading(1, titles)}{facts}</header>"]
        if not sheet[0].has_summary:
            missing = [
                f'<p class="missing">{_words(headings.no_summary(tree))}</p>' for tree in sheet
            ]
            parts.append(self.beside(missing))

        sections = {
            headings.GIST: self.table("{}", [side.gist(tree) for side, tree in both]),
            headings.CLAIMS: self.claims(sides, sheet),
            headings.PARTICIPANTS: self.table(
                "<dl>{}</dl>", [side.participants(tree) for side, tree in both]
            ),
            headings.EVENTS: self.beside([side.timeline(tree) for side, tree in both])
            + self.table('<dl class="events">{}</dl>', [side.events(tree) for side, tree in both]),
            headings.DOCUMENTS: self.table(
                "<ul>{}</ul>", [side.documents(tree) for side, tree in both]
            ),
        }
        sections[headings.DISCREPANCIES] = self.discrepancies(sides, sheet)
        for heading in added.KINDS:
            sections[heading] = self.notes(heading, sides, sheet)
        for heading in headings.SECTIONS:
            titles = [headings.heading(tree, heading) for tree in sheet]
            parts.append(self.section(titles, sections[heading]))
        titles = [headings.passages(tree) for tree in sheet]
        rows = bilingual.rows(sheet, lambda tree: tree.rows)
        text = "".join(self.passages(sides, row) for row in rows)
        parts.append(self.section(titles, text, "text"))
        titles = [translator(tree.language)(headings.NOTES) for tree in sheet]
        notes = "".join(sides[0].own_note(note) for note in sheet[0].own_notes or ())
        parts.append(self.section(titles, notes, "notes"))
        return "<article>\n" + "\n".join(filter(None, parts)) + "\n</article>"

    def claims(self, sides: Sequence[Side], sheet: Sheet) -> str:
        parts = []
        for topics in bilingual.rows(sheet, lambda tree: tree.topics):
            columns = [
                [side.claim(claim, tree) for claim in topic.claims]
                for side, tree, topic in zip(sides, sheet, topics, strict=True)
            ]
            parts.append(
                self.heading(3, [_words(label) for label in headings.topics(sheet, topics)])
            )
            table = self.table('<ul class="claims">{}</ul>', columns)
            parts.append(f"\n{table}\n")
        return "".join(parts)

    def discrepancies(self, sides: Sequence[Side], sheet: Sheet) -> str:
        parts = []
        for row in bilingual.rows(sheet, lambda tree: tree.discrepancies):
            both = list(zip(sides, sheet, row, strict=True))
            parts.append(self.heading(3, [side.prose(found.about) for side, _tree, found in both]))
            columns = [
                [f"<li>{side.prose(line)}</li>\n" for line in added.sides(found)]
                for side, _tree, found in both
            ]
            parts.append(f"\n{self.table('<ul>{}</ul>', columns)}\n")
            reasons = [
                f"<p>{side.prose(added.why_in(tree, found))}</p>" for side, tree, found in both
            ]
            parts.append(self.beside(reasons))
        return self.under_added("".join(parts), sheet)

    def notes(self, heading: str, sides: Sequence[Side], sheet: Sheet) -> str:
        columns = [
            [side.note(note) for note in added.notes(tree, heading)]
            for side, tree in zip(sides, sheet, strict=True)
        ]
        return self.under_added(self.table("<ul>{}</ul>", columns), sheet)

    def under_added(self, content: str, sheet: Sheet) -> str:
        """Put over what the editors add that it is theirs."""
        lines = [
            f'<p class="added">{_words(translator(tree.language)(headings.ADDED))}</p>'
            for tree in sheet
        ]
        return f"{self.beside(lines)}\n{content}" if content else ""

    def passages(self, sides: Sequence[Side], row: Sequence[Sequence[Passage]]) -> str:
        texts = {tuple(passage.line.text for passage in passages) for passages in row}
        if len(texts) > 1:
            cells = ["".join(map(side.passage, ps)) for side, ps in zip(sides, row, strict=True)]
            return self.beside(cells)
        # An article that is in one language stands there once, and citations in each lead to it.
        return "".join(
            sides[0].passage(
                passage, [side.place(p.id) for side, p in zip(sides[1:], others, strict=True)]
            )
            for passage, *others in zip(*row, strict=True)
        )

    def glossary(self) -> str:
        sides = [self.side(number) for number in range(len(self.languages))]
        columns = [[side.entry(item) for item in side.items.values()] for side in sides]
        titles = [translator(language)(headings.GLOSSARY) for language in self.languages]
        return self.section(titles, self.table("<dl>{}</dl>", columns), "glossary")

    # Two languages, or one.

    def beside(self, cells: Sequence[str]) -> str:
        """Put the cells of each language side by side; one cell stays as it is."""
        if len(cells) == 1 or not any(cells):
            return cells[0]
        return f'<div class="pair">{self.cells("div", cells)}</div>\n'

    def cells(self, element: str, cells: Sequence[str]) -> str:
        return "".join(
            f'<{element} lang="{escape(language)}">{cell}</{element}>'
            for language, cell in zip(self.languages, cells, strict=True)
        )

    def table(self, around: str, columns: Sequence[Sequence[str]]) -> str:
        """Render a list in one language, or rows of cells side by side."""
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
        return f"<section{kind}>\n{self.heading(2, [*map(_words, titles)])}\n{content}\n</section>"


class Side(NamedTuple):
    """Writes the lines of one language of a page.

    ``number`` is the language's place among the page's, ``prefix`` what the names of places in
    its document begin with, ``items`` the glossary by entry, and ``targets`` the ids of the
    paragraphs that a citation can lead to.
    """

    number: int
    language: str
    prefix: str
    items: Mapping[str, GlossaryItem]
    targets: Set[str]

    def title(self, line: Line) -> str:
        lang = self.lang(line.language)
        words = _words(line.text)
        return f"<span{lang}>{words}</span>" if lang else words

    def gist(self, tree: Briefing) -> list[str]:
        return [f'<p class="gist">{self.prose(tree.gist)}</p>'] if tree.gist else []

    def claim(self, claim: Claim, tree: Briefing) -> str:
        tag = added.tag_in(tree, claim)
        below = f'<span class="tag">{_words(tag)}</span>' if tag else ""
        return (
            f'<li><span class="number">{escape(claim.id)}</span> '
            f"{self.prose(claim.line)}{below}</li>\n"
        )

    def note(self, note: Note) -> str:
        date = ""
        if note.iso:
            date = f'<time datetime="{escape(note.iso)}">{_words(note.date)}</time> — '
        return f"<li>{date}{self.prose(added.said(note))}</li>\n"

    def participants(self, tree: Briefing) -> list[str]:
        return [
            f"<dt>{self.term(p.name.entry, _words(p.name.text))}</dt><dd>{self.prose(p.role)}</dd>\n"
            for p in tree.participants
        ]

    def timeline(self, tree: Briefing) -> str:
        return timeline.svg(tree, self.place("timeline"))

    def events(self, tree: Briefing) -> list[str]:
        return [
            f'<div><dt><time datetime="{escape(e.iso)}">{_words(e.date)}</time></dt>'
            f"<dd>{self.prose(e.line)}</dd></div>\n"
            for e in tree.events
        ]

    def documents(self, tree: Briefing) -> list[str]:
        return [f"<li>{self.term(name.entry, _words(name.text))}</li>\n" for name in tree.documents]

    def passage(self, passage: Passage, others: Sequence[str] = ()) -> str:
        """Render a paragraph; ``others`` are more names of its place."""
        line = passage.line
        places = "".join(f'<span id="{place}"></span>' for place in others)
        return (
            f'<p id="{self.place(passage.id)}"{self.lang(line.language)}>{places}'
            f'<span class="number">{escape(passage.id)}</span> {self.inside(line)}</p>\n'
        )

    def own_note(self, note: ReaderNote) -> str:
        """Render a note of the reader's own, in his words, with what it is on."""
        quoted = escape(headings.quotation(note, self.language))
        quoted = f"<blockquote>{quoted}</blockquote>" if quoted else ""
        text = "".join(f"<p>{escape(line)}</p>" for line in note.text.split("\n") if line.strip())
        about = self.prose(Line(headings.about(note), self.language, note.cites))
        return f'<div class="note">{quoted}{text}<p class="about">{about}</p></div>\n'

    def entry(self, item: GlossaryItem) -> str:
        short = f" ({escape(', '.join(item.abbreviations))})" if item.abbreviations else ""
        # A term in either language leads to the first one's row, in which both stand.
        place = "" if self.number else f' id="{anchors.entry(item.name.entry)}"'
        return (
            f"<div><dt{place}><dfn>{_words(item.name.text)}</dfn>{short}</dt>"
            f'<dd id="{self.definition(item.name.entry)}"'
            f"{self.lang(item.definition.language)}>{self.inside(item.definition)}</dd></div>\n"
        )

    def lang(self, language: str) -> str:
        """Render the attribute ``lang`` where the language is not that of the side."""
        return f' lang="{escape(language)}"' if language != self.language else ""

    def place(self, id: str) -> str:
        return anchors.paragraph(f"{self.prefix}other-" if self.number else self.prefix, id)

    def definition(self, entry: str) -> str:
        return f"{'other-' if self.number else ''}{anchors.definition(entry)}"

    def prose(self, line: Line) -> str:
        """Render the line with its terms linked, its language, and its citations."""
        text = self.inside(line)
        if line.language != self.language:
            text = f"<span{self.lang(line.language)}>{text}</span>"
        links = ",\xa0".join(map(self.citation, line.cites))
        # A no-break space: a citation stays on the line of the last word it is for.
        return f'{text}\xa0<span class="cites">[{links}]</span>' if links else text

    def citation(self, id: str) -> str:
        if id not in self.targets:
            return escape(id)
        return f'<a href="#{self.place(id)}">{escape(id)}</a>'

    def inside(self, line: Line) -> str:
        """Render the text with its terms linked, and a mark where it is untranslated."""
        parts, at, text = [], 0, line.text
        held = [*held_together(text)]
        for mention in line.terms:
            if mention.start < at:
                continue  # nested in the one before
            parts.append(_part(text, at, mention.start, held))
            words = _part(text, mention.start, mention.end, held)
            parts.append(self.term(mention.entry, words))
            at = mention.end
        parts.append(_part(text, at, len(text), held))
        if line.untranslated:
            mark = escape(translator(self.language)(headings.UNTRANSLATED))
            language = escape(self.language)
            parts.append(f' <em class="untranslated" lang="{language}">({mark})</em>')
        return "".join(parts)

    def term(self, entry: str, words: str) -> str:
        """Link ``words``, which are HTML, to the entry, its definition as tooltip and description."""
        item = self.items.get(entry)
        if item is None:
            return words
        title = escape(f"{headings.names(item)}. {item.definition.text}".strip())
        return (
            f'<a class="term" href="#{anchors.entry(entry)}" title="{title}" '
            f'aria-describedby="{self.definition(entry)}">{words}</a>'
        )


def _words(text: str) -> str:
    """Escape text, and keep on one line what belongs together: 8 августа, 907-й."""
    return _part(text, 0, len(text), [*held_together(text)])


def _part(text: str, start: int, end: int, held: Sequence[tuple[int, int]]) -> str:
    """Escape ``text[start:end]``; a line holds each of the ranges ``held``.

    Of one that goes on beyond the part, the space at its end is not broken at either. No character
    is changed, so that the page can be searched and copied from.
    """
    parts, at = [], start
    for number in range(bisect_right(held, start, key=itemgetter(1)), len(held)):
        first, last = max(held[number][0], start), min(held[number][1], end)
        if first >= last:
            break
        whole = f'<span class="whole">{escape(text[first:last])}</span>'
        parts += [escape(text[at:first]), whole]
        at = last
    return "".join([*parts, escape(text[at:end])])


def _facts(tree: Briefing) -> str:
    facts = "".join(
        f"<div><dt>{escape(f.label)}</dt><dd>{_value(f)}</dd></div>" for f in tree.facts
    )
    return facts and f'\n<dl class="facts">{facts}</dl>'


def _value(fact: Fact) -> str:
    if not is_web_address(fact.url):
        return _words(fact.value)
    return f'<a href="{escape(in_ascii(fact.url))}">{_words(fact.value)}</a>'
