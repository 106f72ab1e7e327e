"""The reader's notes on the screen: written, marked in the margin, listed, changed, undone."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot
from textual.widgets import Input, Static, TextArea

from reader import saving
from reader.dossiers import paths
from reader.language import messages
from reader.library.note_items import STATES
from reader.library.notes import Note, Notebook
from reader.library.noting import Notes
from reader.library.sources import Files
from reader.model import Document, Paragraph, Source, Text
from reader.tui.app import ReaderApp
from reader.tui.screens.margin import LOST, SIGN
from reader.tui.screens.note import NoteScreen
from reader.tui.screens.notes import NotesScreen
from reader.tui.screens.print import PrintScreen
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text.selection import Point, Range
from reader.tui.widgets.text_view import TextView
from tests.dossiers import factories
from tests.tui.opened import MIDDLE, WIDE, indexed, opened, settled, told
from tests.tui.screens import screen_lines, screen_text

ENGLISH = {
    "catch/p1": ("Посёлок встретил рыбаков с треской.", "The village met the fishermen with cod."),
    "catch/p2": ("Такого лова давно не было.", "There has been no such catch for long."),
    "catch/gist": ("Улов был большим.", "The catch was large."),
    "catch/c1": ("Трески поймали много.", "Much cod was caught."),
    "catch/c2": ("Мешал ветер.", "The wind was in the way."),
}


@pytest.fixture
def sea(tmp_path: Path) -> Path:
    echo = factories.DOCUMENT.replace("Рыбаки вернулись с уловом", "Эхо улова")
    folder = factories.dossier(tmp_path, echo=echo)
    factories.catalog(folder, ENGLISH)
    return folder


def kept() -> list[Note]:
    return list(Notebook(paths.notes("sea")).notes())


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


async def write(app: ReaderApp, pilot: Pilot[int], text: str, tags: str = "") -> None:
    """Write a note on what the cursor or the selection is on."""
    await press(app, pilot, "A")
    assert isinstance(app.screen, NoteScreen)
    app.screen.area.load_text(text)
    app.screen.tags_field.value = tags
    await press(app, pilot, "ctrl+s")


def marks(view: TextView) -> dict[str, list[tuple[int, str]]]:
    return {
        block: [(one.offset, one.sign) for one in noted]
        for block, noted in view.marks.noted.items()
    }


def choose(app: ReaderApp, view: TextView, start: tuple[str, int], end: tuple[str, int]) -> None:
    """Select from a code point of one block to a code point of another."""
    ids = [block.id for block in view.blocks]
    range_ = Range(Point(ids.index(start[0]), start[1]), Point(ids.index(end[0]), end[1]))
    app.screen.selections = {view: select.selection(range_)}


def rows(app: ReaderApp) -> list[str]:
    return [row.title for row in app.screen.query_one(RowList).rows]


def add(root: Path, text: str, paragraph: str = "p1", key: str = "catch", *tags: str) -> Note:
    """Add a note before the app is opened."""
    collection = indexed(root)
    notes = Notes(collection)
    note = notes.of_paragraph(key, collection.view(key, "ru"), paragraph, text, tags)
    notes.add(note)
    return note


# Writing.


async def test_a_note_on_the_cursor_s_paragraph_is_kept_marked_and_told_of(sea: Path) -> None:
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "right_curly_bracket", "A")
        screen = app.screen
        assert isinstance(screen, NoteScreen)
        assert screen.quotation == "Такого лова давно не было."
        assert "Такого лова давно не было." in screen_text(app)
        await pilot.press(*"why", "tab", *"check,#two")
        await press(app, pilot, "enter")
        assert app.screen is app.main
        (note,) = kept()
        assert (note.text, note.tags, note.kind) == ("why", ("check", "two"), "paragraph")
        assert (note.quote.exact, note.quote.paragraph) == ("Такого лова давно не было.", "p2")
        assert marks(app.main.source) == {"p2": [(0, SIGN)]}
        assert marks(app.main.summary) == {}
        (row,) = [line for line in screen_lines(app) if SIGN in line and "Такого" in line]
        assert f"▎{SIGN}2 Такого" in row
        assert told(app)[-1] == "Заметка сохранена."
        await press(app, pilot, "left_curly_bracket", "right_curly_bracket")
        assert app.main.status.text.endswith(f"{SIGN} why #check #two")
        await press(app, pilot, "right_curly_bracket")
        assert SIGN not in app.main.status.text


async def test_a_note_on_a_claim(sea: Path) -> None:
    async with opened("en", root=sea, document="catch") as (app, pilot):
        app.main.enter_pane("summary")
        app.main.summary.go_to("c2")
        await write(app, pilot, "how strong?")
        (note,) = kept()
        assert (note.kind, note.claim, note.quote.exact) == (
            "claim",
            "c2",
            "The wind was in the way.",
        )
        assert marks(app.main.summary) == {"c2": [(0, SIGN)]}
        assert marks(app.main.source) == {}


async def test_a_note_on_selected_words_stands_at_the_row_in_which_they_begin(sea: Path) -> None:
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        source = app.main.source
        choose(app, source, ("p1", 8), ("p1", 24))
        await write(app, pilot, "who?")
        (note,) = kept()
        assert (note.kind, note.quote.exact) == ("selection", "встретил рыбаков")
        assert marks(source) == {"p1": [(8, SIGN)]}
        assert source.marks.selected is None, "the next note is not on the same words"


async def test_a_selection_over_title_and_paragraphs_is_noted_in_the_paragraphs(sea: Path) -> None:
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        choose(app, app.main.source, ("title", 0), ("p2", 6))
        await write(app, pilot, "both")
        (note,) = kept()
        assert note.quote.exact == "Посёлок встретил рыбаков с треской.\nТакого"
        assert marks(app.main.source) == {"p1": [(0, SIGN)], "p2": [(0, SIGN)]}


async def test_beside_another_language_the_note_is_on_the_text_of_its_column(sea: Path) -> None:
    async with opened("en", (160, 40), root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "v", "v")
        view = app.main.source
        second = next(b.id for b in view.blocks if b.text == "Такого лова давно не было.")
        choose(app, view, (second, 0), (second, 11))
        await write(app, pilot, "in the original words")
        (note,) = kept()
        assert (note.language, note.quote.exact) == ("ru", "Такого лова")
        assert marks(view) == {"p2": [(0, SIGN)]}


async def test_where_there_is_no_paragraph_one_is_told_so(sea: Path) -> None:
    async with opened("en", root=sea, document="catch") as (app, pilot):
        app.main.enter_pane("summary")
        app.main.summary.go_to("gist")
        await press(app, pilot, "A")
        assert app.screen is app.main
        assert "Go to a paragraph" in told(app)[-1]


# What is typed is not thrown away unasked.


@pytest.mark.parametrize("key", ["escape", "f10", "ctrl+q"])
async def test_what_was_typed_is_thrown_away_by_the_second_press_alone(sea: Path, key: str) -> None:
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "A", *"half", key)
        screen = app.screen
        assert isinstance(screen, NoteScreen)
        assert "not kept yet" in screen_text(app)
        await press(app, pilot, "s", key)
        assert isinstance(app.screen, NoteScreen), "after another letter it is asked again"
        assert screen.area.text == "halfs"
        await pilot.press(key)
        await pilot.pause()
        assert app.session.is_leaving or len(app.screen_stack) == 1
    assert kept() == []


async def test_a_form_without_a_word_closes_at_once(sea: Path) -> None:
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "A", "ctrl+s")
        assert "A note needs some words." in screen_text(app)
        await press(app, pilot, "escape")
        assert app.screen is app.main


async def test_a_note_that_cannot_be_written_stays_in_the_form(
    sea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "A", *"kept")
        monkeypatch.setattr(saving, "write_atomically", full)
        await press(app, pilot, "ctrl+s")
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.area.text == "kept"
        message = str(app.screen.query_one("#message", Static).content)
        assert "sea.jsonl: This file cannot be written" in message


async def test_the_language_changes_and_what_was_typed_stays(sea: Path) -> None:
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "A", *"words", "f2")
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.area.text == "words"
        assert "Новая заметка" in screen_text(app)


async def test_undo_in_a_form_is_of_what_is_typed(sea: Path) -> None:
    add(sea, "first")
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await write(app, pilot, "second")
        await press(app, pilot, "A", *"words", "alt+z")
        assert isinstance(app.screen, NoteScreen)
        assert app.screen.query_one(TextArea).text != "words"
        assert len(kept()) == 2


# The margin.


async def test_marks_come_after_the_first_frame_and_in_every_language(sea: Path) -> None:
    add(sea, "noted", "p2")
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        source = app.main.source
        assert marks(source) == {"p2": [(0, SIGN)]}
        await press(app, pilot, "L")
        assert marks(source) == {"p2": [(0, SIGN)]}, "at the paragraph that says the same"
        await press(app, pilot, "J")
        assert marks(source) == {}
        await press(app, pilot, "K", "x")
        assert marks(source) == {"p2": [(0, SIGN)]}


async def test_a_note_that_has_lost_its_place_is_marked_and_listed_as_such(sea: Path) -> None:
    file = sea / "documents" / "catch.yaml"
    before = "Утром туман лежал над причалом и никто не видел маяка за волнорезом."
    words = "Старый лоцман обещал всем попутный ветер."
    after = "К полудню прояснилось и лодки ушли вдоль песчаной косы на север."
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("Такого лова давно не было.", f"{before} {words} {after}"), encoding="utf-8"
    )
    collection = indexed(sea)
    notes = Notes(collection)
    start = len(before) + 1
    where = ("p2", start), ("p2", start + len(words))
    notes.add(notes.of_selection("catch", collection.view("catch", "ru"), where, "what wind?"))
    file.write_text(
        text.replace("Такого лова давно не было.", f"{before} {after}"), encoding="utf-8"
    )
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        assert marks(app.main.source) == {"p2": [(0, LOST)]}
        app.main.source.go_to("p2")
        await press(app, pilot, "j", "k")
        assert f"{LOST} what wind?" in app.main.status.text
        await press(app, pilot, "i")
        assert rows(app) == ["what wind?"]
        assert messages._(STATES["lost"]) in screen_text(app)
        await press(app, pilot, "enter")
        assert app.main.source.cursor == "p2"


async def test_a_click_on_a_mark_lists_its_note(sea: Path) -> None:
    add(sea, "first", "p1")
    add(sea, "second", "p3")
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        source = app.main.source
        layout = source.viewport.layout
        assert layout is not None
        number = source.block_list.number("p3")
        assert number is not None
        row, _last = layout.first_and_last(number)
        await pilot.click(source, offset=(layout.margin + 1, row - source.y + source.gutter.top))
        await settled(app, pilot)
        assert isinstance(app.screen, NotesScreen)
        assert app.screen.chosen is not None
        assert app.screen.chosen[1].note.text == "second"


async def test_enter_opens_the_file_that_a_note_is_on(sea: Path, tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_text("Своё\n\nСтрока о своём.\n\nДругая строка.\n", encoding="utf-8")
    collection = indexed(sea)
    (key,) = collection.add(Files((str(file),), collection.recognise))
    other = collection.view(key, "ru").paragraphs[-1]
    notes = Notes(collection)
    notes.add(notes.of_paragraph(key, collection.view(key, "ru"), other.id, "about"))
    async with opened("ru", root=sea) as (app, pilot):
        await press(app, pilot, "i", "enter")
        await app.workers.wait_for_complete()
        await settled(app, pilot)
        assert app.screen is app.main
        source = app.main.source
        assert source.cursor is not None
        block = next(block for block in source.blocks if block.id == source.cursor)
        assert block.text == "Другая строка."
    # One that is gone is told of.
    file.unlink()
    async with opened("ru", root=sea) as (app, pilot):
        await press(app, pilot, "i", "enter")
        await app.workers.wait_for_complete()
        await settled(app, pilot)
        assert any("own.txt: Такого файла нет." in text for text in told(app))


async def test_an_article_of_one_s_own_is_noted(sea: Path) -> None:
    text = Text("version", "ru", (Paragraph("p1", "Строка о своём."), Paragraph("p2", "Другая.")))
    article = Document(None, "ru", "Своё", Source(), (text,))
    async with opened("ru", root=sea, articles=(article,)) as (app, pilot):
        await write(app, pilot, "mine")
        assert [note.text for note in Notebook(paths.file_notes()).notes()] == ["mine"]
        assert marks(app.main.source) == {"p1": [(0, SIGN)]}
        await press(app, pilot, "i", "enter")
        assert app.screen is app.main
        assert app.main.source.highlighted_blocks == {"p1"}


async def test_a_note_that_another_program_adds_is_marked_when_one_comes_back(sea: Path) -> None:
    add(sea, "mine", "p1")
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        add(sea, "theirs", "p3")
        await press(app, pilot, "J", "K")
        assert [*marks(app.main.source)] == ["p1", "p3"]


# The list.


async def test_the_list_is_over_all_documents_searched_and_filtered_as_one_types(
    sea: Path,
) -> None:
    add(sea, "Чей улов?", "p1", "catch", "проверить")
    add(sea, "Где порт?", "p2", "echo", "порт")
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "i")
        assert rows(app) == ["Чей улов?", "Где порт?"]
        for typed, found in {
            "ул": ["Чей улов?"],
            "порт": ["Где порт?"],
            "#пров": ["Чей улов?"],
            "#пор где": ["Где порт?"],
            "посёлок": ["Чей улов?"],
            "#улов": [],
        }.items():
            app.screen.query_one(Input).value = typed
            await settled(app, pilot)
            assert rows(app) == found, typed
        assert "Заметок с «#улов» нет." in screen_text(app)


async def test_enter_goes_to_the_place_in_another_document(sea: Path) -> None:
    add(sea, "here", "p3", "echo")
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "i", "enter")
        assert app.screen is app.main
        assert app.main.texts.key == "echo"
        assert app.main.source.cursor == "p3"
        await press(app, pilot, "backspace")
        assert app.main.texts.key == "catch"


async def test_enter_goes_to_a_claim_that_another_status_hides(sea: Path) -> None:
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        app.main.enter_pane("summary")
        app.main.summary.go_to("c1")
        await write(app, pilot, "a claim")
        app.main.texts.status = "planned"
        app.main.texts.retranslate()
        await press(app, pilot, "i", "enter")
        assert app.main.pane == "summary"
        assert app.main.summary.cursor == "c1"


async def test_a_note_is_edited_removed_and_both_are_undone(sea: Path) -> None:
    add(sea, "before", "p1", "catch", "tag")
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "i", "ctrl+e")
        form = app.screen
        assert isinstance(form, NoteScreen)
        assert (form.area.text, form.tags_field.value) == ("before", "tag")
        await press(app, pilot, "!", "ctrl+s")
        assert rows(app) == ["before!"]
        await press(app, pilot, "delete")
        assert rows(app) == []
        assert kept() == []
        await press(app, pilot, "alt+z")
        assert rows(app) == ["before!"]
        await press(app, pilot, "escape")
        assert app.main.status.text.endswith("before! #tag")
        await press(app, pilot, "U")
        assert told(app)[-1] == "The note is as it was."
        assert [note.text for note in kept()] == ["before"]
        await press(app, pilot, "alt+y")
        assert [note.text for note in kept()] == ["before!"]
        await press(app, pilot, "U", "U")
        assert "There is nothing to undo." in told(app)


async def test_delete_inside_what_is_typed_removes_a_letter_of_that(sea: Path) -> None:
    add(sea, "words")
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "i", *"wo", "left", "delete")
        assert app.screen.query_one(Input).value == "w"
        assert len(kept()) == 1


async def test_what_another_program_changed_is_not_undone_and_not_lost(sea: Path) -> None:
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await write(app, pilot, "mine")
        (note,) = kept()
        other = note._replace(text="theirs")
        Notebook(paths.notes("sea")).replace(note, other)
        await press(app, pilot, "U")
        assert kept() == [other]
        assert "changed or removed meanwhile" in told(app)[-1]


async def test_notes_of_a_document_that_is_gone_are_listed_and_lead_nowhere(sea: Path) -> None:
    add(sea, "left over", "p1", "echo")
    (sea / "documents" / "echo.yaml").unlink()
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "i")
        assert "its article is not there any more" in screen_text(app)
        await press(app, pilot, "enter")
        assert isinstance(app.screen, NotesScreen)


async def test_a_line_that_is_not_a_note_is_told_of_once(sea: Path) -> None:
    path = paths.notes("sea")
    path.parent.mkdir(parents=True)
    path.write_text('{"id": 3}\n', encoding="utf-8")
    async with opened("en", root=sea, document="catch") as (app, pilot):
        told = [n.message for n in app._notifications if "is not a note" in n.message]
        assert len(told) == 1
        assert "sea.jsonl:1" in told[0]
        await press(app, pilot, "J", "K")
        assert len([n for n in app._notifications if "is not a note" in n.message]) == 1


# Printing.


async def test_the_print_dialog_has_notes_and_remembers_it(
    sea: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    add(sea, "printed words")
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "P")
        screen = app.screen
        assert isinstance(screen, PrintScreen)
        preview = screen.preview

        def shown() -> bool:
            return any("printed words" in block.text for block in preview.blocks)

        assert not shown()
        screen._row("notes").focus()
        await press(app, pilot, "right")
        assert shown()
        app.screen.query_one("#file", Input).value = "out.txt"
        await press(app, pilot, "enter")
        assert app.session.state.printing.notes == "with"
    assert "printed words" in Path("out.txt").read_text(encoding="utf-8")


# Before the first frame, and after the program was killed.


async def test_nothing_of_notes_is_read_before_the_first_frame(
    sea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(sea, "later")
    read: list[bool] = []
    notes = Notebook.notes

    def noticed(book: Notebook) -> tuple[Note, ...]:
        read.append(has_frame[0])
        return notes(book)

    has_frame = [False]
    first = ReaderApp._first_frame_is_out

    def out(app: ReaderApp) -> None:
        has_frame[0] = True
        first(app)

    monkeypatch.setattr(Notebook, "notes", noticed)
    monkeypatch.setattr(ReaderApp, "_first_frame_is_out", out)
    async with opened("ru", root=sea, document="catch") as (app, _pilot):
        assert marks(app.main.source) == {"p1": [(0, SIGN)]}
    assert read
    assert all(read)


async def test_what_was_being_typed_when_the_program_was_killed_is_a_note(sea: Path) -> None:
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "A", *"half a th")
        (draft,) = paths.note_drafts("sea").iterdir()
        # As though the program that wrote it had been killed: no other has this number.
        draft.rename(draft.with_name(f"{2**22 + 1}.jsonl"))
    assert kept() == []
    async with opened("en", root=sea, document="catch") as (app, pilot):
        (note,) = kept()
        assert (note.text, note.quote.paragraph) == ("half a th", "p1")
        assert "when the program ended" in told(app)[0]
        assert [*paths.note_drafts("sea").iterdir()] == []


async def test_a_draft_goes_with_its_note(sea: Path) -> None:
    async with opened("en", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "A", *"one", "ctrl+s")
        await press(app, pilot, "A", *"two", "escape", "escape")
        assert [*paths.note_drafts("sea").iterdir()] == []
        assert [note.text for note in kept()] == ["one"]


# As it looks.


@pytest.mark.parametrize("size", [WIDE, MIDDLE], ids=["120x40", "80x24"])
@pytest.mark.parametrize("language", ["ru", "en"])
async def test_as_it_looks(
    sea: Path,
    language: str,
    size: tuple[int, int],
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.library.noting.now", lambda: "2026-03-02T18:04:11+04:00")
    async with opened(language, size, root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "right_curly_bracket")
        text = "Кто так говорит?" if language == "ru" else "Who says so?"
        await press(app, pilot, "A", *text, "tab", *"check", "escape")
        assert screen_text(app) == snapshot(name="form")
        await press(app, pilot, "ctrl+s")
        assert screen_text(app) == snapshot(name="margin")
        await press(app, pilot, "i")
        assert screen_text(app) == snapshot(name="list")
