"""Numbers in a sentence: counts, sums, measures, shares, multiples, ordinals, ages and scores.

They are read from the items that times have left, so that no year or hour is a number.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reader.facts.grammar import Item
from reader.facts.language import Language
from reader.facts.quantities import CORES, FIGURES, LINES, SCALES, Quantities, Quantity

Size = int | float | str | tuple[int | float, int | float]

_NEAR = 30
"""Characters before a range among which the verb stands that it is the change of."""
_AGES = re.compile(r"P(\d+)Y/P(\d+)Y")


class Number(NamedTuple):
    """A number; ``value`` is a pair for a range, and text for a score."""

    start: int
    end: int
    value: Size
    unit: str | None
    cmp: str = ""
    approx: bool = False
    vague: bool = False


def find(text: str, items: list[Item], language: Language) -> list[Number]:
    """Return the numbers of a sentence, in order; ``items``: with its times made into one each."""
    if not any(item.name in language.quantities.NUMERIC for item in items):
        return []
    return _Reader(text, items, language).all()


class _Reader(Quantities):
    def all(self) -> list[Number]:
        found: list[Number] = []
        at = 0
        while at < len(self._items):
            read = self._read(at)
            if read is None:
                at += 1
                continue
            some, at = read
            found += some
        return found

    def _read(self, at: int) -> tuple[list[Number], int] | None:
        item = self._items[at]
        if item.name not in _BEGINNINGS and item.name not in self._rules.NUMERIC:
            return None
        for attempt in (
            self._score,
            self._age,
            self._share,
            self._multiple,
            self._range,
            self._ordinal,
            self._plain,
        ):
            read = attempt(at)
            if read is not None:
                return read
        return None

    def _make(
        self, first: int, stop: int, value: Size, unit: str | None, **said: Any
    ) -> tuple[list[Number], int]:
        said.setdefault("cmp", "")
        compared, approx = self._before(first)
        below_zero = isinstance(value, float) and value < 0
        if unit in ("ord", "score"):
            compared, approx = "", False
        said["cmp"] = said["cmp"] or ("" if below_zero else compared)
        said["approx"] = bool(said.get("approx")) or approx
        start, end = self._items[first].start, self._items[stop - 1].end
        return [Number(start, end, _exact(value), unit, **said)], stop

    def _before(self, first: int) -> tuple[str, bool]:
        """Return how a number is compared by what stands before it, and whether it is about that."""
        words = [self._word(i) for i in range(max(0, first - 4), first)]
        names = [self._name(i) for i in range(max(0, first - 4), first)]
        clause = self._text[self._items[0].start : self._items[first].start].lower()
        return self._rules.compared(words, clause), "about" in names[-2:]

    # Kinds of numbers.

    def _score(self, at: int) -> tuple[list[Number], int] | None:
        name = self._name(at)
        if name in ("ratio", "clock"):
            value = self._text[self._items[at].start : self._items[at].end]
            if name == "clock" and self._name(at - 1) in ("cap",):
                return None
            return self._make(at, at + 1, value, "score")
        if name not in ("day", "int") or self._name(at + 1) != "hy":
            return None
        if self._name(at + 2) not in ("day", "int") or self._name(at + 3) in (*SCALES, "meas"):
            return None
        first, second = self._value(at), self._value(at + 2)
        if max(first, second) > 999 or self._name(at + 3) == "hy" or self._glued(at):
            return None
        around = self._text[self._items[0].start : self._items[-1].end].lower()
        if first >= second or self._rules.GAMES.search(around):
            return self._make(at, at + 3, f"{first}:{second}", "score")
        return None

    def _age(self, at: int) -> tuple[list[Number], int] | None:
        item = self._items[at]
        if item.name == "age":
            value = item.value.value.removeprefix("P").rstrip("YMDW")
            months = item.value.value.endswith("M")
            if found := _AGES.fullmatch(item.value.value):
                return self._make(at, at + 1, (int(found[1]), int(found[2])), "yr")
            if not months and value.replace(".", "").isdigit():
                return self._make(at, at + 1, float(value), "yr")
            return None
        if item.name in FIGURES and self._rules.is_age(self._text, self._items, at):
            low = self._range(at)
            if low is not None and low[0][0].unit is None:
                return [low[0][0]._replace(unit="yr")], low[1]  # aged 18 to 65
            return self._make(at, at + 1, item.value, "yr")
        return None

    def _share(self, at: int) -> tuple[list[Number], int] | None:
        read = self._rules.share(self._items, at)
        if read is None:
            return None
        value, stop = read
        if self._name(stop + self._rules.part_of(self._items, stop)) in _SPANS:
            return [], stop  # a quarter of a century
        place = stop + self._rules.part_of(self._items, stop)
        if self._name(place) == "scale":
            value *= self._value(place)  # четверть миллиона
            unit, factor, stop = self._unit(place + 1) or (None, 1, place + 1)
            return self._make(at, stop, value * factor, unit)
        place += self._name(place) == "hy" and self._name(place + 1) == "pointm"
        if self._name(place) in ("pct", "percent", "pointm") and (points := self._unit(place)):
            unit, _factor, stop = points  # четверть процентного пункта
            return self._make(at, stop, value, unit)
        return self._make(at, stop, value, "share")

    def _multiple(self, at: int) -> tuple[list[Number], int] | None:
        if self._name(at) in ("fold", "twice"):
            if self._glued(at) or not self._rules.is_fold(self._text, self._items, at):
                return None
            return self._make(at, at + 1, self._value(at), "x")
        if self._name(at) in CORES - {"both"} | {"one"}:
            quantity = self._quantity(at)
            if (
                quantity
                and quantity.unit is None
                and (more := self._rules.is_times(self._items, at, quantity.stop))
            ):
                return self._make(at, quantity.stop + more, quantity.value, "x")
        return None

    def _ordinal(self, at: int) -> tuple[list[Number], int] | None:
        name = self._name(at)
        if name in ("ord", "ordp"):
            if self._glued(at) or not self._rules.is_ordinal(self._text, self._items, at):
                return None
            return self._make(at, at + 1, self._value(at), "ord")
        stop = self._rules.ordinal_figures(self._items, at)
        if stop and name in ("day", "int", "year"):
            return self._make(at, stop, self._value(at), "ord")
        return None

    def _range(self, at: int) -> tuple[list[Number], int] | None:
        """Read от 38 до 74, 5–7 млн, from ten to twelve; not what goes from one state to another."""
        name = self._name(at)
        if self._name(at - 1) == "nosign":
            return None
        begins = self._rules.RANGE_FROM.get(name)
        place = at + 1 if begins else at
        first = self._quantity(place)
        if first is None or first.vague:
            return None
        link = self._name(first.stop)
        if begins is None and link not in LINES and self._name(at - 1) in self._rules.RANGE_FROM:
            return None  # from one state to another
        if begins is None:
            if link in LINES:
                pass
            elif link != self._rules.RANGE_LINK:
                return None
        elif link not in begins:
            return None
        second = self._quantity(first.stop + 1)
        if second is None or second.vague:
            return None
        if second.unit == "m" and first.scale > 1 and (first.unit or "").isupper():
            # $6m-8m
            second = second._replace(value=second.value * 1e6, unit=None, scale=1e6)
        low, high = self._levelled(first, second)
        clause = self._text[self._items[0].start : self._items[at].start].lower()
        if begins and self._rules.changes(name, clause):
            return None
        if low < 0 < high and self._name(first.first) == "minus":
            low, high = -high, low  # минус 15–17 градусов
        if low < 0 and high < low:
            low, high = high, low
        two = not second.unit or self._rules.changes("from", clause[-_NEAR:])
        if link == self._rules.RANGE_LINK and first.unit and two:
            return None  # rose 5 cents to 64 dollars
        if low >= high or (first.unit and second.unit and first.unit != second.unit):
            return None
        if link in LINES and not self._is_line(first, second):
            return None
        unit = second.unit or first.unit
        more = 0 if unit else self._rules.is_times(self._items, at, second.stop)
        if more:
            return self._make(at, second.stop + more, (_whole(low), _whole(high)), "x")
        return self._make(at, second.stop, (_whole(low), _whole(high)), second.unit or first.unit)

    def _is_line(self, first: Quantity, second: Quantity) -> bool:
        """Tell a range from a telephone number."""
        return (
            not (self._name(first.first - 1) == "rpar" and first.value >= 100)
            and not (self._name(second.stop) == "hy" and self._name(second.stop + 1) in FIGURES)
            and self._name(first.first - 1) != "hy"
        )

    @staticmethod
    def _levelled(first: Quantity, second: Quantity) -> tuple[float, float]:
        """Return both ends; a scale that stands once counts for both."""
        low, high = first.value, second.value
        if second.scale > 1 and first.scale == 1 and low * second.scale < high:
            low *= second.scale
        return low, high

    def _plain(self, at: int) -> tuple[list[Number], int] | None:
        quantity = self._quantity(at)
        if quantity is None:
            return None
        if quantity.unit is None and self._name(quantity.stop) in ("unit", "units", "yunit"):
            return [], quantity.stop
        if quantity.unit is None and quantity.scale == 1 and self._is_label(quantity):
            return None
        signed = self._name(at - 1) == "plusw" and quantity.unit is not None
        return self._make(
            quantity.first - signed,
            quantity.stop,
            quantity.value,
            quantity.unit,
            approx=quantity.approx,
            vague=quantity.vague,
        )

    def _is_of_list(self, at: int) -> bool:
        """Tell whether a bracket after a number closes none: 1) … 2) …"""
        opened = next((self._name(i) for i in range(at, -1, -1) if self._name(i) in _BRACKETS), "")
        return opened != "lpar"

    def _is_label(self, quantity: Quantity) -> bool:
        """Tell whether a number only names something: статья 228, Flight 12, Channel 4."""
        at, stop = quantity.first, quantity.stop
        name = self._name(at)
        if name == "card":
            return bool(self._rules.is_label(self._text, self._items, at, stop))
        if name not in FIGURES:
            return name == "both" and self._rules.is_conjunction(self._items, at)
        before, after = self._name(at - 1), self._name(stop)
        if {before, after} & FIGURES and not {before, after} & {"year"}:
            return True  # a telephone number
        if before == "lpar" and after == "rpar" and self._name(stop + 1) in FIGURES:
            return True  # (212) 555-0123
        if after == "rpar" and self._is_of_list(at):
            return True
        if before in ("nosign", "slash") or (
            before in LINES and self._glued(at) and self._glued(at - 1)
        ):
            return True
        if after == "tail" and self._glued(stop):
            return True  # 1news
        if self._glued(stop) and self._text[self._items[stop].start : self._items[stop].end] == "G":
            return True  # a 5G network
        if after == "hy" and self._name(stop + 1) in (*FIGURES, "code", "version"):
            return True
        if self._rules.is_label(self._text, self._items, at, stop):
            return True
        if name == "year" and after not in ("x", "cap") and before not in ("about",):
            return True
        return before in ("", "open") and after == "dot" and stop + 1 < len(self._items)


_BRACKETS = ("lpar", "rpar")


_BEGINNINGS = CORES | frozenset(
    "minus hy dash cur meas a half every scale manytens manyscale several of from between age one".split()
)


_SPANS = frozenset("unit units yunit qunit unit1 tunit tdur".split())
"""Classes of units of time, of which a part is no number here."""


def _exact(value: Size) -> Size:
    return _whole(value) if isinstance(value, float) else value


def _whole(value: float) -> int | float:
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
