"""How long a start takes: a command of the shell, and the app up to its first frame.

The app runs in a pseudo-terminal; the first full frame is there when the heading of a summary has
been written to it. A bare Textual app that shows one line is what it is held against, by turns, so
that whatever else the machine does falls on both.
"""

from __future__ import annotations

import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable

from bench.terminal import BARE, HEADING, Program, environment

RUNS = 9


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        variables = environment(home)

        def command(*arguments: str) -> float:
            return run_time([sys.executable, *arguments], variables)

        def app(*arguments: str) -> float:
            return first_frame([sys.executable, *arguments], variables)

        nothing, listed, bare, opened = medians(
            RUNS,
            lambda: command("-c", "pass"),
            lambda: command("-m", "reader", "--lang", "en", "list"),
            lambda: app("-c", BARE),
            lambda: app("-m", "reader", "--lang", "en"),
        )
    print(f"Python {platform.python_version()}, medians of {RUNS} starts")
    print(f"python -c pass                  {nothing * 1000:6.0f} ms")
    print(f"reader list                     {listed * 1000:6.0f} ms")
    print(f"bare Textual app, first frame   {bare * 1000:6.0f} ms")
    print(f"reader, first frame             {opened * 1000:6.0f} ms  {opened / bare:.2f} x bare")


def medians(runs: int, *measures: Callable[[], float]) -> list[float]:
    """Seconds, measured by turns. The first round, which fills caches, does not count."""
    rounds = [[measure() for measure in measures] for _ in range(runs + 1)]
    return [statistics.median(times) for times in zip(*rounds[1:], strict=True)]


def run_time(command: list[str], variables: dict[str, str]) -> float:
    """Seconds from the start of ``command`` to its end."""
    start = time.perf_counter()
    subprocess.run(command, env=variables, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def first_frame(command: list[str], variables: dict[str, str]) -> float:
    """Seconds from the start of ``command`` until the heading stands on its terminal."""
    with Program(command, variables) as program:
        return program.wait_for(HEADING)


if __name__ == "__main__":
    main()
