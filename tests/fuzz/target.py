"""What is fuzzed: a kind of input, and what has to hold for each."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.fuzz import machine


class Target(NamedTuple):
    """One kind of input.

    ``inputs`` makes plain values, of bytes, texts, numbers, tuples, lists and dictionaries, so that
    one can be written down as Python writes it and read again. ``check`` takes one, and the empty
    folder that it may work in; it raises what is a finding. ``seconds`` is the limit of one input,
    ``share`` the part of the time that the target gets beside the others.
    """

    name: str
    inputs: st.SearchStrategy[Any]
    check: Callable[[Any, Path], None]
    seconds: float = machine.SECONDS
    share: float = 1.0
    examples: int = 30
    """How many inputs the ordinary tests try."""
    can_be_shrunk: bool = True
    """Whether the choices behind an input make it smaller, and an input always does the same."""


@cache
def _cache() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz-cache-"))


def attempt(target: Target, value: Any, seconds: float | None = None) -> None:
    """Check one input on a machine of its own. Raises what is wrong."""
    with machine.machine(_cache()) as folder, machine.limited(seconds or target.seconds):
        target.check(value, folder)
