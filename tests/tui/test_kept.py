"""Marks, places, selected claims and files that were read: in a session and in the next one."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader import state
from reader.dossiers import paths
from reader.kept.lines import KeptLines
from reader.kept.marks import Mark, Marks
from reader.kept.places import ReadFiles
from reader.kept.tray import Selected, Tray
from reader.launch import LaunchOptions
from reader.library.index import Added, Index
from reader.library.sources import Files
from reader.tui.app import ReaderApp
from reader.tui.screens.kept_list import MarksScreen, RecentScreen
from reader.tui.screens.print import PrintScreen
from reader.tui.screens.print_choices import SELECTED, THIS, WITH_TEXT
from reader.tui.screens.tray import TrayScreen
from reader.tui.widgets.blocks import SELECTED as MARKER
from reader.tui.widgets.choice_row import ChoiceRow
from reader.tui.widgets.row_list import RowList
from tests.tui import opened as opened_app
from tests.tui.opened import MIDDLE, WIDE, at_first_frame, indexed, opened, settled
from tests.tui.screens import screen_text

CHARTER, REPORT, DOSSIER = "report-charter", "report-2025-12-20", "us-azerbaijan"


def told(app: ReaderApp) -> str:
    return " ".join(opened_app.told(app))


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(app, pilot)


def rows(app: ReaderApp) -> list[str]:
    return [row.id for row in app.screen.query_one(RowList).rows]


# Places.


async def test_each_document_and_pane_is_shown_where_it_was_left() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await press(app, pilot, "space", "j", "right_curly_bracket")
        source = app.main.source.place, app.main.source.cursor
        app.main.enter_pane("summary")
        await press(app, pilot, "G")
        summary = app.main.summary.place, app.main.summary.cursor
        await press(app, pilot, "K")
        assert app.main.texts.key != CHARTER
        assert app.main.source.place != source[0]
        app.main.enter_pane("source")
        await press(app, pilot, "G")
        other = app.main.source.cursor
        await press(app, pilot, "J")
        assert (app.main.source.place, app.main.source.cursor) == source
        assert (app.main.summary.place, app.main.summary.cursor) == summary
        await press(app, pilot, "K")
        assert app.main.source.cursor == other


@pytest.mark.parametrize("first", [None, CHARTER, "trend-2025-12-19"])
async def test_the_next_session_shows_each_document_where_it_was_left(first: str | None) -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await press(app, pilot, "space", "right_curly_bracket")
        charter = app.main.source.place, app.main.source.cursor
        app.main.enter_pane("summary")
        await press(app, pilot, "G")
        summary = app.main.summary.cursor
        await press(app, pilot, "K")
        other_key = app.main.texts.key
        app.main.enter_pane("source")
        await press(app, pilot, "space", "space")
        other = app.main.source.place, app.main.source.cursor
        await pilot.press("q")
    async with opened("en", MIDDLE, document=first) as (app, pilot):
        assert app.main.texts.key == (first or other_key)
        for key, place in ((CHARTER, charter), (other_key, other)):
            app.main.navigator.show(str(key))
            await settled(app, pilot)
            assert (app.main.source.place, app.main.source.cursor) == place
        app.main.navigator.show(CHARTER)
        assert app.main.summary.cursor == summary


async def test_two_texts_that_scroll_apart_are_each_where_they_were_left() -> None:
    async with opened("en", WIDE, document=CHARTER) as (app, pilot):
        await press(app, pilot, "v", "v", "equals_sign", "G", "tab", "right_curly_bracket")
        texts = app.main.texts
        left = [(view.place, view.cursor) for view in (texts.source, texts.other)]
        assert left[0] != left[1]
        await press(app, pilot, "K")
        await press(app, pilot, "J")
        assert [(view.place, view.cursor) for view in (texts.source, texts.other)] == left
        await pilot.press("q")
    async with opened("en", WIDE) as (app, pilot):
        texts = app.main.texts
        assert not texts.locked
        assert texts.other.display
        assert [(view.place, view.cursor) for view in (texts.source, texts.other)] == left


async def test_a_place_is_saved_without_leaving() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await press(app, pilot, "G")
        await asyncio.sleep(0.5)
        cursor = app.main.source.cursor
        async with opened("en", MIDDLE) as (other, _pilot):
            assert other.main.texts.key == CHARTER
            assert other.main.source.cursor == cursor


@pytest.mark.parametrize(
    ("first", "reads"), [(None, set()), (CHARTER, set()), ("trend-2025-12-19", {"Places"})]
)
async def test_the_first_frame_reads_no_more_than_it_shows(
    first: str | None, reads: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened("en", MIDDLE, document="trend-2025-12-19") as (app, pilot):
        await press(app, pilot, "G", "m", "a", "J", "J", "J", "q")
        assert app.main.texts.key == CHARTER
    seen: list[str] = []
    at_first: list[set[str]] = []
    read, is_out = KeptLines._read, ReaderApp._first_frame_is_out

    def _read(kept: KeptLines[object]) -> None:
        seen.append(type(kept).__name__)
        read(kept)

    def _is_out(app: ReaderApp) -> None:
        at_first.append(set(seen))
        is_out(app)

    monkeypatch.setattr(KeptLines, "_read", _read)
    monkeypatch.setattr(ReaderApp, "_first_frame_is_out", _is_out)
    async with opened("en", MIDDLE, document=first):
        pass
    assert at_first == [reads]


async def test_what_the_editors_add_comes_after_the_first_frame_unless_one_was_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    added = Index.added

    def _added(index: Index, language: str, key: str = "") -> Added:
        asked.append(key)
        return added(index, language, key)

    monkeypatch.setattr(Index, "added", _added)
    at_first: list[int] = []
    is_out = ReaderApp._first_frame_is_out

    def _is_out(app: ReaderApp) -> None:
        at_first.append(len(asked))
        is_out(app)

    monkeypatch.setattr(ReaderApp, "_first_frame_is_out", _is_out)
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        assert at_first == [0]
        await press(app, pilot, "tab", "G")
        last = app.main.summary.cursor
        assert last == app.main.summary.blocks[-1].id
        before = app.main.summary.place
        await pilot.press("q")
    async with opened("en", MIDDLE, document=CHARTER) as (app, _pilot):
        assert (app.main.summary.cursor, app.main.summary.place) == (last, before)


async def test_the_way_back_and_a_jump_are_as_exact_as_before() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await press(app, pilot, "space")
        place = app.main.source.place
        app.main.navigator.go_to(f"{REPORT}#p3")
        await settled(app, pilot)
        assert app.main.source.cursor == "p3"
        await press(app, pilot, "backspace")
        assert app.main.texts.key == CHARTER
        assert app.main.source.place == place


# Marks.


async def test_marks_are_kept_listed_and_gone_to() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await press(app, pilot, "space", "right_curly_bracket")
        place, cursor = app.main.source.place, app.main.source.cursor
        await press(app, pilot, "m", "a")
        assert "marked a" in told(app)
        app.main.enter_pane("summary")
        await press(app, pilot, "j", "j", "m", "b")
        claim = app.main.summary.cursor
    async with opened("en", MIDDLE, document=REPORT) as (app, pilot):
        await press(app, pilot, "apostrophe")
        assert isinstance(app.screen, MarksScreen)
        text = screen_text(app)
        number = str(cursor).removeprefix("p")
        assert f"paragraph {number}" in text
        assert "b · " in text
        assert "Summary" in text
        await press(app, pilot, "a")
        assert app.main.is_active
        assert (app.main.texts.key, app.main.pane) == (CHARTER, "source")
        assert (app.main.source.place, app.main.source.cursor) == (place, cursor)
        await press(app, pilot, "apostrophe", "down", "enter")
        assert (app.main.pane, app.main.summary.cursor) == ("summary", claim)
        await press(app, pilot, "backspace", "backspace")
        assert app.main.texts.key == REPORT


async def test_a_letter_goes_to_its_mark_in_the_layout_that_is_on() -> None:
    async with opened("ru", document=CHARTER) as (app, pilot):
        await press(app, pilot, "m", "a", "K", "э", "ф")
        assert app.screen is app.main
        assert app.main.texts.key == CHARTER


async def test_a_letter_that_marks_nothing_says_so() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await press(app, pilot, "apostrophe")
        assert "There are no marks." in screen_text(app)
        await press(app, pilot, "enter", "z")
        assert "There is no mark z." in screen_text(app)
        await press(app, pilot, "enter", "escape")
        assert app.screen is app.main


async def test_a_mark_is_removed_and_taken_back() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await press(app, pilot, "m", "a", "m", "b", "apostrophe", "delete")
        assert rows(app) == ["b"]
        await press(app, pilot, "alt+z")
        assert rows(app) == ["a", "b"]
        await press(app, pilot, "escape", "ctrl+r")
        assert [mark.letter for mark in Marks(DOSSIER).values()] == ["b"]
        await press(app, pilot, "U", "U", "U")
        assert not Marks(DOSSIER).values()
        assert "Mark a is gone again." in told(app)
        await press(app, pilot, "U")
        assert "nothing to undo" in told(app)


async def test_a_letter_that_is_used_again_marks_the_new_place_and_undoing_the_old_one() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await press(app, pilot, "m", "a", "K", "m", "a")
        (mark,) = Marks(DOSSIER).values()
        assert mark.document == app.main.texts.key
        await press(app, pilot, "U")
        (mark,) = Marks(DOSSIER).values()
        assert mark.document == CHARTER


async def test_a_mark_follows_its_words_to_a_paragraph_of_another_number() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        words = app.main.source.blocks[-1].text[:60]
        last = app.main.source.blocks[-1].id
        Marks(DOSSIER).put(Mark("a", CHARTER, "source", "p1", 0, "p1", words))
        await press(app, pilot, "apostrophe", "a")
        assert app.main.source.cursor == last


async def test_a_mark_whose_article_or_place_is_gone_says_so() -> None:
    Marks(DOSSIER).put(
        Mark("a", "gone", "source", "p1", words="Words that were", title="Title that was"),
        Mark("b", CHARTER, "source", "p999", 0, "p999", "Nowhere to be found"),
    )
    async with opened("en", document=REPORT) as (app, pilot):
        await press(app, pilot, "apostrophe")
        assert "Words that were" in screen_text(app)
        assert "Title that was" in screen_text(app)
        await press(app, pilot, "a")
        assert "The article of mark a is not there any more." in told(app)
        assert app.main.texts.key == REPORT
        await press(app, pilot, "apostrophe", "b")
        assert "The place of mark b is not there any more." in told(app)


async def test_a_damaged_file_of_marks_is_told_and_the_program_goes_on() -> None:
    path = Marks(DOSSIER).path
    path.parent.mkdir(parents=True)
    path.write_text("{\n", encoding="utf-8")
    async with opened("en", document=CHARTER) as (app, pilot):
        await press(app, pilot, "m", "a")
        assert "not a mark" in told(app)
    assert path.read_text(encoding="utf-8").startswith("{\n")
    assert [mark.letter for mark in Marks(DOSSIER).values()] == ["a"]


async def test_a_mark_that_cannot_be_kept_says_so() -> None:
    path = Marks(DOSSIER).path
    path.parent.parent.mkdir(parents=True)
    path.parent.write_text("in the way", encoding="utf-8")
    async with opened("en", document=CHARTER) as (app, pilot):
        await press(app, pilot, "m", "a")
        assert "cannot be written" in told(app)
        assert "marked a" not in told(app)


# Selected claims.


async def select_two(app: ReaderApp, pilot: Pilot[int]) -> tuple[Selected, Selected]:
    app.main.enter_pane("summary")
    await press(app, pilot, "j", "plus")
    first = Selected(str(app.main.texts.key), str(app.main.summary.cursor))
    await press(app, pilot, "K", "j", "j", "plus")
    second = Selected(str(app.main.texts.key), str(app.main.summary.cursor))
    assert set(Tray(DOSSIER).values()) == {first, second}
    return first, second


def markers(app: ReaderApp) -> list[str]:
    return [block.id for block in app.main.summary.blocks if block.marker == MARKER]


async def test_selected_claims_are_kept_over_documents_and_starts() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        first, second = await select_two(app, pilot)
        assert "1 claim selected (2 in all)" in screen_text(app)
        await press(app, pilot, "J")
        assert markers(app) == [first.claim]
    async with opened("en", document=second.document) as (app, pilot):
        assert markers(app) == [second.claim]
        assert "1 claim selected" in screen_text(app)


async def test_the_tray_shows_claims_by_document_with_what_they_cite() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        first, second = await select_two(app, pilot)
        await press(app, pilot, "Y")
        assert isinstance(app.screen, TrayScreen)
        view = app.screen.view
        kinds = [(block.role, block.id.partition("/")[0]) for block in view.blocks]
        assert kinds == [
            (role, key)
            for key in (second.document, first.document)
            for role in ("heading", "meta", "claim")
        ]
        claims = [block for block in view.blocks if block.role == "claim"]
        assert all(block.spans for block in claims)
        assert "[" in claims[0].text
        assert all("dossier" in b.text for b in view.blocks if b.role == "meta")
        await press(app, pilot, "t", "enter")
        assert app.main.is_active
        assert (app.main.texts.key, app.main.pane) == (second.document, "source")
        assert app.main.source.highlighted_blocks
        await press(app, pilot, "Y", "G", "enter")
        assert (app.main.texts.key, app.main.pane) == (CHARTER, "summary")
        assert app.main.summary.cursor == first.claim


async def test_a_claim_leaves_the_tray_and_comes_back() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        first, second = await select_two(app, pilot)
        await press(app, pilot, "J", "Y", "G", "delete")
        assert Tray(DOSSIER).values() == (second,)
        assert markers(app) == []
        await press(app, pilot, "U")
        assert Tray(DOSSIER).values() == (second, first)
        assert markers(app) == [first.claim]
        await press(app, pilot, "delete", "delete")
        assert "No claim is selected." in screen_text(app)
        await press(app, pilot, "delete", "enter", "P")
        assert isinstance(app.screen, TrayScreen)


async def test_a_claim_that_is_not_in_the_dossier_any_more_can_be_removed() -> None:
    Tray(DOSSIER).put(Selected("gone", "c1"), Selected(CHARTER, "c999"))
    async with opened("en", document=CHARTER) as (app, pilot):
        await press(app, pilot, "Y")
        assert screen_text(app).count("Not in the dossier any more") == 2
        await press(app, pilot, "delete", "delete")
        assert not Tray(DOSSIER).values()


async def test_the_tray_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Tray(DOSSIER).put(Selected("gone", "c1"))
    async with opened("en", document=CHARTER) as (app, pilot):
        app.main.enter_pane("summary")
        await press(app, pilot, "j", "plus", "K", "j", "j", "plus")
        await press(app, pilot, "Y", "P")
        assert isinstance(app.screen, PrintScreen)
        row = app.screen.query_one("#documents", ChoiceRow)
        assert row.choices[SELECTED] == "2 selected claims"
        assert row.chosen == SELECTED
        await press(app, pilot, "enter")
    written = (tmp_path / f"{DOSSIER}-claims-en.txt").read_text(encoding="utf-8")
    assert written.count("1 of ") == 2
    assert "In brief" not in written


# Files.


def launch(*files: Path, language: str = "en") -> LaunchOptions:
    collection = indexed(paths.builtin())
    keys = [
        key for file in files for key in collection.add(Files((str(file),), collection.recognise))
    ]
    return LaunchOptions(collection, keys[0] if keys else None, language)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "lake.txt"
    lines = ["The ferry is back", *(f"Sentence number {n} is about a ferry." for n in range(60))]
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


async def test_a_file_is_among_the_recent_ones_and_opens_where_it_was_left(article: Path) -> None:
    async with at_first_frame(launch(article), MIDDLE) as (app, pilot):
        await settled(app, pilot)
        await press(app, pilot, "space", "space", "right_curly_bracket")
        place, cursor = app.main.source.place, app.main.source.cursor
        await pilot.press("q")
    (read,) = ReadFiles().values()
    assert (read.path, read.title) == (str(article), "The ferry is back")
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await press(app, pilot, "O")
        assert isinstance(app.screen, RecentScreen)
        assert "The ferry is back" in screen_text(app)
        await press(app, pilot, "enter")
        assert app.main.texts.key == "file:1"
        assert (app.main.source.place, app.main.source.cursor) == (place, cursor)
        assert len(app.main.documents.rows) == 6
        await press(app, pilot, "backspace")
        assert app.main.texts.key == CHARTER
        await press(app, pilot, "O", "enter")
        assert app.main.texts.key == "file:1"
        assert len(app.main.documents.rows) == 6
    async with at_first_frame(launch(article), MIDDLE) as (app, pilot):
        assert (app.main.source.place, app.main.source.cursor) == (place, cursor)


async def test_who_wants_nothing_to_be_remembered_has_no_list_of_files(article: Path) -> None:
    state.path().parent.mkdir(parents=True, exist_ok=True)
    state.path().symlink_to("/dev/null")
    async with at_first_frame(launch(article), MIDDLE) as (app, pilot):
        await settled(app, pilot)
        await press(app, pilot, "space", "J", "G", "K", "q")
    assert [path.name for path in state.path().parent.iterdir() if path.name[0] != "."] == [
        "state.json"
    ]


async def test_recent_files_are_found_by_words_and_removed(article: Path) -> None:
    other = article.with_name("harbour.txt")
    other.write_text("A harbour\n\nMore.\n", encoding="utf-8")
    async with at_first_frame(launch(article, other)) as (app, pilot):
        await settled(app, pilot)
        await press(app, pilot, "O")
        assert rows(app) == [str(article), str(other)]
        await press(app, pilot, *"harb")
        assert rows(app) == [str(other)]
        await press(app, pilot, "delete")
        app.screen.query_one(Input).value = ""
        await settled(app, pilot)
        assert rows(app) == [str(article)]
        await press(app, pilot, "alt+z")
        assert set(rows(app)) == {str(article), str(other)}
        await press(app, pilot, *"xyz")
        assert "No file that was read has these words" in screen_text(app)


async def test_a_recent_file_that_is_gone_says_so(article: Path) -> None:
    async with at_first_frame(launch(article)) as (app, pilot):
        await settled(app, pilot)
    article.unlink()
    async with opened("en", document=CHARTER) as (app, pilot):
        await press(app, pilot, "O", "enter")
        assert str(article) in told(app)
        assert app.main.texts.key == CHARTER


async def test_a_mark_in_a_file_opens_the_file(article: Path) -> None:
    async with at_first_frame(launch(article), MIDDLE) as (app, pilot):
        await settled(app, pilot)
        await press(app, pilot, "space", "m", "f")
        cursor = app.main.source.cursor
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await press(app, pilot, "apostrophe")
        assert "The ferry is back" in screen_text(app)
        await press(app, pilot, "f")
        assert (app.main.texts.key, app.main.source.cursor) == ("file:1", cursor)


async def test_a_mark_in_standard_input_is_for_this_session(article: Path) -> None:
    collection = indexed(paths.builtin())
    key = collection.add_article(collection.recognise(article.read_text(), "-"), "-")
    async with at_first_frame(LaunchOptions(collection, key, "en"), MIDDLE) as (app, pilot):
        await settled(app, pilot)
        assert "standard input" in screen_text(app) or app.main.documents.rows[0].note
        await press(app, pilot, "space", "m", "f", "J", "apostrophe", "f")
        assert app.main.texts.key == key
        await press(app, pilot, "apostrophe", "delete")
        assert rows(app) == [""]
    assert not Marks(DOSSIER).values()
    assert not ReadFiles().values()


async def test_rows_of_files_say_their_names(article: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    twin = tmp_path / "sub" / article.name
    twin.write_text("Another ferry\n\nIt is new.\n", encoding="utf-8")
    third = tmp_path / "harbour.txt"
    third.write_text("A harbour\n", encoding="utf-8")
    async with at_first_frame(launch(article, twin, third), WIDE) as (app, pilot):
        await settled(app, pilot)
        notes = [row.note for row in app.main.documents.rows[:3]]
        assert notes == [f"{tmp_path.name}/lake.txt", "sub/lake.txt", "harbour.txt"]


async def test_the_first_line_of_a_file_stands_there_once(article: Path) -> None:
    async with at_first_frame(launch(article), MIDDLE) as (app, pilot):
        await settled(app, pilot)
        texts = [block.text for block in app.main.source.blocks]
        assert texts.count("The ferry is back") == 1
        assert app.main.source.cursor == "p1"


async def test_the_text_of_a_file_is_what_is_printed(article: Path) -> None:
    Tray(DOSSIER).put(Selected(CHARTER, "c1"))
    # A list: nothing in it could be drafted as a summary.
    article.write_text("\n\n".join(f"Item number {n}" for n in range(60)), "utf-8")
    async with at_first_frame(launch(article), WIDE) as (app, pilot):
        await settled(app, pilot)
        await press(app, pilot, "P")
        row = app.screen.query_one("#contents", ChoiceRow)
        assert row.choices == {WITH_TEXT: "Text"}
        preview = screen_text(app)
        assert "Item number 3" in preview
        articles = app.screen.query_one("#documents", ChoiceRow)
        assert articles.chosen == THIS
        articles.focus()
        await press(app, pilot, "right")
        assert row.chosen == "summary"
        await press(app, pilot, "left")
        assert row.chosen == WITH_TEXT
    assert app.session.state.printing.contents == "summary"


async def test_a_place_beyond_what_is_there_at_first_is_waited_for(article: Path) -> None:
    """A long file is shown by its beginning; one who left it far behind that is taken there."""
    whole = "\n\n".join(f"Sentence number {n} is about a ferry." for n in range(30_000))
    article.write_text(whole, encoding="utf-8")

    def options() -> LaunchOptions:
        collection = indexed(paths.builtin())
        source = Files((str(article),), collection.recognise)
        beginning = source.beginning(str(article))
        assert beginning is not None
        key = collection.add_article(beginning, str(article))
        return LaunchOptions(collection, key, "en", {key: lambda: source.get(str(article))})

    async with at_first_frame(options(), MIDDLE) as (app, pilot):
        await settled(app, pilot)
        await press(app, pilot, "G")
        cursor = app.main.source.cursor
        await pilot.press("q")
    async with at_first_frame(options(), MIDDLE) as (app, pilot):
        await settled(app, pilot)
        assert app.main.source.cursor == cursor
