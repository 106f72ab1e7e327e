"""Print jobs: documents, languages, format, and their delivery.

Nothing here depends on a widget, so that a worker can run it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from reader.briefings import bilingual
from reader.briefings.bilingual import Sheet
from reader.errors import ReaderError
from reader.language import interface, messages
from reader.language.messages import N_, _, ngettext
from reader.language.sanitize import sanitize_line
from reader.library import texts
from reader.library.collection import Collection
from reader.model import DocumentView, Text
from reader.printing import destinations, formats
from reader.printing.formats import Format
from reader.printing.watch import NotWantedError, Watch
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

    keys: tuple[str, ...]
    format: Format
    language: str
    text: bool
    claims: Mapping[str, frozenset[str]] | None = None
    """The claims to be printed, by the keys of their documents; ``None`` for all of each."""
    printer: bool = False
    """It goes to a printer."""
    notes: bool = False
    """With the reader's own notes on the documents."""


class Delivery(NamedTuple):
    """The destination of a printed job; ``printer`` is ``None`` for the default one."""

    destination: str
    path: Path = Path()
    overwrite: bool = False
    printer: str | None = None
    title: str = ""
    makes_folder: bool = False
    """Whether the folder of the file is made where it isn't there."""

    def deliver(self, written: str | bytes) -> str:
        """Write the file, or send to the printer; return a message about it.

        For other destinations it is empty. Raises :class:`reader.errors.ReaderError`.
        """
        if self.destination == FILE:
            destinations.to_file(
                self.path, written, force=self.overwrite, makes_folder=self.makes_folder
            )
            return _("Written to {file}.").format(file=sanitize_line(str(self.path.absolute())))
        if self.destination == PRINTER:
            job = destinations.to_printer(self.printer, written, title=self.title)
            return _("Sent to the printer: job {job}.").format(job=sanitize_line(job))
        return ""


class CancellationToken:
    """A token of one job, which is either cancelled or delivered, never both."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_cancelled = self._is_delivering = False

    def cancel(self) -> bool:
        """Cancel the job; return False where it is being delivered already."""
        with self._lock:
            self._is_cancelled = not self._is_delivering
            return self._is_cancelled

    def start_delivery(self) -> bool:
        """Begin the delivery; return False where the job was cancelled."""
        with self._lock:
            self._is_delivering = not self._is_cancelled
            return self._is_delivering

    @property
    def is_cancelled(self) -> bool:
        return self._is_cancelled


def sheets(
    collection: Collection,
    job: Job,
    each: Callable[[int], bool] | None = None,
    cut: Callable[[DocumentView], DocumentView] | None = None,
) -> list[Sheet]:
    """Build the sheets of a job; ``cut`` may shorten each document.

    The callback ``each`` gets the number of every document, from 1, before it is built; where it
    returns False the rest is left out. Raises :class:`ReaderError` where there is no document.
    """
    if not job.keys:
        raise ReaderError.at(collection.root, formats.NO_DOCUMENT)
    languages: tuple[str, ...] = (job.language,)
    if job.language == BOTH:
        languages = bilingual.languages(
            collection.source.language, messages.language(), collection.languages
        )
    dossiers = [collection.in_language(code) for code in languages]
    matcher = collection.matcher if job.format.links_terms else None
    notes = None
    if job.notes:
        from reader.library import note_items
        from reader.library.noting import Notes

        notes = Notes(collection)
    made = []
    for number, key in enumerate(job.keys, 1):
        if each is not None and not each(number):
            break
        views = [collection.view(key, code) for code in languages]
        first = views[0]
        if cut is not None:
            views = [cut(view) for view in views]
        sheet = bilingual.build(
            dossiers,
            views,
            matcher,
            text=job.text,
            claims=None if job.claims is None else job.claims.get(key, frozenset()),
            links=texts.links(views),
        )
        if notes is not None:
            sheet = note_items.with_notes(sheet, notes.placed(key, first))
        made.append(sheet)
    return made


def write(
    collection: Collection,
    job: Job,
    token: CancellationToken,
    progressed: Callable[[int], None],
    say: Callable[[str], None] = lambda _line: None,
) -> str | bytes | None:
    """Wait until everything is read, then write a job; to be run in a worker.

    Returns ``None`` where it was cancelled. The callback ``progressed`` gets the number of every
    document, from 1, before it is built; ``say`` a line about what had to be left out.
    """

    def each(number: int) -> bool:
        progressed(number)
        return not token.is_cancelled

    collection.wait_for_matcher()
    made = sheets(collection, job, each)
    if token.is_cancelled:
        return None
    watch = Watch(lambda: token.is_cancelled, lambda problem: say(interface.describe(problem)))
    try:
        return job.format.write_for(made, formats.PAGE_COLUMNS, watch)
    except NotWantedError:
        return None


def preview(collection: Collection, job: Job, width: int) -> list[Block]:
    """Return blocks of what would be printed, ``width`` cells wide.

    Notes above it tell how it differs.
    """
    shown = job.format if job.format.is_shown_as_it_is else formats.TEXT
    is_cut = False

    def cut(view: DocumentView) -> DocumentView:
        nonlocal is_cut
        text = _beginning_of_text(view.text)
        is_cut = is_cut or text is not view.text
        return view._replace(text=text)

    written = formats.write_text(
        sheets(collection, job._replace(keys=job.keys[:PREVIEWED], format=shown), cut=cut),
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
    if len(job.keys) > PREVIEWED:
        notes.append(
            ngettext(
                "Not all articles are shown here, only the first {n}.",
                "Not all articles are shown here, only the first {n}.",
                PREVIEWED,
            ).format(n=PREVIEWED)
        )
    elif is_cut:
        notes.append(_("Only the beginning of the text is shown here."))
    blocks = [Block(f"note/{n}", note, "note", gap=0) for n, note in enumerate(notes)]
    for number, line in enumerate(written.rstrip("\n").split("\n")):
        blocks.append(Block(f"line/{number}", line, gap=1 if notes and not number else 0))
    return blocks


def described(error: ReaderError) -> str:
    """Return a line for each problem of an error, in the interface's language."""
    return "\n".join(interface.describe(problem) for problem in error.problems)


def _beginning_of_text(text: Text) -> Text:
    """Cut a text to what a preview has room for."""
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
