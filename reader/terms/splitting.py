"""Split a text into words and what stands between, for the matcher to walk."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from itertools import accumulate

from reader.language.alphabets import has_mixed_words, in_one_alphabet
from reader.terms.compiled import INITIAL_POINT
from reader.terms.tokens import Tokens, usual_normal

# Its first character is a literal one, which a search skips to.
_INITIAL = r"\.(?<=\b\w\.)"

Split = tuple[str, list[str], list[int], list[str], dict[int, str]]
"""A text as guards have to see it; its gaps and words in turn, and where each starts; its words in
normal form; and by index what else a word is."""


def split(tokens: Tokens, root: Container[str], initials: Container[str]) -> Split:
    """Split a text into words and what stands between.

    One of ``initials`` with its point is the word that begins an abbreviation: С.Ш.А.
    """
    _text, source, words_of, normal = tokens
    # Cheaper than a match object a word.
    parts = words_of.split(source)
    offsets = list(accumulate(map(len, parts), initial=0))
    words = parts[1::2] if normal is None else [normal(word) for word in parts[1::2]]
    others, text = _otherwise(words, offsets, tokens, root)
    if initials and "." in source:
        for i in _pointed(source, offsets):
            if words[i] in initials:
                others[i] = words[i]
                words[i] += INITIAL_POINT
    return text, parts, offsets, words, others


def _pointed(source: str, offsets: list[int]) -> Iterator[int]:
    """Yield the index of every word of one letter that a point follows."""
    for match in re.finditer(_INITIAL, source):
        # Words and gaps take turns: a word ends where a gap begins, at an even place.
        word, is_gap = divmod(bisect_left(offsets, match.start()), 2)
        if word and not is_gap:
            yield word - 1


def _otherwise(
    words: list[str], offsets: list[int], tokens: Tokens, root: Container[str]
) -> tuple[dict[int, str], str]:
    """Return by index what each word of two alphabets is as well, in normal form.

    A word that begins no form as it is takes the place of one that does so as it is read. And
    the text as guards have to see it: with what is read, but for what begins a form as it is.
    """
    text, source, words_of, normal = tokens
    if source.isascii() or not has_mixed_words(set(words)):
        return {}, text
    read = in_one_alphabet(text, loose=True)
    found = words_of.split(usual_normal(read) if normal is None else read)[1::2]
    if normal is not None:
        found = [normal(word) for word in found]
    others = {i: word for i, word in enumerate(found) if word != words[i]}
    parts, at = [], 0
    for i, word in others.items():
        if words[i] in root:
            start, end = offsets[2 * i + 1 : 2 * i + 3]
            parts += [read[at:start], text[start:end]]
            at = end
        elif word in root:
            words[i], others[i] = word, words[i]
    return others, "".join([*parts, read[at:]])
