"""The encodings that bytes are probably in, of which nothing says what they are.

A guess for advice: whatever is read is UTF-8, or UTF-16 that says so.
"""

from __future__ import annotations

import re
from collections import Counter

SAMPLE = 2**16
"""Bytes that are looked at."""

_CYRILLIC = ("WINDOWS-1251", "KOI8-R", "IBM866", "ISO-8859-5", "MACCYRILLIC")
_OFTEN = {"о": 5, "е": 4, "а": 4, "и": 4, "н": 3, "т": 3, "с": 3, "р": 2, "в": 2, "л": 2, "к": 2}
"""Weights of the most frequent letters; they are the same in most texts with Cyrillic letters."""

_LATIN = {
    "ISO-8859-1": "áãõàâäåæçèéêëìíîïñòóôöøùúûüÿß¡¿",
    "WINDOWS-1252": "áãõàâäåæçèéêëìíîïñòóôöøùúûüÿßœšž¡¿",
    "ISO-8859-2": "áâăąäćčçďéęěëíîĺľłńňóôőöŕřśšşťţúůűüýźžż",
    "WINDOWS-1250": "áâăąäćčçďéęěëíîĺľłńňóôőöŕřśšşťţúůűüýźžż",
    "WINDOWS-1254": "âçğıiîöşûü",
}
_RARE = "ďĺľňŕťúýâăěëţđí"
"""Letters of few words in the languages of their encoding."""
_SIGNS = "–—…“”„‘’«»‹›•€№§°©®\u00a0"
_EAST = ("SHIFT_JIS", "EUC-JP", "EUC-KR", "GB18030", "BIG5")
_HIGH = re.compile(rb"[\x80-\xff]")


def utf_16_or_32(data: bytes) -> str | None:
    """Return the encoding of a text with a null byte in most characters; ``None`` if it is none."""
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return "UTF-32"
    sample = data[: SAMPLE - SAMPLE % 4]
    for encoding in ("UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"):
        unit = 4 if "32" in encoding else 2
        try:
            text = sample[: len(sample) - len(sample) % unit].decode(encoding)
        except UnicodeDecodeError:
            continue
        usual = sum(
            c in "\r\n\t" or " " <= c <= "~" or "\xa0" <= c <= "\u052f" or c in _SIGNS for c in text
        )
        if text and usual >= 0.9 * len(text) and any(c in " \r\n" for c in text):
            return encoding
    return None


def probable(data: bytes) -> list[str]:
    """Return the encodings that a text may be in, as iconv names them, the likeliest first.

    There are several where nothing decides between them, and none where none fits.
    """
    sample = data[:SAMPLE]
    high = len(_HIGH.findall(sample))
    scored = sorted(
        ((score, name) for name in _CYRILLIC if (score := _cyrillic(sample, name)) > 0),
        reverse=True,
    )
    # Words with letters of the two alphabets mixed are none of either.
    if scored and scored[0][0] >= high:
        likely = [name for score, name in scored if score > 0.95 * scored[0][0]][:2]
        # Old Macs have the letters of others, small or capital ones: hardly ever was it a Mac.
        if likely[0] != "MACCYRILLIC":
            return [name for name in likely if name != "MACCYRILLIC"]
        return sorted(likely, key="MACCYRILLIC".__eq__)
    latin = [(score, name) for name in _LATIN if (score := _latin(sample, name)) >= 0.7 * high]
    if latin and (best := max(score for score, _name in latin)) > 0:
        names = [name for score, name in latin if score == best]
        return names[:1] if names[0] in ("ISO-8859-1", "WINDOWS-1252") else names[:2]
    return [name for name in _EAST if _is_east(data[:SAMPLE], name, high)][:1]


def _cyrillic(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    score = 0.0
    before = " "
    for character, count in Counter(zip(" " + text, text, strict=False)).items():
        before, letter = character
        if letter < "\x80":
            continue
        if "\u0400" <= letter <= "\u045f":
            low = letter.lower()
            worth = 0.6 * _OFTEN.get(low, 0.6 if "а" <= low <= "я" else 0)
            # Capitals inside of words: these are the letters of another encoding.
            if letter != low and before.isalpha() and before == before.lower():
                worth = -3
            elif before.isascii() and before.isalpha():
                worth = -1
        elif letter in _SIGNS:
            worth = 0.5
        else:
            worth = -2
        score += worth * count
    return score


def _latin(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    letters = _LATIN[encoding]
    score = 0.0
    for (before, letter), count in Counter(zip(" " + text, text, strict=False)).items():
        if letter < "\x80":
            continue
        if letter.lower() in letters:
            # Many letters with marks in turn are a text in another alphabet.
            worth = (1.0 if before < "\x80" else 0.6) - 0.3 * (letter in _RARE)
        elif letter in _SIGNS:
            worth = 1.0 if not before.isalpha() or letter not in "°§©®№" else 0.0
        else:
            worth = -2
        score += worth * count
    return score


def _is_east(sample: bytes, encoding: str, high: int) -> bool:
    try:
        text = sample.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(sample) - 4:
            return False
        text = sample[: error.start].decode(encoding)
    wide = re.findall("[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]", text)
    kana = re.findall("[\u3040-\u30ff]", text)
    if encoding in ("SHIFT_JIS", "EUC-JP") and len(kana) < 0.2 * len(wide):
        return False
    if encoding == "EUC-KR" and len(re.findall("[\uac00-\ud7a3]", text)) < 0.7 * len(wide):
        return False
    return len(wide) * 2 >= 0.9 * high > 0
