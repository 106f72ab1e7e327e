"""Verifying the claims of a document, by a process of its own, which keeps what it finds.

So whoever only reads has none of the rules in memory, and keys are not held up.

``python -m reader.library.verifying_process`` is that process: standard input has a :class:`Task` as the index packs values, standard output gets its verdicts.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.library import kept_verdicts
from reader.library.packing import IndexDamagedError, pack, unpack, verdicts_of
from reader.library.verification import Subject
from reader.verdicts import Verdict

if TYPE_CHECKING:
    from reader.terms.matcher import Matcher

LONGEST = 60.0
"""Seconds that the claims of a document may take."""


class Task(NamedTuple):
    """What is to be verified; ``root`` is the dossier's folder."""

    root: Path
    subject: Subject


def find(root: Path, subject: Subject) -> tuple[Verdict, ...] | None:
    """Verify the claims of a document, which takes its time, and keep what is found.

    A process does so, or, where there can be none, this one. ``None``: it was ended, or failed.
    ``root`` is the folder of the dossier.
    """
    from reader.library.builder import run_module

    data = pack(Task(root.absolute(), subject))
    try:
        process = run_module("reader.library.verifying_process", stdin=subprocess.PIPE)
    except OSError:
        return _verify_and_keep(root, subject)
    with process:
        try:
            output, _errors = process.communicate(data, LONGEST)
            return verdicts_of(output)
        except (OSError, IndexDamagedError, subprocess.TimeoutExpired):
            return None
        finally:
            process.kill()


def _verify_and_keep(root: Path, subject: Subject) -> tuple[Verdict, ...]:
    from reader.terms.factory import matcher

    found = verify(subject, matcher(subject.entries))
    place = subject.key, subject.language, subject.made_of
    kept_verdicts.keep(kept_verdicts.path_for(root), *place, found)
    return found


def verify(subject: Subject, matcher: Matcher) -> tuple[Verdict, ...]:
    """Verify the claims of a document by the matcher of its glossary."""
    from reader.verifying import claims

    document = subject.document
    summary = document.summary
    if summary is None:
        return ()
    verifier = claims.verifier(document, subject.text, subject.entries, matcher)
    return tuple(verifier.verify(claims.claimed(claim, document)) for claim in summary.claims)


def main() -> None:
    """Verify what standard input has."""
    with contextlib.suppress(IndexDamagedError):
        task: Task = unpack(Task, sys.stdin.buffer.read())
        sys.stdout.buffer.write(pack(_verify_and_keep(task.root, task.subject)))


if __name__ == "__main__":
    main()
