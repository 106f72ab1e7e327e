"""English attribution: who is named before or after a word of speech, and what is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reader.terms.languages.en.facts import tense

LED_BY = frozenset(("according", "in"))
CALLED = re.compile(
    r"\b(?:call(?:s|ed|ing)?|describ\w+|label\w+|brand\w+|dubb\w+|hail\w+|denounc\w+|dismiss\w+|condemn\w+|"
    r"criticis\w+|criticiz\w+|prais\w+|term(?:s|ed)|deem\w+|rat(?:es|ed)|consider\w*|find|finds|found|view\w*|regard\w*|word|words|phrase)\b[^.;!?]*$"
)
NAMED = re.compile(
    r"\b(?:film|movie|play|novel|book|song|album|series|show|ship|ferry|newspaper|magazine|paper|company|chain|"
    r"club|team|group|band|painting|opera|ballet|musical|programme|program|project|operation|brand|model|"
    r"titled|entitled|named|called|codenamed|nicknamed|known as|exhibition|festival|so-called|app|"
    r"documentary|comedy|drama|poem|story|restaurant|hotel|cafe|pub|yacht|trawler|vessel|satellite|rocket)\s*,?\s*$"
)
MOTTO = re.compile(r"\b(?:slogan|motto|banner|sign|placard|inscription|catchphrase|watchword)\b")
_EVALUATION = re.compile(
    r"^(?:not |very |too |deeply |highly |completely |utterly )?[a-z]+(?:ful|ous|ive|ble|al|ing|ed|less|ic|ish|ory|ent|ant|ate|y|id|air|tic)$"
)
_ADVERBIAL = re.compile(
    r"^(?:on|in|at|after|before|during|earlier|later|yesterday|today|meanwhile|however|last|by|since|for|from|but|and|"
    r"still|instead|also|then|speaking|asked)\b"
)
_TRAILING = re.compile(
    r"(?:\s+(?:also|later|earlier|yesterday|today|has|have|had|is|are|was|were|then|still|again|repeatedly|publicly|"
    r"once|twice|never|only|already|would|will|can|did|does|do|not|now|nevertheless|reportedly|"
    r"on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|and))+$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:—–(]|,\s|\b(?:but|that|which|because|although|while|when|if)\s")
_STOPS = re.compile(
    r"\s(?:that|as|about|on|in|during|after|before|at|to|when|while|who|whose|with|by|from|for|this|yesterday|today|"
    r"late|early|last|earlier|later|reporters|and (?:he|she|they|it))\s",
    re.IGNORECASE,
)
_GROWS = re.compile(
    r"\b(?:will|'ll|shall)\s+(?:\w+ly\s+)?(?:rise|fall|grow|increase|decline|drop|exceed|reach|recover|slow|shrink|"
    r"widen|narrow|climb|intensify|worsen|improve|double|halve|weaken|strengthen|be (?:cold|warm|hot))"
)


def has_verb(words: Sequence[str]) -> bool:
    """Tell whether a verb is among some words."""
    plain = [re.sub(r"[^\w']", "", word.lower()) for word in words]
    return any(tense.tense(plain, place) for place in range(len(plain)))


def is_evaluation(words: Sequence[str]) -> bool:
    """Tell whether one or two words say what somebody thinks of a thing."""
    return len(words) <= 2 and _EVALUATION.match(" ".join(words)) is not None


NO_SUBJECT = re.compile(r"so|as|thus|this|it|which|that|who")
"""What is no speaker, though it stands before a word of speech."""
_RELATIVE = re.compile(r",\s*(?:who|whose|which)\b[^,]*,")
_TO_BE = frozenset("be been being is are was were am".split())
_NOT_VERBS_AFTER = frozenset(
    "the a an its his her their our my your this that these those no any some of per had has have new".split()
)


def is_used(
    before: Sequence[str], words: Sequence[str], attributes: bool, *, capital: bool
) -> bool:
    """Tell a verb from the noun or month that is written like it: the report, its rate, May."""
    if capital and (words == ("may",) or attributes):
        return False  # the month, a name
    if attributes and len(words) == 1 and before:
        participle = words[0].endswith("ed") or words[0] in ("told", "said", "thought", "written")
        if before[-1] in _TO_BE and participle and words[0] not in ("convinced", "determined"):
            return False  # the passive: was told, is expected
        if before[-1] == "to":
            return False
    return not (attributes and len(words) == 1 and before and before[-1] in _NOT_VERBS_AFTER) or (
        words[0].endswith("ed") and before[-1] in ("has", "have", "had")
    )


def orders(clause: str) -> Literal["planned", ""]:
    """Tell whether somebody is told or asked to do something."""
    if re.match(r"(?:told|tells|instructed)\s+(?:\w+\s+){1,4}to\s+\w", clause):
        return "planned"
    return ""


def is_inverted(before: str) -> bool:
    """Tell whether the speaker follows a verb before which these words stand."""
    plain = before.strip()
    if not plain or plain[-1] in "—–”\"’'!?:":
        return True
    return plain[-1] == "," and has_verb(_RELATIVE.sub(",", plain).split())


def clause_start(clause: str) -> int:
    """Return where the clause begins at whose end a word of speech stands."""
    found = list(_CLAUSE.finditer(clause))
    if not found:
        return 0
    last = found[-1]
    if clause[last.end() :].strip() == "" and len(found) > 1:
        earlier = found[-2]
        if clause[earlier.start()] != ",":
            return earlier.end()
        return found[-3].end() if len(found) > 2 else 0
    return last.end()


def cut_before(phrase: str) -> tuple[int, int]:
    """Return where the subject begins and ends in the words before its verb."""
    last = len(phrase.rstrip())
    while found := _TRAILING.search(phrase[:last]):
        last = found.start()
    first = len(phrase) - len(phrase.lstrip())
    if _ADVERBIAL.match(phrase[first:last].lower()):
        # «On Monday the minister»: the subject begins with an article or a capital after the first.
        opening = re.search(
            r"(?<=\s)(?:the|a|an|his|her|their|its|he|she|they|it|we|officials|[A-Z]\w+)\b",
            phrase[first + 4 : last],
        )
        while opening and opening[0].lower() in _DAYS:
            opening = re.compile(r"(?:the|a|an|he|she|they|it|[A-Z]\w+)\b").search(
                phrase[first + 4 : last], opening.end()
            )
        if opening is None:
            return first, first
        first += 4 + opening.start()
    return first, max(first, last)


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december".split()
)


def cut_after(phrase: str) -> tuple[int, int]:
    """Return where the noun phrase begins and ends among the words after a cue."""
    if re.match(
        r"(?:that|as|about|on|in|during|after|before|at|to|when|while|if|whether|by|for|it|not)\b",
        phrase,
    ):
        return 0, 0
    stop = _STOPS.search(phrase + " ")
    return 0, min(stop.start() if stop else len(phrase.rstrip()), len(phrase.rstrip()))


_MODAL = frozenset("may might could should must can cannot".split())


def coming(sentence: str) -> str:
    """Tell whether what is said is still to come: ``planned``, ``expected`` or ""."""
    plain = sentence.lower().replace("’", "'")
    if plain.rstrip("”\"' ").endswith("?"):
        return "discussed"
    words = re.findall(r"[\w']+", plain)
    codes = (tense.tense(words, place) for place in range(len(words)) if words[place] not in _MODAL)
    if next((code for code in codes if code in ("p", "f", "n")), "") == "p":
        return ""
    if re.search(r"\b(?:will|shall|won't|going to|'ll)\b|'ll\b", plain):
        return "expected" if _GROWS.search(plain) else "planned"
    if re.search(r"\b(?:is|are) (?:tomorrow|next|to [a-z])|\bwould\b", plain):
        return "planned"
    return ""
