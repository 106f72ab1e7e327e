"""Who says a sentence, by which word, and how firmly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.facts import signals
from reader.facts.language import Language
from reader.facts.quotations import Quoted
from reader.facts.signals import Found
from reader.facts.values import Asserted, Span
from reader.model import ClaimStatus

_FIRST: tuple[ClaimStatus, ...] = (
    "possible",
    "expected",
    "planned",
    "discussed",
    "assessed",
    "done",
)
"""Of several the first is that of the sentence."""
_STOP = re.compile(r"(?<!\b[^\W\d_])\.(?=\s|$)|[,;:!?()«»“”\"—–\n]")


def asserted(
    text: str, sentence: tuple[int, int], quotes: Sequence[Quoted], language: Language
) -> Asserted:
    """Return who says a sentence and how firmly; ``quotes``: the quoted speech in it."""
    start, end = sentence
    found = signals.find(text, *sentence, language)
    outside = [each for each in found if each.signal.attributes and not _is_in(each, quotes)]
    cue, speaker = _attribution(text, sentence, outside, quotes, language)
    hedges = [each for each in found if not each.signal.attributes]
    if cue is not None and (another := language.speech.orders(text[cue.start : end])):
        cue = cue._replace(signal=cue.signal._replace(status=another))
    statuses = {each.signal.status for each in hedges if not _is_within(each, speaker)}
    marked = [(each.start, each.end) for each in hedges if not _is_within(each, speaker)]
    if cue is not None:
        statuses.add(cue.signal.status)
        if cue.signal.status != "done":
            marked.append((cue.start, cue.end))
    if not statuses - {"done", "assessed"}:
        coming = language.speech.coming(_matter(text, sentence, cue, speaker, quotes))
        if coming:
            # What somebody thinks is to come is a forecast.
            statuses.add("expected" if cue is not None and cue.signal.status != "done" else coming)
    if quotes and _is_fragment(text, quotes[0]):
        statuses.add("assessed")
    status: ClaimStatus = next((each for each in _FIRST if each in statuses), "done")
    spans = tuple(Span(a, b, text[a:b]) for a, b in sorted(set(marked)))
    said = Span(cue.start, cue.end, text[cue.start : cue.end]) if cue else None
    return Asserted(start, end, status, speaker, said, spans)


def _matter(
    text: str,
    sentence: tuple[int, int],
    cue: Found | None,
    speaker: Span | None,
    quotes: Sequence[Quoted],
) -> str:
    """Return what is said, without who says it."""
    if quotes:
        return " ".join(text[quote.start : quote.end] for quote in quotes)
    start, end = sentence
    spans = [(each.start, each.end) for each in (cue, speaker) if each is not None]
    kept = []
    for a, b in sorted(spans):
        kept.append(text[start:a])
        start = max(start, b)
    return " ".join([*kept, text[start:end]])


def _is_fragment(text: str, quote: Quoted) -> bool:
    """Tell whether only a word or a part of a sentence is quoted: somebody's choice of words."""
    return not quote.dialogue and text[quote.start].islower() and quote.outer_start < quote.start


def _is_in(found: Found, quotes: Sequence[Quoted]) -> bool:
    return any(q.outer_start <= found.start < q.outer_end for q in quotes)


def _is_within(found: Found, span: Span | None) -> bool:
    return span is not None and span.start <= found.start < span.end


def _attribution(
    text: str,
    sentence: tuple[int, int],
    cues: Sequence[Found],
    quotes: Sequence[Quoted],
    language: Language,
) -> tuple[Found | None, Span | None]:
    """Return the word that attributes, and the speaker."""
    beside = [cue for cue in cues if _is_beside(text, cue, quotes)]
    for cue in [*beside, *cues]:
        speaker = _speaker(text, sentence, cue, quotes, language)
        if speaker is not None:
            return cue, speaker
    return None, None


def _is_beside(text: str, cue: Found, quotes: Sequence[Quoted]) -> bool:
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
    cue: Found,
    quotes: Sequence[Quoted],
    language: Language,
) -> Span | None:
    low = max([sentence[0], *(q.outer_end for q in quotes if q.outer_end <= cue.start)])
    high = min([sentence[1], *(q.outer_start for q in quotes if q.outer_start >= cue.end)])
    rules = language.speech
    if len(cue.signal.words) == 3 and cue.signal.words[0] in rules.LED_BY:
        # По его словам: the pronoun is the speaker.
        words = list(re.finditer(r"\w+", text[cue.start : cue.end]))
        return _span(text, cue.start + words[1].start(), cue.start + words[1].end())
    if cue.signal.words[0] in rules.LED_BY:
        return _after(text, cue.end, high, language)
    before = _before(text, low, cue.start, language)
    if (
        before is None
        or rules.is_inverted(text[low : cue.start])
        or rules.NO_SUBJECT.fullmatch(before.text.lower())
    ):
        after = _after(text, cue.end, high, language)
        return after if after is not None else before
    return before


def _after(text: str, start: int, end: int, language: Language) -> Span | None:
    """Return the noun phrase that follows a cue."""
    rest = text[start:end]
    offset = len(rest) - len(rest.lstrip())
    stop = _STOP.search(rest, offset)
    phrase = rest[offset : stop.start() if stop else len(rest)]
    first, last = language.speech.cut_after(phrase)
    return _span(text, start + offset + first, start + offset + last)


def _before(text: str, start: int, end: int, language: Language) -> Span | None:
    """Return the noun phrase that stands before a cue, in its clause."""
    clause = text[start:end]
    offset = language.speech.clause_start(clause)
    first, last = language.speech.cut_before(clause[offset:])
    return _span(text, start + offset + first, start + offset + last)


def _span(text: str, start: int, end: int) -> Span | None:
    written = text[start:end]
    marks = "" if written.count("«") == written.count("»") else "«»“”"
    start += len(written) - len(written.lstrip(" \u00a0,—–-" + marks))
    end = start + len(text[start:end].rstrip(" \u00a0,—–-:«“"))
    return Span(start, end, text[start:end]) if end > start else None
