"""One document in two languages: a pair of briefings that run side by side.

A writer takes *sheets*. A sheet is a tuple of one briefing, or of two of the same document,
in which every sequence is as long in one as in the other and has the same things in the same
order: zipping them is all that a writer does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeAlias, TypeVar

from reader.briefings import tree
from reader.briefings.tree import Briefing, GlossaryItem, Line, Matcher, Passage, glossary_items
from reader.language import locales
from reader.model import DocumentView, Dossier

Sheet: TypeAlias = tuple[Briefing, ...]
T = TypeVar("T")


def languages(own: str, spoken: str) -> tuple[str, str]:
    """Two languages for a dossier: its own first, then that which is spoken, or another."""
    return own, next(code for code in (spoken, *locales.languages()) if code != own)


def build(
    dossiers: Sequence[Dossier],
    views: Sequence[DocumentView],
    matcher: Matcher | None = None,
    *,
    text: bool = True,
    claims: Collection[str] | None = None,
) -> Sheet:
    """Build the sheet of a document from its view in the language of each of one or two dossiers."""
    trees = [
        tree.build(dossier, view, matcher, text=text, claims=claims)
        for dossier, view in zip(dossiers, views, strict=True)
    ]
    if len(trees) == 1:
        return (trees[0],)
    return pair(trees[0], trees[1], (dossiers[0], dossiers[1]))


def pair(first: Briefing, second: Briefing, dossiers: tuple[Dossier, Dossier]) -> Sheet:
    """Both briefings as one sheet; ``dossiers`` is the dossier in the language of each.

    A paragraph that only one of them has is an empty line in the other. The glossary has what
    occurs in either, in the order of the first.
    """
    ids = _merged([p.id for p in first.passages], [p.id for p in second.passages])
    wanted = {item.name.entry for item in (*first.glossary, *second.glossary)}
    items = glossary_items(dossiers[0], wanted)
    others = {item.name.entry: item for item in glossary_items(dossiers[1], wanted)}
    return (
        first._replace(passages=_passages(first, ids), glossary=items),
        second._replace(
            passages=_passages(second, ids),
            glossary=tuple(others[item.name.entry] for item in items),
        ),
    )


def rows(sheet: Sheet, get: Callable[[Briefing], Sequence[T]]) -> list[tuple[T, ...]]:
    """What ``get`` finds in the briefings of a sheet, side by side."""
    return list(zip(*map(get, sheet), strict=True))


def distinct(items: Iterable[T]) -> list[T]:
    """What is there in both languages alike stands once."""
    return list(dict.fromkeys(items))


def glossaries(sheets: Sequence[Sheet]) -> list[tuple[GlossaryItem, ...]]:
    """One glossary for all sheets: each entry once, in every language, in the first one's order."""
    from reader.language.words import fold

    entries = {
        row[0].name.entry: row
        for sheet in sheets
        for row in rows(sheet, lambda tree: tree.glossary)
    }
    if len(sheets) == 1:
        return list(entries.values())
    return sorted(entries.values(), key=lambda row: fold(row[0].name.text))


def _merged(first: list[str], second: list[str]) -> list[str]:
    """The ids of both in their order; what only the second has, where it stands there."""
    merged = list(first)
    at = 0
    for id in second:
        if id in merged:
            at = merged.index(id) + 1
        else:
            merged.insert(at, id)
            at += 1
    return merged


def _passages(briefing: Briefing, ids: Sequence[str]) -> tuple[Passage, ...]:
    own = {passage.id: passage for passage in briefing.passages}
    return tuple(own.get(id) or Passage(id, Line("", briefing.language)) for id in ids)
