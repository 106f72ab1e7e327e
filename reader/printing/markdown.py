"""A briefing as CommonMark, with footnotes of GitHub and Pandoc for citations.

Of two languages, the text in the second is a line of its own under that in the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from reader.briefings import added, bilingual, headings
from reader.briefings.bilingual import Sheet, distinct, rows
from reader.briefings.tree import Briefing, Claim, GlossaryItem, Line, Passage
from reader.language.interface import translator
from reader.language.messages import N_

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|$^]")
_AT_START = re.compile(r"(?m)^[ \t]*(?:(?=#{1,6}(?:\s|$)|[-+=:](?:\s|$|[-+=:]))|(\d{1,9})(?=[.)]))")
_NOTHING = Passage("", Line("", ""))


_SPECIALS = re.compile(r"([\\`*_\[\]<>&~|$^])\1*")
_ADDRESS = re.compile(
    r"""(?<![^\W_])(?:[a-z][a-z0-9+.-]{0,30}://|www\.)[\w.~:/?#@!$&'()*+,;=%-]+"""
    r"""|(?<![\w.+-])[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+""",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")


def inline(text: str) -> str:
    """Escape the characters that are markup inside a line.

    An address stays as it is written, so that it can be copied and followed: inside it they are
    escaped only where they would be markup there too, or it stands in ``<…>``.
    """
    parts, at = [], 0
    for match in _ADDRESS.finditer(text):
        address = _trimmed(match[0])
        end = match.start() + len(address)
        parts += [_escaped(text[at : match.start()]), _address(address, text[end : end + 1])]
        at = end
    return "".join([*parts, _escaped(text[at:])])


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def _trimmed(address: str) -> str:
    """Leave to the sentence what ends an address and is seldom of it, as GitHub does."""
    end = len(address)
    unopened = address.count(")") - address.count("(")
    while end:
        if address[end - 1] == ")" and unopened > 0:
            unopened -= 1
        elif address[end - 1] not in "?!.,:;*_~'":
            break
        end -= 1
    return address[:end]


def _address(address: str, after: str) -> str:
    """Return an address as it is, where nothing in it can be markup; ``after`` follows it."""
    if not any(_acts(address + after, *found.span()) for found in _SPECIALS.finditer(address)):
        # What makes links of bare addresses takes an escape after one for a part of it.
        if _SPECIAL.match(after) is None or _IN_BRACKETS.match(address) is None:
            return address
    elif _IN_BRACKETS.match(address) is None:
        return _escaped(address)
    return f"<{address}>" if _ENTITY.search(address) is None else _escaped(address)


def _acts(address: str, start: int, end: int) -> bool:
    """Tell whether special characters of an address, ``start`` to ``end``, may be markup.

    Underscores after a letter cannot begin anything, and a tilde after a slash cannot end it. An
    ampersand is one of an address unless it begins an entity.
    """
    sign, before, after = address[start], address[start - 1 : start], address[end : end + 1]
    if sign == "_":
        return not before.isalnum()
    if sign == "~":
        return not (before == "/" and after.isalnum())
    return sign != "&" or _ENTITY.match(address, end - 1) is not None


def starts(text: str) -> str:
    """Escape what would begin a block at the start of a line of escaped text."""
    text = re.sub(r"(?m)^[ \t]+", "", text)  # four spaces would be code
    return _AT_START.sub(lambda match: f"{match[1] or ''}\\", text)


def escape(text: str) -> str:
    """Escape ``text`` as one line that CommonMark shows unchanged.

    White space at the ends is dropped, and line breaks inside become spaces: both would be markup.
    """
    return starts(inline(" ".join(text.split("\n")).replace("\t", " ").strip()))


def write(sheets: Sequence[Sheet]) -> str:
    """Render all documents, then one glossary, then the footnotes.

    It ends with a line break.
    """
    blocks: list[str] = []
    notes: list[str] = []
    for number, sheet in enumerate(sheets, 1):
        prefixes = _prefixes(sheet, f"{number}-" if len(sheets) > 1 else "")
        blocks += _document(sheet, prefixes)
        notes += _footnotes(sheet, prefixes)
    if heads := headings.notes(sheets):
        blocks.insert(0, f"> {_stack(_proses(heads, sheets[0], [''] * len(heads)), '> ')}")
    items = bilingual.glossaries(sheets)
    if items:
        blocks.append(f"## {headings.of(sheets[0], headings.GLOSSARY)}")
        blocks += [_glossary_item(row, sheets[0]) for row in items]
    blocks += notes
    return "\n\n".join(blocks) + "\n"


def _prefixes(sheet: Sheet, prefix: str) -> list[str]:
    """Return the prefix of footnote labels in each language.

    They are shared where paragraphs have one id.
    """
    rows_ = rows(sheet, lambda tree: tree.rows)
    shared = all(len({p.id for passages in row for p in passages}) == 1 for row in rows_)
    return [
        prefix if shared or not side else f"{prefix}{tree.language}-"
        for side, tree in enumerate(sheet)
    ]


def _document(sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    first, *others = distinct(escape(tree.title.text) for tree in sheet)
    blocks = [f"# {first}", *(f"**{title}**" for title in others)]
    blocks += [
        "\n".join(f"- **{escape(f.label)}:** {escape(f.value)}" for f in facts)
        for facts in distinct(tree.facts for tree in sheet)
        if facts
    ]
    if not sheet[0].has_summary:
        blocks.append(_stack(escape(headings.no_summary(tree)) for tree in sheet))
    for heading in headings.SECTIONS:
        section = [block for block in _SECTIONS[heading](sheet, prefixes) if block]
        if section:
            blocks += [f"## {headings.of(sheet, heading)}", *section]
    if sheet[0].id is None and sheet[0].rows:
        # Nothing cites these: they stand as the text that they are.
        blocks.append(f"## {headings.joined(map(headings.passages, sheet))}")
        for row in rows(sheet, lambda tree: tree.rows):
            for passages in zip_longest(*row, fillvalue=_NOTHING):
                lines = (passage.line for passage in passages)
                blocks.append(_stack(_proses(lines, sheet, prefixes)))
    return [*blocks, *_own_notes(sheet, prefixes)]


def _own_notes(sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    """Render the reader's own notes, which are in his words, whatever the languages."""
    blocks: list[str] = []
    for note in sheet[0].own_notes or ():
        if quoted := headings.quotation(note, sheet[0].language):
            blocks.append(f"> {escape(quoted)}")
        blocks.append(_stack(map(escape, note.text.split("\n"))))
        cites = (
            ""
            if sheet[0].id is None
            else "".join(f"[^{_label(prefixes[0], id)}]" for id in note.cites)
        )
        blocks.append(f"*{escape(headings.about(note))}*{cites}")
    return [f"## {headings.of(sheet, headings.NOTES)}", *filter(None, blocks)] if blocks else []


def _gist(sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    gists = [tree.gist for tree in sheet if tree.gist]
    return distinct(_proses(gists, sheet, prefixes)) if gists else []


def _claims(sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    blocks = []
    for topics in rows(sheet, lambda tree: tree.topics):
        blocks.append(f"### {escape(headings.joined(headings.topics(sheet, topics)))}")
        claims = zip(*(topic.claims for topic in topics), strict=True)
        blocks.append(_list(_tagged(row, sheet, prefixes) for row in claims))
    return blocks


def _tagged(claims: Sequence[Claim], sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    """Return each claim under its id, with how far it goes and who says it."""
    texts = _proses((claim.line for claim in claims), sheet, prefixes)
    tags = (added.tag_in(tree, claim) for tree, claim in zip(sheet, claims, strict=True))
    return [
        f"**{escape(claim.id)}** {text}" + (f" — *{inline(tag)}*" if tag else "")
        for claim, text, tag in zip(claims, texts, tags, strict=True)
    ]


def _discrepancies(sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    blocks = []
    for row in rows(sheet, lambda tree: tree.discrepancies):
        about = distinct(_proses((d.about for d in row), sheet, prefixes))
        blocks.append(f"### {headings.joined(about)}")
        said = zip(*map(added.sides, row), strict=True)
        blocks.append(_list(_proses(lines, sheet, prefixes) for lines in said))
        reasons = [added.why_in(tree, d) for tree, d in zip(sheet, row, strict=True)]
        blocks.append(_stack(_proses(reasons, sheet, prefixes)))
    return _under_added(blocks, sheet)


def _notes(heading: str) -> Callable[[Sheet, Sequence[str]], list[str]]:
    def written(sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
        items = [
            [
                f"**{escape(note.date)}** — {text}" if note.date else text
                for note, text in zip(
                    row, _proses(map(added.said, row), sheet, prefixes), strict=True
                )
            ]
            for row in rows(sheet, lambda tree: added.notes(tree, heading))
        ]
        return _under_added([_list(items)] if items else [], sheet)

    return written


def _under_added(blocks: list[str], sheet: Sheet) -> list[str]:
    return [f"*{inline(headings.of(sheet, headings.ADDED))}*", *blocks] if blocks else []


def _participants(sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    people = rows(sheet, lambda tree: tree.participants)
    return [
        _list(
            _named((p.name.text for p in row), _proses((p.role for p in row), sheet, prefixes))
            for row in people
        )
    ]


def _events(sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    events = rows(sheet, lambda tree: tree.events)
    return [
        _list(
            _named((e.date for e in row), _proses((e.line for e in row), sheet, prefixes))
            for row in events
        )
    ]


def _documents(sheet: Sheet, _prefixes: Sequence[str]) -> list[str]:
    names = rows(sheet, lambda tree: tree.documents)
    return [_list([escape(headings.joined(n.text for n in row))] for row in names)]


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


def _stack(texts: Iterable[str], indent: str = "") -> str:
    """Stack a text in each language, with hard breaks between.

    A backslash at a line's end is CommonMark's hard break.
    """
    return f"\\\n{indent}".join(distinct(filter(None, texts)))


def _list(items: Iterable[Iterable[str]]) -> str:
    return "\n".join(f"- {_stack(texts, '  ')}" for texts in items)


def _named(names: Iterable[str], texts: Iterable[str]) -> list[str]:
    return [
        f"**{escape(name)}** — {text}".replace(" — \xa0", "\xa0")
        for name, text in zip(names, texts, strict=True)
    ]


def _proses(lines: Iterable[Line], sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    """Render each line in the language of its side of the sheet."""
    return [
        _prose(line, prefix, translator(tree.language)(headings.UNTRANSLATED))
        for line, tree, prefix in zip(lines, sheet, prefixes, strict=True)
    ]


def _prose(line: Line, prefix: str, untranslated: str) -> str:
    text = escape(line.text)
    if line.untranslated:
        text += f" *({escape(untranslated)})*"
    return text + "".join(f"[^{_label(prefix, id)}]" for id in line.cites)


def _label(prefix: str, id: str) -> str:
    return prefix + re.sub(r"[^\w-]", "_", id)


def _footnotes(sheet: Sheet, prefixes: Sequence[str]) -> list[str]:
    """Render the cited paragraphs as footnotes, in every language that cites them."""
    if sheet[0].id is None and sheet[0].draft is None:
        return []
    cited = {
        _label(prefix, id)
        for tree, prefix in zip(sheet, prefixes, strict=True)
        for id in headings.cited(tree)
    }
    notes: dict[str, list[str]] = {}
    for row in rows(sheet, lambda tree: tree.rows):
        for passages, tree, prefix in zip(row, sheet, prefixes, strict=True):
            untranslated = translator(tree.language)(headings.UNTRANSLATED)
            for passage in passages:
                text = _prose(passage.line, prefix, untranslated)
                note = f"{_place(tree, passage.id)}: {text}"
                notes.setdefault(_label(prefix, passage.id), []).append(note)
    if not notes:  # without the text a note tells the place alone
        for id in sorted({id for tree in sheet for id in headings.cited(tree)}):
            for tree, prefix in zip(sheet, prefixes, strict=True):
                notes.setdefault(_label(prefix, id), []).append(f"{_place(tree, id)}.")
    return [f"[^{label}]: {_stack(notes[label], '    ')}" for label in notes if label in cited]


def _place(tree: Briefing, paragraph: str) -> str:
    text = translator(tree.language)(N_("{source}, paragraph {paragraph}"))
    return text.format(source=escape(headings.source_line(tree)), paragraph=escape(paragraph))


def _glossary_item(row: Sequence[GlossaryItem], sheet: Sheet) -> str:
    texts = _proses((item.definition for item in row), sheet, [""] * len(sheet))
    lines = []
    for item, definition in zip(row, texts, strict=True):
        short = f" ({escape(', '.join(item.abbreviations))})" if item.abbreviations else ""
        lines.append(f"**{escape(item.name.text)}**{short}")
        if item.definition.text:
            lines.append(definition)
    return "\\\n".join(lines)
