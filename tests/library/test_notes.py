"""Notes are kept: whole, with every program's, through kills, damage and editing by hand."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library import notes
from reader.library.anchoring import Quote
from reader.library.notes import Note, Notebook
from reader.model import Problem
from reader.undo import Log

QUOTE = Quote("two towns", "Once ", " met", "p1", 5, 14, 0.25, (1, 0))
NOTE = Note(
    "a1", "water", "selection", "Ask\nwhy «two»", ("to ask", "вода"), "2024-05-02T10:00:00+04:00",
    "2024-05-02T10:00:00+04:00", "translation", "en", QUOTE,
)  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Notebook:
    return Notebook(tmp_path / "data" / "notes" / "water.jsonl")


def again(book: Notebook) -> Notebook:
    return Notebook(book.path)


def test_a_note_is_read_as_it_was_written(book: Notebook) -> None:
    assert book.notes() == ()
    book.replace(None, NOTE)
    claim = NOTE._replace(
        id="a2", kind="claim", claim="c3", fingerprint="0f", document="/tmp/\udce9"
    )
    book.replace(None, claim)
    assert again(book).notes() == book.notes() == (NOTE, claim)
    assert again(book).problems == ()


def test_the_file_is_json_a_note_a_line_for_its_reader_alone(book: Notebook) -> None:
    book.replace(None, NOTE)
    book.replace(None, NOTE._replace(id="a2"))
    lines = book.path.read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a1", "a2"]
    assert "«two»" in lines[0]
    assert stat.S_IMODE(book.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(book.path.parent.stat().st_mode) == 0o700


def test_a_time_has_its_zone() -> None:
    assert notes.now()[-6] in "+-"
    changed = notes.edited(NOTE, "new", ())
    assert changed.made == NOTE.made
    assert changed.changed > NOTE.changed


def test_what_is_edited_or_removed_leaves_the_other_lines_as_they_are(book: Notebook) -> None:
    book.replace(None, NOTE)
    book.replace(None, NOTE._replace(id="a2"))
    written = "# my notes\r\n\r\n" + book.path.read_text().replace(
        '"id": "a2"', '"mine": [1.50],   "id": "a2"'
    )
    book.path.write_bytes(written.encode())
    _first, second = book.notes()
    book.replace(NOTE, NOTE._replace(text="other"))
    assert book.path.read_bytes() == written.replace("Ask\\nwhy «two»", "other", 1).encode()
    book.replace(second, second._replace(text="new"))
    assert json.loads(book.path.read_text().splitlines()[-1])["mine"] == [1.5]
    book.replace(book.notes()[0], None)
    assert [note.text for note in again(book).notes()] == ["new"]
    assert book.path.read_text().startswith("# my notes\n\n{")


@pytest.mark.parametrize(
    "line",
    [
        b"{", b"[]", b"7", b'{"id": "x"}', b'{"id": "", "document": "d", "text": ""}',
        b'{"id": "x", "document": "d", "text": 5}', b'{"id": "x", "document": "d", "text": "", "kind": "poem"}',
        b'{"id": "x", "document": "d", "text": "", "elsewhere": NaN}', b"\xff\xfa",
        b'{"id": "x", "document": "d", "text": "", "shared": [1]}', b"[" * 100_000,
        b'{"id": "x", "document": "d", "text": "", "start": ' + b"9" * 5000 + b"}",
    ],
)  # fmt: skip
def test_a_line_that_is_no_note_is_named_and_stays(book: Notebook, line: bytes) -> None:
    book.replace(None, NOTE)
    with book.path.open("ab") as file:
        file.write(line)
    (problem,) = (again(book).notes() and again(book).problems) or _problems(book)
    assert (problem.path, problem.line) == (str(book.path), 2)
    book.replace(None, NOTE._replace(id="a2"))
    assert line in book.path.read_bytes().split(b"\n")
    assert [note.id for note in again(book).notes()] == ["a1", "a2"]


def _problems(book: Notebook) -> tuple[Problem, ...]:
    fresh = again(book)
    fresh.notes()
    return fresh.problems


@pytest.mark.parametrize("data", ["заметка\n".encode("utf-16"), b"\0" * 512])
def test_what_is_no_text_is_set_aside_and_named(book: Notebook, data: bytes) -> None:
    book.path.parent.mkdir(parents=True)
    for number, name in enumerate(("water.damaged", "water.damaged-2")):
        book.path.write_bytes(data)
        assert _problems(book)[0].message == notes.NOT_TEXT
        assert book.path.read_bytes() == data
        book.replace(None, NOTE._replace(id=f"n{number}"))
        assert book.notes()[0].id == f"n{number}"
        assert book.problems[0].values == {"name": name}
        assert (book.path.parent / name).read_bytes() == data


def test_notes_before_a_damaged_end_are_taken_over(book: Notebook) -> None:
    book.replace(None, NOTE)
    whole = book.path.read_bytes()
    book.path.write_bytes(whole + b"\0" * 100)
    book.replace(None, NOTE._replace(id="a2"))
    assert [note.id for note in again(book).notes()] == ["a1", "a2"]
    assert (book.path.parent / "water.damaged").read_bytes() == whole + b"\0" * 100


def test_a_line_copied_by_hand_is_a_note_of_its_own(book: Notebook) -> None:
    book.replace(None, NOTE)
    book.path.write_bytes(book.path.read_bytes() * 2)
    first, second = book.notes()
    assert (first.id, second.id) == ("a1", "a1-2")
    book.replace(second, None)
    assert book.notes() == (NOTE,)


def test_nothing_in_a_file_acts_on_a_terminal(book: Notebook) -> None:
    book.replace(None, NOTE._replace(text="a\x1b[31mb", tags=("\x07",)))
    (note,) = book.notes()
    assert note.text == "a␛[31mb"
    assert note.tags == ("␇",)
    book.replace(NOTE._replace(text="a\x1b[31mb", tags=("\x07",)), None)
    assert book.notes() == ()


def test_what_changed_meanwhile_is_not_written_over(book: Notebook) -> None:
    book.replace(None, NOTE)
    other = again(book)
    other.replace(NOTE, NOTE._replace(text="theirs"))
    for after in (NOTE._replace(text="mine"), None):
        with pytest.raises(ReaderError) as raised:
            book.replace(NOTE, after)
        assert raised.value.problems[0].message == notes.CHANGED
    assert book.notes()[0].text == "theirs"


@pytest.mark.parametrize("kind", ["folder", "pipe", "null"])
def test_what_is_no_file_is_said_and_left(book: Notebook, kind: str) -> None:
    book.path.parent.mkdir(parents=True)
    if kind == "folder":
        book.path.mkdir()
    elif kind == "pipe":
        os.mkfifo(book.path)
    else:
        book.path.symlink_to("/dev/null")
    assert book.notes() == ()
    assert len(book.problems) == 1
    with pytest.raises(ReaderError):
        book.replace(None, NOTE)


def test_a_file_that_may_not_be_written_is_said(
    book: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.saving.write_atomically", refuse)
    with pytest.raises(ReaderError) as raised:
        book.replace(None, NOTE)
    assert raised.value.problems[0].values == {"reason": "No space left on device"}


def test_a_file_that_would_be_too_large_is_as_it_was(
    book: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.replace(None, NOTE)
    before = book.path.read_bytes()
    monkeypatch.setattr(Notebook, "LARGEST", len(before) + 10)
    with pytest.raises(ReaderError):
        book.replace(None, NOTE._replace(id="a2"))
    assert book.path.read_bytes() == before


ADD = """
import sys
from pathlib import Path
from reader.library.notes import Note, Notebook
book, name = Notebook(Path(sys.argv[1])), sys.argv[2]
for number in range(int(sys.argv[3])):
    book.replace(None, Note(f"{name}-{number}", "water", "paragraph", "text"))
    print(number, flush=True)
"""


def start(book: Notebook, name: str, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", ADD, str(book.path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_programs_that_add_at_once_lose_nothing(book: Notebook) -> None:
    programs = [start(book, name, 25) for name in "abc"]
    for program in programs:
        program.communicate(timeout=60)
        assert program.returncode == 0
    assert {note.id for note in book.notes()} == {
        f"{name}-{n}" for name in "abc" for n in range(25)
    }


def test_a_killed_program_loses_at_most_the_note_that_it_was_writing(book: Notebook) -> None:
    for moment in range(10):
        program = start(book, f"k{moment}", 10_000)
        assert program.stdout is not None
        program.stdout.readline()
        time.sleep(moment * 0.004)
        os.kill(program.pid, signal.SIGKILL)
        said = program.stdout.read().split()
        program.stdout.close()
        program.wait()
        fresh = again(book)
        kept = {note.id for note in fresh.notes()}
        last = int(said[-1]) if said else 0
        assert {f"k{moment}-{n}" for n in range(last + 1)} <= kept
        assert fresh.problems == ()
    book.replace(None, NOTE)
    assert not list(book.path.parent.glob(".reader-*.tmp"))


def test_added_edited_and_removed_is_undone_and_redone(book: Notebook) -> None:
    log, other = Log(), NOTE._replace(text="other")
    log.do(book, None, NOTE)
    log.do(book, NOTE, other)
    log.do(book, other, None)
    states = []
    while log.undo() is not None:
        states.append(book.notes())
    assert states == [(other,), (NOTE,), ()]
    states = []
    while log.redo() is not None:
        states.append(book.notes())
    assert states == [(NOTE,), (other,), ()]


def test_what_cannot_be_undone_stays_until_it_is_forgotten(book: Notebook) -> None:
    log = Log()
    log.do(book, None, NOTE._replace(id="a0"))
    log.do(book, None, NOTE)
    again(book).replace(NOTE, NOTE._replace(text="theirs"))
    for _ in range(2):
        with pytest.raises(ReaderError):
            log.undo()
    log.forget_last()
    change = log.undo()
    assert change is not None
    assert change.after == NOTE._replace(id="a0")
    assert [note.text for note in book.notes()] == ["theirs"]


def test_a_new_change_makes_what_was_undone_undone_for_good(book: Notebook) -> None:
    log = Log()
    log.do(book, None, NOTE)
    log.undo()
    log.do(book, None, NOTE._replace(id="a2"))
    assert log.redo() is None
