"""A form for one of the reader's notes: what it is on, its text, its tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from reader.errors import ReaderError
from reader.language import interface
from reader.language.messages import _
from reader.language.sanitize import clean_input
from reader.library.note_items import tags_of
from reader.library.notes import Note
from reader.library.noting import Notes
from reader.library.unsaved_notes import Draft
from reader.tui.keys import commands
from reader.tui.screens.form import Form
from reader.tui.session import Session
from reader.tui.widgets.few_lines import FewLines
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField

Make = Callable[[str, Sequence[str]], Note]
"""Makes a note with a text and tags; it may take a while in a long text."""

QUOTED = 600
"""Characters of a quotation that are shown: as many as there is room for."""


class NoteMade(Message):
    """The note is made, and has its place; what is typed is still to come."""

    def __init__(self, note: Note) -> None:
        super().__init__()
        self.note = note


class NoteScreen(Form[bool]):
    """Returns whether a note was kept: a new one by ``make``, or ``note``, changed.

    What was typed is thrown away only by the second press of a key that closes the form.
    """

    PARTS = commands.SCREENS["note"]
    SAVE, DISCARD = "save_note", "discard_note"
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("next_field", "previous_field", "save_note", "discard_note")
    )
    CSS_PATH = "note.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-wide")]  # noqa: RUF012 - Textual declares it so

    area = getters.query_one(TextArea)
    tags_field = getters.query_one(Input)

    def __init__(
        self,
        session: Session,
        dossier: str,
        notes: Notes,
        quotation: str,
        where: str,
        *,
        make: Make | None = None,
        note: Note | None = None,
    ) -> None:
        super().__init__(session)
        self.notes = notes
        self.quotation = quotation
        self.where = where
        self.make = make
        self.note = note
        self._base = note
        """The note without what is typed now; ``None`` until it is made."""
        self._draft = Draft(dossier)
        self._is_wanted = False
        """The note is to be kept as soon as it is made."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="note", can_focus=False):
            yield Static(id="heading", markup=False)
            yield FewLines(id="where")
            yield FewLines(id="quotation")
            area = TextArea(compact=True, highlight_cursor_line=False, tab_behavior="focus")
            area.id = "text"
            yield area
            with Horizontal():
                yield Static(id="tags-label", markup=False)
                yield LineField(compact=True, id="tags")
            yield Static(id="message", markup=False)
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        text, tags = self.untouched()
        self.area.load_text(text)
        self.tags_field.value = ", ".join(tags)
        self.retranslate()
        self.area.move_cursor(self.area.document.end)
        self.area.focus()
        if self.note is None and (make := self.make) is not None:
            self.app.run_worker(
                lambda: self.post_message(NoteMade(make("", ()))), thread=True, group="make"
            )

    def on_note_made(self, event: NoteMade) -> None:
        event.stop()
        self._base = event.note
        self._keep_draft()
        if self._is_wanted:
            self._is_wanted = False
            self.do_save_note()

    def _keep_draft(self) -> None:
        """Keep what is typed, in case that the program ends before the note is kept."""
        typed = self.typed()
        if self._base is not None:
            if typed == self.untouched():
                self._draft.clear()
            else:
                text, tags = typed
                self._draft.keep(self._base._replace(text=text, tags=tags))

    def retranslate(self) -> None:
        super().retranslate()
        heading = _("New note") if self.note is None else _("Edit the note")
        self.query_one("#heading", Static).update(heading)
        self.query_one("#where", FewLines).update(self.where)
        quoted = " ".join(self.quotation.split())
        cut = quoted if len(quoted) <= QUOTED else quoted[: QUOTED - 1] + "…"
        lines = self.query_one("#quotation", FewLines)
        lines.update(_("“{title}”").format(title=cut) if cut else "")
        lines.display = bool(cut)
        self.area.placeholder = _("What you want to remember…")
        self.query_one("#tags-label", Static).update(_("Tags"))
        self.tags_field.placeholder = _("Separated by commas")
        self.show_message("")

    def show_message(self, text: str) -> None:
        message = self.query_one("#message", Static)
        message.update(text)
        message.display = bool(text)

    def untouched(self) -> tuple[str, tuple[str, ...]]:
        return (self.note.text, self.note.tags) if self.note is not None else ("", ())

    def typed(self) -> tuple[str, tuple[str, ...]]:
        """Return the text and the tags as they would be kept."""
        return clean_input(self.area.text).strip(), tags_of(self.tags_field.value)

    def edited(self) -> None:
        self._keep_draft()

    # Commands.

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.do_save_note()

    def do_save_note(self) -> None:
        """Keep the note, as soon as it is made: in a long text that takes a while."""
        text, tags = self.typed()
        if not text:
            self.show_message(_("A note needs some words."))
            self.area.focus()
            return
        if (text, tags) == self.untouched():
            self.dismiss(False)
            return
        if (base := self._base) is None:
            self._is_wanted = True  # what is typed until then belongs to it
            return
        try:
            if self.note is not None:
                self.notes.edit(self.note, text, tags)
            else:
                self.notes.add(base._replace(text=text, tags=tags))
        except ReaderError as error:
            self.show_message("\n".join(map(interface.describe, error.problems)))
            return
        self._draft.clear()
        self.session.notes_changed.publish(None)
        said = _("The note is kept.") if self.note is None else _("The note is changed.")
        self.dismiss(True)
        self.app.notify(said)

    def do_discard_note(self) -> None:
        self.give_up()

    def thrown_away(self) -> None:
        self._draft.clear()
