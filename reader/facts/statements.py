"""Who says a sentence, by which word, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.facts.language import Language, Signal
from reader.facts.quotations import Quoted
from reader.facts.values import Asserted, Span, Status

_FIRST: tuple[Status, ...] = ("possible", "expected", "planned", "discussed", "assessed", "done")
"""Of several the first is that of the sentence."""
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_STOP = re.compile(r"(?<!\b[^\W\d_])\.(?=\s|$)|[,;:!?()«»“”\"—–\n]")


class _Found(NamedTuple):
    """A word or phrase of the sentence that signals something."""

    start: int
    end: int
    signal: Signal


def asserted(
    text: str, sentence: tuple[int, int], quotes: Sequence[Quoted], language: Language
) -> Asserted:
    """Return who says a sentence and how firmly; ``quotes``: the quoted speech in it."""
    start, end = sentence
    found = _signals(text, sentence, language)
    outside = [each for each in found if each.signal.attributes and not _is_in(each, quotes)]
    cue, speaker = _attribution(text, sentence, outside, quotes, language)
    hedges = [each for each in found if not each.signal.attributes]
    statuses = {each.signal.status for each in hedges if not _is_within(each, speaker)}
    marked = [(each.start, each.end) for each in hedges if not _is_within(each, speaker)]
    if cue is not None:
        statuses.add(cue.signal.status)
        if cue.signal.status != "done":
            marked.append((cue.start, cue.end))
    if coming := language.speech.coming(text[start:end]):
        statuses.add(coming)
    if any(language.speech.is_evaluation(text[q.start : q.end].split()) for q in quotes):
        statuses.add("assessed")
    status = next((each for each in _FIRST if each in statuses), "done")
    spans = tuple(Span(a, b, text[a:b]) for a, b in sorted(set(marked)))
    said = Span(cue.start, cue.end, text[cue.start : cue.end]) if cue else None
    return Asserted(start, end, status, speaker, said, spans)


def _signals(text: str, sentence: tuple[int, int], language: Language) -> list[_Found]:
    """Return the words and phrases that signal something, the longest at each place."""
    words = [
        (m.start(), m.end(), m[0].lower().replace("ё", "е").replace("’", "'"))
        for m in _WORD.finditer(text, *sentence)
    ]
    found: list[_Found] = []
    at = 0
    while at < len(words):
        for signal in language.signals.get(words[at][2], ()):
            size = len(signal.words)
            some = words[at : at + size]
            if tuple(word for _, _, word in some) == signal.words:
                found.append(_Found(some[0][0], some[-1][1], signal))
                at += size
                break
        else:
            at += 1
    return found


def _is_in(found: _Found, quotes: Sequence[Quoted]) -> bool:
    return any(q.outer_start <= found.start < q.outer_end for q in quotes)


def _is_within(found: _Found, span: Span | None) -> bool:
    return span is not None and span.start <= found.start < span.end


def _attribution(
    text: str,
    sentence: tuple[int, int],
    cues: Sequence[_Found],
    quotes: Sequence[Quoted],
    language: Language,
) -> tuple[_Found | None, Span | None]:
    """Return the word that attributes, and the speaker."""
    beside = [cue for cue in cues if _is_beside(text, cue, quotes)]
    for cue in [*beside, *cues]:
        speaker = _speaker(text, sentence, cue, quotes, language)
        if speaker is not None:
            return cue, speaker
    return (beside or [None])[0], None


def _is_beside(text: str, cue: _Found, quotes: Sequence[Quoted]) -> bool:
    """Tell whether a cue stands beside a quotation, with nothing but a speaker between."""
    for quote in quotes:
        between = (
            text[quote.outer_end : cue.start]
            if cue.start >= quote.outer_end
            else text[cue.end : quote.outer_start]
        )
        if len(between) < 120 and not re.search(r"[.;!?]\s", between):
            return True
    return False


def _speaker(
    text: str,
    sentence: tuple[int, int],
    cue: _Found,
    quotes: Sequence[Quoted],
    language: Language,
) -> Span | None:
    low = max([sentence[0], *(q.outer_end for q in quotes if q.outer_end <= cue.start)])
    high = min([sentence[1], *(q.outer_start for q in quotes if q.outer_start >= cue.end)])
    rules = language.speech
    if cue.signal.words[0] in rules.LED_BY:
        return _after(text, cue.end, high, language)
    before = _before(text, low, cue.start, language)
    inverted = before is None or rules.is_inverted(text[low : cue.start])
    if inverted:
        after = _after(text, cue.end, high, language)
        return after if after is not None else before
    return before


def _after(text: str, start: int, end: int, language: Language) -> Span | None:
    """Return the noun phrase that follows a cue."""
    rest = text[start:end]
    offset = len(rest) - len(rest.lstrip())
    stop = _STOP.search(rest, offset)
    phrase = rest[offset : stop.start() if stop else len(rest)]
    cut = language.speech.cut_after(phrase)
    if stop and rest[stop.start()] == "," and cut == len(phrase.rstrip()):
        # An apposition: Павел Громов, министр иностранных дел.
        cut = language.speech.with_apposition(rest[offset:], cut)
    return _span(text, start + offset, start + offset + cut)


def _before(text: str, start: int, end: int, language: Language) -> Span | None:
    """Return the noun phrase that stands before a cue, in its clause."""
    clause = text[start:end]
    offset = language.speech.clause_start(clause)
    first, last = language.speech.cut_before(clause[offset:])
    return _span(text, start + offset + first, start + offset + last)


def _span(text: str, start: int, end: int) -> Span | None:
    written = text[start:end]
    start += len(written) - len(written.lstrip(" \u00a0,—–-«»“”\""))
    end = start + len(text[start:end].rstrip(" \u00a0,—–-:«“"))
    return Span(start, end, text[start:end]) if end > start and text[start:end].strip() else None
