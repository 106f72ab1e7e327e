"""Everything that is wrong with a dossier, in one list."""

from __future__ import annotations

from pathlib import Path

from reader.dossiers import loader
from reader.errors import ReaderError
from reader.model import Problem


def check(root: Path) -> list[Problem]:
    """What is wrong with the dossier in ``root``, by file and line; nothing for a sound one."""
    try:
        problems = loader.parse(root).problems
    except ReaderError as error:
        problems = error.problems
    return sorted(problems, key=lambda p: (p.path, p.line, p.column))
