"""Terms of a glossary in running text: all their forms, their mentions, and look-up.

What only the screen needs is imported when it is first used: a filter must not pay for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from reader.terms.lookup import LookUp
from reader.terms.make import matcher, matcher_for_file
from reader.terms.match import Matcher

if TYPE_CHECKING:
    from reader.terms.finding import Finder
    from reader.terms.morphology import dictionary_is_loaded, load_dictionary

__all__ = [
    "Finder",
    "LookUp",
    "Matcher",
    "dictionary_is_loaded",
    "load_dictionary",
    "matcher",
    "matcher_for_file",
]

_HOMES = {
    "Finder": "finding",
    "dictionary_is_loaded": "morphology",
    "load_dictionary": "morphology",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
