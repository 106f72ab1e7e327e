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
    # What is decoded depends on a value, which no type can say.
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
    if origin is Literal:
        return _one_of(frozenset(arguments))
    if origin is not None and issubclass(origin, Mapping):
        inner = _decoder(arguments[1])
        return lambda plain: MappingProxyType({key: inner(x) for key, x in plain.items()})
    if isinstance(type_, type) and issubclass(type_, tuple):
        return _named_tuple(type_)
    return _scalar(type_)


_SCALARS = (str, int, bool)


def _scalar(type_: Any) -> Decoder:
    if type_ is Path:
        return Path
    return _exactly(type_) if type_ in _SCALARS else _as_it_is


def _exactly(type_: type) -> Decoder:
    def checked(plain: Any) -> Any:
        if type(plain) is not type_:
            raise TypeError(plain)
        return plain

    return checked


def _one_of(values: frozenset[object]) -> Decoder:
    def checked(plain: Any) -> Any:
        if plain not in values:
            raise ValueError(plain)
        return plain

    return checked


def _several(make: Any, arguments: tuple[Any, ...]) -> Decoder:
    if make is frozenset or arguments[-1] is Ellipsis:
        return _sequence(make, arguments[0])
    parts = tuple(map(_decoder, arguments))
    return lambda plain: tuple(part(x) for part, x in zip(parts, plain, strict=True))


def _sequence(make: Callable[[Any], Any], type_: Any) -> Decoder:
    inner = _decoder(type_)
    if type_ not in _SCALARS:
        return lambda plain: make([inner(x) for x in plain])
    only = {type_}

    def made(plain: Any) -> Any:
        if not only.issuperset(map(type, plain)) or type(plain) is not list:
            raise TypeError(plain)
        return make(plain)

    return made


def _named_tuple(type_: Any) -> Decoder:
    hints = get_type_hints(type_)
    types = [hints[name] for name in type_._fields]
    # Nearly all fields are scalars: the types of all of them are looked at in one step.
    changed = [(n, _decoder(t)) for n, t in enumerate(types) if not _kinds(t)]
    kinds = [_kinds(t) for t in types]
    seen: set[tuple[type, ...]] = set()
    make = type_._make

    def made(plain: Any) -> Any:
        fields = list(plain)
        found = tuple(map(type, fields))
        if found not in seen:
            if len(found) != len(kinds) or type(plain) is not list:
                raise TypeError(plain)
            if not all(kind in of or not of for kind, of in zip(found, kinds, strict=True)):
                raise TypeError(plain)
            seen.add(found)
        for n, part in changed:
            fields[n] = part(fields[n])
        return make(fields)

    return made


def _kinds(type_: Any) -> tuple[type, ...]:
    """Return the types of the values of a scalar or optional scalar; none for any other."""
    inner = get_args(type_) if get_origin(type_) in (Union, UnionType) else (type_,)
    return inner if all(t in (*_SCALARS, NoneType) for t in inner) else ()
