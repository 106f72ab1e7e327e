"""How long a start takes: a command of the shell, and the app up to its first frame.

The app runs in a pseudo-terminal of 120x40; the first full frame is there when the heading of a
summary has been written to it. A bare Textual app that shows one line is what it is held against,
by turns, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import platform
import pty
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Callable

RUNS = 9
LONGEST = 30.0
"""Seconds after which a start has failed."""

HEADING = "In brief"
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    ENABLE_COMMAND_PALETTE = False

    def compose(self):
        yield Static("In brief")

Bare().run()
"""
LEAVE = b"q\x11"
"""The key of the app, and that of the bare one."""


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8",
            **{f"XDG_{name}_HOME": home for name in ("CACHE", "CONFIG", "DATA", "STATE")},
        }
        # A start without byte code is another thing than the starts that follow it.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def command(*arguments: str) -> float:
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
            )
            return time.perf_counter() - start

        def app(*arguments: str) -> float:
            return first_frame([sys.executable, *arguments], environment)

        nothing, listed, bare, opened = medians(
            lambda: command("-c", "pass"),
            lambda: command("-m", "reader", "--lang", "en", "list"),
            lambda: app("-c", BARE),
            lambda: app("-m", "reader", "--lang", "en"),
        )
    print(f"Python {platform.python_version()}, medians of {RUNS} starts")
    print(f"python -c pass                  {nothing * 1000:6.0f} ms")
    print(f"reader list                     {listed * 1000:6.0f} ms")
    print(f"bare Textual app, first frame   {bare * 1000:6.0f} ms")
    print(f"reader, first frame             {opened * 1000:6.0f} ms  {opened / bare:.2f} x bare")


def medians(*measures: Callable[[], float]) -> list[float]:
    """Seconds, measured by turns. The first round, which fills caches, does not count."""
    rounds = [[measure() for measure in measures] for _ in range(RUNS + 1)]
    return [statistics.median(times) for times in zip(*rounds[1:], strict=True)]


def first_frame(command: list[str], environment: dict[str, str]) -> float:
    """Seconds from the start of ``command`` until the heading stands on its terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    try:
        written = b""
        while HEADING.encode() not in written:
            written += os.read(ours, 65536)
            if time.perf_counter() - start > LONGEST:
                raise TimeoutError(written[-500:].decode("utf-8", "replace"))
        taken = time.perf_counter() - start
        os.write(ours, LEAVE)
        with contextlib.suppress(OSError):  # Linux reports a closed terminal so
            while os.read(ours, 65536):
                pass
        return taken
    finally:
        process.kill()
        process.wait()
        os.close(ours)


if __name__ == "__main__":
    main()
