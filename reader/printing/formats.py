"""The formats a briefing can be written in, by name and by a file's suffix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.language.messages import N_

if TYPE_CHECKING:
    from reader.briefings.bilingual import Sheet
    from reader.briefings.tree import Briefing


class Format(NamedTuple):
    """``name`` is what an option calls it, ``label`` a msgid for a person."""

    name: str
    suffix: str
    label: str
    binary: bool = False
    """Bytes for a file or a printer, and no text for a screen or a clipboard."""


FORMATS: tuple[Format, ...] = (
    Format("text", ".txt", N_("Plain text")),
    Format("md", ".md", N_("Markdown")),
    Format("html", ".html", N_("HTML")),
    Format("pdf", ".pdf", N_("PDF"), binary=True),
    Format("json", ".json", N_("JSON")),
)


def for_suffix(suffix: str) -> Format | None:
    """The format of files that end in ``suffix`` (``.md``), whatever its case."""
    return next((f for f in FORMATS if f.suffix == suffix.casefold()), None)


def available() -> list[Format]:
    """The formats that can be written here: all but those whose extra is not installed."""
    from reader.printing import pdf

    return [format for format in FORMATS if format.name != "pdf" or pdf.available()]


def for_printer() -> str:
    """What a printer gets: PDF where it can be made, and wrapped text where not."""
    from reader.printing import pdf

    return "pdf" if pdf.available() else "text"


def write(sheets: Sequence[Briefing | Sheet], format: str, *, width: int = 80) -> str | bytes:
    """Write in the format of that name; ``width`` counts for plain text only. PDF is bytes."""
    from reader import printing

    return printing.as_pdf(*sheets) if format == "pdf" else write_text(sheets, format, width=width)


def write_text(sheets: Sequence[Briefing | Sheet], format: str, *, width: int = 80) -> str:
    """:func:`write` in any format that is text."""
    from reader import printing

    if format == "text":
        return printing.as_text(*sheets, width=width)
    writers = {"md": printing.as_markdown, "html": printing.as_html, "json": printing.as_json}
    return writers[format](*sheets)
