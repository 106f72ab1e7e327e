"""What is being typed of a note, kept from key to key until the note is kept or given up.

Where a program ends in between, however that comes, the next one to open the dossier takes what was
typed for a note.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from reader import saving
from reader.dossiers import paths
from reader.errors import ReaderError
from reader.library.notes import Note, Notebook, new_id
from reader.library.noting import Notes


class Draft:
    """The note that this program is being told, in a file of its own.

    It is only ever a saving: where the file can't be written, nothing is kept, and nothing is said.
    """

    def __init__(self, dossier: str) -> None:
        self._path = paths.note_drafts(dossier) / f"{os.getpid()}.jsonl"
        self._kept: Note | None = None

    def keep(self, note: Note) -> None:
        """Keep a note as far as it is typed."""
        if note != self._kept:
            self._kept = note
            with contextlib.suppress(OSError):
                saving.write_atomically(
                    self._path,
                    Notebook(self._path).written(note),
                    mode=saving.PRIVATE,
                    durable=False,
                )

    def clear(self) -> None:
        """Keep it no longer: the note is kept, or given up."""
        if self._kept is not None:
            self._kept = None
            with contextlib.suppress(OSError):
                self._path.unlink()


def adopt(notes: Notes, dossier: str) -> int:
    """Add what programs that have ended left typed to the notes; return how many there were.

    What can't be added stays for the next time.
    """
    count = 0
    for path in _left(paths.note_drafts(dossier)):
        drafts = Notebook(path).notes()
        try:
            for note in drafts:
                if note.text.strip():
                    notes.add(note._replace(id=new_id()))
                    count += 1
        except ReaderError:
            continue
        with contextlib.suppress(OSError):
            path.unlink()
    return count


def _left(folder: Path) -> list[Path]:
    """List the drafts of programs that don't run any more."""
    try:
        found = sorted(folder.glob("*.jsonl"))
    except OSError:
        return []
    return [path for path in found if path.stem.isdecimal() and not _runs(int(path.stem))]


def _runs(pid: int) -> bool:
    if pid == os.getpid():
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
