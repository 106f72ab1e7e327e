"""Which language the program speaks."""

from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.language import locales


def by_locale(**environ: str) -> str:
    return locales.choose(None, None, None, environ)


def test_the_language_asked_for_beats_everything() -> None:
    assert locales.choose("en", "ru", "ru", {"LC_ALL": "ru_RU.UTF-8"}) == "en"


def test_the_configured_language_beats_the_one_last_used() -> None:
    assert locales.choose(None, "en", "ru", {"LC_ALL": "ru_RU.UTF-8"}) == "en"


def test_the_language_last_used_beats_the_locale() -> None:
    assert locales.choose(None, None, "en", {"LC_ALL": "ru_RU.UTF-8"}) == "en"


def test_a_configured_language_that_is_gone_is_passed_over() -> None:
    assert locales.choose(None, "tlh", "ru", {}) == "ru"


def test_a_language_that_does_not_exist_cannot_be_asked_for() -> None:
    with pytest.raises(ReaderError) as error:
        locales.choose("tlh", None, None, {})
    assert error.value.problems[0].values["language"] == "tlh"


@pytest.mark.parametrize("name", ["ru", "ru_RU", "ru_RU.UTF-8", "ru-RU", "RU_ru.koi8-r@x"])
def test_a_locale_means_its_language(name: str) -> None:
    assert by_locale(LANG=name) == "ru"


@pytest.mark.parametrize("name", ["C", "POSIX", "C.UTF-8", "en_GB.UTF-8", "de_DE", "rubbish"])
def test_any_other_locale_means_english(name: str) -> None:
    assert by_locale(LC_ALL=name, LANG="ru_RU.UTF-8") == "en"


def test_the_first_locale_variable_that_is_set_decides() -> None:
    assert by_locale(LC_MESSAGES="ru_RU", LANG="en_US") == "ru"
    assert by_locale(LC_ALL="en_US", LC_MESSAGES="ru_RU", LANG="ru_RU") == "en"


def test_an_empty_variable_counts_as_unset() -> None:
    assert by_locale(LC_ALL="", LANG="ru_RU.UTF-8") == "ru"


def test_the_list_of_languages_counts_where_no_locale_is_set() -> None:
    assert by_locale(LANGUAGE="de:ru:en") == "ru"
    assert by_locale(LANGUAGE="ru", LANG="en_US") == "en"


def test_nothing_set_means_english() -> None:
    assert by_locale() == "en"


def test_languages_are_those_that_have_a_catalog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, file in (("az", "reader.po"), ("ru", "reader.mo"), ("fr", "other.po")):
        folder = tmp_path / "locales" / name / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / file).touch()
    monkeypatch.setattr("reader.storage.resource_dir", lambda name: tmp_path / name)
    assert locales.languages() == ("az", "ru", "en")


def test_a_language_is_named_in_a_language() -> None:
    assert locales.language_name("ru", "ru") == "русский"
    assert locales.language_name("ru", "en") == "Russian"
    assert locales.language_name("qqq", "en") == "qqq"
