"""English words that attribute or lower a statement, told from nouns and names written like them."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
        if words[0] == "ready" and after[:1] == ["for"]:
            return True
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
        participle = words[0].endswith("ed") or words[0] in PARTICIPLES
        verb = next((w for w in reversed(before) if not w.endswith("ly") and w not in _BETWEEN), "")
        if (
            verb in _TO_BE
            and participle
            and words[0] not in ("worried", "convinced", "determined", "confident")
        ):
            # The passive: was told, is expected; but: was reported by the press.
            return after[:1] == ["by"] and words[0] not in PARTICIPLES
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
        return before[-1:] != ["to"]
    if words == ("possible",) and before[-1:] == ["as"]:
        return False
    if words[0] in ("found", "finds", "find") and not {"guilty", "liable"}.isdisjoint(after):
        return False  # a verdict is an act
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
    if words[0] in ("sure", "convinced", "confident", "afraid", "worried"):
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


PARTICIPLES = frozenset("told said thought written found shown heard seen put held sought".split())


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


_DENIED = frozenset(
    "comment commented commenting denied denies deny dismissed dismisses rejected rejects refuted".split()
)


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


_PROMISED = frozenset("promises pledges vows fears hopes demands".split())
"""What may, too, where its subject is one word: the composer promises."""
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
        told = word in _TOLD or (word in _PROMISED and before[-2:-1] in (["the"], ["a"], ["one"]))
        return after[:1] == [] and told  # design rules, kind regards
    if word.endswith("s") or word == "forecast":
        return True
    return previous in _PLURAL or (previous.endswith("s") and not previous.endswith("ss"))
