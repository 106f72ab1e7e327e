"""One program at a time writes a file: locks, and signs that whoever has one goes on."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from reader.saving import PRIVATE, make_private

_RETRY = 0.02
"""Seconds after which a file that another program has locked is tried again."""

_BEAT = 0.25
"""Seconds after which a program that has locked a file for long shows that it goes on."""


@contextmanager
def alone(
    path: Path, seconds: float, *, required: bool = True, long: bool = False
) -> Iterator[None]:
    """Hold off every other program that would write the file ``path`` now.

    Waits so many seconds for one that does, and longer while that one shows that it goes on, as
    it does when it has said that it will be ``long``. Then raises ``BlockingIOError``, or, where
    being alone is not ``required``, goes on. A file system without locks is taken as it is.
    Makes the folder, closed to others. Raises ``OSError``.
    """
    make_private(path.parent)
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK
    lock = os.open(lock_of(path), flags, PRIVATE)
    try:
        if not _locked(lock, seconds) and required:
            raise BlockingIOError(errno.EWOULDBLOCK, os.strerror(errno.EWOULDBLOCK), str(path))
        with _beating(lock) if long else nullcontext():
            yield
    finally:
        os.close(lock)


def _locked(lock: int, seconds: float) -> bool:
    """Lock an open file; false where another program has it and shows no sign of life."""
    import fcntl
    import time

    last, since = 0, time.monotonic()
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.utime(lock)  # who waits sees that others come and go
            return True
        except BlockingIOError:
            beat = os.fstat(lock).st_mtime_ns
            if beat != last:
                last, since = beat, time.monotonic()
            if time.monotonic() - since > seconds:
                return False
            time.sleep(_RETRY)
        except OSError:
            return True


@contextmanager
def _beating(lock: int) -> Iterator[None]:
    """Show in the time of the locked file that this program goes on."""
    from threading import Event, Thread

    done = Event()

    def beat() -> None:
        while not done.wait(_BEAT):
            with suppress(OSError):
                os.utime(lock)

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def lock_of(path: Path) -> Path:
    """Return the file that is locked while ``path`` is written."""
    return path.with_name(f".{path.name}.lock")
