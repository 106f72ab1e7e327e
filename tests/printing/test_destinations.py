from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.printing import destinations
from tests.programs import tool


def lpstat(folder: Path) -> None:
    tool(
        folder,
        "lpstat",
        '[ "$1" = -e ] && { echo Hall; echo Office; } || echo "system default destination: Office"',
    )


def said(error: pytest.ExceptionInfo[ReaderError]) -> str:
    problem = error.value.problems[0]
    return problem.message.format(**problem.values)


# A file.


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    destinations.to_file(tmp_path / "a.txt", "ё\n")
    assert (tmp_path / "a.txt").read_bytes() == "ё\n".encode()
    assert list(tmp_path.iterdir()) == [tmp_path / "a.txt"]


def test_a_file_that_exists_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(ReaderError):
        destinations.to_file(path, "new")
    assert path.read_text() == "old"


def test_force_writes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    destinations.to_file(path, "new", force=True)
    assert path.read_text() == "new"


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ReaderError) as error:
        destinations.to_file(tmp_path / "no" / "a.txt", "x")
    assert "There is no folder" in said(error)
    assert not (tmp_path / "no").exists()


def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(ReaderError):
        destinations.to_file(tmp_path, "x", force=True)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ReaderError):
        destinations.to_file(pipe, "x", force=True)


@pytest.mark.parametrize("step", ["fsync", "link"])
def test_a_failed_write_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, full)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ReaderError) as error:
        destinations.to_file(tmp_path / "a.txt", "x")
    assert "No space left on device" in said(error)
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_links_gets_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_arguments: object, **_options: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    destinations.to_file(tmp_path / "a.txt", "x")
    assert (tmp_path / "a.txt").read_text() == "x"
    with pytest.raises(ReaderError):
        destinations.to_file(tmp_path / "a.txt", "y")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.parametrize("mask", [0o077, 0o022, 0o002])
def test_a_new_file_has_what_the_umask_leaves(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        destinations.to_file(tmp_path / "a.txt", "x")
    finally:
        os.umask(before)
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("length", [241, 242, 250, 255])
def test_a_name_may_be_as_long_as_the_file_system_takes(tmp_path: Path, length: int) -> None:
    path = tmp_path / ("n" * (length - 5) + ".html")
    destinations.to_file(path, "x")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_link_that_leads_nowhere_is_not_written_over_unasked(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "nothing.txt")
    with pytest.raises(ReaderError) as error:
        destinations.to_file(link, "x")
    assert "exists" in said(error)
    assert [path.name for path in tmp_path.iterdir()] == ["link.txt"]


def test_a_program_that_is_killed_leaves_nothing_under_the_name(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from reader.printing import destinations\n"
        "os.fsync = lambda _file: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"destinations.to_file(Path({str(tmp_path)!r}) / 'a.txt', 'x' * 100_000)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode == -signal.SIGKILL
    assert not (tmp_path / "a.txt").exists()
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(".reader-")
    destinations.to_file(tmp_path / "a.txt", "x")  # and sweeps
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_what_another_program_is_writing_is_not_swept(tmp_path: Path) -> None:
    others = tmp_path / ".reader-0123456789ab.tmp"
    notes = tmp_path / ".reader-notes.tmp"
    notes.write_text("of somebody")
    with others.open("xb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        destinations.to_file(tmp_path / "a.txt", "x")
        assert others.exists()
    assert notes.exists()


def test_of_two_writers_of_one_name_one_wins(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    wins: list[int] = []

    def write(number: int) -> None:
        with suppress(ReaderError):
            destinations.to_file(path, str(number) * 1000)
            wins.append(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text() == str(wins[0]) * 1000
    assert len(wins) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


# A printer.


def test_a_computer_without_lp_says_so_in_one_line(tools: Path) -> None:
    assert tools.is_dir()
    assert not destinations.has_printing()
    assert destinations.printers() == []
    with pytest.raises(ReaderError) as error:
        destinations.to_printer(None, "x")
    assert "no “lp”" in said(error)


def test_the_default_printer_comes_first(tools: Path) -> None:
    lpstat(tools)
    assert destinations.printers() == ["Office", "Hall"]


def test_a_job_is_sent_as_it_is_and_named(tools: Path, tmp_path: Path) -> None:
    lpstat(tools)
    tool(
        tools,
        "lp",
        f'echo "$@" > {tmp_path}/args; cat > {tmp_path}/job; echo "request id is $2-7 (0 file(s))"',
    )
    job = destinations.to_printer("Hall", "текст\n", title="A title; rm -rf $(x)\n")
    assert job == "Hall-7"
    assert (tmp_path / "job").read_text() == "текст\n"
    assert (tmp_path / "args").read_text() == "-d Hall -t A title; rm -rf $(x)\n"


def test_an_unknown_printer_names_those_there_are(tools: Path) -> None:
    lpstat(tools)
    tool(tools, "lp", "exit 1")
    with pytest.raises(ReaderError) as error:
        destinations.to_printer("Attic", "x")
    assert said(error) == "There is no printer “Attic”. There are: Office, Hall."


def test_a_stopped_scheduler_is_told_and_not_taken_for_a_missing_printer(tools: Path) -> None:
    tool(tools, "lpstat", '[ "$1" = -r ] && echo "scheduler is not running"')
    tool(tools, "lp", "cat >/dev/null; echo 'lp: Error - No default destination.' >&2; exit 1")
    assert destinations.printers() == []
    with pytest.raises(ReaderError) as error:
        destinations.to_printer(None, "x")
    assert "is not running" in said(error)


def test_what_else_the_printing_system_says_is_told_in_one_line(tools: Path) -> None:
    tool(tools, "lpstat", "echo 'scheduler is running'")
    tool(tools, "lp", "cat >/dev/null; printf 'lp: Error\\n - no paper.\\n' >&2; exit 1")
    with pytest.raises(ReaderError) as error:
        destinations.to_printer(None, "x")
    assert said(error) == "The printing system did not accept the job: Error - no paper."


def test_a_printing_system_that_hangs_is_given_up(
    tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tools, "lp", "exec /bin/sleep 5")
    monkeypatch.setattr(destinations, "TIMEOUT", 0.1)
    with pytest.raises(ReaderError) as error:
        destinations.to_printer(None, "x")
    assert "does not answer" in said(error)
