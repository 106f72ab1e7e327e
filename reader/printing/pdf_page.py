"""A briefing as the data of the template of PDF, ``briefing.typ``.

Documents of blocks of rows of cells of runs, as JSON has them. No character of a text is markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import zip_longest
from typing import Any

from reader.briefings import added, bilingual, headings
from reader.briefings.bilingual import Sheet
from reader.briefings.tree import Briefing, Claim, Fact, GlossaryItem, Line, Note, Passage
from reader.language.addresses import in_ascii, is_web_address
from reader.language.interface import translator
from reader.language.typography import with_no_break_spaces
from reader.printing import anchors

LONGEST_HEAD = 90
"""Characters of a title that fit above the rule of a page."""

Cell = dict[str, Any]
Run = dict[str, Any]
Block = dict[str, Any]


class Page:
    """The data of the template: documents of blocks of rows of cells of runs."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = sheets
        self.glossary = bilingual.glossaries(sheets)
        self.entries = {row[0].name.entry for row in self.glossary}
        self.seen: set[tuple[str, str]] = set()
        """Entries that a document has mentioned already, by the language."""
        self.targets: set[str] = set()

    def data(self) -> dict[str, Any]:
        first = self.sheets[0][0]
        several = len(self.sheets) > 1
        documents = [self.document(sheet, n) for n, sheet in enumerate(self.sheets, 1)]
        if self.glossary:
            level = 1 if several else 2
            title = self.heading(headings.GLOSSARY, self.sheets[0], level)
            blocks = [title, {"kind": "glossary", "rows": self.entries_()}]
            if several:
                head = translator(first.language)(headings.GLOSSARY)
                documents.append({"head": head, "blocks": blocks})
            else:
                documents[0]["blocks"] += blocks
        contents = [_cell(tree.language, tree.dossier) for tree in self.sheets[0]]
        return {
            "title": _in_one_line(first.dossier if several else first.title.text),
            "lang": _language(first.language),
            "languages": max(map(len, self.sheets)),
            "note": [self.prose(line, None, "") for line in headings.notes(self.sheets)],
            "contents": {"rows": [_once(contents)]} if several else None,
            "documents": documents,
        }

    def document(self, sheet: Sheet, number: int) -> dict[str, Any]:
        self.seen = set()
        prefixes = [f"d{number}-{at}-" for at, _tree in enumerate(sheet)]
        self.targets = {
            anchors.paragraph(prefix, p.id)
            for prefix, tree in zip(prefixes, sheet, strict=True)
            for p in tree.passages
        }
        titles = [_cell(title.language, title.text) for title in (tree.title for tree in sheet)]
        blocks: list[Block] = [
            {"kind": "headings", "level": 1, "rows": [_once(titles)]},
        ]
        if sheet[0].facts:
            blocks.append({"kind": "facts", "rows": _facts(sheet)})

        if not sheet[0].has_summary:
            none = [_cell(tree.language, headings.no_summary(tree)) for tree in sheet]
            blocks.append({"kind": "paragraphs", "rows": [_once(none)]})
        sections: dict[str, Callable[[Sheet, Sequence[str]], list[Block]]] = {
            headings.GIST: self.gist,
            headings.CLAIMS: self.claims,
            headings.PARTICIPANTS: self.participants,
            headings.EVENTS: self.events,
            headings.DOCUMENTS: self.names,
            headings.DISCREPANCIES: self.discrepancies,
            headings.NEXT: partial(self.notes, headings.NEXT),
            headings.OPEN: partial(self.notes, headings.OPEN),
        }
        for heading in headings.SECTIONS:
            if section := sections[heading](sheet, prefixes):
                blocks += [self.heading(heading, sheet), *section]
        if sheet[0].rows:
            titles = [_cell(t.language, headings.passages(t)) for t in sheet]
            blocks.append({"kind": "headings", "level": 2, "rows": [_once(titles)]})
            blocks.append({"kind": "paragraphs", "rows": self.passages(sheet, prefixes)})
        if sheet[0].own_notes:
            rows = [
                row
                for n in range(len(sheet[0].own_notes))
                for row in self.own_note(sheet, n, prefixes[0])
            ]
            blocks += [self.heading(headings.NOTES, sheet), {"kind": "paragraphs", "rows": rows}]
        return {"head": _head(sheet[0].title.text), "blocks": blocks}

    def gist(self, sheet: Sheet, prefixes: Sequence[str]) -> list[Block]:
        return _block(
            "gist",
            [
                [self.prose(tree.gist, tree, prefix)] if tree.gist else []
                for tree, prefix in zip(sheet, prefixes, strict=True)
            ],
        )

    def claims(self, sheet: Sheet, prefixes: Sequence[str]) -> list[Block]:
        blocks: list[Block] = []
        for topics in zip(*(tree.topics for tree in sheet), strict=True):
            labels = headings.topics(sheet, topics)
            names = [_cell(t.language, label) for t, label in zip(sheet, labels, strict=True)]
            blocks.append({"kind": "headings", "level": 3, "rows": [_once(names)]})
            blocks += _block(
                "items",
                [
                    [self.claim(claim, tree, prefix) for claim in topic.claims]
                    for tree, prefix, topic in zip(sheet, prefixes, topics, strict=True)
                ],
            )
        return blocks

    def claim(self, claim: Claim, tree: Briefing, prefix: str) -> Cell:
        """Return a claim between its id and what the dossier says of it, both small."""
        cell = self.prose(claim.line, tree, prefix)
        runs = [{"text": f"{_in_one_line(claim.id)}\xa0 ", "style": "soft"}, *cell["runs"]]
        if tag := added.tag_in(tree, claim):
            runs.append({"text": f"\xa0— {_held(tag)}", "style": "soft"})
        return {**cell, "runs": runs}

    def discrepancies(self, sheet: Sheet, prefixes: Sequence[str]) -> list[Block]:
        blocks: list[Block] = []
        for row in zip(*(tree.discrepancies for tree in sheet), strict=True):
            three = list(zip(sheet, prefixes, row, strict=True))
            about = [self.prose(found.about, tree, prefix) for tree, prefix, found in three]
            blocks.append({"kind": "headings", "level": 3, "rows": [_once(about)]})
            blocks += _block(
                "items",
                [
                    [self.prose(line, tree, prefix) for line in added.sides(found)]
                    for tree, prefix, found in three
                ],
            )
            blocks += _block(
                "paragraphs",
                [
                    [self.prose(added.why_in(tree, found), tree, prefix)]
                    for tree, prefix, found in three
                ],
            )
        return [_added(sheet), *blocks] if blocks else []

    def notes(self, heading: str, sheet: Sheet, prefixes: Sequence[str]) -> list[Block]:
        blocks = _block(
            "items",
            [
                [self.note(note, tree, prefix) for note in added.notes(tree, heading)]
                for tree, prefix in zip(sheet, prefixes, strict=True)
            ],
        )
        return [_added(sheet), *blocks] if blocks else []

    def note(self, note: Note, tree: Briefing, prefix: str) -> Cell:
        cell = self.prose(added.said(note), tree, prefix)
        date = (
            [{"text": _held(note.date), "style": "name"}, {"text": "\xa0— "}] if note.date else []
        )
        return {**cell, "runs": [*date, *cell["runs"]]}

    def participants(self, sheet: Sheet, prefixes: Sequence[str]) -> list[Block]:
        return _block(
            "participants",
            [
                [
                    {
                        **self.prose(p.role, tree, prefix),
                        "lead": [self.name(p.name.entry, p.name.text)],
                    }
                    for p in tree.participants
                ]
                for tree, prefix in zip(sheet, prefixes, strict=True)
            ],
        )

    def events(self, sheet: Sheet, prefixes: Sequence[str]) -> list[Block]:
        return _block(
            "events",
            [
                [
                    {**self.prose(e.line, tree, prefix), "lead": [{"text": _held(e.date)}]}
                    for e in tree.events
                ]
                for tree, prefix in zip(sheet, prefixes, strict=True)
            ],
        )

    def names(self, sheet: Sheet, _prefixes: Sequence[str]) -> list[Block]:
        return _block(
            "items",
            [
                [
                    {"lang": _language(tree.language), "runs": [self.name(n.entry, n.text)]}
                    for n in tree.documents
                ]
                for tree in sheet
            ],
        )

    def passages(self, sheet: Sheet, prefixes: Sequence[str]) -> list[list[Cell]]:
        """Return rows of the text; a side with fewer passages gets empty cells."""
        columns: list[list[list[Cell]]] = [
            [[self.passage(p, tree, prefix) for p in passages] for passages in tree.rows]
            for tree, prefix in zip(sheet, prefixes, strict=True)
        ]
        empty = [_cell(tree.language, "") for tree in sheet]
        return [
            _once([cell or blank for cell, blank in zip(cells, empty, strict=True)])
            for row in zip(*columns, strict=True)
            for cells in zip_longest(*row)
        ]

    def passage(self, passage: Passage, tree: Briefing, prefix: str) -> Cell:
        return {
            **self.prose(passage.line, tree, prefix),
            "lead": [{"text": _in_one_line(passage.id)}],
            "anchors": [anchors.paragraph(prefix, passage.id)],
        }

    def own_note(self, sheet: Sheet, number: int, prefix: str) -> list[list[Cell]]:
        """Return the rows of a note of the reader's own: quotation, words, what they are on."""
        tree = sheet[0]
        note = (tree.own_notes or ())[number]
        quoted = _cell(tree.language, headings.quotation(note, tree.language))
        for run in quoted["runs"]:
            run["style"] = "foreign"
        about = self.prose(Line(headings.about(note), tree.language, note.cites), tree, prefix)
        for run in about["runs"]:
            run["style"] = "soft"
        texts = [_cell(tree.language, line) for line in note.text.split("\n") if line.strip()]
        cells = [quoted, *texts, about] if quoted["runs"] else [*texts, about]
        cells[0] = {**cells[0], "lead": [{"text": str(number + 1)}]}
        return [[cell] for cell in cells]

    def heading(self, msgid: str, sheet: Sheet, level: int = 2) -> dict[str, Any]:
        cells = [_cell(tree.language, headings.heading(tree, msgid)) for tree in sheet]
        return {"kind": "headings", "level": level, "rows": [_once(cells)]}

    def entries_(self) -> list[list[Cell]]:
        languages = [tree.language for tree in self.sheets[0]]
        self.targets, self.seen = set(), set()
        rows = []
        for row in self.glossary:
            cells = [
                {**self.prose(item.definition, None, "", language), "lead": _named(item)}
                for item, language in zip(row, languages, strict=True)
            ]
            cells[0]["anchors"] = [anchors.entry(row[0].name.entry)]
            rows.append(_once(cells))
        return rows

    def name(self, entry: str, text: str) -> Run:
        run: Run = {"text": _held(text)}
        if entry in self.entries:
            run["to"] = anchors.entry(entry)
        return run

    def prose(
        self, line: Line, tree: Briefing | None, prefix: str, language: str | None = None
    ) -> Cell:
        """Return the line as a cell in its language, its terms and citations linked."""
        label = translator(tree.language if tree else language or line.language)
        runs, at = [], 0
        # Each space stays one character, so that mentions are where they were.
        text = with_no_break_spaces(line.text)
        for mention in line.terms:
            if mention.start < at:
                continue  # nested in the one before
            runs.append({"text": _in_one_line(text[at : mention.start])})
            words = text[mention.start : mention.end]
            run: Run = {"text": _in_one_line(words)}
            if (line.language, mention.entry) not in self.seen:
                # Once in a document, as books do. A page of nothing but links reads badly.
                self.seen.add((line.language, mention.entry))
                run = self.name(mention.entry, words)
                run["first"] = "to" in run
            runs.append(run)
            at = mention.end
        runs.append({"text": _in_one_line(text[at:])})
        if line.untranslated:
            runs.append({"text": f" ({label(headings.UNTRANSLATED)})", "style": "soft"})
        if line.cites:
            # No-break spaces: a citation stays with the last word that it is for.
            runs.append({"text": "\xa0[", "style": "soft"})
            for number, id in enumerate(line.cites):
                if number:
                    runs.append({"text": ",\xa0", "style": "soft"})
                cite: Run = {"text": _in_one_line(id), "style": "soft"}
                if (target := anchors.paragraph(prefix, id)) in self.targets:
                    cite["to"] = target
                runs.append(cite)
            runs.append({"text": "]", "style": "soft"})
        return {"lang": _language(line.language), "runs": [run for run in runs if run["text"]]}


def _block(kind: str, columns: Sequence[Sequence[Cell]]) -> list[Block]:
    """Return a block of rows, of a column in each language; nothing if they are empty."""
    rows = [_once(row) for row in zip(*columns, strict=True)]
    return [{"kind": kind, "rows": rows}] if rows else []


def _added(sheet: Sheet) -> Block:
    cells = [
        {
            "lang": _language(tree.language),
            "runs": [
                {"text": _held(translator(tree.language)(headings.ADDED)), "style": "foreign"}
            ],
        }
        for tree in sheet
    ]
    return {"kind": "paragraphs", "rows": [_once(cells)]}


def _named(item: GlossaryItem) -> list[Run]:
    short = f" ({', '.join(item.abbreviations)})" if item.abbreviations else ""
    return [{"text": _held(item.name.text)}, {"text": short}]


def _cell(language: str, text: str) -> Cell:
    words = _held(text)
    return {"lang": _language(language), "runs": [{"text": words}] if words else []}


def _facts(sheet: Sheet) -> list[list[Cell]]:
    return [
        _once(
            [
                {**_value(tree.language, fact), "lead": [{"text": fact.label}]}
                for tree, fact in zip(sheet, row, strict=True)
            ]
        )
        for row in zip(*(tree.facts for tree in sheet), strict=True)
    ]


def _value(language: str, fact: Fact) -> Cell:
    cell = _cell(language, fact.value)
    if is_web_address(fact.url):
        cell["runs"][0]["url"] = in_ascii(fact.url)
    return cell


def _once(cells: Sequence[Cell]) -> list[Cell]:
    """Return a row in which identical cells of both languages are one cell."""
    if len(cells) == 1 or any(_words(cell) != _words(cells[0]) for cell in cells):
        return list(cells)
    places = [anchor for cell in cells for anchor in cell.get("anchors", ())]
    return [{**cells[0], "anchors": places}]


def _words(cell: Cell) -> tuple[str, str]:
    """Return the words of a cell without their links."""
    lead, text = ("".join(run["text"] for run in cell.get(part, ())) for part in ("lead", "runs"))
    return lead, text


def _language(code: str) -> str:
    """Return a language code that Typst accepts: two or three letters."""
    found = re.match(r"[a-z]{2,3}(?![a-z])", code.casefold())
    return found[0] if found else "und"


def _held(text: str) -> str:
    """Return ``text`` in one line, with no-break spaces where no line should end."""
    return with_no_break_spaces(_in_one_line(text))


def _in_one_line(text: str) -> str:
    return re.sub(r"[\t\n]+", " ", text)


def _head(title: str) -> str:
    title = " ".join(title.split())
    if len(title) <= LONGEST_HEAD:
        return title
    cut = title[:LONGEST_HEAD]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:.–—-") + "…"
