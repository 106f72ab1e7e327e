"""Write a briefing to a file, or send it to a printer.

A function that cannot do so raises :class:`ReaderError` with one clear line; none claims a
success that it cannot know.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from reader import saving
from reader.errors import ReaderError
from reader.language.messages import N_

TIMEOUT = 20.0
"""Seconds that CUPS may take."""

NO_LP = N_(
    "There is no printing system on this computer (no “lp”). "
    "Install the CUPS client, or write a file and print that."
)

STOPPED = N_(
    "The printing system is not running. Start it (CUPS), or write a file and print that later."
)


def to_file(
    path: Path, content: str | bytes, *, force: bool = False, makes_folder: bool = False
) -> None:
    """Write ``content``, text as UTF-8, whole or not at all.

    Raises :class:`ReaderError` where the file exists, unless ``force``, and where its folder does
    not, unless ``makes_folder``.
    """
    data = _encoded(content)
    try:
        if makes_folder:
            _make(path.parent)
        if not path.parent.is_dir():
            raise ReaderError.at(
                path, N_("There is no folder “{folder}”: make it first."), folder=str(path.parent)
            )
        if path.exists() and not path.is_file():
            raise ReaderError.at(path, N_("This is not a file that can be overwritten."))
        if force:
            saving.write_atomically(path, data)
        else:
            saving.create(path, data)
    except FileExistsError as error:
        raise ReaderError.at(
            path, N_("This file exists: choose another name, or allow it to be overwritten.")
        ) from error
    except (OSError, ValueError) as error:
        raise ReaderError.at(
            path, N_("This file cannot be written: {reason}."), reason=_reason(error)
        ) from error


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReaderError.at(
            folder, N_("This folder cannot be made: {reason}."), reason=_reason(error)
        ) from error


def _encoded(content: str | bytes) -> bytes:
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content


def has_printing() -> bool:
    """Tell whether the command ``lp`` exists."""
    return shutil.which("lp") is not None


def printers() -> list[str]:
    """List CUPS' printers, its default first; empty where CUPS doesn't answer."""
    if shutil.which("lpstat") is None:
        return []
    try:
        listed = _cups(["lpstat", "-e"])
        default = _cups(["lpstat", "-d"])
    except ReaderError:
        return []
    names = listed.stdout.split() if listed.returncode == 0 else []
    first = default.stdout.rpartition(":")[2].strip()
    return sorted(names, key=lambda name: name != first)


def to_printer(printer: str | None, content: str | bytes, *, title: str = "") -> str:
    """Send text or a PDF to a printer (``None``: CUPS' default).

    Returns the job's name, such as ``Office-12``.
    """
    if not has_printing():
        raise ReaderError.at("", NO_LP)
    name = printer or "lp"
    if printer is not None:
        known = printers()
        if known and printer not in known:
            raise ReaderError.at(
                printer,
                N_("There is no printer “{printer}”. There are: {printers}."),
                printer=printer,
                printers=", ".join(known),
            )
    command = ["lp", *(["-d", printer] if printer else []), "-t", _job_title(title)]
    done = _cups(command, _encoded(content))
    if done.returncode != 0:
        if _is_stopped():
            raise ReaderError.at(name, STOPPED)
        reason = " ".join((done.stderr or done.stdout).split()).removeprefix("lp: ")
        raise ReaderError.at(
            name,
            N_("The printing system did not accept the job: {reason}"),
            reason=reason or str(done.returncode),
        )
    job = re.search(r"request id is (\S+)", done.stdout)
    return job[1] if job else done.stdout.strip()


def _is_stopped() -> bool:
    """Tell whether CUPS' scheduler is down; ``lp`` then reports a missing printer."""
    if shutil.which("lpstat") is None:
        return False
    try:
        return "not running" in _cups(["lpstat", "-r"]).stdout
    except ReaderError:
        return False


def _job_title(title: str) -> str:
    return " ".join(title.split())[:120] or "reader"


def _cups(command: list[str], content: bytes | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command of CUPS, in the C locale, since its output is parsed."""
    try:
        done = subprocess.run(
            command,
            input=content,
            stdin=subprocess.DEVNULL if content is None else None,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
            env={**os.environ, "LC_ALL": "C", "LANGUAGE": "C"},
        )
    except subprocess.TimeoutExpired as error:
        raise ReaderError.at(
            command[0], N_("The printing system does not answer. Is it running?")
        ) from error
    except (OSError, ValueError) as error:
        raise ReaderError.at(
            command[0], N_("This cannot be started: {reason}."), reason=_reason(error)
        ) from error
    output, errors = (
        text.decode("utf-8", "backslashreplace") for text in (done.stdout, done.stderr)
    )
    return subprocess.CompletedProcess(command, done.returncode, output, errors)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
