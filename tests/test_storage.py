"""How files are written: whole, with their modes, through links; and what is left by a kill."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import storage
from reader.saving import PRIVATE, write_atomically


@pytest.fixture(params=(0o022, 0o077, 0o002, 0o027))
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_has_what_the_umask_leaves(tmp_path: Path, umask: int) -> None:
    path = tmp_path / "new.txt"
    write_atomically(path, "text")
    assert _mode(path) == 0o666 & ~umask
    assert path.read_text() == "text"


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o755, 0o444])
@pytest.mark.usefixtures("umask")
def test_a_file_that_is_replaced_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "old.txt"
    path.write_text("old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert (_mode(path), path.read_text()) == (mode, "new")


@pytest.mark.usefixtures("umask")
def test_what_is_the_readers_own_is_closed_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    path = storage.data_home() / "glossaries" / "own.yaml"
    write_atomically(path, "text", mode=PRIVATE)
    assert _mode(path) == 0o600
    for folder in (path.parent, storage.data_home(), tmp_path / "share"):
        assert _mode(folder) == 0o700

    storage.data_home().chmod(0o755)
    path.chmod(0o644)
    write_atomically(path, "more", mode=PRIVATE)
    assert (_mode(path), _mode(storage.data_home())) == (0o600, 0o700)


def test_no_folder_but_the_programs_own_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    folder.mkdir()
    folder.chmod(0o755)
    write_atomically(folder / "file", "text", mode=PRIVATE)
    assert _mode(folder) == 0o755


def test_a_link_is_written_through(tmp_path: Path) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    there.mkdir()
    here.mkdir()
    target = there / "target.txt"
    target.write_text("old")
    target.chmod(0o640)
    (here / "second").symlink_to(target)
    link = here / "first"
    link.symlink_to("second")
    write_atomically(link, "new")
    assert link.is_symlink()
    assert (here / "second").is_symlink()
    assert (target.read_text(), _mode(target)) == ("new", 0o640)
    assert _names(here) == ["first", "second"]
    assert _names(there) == ["target.txt"]


def test_a_link_to_a_file_that_is_not_there_makes_it(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "target")
    write_atomically(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "target").read_text() == "new"


def test_a_loop_of_links_and_what_is_not_a_file_are_refused(tmp_path: Path) -> None:
    loop, pipe = tmp_path / "loop", tmp_path / "pipe"
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    to_null = tmp_path / "null"
    to_null.symlink_to(os.devnull)
    for path in (loop, pipe, tmp_path, to_null, Path(os.devnull)):
        with pytest.raises(OSError, match=r"."):
            write_atomically(path, "text")
    assert loop.is_symlink()
    assert pipe.is_fifo()
    assert Path(os.devnull).is_char_device()
    assert _names(tmp_path) == ["loop", "null", "pipe"]


def test_a_name_may_be_as_long_as_the_file_system_takes(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 255)
    write_atomically(path, "text")
    assert path.read_text() == "text"


def test_text_with_lone_surrogates_is_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "file", "a \udcff b")
    assert (tmp_path / "file").read_text() == "a \\udcff b"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_text("old")

    def full(*_arguments: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert _names(tmp_path) == ["file"]


def test_a_file_and_its_folder_are_synced_where_that_is_promised(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    monkeypatch.setattr(
        os, "fsync", lambda number: synced.append(stat.S_ISDIR(os.fstat(number).st_mode))
    )
    write_atomically(tmp_path / "file", "text")
    assert synced == [False, True]
    write_atomically(tmp_path / "file", "text", durable=False)
    assert synced == [False, True]


_STOPPED_BEFORE_THE_RENAME = """
import os, signal, sys
from pathlib import Path
from reader import storage, saving
Path.replace = lambda *_: os.kill(os.getpid(), signal.{signal})
saving.write_atomically(Path(sys.argv[1]), "unfinished")
"""


def _interrupted(path: Path, signal_name: str) -> subprocess.Popen[bytes]:
    code = _STOPPED_BEFORE_THE_RENAME.format(signal=signal_name)
    return subprocess.Popen([sys.executable, "-c", code, str(path)])


def _temporary(folder: Path) -> list[Path]:
    return list(folder.glob(".reader-*.tmp"))


def test_what_a_killed_program_leaves_is_swept(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("old")
    assert _interrupted(path, "SIGKILL").wait() == -signal.SIGKILL
    assert path.read_text() == "old"
    assert len(_temporary(tmp_path)) == 1
    others = (tmp_path / ".reader-notes.tmp", tmp_path / ".reader-0123456789ab.tmp.bak")
    for other in others:
        other.write_text("not ours")
    write_atomically(tmp_path / "another", "new")
    assert _temporary(tmp_path) == [others[0]]
    assert all(other.exists() for other in others)


def test_what_another_program_is_writing_is_left_alone(tmp_path: Path) -> None:
    process = _interrupted(tmp_path / "file", "SIGSTOP")
    try:
        os.waitpid(process.pid, os.WUNTRACED)
        (unfinished,) = _temporary(tmp_path)
        write_atomically(tmp_path / "another", "new")
        assert _temporary(tmp_path) == [unfinished]
    finally:
        process.kill()
        process.wait()


def test_a_write_whose_temporary_file_was_swept_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace
    swept: list[Path] = []

    def once_swept(self: Path, target: Path) -> Path:
        if not swept:
            swept.append(self)
            self.unlink()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", once_swept)
    write_atomically(tmp_path / "file", "text")
    assert swept
    assert (tmp_path / "file").read_text() == "text"
    assert _names(tmp_path) == ["file"]


@pytest.mark.parametrize("name", ["plain.sqlite", "a b?c#d%e.sqlite", "имя-~_.sqlite", "\udcff"])
def test_the_address_of_a_file_is_as_paths_have_it(tmp_path: Path, name: str) -> None:
    assert storage.uri(tmp_path / name) == (tmp_path / name).as_uri()
