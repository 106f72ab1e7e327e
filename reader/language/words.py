"""Words of a text, and the normal form in which two of them are compared."""

from __future__ import annotations

import re
import unicodedata

from reader.language.characters import COMBINING, INVISIBLE, STRESS

WORD = re.compile(f"[^\\W_](?:[^\\W_]|[{INVISIBLE}{COMBINING}])*")
"""A run of letters and digits. A combining mark, a soft hyphen or an invisible joiner
belongs to the word it stands in, so spans are code points of the original text."""

_DROPPED = {
    ord(character): None
    # Stress marks, soft hyphen, invisible joiners; U+0307 is what casefold leaves of İ.
    for character in STRESS + "\u0307" + INVISIBLE
}
_FOLDED = _DROPPED | {ord("ё"): "е", ord("ѐ"): "е", ord("ѝ"): "и", ord("ı"): "i"}


def fold(text: str) -> str:
    """Normalize a word or a phrase for comparison.

    Case is folded by character (İ and ı are i), ё is е, stress marks and soft hyphens are
    dropped, й is one character however it was written. The result can be shorter or
    longer than ``text``: take offsets from :data:`WORD` matches of the text itself.
    """
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    folded = composed.casefold().translate(_FOLDED)
    if folded.isascii() or unicodedata.is_normalized("NFC", folded):
        return folded
    return unicodedata.normalize("NFC", folded).translate(_FOLDED)
