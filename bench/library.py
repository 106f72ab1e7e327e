"""What a library of thousands of articles costs: adding them, a start, memory, searching.

The articles are those of :mod:`bench.corpus`, added to the home of one start of two; both open the
built-in dossier, by turns, so that whatever else the machine does falls on both.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import tempfile
import time
from pathlib import Path

from bench import corpus, scale, searching
from bench.scale import Subject
from reader.dossiers import paths

RUNS = 5


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.library")
    parser.add_argument("--articles", type=int, default=corpus.ARTICLES, metavar="N")
    parser.add_argument("--runs", type=int, default=RUNS, metavar="N")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subjects = [_subject(folder / home) for home in ("without", "with")]
        corpus.write(folder / "corpus", asked.articles)
        print(f"Python {platform.python_version()}, medians of {asked.runs} by turns")
        for what in ("added", "added again", "one more"):
            if what == "one more":
                text = corpus.article(asked.articles)
                (folder / "one.txt").write_text(text, "utf-8")
            source = folder / ("one.txt" if what == "one more" else "corpus")
            print(f"{what:32}{_added(subjects[1], source):9.1f} s")
        found = scale.measure(subjects, asked.runs, scale.heading("en"))
    print(f"{'':32}{'bare':>9}{0:>9}{asked.articles:>9}{'x bare':>8}{'x 0':>8}")
    for row in scale.table(found):
        print(row)
    print("\nsearching")
    searching.measure(asked.articles)


def _subject(home: Path) -> Subject:
    home.mkdir()
    return Subject(paths.builtin(), home, "en")


def _added(subject: Subject, source: Path) -> float:
    """Return the seconds that adding what a file or folder has takes."""
    command, variables = subject.command("add", str(source), "--json"), subject.variables
    began = time.monotonic()
    subprocess.run(command, env=variables, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


if __name__ == "__main__":
    main()
