"""Who says a sentence: the noun phrase before or after the word that attributes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import ModuleType

from reader.facts.language import Language, Signal
from reader.facts.quotations import Quoted
from reader.facts.signals import Found
from reader.facts.values import Span

_STOP = re.compile(r"(?<!\b[^\W\d_])\.(?=\s|$)|[,;:!?()«»“”\"—–\n]")
_TITLE = re.compile(r"(?<=«)[^«»]{1,80}(?=»)|(?<=“)[^“”]{1,80}(?=”)|(?<=„)[^„“”]{1,80}(?=[“”])")
_FILLER = "N"
_FARTHEST = 400
"""Characters before or after a word of speech in which its speaker is looked for."""


def attribution(
    text: str,
    sentence: tuple[int, int],
    cues: Sequence[Found],
    quotes: Sequence[Quoted],
    language: Language,
) -> tuple[Found | None, Span | None]:
    """Return the word that attributes a sentence, and the speaker."""
    for cue in _by_weight(text, sentence, cues, quotes, language):
        speaker = _speaker(text, sentence, cue, quotes, language)
        if speaker is not None and language.speech.may_say(text[cue.start : cue.end], speaker.text):
            return cue, speaker
    return None, None


def _by_weight(
    text: str,
    sentence: tuple[int, int],
    cues: Sequence[Found],
    quotes: Sequence[Quoted],
    language: Language,
) -> Iterator[Found]:
    """Yield cues: beside a quotation, then those of the main clause, then the rest."""
    rules = language.speech
    beside = [cue for cue in cues if _is_beside(text, cue, quotes)]
    if quotes and not beside:
        beside = [cue for quote in quotes for cue in _unknown(text, sentence, quote, language)]
    yield from beside
    weak = []
    for cue in cues:
        before = text[max(sentence[0], cue.start - _FARTHEST) : cue.start]
        if cue.signal.words in rules.WEAK or _relative(before, language):
            weak.append(cue)
        else:
            yield cue
    yield from weak


def _relative(before: str, language: Language) -> re.Match[str] | None:
    """Return the word with which the relative clause begins to which a cue belongs."""
    found: re.Match[str] | None = language.speech.IN_RELATIVE.search(before)
    if found is None or language.speech.has_verb(before[found.end(1) :].split()):
        return None
    return found


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


def _unknown(
    text: str, sentence: tuple[int, int], quote: Quoted, language: Language
) -> Iterator[Found]:
    """Yield the verb after a quotation, though no list has it: «…», — буркнул сторож."""
    offset = quote.end - 1
    found = language.speech.told_by(text[offset : min(sentence[1], quote.end + 200)])
    if found is None:
        offset = sentence[0]
        found = language.speech.told_before(text[offset : quote.outer_start])
        led = text[offset : quote.outer_start].rstrip()
        verb = language.speech.first_verb(led) if found is None and led.endswith(":") else 0
        if verb and not _PLACE.match(led):
            found = verb, verb + len(led[verb:].split(maxsplit=1)[0])
    if found is not None:
        start, end = (offset + at for at in found)
        yield Found(start, end, Signal((text[start:end].lower(),), "done", True))


_PLACE = re.compile(r"\s*(?:в|во|на|у|on|in|at)\s", re.IGNORECASE)
"""What a sentence begins with that tells where something is written."""


def _speaker(
    text: str,
    sentence: tuple[int, int],
    cue: Found,
    quotes: Sequence[Quoted],
    language: Language,
) -> Span | None:
    low = max([sentence[0], *(q.outer_end for q in quotes if q.outer_end <= cue.start)])
    high = min([sentence[1], *(q.outer_start for q in quotes if q.outer_start >= cue.end)])
    low, high = max(low, cue.start - _FARTHEST), min(high, cue.end + _FARTHEST)
    rules = language.speech
    if len(cue.signal.words) > 2 and cue.signal.words[0] in rules.LED_BY:
        # По его словам: the pronoun is the speaker.
        words = list(re.finditer(r"\w+", text[cue.start : cue.end]))
        if words[1][0].lower() in rules.WHOSE:
            return _span(text, cue.start + words[1].start(), cue.start + words[1].end())
    if len(cue.signal.words) > 2 and cue.signal.words[1] in rules.OWN:
        # По собственному признанию: the source is the subject.
        rest = re.match(r"\s*,\s*", text[cue.end : high])
        if rest and not text[low : cue.start].strip():
            start = cue.end + rest.end()
            verb = rules.first_verb(text[start:high])
            return _before(text, start, start + verb, language) if verb else None
        return _before(text, low, low + len(text[low : cue.start].rstrip(", ")), language)
    if cue.signal.words[0] in rules.LED_BY or cue.signal.words[-1] in rules.LED_LAST:
        of_source = cue.signal.words[0] in rules.OF_SOURCE
        return _after(text, cue.end, high, language, inverted=False, of_source=of_source)
    if quoted := rules.AS_SAYING.match(text[cue.start : high]):
        return _span(text, cue.start + quoted.start(1), cue.start + quoted.end(1))
    if relative := _relative(text[low : cue.start], language):
        own = _before(text, low + relative.end(1), cue.start, language)
        if own is not None and not rules.NO_SUBJECT.fullmatch(own.text.lower()):
            return own
        main = _before(text, low, low + relative.start(), language)
        if (
            main is None
            or main.text.lower() == "it"
            or rules.NO_SUBJECT.fullmatch(main.text.lower())
        ):
            return None
        return main
    if by := rules.agent(text[low : cue.start], text[cue.end : high]):
        return _after(text, cue.end + by, high, language, inverted=False)
    led = text[low : cue.start].rstrip()
    if led[-1:] in (",", "—", "–") and rules.PARTICIPLE.fullmatch(text[cue.start : cue.end]):
        # The subject is that of the clause before: he rejects the polls, insisting that …
        verb = rules.first_verb(led)
        return _before(text, low, low + verb, language) if verb else None
    before = _before(text, low, cue.start, language)
    if before is not None and rules.NO_SUBJECT.fullmatch(before.text.lower()):
        if before.text.lower() not in rules.INVERTING:
            return None
        return _after(text, cue.end, high, language, inverted=True)
    if (
        before is None
        or rules.is_inverted(_masked(text[low : cue.start]))
        or not rules.may_say(text[cue.start : cue.end], before.text)
    ):
        after = _after(text, cue.end, high, language, inverted=True)
        return after if after is not None else before
    return before


def _after(
    text: str,
    start: int,
    end: int,
    language: Language,
    *,
    inverted: bool,
    of_source: bool = False,
) -> Span | None:
    """Return the noun phrase that follows a cue, with the apposition after it."""
    rest = _masked(text[start:end])
    offset = len(rest) - len(rest.lstrip())
    phrase, stop = _until_stop(rest, offset)
    first, last = language.speech.cut_after(phrase, inverted)
    if last == len(phrase.rstrip()) and last > first and rest[stop : stop + 1] == ",":
        added, _ = _until_stop(rest, stop + 1)
        if _is_apposition(added, language.speech, of_source=of_source):
            last = stop + 1 - offset + len(added.rstrip())
    return _span(text, start + offset + first, start + offset + last)


def _until_stop(rest: str, offset: int) -> tuple[str, int]:
    """Return the words up to a mark that ends a phrase, and where it stands."""
    at = offset
    while stop := _STOP.search(rest, at):
        if stop[0] in "«“„" and rest[stop.end() : stop.end() + 1] == _FILLER:
            at = stop.end()
            while at < len(rest) and rest[at] == _FILLER:
                at += 1
            at += 1
            continue
        if stop[0] in "»“”" and rest[stop.start() - 1] == _FILLER and stop.start() > offset:
            at = stop.end()
            continue
        return rest[offset : stop.start()], stop.start()
    return rest[offset:], len(rest)


def _masked(text: str) -> str:
    """Fill names in quotation marks, in which nothing is looked for."""
    if not any(mark in text for mark in "«“„"):
        return text
    return _TITLE.sub(lambda found: _FILLER * len(found[0]), text)


def _before(text: str, start: int, end: int, language: Language) -> Span | None:
    """Return the noun phrase that stands before a cue, in its clause."""
    clause = _masked(text[start:end])
    if aside := _ASIDE.search(clause):
        clause = clause[: aside.start()]
    first, last = _clause(clause, language)
    a, b = language.speech.cut_before(clause[first:last])
    return _span(text, start + first + a, start + first + b)


_ASIDE = re.compile(r"\s[—–]\s[^—–]{1,160}\s[—–]\s*$")
_COMMA = re.compile(r",\s*")


def _clause(clause: str, language: Language) -> tuple[int, int]:
    """Return where the subject of the clause, at whose end a word of speech stands, is looked for.

    Appositions between commas belong to it; what is told of it (who, which, citing) does not.
    """
    rules = language.speech
    hard = 0
    for found in rules.CLAUSE.finditer(clause):
        if found.end() < len(clause.rstrip()):
            hard = found.end()
    commas = [found for found in _COMMA.finditer(clause) if found.start() >= hard]
    starts = [hard, *(found.end() for found in commas)]
    ends = [*(found.start() for found in commas), len(clause)]
    number = len(starts) - 1
    last = ends[number]
    if rules.without_trailing(" " + clause[starts[number] : ends[number]]).strip():
        return _joined(clause, starts[number], last, rules)
    # Commas around an apposition: Павел Громов, министр, сказал.
    number -= 1
    while number > 0:
        part = clause[starts[number] : ends[number]]
        number -= 1
        if _is_apposition(part, rules):
            break
        last = ends[number]
    number = max(number, 0)
    while number > 0 and _is_apposition(clause[starts[number] : ends[number]], rules):
        number -= 1
    return starts[number], last


_NAME = re.compile(r"\s*[^\W\d_a-zа-яё][^\W\d_]+(?:[ -][^\W\d_a-zа-яё][^\W\d_]*\.?){0,3}\s*")


def _is_apposition(part: str, rules: ModuleType, *, of_source: bool = False) -> bool:
    return _NAME.fullmatch(part) is not None or rules.is_apposition(part, of_source=of_source)


def _joined(clause: str, start: int, end: int, rules: ModuleType) -> tuple[int, int]:
    """Begin after an «and» that joins clauses rather than names."""
    for found in rules.AND.finditer(clause, start, end):
        rest = clause[found.end() : end].strip()
        if rest and rules.has_verb(clause[start : found.start()].split()):
            start = found.end()
    return start, end


def _span(text: str, start: int, end: int) -> Span | None:
    written = text[start:end]
    marks = "" if written.count("«") == written.count("»") else "«»“”"
    start += len(written) - len(written.lstrip(" \u00a0,—–-" + marks))
    end = start + len(text[start:end].rstrip(" \u00a0,—–-:«“"))
    return Span(start, end, text[start:end]) if end > start else None
