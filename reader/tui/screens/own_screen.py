"""A screen with what is the reader's own: marks, selected claims, files, notes, and drafts.

It has a short method for each command and each message; what they do is done by the objects that it
makes at their first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.language.messages import _
from reader.tui.notices import notify_warning
from reader.tui.screens.captions import failure_text
from reader.tui.screens.texts_screen import TextsScreen
from reader.tui.session import Session
from reader.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from reader.tui.screens.drafting import CommandAnswered, DraftDesk, DraftMade, SummaryKept
    from reader.tui.screens.keeping import FileRead, Keeper
    from reader.tui.screens.margin import NoteMargin, NotesPlaced
    from reader.tui.worker_messages import NotesFound


class OwnScreen(TextsScreen):
    """Keeps what the reader marks, selects, notes and drafts; a base of the main screen."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._keeper: Keeper | None = None
        self._margin: NoteMargin | None = None
        self._desk: DraftDesk | None = None

    # Marks, selected claims, files that were read.

    @property
    def keeper(self) -> Keeper | None:
        """What changes and lists what is kept; made once the dossier is open."""
        collection = self.session.collection
        if self._keeper is None and collection is not None:
            from reader.tui.screens.keeping import Keeper

            self._keeper = Keeper(
                self.session,
                collection,
                self,
                self.texts,
                self.navigator,
                open_screen=self.open_screen,
            )
        return self._keeper

    def take_kept(self) -> None:
        """Show the selected claims, and put the files that are open among those that were read."""
        self.session.note_files()
        self.session.note_dossier()
        if self.texts.key is not None:
            self.note_opened(self.texts.key)
        if (keeper := self.keeper) is not None:
            keeper.show_tray()

    def kept_changed(self) -> None:
        self.texts.show_selected()

    def do_mark(self) -> None:
        self.ask("mark", _("A letter to mark this place with…"))

    def do_go_to_mark(self) -> None:
        if self.keeper is not None:
            self.keeper.show_marks()

    def do_tray(self) -> None:
        if self.keeper is not None:
            self.keeper.show_selected()

    def do_recent(self) -> None:
        if self.keeper is not None:
            self.keeper.show_files()

    def on_file_read(self, event: FileRead) -> None:
        event.stop()
        self.say("")  # it is not being read any more
        if self.keeper is not None:
            self.keeper.take_file(event)
        self.update_status()

    def _open_file(self, path: str) -> None:
        if self.keeper is not None:
            self.keeper.open_file(path)

    def do_select_claim(self) -> None:
        try:
            is_done = self.pane == "summary" and self.texts.select_claim()
        except ReaderError as error:
            notify_warning(self, failure_text(error))
            return
        if not is_done:
            text = _("Go to a claim in the summary first: claims are selected there.")
            self.notify(text, markup=False)

    def do_status(self) -> None:
        if self.texts.next_status():
            self.enter_pane("summary")
        else:
            text = _("No claim of this article has a status to choose by.")
            self.notify(text, markup=False)

    # Notes.

    @property
    def margin(self) -> NoteMargin:
        """What has to do with notes, made at its first use."""
        if self._margin is None:
            from reader.tui.screens.margin import NoteMargin

            self._margin = NoteMargin(
                self.session, self.texts, self.navigator, self, self._open_file
            )
        return self._margin

    def notes_changed(self) -> None:
        if self._margin is not None:
            self._margin.forget()
            self._margin.refresh()

    def on_notes_found(self, event: NotesFound) -> None:
        event.stop()
        self.margin.begin(event)

    def on_notes_placed(self, event: NotesPlaced) -> None:
        event.stop()
        self.margin.take(event)
        self.update_status()

    def do_note(self) -> None:
        if self.session.collection is not None and self.texts.key is not None:
            self.margin.write(self.current_text())

    def do_notes(self) -> None:
        if self.session.collection is not None:
            self.margin.show_list(self.current_text())

    def on_text_view_mark_clicked(self, event: TextView.MarkClicked) -> None:
        event.stop()
        self.margin.show_list(event.view)

    # Drafts of summaries.

    @property
    def desk(self) -> DraftDesk:
        """What makes drafts and has them edited, made once terms can be found."""
        if self._desk is None:
            from reader.tui.screens.drafting import DraftDesk

            self._desk = DraftDesk(self.session, self, self.texts)
        return self._desk

    def on_draft_made(self, event: DraftMade) -> None:
        event.stop()
        self.desk.take(event)
        self.update_status()

    def do_edit_summary(self) -> None:
        if self.texts.key is not None:
            self.desk.edit()

    def do_command_draft(self) -> None:
        if self.texts.key is not None:
            self.desk.ask_command()

    def on_summary_kept(self, event: SummaryKept) -> None:
        event.stop()
        self.desk.take_kept(event)
        self.update_status()

    def on_command_answered(self, event: CommandAnswered) -> None:
        event.stop()
        self.desk.take_answer(event)
        self.update_status()
