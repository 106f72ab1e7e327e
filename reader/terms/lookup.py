"""Entries by any form of any of their terms, as it is typed."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from reader.language.words import WORD, fold
from reader.model import Entry
from reader.terms.match import Matcher, matcher


class LookUp:
    """Finds entries of a glossary by what somebody types."""

    def __init__(self, entries: Sequence[Entry], matcher_: Matcher | None = None) -> None:
        self._entries = list(entries)
        self._matcher = matcher_ or matcher(entries)
        self._terms = [
            (self._key(term.text), entry)
            for entry in entries
            for terms in entry.terms.values()
            for term in terms
        ]

    @staticmethod
    def _key(text: str) -> str:
        return " ".join(fold(m[0]) for m in WORD.finditer(text))

    def _whole(self, query: str) -> list[Entry]:
        from reader.terms.match import trie_of

        node = trie_of(self._matcher)
        for word in self._key(query).split():
            node = node.get(word)
            if node is None:
                return []
        ids = [shape.entry for shape in node.get("", ())]
        return [entry for entry in self._entries if entry.id in ids]

    def exact(self, query: str) -> bool:
        """Whether ``query`` is some form of some term, or the beginning of a term."""
        key = self._key(query)
        return bool(key) and bool(
            self._whole(query) or any(t.startswith(key) for t, _ in self._terms)
        )

    def find(self, query: str, *, limit: int = 20) -> list[Entry]:
        """Entries for ``query``, best first; the nearest ones where nothing fits exactly."""
        key = self._key(query)
        if not key:
            return self._entries[:limit]
        found = {entry.id: entry for entry in self._whole(query)}
        found |= {e.id: e for t, e in self._terms if t.startswith(key) and e.id not in found}
        found |= {e.id: e for t, e in self._terms if f" {key}" in t and e.id not in found}
        if not found:
            near = difflib.get_close_matches(key, [t for t, _ in self._terms], n=limit, cutoff=0.5)
            for term in near:
                found |= {e.id: e for t, e in self._terms if t == term and e.id not in found}
        return list(found.values())[:limit]
