"""What an index survives: other programs, full disks, ended processes, names in any bytes."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader import storage
from reader.library import index, indexing, spreading, tables
from reader.library.builder import Builder, kill_processes, run_module
from reader.library.collection import Collection
from tests.dossiers import factories
from tests.library.building import built, many

LIMIT = 60
"""Seconds after which a process hangs."""


def beside(folder: Path) -> list[str]:
    """What lies in the folder of the index besides it and its lock."""
    path = index.path_for(folder)
    kept = {path.name, f".{path.name}.lock"}
    return [file.name for file in path.parent.iterdir() if file.name not in kept]


# What is open stays as it is.


def test_what_is_open_stays_as_it_was_while_another_program_indexes(folder: Path) -> None:
    many(folder, 3)
    opened = built(folder)
    opened.in_language("ru")
    (folder / "documents" / "many-1.yaml").unlink()
    assert built(folder).listed_keys() == ["many-0", "many-2", "catch"]
    assert opened.listed_keys() == ["many-0", "many-1", "many-2", "catch"]
    assert opened.view("many-1", "ru").document.title == "Рыбаки вернулись с уловом"
    assert len(opened.rows("ru", 0, 9)) == len(opened) == 4


def test_a_document_that_is_gone_can_be_shown_by_who_has_shown_it(folder: Path) -> None:
    many(folder, 1)
    opened = built(folder)
    (folder / "documents" / "many-0.yaml").unlink()
    indexing.update(folder)
    renewed = opened.reindexed()
    assert renewed is not None
    opened.replace_dossier(renewed)
    assert opened.listed_keys() == ["catch"]
    assert opened.position("many-0") is None
    assert opened.title("many-0", "ru") == "Рыбаки вернулись с уловом"
    with pytest.raises(KeyError):
        opened.view("never", "ru")


def test_threads_may_ask_while_the_index_is_replaced(folder: Path) -> None:
    many(folder, 40)
    collection, failed = built(folder), list[BaseException]()
    stop = threading.Event()

    def ask() -> None:
        try:
            while not stop.is_set():
                for key in collection.listed_keys():
                    collection.view(key, "ru")
                    collection.in_language("en")
        except BaseException as error:
            failed.append(error)

    asking = [threading.Thread(target=ask, daemon=True) for _ in range(3)]
    for thread in asking:
        thread.start()
    for _ in range(30):
        renewed = collection.reindexed()
        assert renewed is not None
        collection.replace_dossier(renewed)
    stop.set()
    for thread in asking:
        thread.join(LIMIT)
    assert failed == []


def test_a_damaged_index_in_a_folder_that_is_not_writable_is_read_from_the_files(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = built(folder)
    path = index.path_for(folder)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE body SET data = x'7a00'")
    connection.close()
    assert collection.open()

    def refused(*_arguments: object, **_options: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refused)
    assert collection.view("catch", "ru").document.title == "Рыбаки вернулись с уловом"


# Names.


def test_files_with_names_in_any_bytes_are_problems_and_nothing_else(folder: Path) -> None:
    for name in (b"\xff.txt", b"\xd0\xbb.yaml", b"a\"'\nb.yaml"):
        Path(os.fsdecode(os.fsencode(folder / "documents") + b"/" + name)).write_text("x")
    collection = built(folder)
    assert collection.listed_keys() == ["catch"]
    assert len(collection.in_language("ru").problems) == 3
    again = Collection(folder)
    assert again.open()
    assert again.position("\udcff") is None


def test_a_folder_named_in_relation_to_this_one_is_so_in_the_problems_of_many_documents(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(folder, spreading.MANY)
    (folder / "documents" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    monkeypatch.chdir(folder.parent)
    built(Path("sea"))
    collection = Collection(folder)
    assert collection.open()
    (problem,) = collection.in_language("ru").problems
    assert problem.path == str(folder / "documents" / "broken.yaml")


# SQLite and the disk.


def test_an_sqlite_without_full_text_search_indexes_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "WORDS", "CREATE VIRTUAL TABLE words USING none (text)")
    assert built(folder).listed_keys() == ["catch"]
    (folder / "documents" / "catch.yaml").write_text(factories.DOCUMENT + "\n", encoding="utf-8")
    collection = built(folder)
    assert collection.title("catch", "ru") == "Рыбаки вернулись с уловом"
    assert collection.open()


def full(*_arguments: object, **_options: object) -> None:
    raise OSError(28, os.strerror(28))


@pytest.mark.parametrize(
    "step",
    [
        (shutil, "copyfile"),
        (tables, "insert"),
        (tables, "number"),
        (tables, "insert_mentions"),
        (indexing, "_synced"),
        (Path, "replace"),
        (Path, "mkdir"),
        (Path, "open"),
    ],
)
@pytest.mark.parametrize("change", ["none", "document", "head"])
def test_a_disk_that_is_full_at_any_step_hides_no_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: tuple[object, str], change: str
) -> None:
    if change != "none":
        built(folder)
        file = folder / ("dossier.yaml" if change == "head" else "documents/catch.yaml")
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    original = getattr(step[0], step[1])
    met: list[object] = []

    def fails_once(*arguments: object, **options: object) -> object:
        if not met:
            met.append(arguments)
            full()
        return original(*arguments, **options)

    with monkeypatch.context() as patched:
        patched.setattr(*step, fails_once)
        assert built(folder).listed_keys() == ["catch"]
    assert not index.path_for(folder).exists() or beside(folder) == []
    assert built(folder).title("catch", "ru") == "Рыбаки вернулись с уловом"
    assert Collection(folder).open()


# Other programs.


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Another program holds the lock, and does nothing."""
    path = index.path_for(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_name(f".{path.name}.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def test_a_program_that_is_stopped_while_it_indexes_holds_nobody_off_for_good(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_PATIENCE", 0.1)
    with locked(folder):
        assert built(folder).listed_keys() == ["catch"]
    assert not Collection(folder).open()
    built(folder)
    assert Collection(folder).open()


def start(*command: str, cwd: Path = storage.PACKAGE.parent) -> subprocess.Popen[bytes]:
    """Start a module of the program in a group of processes of its own."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", *command],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(storage.PACKAGE.parent)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def until_it_writes(folder: Path, process: subprocess.Popen[bytes]) -> None:
    new = index.path_for(folder).with_name(f".{index.path_for(folder).name}.new")
    until = time.monotonic() + LIMIT
    while not new.exists():
        assert process.poll() is None, "it has ended before"
        assert time.monotonic() < until, "it writes nothing"
        time.sleep(0.005)


def test_ctrl_c_while_a_command_indexes_leaves_nothing_behind(folder: Path) -> None:
    many(folder, 300)
    with start("reader", "list", "--dossier", str(folder)) as process:
        until_it_writes(folder, process)
        os.killpg(process.pid, signal.SIGINT)
        _out, errors = process.communicate(timeout=LIMIT)
    assert process.returncode == 130
    assert errors == b""
    assert beside(folder) == []
    assert len(built(folder)) == 301


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_an_indexing_process_that_is_ended_leaves_the_next_one_to_index(
    folder: Path, number: signal.Signals
) -> None:
    many(folder, 300)
    with start("reader.library.indexing", str(folder)) as process:
        until_it_writes(folder, process)
        process.send_signal(number)
        process.communicate(timeout=LIMIT)
    assert process.returncode != 0
    if number == signal.SIGTERM:
        assert beside(folder) == []
    assert len(built(folder)) == 301
    assert beside(folder) == []
    assert Collection(folder).open()


SHADOW = "open('imported', 'w')\nraise SystemExit(9)\n"


def test_no_module_of_the_folder_that_the_program_is_started_in_is_imported(
    folder: Path, tmp_path: Path
) -> None:
    many(folder, spreading.MANY)
    foreign = tmp_path / "foreign"
    foreign.mkdir()
    for name in ("yaml", "json", "reader", "sqlite3"):
        (foreign / f"{name}.py").write_text(SHADOW, encoding="utf-8")
    with start("reader", "list", "--dossier", str(folder), cwd=foreign) as process:
        process.communicate(timeout=LIMIT)
    assert process.returncode == 0
    before = Path.cwd()
    os.chdir(foreign)
    try:
        waiting = Builder.start(folder)
    finally:
        os.chdir(before)
    assert waiting is not None
    waiting.wait(lambda _done, _total: None)
    assert not (foreign / "imported").exists()


@pytest.mark.parametrize(
    "script",
    [
        "raise SystemExit(1)",
        "print('a line of something else', flush=True)",
        "import sys; sys.stdout.buffer.write(bytes([128, 5, 149])); sys.stdout.flush()",
        "import os; os.kill(os.getpid(), 9)",
    ],
)
def test_what_a_part_leaves_undone_is_read_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    many(folder, spreading.MANY)

    def broken(_module: str, *, stdin: int) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", script]
        return subprocess.Popen(command, stdin=stdin, stdout=subprocess.PIPE)

    monkeypatch.setattr(spreading, "run_module", broken)
    assert len(built(folder)) == spreading.MANY + 1


def test_where_no_process_can_be_started_it_is_indexed_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(folder, spreading.MANY)
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")
    assert Builder.start(folder) is None
    assert len(built(folder)) == spreading.MANY + 1


def test_a_builder_that_never_answers_is_waited_for_until_nobody_waits() -> None:
    command = [sys.executable, "-c", f"import time; time.sleep({LIMIT})"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as silent:
        waiting = Builder(silent)
        waiting.wait_briefly(0.01)
        asked: list[None] = []

        def is_cancelled() -> bool:
            asked.append(None)
            return len(asked) > 2

        waiting.wait(lambda _done, _total: None, is_cancelled)
        waiting.stop()
        silent.communicate(timeout=LIMIT)
    assert silent.returncode == -signal.SIGTERM


def test_a_builder_tells_progress_and_when_documents_can_be_read(folder: Path) -> None:
    many(folder, 150)
    waiting = Builder.start(folder)
    assert waiting is not None
    told: list[tuple[int, int]] = []
    waiting.wait(lambda done, total: told.append((done, total)))
    assert told[-1] == (151, 151)
    assert Collection(folder).open()


def test_a_process_that_works_for_the_program_is_killed_with_it() -> None:
    process = run_module("timeit", "-n", "1000000000000", "pass")
    kill_processes()
    assert process.wait(timeout=10) == -signal.SIGKILL
