"""The Textual app."""

from __future__ import annotations

import gc
import sys

from reader.launch import LaunchOptions


def run(start: LaunchOptions) -> int:
    """Open the app; returns the exit code. What was printed “on leaving” goes to standard output."""
    # Nothing that is made on the way to the first frame is garbage; the app turns it on again.
    gc.disable()
    from reader.tui.app import ReaderApp

    app = ReaderApp(start)
    code = app.run()
    gc.enable()
    if app.broken:
        sys.stderr.write(app.broken + "\n")
    for text in app.leaving:
        sys.stdout.write(text)
    if app.failure and not app.has_reading:  # there was nothing to read
        sys.stderr.write(f"reader: {app.failure}\n")
        return 2
    return app.return_code or code or 0
