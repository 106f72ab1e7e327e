"""Every form of one word that somebody looks for, whatever part of speech it is.

Unlike the forms of a term, which must name one thing, these may be too many: who looks for
a word sees what was found. Russian takes the dictionary, which is loaded when it is needed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.language.words import fold
from reader.terms import morphology
from reader.terms.english import plurals, singular, spelt

_RUSSIAN = re.compile("[а-яё]+(?:-[а-яё]+)*")
_ENGLISH = re.compile("[a-z]+(?:-[a-z]+)*")
_VOWEL = re.compile("[aeiouy]")
_SHORT = re.compile("[^aeiou][aeiou][^aeiouwxy]$")

# base, past, participle; what is regular in them is made by rule.
_IRREGULAR = """
be was were been am is are; have had has; do did done does; say said; go went gone; get got gotten;
make made; know knew known; think thought; take took taken; see saw seen; come came; give gave given;
find found; tell told; become became; show showed shown; leave left; feel felt; put put; bring
brought; begin began begun; keep kept; hold held; write wrote written; stand stood; hear heard;
let let; mean meant; set set; meet met; pay paid; sit sat; speak spoke spoken; lead led; read read;
grow grew grown; lose lost; fall fell fallen; send sent; build built; understand understood;
draw drew drawn; break broke broken; spend spent; cut cut; rise rose risen; drive drove driven;
buy bought; wear wore worn; choose chose chosen; seek sought; throw threw thrown; catch caught;
deal dealt; win won; forget forgot forgotten; lay laid; sell sold; fight fought; bear bore borne;
teach taught; eat ate eaten; sing sang sung; strike struck; hang hung; shake shook shaken;
ride rode ridden; feed fed; shoot shot; drink drank drunk; hit hit; arise arose arisen; fly flew
flown; spread spread; sleep slept; bind bound; undertake undertook undertaken; uphold upheld;
withdraw withdrew withdrawn; foresee foresaw foreseen; overcome overcame; underlie underlay
underlain; withhold withheld; forbid forbade forbidden; freeze froze frozen; steal stole stolen;
swear swore sworn; tear tore torn; wake woke woken; undergo underwent undergone; oversee oversaw
overseen; run ran; forgive forgave forgiven; shut shut; cast cast; quit quit; broadcast broadcast
"""
_VERBS = [group.split() for group in _IRREGULAR.replace("\n", " ").split(";")]
_BASE = {form: verb[0] for verb in _VERBS for form in verb}
_PARTS = {verb[0]: verb[1:] for verb in _VERBS}

_OTHER_ED_AND_ING = """
during evening morning nothing something anything everything ceiling pudding sterling offspring
spring string hundred sacred kindred naked wicked
"""
_NO_VERB = frozenset(_OTHER_ED_AND_ING.split())
_NO_PLURAL = frozenset(("news", "always", "perhaps"))


def forms(word: str) -> frozenset[str]:
    """Forms of ``word``, in the normal form of :func:`reader.language.words.fold`; it is among them.

    What is no word of Russian or English letters has no other form.
    """
    folded = fold(word)
    if _RUSSIAN.fullmatch(folded):
        return _russian(folded)
    if not _ENGLISH.fullmatch(folded):
        return frozenset((folded,))
    *before, last = folded.split("-")
    # What is written in capitals is an abbreviation: US is not us, whose plural would be uses.
    made = {last, f"{last}s"} if word.isupper() else _english(last)
    return frozenset("-".join((*before, form)) for form in made)


@lru_cache(maxsize=256)
def _russian(word: str) -> frozenset[str]:
    parses = morphology.parses(word)
    known = [parse for parse in parses if parse.is_known] or parses
    found = {fold(form.word) for parse in known for form in parse.lexeme}
    return frozenset(found | {word})


def _english(word: str) -> set[str]:
    if len(word) < 3:
        return {word, *_PARTS.get(_BASE.get(word, ""), ())}
    found = {word}
    for base in _bases(word):
        for each in spelt(base):
            found |= {each, *plurals(each), *_verbal(each)}
    return found


def _bases(word: str) -> set[str]:
    """What ``word`` may be a form of."""
    bases = {word}
    if word not in _NO_PLURAL and not word.endswith("ics") and (single := singular(word)):
        bases.add(single)
        if word.endswith(("ches", "shes", "sses", "xes", "zes")):
            bases.add(word[:-1])
    if word in _BASE:
        bases.add(_BASE[word])
    if word not in _NO_VERB and not word.endswith(("eed", "thing")):
        for ending in ("ed", "ing"):
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < 3 or not _VOWEL.search(stem):
                continue
            if stem.endswith("i") and ending == "ed":
                bases.add(stem[:-1] + "y")
                continue
            bases |= {stem, stem + "e"}
            if stem[-1] == stem[-2] and stem[-1] not in "sz":
                bases.add(stem[:-1])
    return bases


def _verbal(base: str) -> set[str]:
    found = set(_PARTS.get(base, ()))
    stems = {base}
    if _SHORT.search(base):
        stems.add(base + base[-1])
    for stem in stems:
        if base.endswith("ie"):
            found |= {base + "d", base[:-2] + "ying"}
        elif base.endswith("e"):
            found |= {
                base + "d",
                (base if base.endswith(("ee", "oe", "ye")) else base[:-1]) + "ing",
            }
        elif re.search("[^aeiou]y$", base):
            found |= {base[:-1] + "ied", base + "ing"}
        else:
            found |= {stem + "ed", stem + "ing"}
    return found
