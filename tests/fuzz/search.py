"""Look for an input that is a finding, make it small, write it down and read it again."""

from __future__ import annotations

import ast
import hashlib
import textwrap
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import HypothesisWarning

from tests.fuzz.target import Target, attempt

SMALLER = 60.0
"""Seconds for making a finding small."""
_BATCH = 200


class Finding(NamedTuple):
    """An input, and how it fails: a traceback, or what became of the process."""

    target: str
    value: Any
    report: str


class Found(NamedTuple):
    """What a search comes to: how many inputs were tried, and the first finding."""

    tried: int
    finding: Finding | None


class _EnoughError(BaseException):
    """Ends a search from inside: Hypothesis lets pass what is not an ``Exception``."""


def _place(error: BaseException) -> tuple[type[BaseException], str, int | None]:
    """What tells one fault from another: the exception, and where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return type(error), frames[-1].filename, frames[-1].lineno


def search(
    target: Target,
    first_seed: int,
    seconds: float,
    begin: Callable[[Any], None] = lambda _value: None,
) -> Found:
    """Try inputs for ``seconds``; stop at the first finding, made small.

    ``begin`` is called with each input before it is tried.
    """
    until = time.monotonic() + seconds
    tried = 0
    failing: list[tuple[int, Any, BaseException]] = []

    def check(value: Any) -> None:
        nonlocal tried, until
        if time.monotonic() > until:
            raise _EnoughError
        tried += 1
        begin(value)
        try:
            attempt(target, value)
        except Exception as error:
            if not failing:
                until = time.monotonic() + SMALLER
            failing.append((len(ascii(value)), value, error))
            raise

    number = first_seed
    while not failing and time.monotonic() < until:
        try:
            _batch(target, number, check)
        except _EnoughError:
            break
        except Exception:  # the finding, or Hypothesis's word that it comes and goes
            if not failing:
                raise
        number += 1
    if not failing:
        return Found(tried, None)
    _, value, error = min(failing, key=lambda each: each[0])
    value, error = _smaller(target, value, error, time.monotonic() + SMALLER / 2, begin)
    report = "".join(traceback.format_exception(error))
    return Found(tried, Finding(target.name, value, report))


def _batch(target: Target, number: int, check: Callable[[Any], None]) -> None:
    @seed(number)
    @settings(
        max_examples=_BATCH,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink) if target.can_be_shrunk else (Phase.generate,),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(target.inputs)
    def try_each(value: Any) -> None:
        check(value)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", HypothesisWarning)  # that a description is long
        try_each()


# Hypothesis makes the choices small that led to an input; what they were made of stays.


def _smaller(
    target: Target,
    value: Any,
    error: BaseException,
    until: float,
    begin: Callable[[Any], None],
) -> tuple[Any, BaseException]:
    place = _place(error)
    shrunk = True
    while shrunk:
        shrunk = False
        for candidate in _candidates(value):
            if time.monotonic() > until:
                return value, error
            begin(candidate)
            try:
                attempt(target, candidate)
            except Exception as other:
                if _place(other) == place:
                    value, error, shrunk = candidate, other, True
                    break
    return value, error


def _candidates(value: Any) -> Iterator[Any]:
    """The same value with less in it: bytes and lists without a part, dictionaries without an item."""
    if isinstance(value, (bytes, list)):
        yield from _without_parts(value)
    elif isinstance(value, dict):
        for key in value:
            yield {other: x for other, x in value.items() if other != key}
        for key, inner in value.items():
            for smaller in _candidates(inner):
                yield {**value, key: smaller}
    elif isinstance(value, tuple):
        for at, inner in enumerate(value):
            for smaller in _candidates(inner):
                yield (*value[:at], smaller, *value[at + 1 :])


def _without_parts(value: Any) -> Iterator[Any]:
    """``value`` without each half, then each quarter, down to each single one."""
    size = (len(value) + 1) // 2
    while size:
        for start in range(0, len(value), size):
            yield value[:start] + value[start + size :]
        size = (size + 1) // 2 if size > 1 else 0


# A finding is a file: what happens as a comment, the input as Python writes it.


def write(finding: Finding, folder: Path) -> Path:
    """Write a finding down; the file is named by the target and the input."""
    folder.mkdir(parents=True, exist_ok=True)
    literal = ascii(finding.value)
    path = folder / f"{finding.target}-{hashlib.sha256(literal.encode()).hexdigest()[:8]}.txt"
    head = f'To repeat it: make fuzz ARGS="--repeat {path}"\n\n{ascii_lines(finding.report)}'
    about = textwrap.indent(head, "# ", lambda _line: True)
    path.write_text(f"{about.rstrip()}\n{finding.target}\n{literal}\n", encoding="utf-8")
    return path


def ascii_lines(text: str) -> str:
    """``text`` in ASCII, its lines kept: what it quotes may be hostile."""
    return "\n".join(line.encode("unicode_escape").decode() for line in text.split("\n"))


def read(path: Path) -> tuple[str, Any]:
    """Read a finding's target and input."""
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]
    name, literal = lines
    return name, ast.literal_eval(literal)
