"""The program from its start to its end in a real terminal emulator: tmux."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.whole.terminal import PATIENCE, ROOT, environment, running

if shutil.which("tmux") is None:
    pytest.skip("tmux is not installed: .ci/run installs it", allow_module_level=True)

SIZES = [(120, 40), (80, 24), (60, 20)]
CYRILLIC = re.compile("[А-Яа-яЁё]")
STILL = 3
"""Looks at the screen in a row that find it unchanged."""
MENTION = re.compile(r"\x1b\[(?:\d+;)*4m(?:\x1b\[[\d;]*m)*МИД")
PUBLISHERS = ("1news.az", "Trend", "Report")


class Screen:
    """The program in a window of tmux, in a folder of its own."""

    READER = f"{shlex.quote(sys.executable)} -m reader report-charter"

    def __init__(
        self,
        folder: Path,
        size: tuple[int, int],
        socket: str,
        *,
        command: str = f"{READER}; echo code=$?; exec cat",
        language: str = "ru_RU",
    ) -> None:
        self.folder = folder
        self.is_wide = size[0] >= 100
        self._tmux = ("tmux", "-L", socket, "-f", "/dev/null")
        columns, rows = (str(n) for n in size)
        homes = {
            f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")
        }
        subprocess.run(
            [*self._tmux, "new-session", "-d", "-x", columns, "-y", rows, "-c", folder, command],
            check=True,
            env=environment(
                HOME=str(folder),
                LANG=f"{language}.UTF-8",
                LC_CTYPE="C.UTF-8",
                PYTHONPATH=str(ROOT),
                **homes,
            ),
        )

    def _run(self, *argv: str) -> str:
        return subprocess.run(
            [*self._tmux, *argv], check=True, capture_output=True, encoding="utf-8"
        ).stdout

    def text(self, *, colours: bool = False) -> str:
        return self._run("capture-pane", "-p", *(["-e"] if colours else []))

    def press(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def wait_until(self, met: Callable[[str], object], what: str) -> str:
        until = time.monotonic() + PATIENCE
        while not met(text := self.text()):
            assert time.monotonic() < until, f"{what} in\n{text}"
            time.sleep(0.03)
        return text

    def wait_for(self, words: str) -> str:
        return self.wait_until(lambda text: words in text, f"no {words!r}")

    def wait_for_mentions(self) -> None:
        """A fresh machine makes the terms' forms first; the text is there before them."""
        until = time.monotonic() + PATIENCE
        while not MENTION.search(self.text(colours=True)):
            assert time.monotonic() < until, "the note’s mention is not underlined"
            time.sleep(0.05)

    def settled(self) -> str:
        """The screen, colours included, once it no longer changes."""
        before, same = "", 0
        while same < STILL:
            now = self.text(colours=True)
            same = same + 1 if now == before else 0
            before = now
            time.sleep(0.1)
        return before

    def end(self) -> None:
        subprocess.run([*self._tmux, "kill-server"], check=False, capture_output=True)


@pytest.fixture(params=SIZES, ids=["120x40", "80x24", "60x20"])
def screen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Screen]:
    screen = Screen(tmp_path, request.param, f"reader-{uuid.uuid4().hex}")
    yield screen
    screen.end()


def test_a_reading_from_start_to_end(screen: Screen) -> None:
    # Opens in the language of the locale.
    screen.wait_for("Выход")
    text = screen.wait_for("Пересказ")
    assert "Quit" not in text
    screen.wait_for_mentions()
    if screen.is_wide:  # the title of the summary is there, and tells of its claims
        screen.wait_for("подтверждено")
    screen.press("t")
    russian = screen.settled()

    # L: English and nothing else; L again: what it was.
    screen.press("L")
    text = screen.wait_for("Quit")
    screen.settled()
    assert not CYRILLIC.search(_without(screen.text(), PUBLISHERS)), text
    screen.press("L")
    screen.wait_for("Выход")
    assert screen.settled() == russian

    # The Russian layout: л and о move up and down, Д switches, е goes to the next term.
    screen.press("g", "о")
    down = screen.settled()
    screen.press("л")
    assert screen.settled() != down
    screen.press("Д")
    screen.wait_for("Quit")
    screen.press("Д")
    screen.wait_for("Выход")
    screen.press("е")
    assert screen.settled() == russian

    # Enter opens the popup of the term that t went to; backspace closes it.
    screen.press("Enter")
    screen.wait_for("Закрыть")
    screen.press("BSpace")
    screen.wait_for("Выход")
    assert screen.settled() == russian

    # The print dialog prints a file.
    screen.press("P")
    screen.wait_for("report-charter-ru.txt")
    screen.press("Enter")
    screen.wait_until(lambda _: (screen.folder / "report-charter-ru.txt").is_file(), "no file")
    screen.wait_for("Выход")

    # q leaves, and the terminal is as it was.
    screen.press("q")
    text = screen.wait_for("code=0")
    assert text.strip() == "code=0"
    assert screen._run("display", "-p", "#{alternate_on}#{mouse_any_flag}#{cursor_flag}") == "001\n"


def _without(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text


@pytest.mark.parametrize("leaving", ["q", "\x11", "\x1b[113;5u"], ids=["q", "ctrl+q", "kitty"])
def test_every_mode_that_is_switched_on_is_switched_off_again(leaving: str, tmp_path: Path) -> None:
    environ = environment(PWD=str(tmp_path), HOME=str(tmp_path))
    with running(["--lang", "ru"], environ, (80, 24)) as terminal:
        terminal.wait_for("Выход")
        terminal.press(leaving)
        assert terminal.ended() == 0
    modes: dict[bytes, bytes] = {}
    for numbers, switch in re.findall(rb"\x1b\[\?([\d;]+)([hl])", terminal.sent):
        modes.update(dict.fromkeys(numbers.split(b";"), switch))
    # The cursor, and lines that wrap: a terminal has both on.
    assert modes.pop(b"25") == modes.pop(b"7") == b"h"
    assert modes
    assert not [mode for mode, switch in modes.items() if switch == b"h"]
    pushed, popped = terminal.switches(rb"\x1b\[>\d+u", b"\x1b[<u")
    assert pushed == popped
    assert b"\x1b[?1049l" in terminal.sent[-400:]
