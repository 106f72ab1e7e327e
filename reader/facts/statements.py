"""Who says a sentence, by which word, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence

from reader.facts import signals
from reader.facts.language import Language
from reader.facts.quotations import Quoted
from reader.facts.signals import Found
from reader.facts.speakers import attribution
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


def asserted(
    text: str, sentence: tuple[int, int], quotes: Sequence[Quoted], language: Language
) -> Asserted:
    """Return who says a sentence and how firmly; ``quotes``: the quoted speech in it."""
    start, end = sentence
    found = signals.find(text, *sentence, language)
    outside = [each for each in found if each.signal.attributes and not _is_in(each, quotes)]
    cue, speaker = attribution(text, sentence, outside, quotes, language)
    hedges = [each for each in found if not each.signal.attributes]
    if cue is not None and (another := language.speech.orders(text[cue.start : end])):
        cue = cue._replace(signal=cue.signal._replace(status=another))
    statuses = {each.signal.status for each in hedges if not _is_within(each, speaker)}
    marked = [(each.start, each.end) for each in hedges if not _is_within(each, speaker)]
    if cue is not None:
        statuses.add(cue.signal.status)
        if cue.signal.status != "done":
            marked.append((cue.start, cue.end))
    for other in outside:
        if (
            cue is not None
            and other.start > cue.end
            and language.speech.JOINED.search(text[cue.end : other.start])
        ):
            # He called it fiction and threatened to sue.
            statuses.add(other.signal.status)
            if other.signal.status != "done":
                marked.append((other.start, other.end))
    for each in found:
        if (
            each.signal.attributes
            and each.signal.status != "done"
            and (cue is None or _is_in(each, quotes))
            and language.speech.is_own(
                text[max(start, each.start - 30) : each.start], text[each.start : each.end]
            )
        ):
            statuses.add(each.signal.status)
            marked.append((each.start, each.end))
    silent = cue is not None and language.speech.is_negated(
        text[max(start, cue.start - 12) : cue.start]
    )
    if not statuses - {"done", "assessed"} and not silent:
        coming = language.speech.coming(_matter(text, sentence, cue, speaker, quotes))
        if coming:
            # What somebody thinks is to come is a forecast.
            thought = cue is not None and cue.signal.status != "done" and coming != "discussed"
            statuses.add("expected" if thought else coming)
    if quotes and (
        _is_fragment(text, quotes[0])
        or any(language.speech.is_judging(text[each.start : each.end]) for each in quotes)
    ):
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
    if (
        cue is not None
        and len(text[cue.end : end].split()) > 3
        and (speaker is None or speaker.end <= cue.start)
    ):
        return text[cue.end : end]
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
