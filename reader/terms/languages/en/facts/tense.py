"""Tense of English verbs, so that a day without a year is the one that is meant.

The codes are those of the Russian module: ``p`` past, ``f`` future or arranged, ``n`` present, ``i``
infinitive.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

BOUNDARIES = frozenset(", ; : ( ) — – but while whereas which who that and when".split())
AHEAD = frozenset("until till to for by through no not".split())
ARRANGED_BY_PRESENT = frozenset(("is", "are"))
LAST_VERB_FIRST = True
PURPOSE_AFTER = True
PRESENT_TELLS = False

IRREGULAR = frozenset(
    "was were had did went came said told gave took made got saw knew thought found became began "
    "broke brought built bought caught chose cost cut drew drove ate fell felt fought flew forbade "
    "forgot froze grew heard held hit hurt kept laid led left lent lost meant met paid put quit ran "
    "rang rode rose sang sank sat sent shot shut slept sold sought spent spoke spread stole stood "
    "struck swam swore taught threw tore understood wept won wore wrote overtook withdrew done gone "
    "seen given taken known shown fallen written held won been swept sprang stuck swung dug hung "
    "rebuilt remade retook reran resold rewrote retold rethought undid outdid overcame underwent outsold overran overthrew "
    "burst split bid dealt fled slid spun shook ground bound wound upheld undertook".split()
)
NOT_PAST = frozenset(
    "need indeed speed seed feed hundred red bed breed shed embed exceed proceed succeed united led "
    "naked sacred wicked hatred kindred ragged rugged unprecedented weed greed creed steed bleed "
    "deed heed reed agreed-upon used preferred alleged so-called".split()
) - {"led"}
_MODALS = frozenset(
    "will shall won't 'll would may might can could should must cannot can't couldn't wouldn't "
    "shouldn't going".split()
)
_ARRANGED = frozenset(
    "scheduled due slated expected planned set poised plans plan aims aim hopes hope intends intend "
    "payable expects expect pledges promises wants upcoming forthcoming".split()
)
_SET_OFF = frozenset("off out up fire sail a the about new".split())
_SCHEDULED = frozenset(
    word + ending
    for word in "play convene reconvene debut premiere air tour open start begin close end meet resume return launch run expire vote face host "
    "travel release apply depart arrive leave last finish conclude retire reopen kick follow".split()
    for ending in ("", "s", "es")
) | frozenset("applies takes take holds hold goes go flies fly visits".split())
_NOUNS = frozenset(
    "play open start end return launch run vote face host travel release finish close last visit".split()
)
"""Verbs that without -s are nouns, too."""
_AIMS = frozenset("plan plans aim aims hope hopes promises due set".split())
"""What is a noun after an article."""
_PLAYED = frozenset("play face host visit tour".split())
"""What a team does, which is many: England face Italy on Friday."""
_MANY = frozenset("they we you i people women men children police who".split())
_ARTICLES = frozenset("the a an its his her their this that our your my new s".split())
_BEFORE_MONTH = frozenset("in since until till by of last next this during from to through".split())
_PRESENT = frozenset(
    "is are am has have does do says say isn't aren't hasn't remains stands".split()
)
_BETWEEN = frozenset("be been being have not also soon then now again only still never".split())
_PUT_OFF = re.compile(
    r"(?:postpon|adjourn|delay|extend|suspend|defer|remand|push|resched|put|order|promis|agree|"
    r"pledg|vow|moved|brought|bann|jail|clos|book|summon|invit|appoint|warn|predict|forecast|"
    r"urg|ask|demand|told|announc|propos|call|set|gave|given|approv)"
)
_AGREED = re.compile(r"(?:agree|promis|pledg|vow|propos|invit|schedul|plan|pencil)")
_SUCCEEDED = re.compile(r"(?:manag|began|start|help|continu|fail|had|was|were|went|came|us)")


def tense(words: Sequence[str], place: int) -> str:
    """Return the code of a word of a sentence, lower-case."""
    word = words[place]
    if word == "set" and place + 1 < len(words) and words[place + 1] in _SET_OFF:
        return "p"
    if word == "set" and not _is_arranged(words, place):
        return "p"
    if word == "ahead" and words[place + 1 : place + 2] == ["of"]:
        return "f"
    if word == "may" and place and words[place - 1] in _BEFORE_MONTH:
        return ""
    if word in _ARRANGED and place > 1 and words[place - 2 : place] == ["had", "been"]:
        return "p"
    if word in _ARRANGED and place and words[place - 1] in ("was", "were"):
        # What was to be by then; of a day it is still to come.
        return "p" if words[place + 1 : place + 2] == ["to"] else "f"
    if word == "forecast" and place:
        return "f" if words[place - 1] in ("is", "are") else ""
    if word in _AIMS and place and words[place - 1] in _ARTICLES:
        return ""
    if word == "due" and words[place + 1 : place + 2] == ["to"]:
        after = words[place + 2] if place + 2 < len(words) else ""
        return "" if after in _ARTICLES or after in _NOUNS_AFTER_TO else "f"
    if _is_failed(words, place):
        return "p"
    if word in _MODALS or word in _ARRANGED:
        return "f"
    if word in {"'", "ll"}:
        return "f" if word == "ll" else ""
    if word in IRREGULAR or (word.endswith("ed") and len(word) > 3 and not _is_adjective(word)):
        if _after_modal(words, place):
            return "f"
        return "n" if _is_passive(words, place) else "p"
    if word in ("head", "heads") and words[place + 1 : place + 2] in (["to"], ["into"], ["for"]):
        return "f"
    if word in _SCHEDULED:
        before = words[place - 1] if place else ""
        if before == "to":
            return "i"
        if word in _NOUNS and not _goes_with_many(before):
            after = words[place + 1] if place + 1 < len(words) else ""
            played = word in _PLAYED and before.isalpha() and after.isalpha()
            if not played or after in _PREPOSITIONS or before in _ARTICLES:
                return ""
        if before in ("the", "a", "an", "this", "its", "last", "their", "his", "her"):
            return ""
        return "f"
    if word in _PRESENT:
        return "n"
    if place and words[place - 1] == "to" and word.isalpha() and word not in _NOUNS_AFTER_TO:
        return "i"
    return ""


_NOUNS_AFTER_TO = (
    frozenset(
        "the a an this that these those it him her them us me you its his their our my all some any each "
        "both more less about nearly almost over under last next early late mid end and or".split()
    )
    | frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
    | frozenset(
        "january february march april may june july august september october november december".split()
    )
)


def _is_adjective(word: str) -> bool:
    """Tell an adjective in -ed: unexpected, preferred."""
    return word in NOT_PAST or (word.startswith("un") and not word.startswith(_UNDONE))


_UNDONE = (
    "unveil",
    "unearth",
    "unleash",
    "unload",
    "unlock",
    "unfold",
    "uncover",
    "unseat",
    "unif",
)
"""With what verbs begin that un- is a part of."""


def _is_failed(words: Sequence[str], place: int) -> bool:
    """Tell what was tried in vain: could not be reached on Wednesday."""
    word = words[place]
    return word == "couldn't" or (word == "could" and words[place + 1 : place + 2] == ["not"])


def _goes_with_many(word: str) -> bool:
    """Tell whether a verb without -s may follow: talks start, people vote."""
    return word in _MANY or (
        word.endswith("s") and not word.endswith(("ss", "'s")) and len(word) > 3
    )


def _is_arranged(words: Sequence[str], place: int) -> bool:
    """Tell what is set for a day from what somebody has set."""
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    return after in ("to", "for") or before in ("is", "are", "be", "been", "now", "also")


def _after_modal(words: Sequence[str], place: int) -> bool:
    for before in range(place - 1, max(place - 5, -1), -1):
        word = words[before]
        if word == "may" and before and words[before - 1] in _BEFORE_MONTH:
            return False
        if _is_failed(words, before):
            return False
        if word in _MODALS or word in ("to", "ll"):
            return True
        if word not in _BETWEEN and not word.endswith("ly"):
            return False
    return False


def _is_passive(words: Sequence[str], place: int) -> bool:
    """Tell whether a participle stands with a form of to be in the present: are accepted."""
    before = place - 1
    while before > 0 and (
        words[before] in ("not", "also", "still", "now") or words[before].endswith("ly")
    ):
        before -= 1
    return before >= 0 and words[before] in ("is", "are", "am")


def puts_off(word: str) -> bool:
    """Tell whether a verb in the past may be of a day to come: postponed, extended."""
    return _PUT_OFF.match(word) is not None


def agrees(word: str) -> bool:
    """Tell whether a verb in the past is of something to come: agreed on a meeting in July."""
    return _AGREED.match(word) is not None


def succeeded(word: str) -> bool:
    """Tell whether what an infinitive after the word says has happened: managed, began."""
    return _SUCCEEDED.match(word) is not None


_WITH = frozenset("in with to on against at from".split())
_COMPARED = frozenset("back than compared comparison percent %".split())
_CHANGED = frozenset(
    "unchanged changed up down rise drop fall increase decrease fell rose increased decreased".split()
)
_TO_REPORT = frozenset("report reporting post announce publish release".split())
_PREPOSITIONS = frozenset("in on at to for of from by with and or but as is was were will".split())
_REPORTS = re.compile(
    r"(?:data|figures?|results?|reports?|statistics|stats|numbers|earnings|accounts|sales|profits?|"
    r"revenues?|payrolls?|inflation|minutes|readings?|loss(?:es)?|net|income)$"
)


def was_arranged(word: str) -> bool:
    """Tell what was to be, now over or still to come: had been due to expire on Friday."""
    return word in _ARRANGED


def holds(words: Sequence[str], place: int) -> bool:
    """Tell whether a participle tells of what goes on; here it stands with a verb that says so."""
    return False


def told(words: Sequence[str], first: int, last: int) -> str:
    """Return the tense of a time that what stands beside it tells, whatever the verb: data for May."""
    after = words[last] if last < len(words) else ""
    before = list(words[max(0, first - 3) : first])
    if before[-1:] == ["effective"]:
        return "future"
    if words[max(0, first - 2) : first] == ["as", "of"]:
        return "" if not _MODALS.isdisjoint(words) else "past"
    if "originally" in words[max(0, first - 5) : first]:
        return "nearest"
    if after == "deadline" or words[last : last + 3] in (
        ["as", "the", "deadline"],
        ["as", "a", "deadline"],
    ):
        return "nearest"
    if "-" not in before and _REPORTS.match(after) and before[-1:] != ["next"]:
        return "past"
    if before[-1:] in (["the"], ["its"]):
        before.pop()
    if len(before) < 2:
        return ""
    if before[-1] in _WITH and before[-2] in _COMPARED:
        return "past"
    if before[-1] == "from" and before[-2] in _CHANGED:
        return "past"
    if before[-1] == "for":
        reported = not _TO_REPORT.isdisjoint(words[max(0, first - 14) : first])
        return "past" if reported or _REPORTS.match(before[-2]) else ""
    return ""


def names_event(words: Sequence[str], verb: int, first: int, last: int) -> bool:
    """Tell whether a time says which thing is meant, so that the verb before is not of it.

    To appeal Wednesday's ruling, to keep to a June agreement.
    """
    if words[verb] in _MODALS or (
        words[verb] not in _SCHEDULED and words[verb - 1 : verb] != ["to"]
    ):
        return False
    after = list(words[last : last + 2])
    if after[:1] == ["'s"] or after == ["'", "s"]:
        return True
    article = first > 0 and words[first - 1] in ("a", "an", "the", "its", "his", "their", "our")
    return article and bool(after) and after[0].isalpha() and after[0] not in _PREPOSITIONS


def without_verb(words: Sequence[str]) -> str:
    """Return the tense of a sentence in which no verb is known.

    All pasts are known; so what ends in -s after another word is one that is arranged.
    """
    ends = any(
        w.endswith("s") and not w.endswith(("ss", "us", "is")) and len(w) > 3 for w in words[2:]
    )
    return "future" if ends and words[-1] == "." else ""
