"""No string of the screen is left outside the catalog, Textual's own included.

Everything is opened in the pseudo-locale, on a dossier in Greek: what is written in Latin or
Cyrillic letters without accents is a string that nobody could translate.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input

from reader import clipboard, saving, settings
from reader.articles import recognition
from reader.checks import structure
from reader.dossiers import loader
from reader.language import interface
from reader.launch import LaunchOptions
from reader.library.collection import Collection
from reader.printing import destinations
from reader.tui import crash
from reader.tui.app import ReaderApp
from reader.tui.print_job import CLIPBOARD, FILE, OUTPUT, PRINTER
from reader.tui.screens import lights
from reader.tui.screens.print import PrintScreen
from tests.tui.opened import MIDDLE, NARROW, WIDE, opened, settled
from tests.tui.screens import screen_text
from tests.whole import greek
from tests.whole.pseudo import SPOKEN, leaks

pytestmark = pytest.mark.usefixtures("pseudo_locale")

KEYS = ("source", "summary", "original", "publisher", "published", "title", "language", "text", "text_kind", "p9", "p1", "p2", "iconv -t UTF-8")  # fmt: skip
"""Names of a dossier's format, which a person writes as they are."""

Steps = Callable[[ReaderApp, Pilot[int]], Awaitable[None]]


def seen(app: ReaderApp) -> str:
    """Everything that the app says now: the screen, tooltips, notifications, the window's title."""
    said = [screen_text(app), app.sub_title]
    for widget in app.screen.query(Widget):
        said += [str(widget.tooltip or ""), str(widget.border_title or "")]
        said += [str(widget.border_subtitle or "")]
        if isinstance(widget, Input):
            said.append(str(widget.placeholder))
    for note in app._notifications:
        said += [note.message, note.title]
    return "\n".join(filter(None, said))


def assert_translated(app: ReaderApp, *names: str) -> None:
    text = seen(app)
    assert not leaks(text, *names), text


async def _source(_app: ReaderApp, _pilot: Pilot[int]) -> None:
    return


async def _summary(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.main.enter_pane("summary")
    await pilot.press("t")


async def _documents(app: ReaderApp, _pilot: Pilot[int]) -> None:
    app.main.enter_pane("documents")


async def _second(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("J", "J", "right_square_bracket", "enter")


async def _popup(app: ReaderApp, _pilot: Pilot[int]) -> None:
    app.main.open_entry("11")


async def _glossary(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("w")


async def _found(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("w", *"Αιγαίο")


async def _nearest(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("w", *"Αιγαλο")


async def _nothing_found(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("w", *"0000")


async def _palette(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("colon")


async def _palette_end(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("colon", "up", *["pagedown"] * 9)


async def _no_command(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("colon", *"000")


async def _help(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("question_mark")


async def _help_end(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("question_mark", *["pagedown"] * 12)


async def _print(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("P")


async def _print_all(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("P", "up", "left")


async def _selected(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.main.enter_pane("summary")
    await pilot.press("j", "plus")


async def _status(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("s")


async def _status_end(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("s", "G")


async def _print_selected(app: ReaderApp, pilot: Pilot[int]) -> None:
    await _selected(app, pilot)
    await pilot.press("P")


async def _marks(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("m", "a", "apostrophe")


async def _no_marks(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("apostrophe")


async def _mark_again(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("m", "a", "U", "ctrl+r")


async def _nothing_undone(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("U", "ctrl+r")


async def _tray(app: ReaderApp, pilot: Pilot[int]) -> None:
    await _selected(app, pilot)
    await pilot.press("Y")


async def _empty_tray(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("Y")


async def _no_files(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("O")


async def _no_such_file(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("O", "0")


async def _find(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("slash")


async def _matches(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("slash", *"Αιγαίο", "enter", "n")


async def _no_match(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("slash", *"000", "enter")


async def _which_paragraph(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("ctrl+g")


async def _no_paragraph(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("ctrl+g", *"99", "enter")


async def _which_mark(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("m")


async def _marked(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("m", "7", "apostrophe")


async def _no_mark(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("apostrophe", "8")


async def _other_text(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("v")


async def _parallel(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("v")


async def _unlocked(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("equals_sign", "v", "equals_sign")


async def _peeked(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("x")


async def _facts(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("F")


async def _no_facts(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.session.lights = lights.KINDS[-1]
    await pilot.press("F")


async def _who(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("W")


async def _told(app: ReaderApp, pilot: Pilot[int]) -> None:
    await settled(app, pilot)
    await pilot.press("t", "enter")


async def _nobody(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("W")


async def _copied(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("y")


async def _new_entry(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("w", "ctrl+n")


async def _wrong_entry(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("w", "ctrl+n", "ctrl+s")


async def _note(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("A")


async def _unkept(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("A", "5", "escape")


async def _wordless(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("A", "ctrl+s")


async def _noted(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("A", "5", "ctrl+s")
    await settled(app, pilot)


async def _notes(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("i")


async def _no_note(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("i", "0")


async def _edited(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("i")
    await settled(app, pilot)
    await pilot.press("ctrl+e")


async def _removed(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("i")
    await settled(app, pilot)
    await pilot.press("delete")


async def _undone(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("U", "U", "U", "alt+y", "alt+y", "alt+y")


async def _how_to_leave(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("ctrl+c")


async def _grouped(app: ReaderApp, pilot: Pilot[int]) -> None:
    app.main.with_filter("group:publisher")
    await settled(app, pilot)
    await pilot.press("alt+o", "alt+g")


async def _filtered_away(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("ampersand", "0", "0", "enter")


async def _no_filter(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("B")


async def _saved_filter(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("ampersand", "0", "enter", "B", "1", "enter")
    await settled(app, pilot)
    await pilot.press("ctrl+e")


async def _filter_gone(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("B")
    await settled(app, pilot)
    await pilot.press("delete", "alt+z", "alt+y")


async def _which_dossier(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("D", "0", "0")


async def _which_folder(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("D", "slash", "0", "slash")


async def _nothing_to_add(_app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("a", "0", "0")


async def _pasted(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("a")
    await settled(app, pilot)
    app.screen.query_one("#what").post_message(events.Paste("Αιγαίο\n\nΤο Αιγαίο είναι θάλασσα."))


async def _added(app: ReaderApp, pilot: Pilot[int]) -> None:
    await _pasted(app, pilot)
    await settled(app, pilot)
    await pilot.press("enter")
    await settled(app, pilot)
    app.main.enter_pane("documents")
    await pilot.press("delete")
    await settled(app, pilot)
    await pilot.press("alt+z")


async def _not_removed(app: ReaderApp, pilot: Pilot[int]) -> None:
    await pilot.press("delete")
    app.main.enter_pane("documents")
    await pilot.press("g", "delete")


SCREENS: dict[str, Steps] = {
    step.__name__.strip("_"): step
    for step in (
        _source, _summary, _documents, _second, _popup, _glossary, _found, _nearest,
        _nothing_found, _palette, _palette_end, _no_command, _help, _help_end, _print, _print_all, _status, _status_end, _selected, _print_selected, _find,
        _matches, _no_match, _which_paragraph, _no_paragraph, _which_mark, _marked, _no_mark,
        _other_text, _parallel, _unlocked, _peeked, _copied, _new_entry, _wrong_entry, _note, _unkept,
        _wordless, _notes, _noted, _no_note, _edited, _removed, _undone,
        _how_to_leave, _marks, _no_marks, _mark_again, _nothing_undone, _tray, _empty_tray,
        _no_files, _no_such_file, _facts, _told, _no_facts, _who, _told, _nobody,
        _no_files, _no_such_file, _grouped, _filtered_away, _no_filter, _saved_filter, _filter_gone,
        _which_dossier, _which_folder, _nothing_to_add, _pasted, _added, _not_removed,
    )
}  # fmt: skip
SOME = (
    "source",
    "summary",
    "documents",
    "popup",
    "print",
    "help",
    "parallel",
    "new_entry",
    "note",
    "notes",
)
"""Those that are laid out anew where there is less room."""


@pytest.mark.parametrize(
    ("size", "screens"),
    [(WIDE, tuple(SCREENS)), (MIDDLE, SOME), (NARROW, SOME)],
    ids=["120x40", "80x24", "60x20"],
)
async def test_no_screen_says_anything_outside_the_catalog(
    size: tuple[int, int],
    screens: tuple[str, ...],
    greek_dossier: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clipboard, "copy", lambda _text: None)
    async with opened(SPOKEN, size, root=greek_dossier) as (app, pilot):
        for name in screens:
            await SCREENS[name](app, pilot)
            await settled(app, pilot)
            assert not leaks(seen(app)), f"{name}:\n{seen(app)}"
            await _afresh(app, pilot)


async def _afresh(app: ReaderApp, pilot: Pilot[int]) -> None:
    """Back to the first screen, with nothing open on it."""
    app.clear_notifications()
    while len(app.screen_stack) > 1:
        app.pop_screen()
        await pilot.pause()
    await pilot.press("f10")
    app.main.enter_pane("source")
    await pilot.pause()


async def test_the_whole_help_of_every_screen_is_in_the_catalog(greek_dossier: Path) -> None:
    from reader.tui.keys import commands
    from reader.tui.screens.help import help_blocks

    async with opened(SPOKEN, WIDE, root=greek_dossier) as (app, _pilot):
        for where in commands.SCREENS.values():
            blocks = help_blocks(where, app.session.keys_of)
            assert not leaks("\n".join(f"{b.marker}\n{b.text}" for b in blocks))


async def test_an_article_without_a_summary_is_told_of_in_the_catalog_s_words(
    greek_dossier: Path,
) -> None:
    article = recognition.open_article(greek.ARTICLE, "3.txt", loader.load(greek_dossier).documents)
    async with opened(SPOKEN, WIDE, root=greek_dossier, articles=(article,)) as (app, pilot):
        assert_translated(app)
        await pilot.press("P")
        assert_translated(app)


# Printing, and what it says afterwards.


async def _send(app: ReaderApp, pilot: Pilot[int], destination: str, name: str = "") -> None:
    await pilot.press("P")
    screen = app.screen
    assert isinstance(screen, PrintScreen)
    screen._row("destination").chosen = destination
    if destination == FILE:
        screen.query_one("#file", Input).value = name
    await pilot.press("enter")
    await settled(app, pilot)


async def test_printing_to_a_file_speaks_by_the_catalog(greek_dossier: Path) -> None:
    Path("2.txt").write_text("κείμενο", encoding="utf-8")
    async with opened(SPOKEN, WIDE, root=greek_dossier) as (app, pilot):
        for name in ("", "1.txt", "2.txt", "0/9/9.txt", "/proc/1.txt", "1/2/3/", "0" * 300):
            await _send(app, pilot, FILE, name)
            assert_translated(app, str(Path.cwd()))
            await _afresh(app, pilot)


async def test_printing_to_the_clipboard_speaks_by_the_catalog(
    greek_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(SPOKEN, WIDE, root=greek_dossier) as (app, pilot):
        for tool in ("xclip", None):
            monkeypatch.setattr(clipboard, "copy", lambda _text, tool=tool: tool)
            await _send(app, pilot, CLIPBOARD)
            assert_translated(app, "xclip")
            await _afresh(app, pilot)


async def test_printing_on_leaving_speaks_by_the_catalog(greek_dossier: Path) -> None:
    async with opened(SPOKEN, WIDE, root=greek_dossier) as (app, pilot):
        await _send(app, pilot, OUTPUT)
        assert_translated(app)
        assert app.session.leaving
        assert not leaks("".join(app.session.leaving), "p1", "p2")


async def test_a_printer_speaks_by_the_catalog(
    greek_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(destinations, "has_printing", lambda: True)
    monkeypatch.setattr(destinations, "printers", lambda: ["1234"])
    monkeypatch.setattr(destinations, "to_printer", lambda *_args, **_more: "77")
    async with opened(SPOKEN, WIDE, root=greek_dossier) as (app, pilot):
        await pilot.press("P")
        await settled(app, pilot)
        screen = app.screen
        assert isinstance(screen, PrintScreen)
        screen._row("destination").chosen = PRINTER
        screen._arrange()
        await settled(app, pilot)
        assert_translated(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert_translated(app)


# Before everything is there, and when something never will be.


@asynccontextmanager
async def _started(root: Path) -> AsyncIterator[tuple[ReaderApp, Pilot[int]]]:
    app = ReaderApp(LaunchOptions(Collection(root), None, SPOKEN))
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        yield app, pilot


async def test_a_dossier_that_is_still_being_read(
    greek_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReaderApp, "_first_frame_is_out", lambda _app: None)
    async with _started(greek_dossier) as (app, pilot):
        assert_translated(app)
        for key in ("J", "P", "w", "slash", "t", "enter", "backspace", "L", "L"):
            await pilot.press(key)
            await pilot.pause()
        assert_translated(app)


async def test_terms_that_are_still_being_read(
    greek_dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Collection, "build_matcher", lambda *_args: None)
    async with _started(greek_dossier) as (app, pilot):
        await pilot.press("w", *"Αιγ")
        await settled(app, pilot)
        assert_translated(app)


async def test_no_dossier_at_all(greek_dossier: Path) -> None:
    async with _started(greek_dossier / "9") as (app, _pilot):
        assert app.session.failure
        assert_translated(app)


WHOLE = greek.DOCUMENT.format(published="2025-01-01", inferred="")
BROKEN = (
    "- 1\n- 2\n",
    "language: ru\ntitle: Α\n",
    WHOLE + "10: 1\n",
    WHOLE.replace("[p1, p2]", "[p9]"),
    greek.DOCUMENT.format(published="0000-99", inferred=""),
    "title: [1\n",
    "a: 1\na: 2\n",
    "&a [*a]\n",
    "",
)


async def test_broken_documents_are_reported_in_the_catalog_s_words(greek_dossier: Path) -> None:
    for name, text in enumerate(BROKEN, 4):
        (greek_dossier / "documents" / f"{name}.yaml").write_text(text, encoding="utf-8")
    async with opened(SPOKEN, WIDE, root=greek_dossier) as (app, _pilot):
        assert app._notifications
        assert_translated(app, *KEYS)
    for problem in structure.check(greek_dossier):
        assert not leaks(interface.describe(problem), *KEYS), problem


async def test_wrong_settings_are_reported_in_the_catalog_s_words(greek_dossier: Path) -> None:
    saving.write_atomically(
        settings.path(), 'theme = "0"\n0 = 1\n[keys]\nnothing = "0"\ntheme = "q"\n'
    )
    async with opened(SPOKEN, WIDE, root=greek_dossier) as (app, _pilot):
        assert app._notifications
        # Names of settings, commands and themes are as they are written in the file.
        assert_translated(app, *settings.THEMES, "theme", "nothing", "quit", str(settings.path()))


async def test_a_crash_is_told_of_in_the_catalog_s_words() -> None:
    assert not leaks(crash.keep(ValueError("0")), str(crash.report()))


async def test_a_plain_string_would_be_found(greek_dossier: Path) -> None:
    async with opened(SPOKEN, WIDE, root=greek_dossier) as (app, pilot):
        app.notify("Nobody translated this.", markup=False)
        await pilot.pause()
        assert "Nobody" in leaks(seen(app))
