"""Dates and numbers as CLDR has them."""

import subprocess
import sys
from pathlib import Path

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


def test_dates_are_kept_for_the_next_start_and_a_damaged_file_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    command = [sys.executable, "-c", "from reader.language.dates import date; import sys; print(date('2025-12-20', 'en')); print('babel' in sys.modules)"]  # fmt: skip

    def run() -> list[str]:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return done.stdout.split("\n")[:2]

    assert run() == ["20 December 2025", "True"]
    assert run() == ["20 December 2025", "False"]
    (tmp_path / "reader" / "dates.json").write_text('{"by": 1, "dates"', encoding="utf-8")
    assert run() == ["20 December 2025", "True"]
