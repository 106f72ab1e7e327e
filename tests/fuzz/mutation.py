"""Inputs: sound ones with a few things changed in them, so that they get far."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import yaml
from hypothesis import strategies as st

from tests.whole import hostile

CONTROLS = tuple(chr(code).encode() for code in (*range(0x20), 0x7F, 0x80, 0x85, 0x9B, 0x9D, 0x9F))
"""Every control character, and some that are made of two."""

TEXTS = tuple(text.encode() for text in (*hostile.STEERING, *hostile.MARKUP, *hostile.ODD))
SIGNS = tuple(
    sign.encode()
    for sign in (
        *"\"'`\\/<>&|*_#-+=~^$%@!?:;,.()[]{}№§«»“”’…—–",
        *("\n", "\r\n", "\r", "\n\n", "\t", "    ", "\x0c", " ", "\u00a0", "\u00ad", "\u2060"),
        *("\u0301", "\u0483", "\u20dd", "\ufe0f", "\u200d", "👩‍👩‍👧‍👦", "👍🏽", "ı", "İ", "ß", "ё"),
        *("0", "1", "-1", "007", "1e999", "9" * 40, "²", "①", "٣", "NaN", "null", "true", "no"),
        *("\ud7ff", "\ue000", "\ufffe", "\U0010ffff", "中", "א", "ﷺ", "\u202e"),
    )
)  # fmt: skip
BYTES = (
    *(b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x82", b"\xd0", b"\x00"),
    *(b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xcf\xf0\xe8\xe2\xe5\xf2", b"\xf0\xd2\xc9"),
)
GENERAL = (*SIGNS, *SIGNS, *CONTROLS, *BYTES, *TEXTS)

LARGEST = 64 * 2**10
"""Bytes of an input: what is done by the square of its size shows at this one."""


class Change(NamedTuple):
    """One change to some bytes: where, in parts of a thousand of them, and what."""

    kind: str
    at: int
    length: int
    token: bytes
    times: int


KINDS = ("insert", "insert", "insert", "replace", "delete", "repeat", "flip", "cut", "copy", "swap")


def changed(data: bytes, changes: Sequence[Change]) -> bytes:
    """Return ``data`` with the changes made, one after the other."""
    for kind, at, length, token, times in changes:
        start = len(data) * at // 1000
        end = min(len(data), start + length)
        before, part, after = data[:start], data[start:end], data[end:]
        if kind == "insert":
            data = before + token * times + part + after
        elif kind == "replace":
            data = before + token + after
        elif kind == "delete":
            data = before + after
        elif kind == "repeat":
            data = before + part * times + after
        elif kind == "flip" and part:
            data = before + bytes([part[0] ^ (1 << times % 8)]) + part[1:] + after
        elif kind == "cut":
            data = before
        elif kind == "copy":
            data = data + part
        elif kind == "swap":
            data = before + after[:length] + part + after[length:]
        data = data[:LARGEST]
    return data


def _changes(tokens: Sequence[bytes], most: int) -> st.SearchStrategy[list[Change]]:
    times = st.one_of(st.just(1), st.just(1), st.integers(1, 5), st.sampled_from((70, 600, 5000)))
    change = st.builds(
        Change,
        st.sampled_from(KINDS),
        st.integers(0, 1000),
        st.one_of(st.integers(0, 8), st.integers(0, 200)),
        st.one_of(st.sampled_from(tokens), st.sampled_from(tokens), st.binary(max_size=4)),
        times,
    )
    return st.lists(change, max_size=most)


def mutated(
    seeds: Sequence[bytes], tokens: Sequence[bytes] = (), most: int = 6
) -> st.SearchStrategy[bytes]:
    """Sound bytes with changes: ``tokens`` of this format, and what is odd in any."""
    every = (*tokens, *tokens, *tokens, *GENERAL) if tokens else GENERAL
    return st.builds(changed, st.sampled_from(seeds), _changes(every, most))


# Values where other values belong.

_scalars: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from((None, True, False, 0, -1, 10**30, 1.5, float("inf"), float("nan"), "")),
    st.sampled_from([text.decode("utf-8", "surrogateescape") for text in (*TEXTS, *SIGNS)]),
    st.text(max_size=12),
    st.integers(),
    st.dates(),
    st.datetimes(),
)
values: st.SearchStrategy[Any] = st.recursive(
    _scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=6,
)
"""Any value that YAML or JSON could have there."""


def _places(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [path]
    if isinstance(tree, dict):
        for key, value in tree.items():
            found += _places(value, (*path, key))
    elif isinstance(tree, list):
        for at, value in enumerate(tree):
            found += _places(value, (*path, at))
    return found


def _with(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    if isinstance(tree, dict):
        return {key: _with(x, path[1:], value) if key == path[0] else x for key, x in tree.items()}
    if isinstance(tree, list):
        return [_with(x, path[1:], value) if at == path[0] else x for at, x in enumerate(tree)]
    return tree


def misfit(tree: Any, others: Sequence[Any] = ()) -> st.SearchStrategy[Any]:
    """``tree`` with other values in a few of its places; ``others`` more often than any."""
    places = st.sampled_from(_places(tree))
    value = st.one_of(values, st.sampled_from(others)) if others else values

    def put(changes: list[tuple[tuple[Any, ...], Any]]) -> Any:
        found = tree
        for path, new in changes:
            found = _with(found, path, new)
        return found

    return st.lists(st.tuples(places, value), min_size=1, max_size=3).map(put)


def as_yaml(tree: Any) -> bytes:
    """``tree`` as YAML, in escapes where it needs them."""
    dumped: str = yaml.safe_dump(tree, sort_keys=False)
    return dumped.encode()


def as_json(tree: Any) -> bytes:
    """``tree`` as JSON in ASCII, with what only Python's has (NaN) among it."""
    return json.dumps(tree, default=str).encode()


Files = Mapping[str, bytes]
"""Files by their names in a folder."""
