"""What is remembered from one start to the next: the language, and per dossier the document and place.

A damaged file is set aside under another name and everything starts afresh; nothing
here ever stops the program.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from reader import storage

VERSION = 1


@dataclass(slots=True)
class Place:
    """Where reading stopped in one dossier. ``paragraph`` and ``offset`` are the top of the source pane."""

    document: str = ""
    paragraph: str = ""
    offset: int = 0


@dataclass(slots=True)
class PrintChoices:
    """What the print dialog was last set to."""

    format: str = "text"
    destination: str = "file"


@dataclass(slots=True)
class State:
    language: str | None = None
    theme: str | None = None
    printing: PrintChoices = field(default_factory=PrintChoices)
    places: dict[str, Place] = field(default_factory=dict)
    """By the dossier's folder, so that two dossiers with one id are told apart."""


def path() -> Path:
    return storage.state_home() / "state.json"


def load() -> State:
    """The remembered state; an empty one where there is none, or it can't be read."""
    file = path()
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        if isinstance(error, UnicodeDecodeError):
            _set_aside(file)
        return State()
    try:
        return _state(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        _set_aside(file)
        return State()


def save(state: State) -> None:
    """Write the state; a folder that can't be written to is no reason to fail."""
    content = json.dumps({"version": VERSION, **asdict(state)}, ensure_ascii=False, indent=1)
    try:
        storage.write_atomically(path(), content + "\n")
    except OSError:
        return


def _state(data: dict[str, Any]) -> State:
    if data["version"] != VERSION:
        raise ValueError(data["version"])
    printing = data.get("printing", {})
    return State(
        language=_text(data.get("language")),
        theme=_text(data.get("theme")),
        printing=PrintChoices(
            format=str(printing.get("format", "text")),
            destination=str(printing.get("destination", "file")),
        ),
        places={
            str(dossier): Place(str(p["document"]), str(p["paragraph"]), int(p["offset"]))
            for dossier, p in data.get("places", {}).items()
        },
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _set_aside(file: Path) -> None:
    try:
        file.replace(file.with_suffix(".damaged"))
    except OSError:
        return
