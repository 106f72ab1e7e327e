"""The reader's own editor, which has the terminal while it runs."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import ReaderError
from reader.language.messages import N_

if TYPE_CHECKING:
    from textual.app import App

_USUAL = ("nano", "vim", "vi", "emacs")
_NONE = N_("No editor was found. Set the variable EDITOR to one, such as nano or vim.")
_NOT_WORDS = N_("This is not a command: {command}. Correct the variable {variable}.")
_NOT_RUN = N_("The editor {command} can’t be run ({reason}). Correct the variable EDITOR.")


def command() -> list[str]:
    """Return the words of the command that edits a file: VISUAL, EDITOR, or a usual one.

    It is never given to a shell. Raises :class:`ReaderError` where there is none.
    """
    for variable in ("VISUAL", "EDITOR"):
        if (text := os.environ.get(variable, "").strip()) == "":
            continue
        try:
            return shlex.split(text)
        except ValueError:
            raise ReaderError.at("", _NOT_WORDS, command=text, variable=variable) from None
    found = next((path for name in _USUAL if (path := shutil.which(name))), None)
    if found is None:
        raise ReaderError.at("", _NONE)
    return [found]


def edit(app: App[Any], editor: Sequence[str], path: Path) -> int:
    """Have a file edited, and return the editor's exit code once it has ended.

    The app stands still meanwhile, and paints everything anew.

    Raises :class:`ReaderError` where it can't be run; then nothing has changed.
    """
    from reader.tui.driver import TerminalDriver

    words, driver = [*editor, str(path)], app._driver
    if not isinstance(driver, TerminalDriver):
        return _run(words)
    driver.suspend_application_mode()
    # What is typed in the editor is for the editor alone: Ctrl+C does nothing here, and Ctrl+Z
    # stops both, so that the shell has the terminal.
    handlers = {
        signal.SIGINT: signal.signal(signal.SIGINT, lambda *_: None),
        signal.SIGTSTP: signal.signal(signal.SIGTSTP, signal.SIG_DFL),
    }
    try:
        return _run(words, driver.fileno if os.isatty(driver.fileno) else None)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        driver.resume_application_mode()
        getattr(app, "paint_anew", app.refresh)()


def _run(words: Sequence[str], terminal: int | None = None) -> int:
    try:
        return subprocess.run(words, stdin=terminal, stdout=terminal, check=False).returncode
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReaderError.at("", _NOT_RUN, command=words[0], reason=reason) from None
