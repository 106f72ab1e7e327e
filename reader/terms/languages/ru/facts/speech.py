"""Russian attribution: who is named before or after a word of speech, and what is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from reader.terms.languages.ru.facts import dictionary, tense

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
_ALONE = re.compile(
    r"накануне|вчера|сегодня|позже|ранее|утром|вечером|днем|днём|затем|потом|также|однако"
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


def has_verb(words: Sequence[str]) -> bool:
    """Tell whether a verb is among some words."""
    plain = [re.sub(r"\W", "", word.lower()).replace("ё", "е") for word in words]
    return any(tense.tense(plain, place) in ("p", "f", "n", "i") for place in range(len(plain)))


def is_evaluation(words: Sequence[str]) -> bool:
    """Tell whether one or two words say what somebody thinks of a thing."""
    return len(words) <= 2 and _EVALUATION.match(" ".join(words)) is not None


NO_SUBJECT = re.compile(r"так|как|это|об этом|что|который|которая|которые|так же")
"""What is no speaker, though it stands before a word of speech."""
_RELATIVE = re.compile(r",\s*(?:котор|чь|где)[^,]*,")


def is_used(
    before: Sequence[str], words: Sequence[str], attributes: bool, *, capital: bool
) -> bool:
    """Tell whether words that may signal something do."""
    return True


def orders(clause: str) -> Literal["planned", ""]:
    """Tell whether somebody is told to do something."""
    return ""


def is_inverted(before: str) -> bool:
    """Tell whether the speaker follows a verb before which these words stand."""
    plain = before.strip()
    if not plain or plain[-1] in '—–»”".!?:' or _ADVERBIAL_ONLY.fullmatch(plain.lower()):
        return True
    if plain[-1] == ",":
        return has_verb(_RELATIVE.sub(",", plain).split())
    return plain.lower().endswith((", как", ", так", " как")) or plain.lower() == "как"


_ADVERBIAL_ONLY = re.compile(
    r"(?:[—–\s]*(?:как|об этом|журналистам|агентству|изданию|газете|ранее|вчера|накануне|сегодня|также|позже|так)\s*)+"
)


def clause_start(clause: str) -> int:
    """Return where the clause begins at whose end a word of speech stands."""
    found = list(_CLAUSE.finditer(clause))
    if not found:
        return 0
    last = found[-1]
    # Commas around an apposition: Павел Громов, министр, сказал.
    if clause[last.end() :].strip() == "" and len(found) > 1:
        if clause[found[-2].start()] != ",":
            return found[-2].end()
        return found[-3].end() if len(found) > 2 else 0
    return last.end()


def cut_before(phrase: str) -> tuple[int, int]:
    """Return where the subject begins and ends in the words before its verb.

    Where nothing is in the nominative, a source in the locative is the subject: «в полиции сообщили».
    """
    last = len(phrase.rstrip())
    while found := _TRAILING.search(phrase[:last]):
        last = found.start()
    words = list(re.finditer(r"[^\s,]+", phrase[:last]))
    if not words:
        return 0, 0
    place = _nominative(words)
    if place is None:
        return (words[0].start(), last) if _LOCATIVE.match(phrase[:last].strip()) else (0, 0)
    if not _ADVERBIAL.match(phrase[:last].strip().lower()):
        place = 0
    return words[place].start(), last


_LOCATIVE = re.compile(r"(?:в|во|на)\s", re.IGNORECASE)
_QUOTE = "«»“”„\"'"


def _nominative(words: Sequence[re.Match[str]]) -> int | None:
    """Return the first word that is in the nominative, or may be: a name that nobody knows."""

    led = False
    for place, found in enumerate(words):
        word = found[0].strip(_QUOTE)
        lower = word.lower()
        if lower in _PREPOSITIONS:
            led = True
            continue
        if not lower.isalpha() and "-" not in lower:
            led = False
            continue
        parses = dictionary.parses(lower)[:3]
        known = parses and parses[0].is_known
        if not led and any("nomn" in parse.tag.grammemes for parse in parses):
            return place
        if word[:1].isupper() and not known and not led:
            return place
        if word.isupper() and len(word) > 1 and not led:
            return place
        if parses and {"NOUN", "NPRO"} & set(parses[0].tag.grammemes):
            led = False
    return None


_PREPOSITIONS = frozenset(
    "в во на с со к ко о об обо от до из за по при после перед под над между через для без у накануне во".split()
)


def cut_after(phrase: str) -> tuple[int, int]:
    """Return where the noun phrase begins and ends among the words after a cue."""
    first = 0
    if addressee := _ADDRESSEE.match(phrase):
        first = addressee.end()
    rest = phrase[first:]
    if found := re.match(r"(?:в|во)\s+\S+", rest):
        # A source in the locative: сообщили в пресс-службе МЧС.
        stop = _STOPS.search(rest, found.end())
        return first, first + (stop.start() if stop else len(rest.rstrip()))
    if _NO_PHRASE.match(rest):
        return 0, 0
    if pronoun := _PRONOUN.match(rest):
        return first, first + pronoun.end()
    stop = _STOPS.search(rest + " ")
    return first, first + min(stop.start() if stop else len(rest.rstrip()), len(rest.rstrip()))


_NO_PHRASE = re.compile(r"(?:что|как|о|об|на|при|чтобы|ли|с|со|к|за|из|от|до|не|и|по)\b")
_ADDRESSEE = re.compile(
    r"(?:(?:журналистам|агентству|изданию|газете|телеканалу|корреспонденту|радиостанции|порталу|каналу|"
    r"репортерам|репортёрам|нам|ему|ей|им|судье|депутатам|тасс|интерфаксу)\s+(?:«[^»]*»\s+)?)+"
)


def coming(sentence: str) -> str:
    """Tell whether a sentence says what is still to come: ``planned``, ``expected`` or ""."""
    if sentence.rstrip('»”" ').endswith("?"):
        return "discussed"
    words = [
        word.lower().replace("ё", "е") for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", sentence)
    ]
    codes = (tense.tense(words, i) for i in range(len(words)) if words[i] not in _NOT_COMING)
    if next((code for code in codes if code in ("p", "f", "n")), "") == "f":
        return "expected" if _GROWS.search(sentence.lower()) else "planned"
    return "planned" if re.search(r"\b(?:завтра|послезавтра)\b", sentence.lower()) else ""


_NOT_COMING = frozenset(
    "готов готова готовы может могут должен должна должно должны намерен намерена намерены обещает обещают "
    "хочет хотят надеется надеются ожидается ожидаются планирует планируют собирается собираются "
    "рассчитывает рассчитывают предполагается планируется обязан обязана обязаны".split()
)
