"""Where the reader's own articles lie: plain files in folders, under XDG data.

``articles/[FOLDER/]ID.yaml`` is an article, ``originals/DOSSIER/DOCUMENT.yaml`` the original of a
document of a dossier, ``trash/`` what was removed. This is asked before the first frame.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from reader import storage
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.model import OWN

SUFFIX = ".yaml"
_DEEPEST = 8
_LONGEST_NAME = 80
"""Characters of a folder's name."""


def articles() -> Path:
    """Return the folder, which may not exist, of the reader's own articles."""
    return storage.data_home() / "articles"


def originals(dossier: str) -> Path:
    """Return the folder, which may not exist, of originals of the documents of a dossier."""
    return storage.data_home() / "originals" / dossier


def summaries() -> Path:
    """Return the folder, which may not exist, of the reader's summaries of files beside the library."""
    return storage.data_home() / "summaries"


def drafts() -> Path:
    """Return the folder, which may not exist, of drafts of summaries that are being edited."""
    return storage.state_home() / "drafts"


def trash() -> Path:
    """Return the folder, which may not exist, of what was removed."""
    return storage.data_home() / "trash"


def is_own(key: str) -> bool:
    """Tell whether a key is that of one of the reader's own articles."""
    return key.startswith(OWN)


def key_of(name: str) -> str:
    """Return the key of an article by the name of its file in the folder of articles."""
    return OWN + name.rpartition("/")[2].removesuffix(SUFFIX)


def key_in_folder(name: str) -> str:
    """Return the key of an article of whose name there is another in another folder."""
    return OWN + name.removesuffix(SUFFIX).replace("/", ".")


def listed(root: Path) -> Iterator[tuple[str, os.stat_result]]:
    """Yield the name and the state of every article's file in ``root``, with ``/`` in folders.

    What is hidden, links to folders, and other files are passed over.
    """
    yield from _listed(str(root), "", _DEEPEST)


def _listed(folder: str, prefix: str, deep: int) -> Iterator[tuple[str, os.stat_result]]:
    below = []
    try:
        with os.scandir(folder) as found:
            for file in found:
                name = file.name
                if name.startswith("."):
                    continue
                try:
                    if name.endswith(SUFFIX):
                        yield prefix + name, file.stat()
                    elif deep and file.is_dir(follow_symlinks=False):
                        below.append(name)
                except OSError:  # a link that leads nowhere, or a file that has just gone
                    continue
    except OSError:
        return
    for name in below:
        yield from _listed(f"{folder}/{name}", f"{prefix}{name}/", deep - 1)


def folder_name(asked: str) -> str:
    """Return the name of a folder of articles, such as ``caucasus/energy``, as it is kept.

    Raises :class:`ReaderError` for one that could lead elsewhere, or that no folder can have.
    """
    parts = [part.strip() for part in asked.strip("/").split("/")] if asked else []
    for part in parts:
        if not part or part.startswith(".") or not part.isprintable() or len(part) > _LONGEST_NAME:
            raise ReaderError.at(
                asked,
                N_(
                    "This is not a name for a folder of articles. Give a word or several, as in"
                    " caucasus or caucasus/energy."
                ),
            )
    if len(parts) > _DEEPEST:
        raise ReaderError.at(
            asked, N_("Folders of articles go no deeper than {most}."), most=str(_DEEPEST)
        )
    return "/".join(parts)
