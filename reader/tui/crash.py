"""Unexpected exceptions: written to a file for a bug report, shown in one line."""

from __future__ import annotations

import traceback
from pathlib import Path

from reader import __version__, saving, storage
from reader.language.messages import _


def report() -> Path:
    """Return the path of the file that holds the last unexpected exception."""
    return storage.state_home() / "crash.txt"


def told() -> str:
    """Return the line to show where the exception is written nowhere."""
    return _("Something went wrong in the program, and it had to close.")


def keep(error: BaseException) -> str:
    """Write the exception that is being handled; return the line to show."""
    text = "".join(traceback.format_exception(error))
    try:
        whole = f"reader {__version__}\n\n{text}"
        saving.write_atomically(report(), whole, mode=saving.PRIVATE)
    except OSError:
        return told()
    return _(
        "Something went wrong in the program, and it had to close. What happened is written in {file}."
    ).format(file=report())
