"""Work that nobody wants any longer, because something else is shown by now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TypeVar

from textual.worker import get_current_worker

T = TypeVar("T")


class UnwantedError(Exception):
    """The answer of a worker is not wanted any longer."""


class WhileWanted(list[T]):
    """A list that a worker goes through as long as it is not cancelled.

    Going through it raises :class:`UnwantedError` as soon as it is.
    """

    def __iter__(self) -> Iterator[T]:
        worker = get_current_worker()
        for item in super().__iter__():
            if worker.is_cancelled:
                raise UnwantedError
            yield item


def until_unwanted(work: Callable[[], None]) -> Callable[[], None]:
    """Return work that ends quietly once its answer is not wanted."""

    def run() -> None:
        with suppress(UnwantedError):
            work()

    return run
