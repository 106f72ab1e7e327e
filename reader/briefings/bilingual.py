"""One document in two languages: a pair of briefings that run side by side.

A writer takes *sheets*. A sheet is a tuple of one briefing, or of two of the same document,
in which every sequence is as long in one as in the other and has the same things in the same
order: zipping them is all that a writer does. Of the text these are the rows, which hold the
passages of each side that say the same: one, or several, or none.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeAlias, TypeVar

from reader.briefings import alignment, building
from reader.briefings.building import Matcher, glossary_items
from reader.briefings.tree import Briefing, GlossaryItem
from reader.language import locales
from reader.model import DocumentView, Dossier, Link

Sheet: TypeAlias = tuple[Briefing, ...]
T = TypeVar("T")


def languages(own: str, interface: str, spoken: Sequence[str]) -> tuple[str, str]:
    """Choose two languages for a dossier.

    Its own first, then the interface's if it is one of those ``spoken`` in the dossier, else
    another of these, else any.
    """
    wanted = (*((interface,) if interface in spoken else ()), *spoken, interface)
    return own, next(code for code in (*wanted, *locales.languages()) if code != own)


def build(
    dossiers: Sequence[Dossier],
    views: Sequence[DocumentView],
    matcher: Matcher | None = None,
    *,
    text: bool = True,
    claims: Collection[str] | None = None,
    links: Sequence[Link] | None = None,
) -> Sheet:
    """Build the sheet of a document from its view in one language or in each of two.

    ``links`` tell which paragraphs of two texts say the same; without them equal ids do.
    """
    trees = [
        building.build(dossier, view, matcher, text=text, claims=claims)
        for dossier, view in zip(dossiers, views, strict=True)
    ]
    if len(trees) == 1:
        return (trees[0],)
    return pair(trees[0], trees[1], (dossiers[0], dossiers[1]), links)


def pair(
    first: Briefing,
    second: Briefing,
    dossiers: tuple[Dossier, Dossier],
    links: Sequence[Link] | None = None,
) -> Sheet:
    """Join both briefings into one sheet.

    ``dossiers`` is the dossier in the language of each.

    What only one of them has stands in a row by itself. The glossary has what occurs in either,
    in the order of the first.
    """
    here, there = [p.id for p in first.passages], [p.id for p in second.passages]
    aligned = alignment.present(
        alignment.by_ids(here, there) if links is None else links, here, there
    )
    wanted = {item.name.entry for item in (*first.glossary, *second.glossary)}
    items = glossary_items(dossiers[0], wanted)
    others = {item.name.entry: item for item in glossary_items(dossiers[1], wanted)}
    return (
        first._replace(
            aligned=tuple(ids for ids, _ids in aligned), glossary=items, beside=second.text
        ),
        second._replace(
            aligned=tuple(ids for _ids, ids in aligned),
            glossary=tuple(others[item.name.entry] for item in items),
            beside=first.text,
        ),
    )


def rows(sheet: Sheet, get: Callable[[Briefing], Sequence[T]]) -> list[tuple[T, ...]]:
    """Return what ``get`` finds in the briefings of a sheet, side by side."""
    return list(zip(*map(get, sheet), strict=True))


def distinct(items: Iterable[T]) -> list[T]:
    """Drop repetitions: what both languages have alike stands once."""
    return list(dict.fromkeys(items))


def glossaries(sheets: Sequence[Sheet]) -> list[tuple[GlossaryItem, ...]]:
    """Join the glossaries of all sheets.

    Each entry once, in every language, in the first one's order.
    """
    from reader.language.words import fold

    entries = {
        row[0].name.entry: row
        for sheet in sheets
        for row in rows(sheet, lambda tree: tree.glossary)
    }
    if len(sheets) == 1:
        return list(entries.values())
    return sorted(entries.values(), key=lambda row: fold(row[0].name.text))
