"""What was copied is said where one looks, and in every window with a text something can be."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from reader import clipboard
from reader.tui.app import ReaderApp
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import MIDDLE, WIDE, opened, settled
from tests.tui.screens import screen_lines, screen_text
from tests.tui.test_copying import DOCUMENT, choose, paragraph_ids


@pytest.fixture(autouse=True)
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a clipboard that always works was given."""
    texts: list[str] = []

    def copy(text: str) -> str:
        texts.append(text)
        return "a tool"

    monkeypatch.setattr(clipboard, "copy", copy)
    return texts


def last_line(app: ReaderApp) -> str:
    return screen_lines(app)[-2].strip()


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(app, pilot)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Copied: paragraph 3, {n} characters"),
        ("ru", "Скопировано: абзац 3, {n} знаков"),
        ("uk", "Скопійовано: абзац 3, {n} знаків"),
    ],
)
async def test_the_status_line_says_which_paragraph_and_how_much(
    language: str, said: str, taken: list[str]
) -> None:
    async with opened(language, WIDE, document=DOCUMENT) as (app, pilot):
        source, id = app.main.source, paragraph_ids(app)[2]
        number = source.block_list.number(id)
        assert number is not None
        # Five characters, so that Russian has the last of its plurals.
        chosen = select.Range(select.Point(number, 0), select.Point(number, 5))
        source.screen.selections = {source: select.selection(chosen)}
        await press(app, pilot, "y")
        assert last_line(app).startswith(said.format(n=5))
        assert taken[0].startswith(source.blocks[number].text[:5] + "\n")
        assert not app._notifications


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 знак"), (2, "2 знака"), (5, "5 знаков"), (21, "21 знак")]
)
async def test_characters_are_counted_with_the_plurals_of_the_language(
    count: int, said: str
) -> None:
    async with opened("ru", WIDE, document=DOCUMENT) as (app, pilot):
        source = app.main.source
        number = source.block_list.number(paragraph_ids(app)[2]) or 0
        chosen = select.Range(select.Point(number, 0), select.Point(number, count))
        source.screen.selections = {source: select.selection(chosen)}
        await press(app, pilot, "y")
        assert last_line(app).endswith(said)


async def test_what_was_said_goes_with_the_next_command() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        await press(app, pilot, "y")
        assert "Copied" in last_line(app)
        await press(app, pilot, "j")
        assert "Copied" not in last_line(app)


async def test_without_a_tool_no_success_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "copy", lambda _text: None)
    async with opened("en", MIDDLE, document=DOCUMENT) as (app, pilot):
        await press(app, pilot, "y")
        assert last_line(app).startswith("Passed to the terminal: paragraph 1, ")
        assert "Copied" not in screen_text(app)
        assert app.clipboard


async def test_claims_are_counted() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        await press(app, pilot, "tab", "j", "y")
        assert last_line(app).startswith("Copied: 1 claim, ")
        claims = [b.id for b in app.main.summary.blocks if b.role == "claim"][:2]
        choose(app.main.summary, *claims)
        await press(app, pilot, "y")
        assert last_line(app).startswith("Copied: 2 claims, ")


@pytest.mark.parametrize("format", ["csl-json", "bibtex"])
async def test_a_bibliography_gets_an_entry_and_no_passage(format: str) -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        app.session.settings = app.session.settings._replace(citation_format=format)
        await press(app, pilot, "y")
        assert last_line(app) == "Copied: 1 bibliography entry"


async def test_a_selection_is_copied_while_the_list_has_the_focus(taken: list[str]) -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        choose(app.main.source, paragraph_ids(app)[2])
        app.main.enter_pane("documents")
        await press(app, pilot, "y")
        assert "paragraph 3" in taken[0]


# Windows.


@pytest.mark.parametrize("size", [WIDE, MIDDLE])
@pytest.mark.parametrize(
    ("language", "line", "said"),
    [
        ("en", "— Glossary, dossier “{dossier}”, term “{term}”\n", "Copied: definition, {n} "),
        ("ru", "— Глоссарий, досье «{dossier}», термин «{term}»\n", "Скопировано: определение, {n} "),
    ],
)  # fmt: skip
async def test_a_definition_is_cited_as_the_glossarys(
    language: str, line: str, said: str, size: tuple[int, int], taken: list[str]
) -> None:
    async with opened(language, size) as (app, pilot):
        app.main.open_entry("tripp")
        await settled(app, pilot)
        view = app.screen.query_one(TextView)
        texts = {block.id: block.text for block in view.blocks}
        collection = app.session.collection
        assert collection is not None
        cited = line.format(dossier=collection.head(language).title, term=texts["name"])
        await press(app, pilot, "y")
        assert taken == [f"{texts['definition']}\n{cited}"]
        assert said.format(n=len(texts["definition"])) in screen_text(app)
        # What is selected of the entry, and nothing else.
        choose(view, "definition")
        await press(app, pilot, "ctrl+y")
        assert taken[1:] == [f"{texts['definition'][4:12]}\n{cited}"]
        assert said.format(n=8) in screen_text(app)
        await press(app, pilot, "j")
        assert said.format(n=8) not in screen_text(app)


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("markdown", "> — Glossary, dossier “"),
        ("csl-json", '"type": "entry-dictionary"'),
        ("bibtex", "@inreference{tripp,"),
    ],
)
async def test_so_it_is_in_each_format(format: str, expected: str, taken: list[str]) -> None:
    async with opened("en", WIDE) as (app, pilot):
        app.session.settings = app.session.settings._replace(citation_format=format)
        app.main.open_entry("tripp")
        await settled(app, pilot)
        await press(app, pilot, "y")
        assert expected in taken[0]


async def test_an_entry_that_the_reader_added_is_not_the_dossiers(taken: list[str]) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await press(app, pilot, "w", "ctrl+n", *"pier", "ctrl+s")
        await press(app, pilot, "ctrl+y")
        assert "— Own glossary, dossier “" in taken[0]
        assert "term “pier”" in taken[0]


async def test_in_the_glossary_it_is_the_entry_that_is_shown(taken: list[str]) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await press(app, pilot, "w", *"trump", "ctrl+y")
        view = app.screen.query_one("#preview", TextView)
        texts = {block.id: block.text for block in view.blocks}
        assert taken[0].startswith(texts["definition"] + "\n— Glossary, ")
        assert f"term “{texts['name']}”" in taken[0]
        assert "Copied: definition, " in screen_text(app)


async def test_of_the_keys_a_line_is_copied_as_it_is(taken: list[str]) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await press(app, pilot, "?", "ctrl+y")
        assert taken == ["Move one line down."]
        assert "Copied: 19 characters" in screen_text(app)


async def test_of_the_keys_what_is_selected_is_copied_as_it_is(taken: list[str]) -> None:
    async with opened("en", WIDE) as (app, pilot):
        await press(app, pilot, "?")
        choose(app.screen.query_one(TextView), "line_down")
        await press(app, pilot, "ctrl+c")
        assert taken == ["Move one line down."[4:12]]
        assert "Copied: 8 characters" in screen_text(app)


async def test_ctrl_c_copies_what_is_selected_without_a_source_and_says_so(
    taken: list[str],
) -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        choose(app.main.source, paragraph_ids(app)[2])
        await press(app, pilot, "ctrl+c")
        assert len(taken[0]) == 8
        assert last_line(app) == "Copied: 8 characters"
        app.screen.clear_selection()
        await press(app, pilot, "ctrl+c")
        assert len(taken) == 1


async def test_a_selection_comes_back_with_its_language() -> None:
    async with opened("en", WIDE, document=DOCUMENT) as (app, pilot):
        source = app.main.source
        choose(source, paragraph_ids(app)[2])
        await pilot.pause()
        before = source.selected
        assert before is not None
        await press(app, pilot, "L")
        assert source.selected is None
        while app.session.collection is not None and source.selected is None:
            await press(app, pilot, "L")
        assert source.selected is not None
        assert source.selected[0] == before[0]
