"""``reader config``: a configuration that could be written, and what is wrong in the one there is."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from reader import saving, settings
from reader.main import main
from reader.settings import Settings
from reader.tui.keys import commands
from reader.tui.keys.keymap import keymap


def configure(text: str) -> Path:
    saving.write_atomically(settings.path(), text)
    return settings.path()


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> str:
    """What is printed where nothing is configured."""
    assert main(["config"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_every_command_of_the_app_is_printed_once_with_its_help(printed: str) -> None:
    lines = [line for line in printed.splitlines() if " = " in line]
    for command in commands.COMMANDS:
        (line,) = [line for line in lines if line.startswith(f"# {command.id} = ")]
        assert line.endswith(f"  # {command.help}")


def test_without_the_signs_before_them_the_keys_are_those_in_force(printed: str) -> None:
    assert tomllib.loads(printed)["keys"] == {}
    head, table, keys = printed.partition("[keys]\n")
    bare = "\n".join(line.removeprefix("# ") for line in keys.splitlines() if " = " in line)
    configure(head + table + bare)
    found = settings.load()
    assert found.problems == ()
    in_force, problems = keymap(found)
    assert problems == []
    assert in_force == {command.id: command.keys for command in commands.COMMANDS}


def test_what_is_configured_is_printed_in_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    configure('measure = 60\n[keys]\nnext_term = "t, Alt+K"\n')
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    found = tomllib.loads(out)
    assert (found["measure"], found["keys"]) == (60, {"next_term": "t, Alt+K"})
    lines = out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("next_term"))
    assert lines[at + 1].startswith("# previous_term = ")


def test_everything_that_is_wrong_is_told_once_with_its_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = configure(
        'theme = "solarized"\n[keys]\nmark = "]"\nfly = "f"\nquit = "ctr+r"\nfind = ""\nhelp = "Ctrl+K, F1"\n'
    )
    for words in (["config"], ["config", "--lang", "en"]):
        assert main(words) == 2
        out, err = capsys.readouterr()
        said = err.splitlines()
        assert [line.split(": ")[1] for line in said] == [
            f"{file}:{line}:1" for line in (1, 6, 3, 4, 5, 7)
        ]
        assert "The key ] is given to “mark”, but it belongs to “next_citation”" in said[2]
        assert "There is no command “fly”" in said[3]
        assert "“ctr+r” is not the name of a key" in said[4]
        assert "Ctrl+K" in said[5]
        assert tomllib.loads(out)["theme"] == ""


def test_what_is_wrong_is_told_in_the_language_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    configure('theme = "solarized"\n[keys]\nmark = "space"\nfly = "f"\nquit = "ctr+r"\n')
    assert main(["config", "--lang", "ru"]) == 2
    said = capsys.readouterr().err
    assert "dark, light, high-contrast или terminal" in said
    assert "Клавиша пробел назначена" in said
    assert [line for line in said.splitlines() if " is " in line or " or " in line] == []


def test_a_file_that_cannot_be_read_is_told_and_the_defaults_are_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    configure("measure = [\n")
    assert main(["config"]) == 2
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert tomllib.loads(out)["measure"] == Settings().measure
