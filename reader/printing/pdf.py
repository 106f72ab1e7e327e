"""A briefing as PDF: tagged (PDF/UA-1), bookmarked, the same for the same input.

Typst typesets it from data: the template beside this module is the only source that it
compiles, and the briefing goes there as JSON. No character of a text is ever markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.briefings import bilingual, headings
from reader.briefings.bilingual import Sheet
from reader.briefings.tree import Briefing, GlossaryItem, Line, Passage
from reader.errors import ReaderError
from reader.language.interface import translator
from reader.language.messages import N_
from reader.language.typography import keep_short_words
from reader.printing import anchors

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

TEMPLATE = Path(__file__).with_name("briefing.typ")
MISSING = N_("PDF needs the package “typst”: pip install 'dossier-reader[pdf]'")
FAILED = N_("This cannot be set in type as PDF: {reason}. Write another format.")
LONGEST_HEAD = 90
"""Characters of a title that fit above the rule of a page."""
LONGEST_WORD = 30
"""Characters of a word that always fit a column. A longer one may break at any character."""

Cell = dict[str, Any]
Run = dict[str, Any]
Block = dict[str, Any]


def available() -> bool:
    """Tell whether the extra ``pdf`` is installed, without importing it."""
    from importlib.util import find_spec

    try:
        return find_spec("typst") is not None
    except (ImportError, ValueError):  # a module that was blocked
        return False


def write(sheets: Sequence[Sheet]) -> bytes:
    """Typeset all documents, each from a new page, then one glossary, as PDF bytes.

    Raises :class:`ReaderError` where the extra ``pdf`` is not installed.
    """
    return _typeset(json.dumps(_Page(sheets).data(), ensure_ascii=False))


class _Page:
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
            "title": _breakable(first.dossier if several else first.title.text),
            "lang": _language(first.language),
            "languages": max(map(len, self.sheets)),
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
        titles = [
            _cell(title.language, keep_short_words(title.text, title.language))
            for title in (tree.title for tree in sheet)
        ]
        blocks: list[Block] = [
            {"kind": "headings", "level": 1, "rows": [_once(titles)]},
        ]
        if sheet[0].facts:
            blocks.append({"kind": "facts", "rows": _facts(sheet)})

        if not sheet[0].has_summary:
            none = [_cell(tree.language, headings.no_summary(tree)) for tree in sheet]
            blocks.append({"kind": "paragraphs", "rows": [_once(none)]})
        sections = {
            headings.GIST: self.gist,
            headings.CLAIMS: self.claims,
            headings.PARTICIPANTS: self.participants,
            headings.EVENTS: self.events,
            headings.DOCUMENTS: self.names,
        }
        for heading in headings.SECTIONS:
            if section := sections[heading](sheet, prefixes):
                blocks += [self.heading(heading, sheet), *section]
        if sheet[0].rows:
            titles = [_cell(t.language, headings.passages(t)) for t in sheet]
            blocks.append({"kind": "headings", "level": 2, "rows": [_once(titles)]})
            blocks.append({"kind": "paragraphs", "rows": self.passages(sheet, prefixes)})
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
            names = [_cell(t.language, c.label) for t, c in zip(sheet, topics, strict=True)]
            blocks.append({"kind": "headings", "level": 3, "rows": [_once(names)]})
            blocks += _block(
                "items",
                [
                    [self.prose(claim.line, tree, prefix) for claim in topic.claims]
                    for tree, prefix, topic in zip(sheet, prefixes, topics, strict=True)
                ],
            )
        return blocks

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
                    {**self.prose(e.line, tree, prefix), "lead": [{"text": e.date}]}
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
            "lead": [{"text": _breakable(passage.id)}],
            "anchors": [anchors.paragraph(prefix, passage.id)],
        }

    def heading(self, msgid: str, sheet: Sheet, level: int = 2) -> dict[str, Any]:
        cells = [_cell(tree.language, translator(tree.language)(msgid)) for tree in sheet]
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
        run: Run = {"text": _breakable(text)}
        if entry in self.entries:
            run["to"] = anchors.entry(entry)
        return run

    def prose(
        self, line: Line, tree: Briefing | None, prefix: str, language: str | None = None
    ) -> Cell:
        """Return the line as a cell in its language, its terms and citations linked."""
        label = translator(tree.language if tree else language or line.language)
        runs, at = [], 0
        for mention in line.terms:
            if mention.start < at:
                continue  # nested in the one before
            runs.append({"text": _breakable(line.text[at : mention.start])})
            text = line.text[mention.start : mention.end]
            run: Run = {"text": _breakable(text)}
            if (line.language, mention.entry) not in self.seen:
                # Once in a document, as books do. A page of nothing but links reads badly.
                self.seen.add((line.language, mention.entry))
                run = self.name(mention.entry, text)
                run["first"] = "to" in run
            runs.append(run)
            at = mention.end
        runs.append({"text": _breakable(line.text[at:])})
        if line.untranslated:
            runs.append({"text": f" ({label(headings.UNTRANSLATED)})", "style": "soft"})
        if line.cites:
            # No-break spaces: a citation stays with the last word that it is for.
            runs.append({"text": "\xa0[", "style": "soft"})
            for number, id in enumerate(line.cites):
                if number:
                    runs.append({"text": ",\xa0", "style": "soft"})
                cite: Run = {"text": _breakable(id), "style": "soft"}
                if (target := anchors.paragraph(prefix, id)) in self.targets:
                    cite["to"] = target
                runs.append(cite)
            runs.append({"text": "]", "style": "soft"})
        return {"lang": _language(line.language), "runs": [run for run in runs if run["text"]]}


def _block(kind: str, columns: Sequence[Sequence[Cell]]) -> list[Block]:
    """Return a block of rows, of a column in each language; nothing if they are empty."""
    rows = [_once(row) for row in zip(*columns, strict=True)]
    return [{"kind": kind, "rows": rows}] if rows else []


def _named(item: GlossaryItem) -> list[Run]:
    short = f" ({', '.join(item.abbreviations)})" if item.abbreviations else ""
    return [{"text": _breakable(item.name.text)}, {"text": short}]


def _cell(language: str, text: str) -> Cell:
    return {"lang": _language(language), "runs": [{"text": _breakable(text)}] if text else []}


def _facts(sheet: Sheet) -> list[list[Cell]]:
    return [
        _once(
            [
                {**_cell(tree.language, fact.value), "lead": [{"text": fact.label}]}
                for tree, fact in zip(sheet, row, strict=True)
            ]
        )
        for row in zip(*(tree.facts for tree in sheet), strict=True)
    ]


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


_LONG_WORD = re.compile(rf"[^\s\u00ad\u200b]{{{LONGEST_WORD + 1},}}")


def _breakable(text: str) -> str:
    """Return one line, with zero-width spaces in words that are too long for a column."""
    text = re.sub(r"[\t\n]+", " ", text)
    return _LONG_WORD.sub(lambda match: "\u200b".join(match[0]), text)


def _head(title: str) -> str:
    title = " ".join(title.split())
    if len(title) <= LONGEST_HEAD:
        return _breakable(title)
    cut = title[:LONGEST_HEAD]
    return _breakable((cut.rpartition(" ")[0] or cut).rstrip(" ,;:.–—-") + "…")


_NO_GLYPH = re.compile(r'the text `"((?:[^"\\`]|\\.)+)"` could not be displayed')


def _typeset(data: str) -> bytes:
    """Compile the template and the data to PDF, with the fonts that Typst brings.

    Other fonts are searched only for characters that these lack. A character that no font of
    this computer has becomes its number, ‹U+4E2D›.
    """
    try:
        import typst
    except ImportError as error:
        raise ReaderError.at("PDF", MISSING) from error

    def compiled(data: str, system: bool, standards: list[PDFStandard]) -> bytes:
        return typst.compile(
            TEMPLATE.read_bytes(),
            sys_inputs={"briefing": data},
            font_paths=_fonts(system),
            ignore_system_fonts=not system,
            pdf_standards=standards,
        )

    system = False
    for _attempt in range(4):
        try:
            return compiled(data, system, ["ua-1"])
        except typst.TypstError as error:
            without = _numbered(data, error.diagnostic) if system else data
            lacking = _NO_GLYPH.search(error.diagnostic) is not None
            if not lacking or (system and without == data):
                break  # the standard forbids something else in this text
            data, system = without, True
    try:
        return compiled(data, system, [])  # its tags are there all the same
    except typst.TypstError as error:
        raise ReaderError.at("PDF", FAILED, reason=error.message) from error


def _numbered(data: str, diagnostic: str) -> str:
    """Replace each character that, by ``diagnostic``, no font has by its number."""
    missing = {
        character
        for match in _NO_GLYPH.finditer(diagnostic)
        for character in re.sub(
            r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), match[1]
        )
        if not character.isascii()
    }
    return data.translate({ord(c): f"‹U+{ord(c):04X}›" for c in missing})


@lru_cache(maxsize=2)
def _fonts(system: bool) -> Fonts:
    import typst

    return typst.Fonts(include_system_fonts=system)
