"""A long file: its beginning at once, all of it soon after."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from reader.dossiers import paths
from reader.launch import LaunchOptions
from reader.library.sources import Files
from reader.tui.app import ReaderApp
from tests.tui.opened import MIDDLE, indexed, settled
from tests.tui.screens import screen_text


def _app(path: Path) -> ReaderApp:
    collection = indexed(paths.builtin())
    source = Files((str(path),), collection.recognise)
    beginning = source.beginning(str(path))
    assert beginning is not None
    key = collection.add_article(beginning)
    return ReaderApp(LaunchOptions(collection, key, "en", {key: partial(source.get, str(path))}))


async def test_the_rest_is_there_after_the_first_frame_and_the_place_is_kept(
    tmp_path: Path,
) -> None:
    path = tmp_path / "long.txt"
    path.write_text("".join(f"Paragraph {n} is about water.\n" for n in range(30_000)), "utf-8")
    app = _app(path)
    async with app.run_test(size=MIDDLE) as pilot:
        assert "Paragraph 0 is" in screen_text(app)
        await settled(app, pilot)
        assert len(app.main.source.blocks) == 30_000
        await pilot.press("G")
        assert "Paragraph 29999 is" in screen_text(app)


async def test_a_rest_that_is_no_text_leaves_the_beginning_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"Water.\n" * 100_000 + b"\x00" * 10_000)
    app = _app(path)
    async with app.run_test(size=MIDDLE) as pilot:
        await settled(app, pilot)
        assert app.main.source.blocks[0].text == "Water."
        assert "binary" in " ".join(note.message for note in app._notifications)
