"""Signs of odd widths in a real terminal: no frame is shifted, and nothing is left behind."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.whole.terminal import PATIENCE, ROOT, environment, width

if shutil.which("tmux") is None:
    pytest.skip("tmux is not installed: .ci/run installs it", allow_module_level=True)

SIGNS = (
    "❤\ufe0f", "☝\ufe0f", "☝🏽", "👍🏽", "👩\u200d👩\u200d👧\u200d👦", "👩🏽\u200d🚀", "🏳\ufe0f\u200d🌈",
    "1\ufe0f\u20e3", "🇦🇿", "🇺🇸🇦🇿", "⌚\ufe0e", "🫩", "漢字", "e\u0301", "‼\ufe0f",
)  # fmt: skip
COLUMNS, ROWS = 110, 30
SIDE = "│"


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    command = ["tmux", "-L", f"reader-{uuid.uuid4().hex}", "-f", "/dev/null"]
    words = [f"{sign} word{n} " * (1 + n % 4) for n, sign in enumerate(SIGNS)]
    text = "\n\n".join(["Title ❤\ufe0f 👩\u200d👩\u200d👧 🇦🇿", *words, " ".join(words)])
    (tmp_path / "signs ❤\ufe0f.txt").write_text(text, encoding="utf-8")
    program = f"'{sys.executable}' -m reader --lang en 'signs ❤\ufe0f.txt'; exec cat"
    homes = {f"XDG_{n}_HOME": str(tmp_path / n) for n in ("CONFIG", "DATA", "STATE", "CACHE")}
    environ = environment(HOME=str(tmp_path), LC_CTYPE="C.UTF-8", PYTHONPATH=str(ROOT), **homes)
    size = ["-x", str(COLUMNS), "-y", str(ROWS), "-c", str(tmp_path)]
    subprocess.run([*command, "new-session", "-d", *size, program], check=True, env=environ)
    yield command
    subprocess.run([*command, "kill-server"], check=False, capture_output=True)


def shown(tmux: list[str], wanted: str) -> list[str]:
    """The rows of the screen once it shows ``wanted`` and no longer changes."""
    until, before = time.monotonic() + PATIENCE, ""
    while True:
        capture = [*tmux, "capture-pane", "-p"]
        text = subprocess.run(capture, check=True, capture_output=True, encoding="utf-8").stdout
        if wanted in text and text == before:
            return text.splitlines()
        assert time.monotonic() < until, f"no {wanted!r} in\n{text}"
        before = text
        time.sleep(0.15)


def press(tmux: list[str], *keys: str) -> None:
    subprocess.run([*tmux, "send-keys", *keys], check=True)


def test_the_frames_of_texts_lists_and_popups_stand_straight(tmux: list[str]) -> None:
    shown(tmux, "hardly a whole")  # why there is not a draft: it comes after the first frame
    rows = shown(tmux, "word9")
    body = [row for row in rows[2:-3] if SIDE in row]
    assert len(body) > ROWS // 2
    sides = {tuple(width(row[: m.start()]) for m in re.finditer(SIDE, row)) for row in body}
    assert len(sides) == 1, rows
    # Another screen over it and away again leaves nothing behind.
    before = rows
    press(tmux, "w")
    over = shown(tmux, "A term in any form")
    frame = [row for row in over if row.count(SIDE) >= 3]
    assert len(frame) > ROWS // 2
    assert len({width(row[: row.rindex(SIDE)]) for row in frame}) == 1, over
    press(tmux, "Escape")
    assert shown(tmux, "word9")[:-3] == before[:-3]
