"""The reader's own files while the screen is open: other programs, odd names, and who may look."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

from reader import cli, locks
from reader.dossiers import paths
from tests.whole.terminal import environment, running


def _environment(home: Path) -> dict[str, str]:
    homes = {
        f"XDG_{name.upper()}_HOME": str(home / name)
        for name in ("state", "cache", "config", "data")
    }
    return environment(HOME=str(home), **homes)


def test_a_glossary_that_another_program_holds_is_told_of_and_can_be_left(tmp_path: Path) -> None:
    own = tmp_path / "data" / "reader" / "glossaries" / "us-azerbaijan.yaml"
    home = {**_environment(tmp_path), "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}
    cli.main(["glossary", "TRIPP"])  # no worker has to make forms afterwards
    with locks.alone(own, 0), running([], home) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("w")
        terminal.wait_for("term in any form")
        terminal.press("\x0e")
        terminal.wait_for("New term of your own")
        terminal.press("zzqq thing")
        terminal.wait_for("zzqq-thing")  # the id that is made of it
        terminal.press("\x13")
        terminal.wait_for("Another")
        # The form asks before it throws away what was typed.
        for key in ("\x1b", "\x1b", "\x1b", "q"):
            terminal.press(key)
            time.sleep(1)  # or the next key would be one with Alt
            terminal.read()
        assert terminal.ended() == 0
    assert not own.exists()


def test_the_place_in_a_folder_of_any_name_is_kept(tmp_path: Path) -> None:
    root = os.fsencode(tmp_path) + b"/d\xff\xe9 \x1b[31m\n"
    shutil.copytree(paths.builtin(), os.fsdecode(root))
    asked = ["--dossier", os.fsdecode(root)]
    with running(asked, _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("J")
        terminal.wait_for("2 of 5")
        terminal.press("q")
        assert terminal.ended() == 0
    file = tmp_path / "state" / "reader" / "state.json"
    (folder,) = json.loads(file.read_text(encoding="utf-8"))["places"]
    assert os.fsencode(folder) == os.fsencode(os.path.realpath(root))
    with running(asked, _environment(tmp_path)) as terminal:
        terminal.wait_for("2 of 5")
        terminal.press("q")
        assert terminal.ended() == 0
    assert not (file.parent / "crash.txt").exists()


def test_two_screens_of_two_dossiers_keep_both_places(tmp_path: Path) -> None:
    for name in ("one", "two"):
        shutil.copytree(paths.builtin(), tmp_path / name)
    home = _environment(tmp_path)
    with (
        running(["--dossier", str(tmp_path / "one")], home) as one,
        running(["--dossier", str(tmp_path / "two")], home) as two,
    ):
        for terminal in (one, two):
            terminal.wait_for("Paragraph 1 of")
        for terminal in (two, one):
            terminal.press("q")
            assert terminal.ended() == 0
    state = json.loads((tmp_path / "state" / "reader" / "state.json").read_text(encoding="utf-8"))
    assert set(state["places"]) == {str(tmp_path / "one"), str(tmp_path / "two")}


def test_all_that_a_screen_writes_is_for_nobody_else(tmp_path: Path) -> None:
    shutil.copytree(paths.builtin(), tmp_path / "copied")
    with running(["--dossier", str(tmp_path / "copied")], _environment(tmp_path)) as terminal:
        terminal.wait_for("Paragraph 1 of")
        for _ in range(60):
            terminal.read(0.5)
            if any((tmp_path / "cache").rglob("*.glossary")):
                break
        terminal.press("q")
        assert terminal.ended() == 0
    written = [path for name in ("state", "cache") for path in (tmp_path / name).rglob("*")]
    assert {path.name for path in written} >= {"state.json", "index", "terms"}
    assert {path.stat().st_mode & 0o077 for path in written} == {0}


def test_a_size_of_the_terminal_that_is_not_a_number_ends_nothing(tmp_path: Path) -> None:
    odd = {**_environment(tmp_path), "COLUMNS": "²", "LINES": "9" * 5000}
    with running([], odd) as terminal:
        terminal.wait_for("Paragraph 1 of")
        terminal.press("q")
        assert terminal.ended() == 0
