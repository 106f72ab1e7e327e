"""The formats a briefing can be written in.

One row of a table each, with all its facts.

A new format is a module that writes it and a row of :data:`FORMATS`; the shell's options and
the print dialog are made from the table. A writer is imported when it is first used.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.language.messages import N_

if TYPE_CHECKING:
    from reader.briefings.bilingual import Sheet
    from reader.printing.watch import Watch

PAGE_COLUMNS = 80
"""Cells of a line of plain text in a file or on paper."""

NO_DOCUMENT = N_("This dossier has no article that could be printed.")
"""All of a dossier is nothing where it is empty, or every document is broken."""


class Format(NamedTuple):
    """One way to write sheets.

    ``name`` is what an option calls it, ``suffix`` what its files end in (``.md``), ``label`` a
    msgid. ``write`` takes the sheets and the cells of a line, and gives text or bytes.
    """

    name: str
    suffix: str
    label: str
    write: Callable[[Sequence[Sheet], int], str | bytes]
    available: Callable[[], bool] = lambda: True
    """Returns whether it can be written here: it may need an extra that is not installed."""
    binary: bool = False
    """Bytes for a file or a printer, and no text for a screen or a clipboard."""
    is_for_reading: bool = True
    """A person reads it; the print dialog offers no other."""
    is_shown_as_it_is: bool = True
    """A person reads it as it stands, so that a preview shows it and not plain text."""
    is_for_programs: bool = False
    """Another program reads it: it goes to standard output in UTF-8, whatever the locale."""
    links_terms: bool = True
    """Mentions of terms are marked in it, so that it needs the matcher."""
    summary_has_text: bool = False
    """``reader summary`` prints the text too, for citations to lead to."""
    printers_take_it: bool = False
    """A printer prints its text, and not its markup."""
    write_watched: Callable[[Sequence[Sheet], Watch], str | bytes] | None = None
    """Writes it where that may take long: it can be stopped, and tells what it left out."""

    def write_for(self, sheets: Sequence[Sheet], columns: int, watch: Watch) -> str | bytes:
        """Write sheets for somebody who may stop waiting.

        Raises :class:`reader.printing.watch.NotWantedError` where they do.
        """
        if self.write_watched is not None:
            return self.write_watched(sheets, watch)
        return self.write(sheets, columns)


def _text(sheets: Sequence[Sheet], columns: int) -> str:
    from reader.printing import text

    return text.write(sheets, columns)


def _markdown(sheets: Sequence[Sheet], _columns: int) -> str:
    from reader.printing import markdown

    return markdown.write(sheets)


def _html(sheets: Sequence[Sheet], _columns: int) -> str:
    from reader.printing import html

    return html.write(sheets)


def _pdf(sheets: Sequence[Sheet], _columns: int) -> bytes:
    from reader.printing import pdf

    return pdf.write(sheets)


def _pdf_watched(sheets: Sequence[Sheet], watch: Watch) -> bytes:
    from reader.printing import pdf

    return pdf.write(sheets, watch)


def _can_write_pdf() -> bool:
    from reader.printing import pdf

    return pdf.available()


def _json(sheets: Sequence[Sheet], _columns: int) -> str:
    from reader.printing import json

    return json.write([tree for sheet in sheets for tree in sheet])


TEXT = Format("text", ".txt", N_("Plain text"), _text, printers_take_it=True)
"""The default format, and the preview of a format that cannot be shown itself."""

FORMATS: tuple[Format, ...] = (
    TEXT,
    Format("md", ".md", N_("Markdown"), _markdown, summary_has_text=True),
    Format(
        "html",
        ".html",
        N_("HTML"),
        _html,
        is_shown_as_it_is=False,
        is_for_programs=True,
        summary_has_text=True,
    ),
    Format(
        "pdf",
        ".pdf",
        N_("PDF"),
        _pdf,
        available=_can_write_pdf,
        binary=True,
        is_shown_as_it_is=False,
        printers_take_it=True,
        write_watched=_pdf_watched,
    ),
    Format(
        "json",
        ".json",
        N_("JSON"),
        _json,
        is_for_reading=False,
        is_shown_as_it_is=False,
        is_for_programs=True,
        links_terms=False,
    ),
)


def by_name(name: str) -> Format:
    """Return the format with this name. Raises :class:`KeyError`."""
    return {format.name: format for format in FORMATS}[name]


def for_suffix(suffix: str) -> Format | None:
    """Return the format of files that end in ``suffix`` (``.md``), in any case."""
    return next((f for f in FORMATS if f.suffix == suffix.casefold()), None)


def available() -> list[Format]:
    """List the formats that this installation can write."""
    return [format for format in FORMATS if format.available()]


def for_printer() -> Format:
    """Return the format that a printer prints best: PDF if available, else text."""
    printed = [format for format in available() if format.printers_take_it]
    return next((format for format in printed if format.binary), TEXT)


def write_text(sheets: Sequence[Sheet], format: Format, columns: int = PAGE_COLUMNS) -> str:
    """Render sheets in a format that is not binary; ``columns`` are cells of a line."""
    written = format.write(sheets, columns)
    assert isinstance(written, str)
    return written
