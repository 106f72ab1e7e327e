"""Noun phrases before and after a Russian word of speech: its subject, or its source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reader.terms.languages.ru.facts import dictionary, tense

TOLD_OF = re.compile(
    r"\s*(?:(?:в|на|с|для|из|о|по)\s+)?(?:котор|чь[яиеё]\b|где\b|ссылаясь|со ссылкой|выступая|отвечая|комментируя|"
    r"говоря|рассказывая|[а-яё]+(?:щ|вш)(?:ий|ая|ие)ся\b|"
    r"(?!бывш|действующ|управляющ|заведующ|будущ|ведущ|правящ|исполняющ|служащ|следующ|старш|младш)[а-яё]+(?:щ|вш)(?:ий|ая|ие)\s|[а-яё]+(?:ая|яя|ив|ав|ув|ев|вшись|ясь)(?:\s|$))",
    re.IGNORECASE,
)
"""What is told between commas of a speaker, and is not part of the phrase."""
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
_STOPS = re.compile(
    r"\s(?:что|как|о|об|обо|на|при|после|во|для|журналистам|агентству|изданию|газете|корреспонденту|в|с|со|"
    r"к|ко|из|за|от|до|под|перед|чтобы|накануне|вчера|сегодня|и|не|на днях|депутатам|судье|присяжным|"
    r"телеканалу|радиостанции|тасс|собравшимся|зрителям|болельщикам)\s",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:он|она|они|мы|я|вы)\b", re.IGNORECASE)


def is_somebody(word: str) -> bool:
    """Tell whether a word, lower-case, is for a person or a body."""
    tags = [parse.tag.grammemes for parse in dictionary.parses(word)[:1]]
    return (
        not tags or "anim" in tags[0] or bool({"Orgn", "Geox", "NPRO"} & tags[0]) or word in _BODIES
    )


def is_thing(word: str) -> bool:
    """Tell whether a word, lower-case, is a noun for nobody that may be an object."""
    known = [parse.tag.grammemes for parse in dictionary.parses(word)[:1] if parse.is_known]
    return any({"NOUN", "inan"} <= tags and {"accs", "nomn", "gent"} & tags for tags in known)


def may_say(cue: str, speaker: str) -> bool:
    """Tell whether a noun phrase may be the subject of a verb of speech, by its number.

    A verb in the passive has no subject who speaks, but a source: «отмечается в докладе».
    """
    if _LOCATIVE.match(speaker) or _FROM.match(speaker):
        return True
    if _PASSIVE.fullmatch(cue.lower()):
        return False
    tags = [parse.tag.grammemes for parse in dictionary.parses(cue.lower().replace("ё", "е"))[:1]]
    if (
        cue.lower().startswith("следует")
        or not tags
        or "VERB" not in tags[0]
        or " и " in speaker
        or "," in speaker
    ):
        return True
    head = re.match(r"[\w-]+", speaker)
    if head is None:
        return True
    parses = dictionary.parses(head[0].lower().replace("ё", "е"))[:3]
    if not head[0][0].islower() and not _is_common(head[0], parses):
        return True
    nouns = [parse.tag.grammemes for parse in parses if "nomn" in parse.tag.grammemes]
    if not nouns:
        return True
    number = "plur" if "plur" in tags[0] else "sing"
    return any(number in each or not {"sing", "plur"} & each for each in nouns)


def _is_common(word: str, parses: Sequence[Any]) -> bool:
    """Tell whether a word with a capital is a common noun that begins a sentence."""
    if word.isupper() or not parses or not parses[0].is_known:
        return False
    names = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr", "NPRO"}
    return all(
        "NOUN" in parse.tag.grammemes and not names & parse.tag.grammemes for parse in parses
    )


_PASSIVE = re.compile(
    r"(?:отмеча|подчеркива|сообща|указыва|говор|уточня|поясня|гово́р)(?:ется|ится|ются)(?:\s\w)?|(?:отмеч|сказ|указ|подчеркн)[а-я]*но"
)


def without_trailing(part: str) -> str:
    """Return words before a verb without those that belong to the verb."""
    part = part.rstrip()
    while found := _TRAILING.search(part):
        part = part[: found.start()]
    return part


def is_apposition(part: str, *, of_source: bool = False) -> bool:
    """Tell whether what stands after a comma says who somebody is.

    ``of_source``: of somebody in the genitive or the dative, as after «по словам».
    """
    words = re.findall(r"[^\s,]+", part)
    if not words or len(words) > 12 or TOLD_OF.match(part):
        return False
    first = words[0].strip(_QUOTE).lower()
    if first in _PREPOSITIONS or not words[0][:1].islower():
        return False
    found = dictionary.parses(first)[:2]
    cases = {"gent", "datv"} if of_source else {"nomn"}
    if of_source and not any(
        "anim" in parse.tag.grammemes and cases & parse.tag.grammemes for parse in found
    ):
        return False
    if not any((cases | {"ADJF"}) & parse.tag.grammemes for parse in found):
        return False
    if any(parse.tag.grammemes & {"VERB", "CONJ", "ADVB", "PRED", "NPRO"} for parse in found[:1]):
        return False
    plain = [re.sub(r"\W", "", word.lower()).replace("ё", "е") for word in words]
    return not any(is_finite(word) or _is_short(word) for word in plain)


def _is_short(word: str) -> bool:
    """Tell whether a word is an adjective or participle that says something of a subject."""
    tags = [parse.tag.grammemes for parse in dictionary.parses(word)[:2]]
    first = bool(tags) and bool({"PRTS", "ADJS"} & tags[0])
    return first and not any({"NOUN", "gent"} <= each for each in tags)


def is_finite(word: str) -> bool:
    """Tell whether a word, lower-case, is a verb that has a subject."""
    return any(
        "VERB" in parse.tag.grammemes for parse in dictionary.parses(word)[:1]
    ) and tense.tense([word], 0) in ("p", "f", "n")


def cut_before(phrase: str) -> tuple[int, int]:
    """Return where the subject begins and ends in the words before its verb.

    Where nothing is in the nominative, a source in the locative is the subject: «в полиции сообщили».
    """
    last = len(phrase.rstrip())
    while found := _TRAILING.search(phrase[:last]):
        last = found.start()
    first = 0
    while opening := _OPENING.match(phrase, first, last):
        first = opening.end()
    if found := _MANNER.search(phrase, first, last) or _AT.search(phrase, first, last):
        named = list(re.compile(r"[^\s,]+").finditer(phrase, first, found.start()))
        begun = named and named[0][0].lower() in _PREPOSITIONS
        if not begun or _person(named, first=1) is not None or not _EVENT.match(phrase[first:last]):
            last = found.start()
    words = list(re.compile(r"[^\s,]+").finditer(phrase, first, last))
    if not words:
        return 0, 0
    whole = phrase[first:last].strip()
    if _LOCATIVE.match(whole) and not _EVENT.match(whole) and _is_source(words):
        return words[0].start(), last
    if words[0][0].lower() == "из" and len(words) > 1:
        return words[1].start(), last  # Из доклада следует
    led = words[0][0].lower() in _PREPOSITIONS
    place = _person(words, first=1) if led else None
    if place is None and not _ABOUT.match(whole):
        place = _nominative(words)
    if place is None:
        located = _LOCATIVE.match(whole) and not _EVENT.match(whole)
        return (words[0].start(), last) if located else (0, 0)
    if not led and not _ADVERBIAL.match(whole.lower()):
        place = 0
    if any(word[0].lower() in _NOBODY for word in words):
        return 0, 0
    for word in words[place + 1 :]:
        if is_finite(word[0].lower().replace("ё", "е")):
            last = len(phrase[: word.start()].rstrip())
            break
    return words[place].start(), last


_NOBODY = frozenset("никто ничто".split())
_OPENING = re.compile(
    r"\s*(?:накануне|позднее|позже|ранее|тем временем|между тем|наконец|впрочем|напротив|вскоре|недавно|вчера|сегодня|"
    r"далее|так|в свою очередь|при этом|кроме того|вместе с тем|теперь|сейчас|тогда|также|однако|но|а|и)\s+",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:о|об|обо|про)\s", re.IGNORECASE)
_MANNER = re.compile(
    r"\s(?:со ссылкой на|на условиях анонимности|от имени|по итогам|в ответ на|в ходе|во время)(?:\s|$)"
)


def _is_source(words: Sequence[re.Match[str]]) -> bool:
    """Tell whether after a preposition a body stands and nobody in the nominative: в МИД, в полиции."""
    for place, found in enumerate(words[1:], 1):
        word = found[0].strip(_QUOTE)
        if word.isupper() or not word[:1].isalpha() or set(word) == {"N"}:
            continue
        parses = dictionary.parses(word.lower())[:1]
        if not parses:
            continue
        tags = parses[0].tag.grammemes
        if "nomn" in tags and ("NOUN" in tags or "NPRO" in tags) and place > 1:
            return False
    return True


_LOCATIVE = re.compile(r"(?:в|во|на|у)\s", re.IGNORECASE)
_EVENT = re.compile(
    r"(?:в|во|на|у|по|после|перед|во время|за)\s+(?:\S+\s+)?(?:бесед|интервью|эфир|ход[еу]\b|разговор|комментари|"
    r"брифинг|пресс-конференц|встреч|выступлени|рамках|котор|связи|ответ|кулуарах|интернет|соцсет|социальн|твит|"
    r"телеграм|telegram|twitter|facebook|канале|блог|странице|пост[еу]?\b|запис|понедельник|вторник|сред[уы]\b|"
    r"четверг|пятниц|суббот|воскресень|январ|феврал|март|апрел|ма[ея]\b|июн|июл|август|сентябр|октябр|ноябр|"
    r"декабр|раз\b|время\b|начал|конц|середин|прошл|этом|том\b|тот|эт[оу]т?\b|минувш|среду|утр|вечер|дн[еюя]|недел|год|месяц|заседани|"
    r"совещани|саммит|форум|конференц|митинг|собрани|съезд|слушани|дебат|переговор|прямом|своем|своём|своей|"
    r"частности|целом|итоге|свою|вопрос|просьб|телефон|обращени[еи] к|сво[её]м)",
    re.IGNORECASE,
)
"""Where and when somebody speaks, which is nobody who does: в беседе с журналистами, в среду."""
_AT = re.compile(r"\s(?=" + _EVENT.pattern + ")", re.IGNORECASE)
_QUOTE = "«»“”„\"'"


def _nominative(words: Sequence[re.Match[str]]) -> int | None:
    """Return the first word that is in the nominative, or may be: a name that nobody knows."""
    for place, word, parses, led in _with_readings(words):
        known = bool(parses) and parses[0].is_known
        alone = led and known and all("nomn" in parse.tag.grammemes for parse in parses[:2])
        if (not led or alone) and any("nomn" in parse.tag.grammemes for parse in parses):
            return place
        if not led and ((word[:1].isupper() and not known) or (word.isupper() and len(word) > 1)):
            return place
    return None


def _with_readings(
    words: Sequence[re.Match[str]],
) -> Iterator[tuple[int, str, Sequence[Any], bool]]:
    """Yield words that are no prepositions: place, word, readings, whether one governs it."""
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
        yield place, word, parses, led
        if parses and {"NOUN", "NPRO"} & set(parses[0].tag.grammemes):
            led = False


_PREPOSITIONS = frozenset(
    "в во на с со к ко о об обо от до из за по при после перед под над между через для без у накануне во".split()
)


def cut_after(phrase: str, inverted: bool) -> tuple[int, int]:
    """Return where the noun phrase begins and ends among the words after a cue.

    ``inverted``: the cue is a verb, whose subject is in the nominative.
    """
    first = 0
    if addressee := _ADDRESSEE.match(phrase):
        first = addressee.end()
    while inverted and (skipped := _LEADING.match(phrase, first)):
        first = skipped.end()
    rest = phrase[first:]
    named = re.match(r"[^\W\d_]+(?=\s+«N+»)", rest)
    addressed = named is None or not _may_be_nominative(named[0].lower())
    if (
        inverted
        and addressed
        and (
            led := re.match(
                r"(?:в|во|на|у|по|после|во время)\s+\S+|[^\W\d_]+\s+«N+»|[«„“]N+[»“”](?=\s)", rest
            )
        )
    ):
        words = list(re.finditer(r"[^\s,]+", rest))
        source = not _EVENT.match(rest) and (_is_source(words) or not _LOCATIVE.match(rest))
        if not source or not _LOCATIVE.match(rest):
            place = _person(words, first=1)
            if place is not None:
                return _ended(phrase, first + words[place].start())
            if _EVENT.match(rest):
                return 0, 0
        if _LOCATIVE.match(rest):
            # A source in the locative: сообщили в пресс-службе МЧС.
            stop = _STOPS.search(rest, led.end())
            return first, first + (stop.start() if stop else len(rest.rstrip()))
    if _FROM.match(rest):
        stop = _STOPS.search(rest, 4)
        return first, first + (stop.start() if stop else len(rest.rstrip()))
    if _NO_PHRASE.match(rest):
        return 0, 0
    if pronoun := _PRONOUN.match(rest):
        return first, first + pronoun.end()
    if inverted and not rest[:1].isupper() and rest[:1].isalpha():
        words = list(re.finditer(r"[^\s,]+", rest))
        if not _may_be_nominative(words[0][0].lower()):
            place = _person(words, first=1)
            if place is not None:
                first += words[place].start()
            elif _is_oblique(words[0][0].lower()):
                return 0, 0  # потребовало больших денег, называют пустой тратой
    return _ended(phrase, first)


def _ended(phrase: str, first: int) -> tuple[int, int]:
    """Return the noun phrase that begins at ``first``."""
    at = first
    while stop := _STOPS.search(phrase + " ", at):
        if _KEEPS.search(phrase[first : stop.start()]) and stop[0].strip() in ("в", "на", "при"):
            at = stop.end() - 1
            continue
        joined = stop[0].strip() == "и" and re.match(r"[^\s,]+", phrase[stop.end() :])
        if (
            joined
            and not is_finite(joined[0].lower())
            and (joined[0][0].isupper() or _may_be_nominative(joined[0].lower()))
        ):
            at = stop.end()
            continue
        return first, min(stop.start(), len(phrase.rstrip()))
    return first, len(phrase.rstrip())


_KEEPS = re.compile(
    r"(?:источник|источники|собеседник|собеседники|посол|представитель|посланник|спецпосланник|наблюдатель|депутат|корреспондент)$",
    re.IGNORECASE,
)
"""Before a preposition that tells whose they are: источник в правительстве."""


def _may_be_nominative(word: str) -> bool:
    parses = dictionary.parses(word)[:3]
    return not parses or any("nomn" in parse.tag.grammemes for parse in parses)


def _is_oblique(word: str) -> bool:
    """Tell whether a word that is known is in no case that a subject has."""
    known = [parse for parse in dictionary.parses(word)[:3] if parse.is_known]
    cases = {"gent", "datv", "accs", "ablt", "loct"}
    return bool(known) and all(cases & set(parse.tag.grammemes) for parse in known)


def _person(words: Sequence[re.Match[str]], first: int) -> int | None:
    """Return the first word, of those from ``first``, that is somebody in the nominative."""
    for place, word, parses, led in _with_readings(words):
        if place < first or led:
            continue
        tags = set(parses[0].tag.grammemes) if parses else set()
        known = bool(parses) and parses[0].is_known
        nominative = "nomn" in tags
        named = word[:1].isupper() and (nominative or not known) and len(word) > 1
        noun = tags & {"NOUN", "NPRO"} and ("anim" in tags or word.lower() in _BODIES)
        if named or (nominative and (noun or tags & {"ADJF", "PRTF"})):
            return place
    return None


_BODIES = frozenset(
    "глава министерство ведомство агентство пресс-служба служба штаб комитет комиссия совет посольство компания "
    "фонд банк управление правительство администрация газета издание журнал телеканал источник".split()
)
_LEADING = re.compile(
    r"(?:(?:при этом|также|ранее|уже|накануне|вчера|сегодня|позже|затем|потом|тогда|тут же|сразу|официально|публично|"
    r"в (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)|(?:\d{1,2} [а-я]+ря|\d{1,2} (?:марта|"
    r"апреля|мая|июня|июля|августа)))\s+)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"из (?:[а-яё]+(?:ой|ого|ых) )?(?:прокуратур|полици|министерств|мэри|ведомств|пресс-служб|посольств|администраци|штаб)"
)
_NO_PHRASE = re.compile(
    r"(?:котор(?:ым|ой|ому|ых|ого)|что|как|о|об|на|при|чтобы|ли|с|со|к|за|из|от|до|не|и|по)\b"
)
_ADDRESSEE = re.compile(
    r"(?:(?:журналистам|агентству|изданию|газете|телеканалу|корреспонденту|радиостанции|порталу|каналу|журналу|сайту|"
    r"репортерам|репортёрам|нам|ему|ей|им|мне|судье|депутатам|коллегам|тасс|интерфаксу|риа новости|риа)\s+(?:[«„][^»“”]*[»“”]\s+)?|[«„]N+[»“”]\s+(?!(?:со?|в|об?|на|что|как|из)\s)(?=[а-яё]))+",
    re.IGNORECASE,
)
