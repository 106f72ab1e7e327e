"""Named tuples as plain values and back: what the index stores.

A value becomes the list of its fields. How it is made again is read off its annotations, so a
noun that gets another field is stored with it, and nothing here changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def encode(value: object) -> Any:
    """Return ``value`` with nothing in it but what JSON has: lists, dictionaries, scalars."""
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [encode(part) for part in value]
    if isinstance(value, Mapping):
        return {key: encode(part) for key, part in value.items()}
    if isinstance(value, Path):
        return str(value)
    return value


def decode(type_: type[T], plain: Any) -> T:
    """Return the value of ``type_`` that :func:`encode` made ``plain`` of.

    Raises ``ValueError``, ``TypeError`` or ``LookupError`` where it is not such a value.
    """
    return cast("T", _decoder(cast("Any", type_))(plain))


def _as_it_is(plain: Any) -> Any:
    return plain


@cache
def _decoder(type_: Any) -> Decoder:
    origin, arguments = get_origin(type_), get_args(type_)
    if origin in (Union, UnionType):
        (inner,) = (_decoder(a) for a in arguments if a is not NoneType)
        return lambda plain: None if plain is None else inner(plain)
    if origin in (tuple, frozenset):
        return _several(origin, arguments)
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        inner = _decoder(arguments[1])
        return lambda plain: MappingProxyType({key: inner(x) for key, x in plain.items()})
    if isinstance(type_, type) and issubclass(type_, tuple):
        return _named_tuple(type_)
    return Path if type_ is Path else _as_it_is


def _several(make: Any, arguments: tuple[Any, ...]) -> Decoder:
    if make is frozenset or arguments[-1] is Ellipsis:
        return _sequence(make, _decoder(arguments[0]))
    parts = tuple(map(_decoder, arguments))
    return lambda plain: tuple(part(x) for part, x in zip(parts, plain, strict=True))


def _sequence(make: Callable[[Any], Any], inner: Decoder) -> Decoder:
    if inner is _as_it_is:
        return make
    return lambda plain: make([inner(x) for x in plain])


def _named_tuple(type_: Any) -> Decoder:
    hints = get_type_hints(type_)
    parts = [_decoder(hints[name]) for name in type_._fields]
    changed = [(n, part) for n, part in enumerate(parts) if part is not _as_it_is]
    make = type_._make

    def made(plain: Any) -> Any:
        fields = list(plain)
        for n, part in changed:
            fields[n] = part(fields[n])
        return make(fields)

    return made
