"""The reader's marks: places in documents, each under a letter. A file for each dossier."""

from __future__ import annotations

from typing import Any, NamedTuple

from reader import storage
from reader.kept.lines import KeptLines, text_of
from reader.kept.place import offset_of
from reader.language.messages import N_

WORDS = 120
"""Characters that a mark keeps of the words it stands at."""


class Mark(NamedTuple):
    """A place under a letter.

    ``document`` is a document's id, or the absolute path of a file. ``block`` and ``offset`` are at
    the top of the pane (``source`` or ``summary``), ``cursor`` is the paragraph or claim that is
    marked, and ``words`` are its first ones; they find it again where it has another id.
    """

    letter: str
    document: str
    pane: str = "source"
    block: str = ""
    offset: int = 0
    cursor: str = ""
    words: str = ""
    title: str = ""
    """Of the document, for when it is not there any more."""


class Marks(KeptLines[Mark]):
    """The marks in the dossier ``id``, and in files that were read beside it."""

    BAD_LINE = N_("This line is not a mark ({reason}). It stays in the file as it is.")
    CHANGED = N_("This mark was changed or removed meanwhile, by another program or by hand.")

    def __init__(self, id: str) -> None:
        super().__init__(storage.data_home() / "marks" / f"{id}.jsonl")

    def key(self, value: Mark) -> str:
        return value.letter

    def decode(self, data: dict[str, Any]) -> Mark:
        letter = text_of(data, "letter", required=True)
        if len(letter) != 1:
            raise ValueError(f"letter: {letter!r}")
        pane = text_of(data, "pane") or "source"
        return Mark(
            letter,
            text_of(data, "document", required=True, raw=True),
            pane if pane == "summary" else "source",
            text_of(data, "block"),
            offset_of(data),
            text_of(data, "cursor"),
            text_of(data, "words")[:WORDS],
            text_of(data, "title"),
        )

    def encode(self, value: Mark) -> dict[str, Any]:
        return value._asdict()
