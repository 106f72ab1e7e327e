"""The theme follows the terminal's background where none was chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import state, storage
from reader.tui import background
from reader.tui.app import ReaderApp
from reader.tui.widgets import themes
from tests.tui.opened import opened

DARK, LIGHT = "\x1b]11;rgb:1616/1919/1f1f\x1b\\", "\x1b]11;rgb:fb/fa/f7\x07"
TO_DARK, TO_LIGHT = "\x1b[?997;1n", "\x1b[?997;2n"


class _Asked:
    """In place of the driver's question: how often it was put."""

    def __init__(self, app: ReaderApp) -> None:
        self.times = 0
        app._driver.ask_for_background = self._ask  # type: ignore[union-attr]

    def _ask(self) -> None:
        self.times += 1


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLORFGBG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-kitty")
    monkeypatch.setenv("TERM_PROGRAM", "")


def _configured(theme: str) -> None:
    file = Path(storage.config_home(), "config.toml")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f'theme = "{theme}"\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("answer", "is_light"),
    [
        (DARK, False),
        (LIGHT, True),
        ("\x1b]11;rgb:f/f/f\x07", True),
        ("\x1b]11;rgba:ffff/ffff/dddd/8000\x07", True),
        ("\x1b]11;rgb:0000/0000/ffff\x07", False),  # blue
        ("\x1b]11;rgb:0000/ffff/0000\x07", True),  # green
    ],
)
def test_a_background_is_light_or_dark_as_it_looks(answer: str, is_light: bool) -> None:
    assert background.of_colour(answer) == ("light" if is_light else "dark")


@pytest.mark.parametrize(
    "answer",
    [
        "\x1b]10;rgb:ffff/ffff/ffff\x07",
        "\x1b]11;rgb:ffff/ffff\x07",
        "\x1b]11;rgb:ffff/ffff/fffff\x07",
        "\x1b]11;rgb:+fff/f_ff/ffff\x07",
        "\x1b]11;rgb://\x07",
        "\x1b]11;white\x07",
        "\x1b]11;?\x07",
        "\x1b[?997;3n",
        "",
    ],
)
def test_another_answer_says_nothing_of_it(answer: str) -> None:
    assert background.of_colour(answer) is background.of_change(answer) is None


async def test_what_the_terminal_says_is_shown_and_remembered_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with opened() as (app, pilot):
        assert app.theme == "dark"
        app.hear(LIGHT)
        await pilot.pause()
        assert app.theme == "light"
        app.remember()
    assert state.load().theme is None  # the reader has chosen none
    async with opened() as (app, _pilot):
        assert app.theme == "light"
    monkeypatch.setenv("TERM", "xterm-256color")  # another terminal
    async with opened() as (app, _pilot):
        assert app.theme == "dark"


@pytest.mark.parametrize(
    ("value", "theme"),
    [("15;0", "dark"), ("0;15", "light"), ("0;default;7", "light"), ("x", "dark")],
)
async def test_before_it_has_ever_said_anything_the_environment_may_tell(
    value: str, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLORFGBG", value)
    async with opened() as (app, _pilot):
        assert app.theme == theme


@pytest.mark.parametrize("chosen", ["dark", "high-contrast", "terminal"])
@pytest.mark.parametrize("where", ["settings", "state"])
async def test_a_theme_that_was_chosen_stays_whatever_the_terminal_says(
    chosen: str, where: str
) -> None:
    if where == "settings":
        _configured(chosen)
    else:
        state.save(state.State(theme=chosen))
    async with opened() as (app, pilot):
        assert not app.follows_background  # and so it isn't asked
        for answer in (LIGHT, TO_LIGHT, TO_DARK):
            app.hear(answer)
        await pilot.pause()
        assert app.theme == chosen


async def test_auto_in_the_settings_comes_before_the_theme_chosen_last() -> None:
    _configured("auto")
    state.save(state.State(theme="high-contrast"))
    async with opened() as (app, _pilot):
        assert app.follows_background
        assert app.theme == "dark"


async def test_a_choice_in_the_program_is_kept_and_auto_is_one_of_them() -> None:
    async with opened() as (app, pilot):
        app.hear(LIGHT)
        asked = _Asked(app)
        seen = []
        for _ in themes.NAMES:
            await pilot.press("ctrl+t")
            seen.append(app.theme)
            app.hear(LIGHT)
            assert app.theme == seen[-1]
        assert tuple(seen) == themes.NAMES
        assert asked.times == 0
        await pilot.press("ctrl+t")
        assert (app.theme, app.theme_choice.chosen, asked.times) == ("light", "auto", 1)
        app.hear(DARK)
        await pilot.press("ctrl+t", "ctrl+t")
        app.remember()
    assert state.load().theme == "high-contrast"
    async with opened() as (app, _pilot):
        assert app.theme == "high-contrast"


async def test_every_press_changes_the_colours() -> None:
    async with opened() as (app, pilot):
        assert (app.theme, app.theme_choice.chosen) == ("dark", "auto")
        await pilot.press("ctrl+t")
        assert app.theme == "light"


async def test_a_change_has_the_terminal_asked_which_knows_its_colour_best() -> None:
    async with opened() as (app, _pilot):
        asked = _Asked(app)
        app.hear(DARK)
        app.hear(TO_LIGHT)
        assert (app.theme, asked.times) == ("dark", 1)
        app.hear(LIGHT)
        assert app.theme == "light"


async def test_a_change_counts_where_the_terminal_never_told_a_colour() -> None:
    async with opened() as (app, _pilot):
        asked = _Asked(app)
        for answer, theme in ((TO_LIGHT, "light"), (TO_DARK, "dark"), (TO_LIGHT, "light")):
            app.hear(answer)
            assert (app.theme, asked.times) == (theme, 0)


async def test_without_colours_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as (app, _pilot):
        assert not app.follows_background
        app.hear(LIGHT)
        assert app.theme == "terminal"


@pytest.mark.parametrize("term", ["linux", "dumb", ""])
def test_a_terminal_that_would_show_the_question_is_not_asked(
    term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert background.can_be_asked()
    monkeypatch.setenv("TERM", term)
    assert not background.can_be_asked()


def test_backgrounds_of_many_terminals_are_the_last_ones() -> None:
    state.save(state.State(backgrounds={str(n): "dark" for n in range(2 * state.MOST_TERMINALS)}))
    assert next(iter(state.load().backgrounds)) == str(state.MOST_TERMINALS)
    two = state.load()
    one = state.load()
    one.backgrounds["mine"] = "light"
    state.save(one)
    two.backgrounds["yours"] = "light"
    state.save(two)
    assert {"mine", "yours"} <= state.load().backgrounds.keys()
