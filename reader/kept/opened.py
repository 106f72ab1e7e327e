"""The articles that were opened, and when first: what was not is new to the reader.

The reader's own articles have a file for themselves, whichever dossier is open beside them; the
documents of a dossier have one by its folder.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from reader import storage
from reader.kept.lines import KeptLines, text_of
from reader.kept.places import dossier_file

MOST = 50_000
"""Articles that are remembered of a dossier, or of the reader's own: the ones opened last."""


class Opened(NamedTuple):
    """An article by its key, and when it was opened first: ISO 8601 with its zone."""

    key: str
    time: str = ""


class OpenedArticles(KeptLines[Opened]):
    """The articles that were opened, of the dossier whose folder's key is given, or the own ones."""

    MOST = MOST
    DURABLE = False

    def __init__(self, dossier: str = "") -> None:
        super().__init__(path_for(dossier))
        self._lock = Lock()
        self._known: set[str] = set()

    def key(self, value: Opened) -> str:
        return value.key

    def decode(self, data: dict[str, Any]) -> Opened:
        return Opened(text_of(data, "key", required=True, raw=True), text_of(data, "time"))

    def encode(self, value: Opened) -> dict[str, Any]:
        return value._asdict()

    def note(self, key: str) -> bool:
        """Keep that an article is open now; return whether it was not known before.

        Any thread may. Raises :class:`reader.errors.ReaderError` where the file can't be written.
        """
        with self._lock:
            if not self._known:
                self._known = {opened.key for opened in self.values()}
            if key in self._known:
                return False
            self._known.add(key)
            time = datetime.now().astimezone().isoformat(timespec="seconds")
            self.append(Opened(key, time))
            return True


def path_for(dossier: str) -> Path:
    """Return the path, which may not exist, of what was opened of a dossier, or of own articles."""
    if not dossier:
        return storage.state_home() / "opened" / "own.jsonl"
    return dossier_file("opened", dossier)
