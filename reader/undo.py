"""What can be undone: changes to what is kept of the reader's, with the values before and after.

Notes, marks and own entries each have a home, a :class:`Kept`. A :class:`Log` makes the changes
and keeps them in memory, so that one key takes back the last one, of whichever home.
"""

from __future__ import annotations

from threading import Lock
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
T_contra = TypeVar("T_contra", contravariant=True)

MOST = 1000
"""Changes that are remembered: the last ones."""


class Kept(Protocol[T_contra]):
    """A home of values of one kind, such as a file of notes."""

    def replace(self, before: T_contra | None, after: T_contra | None) -> None:
        """Put ``after`` in the place of ``before``; ``None`` is nothing, before or after.

        Raises :class:`reader.errors.ReaderError` where it can't be done, because ``before`` is
        not there as it was, too; then nothing has changed.
        """
        ...


class Change(NamedTuple, Generic[T]):
    """A value put in the place of another: added, edited or removed."""

    kept: Kept[T]
    before: T | None
    after: T | None


class Log:
    """The changes of this session, in order. One that fails stays where it is.

    One change is made at a time, whichever thread asks.
    """

    def __init__(self) -> None:
        self._done: list[Change[Any]] = []
        self._undone: list[Change[Any]] = []
        self._lock = Lock()

    def next(self, *, redo: bool = False) -> Change[Any] | None:
        """Return the change that would be undone, or made again; ``None`` where there is none."""
        changes = self._undone if redo else self._done
        return changes[-1] if changes else None

    def do(self, kept: Kept[T], before: T | None, after: T | None) -> None:
        """Make a change and remember it; what had been undone can't be redone any more.

        Raises :class:`reader.errors.ReaderError` where it can't be made.
        """
        with self._lock:
            kept.replace(before, after)
            self._done = [*self._done[1 - MOST :], Change(kept, before, after)]
            self._undone.clear()

    def undo(self) -> Change[Any] | None:
        """Take the last change back and return it; ``None`` where there is none.

        Raises :class:`reader.errors.ReaderError` where it can't be taken back.
        """
        with self._lock:
            if not self._done:
                return None
            change = self._done[-1]
            change.kept.replace(change.after, change.before)
            self._undone.append(self._done.pop())
            return change

    def redo(self) -> Change[Any] | None:
        """Make the change again that was undone last; ``None`` where there is none.

        Raises :class:`reader.errors.ReaderError` where it can't be made.
        """
        with self._lock:
            if not self._undone:
                return None
            change = self._undone[-1]
            change.kept.replace(change.before, change.after)
            self._done.append(self._undone.pop())
            return change

    def forget_last(self) -> None:
        """Forget the last change, which can't be taken back any more, to get at those before it."""
        if self._done:
            self._done.pop()
