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


GRACE = 0.1
"""Seconds for what workers are doing when the app is closed."""


def run(launch: LaunchOptions) -> int:
    """Open the app; return the exit code. What was printed “on leaving” goes to standard output."""
    # Nothing that is made on the way to the first frame is garbage; the app turns it on again.
    gc.disable()
    _import_without_unused()
    from reader.tui import leaving
    from reader.tui.app import ReaderApp

    _open_soon(launch)
    app = ReaderApp(launch)
    code = 0
    try:
        code = app.run() or 0
    except Exception as error:  # of what Textual does around the app
        app.fail(error)
    app.leaving.end()
    gc.enable()
    if launch.builder is not None:
        launch.builder.stop()
    app.say_goodbye()
    app.print_on_leaving()
    if app.session.failure and app.session.collection is None:
        code = 2
    code = app.return_code or code
    if app.executor is not None and not app.executor.has_ended(GRACE):
        leaving.kill_processes()
        app.executor.end_process(code)
    return code


_UNUSED = ("ssl", "bz2", "lzma")
"""What ``asyncio`` and ``shutil`` import where it is there, and do without where it isn't."""


def _import_without_unused() -> None:
    """Spare the first frame the loading of OpenSSL and of two compressions.

    An event loop of the reader has no connections, and it packs no archives. Whatever else imports
    these later gets them.
    """
    modules = cast(dict[str, ModuleType | None], sys.modules)
    absent = [name for name in _UNUSED if name not in modules]
    modules.update(dict.fromkeys(absent))
    try:
        importlib.import_module("asyncio")
        importlib.import_module("shutil")
    finally:
        for name in absent:
            del modules[name]


def _open_soon(launch: LaunchOptions) -> None:
    """Let the first frame show a small dossier although it was never indexed before."""
    collection, builder = launch.collection, launch.builder
    if builder is not None and not collection.is_open and freshness.is_small(collection.root):
        builder.wait_briefly(PATIENCE)
        collection.open()
