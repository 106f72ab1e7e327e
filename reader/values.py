"""Frozen values without the cost of ``dataclasses``.

Importing ``dataclasses``, and having it write fourteen classes, takes longer than finding the
terms of a page. A class marked with :func:`value` has what the program uses of a frozen
dataclass: an initialiser with defaults, equality, a hash, a representation, and no assignment.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar, dataclass_transform

    Class = TypeVar("Class")
    Value = TypeVar("Value")

    @dataclass_transform(frozen_default=True)
    def value(cls: type[Class]) -> type[Class]: ...
else:

    def value(cls):
        """Make a class a frozen value: its annotated names are its fields, in their order."""
        fields = tuple(cls.__annotations__)
        defaults = {name: vars(cls)[name] for name in fields if name in vars(cls)}
        cls.__init__ = _initialiser(cls.__qualname__, fields, defaults)
        cls.__match_args__ = fields
        cls.__eq__, cls.__hash__, cls.__repr__ = _eq, _hash, _repr
        cls.__setattr__ = cls.__delattr__ = _frozen
        return cls


def _initialiser(
    name: str, fields: tuple[str, ...], defaults: dict[str, object]
) -> Callable[..., None]:
    """One for all classes: compiling one for each is what takes ``dataclasses`` its time."""

    def initialise(self: object, *args: object, **named: object) -> None:
        if len(args) == len(fields) and not named:
            vars(self).update(zip(fields, args, strict=True))
            return
        given = dict(zip(fields, args, strict=False))
        known = {**defaults, **given, **named}
        if len(args) > len(fields) or len(known) != len(fields) or given.keys() & named.keys():
            raise TypeError(f"{name}() takes {', '.join(fields)}")
        values = vars(self)
        for field in fields:
            if field not in known:
                raise TypeError(f"{name}() takes {', '.join(fields)}")
            values[field] = known[field]

    return initialise


def replace(value: Value, /, **changes: Any) -> Value:
    """A copy of a value with some fields changed. Raises ``TypeError`` for a field it hasn't."""
    return type(value)(**{**vars(value), **changes})


def _eq(self: object, other: object) -> object:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return vars(self) == vars(other)


def _hash(self: object) -> int:
    return hash((type(self), *vars(self).values()))


def _repr(self: object) -> str:
    fields = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
    return f"{type(self).__qualname__}({fields})"


def _frozen(self: object, name: str, *_value: object) -> None:
    raise AttributeError(f"{type(self).__qualname__}.{name} is frozen")
