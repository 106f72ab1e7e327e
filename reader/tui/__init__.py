"""The Textual app."""

from __future__ import annotations

import gc
import sys

from reader.launch import LaunchOptions


def run(launch: LaunchOptions) -> int:
    """Open the app; return the exit code. What was printed “on leaving” goes to standard output."""
    # Nothing that is made on the way to the first frame is garbage; the app turns it on again.
    gc.disable()
    from reader.tui.app import ReaderApp

    app = ReaderApp(launch)
    code = app.run()
    gc.enable()
    session = app.session
    if app.broken:
        sys.stderr.write(app.broken + "\n")
    for text in session.leaving:
        sys.stdout.write(text)
    if session.failure and session.collection is None:  # there was nothing to read
        sys.stderr.write(f"reader: {session.failure}\n")
        return 2
    return app.return_code or code or 0
