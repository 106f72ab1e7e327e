"""What the print dialog prints: documents, languages, format, and how they are written.

No widget is known here, so that a worker can do it while keys are pressed.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from reader.briefings import bilingual
from reader.briefings.bilingual import Sheet
from reader.errors import ReaderError
from reader.language import interface, messages
from reader.language.messages import N_, _, ngettext
from reader.library import texts
from reader.library.collection import Collection, Item
from reader.model import Document, Text
from reader.printing import destinations, formats
from reader.printing.formats import Format
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
NARROWEST, WIDEST = 30, formats.PAGE_COLUMNS


class Job(NamedTuple):
    """Documents to be printed as one. ``language`` is a code or :data:`BOTH`."""

    items: tuple[Item, ...]
    format: Format
    language: str
    text: bool
    claims: frozenset[str] | None = None
    printer: bool = False
    """It goes to a printer."""


class Delivery(NamedTuple):
    """Where what was written goes. ``printer``: ``None`` for the default one."""

    destination: str
    path: Path = Path()
    overwrite: bool = False
    printer: str | None = None
    title: str = ""

    def deliver(self, written: str | bytes) -> str:
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


class CancellationToken:
    """Either a job is cancelled, or it is delivered: whichever comes first, and never both."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_cancelled = self._is_delivering = False

    def cancel(self) -> bool:
        """Cancel the job. False: too late, it is being delivered."""
        with self._lock:
            self._is_cancelled = not self._is_delivering
            return self._is_cancelled

    def start_delivery(self) -> bool:
        """Begin to deliver what was written. False: the job was cancelled."""
        with self._lock:
            self._is_delivering = not self._is_cancelled
            return self._is_delivering

    @property
    def is_cancelled(self) -> bool:
        return self._is_cancelled


def with_current_documents(reading: Collection, job: Job) -> Job:
    """Take the documents as they are now: of a long file, the rest may have been read."""
    return job._replace(items=tuple(reading.item(item.key) or item for item in job.items))


def sheets(reading: Collection, job: Job, each: Callable[[int], bool] | None = None) -> list[Sheet]:
    """Make the documents of a job ready to be written.

    ``each`` is told the number of every document, from 1, before it is made; where it answers
    False the rest is left out.
    """
    languages: tuple[str, ...] = (job.language,)
    if job.language == BOTH:
        languages = bilingual.languages(reading.dossier.language, messages.language())
    dossiers = [reading.in_language(code) for code in languages]
    matcher = reading.matcher if job.format.links_terms else None
    made = []
    for number, item in enumerate(job.items, 1):
        if each is not None and not each(number):
            break
        views = [reading.view(item, code) for code in languages]
        sheet = bilingual.build(
            dossiers, views, matcher, text=job.text, claims=job.claims, links=texts.links(views)
        )
        made.append(sheet)
    return made


def write(
    reading: Collection, job: Job, token: CancellationToken, progressed: Callable[[int], None]
) -> str | bytes | None:
    """Write a job once everything is read, in a worker; ``None`` where it was cancelled.

    ``progressed`` is told the number of every document, from 1, before it is made ready.
    """

    def each(number: int) -> bool:
        progressed(number)
        return not token.is_cancelled

    reading.wait_for_matcher()
    made = sheets(reading, with_current_documents(reading, job), each)
    if token.is_cancelled:
        return None
    return job.format.write(made, formats.PAGE_COLUMNS)


def preview(reading: Collection, job: Job, width: int) -> list[Block]:
    """Show what would be printed, in lines of at most ``width`` cells, under notes on how it differs."""
    shown = job.format if job.format.is_shown_as_it_is else formats.TEXT
    items = tuple(
        item._replace(document=_beginning(item.document)) for item in job.items[:PREVIEWED]
    )
    written = formats.write_text(
        sheets(reading, job._replace(items=items, format=shown)),
        shown,
        max(NARROWEST, min(WIDEST, width)),
    )
    notes = []
    if shown is not job.format:
        label = _(job.format.label)
        if job.printer:
            note = _("The printer gets {format}. This is its text.")
        else:
            note = _("The file will be {format}. This is its text.")
        notes.append(note.format(format=label))
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


def described(error: ReaderError) -> str:
    """Tell what went wrong, a line for each problem, in the interface's language."""
    return "\n".join(interface.describe(problem) for problem in error.problems)


def _beginning(document: Document) -> Document:
    """Cut the texts of a document to what a preview has room for; itself where they are short."""
    cut = tuple(map(_beginning_of_text, document.texts))
    if all(a is b for a, b in zip(cut, document.texts, strict=True)):
        return document
    return document._replace(texts=cut)


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
