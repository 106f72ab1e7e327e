"""The picture of the events."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from reader.briefings.bilingual import build as sheet
from reader.briefings.tree import build as briefing
from reader.model import Event, Summary
from reader.printing import timeline
from tests.printing.samples import HOSTILE, document, dossier, written
from tests.printing.test_html import Page


def picture(*dates: str, text: str = "It happens.") -> str:
    events = tuple(Event(f"e{n}", date, text, ()) for n, date in enumerate(dates, 1))
    held = document(summary=Summary("Much happens.", events=events))
    return timeline.svg(briefing(dossier(held), held), "t")


def count(svg: str, kind: str) -> int:
    return svg.count(f'class="{kind}"')


def test_days_are_dots_and_months_and_years_are_bars() -> None:
    svg = picture("2020", "2023-04", "2023-04-01", "2024-01-01T10:00+04:00")
    assert (count(svg, "day"), count(svg, "span")) == (2, 2)
    bars = [float(width) for width in re.findall(r'<rect[^>]* width="([\d.]+)"', svg)]
    assert bars[0] > bars[1]


def test_what_happened_on_one_date_is_one_mark_with_a_count() -> None:
    svg = picture("2023-04-01", "2024-05", "2024-05")
    assert count(svg, "span") == 1
    assert "May 2024 (events: 2)" in svg


@pytest.mark.parametrize(
    "dates", [(), ("2024-05",), ("2024-05-01", "2024-05-01"), ("2024-05", "some day", "2024-13")]
)
def test_there_is_no_picture_without_two_dates(dates: tuple[str, ...]) -> None:
    assert picture(*dates) == ""


def test_it_says_in_words_what_it_shows() -> None:
    page = Page(picture("2023-04-01", "2024-05"))
    assert page.open == []
    svg = dict(page.elements)["svg"]
    assert svg["role"] == "img"
    assert {svg["aria-labelledby"], svg["aria-describedby"]} == set(page.values("id"))
    assert "1 April 2023 — It happens.; May 2024 — It happens." in page.words


def test_flags_stay_in_the_picture_and_off_each_other() -> None:
    svg = picture(*(f"202{year}-0{month}-15" for year in range(6) for month in (3, 4, 9)))
    found = re.findall(r'<text x="([\d.]+)" y="(\d+)" text-anchor="(\w+)">([^<]+)', svg)
    assert len(found) == 18
    boxes = []
    for x, y, anchor, text in found:
        length = len(text) * timeline.LETTER
        start = float(x) if anchor == "start" else float(x) - length
        boxes.append((start, start + length, int(y)))
    height = int(re.findall(r'viewBox="0 0 \d+ (\d+)"', svg)[0])
    assert all(start >= 0 and end <= timeline.WIDTH for start, end, _y in boxes)
    assert all(0 < y <= height for _s, _e, y in boxes)
    for one, other in combinations(boxes, 2):
        assert one[2] != other[2] or one[1] <= other[0] or other[1] <= one[0]


def test_hostile_text_in_an_event_is_harmless() -> None:
    page = Page(picture("2023", "2024", text=HOSTILE))
    assert {tag for tag, _ in page.elements} <= {"svg", "title", "desc", "line", "text", "rect"}
    assert HOSTILE in page.words


def test_each_language_has_its_own_picture_and_no_id_stands_twice() -> None:
    both = sheet([dossier(), dossier()._replace(shown_in="ru")], [document(), document()])
    page = Page(written("html", both, both))
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert [tag for tag, _ in page.elements].count("svg") == 4
    assert "Хронология" in page.words
