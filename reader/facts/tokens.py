"""The tokens of a sentence, with the classes that rules name.

Words have the class that their language's word files give them, and ``x`` or, with a capital, ``cap``
where these have none. Numbers are told apart by what they may be: ``day`` (1 to 31), ``year``
(four digits from 1000 to 2199), ``int``, ``dec``; ``clock``, ``iso``, ``dots``, ``slashes``, ``years``
and ``version`` are written with signs in them. What letters are glued to before it is ``code``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from reader.facts.grammar import Item
from reader.facts.words import Value, Words

_TOKEN = re.compile(
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d|[\u00a0\u202f]\d)(?:,\d+)?"
    r"|\d+(?:[.,:/]\d+)*)"
    r"|(?P<vulgar>[½¼¾⅓⅔])"
    r"|(?P<dotted>(?:[^\W\d_]\.){2,})"
    r"|(?P<word>[oO]['’]clock\b|[пПвВмМбБрРфФзЗдД]\w{0,2}['’ʼ][єїяю]\w*|[дД]ев['’ʼ]ят\w*|[^\W\d_][^\W\d_\u0300\u0301\u00ad]*(?:[\u0300\u0301\u00ad]+[^\W\d_]+)*)"
    r"|(?P<sign>--|\S)"
)
_DASHES = "–—−‒―"
_SIGNS = {
    ",": "comma",
    ".": "dot",
    ";": "semi",
    ":": "colon",
    "(": "lpar",
    ")": "rpar",
    "/": "slash",
    "%": "percent",
    "$": "cur",
    "€": "cur",
    "£": "cur",
    "¥": "cur",
    "₽": "cur",
    "₴": "cur",
    "₸": "cur",
    "₼": "cur",
    "₹": "cur",
    "₺": "cur",
    "₾": "cur",
    "№": "nosign",
    "#": "nosign",
    "°": "degree",
    "+": "plus",
    "~": "about",
    "≈": "about",
    "’": "apos",
    "'": "apos",
    "‘": "apos",
    "½": "vulgar",
    "¼": "vulgar",
    "¾": "vulgar",
    "⅓": "vulgar",
    "⅔": "vulgar",
    "«": "open",
    "“": "open",
    "„": "open",
    "»": "close",
    "”": "close",
    '"': "quote",
}
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_ROMAN = re.compile("(?=[IVXL])(?:X{0,3}|XL|L)(?:IX|IV|V?I{0,3})")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50}
_YEARS = (1000, 2199)


def tokenize(text: str, start: int, end: int, words: Words, *, comma_decimal: bool) -> list[Item]:
    """Return the tokens of ``text`` between two offsets; ``comma_decimal``: 5,4 is a decimal."""
    items: list[Item] = []
    add = items.append
    last = start
    was = ""
    name: str
    value: object
    get = words.get
    for found in _TOKEN.finditer(text, start, end):
        kind = found.lastgroup
        at, until = found.span()
        glued = at == last and at > start
        if kind == "word":
            written = found[0]
            lower = written.lower()
            if not lower.isascii():
                lower = _plain(lower)
            if glued and was == "number":
                name, value = get("-" + lower) or get(lower) or ("tail", lower)
            elif glued and was == "-" and len(items) > 1 and items[-2].name in _DIGITS:
                name, value = get("--" + lower) or get(lower) or ("tail", lower)
            else:
                name, value = get(lower) or _unknown(written, lower)
            add(Item(name, value, at, until))
            was = "word"
        elif kind == "number":
            name, value = number(found[0], comma_decimal=comma_decimal)
            if glued and (was == "word" or (was == "-" and _is_coded(items))):
                name = "code"
            add(Item(name, value, at, until))
            was = "number"
        elif kind == "dotted":
            lower = _plain(found[0].lower())
            known = get(lower) or get("-" + lower)
            add(Item(*(known or ("cap", lower)), at, until))
            was = "word"
        else:
            written = found[0]
            name = _SIGNS.get(written, "sign")
            if written in ("-", "--") or written in _DASHES:
                name = "dash" if not glued or text[until : until + 1].isspace() else "hy"
            elif written == "…" and glued and was == "number" and _goes_on(text, until):
                name = "dash"  # −25…−27
            add(Item(name, written, at, until))
            was = "-" if name in ("dash", "hy") else written
        last = until
    return items


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a number follows, with or without a sign."""
    return text[at : at + 2].lstrip("+-−–")[:1].isdigit()


def _unknown(written: str, lower: str) -> tuple[str, Value]:
    """Return the class of a word that no file has."""
    if not written[0].isupper():
        return "x", lower
    if len(written) < 7 and _ROMAN.fullmatch(written):
        return "roman", _roman(written)
    return "cap", lower


_DIGITS = frozenset(("day", "year", "int", "dec"))


def _is_coded(items: list[Item]) -> bool:
    """Tell whether a number after a hyphen belongs to a word: F-16, Буран-2024."""
    if len(items) < 2 or items[-1].name != "hy":
        return False
    return items[-2].name in ("x", "cap", "roman", "tail", "code", "close")


def _plain(lower: str) -> str:
    lower = lower.replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    if "\u0301" in lower or "\u0300" in lower or "\u00ad" in lower:
        lower = lower.replace("\u0301", "").replace("\u0300", "").replace("\u00ad", "")
    return lower


def _roman(written: str) -> int:
    values = [_ROMANS[letter] for letter in written]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def number(written: str, *, comma_decimal: bool) -> tuple[str, object]:
    """Return the class and the value of what begins and ends with a digit."""
    if written.isdigit():
        if not written.isascii() or len(written) > 18:
            return "code", written
        value = int(written)
        if len(written) <= 2:
            return ("day" if 1 <= value <= 31 else "int"), value
        if len(written) == 4 and _YEARS[0] <= value <= _YEARS[1]:
            return "year", value
        return ("code" if written.startswith("0") else "int"), value
    if not written.replace("\u00a0", " ").replace("\u202f", " ").isascii() or len(written) > 40:
        return "code", written
    return next(
        (made for shape in _SHAPES if (made := shape(written, comma_decimal))), ("version", written)
    )


def _grouped(written: str, comma_decimal: bool) -> tuple[str, object] | None:
    if _GROUPED.fullmatch(written):
        plain = re.sub("[ \u00a0\u202f]", "", written)
        return ("dec", float(plain.replace(",", "."))) if "," in plain else ("int", int(plain))
    if not comma_decimal and _THOUSANDS.fullmatch(written):
        plain = written.replace(",", "")
        return ("dec", float(plain)) if "." in plain else ("int", int(plain))
    return None


def _clock(written: str, _comma_decimal: bool) -> tuple[str, object] | None:
    if found := re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d))?", written):
        hour, minute = int(found[1]), int(found[2])
        if hour <= 24 and minute < 60:
            return "clock", (hour, minute, int(found[3]) if found[3] else None)
    if found := re.fullmatch(r"\d{1,3}:\d{1,3}", written):
        return "ratio", written
    return None


def _decimal(written: str, comma_decimal: bool) -> tuple[str, object] | None:
    if re.fullmatch(r"\d+[.,]\d+", written):
        # 10.30 may be a clock, 10.02 a day: rules tell by what stands beside.
        if (
            re.fullmatch(r"\d{1,2}\.\d\d", written)
            and int(written[-2:]) < 60
            and int(written[:-3]) < 25
        ):
            return "dec2", float(written)
        return "dec", float(written.replace(",", "."))
    if comma_decimal and re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", written):
        return "dec", float(written.replace(".", "").replace(",", "."))
    return None


def _dots(written: str, _comma_decimal: bool) -> tuple[str, object] | None:
    if found := re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d\d)", written):
        return _date("dots", int(found[3]), int(found[2]), int(found[1]))
    return None


def _date(name: str, year: int, month: int, day: int) -> tuple[str, object] | None:
    if year < 100:
        year += 2000 if year < 70 else 1900
    try:
        return name, date(year, month, day)
    except ValueError:
        return None


def _slashes(written: str, _comma_decimal: bool) -> tuple[str, object] | None:
    if found := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)", written):
        a, b, year = int(found[1]), int(found[2]), int(found[3])
        day_first = _date("slashes", year, b, a)
        month_first = _date("slashes", year, a, b)
        readings = [each[1] for each in (day_first, month_first) if each]
        return ("slashes", tuple(readings)) if readings else None
    if found := re.fullmatch(r"(\d{4})/(\d{4}|\d\d)", written):
        first, second = int(found[1]), int(found[2])
        if (first + 1) % 10 ** len(found[2]) == second and _YEARS[0] <= first <= _YEARS[1]:
            return "years", first
    if re.fullmatch(r"\d{1,2}/\d{1,3}", written):
        a, b = map(int, written.split("/"))
        return ("fraction", a / b) if 0 < a < b and (b <= 10 or b in _PARTED) else None
    return None


_PARTED = (12, 16, 20, 32, 50, 64, 100)
"""Into how many parts a thing is parted; 9/11 is a day, 7/24 all of them."""
_SHAPES: tuple[Callable[[str, bool], tuple[str, object] | None], ...] = (
    _grouped,
    _clock,
    _decimal,
    _dots,
    _slashes,
)
