"""The entry point: the one module that knows the shell's commands and the screen.

Neither imports the other. The screen is imported when a command opens it, so that no
other command pays for it.
"""

from __future__ import annotations

import _signal  # type: ignore[import-not-found]  # what `signal` is made of, without the enumerations
import gc
import sys

TYPE_CHECKING = False  # the name is what type checkers look at; `typing` is not worth its import
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.launch import AppKeys, LaunchOptions
    from reader.settings import Settings


def _open_app(start: LaunchOptions) -> int:
    from reader import tui

    return tui.run(start)


def _app_keys(settings: Settings) -> AppKeys:
    from reader.tui.keys import keymap

    return keymap.listed(settings)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command ``reader`` and return its exit code.

    ``argv`` is without the program's name.
    """
    # Nothing that imports make is garbage. A command turns it on again before it runs, the screen
    # after its first frame.
    gc.disable()
    if argv is not None:
        from reader import cli

        return cli.main(list(argv), open_app=_open_app, app_keys=_app_keys)
    # Ctrl+C among the imports ends the program as it ends any other, and not with a traceback.
    interrupt = _signal.getsignal(_signal.SIGINT)
    if interrupt is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    from reader import late

    # Paths have them for addresses.
    with late.imports({"ipaddress": "", "urllib.parse": "quote_from_bytes urlparse"}):
        from reader import cli

    def interruptible() -> None:
        if interrupt is _signal.default_int_handler:
            _signal.signal(_signal.SIGINT, interrupt)

    return cli.main(sys.argv[1:], open_app=_open_app, app_keys=_app_keys, begin=interruptible)
