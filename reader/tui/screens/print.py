"""The print dialog: format, languages, contents and destination of a document's summary."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from reader import printing, state
from reader.errors import ReaderError
from reader.language import interface
from reader.language.interface import N_, _
from reader.language.locales import LANGUAGES
from reader.printing import bilingual, destinations
from reader.tui import commands
from reader.tui.choice_row import ChoiceRow
from reader.tui.key_bar import KeyBar
from reader.tui.panes import language_title
from reader.tui.reading import Item
from reader.tui.screens.base import Window

BOTH = "both"
SUMMARY, WITH_TEXT = "summary", "text"
CONTENTS = {SUMMARY: N_("Summary"), WITH_TEXT: N_("Summary and text")}
FILE, CLIPBOARD, OUTPUT, PRINTER = "file", "clipboard", "output", "printer"
DESTINATIONS = {
    FILE: N_("File"),
    CLIPBOARD: N_("Clipboard"),
    OUTPUT: N_("Standard output, on leaving"),
    PRINTER: N_("Printer"),
}


class PrintScreen(Window[None]):
    """Prints the summary of one document, and says what it did."""

    PARTS = commands.SCREENS["print"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("next_row", "previous_row", "confirm", "cancel")
    )
    CSS_PATH = "print.tcss"

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self.formats = [format for format in printing.available() if format.name != "json"]
        self._asked_to_overwrite: Path | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="print"):
            yield Static(id="heading", markup=False)
            yield ChoiceRow(id="format")
            yield ChoiceRow(id="language")
            yield ChoiceRow(id="contents")
            yield ChoiceRow(id="destination")
            yield ChoiceRow(id="printer")
            yield Static(id="file-label", markup=False)
            yield Input(id="file")
            yield Static(id="said", markup=False)
        yield KeyBar(*self.PARTS)

    def on_mount(self) -> None:
        last = self.reader.state.printing
        self._row("format").chosen = last.format
        self._row("language").chosen = interface.language()
        self._row("destination").chosen = last.destination
        self.speak()
        self.query_one(Input).value = self._suggested()
        self._row("format").focus()

    def _row(self, id: str) -> ChoiceRow:
        return self.query_one(f"#{id}", ChoiceRow)

    def speak(self) -> None:
        super().speak()
        language = interface.language()
        reading = self.reader.reading
        title = reading.document(self.item, language).title
        self.query_one("#heading", Static).update(_("Print: {title}").format(title=title))
        self._row("format").offer(_("Format"), {f.name: _(f.label) for f in self.formats})
        languages = {code: language_title(code, language) for code in LANGUAGES}
        languages[BOTH] = _("Both languages")
        self._row("language").offer(_("Language"), languages)
        contents = {id: _(label) for id, label in CONTENTS.items()}
        self._row("contents").offer(_("Contents"), contents)
        printers = destinations.printers() if destinations.has_printing() else []
        self._row("printer").offer(_("Printer"), {name: name for name in printers})
        self._offer_destinations()
        self.query_one("#file-label", Static).update(_("File name"))
        self._arrange()

    def _offer_destinations(self) -> None:
        """What the format can go to: bytes are nothing for a clipboard or a terminal."""
        hidden = {CLIPBOARD, OUTPUT} if self._format().binary else set()
        hidden |= set() if self._row("printer").choices else {PRINTER}
        places = {id: _(label) for id, label in DESTINATIONS.items() if id not in hidden}
        self._row("destination").offer(_("Destination"), places)

    def _format(self) -> printing.Format:
        chosen = self._row("format").chosen
        return next((f for f in self.formats if f.name == chosen), self.formats[0])

    def _arrange(self) -> None:
        destination = self._row("destination").chosen
        # A printer gets what it prints best, whatever files are written in.
        self._row("format").display = destination != PRINTER
        self._row("printer").display = destination == PRINTER
        self.query_one("#file-label").display = destination == FILE
        self.query_one("#file").display = destination == FILE

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        event.stop()
        field = self.query_one(Input)
        if field.value.rpartition(".")[0] == self._suggested().rpartition(".")[0] or (
            event.row.id == "language" and self._is_suggested(field.value)
        ):
            field.value = self._suggested()
        if event.row.id == "format":
            self._offer_destinations()
        self._arrange()

    def _suggested(self) -> str:
        name = self.item.document.id or "article"
        return f"{name}-{self._row('language').chosen}{self._format().suffix}"

    def _is_suggested(self, value: str) -> bool:
        name = self.item.document.id or "article"
        return any(value.startswith(f"{name}-{code}.") for code in (*LANGUAGES, BOTH))

    # Commands.

    def do_next_row(self) -> None:
        self.focus_next()

    def do_previous_row(self) -> None:
        self.focus_previous()

    def do_next_choice(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(1)

    def do_previous_choice(self) -> None:
        if isinstance(self.focused, ChoiceRow):
            self.focused.step(-1)

    def do_cancel(self) -> None:
        self.dismiss(None)

    def do_confirm(self) -> None:
        format, destination = self._row("format").chosen, self._row("destination").chosen
        self.reader.state.printing = state.PrintChoices(format, destination)
        try:
            written = self._written(printing.for_printer() if destination == PRINTER else format)
            said = self._send(destination, written)
        except ReaderError as error:
            self._say("\n".join(interface.describe(problem) for problem in error.problems))
            return
        if said:
            self.reader.tell(said)
            self.dismiss(None)

    def _written(self, format: str) -> str | bytes:
        reading, language = self.reader.reading, self._row("language").chosen
        languages: tuple[str, ...] = (language,)
        if language == BOTH:
            languages = bilingual.languages(reading.dossier.language, interface.language())
        sheet = printing.sheet(
            [reading.in_language(code) for code in languages],
            self.item.document,
            reading.matcher,
            text=self._row("contents").chosen == WITH_TEXT,
        )
        return printing.write([sheet], format)

    def _send(self, destination: str, written: str | bytes) -> str:
        """Print; what to tell the reader, empty where they are asked first. Raises ReaderError."""
        if destination == FILE:
            return self._to_file(written)
        if destination == PRINTER:
            title = self.reader.reading.document(self.item, interface.language()).title
            printer = self._row("printer").chosen or None
            job = destinations.to_printer(printer, written, title=title)
            return _("Sent to the printer: job {job}.").format(job=job)
        assert isinstance(written, str)  # nothing else is offered for bytes
        if destination == CLIPBOARD:
            return self.reader.put_on_clipboard(written)
        self.reader.leaving.append(written)
        return _("It will be written to standard output when you leave the program.")

    def _to_file(self, written: str | bytes) -> str:
        name = self.query_one(Input).value.strip()
        if not name:
            self._say(_("Type a name for the file."))
            return ""
        path = Path(name)
        exists = False
        with suppress(OSError, RuntimeError, ValueError):  # a name that no file can have
            path = path.expanduser()
            exists = path.is_file()
        overwrite = self._asked_to_overwrite == path
        if exists and not overwrite:
            self._asked_to_overwrite = path
            self._say(_("{file} exists. Press Enter again to write over it, or change the name.").format(file=name))  # fmt: skip
            return ""
        destinations.to_file(path, written, force=overwrite)
        return _("Written to {file}.").format(file=path.absolute())

    def _say(self, text: str) -> None:
        self.query_one("#said", Static).update(text)
