"""What the words around a mention say about it: another person's name, another charter."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reader.language.words import fold
from reader.terms import conditions
from reader.terms.conditions import AFTER_FULL, CYRILLIC_LINE, PERSON, PLACE, SURNAME
from reader.terms.given import is_given

Root = dict[str, Any]


class Around(NamedTuple):
    """A mention from ``start`` to ``end`` of ``text``; ``root``: words that begin any term."""

    text: str
    start: int
    end: int
    root: Root

    def knows(self, word: str) -> bool:
        return fold(word) in self.root


_SPACES = "[ \u00a0\u202f]"
_WORD_BEFORE = re.compile(rf"([^\W\d_][\w'’.-]*?)(?:{_SPACES}+|(?<=\.)){_SPACES}*$")
_WORD_AFTER = re.compile(rf"{_SPACES}+(?:\r?\n{_SPACES}*)?([^\W_][\w'’-]*)")
_SENTENCE = re.compile(r"(?:^|[.!?…:;\n—–•\])]|^[-*])[\s«»\"“”„'’(\[]*$")
_JUNIOR = re.compile(
    rf"(?:,?{_SPACES}+|-)(?:младш\w*|мл\.|старш\w*|Jr|Junior|Sr|Senior|III?\b)", re.IGNORECASE
)
_NOT_JUNIOR = re.compile(rf",?{_SPACES}+(?:senior|junior|старш\w*|младш\w*){_SPACES}+[^\W\d_]")


def allows(around: Around, shape: tuple[Any, ...], person: Any, stems: tuple[str, ...]) -> bool:
    """Whether the context leaves the mention what its entry says."""
    flags = shape[1]
    text, start, end, _ = around
    if shape[3] and text[start:end].isupper() and _is_shouted(around):
        return False
    if flags & CYRILLIC_LINE and not conditions.has_cyrillic(text, start):
        return False
    if flags & PERSON and _is_junior(around):
        return False
    if flags & (SURNAME | PLACE) and _is_anothers(around, flags, person or ((), "")):
        return False
    return not (flags & AFTER_FULL and _is_another(around, stems))


def _is_junior(around: Around) -> bool:
    match = _JUNIOR.match(around.text, around.end)
    if match is None:
        return False
    # «Трамп старший сын», "Trump senior adviser": about somebody beside.
    return match[0][0] == "-" or _NOT_JUNIOR.match(around.text, around.end) is None


# --- abbreviations in a line of capitals ---

ALSO_WORDS = frozenset(
    "us it who is as am or in at so do no be he me we act aid all can may has are and for the new "
    "one two end ad id ok hi go by up an if to on my of pm art arm bar bat bit cat cop dad dip ear "
    "fat fit gas gem hip hit ice ill ink jet lab lap law led let map mat mad net nut pan pen pet pin "
    "pit pop pro ran rap rat red rep sad sat sex sin sip sir sit ski sky tab tag tap tax tea tie tip "
    "top van war wet win aids care cart core east fast gate hope iron lead mars mist move need next "
    "open pace past peace plan race rest rice safe sage salt save seal site sold star start step stop "
    "swift team tech time top true trust wave west wind нар мид ас ада аида мир рак гон тон сон ток бар "
    "кот лес лом мак мат мел мол нос пар пас под пост рот сад сор суд тир тор фас фон хам чан шар".split()
)


def _is_shouted(around: Around) -> bool:
    """ "CONTACT US TODAY": a word in capitals among others, no abbreviation."""
    text, start, end, root = around
    word = text[start:end].lower()
    if word not in ALSO_WORDS:
        return False
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    if not conditions.in_capitals(text, start):
        return (
            before is not None
            and len(before[1]) > 3
            and before[1].isupper()
            and fold(before[1]) not in root
        )
    if text[end : end + 1] in "'’-" and end < len(text):
        return False
    if before is None:
        # At the line's start: "US SAYS", but "WHO SAID".
        return word != "us"
    return before[1] not in ("THE", "A", "AN") and fold(before[1]) not in root


# --- people ---

_WOMEN = re.compile("^(?:г-?ж|госпож|миссис|мисс$|мадам|mrs|ms$|miss$|madam)")
_MEN = re.compile("^(?:г-н|господин|мистер|mr$|monsieur$|sir$)")
_TITLES = re.compile(
    "^(?:экс|президент|премьер|министр|сенатор|губернатор|генерал|господин|король|принц|доктор|"
    "профессор|академик|депутат|товарищ|судья|маршал|полковник|майор|капитан|адмирал|папа|посол|"
    "канцлер|лидер|глава|республиканец|демократ|тренер|госсекретарь|прокурор|спикер|председатель|"
    "мистер|сэр|лорд|герцог|граф|князь|барон|император|царь|шах|султан|святой|вице|кандидат|"
    "бизнесмен|миллиардер|политик|мэр|шериф|директор|советник|режиссер|писатель|поэт|композитор|"
    "художник|юрист|адвокат|рядовой|лейтенант|сержант|брат|отец|дядя|дед|команд|защитник|вратарь|"
    "нападающий|форвард|когда|если|что|чем|как|пока|хотя|где|почему|однако|но)"
)
_PATRONYMIC = re.compile("(?:ович|евич|ыч|овн|евн|ичн|оглы|кызы)[а-я]{0,3}$")
_PREPOSITIONS = frozenset(
    "в во на с со к ко у о об от до из за для по при над под про через без между in on at to from "
    "of by for with about against".split()
)
_FEMALE_VERB = re.compile(rf"{_SPACES}+(?:не{_SPACES}+)?[а-яё]+(?:ла|лась)\b")


def _is_anothers(around: Around, flags: int, person: tuple[tuple[str, ...], str]) -> bool:
    """Whether the words before make the name another's: Мелания Трамп, George Washington."""
    givens, whose = person
    text, start, end, _ = around
    at = start
    foreign = False
    for step in range(3):
        match = _WORD_BEFORE.search(text, max(0, at - 40), at)
        if match is None:
            break
        raw, at = match[1], match.start()
        if raw.endswith(".") and len(raw.rstrip(".")) > 1 and "." not in raw[:-1] and step == 0:
            lowered = raw.lower().rstrip(".")
            if lowered not in ("mr", "mrs", "ms", "dr", "gen", "sen", "gov", "prof", "rep"):
                # The end of a sentence.
                break
        word = fold(raw.rstrip("."))
        if whose == "masc" and _WOMEN.search(word):
            return True
        if whose == "femn" and _MEN.search(word):
            return True
        if not raw[0].isupper():
            break
        if any(_is_form(word, given) for given in givens):
            return False
        initials = raw.replace(".", "")
        if raw[-1] == "." and len(initials) == 1 and givens:
            # Д. Трамп is he, М. Трамп is not.
            if any(given[0] == initials.lower() for given in givens):
                return False
            foreign = foreign or not flags & PLACE
        elif _PATRONYMIC.search(word):
            continue
        elif is_given(word):
            foreign = True
        elif step or flags & PLACE or not givens:
            break
        else:
            foreign = _looks_given(around, raw, at)
            break
    if foreign and (givens or flags & PLACE):
        return True
    return (
        whose == "masc"
        and re.search("(?:ова|ева|ина|ына|ская|цкая)$", fold(text[start:end])) is not None
        and _SENTENCE.search(text, max(0, start - 12), start) is not None
        and _FEMALE_VERB.match(text, end) is not None
    )


def _is_form(word: str, given: str) -> bool:
    """Whether ``word`` may be a form of the given name ``given``."""
    stem = given[:-1] if given[-1] in "аяйь" else given
    return word.startswith(stem) and len(word) <= len(stem) + 3


def _looks_given(around: Around, raw: str, at: int) -> bool:
    """Whether an unknown word with a capital reads as a given name, in Russian and in the middle
    of a sentence: a nominative before a nominative, and no title.
    """
    text, start, end, _ = around
    word = fold(raw)
    if not re.fullmatch("[а-я]{3,}", word) or raw[1:].isupper():
        return False
    surname = fold(text[start:end])
    if word[-1] in "еиоуыэю" or surname[-1] in "аеиоуыэюя" or surname.endswith(("ом", "ым", "ем")):
        return False
    if _TITLES.search(word) or around.knows(raw) or _SENTENCE.search(text, max(0, at - 12), at):
        return False
    before = _WORD_BEFORE.search(text, max(0, at - 40), at)
    return before is None or fold(before[1]) not in _PREPOSITIONS


# --- another charter ---

_RELATIONAL = re.compile("(?:ск|цк)(?:ая|ую|ой|ою|ий|ого|ому|ом|им|ие|их|ими|ое)$")
_ADJECTIVE = re.compile("(?:ая|яя|ую|юю|ой|ей|ый|ий|ого|его|ому|ему|ым|им|ые|ие|ых|их|ое|ее)$")
_GENITIVE = re.compile(
    "(?:ого|его|ых|их|ой|ей|ости|остей|ств|ства|ения|ания|яния|ений|аний|ции|ций|ов|ев|ия|щин|"
    "ников|телей)$"
)
_GENITIVE_OR_PLURAL = re.compile("(?:[бвгджзклмнпрстфхцчшщ]ы|[кгхшщчжднрспвбзм]и)$")
_NO_GENITIVE = frozenset(
    "его их всех этих этого того всего сегодня своей этой той ей ней всей самой обеих двух трех "
    "ничего только вновь снова нов готов здоров каков таков чтобы дабы если почти ради при или "
    "они ими ни внутри впереди позади среди вблизи вопреки наряду вслед лишь все кем чем моей твоей "
    "нашей вашей другой какой такой любой каждой никакой именно".split()
)
_SUBJECTS = re.compile(
    "^(?:сторон|стран|государств|участник|министр|президент|лидер|делегаци|эксперт|политик|депутат|"
    "власт|судь|игрок|акционер|юрист|врач|учены|парти|ведомств|компани|аналитик|наблюдател|дипломат|"
    "переговорщик|посл|журналист|глав|парламентари|сенатор|союзник|партнер|подписант|критик|"
    "правительств|организаци|обществ|работник|сотрудник|родител|ученик|студент|член)"
)
_PLURAL_VERB = re.compile(
    rf"{_SPACES}+(?:не{_SPACES}+)?[а-яё]+(?:ли|лись|ют|ут|ят|ат|ются|утся|ятся)\b"
)
_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december".split()
)
_FUNCTION = frozenset(
    "the this that a an its their our his her your my such new both each any no every when once if "
    "while although though after before since until under because and but or so as in on with by "
    "for from to at draft final future former signed said same".split()
)
_OTHER_CHARTERS = frozenset(
    "flight flights plane planes school schools jet jets airline airlines bus buses boat boats yacht "
    "carrier carriers member members company companies".split()
)
_SAME_ON = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday the its their his her behalf time "
    "schedule paper board january february march april may june july august september october "
    "november december".split()
)


def _is_another(around: Around, stems: tuple[str, ...]) -> bool:
    """Whether a bare «Хартия» is another one: Хартия ООН, Олимпийская Хартия, Charter of Rights."""
    text, start, end, _ = around
    after = _WORD_AFTER.match(text, end)
    before = _WORD_BEFORE.search(text, max(0, start - 50), start)
    if re.match("[А-яЁё]", text[start:]):
        if after and _russian_after(around, after[1], after.end()):
            return True
        return bool(before and _russian_before(around, before[1], before.start(), stems))
    if after and _english_after(around, after[1], after.end()):
        return True
    return bool(before and _english_before(around, before[1], before.start(), stems))


def _russian_after(around: Around, raw: str, until: int) -> bool:
    word = fold(raw)
    if word in ("о", "об", "обо"):
        return True
    if raw[0].isupper():
        # «Хартия ООН», «Хартия Земли»; but «Хартию Баку подписал».
        if raw.isupper() and len(raw) > 1:
            return True
        return word[-1] in "аяыи" or _GENITIVE.search(word) is not None
    if len(word) < 4 or word in _NO_GENITIVE:
        return False
    if _GENITIVE.search(word):
        # «Хартии обеих сторон» is ours, «Хартии европейской безопасности» is not.
        return _SUBJECTS.search(word) is None
    return (
        _GENITIVE_OR_PLURAL.search(word) is not None
        and not word.endswith(("ески", "ами", "ями", "ими", "ыми"))
        and _SUBJECTS.search(word) is None
        and _PLURAL_VERB.match(around.text, until) is None
    )


def _russian_before(around: Around, raw: str, at: int, stems: tuple[str, ...]) -> bool:
    word = fold(raw)
    if "-" in word or not _ADJECTIVE.search(word) or word[:6] in stems:
        return False
    if _RELATIONAL.search(word):
        return True
    return raw[0].isupper() and not _SENTENCE.search(around.text, max(0, at - 12), at)


def _english_after(around: Around, raw: str, until: int) -> bool:
    word = raw.lower()
    following = _WORD_AFTER.match(around.text, until)
    next_ = following[1] if following else ""
    if word == "of":
        return not next_[:1].isdigit()
    if word == "on":
        return not (next_[:1].isdigit() or next_.lower() in _SAME_ON)
    if word == "for":
        return next_[:1].isupper()
    if word in _OTHER_CHARTERS:
        return True
    return raw[0].isupper() and word not in _DATES and not around.knows(raw)


def _english_before(around: Around, raw: str, at: int, stems: tuple[str, ...]) -> bool:
    if not raw[0].isupper() or "-" in raw or raw.endswith("."):
        return False
    word = fold(raw)
    return not (word in _FUNCTION or word[:6] in stems or around.knows(raw))
