"""The encoding that bytes are in which are not UTF-8: by their letters, and by what is declared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

SAMPLE = 2**16
"""Bytes that are looked at."""

_CYRILLIC = ("WINDOWS-1251", "KOI8-R", "IBM866", "ISO-8859-5", "MACCYRILLIC")
_OFTEN = {
    "о": 5,
    "е": 4,
    "а": 4,
    "и": 4,
    "н": 3,
    "т": 3,
    "с": 3,
    "р": 2,
    "в": 2,
    "л": 2,
    "к": 2,
    "і": 3,
    "ї": 1,
    "є": 1,
}
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


_NAMES = {"ISO-8859-1": "windows-1252", "MACCYRILLIC": "x-mac-cyrillic"}
"""How an encoding is named on the web, where that is another name."""

_CODECS = {"x-mac-cyrillic": "mac-cyrillic"}
_UKRAINIAN = frozenset(b"\xa4\xa6\xa7\xad\xb4\xb6\xb7\xbd")
"""Letters of KOI8-U where KOI8-R has lines for drawing."""


def chosen(data: bytes, declared: Sequence[str]) -> tuple[str | None, list[str], bool]:
    """Return the encoding of what is not UTF-8, others that it may be in, whether it was declared.

    ``declared`` are names as pages and servers have them, the weightiest first. One of them is
    believed unless the letters are clearly those of another. Returns ``None`` where nothing fits.
    """
    sample = _with_letters(data)
    likely = [_web(name) for name in probable(sample)]
    if likely[:1] == ["koi8-r"] and _UKRAINIAN.intersection(sample):
        likely[0] = "koi8-u"
    for name in declared:
        known = codec(name)
        if known is None or known.startswith("utf-"):
            continue
        if (
            not likely
            or known in likely
            or (_is_cyrillic(known) == _is_cyrillic(likely[0]) is False)
        ):
            return known, [], True
        if known == "koi8-r" and likely[0] == "koi8-u":
            return "koi8-u", [], True
        # Dashes and quotes are the same bytes in several encodings.
        if _decoded(sample, known) == _decoded(sample, likely[0]):
            return known, [], True
    return (likely[0], likely[1:], False) if likely else (None, [], False)


def codec(name: str) -> str | None:
    """Return the name on the web of a declared encoding, which Python can decode; else ``None``."""
    import codecs

    name = name.strip().strip("\"'").lower()
    try:
        found = codecs.lookup(_CODECS.get(name, name))
    except (LookupError, ValueError):
        return None
    if not found._is_text_encoding:
        return None
    plain = {"iso8859-1": "windows-1252", "ascii": "windows-1252", "utf-8": "utf-8"}
    if found.name in plain:
        return plain[found.name]
    if match := re.fullmatch(r"cp(125\d)", found.name):
        return f"windows-{match[1]}"
    if match := re.fullmatch(r"iso8859-(\d+)", found.name):
        return f"iso-8859-{match[1]}"
    return {"cp866": "ibm866", "mac-cyrillic": "x-mac-cyrillic"}.get(found.name, found.name)


def _is_cyrillic(name: str) -> bool:
    return name == "koi8-u" or name in map(_web, _CYRILLIC)


def _decoded(sample: bytes, name: str) -> str:
    return sample.decode(python_codec(name), "replace")


def python_codec(name: str) -> str:
    """Return the name by which Python knows an encoding of :func:`chosen`."""
    return _CODECS.get(name, name)


def _web(name: str) -> str:
    return _NAMES.get(name, name.lower())


def _with_letters(data: bytes) -> bytes:
    """Return what has letters in it that are not ASCII, without the tags of a page."""
    if len(data) <= SAMPLE and b"<" not in data:
        return data
    pieces: list[bytes] = []
    size = 0
    for match in re.finditer(rb"[^<>\n\x80-\xff]{0,40}[\x80-\xff][^<>\n]{0,400}", data):
        pieces.append(match[0])
        size += len(match[0])
        if size > SAMPLE:
            break
    return b"\n".join(pieces)


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
    # KOI8-U has letters where KOI8-R has lines for drawing, which no article has.
    text = sample.decode("KOI8-U" if encoding == "KOI8-R" else encoding, "replace")
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
