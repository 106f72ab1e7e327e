"""The paragraphs of a text that a search looks at, and where in them it finds what it asks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from reader.library.search_terms import Condition
from reader.library.snippets import Ranges
from reader.model import Mention, Text

Mentions = Callable[[Sequence[str], bool], list[list[Mention]]]
"""Finds mentions in the paragraphs of a text; the second argument: the glossary is its own."""


class Paragraphs:
    """The paragraphs of a text, and where things stand in them."""

    def __init__(
        self, title: str, text: Text, published: str, mentions: Mentions, at_home: bool
    ) -> None:
        self.title = title
        self.published = published
        self.by_id = {p.id: p.text for p in text.paragraphs}
        self.first = text.paragraphs[0].id if text.paragraphs else ""
        self._find_mentions = mentions
        self._at_home = at_home
        self._mentions: Mapping[str, Sequence[Mention]] | None = None
        self._named: dict[str, Mapping[str, Ranges] | None] = {}
        self.stored: Callable[[str], Sequence[tuple[str, str]] | None] = lambda _entry: None

    def find(
        self, conditions: Sequence[Condition], paragraph: str, text: str
    ) -> tuple[Ranges, ...]:
        """Return where each condition holds in a paragraph, or, without an id, in the title."""
        return tuple(self._where(condition, paragraph, text) for condition in conditions)

    def _where(self, condition: Condition, paragraph: str, text: str) -> Ranges:
        ranges: list[tuple[int, int]] = []
        for wording in condition.wordings:
            if wording.entry:
                ranges += self._mentioned(wording.entry, paragraph)
                continue
            each = [pattern.matches([text])[0] for pattern in wording.patterns]
            if all(each):
                ranges += lit(text, (one for some in each for one in some), ())
        return joined(ranges)

    def _mentioned(self, entry: str, paragraph: str) -> Ranges:
        """Return where an entry is mentioned in a paragraph; what is stored has no titles."""
        if entry not in self._named:
            stored = self.stored(entry)
            self._named[entry] = None if stored is None else self._places(stored)
        known = self._named[entry]
        if known is not None and paragraph:
            return known.get(paragraph, ())
        mentions = self._found().get(paragraph, ())
        return [(mention.start, mention.end) for mention in mentions if mention.entry == entry]

    def _places(self, stored: Sequence[tuple[str, str]]) -> Mapping[str, Ranges]:
        places: dict[str, list[tuple[int, int]]] = {}
        for paragraph, form in dict.fromkeys(stored):
            pattern = rf"(?<!\w){re.escape(form)}"
            found = re.finditer(pattern, self.by_id.get(paragraph, ""))
            places.setdefault(paragraph, []).extend(match.span() for match in found)
        return places

    def _found(self) -> Mapping[str, Sequence[Mention]]:
        if self._mentions is None:
            ids = ["", *self.by_id]
            found = self._find_mentions([self.title, *self.by_id.values()], self._at_home)
            self._mentions = dict(zip(ids, found, strict=True))
        return self._mentions


def lit(
    text: str, words: Iterable[tuple[int, int]], mentions: Iterable[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Return what is lit of a text: words to their ends, and mentions, sorted and apart."""
    return joined([*((a, _end_of_word(text, b)) for a, b in words), *mentions])


def _end_of_word(text: str, end: int) -> int:
    """Return where the word ends of which the beginning was found."""
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return end


def joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return ranges sorted, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
