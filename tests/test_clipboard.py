from __future__ import annotations

from pathlib import Path

import pytest

from reader import clipboard
from tests.programs import tool


def test_no_clipboard_tool_claims_no_success(tools: Path) -> None:
    assert tools.is_dir()
    assert clipboard.copy("x") is None


def test_a_tool_is_used_only_where_its_display_is(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool(tools, "xclip", f"cat > {tmp_path}/copied")
    assert clipboard.copy("x") is None
    monkeypatch.setenv("DISPLAY", ":0")
    assert clipboard.copy("ё") == "xclip"
    assert (tmp_path / "copied").read_text() == "ё"


def test_a_tool_that_fails_leaves_it_to_the_next(
    tools: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    tool(tools, "xclip", "exit 1")
    tool(tools, "xsel", f"cat > {tmp_path}/copied")
    assert clipboard.copy("x") == "xsel"
