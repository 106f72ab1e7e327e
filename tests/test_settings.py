"""The configuration file: what is right in it counts, and what is wrong is named with its line."""

import os
from pathlib import Path

import pytest

from reader import settings
from reader.language import interface
from reader.settings import Settings


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "reader").mkdir()
    return tmp_path / "reader" / "config.toml"


def test_every_setting_is_declared_and_its_default_is_one_of_its_values() -> None:
    assert set(settings.declared()) == set(Settings._fields) - {"keys", "key_lines", "problems"}
    for name, setting in settings.declared().items():
        assert setting.accepts(Settings._field_defaults[name]), name


def test_a_command_is_a_list_of_words_in_a_table_of_its_own(file: Path) -> None:
    file.write_text('[draft]\ncommand = ["llm", "-m", "x"]\n[lookup]\ncommand = []\n', "utf-8")
    found = settings.load()
    assert (found.draft_command, found.lookup_command, found.problems) == (
        ("llm", "-m", "x"),
        (),
        (),
    )


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('[draft]\ncommand = "rm -rf x"\n', 2),
        ("[draft]\ncommand = [1]\n", 2),
        ('[lookup]\ncommand = [""]\n', 2),
        ('[draft]\nshell = "sh"\n', 1),
        ('draft = "llm"\n', 1),
        ('draft_command = ["llm"]\n', 1),
    ],
)
def test_what_is_no_command_is_named_with_its_line(file: Path, content: str, line: int) -> None:
    file.write_text(content, encoding="utf-8")
    found = settings.load()
    assert found.draft_command == found.lookup_command == ()
    assert [problem.line for problem in found.problems] == [line]


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


def test_a_byte_order_mark_is_no_part_of_the_file(file: Path) -> None:
    file.write_text('language = "ru"\r\nmeasure = 60\r\n', encoding="utf-8-sig")
    found = settings.load()
    assert (found.language, found.measure, found.problems) == ("ru", 60, ())


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("measure = " + "9" * 5000, 0),
        ("a = " + "[" * 5000, 0),
        ("language = 'ru'\n" + ".".join("a" * 20_000) + " = 1", 2),
        ("language = 'ru'\n[" + ".".join("a" * 20_000) + "]", 2),
        ("a = {" + ".".join("a" * 20_000) + " = 1}", 1),
        ("a = 1e999\n", 1),
        ("# long\n" * settings.LARGEST, 0),
        ("\x00", 1),
    ],
    ids=range(8),
)
def test_whatever_the_file_holds_is_a_problem_of_it(file: Path, content: str, line: int) -> None:
    file.write_text(content, encoding="utf-8")
    found = settings.load()
    (problem,) = found.problems
    assert (problem.path, problem.line) == (str(file), line)
    assert found._replace(problems=()) == Settings()


def test_many_wrong_settings_take_no_time_by_the_square(file: Path) -> None:
    file.write_text("\n".join(f"a{n}=1" for n in range(7000)), encoding="utf-8")
    assert [problem.line for problem in settings.load().problems] == list(range(1, 7001))


def test_a_pipe_a_device_or_a_huge_file_is_not_read(file: Path) -> None:
    os.mkfifo(file)
    assert len(settings.load().problems) == 1
    file.unlink()
    file.symlink_to("/dev/zero")
    assert len(settings.load().problems) == 1
    file.unlink()
    with file.open("wb") as sparse:
        sparse.truncate(20 * 2**30)
    assert len(settings.load().problems) == 1


def test_each_command_has_the_line_of_its_keys(file: Path) -> None:
    file.write_text(
        'theme = "dark"\nlanguage = "en"\n\n[keys] # mine\n"theme" = "ctrl+y"\nlanguage="ctrl+l"\nquit = ""\n',
        encoding="utf-8",
    )
    found = settings.load()
    assert found.key_lines == {"theme": 5, "language": 6}
    assert [problem.line for problem in found.problems] == [7]
    file.write_text('keys.theme = "ctrl+y"\nkeys = {}\n', encoding="utf-8")
    assert settings.load().problems  # not TOML
    file.write_text('theme = "dark"\nkeys = {theme = "ctrl+y"}\n', encoding="utf-8")
    assert settings.load().key_lines == {"theme": 2}
    file.write_text('keys.theme = "ctrl+y"\n', encoding="utf-8")
    assert settings.load().key_lines == {"theme": 1}


def test_what_a_setting_has_to_be_is_said_in_the_language_that_is_chosen_later(file: Path) -> None:
    file.write_text('theme = "solarized"\n[keys]\nquit = ""\n', encoding="utf-8")
    found = settings.load()
    interface.set_language("ru")
    said = [interface.describe(problem) for problem in found.problems]
    interface.set_language("en")
    assert "dark, light, high-contrast или terminal" in said[0]
    assert "with commas" not in said[1]
