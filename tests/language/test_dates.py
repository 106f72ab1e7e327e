"""Dates and numbers as CLDR has them."""

import pytest

from reader.language.dates import date, number


@pytest.mark.parametrize(
    ("iso", "ru", "en"),
    [
        ("2025-12-20", "20 декабря 2025\u00a0г.", "20 December 2025"),
        ("2025-08", "август 2025\u00a0г.", "August 2025"),
        ("2025", "2025", "2025"),
    ],
)
def test_a_date_says_no_more_than_it_is_given(iso: str, ru: str, en: str) -> None:
    assert date(iso, "ru") == ru
    assert date(iso, "en") == en


def test_a_time_comes_with_the_zone_of_the_source() -> None:
    shown = date("2025-12-20T10:42+04:00", "ru")
    assert shown.startswith("20 декабря 2025\u00a0г.")
    assert "10:42" in shown
    assert "+04:00" in shown


def test_a_time_without_a_zone_gets_none() -> None:
    assert date("2025-12-20T10:42", "ru").endswith("10:42")


@pytest.mark.parametrize("text", ["soon", "2025-13", "2025-02-30", ""])
def test_what_is_no_date_comes_back_as_it_is(text: str) -> None:
    assert date(text, "en") == text


def test_a_shorter_form_of_a_date() -> None:
    assert date("2025-12-20", "ru", "short") == "20.12.2025"


def test_a_number_is_grouped_by_the_language() -> None:
    assert number(1234567, "en") == "1,234,567"
    assert number(1234567, "ru") == "1\u00a0234\u00a0567"
