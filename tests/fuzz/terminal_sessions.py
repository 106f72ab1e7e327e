"""Random sessions in a pseudo-terminal: keys, mouse, pastes, resizes and a terminal's own answers.

``actions(seed, count)`` makes a session, ``run_session(argv, session)`` carries it out and tells how
the program ended. A session is what it is by its seed and length: a failure is repeated by them.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import random
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.whole.terminal import Terminal, environment, running

SIZES = ((120, 40), (80, 24), (100, 30), (60, 20), (40, 10), (500, 3), (3, 60), (1, 1), (0, 0))
LATIN = "jkbdugGtTvVzwPL?:/n'mc12x}{][JK+ \t\r\x1b\x7f"
CYRILLIC = "олиьгпПеЕмМяцЗД?/тэьчхъ"
NAMED = (
    "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1bOP",
    "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[21~", "\x1b[Z", "\x1b[3~", "\x10",
    "\x14", "\x0e", "\x13", "\x0f", "\x03", "\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1b[",
)  # fmt: skip
"""Keys beyond letters: arrows, F keys, those with Ctrl, and Alt with what begins a longer sequence."""
ODD_CODES = (0, 1, 27, 57358, 0xD800, 0xDFFF, 0xFFFE, 0x10FFFF, 0x110000, 10**12)
"""Codes of CSI u that belong to no key, or to no character at all."""
PASTED = (
    "Middle\rCorridor", "слово\r\nдва\n\nтри", "a\x1b[31mq\x1b[0mb", "\x1b[200~x\x1b[200~y",
    "\x9d52;c;eA==\x9c", "\u202eобратно\u202c", "\U000e0041\U000e0042", "\x1b]52;c;eA==\x07", "\0\x07\x08",
    "👩\u200d👩\u200d👧 👍🏽 ❤\ufe0f 1\ufe0f\u20e3 🇦🇿", "q" * 200, "з\u0301" * 40, "漢字" * 100, "",
)  # fmt: skip
ANSWERS = (
    "\x1b[?2026;2$y", "\x1b[?2048;2$y", "\x1b[48;30;100;0;0t", "\x1b[48;99999;99999;9;9t", "\x1b[I",
    "\x1b[O", "\x1b[1;1R", "\x1b[?62;22c", "\x1b]11;rgb:1616/1919/1f1f\x07", "\x1b]11;rgb:16", "\x1bP1+r\x1b\\",
    "\x1b[?1u", "\x1b[>0;276;0c", "\x1b[?997;1n",
)  # fmt: skip
"""What terminals say, asked and unasked, in whole and in part."""


_KINDS = {"keys": 66, "mouse": 10, "paste": 7, "size": 5, "code": 5, "answer": 4, "bytes": 3}
"""How often each kind of action comes, in a hundred."""
_SWITCHED = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_EXPECTED = (0, 128 + signal.SIGTERM)
"""Exit codes of a sound session."""
_SCREEN = b"\x1b[?1049h"
_SIGNALS = b"\x03\x1a\x1c"
"""Keys that the terminal itself makes signals of until the program takes it."""
_PUSHED = re.compile(rb"\x1b\[>\d+u")


class Action(NamedTuple):
    """Bytes that the terminal sends, or a size that it takes; then a pause in seconds."""

    sent: bytes = b""
    size: tuple[int, int] | None = None
    pause: float = 0.0


class Outcome(NamedTuple):
    """How a session ended."""

    code: int
    """The exit code; negative for the signal that ended it."""
    sent: bytes
    """What the program wrote to the terminal."""
    hung: bool
    """Whether it did not end by the key for it, nor by SIGTERM afterwards, within the patience."""
    crash: str
    """What it wrote about a fault of its own, or ""."""
    left_on: frozenset[bytes]
    """Modes of the terminal that were switched on and not off again."""

    @property
    def fault(self) -> str:
        """What is wrong, in a word; "" where nothing is."""
        if self.hung:
            return "hung"
        if self.crash:
            return "crash: " + self.crash.strip().splitlines()[-1]
        if b"Traceback" in self.sent:
            return "traceback"
        if self.left_on:
            return f"left on: {sorted(self.left_on)}"
        # Before it takes the terminal, SIGTERM is not its own affair.
        expected = _EXPECTED if _SCREEN in self.sent else (*_EXPECTED, -signal.SIGTERM)
        return "" if self.code in expected else f"exit code {self.code}"


def actions(seed: int, count: int = 40) -> list[Action]:
    """Return a session of ``count`` actions; of the same seed always the same one."""
    chance = random.Random(seed)
    return [_action(chance) for _ in range(count)]


def _action(chance: random.Random) -> Action:
    pause = chance.choice((0, 0, 0, 0, 0.002, 0.02, 0.1))
    (kind,) = chance.choices(tuple(_KINDS), tuple(_KINDS.values()))
    if kind == "size":
        return Action(size=chance.choice(SIZES), pause=pause)
    return Action(_bytes(kind, chance), pause=pause)


def _bytes(kind: str, chance: random.Random) -> bytes:
    if kind == "mouse":
        return _mouse(chance)
    if kind == "paste":
        return b"\x1b[200~" + chance.choice(PASTED).encode() + b"\x1b[201~"
    if kind == "answer":
        return chance.choice(ANSWERS).encode()
    if kind == "bytes":
        return chance.randbytes(chance.randint(1, 6))
    if kind == "code":
        code = chance.choice((*ODD_CODES, *range(97, 123), *range(1072, 1104)))
        return b"\x1b[%d;%du" % (code, chance.randint(1, 16))
    return "".join(_key(chance) for _ in range(chance.randint(1, 5))).encode()


def _key(chance: random.Random) -> str:
    return chance.choice(chance.choice((LATIN, LATIN, CYRILLIC, NAMED)))


def _mouse(chance: random.Random) -> bytes:
    button = chance.choice((0, 0, 0, 1, 2, 32, 35, 64, 65, 66, 128, 255))
    x, y = (chance.choice((-1, 0, 1, chance.randint(1, 120), 10**9)) for _ in range(2))
    down, up = b"\x1b[<%d;%d;%dM" % (button, x, y), b"\x1b[<%d;%d;%dm" % (button, x, y)
    return (down + up) * chance.randint(1, 3)


def run_session(
    argv: Sequence[str],
    session: Sequence[Action],
    *,
    home: Path,
    size: tuple[int, int] = (100, 30),
    environ: Mapping[str, str] | None = None,
    first: str | None = None,
    patience: float = 20.0,
) -> Outcome:
    """Run ``python -m reader argv`` in a pseudo-terminal and carry a session out on it.

    It begins at once, or where ``first`` is given once that text was painted. At the end the program
    is told to leave by Ctrl+Q; one that is still there after ``patience`` seconds is told by SIGTERM.
    ``home`` is the folder of settings, state and cache.
    """
    names = ("CONFIG", "DATA", "STATE", "CACHE")
    homes = {f"XDG_{name}_HOME": str(home / name.lower()) for name in names}
    own = environment(HOME=str(home), PWD=str(home), **homes) | dict(environ or {})
    with running(argv, own, size) as terminal:
        if first is not None:
            terminal.wait_for(first)
        _carry_out(terminal, session)
        code, hung = _leave(terminal, patience)
    report = home / "state" / "reader" / "crash.txt"
    crash = report.read_text(encoding="utf-8") if report.is_file() else ""
    return Outcome(code, terminal.sent, hung, crash, modes_left_on(terminal.sent))


def _go_on(terminal: Terminal) -> None:
    """Have a program that was suspended go on, as a shell does with ``fg``."""
    with contextlib.suppress(ChildProcessError):
        if os.waitid(os.P_PID, terminal.pid, os.WSTOPPED | os.WNOHANG) is not None:
            os.kill(terminal.pid, signal.SIGCONT)


def _carry_out(terminal: Terminal, session: Sequence[Action]) -> None:
    for action in session:
        try:
            if action.size is not None:
                columns, rows = action.size
                packed = struct.pack("HHHH", rows, columns, 0, 0)
                fcntl.ioctl(terminal.master, termios.TIOCSWINSZ, packed)
            if action.sent:
                is_ours = _SCREEN in terminal.sent
                os.write(terminal.master, action.sent.translate(None, b"" if is_ours else _SIGNALS))
        except OSError:
            return  # it has ended
        _go_on(terminal)
        if not terminal.read(action.pause):
            return


def _leave(terminal: Terminal, patience: float) -> tuple[int, bool]:
    """Have the program end; return its exit code, and whether it had to be killed."""
    # Whatever a session has left unfinished ends before the key.
    for keys in (b"\x1b[201~", b"\x1b\\", b"\x11", b"\x1b[113;5u"):
        with contextlib.suppress(OSError):
            os.write(terminal.master, keys)
        terminal.read(0.15)
        _go_on(terminal)
    until = time.monotonic() + patience
    told = False
    while True:
        terminal.read(0.05)
        _go_on(terminal)
        pid, status = os.waitpid(terminal.pid, os.WNOHANG)
        if pid:
            terminal.read(0.05)
            return os.waitstatus_to_exitcode(status), False
        if time.monotonic() > until:
            if told:
                return -signal.SIGKILL, True
            told, until = True, time.monotonic() + patience
            os.kill(terminal.pid, signal.SIGTERM)


def modes_left_on(sent: bytes) -> frozenset[bytes]:
    """Return the modes that were switched on and not off again; lines that wrap and the cursor are on."""
    modes: dict[bytes, bytes] = {b"7": b"l", b"25": b"l"}
    for numbers, switch in _SWITCHED.findall(sent):
        modes.update(dict.fromkeys(numbers.split(b";"), switch))
    wrong = {mode for mode, switch in modes.items() if (switch == b"h") != (mode in (b"7", b"25"))}
    if not _SWITCHED.search(sent):
        return frozenset()  # it has ended before it took the terminal
    if len(_PUSHED.findall(sent)) > sent.count(b"\x1b[<u"):
        wrong.add(b"kitty")
    return frozenset(wrong)


@contextlib.contextmanager
def slowed(loops: int = 2) -> Iterator[None]:
    """Keep so many cores busy, as on a slow machine."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()
