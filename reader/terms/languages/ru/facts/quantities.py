"""Russian numbers: how they are compared, shares, multiples, and numbers that only name a thing."""

from __future__ import annotations

import re
from typing import Any

from reader.terms.languages.ru.facts import dictionary

Items = list[Any]
"""Items of :mod:`reader.facts.grammar`: name, value, start, end."""

NUMERIC = frozenset(
    "day year int dec dec2 card onehalf halfscale coll both tens manytens pair scale several age ratio clock "
    "fold ord ordp every third half half_share quarterhour minus cur vulgar fraction".split()
)
GAMES = re.compile(r"сч[её]т|побед|выигр|обыгр|проигр|уступ|ничь|разгром|матч|гол|игр")
RANGE_FROM = {"of": frozenset(("till",)), "between": frozenset(("and",))}
RANGE_LINK = ""
_FIGURES = frozenset("day year int dec dec2".split())

_CHANGED = re.compile(
    r"(?:вырос|вырас|возрос|возраст|увелич|повыс|подня|подорожа|снизи|снижа|упа|падени|сократ|уменьш|"
    r"сниз|опусти|замедл|ускор|расшир|довед|довел|дошл|дошел|достиг|приблиз|рост |рост$|урез|"
    r"обвал|просе|подешев|укреп|ослаб|скорректир|измен|пересмотр|удлин|расти|растут|растет|взлет|подскоч|разогн|усил|дотян|добра|доб[ие]|набра|нагре|охлад|прогре|остыл|вывел|переш|верну|скати|разв|похолода|потепле|в \w+(?: с половиной)? раза?\b|вдвое|втрое|вчетверо)"
)
_LABELS = re.compile(
    r"(?:стать|код[аеу]?$|п[ао]звон|звон|набер|ст$|страниц|стр$|пункт|п$|подпункт|пп$|част|ч$|глав|гл$|параграф|раздел|приложени|"
    r"номер|рейс|маршрут|автобус|троллейбус|трамва|поезд|дом$|дома$|доме$|дому$|д$|кв$|квартира$|корпус|офис|"
    r"кабинет|комнат|палат|аудитори|трасс|шосс|дорог|модел|индекс|артикул|телефон|тел$|канал|верси|"
    r"протокол|форм|приказ|указ|закон|дел[оаеу]$|лицензи|паспорт|сери[яию]|школ[аыуе]$|лице[йяюе]|гимнази|"
    r"детсад|участ[ок]|участк|платформ|гейт|выход$|блок|энергоблок|объект|войсков|бригад|"
    r"полк|дивизи|дом|подъезд|этаж$|параллел|меридиан|абзац|рисунк|рис$|таблиц|табл$|калибр|обновлени|"
    r"ип$|порт$|борт|вагон|ряд$|лот|резолюц|постановлен|директив|регламент|распоряжен|определени|билет|том$|выпуск|серия|сезон$|тур$|раунд|класс$|группа$|марк[аиу])"
)
_CONTACTS = re.compile(r"почтов|индекс|телефон|горяч\w+ лини|звонит|тел\.|ip-адрес|адрес")


def compared(words: list[str], clause: str) -> str:
    """Return how a number is compared by the words before it."""
    words = list(words)
    if words and words[-1] in _LED and set(words[-3:-1]) & _COMPARING:
        del words[-1]  # более чем на 5 %, минимум в 46 рублей
    if words[-1:] == ["чем"]:
        del words[-1]
    last, two = ["", "", *words][:-3:-1]
    if last in ("более", "больше", "свыше"):
        return "<=" if two == "не" else ">"
    if last in ("менее", "меньше"):
        return ">=" if two == "не" else "<"
    if last in ("меньшее", "большее") and two == "самое":
        return ">=" if last == "меньшее" else "<="
    if last in ("минимум", "минимально"):
        return ">="
    if last == "мере" and two == "крайней":
        return ">="
    if last == "мере" and two == "меньшей":
        return ">="
    if last in ("максимум", "максимально"):
        return "<="
    if last == "до":
        at = clause.rstrip().rfind("до")
        near = clause[max(0, at - 60) : at]
        return "" if _CHANGED.search(near) or re.search(r"\b(?:с|со|от) [−-]?\d", near) else "<="
    if last == "выше":
        return "<=" if two == "не" else ">"
    if last == "ниже":
        return ">=" if two == "не" else "<"
    return ""


_LED = frozenset("в во на с со к ко по за из от до у для о об при".split())
_COMPARING = frozenset("чем минимум максимум мере меньшее большее".split())


def changes(name: str, clause: str) -> bool:
    """Tell whether a range is one from a state to another."""
    return False


def share(items: Items, at: int) -> tuple[float, int] | None:
    """Read a share: половина, две трети, каждый пятый, одна десятая."""
    name, value = items[at].name, items[at].value
    after = items[at + 1] if at + 1 < len(items) else None
    if name in {"half", "half_share"}:
        if after is not None and after.name == "ord":
            return None
        return 0.5, at + 1
    if name == "third":
        return 0.3333, at + 1
    if name == "quarterhour":
        return 0.25, at + 1
    if name == "fraction":
        return round(value, 4), at + 1
    if name in ("day", "card", "one") and after is not None:
        tenth = items[at + 2] if at + 2 < len(items) else None
        if name == "card" and after.value == "из" and tenth is not None:
            known = tenth.name == "card" and tenth.value == 10 and value < 10
            return (round(value / 10, 4), at + 3) if known else None
        if after.name in ("third", "quarterhour"):
            whole = 3 if after.name == "third" else 4
            return (round(value / whole, 4), at + 2) if 0 < value < whole else None
        if after.name in ("ordp", "ord") and 1 < after.value <= 1000 and 0 < value < after.value:
            plural = after.name == "ordp"
            if plural or _is_one(items, at):
                return round(value / after.value, 4), at + 2 + _part(items, at + 2)
        return None
    if name == "every" and after is not None and after.name == "ord":
        return round(1 / after.value, 4), at + 2
    if name == "ord" and value > 2 and after is not None and after.name == "partw":
        return round(1 / value, 4), at + 2
    return None


def part_of(items: Items, at: int) -> int:
    """Return how many items stand between a share and the unit that it is of."""
    return 0


def sense(text: str, unit: str, items: Items, at: int) -> str | None:
    """Return the unit that a word for more than one stands for; ``at``: its place."""
    if unit != "°C":
        return unit
    near = text[max(items[0].start, items[at].start - 40) : items[at].end + 24].lower()
    return None if _TURNED.search(near) else unit


_TURNED = re.compile(
    r"угл|широт|долгот|градус\w*\s+(?:север|южн|восточн|западн|с\. ?ш|ю\. ?ш|в\. ?д|з\. ?д)|поверн|разверн"
)


def _is_one(items: Items, at: int) -> bool:
    return bool(items[at].name == "one")


def _part(items: Items, at: int) -> bool:
    return at < len(items) and items[at].name == "partw"


def is_times(items: Items, at: int, stop: int) -> int:
    """Return how many items after a number make it how many times as much: в пять раз."""
    return int(
        stop < len(items)
        and items[stop].name in ("once", "times")
        and at > 0
        and items[at - 1].name == "in"
    )


def is_fold(text: str, items: Items, at: int) -> bool:
    """Tell whether a multiple is one."""
    return bool(items[at].name == "fold")


def is_ordinal(text: str, items: Items, at: int) -> bool:
    """Tell an ordinal from an idiom: в первую очередь, во-первых."""
    word = text[items[at].start : items[at].end].lower()
    after = items[at + 1] if at + 1 < len(items) else None
    before = items[at - 1] if at else None
    following = text[after.start : after.end].lower() if after is not None else ""
    if before is not None and before.name == "hy":
        return False
    if following == "часу":
        return False
    if word in ("первую", "первой") and following.startswith("очеред"):
        return before is None or before.name != "in"
    if following.startswith("миров") or (word.startswith("перв") and following.startswith("канал")):
        return False
    if _IDIOM.match(following) or (word.startswith("треть") and _THIRD.match(following)):
        return False
    if following in ("же", "раз") and word in ("первый", "первого"):
        return following != "раз" or before is None
    if items[at].name == "ordp" and items[at].value >= 10:
        return False
    if text[items[at].start].isupper() and before is not None and before.name == "cap":
        return False
    return word not in ("сот", "сотых", "десятых", "тысячных")


_IDIOM = re.compile(r"(?:взгляд|план(?:а|е|у)?$|помощ|уст$|рук$|встречн|попавш)")
"""Words with which an ordinal counts nothing: на первый взгляд, второго плана."""
_THIRD = re.compile(r"(?:стран|лиц|сторон)")


def is_pair(text: str, items: Items, at: int) -> bool:
    """Tell two of something from two people: пара автобусов, not пара поженилась."""
    after = items[at + 1] if at + 1 < len(items) else None
    if after is None or after.name not in ("x", "cap"):
        return after is not None and after.name in ("scale", "tens", "meas")
    parses = dictionary.parses(text[after.start : after.end].lower())[:4]
    return any({"gent", "plur"} <= set(parse.tag.grammemes) for parse in parses)


_SUFFIX = frozenset(("osuf", "psuf"))


def ordinal_figures(items: Items, at: int) -> int:
    """Return where an ordinal in figures stops: 907-й; 0 for none."""
    if at + 2 < len(items) and items[at + 1].name == "hy" and items[at + 2].name in _SUFFIX:
        return at + 3
    return 0


def is_conjunction(items: Items, at: int) -> bool:
    """Tell whether a word for two joins words instead."""
    return False


def is_label(text: str, items: Items, at: int, stop: int) -> bool:
    """Tell whether a number only names something: статья 228, рейс 1830, Союз 11."""
    before = items[at - 1] if at else None
    after = items[stop] if stop < len(items) else None
    sentence = text[items[0].start : items[-1].end].lower()
    if items[at].name == "int" and items[at].value > 9999 and _CONTACTS.search(sentence):
        return after is None or after.name != "x"
    if text[items[at].start : items[at].end].lower() == "семью" and items[at].name == "card":
        following = text[after.start : after.end].lower() if after is not None else ""
        tags = [set(parse.tag.grammemes) for parse in dictionary.parses(following)[:4]]
        return not any({"ablt", "plur"} <= each for each in tags)  # a family
    if before is None:
        return False
    word = text[before.start : before.end].lower()
    if before.name in ("dot",) and at > 1:
        word = text[items[at - 2].start : items[at - 2].end].lower()
        return word in ("с", "ст", "п", "стр", "д", "кв", "гл", "рис", "табл", "тел", "ч", "разд")
    if before.name == "plus":
        return after is not None and after.name in (*_FIGURES, "code", "hy")
    if [item.value for item in items[stop : stop + 2]] in (["-", "бис"], ["-", "прим"]):
        return True
    if items[at].name not in _FIGURES:
        return bool(_LABELS.match(word)) and not (after is not None and after.name == "x")
    if before.name == "close":
        return after is None or after.name not in ("x", "meas", "percent")
    if before.name not in ("x", "cap", "meas", "unit", "partw", "pointm", "plus", "school"):
        return False
    if before.name == "meas" and before.value not in ("pp",):
        return False
    if _LABELS.match(word):
        return not (
            after is not None and after.name == "x" and _is_counted(text, after, items[at].value)
        )
    if before.name == "cap" and text[before.start].isupper() and at > 1:
        if text[before.start].isascii() and after is not None and after.name == "x":
            return not _is_counted(text, after, items[at].value)  # на Boeing 737 было
        return after is None or after.name not in ("x", "meas", "percent", "scale", "cap")
    return False


def _is_counted(text: str, item: Any, number: float) -> bool:
    """Tell whether a noun is in the form that things take after a number."""

    word = text[item.start : item.end].lower()
    last, teen = number % 10, number % 100 in (11, 12, 13, 14)
    if last == 1 and not teen:
        wanted = {"nomn", "sing"}
    else:
        wanted = {"gent", "sing"} if last in (2, 3, 4) and not teen else {"gent", "plur"}
    return any(
        (wanted <= tags and tags & {"NOUN", "ADJF", "PRTF"}) or {"ADJF", "gent", "plur"} <= tags
        for tags in (set(parse.tag.grammemes) for parse in dictionary.parses(word)[:4])
    )


def with_half(items: Items, stop: int, value: float) -> tuple[int, float]:
    """Read «с половиной» after a number."""
    if (
        stop + 1 < len(items)
        and items[stop].name == "from"
        and items[stop + 1].name in ("half", "half_share")
    ):
        return stop + 2, value + 0.5
    if stop + 1 < len(items) and items[stop].name == "from" and items[stop + 1].value == "лишним":
        return stop + 2, value
    return stop, value


def is_short(items: Items, at: int) -> bool:
    """Tell whether a letter after a number is a scale."""
    return True


def is_dotted(word: str) -> bool:
    """Tell whether a full stop belongs to an abbreviation."""
    return word in ("тыс", "млн", "млрд", "трлн", "руб", "долл", "коп", "м", "кв", "куб", "р")


def is_vague(word: str) -> bool:
    """Tell whether a scale alone is one that things are counted in: тысячи, миллионы."""
    return (
        word.endswith(("и", "ы", "ам", "ами", "ах", "ов")) and word not in ("миллиарда",)
    ) or word == "тысяч"


def points(text: str, items: Items, at: int) -> tuple[str | None, float, int] | None:
    """Read points as a unit, where they are not those of an index."""
    sentence = text[items[0].start : items[at].start].lower()
    if "индекс" in sentence or "очк" in sentence or "населенн" in sentence:
        return None
    whole = text[items[0].start : items[-1].end].lower()
    changed = any(
        item.value == "на" or item.name in ("po", "about") for item in items[max(0, at - 4) : at]
    )
    if not (changed or _SHARES.search(whole)):
        return None
    following = text[items[at].end : items[at].end + 12].lower()
    return (
        None
        if following.strip().startswith(
            ("пропуск", "назначен", "обмен", "выдач", "приема", "приёма")
        )
        else ("pp", 1, at + 1)
    )


_SHARES = re.compile(
    r"%|процент|рейтинг|поддержк|ставк|дол[яюией]\b|инфляц|безработиц|явк|разрыв|популярн|погрешност|опрос|доверия"
)
_ADJECTIVES = {
    "процентн": "%", "километров": "km", "метров": "m", "сантиметров": "cm", "миллиметров": "mm",
    "мильн": "mi", "тонн": "t", "килограммов": "kg", "литров": "l", "гектарн": "ha", "градусн": "°C",
    "мегаваттн": "MW", "долларов": "USD", "рублев": "RUB", "кратн": "x",
}  # fmt: skip
_ADJECTIVE = re.compile(
    "(" + "|".join(_ADJECTIVES) + r")(?:ый|ий|ой|ого|ому|ым|им|ом|ая|ую|ое|ые|ых|ыми)"
)


def adjective_unit(word: str) -> str | None:
    """Return the unit of an adjective after a hyphen: 5-процентный, 12-мильный."""
    found = _ADJECTIVE.fullmatch(word)
    return _ADJECTIVES[found[1]] if found else None


def per_hour(items: Items, at: int) -> int:
    """Return how many items after a length make it a speed: /ч, в час."""
    if at + 1 < len(items) and items[at].name == "slash" and items[at + 1].value == "hour":
        return 2
    if at + 1 < len(items) and items[at].name == "in" and items[at + 1].value == "hour":
        return 2
    return 0


def per_second(items: Items, at: int, text: str) -> int:
    """Return how many items after a length make it a speed: /с, в секунду."""
    if at + 1 < len(items) and items[at].name == "slash" and text[items[at + 1].start] in "сc":
        return 2
    if at + 1 < len(items) and items[at].name == "in" and items[at + 1].value == "second":
        return 2
    return 0


def is_hours(word: str) -> bool:
    """Tell whether a word makes kilowatt-hours of kilowatts."""
    return word in ("ч", "час", "часа", "часов", "часы")


def mercury(items: Items, at: int, text: str) -> int:
    """Return how many items «рт. ст.» takes."""
    stop = at
    for item in items[at : at + 4]:
        word = text[item.start : item.end].lower()
        if word not in ("рт", "ст", ".", "ртутного", "столба"):
            break
        stop += 1
        if word == "столба":
            break
    return stop - at


def is_age(text: str, items: Items, at: int) -> bool:
    """Tell whether figures alone are an age."""
    return False
