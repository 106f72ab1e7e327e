"""What measures rely on: a program is driven from outside, and its figures are set against others."""

from __future__ import annotations

import sys

import pytest

from bench import scale
from bench.scale import Measured, Opened
from bench.terminal import Program, environment

ECHO = """
import sys, termios, tty
tty.setraw(0)
print("ready", flush=True)
while (key := sys.stdin.read(1)) != "q":
    print("got", key, flush=True)
"""


def program(source: str, home: object) -> Program:
    return Program([sys.executable, "-c", source], environment(str(home)))


def test_a_program_is_waited_for_and_answers_keys(tmp_path: object) -> None:
    with program(ECHO, tmp_path) as echo:
        assert echo.wait_for("ready") > 0
        assert echo.press("x") > 0
        assert echo.wait_for("got x") > 0
        memory = echo.memory()
    assert 0 < memory.share <= memory.peak


def test_a_program_that_ends_too_soon_is_reported_with_what_it_wrote(tmp_path: object) -> None:
    with (
        program("print('no luck')", tmp_path) as broken,
        pytest.raises(RuntimeError, match="no luck"),
    ):
        broken.wait_for("ready")


def test_the_table_has_the_ratios_to_the_bare_app_and_to_the_few() -> None:
    found = Measured(
        [0.3, 9.0],
        Opened(0.1, 10 * 2**20, 20 * 2**20),
        [
            Opened(0.2, 20 * 2**20, 40 * 2**20, 0.01, 0.02),
            Opened(0.3, 40 * 2**20, 60 * 2**20, 0.02, 0.05),
        ],
        {"list": [0.1, 0.4]},
    )

    rows = {row[:32].strip(): row[32:].split() for row in scale.table(found)}
    assert rows["first full frame, ms"] == ["100.0", "200.0", "300.0", "3.00", "1.50"]
    assert rows["G in the list settled, ms"] == ["20.0", "50.0", "2.50"]
    assert rows["reader list, ms"] == ["100.0", "400.0", "4.00"]
    assert rows["memory (PSS), MB"] == ["10.0", "20.0", "40.0", "4.00", "2.00"]
