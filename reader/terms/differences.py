"""A glossary that is nearly one compiled before, as what is different in it.

A changed entry among thousands would otherwise have the forms of all of them put together and
written again. What was compiled whole (the base) keeps a mark of every entry; a glossary with
nearly the same entries in the same order is made from it, and a file of it holds only the rows,
rules and nodes of the trie that are others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reader.terms import packing
from reader.terms.compiled import INITIAL_POINT, Compiled, Difference, Row, TrieNode
from reader.terms.nodes import merge, tight

if TYPE_CHECKING:
    from reader.model import Entry
    from reader.terms.names_of_people import FormCache

LEAST = 256
"""Entries of a glossary that is worth it: a smaller one is compiled in less than 30 ms."""

_SHARE = 10
"""One entry in so many may be another one."""

_MARK = 8
_NUMBER = re.compile(rb"(?<=[\[,])\d+(?=[],])")


def marks(entries: Sequence[Entry], told: Callable[[Entry], object]) -> list[str]:
    """Return a mark of each entry: of what ``told`` tells of it, and of those that it builds on.

    Its terms may be those of owners, and stand for what is related to it.
    """
    from hashlib import blake2b

    known: dict[str, Entry] = {entry.id: entry for entry in entries}
    found = []
    for entry in entries:
        parts = [repr(told(entry))]
        owners = {id for terms in entry.terms.values() for term in terms for id in term.of}
        if owners:
            others = (known.get(id) for id in (*sorted(owners), *entry.related))
            parts += [repr(told(other)) if other else "" for other in others]
        data = "\n".join(parts).encode("utf-8", "surrogatepass")
        found.append(blake2b(data, digest_size=_MARK).hexdigest())
    return found


def kept(base: Sequence[str], now: Sequence[str]) -> list[int] | None:
    """Return for each mark of ``now`` its place in ``base`` or -1; ``None`` if too few are there.

    Those that are kept are in the order of the base.
    """
    places = {mark: place for place, mark in enumerate(base)}
    last, found = -1, []
    for mark in now:
        place = places.get(mark, -1)
        if place > last:
            last = place
            found.append(place)
        else:
            found.append(-1)
    same = len(found) - found.count(-1)
    allowed = len(base) // _SHARE
    return found if max(len(base), len(now)) - same <= allowed else None


def difference(
    base: Compiled, entries: Sequence[Entry], order: Sequence[int], form_cache: FormCache
) -> Difference | None:
    """Compile the entries whose place in ``order`` is -1; the others are those of ``base``.

    ``None`` where the languages are not the same, by which the patterns are numbered.
    """
    from reader.terms.trie import builder_of

    _ids, rows, _people, rules, words, root = base
    vocabulary = packing.unpack(words)
    builder = builder_of(entries, form_cache, [each[0] for each in vocabulary["languages"]])
    if builder is None:
        return None
    builder.rules |= {rule: number for number, rule in enumerate(rules)}
    builder.first_row = len(rows)
    added = [place for place, old in enumerate(order) if old < 0]
    for place in added:
        builder.add(place, entries[place])
    gone = sorted({*range(len(base[0]))} - set(order))
    now = {old: place for place, old in enumerate(order) if old >= 0}
    all_rows = [*((now.get(row[0], -1), *row[1:]) for row in rows), *builder.rows]

    nodes: dict[str, TrieNode] = {}
    for word in {
        *_words_of(root, {i for i, row in enumerate(all_rows) if row[0] < 0}),
        *builder.trie,
    }:
        node = _as_built(packing.unpack_node(root[word]), all_rows) if word in root else {}
        merge(node, builder.trie.get(word, {}))
        nodes[word] = node
    initials = vocabulary["initials"] | builder.initials
    _join_initials(initials, nodes, root, all_rows)
    packed = {word: _packed(node, all_rows) for word, node in nodes.items()}
    begun = {word for word in (root.keys() | packed.keys()) if packed.get(word, b".")}
    changed = {
        **vocabulary,
        "gapped": vocabulary["gapped"] | builder.gapped,
        "initials": frozenset(
            each for each in initials if each + INITIAL_POINT in begun and each not in begun
        ),
        "shared": vocabulary["shared"] or builder.is_shared(nodes.values(), all_rows),
        "countries": vocabulary["countries"] or frozenset(builder.countries()),
    }
    return (
        tuple(gone),
        tuple((place, entries[place].id) for place in added),
        tuple(builder.rows),
        builder.plain_people(),
        tuple(builder.rules)[len(rules) :],
        b"" if changed == vocabulary else packing.pack(changed),
        packed,
    )


def changed(base: Compiled, other: Difference) -> Compiled:
    """Return the compiled glossary that is ``base`` but for a difference.

    The trie of ``base`` becomes that of the other. Raises one of :data:`reader.storage.DAMAGE`
    where the two don't fit.
    """
    ids, rows, people, rules, words, root = base
    gone, added, new_rows, new_people, new_rules, new_words, nodes = other
    order = list(range(len(ids)))
    for place in reversed(gone):
        del order[place]
    for place, _id in added:
        order.insert(place, -1)
    named = dict(added)
    new_ids = tuple([ids[old] if old >= 0 else named[n] for n, old in enumerate(order)])
    if not "".join(named.values()).isprintable():
        raise ValueError(named)
    left = people.keys() - set(gone)
    now = list(range(len(ids)))
    if gone != tuple(place for place, _id in added):
        # A place of an entry that is gone is in no node of the trie.
        now = [0] * len(ids)
        for place, old in enumerate(order):
            if old >= 0:
                now[old] = place
        rows = tuple([(now[row[0]], *row[1:]) for row in rows])
    if any(not 0 <= row[0] < len(new_ids) for row in new_rows):
        raise LookupError(new_ids)
    root.update(nodes)
    for word in [word for word, node in nodes.items() if not node]:
        del root[word]
    return (
        new_ids,
        (*rows, *new_rows),
        {**{now[place]: people[place] for place in left}, **new_people},
        (*rules, *new_rules),
        new_words or words,
        root,
    )


def _as_built(node: TrieNode, rows: Sequence[Row]) -> dict[str, Any]:
    """Return a node as it is built, without the patterns of entries that are gone."""
    if isinstance(node, tuple):
        node = {"": node}
    built: dict[str, Any] = {}
    for word, below in node.items():
        if word == "":
            left: dict[Any, Any] = {i: None for i in below if rows[i][0] >= 0}
        else:
            left = _as_built(below, rows)
        if left:
            built[word] = left
    return built


def _packed(node: dict[str, Any], rows: Sequence[Row]) -> bytes:
    """Return a node packed, its patterns in the order of their entries; nothing of an empty one."""
    if not node:
        return b""
    _sort(node, rows)
    return packing.pack_node(tight(node))


def _sort(node: dict[str, Any], rows: Sequence[Row]) -> None:
    for word, below in node.items():
        if word == "":
            node[word] = dict.fromkeys(sorted(below, key=lambda i: rows[i][0]))
        else:
            _sort(below, rows)


def _words_of(root: Mapping[str, bytes], numbers: set[int]) -> Iterable[str]:
    """Yield the words whose nodes have one of the patterns ``numbers``, and perhaps some others."""
    if not numbers:
        return
    wanted = {str(number).encode() for number in numbers}
    for word, node in root.items():
        if not wanted.isdisjoint(_NUMBER.findall(node)):
            yield word


def _join_initials(
    initials: Iterable[str],
    nodes: dict[str, TrieNode],
    root: Mapping[str, bytes],
    rows: Sequence[Row],
) -> None:
    """Put the abbreviations of a letter that begins other forms as well under the letter."""
    for letter in initials:
        pointed = letter + INITIAL_POINT
        for word in (letter, pointed):
            if word not in nodes and word in root:
                nodes[word] = _as_built(packing.unpack_node(root[word]), rows)
        if nodes.get(letter) and nodes.get(pointed):
            merge(nodes[letter], nodes[pointed])
            nodes[pointed] = {}
