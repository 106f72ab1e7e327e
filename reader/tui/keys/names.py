"""Names of keys: Textual's, those a person writes, and those on the screen."""

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
    "at": "@",
    "escape": "Esc",
}
"""What stands on the screen for Textual's name of a key."""
_NAMES = {sign: name for name, sign in _SIGNS.items() if len(sign) == 1 and sign.isascii()}
_WORDS = {"space": N_("space")}


def full_name(key: str) -> str:
    """Return Textual's name of a key as written: ``ctrl+/`` is ``ctrl+slash``."""
    *modifiers, last = key.split("+") if key != "+" else [key]
    return "+".join([*modifiers, _NAMES.get(last, last)])


def is_character(key: str) -> bool:
    """Tell whether the key types a character, which a focused field takes."""
    return len(key) == 1 or (len(_SIGNS.get(key, "")) == 1 and key in _NAMES.values())


def key_name(key: str) -> str:
    """Return the shown name of Textual's key: ``left_square_bracket`` is ``[``."""
    *modifiers, last = key.split("+")
    if last in _WORDS:
        name = _(_WORDS[last])
    elif last in _SIGNS:
        name = _SIGNS[last]
    elif len(last) > 1 and last[0] == "f" and last[1:].isdigit():
        name = last.upper()
    else:
        name = last.upper() if modifiers and len(last) == 1 else last
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])
