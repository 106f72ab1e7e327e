"""The program as a screen reader is shown it, in every byte."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.whole.terminal import environment, running

UNDERLINED = re.compile(rb"\x1b\[(?:\d+;)*4[;m]")
MOVES = re.compile(rb"\x1b\[(\d+);(\d+)H")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return environment(PWD=str(tmp_path), HOME=str(tmp_path))


def test_the_cursor_is_shown_and_goes_from_line_to_line_without_painting(
    environ: dict[str, str],
) -> None:
    with running(["--screen-reader", "--lang", "en", "report-charter"], environ) as terminal:
        terminal.wait_for("Quit")
        while not UNDERLINED.search(terminal.sent):  # a fresh machine makes the terms' forms first
            assert terminal.read(0.5)
        terminal.wait_for_silence(2.0)
        assert re.findall(rb"\x1b\[\?25([hl])", terminal.sent)[-1] == b"h"
        assert not re.search("[\u2500-\u259f]", terminal.plain())
        row, column = map(int, MOVES.findall(terminal.sent)[-1])
        start = len(terminal.sent)
        terminal.press("j")
        terminal.wait_for_silence()
        sent = terminal.sent[start:]
        assert MOVES.findall(sent)[-1] == (b"%d" % (row + 1), b"%d" % column)
        assert len(sent) < 100  # nothing but the move of the cursor
        start = len(terminal.sent)
        terminal.press("jj")
        terminal.wait_for("Paragraph 2")
        terminal.wait_for_silence()
        assert len(terminal.sent) - start < 1000  # and the status line
        terminal.press("q")
        assert terminal.ended() == 0
    assert re.findall(rb"\x1b\[\?25([hl])", terminal.sent)[-1] == b"h"


def test_switching_it_off_paints_the_panes_again_and_hides_the_cursor(
    environ: dict[str, str],
) -> None:
    with running(["--screen-reader", "--lang", "en", "report-charter"], environ) as terminal:
        terminal.wait_for("Quit")
        terminal.wait_for_silence()
        start = len(terminal.sent)
        terminal.press("\x1br")
        terminal.wait_for("Summary")
        terminal.wait_for_silence()
        assert re.findall(rb"\x1b\[\?25([hl])", terminal.sent[start:])[-1] == b"l"
        assert "━".encode() in terminal.sent[start:]
        terminal.press("q")
        assert terminal.ended() == 0
