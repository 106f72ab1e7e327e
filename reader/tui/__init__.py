"""The Textual app."""

from __future__ import annotations

import gc
import importlib
import sys
from types import ModuleType
from typing import cast

from reader.launch import LaunchOptions
from reader.library import freshness

PATIENCE = 0.3
"""Seconds that the first frame may wait for a small dossier to be indexed."""


def run(launch: LaunchOptions) -> int:
    """Open the app; return the exit code. What was printed “on leaving” goes to standard output."""
    # Nothing that is made on the way to the first frame is garbage; the app turns it on again.
    gc.disable()
    _import_asyncio_without_tls()
    from reader.tui.app import ReaderApp

    _open_soon(launch)
    app = ReaderApp(launch)
    code = app.run()
    gc.enable()
    if launch.builder is not None:
        launch.builder.stop()
    session = app.session
    if app.broken:
        sys.stderr.write(app.broken + "\n")
    for text in session.leaving:
        sys.stdout.write(text)
    if session.failure and session.collection is None:  # there was nothing to read
        sys.stderr.write(f"reader: {session.failure}\n")
        return 2
    return app.return_code or code or 0


def _import_asyncio_without_tls() -> None:
    """Spare the first frame the loading of OpenSSL, which asyncio imports where there is one.

    An event loop of the reader has no connections. Whatever else imports ``ssl`` later gets it.
    """
    if "ssl" in sys.modules or "asyncio" in sys.modules:
        return
    absent = cast(dict[str, ModuleType | None], sys.modules)
    absent["ssl"] = None
    try:
        importlib.import_module("asyncio")
    finally:
        del absent["ssl"]


def _open_soon(launch: LaunchOptions) -> None:
    """Let the first frame show a small dossier although it was never indexed before."""
    collection, builder = launch.collection, launch.builder
    if builder is not None and not collection.is_open and freshness.is_small(collection.root):
        builder.wait_briefly(PATIENCE)
        collection.open()
