"""The forms of terms are kept row by row: one entry more costs what is new."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader import caches
from reader.terms import form_file, packing, patterns
from reader.terms.factory import matcher
from reader.terms.form_file import FormFile
from tests.terms.glossaries import entry, found

WIND = entry("wind", "concept", ru=("северный ветер",))
TIDE = entry("tide", "concept", ru=("морской прилив",))
TEXT = "северных ветров, морских приливов"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "reader" / "terms" / "forms.sqlite"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The terms whose forms are made."""
    texts: list[str] = []
    whole = patterns.patterns_for

    def recorded(kind: str, language: str, term: Any, gender: str, **options: Any) -> Any:
        texts.append(term.text)
        return whole(kind, language, term, gender, **options)

    monkeypatch.setattr(patterns, "patterns_for", recorded)
    return texts


@contextlib.contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


def rows(path: Path) -> dict[int, tuple[bytes, bytes]]:
    with opened(path) as connection:
        return {row: (k, m) for row, k, m in connection.execute("SELECT rowid, * FROM forms")}


def test_another_entry_leaves_every_row_as_it_was(path: Path) -> None:
    matcher([WIND])
    before = rows(path)
    matcher([WIND, TIDE])
    after = rows(path)
    assert before.items() < after.items()
    matcher([TIDE, WIND])
    assert rows(path) == after


def test_an_entry_that_is_taken_back_costs_nothing(path: Path, made: list[str]) -> None:
    matcher([WIND, TIDE])
    del made[:]
    matcher([TIDE])
    matcher([WIND])
    assert made == []
    assert path.exists()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE forms SET made = substr(made, 1, length(made) - 1)",
        "UPDATE forms SET made = NULL",
        "UPDATE forms SET made = 7",
        "UPDATE forms SET made = 'text'",
        "UPDATE forms SET made = x''",
        "UPDATE forms SET key = key || 'x'",
        "DELETE FROM forms",
        "DROP TABLE forms",
        "ALTER TABLE forms RENAME COLUMN made TO other",
        "PRAGMA user_version = 7",
        "DROP TABLE forms; CREATE VIEW forms AS SELECT 'x' AS key, 'y' AS made",
    ],
)
def test_whatever_is_changed_in_it_is_made_again(path: Path, made: list[str], change: str) -> None:
    matcher([WIND])
    with opened(path) as connection:
        connection.executescript(change)
    del made[:]
    for glossary in ([WIND, TIDE], [TIDE, WIND]):
        assert found(matcher(glossary), TEXT) == ["северных ветров", "морских приливов"]
    assert sorted(made) == ["морской прилив", "северный ветер"]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"[[]]", b"[" * 9999, b"null", b'[[["x"],"y"]]', b"\xff"]
)
def test_rows_that_somebody_has_made_stop_nothing(path: Path, body: bytes) -> None:
    matcher([WIND])
    with opened(path) as connection:
        for (key,) in connection.execute("SELECT key FROM forms").fetchall():
            mark = form_file._mark(key, body)
            connection.execute("UPDATE forms SET made = ? WHERE key = ?", (mark + body, key))
    assert "морских приливов" in found(matcher([WIND, TIDE]), TEXT)


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 5000, 8192])
def test_a_file_that_was_cut_is_made_again(path: Path, size: int) -> None:
    matcher([WIND])
    os.truncate(path, size)
    assert found(matcher([WIND, TIDE]), TEXT) == ["северных ветров", "морских приливов"]
    assert len(rows(path)) >= 2


def test_rows_of_other_rules_are_dropped(path: Path) -> None:
    first = FormFile(path, b"1")
    first["a",] = [(("x",), 1)]
    first.store()
    second = FormFile(path, b"2")
    assert ("a",) not in second
    second["b",] = [(("y",), 1)]
    second.store()
    assert [packing.unpack(key) for key, _made in rows(path).values()] == [("b",)]


def test_while_another_program_writes_nothing_is_lost_but_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_file, "_PATIENCE", 0.01)
    matcher([WIND])
    before = rows(path)
    with opened(path) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        assert found(matcher([WIND, TIDE]), TEXT) == ["северных ветров", "морских приливов"]
    assert rows(path) == before


def test_many_programs_at_once_keep_the_rows_of_all(path: Path) -> None:
    code = (
        "import sys; from tests.terms.glossaries import entry; from reader.terms.factory import matcher;"
        "[matcher([entry('e', 'concept', en=(f'wind{sys.argv[1]}x{n}',))]) for n in range(20)]"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(number)]) for number in range(4)]
    assert [program.wait(60) for program in running] == [0] * 4
    keys = {packing.unpack(key) for key, _made in rows(path).values()}
    assert len([key for key in keys if str(key[2]).startswith("wind")]) == 80
    assert [file.name for file in path.parent.iterdir() if file.suffix != ".glossary"] == [
        path.name
    ]


def test_of_too_many_rows_those_in_use_stay(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    matcher([WIND])
    monkeypatch.setattr(form_file, "_LARGEST", 100)
    matcher([TIDE])
    texts = {packing.unpack(key)[2] for key, _made in rows(path).values()}
    assert texts == {"морской прилив"}


def test_a_file_larger_than_any_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    matcher([WIND])
    monkeypatch.setattr(caches, "LARGEST", 100)
    matcher([TIDE])
    assert {packing.unpack(key)[2] for key, _made in rows(path).values()} == {"морской прилив"}


def test_it_is_for_nobody_else(path: Path) -> None:
    before = os.umask(0)
    try:
        matcher([WIND])
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
