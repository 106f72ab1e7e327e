"""Leaving: within half a second, whatever threads do, and with all that is to be kept.

The orderly way is Textual's. Where it takes too long, because something is being computed or the
terminal does not read, a thread of its own keeps the place, gives the terminal back and ends the
process.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType

PATIENCE = 0.25
"""Seconds for the orderly way."""

_LEFT_ALONE = frozenset(
    getattr(signal, name, None)
    for name in (
        # Those that stop, go on or tell of something, with which no program ends.
        *("SIGKILL", "SIGSTOP", "SIGTSTP", "SIGCONT", "SIGTTIN", "SIGTTOU", "SIGCHLD", "SIGURG"),
        *("SIGWINCH", "SIGPIPE", "SIGXFSZ"),
        # A fault of the machine would come again and again.
        *("SIGSEGV", "SIGBUS", "SIGFPE", "SIGILL"),
    )
)


class Leaving:
    """The end of one run.

    Where the orderly way takes too long the steps are done in their order; each has so many seconds
    at most, of which it needs some thousandths unless something is in its way.
    """

    def __init__(self, steps: Sequence[tuple[Callable[[], object], float]]) -> None:
        self.code: int | None = None
        """The exit code; ``None`` while nobody leaves."""
        self._steps = steps
        self._over = threading.Lock()

    def begin(self, code: int) -> bool:
        """Leave with an exit code; return False where that has begun already."""
        if self.code is not None:
            return False
        self.code = code
        # Not a Thread: a signal may come while one is being started, and that holds a lock.
        _thread.start_new_thread(self._watch, ())
        return True

    def end(self) -> None:
        """Tell that the orderly way was gone; where it is too late for that, never return."""
        if not self._over.acquire(blocking=False):
            while True:
                time.sleep(1)

    def _watch(self) -> None:
        time.sleep(PATIENCE)
        if self._over.acquire(blocking=False):
            sys.setswitchinterval(1e-5)  # a thread that computes without end gives way at once
            for step, seconds in self._steps:
                within(seconds, step)
            os._exit(self.code or 0)


def kill_processes() -> None:
    """Kill the processes that work for the program, if there may be any."""
    if (builder := sys.modules.get("reader.library.builder")) is not None:
        builder.kill_processes()


def within(seconds: float, step: Callable[[], object]) -> None:
    """Do something, but don't wait for it longer than so many seconds."""
    done = threading.Event()

    def do() -> None:
        with suppress(BaseException):
            step()
        done.set()

    _thread.start_new_thread(do, ())
    done.wait(seconds)


def take_signals(end: Callable[[int], object]) -> None:
    """Call ``end`` with the number of each signal that would end the program.

    One that the program was started with as ignored stays so.
    """

    def handle(number: int, _frame: FrameType | None) -> None:
        end(number)

    for number in signal.valid_signals() - _LEFT_ALONE:
        with suppress(OSError, ValueError):  # those of the C library; not in the main thread
            if signal.getsignal(number) not in (signal.SIG_IGN, None):
                signal.signal(number, handle)
