"""The index with damaged bytes: what is answered is what the files say."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from hypothesis import strategies as st

from reader.library import index
from tests.fuzz.dossiers import SOUND, STDIN
from tests.fuzz.machine import Ran, lay, run, unchanged
from tests.fuzz.target import Target

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("list", "--json"),
    ("show", "water"),
    ("summary", "more", "--format", "json"),
    ("print", "--all", "--lang", "both", "--format", "html"),
    ("glossary", "--json"),
    ("terms", "-", "--json"),
    ("check",),
)
_damage = st.lists(
    st.tuples(
        st.integers(0, 2**20),
        st.one_of(st.binary(min_size=1, max_size=4), st.just(b"\0" * 512), st.just(b"\xff" * 64)),
    ),
    min_size=1,
    max_size=4,
)
TABLES = ("meta", "file", "document", "row", "body", "passage", "mention", "event", "fingerprint")
_statement = st.one_of(
    st.sampled_from(TABLES).map("DELETE FROM {}".format),
    st.sampled_from(TABLES).map("DROP TABLE {}".format),
    st.builds(
        "UPDATE {} SET data = {}".format,
        st.sampled_from(("meta", "row", "body", "event")),
        st.sampled_from(("x''", "x'6a'", "x'7a00'", "NULL", "1", "'text'", "zeroblob(100)", "substr(data, 2)", "data || x'00'")),
    ),
    st.builds(
        "UPDATE {} = {}".format,
        st.sampled_from(("document SET position", "document SET key", "mention SET paragraph", "row SET language", "file SET etag", "event SET date")),
        st.sampled_from(("-1", "'x'", "9e99", "x'ff'", "'\x1b[2J'", "0")),
    ),
)  # fmt: skip
_inputs = st.tuples(
    st.one_of(
        st.tuples(st.just("bytes"), _damage),
        st.tuples(st.just("cut"), st.integers(0, 1000)),
        st.tuples(st.just("sql"), st.lists(_statement, min_size=1, max_size=2)),
    ),
    st.sampled_from(COMMANDS),
    st.sampled_from(("ru", "en")),
)
"""What is done to the file, and which command is asked afterwards."""


def _asked(command: tuple[str, ...], root: Path, language: str) -> Ran:
    own = () if command == ("check",) else ("--dossier", root)
    named = (root,) if command == ("check",) else ()
    spoken = () if "both" in command else ("--lang", language)
    return run(*command, *named, *own, *spoken, stdin=STDIN)


def _check(value: tuple[tuple[str, object], tuple[str, ...], str], folder: Path) -> None:
    (kind, what), command, language = value
    os.environ["XDG_CACHE_HOME"] = str(folder.parent / "cache")
    root = folder / "towns"
    lay(root, SOUND)
    expected = _asked(command, root, language)
    path = index.path_for(root)
    if not path.exists():
        assert run("list", "--dossier", root).code == 0
    _damaged(path, kind, what)
    with unchanged(folder):
        first = _asked(command, root, language)
        second = _asked(command, root, language)
    if kind != "sql":  # rows that are whole, written by another hand, are the index's own
        assert first == expected
        assert second == expected


def _damaged(path: Path, kind: str, what: object) -> None:
    if kind == "sql":
        assert isinstance(what, list)
        connection = sqlite3.connect(path)
        try:
            for statement in what:
                connection.execute(statement)
            connection.commit()
        except sqlite3.Error:
            pass
        finally:
            connection.close()
        return
    data = path.read_bytes()
    if kind == "cut":
        assert isinstance(what, int)
        data = data[: len(data) * what // 1000]
    else:
        assert isinstance(what, list)
        for at, new in what:
            start = at % len(data)
            data = data[:start] + new + data[start + len(new) :]
    # Neither the time nor the size tells that it is another one.
    about = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


TARGET = Target("index", _inputs, _check, examples=20)
