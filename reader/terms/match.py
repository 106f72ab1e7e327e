"""Mentions of a glossary's entries in a text.

The words of a text are walked once. At each the trie says whether a form begins there, and
follows it over what may stand inside a term; the shape of a form that ends says on what
conditions it is a mention. Of mentions that overlap the longest wins, then the first, then
that of the entry that the glossary lists first.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from reader.terms import conditions
from reader.terms.conditions import AFTER_FULL, CONTEXT, POINT, Places
from reader.terms.text import Walk, addresses, closes, joint, walk, walk_joined

if TYPE_CHECKING:
    from reader.model import Mention

Span = tuple[int, int, int]
"""Start, end, place of the entry in the glossary."""

# What most often stands before and after a word: nothing that could make it another word.
_BEFORE = frozenset(' \n\t(«"“„—–[/>')
_AFTER = frozenset(' \n\t,;!?)»"”…—–]/<\r')


class Matcher:
    """Finds the mentions of a glossary's entries. :func:`reader.terms.matcher` makes it."""

    def __init__(self, compiled: tuple[Any, ...]) -> None:
        self._ids, self._shapes, self._people, self._stems, self._root = compiled

    def mentions(self, text: str, *, nested: bool = False) -> list[Mention]:
        """The mentions in ``text``, in order, with offsets in code points.

        They don't overlap; with ``nested``, mentions of other entries inside one follow it.
        """
        return self.in_paragraphs((text,), nested=nested)[0]

    def in_paragraphs(self, texts: Sequence[str], *, nested: bool = False) -> list[list[Mention]]:
        """The mentions in each part of one text, with offsets in the part."""
        from reader.model import Mention

        named: set[int] = set()
        ids = self._ids
        return [
            [
                Mention(start, end, text[start:end], ids[place])
                for start, end, place in self._find(text, named, nested)
            ]
            for text in texts
        ]

    def spans(self, text: str, *, nested: bool = False) -> list[tuple[int, int, str]]:
        """Start, end and entry of each mention: :meth:`mentions` in plain tuples."""
        ids = self._ids
        return [(start, end, ids[place]) for start, end, place in self._find(text, set(), nested)]

    def named_by(self, words: Sequence[str]) -> list[str]:
        """Entries that ``words``, in normal form, are a form of; whatever its conditions."""
        node: Any = self._root
        for i, word in enumerate(words):
            node = self._at(word) if i == 0 else node.get(word) if isinstance(node, dict) else None
            if node is None:
                return []
        ends = node.get("", ()) if isinstance(node, dict) else node
        return list(dict.fromkeys(self._ids[self._shapes[i][0]] for i in ends))

    def begun_by(self, words: Sequence[str]) -> list[str]:
        """Entries with a form that begins with ``words``, the last of which may be unfinished."""
        node: Any = self._root
        for i, word in enumerate(words[:-1]):
            node = self._at(word) if i == 0 else node.get(word) if isinstance(node, dict) else None
            if node is None:
                return []
        if not isinstance(node, dict) or not words:
            return []
        top = len(words) == 1
        found: dict[str, None] = {}
        for word in [w for w in node if w.startswith(words[-1]) and w]:
            for i in _ends(self._at(word) if top else node[word]):
                found[self._ids[self._shapes[i][0]]] = None
        return list(found)

    def _at(self, word: str) -> Any:
        node = self._root.get(word)
        if type(node) is bytes:
            node = self._root[word] = marshal.loads(node)
        return node

    def _find(self, text: str, named: set[int], nested: bool) -> list[Span]:
        joined = walk_joined(text)
        if joined is None:
            found = self._scan(walk(text), named)
        else:
            before = set(named)
            found = self._scan(walk(text), named)
            found = sorted({*found, *self._scan(joined, before)})
            named |= before
        if not found:
            return found
        barred = addresses(text)
        if barred:
            found = [s for s in found if not any(a < s[1] and s[0] < b for a, b in barred)]
        return _choose(found, nested)

    def _scan(self, walked: Walk, named: set[int]) -> list[Span]:
        """Every mention by its own conditions, overlapping ones too, by start."""
        text, source, pattern, normal = walked
        root, shapes = self._root, self._shapes
        get, search, loads = root.get, pattern.search, marshal.loads
        found: list[Span] = []
        for match in pattern.finditer(source):
            word = match[0] if normal is None else normal(match[0])
            node = get(word)
            if node is None:
                continue
            if type(node) is bytes:
                node = root[word] = loads(node)
            start, end = match.span()
            places = [(start, end)]
            gaps: list[str] | None = None
            while True:
                leaf = type(node) is tuple
                ends = node if leaf else node.get("")
                if ends is not None:
                    for i in ends:
                        shape = shapes[i]
                        until = self._fits(text, places, gaps, shape, named)
                        if until:
                            found.append((start, until, shape[0]))
                            if not shape[1] & AFTER_FULL:
                                named.add(shape[0])
                if leaf:
                    break
                following = search(source, end)
                if following is None:
                    break
                node = node.get(following[0] if normal is None else normal(following[0]))
                if node is None:
                    break
                begin = following.start()
                gap = text[end:begin]
                if gap != " ":
                    if joint(gap) is None:
                        break
                    if gaps is None:
                        gaps = [" "] * (len(places) - 1)
                    gaps.append(gap)
                elif gaps is not None:
                    gaps.append(gap)
                end = following.end()
                places.append((begin, end))
        return found

    def _fits(
        self,
        text: str,
        places: Places,
        gaps: list[str] | None,
        shape: tuple[Any, ...],
        named: set[int],
    ) -> int:
        """Where the mention ends, or 0 where its conditions aren't met."""
        place, flags, capitals, exact, joints, signs = shape
        start, end = places[0][0], places[-1][1]
        if capitals and not conditions.has_capital(text, places, capitals):
            return 0
        if exact and not conditions.looks_exact(text, places, exact):
            return 0
        if (gaps or joints) and not _joined_alike(gaps, joints, text, places):
            return 0
        if flags & AFTER_FULL and place not in named:
            return 0
        if signs != ("", ""):
            before, after = signs
            if not text.startswith(after, end) or (before and text[start - 1 : start] != before):
                return 0
            start, end = start - len(before), end + len(after)
        elif flags & POINT and text[end : end + 1] == ".":
            if text[end + 1 : end + 2].isalnum() and text[end + 1].isascii():
                return 0
            end += 1
        if not (
            (start == 0 or text[start - 1] in _BEFORE)
            and (end == len(text) or text[end] in _AFTER)
            and (start < 2 or text[start - 1] not in " \n\t" or text[start - 2] not in "-\n\r ")
        ) and not conditions.stands_alone(text, start, end, flags, self._root):
            return 0
        if flags & CONTEXT or exact:
            from reader.terms import context

            around = context.Around(text, start, end, self._root)
            if not context.allows(
                around, shape, self._people.get(place), self._stems.get(place, ())
            ):
                return 0
        if gaps and end < len(text) and any(closes(gap, text[end]) for gap in gaps):
            end += 1
        return end


def _ends(node: Any) -> Iterable[int]:
    """Every shape in and below a node."""
    if isinstance(node, tuple):
        return node
    return (i for below in node.values() for i in _ends(below))


def _joined_alike(
    gaps: list[str] | None, joints: tuple[str, ...], text: str, places: Places
) -> bool:
    """Whether what stands between the words is what may stand there."""
    expected = joints or ("",) * (len(places) - 1)
    for i, wanted in enumerate(expected):
        found = joint(gaps[i]) if gaps else ""
        if found == wanted:
            continue
        if found in ("", "-"):
            if wanted in "&/+" and wanted:
                return False
        elif found == "–":
            if wanted != "-":
                return False
        elif not (found in ("№", "#") and text[places[i + 1][0]].isdigit()):
            return False
    return True


def _choose(found: list[Span], nested: bool) -> list[Span]:
    """Of overlapping mentions the longest; ``found`` is sorted by start."""
    chosen: list[Span] = []
    at, count = 0, len(found)
    while at < count:
        # Mentions that overlap, one by one, are decided together.
        until, upto = found[at][1], at + 1
        while upto < count and found[upto][0] < until:
            until = max(until, found[upto][1])
            upto += 1
        if upto == at + 1:
            chosen.append(found[at])
        else:
            chosen.extend(_longest(found[at:upto], nested, frozenset()))
        at = upto
    return chosen


def _longest(found: list[Span], nested: bool, within: frozenset[int]) -> list[Span]:
    taken: list[Span] = []
    for span in sorted(found, key=lambda s: (s[0] - s[1], s[0], s[2])):
        if all(span[1] <= other[0] or other[1] <= span[0] for other in taken):
            taken.append(span)
    taken.sort()
    if not nested:
        return taken
    result: list[Span] = []
    for span in taken:
        result.append(span)
        entries = within | {span[2]}
        inside = [
            other
            for other in found
            if span[0] <= other[0]
            and other[1] <= span[1]
            and other[:2] != span[:2]
            and other[2] not in entries
        ]
        if inside:
            result.extend(_longest(inside, True, entries))
    return result
