"""Suspending and resuming the program from outside, as a shell's job control does."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType


def resume_only_what_was_suspended(repaint: Callable[[], object]) -> None:
    """Have SIGCONT set the terminal up only after SIGTSTP has given it back.

    It comes without one, too: with the hang-up of a closing window, or from a shell. Textual
    would then read the keyboard with a second thread, and wait for ever for one of the two.
    """
    suspend, resume = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(suspend) or not callable(resume):
        return
    is_suspended = False

    def suspended(number: int, frame: FrameType | None) -> None:
        nonlocal is_suspended
        is_suspended = True
        suspend(number, frame)

    def resumed(number: int, frame: FrameType | None) -> None:
        nonlocal is_suspended
        if is_suspended:
            is_suspended = False
            resume(number, frame)
            repaint()

    signal.signal(signal.SIGTSTP, suspended)
    signal.signal(signal.SIGCONT, resumed)
