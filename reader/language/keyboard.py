"""Which letters share a key of a keyboard, and what was typed in another layout than was meant.

By position, ЙЦУКЕН to QWERTY. The Ukrainian layout is the Russian one but for three keys.
"""

from __future__ import annotations

from functools import cache

LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm"
CYRILLIC = "йцукенгшщзхъфывапролджэячсмить"
UKRAINIAN = ("s]'", "іїє")
"""Latin keys, and what is on them in the Ukrainian layout and not in the Russian one."""

# Keys of letters in one layout and of signs in the other.
_SIGNS = (",.`", "бюё")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю")


def in_other_layouts(text: str) -> list[str]:
    """Return what the keys of ``text`` write in each other layout, lower-case.

    Empty for a text that has letters of both alphabets, or of neither.
    """
    typed = text.lower()
    russian, ukrainian, latin = _tables()
    has_latin = any("a" <= c <= "z" for c in typed)
    if any("а" <= c <= "я" or c in "іїєґё" for c in typed):
        return [] if has_latin else [typed.translate(latin)]
    return [typed.translate(russian), typed.translate(ukrainian)] if has_latin else []


@cache
def are_neighbours(one: str, other: str) -> bool:
    """Tell whether the keys of two small letters lie side by side."""
    return any(one + other in row or other + one in row for row in _ROWS)


@cache
def _tables() -> tuple[dict[int, str], dict[int, str], dict[int, str]]:
    signs, letters = _SIGNS
    russian = dict(zip(map(ord, LATIN + signs), CYRILLIC + letters, strict=True))
    ukrainian = russian.copy()
    latin = dict(zip(map(ord, CYRILLIC + letters), LATIN + signs, strict=True))
    keys, written = UKRAINIAN
    ukrainian |= dict(zip(map(ord, keys), written, strict=True))
    latin |= dict(zip(map(ord, written), keys, strict=True))
    return russian, ukrainian, latin
