"""What is remembered between starts, damaged or written by another hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from reader import state
from reader.kept.place import Place
from tests.fuzz import mutation
from tests.fuzz.machine import run
from tests.fuzz.target import Target

SOUND: dict[str, Any] = {
    "version": 1,
    "language": "ru",
    "theme": "dark",
    "printing": {"format": "md", "destination": "file", "language": "both", "contents": "summary", "printer": ""},
    "places": {
        "/home/x/towns": {"document": "water", "paragraph": "p2", "offset": 3, "mode": "both"},
        ".": {"document": "a.txt", "paragraph": "", "offset": 0},
    },
}  # fmt: skip
TOKENS = (b"1e999", b"-1", b"NaN", b"Infinity", b"[" * 2000, b'{"a":' * 2000, b"9" * 5000, b'"\\ud800"', b'"\\u001b[2J"', b'"version": 2')  # fmt: skip
_inputs = st.one_of(
    mutation.mutated([mutation.as_json(SOUND)], TOKENS),
    mutation.misfit(SOUND, (*range(-2, 3), 2**70, 1e308, "ru", "zz", "../x")).map(mutation.as_json),
)


def _check(data: bytes, _folder: Path) -> None:
    file = state.path()
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    loaded = state.load()
    kept = [path.read_bytes() for path in file.parent.iterdir()]
    assert kept == [data], "what cannot be read is neither left nor put aside"
    file.write_bytes(data)
    assert run("list").code == 0
    loaded.places["/x"] = Place("d", "p1", 2)
    state.save(loaded)
    assert state.load() == loaded
    state.save(state.load())
    assert state.load() == loaded


TARGET = Target("state", _inputs, _check)
