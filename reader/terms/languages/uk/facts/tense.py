"""Tense of Ukrainian verbs by their endings; see the Russian module."""

from __future__ import annotations

import re
from collections.abc import Sequence

BOUNDARIES = frozenset(", ; : ( ) — – але а і й та що який яка яке які".split())
AHEAD = frozenset("до на".split())
ARRANGED_BY_PRESENT: frozenset[str] = frozenset()
PRESENT_TELLS = True
"""Whether a weekday beside a verb in the present is one to come: в четверг суд рассматривает."""
PURPOSE_AFTER = False
"""Whether an infinitive after an expression tells what for, and not when."""
LAST_VERB_FIRST = False

_PAST = re.compile(r"[а-щьюяєії']{2,}(?:ив|ав|ув|їв|яв|ів|ла|ло|ли|вся|лася|лося|лися)$")
_FUTURE = re.compile(
    r"(?:від|ви|за|по|при|про|роз|об|під|пере|на|до|з|с)[а-щьюяєії']{2,}(?:ить|уть|ють|еться|иться|уться|яться|ме|муть|де|не)$"
)
_TO_COME = frozenset(
    "буде будуть заплановано планується очікується має мають повинен повинна повинні".split()
)
_PUT_OFF = re.compile(r"(?:відкла|перен|продовж|призупин|признач|заплан|дозвол|заборон)")
_SUCCEEDED = re.compile(r"(?:зміг|змогла|змогли|вда|поча|ста)")


def tense(words: Sequence[str], place: int) -> str:
    """Return the code of a word of a sentence, lower-case."""
    word = words[place]
    if word in _TO_COME:
        return "f"
    if len(word) > 30:
        return ""
    if _PAST.fullmatch(word):
        return "p"
    return "f" if _FUTURE.fullmatch(word) else ""


def puts_off(word: str) -> bool:
    """Tell whether a verb in the past may be of a day to come."""
    return _PUT_OFF.match(word) is not None


def agrees(word: str) -> bool:
    """Tell whether a verb in the past is of something to come."""
    return word.startswith(("домови", "погоди", "пообіця"))


def succeeded(word: str) -> bool:
    """Tell whether what an infinitive after the word says has happened."""
    return _SUCCEEDED.match(word) is not None


def was_arranged(word: str) -> bool:
    """Tell what was to be, now over or still to come."""
    return False


def holds(words: Sequence[str], place: int) -> bool:
    """Tell whether a participle tells of what goes on; here it stands with a verb that says so."""
    return False


def told(words: Sequence[str], first: int, last: int) -> str:
    """Return the tense of a time that what stands beside it tells, whatever the verb: данные за май."""
    return "past" if first > 0 and words[first - 1] in ("за", "від") else ""


def names_event(words: Sequence[str], verb: int, first: int, last: int) -> bool:
    """Tell whether a time says which thing is meant, so that the verb before is not of it."""
    return False


def without_verb(words: Sequence[str]) -> str:
    """Return the tense of a sentence in which no verb is known."""
    return ""
