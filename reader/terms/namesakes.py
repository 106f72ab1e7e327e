"""Which charter a bare «Хартия» is: not the one of the United Nations."""

from __future__ import annotations

from reader.language.words import fold
from reader.terms.around import starts_sentence, word_after, word_before
from reader.terms.conditions import Root

_ADJECTIVE = tuple(
    "ая яя ую юю ой ей ый ий ого его ому ему ым им ые ие ых их ое ее ою ею ими ыми ом ем".split()
)
_RELATIONAL = tuple(
    stem + ending
    for stem in ("ск", "цк")
    for ending in "ая ую ой ою ий ого ому ом им ие их ими ое".split()
)
_GENITIVE = tuple(
    "ого его ых их ой ей ости остей ств ства ения ания яния ений аний ции ций ов ев ия щин ников "
    "телей прав свобод земель".split()
)
# A genitive in the singular, or a nominative in the plural.
_EITHER_I = "кгхшщчжднрспвбзм"
_NO_VOWEL = "бвгджзклмнпрстфхцчшщ"
_PLURAL_VERB = tuple("ли лись ют ут ят ат ются утся ятся".split())
_NO_GENITIVE = frozenset(
    "его их всех этих этого того всего сегодня своей этой той ей ней всей самой обеих двух трех "
    "ничего только вновь снова нов готов здоров каков таков чтобы дабы если почти ради при или "
    "они ими ни внутри впереди позади среди вблизи вопреки наряду вслед лишь все кем чем моей твоей "
    "нашей вашей другой какой такой любой каждой никакой именно".split()
)
_SUBJECTS = (
    *("сторон", "стран", "государств", "участник", "министр", "президент", "лидер", "делегаци"),
    *("эксперт", "политик", "депутат", "власт", "судь", "игрок", "акционер", "юрист", "врач"),
    *("учены", "парти", "ведомств", "компани", "аналитик", "наблюдател", "дипломат", "посл"),
    *("переговорщик", "журналист", "глав", "парламентари", "сенатор", "союзник", "партнер"),
    *("подписант", "критик", "правительств", "организаци", "обществ", "работник", "сотрудник"),
    *("родител", "ученик", "студент", "член"),
)
_NO_PHRASE_END = ("ески", "ами", "ями", "ими", "ыми")
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december".split()
)
_SAME_ON = _DATES | {"the", "its", "their", "his", "her", "behalf", "time", "schedule", "paper"}
_FUNCTION = frozenset(
    "the this that a an its their our his her your my such new both each any no every when once if "
    "while although though after before since until under because and but or so as in on with by "
    "for from to at draft final future former signed said same".split()
)
_OTHER_CHARTERS = frozenset(
    "flight flights plane planes school schools jet jets airline airlines bus buses boat boats yacht "
    "carrier carriers company companies".split()
)


def is_another(text: str, start: int, end: int, stems: tuple[str, ...], root: Root) -> bool:
    """Whether the words beside make it another: Хартия ООН, Олимпийская Хартия, Charter of Rights."""
    after = word_after(text, end)
    before = word_before(text, start)
    if text[start].isascii():
        return bool(
            (after and _english_after(text, *after, root))
            or (before and _english_before(before[0], stems, root))
        )
    return bool(
        (after and _russian_after(text, *after))
        or (before and _russian_before(text, *before, stems))
    )


def _russian_after(text: str, raw: str, until: int) -> bool:
    word = fold(raw)
    if word in ("о", "об", "обо"):
        return True
    if raw[0].isupper():
        # «Хартия ООН», «Хартия Земли»; but «Хартию Баку подписал».
        if raw.isupper() and len(raw) > 1:
            return True
        return word[-1] in "аяыи" or word.endswith(_GENITIVE)
    if len(word) < 4 or word in _NO_GENITIVE or word.startswith(_SUBJECTS):
        return False
    if word.endswith(_GENITIVE):
        return True
    either = (word[-1] == "ы" and word[-2] in _NO_VOWEL) or (
        word[-1] == "и" and word[-2] in _EITHER_I
    )
    return either and not word.endswith(_NO_PHRASE_END) and not _verb_follows(text, until)


def _verb_follows(text: str, at: int) -> bool:
    """Whether a verb in the plural follows, so that what stands before is its subject."""
    following = word_after(text, at)
    if following and following[0] == "не":
        following = word_after(text, following[1])
    return following is not None and fold(following[0]).endswith(_PLURAL_VERB)


def _russian_before(text: str, raw: str, at: int, stems: tuple[str, ...]) -> bool:
    word = fold(raw)
    if "-" in word or word[:6] in stems or not word.endswith(_ADJECTIVE):
        return False
    if word.endswith(_RELATIONAL):
        return True
    return raw[0].isupper() and not starts_sentence(text, at)


def _english_after(text: str, raw: str, until: int, root: Root) -> bool:
    word = raw.lower()
    following = word_after(text, until)
    next_ = following[0] if following else ""
    if word == "of":
        return not next_[:1].isdigit()
    if word == "on":
        return not (next_[:1].isdigit() or next_.lower() in _SAME_ON)
    if word == "for":
        return next_[:1].isupper()
    if word in _OTHER_CHARTERS:
        return True
    return raw[0].isupper() and word not in _DATES and fold(raw) not in root


def _english_before(raw: str, stems: tuple[str, ...], root: Root) -> bool:
    if not raw[0].isupper() or "-" in raw or raw.endswith("."):
        return False
    word = fold(raw)
    return not (word in _FUNCTION or word[:6] in stems or word in root)
