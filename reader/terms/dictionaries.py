"""Dictionaries that not everybody has: those of languages that are an extra of the program."""

from __future__ import annotations

from functools import cache
from importlib.machinery import PathFinder

_OPTIONAL = ("pymorphy3_dicts_uk",)


@cache
def installed() -> tuple[str, ...]:
    """Return the packages of optional dictionaries that are installed."""
    return tuple(name for name in _OPTIONAL if PathFinder.find_spec(name) is not None)


def has(language: str) -> bool:
    """Tell whether the optional dictionary of a language is installed."""
    return f"pymorphy3_dicts_{language}" in installed()
