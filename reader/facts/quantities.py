"""A quantity in a sentence: sign, currency, number, scale, unit."""

from __future__ import annotations

from typing import Any, NamedTuple

from reader.facts.grammar import Item
from reader.facts.language import Language

FIGURES = frozenset("day year int dec dec2".split())
"""Classes of numbers in figures."""
CORES = FIGURES | frozenset("card onehalf halfscale coll both tens pair vulgar".split())
SCALES = frozenset(("scale", "short"))
LINES = frozenset(("hy", "dash"))
_SCALED = (10**12, 10**9, 10**6, 10**3)
_LARGEST = 10**15
"""Of scales: a thousand billion, a million million."""


class Quantity(NamedTuple):
    """What is read at a place, up to the item ``stop``."""

    first: int
    stop: int
    value: float
    unit: str | None = None
    scale: float = 1
    """Of a million: 1,000,000."""
    approx: bool = False
    vague: bool = False


class _Core(NamedTuple):
    """A number with its scale, up to the item ``stop``."""

    value: float
    stop: int
    scale: float = 1
    approx: bool = False
    vague: bool = False


class Quantities:
    """Reads quantities from the items of a sentence, which places count from 0."""

    def __init__(self, text: str, items: list[Item], language: Language) -> None:
        self._text = text
        self._items = items
        self._rules = language.quantities

    def _name(self, at: int) -> str:
        return self._items[at].name if 0 <= at < len(self._items) else ""

    def _value(self, at: int) -> Any:
        return self._items[at].value

    def _word(self, at: int) -> str:
        if not 0 <= at < len(self._items):
            return ""
        item = self._items[at]
        return self._text[item.start : item.end].lower().replace("ё", "е")

    def _written(self, at: int) -> str:
        return self._text[self._items[at].start : self._items[at].end]

    def _glued(self, at: int) -> bool:
        """Tell whether nothing stands between an item and the one before."""
        return 0 < at < len(self._items) and self._items[at - 1].end == self._items[at].start

    def _quantity(self, at: int) -> Quantity | None:
        first = at
        sign = 1
        if self._name(at) == "a" and self._name(at + 1) == "meas":
            return self._and_a_half(at)
        if self._name(at) == "minus" and self._word(at - 1) in _OR:
            return None  # plus or minus 3 points
        if self._name(at) in ("minus", "hy", "dash") and self._is_minus(at):
            sign = -1
            at += 1
        unit: str | None = None
        factor = 1.0
        if self._name(at) == "cur":
            unit = CURRENCY_SIGNS.get(self._value(at))
            if self._glued(at) and self._word(at - 1) in _PREFIXED and sign == 1:
                unit = _PREFIXED[self._word(at - 1)]
                first = at - 1
            at += 1
            if self._name(at) in LINES and self._glued(at):
                sign, at = -sign, at + 1
        elif self._name(at) == "meas" and self._is_code(at):
            unit, at = self._value(at), at + 1
        core = self._core(at)
        if core is None:
            return None
        stop = core.stop
        if unit is None:
            made = self._unit(stop)
            if made:
                unit, factor, stop = made
        elif self._name(stop) == "meas" and self._value(stop) == unit:
            stop += 1
        if sign < 0 and unit is None and self._value(first) == "–":
            return None
        value = sign * core.value * factor
        return Quantity(first, stop, value, unit, core.scale, core.approx, core.vague)

    def _and_a_half(self, at: int) -> Quantity | None:
        """Read a mile and a half."""
        unit, _, factor = str(self._value(at + 1)).partition("*")
        stop, value = self._rules.with_half(self._items, at + 2, 1.0)
        if stop == at + 2:
            return None
        return Quantity(at, stop, value * float(factor or 1), unit)

    def _is_minus(self, at: int) -> bool:
        """Tell whether a sign belongs to the number after it: −5, not 3 − 5 nor «итог — 5»."""
        if self._name(at) == "minus":
            return self._name(at + 1) in (*CORES, "cur")
        after = self._items[at + 1] if at + 1 < len(self._items) else None
        if after is None or after.start != self._items[at].end:
            return False
        if after.name not in (*FIGURES, "cur"):
            return False
        apart = not self._glued(at) or self._value(at - 1) == "…"
        return apart and self._value(at) in ("-", "−", "–")

    def _is_code(self, at: int) -> bool:
        """Tell whether a currency's code stands before its number: AZN 1.7 million."""
        item = self._items[at]
        written = self._text[item.start : item.end]
        return written.isupper() and len(written) == 3 and self._name(at + 1) in FIGURES

    def _core(self, at: int) -> _Core | None:
        name = self._name(at)
        if name in ("manytens", "manyscale") or (name == "scale" and self._is_vague_scale(at)):
            return self._vague(at)
        if name == "several":
            return self._vague(at + 1) if self._name(at + 1) in _MANY else None
        if name in ("a", "half"):
            return self._single(at)
        if name == "scale":
            parts = self._word(at - 1) in ("per", "на") and self._word(at - 2) in _PARTS
            return None if parts else self._scaled(1, at)
        if name == "one":
            counted = self._name(at + 1) in (*SCALES, "meas", "tens", "pct", "percent")
            counted = counted or (self._name(at + 1), self._name(at + 2)) == ("basis", "pointm")
            if not counted and self._is_one_more(at):
                return _Core(1.0, at + 1)
            if not counted and self._rules.with_half(self._items, at + 1, 0.0)[0] == at + 1:
                return None
        elif name not in CORES:
            return None
        if self._glued(at) and self._name(at - 1) in ("x", "cap", "tail", "apos"):
            return None
        if name == "vulgar":
            return _Core(_VULGAR[self._value(at)], at + 1)
        value, stop = float(self._value(at)), at + 1
        if self._name(stop) == "vulgar" and self._glued(stop):
            value += _VULGAR[self._value(stop)]
            stop += 1
        stop, value = self._rules.with_half(self._items, stop, value)
        approx = name == "pair"
        if name == "pair" and (
            self._name(stop) == "of" or not self._rules.is_pair(self._text, self._items, at)
        ):
            return None
        if self._name(stop) in ("tens", "manytens"):
            return _Core(value * self._value(stop), stop + 1, 1, approx)
        core = self._scaled(value, stop)
        if name == "card" and core.scale == 1 and value >= _SCALED[-1]:
            scale = next(each for each in _SCALED if value >= each)
            if value % scale == 0:
                core = core._replace(scale=scale)  # five thousand, in words
        if core.scale > 1 and name in FIGURES and self._name(core.stop) in FIGURES:
            more = self._scaled(float(self._value(core.stop)), core.stop + 1)
            few = core.scale == 1000 > self._value(core.stop) and self._is_whole(core.stop)
            if 1 < more.scale < core.scale or (few and more.scale == 1):
                core = core._replace(value=core.value + more.value, stop=more.stop)
        return core._replace(approx=approx)

    def _is_one_more(self, at: int) -> bool:
        """Tell the number one from the pronoun by another that it goes with: two men and one boy."""
        joined = self._name(at - 1) in ("and", "comma") or self._word(at - 1) in _WITH
        if not joined or self._word(at + 1) in _OF_MANY or self._name(at + 1) == "hy":
            return False
        return any(self._name(i) in (*CORES, *SCALES) for i in range(max(0, at - 7), at - 1))

    def _is_whole(self, at: int) -> bool:
        """Tell whether a number in figures may be the rest of thousands: 5 тыс. 300."""
        return self._name(at) in ("day", "int") and self._name(at + 1) in ("x", "cap", "meas")

    def _scaled(self, value: float, stop: int) -> _Core:
        scale = 1.0
        if self._name(stop) == "hy" and self._glued(stop) and self._name(stop + 1) == "scale":
            stop += self._glued(stop + 1)  # a $100-million sale
        while (name := self._name(stop)) in SCALES:
            if name == "short" and (scale > 1 or not self._rules.is_short(self._items, stop)):
                break
            if scale * self._value(stop) > _LARGEST:
                break
            scale *= self._value(stop)
            stop += 1
            if self._name(stop) == "dot" and self._rules.is_dotted(self._word(stop - 1)):
                stop += self._dot(stop)
        return _Core(value * scale, stop, scale)

    def _dot(self, at: int) -> bool:
        """Tell whether a full stop belongs to the abbreviation before it."""
        return self._glued(at) and at + 1 < len(self._items)

    def _is_vague_scale(self, at: int) -> bool:
        return self._rules.is_vague(self._word(at)) and self._name(at - 1) not in (
            *CORES,
            "a",
            "one",
        )

    def _vague(self, at: int) -> _Core:
        value, stop = float(self._value(at)), at + 1
        if self._name(stop) == "of" and self._name(stop + 1) in _MANY:
            value *= self._value(stop + 1)
            stop += 2
        elif self._name(stop) == "scale":
            value *= self._value(stop)
            stop += 1
        if self._name(stop) == "of" and self._unit(stop + 1):
            stop += 1
        return _Core(value, stop, value, vague=True)

    def _single(self, at: int) -> _Core | None:
        """Read a million, a dozen, half a million, a couple of hundred."""
        if self._name(at) == "half":
            place = at + 2
            if self._name(at + 1) == "a" and self._name(place) in (
                "meas",
                "pct",
                "percent",
                "pointm",
            ):
                return _Core(0.5, place)
            if self._name(at + 1) != "a" or self._name(place) not in ("scale", "tens"):
                return None
            core = self._scaled(0.5 * self._value(place), place + 1)
            return core._replace(scale=core.scale * self._value(place))
        name = self._name(at + 1)
        if name == "card" and self._value(at + 1) > 100 and self._is_begun_by_scale(at + 1):
            return self._core(at + 1)  # a hundred and twenty
        if name == "scale":
            return self._scaled(1, at + 1)
        if name == "tens":
            stop, half = self._rules.with_half(self._items, at + 2, 0.0)
            return _Core(self._value(at + 1) * (1 + half), stop)
        if name == "pair" and self._word(at + 1) == "couple":
            core = self._scaled(2, at + 2 + (self._name(at + 2) == "of"))
            return core._replace(approx=True) if core.scale > 1 else _Core(2, at + 2, approx=True)
        return None

    def _is_begun_by_scale(self, at: int) -> bool:
        return self._word(at).split()[0] in ("hundred", "thousand", "million")

    def _unit(self, at: int) -> tuple[str, float, int] | None:
        """Return a unit, its factor, and where it stops."""
        place = at + (self._name(at) == "hy" and self._glued(at))
        name, after = self._name(place), self._name(place + 1)
        if name == "dot":
            return None
        if name == "short" and self._word(place) == "m":
            power = self._power(place + 1) if self._glued(place + 1) else 0
            return (f"m{power}", 1, place + 2) if power else ("m", 1, place + 1)
        if name == "per" and self._word(place + 1) == "cent":
            return "%", 1, place + 2
        if name == "percent":
            return "%", 1, place + 1
        if name == "cur":
            return CURRENCY_SIGNS.get(self._value(place), ""), 1, place + 1
        if name == "tail" and self._glued(place) and self._written(place) in ("C", "F"):
            return f"°{self._written(place)}", 1, place + 1
        if name == "degree":
            word = self._word(place + 1)
            if word in ("c", "с", "f"):
                return ("°F" if word == "f" else "°C"), 1, place + 2
            return "°C", 1, place + 1
        if name in ("pct", "basis") and after == "pointm":
            return self._value(place), 1, place + 2
        if (
            name == "pointm"
            and after == "dot"
            and self._word(place) == self._word(place + 2) == "п"
        ):
            return "pp", 1, place + 3 + (self._name(place + 3) == "dot" and self._dot(place + 3))
        if name == "x" and self._word(place) == "б" and after == "dot":
            stop = place + 3 + (self._name(place + 3) == "dot" and self._dot(place + 3))
            return ("bp", 1, stop) if self._name(place + 2) == "pointm" else None  # б. п.
        if name == "pointm":
            points: tuple[str, float, int] | None
            points = self._rules.points(self._text, self._items, place)
            return points
        if name == "qabbr" and after == "dot":
            name = "sq"  # кв. м, and not a quarter of a year
        if name in {"sq", "cub"}:
            place += 1 + (after == "dot")
            if self._name(place) == "meas" and self._value(place) in _LENGTHS:
                unit = f"{self._value(place)}{2 if name == 'sq' else 3}"
                return unit, 1, place + 1
            return None
        if self._word(place) == "metric" and after == "meas":
            return self._measure(place + 1)
        if name in ("x", "cap") and after == "adjcur" and self._word(place) in _TWO_WORDS:
            place += 1  # Hong Kong dollars
            name = "adjcur"
        if name == "adjcur":
            factor = self._factor(place + 1)
            return (self._value(place), factor, place + 2) if factor else None
        if name == "wonw" and self._name(at - 1) in SCALES:
            return self._value(place), 1, place + 1
        if name in ("tail", "x") and (unit := self._rules.adjective_unit(self._word(place))):
            return (unit, 1, place + 1) if place > at or name == "tail" else None
        if name == "yr" and self._word(place) == "г":
            return "kg", 0.001, place + 1
        return self._measure(place) if name in ("meas", "kw", "unit") else None

    def _power(self, at: int) -> int:
        """Return the power that is written after a length: км2, m3; 0 for none."""
        value = self._value(at) if self._name(at) == "code" else 0
        return value if value in (2, 3) else 0

    def _factor(self, place: int) -> float:
        """Return of how much of a currency a word is the name; 0 for one of something else."""
        if self._name(place) in ("money", "wonw"):
            return 1
        if self._name(place) != "meas":
            return 0
        unit, _, factor = str(self._value(place)).partition("*")
        return float(factor or 1) if len(unit) == 3 and unit.isupper() else 0

    def _measure(self, place: int) -> tuple[str, float, int] | None:
        if self._name(place) == "unit":
            return None
        unit, _, factor = self._value(place).partition("*")
        meant = self._rules.sense(self._text, unit, self._items, place)
        if meant is None:
            return None
        unit = meant
        stop = place + 1
        if self._text[self._items[place].start : self._items[place].end] == "G":
            return None
        hour = self._rules.per_hour(self._items, stop)
        if unit in ("km", "mi") and hour:
            return "km/h" if unit == "km" else "mph", 1, stop + hour
        if unit in ("m", "mi") and (
            second := self._rules.per_second(self._items, stop, self._text)
        ):
            return "m/s", 1, stop + second
        if (
            unit in _WATTS
            and self._rules.is_hours(self._word(stop + 1))
            and (self._name(stop) in ("hy", "sign", "dot"))
        ):
            return "kWh", _WATTS[unit], stop + 2
        if unit == "mm" and (more := self._rules.mercury(self._items, stop, self._text)):
            return "mmHg", 1, stop + more
        if unit in _LENGTHS and self._glued(stop) and (power := self._power(stop)):
            return f"{unit}{power}", 1, stop + 1
        if unit == "l" and [self._word(stop + i) for i in range(2)] == [".", "с"]:
            return "hp", 1, stop + 2 + (self._name(stop + 2) == "dot" and self._dot(stop + 2))
        if unit == "°C":
            if self._name(stop) == "scale_f":
                return "°F", 1, stop + 1
            stop += self._name(stop) == "scale_c"
        if unit == "USD" and self._name(stop) == "of_usa":
            stop += 1
        if unit == "GBP" and self._name(stop) == "adjcur":
            stop += 1
        if self._name(stop) == "dot" and self._rules.is_dotted(self._word(stop - 1)):
            stop += self._dot(stop)
        return unit, float(factor or 1), stop


_MANY = frozenset(("tens", "scale", "manytens", "manyscale"))
CURRENCY_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₸": "KZT", "₼": "AZN",
    "₹": "INR", "₺": "TRY", "₾": "GEL",
}  # fmt: skip
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.3333, "⅔": 0.6667}
_PREFIXED = {"us": "USD", "a": "AUD", "c": "CAD", "hk": "HKD", "nz": "NZD", "s": "SGD", "r": "BRL"}
_TWO_WORDS = frozenset(("hong", "new", "south"))
_WATTS = {"kW": 1, "kWh": 1, "MW": 1e3, "GW": 1e6, "TW": 1e9}
"""Kilowatts in a unit, of which an hour may be written after it."""
_WITH = frozenset("with against plus при против плюс".split())
_OF_MANY = frozenset(
    "of from in by another more thing day time way из от за и который которая которого на же".split()
)
"""Words after one, of which it is no number."""
_OR = frozenset(("or", "или"))
_PARTS = frozenset("parts part частей части часть".split())
_LENGTHS = frozenset(("m", "km", "cm", "mm", "mi"))
