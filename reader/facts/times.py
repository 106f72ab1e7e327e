"""Times in a sentence: calendar dates and what is shorter or longer, durations, recurrences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from reader.facts.calendar import PER_YEAR
from reader.facts.grammar import Item, Match
from reader.facts.language import Language
from reader.facts.meanings.table import MEANINGS
from reader.facts.numerals import folded
from reader.facts.tenses import Tenses
from reader.facts.time_resolving import resolve
from reader.facts.time_specs import Spec
from reader.facts.time_values import Resolved, Surroundings
from reader.facts.values import PUBLISHED

REJECTED = "rejected"
"""What guards call an item that isn't a time."""

_MADE = frozenset("tday twd tnamed tmon tyear tunit tclk tpart tspan tdur tset trange".split())
_LED_IN = frozenset("through later over after before in".split())
"""What stands before a duration and is not part of it."""
_TRANSPARENT = frozenset("in on over at within by from till".split())


class Time(NamedTuple):
    """An expression of time; ``value`` is ``None`` where it can't be known."""

    start: int
    end: int
    value: str | None
    precision: str
    mod: str
    approx: bool
    other: str
    """The other reading of an ambiguous one."""
    anchor: str
    """The day from which it counts: ``published``, one in ISO 8601, or ``""`` for none."""


class Named(NamedTuple):
    """The last day that was named, or the first one of a longer time, and the unit of that."""

    day: date | None = None
    unit: str = ""


def find(
    text: str,
    tokens: list[Item],
    language: Language,
    published: date | None,
    before: Named,
) -> tuple[list[Time], list[Item], Named]:
    """Return the times of a sentence in order, its items with these made into one each, and the last.

    ``before`` is what the sentence before it named last, from which «a year later» may count.
    """
    items = recognised(text, tokens, language)
    spans = [i for i, item in enumerate(items) if item.name in _MADE]
    if not spans:
        return [], items, before
    tenses = Tenses(text, tokens, language.tense)
    resolver = _Resolver(items, tokens, tenses, published)
    times = resolver.all(spans, before)
    return times, items, resolver.named


def recognised(text: str, tokens: list[Item], language: Language) -> list[Item]:
    """Return the items of a sentence in which each time is one."""
    if not tokens:
        return tokens
    items = _with_named_days(text, tokens, language)
    items = folded(items, joins=language.rules.JOINS)
    base: list[Item] = language.rules.prepared(text, items)
    items = base
    if not any(item.name in language.rules.TRIGGERS for item in items):
        return items

    def make(match: Match) -> Item | None:
        first, last = match.items[0], match.items[-1]
        if match.meaning == "keep":
            return first
        made = MEANINGS[match.meaning](match)
        if made is None:
            return None
        name, spec = made
        start, end = first.start, last.end
        if isinstance(spec, Spec) and spec.rule == "inside":
            start = next(i.start for i in match.items if i.name not in _LED_IN)
        return Item(name, spec, start, end)

    for table in (language.clocks, language.dates):
        items = table.apply(items, make)
    items = language.rules.guarded(text, items)
    items = language.joined.apply(items, make)
    items = _with_elliptic(text, items, language)
    items = language.ranges.apply(items, make)
    items = _without_lone_days(language.rules.judged(text, items))
    return _restored(items, base)


def _without_lone_days(items: list[Item]) -> list[Item]:
    """Drop «12-е» where no month stands before that it could be a day of."""
    dated = False
    result = []
    for item in items:
        if (
            item.name == "tday"
            and item.value.kind == "day_of_month"
            and not (dated or item.value.rule)
        ):
            result.append(item._replace(name=REJECTED))
            continue
        dated = dated or item.name in ("tday", "tmon", "tspan", "trange", "tclk", "tpart")
        result.append(item)
    return result


def _restored(items: list[Item], base: list[Item]) -> list[Item]:
    """Put the tokens back of which a guard says that they are not a time."""
    if not any(item.name == REJECTED for item in items):
        return items
    result: list[Item] = []
    for item in items:
        if item.name == REJECTED:
            result += [each for each in base if item.start <= each.start < item.end]
        else:
            result.append(item)
    return result


def _with_named_days(text: str, tokens: list[Item], language: Language) -> list[Item]:
    named = language.named_days
    if not named:
        return tokens
    result: list[Item] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.name in _WORDLESS or not (phrases := named.get(_word(text, token))):
            result.append(token)
            at += 1
            continue
        for phrase in phrases:
            some = tokens[at : at + len(phrase.words)]
            if [_word(text, each) for each in some] == list(phrase.words):
                written = text[token.start : some[-1].end]
                led = at > 0 and len(phrase.words) > 1 and tokens[at - 1].name in _LEADS
                if led or written != written.lower():
                    result.append(Item("named", phrase.value, token.start, some[-1].end))
                    at += len(some)
                    break
        else:
            result.append(token)
            at += 1
    return result


def _with_elliptic(text: str, items: list[Item], language: Language) -> list[Item]:
    """Tell «в этом» after «в прошлом году», and «в третьем» after «во втором квартале»."""
    last: Spec | None = None
    result = list(items)
    for place, item in enumerate(items):
        if isinstance(item.value, Spec):
            if item.value.kind in ("unit", "cyclic"):
                last = item.value
            continue
        lead = place - 1 - (place > 1 and items[place - 1].name == "the")
        if last is None or lead < 0:
            continue
        also = item.name == "rel" and items[lead].name in ("and", "or")
        if not also and items[lead].name not in _ELLIPTIC_AFTER:
            continue
        if item.name == "rel" and last.kind == "unit" and _ends(text, items, place, language):
            name = "tyear" if last.unit == "year" else "tunit"
            spec, start = last._replace(shift=item.value, mod=""), item.start
            if items[lead].name in ("beg", "lateday"):
                # В начале следующей: the part of it belongs to it.
                result[lead] = items[lead]._replace(name=_TAKEN)
                spec, start = spec._replace(mod=items[lead].value), items[lead].start
            result[place] = item._replace(name=name, value=spec, start=start)
        elif item.name in ("roman", "ord") and last.unit in ("quarter", "half"):
            if item.value > PER_YEAR[last.unit]:
                continue
            if item.name == "roman" or _ends(text, items, place, language):
                value = last._replace(number=int(item.value) - 1, mod="", year=None, shift=None)
                result[place] = item._replace(name="tunit", value=value)
    return [item for item in result if item.name != _TAKEN]


_TAKEN = "taken"
"""What an item after it has taken into itself."""
_ELLIPTIC_AFTER = frozenset("in on from till thru until since by of beg lateday".split())


def _ends(text: str, items: list[Item], place: int, language: Language) -> bool:
    """Tell whether no noun follows, which an adjective would belong to."""
    if place + 1 == len(items):
        return True
    after = items[place + 1]
    if after.name not in ("x", "cap"):
        return after.name in ("comma", "dot", "semi", "dash", "and", "in")
    word = _word(text, after)
    return word in language.rules.FREE_AFTER or bool(language.tense.tense([word], 0))


_LEADS = frozenset("from till by after since until beforep".split())
"""What leads to a day whose name may have no capital: с нового года."""
_WORDLESS = frozenset("comma dot hy dash day year int dec dec2 percent open close quote".split())


def _word(text: str, token: Item) -> str:
    return text[token.start : token.end].lower().replace("ё", "е").replace("’", "'")


class _Resolver:
    """Gives the times of one sentence their values, in order: each may count from one before."""

    def __init__(
        self, items: Sequence[Item], tokens: Sequence[Item], tenses: Tenses, published: date | None
    ) -> None:
        self._items = items
        self._tokens = tokens
        self._tenses = tenses
        self._published = published
        self.named = Named()

    def all(self, places: list[int], before: Named) -> list[Time]:
        found: list[Time] = []
        day_of_sentence = self._first_day(places)
        named: date | None = None
        unit = ""
        for place in places:
            item = self._items[place]
            spec: Spec = item.value
            around = Surroundings(self._published, named, unit, self._tense(item))
            if named is None and before.day is not None and _goes_on(spec):
                around = around._replace(named=before.day, named_unit=before.unit)
            if spec.kind == "clock" and spec.base is None and unit != "day" and day_of_sentence:
                around = around._replace(named=day_of_sentence, named_unit="day")
            if self._follows_weekday(place):
                spec = _joined(spec)
            resolved = resolve(spec, around)
            if resolved.day is not None:
                named, unit = resolved.day, resolved.unit
            if resolved.value is not None or self._published is None:
                anchor = _anchor(spec, around, resolved)
                found.append(self._time(place, item, resolved, anchor))
        self.named = before if named is None else Named(named, unit)
        return found

    def _follows_weekday(self, place: int) -> bool:
        """Tell whether a weekday is named together with the one before: Monday and Tuesday."""
        if not _is_weekday(self._items[place].value):
            return False
        before = place - 1
        while before > 0 and self._items[before].name in ("and", "comma", "in", "on", "then"):
            before -= 1
        if before < 0 or before == place - 1:
            return False
        earlier = self._items[before].value
        return isinstance(earlier, Spec) and (earlier.base or earlier).kind == "weekday"

    def _starts_after(self, item: Item) -> int:
        return next(token.start for token in self._tokens if token.start > item.start)

    def _first_day(self, places: Sequence[int]) -> date | None:
        """Return the first day that the sentence names, for the hours that it names before."""
        for place in places:
            item = self._items[place]
            if item.name in ("tday", "twd", "tnamed"):
                around = Surroundings(self._published, None, "", self._tense(item))
                return resolve(item.value, around).day
        return None

    def _tense(self, item: Item) -> Callable[[], str]:
        return lambda: self._tenses.at(item.start, item.end)

    def _time(self, place: int, item: Item, resolved: Resolved, anchor: str) -> Time:
        before = place - 1
        while before >= 0 and self._items[before].name in _TRANSPARENT:
            before -= 1
        approx = item.value.about or (before >= 0 and self._items[before].name == "about")
        precision = resolved.precision
        start = item.start
        if item.value.kind == "in" and precision == "duration":
            # «In four days» of what is over says how long it took.
            start = self._starts_after(item)
        return Time(
            start, item.end, resolved.value, precision, resolved.mod, approx, resolved.other, anchor
        )


def _is_weekday(spec: Spec) -> bool:
    """Tell whether a bare weekday, or a part of one, is said."""
    if spec.kind == "clock" and spec.base is not None:
        spec = spec.base
    return spec.kind == "weekday" and not spec.rule


def _joined(spec: Spec) -> Spec:
    """Return a weekday that is named together with the one before."""
    if spec.base is not None:
        return spec._replace(base=spec.base._replace(rule="joined"))
    return spec._replace(rule="joined")


def _goes_on(spec: Spec) -> bool:
    """Tell whether a time may count from what the sentence before has named."""
    base = spec.base or spec
    return base.kind in ("same", "shifted") or (base.kind == "after" and base.rule == "later")


def _anchor(spec: Spec, around: Surroundings, resolved: Resolved) -> str:
    """Return from what a time counts: what it has no value without."""
    unpublished = around._replace(published=None)
    if resolve(spec, unpublished._replace(named=None)).value == resolved.value is not None:
        return ""
    if around.named is not None and resolve(spec, unpublished).value == resolved.value is not None:
        return around.named.isoformat()
    return PUBLISHED
