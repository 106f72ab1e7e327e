"""Tense of Russian verbs, so that a day without a year is the one that is meant.

``p`` past, ``f`` future or something arranged, ``n`` present, ``i`` infinitive, ``F`` a word that makes
an infinitive or a day after it one to come, ``P`` one whose infinitive is past with it; else "".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.terms.languages.ru.facts import dictionary

BOUNDARIES = frozenset(", ; : ( ) — – а но и что который которая которое которые".split())
"""What a clause may begin after."""
AHEAD = frozenset("до на к ко по".split())
"""What stands before a day to which something is put off."""
ARRANGED_BY_PRESENT: frozenset[str] = frozenset()
"""Verbs that tell in the present of a day to come after them."""
PRESENT_TELLS = True
"""Whether a weekday beside a verb in the present is one to come: в четверг суд рассматривает."""
PURPOSE_AFTER = False
"""Whether an infinitive after an expression tells what for, and not when."""
LAST_VERB_FIRST = False
"""Whether a verb before an expression is its own rather than one after it."""

_AT_FIRST = frozenset("изначально первоначально".split())
_WAS = frozenset("был была было были".split())
_OWED = frozenset("должен должна должно должны".split())
_SHAPE = re.compile(
    r"(?:л|ла|ло|ли|лся|лась|лось|лись"
    r"|[еи]т|[уюая]т|[еис]тся|[уюая]тся|[еи]м|ешь|ишь|ем|им|ть|ти|чь|ться|тись|чься"
    r"|(?:вш|ш|нн|т)(?:ий|ый|ая|ее|ое|ие|ые|его|ого|ей|ой|их|ых|ему|ому|им|ым|ую|юю|ими|ыми)(?:ся)?"
    r"|[уюая]сь|[аеи]мся|[еи]те|[еи]тесь|ву|ду|ну|жу|шу|лю|чу|ую|аю|яю|ею|ен|ена|ено|ены|ан|ана|ано|аны|ят|т|та|то|ты|[ео]з|[ео]с|[ео]г|иг|ик|ек|ер|иб|ех)$"
)
_FUTURE = frozenset(
    "будет будут буду будем будете предстоит предстоят намечен намечена намечено намечены "
    "ожидается ожидаются планируется планируются готовится готовятся назначен назначена назначено "
    "назначены запланирован запланирована запланировано запланированы должен должна должно должны "
    "обязан обязана обязано обязаны собирается собираются намерен намерена намерено намерены "
    "планирует планируют рассчитывает рассчитывают надеется надеются готов готова готовы обещает "
    "обещают предполагается предполагаются может могут сможет смогут хочет хотят ждет ждут ожидает ожидают прогнозирует прогнозируют "
    "стартует стартуют рассчитан рассчитана рассчитано рассчитаны".split()
)
SCHEDULED = frozenset(
    "начинается начинаются открывается открываются закрывается закрываются заканчивается "
    "заканчиваются завершается завершаются истекает истекают вступает вступают выходит выходят "
    "вводится вводятся повышается повышаются отменяется отменяются переносится переносятся "
    "запускается запускаются уезжает уезжают "
    "возвращается возвращаются прибывает прибывают вылетает вылетают отправляется отправляются "
    "проводит проводят прилетает прилетают приезжает приезжают уходит уходят".split()
)
"""Verbs whose present tells of what is arranged."""
_PUT_OFF = re.compile(
    r"(?:отлож|сдвин|сдвига|перемест|перен[её]с|перенос|продл|приостанов|отсроч|назнач|заплан|намет|наметил|арест|обяза[лн]|"
    r"отодвин|закры|разреши|запрет|остав|забронир|пообеща|обеща|реши|договори|соглас|потреб|попрос|"
    r"прогноз|предсказ|предупред|постанов|предпис|поруч|распоряд)"
)
_AGREED = re.compile(
    r"(?:договори|условил|соглас|пообеща|обеща|предлож|пригласи|призва|анонсир|намети|заплани)"
)
_SUCCEEDED = re.compile(
    r"(?:смог|сумел|успе|удал|нач|стал|пришл|продолж|перест|прекрат|помог|кончи)"
)


def tense(words: Sequence[str], place: int) -> str:
    """Return the code of a word of a sentence, lower-case."""
    word = words[place]
    if word in _OWED and not _WAS.isdisjoint(words[place + 1 : place + 2]):
        return "p"
    if word in _FUTURE or word.startswith(("предстоящ", "грядущ")):
        return "f"
    if len(word) < 2 or not _SHAPE.search(word):
        return ""
    return _looked_up(word)


def puts_off(word: str) -> bool:
    """Tell whether a verb in the past may be of a day to come: отложил, продлил, назначил."""
    return _PUT_OFF.match(word) is not None


def agrees(word: str) -> bool:
    """Tell whether a verb in the past is of something to come: договорились о встрече в июле."""
    return _AGREED.match(word) is not None


def succeeded(word: str) -> bool:
    """Tell whether what an infinitive after the word says has happened: смог, начал."""
    return _SUCCEEDED.match(word) is not None


@lru_cache(maxsize=20000)
def _looked_up(word: str) -> str:
    if word in SCHEDULED:
        return "f"

    for parse in dictionary.parses(word)[:3]:
        found = _code(parse.tag.grammemes)
        if found or parse.score > 0.3:
            return found
    return ""


def _code(grammemes: frozenset[str]) -> str:
    if "INFN" in grammemes:
        return "i"
    if "VERB" in grammemes and "impr" not in grammemes:
        return "p" if "past" in grammemes else "f" if "futr" in grammemes else "n"
    if "PRTF" in grammemes:
        return "p" if "past" in grammemes else ""
    return "p" if "PRTS" in grammemes else "n" if "ADJS" in grammemes else ""


def was_arranged(word: str) -> bool:
    """Tell what was to be, now over or still to come: должен был открыться в пятницу."""
    return word in _OWED


def holds(words: Sequence[str], place: int) -> bool:
    """Tell whether a participle tells of what goes on: закрыта до весны, and not была закрыта."""
    if not _WAS.isdisjoint(words[max(0, place - 2) : place]):
        return False
    return any("PRTS" in parse.tag.grammemes for parse in dictionary.parses(words[place])[:1])


def told(words: Sequence[str], first: int, last: int) -> str:
    """Return the tense of a time that what stands beside it tells, whatever the verb: данные за май."""
    if first > 1 and words[first - 2] in ("чем", "сравнению", "данным", "состоянию"):
        return "past"
    if not _AT_FIRST.isdisjoint(words[max(0, first - 4) : first]):
        return "nearest"
    if first > 1 and words[first - 2] == "еще" and words[first - 1] in ("в", "во"):
        return "past"
    return "past" if first > 0 and words[first - 1] in ("за", "от") else ""


def names_event(words: Sequence[str], verb: int, first: int, last: int) -> bool:
    """Tell whether a time says which thing is meant, so that the verb before is not of it."""
    return False


def without_verb(words: Sequence[str]) -> str:
    """Return the tense of a sentence in which no verb is known."""
    return ""
