"""What a folder has to choose from, as a path to it is typed: folders, and files that can be read."""

from __future__ import annotations

import os
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from reader.language.messages import _
from reader.language.words import fold
from reader.library.own.gathering import is_passed_over

MOST = 2_000
"""Names of a folder that are offered."""


class Offered(NamedTuple):
    """A folder or a file: ``typed`` is what leads to it as the field would have it."""

    name: str
    typed: str
    is_folder: bool


class Choice(NamedTuple):
    """What may be chosen where something was typed."""

    folder: str
    """The folder whose names are offered, as it was typed."""
    offered: tuple[Offered, ...] = ()
    problem: str = ""
    """Why the folder can't be read, in the interface's language; empty where it can."""


def choice(typed: str, suffixes: Collection[str] | None) -> Choice:
    """Return what a path, of which the last name is being typed, may go on with.

    Folders come first. Of files those with one of the ``suffixes`` or none are offered, of ``None``
    no file. What is hidden is, where a dot is typed, and a folder that is passed over when all is
    added, where its name is begun. A ``~`` is somebody's home.
    """
    folder, slash, begun = typed.rpartition("/")
    prefix = folder + slash
    try:
        with os.scandir(expanded(prefix or ".")) as listed:
            found = [
                (file.name, is_folder)
                for file in listed
                if (file.name.startswith(".") <= begun.startswith("."))
                and (
                    _is_offered(file.name, begun)
                    if (is_folder := _is_folder(file))
                    else _is_readable(file.name, suffixes)
                )
            ]
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return Choice(prefix, problem=_("There is no such folder."))
    except OSError as error:
        text = _("This folder cannot be read ({reason}).")
        return Choice(prefix, problem=text.format(reason=error.strerror or str(error)))
    wanted = fold(begun)
    found = [one for one in found if wanted in fold(one[0])]
    found.sort(key=lambda one: (not one[1], not fold(one[0]).startswith(wanted), fold(one[0])))
    offered = [
        Offered(name, f"{prefix}{name}{'/' if is_folder else ''}", is_folder)
        for name, is_folder in found[:MOST]
    ]
    return Choice(prefix, tuple(offered))


def expanded(typed: str) -> Path:
    """Return the path that was typed, with the home that a ``~`` means."""
    path = Path(typed)
    with suppress(RuntimeError):  # a user whom the system doesn't know
        path = path.expanduser()
    return path


def dropped(text: str) -> str:
    """Return the path of a file that was dropped on the terminal, which writes it quoted or as an address.

    Any other text is returned as it is.
    """
    text = text.strip()
    if text.startswith("file://"):
        return unquote(urlsplit(text).path)
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text[1:-1]
    return text


def _is_offered(folder: str, begun: str) -> bool:
    return not is_passed_over(folder) or (bool(begun) and folder.startswith(begun))


def _is_folder(file: os.DirEntry[str]) -> bool:
    try:
        return file.is_dir()
    except OSError:
        return False


def _is_readable(name: str, suffixes: Collection[str] | None) -> bool:
    if suffixes is None:
        return False
    suffix = Path(name).suffix.lower()
    return not suffix or suffix in suffixes
