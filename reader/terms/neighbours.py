"""Find the words beside an offset of a text, by loops: faster here than patterns."""

from __future__ import annotations

SPACES = " \u00a0\u202f\u2009"
_INSIDE = "'’.-"
_LEADING = SPACES + "\t«\"“”„'’(["
_ENDS_SENTENCE = ".!?…:;\n—–•])"
_FARTHEST = 48


def plain(word: str) -> str:
    """Return the normal form of a usual word, faster than ``fold``."""
    return word.lower().replace("ё", "е")


def word_before(text: str, at: int) -> tuple[str, int] | None:
    """Return the word before ``at`` on its line, and its start.

    Points and hyphens belong to it. ``None`` where more than spaces stands between, or
    no letter begins it.
    """
    if at > 1 and text[at - 1] == " ":
        # Nearly always there is one space, and a word of letters before it.
        start = text.rfind(" ", max(0, at - _FARTHEST), at - 1) + 1
        word = text[start : at - 1]
        if start and word.isalpha():
            return word, start
    end = at
    while end and text[end - 1] in SPACES:
        end -= 1
    if end == 0 or (end == at and text[end - 1] != "."):
        return None
    start, least = end, max(0, end - _FARTHEST)
    while start > least and (text[start - 1].isalnum() or text[start - 1] in _INSIDE):
        start -= 1
    while start < end and not text[start].isalpha():
        start += 1
    return (text[start:end], start) if start < end else None


def word_after(text: str, at: int) -> tuple[str, int] | None:
    """Find the word after ``at``, over spaces and at most one line break, and its end."""
    start, least = at, len(text)
    broken = False
    while start < least and (text[start] in SPACES or text[start] in "\r\n"):
        if text[start] == "\n":
            if broken:
                return None
            broken = True
        start += 1
    if start == at:
        return None
    end = start
    while end < least and (text[end].isalnum() or text[end] in "'’-"):
        end += 1
    return (text[start:end], end) if end > start else None


def starts_sentence(text: str, at: int) -> bool:
    """Tell whether ``at`` starts a sentence, or a part that begins with a capital too."""
    while at and text[at - 1] in _LEADING:
        at -= 1
    return at == 0 or text[at - 1] in _ENDS_SENTENCE or (text[at - 1] in "-*" and at == 1)
