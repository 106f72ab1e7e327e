"""Launch options: what the shell passes to the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.library.collection import Collection

if TYPE_CHECKING:
    from reader.library.builder import Builder
    from reader.library.sources import Article


class LaunchOptions(NamedTuple):
    """How to open the app.

    ``document`` is the key of what to show first, ``None`` for what was shown last. Of the
    articles that ``unread`` names by their keys only the beginning was read; it has what gets the
    whole. ``builder`` brings the index up to date where the collection isn't open yet.
    ``screen_reader``: paint for one, whatever is set.
    """

    collection: Collection
    document: str | None = None
    language: str = "en"
    unread: Mapping[str, Callable[[], Article]] = MappingProxyType({})
    builder: Builder | None = None
    screen_reader: bool = False
