"""Names of keys: Textual's, those a person writes, and those on the screen.

A person may write a key as it stands on the screen (``PgDn``, ``Ctrl+S``, ``]``, ``↓``) or as
Textual calls it.
"""

from __future__ import annotations

from reader.language.messages import N_, _

_SIGNS = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "colon": ":",
    "semicolon": ";",
    "apostrophe": "'",
    "quotation_mark": '"',
    "slash": "/",
    "question_mark": "?",
    "equals_sign": "=",
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "backspace": "Backspace",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "insert": "Ins",
    "delete": "Del",
    "escape": "Esc",
    "at": "@",
    "exclamation_mark": "!",
    "number_sign": "#",
    "dollar_sign": "$",
    "percent_sign": "%",
    "ampersand": "&",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "asterisk": "*",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "backslash": "\\",
    "circumflex_accent": "^",
    "underscore": "_",
    "grave_accent": "`",
    "vertical_line": "|",
    "tilde": "~",
}
"""What stands on the screen for Textual's name of a key."""
_NAMES = {sign: name for name, sign in _SIGNS.items() if len(sign) == 1 and sign.isascii()}
_WORDS = {"space": N_("space")}
_SHOWN = {sign.lower(): name for name, sign in _SIGNS.items()}
_MODIFIERS = frozenset(("ctrl", "alt", "shift", "super", "hyper", "meta"))
_FUNCTIONS = frozenset(f"f{number}" for number in range(1, 25))


def full_name(key: str) -> str:
    """Return Textual's name of a key as written: ``ctrl+/`` and ``Ctrl+/`` are ``ctrl+slash``."""
    written, last = _parts(key)
    modifiers = [modifier.lower() for modifier in written]
    if len(last) > 1 or modifiers != written:
        last = last.lower()
    return "+".join([*modifiers, _SHOWN.get(last, last)])


def _parts(key: str) -> tuple[list[str], str]:
    """Return the modifiers of a key, and what is pressed with them."""
    if key == "+" or key.endswith("++"):
        return key.split("+")[:-2], "+"
    *modifiers, last = key.split("+")
    return modifiers, last


def is_key(name: str) -> bool:
    """Tell whether Textual has a key of this name."""
    *modifiers, last = name.split("+")
    if not set(modifiers) <= _MODIFIERS:
        return False
    if len(last) == 1:
        return last.isprintable() and not last.isspace()
    return last in _SIGNS or last in _WORDS or last in _FUNCTIONS


def is_character(key: str) -> bool:
    """Tell whether the key types a character, which a focused field takes."""
    return len(key) == 1 or (len(_SIGNS.get(key, "")) == 1 and key in _NAMES.values())


def key_name(key: str) -> str:
    """Return the shown name of Textual's key: ``left_square_bracket`` is ``[``."""
    return _shown(key, _(_WORDS["space"]))


def written_name(key: str) -> str:
    """Return Textual's key as one writes it, in any language: as it is shown, where that can be."""
    return "comma" if key == "comma" else _shown(key, "space")


def _shown(key: str, space: str) -> str:
    *modifiers, last = key.split("+")
    if last == "space":
        name = space
    elif last in _SIGNS:
        name = _SIGNS[last]
    elif len(last) > 1 and last[0] == "f" and last[1:].isdigit():
        name = last.upper()
    else:
        name = last.upper() if modifiers and len(last) == 1 else last
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])
