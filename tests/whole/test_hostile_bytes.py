"""What reaches a real terminal, byte for byte, from texts that try to steer it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.whole import hostile
from tests.whole.terminal import Terminal, environment, running

C1 = re.compile("[\x80-\x9f]")
LINES = "\r\n\t"


CLOSE = {"ru": "Закрыть", "en": "Close"}
QUIT = {"ru": "Выход", "en": "Quit"}


def _walked(language: str, argv: list[str], first: str, folder: Path) -> Terminal:
    """The program, started in ``folder``, walked through and left; at home there, too."""
    home = {f"XDG_{name}_HOME": str(folder / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environ = environment(PWD=str(folder), HOME=str(folder), **home)
    other = "en" if language == "ru" else "ru"
    with running(["--lang", language, *argv], environ, (100, 30)) as terminal:
        terminal.wait_for(first)
        for keys in (" ", "G", "g", "\t", "t"):
            terminal.press(keys)
            terminal.read(0.1)
        terminal.press("w")
        terminal.wait_for(CLOSE[language])
        terminal.press("\x1b[21~")  # F10
        terminal.wait_for(QUIT[language])
        terminal.press("L")
        terminal.wait_for(QUIT[other])
        terminal.press("q")
        assert terminal.ended() == 0
    return terminal


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> set[bytes]:
    """The control sequences of the program itself, on the built-in dossier."""
    folder = tmp_path_factory.mktemp("usual")
    return _walked("ru", ["report-charter"], "Report", folder).kinds()


def _assert_harmless(terminal: Terminal, usual: set[bytes]) -> None:
    assert terminal.kinds() <= usual
    text = terminal.plain()
    assert "\x1b" not in text
    assert not C1.search(text)
    rest = "".join(set(text) - set(LINES))
    assert not hostile.HARMFUL.findall(rest)


def test_a_hostile_dossier_sends_a_terminal_nothing_unusual(
    tmp_path: Path, usual: set[bytes]
) -> None:
    root = hostile.dossier(tmp_path)
    terminal = _walked("en", [str(root)], "[2J", tmp_path)
    _assert_harmless(terminal, usual)


def test_a_hostile_article_sends_a_terminal_nothing_unusual(
    tmp_path: Path, usual: set[bytes]
) -> None:
    name = "a\x1b]52;c;eA==\x07\u202e.txt"
    (tmp_path / name).write_text(hostile.ARTICLE, encoding="utf-8", newline="")
    terminal = _walked("ru", [name], "52;c;", tmp_path)
    _assert_harmless(terminal, usual)


@pytest.mark.parametrize("command", ["show", "annotate", "summary", "terms"])
def test_a_command_on_a_terminal_sends_nothing_but_its_own_emphasis(
    command: str, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(hostile.ARTICLE, encoding="utf-8", newline="")
    root = hostile.dossier(tmp_path)
    argv = [command, "a.txt", "--dossier", str(root), "--lang", "ru"]
    with running(argv, environment(PWD=str(tmp_path)), (100, 30)) as terminal:
        terminal.ended()
    assert terminal.kinds() <= {b"[m"}
    assert not C1.search(terminal.plain())
    assert not hostile.HARMFUL.findall("".join(set(terminal.plain()) - set(LINES)))


def test_the_program_itself_leaves_the_clipboard_and_the_title_alone(usual: set[bytes]) -> None:
    assert not [kind for kind in usual if kind.startswith(b"]52")]
