"""Russian attribution: who is named before or after a word of speech, and what is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reader.terms.languages.ru.facts import tense
from reader.terms.languages.ru.facts.subjects import (
    TOLD_OF,
    cut_after,
    cut_before,
    is_apposition,
    is_finite,
    is_somebody,
    is_thing,
    may_say,
    without_trailing,
)

__all__ = ["TOLD_OF", "cut_after", "cut_before", "is_apposition", "may_say", "without_trailing"]


LED_BY = frozenset("по согласно со как с на если".split())
"""Words with which a cue begins that its source follows."""
LED_LAST = frozenset(("из",))
"""Words with which a cue ends that its source follows."""
OWN = frozenset(("собственному", "собственным"))
"""Within a cue: its source is the subject of the clause."""
OF_SOURCE = frozenset(("по", "согласно"))
"""Those of them whose source is in the genitive or the dative, with its apposition."""
WHOSE = frozenset("его ее её их моим нашим".split())
"""What stands for the source within a cue: по его словам."""
WEAK = frozenset((("со", "ссылкой", "на"),))
"""Cues whose source is not the speaker where another cue has one."""
AS_SAYING = re.compile(r"(?!)")
IN_RELATIVE = re.compile(
    r"\b(?:(?:в|на|о|об|с|из|по)\s+)?(котор(?:ый|ая|ое|ые|ого|ой|ом|ых)|чь[яиё]|где)\b[^,;:.!?—–]*$",
    re.IGNORECASE,
)
"""Before a word of speech: it is told of something, and is not what the sentence says."""
CLAUSE = re.compile(r"[;:—–(]|,\s*(?:но|а|что|если|когда|хотя|поскольку|однако)\s")
"""What a clause begins after."""
JOINED = re.compile(r"\s(?:и|но)\s(?:не\s)?$")
"""Before a second word of speech of the same speaker."""
AND = re.compile(r"\s(?:и|но|а)\s")
CALLED = re.compile(
    r"\b(?:назва[лн]|называ|охарактериз|описа[лн]|сч[её]л|сочл|оцени[лв]|окрест|призна[лв]|именова|"
    r"объяви[лв]|слов[оа]|выражени)[^.;!?]*$"
)
NAMED = re.compile(
    r"(?:завод|фабрик|комбинат|фильм|картин[аеуы]|сериал|спектакл|книг|роман|повест|рассказ|пьес|опер|балет|"
    r"газет|журнал|издани|телеканал|канал|агентств|портал|сайт|радиостанц|клуб|команд|сборн|компани|"
    r"корпорац|групп|холдинг|концерн|банк|сет[ьи]|магазин|кафе|ресторан|гостиниц|отел|центр|парти|"
    r"движени|фонд|премь?ер[аы]|проект|программ|шоу|песн|альбом|корабл|теплоход|крейсер|ракет|"
    r"спутник|самол[её]т|поезд|станци|стадион|театр|музе|кинотеатр|санатори|лагер|школ|конкурс|"
    r"фестивал|преми|орден|медал|операци|учени|форум|выставк|рубрик|статуэтк|аэропорт|шахт|заповедник|"
    r"колхоз|совхоз|ферм|приложени|сервис|систем|модел|марк|бренд|вещество|препарат|вакцин|вирус|ооо|оао|"
    r"ао|пао|зао|мессенджер|месторождени|платформ|трасс|стать|доклад|отчет|издательств)[а-яё]*\s*$"
)
TO_BE = re.compile(r"\b(?:был[аои]?|является|являются|как)\s*$")
SAYING = re.compile(r"\b(?:заявлени|утверждени|интервью|письм|выступлени|высказывани|реплик)")
"""Before words that are quoted: a noun for what somebody says."""
SO_CALLED = re.compile(r"(?:так называем|т\. ?н\.|пресловут)[а-яё]*\s*$")
MOTTO = re.compile(r"(?:девиз|лозунг|слоган|надпис|плакат|табличк|слова[ми]*\b|девизом)")
_EVALUATION = re.compile(
    r"^(?:очень|крайне|абсолютно|полностью|не)?\s*[а-яё]+(?:ым|им|ой|ей|ыми|ими|ую|ый|ая|ое|ые|ых|но|мо|ен|на|ны)$"
)
_GROWS = re.compile(
    r"\b(?:вырас|упад|сниз|увелич|подорожа|подешев|превыс|достигн|сократ|восстанов|усил|ослаб|потепл|похолод|"
    r"выпад|наступ|хватит|окуп|станет|станут|прид[её]т)"
)


def has_verb(words: Sequence[str]) -> bool:
    """Tell whether a verb is among some words."""
    plain = [re.sub(r"\W", "", word.lower()).replace("ё", "е") for word in words]
    return any(tense.tense(plain, place) in ("p", "f", "n", "i") for place in range(len(plain)))


DETERMINED = re.compile(r"(?:[,»”]|^|\bчто)\s*$")
"""Before a few words that are quoted: they name a thing rather than being somebody's own."""
PARTIAL = re.compile(
    r"(?:не)?(?:серь[её]зн|глубок|крайн|груб|явн|полн|приемлем|допустим|дружествен|агрессивн|враждебн|ж[её]стк|решительн|"
    r"медленн|огромн|колоссальн|значительн|существенн|конструктивн|позитивн|негативн|опасн|беспрецедентн|системн|"
    r"откровенн|искренн|избежн|обратим|тяж[её]л|болезненн|зеркальн|адекватн|соразмерн|сокрушительн|прям|очевидн|"
    r"беспочвенн|голословн|лжив|абсурдн|провокационн|циничн|преступн|больш|хорош|плох|сильн|слаб)"
)
"""How a few words begin that are somebody's own: «серьёзная озабоченность»."""


METAPHOR = re.compile(
    r"(?:зел[её]н|ч[её]рн|бел|сер|красн|ж[её]лт|син|голуб|розов|золот|серебрян|железн|стальн|бархатн|шелков|мягк|тв[её]рд|"
    r"горяч|холодн|т[её]пл|дорожн|прям|умн|тих|сух|м[её]ртв|жив|нулев|вечн|мокр|спящ|т[её]мн|светл|цветн|"
    r"мусорн|резинов|зав[её]рн|первичн|вторичн|народн|скор|длинн|коротк|больш|мал|нов|стар|сыр)"
)
"""How a few words begin that name a thing by likeness: «зелёный коридор»."""


def agent(before: str, after: str) -> int:
    """Return where the speaker begins after a verb in the passive, or 0."""
    return 0


PARTICIPLE = re.compile(r"(?!)")
"""A word of speech that goes with the subject of the clause before it."""


def first_verb(clause: str) -> int:
    """Return where the first verb of a clause that has a subject begins, or 0."""
    for word in re.finditer(r"[^\W\d_]+(?:-[^\W\d_]+)*", clause):
        if word.start() and is_finite(word[0].lower().replace("ё", "е")):
            return word.start()
    return 0


def is_evaluation(words: Sequence[str]) -> bool:
    """Tell whether one or two words say what somebody thinks of a thing."""
    return len(words) <= 2 and _EVALUATION.match(" ".join(words)) is not None


NO_SUBJECT = re.compile(r"так|как|это|об этом|что|который|которая|которые|так же")
"""What is not a speaker, though it stands before a word of speech."""
INVERTING = frozenset(("так", "как", "так же", "об этом"))
"""Words of those before a verb after which the subject follows: так сказал мэр."""
_RELATIVE = re.compile(r",\s*(?:котор|чь|где)[^,]*,")
_FOUND_OUT = frozenset(
    stem + ending
    for stem in ("установи", "обнаружи", "выясни", "доказа", "показа", "зафиксирова")
    for ending in ("л", "ла", "ло", "ли")
)
_WRITTEN = re.compile(
    r"(?:\w+\s){0,2}?(?:книг|роман|стать|письм|песн|музык|работ|картин|рассказ|стих|пьес|сценари|портрет|\d|больше|более|около|свыше)"
)
_ANSWERED_TO = frozenset(
    "интересам требованиям стандартам задачам потребностям за нормам целям критериям духу".split()
)
_READY = re.compile("готов[аоы]?")


def is_used(
    before: Sequence[str],
    words: Sequence[str],
    after: Sequence[str],
    attributes: bool,
    *,
    capital: bool,
) -> bool:
    """Tell whether words that may signal something do."""
    first = words[0]
    if first == "с" and attributes:
        return after[:1] != [] and is_somebody(after[0])
    if len(words) > 1:
        return True
    if _READY.fullmatch(first):
        # Готов уехать, к отъезду, на уступки: not a thing that is finished.
        return any(tense.tense([word], 0) == "i" for word in after[:3]) or after[:1] in (
            ["к"],
            ["на"],
        )
    if attributes and first.startswith(_DEEDS) and not first.endswith(("ся", "сь")):
        return before[-1:] == ["как"] or _is_told(after)
    if (
        first.startswith("обраща")
        and after[:1]
        and after[0] in ("к", "в", "за", "с", "на", "ко", "во")
    ):
        return False
    if first.startswith("призна") and any(word.startswith(_VERDICTS) for word in after[:4]):
        return False
    if first.startswith("обсудил"):
        return "что" not in before
    if first.startswith("призван"):
        return any(tense.tense([word], 0) == "i" for word in after[:2])
    if first == "следует":
        return "из" in before
    if first in _FOUND_OUT:
        return "что" in after[:3] or not after or "как" in before[-2:]
    if first.startswith(("писал", "написал", "пишет", "пишут")):
        return not (_WRITTEN.match(" ".join(after[:3])) and "что" not in after)
    if first.startswith(("отвеча", "ответи")) and not _ANSWERED_TO.isdisjoint(after[:3]):
        return False
    if (
        first in ("слухи", "слухам")
        and before[-1:]
        and before[-1][:5] in ("опров", "отриц", "отвер", "комме", "проко")
    ):
        return False
    if first == "ли":
        return len(before) > 0
    return True


_DEEDS = (
    "добав", "замет", "замеча", "заключ", "отмет", "отмеча", "продолж", "повтор", "раскры", "передал", "передава",
    "назнач", "напомин", "напомн",
)  # fmt: skip
"""How verbs begin that tell what is said or what is done: отметил, что; отметил юбилей."""


def _is_told(after: Sequence[str]) -> bool:
    """Tell by the words after such a verb whether it tells what is said."""
    if not after or "что" in after or after[0] in _ABOUT:
        return True
    for word in after[:3]:
        if is_somebody(word):
            return True
        if is_thing(word):
            return False
    return True


_VERDICTS = (
    "виновн", "невиновн", "незаконн", "законн", "недействительн", "неконституционн", "банкрот", "нежелательн",
    "террорист", "экстремист", "иноагент", "недееспособн", "умерш",
)  # fmt: skip
"""What a court finds somebody or something to be, which is no statement but an act."""
_ABOUT = frozenset("о об обо про как при он она они я мы".split())


def is_negated(before: str) -> bool:
    """Tell whether a word of speech after these words tells that somebody did not say something."""
    return before.rstrip().lower().endswith(" не")


def is_judging(quoted: str) -> bool:
    """Tell whether what is quoted is a judgement: худшая ночь."""
    return _JUDGING.search(quoted.lower()) is not None


_JUDGING = re.compile(
    r"\b(?:худш|лучш|сам(?:ый|ая|ое|ые) \w+(?:ый|ий|ая|ое|ые)|не помню|никогда не видел|безобрази|позор|ужас|чудовищн|прекрасн|"
    r"великолепн|абсурд|бессмысл|возмутительн|катастроф|трагеди|кошмар|чудо\b|чушь|чепух|бред\b|безуми|скандал|фантастич|невероятн|"
    r"неприемлем|несправедлив|провал\b|гениальн)"
)


def told_by(after: str) -> tuple[int, int] | None:
    """Return where the verb is in words after a quotation: «…», — буркнул сторож."""
    found = _TOLD_BY.match(after)
    if found is None or not is_finite(found[1].lower().replace("ё", "е")):
        return None
    return found.span(1)


_TOLD_BY = re.compile(
    r".[^\w\s]*\s*[—–-]\s+(?:(?:с )?(?:такими|этими) словами\s+)?(?:(?:[а-яё]+[оеи]|не|так|тут же|сразу|вдруг)\s+){0,2}?([а-яё]{4,})\s+[^\W\d_]"
)


def is_own(before: str, word: str) -> bool:
    """Tell whether a word within what is quoted is what its speaker thinks: рассчитываем."""
    first = word.split(maxsplit=1)[0].lower()
    if first.endswith(("л", "ла", "ло", "ли")):
        return False
    return first.endswith(_FIRST_PERSON) or _I.search(before.lower()) is not None


_FIRST_PERSON = ("ю", "юсь", "ем", "емся", "им", "имся", "шу", "чу", "ду", "жу")
_I = re.compile(r"\b(?:я|мы)\s+(?:[а-яё]+\s+)?$")


def told_before(before: str) -> tuple[int, int] | None:
    """Return where the verb is with which words before a colon end: фанаты скандировали:"""
    found = re.search(r"([а-яё]{4,}):\s*$", before)
    if found is None:
        return None
    word = found[1].replace("ё", "е")
    return found.span(1) if is_finite(word) or tense.tense([word], 0) == "i" else None


def orders(clause: str) -> Literal["planned", ""]:
    """Tell whether somebody is told to do something."""
    return ""


def is_inverted(before: str) -> bool:
    """Tell whether the speaker follows a verb before which these words stand."""
    plain = before.strip()
    if (
        not plain
        or (plain[-1] in '—–»”".!?:' and not plain.endswith(("N»", "N”")))
        or _ADVERBIAL_ONLY.fullmatch(plain.lower())
    ):
        return True
    if plain[-1] == ",":
        return has_verb(_RELATIVE.sub(",", plain).split())
    return plain.lower().endswith((", как", ", так", " как")) or plain.lower() == "как"


_ADVERBIAL_ONLY = re.compile(
    r"(?:[—–\s]*(?:как|об этом|(?:журналистам|агентству|изданию|газете|телеканалу|порталу|журналу)(?:\s+[«„]N+[»“])?|ранее|вчера|накануне|сегодня|также|позже|так)\s*)+",
    re.IGNORECASE,
)


def coming(sentence: str) -> str:
    """Tell whether a sentence says what is still to come: ``planned``, ``expected`` or ""."""
    if sentence.rstrip('»”" ').endswith("?"):
        return "discussed"
    words = [
        word.lower().replace("ё", "е") for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", sentence)
    ]
    codes = (
        tense.tense(words, i)
        for i in range(len(words))
        if words[i] not in _NOT_COMING and not _is_going_on(words, i)
    )
    if next((code for code in codes if code in ("p", "f", "n")), "") == "f":
        return "expected" if _GROWS.search(sentence.lower()) else "planned"
    return "planned" if re.search(r"\b(?:завтра|послезавтра)\b", sentence.lower()) else ""


def _is_going_on(words: Sequence[str], place: int) -> bool:
    """Tell whether a present that may tell of what is arranged has no time beside it."""
    if words[place] not in tense.SCHEDULED:
        return False
    beside = [*words[max(0, place - 4) : place], *words[place + 1 : place + 5]]
    return not any(word[0].isdigit() or word in _TIMES for word in beside)


_TIMES = frozenset(
    "завтра послезавтра понедельник вторник среду четверг пятницу субботу воскресенье утром днем вечером ночью "
    "весной летом осенью зимой январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре "
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря неделе месяце году через "
    "скоро вскоре".split()
)
_NOT_COMING = frozenset(
    "готов готова готовы может могут должен должна должно должны намерен намерена намерены обещает обещают "
    "хочет хотят надеется надеются ожидается ожидаются планирует планируют собирается собираются "
    "рассчитывает рассчитывают предполагается планируется обязан обязана обязаны".split()
)
