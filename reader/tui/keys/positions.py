"""Keys by their position, which a terminal with kitty's keyboard protocol tells beside the character.

A key of a Greek or a Hebrew keyboard does what the Latin key in its place does. Which of the two
names of a key comes first depends on the layout:

- a Latin letter is what it says, wherever it lies (AZERTY, Dvorak);
- another letter means nothing by itself, so its place counts, unless keys were configured for it;
- a sign (``'``, ``/``) is what it says where letters are Latin, and goes by its place where they
  aren't: there ``'`` may lie on ``w``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from textual import events
from textual.keys import _character_to_key

_SEQUENCE = r"\x1b\[(\d+)((?::\d*){0,2})(?:;(\d*)(?::\d*)?(;[\d:]*)?)?u"
_MODIFIERS = ("alt", "ctrl", "super", "hyper", "meta")
_SHIFT, _CAPS_LOCK = 1, 64
_PLAIN = "`1234567890-=[]\\;',./"
_SHIFTED = dict(zip(_PLAIN, '~!@#$%^&*()_+{}|:"<>?', strict=True))
_LATIN_UP_TO = 0x250
_OF_OTHER_SCRIPTS = {
    *zip("/']", "qw[", strict=True),
    ("[", "]"),
    (",", "'"),
    (";", "q"),
    (";", "`"),
}
"""Signs and the keys on which they lie in the Hebrew or the Greek layout, and in no Latin one."""


class Key(events.Key):  # Textual finds what handles an event by the name of its class
    """A key with a second name, by which it goes where the first one means nothing."""

    __slots__ = ["other"]

    def __init__(self, key: str, character: str | None, other: str) -> None:
        super().__init__(key, character)
        self.other = other

    def copy(self) -> Key:
        return Key(self.key, self.character, self.other)


class Told(NamedTuple):
    """What a sequence tells of a key: code points, and bits of modifiers."""

    code: int
    base: int
    """The code of the key in this place of the standard Latin layout."""
    bits: int

    @property
    def name(self) -> str:
        """Textual's name of the Latin key."""
        character = chr(self.base)
        shift, caps = bool(self.bits & _SHIFT), bool(self.bits & _CAPS_LOCK)
        held = [name for n, name in enumerate(_MODIFIERS, 1) if self.bits & 1 << n]
        if held:
            held = sorted([*held, "shift"] if shift else held)
        elif character.isalpha():
            character = character.upper() if shift != caps else character
        elif shift:
            character = _SHIFTED.get(character, character)
        return "+".join([*held, _character_to_key(character)])


def without_alternates(sequence: str) -> tuple[str, Told | None]:
    """Return a key's sequence as it is without alternate keys, and what it tells.

    ``None`` where it is not such a sequence, or the key is none of the standard Latin layout.
    """
    if (match := re.fullmatch(_SEQUENCE, sequence)) is None:
        return sequence, None
    code, alternates, modifiers, text = match.groups(default="")
    plain = f"\x1b[{code};{modifiers}{text}u"
    base = alternates.split(":")[2] if alternates.count(":") == 2 else ""
    told = Told(int(code), int(base or code), max(0, int(modifiers or 1) - 1))
    return plain, told if 0x20 < told.base < 0x7F else None


class Layout:
    """The keyboard layout, as far as the keys tell that were pressed by now."""

    def __init__(self) -> None:
        self._is_latin: bool | None = None

    def place(self, keys: list[events.Key], told: Told) -> list[events.Key]:
        """Return the keys of one sequence, the first with its second name where it has one."""
        is_letter = told.code <= 0x10FFFF and chr(told.code).isalpha()
        if is_letter:
            self._is_latin = told.code < _LATIN_UP_TO
        if not keys or told.name == keys[0].key:
            return keys
        key, place = keys[0], told.name
        sign = key.character if key.character is not None else chr(told.code)
        if not sign.isascii():
            placed = Key(key.key, key.character, place)
        elif sign.isalpha():
            return keys
        elif self._goes_by_place(sign, chr(told.base)):
            placed = Key(place, key.character, key.key)
        elif chr(told.base).isalpha():
            return keys
        else:
            placed = Key(key.key, key.character, place)
        return [placed, *keys[1:]]

    def _goes_by_place(self, sign: str, base: str) -> bool:
        if self._is_latin is None:
            return (sign, base) in _OF_OTHER_SCRIPTS
        return not self._is_latin
