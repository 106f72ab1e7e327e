"""Wait until the app has nothing left to do, in place of a guess.

Textual's pilot waits by the clock: it sleeps a fiftieth of a second at a time until the process
has hardly worked, twice for a key. That is most of the time that a test takes, and on a busy
machine, where a process that has work does not get to it, it ends too early. The event loop knows
what it has left to do, and the system which threads are at work.
"""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path
from typing import Any

import textual.app
import textual.pilot
import textual.screen

_SOON = 1 / 50
"""Seconds: what the loop has been told to do within them is waited for, as Textual's pause does."""
_PATIENCE = 1.0
"""Seconds after which a test goes on, whatever is still done."""
_BEAT, _BEATS = 0.005, 4
"""Seconds from one look at threads to the next; how many find one idle that waits for something."""
_FRAME = 1 / 1000
"""Seconds from one painting to the next. A reader's terminal is given a sixtieth."""
_ALWAYS_THERE = frozenset(threading.enumerate())


async def wait_until_quiet(_min_sleep: float = 0, max_sleep: float = _PATIENCE) -> None:
    """Wait until nothing is left to be done now: by the loop, or by a thread that is at work."""
    start = time.monotonic()
    soon, last = start + _SOON, start + max_sleep
    await _loop_is_quiet(soon, last)
    before, idle = _work(), 0
    while before and idle < _BEATS and time.monotonic() < last:
        await asyncio.sleep(_BEAT)
        now = _work()
        idle = idle + 1 if now == before else 0
        before = now
        await _loop_is_quiet(soon, last)


async def _loop_is_quiet(soon: float, last: float) -> None:
    """Wait until the loop has nothing ready, and no timer that goes off before ``soon``."""
    loop: Any = asyncio.get_running_loop()
    while (now := time.monotonic()) < last:
        await asyncio.sleep(0)
        # What only a descriptor tells of is ready after the loop has asked for it.
        await asyncio.sleep(0)
        if loop._ready:
            continue
        first = min(
            (timer._when for timer in loop._scheduled if not timer._cancelled), default=last
        )
        if first > soon:
            break
        await asyncio.sleep(max(0.0, first - now))


def _work() -> dict[int, str]:
    """What each thread that was started meanwhile has done: where that grows it is at work.

    Linux tells how long it has run and how long it has waited for a processor; others, how long
    the process has run.
    """
    work = {}
    for thread in set(threading.enumerate()) - _ALWAYS_THERE:
        number = thread.native_id or 0
        try:
            done = Path(f"/proc/self/task/{number}/schedstat").read_text(encoding="ascii")
        except OSError:
            done = f"{time.process_time() - time.thread_time():.3f}"
        work[number] = done
    return work


def install() -> None:
    """Have every pilot wait so."""
    modules: tuple[Any, ...] = (textual.app, textual.pilot)
    for module in modules:
        assert module.wait_for_idle, "Textual's pilot waits otherwise now"
        module.wait_for_idle = wait_until_quiet
    screens: Any = textual.screen
    assert screens.UPDATE_PERIOD, "Textual's screens are painted otherwise now"
    screens.UPDATE_PERIOD = _FRAME
