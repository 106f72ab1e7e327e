"""The one list of commands."""

from __future__ import annotations

from itertools import combinations

import pytest

from reader.tui.app import ReaderApp
from reader.tui.keys import commands
from reader.tui.screens.base import CommandScreen
from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.glossary import GlossaryScreen
from reader.tui.screens.help import HelpScreen, help_blocks
from reader.tui.screens.main import MainScreen
from reader.tui.screens.new_entry import NewEntryScreen
from reader.tui.screens.note import NoteScreen
from reader.tui.screens.notes import NotesScreen
from reader.tui.screens.palette import PaletteScreen
from reader.tui.screens.print import PrintScreen
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text_view import TextView

SCREENS: list[type[CommandScreen]] = [
    MainScreen,
    EntryScreen,
    GlossaryScreen,
    NewEntryScreen,
    NoteScreen,
    NotesScreen,
    HelpScreen,
    PaletteScreen,
    PrintScreen,
]

PUNCTUATION = {
    "left_square_bracket",
    "right_square_bracket",
    "left_curly_bracket",
    "right_curly_bracket",
    "colon",
    "slash",
    "question_mark",
    "apostrophe",
    "plus",
    "asterisk",
    "number_sign",
    "less_than_sign",
    "greater_than_sign",
}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda s: s.__name__)
def test_every_command_of_a_screen_does_something(screen: type[CommandScreen]) -> None:
    for command in commands.of(*screen.PARTS):
        name = f"do_{command.id}"
        texts = [hasattr(view, name) for view in (TextView, RowList)]
        if command.where == "text" and command.id not in ("count", "hints", "copy"):
            assert all(texts), command.id
        else:
            assert not any(texts), command.id
            assert hasattr(screen, name) or hasattr(ReaderApp, name), command.id


@pytest.mark.parametrize("screen", SCREENS, ids=lambda s: s.__name__)
def test_no_key_of_a_screen_means_two_things(screen: type[CommandScreen]) -> None:
    for one, other in combinations(commands.of(*screen.PARTS), 2):
        assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_a_misspelt_command_of_a_screen_fails_when_the_screen_is_made() -> None:
    with pytest.raises(LookupError, match="pagedown"):
        type("Misspelt", (CommandScreen,), {"do_pagedown": lambda _self: None})


def test_a_misspelt_command_that_beats_a_field_fails_when_the_bindings_are_made() -> None:
    with pytest.raises(LookupError, match="nxt_row"):
        commands.bindings("print", priority=("next_row", "nxt_row"))


def test_ids_are_unique() -> None:
    assert len(commands.BY_ID) == len(commands.COMMANDS)


def test_every_punctuation_key_has_a_twin() -> None:
    for command in commands.COMMANDS:
        if PUNCTUATION & set(command.keys):
            assert set(command.keys) - PUNCTUATION, command.id


def test_escape_is_never_the_only_way_back() -> None:
    for command in commands.COMMANDS:
        assert command.keys != ("escape",), command.id


def test_the_help_lists_every_command_of_the_screen() -> None:
    listed = {block.id for block in help_blocks(MainScreen.PARTS, lambda c: c.keys)}
    assert {command.id for command in commands.of(*MainScreen.PARTS)} <= listed
