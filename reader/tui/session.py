"""The session that the screens share.

It holds what is open, the settings, the state and the keys. The app makes one session and
passes it to every screen and bar, which need nothing else of the app.
"""

from __future__ import annotations

from textual.signal import Signal

from reader import state
from reader.language import messages
from reader.launch import LaunchOptions
from reader.settings import Settings
from reader.tui.keys.commands import Command, Keys


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
    ) -> None:
        self.launch = launch
        """What the shell asked for."""
        self.settings = settings
        self.state = state
        """What is remembered for the next start."""
        self.language_changed = language_changed
        """The interface has another language: its code is published."""
        self.entries_changed = entries_changed
        """The glossary has another entry: its id is published."""
        self.collection = launch.collection if launch.collection.is_open else None
        """What is open; ``None`` while it is being read, and where it could not be."""
        self.keys: Keys = {}
        """Configured keys that take the place of a command's own, by the command's id."""
        self.pressed = ""
        """The key that was pressed last, by Textual's name."""
        self.types_cyrillic = False
        """Whether the last letter came from a Cyrillic keyboard layout."""
        self.failure = ""
        """Why the last thing that was read in the background could not be; empty while all could."""
        self.note_over: str | None = None
        """The document over which the note of the dossier's editors stands."""
        self.is_leaving = False
        """The program is being left: no command runs any more."""
        self.leaving: list[str] = []
        """What to write to standard output once the screen is closed."""

    def keys_of(self, command: Command) -> tuple[str, ...]:
        """Return the keys of a command now in force, by Textual's names."""
        return self.keys.get(command.id, command.keys)

    def opening_place(self) -> state.Place:
        """Return the place to begin at: no document means any, no paragraph the start."""
        launch, place = self.launch, self._remembered()
        if launch.document is None or (place is not None and place.document == launch.document):
            return place or state.Place()
        return state.Place(launch.document)

    def remembered_mode(self) -> str:
        """Return the mode in which this dossier was last shown, or ""."""
        place = self._remembered()
        return place.mode if place is not None else ""

    def _remembered(self) -> state.Place | None:
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

    def remember(self, theme: str, place: state.Place | None) -> None:
        """Save language, theme and place for the next start.

        Without a place the last one stays.
        """
        self.state.language = messages.language()
        self.state.theme = theme
        if place is not None:
            before = self._remembered()
            told = self.note_over is not None or (before is not None and before.told)
            place = place._replace(told=told)
            self.state.places[state.key(self.launch.collection.root)] = place
        state.save(self.state)
