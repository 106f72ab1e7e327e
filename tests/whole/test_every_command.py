"""Every command can be reached: by a key, by the palette, and with the keyboard in Russian layout."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Footer, Header, HelpPanel, Input, TextArea

from reader.language import interface, messages
from reader.tui.app import ReaderApp
from reader.tui.driver import _Parser
from reader.tui.keys import commands
from reader.tui.keys.layouts import _TWINS, latin_key
from reader.tui.keys.names import full_name
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.dictionary import DictionaryScreen
from reader.tui.screens.review import ReviewScreen
from reader.tui.screens.sending import SendScreen
from reader.tui.screens.verdicts import FindingsScreen, Listed
from reader.verdicts import Finding
from tests.tui import kitty
from tests.tui.opened import WIDE, opened, settled
from tests.whole.terminal import ROOT

Open = Callable[[ReaderApp, Pilot[int]], Awaitable[None]]


def _by(*keys: str) -> Open:
    async def press(_app: ReaderApp, pilot: Pilot[int]) -> None:
        await pilot.press(*keys)

    return press


async def _entry(app: ReaderApp, _pilot: Pilot[int]) -> None:
    app.main.open_entry("tripp")


async def _review(app: ReaderApp, _pilot: Pilot[int]) -> None:
    app.main.open_screen(ReviewScreen(app.session, True, ()))


async def _send(app: ReaderApp, _pilot: Pilot[int]) -> None:
    app.main.open_screen(SendScreen(app.session, "a program", 1234))


async def _dictionary(app: ReaderApp, _pilot: Pilot[int]) -> None:
    app.main.open_screen(DictionaryScreen(app.session, "мост", "bridge"))


async def _findings(app: ReaderApp, pilot: Pilot[int]) -> None:
    listed = Listed("c1", Finding("number", "12", 0, "There is not such a number there."))
    app.main.open_screen(FindingsScreen(app.session, [listed]))
    await settled(app, pilot)


SCREENS: dict[str, Open] = {
    "main": _by(),
    "entry": _entry,
    "help": _by("f1"),
    "palette": _by("ctrl+p"),
    "glossary": _by("f3"),
    "search": _by("alt+s"),
    "lines": _by("t", "alt+c"),
    "new-entry": _by("f3", "ctrl+n"),
    "note": _by("A"),
    "notes": _by("i"),
    "print": _by("f4"),
    "prompt": _by("slash"),
    "marks": _by("f9"),
    "recent": _by("O"),
    "tray": _by("Y"),
    "review": _review,
    "send": _send,
    "dictionary": _dictionary,
    "add": _by("a"),
    "dossiers": _by("D"),
    "filters": _by("B"),
    "findings": _findings,
}


BOTH_LAYOUTS = ("main", "glossary", "print")
"""A screen of texts, one with a field and one with rows: the app maps the keys of them all."""


class _Recorder:
    """In place of carrying commands out: which one was asked for."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.asked: list[str] = []
        monkeypatch.setattr(CommandScreen, "action_run", lambda _screen, id: self.asked.append(id))

    def take(self) -> list[str]:
        asked, self.asked = self.asked, []
        return asked


def test_every_screen_is_tested_here() -> None:
    assert SCREENS.keys() == commands.SCREENS.keys()


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_key_does_its_command_in_both_layouts(
    screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened("ru", WIDE) as (app, pilot):
        await SCREENS[screen](app, pilot)
        await pilot.pause()
        recorder = _Recorder(monkeypatch)
        reached: dict[str, list[str]] = {}
        for command in commands.of(*commands.SCREENS[screen]):
            for key in command.keys:
                field = isinstance(app.focused, Input | TextArea)
                if field and _edits(key):
                    continue
                typed = field and _typed(key) is not None
                for pressed in {key, _russian(key) if screen in BOTH_LAYOUTS else key}:
                    await pilot.press(pressed)
                    if pressed != key:  # the app presses the twin
                        await pilot.pause()
                    asked = recorder.take()
                    if typed:
                        assert asked == [], (command.id, pressed)
                    else:
                        assert asked == [command.id], (command.id, pressed)
                    if asked == [command.id]:
                        reached.setdefault(command.id, []).append(pressed)
        everything = {command.id for command in commands.of(*commands.SCREENS[screen])}
        # In a field Enter submits, and what it submits is what the command does.
        assert everything - reached.keys() <= {"choose", "answer", "next_kind", "previous_kind"}


@pytest.mark.parametrize("screen", SCREENS)
async def test_every_key_does_its_command_in_every_layout_of_a_terminal_that_tells_its_place(
    screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened("ru", WIDE) as (app, pilot):
        await SCREENS[screen](app, pilot)
        await pilot.pause()
        recorder = _Recorder(monkeypatch)
        checked = 0
        for layout in kitty.LAYOUTS:
            parser = _Parser()  # as at a start: no key has told the layout
            for command in commands.of(*commands.SCREENS[screen]):
                for key, sequence in _pressed(kitty.LAYOUTS[layout], command.keys):
                    field = isinstance(app.focused, Input | TextArea)
                    if field and _edits(key):
                        continue
                    for event in parser.feed(sequence):
                        event.set_sender(app)
                        app.post_message(event)
                    typed = field and _typed(key) is not None
                    for _round in range(4 if typed else 50):
                        await _through(app)
                        if recorder.asked:
                            break
                    await _through(app)
                    wanted = [] if typed else [command.id]
                    assert recorder.take() == wanted, (layout, command.id, key)
                    checked += 1
        assert checked >= (300 if screen == "main" else 24)


async def _through(app: ReaderApp) -> None:
    """Wait until a key has gone from the app to what has the focus, and back up to the app."""
    focused = app.focused or app.screen
    for pump in (app, *focused.ancestors_with_self):
        done = asyncio.Event()
        if pump.call_later(done.set):
            await done.wait()
    if (gate := app._gate) is not None and gate._task is not None:
        await gate._task


def _pressed(layout: kitty.Layout, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The keys with a character, and what the keys send that a reader presses for them."""
    for key in keys:
        *held, last = key.split("+")
        character = _typed(last) or {"slash": "/", "plus": "+", "at": ""}.get(last, "")
        if len(character) != 1 or character == " ":
            continue
        place, shift = kitty.us_place(character)
        with_held = {"shift": shift, **dict.fromkeys(held, True)}
        if layout.is_latin and not held:  # what is written on it, wherever it lies
            sequence = layout.place_of(character)
            ours = layout.key(place, shift=shift)
            sign = _typed_by(layout, place, shift)
            if ours and not sign.isascii():
                yield key, ours
        elif layout.is_latin:
            at = layout.place_of(character)
            sequence = (
                layout.key(_place_in(layout, character), **dict.fromkeys(held, True)) if at else ""
            )
        else:
            sequence = layout.key(place, **with_held) or layout.place_of(character)
        if sequence:
            yield key, sequence


def _typed_by(layout: kitty.Layout, place: str, shift: bool) -> str:
    return (layout.shifted if shift else layout.plain)[kitty.number(place)]


def _place_in(layout: kitty.Layout, character: str) -> str:
    """Where a key lies: that of a digit which needs Shift is pressed by its place."""
    if character not in layout.plain:
        return kitty.us_place(character)[0]
    return kitty.PLACES[layout.plain.index(character)]


def _typed(key: str) -> str | None:
    """The character that a key types into a field."""
    try:
        character = key if len(key) == 1 else unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return None
    return character if character.isprintable() else None


def _edits(key: str) -> bool:
    """A field keeps these keys to itself."""
    return key in ("enter", "left", "right", "ctrl+k", "ctrl+f", "home", "end")


def _russian(key: str) -> str:
    """What the same key sends with the Russian layout, by Textual's name; other keys stay."""
    *modifiers, last = key.split("+")
    by_name = {"slash": "full_stop", "question_mark": "comma"}
    if last in by_name and not modifiers:
        return by_name[last]
    for cyrillic in _TWINS:
        candidate = "+".join([*modifiers, cyrillic])
        if cyrillic.isalpha() and latin_key(candidate) == key:
            return candidate
    return key


def test_every_letter_key_has_a_twin_in_the_russian_layout() -> None:
    for command in commands.COMMANDS:
        for key in command.keys:
            letter = key.rpartition("+")[2]
            if len(letter) == 1 and letter.isalpha():
                assert _russian(key) != key, (command.id, key)


# The palette.


@pytest.mark.parametrize("screen", ["main", "entry", "help", "print"])
async def test_the_palette_offers_every_command_of_its_screen(screen: str) -> None:
    async with opened("ru", WIDE) as (app, pilot):
        await SCREENS[screen](app, pilot)
        await pilot.press("ctrl+p")
        await pilot.pause()
        from reader.tui.widgets.row_list import RowList

        offered = {row.id for row in app.screen.query_one(RowList).rows}
        wanted = {command.id for command in commands.of(*commands.SCREENS[screen])}
        assert offered == wanted - {"palette"}


async def test_what_is_chosen_in_the_palette_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    async with opened("ru", WIDE) as (_app, pilot):
        await pilot.press("ctrl+p", *"glossary")
        recorder = _Recorder(monkeypatch)
        await pilot.press("enter")
        await pilot.pause()
        assert recorder.take() == ["glossary"]


# What is told of keys and commands.


async def test_no_screen_shows_the_bindings_that_textual_describes() -> None:
    async with opened("ru", WIDE) as (app, pilot):
        assert not app.ENABLE_COMMAND_PALETTE
        for steps in SCREENS.values():
            await steps(app, pilot)
            for kind in (Footer, Header, HelpPanel):
                widgets: Any = app.screen.query(kind)
                assert not widgets
            while app.screen is not app.main:
                app.pop_screen()
                await pilot.pause()


def test_every_command_has_a_russian_title_and_help() -> None:
    interface.set_language("ru")
    for command in commands.COMMANDS:
        for msgid in (command.title, command.help, command.group):
            assert re.search("[а-яё]", messages._(msgid)), msgid


NAMES = {
    "PgDn": "pagedown",
    "PgUp": "pageup",
    "Enter": "enter",
    "Backspace": "backspace",
    "Esc": "escape",
    "Ins": "insert",
    "Del": "delete",
}
ARROWS = {"↑": "up", "↓": "down", "←": "left", "→": "right"}


def _key(written: str) -> str:
    """Textual's name of a key as README and the page of keys write it."""
    *modifiers, last = written.split("+")
    last = {**NAMES, **ARROWS}.get(last, last)
    if len(last) > 1 or modifiers:
        last = last.lower()
    return full_name("+".join([*(m.lower() for m in modifiers), last]))


@pytest.mark.parametrize("page", ["README.md", "README.ru.md", "docs/keys.md"])
def test_no_key_is_documented_that_does_nothing(page: str) -> None:
    text = Path(ROOT, page).read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    keys = [_key(written) for row in rows for written in re.findall(r"`([^`]+)`", row)]
    assert len(keys) > 15
    bound = {key for command in commands.COMMANDS for key in command.keys}
    assert [key for key in keys if key not in bound] == []
