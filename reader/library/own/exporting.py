"""The reader's own articles and originals, copied to a folder from which they can be added again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from reader import saving, storage
from reader.dossiers import own_places
from reader.language.text_files import LARGEST_YAML

_ORIGINALS = "originals"
_STEP = 64


def export(folder: Path, progress: Callable[[int, int], None] | None = None) -> int:
    """Copy every file, byte for byte; return how many. Raises ``OSError``."""
    files = list(_files())
    for done, (path, name) in enumerate(files, 1):
        saving.write_atomically(folder / name, storage.read_file(path, LARGEST_YAML), durable=False)
        if progress is not None and (done % _STEP == 0 or done == len(files)):
            progress(done, len(files))
    if files:
        saving.sync_folder(folder)
    return len(files)


def _files() -> Iterator[tuple[Path, str]]:
    """Yield every file, and its name in the folder that is written."""
    for home, prefix in (
        (own_places.articles(), ""),
        (own_places.originals(""), f"{_ORIGINALS}/"),
    ):
        for name, _about in own_places.listed(home):
            yield home / name, prefix + name
