"""What thousands of documents cost: a large dossier against one of five, and a bare Textual app.

Everything is measured from outside, by turns, so that whatever else the machine does falls on
all. Caches are filled before, by a command that is measured by itself. ``--documents`` and
``--lang`` choose another size and language.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench import many
from bench.start import medians, run_time
from bench.terminal import BARE, HEADING, Program, environment
from reader import storage
from reader.language import catalogs

RUNS = 5
FEW = 5
PRESSES = 6
QUIET = 0.5
"""Seconds without output after which an app has done all that it does after its first frame."""

TO_THE_LIST = "\x1b[Z"
"""Shift+tab: the app opens with the source in focus, and the list stands before it."""


class Opened(NamedTuple):
    """What one start of an app shows: seconds, and bytes."""

    frame: float
    share: float
    peak: float
    next_document: float = 0.0
    list_end: float = 0.0


class Subject(NamedTuple):
    """A dossier that is measured, with a home of its own for what the program keeps."""

    folder: Path
    home: Path
    language: str

    def command(self, *arguments: str) -> list[str]:
        """The command line of ``reader`` for this dossier."""
        where = ("--lang", self.language, "--dossier", str(self.folder))
        return [sys.executable, "-m", "reader", *arguments, *where]

    @property
    def variables(self) -> dict[str, str]:
        """The environment of a start that remembers nothing of those before it."""
        state = self.home / "state"
        shutil.rmtree(state, ignore_errors=True)
        return {**environment(str(self.home)), "XDG_STATE_HOME": str(state)}


class Measured(NamedTuple):
    """What was found: each list has the dossier of few documents first, the large one second."""

    first_command: list[float]
    bare: Opened
    opened: list[Opened]
    commands: dict[str, list[float]]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.scale")
    parser.add_argument("--documents", type=int, default=many.DOCUMENTS, metavar="N")
    parser.add_argument("--lang", choices=("en", "ru"), default="en")
    parser.add_argument("--runs", type=int, default=RUNS, metavar="N")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subjects = [
            _subject(Path(folder) / name, count, asked.lang)
            for name, count in (("few", FEW), ("large", asked.documents))
        ]
        found = measure(subjects, asked.runs, heading(asked.lang))
    print(f"Python {platform.python_version()}, {asked.lang}, medians of {asked.runs} by turns")
    print(f"{'':32}{'bare':>9}{FEW:>9}{asked.documents:>9}{'x bare':>8}{f'x {FEW}':>8}")
    for row in table(found):
        print(row)


def _subject(folder: Path, count: int, language: str) -> Subject:
    many.write(folder / "dossier", count)
    (folder / "home").mkdir()
    return Subject(folder / "dossier", folder / "home", language)


def heading(language: str) -> str:
    """What the app writes above a summary in ``language``: its frame is full with that."""
    return catalogs.load("reader", language, [storage.resource_dir("locales")]).gettext(HEADING)


def measure(subjects: list[Subject], runs: int, heading: str) -> Measured:
    """Measure every subject, by turns; the first round, which fills caches, does not count."""
    first = [run_time(subject.command("list"), subject.variables) for subject in subjects]
    starts: list[list[Opened]] = []
    for _ in range(runs + 1):
        with tempfile.TemporaryDirectory() as home:
            bare = _opened([sys.executable, "-c", BARE], environment(home), HEADING)
        starts.append([bare, *(_opened(s.command(), s.variables, heading, s) for s in subjects)])
    bare, *opened = (_median(of_one) for of_one in zip(*starts[1:], strict=True))
    id = min(file.stem for file in (subjects[0].folder / "documents").iterdir())
    commands = {
        " ".join(words[:1]): medians(
            runs, *(partial(run_time, s.command(*words), s.variables) for s in subjects)
        )
        for words in (("list",), ("show", id), ("summary", id))
    }
    return Measured(first, bare, opened, commands)


def _opened(
    command: list[str], variables: dict[str, str], heading: str, subject: Subject | None = None
) -> Opened:
    """One start of an app; with a ``subject`` also what its keys take, the middle of some presses."""
    with Program(command, variables) as program:
        frame = program.wait_for(heading)
        program.wait_for_quiet(QUIET)
        held = program.memory()
        if subject is None:
            return Opened(frame, held.share, held.peak)
        program.press("J")
        forward = []
        for _ in range(PRESSES):
            program.press("K")
            forward.append(program.press("J"))
        program.press(TO_THE_LIST)
        down = []
        for _ in range(PRESSES):
            down.append(program.press("G"))
            program.press("g")
        return Opened(frame, *held, statistics.median(forward), statistics.median(down))


def _median(starts: Sequence[Opened]) -> Opened:
    return Opened(*map(statistics.median, zip(*starts, strict=True)))


def table(found: Measured) -> Iterator[str]:
    """The rows of what was found, in milliseconds and megabytes."""
    bare, (few, large) = found.bare, found.opened
    yield _row("first full frame, ms", 1e3, few.frame, large.frame, bare.frame)
    yield _row("J settled, ms", 1e3, few.next_document, large.next_document)
    yield _row("G in the list settled, ms", 1e3, few.list_end, large.list_end)
    for name, (short, long) in found.commands.items():
        yield _row(f"reader {name}, ms", 1e3, short, long)
    yield _row("first command of all, ms", 1e3, *found.first_command)
    yield _row("memory (PSS), MB", 1 / 2**20, few.share, large.share, bare.share)
    yield _row("  over the bare app", 1 / 2**20, few.share - bare.share, large.share - bare.share)
    yield _row("memory at most (RSS), MB", 1 / 2**20, few.peak, large.peak, bare.peak)
    yield _row("  over the bare app", 1 / 2**20, few.peak - bare.peak, large.peak - bare.peak)


def _row(name: str, unit: float, few: float, large: float, bare: float | None = None) -> str:
    """One measure; ``unit`` is what one second or byte is in what is printed."""
    held = f"{bare * unit:9.1f}" if bare else f"{'':9}"
    times = f"{large / bare:8.2f}" if bare else f"{'':8}"
    return f"{name:32}{held}{few * unit:9.1f}{large * unit:9.1f}{times}{large / few:8.2f}"


if __name__ == "__main__":
    main()
