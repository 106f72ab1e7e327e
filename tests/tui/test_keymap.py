"""Keys of the reader's own choice."""

from __future__ import annotations

import string

import pytest
from textual.keys import _character_to_key

from reader import settings
from reader.language import interface
from reader.tui.keys import commands, names
from reader.tui.keys.keymap import keymap
from tests.tui.opened import opened


def _configure(text: str) -> None:
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    settings.path().write_text(text, encoding="utf-8")


def _in_force(**configured: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The keys in force, and what is said of the others."""
    keys, problems = keymap(settings.Settings(keys=configured))
    return dict(keys), [interface.describe(problem) for problem in problems]


def test_a_configured_key_takes_the_place_of_the_commands_own() -> None:
    assert _in_force(print=("ctrl+/",)) == ({"print": ("ctrl+slash",)}, [])


def test_a_key_that_another_command_has_is_reported_and_left() -> None:
    keys, said = _in_force(print=("w",))
    assert not keys
    assert "print" in said[0]
    assert "glossary" in said[0]


def test_a_key_is_reported_as_one_sees_it_on_the_screen() -> None:
    for key, shown in (
        ("right_square_bracket", "The key ] is"),
        ("]", "The key ] is"),
        ("pagedown", "The key PgDn is"),
        ("space", "The key space is"),
        ("ctrl+f", "The key Ctrl+F is"),
    ):
        (said,) = _in_force(mark=(key,))[1]
        assert shown in said, key


def test_two_commands_may_exchange_their_keys() -> None:
    exchanged = {"print": ("w",), "glossary": ("P",)}
    assert _in_force(**exchanged) == (exchanged, [])


def test_a_command_that_is_not_there_is_reported() -> None:
    assert "fly" in _in_force(fly=("f",))[1][0]


@pytest.mark.parametrize("key", ["ctr+r", "Pagedwn", "f25", "ctrl+", "foo+bar", "\x7f", "ctrl+ "])
def test_what_is_not_the_name_of_a_key_is_reported(key: str) -> None:
    keys, said = _in_force(print=("p", key))
    assert not keys
    assert "is not the name of a key" in said[0]


def test_every_key_of_every_command_is_written_as_it_is_shown() -> None:
    for command in commands.COMMANDS:
        for key in command.keys:
            assert names.is_key(key), key
            assert names.full_name(names.written_name(key)) == key
            assert names.full_name(names.key_name(key)) == key
            assert names.full_name(key) == key


@pytest.mark.parametrize("sign", string.punctuation)
def test_every_sign_of_a_keyboard_has_textuals_name(sign: str) -> None:
    name = _character_to_key(sign)
    assert names.full_name(sign) == name
    assert names.full_name(f"ctrl+{sign}") == f"ctrl+{name}"
    assert names.key_name(name) == sign
    assert names.is_key(name)


@pytest.mark.parametrize(
    ("written", "name"),
    [("G", "G"), ("g", "g"), ("Ctrl+S", "ctrl+s"), ("ctrl+S", "ctrl+S"), ("alt+X", "alt+X"),
     ("Shift+Tab", "shift+tab"), ("F4", "f4"), ("ESC", "escape"), ("Escape", "escape"),
     ("PgUp", "pageup"), ("ctrl+↑", "ctrl+up"), ("Ins", "insert"), ("Space", "space"),
     ("ctrl++", "ctrl+plus"), ("+", "plus"), ("й", "й")],
)  # fmt: skip
def test_a_key_is_written_as_it_is_shown_or_as_textual_calls_it(written: str, name: str) -> None:
    assert names.full_name(written) == name


async def test_the_app_obeys_the_configured_key() -> None:
    _configure('[keys]\nprint = "ctrl+x"\n')
    async with opened("en") as (app, pilot):
        await pilot.press("P")
        assert app.screen is app.main
        await pilot.press("ctrl+x")
        assert app.screen is not app.main


async def test_what_is_wrong_in_the_configuration_is_told_and_the_rest_counts() -> None:
    _configure('theme = "light"\nmeasure = "wide"\n')
    async with opened("en") as (app, _pilot):
        assert app.theme == "light"
        told = " ".join(note.message for note in app._notifications)
        assert "config.toml:2" in told
        assert "measure" in told


async def test_a_wrong_key_is_told_with_its_line_in_the_language_of_the_screen() -> None:
    _configure('theme = "light"\n\n[keys]\nprint = "]"\n')
    async with opened("ru") as (app, _pilot):
        told = " ".join(note.message for note in app._notifications)
        assert "config.toml:4:1: Клавиша ]" in told


async def test_what_a_setting_has_to_be_is_told_in_one_language() -> None:
    _configure('theme = "solarized"\n')
    async with opened("ru") as (app, _pilot):
        told = " ".join(note.message for note in app._notifications)
        assert "dark, light, high-contrast или terminal" in told
