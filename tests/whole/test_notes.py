"""The reader's notes in a real terminal: written, listed, there again after the next start."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from reader.library.notes import Notebook
from tests.whole.terminal import Terminal, environment, running


def _environment(home: Path) -> dict[str, str]:
    homes = {f"XDG_{n.upper()}_HOME": str(home / n) for n in ("state", "config", "data")}
    return {
        **environment(HOME=str(home), **homes),
        "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
    }


def _notes(home: Path) -> Notebook:
    return Notebook(home / "data" / "reader" / "notes" / "dossiers" / "us-azerbaijan.jsonl")


def _escape(terminal: Terminal) -> None:
    terminal.press("\x1b")
    time.sleep(0.5)  # or the next key would be one with Alt
    terminal.read()


@pytest.mark.parametrize("size", [(120, 40), (80, 24)], ids=["120x40", "80x24"])
def test_a_note_is_written_listed_and_there_after_the_next_start(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    home = _environment(tmp_path)
    with running(["report-charter", "--lang", "en"], home, size) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("A")
        terminal.wait_for("New note")
        terminal.press("zzqq words\tchecked")
        terminal.wait_for("checked")
        terminal.press("\x13")
        terminal.wait_for("The note is kept.")
        terminal.press("}")
        terminal.press("{")
        terminal.wait_for("✎ zzqq words #checked")
        terminal.press("i")
        terminal.wait_for("1 note")
        _escape(terminal)
        terminal.press("q")
        assert terminal.ended() == 0
    with running(["--lang", "en"], home, size) as terminal:
        terminal.wait_for("✎ zzqq words #checked")
        terminal.press("i")
        terminal.wait_for("1 note")
        terminal.press("#chec")
        terminal.wait_for("#chec")
        terminal.press("\x05")
        terminal.wait_for("Edit the note")
        terminal.press(" more\x13")
        terminal.wait_for("The note is changed.")
        terminal.press("\r")
        terminal.wait_for("Paragraph 1 of")
        terminal.press("q")
        assert terminal.ended() == 0
    (note,) = _notes(tmp_path).notes()
    assert (note.text, note.tags) == ("zzqq words more", ("checked",))


def test_in_the_russian_layout(tmp_path: Path) -> None:
    with running(["report-charter", "--lang", "ru"], _environment(tmp_path)) as terminal:
        terminal.wait_for("Абзац 1 из")
        terminal.press("Ф")  # where A lies
        terminal.wait_for("Новая заметка")
        terminal.press("щщыы\x13")
        terminal.wait_for("Заметка сохранена.")
        terminal.press("Г")  # where U lies
        terminal.wait_for("Заметка убрана")
        terminal.press("q")
        assert terminal.ended() == 0
    assert _notes(tmp_path).notes() == ()


def test_a_program_that_is_killed_loses_no_note_and_at_most_the_last_key(tmp_path: Path) -> None:
    home = _environment(tmp_path)
    asked = ["report-charter", "--lang", "en"]
    with running(asked, home) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("A")
        terminal.wait_for("New note")
        terminal.press("kept one\x13")
        terminal.wait_for("The note is kept.")
        terminal.press("A")
        terminal.wait_for("New note")
        terminal.press("begun z")
        terminal.wait_for("begun")
        until = time.monotonic() + 10
        folder = tmp_path / "data" / "reader" / "notes" / "drafts" / "us-azerbaijan"
        while not any("begun" in path.read_text() for path in folder.glob("*.jsonl")):
            assert time.monotonic() < until
            terminal.read()
        os.kill(terminal.pid, signal.SIGKILL)
        os.waitpid(terminal.pid, 0)
    with running(asked, home) as terminal:
        terminal.wait_for("when the program ended")
        terminal.press("i")
        terminal.wait_for("2 notes")
        _escape(terminal)
        terminal.press("q")
        assert terminal.ended() == 0
    texts = [note.text for note in _notes(tmp_path).notes()]
    assert texts[0] == "kept one"
    assert texts[1] in ("begun", "begun z")
