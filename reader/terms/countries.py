"""Names and adjectives of countries, from CLDR: whose a foreign ministry is.

Only a glossary that says whose its terms are needs this, and only while it is compiled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from reader.language.words import fold


def other_names(terms: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    """Return CLDR's names and adjectives of the country that ``terms`` name, by language.

    ``terms``: the terms of an entry, by language. Nothing for what is not a country.
    """
    for code, texts in terms.items():
        if (locale := _locale(code)) is None:
            continue
        called = {fold(text) for text in texts}
        for territory, name in locale.territories.items():
            if territory.isalpha() and fold(name) in called:
                return {each: tuple(_names(each, territory)) for each in terms}
    return {}


def all_names(language: str) -> tuple[str, ...]:
    """Return the names of all countries in a language; nothing for one that CLDR lacks."""
    locale = _locale(language)
    if locale is None:
        return ()
    return tuple(name for code, name in locale.territories.items() if code.isalpha())


def _names(language: str, territory: str) -> Iterator[str]:
    locale = _locale(language)
    if locale is None:
        return
    yield locale.territories.get(territory, "")
    # Of «американский английский», the first word.
    regional = [code for code in locale.languages if code.endswith(f"_{territory}")]
    for spoken in regional or _languages(territory):
        yield locale.languages.get(spoken, "").split(" ")[0].partition(",")[0]


def _languages(territory: str) -> tuple[str, ...]:
    """Return the languages that are a country's in the first place: az of Azerbaijan."""
    from babel.core import get_global
    from babel.languages import get_official_languages

    likely: Mapping[str, str] = get_global("likely_subtags")
    return tuple(
        code
        for code in get_official_languages(territory)
        if likely.get(code, "").endswith(f"_{territory}")
    )


@cache
def _locale(code: str) -> Any:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
