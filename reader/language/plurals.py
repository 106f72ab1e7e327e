"""Plural rules of catalogs: parsed from a header, and never trusted.

A rule is C, and whoever wrote the catalog wrote it. :func:`gettext.c2py` runs nothing else, but
a rule may not parse, may divide by zero, or lead to a form that is not there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from gettext import c2py
from typing import NamedTuple

from reader.language.cldr import babel_locale

Rule = Callable[[int], int]

MOST_FORMS = 8
"""No language has more."""

TRIED = 1000
"""The numbers that a rule is tried with, as msgfmt does."""

_BROKEN = (ValueError, SyntaxError, ArithmeticError, RecursionError, MemoryError)


class Plurals(NamedTuple):
    """How many plural forms there are, and the index of the one for a number.

    ``rule`` is the header's, as it stands: ``None`` where it has none that parses.
    """

    forms: int
    form_of: Rule
    rule: Rule | None = None
    sound: bool = True
    """False where the header has a rule that is not one."""


def of_header(header: str, language: str) -> Plurals:
    """Parse ``nplurals=…; plural=…`` wherever a header has it, as gettext does.

    Where there is none, or one that does not parse, the rule of ``language`` is in its place; so it
    is for a number that the header's fails at.
    """
    _, named, counted = header.partition("nplurals=")
    _, ruled, rule = header.partition("plural=")
    if not named and not ruled:
        return Plurals(0, partial(_instead, language))
    counted = counted.lstrip()
    digits = counted[: len(counted) - len(counted.lstrip("0123456789"))]
    try:
        if not named or not ruled or len(digits) != 1 or not 1 <= int(digits) <= MOST_FORMS:
            raise ValueError
        found = c2py(rule.partition("\n")[0].partition(";")[0].strip())
    except _BROKEN:
        return Plurals(0, partial(_instead, language), sound=False)
    return Plurals(int(digits), partial(_guarded, found, int(digits), language), found)


def fails(plurals: Plurals) -> bool:
    """Tell whether a rule is not one, or does not lead to a form for every number it is tried with."""
    if plurals.rule is None:
        return not plurals.sound
    try:
        return not all(0 <= plurals.rule(n) < plurals.forms for n in range(TRIED + 1))
    except _BROKEN:
        return True


def of_language(language: str) -> tuple[int, str]:
    """Return the number of forms that CLDR has for a language, and their rule in C."""
    from babel.messages.plurals import get_plural

    locale = babel_locale(language)
    if locale is None:
        return 2, "(n != 1)"
    rule = get_plural(locale)
    return rule.num_plurals, rule.plural_expr


def _guarded(rule: Rule, count: int, language: str, n: int) -> int:
    try:
        found = rule(n)
    except _BROKEN:
        found = count
    return found if 0 <= found < count else _instead(language, n)


def _instead(language: str, n: int) -> int:
    return _of_language(language)(n)


@cache
def _of_language(language: str) -> Rule:
    return c2py(of_language(language)[1])
