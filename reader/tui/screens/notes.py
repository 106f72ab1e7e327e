"""The reader's notes on all documents: found as one types, gone to, edited, removed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from reader.errors import ReaderError
from reader.language import dates, interface, messages
from reader.language.messages import _, ngettext
from reader.language.sanitize import sanitize_line
from reader.library.collection import Collection
from reader.library.note_items import STATES, Listed, item, listed, searched
from reader.library.noting import Notes
from reader.model import Problem
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.notices import notify_warning
from reader.tui.screens.note import NoteScreen
from reader.tui.screens.picker import PreviewPicker
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.line_field import LineField
from reader.tui.widgets.row_list import RowList
from reader.tui.widgets.rows import Row
from reader.tui.widgets.text_view import TextView


class NotePlace(NamedTuple):
    """Where a note leads: a paragraph or a claim of a document.

    ``offset`` is the code point at which its words begin, where the text that it is of is shown.
    """

    key: str
    paragraph: str
    offset: int | None = None
    is_claim: bool = False
    file: str = ""
    """The path of the file to open for it first; then there is neither key nor paragraph yet."""
    note: str = ""
    """The id of the note."""


class NotesListed(Message):
    """A worker has read the notes, each with the key of its document."""

    def __init__(self, notes: list[tuple[str, Listed]], problems: Sequence[Problem]) -> None:
        super().__init__()
        self.notes = notes
        self.problems = problems


class NotesScreen(PreviewPicker[NotePlace]):
    """Lists notes beside the chosen one; returns the place of one that was opened.

    ``first`` has the ids of the notes of which one is chosen at the beginning.
    """

    PARTS = commands.SCREENS["notes"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(
        *PARTS, priority=("edit_note", "remove_note")
    )
    CSS_PATH = "notes.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 - Textual declares it so

    def __init__(
        self, session: Session, collection: Collection, notes: Notes, first: Sequence[str] = ()
    ) -> None:
        super().__init__(session)
        self.collection = collection
        self.notes = notes
        self._reading = Notes(collection)
        """For workers alone."""
        self._first = list(first)
        self._notes: dict[str, tuple[str, Listed]] | None = None
        """Every note with the key of its document, by its id; ``None`` until they are read."""
        self._told: set[Problem] = set()

    def compose(self) -> ComposeResult:
        with Vertical(id="notes"):
            yield LineField(compact=True)
            yield Static(id="found", markup=False)
            with Horizontal():
                yield RowList(id="rows")
                yield TextView(measure=72, id="preview")
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        super().on_mount()
        self._read()

    # What there is.

    def _read(self) -> None:
        language = messages.language()

        def read() -> None:
            try:
                found = listed(self._reading, self.collection, language)
            except ReaderError as error:
                self.post_message(NotesListed([], error.problems))
            else:
                self.post_message(NotesListed(found, self._reading.problems))

        self.run_worker(read, thread=True, group="notes")

    def on_notes_listed(self, event: NotesListed) -> None:
        event.stop()
        self._notes = {one.note.id: (key, one) for key, one in event.notes}
        for problem in event.problems:
            if problem not in self._told:
                self._told.add(problem)
                notify_warning(self, interface.describe(problem))
        at = self.row_list.highlighted
        rows = self.rows(self.field.value)
        ids = [row.id for row in rows]
        current = self.row_list.current
        wanted = [*self._first, *([current.id] if current is not None else [])]
        at = next((ids.index(id) for id in wanted if id in ids), at)
        self._first = []
        self.row_list.show(rows, at=at)
        self.show_preview()

    def notes_changed(self) -> None:
        self._read()

    def retranslate(self) -> None:
        super().retranslate()
        if self._notes is not None:
            self._read()

    def placeholder(self) -> str:
        return _("Words of a note, or a tag: #tag…")

    def rows(self, query: str) -> list[Row]:
        language = messages.language()
        if self._notes is None:
            self._say(_("Reading your notes…"))
            return []
        found = searched([one.note for _key, one in self._notes.values()], query)
        if not self._notes:
            key = key_name(self.session.keys_of(commands.BY_ID["note"])[0])
            self._say(_("There are no notes yet: {key} over a text writes one.").format(key=key))
        elif not found:
            self._say(_("No note has “{query}”.").format(query=query.strip()))
        else:
            n = len(found)
            text = ngettext("{n} note", "{n} notes", n).format(n=dates.number(n, language))
            self._say(text)
        return [self._row(self._notes[note.id][1]) for note in found]

    def _say(self, text: str) -> None:
        self.query_one("#found", Static).update(text)

    @staticmethod
    def _row(one: Listed) -> Row:
        note = one.note
        state = _(STATES[one.state]) if one.state in STATES else ""
        tags = " ".join(f"#{tag}" for tag in note.tags)
        return Row(
            note.id,
            " ".join(note.text.split()),
            " · ".join(filter(None, (state, tags, _title(one)))),
        )

    # The chosen one.

    @property
    def chosen(self) -> tuple[str, Listed] | None:
        """The note that is chosen, with the key of its document."""
        row = self.row_list.current
        return None if row is None or self._notes is None else self._notes.get(row.id)

    def show_preview(self) -> None:
        chosen = self.chosen
        self.preview.show(note_blocks(chosen[1]) if chosen else [], keep=False)

    def picked(self, row: Row) -> None:
        chosen = self.chosen
        if chosen is None or chosen[1].note.id != row.id:
            return
        key, one = chosen
        if one.noted is None and Path(one.note.document).is_absolute():
            self.dismiss(NotePlace("", "", file=one.note.document, note=one.note.id))
            return
        if one.noted is None:
            text = _("{title}: this is not open, and has to be opened first.")
            name = _title(one) or _("standard input")
            self.notify(text.format(title=name), markup=False)
            return
        place = one.noted.place
        start = place.spans[0].start if place.spans else None
        is_claim = one.note.kind == "claim"
        paragraph = place.paragraph or (one.note.claim if is_claim else "")
        self.dismiss(NotePlace(key, paragraph, start, is_claim))

    def do_edit_note(self) -> None:
        if (chosen := self.chosen) is not None:
            _key, one = chosen
            where = " · ".join(filter(None, [_title(one), _where(one)]))
            note = one.note
            screen = NoteScreen(
                self.session,
                self.collection.source.id,
                self.notes,
                note.quote.exact,
                where,
                note=note,
            )
            self.open_screen(screen)

    def do_remove_note(self) -> None:
        """Remove the chosen note; in the middle of what is typed, a letter of that."""
        field = self.field
        if field.has_focus and field.cursor_position < len(field.value):
            field.action_delete_right()
            return
        if (chosen := self.chosen) is None:
            return
        try:
            self.notes.remove(chosen[1].note)
        except ReaderError as error:
            notify_warning(self, "\n".join(map(interface.describe, error.problems)))
        else:
            text = _("The note is removed; {key} brings it back.")
            key = self.session.keys_of(commands.BY_ID["undo"])[-1]
            self.notify(text.format(key=key_name(key)), markup=False)
        self.session.notes_changed.publish(None)


def note_blocks(one: Listed) -> list[Block]:
    """Return the blocks of a note: what has become of its place, its text, what it is on."""
    note, language = one.note, messages.language()
    blocks = []
    if one.state in STATES:
        blocks.append(Block("state", _(STATES[one.state]), "heading"))
    blocks.append(Block("text", note.text))
    if note.tags:
        blocks.append(Block("tags", " ".join(f"#{tag}" for tag in note.tags), "meta", gap=0))
    quoted = " ".join(note.quote.exact.split())
    if quoted:
        blocks.append(Block("quotation", _("“{title}”").format(title=quoted), "untranslated"))
    source = one.source(language) or _title(one)
    if source:
        blocks.append(Block("source", f"— {source}", "meta", gap=0))
    if day := note.made[:10]:
        made = dates.date(day, language)
        blocks.append(Block("made", _("Written {day}").format(day=made), "meta"))
    return blocks


def _title(one: Listed) -> str:
    return one.title or sanitize_line(one.note.document)


def _where(one: Listed) -> str:
    return item(one.noted).where if one.noted is not None else ""
