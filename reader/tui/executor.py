"""Threads for workers, for which the end of the program does not wait."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import NoReturn, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class DaemonExecutor(ThreadPoolExecutor):
    """Runs each call in a thread of its own, for which the program's end does not wait."""

    def __init__(self) -> None:
        super().__init__(1)
        self._threads_of_its_own: list[threading.Thread] = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()

        def run() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:
                future.set_exception(error)
            else:
                future.set_result(result)

        thread = threading.Thread(target=run, daemon=True)
        self._threads_of_its_own = [t for t in self._threads_of_its_own if t.is_alive()]
        self._threads_of_its_own.append(thread)
        thread.start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the threads alone."""

    def has_ended(self, seconds: float) -> bool:
        """Wait at most so many seconds for the threads; tell whether all have ended."""
        until = time.monotonic() + seconds
        for thread in self._threads_of_its_own:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads_of_its_own)

    @staticmethod
    def end_process(code: int) -> NoReturn:
        """End the process although threads go on; what was printed is written."""
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):
                stream.flush()
        os._exit(code)
