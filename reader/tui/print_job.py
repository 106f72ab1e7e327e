"""What the print dialog prints: documents, languages, format, and how they are written.

No widget is known here, so that a worker can do it while keys are pressed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader import printing
from reader.briefings import bilingual
from reader.briefings.bilingual import Sheet
from reader.language import messages
from reader.language.messages import N_, _, ngettext
from reader.library.collection import Collection, Item
from reader.model import Document, Text
from reader.printing import destinations
from reader.tui.widgets.blocks import Block

BOTH = "both"
FILE, CLIPBOARD, OUTPUT, PRINTER = "file", "clipboard", "output", "printer"
DESTINATIONS = {
    FILE: N_("File"),
    CLIPBOARD: N_("Clipboard"),
    OUTPUT: N_("Standard output, on leaving"),
    PRINTER: N_("Printer"),
}
PREVIEWED = 10
"""Documents that the preview shows."""
LETTERS = 100_000
"""Characters of a document's text that the preview shows."""
NARROWEST, WIDEST = 30, 80


class Job(NamedTuple):
    """Documents to be printed as one. ``language`` is a code or :data:`BOTH`, ``format`` a name."""

    items: tuple[Item, ...]
    format: str
    language: str
    text: bool
    claims: frozenset[str] | None = None
    printer: bool = False
    """It goes to a printer, which takes PDF or plain text."""


class Handing(NamedTuple):
    """Where what was written goes. ``printer``: ``None`` for the default one."""

    destination: str
    path: Path = Path()
    overwrite: bool = False
    printer: str | None = None
    title: str = ""

    def carry_out(self, written: str | bytes) -> str:
        """Write the file, or send to the printer, and say so; for the rest do and say nothing.

        Raises :class:`reader.errors.ReaderError`.
        """
        if self.destination == FILE:
            destinations.to_file(self.path, written, force=self.overwrite)
            return _("Written to {file}.").format(file=self.path.absolute())
        if self.destination == PRINTER:
            job = destinations.to_printer(self.printer, written, title=self.title)
            return _("Sent to the printer: job {job}.").format(job=job)
        return ""


class Turn:
    """Either a job is cancelled, or it is handed over: whichever comes first, and never both."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = self._handed_over = False

    def cancel(self) -> bool:
        """Cancel the job. False: too late, it has been handed over."""
        with self._lock:
            self._cancelled = not self._handed_over
            return self._cancelled

    def hand_over(self) -> bool:
        """Begin to hand over what was written. False: the job was cancelled."""
        with self._lock:
            self._handed_over = not self._cancelled
            return self._handed_over

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled


def whole(reading: Collection, job: Job) -> Job:
    """The job with its documents as they are now: of a long file, the rest may have been read."""
    return job._replace(items=tuple(reading.item(item.key) or item for item in job.items))


def sheets(reading: Collection, job: Job, each: Callable[[int], bool] | None = None) -> list[Sheet]:
    """The documents of a job, ready to be written.

    ``each`` is told the number of every document, from 1, before it is made; where it says
    False the rest is left out.
    """
    languages: tuple[str, ...] = (job.language,)
    if job.language == BOTH:
        languages = bilingual.languages(reading.dossier.language, messages.language())
    dossiers = [reading.in_language(code) for code in languages]
    made = []
    for number, item in enumerate(job.items, 1):
        if each is not None and not each(number):
            break
        views = [reading.view(item, code) for code in languages]
        made.append(
            printing.sheet(dossiers, views, reading.matcher, text=job.text, claims=job.claims)
        )
    return made


def preview(reading: Collection, job: Job, width: int) -> list[Block]:
    """What would be printed, in lines of at most ``width`` cells, under notes on how it differs."""
    format = job.format if job.format in ("text", "md") else "text"
    items = tuple(
        item._replace(document=_beginning(item.document)) for item in job.items[:PREVIEWED]
    )
    written = printing.write_text(
        sheets(reading, job._replace(items=items)),
        format,
        width=max(NARROWEST, min(WIDEST, width)),
    )
    notes = [_("The printer gets PDF. This is its text.")] if job.printer else []
    if not job.printer and format != job.format:
        label = next(_(f.label) for f in printing.FORMATS if f.name == job.format)
        notes = [_("The file will be {format}. This is its text.").format(format=label)]
    if job.printer and printing.for_printer() != "pdf":
        notes = []
    if len(job.items) > PREVIEWED:
        notes.append(
            ngettext(
                "Only the first {n} document is shown here.",
                "Only the first {n} documents are shown here.",
                PREVIEWED,
            ).format(n=PREVIEWED)
        )
    elif any(a.document is not b.document for a, b in zip(items, job.items, strict=True)):
        notes.append(_("Only the beginning of the text is shown here."))
    blocks = [Block(f"note/{n}", note, "note", gap=0) for n, note in enumerate(notes)]
    for number, line in enumerate(written.rstrip("\n").split("\n")):
        blocks.append(Block(f"line/{number}", line, gap=1 if notes and not number else 0))
    return blocks


def _beginning(document: Document) -> Document:
    """The document with so much of its texts as a preview has room for; itself where they are short."""
    texts = tuple(map(_beginning_of_text, document.texts))
    if all(a is b for a, b in zip(texts, document.texts, strict=True)):
        return document
    return document._replace(texts=texts)


def _beginning_of_text(text: Text) -> Text:
    left, count = LETTERS, 0
    for paragraph in text.paragraphs:
        if left < 0:
            break
        left -= len(paragraph.text)
        count += 1
    if count == len(text.paragraphs) and left >= 0:
        return text
    *kept, last = text.paragraphs[:count]
    kept.append(last._replace(text=last.text[: len(last.text) + min(0, left)]))
    return text._replace(paragraphs=tuple(kept))
