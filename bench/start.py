"""How long a start takes: a command of the shell, and the app up to its first frame.

The app runs in a pseudo-terminal of 120x40; the first frame is there when the title of the
dossier has been written to it. A bare Textual app that shows one line is what it is held against.
"""

from __future__ import annotations

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

TITLE = "Azerbaijan"
BARE = """
from textual.app import App
from textual.widgets import Static

class Bare(App):
    def compose(self):
        yield Static("Azerbaijan")

Bare().run()
"""


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

        nothing = median(lambda: command("-c", "pass"))
        listed = median(lambda: command("-m", "reader", "--lang", "en", "list"))
        bare = median(lambda: app("-c", BARE))
        opened = median(lambda: app("-m", "reader", "--lang", "en"))
    print(f"Python {platform.python_version()}, medians of {RUNS} starts")
    print(f"python -c pass                  {nothing * 1000:6.0f} ms")
    print(f"reader list                     {listed * 1000:6.0f} ms")
    print(f"bare Textual app, first frame   {bare * 1000:6.0f} ms")
    print(f"reader, first frame             {opened * 1000:6.0f} ms  {opened / bare:.2f} x bare")


def median(once: Callable[[], float]) -> float:
    """Seconds. The first run, which fills caches, does not count."""
    once()
    return statistics.median(once() for _ in range(RUNS))


def first_frame(command: list[str], environment: dict[str, str]) -> float:
    """Seconds from the start of ``command`` until the title stands on its terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    try:
        written = b""
        while TITLE.encode() not in written:
            written += os.read(ours, 65536)
            if time.perf_counter() - start > LONGEST:
                raise TimeoutError(written[-500:].decode("utf-8", "replace"))
        return time.perf_counter() - start
    finally:
        process.kill()
        process.wait()
        os.close(ours)


if __name__ == "__main__":
    main()
