"""State kept between runs: language and colours, and per dossier the document and place.

What takes the place of another document's is kept with those of the dossier's other documents, in
:class:`reader.kept.places.Places`; a start reads them only when it shows one of these.

A file that cannot be read is set aside and the state starts empty; nothing here ever stops the
program. Several programs may be open at once: each writes what has changed in itself.
"""

import json
import os
from codecs import BOM_UTF8
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from reader import storage
from reader.kept.place import Place, decode_place, encode_place
from reader.language.messages import N_
from reader.model import Problem

VERSION = 1

LARGEST = 2**20
"""Bytes of the file."""

MOST_PLACES = 2_000
"""Dossiers whose places are kept: the ones read last."""

MOST_TERMINALS = 50
"""Terminals whose backgrounds are kept: those that told them last."""

_PATIENCE = 0.3
"""Seconds to wait for another program that is writing the state."""

_problems: list[Problem] = []


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
    notes: str = "without"


class Widths(NamedTuple):
    """How the main screen is divided.

    ``documents`` are the cells of the list, ``source`` is what the source takes of the rest, in per
    cent, and ``alone`` that one pane was shown by itself.
    """

    documents: int = 31
    source: int = 50
    alone: bool = False


class State:
    """Mutable state of the app; ``places`` are by :func:`key` of the dossier's folder."""

    def __init__(
        self,
        language: str | None = None,
        theme: str | None = None,
        printing: PrintChoices | None = None,
        places: dict[str, Place] | None = None,
        *,
        backgrounds: dict[str, str] | None = None,
        widths: Widths | None = None,
    ) -> None:
        self.language = language
        self.theme = theme
        self.printing = printing or PrintChoices()
        self.places = places if places is not None else {}
        self.backgrounds = backgrounds if backgrounds is not None else {}
        """By terminal: whether its background was dark or light last."""
        self.widths = widths or Widths()
        self._written = _Written()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and self.values() == other.values()

    __hash__ = None  # type: ignore[assignment] # it changes

    def values(self) -> "_Written":
        """Return all of it as it is now."""
        return _Written(
            self.language,
            self.theme,
            self.printing,
            dict(self.places),
            dict(self.backgrounds),
            self.widths,
        )

    @property
    def is_written(self) -> bool:
        """Whether the file is known to hold all of it."""
        return self._written == self.values()

    def written(self) -> None:
        """Take note that the file holds all of it as it is now."""
        self._written = self.values()

    def onto(self, file: "State") -> "State":
        """Return the state of ``file`` with what has changed here since it was last written."""
        before, places = self._written, dict(file.places)
        for dossier, place in self.places.items():
            if place != before.places.get(dossier):
                places.pop(dossier, None)  # the last one is the newest
                places[dossier] = place
        kept = dict(list(places.items())[-MOST_PLACES:])
        backgrounds = dict(file.backgrounds)
        for terminal, background in self.backgrounds.items():
            if background != before.backgrounds.get(terminal):
                backgrounds.pop(terminal, None)
                backgrounds[terminal] = background
        return State(
            file.language if self.language == before.language else self.language,
            file.theme if self.theme == before.theme else self.theme,
            file.printing if self.printing == before.printing else self.printing,
            kept,
            backgrounds=dict(list(backgrounds.items())[-MOST_TERMINALS:]),
            widths=file.widths if self.widths == before.widths else self.widths,
        )


class _Written(NamedTuple):
    """What of a state the file is known to hold."""

    language: str | None = None
    theme: str | None = None
    printing: PrintChoices = PrintChoices()
    places: Mapping[str, Place] = MappingProxyType({})
    backgrounds: Mapping[str, str] = MappingProxyType({})
    widths: Widths = Widths()


def path() -> Path:
    return storage.state_home() / "state.json"


def remembers() -> bool:
    """Tell whether anything is to be remembered: not where the file is a link to the null device."""
    return not _is_null(path())


def key(root: Path) -> str:
    """Return the name under which the place in the dossier in ``root`` is remembered."""
    try:
        return os.path.realpath(root)
    except OSError:  # the folder that one stands in is gone
        return str(root)


def problems() -> tuple[Problem, ...]:
    """Return what was wrong with the file since the program was started."""
    return tuple(problem for problem in _problems if problem.path == str(path()))


def load() -> State:
    """Load the state, an empty one where the file is missing or damaged."""
    found = _read()
    found.written()
    return found


def save(state: State, *, wait: bool = True, durable: bool = True) -> bool:
    """Write what has changed in the state; tell whether that was done.

    What other programs have written meanwhile stays. Without ``wait`` nothing is written while
    another one does. What is not ``durable`` may be undone by a loss of power.
    """
    from reader import locks, saving

    try:
        with locks.alone(path(), _PATIENCE if wait else 0, required=not wait):
            file = _read()
            new = state.onto(file)
            _keep_displaced(file.places, new.places)
            content = json.dumps(_plain(new), ensure_ascii=False, indent=1)
            # A path may have any bytes: they are lone surrogates, and JSON has escapes for these.
            saving.write_atomically(path(), content + "\n", mode=saving.PRIVATE, durable=durable)
    except OSError:
        return False
    state.written()
    return True


def _keep_displaced(before: Mapping[str, Place], after: Mapping[str, Place]) -> None:
    """Keep the places in documents that have made room for another one of their dossier."""
    from reader.errors import ReaderError
    from reader.kept.places import Places

    for dossier, place in before.items():
        now = after.get(dossier)
        if now is not None and now.document != place.document and place.document:
            with suppress(ReaderError):
                Places(dossier).put(place._replace(told=False))


def _plain(state: State) -> dict[str, Any]:
    return {
        "version": VERSION,
        "language": state.language,
        "theme": state.theme,
        "printing": state.printing._asdict(),
        "backgrounds": state.backgrounds,
        "places": {dossier: encode_place(place) for dossier, place in state.places.items()},
        "widths": state.widths._asdict(),
    }


def _read() -> State:
    """Read the file; set it aside where it holds no state."""
    file = path()
    try:
        return _state(json.loads(storage.read_file(file, LARGEST).removeprefix(BOM_UTF8).decode()))
    except (FileNotFoundError, NotADirectoryError):
        return State()
    except storage.DAMAGE:
        if not _is_null(file):
            _set_aside(file)
        return State()


def _is_null(file: Path) -> bool:
    """Tell whether somebody wants nothing to be remembered, and links to the null device."""
    return os.path.realpath(file) == os.devnull


def _state(data: dict[str, Any]) -> State:
    if data["version"] != VERSION:
        raise ValueError(data["version"])
    return State(
        language=_text(data.get("language")),
        theme=_text(data.get("theme")),
        printing=_printing(data.get("printing")),
        places={dossier: decode_place(p) for dossier, p in data.get("places", {}).items()},
        backgrounds=_backgrounds(data.get("backgrounds")),
        widths=_widths(data.get("widths")),
    )


def _backgrounds(stored: object) -> dict[str, str]:
    if not isinstance(stored, dict):
        return {}
    return {name: value for name, value in stored.items() if isinstance(value, str)}


def _printing(stored: object) -> PrintChoices:
    """Decode the print choices, with defaults for what an older program didn't write."""
    if not isinstance(stored, dict):
        return PrintChoices()
    found = {name: stored.get(name) for name in PrintChoices._fields}
    return PrintChoices(**{name: text for name, text in found.items() if isinstance(text, str)})


def _widths(stored: object) -> Widths:
    """Decode the widths of panes, with defaults for what can be no width."""
    found: Widths = Widths()
    if not isinstance(stored, dict):
        return found
    documents, source = stored.get("documents"), stored.get("source")
    if isinstance(documents, int) and 0 < documents < 1000:
        found = found._replace(documents=documents)
    if isinstance(source, int) and 0 < source < 100:
        found = found._replace(source=source)
    return found._replace(alone=stored.get("alone") is True)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _set_aside(file: Path) -> None:
    aside = file.with_suffix(".damaged")
    try:
        file.replace(aside)
    except OSError as error:
        message = N_(
            "What was saved last time cannot be read, and this file cannot be renamed "
            "({reason}). Delete it."
        )
        reason = error.strerror or str(error)
        problem = Problem(str(file), 0, 0, message, {"reason": reason})
    else:
        message = N_(
            "What was saved last time cannot be read: language, theme and places start "
            "afresh. The file is kept as {name}."
        )
        problem = Problem(str(file), 0, 0, message, {"name": aside.name})
    if problem not in _problems:
        _problems.append(problem)
