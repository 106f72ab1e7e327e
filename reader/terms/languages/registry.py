"""The registry of packs: a folder a language, imported at its first use."""

from __future__ import annotations

import re
from collections.abc import Container
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


def packs_for(languages: Container[str]) -> list[LanguagePack]:
    """Return the packs that a query in a text of ``languages`` is asked of.

    One whose dictionary is an extra is asked only about its own language.
    """
    return [each for each in packs() if not each.is_extra or each.code in languages]


def load_dictionaries(languages: Container[str] = ()) -> None:
    """Load every dictionary that :func:`packs_for` needs, in a worker, to avoid a later wait."""
    for each in packs_for(languages):
        each.load_dictionary()


def dictionaries_are_loaded(languages: Container[str] = ()) -> bool:
    """Tell whether every dictionary that :func:`packs_for` needs is loaded."""
    return all(each.dictionary_is_loaded() for each in packs_for(languages))
