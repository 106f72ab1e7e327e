"""The head of a dossier and its problems as an index stores them: without the folder it lies in."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from reader.model import Dossier, Problem


class StoredProblem(NamedTuple):
    """A problem whose path is relative to the dossier, for a dossier that is moved or shipped."""

    path: str
    inside: bool
    line: int
    column: int
    message: str
    values: Mapping[str, str]

    def problem(self, root: Path) -> Problem:
        path = str(root / self.path) if self.inside else self.path
        return Problem(path, self.line, self.column, self.message, self.values)


class StoredHead(NamedTuple):
    """A dossier's head without the folder it lies in."""

    head: Dossier
    problems: tuple[StoredProblem, ...]

    def dossier(self, root: Path) -> Dossier:
        problems = tuple(problem.problem(root) for problem in self.problems)
        return self.head._replace(root=root, problems=problems)


def stored_problems(problems: Sequence[Problem], root: Path) -> tuple[StoredProblem, ...]:
    """Return problems as they are stored."""
    stored = []
    for p in problems:
        inside = Path(p.path).is_relative_to(root)
        path = str(Path(p.path).relative_to(root)) if inside else p.path
        stored.append(StoredProblem(path, inside, p.line, p.column, p.message, dict(p.values)))
    return tuple(stored)


def stored_head(head: Dossier) -> StoredHead:
    """Return a dossier's head as it is stored."""
    problems = stored_problems(head.problems, head.root)
    names = {entry.id: entry.name(head.shown_in) for entry in head.entries}
    plain = head._replace(root=Path(), problems=(), documents=(), entries=(), names=names)
    plain = plain._replace(discrepancies=(), notes=())
    return StoredHead(plain, problems)
