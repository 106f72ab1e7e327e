"""Random sessions in a terminal, on a machine that is busy; each is repeated by its seed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.fuzz.terminal_sessions import Action, actions, run_session, slowed
from tests.whole import hostile

SEEDS = range(6)
BUSY = (0, 5)
"""The sessions that have to share the machine: in English, and with a hostile dossier in Russian."""


def _started_before() -> dict[str, str]:
    """The environment of a machine that the program was started on before."""
    return {"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_random_session_ends_as_it_should(seed: int, tmp_path: Path) -> None:
    root = hostile.dossier(tmp_path) if seed % 3 == 2 else None
    argv = ["--lang", ("en", "ru")[seed % 2], *([str(root)] if root else [])]
    with slowed(1 if seed in BUSY else 0):
        outcome = run_session(argv, actions(seed, 40), home=tmp_path)
    assert not outcome.fault, f"seed {seed}: {outcome.fault}\n{outcome.crash}"


@pytest.mark.parametrize("first", ["q", "\x1b", "j", "w", "?", ":", "/", "P", "m"])
def test_keys_from_the_first_byte_on(first: str, tmp_path: Path) -> None:
    keys = "?w:P/mL\x1b\r\x1b[A" + first
    session = [Action(keys.encode()) for _ in range(8)]
    known = {} if first in "qw" else _started_before()
    outcome = run_session(["--lang", "en"], session, home=tmp_path, environ=known)
    assert not outcome.fault, f"{outcome.fault}\n{outcome.crash}"


@pytest.mark.parametrize("then", ["?", "w", "P", "/", "m", "'", ":", "\x10", "q", "L\r"])
def test_nothing_follows_the_key_that_leaves(then: str, tmp_path: Path) -> None:
    session = [Action(f"q{then}".encode())]
    outcome = run_session(
        ["--lang", "en"], session, home=tmp_path, environ=_started_before(), first="Quit"
    )
    assert outcome.fault == ""
    assert outcome.code == 0


def test_a_session_is_the_same_for_the_same_seed() -> None:
    assert actions(7, 30) == actions(7, 30)
    assert actions(7, 30) != actions(8, 30)
