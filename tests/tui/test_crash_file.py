"""The file that tells of an unexpected exception is the reader's own, and written whole."""

from __future__ import annotations

import os

from reader.tui import crash


def _failed(text: str) -> str:
    try:
        raise RuntimeError(text)
    except RuntimeError as error:
        return crash.keep(error)


def test_what_happened_is_for_nobody_else() -> None:
    assert str(crash.report()) in _failed("first")
    assert crash.report().stat().st_mode & 0o777 == 0o600
    assert crash.report().parent.stat().st_mode & 0o777 == 0o700
    _failed("second")
    assert "second" in crash.report().read_text(encoding="utf-8")


def test_a_path_in_any_bytes_is_in_it() -> None:
    _failed("/d\udcff")
    assert "/d\\udcff" in crash.report().read_text(encoding="utf-8")


def test_a_file_that_cannot_be_written_stops_nothing() -> None:
    crash.report().parent.mkdir(parents=True)
    os.mkfifo(crash.report())
    assert str(crash.report()) not in _failed("told in one line")
