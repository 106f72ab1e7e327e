"""Russian attribution: who is named before or after a word of speech, and what is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.terms.languages.ru.facts import tense

LED_BY = frozenset("по согласно со как с".split())
"""Words with which a cue begins that its source follows."""
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
MOTTO = re.compile(r"(?:девиз|лозунг|слоган|надпис|плакат|табличк|слова[ми]*\b|девизом)")
_EVALUATION = re.compile(
    r"^(?:очень|крайне|абсолютно|полностью|не)?\s*[а-яё]+(?:ым|им|ой|ей|ыми|ими|ую|ый|ая|ое|ые|ых|но|мо|ен|на|ны)$"
)
_ADVERBIAL = re.compile(
    r"^(?:(?:в|во|на|после|накануне|вчера|сегодня|позже|ранее|утром|вечером|днем|днём|затем|потом|также|"
    r"при этом|кроме того|однако|тем временем|по итогам|во время|в ходе|за|до|с)\b)"
)
_TRAILING = re.compile(
    r"(?:\s+(?:также|ранее|уже|еще|ещё|вчера|сегодня|накануне|позже|затем|публично|официально|снова|вновь|"
    r"не раз|неоднократно|дважды|в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|"
    r"и|же|прямо|лишь|только|пока|тут|тогда|сразу|твердо|твёрдо|не))+$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[;:—–(]|,\s|\b(?:но|а|и|что|если|когда|хотя|поскольку)\s")
_STOPS = re.compile(
    r"\s(?:что|как|о|об|обо|на|при|после|во|для|журналистам|агентству|изданию|газете|корреспонденту|в|с|со|"
    r"к|ко|из|за|от|до|под|перед|чтобы|накануне|вчера|сегодня|и|не|на днях|депутатам|судье|присяжным|"
    r"телеканалу|радиостанции|тасс|собравшимся|зрителям|болельщикам)\s",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:он|она|они|мы|я|вы)\b", re.IGNORECASE)
_GROWS = re.compile(
    r"\b(?:вырас|упад|сниз|увелич|подорожа|подешев|превыс|достигн|сократ|восстанов|усил|ослаб|потепл|похолод|"
    r"выпад|наступ|хватит|окуп|станет|станут|прид[её]т)"
)


def has_cue(around: str) -> bool:
    """Tell whether a word of speech stands in the words around a quotation."""
    return _CUE.search(around) is not None


_CUE = re.compile(
    r"\b(?:сказа|скаж|говор|заяв|сообщ|рассказ|отме[тч]|подч[её]рк|добав|уточн|поясн|объясн|напомн|ответ|"
    r"отвеч|призна|подтверд|пиш|написа|повтор|указ|констат|переда|процит|цитир|перечисл|воскликн|заключи|"
    r"замет|возраз|слов|мнени|счита|полага|утвержд|назва|называ|оцен|уверен|убежд|критик|похвал|обвин|"
    r"сч[её]л|охаракт|описа|прогноз|ожида|наде|пообещ|обеща|предупред|призва|попрос|спрос|потреб|шут|"
    r"произн|крик|шепн|бросил|отрез|парир|переск|комментир|изрек|процед|поблагодар)"
)


def has_verb(words: Sequence[str]) -> bool:
    """Tell whether a verb is among some words."""
    plain = [re.sub(r"\W", "", word.lower()).replace("ё", "е") for word in words]
    return any(tense.tense(plain, place) in ("p", "f", "n", "i") for place in range(len(plain)))


def is_evaluation(words: Sequence[str]) -> bool:
    """Tell whether one or two words say what somebody thinks of a thing."""
    return len(words) <= 2 and _EVALUATION.match(" ".join(words)) is not None


def is_inverted(before: str) -> bool:
    """Tell whether the speaker follows a verb before which these words stand."""
    plain = before.strip()
    return not plain or plain[-1] in ",—–»”.!?:" or _ADVERBIAL_ONLY.fullmatch(plain.lower()) is not None


_ADVERBIAL_ONLY = re.compile(r"(?:[—–\s]*(?:как|об этом|ранее|вчера|накануне|сегодня|также|позже|так)\s*)+")


def clause_start(clause: str) -> int:
    """Return where the clause begins at whose end a word of speech stands."""
    found = list(_CLAUSE.finditer(clause))
    if not found:
        return 0
    last = found[-1]
    # Commas around an apposition: Павел Громов, министр, сказал.
    if clause[last.end() :].strip() == "" and len(found) > 1:
        last = found[-2] if clause[found[-2].start()] != "," else found[-3] if len(found) > 2 else None  # type: ignore[assignment]
        return last.end() if last is not None else 0
    return last.end()


def cut_before(phrase: str) -> tuple[int, int]:
    """Return where the subject begins and ends in the words before its verb."""
    last = len(phrase.rstrip())
    while found := _TRAILING.search(phrase[:last]):
        last = found.start()
    first = len(phrase) - len(phrase.lstrip())
    if _ADVERBIAL.match(phrase[first:last].lower()):
        # «В среду министр», «На брифинге министр»: the subject begins after the first noun phrase.
        words = [m for m in re.finditer(r"\S+", phrase[first:last])]
        after = 2 if len(words) > 2 else 1
        while after < len(words) - 1 and re.match(r"\d|[а-яё]+(?:ого|его|ой|ых|их|ом|ем|ей)$", words[after][0]):
            after += 1
        if len(words) <= after:
            return first, first
        first += words[after].start()
    return first, max(first, last)


def cut_after(phrase: str) -> int:
    """Return where the noun phrase ends that begins some words after a cue."""
    if found := re.match(r"(?:в|во)\s+\S+", phrase):
        # A source in the locative: сообщили в пресс-службе МЧС.
        stop = _STOPS.search(phrase, found.end())
        return stop.start() if stop else len(phrase.rstrip())
    if re.match(r"(?:что|как|о|об|на|при|чтобы|ли|с|со|к|за|из|от|до|не|и|по)\b", phrase):
        return 0
    if pronoun := _PRONOUN.match(phrase):
        return pronoun.end()
    stop = _STOPS.search(phrase + " ")
    return min(stop.start() if stop else len(phrase.rstrip()), len(phrase.rstrip()))


def with_apposition(rest: str, cut: int) -> int:
    """Return where an apposition ends that follows a name."""
    return cut


def coming(sentence: str) -> str:
    """Tell whether a sentence says what is still to come: ``planned``, ``expected`` or ""."""
    if sentence.rstrip("»”\" ").endswith("?"):
        return "discussed"
    words = [word.lower().replace("ё", "е") for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", sentence)]
    if any(tense.tense(words, i) == "f" and words[i] not in _NOT_COMING for i in range(len(words))):
        return "expected" if _GROWS.search(sentence.lower()) else "planned"
    return "planned" if re.search(r"\b(?:завтра|послезавтра)\b", sentence.lower()) else ""


_NOT_COMING = frozenset(
    "готов готова готовы может могут должен должна должно должны намерен намерена намерены обещает обещают "
    "хочет хотят надеется надеются ожидается ожидаются планирует планируют собирается собираются "
    "рассчитывает рассчитывают предполагается планируется обязан обязана обязаны".split()
)
