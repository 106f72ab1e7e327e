"""Ways to end the program from outside: nothing of the reader's is lost."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import re
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fuzz.terminal_sessions import modes_left_on
from tests.whole.terminal import PATIENCE, ROOT, Terminal, environment, running


def _place(home: Path) -> str:
    state = json.loads((home / "state" / "reader" / "state.json").read_text(encoding="utf-8"))
    (place,) = state["places"].values()
    return str(place["document"])


def _environment(home: Path) -> dict[str, str]:
    homes = {f"XDG_{name.upper()}_HOME": str(home / name) for name in ("state", "config")}
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


ENDING = (
    signal.SIGINT, signal.SIGQUIT, signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGABRT,
    signal.SIGVTALRM, signal.SIGPROF, signal.SIGXCPU, signal.SIGIO, signal.SIGTRAP, signal.SIGSYS,
)  # fmt: skip


@pytest.mark.parametrize("number", ENDING)
def test_whatever_signal_ends_it_the_terminal_is_given_back_and_the_place_kept(
    number: signal.Signals, tmp_path: Path
) -> None:
    with running(["report-charter"], _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("K")
        terminal.wait_for("4 of 5")
        attributes = termios.tcgetattr(terminal.master)[3]
        assert not attributes & termios.ICANON
        os.kill(terminal.pid, number)
        assert terminal.ended() == 128 + number
    assert _place(tmp_path) != "report-charter"
    assert not modes_left_on(terminal.sent)
    assert b"Traceback" not in terminal.sent


BUSY = """
import os, sys, threading, time

if "reader" in sys.orig_argv:
    def patch():
        while "reader.tui.opening" not in sys.modules or "reader.tui.app" not in sys.modules:
            time.sleep(0.001)
        from reader.tui import app, opening

        def for_ever(*arguments):
            while True:
                pass

        opening.dates.keep = for_ever
        if os.environ.get("BUSY") == "screen":
            app.ReaderApp.do_theme = for_ever
    threading.Thread(target=patch, daemon=True).start()
"""
"""In place of the site's own: a worker that never ends, and with BUSY=screen a key that hangs."""


def _busy(home: Path, what: str) -> dict[str, str]:
    (home / "sitecustomize.py").write_text(BUSY)
    return {**_environment(home), "PYTHONPATH": f"{home}:{ROOT}", "BUSY": what}


ENDS: dict[str, Callable[[Terminal], object]] = {
    "q": lambda terminal: terminal.press("q"),
    "ctrl+q": lambda terminal: terminal.press("\x11"),
    "SIGTERM": lambda terminal: os.kill(terminal.pid, signal.SIGTERM),
    "SIGHUP": lambda terminal: os.kill(terminal.pid, signal.SIGHUP),
    "closed": lambda terminal: terminal.close(),
}


@pytest.mark.parametrize("how", ENDS)
def test_no_worker_keeps_the_program(how: str, tmp_path: Path) -> None:
    with running(["report-charter"], _busy(tmp_path, "worker")) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("K")
        terminal.wait_for("4 of 5")
        ENDS[how](terminal)
        assert _ended_soon(terminal) == {"SIGTERM": 143, "SIGHUP": 129, "closed": 129}.get(how, 0)
    assert _place(tmp_path) != "report-charter"
    assert how == "closed" or not modes_left_on(terminal.sent)


@pytest.mark.parametrize("how", ["SIGTERM", "SIGHUP", "closed"])
def test_nor_does_a_screen_that_hangs(how: str, tmp_path: Path) -> None:
    with running(["report-charter"], _busy(tmp_path, "screen")) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("K")
        terminal.wait_for("4 of 5")
        terminal.press("\x14")
        terminal.read(0.5)
        ENDS[how](terminal)
        assert _ended_soon(terminal) == (143 if how == "SIGTERM" else 129)
    assert _place(tmp_path) != "report-charter"
    assert how == "closed" or not modes_left_on(terminal.sent)


def _ended_soon(terminal: Terminal) -> int:
    """The exit code; it must not take as long as what is never done."""
    until = time.monotonic() + PATIENCE
    while True:
        if terminal.master >= 0:
            terminal.read(0.01)
        pid, status = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            if terminal.master >= 0:
                terminal.read(0.05)
            return os.waitstatus_to_exitcode(status)
        assert time.monotonic() < until, "still running"
        time.sleep(0.01)


def test_a_terminal_that_does_not_read_keeps_nobody(tmp_path: Path) -> None:
    with running(["report-charter"], _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        for _ in range(60):
            terminal.press("\x14")  # a theme: all is painted anew, and nobody reads it
            time.sleep(0.02)
        os.kill(terminal.pid, signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        while os.waitpid(terminal.pid, os.WNOHANG)[0] == 0:
            assert time.monotonic() < until, "still running"
            time.sleep(0.01)


SLOW_DISK = """
        from reader.tui import crash
        keep = crash.keep
        crash.keep = lambda error: time.sleep(0.6) or keep(error)
"""
"""Writing what happened takes longer than the orderly way out may."""


def test_a_fault_is_told_in_one_line(tmp_path: Path) -> None:
    environ = _busy(tmp_path, "")
    (tmp_path / "sitecustomize.py").write_text(
        BUSY.replace("while True:\n                pass", "1 / 0").replace('== "screen"', '== ""')
        .replace("opening.dates.keep = for_ever", SLOW_DISK)
    )  # fmt: skip
    with running(["report-charter"], environ) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("K")
        terminal.wait_for("4 of 5")
        terminal.press("\x14")
        assert terminal.ended() == 1
    told = terminal.plain(after=b"\x1b[?1004l").strip()
    assert told.count("\n") == 0
    assert "crash.txt" in told
    report = tmp_path / "state" / "reader" / "crash.txt"
    assert report.stat().st_mode & 0o777 == 0o600
    assert _place(tmp_path) != "report-charter"
    assert not modes_left_on(terminal.sent)


@pytest.mark.parametrize("text", [b"\xea\xf0\xe8\xe2\xe5", b"\xe1", b"\xff\xfe\x00", b"\xd0"])
def test_bytes_that_are_no_utf8_are_survived(text: bytes, tmp_path: Path) -> None:
    with running(["report-charter"], _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        os.write(terminal.master, text)
        terminal.read(0.3)
        os.write(terminal.master, b"\x1b[1114112u\x1b[55296u\x1b[<0;999999999999;1M\x1b[<0;-5;1m")
        terminal.press("K")
        terminal.wait_for("4 of 5")
        terminal.press("q")
        assert terminal.ended() == 0
    assert b"Traceback" not in terminal.sent


def test_a_size_that_no_screen_has_is_not_believed(tmp_path: Path) -> None:
    with running(["report-charter"], _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press(
            "\x1b[?2048;2$y\x1b[48;99999;99999;9;9t\x1b[48;30;100;0;0t\x1b[<0;60;30M\x1b[<0;60;30m"
        )
        terminal.press("K")
        terminal.wait_for("4 of 5")
        terminal.press("q")
        assert terminal.ended() == 0
    assert b"?1016h" not in terminal.sent
    assert b"?2048" not in terminal.sent


def test_a_paste_steers_no_terminal(tmp_path: Path) -> None:
    with running(["report-charter"], _environment(tmp_path), (100, 30)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("w")
        terminal.wait_for("Close")
        hostile = "\x1b[200~\x1b]52;c;eA==\x07\x9d0;t\x9c\u202eqq\x1b[31m\U000e0041\x1b[200~"
        terminal.press(f"\x1b[200~{hostile}last\x1b[201~")
        terminal.wait_for("last")
        terminal.press("\x11")
        assert terminal.ended() == 0
    assert not [kind for kind in terminal.kinds() if kind.startswith((b"]52", b"]0"))]
    assert not re.search("[\x80-\x9f\u202e\U000e0041]", terminal.plain())


@pytest.mark.parametrize("keys", ["", "w"])
def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(keys: str, tmp_path: Path) -> None:
    environ = _environment(tmp_path)
    pid, master = os.forkpty()
    if pid == 0:  # the child
        os.execvpe("bash", ["bash", "--norc", "--noediting", "-i"], environ)
    terminal = Terminal(pid, master)
    try:
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        terminal.press("PS1='rea'dy'> '\n")
        _read_until(terminal, b"ready> ")
        terminal.press(f"'{sys.executable}' -m reader --lang en report-charter\n")
        terminal.wait_for("Paragraph 1 of")
        if keys:
            terminal.press(keys)
            terminal.wait_for("Close")
        start = len(terminal.sent)
        terminal.press("\x1a")
        _read_until(terminal, b"\x1b[?1049l", start)
        _read_until(terminal, b"ready> ", start)
        assert not modes_left_on(terminal.sent)
        terminal.press("echo $((40+2))\n")
        terminal.wait_for("42")
        start = len(terminal.sent)
        terminal.press("fg\n")
        _read_until(terminal, b"\x1b[?1049h", start)
        _read_until(terminal, b"Close" if keys else b"Quit", start)
        start = len(terminal.sent)
        terminal.press("\x11")
        _read_until(terminal, b"ready> ", start)
        terminal.press("exit\n")
        terminal.read(0.5)
    finally:
        with contextlib.suppress(ProcessLookupError, ChildProcessError):
            os.kill(pid, 9)
            os.waitpid(pid, 0)
        terminal.close()
