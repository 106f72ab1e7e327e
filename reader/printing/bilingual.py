"""One document in two languages: a pair of briefings that run side by side.

A writer takes *sheets*. A sheet is a tuple of one briefing, or of two of the same document,
in which every sequence is as long in one as in the other and has the same things in the same
order: zipping them is all that a writer does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from reader.model import Dossier
from reader.printing.tree import Briefing, GlossaryItem, Line, Passage, glossary_items

Sheet: TypeAlias = tuple[Briefing, ...]


def pair(first: Briefing, second: Briefing, dossiers: tuple[Dossier, Dossier]) -> Sheet:
    """Both briefings as one sheet; ``dossiers`` is the dossier in the language of each.

    A paragraph that only one of them has is an empty line in the other. The glossary has what
    occurs in either, in the order of the first.
    """
    ids = dict.fromkeys(p.id for tree in (first, second) for p in tree.passages)
    if first.passages:  # those that only the second has stand where they stand there
        ids = _merged([p.id for p in first.passages], [p.id for p in second.passages])
    wanted = {item.name.entry for tree in (first, second) for item in tree.glossary}
    items = glossary_items(dossiers[0], wanted)
    others = {item.name.entry: item for item in glossary_items(dossiers[1], wanted)}
    return (
        replace(first, passages=_passages(first, ids), glossary=items),
        replace(
            second,
            passages=_passages(second, ids),
            glossary=tuple(others[item.name.entry] for item in items),
        ),
    )


def glossaries(sheets: Sequence[Sheet]) -> list[tuple[GlossaryItem, ...]]:
    """One glossary for all sheets: each entry once, in every language, in the first one's order."""
    from reader.language.words import fold

    rows = {
        row[0].name.entry: row
        for sheet in sheets
        for row in zip(*(tree.glossary for tree in sheet), strict=True)
    }
    if len(sheets) == 1:
        return list(rows.values())
    return sorted(rows.values(), key=lambda row: fold(row[0].name.text))


def _merged(first: list[str], second: list[str]) -> dict[str, None]:
    merged = list(first)
    at = 0
    for id in second:
        if id in merged:
            at = merged.index(id) + 1
        else:
            merged.insert(at, id)
            at += 1
    return dict.fromkeys(merged)


def _passages(tree: Briefing, ids: dict[str, None]) -> tuple[Passage, ...]:
    own = {passage.id: passage for passage in tree.passages}
    return tuple(own.get(id) or Passage(id, Line("", tree.language)) for id in ids)
