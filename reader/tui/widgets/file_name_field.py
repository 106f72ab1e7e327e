"""A field for a file's name, which suggests one until another is typed."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from reader.tui.widgets.line_field import LineField


class FileNameField(LineField):
    """Follows the suggested name; of a typed one it follows the suffix alone."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, compact=True)
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
        """Return the named file, ``~`` expanded; ``None`` for an empty field."""
        name = self.value.strip()
        if not name:
            return None
        path = Path(name)
        with suppress(RuntimeError):  # a user whom the system doesn't know
            path = path.expanduser()
        return path

    def asks(self, path: Path) -> bool:
        """Tell whether to ask before a file is overwritten, or its folder made: the first time only."""
        asks = path != self._asked
        self._asked = path
        return asks


def is_file(path: Path) -> bool:
    """Tell whether a file exists; an impossible name or a forbidden path does not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Tell whether a folder exists; an impossible name or a forbidden path does not."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
