"""What is chosen in the print dialog: articles, format, language, contents, where they go."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from reader import state
from reader.kept.tray import Selected, by_document
from reader.language import messages
from reader.language.locales import language_title
from reader.language.messages import N_, _, ngettext
from reader.language.sanitize import sanitize_line
from reader.library.collection import Collection
from reader.printing import formats
from reader.printing.formats import Format
from reader.tui.print_job import BOTH, CLIPBOARD, DESTINATIONS, FILE, OUTPUT, PRINTER, Delivery, Job
from reader.tui.screens.modal import ReaderModal
from reader.tui.session import Session
from reader.tui.widgets.choice_row import ChoiceRow
from reader.tui.widgets.few_lines import FewLines
from reader.tui.widgets.file_name_field import FileNameField, is_file, is_folder

THIS, ALL, SELECTED = "this", "all", "selected"
SUMMARY, WITH_TEXT = "summary", "text"
CONTENTS = {SUMMARY: N_("Summary"), WITH_TEXT: N_("Summary and text")}
NOTES = {"without": N_("Without"), "with": N_("With my notes")}


class PrintChoices(ReaderModal[None]):
    """The rows of the print dialog; a base of it."""

    def __init__(
        self,
        session: Session,
        collection: Collection,
        key: str,
        selected: Iterable[Selected],
        *,
        selected_first: bool,
        file: str,
    ) -> None:
        super().__init__(session)
        self.collection = collection
        self.key = key
        self.selected = _known(collection, selected)
        """The selected claims that there are, by the keys of their documents."""
        self._first = SELECTED if selected_first and self.selected else THIS
        self.file = file
        """The name of a file to write at once; empty: the choices are shown."""
        self.formats = [format for format in formats.available() if format.is_for_reading]
        self._printers: list[str] = []
        self._ending = ""
        """The name of the format that the ending of the file's name says."""
        self._contents = SUMMARY
        """The contents that were chosen last, for what has a summary."""

    def rows(self) -> ComposeResult:
        """Make the rows and the field."""
        yield FewLines(id="heading")
        for id in ("documents", "format", "language", "contents", "notes"):
            yield ChoiceRow(id=id)
        yield ChoiceRow(id="destination")
        yield ChoiceRow(id="printer")
        yield Static(id="file-label", markup=False)
        yield FileNameField(id="file")
        yield Static(id="message", markup=False)

    def show_preview(self) -> None:
        """Show what would be printed now."""

    def show_message(self, text: str) -> None:
        """Show a message beside the choices."""

    def choose_as_last(self) -> None:
        """Choose what was chosen last, or what the name of the file says."""
        last = self.session.state.printing
        self._row("documents").chosen = self._first
        self._row("format").chosen = last.format
        self._row("language").chosen = last.language or messages.language()
        self._row("contents").chosen = self._contents = last.contents
        self._row("notes").chosen = last.notes
        self._row("destination").chosen = last.destination
        if self.file:
            self._take_file()

    def _take_file(self) -> None:
        """Fill in the name of the file, and choose the format that its ending says."""
        self._row("destination").chosen = FILE
        self.query_one(FileNameField).value = self.file
        suffix = Path(self.file).suffix.lower()
        self._ending = next((f.name for f in self.formats if f.suffix == suffix), "")
        if self._ending:
            self._row("format").chosen = self._ending

    def _row(self, id: str) -> ChoiceRow:
        return self.query_one(f"#{id}", ChoiceRow)

    def retranslate(self) -> None:
        super().retranslate()
        language = messages.language()
        n, total = sum(map(len, self.selected.values())), len(self.collection.document_keys())
        every = _("All of the dossier’s articles ({n})").format(n=total)
        articles = {THIS: _("This one"), ALL: every}
        if n:
            chosen = ngettext("{n} selected claim", "{n} selected claims", n).format(n=n)
            articles = {SELECTED: chosen, **articles}
        self._row("documents").offer(_("Articles"), articles)
        self._row("format").offer(_("Format"), {f.name: _(f.label) for f in self.formats})
        languages = {
            code: language_title(code, language)
            for code in self.collection.offered_languages(language)
        }
        languages[BOTH] = _("Both languages")
        self._row("language").offer(_("Language"), languages)
        self._offer_contents()
        self._row("notes").offer(_("Notes"), {id: _(label) for id, label in NOTES.items()})
        self._offer_printers()
        self._offer_destinations()
        self.query_one("#file-label", Static).update(_("File name"))
        self._arrange()

    def _offer_contents(self) -> None:
        """Offer the text alone of what has no summary, and then again what was chosen before."""
        row, contents = self._row("contents"), {id: _(label) for id, label in CONTENTS.items()}
        if self._row("documents").chosen == THIS and not self._has_summary():
            contents = {WITH_TEXT: _("Text")}
        elif row.chosen != self._contents:
            row.chosen = self._contents
        row.offer(_("Contents"), contents)

    def _has_summary(self) -> bool:
        document = self.collection.document(self.key, messages.language())
        return document.summary is not None

    def _offer_printers(self) -> None:
        names = {name: sanitize_line(name) for name in self._printers}
        self._row("printer").offer(_("Printer"), names)

    def _offer_destinations(self) -> None:
        """Offer the destinations of the format.

        A binary one cannot go to a clipboard or a terminal.
        """
        hidden = {CLIPBOARD, OUTPUT} if self._format().binary else set()
        hidden |= set() if self._printers else {PRINTER}
        places = {id: _(label) for id, label in DESTINATIONS.items() if id not in hidden}
        self._row("destination").offer(_("Destination"), places)

    def _format(self) -> Format:
        chosen = self._row("format").chosen
        return next((f for f in self.formats if f.name == chosen), self.formats[0])

    def _arrange(self) -> None:
        destination = self._row("destination").chosen
        heading = _("Print or save: {title}").format(title=self._title())
        self.query_one(FewLines).update(heading)
        # A printer gets what it prints best, whatever files are written in.
        self._row("format").display = destination != PRINTER
        self._row("printer").display = destination == PRINTER
        self.query_one("#file-label").display = destination == FILE
        field = self.query_one(FileNameField)
        field.display = destination == FILE
        field.suggest(f"{self._file_stem()}-{self._row('language').chosen}", self._format().suffix)
        self.call_after_refresh(self.show_preview)

    def on_choice_row_changed(self, event: ChoiceRow.Changed) -> None:
        event.stop()
        if event.row.id == "format":
            self._offer_destinations()
        elif event.row.id == "contents":
            self._contents = event.row.chosen
        elif event.row.id == "documents":
            self._offer_contents()
        self._arrange()

    # What is printed, and where it goes.

    def _title(self) -> str:
        collection, language = self.collection, messages.language()
        if self._row("documents").chosen != THIS:
            return collection.head(language).title
        return collection.title(self.key, language)

    def _file_stem(self) -> str:
        what, id = self._row("documents").chosen, self.collection.source.id
        if what != THIS:
            return id if what == ALL else f"{id}-claims"
        return self.key if self.collection.is_document(self.key) else "article"

    def _keys(self) -> tuple[str, ...]:
        """Return the keys of what is to be printed."""
        what = self._row("documents").chosen
        if what == ALL:
            return tuple(self.collection.document_keys())
        return tuple(self.selected) if what == SELECTED else (self.key,)

    def _job(self) -> Job:
        to_printer = self._row("destination").chosen == PRINTER
        return Job(
            self._keys(),
            formats.for_printer() if to_printer else self._format(),
            self._row("language").chosen,
            self._row("contents").chosen == WITH_TEXT,
            self.selected if self._row("documents").chosen == SELECTED else None,
            to_printer,
            self._row("notes").chosen == "with",
        )

    def _delivery(self) -> Delivery | None:
        """Return the chosen delivery, or ``None`` while a question must be answered."""
        destination = self._row("destination").chosen
        if destination == PRINTER:
            printer = self._row("printer").chosen or None
            return Delivery(PRINTER, printer=printer, title=self._title())
        if destination != FILE:
            return Delivery(destination)
        field = self.query_one(FileNameField)
        path = field.path()
        if path is None:
            self.show_message(_("Type a name for the file."))
            return None
        makes_folder = not is_folder(path.parent)
        if makes_folder and field.asks(path):
            folder = sanitize_line(str(path.parent))
            self.show_message(_("There is no folder {folder}. Press Enter again to make it, or change the name.").format(folder=folder))  # fmt: skip
            return None
        exists = is_file(path)
        if exists and field.asks(path):
            name = field.value.strip()
            self.show_message(_("{file} exists. Press Enter again to overwrite it, or change the name.").format(file=name))  # fmt: skip
            return None
        return Delivery(FILE, path, overwrite=exists, makes_folder=makes_folder)

    def _remember(self) -> None:
        language = self._row("language").chosen
        self.session.state.printing = state.PrintChoices(
            format=self._row("format").chosen,
            destination=self._row("destination").chosen,
            # Empty follows the interface: its language may change before the next print.
            language="" if language == messages.language() else language,
            contents=self._contents,
            printer=self._row("printer").chosen or self.session.state.printing.printer,
            notes=self._row("notes").chosen,
        )


def _known(collection: Collection, selected: Iterable[Selected]) -> dict[str, frozenset[str]]:
    """Return the claims that there are, by their documents in the order of the list."""
    found: dict[int, tuple[str, frozenset[str]]] = {}
    for key, claims in by_document(selected).items():
        at = collection.position(key)
        if at is None or not collection.is_document(key):
            continue
        summary = collection.document(key, messages.language()).summary
        known = {claim.id for claim in summary.claims} if summary is not None else set()
        if there := claims & known:
            found[at] = key, there
    return dict(found[at] for at in sorted(found))
