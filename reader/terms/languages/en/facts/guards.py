"""What looks like a time in English and is none: names, modal may, ages, counts."""

from __future__ import annotations

import re
from typing import Any

from reader.terms.languages.en.facts import tense

Items = list[Any]
"""Items of :mod:`reader.facts.grammar`: name, value, start, end."""

_MADE = frozenset("tday twd tnamed tmon tyear tunit tclk tpart tspan tdur tset".split())
_DATES = frozenset("tday twd tnamed".split())
_PREPOSITIONS = frozenset(
    "in on at since until by from to of through between after beforep beg lateday rel prevrel follow every "
    "and hy dash the for about ago same than comma lpar".split()
)
_POINTING = frozenset(
    "in on since until by from through between after beforep beg lateday rel every or movedfrom "
    "movedto".split()
)
_BOTH = frozenset(("may", "march", "august", "mar", "aug"))
"""Months whose names are other words, too."""
_PLACE = re.compile(r"(?:street|avenue|road|square|club|bar|hotel|house|building|group|fund)s?$")
"""What may bear a number as its name."""
_GIVEN_NAMES = frozenset("april may june august jan".split())
"""Months whose names persons have, too."""
_PERSON = re.compile(r"\b(?:she|her|hers|herself|he|his|him|himself)\b", re.IGNORECASE)
_COUNTED = frozenset(
    "points metres meters millimetres millimeters people men women kilometres kilometers miles "
    "votes seats jobs homes euros dollars pounds kg km mm m tonnes tons litres feet degrees "
    "calories watts megawatts euro percent per units pages copies words rubles roubles".split()
)


def prepared(text: str, items: Items) -> Items:
    """Tell months and weekdays from words and names that look like them."""
    result = list(items)
    for place, item in enumerate(items):
        if item.name in ("month", "wd", "wds"):
            if text[item.start].islower() or _is_surname(items, place):
                result[place] = item._replace(name="x", value=_text(text, item))
        elif item.name in {"q", "halfcode"}:
            if place + 1 < len(items) and items[place + 1].name == "code":
                number = items[place + 1].value
                if isinstance(number, int) and text[item.start].isupper():
                    unit = "quarter" if item.name == "q" else "half"
                    end = items[place + 1].end
                    result[place] = item._replace(name="qcode", value=(unit, number), end=end)
        elif (
            item.name in ("ad", "bc")
            and text[item.start].islower()
            and "." not in _text(text, item)
        ) or item.name in ("sat", "sun"):
            result[place] = item._replace(name="x")
        elif item.name == "x" and _text(text, item) in ("small", "wee"):
            if place + 1 < len(items) and items[place + 1].name == "units":
                result[place] = item._replace(name="lateday", value="start")
        elif item.name == "part" and place and text[item.start].isupper():
            result[place] = item._replace(name="cap", value=_text(text, item))
        elif item.name == "from" and (to := _moved_to(text, items, place)):
            result[place] = item._replace(name="movedfrom")
            result[to] = items[to]._replace(name="movedto")
        elif item.name == "fall" and text[item.start].isupper() and place:
            result[place] = item._replace(name="season")
    if any(item.name == "qcode" for item in result):
        result = [
            item
            for place, item in enumerate(result)
            if not place or result[place - 1].name != "qcode"
        ]
    return result


_MOVED = re.compile(
    r"(?:mov(?:ed?|ing|es)|postpon|resched|push(?:ed|ing)|shift|switch|deferr|chang|extend|"
    r"put(?:ting)?$|set$|advanc)"
)
_DATED = frozenset("month wd named rday rel".split())


def _moved_to(text: str, items: Items, place: int) -> int | None:
    """Return where the day is to which one is moved: postponed from May 17 to 24."""
    if not any(item.name in _DATED for item in items[place + 1 : place + 3]):
        return None
    for before in reversed(items[max(0, place - 8) : place]):
        if before.name in ("comma", "semi"):
            return None
        if before.name == "x" and _MOVED.match(_text(text, before)):
            break
    else:
        return None
    for to in range(place + 2, min(place + 8, len(items))):
        if items[to].name == "to":
            return to
    return None


def _is_surname(items: Items, place: int) -> bool:
    """Tell whether a capitalised word that stands before makes it a surname: Theresa May."""
    before = items[place - 1] if place else None
    after = items[place + 1] if place + 1 < len(items) else None
    if before is None or before.name != "cap" or before.value in _LEADING:
        return False
    if items[place].name == "wd":
        return before.value in _NAMED_WEEKDAYS
    dated = after is not None and after.name in ("day", "year", "comma", "dot")
    if after is not None and after.name == "dot":
        following = items[place + 2 : place + 3]
        if following and following[0].name in ("day", "ord"):
            return False
    return not dated or (
        items[place].name == "month" and after is not None and after.name in ("comma", "dot")
    )


_SPEAKS = frozenset("said says told added wrote asked thinks".split())
"""What a person does and no month."""
_LEADING = frozenset(
    "during throughout around however meanwhile her his their its our my your each both this so yet when "
    "while".split()
)


def guarded(text: str, items: Items) -> Items:
    """Take from items what isn't a time, before times are joined."""
    result = list(items)
    for place, item in enumerate(items):
        check = _CHECKS.get(item.name)
        if check is not None:
            kept = check(text, items, place)
            if kept is not True:
                result[place] = item._replace(name=kept or "rejected")
            elif getattr(item.value, "kind", "") == "in" and _MOST_IN.search(
                text[max(items[0].start, item.start - 60) : item.start].lower()
            ):
                result[place] = item._replace(value=item.value._replace(rule="took"))
            elif place and items[place - 1].name == "movedfrom":
                result[place] = _nearest(item)
    return result


def _nearest(item: Any) -> Any:
    """Return a time from which something is moved, by what lies nearest to publication."""
    spec = item.value
    if spec.rule or spec.kind not in ("date", "weekday"):
        return item
    rule = "nearest" if spec.kind == "date" else "near"
    return item._replace(value=spec._replace(rule=rule))


def judged(text: str, items: Items) -> Items:
    """Take from items what isn't a time, after times are joined."""
    return items


_MOST = re.compile(r"\b(?:\w{2,}est|most|worst|best|least|first)\b[^,;:]{0,40}$")
"""Since when something is the most of its kind: a point, and no time that has lasted."""


_MOST_IN = re.compile(
    r"\b(?:\w{2,}est|most|worst|best|least|first|second|third|(?:four|fif|six|seven|eigh|nin|ten)th|only)\b"
    r"[^,;:]{0,40}$"
)
"""In how many years something is the most of its kind: how long it has been, and not when."""


def _text(text: str, item: Any) -> str:
    return text[item.start : item.end].lower()


def _beside(items: Items, place: int) -> tuple[Any, Any]:
    """Return the items before and after, or ``None``."""
    return (
        items[place - 1] if place else None,
        items[place + 1] if place + 1 < len(items) else None,
    )


def _is_verb(text: str, item: Any) -> bool:
    return bool(tense.tense([_text(text, item)], 0))


def _month(text: str, items: Items, place: int) -> bool:
    item = items[place]
    if item.value.year or item.value.shift is not None or item.value.rule:
        return True
    before, after = _beside(items, place)
    led = before is not None and before.name in _POINTING | {
        "to",
        "of",
        "and",
        "for",
        "hy",
        "the",
        "dash",
    }
    if before is not None and before.name == "the":
        led = place > 1 and items[place - 2].name in _POINTING
    if after is not None and after.name == "cap" and not led:
        return False
    word = _text(text, item).rstrip(".")
    if word in _GIVEN_NAMES and _is_given_name(text, items, place, led=led):
        return False
    if after is not None and after.name in ("unit", "units") and _text(text, after)[:3] == "day":
        return False  # the coldest January day
    if word in _BOTH and not led:
        if before is not None and before.name == "the" and after is not None and after.name == "x":
            return not _is_verb(text, after)
        if after is not None and _text(text, after) in _SPEAKS:
            return False
        return (
            after is not None
            and (after.name in ("beg", "lateday") or _is_verb(text, after))
            and word != "may"
        )
    if after is not None and after.name == "the" and not led:
        return False
    if before is None or before.name != "the" or led:
        return True
    return after is not None and after.name == "x" and not _is_verb(text, after)


def _is_given_name(text: str, items: Items, place: int, *, led: bool) -> bool:
    """Tell April who says something, or whose mother does, from the month."""
    before, after = _beside(items, place)
    if led:
        unlikely = before is not None and before.name in ("by", "for", "of", "to", "and")
        return unlikely and after is not None and after.name == "cap"
    if after is None:
        return False
    if _text(text, after) in _SPEAKS:
        return True
    return _is_verb(text, after) and bool(_PERSON.search(text, after.end, items[-1].end))


def _year(text: str, items: Items, place: int) -> bool:
    item = items[place]
    if item.value.kind != "date" or len(_text(text, item)) > 4:
        return True
    before, after = _beside(items, place)
    word = _text(text, after) if after is not None else ""
    if (
        before is not None
        and before.name in ("open", "quote")
        and after
        and after.name in ("close", "quote")
    ):
        return False
    if word in _COUNTED or (
        after is not None and after.name in ("unit", "units", "scale", "percent", "hy", "tail")
    ):
        return False
    if before is not None and _is_attribute(text, items, place):
        return True
    if before is None or before.name in _OPENS or _text(text, before) in ("that", "as", "but"):
        return after is not None and (
            _is_verb(text, after)
            or (before is not None and _text(text, before) == "as" and after.name in _ENDS)
        )
    linked = place > 1 and items[place - 2].name in ("tyear", "beg", "lateday")
    if linked and before.name in ("to", "and", "hy", "dash", "until", "through", "comma"):
        return True
    plural = (
        after is not None and after.name == "x" and word.endswith("s") and not word.endswith("ss")
    )
    plural = plural and not _is_verb(text, after)
    if _text(text, before) in ("throughout", "both"):
        return True
    if before.name in (
        "in",
        "since",
        "until",
        "through",
        "beforep",
        "after",
        "beg",
        "lateday",
        "between",
    ):
        return True
    if before.name in ("by", "from", "to", "of", "and", "about", "than", "for"):
        return (
            after is None
            or (after.name == "cap" and before.name == "by")
            or _text(text, after) in _CLAUSE
            or (after.name != "cap" and not plural and after.name != "x")
            or (after.name == "x" and _is_verb(text, after))
            or before.name in ("of", "than")
        )
    if before.name == "lpar":
        return after is not None and after.name in ("rpar", "comma")
    if before.name == "the":
        named = after is not None and after.name == "cap" and not _PLACE.match(_text(text, after))
        return named or (after is not None and after.name == "x")
    if before.name == "apos" or _text(text, before) == "s":
        return (
            not plural
            and after is not None
            and after.name in ("x", "cap")
            and not (after.name == "x" and _is_verb(text, after))
        )
    return (
        before.name == "comma"
        and after is not None
        and after.name == "comma"
        and place > 1
        and (items[place - 2].name == "tmon")
    )


_CLAUSE = frozenset(
    "when where which who that until as with because but although onward onwards it they he she we there".split()
)
"""With what another clause begins, or goes on, so that no noun is counted."""
_OPENS = frozenset(("open", "quote", "semi"))
_ENDS = frozenset(("comma", "dot", "semi", "close", "quote", "rpar"))
_OWNERS = frozenset("a its his her their".split())
_DETERMINERS = frozenset("a an its his her their our this that another the s".split())
_NUMBERED = re.compile(
    r"(?:flight|room|bus|train|model|page|article|line|number|route|section|chapter|version|case|"
    r"class|series|unit|channel|highway|only|some|about|nearly|more|total|resolution)s?$"
)


def _is_attribute(text: str, items: Items, place: int) -> bool:
    """Tell the year of a thing: a 2014 study, its planned 2028 mission, the original 1922 hall."""
    before, after = _beside(items, place)
    if after is None or after.name != "x" or _is_verb(text, after):
        return after is not None and after.name == "cap" and _text(text, before) in _OWNERS
    word = _text(text, after)
    if word.endswith("s") and not word.endswith("ss"):
        return False
    if _text(text, before) in _DETERMINERS - {"the"}:
        return True
    if before.name != "x" or _NUMBERED.match(_text(text, before)) or place < 2:
        return False
    return _text(text, items[place - 2]) in _DETERMINERS


def _weekday(text: str, items: Items, place: int) -> bool:
    before, after = _beside(items, place)
    item = items[place]
    if item.value.rule:
        return True
    if before is not None and before.name == "cap":
        return _text(text, before) not in _NAMED_WEEKDAYS
    if after is not None and after.name == "cap" and _text(text, after) in _NAMED_BY_WEEKDAY:
        return False
    if after is not None and after.name not in _MADE and text[after.start].isupper():
        return before is not None and before.name in _POINTING | {"comma", "and", "x"}
    return True


_NAMED_WEEKDAYS = frozenset(
    "black super bloody good holy ash fat giving easter spy ruby joe palm cyber girl red blue happy "
    "freaky sheffield mr mrs ms miss".split()
)
"""What makes a name with a weekday before it."""
_NAMED_BY_WEEKDAY = frozenset(
    "night times mail mirror telegraph express herald post tribune star sun club league".split()
)
"""And what after it: Saturday Night Live."""


_WHOSE = frozenset("his her their my your our its".split())
"""Whose age a decade is: in his late 30s."""


def _season(text: str, items: Items, place: int) -> bool:
    item = items[place]
    spec = item.value
    if spec.unit in {"half", "quarter"}:
        return True
    if (
        spec.precision == "decade"
        and _text(text, item)[:2].isdigit()
        and len(_text(text, item)) < 5
    ):
        led = [
            each for each in items[max(0, place - 3) : place] if each.name not in ("lateday", "hy")
        ]
        return not led or _text(text, led[-1]) not in _WHOSE
    if spec.unit != "season" or spec.year or spec.shift is not None or spec.rule:
        return True
    before, after = _beside(items, place)
    if after is not None and after.name == "cap":
        return False
    word = _text(text, item)
    if before is not None and before.name == "the":
        before = items[place - 2] if place > 1 else None
        if word == "fall" and (before is None or before.name != "in"):
            return False
        if before is not None and before.name == "in":
            return True
    elif word == "fall":
        return False
    if before is None or (after is not None and after.name == "hy"):
        return False
    if after is not None and after.name == "x" and not _is_verb(text, after) and word == "spring":
        return False
    return before.name in (
        "in",
        "by",
        "since",
        "until",
        "beg",
        "lateday",
        "for",
        "from",
        "through",
        "after",
        "beforep",
        "of",
        "and",
        "to",
    )


def _part(text: str, items: Items, place: int) -> bool:
    item = items[place]
    if item.value.base is not None or item.value.rule or _text(text, item) == "overnight":
        return True
    before, after = _beside(items, place)
    if (before is not None and before.name in _DATES | {"tclk"}) or (
        after is not None and after.name in _DATES
    ):
        return True
    if after is not None and after.name == "from" and before is not None and before.name == "the":
        return place + 2 < len(items) and items[place + 2].name in _DATES
    if after is not None and after.name == "of":
        rest = [each.name for each in items[place + 2 : place + 4] if each.name != "the"]
        return bool(rest) and rest[0] in _DATES | {"tspan"}
    if (
        before is not None
        and before.name == "the"
        and place > 1
        and items[place - 2].name in ("in", "on")
    ):
        if place > 2 and items[place - 3].name in (*_DATES, "tclk", "comma", "semi", "and"):
            return True
        return (after is None or after.name not in ("x", "of")) and _text(text, item) != "night"
    if after is not None and after.name in ("on",):
        return place + 2 < len(items) and items[place + 2].name in _DATES
    return (
        before is not None
        and before.name in ("by", "until")
        and (after is None or after.name not in ("x", "cap"))
    )


def _clock(text: str, items: Items, place: int) -> bool:
    item = items[place]
    before, after = _beside(items, place)
    spec = item.value
    if spec.zone or spec.base is not None or not _text(text, item).replace(":", "").isdigit():
        return True
    if after is not None and after.name in ("tpart", "on", "rel", *_DATES):
        return True
    return before is None or before.name not in ("x", "cap")


def _duration(text: str, items: Items, place: int) -> bool | str:
    """Tell a duration from an age."""
    item = items[place]
    before, after = _beside(items, place)
    if after is not None and after.name == "of" and _text(text, item).endswith("quarters"):
        return False
    if text[item.end - len(_text(text, item).split("-")[-1])].isupper() and "-" in _text(
        text, item
    ):
        return False  # the Six-Day War
    if after is not None and _text(text, after) in ("old", "older", "younger"):
        return "age"
    if item.value.rule == "alone":
        led = place > 1 and _text(text, before) == "to" and _text(text, items[place - 2]) == "up"
        return led or _text(text, before) in ("least", "most", "only", "just", "barely")
    old = items[place + 2] if place + 2 < len(items) else None
    if old is not None and items[place + 1].name == "hy" and _text(text, old) in ("old", "olds"):
        return "age"
    if before is not None and _text(text, before) in ("aged", "age"):
        return "age"
    return (
        not (
            after is not None
            and after.name == "of"
            and place + 2 < len(items)
            and (_text(text, items[place + 2]) == "age")
        )
        or "age"
    )


def _named_day(text: str, items: Items, place: int) -> bool:
    """Tell a day from what has its name: the Good Friday Agreement."""
    before, after = _beside(items, place)
    if after is None:
        return True
    if before is not None and _text(text, before) in ("a", "the", "its") and after.name == "x":
        return _is_verb(text, after)  # the Christmas fair
    return bool(after.name != "cap")


def _set(text: str, items: Items, place: int) -> bool:
    """Tell what is done daily from the Daily Mail."""
    after = items[place + 1] if place + 1 < len(items) else None
    before = items[place - 1] if place else None
    capital = text[items[place].start].isupper()
    return not (
        capital
        and (
            (after is not None and after.name == "cap")
            or (before is not None and before.name == "cap")
        )
    )


def _span(text: str, items: Items, place: int) -> bool:
    """Tell years with a hyphen from a score or a code."""
    item = items[place]
    before, _ = _beside(items, place)
    return before is None or item.value.kind != "fixed" or before.name not in ("nosign",)


_COMES = frozenset(
    "unchanged differs differed different dates date dated dating stems stem hails hail originates survives up down".split()
)
"""What is from a time came to be in it, and says nothing of how long it has lasted."""


def _from(text: str, items: Items, place: int) -> bool:
    """Tell what begins from what is of a time: closed from 7 March, letters from 1912."""
    if _about_event(text, items, place):
        return False
    if not place:
        return True
    before = items[place - 1]
    word = _text(text, before)
    if word in _COMES:
        return False
    if before.name in _AMOUNTS or _is_past(items, place + 1):
        following = [each.name for each in items[place + 2 : place + 4]]
        return not {"to", "until", "through"}.isdisjoint(following)
    following = items[place + 1 : place + 3]
    if len(following) == 2 and following[1].name in ("to", "until", "through"):
        return True
    if any(_text(text, each) in _WILL for each in items[max(0, place - 6) : place]):
        return True
    things = before.name == "x" and word.endswith("s") and not word.endswith("ss")
    return not things or _is_verb(text, before)


_AMOUNTS = frozenset(("percent", "int", "dec", "scale", "day", "meas", "cur"))


_WILL = frozenset("will would shall can must may should be resume start begin".split())


def _is_past(items: Items, place: int) -> bool:
    """Tell whether a time is one that something is compared with: up from last year."""
    spec = next((each.value for each in items[place : place + 2] if each.name in _MADE), None)
    if spec is None or spec.mod:
        return False
    if spec.kind == "ago" or (spec.kind in ("shifted", "same") and (spec.shift or 0) < 0):
        return True
    return (
        spec.kind == "unit" and (spec.shift or 0) < 0 and spec.unit in ("year", "month", "quarter")
    )


def _through(text: str, items: Items, place: int) -> bool:
    return not place or _text(text, items[place - 1]) != "all"


def _day(text: str, items: Items, place: int) -> bool:
    """Tell a day from the number of a version, and from that of a floor."""
    after = items[place + 1] if place + 1 < len(items) else None
    if items[place].value.kind == "day_of_month" and after is not None and after.name == "x":
        return _is_verb(text, after)
    return not place or _text(text, items[place - 1]) not in (
        "version",
        "release",
        "build",
        "firmware",
    )


def _by(text: str, items: Items, place: int) -> bool:
    """Tell a deadline from what is done by something: hit by overnight losses."""
    at = place + 1
    lone = at + 1 < len(items) and items[at].name == "tpart" and items[at + 1].name == "x"
    return _leads(text, items, place) and not (lone and not items[at].value.base)


def _leads(text: str, items: Items, place: int) -> bool:
    return not _about_event(text, items, place)


def _since(text: str, items: Items, place: int) -> bool:
    if _about_event(text, items, place):
        return False
    start = max(items[0].start, items[place].start - 60)
    return _MOST.search(text[start : items[place].start].lower()) is None


def _about_event(text: str, items: Items, place: int) -> bool:
    """Tell whether a preposition is that of an event, of which a time tells when: after Friday's vote."""
    at = place + 1
    article = at < len(items) and items[at].name == "the"
    at += article
    if at + 1 >= len(items) or items[at].name not in ("tday", "twd", "tmon", "tnamed"):
        return False
    after = items[at + 1]
    if after.name == "apos" or _text(text, after) == "s":
        return True
    return bool(article) and after.name in ("x", "cap") and not _is_verb(text, after)


_CHECKS = {
    "tmon": _month,
    "tyear": _year,
    "twd": _weekday,
    "tunit": _season,
    "tpart": _part,
    "tclk": _clock,
    "tdur": _duration,
    "tspan": _span,
    "since": _since,
    "after": _leads,
    "beforep": _leads,
    "until": _leads,
    "by": _by,
    "through": _through,
    "from": _from,
    "tday": _day,
    "tnamed": _named_day,
    "tset": _set,
}
