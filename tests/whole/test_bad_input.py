"""Damage, refusals and odd terminals: one clear line or none, and never a traceback."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import cli, storage
from reader.dossiers import paths
from tests.tui.opened import opened
from tests.whole.terminal import Terminal, environment, running


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


def _damages(data: bytes) -> Iterator[bytes]:
    yield b""
    for kept in (1, 10, 100, len(data) // 2, len(data) - 1):
        yield data[:kept]
    yield bytes(255 - byte for byte in data)
    yield data[: len(data) // 2] + b"\0" * (len(data) - len(data) // 2)


@pytest.fixture
def copied(tmp_path: Path) -> str:
    """The built-in dossier where it has no index of its own beside it."""
    return str(shutil.copytree(paths.builtin(), tmp_path / "copied"))


def test_any_cache_file_may_be_damaged(
    own_cache: Path, copied: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--lang", "en", "--dossier", copied, "glossary", "TRIPP"]
    assert cli.main(command) == 0
    whole = capsys.readouterr()
    assert whole.err == ""
    files = [path for path in own_cache.rglob("*") if path.is_file()]
    assert len(files) >= 3
    for file in files:
        data = file.read_bytes()
        for damaged in _damages(data):
            file.write_bytes(damaged)
            assert cli.main(command) == 0
            assert capsys.readouterr() == whole
        file.write_bytes(data)


def test_a_cache_of_folders_in_place_of_files_stops_nothing(
    own_cache: Path, copied: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--lang", "en", "--dossier", copied, "glossary", "TRIPP"]
    cli.main(command)
    whole = capsys.readouterr()
    for file in [path for path in own_cache.rglob("*") if path.is_file()]:
        file.unlink()
        file.mkdir()
    assert cli.main(command) == 0
    assert capsys.readouterr() == whole


def test_a_home_that_one_may_not_look_into_stops_no_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = storage.config_home().parent.parent
    stat = Path.stat

    def refused(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.is_relative_to(home):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refused)
    assert cli.main(["list"]) == 0
    # What the reader added themselves lies there, too: that it is missing is said, once.
    assert capsys.readouterr().err.count("\n") <= 1


def test_a_user_without_a_home_can_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)

    def unknown() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", unknown)
    assert cli.main(["glossary", "TRIPP"]) == 0
    assert capsys.readouterr().err == ""


# Terminals.


@pytest.mark.parametrize("size", [(20, 5), (10, 3), (1, 1)], ids=["20x5", "10x3", "1x1"])
async def test_a_tiny_terminal_loses_nothing(size: tuple[int, int]) -> None:
    async with opened("ru", size) as (app, pilot):
        for keys in ("w", "escape", "P", "escape", "question_mark", "escape", "colon", "escape"):
            await pilot.press(keys)
            await pilot.pause()
        app.main.open_entry("tripp")
        await pilot.press("j", "t", "q", "tab", "L", "slash", "x", "escape")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert app.is_running


def _left(argv: list[str], folder: Path, **variables: str) -> tuple[int, Terminal]:
    environ = environment(PWD=str(folder), HOME=str(folder), **variables)
    with running(["--lang", "en", *argv], environ, (80, 24)) as terminal:
        return terminal.ended(), terminal


def test_a_dumb_terminal_gets_plain_text(tmp_path: Path) -> None:
    code, terminal = _left([], tmp_path, TERM="dumb")
    assert code == 0
    assert b"\x1b" not in terminal.sent
    assert "report-charter" in terminal.plain()


def test_no_screen_opens_for_a_dossier_that_is_not_there(tmp_path: Path) -> None:
    code, terminal = _left(["--dossier", "nowhere"], tmp_path)
    assert code == 2
    assert terminal.plain().startswith("reader: nowhere: ")
    assert terminal.plain().count("\n") == 1


def test_a_dossier_that_cannot_be_read_is_told_of_on_leaving_too(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("id: [x\n")
    environ = environment(PWD=str(tmp_path), HOME=str(tmp_path))
    with running(["--lang", "en", str(tmp_path)], environ, (100, 24)) as terminal:
        terminal.wait_for("dossier.yaml:2:1")
        terminal.press("q")
        assert terminal.ended() == 2
    last = terminal.plain().rpartition("reader: ")[2]
    assert "dossier.yaml:2:1: " in last


def test_ctrl_c_says_how_to_leave(tmp_path: Path) -> None:
    environ = environment(PWD=str(tmp_path), HOME=str(tmp_path))
    with running(["--lang", "en"], environ, (80, 24)) as terminal:
        terminal.wait_for("Quit")
        terminal.press("\x03")
        terminal.wait_for("Press q to leave")
        terminal.press("q")
        assert terminal.ended() == 0
