"""Ids made from names: small Latin letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыэюя"
_LATIN = "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y e iu ia"
_CYRILLIC = dict(zip(_RUSSIAN, _LATIN.split(), strict=True))
"""As in passports (ICAO 9303); the soft sign has no letter."""
_LETTERS = str.maketrans(
    _CYRILLIC | {"ь": "", "і": "i", "ї": "i", "є": "ie", "ə": "a", "ı": "i", "ß": "ss", "ø": "o"}
)
_SMALL = frozenset(("a", "an", "the"))
MOST_WORDS = 6


def slug(text: str) -> str:
    """Return an id made of the first words of ``text``, in Latin letters.

    It is empty where the text has no words.
    """
    latin = unicodedata.normalize("NFC", text).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", latin)
    plain = "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’‘ʼ")
    words = re.findall("[a-z0-9]+", plain)
    while len(words) > 1 and words[0] in _SMALL:
        del words[0]
    return "-".join(words[:MOST_WORDS])[:100].rstrip("-")
