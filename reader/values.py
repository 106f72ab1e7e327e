"""Frozen values without the cost of ``dataclasses``.

Importing ``dataclasses``, and having it write fourteen classes, takes longer than finding the
terms of a page. A class marked with :func:`value` has what the program uses of a frozen
dataclass: an initialiser with defaults, equality, a hash, a representation, and no assignment.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
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
        arguments = "".join(
            f", {name}=_{name}" if name in defaults else f", {name}" for name in fields
        )
        body = "".join(f"\n    d[{name!r}] = {name}" for name in fields)
        scope = {f"_{name}": default for name, default in defaults.items()}
        exec(f"def __init__(self{arguments}):\n    d = self.__dict__{body}", scope)
        cls.__init__ = scope["__init__"]
        cls.__init__.__qualname__ = f"{cls.__qualname__}.__init__"
        cls.__fields__ = cls.__match_args__ = fields
        cls.__eq__, cls.__hash__, cls.__repr__ = _eq, _hash, _repr
        cls.__setattr__ = cls.__delattr__ = _frozen
        return cls


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
