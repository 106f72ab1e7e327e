"""The reader's own articles on the screen: listed after the dossier's, and as their files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.dossiers import own_places
from reader.launch import LaunchOptions
from reader.library.collection import Collection
from reader.tui.app import ReaderApp
from tests.dossiers import factories
from tests.tui.opened import WIDE, at_first_frame, settled, told
from tests.tui.screens import screen_text

ARTICLE = """\
language: en
title: {title}
source: {{publisher: Shore News, published: 2024-03-04}}
text_kind: original
text:
- {{id: p1, text: The ferry sails again from Monday.}}
"""


def write(name: str, title: str) -> Path:
    path = own_places.articles() / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE.format(title=title))
    return path


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Collection:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = factories.dossier(tmp_path)
    Collection(folder).build()
    collection = Collection(folder)
    assert collection.open(trusting=True)
    return collection


def listed(app: ReaderApp) -> list[str]:
    return [row.id for row in app.main.documents.rows]


async def test_files_with_something_wrong_in_them_are_told_of_once(
    collection: Collection,
) -> None:
    for number in range(3):
        write(f"broken{number}", "[")
    write("ferry", "The ferry comes back")
    async with at_first_frame(LaunchOptions(collection, None, "en"), WIDE) as (app, pilot):
        await settled(app, pilot)
        assert listed(app)[-1] == "own:ferry"
        said = told(app)
        assert sum("broken0.yaml:" in text for text in said) == 1
        assert sum("wrong in them: 3" in text for text in said) == 1
        app.main.take_own(collection.own.reopened())
        assert told(app) == said


async def test_own_articles_are_listed_once_they_are_indexed_and_shown(
    collection: Collection,
) -> None:
    write("ferry", "The ferry comes back")
    async with at_first_frame(LaunchOptions(collection, None, "en"), WIDE) as (app, pilot):
        assert "own:ferry" not in listed(app)
        await settled(app, pilot)
        assert listed(app)[-1] == "own:ferry"
        await pilot.press("K", "J", "J", "J")
        await settled(app, pilot)
        assert app.main.texts.key == "own:ferry"
        assert "The ferry sails again from Monday." in screen_text(app)
        assert "Shore News" in screen_text(app)
        assert "paraphrase" not in screen_text(app)


async def test_a_title_with_which_the_text_begins_stands_there_once(collection: Collection) -> None:
    write("ferry", "The ferry sails again from Monday.")
    assert len(Collection(collection.root, own=collection.own.reopened()).own) == 1
    start = LaunchOptions(collection, "own:ferry", "en")
    async with at_first_frame(start, WIDE) as (app, pilot):
        await settled(app, pilot)
        texts = [block.text for block in app.main.source.blocks]
        assert texts.count("The ferry sails again from Monday.") == 1


async def test_an_article_that_is_gone_is_shown_until_they_are_indexed_again(
    collection: Collection,
) -> None:
    path = write("ferry", "The ferry comes back")
    write("harbour", "The harbour is dredged")
    assert len(Collection(collection.root, own=collection.own.reopened()).own) == 2
    path.unlink()
    start = LaunchOptions(collection, "own:ferry", "en")
    async with at_first_frame(start, WIDE) as (app, pilot):
        assert "The ferry sails again" in screen_text(app)
        await settled(app, pilot)
        assert [key for key in listed(app) if key.startswith("own:")] == ["own:harbour"]
        assert app.main.texts.key != "own:ferry"
