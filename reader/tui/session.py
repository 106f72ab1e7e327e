"""The session that the screens share.

It holds what is open, the settings, the state and the keys. The app makes one session and
passes it to every screen and bar, which need nothing else of the app.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from textual.signal import Signal

from reader import state
from reader.dossiers.own_places import is_own
from reader.kept.place import Place
from reader.language import messages
from reader.launch import LaunchOptions
from reader.settings import Settings
from reader.tui.keys.commands import Command, Keys

if TYPE_CHECKING:
    from reader.kept.dossiers import OpenedDossiers
    from reader.kept.opened import OpenedArticles
    from reader.kept.places import Places, ReadFiles
    from reader.library.collection import Collection
    from reader.undo import Log


class Session:
    """One run of the app. Only the UI thread changes it."""

    def __init__(
        self,
        launch: LaunchOptions,
        settings: Settings,
        state: state.State,
        *,
        language_changed: Signal[str],
        entries_changed: Signal[str],
        kept_changed: Signal[None],
        notes_changed: Signal[None],
    ) -> None:
        self.launch = launch
        """What the shell asked for."""
        self.settings = settings
        self.state = state
        """What is remembered for the next start."""
        self.language_changed = language_changed
        """The interface has another language: its code is published."""
        self.entries_changed = entries_changed
        """An entry of the reader's own was added, changed or removed: its id is published."""
        self.kept_changed = kept_changed
        """A mark, the tray or the list of files has changed."""
        self.notes_changed = notes_changed
        """The reader's notes are others than before."""
        self.collection = launch.collection if launch.collection.is_open else None
        """What is open; ``None`` while it is being read, and where it could not be."""
        self.keys: Keys = {}
        """Configured keys that take the place of a command's own, by the command's id."""
        self.screen_reader = launch.screen_reader or settings.screen_reader
        """Whether the screen is painted for a screen reader."""
        self.pressed = ""
        """The key that was pressed last, by Textual's name."""
        self.types_cyrillic = False
        """Whether the last letter came from a Cyrillic keyboard layout."""
        self.failure = ""
        """Why the last thing that was read in the background could not be; empty while all could."""
        self.note_over: str | None = None
        """The document over which the note of the dossier's editors stands."""
        self.lights = ""
        """What is lit in the texts; see :mod:`reader.tui.screens.lights`. Empty for nothing."""
        self.is_leaving = False
        """The program is being left: no command runs any more."""
        self._left: dict[str, Place] = {}
        """Where documents were left in this session, by key."""
        self.leaving: list[str] = []
        """What to write to standard output once the screen is closed."""

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """Return the keys of a command now in force, by Textual's names."""
        return self.keys.get(command.id, command.keys)

    def opening_document(self) -> str:
        """Return the key of the document to begin with: the one asked for, else the last one."""
        if self.launch.document is not None:
            return self.launch.document
        place = self._remembered()
        return place.document if place is not None else ""

    def remembered_mode(self) -> str:
        """Return the mode in which this dossier was last shown, or ""."""
        place = self._remembered()
        return place.mode if place is not None else ""

    def _remembered(self) -> Place | None:
        root = self.launch.collection.root
        places = self.state.places
        # Under the path as it was given, places were remembered before.
        return places.get(state.key(root)) or places.get(str(root))

    def tells_note(self, document: str | None, *, has_note: bool) -> bool:
        """Tell whether the note of the dossier's editors stands over a document.

        It does over the first one that is shown, until the program has been left once.
        """
        if not has_note or document is None:
            return False
        place = self._remembered()
        if self.note_over is None and not (place is not None and place.told):
            self.note_over = document
        return document == self.note_over

    # Places.

    def place_of(self, key: str) -> Place | None:
        """Return where a document was left; ``None`` where that is not known.

        The place in the one read last is at hand. A file is read for those in others.
        """
        if key in self._left:
            return self._left[key]
        last = self._remembered()
        if last is not None and last.document == key:
            return last
        if self.collection is None or self.collection.is_document(key):
            # Without a last place there has been no other: no file is read for a first start.
            return self._places.get(key) if last is not None else None
        path = self.collection.path(key)
        read = self.files.get(str(path)) if path is not None else None
        return read.place._replace(document=key) if read is not None else None

    def leave(self, place: Place | None) -> None:
        """Keep the place in a document that makes room for another one."""
        if place is not None:
            self._left[place.document] = place
            self.remember_place(place, wait=True)

    def remember_place(self, place: Place, *, wait: bool = False, durable: bool = False) -> None:
        """Keep the place in the document that is shown, where it has changed.

        See :func:`reader.state.save` for ``wait`` and ``durable``.
        """
        if self.collection is not None and not self.collection.is_document(place.document):
            self._remember_file(place)
        else:
            before = self._remembered()
            told = before is not None and before.told
            told = told or (durable and self.note_over is not None)
            self.state.places[state.key(self.launch.collection.root)] = place._replace(told=told)
        if durable or not self.state.is_written:
            state.save(self.state, wait=wait, durable=durable)

    def _remember_file(self, place: Place) -> None:
        from reader.errors import ReaderError
        from reader.kept.places import ReadFile

        assert self.collection is not None
        key = place.document
        path = self.collection.path(key)
        if path is None or not state.remembers():
            return
        before = self.files.get(str(path))
        title = self.collection.title(key, messages.language())
        now = ReadFile(
            str(path), title, before.opened if before else "", place._replace(document="")
        )
        if now != before:
            with suppress(ReaderError):
                self.files.put(now)

    def note_files(self) -> None:
        """Put the files that are open among those that were read."""
        from datetime import datetime

        from reader.errors import ReaderError
        from reader.kept.places import ReadFile

        collection = self.collection
        if collection is None or not collection.files.paths or not state.remembers():
            return
        time = datetime.now().astimezone().isoformat(timespec="seconds")
        known = {read.path: read.place for read in self.files.values()}
        read = [
            ReadFile(
                str(path),
                collection.title(key, messages.language()),
                time,
                known.get(str(path), Place()),
            )
            for key, path in reversed(collection.files.paths.items())
        ]
        with suppress(ReaderError):
            self.files.put(*read)

    def note_opened(self, key: str) -> None:
        """Keep that an article was opened; a worker may do it. A file is kept among those that were read."""
        from reader.errors import ReaderError

        if self.collection is None or not state.remembers():
            return
        opened = None
        if is_own(key):
            opened = self._opened_own
        elif self.collection.is_document(key):
            opened = self._opened
        if opened is not None:
            with suppress(ReaderError):
                opened.note(key)

    def note_dossier(self) -> None:
        """Put the dossier that is open among those that were opened; the built-in one is known."""
        from datetime import datetime

        from reader.dossiers import paths
        from reader.errors import ReaderError
        from reader.kept.dossiers import OpenedDossier

        collection = self.collection
        if collection is None or not state.remembers():
            return
        path = state.key(collection.root)
        if path == state.key(paths.builtin()):
            return
        time = datetime.now().astimezone().isoformat(timespec="seconds")
        title = collection.head(messages.language()).title
        with suppress(ReaderError):
            self.dossiers.put(OpenedDossier(path, title, time))

    @cached_property
    def dossiers(self) -> OpenedDossiers:
        """The dossiers that were opened."""
        from reader.kept.dossiers import OpenedDossiers

        return OpenedDossiers()

    def beside(self, collection: Collection) -> Session:
        """Return a session with another dossier, in which everything else is as in this one."""
        launch = LaunchOptions(collection, language=self.launch.language)
        session = Session(
            launch,
            self.settings,
            self.state,
            language_changed=self.language_changed,
            entries_changed=self.entries_changed,
            kept_changed=self.kept_changed,
            notes_changed=self.notes_changed,
        )
        session.keys, session.leaving = self.keys, self.leaving
        session.screen_reader = self.screen_reader
        session.types_cyrillic, session.lights = self.types_cyrillic, self.lights
        return session

    @cached_property
    def _opened(self) -> OpenedArticles:
        from reader.kept.opened import OpenedArticles

        return OpenedArticles(state.key(self.launch.collection.root))

    @cached_property
    def _opened_own(self) -> OpenedArticles:
        from reader.kept.opened import OpenedArticles

        return OpenedArticles()

    @cached_property
    def _places(self) -> Places:
        from reader.kept.places import Places

        return Places(state.key(self.launch.collection.root))

    @cached_property
    def files(self) -> ReadFiles:
        """The files that were read last."""
        from reader.kept.places import ReadFiles

        return ReadFiles()

    @cached_property
    def log(self) -> Log:
        """What can be undone of this session."""
        from reader.undo import Log

        return Log()

    def remember(self, place: Place | None, *, at_last: bool = True) -> None:
        """Save language, theme and place for the next start.

        Without a place the last one stays. What is saved ``at_last`` outlives a loss of power.
        """
        self.state.language = messages.language()
        if place is not None:
            self.remember_place(place, wait=at_last, durable=at_last)
        elif at_last or not self.state.is_written:
            state.save(self.state, wait=at_last, durable=at_last)
