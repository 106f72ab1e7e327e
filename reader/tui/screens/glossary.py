"""The glossary: any form of any term, in either language, finds its entry as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.language import messages
from reader.language.messages import _, ngettext
from reader.tui.keys import commands
from reader.tui.presenters import entry_blocks
from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.picker import Picker
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.row_list import Row, RowList

if TYPE_CHECKING:
    from reader.tui.screens.new_entry import Draft
from reader.tui.widgets.text_view import TextView


class GlossaryScreen(Picker[str]):
    """Entries beside the one that is highlighted. Gives ``document#paragraph`` to go to, or ``None``."""

    PARTS = commands.SCREENS["glossary"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "glossary.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 - Textual declares it so

    def compose(self) -> ComposeResult:
        with Vertical(id="glossary"):
            yield Input(compact=True)
            yield Static(id="found", markup=False)
            with Horizontal():
                yield RowList(id="rows")
                yield TextView(measure=72, id="preview")
        yield KeyBar(*self.PARTS)

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft = {}

    def placeholder(self) -> str:
        return _("A term in any form, in Russian or English…")

    def rows(self, query: str) -> list[Row]:
        reading = self.reader.reading
        language = messages.language()
        entries = reading.in_language(language).entries
        count = ngettext("{n} entry", "{n} entries", len(entries)).format(n=len(entries))
        if query.strip():
            if reading.matcher is None:
                self._say(_("The terms are still being read. Try again in a moment."))
                return []
            look_up = reading.look_up()
            found = look_up.find(query)
            if not found:
                count = _("Nothing like “{query}” in the glossary.").format(query=query.strip())
            elif look_up.exact(query):
                count = ngettext("{n} entry found", "{n} entries found", len(found)).format(
                    n=len(found)
                )
            else:
                count = _("No entry has the term “{query}”. The nearest are:").format(
                    query=query.strip()
                )
            entries = tuple(found)
        else:
            entries = tuple(sorted(entries, key=lambda e: e.name(language).casefold()))
        self._say(count)
        return [Row(entry.id, entry.name(language)) for entry in entries]

    def _say(self, text: str) -> None:
        self.query_one("#found", Static).update(text)

    def retranslate(self) -> None:
        super().retranslate()
        self._preview()

    def on_row_list_highlighted(self, event: RowList.Highlighted) -> None:
        event.stop()
        self._preview()

    def on_input_changed(self, event: Input.Changed) -> None:
        super().on_input_changed(event)
        self._preview()

    def _preview(self) -> None:
        row = self.query_one(RowList).current
        reading = self.reader.reading
        dossier = reading.in_language(messages.language())
        entry = dossier.entry(row.id) if row else None
        blocks = entry_blocks(entry, dossier, (), {}) if entry else []
        self.query_one(TextView).show(blocks, keep=False)

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        if event.span is not None and event.span.kind == "mention":
            self.app.push_screen(EntryScreen(event.span.target), self._went)

    def picked(self, row: Row) -> None:
        self.app.push_screen(EntryScreen(row.id), self._went)

    def do_new_entry(self) -> None:
        """Begin an entry: with what was given up before, or with what was looked for in vain."""
        from reader.tui.screens.new_entry import NewEntryScreen, begun

        query = self.query_one(Input).value
        in_vain = bool(query.strip()) and not self.reader.reading.is_known(query)
        screen = NewEntryScreen(self._draft or (begun(query) if in_vain else {}))

        def closed(id: str | None) -> None:
            self._draft = screen.draft
            if id is not None:
                self._show_entry(id)

        self.app.push_screen(screen, closed)

    def _show_entry(self, id: str) -> None:
        rows = self.query_one(RowList)
        if all(row.id != id for row in rows.rows):
            with self.prevent(Input.Changed):
                self.query_one(Input).value = ""
        self.retranslate()
        ids = [row.id for row in rows.rows]
        if id in ids:
            rows.select(ids.index(id))
        self._preview()

    def _went(self, place: str | None) -> None:
        if place is not None:
            self.dismiss(place)
