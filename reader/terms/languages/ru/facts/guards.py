"""What looks like a time in Russian and is none: names, ages, parts of a day that are idioms."""

from __future__ import annotations

import re
from typing import Any

from reader.terms.languages.nearest_times import nearest
from reader.terms.languages.ru.facts import compounds, dictionary
from reader.terms.languages.ru.facts.ages import is_age
from reader.terms.languages.ru.facts.items import Items, text_of

_POINTS = frozenset("tday twd tnamed tmon tyear tunit tclk tspan".split())
_DATES = frozenset("tday twd tnamed".split())
_MOVABLE = frozenset("tday twd tnamed tmon tunit tyear tclk".split())
_LEADS = frozenset("till from by after thru beg".split())
_STREETS = re.compile(
    r"(?:улиц|ул$|площад|просп|пр-т|переул|бульвар|набережн|станци|метро|театр|имени$|им$|сквер|парк)"
)
_ADJECTIVE = ("ий", "ая", "ое", "ие", "ого", "ой", "их", "ую", "ому", "им", "ими")
_EPOCHS = re.compile(r"(?:революц|праздник|площад|улиц|район|железн|переворот|дворец|завод|бал)")
_VERSIONS = re.compile(r"(?:верси|сборк|прошивк|обновлени|пункт|релиз)")
_INSTRUMENTAL = re.compile(r"(?:ом|ем|ой|ей|ами|ями)$")
_PLURAL = re.compile(
    r"^(?:т[еи]|эти|тех|этих|тем|этим)[а-я]* .*\b(?:дн(?:и|ей|ям|ями|ях)|год(?:ы|ов|ам|ами|ах))$"
)
"""Several units: в те дни."""
_MANY_UNITS = re.compile(
    r"^(?:(?:т[еоа]\w*|последни[ехм]\w*|прошедши[ехм]\w*|минувши[ехм]\w*) )?"
    r"(?:лет|год(?:ы|ов|ам|ами|ах)|дней|дни|недел(?:ь|ям|ями|ях)|месяц(?:ы|ев|ам|ами|ах)|часов|минут|"
    r"десятилети(?:й|ям|ями|ях)|столети(?:й|ям|ями|ях))(?: (?:назад|спустя|позже|ранее))?$"
    r"|^последние (?:недели|десятилетия|столетия|века)$"
)
"""Units without a number, of which there are several: много лет спустя, последние месяцы."""
_MANY = frozenset("годы месяцы недели дни часы минуты секунды века десятилетия столетия".split())
"""Units without a number, of which nobody knows how many: работа заняла годы."""
_MOST = re.compile(
    r"\b(?:сам(?:ый|ая|ое|ые|ым|ой|ыми|ого|ую|ых)|наиболее|рекордн\w+|(?:худш|лучш|наибольш|наименьш|"
    r"высш|низш)\w+|(?:мини|макси)мум\w*|(?:мини|макси)мальн\w+|впервые|перв(?:ый|ая|ое|ые|ую|ым|ой))\b"
    r"[^,;:]{0,40}$",
    re.IGNORECASE,
)
_BELONGS = re.compile(r"\b(?:относ(?:ит|ят|ил)|восход(?:ит|ят|ил)|принадлеж|датиру)")
_DATIVE = frozenset("году годам месяцу неделе кварталу веку январю февралю марту".split())


def prepared(text: str, items: Items) -> Items:
    """Tell adjectives of a duration: двухлетний, 20-летний."""
    first, last = items[0].start, items[-1].end
    if not compounds.MAY_HAVE.search(text, first, last):
        return items
    result = []
    for item in items:
        made = item
        if item.name in ("x", "cap") and (found := compounds.length(item.value)):
            made = item._replace(name="longadj", value=found)
        elif item.name == "tail" and (unit := compounds.unit(item.value)):
            made = item._replace(name="tail", value=unit)
        result.append(made)
    return result


def guarded(text: str, items: Items) -> Items:
    """Take from items what isn't a time, before times are joined."""
    result = list(items)
    for place, item in enumerate(items):
        name = item.name
        if name[0] != "t" or name in ("till", "thru", "through", "tail", "twice", "tens", "time"):
            if name == "from" and _is_moved(items, place):
                result[place] = item._replace(name="x", value="")
                result[place + 1] = nearest(items[place + 1])
            elif name in ("from", "by", "thru", "after", "till") and _is_another(
                text, items, place
            ):
                result[place] = item._replace(name="x", value="")
            continue
        if _is_told(text, items, place):
            result[place] = item._replace(value=item.value._replace(rule="told"))
        elif _is_name(text, items, place):
            result[place] = item._replace(name="rejected")
        elif name == "tdur" and is_age(text, items, place):
            result[place] = item._replace(name="age")
        elif (
            (name == "tyear" and not _is_year(text, items, place))
            or (name == "tday" and not _is_day_of_month(text, items, place))
        ) or (
            (name == "tpart" and not _is_part(text, items, place))
            or (name == "tspan" and not _is_weekend(items, place))
            or (
                name == "tdur"
                and text_of(text, item) in _MANY
                and place > 0
                and items[place - 1].name == "lasted"
            )
            or (name in ("tday", "tunit", "tdur") and _MANY_UNITS.search(text_of(text, item)))
            or (name in ("tday", "tunit") and _PLURAL.search(text_of(text, item)) is not None)
            or (name == "tday" and item.value.kind == "same" and _is_eve_of(text, items, place))
            or (name == "tclk" and not _is_clock(text, items, place))
            or (name == "tdur" and item.value.rule == "alone" and not _is_term(text, items, place))
            or (name == "twd" and not _is_weekday(text, items, place))
            or (name == "tunit" and not _is_season(text, items, place))
        ):
            result[place] = item._replace(name="rejected")
    return result


def judged(text: str, items: Items) -> Items:
    """Take from items what isn't a time, after times are joined."""
    result = []
    for item in items:
        lone = item.name in {"tpart", "tunit"}
        if (lone and getattr(item.value, "rule", "") == "bare" and item.value.mod == "") or (
            item.name == "tpart" and text_of(text, item) in _LOOSE
        ):
            result.append(item._replace(name="rejected"))
        elif item.name == "tmon" and _LAST_DAY.match(text_of(text, item)):
            value = f"{item.value.month:02}-00"
            spec = item.value._replace(kind="named", value=value, mod="")
            result.append(item._replace(name="tday", value=spec))
        else:
            result.append(item)
    return result


_LAST_DAY = re.compile(r"последн(?:ий|его|ему|ем|им) д(?:ень|ня|ню|не|нем) ")
"""One day, not the end of a month: последний день мая, not последние дни."""
_LOOSE = frozenset("утро утра утру вечер вечера вечеру ночь ночи".split())


def _is_another(text: str, items: Items, place: int) -> bool:
    """Tell whether a preposition doesn't begin an interval: по сравнению с прошлым годом."""
    if place + 1 == len(items) or items[place + 1].name not in _POINTS:
        return False
    following = items[place + 1]
    words = text_of(text, following).split()
    name = items[place].name
    if name == "from" and following.name in _POINTS and following.value.kind == "ago":
        return True  # с неделю назад
    if following.name == "tmon" and len(words) == 1 and "ск" in words[0]:
        return True  # после июньской встречи
    if name == "from" and _MOST.search(
        text, max(items[0].start, items[place].start - 60), items[place].start
    ):
        return True  # the most of its kind since then: a point, and no time that has lasted
    if name == "from":
        return _INSTRUMENTAL.search(words[-1]) is not None or words[0].endswith(("ом", "ем"))
    if name == "by":
        return following.name == "tunit" and _BELONGS.search(text, items[0].start) is not None
    return name == "thru" and words[-1] in _DATIVE


def _is_moved(items: Items, place: int) -> bool:
    """Tell whether a day is left for another: перенесли с пятницы на воскресенье."""
    following = [item.name for item in items[place + 1 : place + 4]]
    if (
        len(following) < 3
        or following[1] != "on"
        or (place and items[place - 1].name in ("tpart", "tclk"))
    ):
        return False
    return following[0] in _MOVABLE and following[2] in _MOVABLE


def _is_name(text: str, items: Items, place: int) -> bool:
    item = items[place]
    before = items[place - 1] if place else None
    after = items[place + 1] if place + 1 < len(items) else None
    if before is not None:
        if before.name in ("open", "quote") and after and after.name in ("close", "quote"):
            return True
        if item.name in ("tday", "tyear", "tmon"):
            words = items[max(0, place - 2) : place]
            if any(w.name in ("x", "cap") and _STREETS.match(text_of(text, w)) for w in words):
                return True
    if item.name == "tday" and before is not None and _VERSIONS.match(text_of(text, before)):
        return True
    adjective = item.name == "tmon" and "ск" in text_of(text, item)
    if adjective and after is not None and _EPOCHS.match(text_of(text, after)):
        return True
    if adjective and item.start == items[0].start:
        return False
    if item.name != "tmon" or item.value.year or not text[item.start].isupper():
        return False
    if before is not None and before.name not in ("open", "quote", "dash", "lpar"):
        return True
    return after is not None and after.name == "cap"


def _is_year(text: str, items: Items, place: int) -> bool:
    """Tell a year alone from a count: в 1982 вышла, not в 1500 домах."""
    after = items[place + 1] if place + 1 < len(items) else None
    if not text_of(text, items[place]).isdigit() or after is None or after.name != "x":
        return True
    parses = dictionary.parses(text_of(text, after))[:1]
    return any(not _COUNTABLE.isdisjoint(parse.tag.grammemes) for parse in parses)


_COUNTABLE = frozenset(("VERB", "INFN", "PRTS", "PREP", "CONJ", "NPRO", "ADVB", "PRCL"))
"""Of what follows a year and is not counted by it."""
_OF_DAYS = ("го", "му", "ое", "-е")


def _is_day_of_month(text: str, items: Items, place: int) -> bool:
    """Tell a day from what else has a number: 23-го, not 3-й эскадрон."""
    spec = items[place].value
    if spec.kind != "day_of_month" or spec.rule or "-" not in text_of(text, items[place]):
        return True
    if not text_of(text, items[place]).endswith(_OF_DAYS):
        return False
    after = items[place + 1] if place + 1 < len(items) else None
    if after is None or after.name != "x":
        return True
    parses = dictionary.parses(text_of(text, after))[:1]
    return not any({"NOUN", "ADJF"} & set(parse.tag.grammemes) for parse in parses)


def _is_told(text: str, items: Items, place: int) -> bool:
    """Tell a day beside its verb: соберётся 24-го."""
    item = items[place]
    if item.name != "tday" or item.value.kind != "day_of_month" or item.value.rule:
        return False
    after = items[place + 1] if place + 1 < len(items) else None
    if not text_of(text, item).endswith("-го") or (
        after is not None and after.name in ("x", "cap")
    ):
        return False
    before = items[place - 1] if place else None
    if before is None or before.name != "x":
        return False
    return any("VERB" in p.tag.grammemes for p in dictionary.parses(text_of(text, before))[:1])


def _is_part(text: str, items: Items, place: int) -> bool:
    item = items[place]
    spec = item.value
    if spec.base is not None or spec.clock is not None or spec.rule:
        return True
    words = text_of(text, item).split()
    before = items[place - 1] if place else None
    after = items[place + 1 :]
    beside = (before is not None and before.name in _DATES) or any(
        each.name in _DATES for each in after[:1]
    )
    if beside or (len(after) > 1 and after[0].name in ("in", "on") and after[1].name in _DATES):
        return True
    word = words[-1]
    if (
        before is not None
        and before.name == "comma"
        and place > 1
        and items[place - 2].name in _DATES
    ):
        return True
    if word in ("утром", "вечером", "ночью"):
        return before is None or before.name not in ("from", "between")
    if word == "днем":
        opens = before is None or before.name in ("comma", "and", "semi", "dash")
        return opens and not (after and _is_genitive(text, after[0]))
    if before is None or before.name not in ("till", "from", "by"):
        # «в ночь на 10 февраля» is joined later.
        return bool(after) and after[0].name in ("on", "from") and word == "ночь"
    if before.name == "from":
        return not (after and after[0].name == "till")
    return not (place > 2 and items[place - 3].name == "from")


_OF_ONE = frozenset(
    "часа года месяца недели минуты суток квартала века столетия десятилетия час год месяц неделю "
    "минуту сутки век".split()
)
_FOR_ONE = frozenset("сутки неделю месяц год час минуту квартал десятилетие столетие".split())
_LASTS = re.compile(
    r"(?:отлож|откладыв|перен[её]с|перенос|продл|приостан|задерж|прерв|отстран|осуд|осужд|арест|"
    r"закры|заключ|лиш|дисквалиф|отодвин|сдвин|опозд|запре[тщ]|замор|отсроч|пригов|останов)"
)


def _is_term(text: str, items: Items, place: int) -> bool:
    """Tell how long something is put off or lasts: отложили на неделю, not цены на год."""
    if place and items[place - 1].name in ("about", "more", "less"):
        return text_of(text, items[place]) in _OF_ONE
    if text_of(text, items[place]) not in _FOR_ONE or place < 2:
        return False
    if any(_LASTS.match(text_of(text, each)) for each in items[max(0, place - 6) : place - 1]):
        return True
    grammemes = [p.tag.grammemes for p in dictionary.parses(text_of(text, items[place - 2]))[:1]]
    return any({"VERB", "PRTS", "INFN", "PRTF"} & set(each) for each in grammemes)


def _is_weekend(items: Items, place: int) -> bool:
    spec = items[place].value
    if spec.kind != "weekend" or spec.rule:
        return True
    return place > 0 and items[place - 1].name in (
        "in",
        "on",
        "over",
        "after",
        "by",
        "till",
        "from",
    )


def _is_eve_of(text: str, items: Items, place: int) -> bool:
    """Tell whether what it is the eve of follows: накануне выборов."""
    if text_of(text, items[place]) != "накануне" or place + 1 == len(items):
        return False
    after = items[place + 1]
    if after.name not in ("x", "cap", "relp"):
        return False
    parses = [set(parse.tag.grammemes) for parse in dictionary.parses(text_of(text, after))[:4]]
    modifies = any("gent" in each and {"ADJF", "PRTF"} & each for each in parses)
    return modifies or _is_genitive(text, after)


def _is_genitive(text: str, item: Any) -> bool:
    if item.name not in ("x", "cap"):
        return False

    for parse in dictionary.parses(text_of(text, item))[:1]:
        grammemes = parse.tag.grammemes
        return "gent" in grammemes and not {"VERB", "NPRO"} & grammemes
    return False


def _is_clock(text: str, items: Items, place: int) -> bool:
    """Tell a clock from a score or a ratio: something that leads to a time stands before it."""
    item = items[place]
    if item.value.zone or not text_of(text, item).replace(":", "").isdigit() or not place:
        return True
    after = items[place + 1] if place + 1 < len(items) else None
    if after is not None and after.name in ("tpart", *_DATES):
        return True
    return items[place - 1].name not in ("x", "cap")


def _is_weekday(text: str, items: Items, place: int) -> bool:
    word = text_of(text, items[place])
    if place and text_of(text, items[place - 1]) == "кроме":
        return False
    before = items[place - 1].name if place else ""
    if word in ("среды", "среде"):
        return before in ("till", "from", "by", "after", "tpart", "thru", "tclk", "beg")
    if word in ("среда", "средой"):
        following = items[place + 1 : place + 3]
        return len(following) == 2 and following[1].name == "tday"
    return word != "среду" or before in ("in", "on", "thru", "by", "comma", "over", "and", "tpart")


_SEASONAL = frozenset(
    "весна весны весне весну лето лета лету лете осень осени зима зимы зиме зиму".split()
)


def _is_season(text: str, items: Items, place: int) -> bool:
    item = items[place]
    if item.value.unit != "season" or item.value.year or item.value.shift is not None:
        return True
    word = text_of(text, item)
    return word not in _SEASONAL or (place > 0 and items[place - 1].name in (*_LEADS, "on"))
