"""The print dialog: contents, format, language, destination, and a preview."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker

from reader.errors import ReaderError
from reader.kept.tray import Selected
from reader.language import dates, messages
from reader.language.messages import _
from reader.library.collection import Collection
from reader.printing import destinations
from reader.tui import print_job
from reader.tui.keys import commands
from reader.tui.notices import copy_text
from reader.tui.print_job import (
    CLIPBOARD,
    FILE,
    OUTPUT,
    PRINTER,
    CancellationToken,
    Delivery,
    Job,
)
from reader.tui.print_messages import Failed, Printed, PrintersFound, Progressed
from reader.tui.screens.print_choices import PrintChoices
from reader.tui.screens.print_preview import PrintPreview
from reader.tui.session import Session
from reader.tui.widgets.choice_row import ChoiceRow
from reader.tui.widgets.file_name_field import FileNameField
from reader.tui.widgets.key_bar import KeyBar

WIDE, HIGH = 100, 24
"""Cells from which on the preview fits beside the choices, and blank rows between these."""


class PrintScreen(PrintChoices):
    """Prints the summary of one document, some of its claims, or all documents."""

    PARTS = commands.SCREENS["print"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("next_row", "previous_row", "confirm", "cancel")
    )
    CSS_PATH = "print.tcss"

    def __init__(
        self,
        session: Session,
        collection: Collection,
        key: str,
        selected: Iterable[Selected] = (),
        *,
        selected_first: bool = True,
        file: str = "",
    ) -> None:
        super().__init__(
            session, collection, key, selected, selected_first=selected_first, file=file
        )
        self._token: CancellationToken | None = None
        """Cancels the job that is being printed."""
        self._worker: Worker[None] | None = None
        self._focused: Widget | None = None

    def compose(self) -> ComposeResult:
        with Horizontal(id="print"):
            with Vertical(id="choices"):
                yield from self.rows()
            yield PrintPreview(self.collection)
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        self.choose_as_last()
        self.retranslate()
        self._row("format").focus()
        if self.file:
            self.call_after_refresh(self._write_at_once)
        if destinations.has_printing():
            self.run_worker(self._find_printers, thread=True)

    def _write_at_once(self) -> None:
        if self._ending:
            self.do_confirm()
        else:
            endings = ", ".join(f.suffix for f in self.formats)
            text = _(
                "The ending of “{file}” tells no format. Choose one here, or a name that ends in: {endings}."
            )
            self.show_message(text.format(file=self.file, endings=endings))
        self.query_one(FileNameField).focus()

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.height < HIGH, "-low")
        self.call_after_refresh(self.show_preview)

    @property
    def preview(self) -> PrintPreview:
        return self.query_one(PrintPreview)

    def _find_printers(self) -> None:
        self.post_message(PrintersFound(destinations.printers()))

    def on_printers_found(self, event: PrintersFound) -> None:
        last, row = self.session.state.printing, self._row("printer")
        self._printers = event.names
        row.chosen = last.printer
        self._offer_printers()
        self._offer_destinations()
        if last.destination == PRINTER and self._row("destination").chosen == FILE:
            self._row("destination").chosen = PRINTER if self._printers else FILE
        self._arrange()

    def show_preview(self) -> None:
        if self.is_attached:
            self.preview.request(self._job())

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
        self.call_after_refresh(self.show_preview)

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
        if self._token is not None:
            if self._token.cancel():
                self._token = None
                self.show_message(_("Cancelled: nothing was printed or saved."))
            else:
                self.show_message(_("Already being sent."))
        elif self.has_class("-alone"):
            self.do_preview()
        else:
            self.dismiss(None)

    def click_beside(self) -> None:
        self.do_cancel()

    def do_confirm(self) -> None:
        if self._token is not None:
            return
        if (delivery := self._delivery()) is not None:
            self._remember()
            self._print(self._job(), delivery)

    def notes_changed(self) -> None:
        self.show_preview()

    # Printing, in a worker: it takes a while for many documents, and a printer may not answer.

    def on_unmount(self) -> None:
        if self._token is not None:
            self._token.cancel()

    def _print(self, job: Job, delivery: Delivery) -> None:
        token = self._token = CancellationToken()

        def progressed(number: int) -> None:
            self.post_message(Progressed(token, number, len(job.keys)))

        def work() -> None:
            notes: list[str] = []
            try:
                written = print_job.write(self.collection, job, token, progressed, notes.append)
                if written is not None and token.start_delivery():
                    text = "\n".join([delivery.deliver(written), *notes])
                    self.post_message(Printed(token, written, text, delivery.destination))
            except ReaderError as error:
                self.post_message(Failed(token, print_job.described(error)))

        self._worker = self.run_worker(work, thread=True, group="print")

    def on_progressed(self, event: Progressed) -> None:
        if event.token is self._token and event.total > 1:
            n, total = (dates.number(x, messages.language()) for x in (event.number, event.total))
            text = _("Preparing article {n} of {total}… Esc cancels.")
            self.show_message(text.format(n=n, total=total))

    def on_failed(self, event: Failed) -> None:
        if event.token is self._token:
            self._token = None
            self.show_message(event.text)

    async def on_printed(self, event: Printed) -> None:
        if self._worker is not None:
            await self._worker.wait()  # the screen would cancel it on its way out
        text = event.text
        if event.destination == CLIPBOARD:
            text = copy_text(self.app, str(event.written))
        elif event.destination == OUTPUT:
            self.session.leaving.append(str(event.written))
            text = _("It will be written to standard output when you leave the program.")
        self.dismiss(None)
        self.app.notify(text)

    def show_message(self, text: str) -> None:
        if self.has_class("-alone"):
            self.do_preview()  # the message stands beside the choices
        message = self.query_one("#message", Static)
        message.update(text)
        self.call_after_refresh(message.scroll_visible, animate=False)
