"""Targets with a fault of each kind that no exception tells of, to try the fuzzing itself."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from hypothesis import strategies as st

from tests.fuzz.target import Target

MOST = 2
"""Greater numbers are findings."""


def _ends(value: int, _folder: Path) -> None:
    if value > MOST:
        os.kill(os.getpid(), signal.SIGSEGV)


def _hangs(value: int, _folder: Path) -> None:
    # As what doesn't come back from C, and so never gets to the alarm.
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    time.sleep(600 if value > MOST else 0)


TARGETS = (
    Target("ends", st.integers(0, 10), _ends),
    Target("hangs", st.integers(0, 10), _hangs, seconds=0.1),
)
