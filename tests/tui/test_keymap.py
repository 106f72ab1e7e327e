"""Keys of the reader's own choice."""

from __future__ import annotations

from reader import settings
from reader.tui.keys import commands
from reader.tui.keys.keymap import keymap
from tests.tui.opened import opened


def _configure(text: str) -> None:
    settings.path().parent.mkdir(parents=True, exist_ok=True)
    settings.path().write_text(text, encoding="utf-8")


def test_a_configured_key_takes_the_place_of_the_commands_own() -> None:
    keys, said = keymap({"print": ("ctrl+/",)}, commands.SCREENS)
    assert keys == {"print": ("ctrl+slash",)}
    assert not said


def test_a_key_that_another_command_has_is_reported_and_left() -> None:
    keys, said = keymap({"print": ("w",)}, commands.SCREENS)
    assert not keys
    assert "print" in said[0]
    assert "glossary" in said[0]


def test_two_commands_may_exchange_their_keys() -> None:
    keys, said = keymap({"print": ("w",), "glossary": ("P",)}, commands.SCREENS)
    assert keys == {"print": ("w",), "glossary": ("P",)}
    assert not said


def test_a_command_that_is_not_there_is_reported() -> None:
    _keys, said = keymap({"fly": ("f",)}, commands.SCREENS)
    assert "fly" in said[0]


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
