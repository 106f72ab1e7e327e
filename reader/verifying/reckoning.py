"""V1: every number and every time of a claim stands in its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from reader.facts.values import Fact
from reader.language.messages import N_
from reader.language.words import fold
from reader.verdicts import Finding
from reader.verifying import lexicon, moments, quantities
from reader.verifying.evidence import Evidence
from reader.verifying.held import Held, amounts_of
from reader.verifying.stems import stem_of

_FIGURES = re.compile(r"(?<![\w.,])\d{1,15}(?![\w]|[.,]\d)")
_FIGURE = re.compile(r"\d")
_LEADING = re.compile(r"\d+(?:[.,]\d+)?(?!\d)")
_NEXT = 6
"""Characters between two numbers of which the second has the scale of both."""
_LARGE = 1_000
"""Of fewer hours nobody takes watches for them."""
_OF = re.compile(r"\s+(?:из|of(?: the)?)\s+")
_INSTEAD = {
    "number": N_("The number “{text}” does not stand in {paragraphs}, which has: {there}."),
    "time": N_("The time “{text}” does not stand in {paragraphs}, which has: {there}."),
}
_NONE = {
    "number": N_("The number “{text}” does not stand in {paragraphs}, which has none."),
    "time": N_("The time “{text}” does not stand in {paragraphs}, which has none."),
}


def numbers(held: Held) -> Iterable[Finding]:
    """Yield a finding for each number of a claim that its paragraphs do not bear out."""
    places = dict(_enumerated(held))
    for amount in held.claim.amounts:
        if held.in_entry(amount.fact):
            continue
        held.checked = True
        at = amount.fact.start
        sources = (held.everywhere if at in places else held.sources_at(at)).paragraphs
        if not places.get(at) and not is_number_borne_out(held, amount, sources):
            known = held.amounts_everywhere if held.is_added(at) else held.amounts
            near = quantities.nearest(amount, known)
            yield _missing(held, "number", amount.fact, near)


def figures(held: Held) -> Iterable[Finding]:
    """Yield a finding for each figure of a claim that is neither a number nor a time, and stands nowhere."""
    claim = held.claim
    taken = [(f.start, f.end) for f, _ in claim.facts if f.kind != "quote"]
    taken += [(start, end) for start, end, _ in claim.spans]
    for match in _FIGURES.finditer(claim.text):
        at = match.start()
        if any(start <= at < end for start, end in taken):
            continue
        held.checked = True
        sources = held.sources_at(at).all
        if any(match[0] in _FIGURES.findall(each.text) for each in sources):
            continue
        value = float(match[0])
        if any(value in {*a.values, *a.raw} for each in sources for a in each.amounts):
            continue
        if any(match[0] in m.value for each in sources for m in each.moments):
            continue
        fact = Fact(at, match.end(), match[0], "number", value)
        near = quantities.nearest(quantities.amount(fact), held.amounts)
        yield _missing(held, "number", fact, near)


def is_number_borne_out(
    held: Held, amount: quantities.Amount, sources: Sequence[Evidence] = ()
) -> bool:
    """Tell whether a number of a claim stands in ``sources``, else in what it cites."""
    paragraphs = sources or held.cited
    whole = paragraphs is held.everywhere.paragraphs
    known = held.amounts_everywhere if whole else held.amounts
    if not whole and paragraphs is not held.cited:
        known = amounts_of(paragraphs)
    ages = [moment for each in paragraphs for moment in each.moments if moment.size]
    if _is_age(amount, ages) or _stands_as_written(amount.fact.text, paragraphs):
        return True
    pairs = [each for each in known if each.values == (2.0,) and _counts_two(each.fact, held.cited)]
    if quantities.is_borne_out(amount, [each for each in known if each not in pairs]):
        return True
    if amount.unit is None and amount.fact.cmp and _is_limit(amount, paragraphs):
        return True
    scaled = _scaled(amount, held.claim) if amount.unit is None else None
    if scaled is not None and quantities.is_borne_out(scaled, known):
        return True
    if amount.unit is None and _has_length(amount.fact, held.claim, paragraphs):
        return True
    two = amount.fact.value == 2 and amount.unit is None
    return two and _is_pair(held, amount.fact, bool(pairs))


def _stands_as_written(words: str, paragraphs: Sequence[Evidence]) -> bool:
    """Tell whether a figure and its unit stand in a paragraph, which may be of another language: 31m."""
    if not (_FIGURE.search(words) and words[-1:].isalpha()):
        return False
    whole = re.compile(rf"(?<![\w.,]){re.escape(words)}(?!\w)")
    return any(words in each.text and whole.search(each.text) for each in paragraphs)


def _scaled(amount: quantities.Amount, claim: Evidence) -> quantities.Amount | None:
    """Return a number with the scale and unit of the next one: from 15.2 to 13.5 million tonnes."""
    end = amount.fact.end
    following = next((a for a in claim.amounts if 0 < a.fact.start - end <= _NEXT), None)
    figure = _LEADING.match(following.fact.text) if following is not None else None
    if following is None or figure is None or len(following.raw) != 1:
        return None
    first = float(figure[0].replace(",", "."))
    scale = following.raw[0] / first if first else 1.0
    if scale <= 1:
        return None
    factor = following.values[0] / first
    values = tuple(v * factor for v in amount.values)
    raw = tuple(v * scale for v in amount.raw)
    return amount._replace(values=values, raw=raw, unit=following.unit)


def _is_limit(amount: quantities.Amount, paragraphs: Sequence[Evidence]) -> bool:
    """Tell whether “people under 18” are «до 18 лет»."""
    years = [a.values for each in paragraphs for a in each.amounts if a.unit == "yr"]
    sizes = [m.size for each in paragraphs for m in each.moments]
    return amount.values in years or any(("months", v * 12) in sizes for v in amount.values)


def _enumerated(held: Held) -> Iterable[tuple[int, bool]]:
    """Yield the places of «the second of five», and whether order alone bears out the number.

    A list begins after a paragraph that ends with a colon. How many it has may be said anywhere.
    """
    ordinals = [a for a in held.claim.amounts if a.unit == "ord" and len(a.values) == 1]
    for ordinal in ordinals:
        after = held.claim.text[ordinal.fact.end :]
        if not (of := _OF.match(after)):
            continue
        at = ordinal.fact.end + of.end()
        count = next((a for a in held.claim.amounts if a.fact.start == at and a.unit is None), None)
        if count is None:
            continue
        yield count.fact.start, False
        if (place := _place_in_list(held)) is not None:
            yield ordinal.fact.start, place == ordinal.values[0]


def _place_in_list(held: Held) -> int | None:
    """Return the number of the last cited paragraph in the list that it stands in."""
    every = [*held.everywhere.paragraphs]
    last = every.index(held.cited[-1]) if held.cited else 0
    opening = next(
        (n for n in range(last - 1, -1, -1) if every[n].text.rstrip().endswith(":")), None
    )
    return None if opening is None else last - opening


def times(held: Held) -> Iterable[Finding]:
    """Yield a finding for each time of a claim that its paragraphs do not bear out."""
    for moment in held.claim.moments:
        if held.in_entry(moment.fact) or not (moment.span or moment.size or moment.value):
            continue
        held.checked = True
        answer = time_borne_out(held, moment)
        held.unknown = held.unknown or answer == "unknown"
        if answer == "no":
            known = [
                m for each in held.sources_at(moment.fact.start).paragraphs for m in each.moments
            ]
            yield _missing(held, "time", moment.fact, moments.nearest(moment, known))


def time_borne_out(held: Held, moment: moments.Moment) -> moments.Answer:
    """Tell whether a time of a claim is one of those where it is looked for."""
    paragraphs = held.sources_at(moment.fact.start).paragraphs
    known = [each for paragraph in paragraphs for each in paragraph.moments]
    ages = [a for each in paragraphs for a in each.amounts if a.unit == "yr"]
    if any(_is_age(age, [moment]) for age in ages):
        return "yes"
    if moment.size is not None and _is_counted(moment, paragraphs):
        return "yes"
    if moment.size is not None and _has_length(moment.fact, held.claim, paragraphs):
        return "yes"
    answer = moments.is_borne_out(moment, known, held.claim.finder.published)
    if answer == "no" and moment.size is not None and _is_one(moment.fact):
        return "unknown"  # within a day, за минуту
    return answer


def _is_one(fact: Fact) -> bool:
    """Tell whether a length of time is one unit, named without a figure: a day."""
    length = str(fact.value).removeprefix("P").removeprefix("T")
    return not any(map(str.isdigit, fact.text)) and length[:1] == "1" and len(length) == len("1D")


def _has_length(fact: Fact, claim: Evidence, paragraphs: Sequence[Evidence]) -> bool:
    """Tell whether a length of time, which may be told without its unit, is one of the source's."""
    own = claim.lengths.get(fact.start)
    return own is not None and any(own in each.lengths.values() for each in paragraphs)


def _is_counted(moment: moments.Moment, paragraphs: Sequence[Evidence]) -> bool:
    """Tell whether what reads as a length of time is a count elsewhere: часов, hours or watches."""
    count = _FIGURE.search(moment.fact.text)
    if count is None or moment.size is None:
        return False
    size = moment.size[1]
    plain = [a for each in paragraphs for a in each.amounts if a.unit is None and a.values]
    return any(value >= _LARGE and size in (value * 60, value) for a in plain for value in a.values)


def _is_pair(held: Held, fact: Fact, told: bool) -> bool:
    """Tell whether «both» or «the two leaders» counts those whom the paragraphs name.

    ``told``: these have such a word, too.
    """
    if fold(fact.text) in lexicon.listed(held.claim.code, "pairs").words:
        held.unknown = held.unknown or not told
        return True
    counted = [word.folded for word in held.claim.after(fact.end)]
    same = {w for each in held.cited if each.code == held.claim.code for w in each.content}
    parties = lexicon.listed(held.claim.code, "parties")
    if told:
        return any(parties.has(word) or stem_of(word) in same for word in counted)
    # «The two heads of government» may be two whom a paragraph names, where it counts no others.
    named = held.claim.text[: fact.start].rstrip().lower().endswith("the")
    alone = not any(a.unit is None for each in held.cited for a in each.amounts)
    if named and alone and any(map(parties.has, counted)):
        held.unknown = True
        return True
    return False


def _missing(
    held: Held, code: Literal["number", "time"], fact: Fact, near: Sequence[Fact]
) -> Finding:
    values = {"text": fact.text, "paragraphs": held.paragraphs}
    if near:
        values["there"] = ", ".join(dict.fromkeys(each.text for each in near[:3]))
    message = (_INSTEAD if near else _NONE)[code]
    return Finding(code, fact.text, fact.start, message, values, held.places(near))


def _counts_two(fact: Fact, paragraphs: Iterable[Evidence]) -> bool:
    """Tell whether a number is a word for two that counts what a paragraph names."""
    word = fold(fact.text)
    return any(word in lexicon.listed(each.code, "pairs").words for each in paragraphs)


def _is_age(amount: quantities.Amount, lengths: Sequence[moments.Moment]) -> bool:
    """Tell whether an age, «девятнадцати лет», is written as a length of time elsewhere."""
    if amount.unit != "yr" or len(amount.values) != 1:
        return False
    return any(each.size == ("months", amount.values[0] * 12) for each in lengths)
