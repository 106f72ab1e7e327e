"""A terminal that is given back at once, whatever else is being written to it."""

from __future__ import annotations

from typing import Any

import pytest

from reader.tui import background
from reader.tui.driver import TerminalDriver


@pytest.mark.parametrize("tells", [True, False], ids=["asked", "not asked"])
def test_it_is_told_to_tell_no_more_only_where_it_was_asked_to_tell(
    tells: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    monkeypatch.setattr("reader.tui.driver.os.write", lambda _number, data: written.append(data))
    given: Any = TerminalDriver.__new__(TerminalDriver)
    given.attrs_before, given._is_given_back, given._tells_changes = None, False, tells
    given.give_back()
    (data,) = written
    assert data.startswith(b"\x18\x1b[?")
    assert data.count(background.TELL_NO_CHANGES.encode()) == tells
    assert b"\x1b[?1049l" in data
