"""Entries of the reader's own, changed and removed from the screen that shows one."""

from __future__ import annotations

from textual.message import Message

from reader.errors import ReaderError
from reader.language import messages
from reader.language.messages import _
from reader.library.collection import Collection
from reader.library.own_entries import OwnEntries
from reader.model import Entry
from reader.tui.keys import commands
from reader.tui.keys.names import key_name
from reader.tui.notices import notify_problems
from reader.tui.screens.base import CommandScreen


class Removed(Message):
    """An entry is not in the glossary any more."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry


class Kept(Message):
    """An entry could not be removed."""

    def __init__(self, error: ReaderError) -> None:
        super().__init__()
        self.error = error


class WithOwnEntries(CommandScreen):
    """A screen that shows entries, of which the reader's own can be changed and removed."""

    collection: Collection

    def shown_entry(self) -> Entry | None:
        """Return the entry that commands are about."""
        raise NotImplementedError

    def was_removed(self, entry: Entry) -> None:
        """Show that an entry is not there any more, before it is said."""

    def _own(self) -> Entry | None:
        entry = self.shown_entry()
        if entry is not None and not entry.own:
            text = _("“{name}” is the dossier’s: only entries of your own can be changed.")
            self.app.notify(text.format(name=entry.name(messages.language())))
            return None
        return entry

    def do_edit_entry(self) -> None:
        """Open the form of the reader's own entry that is shown."""
        from reader.tui.screens.new_entry import NewEntryScreen

        if (entry := self._own()) is None:
            return
        try:
            before = OwnEntries(self.collection).written(entry)
        except ReaderError as error:
            self._say(error)
        else:
            screen = NewEntryScreen(self.session, self.collection, before=before)
            self.open_screen(screen, self.was_edited)

    def was_edited(self, id: str | None) -> None:
        """Show what has become of an entry; ``None``: it is as it was."""

    def do_remove_entry(self) -> None:
        """Remove the reader's own entry that is shown, in a worker."""
        if (entry := self._own()) is None:
            return
        log, entries = self.session.log, OwnEntries(self.collection)

        def remove() -> None:
            try:
                log.do(entries, entries.written(entry), None)
            except ReaderError as error:
                self.post_message(Kept(error))
            else:
                self.post_message(Removed(entry))

        self.app.run_worker(remove, thread=True, group="save", exclusive=False)

    def on_removed(self, event: Removed) -> None:
        event.stop()
        self.session.entries_changed.publish(event.entry.id)
        self.was_removed(event.entry)
        keys = self.session.keys_of(commands.BY_ID["undo"])
        text = _("“{name}” is not in your glossary any more. {key} takes that back.")
        name = event.entry.name(messages.language())
        self.app.notify(text.format(name=name, key=key_name(keys[-1])))

    def on_kept(self, event: Kept) -> None:
        event.stop()
        self._say(event.error)

    def _say(self, error: ReaderError) -> None:
        notify_problems(self, error.problems)
