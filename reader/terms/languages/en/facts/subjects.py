"""Noun phrases before and after an English word of speech: its subject, or its source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.terms.languages.en.facts import tense

TOLD_OF = re.compile(
    r"\s*(?:(?:in|of|for|to|with|by)\s+)?(?:who|whom|whose|which|where|whereas)\b|\s*(?:speaking|citing|quoting|referring|"
    r"talking|writing|asked|standing|sitting|[a-z]+ing)\b",
)
"""What is told between commas of a speaker, and is not part of the phrase."""


_ADVERBIAL = re.compile(
    r"^(?:on|in|at|after|before|during|earlier|later|yesterday|today|meanwhile|however|last|by|since|for|from|but|and|"
    r"still|instead|also|then|speaking|asked|following|amid|despite|given|unlike|throughout)\b"
)


_TRAILING = re.compile(
    r"(?:\s+(?:also|later|earlier|yesterday|today|has|have|had|is|are|was|were|then|still|again|repeatedly|publicly|"
    r"(?:managed|went on|continued|rushed|hastened|wanted|tried|began) to|once|twice|never|only|already|would|will|can|did|does|do|not|now|nevertheless|reportedly|"
    r"on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|and))+$",
    re.IGNORECASE,
)


_STOPS = re.compile(
    r"\s(?:that|as|about|on|in|during|after|before|at|to|when|while|who|whose|which|with|by|from|for|this|yesterday|today|"
    r"late|early|last|earlier|later|reporters|and (?:he|she|they|it))\s",
)


_KEEPS = re.compile(
    r"(?:\b(?:spokes\w+|lawyers?|attorneys?|solicitors?|counsel|minister|secretary|commissioner|director|head|chief|"
    r"envoy|ambassador|representative|adviser|advisor|aide|deputy|professor|speaker|reporter|analysts?|economists?) (?:for|to|at|in|with)"
    r"|\b(?:close to|familiar with|knowledge of|briefed on|involved in|next to)"
    r"|\b(?:officials|people|sources?|residents|witnesses|police|authorities|diplomats|doctors|researchers|scientists|experts) "
    r"(?:in|at|from|with|on)|\b[a-z]+(?:ed|en) (?:by|in|at|on|to))$"
)


def agent(before: str, after: str) -> int:
    """Return where the speaker begins after a verb in the passive, or 0: was reported by …"""
    by = _BY.match(after)
    return by.end() if by and _PASSIVE.search(before) else 0


_BY = re.compile(r"\s+by\s+(?!\w+ing\b|\d)")


_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|as)\s+(?:(?:first|also|later|widely|already|\w+ly)\s+)?$",
    re.IGNORECASE,
)


def first_verb(clause: str) -> int:
    """Return where the first verb of a clause that has a subject begins, or 0."""
    words = list(re.finditer(r"[^\W_]+(?:[’'-][^\W_]+)*", clause))
    plain = [word[0].lower().replace("’", "'") for word in words]
    for place in range(1, len(words)):
        if tense.tense(plain, place) in ("p", "f", "n"):
            return words[place].start()
    return 0


def without_trailing(part: str) -> str:
    """Return words before a verb without those that belong to the verb."""
    part = part.rstrip()
    while found := _TRAILING.search(part):
        part = part[: found.start()]
    return part


def may_say(cue: str, speaker: str) -> bool:
    """Tell whether a noun phrase may be the subject of a verb of speech."""
    return speaker.lower() not in _NOBODY


_NOBODY = frozenset(
    "you me us there this that which what who is are was were and but also then".split()
)


def is_apposition(part: str, *, of_source: bool = False) -> bool:
    """Tell whether what stands after a comma says who somebody is."""
    words = re.findall(r"[^\s,]+", part)
    if not words or len(words) > 12 or TOLD_OF.match(part):
        return False
    first = words[0]
    if first not in ("the", "a", "an", "his", "her", "its", "their", "one") and not (
        first.lower() in _OFFICES and len(words) > 1
    ):
        return False
    plain = [re.sub(r"[^\w']", "", word.lower()) for word in words]
    finite = (tense.tense(plain, place) for place in range(len(plain)))
    return not any(code in ("p", "f", "n") for code in finite)


_OFFICES = frozenset(
    "president chairman chairwoman chair director head chief secretary minister mayor spokesman spokeswoman leader "
    "professor founder owner editor senior former chief deputy vice executive manager general".split()
)


def cut_before(phrase: str) -> tuple[int, int]:
    """Return where the subject begins and ends in the words before its verb."""
    last = len(phrase.rstrip())
    joined = re.search(r"\band$", phrase[:last]) is not None
    while found := _TRAILING.search(phrase[:last]):
        last = found.start()
    first = len(phrase) - len(phrase.lstrip())
    while led := _LED.match(phrase, first, last):
        first = led.end()
    if _ADVERBIAL.match(phrase[first:last].lower()):
        comma = phrase.find(",", first, last)
        if (
            comma > 0
            and _ADVERBIAL.match(phrase[first:last].lower())
            and phrase[comma + 1 : last].strip()
        ):
            a, b = cut_before(phrase[comma + 1 : last])
            if b > a:
                return comma + 1 + a, comma + 1 + b
        # «After the vote the minister»: the subject begins with an article or a capital after the first.
        opening = _OPENING.search(phrase, first + 4, last)
        while opening and opening[0].lower() in _DAYS:
            opening = _OPENING.search(phrase, opening.end(), last)
        if opening is None:
            return first, first
        first = opening.start()
    words = list(re.finditer(r"[^\W_]+(?:[’'-][^\W_]+)*", phrase[first:last]))
    plain = [word[0].lower().replace("’", "'") for word in words]
    for place in range(1, len(plain)):
        was = plain[place] in _AUXILIARY
        verb = joined and tense.tense(plain, place) in ("p", "f", "n")
        if (was or verb or plain[place] in _SPLITS) and not _relative(plain[:place]):
            return first, first + len(phrase[first : first + words[place].start()].rstrip())
    return first, max(first, last)


def _relative(plain: Sequence[str]) -> bool:
    return not {"who", "which", "that", "whose"}.isdisjoint(plain)


_AUXILIARY = frozenset("was were is are has had have will would did does".split())


_SPLITS = frozenset("issued published released made gave posted sent".split())


_OPENING = re.compile(
    r"(?<=\s)(?:the|a|an|his|her|their|its|he|she|they|it|we|officials|[A-Z]\w+)\b"
)


DAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|\d{1,4}(?:st|nd|rd|th)?|(?:the )?(?:morning|afternoon|evening|night)|month|week|year|spring|summer|autumn|winter)"
)


_LED = re.compile(
    rf"(?:(?:was|is)\s+(?:how|what|all)\s+)|(?:(?:but|and|so|yet|still|however|meanwhile|earlier|later|also|then|today|yesterday|as|how|on|in|at|by|since|late|early|last|this)\s+)"
    rf"(?:{DAY}\s+)*(?=\S)(?<!\bon )(?<!\bin )(?<!\bat )(?<!\bby )(?<!\bsince )(?<!\blast )(?<!\bthis )|(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+(?=[a-z])",
    re.IGNORECASE,
)


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)


def cut_after(phrase: str, inverted: bool) -> tuple[int, int]:
    """Return where the noun phrase begins and ends among the words after a cue."""
    if re.match(
        r"(?:that|as|about|on|in|during|after|before|at|to|when|while|if|whether|by|for|it|not|how|why|what)\b",
        phrase,
    ):
        return 0, 0
    at = 0
    while stop := _STOPS.search(phrase + " ", at):
        if not _KEEPS.search(phrase[: stop.end() - 1]):
            return 0, min(stop.start(), len(phrase.rstrip()))
        at = stop.end() - 1
    return 0, len(phrase.rstrip())
