"""Texts as they come, on the screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from reader.dossiers import paths
from reader.launch import LaunchOptions
from reader.library.collection import Collection
from reader.library.sources import Files
from reader.tui.app import ReaderApp
from tests.tui.opened import MIDDLE, indexed, settled
from tests.tui.screens import screen_text


def _app(collection: Collection, path: Path) -> ReaderApp:
    (key,) = collection.add(Files((str(path),), collection.recognise))
    return ReaderApp(LaunchOptions(collection, key, "en"))


async def test_a_term_over_a_line_break_is_linked_on_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Движение\n\nПодрядчик обещает, что поезда по Среднему\nкоридору пойдут чаще, чем ходили до\n"
        "сих пор.\n"
    )
    app = _app(indexed(paths.builtin()), path)
    async with app.run_test(size=MIDDLE) as pilot:
        await settled(app, pilot)
        (block,) = [b for b in app.main.source.blocks if b.text.startswith("Подрядчик")]
        assert block.text.endswith("чаще, чем ходили до сих пор.")
        assert [block.text[s.start : s.end] for s in block.spans] == ["Среднему коридору"]


async def test_wrong_bytes_are_shown_and_said_on_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"The boat is \xff called.\n")
    app = _app(indexed(paths.builtin()), path)
    async with app.run_test(size=MIDDLE) as pilot:
        await settled(app, pilot)
        assert "The boat is � called." in screen_text(app)
        assert ["bytes are not characters" in n.message for n in app._notifications] == [True]


async def test_the_article_of_a_saved_page_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><head><title>Boats</title></head>\n<p>The boats came back.</p></html>\n")
    app = _app(indexed(paths.builtin()), path)
    async with app.run_test(size=MIDDLE) as pilot:
        await settled(app, pilot)
        assert "The boats came back." in screen_text(app)
        assert "<p>" not in screen_text(app)


async def test_wrong_bytes_at_the_end_of_a_long_file_are_said(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"Water.\n" * 100_000 + b"\xff")
    collection = indexed(paths.builtin())
    source = Files((str(path),), collection.recognise)
    beginning = source.beginning(str(path))
    assert beginning is not None
    key = collection.add_article(beginning)
    get = partial(source.get, str(path))
    app = ReaderApp(LaunchOptions(collection, key, "en", {key: get}))
    async with app.run_test(size=MIDDLE) as pilot:
        await settled(app, pilot)
        assert ["bytes are not characters" in n.message for n in app._notifications] == [True]
        assert app.main.source.blocks[-1].text == "�"


@pytest.mark.parametrize("size", [MIDDLE, (140, 40)])
async def test_soft_hyphens_are_not_painted_anywhere(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Во\xadда в ре\xadке\n\nОна хо\xadлод\xadная.\n")
    app = _app(indexed(paths.builtin()), path)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        seen = screen_text(app)
        await pilot.press("shift+tab")
        await settled(app, pilot)
        seen += screen_text(app)
        assert seen.count("Вода в реке") > 1
        assert "\xad" not in seen


async def test_a_text_in_one_paragraph_is_shown_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Паром ушёл. " * 100_000)
    collection = indexed(paths.builtin())
    source = Files((str(path),), collection.recognise)
    beginning = source.beginning(str(path))
    assert beginning is not None
    assert len(beginning.texts[0].paragraphs[0].text) < 100_000
    key = collection.add_article(beginning)
    get = partial(source.get, str(path))
    app = ReaderApp(LaunchOptions(collection, key, "en", {key: get}))
    async with app.run_test(size=MIDDLE) as pilot:
        await settled(app, pilot)
        assert len(app.main.source.blocks[-1].text) == len("Паром ушёл. ") * 100_000 - 1


async def test_a_file_is_listed_by_its_name_and_its_first_line_stands_once(tmp_path: Path) -> None:
    path = tmp_path / "boats\x1b.txt"
    path.write_text("The boats went out in the morning.\n\nThe wind fell.\n")
    app = _app(indexed(paths.builtin()), path)
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(app, pilot)
        assert app.main.documents.rows[0].note == "boats␛.txt"
        texts = [block.text for block in app.main.source.blocks]
        assert texts == ["The boats went out in the morning.", "The wind fell."]


async def test_a_headline_stands_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Boats\n\nThe boats went out in the morning.\n")
    app = _app(indexed(paths.builtin()), path)
    async with app.run_test(size=(140, 40)) as pilot:
        await settled(app, pilot)
        assert "Boats" in screen_text(app)
        assert [b.text for b in app.main.source.blocks].count("Boats") == 1
