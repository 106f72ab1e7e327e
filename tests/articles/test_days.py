"""The day that a text gives itself."""

from __future__ import annotations

import pytest

from reader.articles import days, reading


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("12 февраля 2026", "2026-02-12"),
        ("Опубликовано: 12 февраля 2026 г., 14:30", "2026-02-12"),
        ("Thursday, 12 February 2026 at 10:20", "2026-02-12"),
        ("12.02.2026", "2026-02-12"),
        ("Заречье, 12 февраля 2026 года. Паром вернулся.", "2026-02-12"),
        ("OLDBRIDGE, February 12, 2026 (Northern News) – The ferry is back.", "2026-02-12"),
        ("Київ, 12 лютого 2026 року — Пором повернувся.", "2026-02-12"),
    ],
)
def test_a_line_with_nothing_but_a_date_and_a_dateline_tell_the_day(line: str, day: str) -> None:
    assert days.published(["Паром вернулся", line, "Его ждали."]) == day


@pytest.mark.parametrize(
    "line",
    [
        "Заседание 12 февраля 2026",
        "The ferry came back on 12 February 2026.",
        "03/04/2026",
        "Заречье, 12 февраля. Паром вернулся.",
        "В 2026",
    ],
)
def test_any_other_day_is_not_that_of_the_text(line: str) -> None:
    assert days.published(["Паром вернулся", line, "Его ждали."]) is None


def test_a_plain_text_has_the_day_of_its_own_line_and_the_line_stays() -> None:
    text = "Паром вернулся\n\n12 февраля 2026\n\nПаром вернулся на остров, и его ждали.\n"
    (read,) = reading.read(text.encode(), "ferry.txt")
    assert read.document.source.published == "2026-02-12"
    assert [p.text for p in read.document.texts[0].paragraphs][1] == "12 февраля 2026"


def test_what_a_text_says_of_itself_comes_before_what_it_shows() -> None:
    text = "---\ntitle: Паром\ndate: 2026-03-04\n---\n\n12 февраля 2026\n\nПаром вернулся.\n"
    (read,) = reading.read(text.encode(), "ferry.md")
    assert read.document.source.published == "2026-03-04"
