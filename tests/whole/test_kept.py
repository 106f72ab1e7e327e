"""What the reader does is there at the next start, however the last one ended."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import state
from reader.dossiers import paths
from reader.kept.marks import Marks
from reader.kept.place import Place
from reader.kept.places import Places, ReadFiles
from reader.kept.tray import Selected, Tray
from reader.tui.presenters import summary_blocks
from tests.tui.opened import indexed
from tests.whole.terminal import PATIENCE, Terminal, environment, running

DOSSIER = "us-azerbaijan"
CHARTER = "report-charter"


def _until(terminal: Terminal, is_so: Callable[[], bool]) -> None:
    """Read what the program writes until something is kept."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, f"never kept: {terminal.plain()[-1000:]}"
        assert terminal.read()


def _claims() -> list[str]:
    """The claims of a document in the order of the screen."""
    collection = indexed(paths.builtin())
    blocks = summary_blocks(collection.view(CHARTER, "en"), collection.head("en"))
    return [block.id for block in blocks if block.id[0] == "c" and block.id[1:].isdigit()]


def _place() -> Place:
    return state.load().places.get(state.key(paths.builtin()), Place())


def _start(terminal: Terminal) -> None:
    terminal.wait_for("Paragraph")
    _until(terminal, lambda: _place() != Place())


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    lines = ["The ferry is back", *(f"Sentence {n} is about a ferry." for n in range(90))]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(("language", "size"), [("en", (80, 24)), ("ru", (120, 40))])
def test_a_start_shows_what_was_kept(language: str, size: tuple[int, int], article: Path) -> None:
    paragraph, summary, keys = {
        "en": ("Paragraph", "selected", "Quit"),
        "ru": ("Абзац", "отмечено", "Выход"),
    }[language]
    variables = environment()
    with running(["--lang", language, CHARTER], variables, size) as terminal:
        terminal.wait_for(keys)
        terminal.press("}}}")
        _until(terminal, lambda: _place().cursor == "p4")
        terminal.press("ma")
        _until(terminal, lambda: bool(Marks(DOSSIER).values()))
        terminal.press("\t")
        terminal.wait_for_silence(0.3)
        terminal.press("j")
        _until(terminal, lambda: _place().summary.cursor == "c1")
        terminal.press("+")
        _until(terminal, lambda: bool(Tray(DOSSIER).values()))
        terminal.press("K")
        _until(terminal, lambda: _place().document not in ("", CHARTER))
        terminal.press("jj")
        _until(terminal, lambda: _place().summary.cursor == "c2")
        terminal.press("+")
        _until(terminal, lambda: len(Tray(DOSSIER).values()) == 2)
        claim = _place().summary.cursor
        terminal.press("q")
        assert terminal.ended() == 0
    with running(["--lang", language, str(article)], variables, size) as terminal:
        terminal.wait_for(paragraph)
        terminal.press("   ")
        _until(terminal, lambda: ReadFiles().values()[-1:] != () and _file_moved())
        terminal.press("q")
        assert terminal.ended() == 0
    read = ReadFiles().values()[0].place
    with running(["--lang", language], variables, size) as terminal:
        terminal.wait_for(summary if size[0] > 100 else keys)
        assert _place().document == Tray(DOSSIER).values()[1].document
        assert _place().summary.cursor == claim
        terminal.press("Y")
        terminal.wait_for("[")
        terminal.press("\x1b")
        terminal.wait_for(keys)
        terminal.press("'")
        terminal.wait_for("a ·")
        terminal.press("a")
        _until(terminal, lambda: (_place().document, _place().cursor) == (CHARTER, "p4"))
        terminal.press("O")
        terminal.wait_for("The ferry is back")
        terminal.press("\r")
        terminal.wait_for(f"{paragraph} {int(read.cursor[1:])}")
        terminal.press("q")
        assert terminal.ended() == 0
        assert b"Traceback" not in terminal.sent


def _file_moved() -> bool:
    return ReadFiles().values()[-1].place.offset + len(ReadFiles().values()[-1].place.cursor) > 2


STEPS: list[tuple[str, Callable[[], bool]]] = [
    ("}", lambda: _place().cursor == "p2"),
    ("}", lambda: _place().cursor == "p3"),
    ("ma", lambda: [mark.cursor for mark in Marks(DOSSIER).values()] == ["p3"]),
    ("\t", lambda: True),
    ("j", lambda: _place().summary.cursor == "c1"),
    ("+", lambda: Tray(DOSSIER).values() == (Selected(CHARTER, "c1"),)),
    ("j", lambda: _place().summary.cursor == "c2"),
    ("+", lambda: len(Tray(DOSSIER).values()) == 2),
    ("mb", lambda: len(Marks(DOSSIER).values()) == 2),
    ("K", lambda: _place().document not in (CHARTER, "")),
    ("j", lambda: _place().summary.cursor != ""),
    ("+", lambda: len(Tray(DOSSIER).values()) == 3),
    ("U", lambda: len(Tray(DOSSIER).values()) == 2),
]
"""Keys, and what tells that what they do is kept."""


@pytest.mark.parametrize("count", range(0, len(STEPS) + 1, 3))
def test_a_program_that_is_killed_has_kept_every_key(count: int) -> None:
    with running(["--lang", "en", CHARTER], environment()) as terminal:
        _start(terminal)
        for keys, is_kept in STEPS[:count]:
            terminal.press(keys)
            _until(terminal, is_kept)
        before = _all()
        os.kill(terminal.pid, signal.SIGKILL)
    assert _all() == before
    with running(["--lang", "en"], environment()) as terminal:
        terminal.wait_for("Quit")
        assert _all() == before
        terminal.press("q")
        assert terminal.ended() == 0
    assert _all() == before


@pytest.mark.parametrize("seed", range(4))
def test_a_program_that_is_killed_at_any_moment_leaves_whole_files(seed: int) -> None:
    """Whatever it was writing: each file has what it had, with the last key or without it."""
    with running(["--lang", "en", CHARTER], environment()) as terminal:
        _start(terminal)
        terminal.press("\tj")
        _until(terminal, lambda: _place().summary.cursor == "c1")
        terminal.press("+j" * 8)
        time.sleep(0.01 + 0.03 * seed)
        os.kill(terminal.pid, signal.SIGKILL)
    tray, marks, places = Tray(DOSSIER), Marks(DOSSIER), Places(state.key(paths.builtin()))
    chosen = [each.claim for each in tray.values()]
    assert chosen == _claims()[: len(chosen)]
    assert not tray.problems + marks.problems + places.problems
    assert not state.path().with_suffix(".damaged").exists()
    with running(["--lang", "en"], environment()) as terminal:
        terminal.wait_for("Quit")
        assert [each.claim for each in tray.values()] == chosen
        terminal.press("q")
        assert terminal.ended() == 0


def test_two_programs_at_once_keep_each_others_work() -> None:
    with (
        running(["--lang", "en", CHARTER], environment()) as one,
        running(["--lang", "en", "trend-2025-12-19"], environment()) as other,
    ):
        _start(one)
        other.wait_for("Paragraph")
        one.press("}ma")
        _until(one, lambda: len(Marks(DOSSIER).values()) == 1)
        other.press("}}mb")
        _until(other, lambda: len(Marks(DOSSIER).values()) == 2)
        other.press("\tj+")
        _until(other, lambda: len(Tray(DOSSIER).values()) == 1)
        one.press("\tj+")
        _until(one, lambda: len(Tray(DOSSIER).values()) == 2)
        for terminal in (one, other):
            terminal.press("q")
            assert terminal.ended() == 0
    assert [mark.letter for mark in Marks(DOSSIER).values()] == ["a", "b"]
    assert {each.document for each in Tray(DOSSIER).values()} == {CHARTER, "trend-2025-12-19"}
    places = Places(state.key(paths.builtin()))
    charter = places.get(CHARTER) or _place()
    assert (charter.document, charter.cursor, charter.summary.cursor) == (CHARTER, "p2", "c1")


def _all() -> tuple[object, ...]:
    places = Places(state.key(paths.builtin())).values()
    return (
        _place()._replace(told=False),
        Marks(DOSSIER).values(),
        Tray(DOSSIER).values(),
        {place.document: place for place in places},
    )
