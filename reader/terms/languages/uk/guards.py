"""Ukrainian words beside a name that make it the name of something else."""

from __future__ import annotations

import re
from pathlib import Path

from reader.language.words import fold
from reader.terms.languages import word_files
from reader.terms.languages.pack import BareName
from reader.terms.neighbours import plain, starts_sentence, word_after, word_before

_HERE = Path(__file__).parent
_RELATIONAL = tuple(
    stem + ending
    for stem in ("ськ", "цьк", "зьк")
    for ending in "а ої ій у ою ий ого ому им ім і их ими е".split()
)
_ADJECTIVE = tuple("а ої ій у ою ий ого ому им ім і их ими е я ьої ьому ього ю ьою".split())
# Genitives that nothing else ends like.
_GENITIVE = tuple("ості ого ої их їх ів їв ств ань ень".split())
_NOT_COUNTRIES = word_files.word_list(
    [word for name in ("parts_of_countries", "bodies") for word in word_files.words(_HERE, name)]
)

_NO_NOUNS = frozenset(word_files.words(_HERE, "after_names"))
_NO_NOUN_ENDS = tuple("в ть є їх их ам ям ах ях ом ем єм им їм ей".split())
_VOWELS = "аеєиіїоуюя"
_SHORT = 2
_VERB = r"[а-яєіїґ']+(?:[аеєиіїуя]в(?:ся)?|[аєиіую]є(?:ться)?|[иая]ть(?:ся)?|міг|ніс|вів|пішов)"


def describes_next(text: str, start: int, end: int) -> bool:
    """Tell whether a word like Великий is an adjective of the noun after it: «Великий дощ».

    That noun ends in a consonant and not as a verb.
    """
    name, following = plain(text[start:end]), word_after(text, end)
    if following is None or not name.endswith(("ий", "ій")) or not following[0].islower():
        return False
    word = plain(following[0])
    if len(word) <= _SHORT or word in _NO_NOUNS or word.endswith(_NO_NOUN_ENDS):
        return False
    return word[-1] not in _VOWELS


def verb_in_the_singular_follows(text: str, at: int) -> bool:
    """Tell whether a verb whose subject is a man stands after: «Байден переміг», «Байден отримує»."""
    following = word_after(text, at)
    return following is not None and re.fullmatch(_VERB, following[0]) is not None


def names_another(name: BareName) -> bool:
    """Tell whether the words beside make it another: Хартія ООН, Олімпійська Хартія."""
    after = word_after(name.text, name.end)
    before = word_before(name.text, name.start)
    return bool(
        (after and _is_another_after(name, *after))
        or (before and _is_another_before(name, *before))
    )


def _is_another_after(name: BareName, raw: str, until: int) -> bool:
    word = fold(raw)
    if raw[0].isupper():
        if (raw.isupper() and len(raw) > 1) or word in name.countries or word.endswith("ії"):
            return True
        # Of an office the holder's name may follow; «Хартія Землі», but «Хартію Баку підписав».
        return not name.office and (word[-1] in "аяиії" or word.endswith(_GENITIVE))
    if not name.office:
        return word == "про" or (len(word) > 3 and word.endswith(_GENITIVE))
    if word.endswith(_ADJECTIVE) and (following := word_after(name.text, until)):
        word = fold(following[0])
    return word == "питань" or _NOT_COUNTRIES.has(word)


def _is_another_before(name: BareName, raw: str, at: int) -> bool:
    word = fold(raw)
    if "-" in word or word[:6] in name.stems:
        return False
    if word.endswith(_RELATIONAL):
        return True
    return word.endswith(_ADJECTIVE) and raw[0].isupper() and not starts_sentence(name.text, at)
