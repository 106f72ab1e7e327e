"""Compiled glossaries as JSON and back.

What is read may be anything: unpacking it raises one of :data:`reader.storage.DAMAGE`, or gives a
value of other shape than was packed, and does nothing worse. (``marshal`` can end the program.)
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.terms.compiled import Compiled, Difference, TrieNode


# One encoder for all values: json.dumps makes one for each.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def pack(value: object) -> bytes:
    """Return a value of tuples, frozen sets, dictionaries and scalars as one line of JSON."""
    return lined(_plain(value))


def lined(value: object) -> bytes:
    """Return a value of lists, named fields and scalars as one line of JSON, the same each time."""
    return _encode(value).encode("utf-8", "surrogatepass")


def unpack(data: bytes) -> Any:
    """Return the value that :func:`pack` made ``data`` of."""
    return _whole(_loads(data))


def _loads(data: bytes) -> Any:
    return json.loads(data.decode("utf-8", "surrogatepass"))


def _plain(value: object) -> Any:
    """Return what JSON has for a value: pairs for a dictionary, marked lists for a frozen set."""
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, frozenset):
        return {"{}": sorted(value)}
    if isinstance(value, dict):
        return {"": [[_plain(key), _plain(part)] for key, part in value.items()]}
    return value


def _whole(plain: Any) -> Any:
    if type(plain) is list:
        return tuple([_whole(part) for part in plain])
    if type(plain) is dict:
        if "{}" in plain:
            return frozenset(plain["{}"])
        return {_whole(key): _whole(part) for key, part in plain[""]}
    return plain


# Nodes of the trie: JSON has all that they need, and they are unpacked while a text is scanned.


def pack_node(node: TrieNode) -> bytes:
    """Return a node of the trie as one line of JSON."""
    return lined(node)


def unpack_node(data: bytes) -> TrieNode:
    """Return the node that :func:`pack_node` made ``data`` of."""
    return _node(_loads(data))


def _node(plain: Any) -> TrieNode:
    if type(plain) is list:
        return tuple(plain)
    return {word: tuple(below) if word == "" else _node(below) for word, below in plain.items()}


# A compiled glossary.


def pack_compiled(compiled: Compiled) -> bytes:
    """Return a compiled glossary as lines: its parts, the words of its trie, their nodes."""
    ids, rows, people, rules, words, root = compiled
    # Columns are turned into tuples, and into rows, much faster than each row by itself.
    parts = (pack(ids), pack(tuple(zip(*rows, strict=True))), pack(people), pack(rules), words)
    return b"\n".join((*parts, pack(tuple(root)), *root.values()))


def unpack_compiled(data: bytes) -> Compiled:
    """Return the compiled glossary that :func:`pack_compiled` made ``data`` of."""
    ids, columns, people, rules, words, first_words, *nodes = data.split(b"\n")
    parts = [
        list(map(tuple, column)) if type(column[0]) is list else column
        for column in _loads(columns)
    ]
    rows: Any = tuple(zip(*parts, strict=True))
    root = dict(zip(_loads(first_words), nodes, strict=True))
    found = tuple(_loads(ids))
    places = parts[0] if parts else ()
    if not "".join(found).isprintable() or not min(places, default=0) >= 0:
        raise ValueError(found)
    if max(places, default=-1) >= len(found):
        raise LookupError(found)
    return found, rows, unpack(people), unpack(rules), words, root


def pack_difference(difference: Difference) -> bytes:
    """Return what is different in a compiled glossary as lines, like :func:`pack_compiled`."""
    *parts, words, nodes = difference
    return b"\n".join((*map(pack, parts), words, pack(tuple(nodes)), *nodes.values()))


def unpack_difference(data: bytes) -> Difference:
    """Return the difference that :func:`pack_difference` made ``data`` of."""
    gone, added, rows, people, rules, words, changed, *nodes = data.split(b"\n")
    packed = dict(zip(_loads(changed), nodes, strict=True))
    return unpack(gone), unpack(added), unpack(rows), unpack(people), unpack(rules), words, packed
