"""A field for the name of a file to be written, which suggests one until another is typed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from textual.widgets import Input


class FileNameField(Input):
    """Keeps its name in step with what is suggested; of one that was typed, the suffix alone."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._suggested = ""
        self._asked: Path | None = None

    def suggest(self, stem: str, suffix: str) -> None:
        """Suggest the name ``stem`` with ``suffix`` (``.md``)."""
        before = Path(self._suggested).suffix
        if self.value == self._suggested:
            self.value = stem + suffix
        elif before and self.value.endswith(before):
            self.value = self.value.removesuffix(before) + suffix
        self._suggested = stem + suffix

    def path(self) -> Path | None:
        """Get the file that is named, the home folder put in for ``~``; ``None``: none is."""
        name = self.value.strip()
        if not name:
            return None
        path = Path(name)
        with suppress(RuntimeError):  # a user whom the system doesn't know
            path = path.expanduser()
        return path

    def asks_to_overwrite(self, path: Path) -> bool:
        """Whether to ask before writing over a file: the first time that it would be."""
        asks = path != self._asked
        self._asked = path
        return asks


def is_file(path: Path) -> bool:
    """Whether there is such a file, as far as one may look; no file can have some names."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
