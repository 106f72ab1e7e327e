"""The glossary: entries found by any form of any term, as one types."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from reader.language import dates, messages
from reader.language.messages import _, ngettext
from reader.library.collection import Collection
from reader.model import Entry
from reader.tui.entry_blocks import entry_blocks
from reader.tui.keys import commands
from reader.tui.notices import Copied
from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.own_entries import WithOwnEntries
from reader.tui.screens.picker import PreviewPicker
from reader.tui.session import Session
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row
from reader.tui.widgets.text_view import TextView


class GlossaryScreen(WithOwnEntries, PreviewPicker[str]):
    """Lists entries beside the highlighted one; returns ``document#paragraph``.

    It returns ``None`` where no mention was opened.
    """

    PARTS = commands.SCREENS["glossary"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("edit_entry", "remove_entry")
    )
    CSS_PATH = "glossary.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 - Textual declares it so

    def compose(self) -> ComposeResult:
        with Vertical(id="glossary"):
            yield LineField(compact=True)
            yield Static(id="found", markup=False)
            with Horizontal():
                yield RowList(id="rows")
                yield TextView(measure=72, id="preview")
        yield KeyBar(self.session, *self.PARTS)

    def __init__(self, session: Session, collection: Collection, query: str = "") -> None:
        super().__init__(session)
        self.collection = collection
        self._query = query

    def on_mount(self) -> None:
        if self._query:
            with self.prevent(Input.Changed):
                self.field.value = self._query
            self.field.select_all()
        super().on_mount()

    def placeholder(self) -> str:
        return _("A term in any form, in any language…")

    def rows(self, query: str) -> list[Row]:
        collection = self.collection
        language = messages.language()
        entries = collection.in_language(language).entries
        count = ngettext("{n} term", "{n} terms", len(entries)).format(
            n=dates.number(len(entries), language)
        )
        if query.strip():
            if collection.matcher is None:
                self.show_message(_("The terms are still being read. Try again in a moment."))
                return []
            look_up = collection.look_up()
            found = look_up.find(query)
            if not found:
                count = _("Nothing like “{query}” in the glossary.").format(query=query.strip())
            elif look_up.exact(query):
                count = ngettext("{n} term found", "{n} terms found", len(found)).format(
                    n=dates.number(len(found), language)
                )
            else:
                count = _("There is no term “{query}” in the glossary. The nearest:").format(
                    query=query.strip()
                )
            entries = tuple(found)
        else:
            entries = tuple(sorted(entries, key=lambda e: e.name(language).casefold()))
        self.show_message(count)
        own = _("yours")
        return [
            Row(entry.id, entry.name(language), end=own if entry.own else "") for entry in entries
        ]

    def show_message(self, text: str) -> None:
        """Show a message about the results under the field."""
        self.query_one("#found", Static).update(text)

    def retranslate(self) -> None:
        super().retranslate()
        self.show_preview()

    def show_preview(self) -> None:
        row = self.row_list.current
        dossier = self.collection.in_language(messages.language())
        entry = dossier.entry(row.id) if row else None
        blocks = entry_blocks(entry, dossier, (), {}) if entry else []
        self.preview.show(blocks, keep=False)

    def on_text_view_activated(self, event: TextView.Activated) -> None:
        event.stop()
        if event.span is not None and event.span.kind == "mention":
            self.open_screen(
                EntryScreen(self.session, self.collection, event.span.target), self._went
            )

    def picked(self, row: Row) -> None:
        self.open_screen(EntryScreen(self.session, self.collection, row.id), self._went)

    def to_copy(self) -> Copied | None:
        from reader.tui.screens.copying import cited_entry

        row = self.row_list.current
        if row is None:
            return None
        return cited_entry(self.session, self.collection, row.id, self.preview)

    def do_copy_entry(self) -> None:
        """Copy the definition that is shown, or what is selected of the entry."""
        self.do_copy()

    def do_new_entry(self) -> None:
        """Open a new entry, with a query without results as its term."""
        from reader.tui.screens.new_entry import NewEntryScreen, begun

        query = self.field.value
        in_vain = bool(query.strip()) and not self.collection.is_known(query)
        draft = begun(query) if in_vain else {}
        self.open_screen(NewEntryScreen(self.session, self.collection, draft), self.was_edited)

    def was_edited(self, id: str | None) -> None:
        if id is not None:
            self._show_entry(id)

    def do_remove_entry(self) -> None:
        """Remove the row's entry; before a letter or over a selection the key is the field's."""
        field = self.field
        if field.cursor_position < len(field.value) or not field.selection.is_empty:
            field.action_delete_right()
        else:
            super().do_remove_entry()

    def shown_entry(self) -> Entry | None:
        row = self.row_list.current
        return self.collection.entry(row.id, messages.language()) if row else None

    def _show_entry(self, id: str) -> None:
        if all(row.id != id for row in self.row_list.rows):
            with self.prevent(Input.Changed):
                self.field.value = ""
        self.retranslate()
        ids = [row.id for row in self.row_list.rows]
        if id in ids:
            self.row_list.select(ids.index(id))
        self.show_preview()

    def _went(self, place: str | None) -> None:
        if place is not None:
            self.dismiss(place)
