"""A briefing as plain text: wrapped, aligned by cells, nothing but characters.

Of two languages, the text in the second stands under that in the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reader.briefings import added, bilingual, headings
from reader.briefings.bilingual import Sheet, distinct, rows
from reader.briefings.tree import Briefing, Claim, GlossaryItem, Line, Passage
from reader.language.cells import padded, width, wrap
from reader.language.interface import translator
from reader.model import PUBLISHERS


def write(sheets: Sequence[Sheet], columns: int = 80) -> str:
    """Render all documents, one after the other, then one glossary.

    It ends with a line break.
    """
    columns = max(30, columns)
    parts = ["\n".join(_document(sheet, columns)) for sheet in sheets]
    if notes := headings.notes(sheets):
        texts = _proses(notes, sheets[0])
        parts.insert(0, "\n".join(_stack(texts, columns, apart=True)))
    glossary = bilingual.glossaries(sheets)
    if glossary:
        parts.append("\n".join(_glossary(glossary, sheets[0], columns)))
    return "\n\n".join(parts) + "\n"


def _document(sheet: Sheet, columns: int) -> list[str]:
    lines = _stack((tree.title.text for tree in sheet), columns)
    lines += ["═" * max(map(width, lines))]
    for facts in distinct(tree.facts for tree in sheet):
        if facts:
            lines.append("")
        margin = max((width(fact.label) for fact in facts), default=0) + 2
        for fact in facts:
            lines += wrap(fact.value, columns, padded(fact.label, margin))
    if not sheet[0].has_summary:
        lines += ["", *_stack(map(headings.no_summary, sheet), columns)]
    for heading in headings.SECTIONS:
        if section := _SECTIONS[heading](sheet, columns):
            lines += [*_heading(headings.of(sheet, heading), columns), *section]
    lines += _passages(sheet, columns)
    lines += _own_notes(sheet, columns)
    return lines


def _heading(text: str, columns: int) -> list[str]:
    lines = wrap(text, columns)
    return ["", *lines, "─" * max(map(width, lines))]


def _stack(texts: Iterable[str], columns: int, first: str = "", apart: bool = False) -> list[str]:
    """Stack a text in each language, in lines with the same prefix; a break in one stays."""
    lines: list[str] = []
    for number, text in enumerate(distinct(filter(None, texts))):
        if number and apart:
            lines.append("")
        for part, line in enumerate(text.split("\n")):
            prefix = "" if number or part else first
            lines += wrap(line, columns, padded(prefix, width(first)))
    return lines


def _items(items: Iterable[tuple[str, Sequence[str]]], columns: int) -> list[str]:
    """Return a list of each item's prefix and its text in each language."""
    lines: list[str] = []
    for number, (first, texts) in enumerate(items):
        if number and len(texts) > 1:
            lines.append("")
        lines += _stack(texts, columns, first)
    return lines


def _proses(lines: Iterable[Line], sheet: Sheet) -> list[str]:
    """Render each line as text, in the language of its side of the sheet."""
    return [
        _prose(line, translator(tree.language)(headings.UNTRANSLATED))
        for line, tree in zip(lines, sheet, strict=True)
    ]


def _prose(line: Line, untranslated: str) -> str:
    text = line.text
    if not text and not line.cites:
        return ""
    if line.untranslated:
        text += f" [{untranslated}]"
    if line.cites:
        # No-break spaces: a citation is read as one thing.
        text += "\xa0[" + ",\xa0".join(line.cites) + "]"
    return text


def _gist(sheet: Sheet, columns: int) -> list[str]:
    if sheet[0].gist is None:
        return []
    gists = [tree.gist for tree in sheet if tree.gist]
    return _stack(_proses(gists, sheet), columns, apart=True)


def _claims(sheet: Sheet, columns: int) -> list[str]:
    lines: list[str] = []
    margin = max((width(claim.id) for claim in sheet[0].claims), default=0) + 4
    for number, topics in enumerate(rows(sheet, lambda tree: tree.topics)):
        if number:
            lines.append("")
        lines += wrap(headings.joined(headings.topics(sheet, topics)), columns)
        claims = zip(*(topic.claims for topic in topics), strict=True)
        lines += _items(
            ((padded(f"  {row[0].id}", margin), _tagged(row, sheet)) for row in claims), columns
        )
    return lines


def _tagged(claims: Sequence[Claim], sheet: Sheet) -> list[str]:
    """Return each claim's text, and below it how far it goes and who says it."""
    texts = _proses((claim.line for claim in claims), sheet)
    tags = [added.tag_in(tree, claim) for tree, claim in zip(sheet, claims, strict=True)]
    return ["\n".join(filter(None, both)) for both in zip(texts, tags, strict=True)]


def _participants(sheet: Sheet, columns: int) -> list[str]:
    people = (
        [
            f"{person.name.text} — {role}" if person.role.text else f"{person.name.text}{role}"
            for person, role in zip(row, _proses((p.role for p in row), sheet), strict=True)
        ]
        for row in rows(sheet, lambda tree: tree.participants)
    )
    return _items((("• ", texts) for texts in people), columns)


def _events(sheet: Sheet, columns: int) -> list[str]:
    if not sheet[0].events:
        return []
    found = [
        ([event.date for event in row], _proses((event.line for event in row), sheet))
        for row in rows(sheet, lambda tree: tree.events)
    ]
    margin = max(width(dates[0]) for dates, _texts in found) + 2
    if len(sheet) == 1 and margin <= columns // 3:
        return _items(((padded(d[0], margin), texts) for d, texts in found), columns)
    dated = (
        [f"{date} — {text}" for date, text in zip(dates, texts, strict=True)]
        for dates, texts in found
    )
    return _items((("• ", texts) for texts in dated), columns)


def _documents(sheet: Sheet, columns: int) -> list[str]:
    names = rows(sheet, lambda tree: tree.documents)
    return [
        line
        for row in names
        for line in wrap(headings.joined(name.text for name in row), columns, "• ")
    ]


def _discrepancies(sheet: Sheet, columns: int) -> list[str]:
    found = rows(sheet, lambda tree: tree.discrepancies)
    lines = _added(sheet, columns) if found else []
    for row in found:
        lines += ["", *_stack(_proses((d.about for d in row), sheet), columns)]
        said = (_proses(line, sheet) for line in zip(*map(added.sides, row), strict=True))
        lines += _items((("  • ", texts) for texts in said), columns)
        reasons = (added.why_in(tree, d) for tree, d in zip(sheet, row, strict=True))
        lines += _stack(_proses(reasons, sheet), columns, "  ", apart=len(sheet) > 1)
    return lines


def _notes(heading: str) -> Callable[[Sheet, int], list[str]]:
    def written(sheet: Sheet, columns: int) -> list[str]:
        found = rows(sheet, lambda tree: added.notes(tree, heading))
        if not found:
            return []
        texts = (
            [
                f"{note.date} — {text}" if note.date else text
                for note, text in zip(row, _proses(map(added.said, row), sheet), strict=True)
            ]
            for row in found
        )
        return [*_added(sheet, columns), *_items((("• ", text) for text in texts), columns)]

    return written


def _added(sheet: Sheet, columns: int) -> list[str]:
    return wrap(headings.of(sheet, headings.ADDED), columns)


_SECTIONS = {
    headings.DISCREPANCIES: _discrepancies,
    headings.NEXT: _notes(headings.NEXT),
    headings.OPEN: _notes(headings.OPEN),
    headings.GIST: _gist,
    headings.CLAIMS: _claims,
    headings.PARTICIPANTS: _participants,
    headings.EVENTS: _events,
    headings.DOCUMENTS: _documents,
}


def _passages(sheet: Sheet, columns: int) -> list[str]:
    if not sheet[0].rows:
        return []
    if len({tree.text in PUBLISHERS for tree in sheet}) > 1:
        # What the publisher says and what we do is not told apart paragraph by paragraph.
        return [line for tree in sheet for line in _alone(tree, columns)]
    lines = _heading(headings.joined(headings.passages(tree) for tree in sheet), columns)
    margin = max(width(p.id) for tree in sheet for p in tree.passages) + 2
    for number, row in enumerate(rows(sheet, lambda tree: tree.rows)):
        if number:
            lines.append("")
        lines += _row(row, sheet, columns, margin)
    return lines


def _alone(tree: Briefing, columns: int) -> list[str]:
    """Render the whole text of one of two briefings under its own heading."""
    return _passages((tree._replace(aligned=None),), columns)


def _row(row: Sequence[Sequence[Passage]], sheet: Sheet, columns: int, margin: int) -> list[str]:
    """Render the passages of a row below each other, each id once, before its passage."""
    lines: list[str] = []
    texts: list[str] = []
    id = ""
    for passages, tree in zip(row, sheet, strict=True):
        untranslated = translator(tree.language)(headings.UNTRANSLATED)
        for passage in passages:
            text = _prose(passage.line, untranslated)
            if text in texts:
                continue  # an article that is in one language
            if texts:
                lines.append("")
            first = "" if passage.id == id else passage.id
            lines += wrap(text, columns, padded(first, margin))
            texts.append(text)
            id = passage.id
    return lines


def _own_notes(sheet: Sheet, columns: int) -> list[str]:
    """Render the reader's own notes, which are in his words, whatever the languages."""
    lines: list[str] = []
    for note in sheet[0].own_notes or ():
        if lines:
            lines.append("")
        if quoted := headings.quotation(note, sheet[0].language):
            lines += wrap(quoted, columns, "  ")
        for line in note.text.split("\n"):
            lines += wrap(line, columns) if line.strip() else [""]
        about = _prose(Line(headings.about(note), sheet[0].language, note.cites), "")
        lines += wrap(about, columns, "  ")
    return [*_heading(headings.of(sheet, headings.NOTES), columns), *lines] if lines else []


def _glossary(items: Sequence[tuple[GlossaryItem, ...]], sheet: Sheet, columns: int) -> list[str]:
    lines = _heading(headings.of(sheet, headings.GLOSSARY), columns)[1:]
    for number, row in enumerate(items):
        if number:
            lines.append("")
        for item, tree in zip(row, sheet, strict=True):
            lines += wrap(headings.names(item), columns)
            if item.definition.text:
                text = _prose(item.definition, translator(tree.language)(headings.UNTRANSLATED))
                lines += wrap(text, columns, "    ")
    return lines
