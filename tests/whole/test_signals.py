"""Ways to end the program from outside: nothing of the reader's is lost."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest

from tests.whole.terminal import PATIENCE, Terminal, environment, running


def _place(home: Path) -> str:
    state = json.loads((home / "state" / "reader" / "state.json").read_text(encoding="utf-8"))
    (place,) = state["places"].values()
    return str(place["document"])


def _environment(home: Path) -> dict[str, str]:
    homes = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("state", "cache", "config")}
    return environment(HOME=str(home), **homes)


def _read_until(terminal: Terminal, sequence: bytes, start: int = 0) -> None:
    until = time.monotonic() + PATIENCE
    while sequence not in terminal.sent[start:]:
        assert time.monotonic() < until, sequence
        terminal.read()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_keeps_the_place(
    number: signal.Signals, tmp_path: Path
) -> None:
    with running(["report-charter"], _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("K")
        terminal.wait_for("4 of 5")
        os.kill(terminal.pid, number)
        assert terminal.ended() == 128 + number
    assert _place(tmp_path) != "report-charter"
    assert b"Traceback" not in terminal.sent


def test_a_closed_window_keeps_the_place(tmp_path: Path) -> None:
    with running(["report-charter"], _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("K")
        terminal.wait_for("4 of 5")
        terminal.close()
        until = time.monotonic() + PATIENCE
        while os.waitpid(terminal.pid, os.WNOHANG)[0] == 0:
            assert time.monotonic() < until, "still running"
            time.sleep(0.05)
    assert _place(tmp_path) != "report-charter"
    assert not (tmp_path / "state" / "reader" / "crash.txt").exists()


def test_a_program_that_is_continued_without_having_stopped_goes_on_as_before(
    tmp_path: Path,
) -> None:
    with running(["report-charter"], _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        for _ in range(3):
            os.kill(terminal.pid, signal.SIGCONT)
            terminal.read()
        terminal.press("K")
        terminal.wait_for("4 of 5")
        terminal.press("q")
        assert terminal.ended() == 0


def test_a_program_that_was_stopped_shows_its_screen_when_it_goes_on(tmp_path: Path) -> None:
    with running(["report-charter"], _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        os.kill(terminal.pid, signal.SIGTSTP)
        _read_until(terminal, b"\x1b[?1049l")
        shown = len(terminal.sent)
        os.kill(terminal.pid, signal.SIGCONT)
        _read_until(terminal, b"\x1b[?1004h", shown)
        terminal.read(0.5)
        terminal.press("K")
        terminal.wait_for("4 of 5")
        terminal.press("q")
        assert terminal.ended() == 0
