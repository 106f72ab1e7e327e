"""A session in a terminal: an article is added, the list filtered, and another dossier gone to and back."""

from __future__ import annotations

from pathlib import Path

from tests.tui.test_dossiers import harbour
from tests.whole.terminal import environment, running

__all__ = ["harbour"]

FERRY = """---
title: The ferry comes back
date: 2026-03-04
publisher: Shore News
---

The ferry to the island has come back after a winter on the slip.
"""


def test_articles_and_dossiers_in_one_session(harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    with running(["--lang", "en", "report-charter"], environment()) as terminal:
        terminal.wait_for("Paragraph")
        terminal.wait_for_silence()
        terminal.press("a")
        terminal.wait_for("Add an article")
        terminal.press(f"{tmp_path}/ferry.txt\r")
        terminal.wait_for("This article is new.")
        terminal.press("\r")
        terminal.wait_for("added: 1")
        terminal.press("&ferry\r")
        terminal.wait_for("Articles: 1")
        terminal.press("D")
        terminal.wait_for("open now")
        terminal.press(f"{harbour}\r")
        terminal.wait_for("The harbour has a new crane")
        terminal.press("D")
        terminal.wait_for("open now")
        terminal.press("partnership\r")
        terminal.wait_for("The ferry comes back")  # which is where it was left
        terminal.press("\x11")
        assert terminal.ended() == 0
