"""The program in a terminal that tells its background, or says nothing, in every byte."""

from __future__ import annotations

import os
import re
import signal
import time
from pathlib import Path

import pytest

from tests.whole.terminal import PATIENCE, Terminal, environment, running

ASK, TELL, TELL_NO_MORE = b"\x1b]11;?\x1b\\", b"\x1b[?2031h", b"\x1b[?2031l"
WHITE, BLACK = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x1b]11;rgb:0000/0000/0000\x1b\\"
DARK, LIGHT = b"48;2;22;25;31", b"48;2;251;250;247"
"""The grounds of the two themes."""


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    made = environment(PWD=str(tmp_path), HOME=str(tmp_path))
    made["XDG_STATE_HOME"] = str(tmp_path / "state")
    for name in ("COLORFGBG", "NO_COLOR", "TERM_PROGRAM"):
        made.pop(name, None)
    return made


def _read_until(terminal: Terminal, wanted: bytes, start: int = 0) -> None:
    until = time.monotonic() + PATIENCE
    while wanted not in terminal.sent[start:]:
        assert time.monotonic() < until, f"no {wanted!r} in {terminal.sent[start:][-500:]!r}"
        assert terminal.read(), f"ended without {wanted!r}"


def _left(terminal: Terminal) -> None:
    terminal.press("q")
    assert terminal.ended() == 0
    told, told_no_more = terminal.switches(re.escape(TELL), TELL_NO_MORE)
    assert told == told_no_more


def test_it_is_asked_before_anything_is_painted_and_nothing_waits_for_an_answer(
    environ: dict[str, str],
) -> None:
    with running(["--lang", "en"], environ) as terminal:
        terminal.wait_for("Quit")  # although nothing is answered
        assert terminal.sent.index(ASK) < terminal.sent.index(b"Quit")
        assert terminal.sent.index(TELL) < terminal.sent.index(b"Quit")
        assert DARK in terminal.sent
        assert LIGHT not in terminal.sent
        _left(terminal)


def test_the_answer_is_shown_and_painted_at_once_at_the_next_start(environ: dict[str, str]) -> None:
    with running(["--lang", "en"], environ) as terminal:
        _read_until(terminal, ASK)
        terminal.press(WHITE)
        _read_until(terminal, b"Quit")
        _read_until(terminal, LIGHT)
        _left(terminal)
    with running(["--lang", "en"], environ) as terminal:
        terminal.wait_for("Quit")
        assert DARK not in terminal.sent
        _left(terminal)


def test_a_change_while_it_runs_changes_the_colours_and_no_word(environ: dict[str, str]) -> None:
    with running(["--lang", "en"], environ) as terminal:
        _read_until(terminal, ASK)
        terminal.press(BLACK)
        _read_until(terminal, b"check out")  # the last that comes by itself
        terminal.wait_for_silence()
        start = len(terminal.sent)
        terminal.press("\x1b[?997;2n")
        _read_until(terminal, ASK, start)
        terminal.press(WHITE)
        _read_until(terminal, LIGHT, start)
        terminal.wait_for_silence()
        assert DARK not in terminal.sent[start:]
        _left(terminal)


def test_a_terminal_whose_theme_was_chosen_is_not_asked(
    environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "config" / "reader").mkdir(parents=True)
    (tmp_path / "config" / "reader" / "config.toml").write_text('theme = "light"\n')
    environ["XDG_CONFIG_HOME"] = str(tmp_path / "config")
    with running(["--lang", "en"], environ) as terminal:
        terminal.wait_for("Quit")
        terminal.press(BLACK + "\x1b[?997;1n")
        terminal.press("j")
        terminal.read(0.5)
        assert DARK not in terminal.sent
        assert not re.search(rb"\x1b\]11;|\x1b\[\?2031", terminal.sent)
        _left(terminal)


def test_ctrl_z_ends_the_telling_and_coming_back_asks_anew(environ: dict[str, str]) -> None:
    with running(["--lang", "en"], environ) as terminal:
        terminal.wait_for("Quit")
        os.kill(terminal.pid, signal.SIGTSTP)
        _read_until(terminal, TELL_NO_MORE)
        os.waitpid(terminal.pid, os.WUNTRACED)
        start = len(terminal.sent)
        os.kill(terminal.pid, signal.SIGCONT)
        _read_until(terminal, ASK, start)
        terminal.press(WHITE)
        _read_until(terminal, LIGHT, start)
        _left(terminal)
