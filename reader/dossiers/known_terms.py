"""The terms of several entries, to be asked which of them a new one could be taken for."""

from __future__ import annotations

from collections.abc import Iterable

from reader.language.words import fold
from reader.model import Entry, Term

_Traits = tuple[bool, bool, bool]
"""Whether a term is in its exact case, is an abbreviation, and counts only after a fuller one."""

_Place = tuple[int, str, Term]
"""A term's number among all, its entry's id, and itself."""


class KnownTerms:
    """All terms of some entries, by language and normal form."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._alike: dict[tuple[str, str], dict[_Traits, dict[str, _Place]]] = {}
        self._entries: dict[str, Entry] = {}
        self._count = 0
        for entry in entries:
            self._entries[entry.id] = entry
            for language, terms in entry.terms.items():
                for term in terms:
                    self.add(entry.id, language, term)

    def add(self, id: str, language: str, term: Term) -> None:
        """Add a term of the entry ``id``."""
        alike = self._alike.setdefault((language, fold(term.text)), {})
        by_text = alike.setdefault(_traits(term), {})
        # The first of all these, and the first that is written so.
        for text in ("", term.text):
            by_text.setdefault(text, (self._count, id, term))
        self._count += 1

    def first(
        self, language: str, term: Term, *, after_full: bool = False
    ) -> tuple[str, Term] | None:
        """Return the first term that has the normal form of ``term``, and its entry's id.

        Terms that are distinct from it by their exact case are left out; ``after_full``: those,
        too, that count only after a fuller one, as it does.
        """
        own = _traits(term)
        found = [
            by_text[text]
            for traits, by_text in self._alike.get((language, fold(term.text)), {}).items()
            if (text := term.text if _is_exact(own, traits) else "") in by_text
            and not (after_full and own[2] and traits[2])
        ]
        return min(found)[1:] if found else None

    def entry(self, term: Term, language: str) -> Entry | None:
        """Return the entry with a term that is not distinct from ``term``."""
        found = self.first(language, term, after_full=True)
        return None if found is None else self._entries[found[0]]


def _traits(term: Term) -> _Traits:
    return term.case == "exact", term.type == "abbreviation", asks(term)


def asks(term: Term) -> bool:
    """Tell whether a term counts only where the text says that it is its entry's."""
    return term.after_full or bool(term.of)


def _is_exact(one: _Traits, other: _Traits) -> bool:
    """Tell whether each of two terms with such traits matches in its exact case only."""
    return (one[0] and other[0]) or (one[1] and other[1])
