"""Files that change while a large dossier is shown as it was indexed last."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.message import Message

from reader.launch import LaunchOptions
from reader.library import freshness
from reader.library.builder import Builder
from reader.library.collection import Collection
from reader.tui import opening
from reader.tui.app import ReaderApp
from tests.dossiers import factories
from tests.tui.opened import WIDE, at_first_frame, settled
from tests.tui.screens import screen_text


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Collection:
    """A dossier that counts as large, indexed before its file ``gone`` was removed."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(freshness, "FEW", 1)
    gone = factories.DOCUMENT.replace("Рыбаки вернулись", "Лодки ушли")
    folder = factories.dossier(tmp_path, gone=gone)
    Collection(folder).build()
    (folder / "documents" / "gone.yaml").unlink()
    collection = Collection(folder)
    assert collection.open(trusting=True)
    return collection


def listed(app: ReaderApp) -> list[str]:
    return [row.id for row in app.main.documents.rows]


async def test_a_document_that_is_gone_is_shown_until_the_dossier_is_indexed_again(
    shown: Collection,
) -> None:
    async with at_first_frame(LaunchOptions(shown, "gone", "ru"), WIDE) as (app, pilot):
        assert "Лодки ушли" in screen_text(app)
        assert shown.listed_keys() == ["catch", "gone"]
        await settled(app, pilot)
        assert shown.listed_keys() == listed(app) == ["catch"]
        assert app.main.texts.key == "catch"
        assert "Лодки ушли" not in screen_text(app)


async def test_a_document_that_was_edited_is_shown_as_it_is_once_it_is_indexed_again(
    shown: Collection,
) -> None:
    edited = factories.DOCUMENT.replace("Посёлок встретил", "Весь посёлок ждал")
    (shown.root / "documents" / "catch.yaml").write_text(edited, encoding="utf-8")
    async with at_first_frame(LaunchOptions(shown, "catch", "ru"), WIDE) as (app, pilot):
        assert "Посёлок встретил" in screen_text(app)
        await settled(app, pilot)
        assert "Весь посёлок ждал" in screen_text(app)


async def test_a_window_over_a_document_that_is_gone_stays(shown: Collection) -> None:
    async with at_first_frame(LaunchOptions(shown, "gone", "ru"), WIDE) as (app, pilot):
        await pilot.press("P")
        await settled(app, pilot)
        assert shown.listed_keys() == ["catch"]
        await pilot.press("L")
        await settled(app, pilot)
        await pilot.press("escape")
        await settled(app, pilot)
        assert app.main.texts.key == "catch"


def test_an_app_that_is_left_waits_for_no_index(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import time; time.sleep(60)"]
    collection, posted = Collection(factories.dossier(tmp_path)), list[Message]()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as silent:
        launch = LaunchOptions(collection, builder=Builder(silent))
        opening.open_everything(launch, posted.append, lambda: True)
        silent.kill()
    assert posted == []
    assert not collection.is_open
    assert collection.prepared.is_set()
