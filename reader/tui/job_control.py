"""Suspending the program and going on, as a shell's job control does with Ctrl+Z and ``fg``."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.tui.driver import TerminalDriver


def suspend(driver: TerminalDriver, *, always: bool = True) -> None:
    """Give the terminal back and stop; return once the program has it again.

    Unless it is to stop ``always``, the system does not stop a program that no shell could have
    go on: in a window of its own, for one.
    """
    driver.suspend_application_mode()
    number = signal.SIGSTOP if always else signal.SIGTSTP
    handler = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    # To this very thread, so that nothing is done any more before the process stands still.
    signal.pthread_kill(threading.get_ident(), number)
    while _is_in_background(driver.fileno):
        os.kill(os.getpid(), signal.SIGSTOP)
    signal.signal(signal.SIGTSTP, handler)
    driver.resume_application_mode()


def _is_in_background(terminal: int) -> bool:
    """Tell whether another program has the terminal, as after ``bg``."""
    try:
        return os.tcgetpgrp(terminal) != os.getpgrp()
    except OSError:
        return False
