"""The registry of packs: a folder a language, imported at its first use."""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pathlib import Path

from reader.terms import languages
from reader.terms.languages.pack import LanguagePack, PlainPack


def codes() -> tuple[str, ...]:
    """List the codes of the languages that have a pack, sorted."""
    return _codes(tuple(languages.__path__))


@cache
def _codes(folders: tuple[str, ...]) -> tuple[str, ...]:
    names = {path.parent.name for folder in folders for path in Path(folder).glob("*/__init__.py")}
    # Other folders have what several packs share.
    found = {name for name in names if re.fullmatch("[a-z]{2,3}(?:_[A-Z]{2})?", name)}
    return tuple(sorted(found))


@cache
def pack(code: str) -> LanguagePack:
    """Return the pack of a language, or a plain one that matches words as written."""
    if code in codes():
        found: LanguagePack = import_module(f"{languages.__name__}.{code}").PACK
        if found.is_available():
            return found
    return PlainPack(code)


def packs() -> list[LanguagePack]:
    """Return every pack, sorted by code."""
    return [pack(code) for code in codes()]


def load_dictionaries() -> None:
    """Load every dictionary now, in a worker, to avoid a later wait."""
    for each in packs():
        each.load_dictionary()


def dictionaries_are_loaded() -> bool:
    """Tell whether every dictionary is loaded."""
    return all(each.dictionary_is_loaded() for each in packs())
