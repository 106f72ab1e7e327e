"""The configuration file: what is right in it counts, and what is wrong is named with its line."""

from pathlib import Path

import pytest

from reader import settings
from reader.settings import Settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "reader").mkdir()
    return tmp_path / "reader" / "config.toml"


def test_every_setting_is_declared_and_its_default_is_one_of_its_values() -> None:
    assert set(settings.declared()) == set(Settings._fields) - {"keys", "problems"}
    for name, setting in settings.declared().items():
        assert setting.accepts(Settings._field_defaults[name]), name


def test_without_a_file_the_defaults_are_in_force(file: Path) -> None:
    assert not file.exists()
    assert settings.load() == Settings()


def test_a_wrong_value_is_named_with_its_line_and_the_rest_counts(file: Path) -> None:
    file.write_text('language = "en"\nmeasure = 10\ncolour = "red"\n', encoding="utf-8")
    found = settings.load()
    assert (found.language, found.measure) == ("en", Settings().measure)
    assert [problem.line for problem in found.problems] == [2, 3]


@pytest.mark.parametrize("value", ["true", '"78"', "19", "401", "7.5"])
def test_a_measure_is_a_number_within_bounds(file: Path, value: str) -> None:
    file.write_text(f"measure = {value}\n", encoding="utf-8")
    (problem,) = settings.load().problems
    assert problem.values["name"] == "measure"
