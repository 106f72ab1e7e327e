"""State kept between runs: the language, and per dossier the document and place.

A damaged file is renamed and the state starts empty; nothing here ever stops the program.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from reader import storage

VERSION = 1


class Place(NamedTuple):
    """Where reading stopped in one dossier.

    ``paragraph`` and ``offset`` are the top of the source pane.
    """

    document: str = ""
    paragraph: str = ""
    offset: int = 0
    mode: str = ""
    """Which text was shown: its own language's, the other one's, or both."""


class PrintChoices(NamedTuple):
    """The last choices in the print dialog.

    ``language`` is a code, ``both``, or empty for that of the interface; ``printer`` is empty for
    the default one.
    """

    format: str = "text"
    destination: str = "file"
    language: str = ""
    contents: str = "summary"
    printer: str = ""


class State:
    """Mutable state of the app; ``places`` are by the dossier's folder, not its id."""

    def __init__(
        self,
        language: str | None = None,
        theme: str | None = None,
        printing: PrintChoices | None = None,
        places: dict[str, Place] | None = None,
    ) -> None:
        self.language = language
        self.theme = theme
        self.printing = printing or PrintChoices()
        self.places = places if places is not None else {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment] # it changes


def path() -> Path:
    return storage.state_home() / "state.json"


def load() -> State:
    """Load the state, an empty one where the file is missing or damaged."""
    file = path()
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, UnicodeDecodeError):
            _set_aside(file)
        return State()
    try:
        return _state(json.loads(text))
    except storage.DAMAGE:
        _set_aside(file)
        return State()


def save(state: State) -> None:
    """Write the state; where that fails, do nothing."""
    content = json.dumps(
        {
            "version": VERSION,
            "language": state.language,
            "theme": state.theme,
            "printing": state.printing._asdict(),
            "places": {dossier: place._asdict() for dossier, place in state.places.items()},
        },
        ensure_ascii=False,
        indent=1,
    )
    try:
        storage.write_atomically(path(), content + "\n")
    except OSError:
        return


def _state(data: dict[str, Any]) -> State:
    if data["version"] != VERSION:
        raise ValueError(data["version"])
    return State(
        language=_text(data.get("language")),
        theme=_text(data.get("theme")),
        printing=_printing(data.get("printing")),
        places={
            str(dossier): Place(
                str(p["document"]), str(p["paragraph"]), int(p["offset"]), str(p.get("mode", ""))
            )
            for dossier, p in data.get("places", {}).items()
        },
    )


def _printing(stored: object) -> PrintChoices:
    """Decode the print choices, with defaults for what an older program didn't write."""
    if not isinstance(stored, dict):
        return PrintChoices()
    found = {name: stored.get(name) for name in PrintChoices._fields}
    return PrintChoices(**{name: text for name, text in found.items() if isinstance(text, str)})


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _set_aside(file: Path) -> None:
    try:
        file.replace(file.with_suffix(".damaged"))
    except OSError:
        return
