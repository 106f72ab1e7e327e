"""The print dialog."""

from __future__ import annotations

import asyncio
import re
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from reader import cli, clipboard, state
from reader.briefings.bilingual import Sheet
from reader.language.sanitize import sanitize_line
from reader.library.collection import Collection
from reader.model import Document, DocumentView, Paragraph, Source, Text
from reader.printing import destinations, pdf
from reader.tui import print_job
from reader.tui.app import ReaderApp
from reader.tui.print_job import (
    BOTH,
    CLIPBOARD,
    FILE,
    OUTPUT,
    PRINTER,
    CancellationToken,
    Job,
)
from reader.tui.screens.print import PrintScreen
from reader.tui.screens.print_choices import ALL, SELECTED, WITH_TEXT
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.choice_row import ChoiceRow
from reader.tui.widgets.text_view import TextView
from tests.printing import another_format
from tests.printing.samples import HOSTILE
from tests.tui.opened import MIDDLE, NARROW, WIDE, collection_of, opened, settled, told
from tests.tui.screens import screen_text

CHARTER = "report-charter"


@pytest.fixture(autouse=True)
def _somewhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clipboard, "copy", lambda _text: None)
    monkeypatch.setattr(destinations, "has_printing", lambda: False)


async def choose(app: ReaderApp, pilot: Pilot[int], id: str, value: str) -> None:
    """Go to the row and press the arrow until it has that value."""
    row = app.screen.query_one(f"#{id}", ChoiceRow)
    row.focus()
    await pilot.pause()
    for _ in row.choices:
        if row.chosen != value:
            await pilot.press("right")
    await pilot.pause()
    assert row.chosen == value


async def test_a_file_is_written_in_the_chosen_format_and_language(tmp_path: Path) -> None:
    async with opened("ru", document=CHARTER) as (app, pilot):
        await pilot.press("P", "right", "down", "right", "enter")
        await settled(app, pilot)
        assert not isinstance(app.screen, PrintScreen)
    written = (tmp_path / f"{CHARTER}-en.md").read_text(encoding="utf-8")
    assert re.match(r"> The articles are paraphrased.*\n\n# ", written)


async def test_a_pdf_is_written_and_is_offered_only_to_files(tmp_path: Path) -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        destination = app.screen.query_one("#destination", ChoiceRow)
        assert set(destination.choices) == {FILE, CLIPBOARD, OUTPUT}
        await choose(app, pilot, "format", "pdf")
        assert set(destination.choices) == {FILE}
        await pilot.press("enter")
        await settled(app, pilot)
        assert not isinstance(app.screen, PrintScreen)
    assert (tmp_path / f"{CHARTER}-en.pdf").read_bytes().startswith(b"%PDF-")


async def test_pdf_is_not_offered_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "available", lambda: False)
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        assert "pdf" not in app.screen.query_one("#format", ChoiceRow).choices


async def test_a_format_that_is_added_to_the_table_is_offered_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    another_format.add(monkeypatch)
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await choose(app, pilot, "format", "adoc")
        await pilot.press("enter")
        await settled(app, pilot)
    assert (tmp_path / f"{CHARTER}-en.adoc").read_text(encoding="utf-8").startswith("= ")


async def test_both_languages_go_into_one_file_with_the_text_if_it_is_wanted(
    tmp_path: Path,
) -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await choose(app, pilot, "language", BOTH)
        await choose(app, pilot, "contents", WITH_TEXT)
        await pilot.press("enter")
        await settled(app, pilot)
    written = (tmp_path / f"{CHARTER}-both.txt").read_text(encoding="utf-8")
    for heading in ("Коротко · In brief", "Text: translation of our paraphrase", "Текст: наш"):
        assert heading in written


async def test_a_printer_gets_pdf_where_it_can_be_made_and_text_where_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sent: list[str | bytes] = []

    def to_printer(printer: str | None, written: str | bytes, *, title: str) -> str:
        assert printer == "Office"
        assert "Charter" in title
        sent.append(written)
        return "Office-7"

    monkeypatch.setattr(destinations, "has_printing", lambda: True)
    monkeypatch.setattr(destinations, "printers", lambda: ["Office"])
    monkeypatch.setattr(destinations, "to_printer", to_printer)
    for able in (True, False):
        monkeypatch.setattr(pdf, "available", lambda able=able: able)
        async with opened("en", document=CHARTER) as (app, pilot):
            await pilot.press("P")
            await settled(app, pilot)
            await choose(app, pilot, "destination", PRINTER)
            assert not app.screen.query_one("#format").display
            await pilot.press("enter")
            await settled(app, pilot)
            said = " ".join(told(app))
            assert "Office-7" in said
    assert isinstance(sent[0], bytes)
    assert isinstance(sent[1], str)


async def test_a_file_that_exists_is_written_over_only_when_asked_again(tmp_path: Path) -> None:
    file = tmp_path / f"{CHARTER}-en.txt"
    file.write_text("mine", encoding="utf-8")
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P", "enter")
        assert isinstance(app.screen, PrintScreen)
        assert file.read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await settled(app, pilot)
    assert file.read_text(encoding="utf-8") != "mine"


async def test_a_folder_that_is_not_there_is_made_when_enter_is_pressed_again(
    tmp_path: Path,
) -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        file = tmp_path / "no" / "such" / "a.txt"
        app.screen.query_one(Input).value = str(file)
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, PrintScreen)
        assert "There is no folder" in screen_text(app)
        assert not file.parent.exists()
        await pilot.press("enter")
        await settled(app, pilot)
        assert file.is_file()


async def test_a_folder_that_cannot_be_made_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        app.screen.query_one(Input).value = str(tmp_path / "file" / "a.txt")
        await pilot.press("enter", "enter")
        await settled(app, pilot)
        assert isinstance(app.screen, PrintScreen)
        assert "folder cannot be made" in str(app.screen.query_one("#message").render())


async def test_an_article_without_a_summary_is_printed_with_its_text(tmp_path: Path) -> None:
    paragraphs = (Paragraph("p1", "Лодка ушла."), Paragraph("p2", "Ветер стих."))
    text = Text("original", "ru", paragraphs)
    article = Document(None, "ru", "Лодка ушла.", Source(), (text,))
    async with opened("en", WIDE, articles=(article,)) as (app, pilot):
        before = app.session.state.printing.contents
        await pilot.press("P")
        await settled(app, pilot)
        assert list(app.screen.query_one("#contents", ChoiceRow).choices) == [WITH_TEXT]
        app.screen.query_one(Input).value = str(tmp_path / "a.txt")
        await pilot.press("enter")
        await settled(app, pilot)
        assert "Ветер стих." in (tmp_path / "a.txt").read_text(encoding="utf-8")
        assert app.session.state.printing.contents == before


async def test_standard_output_is_written_on_leaving() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        app.screen.query_one("#destination", ChoiceRow).chosen = OUTPUT
        await pilot.press("enter")
        await settled(app, pilot)
        assert len(app.session.leaving) == 1
        assert "Charter" in app.session.leaving[0]


async def test_the_clipboard_is_asked_and_no_success_is_claimed() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        app.screen.query_one("#destination", ChoiceRow).chosen = CLIPBOARD
        await pilot.press("enter")
        await settled(app, pilot)
        assert "Charter" in app.clipboard
        said = " ".join(told(app))
        assert "passed to the terminal" in said
        assert "Copied" not in said


async def test_the_last_choices_are_offered_again() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        app.screen.query_one("#format", ChoiceRow).chosen = "html"
        app.screen.query_one("#destination", ChoiceRow).chosen = OUTPUT
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("P")
        assert app.screen.query_one("#format", ChoiceRow).chosen == "html"
        assert app.screen.query_one("#destination", ChoiceRow).chosen == OUTPUT


async def test_the_dialog_changes_language_with_everything_else() -> None:
    async with opened("en", MIDDLE, document=CHARTER) as (app, pilot):
        await pilot.press("P", "f2")
        assert "Формат" in screen_text(app)


def preview_text(app: ReaderApp) -> str:
    view = app.screen.query_one("#preview", TextView)
    return "\n".join(block.text for block in view.blocks)


async def test_the_preview_follows_the_choices() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await settled(app, pilot)
        assert "In brief\n────────" in preview_text(app)
        await choose(app, pilot, "format", "md")
        await settled(app, pilot)
        assert "## In brief" in preview_text(app)
        await choose(app, pilot, "language", "ru")
        await settled(app, pilot)
        assert "## Коротко" in preview_text(app)


@pytest.mark.parametrize("format", ["html", "pdf"])
async def test_what_cannot_be_shown_as_it_will_be_is_shown_as_text_and_says_so(
    format: str,
) -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await choose(app, pilot, "format", format)
        await settled(app, pilot)
        assert preview_text(app).startswith(f"The file will be {format.upper()}.")
        assert "In brief\n────────" in preview_text(app)


async def test_keys_do_not_wait_for_a_preview(monkeypatch: pytest.MonkeyPatch) -> None:
    going_on, made = threading.Event(), []
    preview = print_job.preview

    def slow(reading: Collection, job: Job, width: int) -> list[Block]:
        made.append(job.format.name)
        going_on.wait(10)
        return preview(reading, job, width)

    monkeypatch.setattr(print_job, "preview", slow)
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P", "right", "right")
        assert app.screen.query_one("#format", ChoiceRow).chosen == "html"
        going_on.set()
        await settled(app, pilot)
        await settled(app, pilot)
        # The one in between was never made.
        assert made == ["text", "html"]
        assert "HTML" in preview_text(app)


async def test_where_it_is_narrow_the_preview_is_behind_a_key() -> None:
    async with opened("en", NARROW, document=CHARTER) as (app, pilot):
        await pilot.press("P")
        preview = app.screen.query_one("#preview", TextView)
        assert not preview.display
        await pilot.press("f5")
        await settled(app, pilot)
        assert preview.display
        assert "In brief" in preview_text(app)
        await pilot.press("pagedown")
        assert preview.y > 0
        await pilot.press("escape")
        await settled(app, pilot)
        assert isinstance(app.screen, PrintScreen)
        assert app.screen.focused is app.screen.query_one("#format")


async def test_the_preview_moves_by_pages_while_a_choice_has_the_focus() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await settled(app, pilot)
        preview = app.screen.query_one("#preview", TextView)
        await pilot.press("pagedown")
        assert preview.y > 0
        await pilot.press("pageup")
        assert preview.y == 0


async def test_all_choices_are_remembered() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await choose(app, pilot, "format", "html")
        await choose(app, pilot, "language", BOTH)
        await choose(app, pilot, "contents", WITH_TEXT)
        await choose(app, pilot, "destination", OUTPUT)
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("ctrl+q")
    kept = state.load().printing
    assert kept == state.PrintChoices("html", OUTPUT, BOTH, WITH_TEXT, "")
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        for id in ("format", "language", "contents", "destination"):
            assert app.screen.query_one(f"#{id}", ChoiceRow).chosen == getattr(kept, id)


async def test_the_printer_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(destinations, "has_printing", lambda: True)
    monkeypatch.setattr(destinations, "printers", lambda: ["Office", "Hall"])
    monkeypatch.setattr(destinations, "to_printer", lambda *_given, title: f"Hall-1 {title}")
    async with opened("en", document=CHARTER) as (app, pilot):
        for _time in range(2):
            await pilot.press("P")
            await settled(app, pilot)
            await choose(app, pilot, "destination", PRINTER)
            await choose(app, pilot, "printer", "Hall")
            await pilot.press("enter")
            await settled(app, pilot)
        await pilot.press("P")
        await settled(app, pilot)
        assert app.screen.query_one("#destination", ChoiceRow).chosen == PRINTER
        assert app.screen.query_one("#printer", ChoiceRow).chosen == "Hall"


@pytest.mark.parametrize("format", ["text", "html"])
@pytest.mark.parametrize("language", ["en", BOTH])
async def test_all_documents_make_the_file_that_the_shell_makes(
    tmp_path: Path, format: str, language: str
) -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await choose(app, pilot, "documents", ALL)
        await choose(app, pilot, "format", format)
        await choose(app, pilot, "language", language)
        await choose(app, pilot, "contents", WITH_TEXT)
        name = app.screen.query_one(Input).value
        assert name.startswith(f"us-azerbaijan-{language}.")
        await pilot.press("enter")
        await settled(app, pilot)
        assert not isinstance(app.screen, PrintScreen)
    other = tmp_path / f"shell{Path(name).suffix}"
    arguments = ["print", "--all", "--lang", language, "-o", str(other)]
    assert cli.main(arguments, open_app=lambda _start: 0) == 0
    assert (tmp_path / name).read_bytes() == other.read_bytes()


async def test_printing_can_be_cancelled_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on, begun = threading.Event(), threading.Event()
    sheets = print_job.sheets

    def slow(
        reading: Collection,
        job: Job,
        each: Callable[[int], bool] | None = None,
        cut: Callable[[DocumentView], DocumentView] | None = None,
    ) -> list[Sheet]:
        made = sheets(reading, job, each, cut)
        if each is not None:  # it is not a preview
            begun.set()
            going_on.wait(10)
        return made

    monkeypatch.setattr(print_job, "sheets", slow)
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await choose(app, pilot, "documents", ALL)
        await pilot.press("enter")
        await asyncio.to_thread(begun.wait, 10)
        await pilot.pause()
        assert "Preparing article 5 of 5" in screen_text(app)
        await pilot.press("escape")
        going_on.set()
        await settled(app, pilot)
        assert isinstance(app.screen, PrintScreen)
        assert "Cancelled" in screen_text(app)
    assert list(tmp_path.iterdir()) == []


async def test_selected_claims_are_printed_alone(tmp_path: Path) -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        app.main.enter_pane("summary")
        await pilot.press("j", "plus", "j", "j", "plus")
        await pilot.press("P")
        await choose(app, pilot, "format", "text")
        await pilot.press("enter")
        await settled(app, pilot)
    written = (tmp_path / "us-azerbaijan-claims-en.txt").read_text(encoding="utf-8")
    assert "2 of 12" in written
    assert "In brief" not in written


async def test_claims_are_offered_only_where_some_are_selected() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        assert SELECTED not in app.screen.query_one("#documents", ChoiceRow).choices


async def test_the_beginning_of_a_long_article_is_previewed() -> None:
    article = Document(
        None,
        "en",
        "Long",
        Source(),
        (Text("original", "en", tuple(Paragraph(f"p{n}", "word " * 4000) for n in range(99))),),
    )
    async with opened("en", articles=(article,)) as (app, pilot):
        await pilot.press("P")
        await choose(app, pilot, "contents", WITH_TEXT)
        await settled(app, pilot)
        assert preview_text(app).startswith("Only the beginning of the text is shown here.")
        assert len(preview_text(app)) < 2 * print_job.LETTERS


async def test_hostile_text_is_previewed_as_it_is() -> None:
    article = Document(
        None, "en", HOSTILE, Source(), (Text("original", "en", (Paragraph("p1", HOSTILE),)),)
    )
    for size in (WIDE, NARROW):
        async with opened("en", size, articles=(article,)) as (app, pilot):
            await pilot.press("P")
            await choose(app, pilot, "contents", WITH_TEXT)
            await pilot.press("f5")
            await settled(app, pilot)
            assert "[@click=quit]" in preview_text(app)


def test_a_job_is_either_cancelled_or_delivered() -> None:
    early, late = CancellationToken(), CancellationToken()
    assert early.cancel()
    assert not early.start_delivery()
    assert late.start_delivery()
    assert not late.cancel()
    assert not late.is_cancelled


async def test_a_name_that_was_typed_keeps_step_with_the_format_only() -> None:
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        field = app.screen.query_one(Input)
        field.value = "mine.txt"
        await choose(app, pilot, "format", "html")
        await choose(app, pilot, "language", "ru")
        assert field.value == "mine.html"


async def test_a_file_is_printed_to_its_end_once_that_is_read(tmp_path: Path) -> None:
    beginning = Document(
        None,
        "en",
        "Long",
        Source(),
        (Text("original", "en", (Paragraph("p1", "The beginning."),)),),
    )
    (text,), end = beginning.texts, Paragraph("p2", "The end of Azerbaijan.")
    async with opened("en", articles=(beginning,)) as (app, pilot):
        matcher, collection_of(app).matcher = collection_of(app).matcher, None
        collection_of(app).prepared.clear()
        await pilot.press("P")
        await choose(app, pilot, "contents", WITH_TEXT)
        await pilot.press("enter")
        await pilot.pause()
        assert list(tmp_path.iterdir()) == []
        collection_of(app).replace_article(
            "file:1", beginning._replace(texts=(text._replace(paragraphs=(*text.paragraphs, end)),))
        )
        collection_of(app).matcher = matcher
        collection_of(app).prepared.set()
        await settled(app, pilot)
    written = (tmp_path / "article-en.txt").read_text(encoding="utf-8")
    assert end.text in written
    assert "Glossary" in written


@pytest.mark.skipif(not pdf.available(), reason="needs the extra pdf (typst)")
@pytest.mark.parametrize("end", ["escape", "leaving"])
async def test_a_pdf_that_takes_long_can_be_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    begun = threading.Event()

    def endless(*_arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen(["/bin/sleep", "60"], stdout=subprocess.PIPE, **streams))
        begun.set()
        return started[0]

    monkeypatch.setattr(pdf, "run_module", endless)
    monkeypatch.chdir(tmp_path)
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await choose(app, pilot, "format", "pdf")
        await pilot.press("enter")
        assert await asyncio.to_thread(begun.wait, 10)
        if end == "escape":
            await pilot.press("escape")
            await settled(app, pilot)
            assert "Cancelled: nothing was printed or saved." in screen_text(app)
            assert started[0].poll() is not None
    assert started[0].wait(10) is not None
    assert list(tmp_path.iterdir()) == []


async def test_a_printer_with_a_hostile_name_is_shown_harmless(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    name = "\x1b[31mred\x9b2J\u202e"
    sent: list[str | None] = []

    def to_printer(printer: str | None, _written: str | bytes, *, title: str) -> str:
        assert title
        sent.append(printer)
        return name

    monkeypatch.setattr(destinations, "has_printing", lambda: True)
    monkeypatch.setattr(destinations, "printers", lambda: [name])
    monkeypatch.setattr(destinations, "to_printer", to_printer)
    monkeypatch.setattr(pdf, "available", lambda: False)
    async with opened("en", document=CHARTER) as (app, pilot):
        await pilot.press("P")
        await settled(app, pilot)
        await choose(app, pilot, "destination", PRINTER)
        assert sanitize_line(name) in screen_text(app)
        await pilot.press("enter")
        await settled(app, pilot)
        said = " ".join(told(app))
        assert sanitize_line(name) in said
    assert sent == [name]
