"""Keyboard layouts: the Latin key of a key in the Russian or the Ukrainian layout.

A terminal sends what the layout makes of a key, so ``j`` arrives as ``о``. The map is by
position (ЙЦУКЕН to QWERTY), in both cases and with modifiers. б and ю, which lie on ``,`` and
``.``, stay unmapped: those two keys are ``?`` and ``/`` of these layouts themselves.
"""

from __future__ import annotations

import unicodedata

from reader.language.keyboard import CYRILLIC, LATIN, UKRAINIAN
from reader.tui.keys.names import full_name

_SHIFTED = {"[": "{", "]": "}", ";": ":", "'": '"'}

_TWINS: dict[str, str] = dict(zip(CYRILLIC + UKRAINIAN[1], LATIN + UKRAINIAN[0], strict=True))
_TWINS |= {c.upper(): _SHIFTED.get(q, q.upper()) for c, q in _TWINS.items()}
_TWINS |= {".": "/", ",": "?", "Б": "<", "Ю": ">", "№": "#"}
_LETTERS = {latin: c for c, latin in reversed(_TWINS.items()) if c.isalpha() and latin.isalpha()}


def latin_key(key: str) -> str | None:
    """Return Textual's name of the key that ``key`` is in the Latin layout.

    ``key`` is a name as Textual has it, with modifiers (``о``, ``ctrl+з``,
    ``full_stop``). ``None`` if it isn't a key of one of these layouts.
    """
    *modifiers, last = key.split("+")
    character = _character(last)
    if character is None or (modifiers and not character.isalpha()):
        return None
    if "shift" in modifiers:
        character = character.upper()
    twin = _TWINS.get(character)
    if twin is None:
        return None
    if "shift" in modifiers and not set(modifiers) & {"ctrl", "alt"}:
        modifiers.remove("shift")
    return full_name("+".join([*modifiers, twin]))


def cyrillic_letter(letter: str) -> str:
    """Return what the key of a Latin letter types in the Russian layout."""
    return _LETTERS.get(letter, letter)


def _character(name: str) -> str | None:
    if len(name) == 1:
        return name
    try:
        return unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return None
