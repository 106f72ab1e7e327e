"""TBX (ISO 30042), as other programs write it: concepts with their terms in each language.

Both shapes are read, ``conceptEntry/langSec/termSec`` and ``termEntry/langSet/tig``. No entity is
expanded and no file beside it is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.parsers import expat

from reader.errors import ReaderError
from reader.language.messages import N_

_ENTRIES = frozenset(("conceptEntry", "termEntry"))
_LANGUAGES = frozenset(("langSec", "langSet"))
_LANG = "xml:lang"
_DEEPEST = 64
_LONGEST = 10_000
"""Characters of a term before what is over is dropped."""


def concepts(data: bytes, path: Path) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield the id and the terms by language of each entry. Raises :class:`ReaderError`."""
    reading = _Reading(path)
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.EntityDeclHandler = reading.refuse
    parser.ExternalEntityRefHandler = lambda *_some: 0
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ReaderError.at(
            path,
            N_("This is not TBX: {reason}."),
            line=error.lineno,
            column=error.offset + 1,
            reason=expat.errors.messages.get(error.code, "XML"),
        ) from None
    yield from reading.found


class _Reading:
    """What has been read so far."""

    def __init__(self, path: Path) -> None:
        self.found: list[tuple[str, dict[str, list[str]]]] = []
        self._path = path
        self._depth = 0
        self._language = ""
        self._term: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ReaderError.at(self._path, N_("This XML is nested too deeply."))
        local = name.rpartition(":")[2]
        if local in _ENTRIES:
            self.found.append((attributes.get("id", ""), {}))
        elif local in _LANGUAGES:
            self._language = (
                attributes.get(_LANG, attributes.get("lang", "")).partition("-")[0].lower()
            )
        elif local == "term" and self.found and self._language:
            self._term = []

    def end(self, name: str) -> None:
        self._depth -= 1
        local = name.rpartition(":")[2]
        if local == "term" and self._term is not None:
            term = " ".join("".join(self._term)[:_LONGEST].split())
            if term:
                self.found[-1][1].setdefault(self._language, []).append(term)
            self._term = None
        elif local in _LANGUAGES:
            self._language = ""

    def text(self, text: str) -> None:
        if self._term is not None:
            self._term.append(text)

    def refuse(self, *_declaration: object) -> None:
        """Refuse a file that declares entities: what they stand for may be endless."""
        raise ReaderError.at(
            self._path,
            N_("This TBX declares entities of its own, which are not read. Write them out."),
        )
