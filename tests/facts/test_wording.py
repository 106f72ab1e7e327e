"""Facts in words: times in every shape, numbers with their units, from what a time counts."""

from __future__ import annotations

import pytest

from reader.facts import wording
from reader.facts.extractor import Extractor
from reader.facts.values import PUBLISHED, Fact
from reader.language import interface

DAY = "2026-02-10"


def facts(text: str, kind: str, published: str | None = DAY) -> list[Fact]:
    found = Extractor(None, published).facts(text)
    return [fact for fact in found if fact.kind == kind]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2026-02-09", "9 February 2026"),
        ("2026-02", "February 2026"),
        ("2026", "2026"),
        ("2026-02-10T18:30+03:00", "10 February 2026, 18:30 (UTC+3)"),
        ("2026-02-09TEV", "9 February 2026, in the evening"),
        ("2026-W06", "2 February 2026 – 8 February 2026"),
        ("2026-W99", "2026-W99"),
        ("2026-Q1", "quarter 1 of 2026"),
        ("2026-H2", "half 2 of 2026"),
        ("2026-WI", "winter that ends in 2026"),
        ("199X", "1990–1999"),
        ("18XX", "1800–1899"),
        ("-02XX", "299–200 BC"),
        ("FY2025", "fiscal year 2025"),
        ("P6M", "6 months"),
        ("P1Y2M", "1 year 2 months"),
        ("PT9H", "9 hours"),
        ("P1.5W", "P1.5W"),
        ("R/P1W", "every week"),
        ("R/P2W", "again and again, each time after: 2 weeks"),
        ("2026-02-08/2026-02-10", "8 February 2026 – 10 February 2026"),
        ("../2026-03", "… – March 2026"),
        ("2020/..", "2020 – …"),
    ],
)
def test_a_time_of_each_shape_is_written_as_people_write_it(value: str, said: str) -> None:
    interface.set_language("en")
    assert wording.time_value(value) == said


def test_every_shape_is_written_in_the_interface_s_language() -> None:
    interface.set_language("ru")
    assert wording.time_value("2026-Q1") == "1-й квартал 2026 г."
    assert wording.time_value("P21D") == "21 день"
    assert wording.time_value("2026-02-09", "short") == "09.02.2026"


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Судно везёт более 3,2 млрд долларов.", ["more than 3,200,000,000 USD"]),
        ("Рост составил около 5,4 %.", ["about 5.4 %"]),
        ("Осталось 5–7 км пути.", ["5–7 km"]),
        ("Ставка выросла на 2 процентных пункта.", ["2 (percentage points)"]),
        ("Пруд занимает 300 кубометров.", ["300 m³"]),
    ],
)
def test_a_number_is_told_with_its_unit(sentence: str, said: list[str]) -> None:
    interface.set_language("en")
    told = [wording.number_told(fact).replace("\u00a0", " ") for fact in facts(sentence, "number")]
    assert told == said


@pytest.mark.parametrize(
    ("sentence", "anchors"),
    [
        ("Суда ушли в пятницу.", [PUBLISHED]),
        ("Суда ушли 5 ноября.", [PUBLISHED]),
        ("Суда ушли 5 ноября 2025 года.", [""]),
        ("On 5 November 2025 they came, and on the next day they left.", ["", "2025-11-05"]),
        ("It took six months.", [""]),
        ("Порт открыт каждый вторник.", [""]),
    ],
)
def test_a_time_knows_from_what_it_counts(sentence: str, anchors: list[str]) -> None:
    assert [fact.anchor for fact in facts(sentence, "time")] == anchors


def test_what_counts_from_a_publication_without_a_day_is_told_to_be_unknown() -> None:
    interface.set_language("en")
    (fact,) = facts("Суда ушли вчера.", "time", None)
    assert (fact.value, fact.anchor) == (None, PUBLISHED)
    assert wording.time_told(fact, None).startswith("can’t be known")
