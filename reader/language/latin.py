"""Words in Latin letters, for names that one types: ids of articles."""

from __future__ import annotations

import re
import unicodedata

_RUSSIAN = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґў",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
            "i",
            "yi",
            "ye",
            "g",
            "w",
        ],
        strict=True,
    )
)
_TABLE = str.maketrans(
    _RUSSIAN | {"ё": "e", "ß": "ss", "ə": "a", "ı": "i", "ł": "l", "ø": "o", "đ": "d"}
)


def slug(text: str, longest: int) -> str:
    """Return the first words of a text in small Latin letters and digits, joined by hyphens.

    It has at most ``longest`` characters, and whole words where one fits; empty where nothing of the
    text can be written so.
    """
    plain = unicodedata.normalize("NFC", text[: 4 * longest]).lower().translate(_TABLE)
    plain = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode("ascii")
    words = re.findall("[a-z0-9]+", re.sub("['’]", "", plain))
    found = ""
    for word in words:
        longer = f"{found}-{word}" if found else word[:longest]
        if len(longer) > longest:
            break
        found = longer
    return found
