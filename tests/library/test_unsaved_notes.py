"""What is being typed of a note: kept from key to key, and taken over when its program has ended."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import saving
from reader.dossiers import paths
from reader.library.anchoring import Quote
from reader.library.notes import Note
from reader.library.noting import Notes
from reader.library.unsaved_notes import Draft, adopt
from tests.library import building


@pytest.fixture
def notes(folder: Path) -> Notes:
    return Notes(building.built(folder))


def note(text: str) -> Note:
    quote = Quote("Такого лова", paragraph="p2")
    return Note("n1", "catch", "selection", text, ("tag",), language="ru", quote=quote)


def ended() -> int:
    """The number of a program that has ended."""
    return int(subprocess.check_output([sys.executable, "-c", "import os; print(os.getpid())"]))


def leave(text: str, name: str) -> Path:
    """Leave a draft as a program of another number does."""
    draft = Draft("sea")
    draft.keep(note(text))
    own = paths.note_drafts("sea") / f"{os.getpid()}.jsonl"
    return own.rename(own.with_name(name))


def test_what_a_program_left_typed_becomes_a_note_of_its_own(notes: Notes) -> None:
    path = leave("half a", f"{ended()}.jsonl")
    assert adopt(notes, "sea") == 1
    (found,) = notes.all()
    assert (found.text, found.tags, found.quote.exact) == ("half a", ("tag",), "Такого лова")
    assert found.id != "n1", "an edited note stays beside what was typed"
    assert not path.exists()
    assert adopt(notes, "sea") == 0


def test_what_a_program_that_runs_has_typed_is_left_to_it(notes: Notes) -> None:
    Draft("sea").keep(note("still typing"))
    assert adopt(notes, "sea") == 0
    assert notes.all() == []


def test_the_last_of_what_was_typed_is_what_is_kept(notes: Notes) -> None:
    draft = Draft("sea")
    for text in ("o", "on", "one"):
        draft.keep(note(text))
    (path,) = paths.note_drafts("sea").iterdir()
    path.rename(path.with_name(f"{ended()}.jsonl"))
    adopt(notes, "sea")
    assert [found.text for found in notes.all()] == ["one"]


def test_a_draft_without_words_is_no_note(notes: Notes) -> None:
    leave("  ", f"{ended()}.jsonl")
    assert adopt(notes, "sea") == 0
    assert [*paths.note_drafts("sea").iterdir()] == []


def test_a_draft_is_for_its_reader_alone_and_goes_when_it_is_cleared() -> None:
    draft = Draft("sea")
    draft.keep(note("mine"))
    (path,) = paths.note_drafts("sea").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    draft.clear()
    assert not path.exists()
    draft.clear()


def test_where_nothing_can_be_written_typing_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(saving, "write_atomically", full)
    draft = Draft("sea")
    draft.keep(note("mine"))
    draft.clear()


def test_what_cannot_be_added_stays_for_the_next_time(
    notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = leave("half a", f"{ended()}.jsonl")

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(saving, "write_atomically", full)
        assert adopt(notes, "sea") == 0
    assert path.exists()
    assert adopt(notes, "sea") == 1


@pytest.mark.parametrize("name", ["x.jsonl", "4.txt", "99999999999999999999.jsonl"])
def test_other_files_in_the_folder_are_left_alone(notes: Notes, name: str) -> None:
    path = leave("half a", name)
    assert adopt(notes, "sea") == 0
    assert path.exists()
