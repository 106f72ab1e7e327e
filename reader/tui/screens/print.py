"""The print dialog: documents, format, languages, contents and destination, with a preview."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Static

from reader import printing, state
from reader.errors import ReaderError
from reader.language import messages
from reader.language.locales import LANGUAGES
from reader.language.messages import N_, _, ngettext
from reader.printing import destinations
from reader.tui import print_job
from reader.tui.keys import commands
from reader.tui.notices import copy_text
from reader.tui.presenters import language_title
from reader.tui.print_job import (
    BOTH,
    CLIPBOARD,
    DESTINATIONS,
    FILE,
    OUTPUT,
    PRINTER,
    Handing,
    Job,
    Turn,
)
from reader.tui.print_messages import Failed, Previewed, Printed, PrintersFound, Progressed, Wanted
from reader.tui.reading import Item, Reading
from reader.tui.screens.modal import ReaderModal
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.choice_row import ChoiceRow
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.text_view import TextView

THIS, ALL = "this", "all"
SUMMARY, WITH_TEXT = "summary", "text"
CONTENTS = {SUMMARY: N_("Summary"), WITH_TEXT: N_("Summary and text")}
WIDE, HIGH = 100, 24
"""Cells from which on the preview has room beside the choices, and these have room to breathe."""
MOMENT = 0.02
"""Seconds between two looks whether everything is read that is to be printed."""
EDGE = 3
"""Cells of a text view that hold no text."""


class PrintScreen(ReaderModal[None]):
    """Prints the summary of one document, some claims of it, or all documents; says what it did."""

    PARTS = commands.SCREENS["print"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("next_row", "previous_row", "confirm", "cancel")
    )
    CSS_PATH = "print.tcss"

    def __init__(
        self,
        session: Session,
        collection: Reading,
        item: Item,
        selected: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(session)
        self.collection = collection
        self.item = item
        self.selected = selected
        self.formats = [format for format in printing.available() if format.name != "json"]
        self.preview = TextView(id="preview", measure=200)
        self.preview.can_focus = False
        self._printers: list[str] = []
        self._turn: Turn | None = None
        """The job that is being printed."""
        self._suggestion = ""
        self._asked_to_overwrite: Path | None = None
        self._focused: Widget | None = None
        self._wanted: Wanted | None = None
        self._being_made: Wanted | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="print"):
            with Vertical(id="choices"):
                yield Static(id="heading", markup=False)
                for id in ("documents", "claims", "format", "language", "contents"):
                    yield ChoiceRow(id=id)
                yield ChoiceRow(id="destination")
                yield ChoiceRow(id="printer")
                yield Static(id="file-label", markup=False)
                yield Input(id="file")
                yield Static(id="said", markup=False)
            yield self.preview
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        last = self.session.state.printing
        self._row("format").chosen = last.format
        self._row("language").chosen = last.language or messages.language()
        self._row("contents").chosen = last.contents
        self._row("destination").chosen = last.destination
        self.retranslate()
        self._row("format").focus()
        if destinations.has_printing():
            self.run_worker(self._find_printers, thread=True)

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.height < HIGH, "-low")
        self.call_after_refresh(self._renew)

    def _row(self, id: str) -> ChoiceRow:
        return self.query_one(f"#{id}", ChoiceRow)

    def retranslate(self) -> None:
        super().retranslate()
        language = messages.language()
        n, total = len(self.selected), len(self._all())
        every = _("All of the dossier ({n})").format(n=total)
        self._row("documents").offer(_("Documents"), {THIS: _("This one"), ALL: every})
        chosen = ngettext("{n} claim selected", "{n} claims selected", n).format(n=n)
        claims = {"selected": chosen, ALL: _("All claims")} if n else {ALL: _("All claims")}
        self._row("claims").offer(_("Claims"), claims)
        self._row("format").offer(_("Format"), {f.name: _(f.label) for f in self.formats})
        languages = {code: language_title(code, language) for code in LANGUAGES}
        languages[BOTH] = _("Both languages")
        self._row("language").offer(_("Language"), languages)
        contents = {id: _(label) for id, label in CONTENTS.items()}
        self._row("contents").offer(_("Contents"), contents)
        self._row("printer").offer(_("Printer"), {name: name for name in self._printers})
        self._offer_destinations()
        self.query_one("#file-label", Static).update(_("File name"))
        self._arrange()

    def _find_printers(self) -> None:
        self.post_message(PrintersFound(destinations.printers()))

    def on_printers_found(self, event: PrintersFound) -> None:
        last, row = self.session.state.printing, self._row("printer")
        self._printers = event.names
        row.chosen = last.printer
        row.offer(_("Printer"), {name: name for name in self._printers})
        self._offer_destinations()
        if last.destination == PRINTER and self._row("destination").chosen == FILE:
            self._row("destination").chosen = PRINTER if self._printers else FILE
        self._arrange()

    def _offer_destinations(self) -> None:
        """What the format can go to: bytes are nothing for a clipboard or a terminal."""
        hidden = {CLIPBOARD, OUTPUT} if self._format().binary else set()
        hidden |= set() if self._printers else {PRINTER}
        places = {id: _(label) for id, label in DESTINATIONS.items() if id not in hidden}
        self._row("destination").offer(_("Destination"), places)

    def _format(self) -> printing.Format:
        chosen = self._row("format").chosen
        return next((f for f in self.formats if f.name == chosen), self.formats[0])

    def _arrange(self) -> None:
        destination, every = self._row("destination").chosen, self._prints_all()
        heading = _("Print: {title}").format(title=self._title())
        self.query_one("#heading", Static).update(heading)
        self._row("claims").display = bool(self.selected) and not every
        # A printer gets what it prints best, whatever files are written in.
        self._row("format").display = destination != PRINTER
        self._row("printer").display = destination == PRINTER
        self.query_one("#file-label").display = destination == FILE
        self.query_one("#file").display = destination == FILE
        self._suggest()
        self.call_after_refresh(self._renew)

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        event.stop()
        if event.row.id == "format":
            self._offer_destinations()
        self._arrange()

    def _suggest(self) -> None:
        """Keep the file's name in step with the choices; of one that was typed, the suffix."""
        name = self.item.document.id or "article"
        if self._prints_all():
            name = self.collection.dossier.id
        suggestion = f"{name}-{self._row('language').chosen}{self._format().suffix}"
        field, before = self.query_one(Input), Path(self._suggestion).suffix
        if field.value == self._suggestion:
            field.value = suggestion
        elif before and field.value.endswith(before):
            field.value = field.value.removesuffix(before) + self._format().suffix
        self._suggestion = suggestion

    # What is printed.

    def _title(self) -> str:
        collection, language = self.collection, messages.language()
        if self._prints_all():
            return collection.in_language(language).title
        return collection.document(self.item, language).title

    def _all(self) -> tuple[Item, ...]:
        return tuple(item for item in self.collection.items if item.known)

    def _prints_all(self) -> bool:
        return self._row("documents").chosen == ALL

    def _job(self) -> Job:
        every, to_printer = self._prints_all(), self._row("destination").chosen == PRINTER
        some = not every and self._row("claims").chosen != ALL
        return Job(
            self._all() if every else (self.item,),
            printing.for_printer() if to_printer else self._format().name,
            self._row("language").chosen,
            self._row("contents").chosen == WITH_TEXT,
            self.selected if some else None,
            to_printer,
        )

    # The preview, one at a time and always of the latest choices.

    def _renew(self) -> None:
        width = self.preview.size.width - EDGE
        if not self.is_attached or not self.preview.display or width <= 0:
            return
        self._wanted = (self._job(), width, messages.language())
        if self._being_made is None:
            self._make_preview()

    def _make_preview(self) -> None:
        wanted = self._being_made = self._wanted
        assert wanted is not None

        def make() -> None:
            try:
                blocks = print_job.preview(self.collection, *wanted[:2])
            except ReaderError as error:
                blocks = [Block("failed", _described(error), "note")]
            self.post_message(Previewed(wanted, blocks))

        self.run_worker(make, thread=True, group="preview")

    def on_previewed(self, event: Previewed) -> None:
        self._being_made = None
        self.preview.show(event.blocks)
        if event.wanted != self._wanted:
            self._make_preview()

    # Commands.

    def do_next_row(self) -> None:
        if self.has_class("-alone"):
            self.preview.move_by(1)
        else:
            self.focus_next()

    def do_previous_row(self) -> None:
        if self.has_class("-alone"):
            self.preview.move_by(-1)
        else:
            self.focus_previous()

    def do_next_choice(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(1)

    def do_previous_choice(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(-1)

    def do_preview(self) -> None:
        alone = not self.has_class("-alone")
        if alone:
            self._focused = self.focused
        self.set_class(alone, "-alone")
        if not alone and self._focused is not None:
            self.call_after_refresh(self._focused.focus)
        self.call_after_refresh(self._renew)

    def do_preview_down(self) -> None:
        self._page(1)

    def do_preview_up(self) -> None:
        self._page(-1)

    def _page(self, step: int) -> None:
        if self.preview.display:
            self.preview.move_by(step * max(1, self.preview.size.height - 1))
        else:
            self.do_preview()

    def do_cancel(self) -> None:
        if self._turn is not None:
            if self._turn.cancel():
                self._turn = None
                self._say(_("Cancelled: nothing was printed."))
            else:
                self._say(_("It is being handed over already."))
        elif self.has_class("-alone"):
            self.do_preview()
        else:
            self.dismiss(None)

    def do_confirm(self) -> None:
        if self._turn is not None:
            return
        handing = Handing(self._row("destination").chosen)
        if handing.destination == FILE:
            name = self.query_one(Input).value.strip()
            if not name:
                self._say(_("Type a name for the file."))
                return
            path = Path(name)
            exists = False
            with suppress(OSError, RuntimeError, ValueError):  # a name that no file can have
                path = path.expanduser()
                exists = path.is_file()
            overwrite = exists and self._asked_to_overwrite == path
            if exists and not overwrite:
                self._asked_to_overwrite = path
                self._say(_("{file} exists. Press Enter again to write over it, or change the name.").format(file=name))  # fmt: skip
                return
            handing = handing._replace(path=path, overwrite=overwrite)
        elif handing.destination == PRINTER:
            printer = self._row("printer").chosen or None
            handing = handing._replace(printer=printer, title=self._title())
        self._remember()
        self._print(self._job(), handing)

    def _remember(self) -> None:
        language = self._row("language").chosen
        self.session.state.printing = state.PrintChoices(
            format=self._row("format").chosen,
            destination=self._row("destination").chosen,
            # Who prints in the language of the interface goes on to when that changes.
            language="" if language == messages.language() else language,
            contents=self._row("contents").chosen,
            printer=self._row("printer").chosen or self.session.state.printing.printer,
        )

    # Printing, in a worker: it takes a while for many documents, and a printer may not answer.

    def on_unmount(self) -> None:
        if self._turn is not None:
            self._turn.cancel()

    def _print(self, job: Job, handing: Handing) -> None:
        turn = self._turn = Turn()

        def each(number: int) -> bool:
            self.post_message(Progressed(turn, number, len(job.items)))
            return not turn.is_cancelled

        def work() -> None:
            reading = self.collection
            while reading.matcher is None and not (turn.is_cancelled or self.session.failure):
                time.sleep(MOMENT)
            try:
                sheets = print_job.sheets(reading, print_job.whole(reading, job), each)
                if turn.is_cancelled:
                    return
                written = printing.write(sheets, job.format)
                if turn.hand_over():
                    said = handing.carry_out(written)
                    self.post_message(Printed(turn, written, said, handing.destination))
            except ReaderError as error:
                self.post_message(Failed(turn, _described(error)))

        self.run_worker(work, thread=True, group="print")

    def on_progressed(self, event: Progressed) -> None:
        if event.turn is self._turn and event.total > 1:
            said = _("Preparing document {n} of {total}… Esc cancels.")
            self._say(said.format(n=event.number, total=event.total))

    def on_failed(self, event: Failed) -> None:
        if event.turn is self._turn:
            self._turn = None
            self._say(event.said)

    def on_printed(self, event: Printed) -> None:
        said = event.said
        if event.destination == CLIPBOARD:
            said = copy_text(self.app, str(event.written))
        elif event.destination == OUTPUT:
            self.session.leaving.append(str(event.written))
            said = _("It will be written to standard output when you leave the program.")
        self.notify(said, markup=False)
        self.dismiss(None)

    def _say(self, text: str) -> None:
        if self.has_class("-alone"):
            self.do_preview()  # it is said beside the choices
        self.query_one("#said", Static).update(text)


def _described(error: ReaderError) -> str:
    return "\n".join(messages.describe(problem) for problem in error.problems)
