"""Dates and numbers as CLDR has them."""

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale, dates
from babel.numbers import format_decimal
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reader.articles.pages import dates as page_dates
from reader.language.dates import Length, date, number
from reader.language.locales import language_name


def _zone(quarters: int) -> datetime.timezone:
    return datetime.timezone(datetime.timedelta(minutes=15 * quarters))


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
    assert "+4" in shown


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


@pytest.mark.parametrize("language", ["en", "ru", "uk", "de"])
def test_a_fraction_is_written_as_babel_writes_it(language: str) -> None:
    made = format_decimal(1234.5678, locale=language, decimal_quantization=False)
    assert number(1234.5678, language) == made.replace("\u202f", "\u00a0")


LENGTHS: tuple[Length, ...] = ("short", "medium", "long", "full")
LOCALES = {"en": "en_GB", "ru": "ru", "uk": "uk"}


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("length", LENGTHS)
@settings(deadline=None)
@given(day=st.dates())
@example(datetime.date(2024, 2, 29))
def test_a_date_is_what_babel_makes_of_it(
    language: str, length: Length, day: datetime.date
) -> None:
    made = dates.format_date(day, length, locale=LOCALES[language]).replace("\u202f", "\u00a0")
    assert date(day.isoformat(), language, length) == made


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("length", LENGTHS)
def test_every_month_and_weekday_is_what_babel_has(language: str, length: Length) -> None:
    skeleton = "yMMMM" if length in ("long", "full") else "yMMM"
    for month in range(1, 13):
        first = datetime.date(2025, month, 1)
        made = dates.format_skeleton(skeleton, first, locale=LOCALES[language])
        assert date(f"2025-{month:02}", language, length) == made.replace("\u202f", "\u00a0")
        for day in range(1, 8):
            first = first.replace(day=day)
            made = dates.format_date(first, length, locale=LOCALES[language])
            assert date(first.isoformat(), language, length) == made.replace("\u202f", "\u00a0")


@pytest.mark.parametrize("language", LOCALES)
@settings(deadline=None)
@given(
    moment=st.datetimes(timezones=st.none() | st.integers(0, 56).map(_zone)),
    length=st.sampled_from(LENGTHS),
)
def test_a_time_is_what_babel_makes_of_it(
    language: str, moment: datetime.datetime, length: Length
) -> None:
    locale = LOCALES[language]
    day = dates.format_date(moment, length, locale=locale)
    time = dates.format_time(moment, "short", tzinfo=moment.tzinfo, locale=locale)
    if moment.tzinfo:
        zone = dates.format_time(moment, "ZZZZ", tzinfo=moment.tzinfo, locale="en")
        hours = re.sub(r"GMT([+-])0?(\d+):(\d\d)", r"UTC\1\2:\3", zone).removesuffix(":00")
        time += f" ({hours.replace('-', '−').removesuffix('+0')})"
    joined = dates.get_datetime_format("medium", locale=locale)
    made = str(joined).replace("{0}", time).replace("{1}", day).replace("\u202f", "\u00a0")
    assert date(moment.isoformat(), language, length) == made


@pytest.mark.parametrize("language", [*LOCALES, "de"])
def test_a_zone_west_of_greenwich_keeps_its_half_hour(language: str) -> None:
    assert date("2025-12-20T10:42-03:30", language).endswith("10:42 (UTC−3:30)")


@pytest.mark.parametrize("language", [*LOCALES, "de"])
def test_a_zone_is_how_far_it_is_from_utc_and_nobody_s_in_particular(language: str) -> None:
    assert date("2025-12-20T10:42+04:00", language).endswith("10:42 (UTC+4)")
    assert date("2025-12-20T10:42+00:00", language).endswith("10:42 (UTC)")


@pytest.mark.parametrize("language", LOCALES)
@given(value=st.integers(-(10**20), 10**20))
def test_a_number_is_what_babel_makes_of_it(language: str, value: int) -> None:
    assert number(value, language) == format_decimal(value, locale=language)


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("other", LOCALES)
def test_a_language_is_called_what_babel_calls_it(language: str, other: str) -> None:
    assert language_name(language, other) == Locale.parse(language).get_display_name(other)


def test_a_language_that_cldr_does_not_have_gets_dates_that_all_can_read() -> None:
    assert "2025" in date("2025-12-20", "tlh")
    assert "2025" in date("2025-12", "tlh")
    assert number(12, "tlh") == "12"


def run(tmp_path: Path, script: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_dates_of_the_languages_that_are_shipped_need_no_babel(tmp_path: Path) -> None:
    script = (
        "from reader.language import dates, locales; import sys;"
        "dates.date('2025-12-20T10:42+04:00', 'ru'); dates.date('2025-12', 'en', 'short');"
        "dates.number(12345, 'ru'); locales.language_name('ru', 'en'); print('babel' in sys.modules)"
    )
    assert run(tmp_path, script) == ["False"]


def test_dates_of_another_language_are_kept_and_a_damaged_file_is_made_anew(
    tmp_path: Path,
) -> None:
    script = (
        "from reader.language.dates import date; import sys;"
        "print(date('2025-12-20', 'de')); print('babel' in sys.modules)"
    )
    file = tmp_path / "reader" / "dates"
    assert run(tmp_path, script) == ["20. Dezember 2025", "True"]
    whole = file.read_bytes()
    assert run(tmp_path, script) == ["20. Dezember 2025", "False"]
    for damaged in (whole[:-5], whole.replace(b"Dezember", b"Sommer"), b""):
        file.write_bytes(damaged)
        assert run(tmp_path, script) == ["20. Dezember 2025", "True"]


def test_new_dates_are_kept_even_if_the_program_is_killed(tmp_path: Path) -> None:
    script = (
        "from reader.language.dates import date, keep; import os;"
        "date('2025-12-20', 'de'); keep(); os._exit(0)"
    )
    run(tmp_path, script)
    assert b"Dezember" in (tmp_path / "reader" / "dates").read_bytes()


def test_the_months_of_a_page_in_another_language_stay_there() -> None:
    """Babel itself would have the Ukrainian January be the Azerbaijani one from then on."""
    assert (1, "yanvar") in list(page_dates._named_months("az"))
    made = dates.format_skeleton("yMMM", datetime.date(2025, 1, 1), locale="uk")
    assert made.startswith("січ")
