"""English attribution: who is named before or after a word of speech, and what is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reader.terms.languages.en.facts import tense
from reader.terms.languages.en.facts.cues import PARTICIPLES, is_used
from reader.terms.languages.en.facts.subjects import (
    DAY,
    TOLD_OF,
    agent,
    cut_after,
    cut_before,
    first_verb,
    is_apposition,
    may_say,
    without_trailing,
)

__all__ = [
    "TOLD_OF",
    "agent",
    "cut_after",
    "cut_before",
    "first_verb",
    "is_apposition",
    "is_used",
    "may_say",
    "without_trailing",
]

LED_BY = frozenset(("according", "in", "citing", "by"))
LED_LAST: frozenset[str] = frozenset()
OWN: frozenset[str] = frozenset()
OF_SOURCE: frozenset[str] = frozenset()
WHOSE = frozenset("his her their its our my".split())
WEAK = frozenset((("citing",), ("in", "the", "words", "of"), ("saying",), ("adding",), ("urging",)))
"""Cues whose source is not the speaker where another cue has one."""
AS_SAYING = re.compile(r"quot(?:ed|es|ing)\s+((?:[^\W_]+[\s’'-]*){1,8}?)\s+as (?:saying|telling)\b")
"""Somebody else's words are quoted: the agency quoted him as saying."""
IN_RELATIVE = re.compile(r"\b(?:(?:in|of|to|with|by)\s+)?(who|whom|whose|which)\b[^,;:.!?—–]*$")
"""Before a word of speech: it is told of something, and is not what the sentence says."""
CLAUSE = re.compile(r"[;:—–(]|\b(?:but|that|because|although|while|when|if|whether)\s")
"""What a clause begins after."""
JOINED = re.compile(r"\s(?:and|but)\s(?:also\s|then\s)?$")
"""Before a second word of speech of the same speaker."""
AND = re.compile(r"\s(?:and|or)\s")
TO_BE = re.compile(
    r"\b(?:is|are|was|were|be|been|as)(?:\s+(?:not|a|an|the|very|so|too|all|just|only|his|her|its|their))?\s*$"
)
SAYING = re.compile(
    r"\b(?:claim|statement|assertion|insistence|remark|comment|speech|interview|letter|memo)s?\b"
)
"""Before words that are quoted: a noun for what somebody says."""
SO_CALLED = re.compile(r"(?:so-called(?:\s+\w+){0,2}|known as|dubbed the|called the)\s*$")
CALLED = re.compile(
    r"(?<!-)\b(?:call(?:s|ed|ing)?\b(?! (?:on|for|off|upon|in|to|up|back|out)\b)|describ\w+|label\w+|brand\w+|dubb\w+|hail\w+|denounc\w+|dismiss\w+|condemn\w+|"
    r"seen|portray\w*|criticis\w+|criticiz\w+|prais\w+|term(?:s|ed)|deem\w+|rat(?:es|ed)|consider\w*|find|finds|found|view\w*|regard\w*|word|words|phrase)\b[^.;!?]*$"
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
_GROWS = re.compile(
    r"\b(?:will|'ll|shall|would)\s+(?:\w+ly\s+)?(?:rise|fall|grow|increase|decline|drop|exceed|reach|recover|slow|shrink|"
    r"widen|narrow|climb|intensify|worsen|improve|double|triple|halve|soar|plunge|vanish|weaken|strengthen|be (?:cold|warm|hot))"
)


def has_verb(words: Sequence[str]) -> bool:
    """Tell whether a verb is among some words."""
    plain = [re.sub(r"[^\w']", "", word.lower()) for word in words]
    return any(tense.tense(plain, place) for place in range(len(plain)))


DETERMINED = re.compile(
    r"(?:^|\b(?:the|a|an|its|their|his|her|our|my|this|that|these|those|new|any|some|no|each|every|first|last|own))\s*$"
)
"""Before a few words that are quoted: they name a thing rather than being somebody's own."""
PARTIAL = re.compile(r"[a-z]")
METAPHOR = re.compile(r"(?!)")


PARTICIPLE = re.compile(r"[a-z]+ing(?:\s.*)?")
"""A word of speech that goes with the subject of the clause before it."""


def is_evaluation(words: Sequence[str]) -> bool:
    """Tell whether one or two words say what somebody thinks of a thing."""
    return len(words) <= 2 and _EVALUATION.match(" ".join(words)) is not None


NO_SUBJECT = re.compile(r"so|as|thus|this|which|that|who")
"""What is not a speaker, though it stands before a word of speech."""
INVERTING = frozenset("so as thus".split())
"""Words of those before a verb after which the subject follows: so said the mayor."""
_RELATIVE = re.compile(
    r"(?:,\s*(?:who|whose|which|quoted|asked|led by|based in|known as|[a-z]+ing)|\s(?:who|whom|whose))\b[^,]*,"
)


def is_negated(before: str) -> bool:
    """Tell whether a word of speech after these words tells that somebody did not say something."""
    return _NOT.search(before) is not None


_NOT = re.compile(r"(?:\b(?:not|never)|n['’]t)\s*$")


def is_judging(quoted: str) -> bool:
    """Tell whether what is quoted is a judgement: the worst night."""
    return _JUDGING.search(quoted.lower()) is not None


_JUDGING = re.compile(
    r"\b(?:the (?!(?:latest|west|east|rest|nearest|request|interest|forest|protest|contest|guest|test)\b)\w{3,}est\b|the (?:worst|best|finest|greatest|most \w+)|like it|never seen|disgrace|shameful|ridiculous|outrageous|absurd|"
    r"terrible|horrible|appalling|wonderful|magnificent|brilliant|pointless|senseless|disaster|catastrophe|tragedy|nightmare|"
    r"miracle|nonsense|madness|scandal|fantastic|incredible|unacceptable|unfair|unjust)\b|\b(?:don't|do not|can't|cannot) remember"
)


def told_by(after: str) -> tuple[int, int] | None:
    """Return where the verb is in words after a quotation: “…,” he grumbled."""
    if how := _HOW.match(after):
        return how.span(1)  # “…” was how he put it
    found = _TOLD_BY.match(after)
    if found is None:
        return None
    words = list(re.finditer(r"[^\W_]+(?:[’'-][^\W_]+)*", found[1]))
    plain = [word[0].lower().replace("’", "'") for word in words]
    for place, word in enumerate(words):
        said = (plain[place].endswith("ed") and len(plain[place]) > 4) or plain[
            place
        ] in tense.IRREGULAR
        following = found[1][word.end() :].lstrip()
        if place == 0 and plain[0].endswith("s") and _NAMED_NEXT.match(following):
            return found.start(1) + word.start(), found.start(1) + word.end()
        if (
            said
            and plain[place] not in tense.NOT_PAST
            and plain[place] not in ("was", "were", "had", "did")
        ):
            if place == 0 and len(words) < 2:
                return None
            return found.start(1) + word.start(), found.start(1) + word.end()
    return None


def told_before(before: str) -> tuple[int, int] | None:
    """Return where the verb is with which words before a colon end: fans chanted:"""
    if infinitive := re.search(r"\bto ([a-z]+):\s*$", before):
        return infinitive.span(1)
    found = re.search(r"\b([a-z]+):\s*$", before)
    said = found is not None and (found[1].endswith("ed") or found[1] in tense.IRREGULAR)
    return found.span(1) if found is not None and said and found[1] not in tense.NOT_PAST else None


_NAMED_NEXT = re.compile(r"(?:the|a|an|his|her|their|its|one)\s|[A-Z]")
_HOW = re.compile(
    r".[”\"’'],?\s+(?:is|was)\s+(?:how|what|all)\s+(?:[^\W_]+[\s’'-]+){1,6}?"
    r"(said|says|put|puts|described|describes|summed|recalls?|explained|greeted|remembers|remembered|[a-z]+ed)\b"
)
_TOLD_BY = re.compile(r"(?:.,|[?!…])[”\"’']\s+([^,;:.!?“”\"]{3,120})(?=[,;:.!?])")


def is_own(before: str, word: str) -> bool:
    """Tell whether a word within what is quoted is what its speaker thinks: we expect."""
    first = word.split(maxsplit=1)[0].lower()
    past = first.endswith("ed") or first in PARTICIPLES or first == "thought"
    return not past and _I.search(before.lower()) is not None


_I = re.compile(r"\b(?:i|we)(?:['’]re|['’]m)?\s+(?:[a-z'’]+\s+){0,2}$")


def orders(clause: str) -> Literal["planned", "assessed", "done", ""]:
    """Tell whether somebody is told to do something, or something is judged: dismissed as false."""
    if re.match(r"plead\w*\s+(?:not\s+)?(?:guilty|innocent|no contest)", clause):
        return "done"
    if re.match(r"(?:told|tells|instructed)\s+(?:\w+\s+){1,4}to\s+\w", clause):
        return "planned"
    if re.match(
        r"(?:dismiss|reject|denounc|condemn|welcom|prais|defend|portray)\w*\s[^,;.]*\bas\s", clause
    ):
        return "assessed"
    if re.match(r"swore\s+(?:that\s+)?\w+\s+(?:had|has|was|were|is|are|did)\b", clause):
        return "done"
    if _SUPPOSED.match(clause.lower()) and _is_supposed(clause):
        return "assessed"
    return ""


_SUPPOSED = re.compile(r"suggest(?:s|ed)?\s+(?!\w+ing\b)")


def _is_supposed(clause: str) -> bool:
    """Tell what is thought to be so from what is proposed: suggests the bank knew."""
    plain = [word.lower().replace("’", "'") for word in re.findall(r"[\w'’-]+", clause)[1:9]]
    for place, word in enumerate(plain):
        if place and word in ("that", "which", "who", "to", "should", "be"):
            return False
        if place and tense.tense(plain, place) in ("p", "f", "n"):
            return True
    return False


def is_inverted(before: str) -> bool:
    """Tell whether the speaker follows a verb before which these words stand."""
    plain = before.strip()
    if not plain or (plain[-1] in "—–”\"’'!?:" and not plain.endswith("N”")):
        return True
    return plain[-1] == "," and has_verb(_RELATIVE.sub(",", plain).split()[1:])


_ARRANGED = re.compile(
    r"\b(?:opens?|starts?|begins?|closes?|ends?|takes? effect|(?:enters?|comes?) into force|expires?|returns?|resumes?|"
    r"launch(?:es)?|meets?|votes?|arrives?|leaves?|visits?|hosts?|reopens?|flies|fly)\b(?:\s[\w']+){0,6}?\s"
    rf"(?:on|in|from|until|this|next|tomorrow)\s(?:the\s)?(?:next\s)?{DAY}\b|\b(?:opens?|starts?|begins?|returns?|leaves?) tomorrow\b"
)
_MODAL = frozenset("may might could should must can cannot".split())


def coming(sentence: str) -> str:
    """Tell whether what is said is still to come: ``planned``, ``expected`` or ""."""
    plain = sentence.lower().replace("’", "'")
    if plain.rstrip("”\"' ").endswith("?"):
        return "discussed"
    words = re.findall(r"[\w']+", plain)
    if words[:1] == ["had"] and "would" in words:
        return "possible"
    codes = (tense.tense(words, place) for place in range(len(words)) if words[place] not in _MODAL)
    if next((code for code in codes if code in ("p", "f", "n")), "") == "p":
        return ""
    if re.search(r"\b(?:will|shall|won't|going to|'ll)\b|'ll\b", plain):
        return "expected" if _GROWS.search(plain) else "planned"
    if _ARRANGED.search(plain):
        return "planned"
    if re.search(r"\b(?:is|are) (?:tomorrow|next|to [a-z])|\bwould\b", plain):
        return "expected" if _GROWS.search(plain) else "planned"
    return ""
