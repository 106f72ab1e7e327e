"""What the shell and the screen tell each other: launch options, and the commands of the app."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.library.collection import Collection
from reader.model import Problem

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


class AppCommand(NamedTuple):
    """A command of the app, as a configuration shows it."""

    id: str
    keys: tuple[str, ...]
    """Its own, as one writes them."""
    help: str
    """A msgid: one sentence."""
    part: str
    """A msgid: which screens have it."""


class AppKeys(NamedTuple):
    """The commands of the app, those of a part together, and what is wrong with configured keys."""

    commands: tuple[AppCommand, ...]
    problems: tuple[Problem, ...]
