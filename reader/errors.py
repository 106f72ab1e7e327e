"""The one exception that the program raises for what is wrong outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model import Problem


class ReaderError(Exception):
    """Bad input, with the problems that make it so.

    :func:`reader.language.interface.describe` puts them into the interface language, where
    they are shown and not before.
    """

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*(f"{p.path}:{p.line}:{p.column}: {p.message}" for p in problems))
        self.problems = problems

    @classmethod
    def at(
        cls, path: object, message: str, *, line: int = 0, column: int = 0, **values: str
    ) -> ReaderError:
        """Make an error of one problem at ``path``, in ``line`` and ``column`` from 1.

        ``message`` is an English msgid marked with ``N_``, with ``{placeholders}`` for ``values``.
        """
        from reader.model import Problem

        return cls(Problem(str(path), line, column, message, values))
