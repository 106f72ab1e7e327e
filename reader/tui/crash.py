"""A fault of the program itself: kept in a file for whoever repairs it, told in one line."""

from __future__ import annotations

import traceback
from pathlib import Path

from reader import __version__, storage
from reader.language.messages import _


def report() -> Path:
    """Return the file that the last fault is kept in."""
    return storage.state_home() / "crash.txt"


def keep(error: BaseException) -> str:
    """Write down the exception that is being handled; return what to tell the reader."""
    text = "".join(traceback.format_exception(error))
    try:
        storage.write_atomically(report(), f"reader {__version__}\n\n{text}")
    except OSError:
        return _("Something went wrong in the program, and it had to close.")
    return _(
        "Something went wrong in the program, and it had to close. What happened is written in {file}."
    ).format(file=report())
