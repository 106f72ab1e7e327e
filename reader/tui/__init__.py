"""The Textual app."""

from __future__ import annotations

import gc
import importlib

from reader import late
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
    import_app()
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


LATER = {
    # The event loop has no connections, and nothing is packed.
    "asyncio.sslproto": "",
    "asyncio.staggered": "",
    "bz2": "",
    "lzma": "",
    "ssl": "",
    # Exact numbers, and the columns of tables, are made of integers.
    "decimal": "Decimal",
    # What is told of an error, and what is proposed for a name that there is not.
    "rich.markup": "render",
    "rich.padding": "Padding",
    "rich.panel": "Panel",
    "rich.table": "Table",
    "rich.tree": "Tree",
    "textual.suggestions": "get_suggestion get_suggestions",
    "tokenize": "",
    "traceback": "extract_stack",
    # The screen's own palette, with all the widgets that it is made of; the reader has another.
    "textual.command": (
        "CommandListItem CommandPalette DiscoveryHit Hit Hits Provider:base SimpleProvider"
    ),
    # Files that are handed over, notices, links that are clicked, markup, lines between cells.
    "mimetypes": "",
    "pickle": "dumps loads",
    "platformdirs": "user_downloads_path",
    "textual.canvas": "Canvas Rectangle",
    "textual.markup": "parse_style",
    "textual.pilot": "Pilot",
    "uuid": "uuid4",
}
"""What is imported on the way to the first frame, and used after it or never; see :mod:`reader.late`."""


def import_app() -> None:
    """Import what the first frame needs, and no more."""
    with late.imports(LATER):
        for name in ("reader.tui.app", "reader.tui.driver", "shutil", "textual.pilot"):
            importlib.import_module(name)


def _open_soon(launch: LaunchOptions) -> None:
    """Let the first frame show a small dossier although it was never indexed before."""
    collection, builder = launch.collection, launch.builder
    if builder is not None and not collection.is_open and freshness.is_small(collection.root):
        builder.wait_briefly(PATIENCE)
        collection.open()
