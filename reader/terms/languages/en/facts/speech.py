"""English attribution: who is named before or after a word of speech, and what is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reader.terms.languages.en.facts import tense

LED_BY = frozenset(("according", "in", "citing"))
OF_SOURCE: frozenset[str] = frozenset()
WHOSE = frozenset("his her their its our my".split())
WEAK = frozenset((("citing",), ("in", "the", "words", "of"), ("saying",), ("adding",), ("urging",)))
"""Cues whose source is not the speaker where another cue has one."""
AS_SAYING = re.compile(r"quot(?:ed|es|ing)\s+((?:[^\W_]+[\s’'-]*){1,8}?)\s+as (?:saying|telling)\b")
"""Somebody else's words are quoted: the agency quoted him as saying."""
IN_RELATIVE = re.compile(r"\b(?:(?:in|of|to|with|by)\s+)?(who|whom|whose|which)\b[^,;:.!?—–]*$")
"""Before a word of speech: it is told of something, and is not what the sentence says."""
TOLD_OF = re.compile(
    r"\s*(?:(?:in|of|for|to|with|by)\s+)?(?:who|whom|whose|which|where|whereas)\b|\s*(?:speaking|citing|quoting|referring|"
    r"talking|writing|asked|standing|sitting|[a-z]+ing)\b",
)
"""What is told between commas of a speaker, and is not part of the phrase."""
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
_ADVERBIAL = re.compile(
    r"^(?:on|in|at|after|before|during|earlier|later|yesterday|today|meanwhile|however|last|by|since|for|from|but|and|"
    r"still|instead|also|then|speaking|asked|following|amid|despite|given|unlike|throughout)\b"
)
_TRAILING = re.compile(
    r"(?:\s+(?:also|later|earlier|yesterday|today|has|have|had|is|are|was|were|then|still|again|repeatedly|publicly|"
    r"once|twice|never|only|already|would|will|can|did|does|do|not|now|nevertheless|reportedly|"
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


def agent(before: str, after: str) -> int:
    """Return where the speaker begins after a verb in the passive, or 0: was reported by …"""
    by = _BY.match(after)
    return by.end() if by and _PASSIVE.search(before) else 0


_BY = re.compile(r"\s+by\s+(?!\w+ing\b|\d)")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|as)\s+(?:(?:first|also|later|widely|already|\w+ly)\s+)?$",
    re.IGNORECASE,
)
PARTICIPLE = re.compile(r"[a-z]+ing(?:\s.*)?")
"""A word of speech that goes with the subject of the clause before it."""


def first_verb(clause: str) -> int:
    """Return where the first verb of a clause that has a subject begins, or 0."""
    words = list(re.finditer(r"[^\W_]+(?:[’'-][^\W_]+)*", clause))
    plain = [word[0].lower().replace("’", "'") for word in words]
    for place in range(1, len(words)):
        if tense.tense(plain, place) in ("p", "f", "n"):
            return words[place].start()
    return 0


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
_TO_BE = frozenset("be been being is are was were am".split())
_NOT_VERBS_AFTER = frozenset(
    "the a an its his her their our my your this that these those no any some of per had has have new".split()
)


def is_used(
    before: Sequence[str],
    words: Sequence[str],
    after: Sequence[str],
    attributes: bool,
    *,
    capital: bool,
) -> bool:
    """Tell a verb from the noun or month that is written like it: the report, its rate, May."""
    if capital and (words == ("may",) or attributes):
        return False  # the month, a name
    if attributes and not before and after[:1] and words[0] in _ASKED:
        led = words[1:2] or after[:1]
        if led[0] in ("about", "whether", "if", "by", "to", "why", "how", "that", "of", "what"):
            return False  # asked about the tariffs, told of the loss
    if words[0] == "whether" and not {"asked", "asks", "question"}.isdisjoint(before):
        return False
    if words[0] in ("rumours", "rumors", "alleged", "potential") and not _DENIED.isdisjoint(before):
        return False
    if not attributes and words[0] in _WITH_TO and len(words) == 1:
        return after[:1] == ["to"] or (words[0] == "plans" and after[:1] in (["a"], ["for"]))
    if before and before[-1] in ("than", "as") and words[0] in ("expected", "planned", "estimated"):
        return False
    if words[0] == "expected" and not before and after[:1] == ["to"]:
        return False
    if (
        attributes
        and len(words) == 1
        and words[0] in _NOUNS
        and not _is_verb(words[0], before, after)
    ):
        return False
    if attributes and len(words) == 1 and before:
        participle = words[0].endswith("ed") or words[0] in _PARTICIPLES
        verb = next((w for w in reversed(before) if not w.endswith("ly") and w not in _BETWEEN), "")
        if (
            verb in _TO_BE
            and participle
            and words[0] not in ("convinced", "determined", "confident")
        ):
            # The passive: was told, is expected; but: was reported by the press.
            return after[:1] == ["by"] and words[0] not in _PARTICIPLES
        if (
            verb in ("to", "can't", "can", "couldn't", "don't", "didn't", "let")
            and words[0] in _BASES
        ):
            return False
        if before[-1] == "to":
            return False
    if words[0] in _PROGRESSIVE and attributes:
        verb = next((w for w in reversed(before) if not w.endswith("ly") and w not in _BETWEEN), "")
        return verb in _TO_BE and (words[0] != "asking" or after[:1] != ["price"])
    if words[0] in ("discuss", "debate") and not attributes:
        return (
            before[-1:] != ["to"]
            and not {"is", "are", "be", "will"}.isdisjoint(before)
            or (before[-1:] in (["they"], ["we"], ["leaders"], ["ministers"]))
        )
    if words == ("possible",) and before[-1:] == ["as"]:
        return False
    if words == ("threat",):
        return not {"there", "under", "faces", "face", "facing"}.isdisjoint(before[-4:])
    if words[0] in ("could", "can") and not _UTMOST.isdisjoint(before[-3:]):
        return False  # everything we could
    if words[0] == "due" and not attributes and (words[1:] == ("to",) or after[:1] == ["to"]):
        following = after[:1] if len(words) > 1 else after[1:2]
        return following != [] and following[0] in _DUE_TO
    if words[0] == "risks" and not attributes:
        return after[:1] != [] and (after[0].endswith("ing") or after[0] in _NOT_VERBS_AFTER)
    if words[0] in ("put", "puts") and len(words) == 1:
        return "at" in after
    if words[0] in ("sure", "convinced", "confident"):
        return before[-1:] != ["make"] and not {"is", "are", "am", "was", "were"}.isdisjoint(
            before[-2:]
        )
    if words[0] in ("called", "call", "calls") and after[:1] and after[0][0].isdigit():
        return False
    if (
        words[0] in ("thought", "believed", "reported", "found", "expected")
        and attributes
        and after[:1] == ["to"]
    ):
        return False
    if words[0] in _BASES and attributes and len(words) == 1 and not before and words[0] != "say":
        return False
    if not attributes or len(words) > 1 or not before or words[0] in _ALWAYS_VERBS:
        return True
    if before[-1] in ("has", "have", "had"):
        return words[0] not in _NOUNS and not words[0].endswith("s")
    return before[-1] not in _NOT_VERBS_AFTER


_UTMOST = frozenset("everything whatever best anything".split())
_DUE_TO = frozenset(
    "be begin start open close end meet arrive leave take hold launch visit return appear play face expire retire speak "
    "resume complete finish vote publish release travel host give deliver join report make run come go undergo stand "
    "testify sign move land depart go fly fight air receive pay become happen decide enter".split()
)
"""What is to happen after «due to», which else tells a cause."""
_PROGRESSIVE = frozenset(
    "hoping expecting warning threatening demanding asking calling proposing suggesting seeking requesting accusing "
    "claiming arguing insisting predicting alleging promising pledging vowing denying".split()
)
"""Participles that attribute only after a form of «to be»."""
_PARTICIPLES = frozenset("told said thought written found shown heard seen put held sought".split())
_BETWEEN = frozenset(
    "first often also now still never once sometimes then not usually always ever just".split()
)
_BASES = frozenset(
    "say tell think find put ask admit show deny note explain call see answer reply".split()
)
_ALWAYS_VERBS = frozenset(
    "said says told tells added adds replied insists insisted explained thinks".split()
)
_ASKED = frozenset(
    "asked told pressed questioned accused urged informed quoted reminded warned".split()
)
_DENIED = frozenset("denied denies deny dismissed dismisses rejected rejects refuted".split())
_WITH_TO = frozenset("ready prepared plans intend intends".split())
_NOUNS = frozenset(
    word + ending
    for word in "report claim demand request view comment answer call promise pledge vow fear hope estimate project "
    "want note show shout regard judge order count  state object record tweet post quote rate rule doubt joke boast regret complain reveal rank finding vote".split()
    for ending in ("", "s")
) | frozenset("guess guesses replies reply forecast forecasts finds shows advice".split())
"""Verbs that are written as nouns are."""
_PLURAL = frozenset(
    "they we you i people police both many some most all others and who officials media".split()
)
_FINITE = frozenset(
    "say says said was were is are has had have will would could may might should found show shows".split()
)


_ADJECTIVE = re.compile(r"(?<!offici)(?<!gener)(?:al|ive|ous|ful|less|able|ible)$")
_LINKS = frozenset(
    "of and or for in on with from at by as but between about over under during after before into since than "
    "is are was were".split()
)
_TOLD = frozenset("reports notes claims states answers replies shouts reveals tweets".split())
"""What may end a sentence that it attributes: the ministry reports."""
_BEFORE_BASE = frozenset("to will would can could may might must should shall not cannot".split())
"""What an infinitive follows, whose object is no verb."""


def _is_verb(word: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell a verb from the noun that is written like it."""
    previous = before[-1] if before else ""
    if not previous or previous.endswith("'s") or previous in _NOT_VERBS_AFTER:
        return False
    if after[:1] and after[0] in _FINITE:
        return False
    if previous in ("to", "of", "for", "in", "by", "with", "from", "on", "at"):
        return False
    if before[-2:-1] and before[-2] in _BEFORE_BASE:
        return False  # to keep rates on hold
    if after[:1] == ["that"] and _ADJECTIVE.search(previous):
        return False  # two critical reports that
    if word == "hopes" and after[:1] == ["for"]:
        return True
    if word.endswith("s") and (after[:1] == [] or after[0] in _LINKS):
        return after[:1] == [] and word in _TOLD  # design rules, kind regards
    if word.endswith("s") or word == "forecast":
        return True
    return previous in _PLURAL or (previous.endswith("s") and not previous.endswith("ss"))


def without_trailing(part: str) -> str:
    """Return words before a verb without those that belong to the verb."""
    part = part.rstrip()
    while found := _TRAILING.search(part):
        part = part[: found.start()]
    return part


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
    first = word.split()[0].lower()
    past = first.endswith("ed") or first in _PARTICIPLES or first == "thought"
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
    if re.match(r"suggest(?:s|ed)?\s", clause) and _SUPPOSED.match(clause.lower()):
        return "assessed"
    return ""


_SUPPOSED = re.compile(
    r"suggest\w*\s+(?:that\s+)?(?!\w+ing\b)(?:[\w'’-]+\s+){1,6}?(?:is|are|was|were|has|have|had|may|might|could|came|will|would|does|did)\b"
)


def is_inverted(before: str) -> bool:
    """Tell whether the speaker follows a verb before which these words stand."""
    plain = before.strip()
    if not plain or (plain[-1] in "—–”\"’'!?:" and not plain.endswith("N”")):
        return True
    return plain[-1] == "," and has_verb(_RELATIVE.sub(",", plain).split()[1:])


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
_DAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|\d{1,4}(?:st|nd|rd|th)?|(?:the )?(?:morning|afternoon|evening|night)|month|week|year|spring|summer|autumn|winter)"
)
_LED = re.compile(
    rf"(?:(?:was|is)\s+(?:how|what|all)\s+)|(?:(?:but|and|so|yet|still|however|meanwhile|earlier|later|also|then|today|yesterday|as|how|on|in|at|by|since|late|early|last|this)\s+)"
    rf"(?:{_DAY}\s+)*(?=\S)(?<!\bon )(?<!\bin )(?<!\bat )(?<!\bby )(?<!\bsince )(?<!\blast )(?<!\bthis )|(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+(?=[a-z])",
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


_ARRANGED = re.compile(
    r"\b(?:opens?|starts?|begins?|closes?|ends?|takes? effect|(?:enters?|comes?) into force|expires?|returns?|resumes?|"
    r"launch(?:es)?|meets?|votes?|arrives?|leaves?|visits?|hosts?|reopens?|flies|fly)\b(?:\s[\w']+){0,6}?\s"
    rf"(?:on|in|from|until|this|next|tomorrow)\s(?:the\s)?(?:next\s)?{_DAY}\b|\b(?:opens?|starts?|begins?|returns?|leaves?) tomorrow\b"
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
