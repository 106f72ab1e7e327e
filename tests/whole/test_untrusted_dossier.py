"""A dossier from anybody starts nothing, asks no network, and names no file for the program to write."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fuzz.dossiers import SOUND
from tests.fuzz.machine import lay
from tests.whole.terminal import ROOT, environment, running

WATCH = """\
import os, sys
FORBIDDEN = {
    "socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname",
    "os.system", "os.exec", "os.posix_spawn", "pty.spawn", "urllib.Request", "webbrowser.open",
}
def watch(event, arguments):
    started = str(arguments[0]) if event == "subprocess.Popen" else ""
    if event in FORBIDDEN or (started and "python" not in os.path.basename(started)):
        os.write(2, f"FORBIDDEN {event} {arguments!r}\\n".encode())
        os._exit(99)
sys.addaudithook(watch)
"""
"""Ends every process of the program that asks for a network, or starts anything but itself."""

EXECUTED = (
    '!!python/object/apply:os.system ["touch EXECUTED"]',
    "!!python/name:os.system",
    '!!python/object/new:subprocess.Popen [["touch", "EXECUTED"]]',
    '"$(touch EXECUTED) `touch EXECUTED` ; touch EXECUTED"',
    '"#eval(\\"1\\") #read(\\"/etc/passwd\\") #include \\"x.typ\\" #import \\"@preview/x:1.0.0\\""',
    '"{0.__class__.__mro__} {title.__init__.__globals__} %(x)s"',
)
RULES = (
    "nplurals=2; plural=__import__('os').system('touch EXECUTED');",
    "nplurals=2; plural=(lambda: n)();",
    "nplurals=2; plural=n.__class__;",
)


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """The environment of a program that is ended when it asks for what it must not."""
    folder = tmp_path / "watch"
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(WATCH)
    homes = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}  # fmt: skip
    path = os.pathsep.join((str(folder), str(ROOT)))
    return environment(HOME=str(tmp_path), PWD=str(tmp_path), PYTHONPATH=path, **homes)


def _dossier(folder: Path, value: str, rule: str) -> Path:
    root = folder / "towns"
    lay(root, SOUND)
    for name, key in (
        ("dossier.yaml", "title: "),
        ("glossary.yaml", "  definition: "),
        ("documents/water.yaml", "title: "),
    ):
        path = root / name
        lines = path.read_text(encoding="utf-8").split("\n")
        at = next(n for n, line in enumerate(lines) if line.startswith(key))
        lines[at] = key + value
        path.write_text("\n".join(lines), encoding="utf-8")
    catalog = root / "locales" / "en" / "LC_MESSAGES" / "towns.po"
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(re.sub(r"plural=\(n != 1\);", rule.partition("; ")[2], text))
    return root


COMMANDS = (
    ("check", "{}"),
    ("list", "--dossier", "{}", "--lang", "en"),
    ("summary", "water", "--dossier", "{}", "--lang", "en", "--format", "html"),
    ("print", "--all", "--dossier", "{}", "--lang", "both", "-o", "out.pdf"),
    ("catalogs", "check", "{}"),
)


def test_what_watches_the_program_sees_it_ask(watched: dict[str, str], tmp_path: Path) -> None:
    for script in (
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
    ):
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, env=watched, cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode == 99


@pytest.mark.parametrize("value", EXECUTED)
def test_nothing_of_a_dossier_is_executed_and_no_network_is_asked(
    value: str, watched: dict[str, str], tmp_path: Path
) -> None:
    root = _dossier(tmp_path, value, RULES[EXECUTED.index(value) % len(RULES)])
    for command in COMMANDS:
        argv = [str(root) if word == "{}" else word for word in command]
        done = subprocess.run(
            [sys.executable, "-m", "reader", *argv],
            env=watched,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, 1, 2), done.stderr
        assert "FORBIDDEN" not in done.stderr
        assert "Traceback" not in done.stderr
    assert not list(tmp_path.rglob("EXECUTED"))


def test_the_screen_asks_no_network_and_starts_nothing_but_itself(
    watched: dict[str, str], tmp_path: Path
) -> None:
    root = _dossier(tmp_path, EXECUTED[3], RULES[0])
    with running([str(root), "--lang", "en"], watched, (100, 30)) as terminal:
        terminal.wait_for("Quit")
        for keys in ("\t", "t", "G", "v", "L", "L"):
            terminal.press(keys)
            terminal.read(0.2)
        terminal.press("q")
        assert terminal.ended() == 0
    assert "FORBIDDEN" not in terminal.plain()
    assert not list(tmp_path.rglob("EXECUTED"))
