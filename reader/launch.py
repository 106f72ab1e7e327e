"""What the shell has made out before the screen opens: the one value that it hands over."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reader.model import Document


class LaunchOptions(NamedTuple):
    """How to open the app.

    ``document`` is the id of the document to show first, ``None`` for the one shown
    last. ``articles`` are the files that were opened, already read and, where they are
    documents of the dossier, recognised; the first of them is shown first. Of those that
    ``unread`` names by their place in ``articles``, only the beginning was read.
    """

    root: Path
    document: str | None = None
    articles: tuple[Document, ...] = ()
    language: str = "en"
    unread: Mapping[int, Path] = MappingProxyType({})
