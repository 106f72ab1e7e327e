"""Briefings: a document's summary made ready to print.

:func:`briefing` builds a neutral tree, and :func:`sheet` one in a language or two of them side
by side; each ``as_*`` writes one or several of either in one format; :mod:`reader.printing.destinations` takes the result to a file, the clipboard or a
printer. A writer is imported when it is first used.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from reader.printing.formats import (
    FORMATS,
    Format,
    available,
    for_printer,
    for_suffix,
    write,
    write_text,
)

if TYPE_CHECKING:
    from reader.briefings.bilingual import Sheet
    from reader.briefings.tree import Briefing, Matcher
    from reader.model import DocumentView, Dossier


__all__ = [
    "FORMATS",
    "Format",
    "as_html",
    "as_json",
    "as_markdown",
    "as_pdf",
    "as_text",
    "available",
    "briefing",
    "for_printer",
    "for_suffix",
    "sheet",
    "write",
    "write_text",
]


def briefing(
    dossier: Dossier,
    view: DocumentView,
    matcher: Matcher | None = None,
    *,
    text: bool = True,
    claims: Collection[str] | None = None,
) -> Briefing:
    """The tree of a document in the language that ``dossier`` is shown in.

    ``text=False`` leaves the paragraphs out; ``claims`` are the ids of the only ones that are wanted,
    with what they cite. Without a ``matcher`` no term is linked, and
    the glossary holds only what participants and documents name.
    """
    from reader.briefings.tree import build

    return build(dossier, view, matcher, text=text, claims=claims)


def sheet(
    dossiers: Sequence[Dossier],
    views: Sequence[DocumentView],
    matcher: Matcher | None = None,
    *,
    text: bool = True,
    claims: Collection[str] | None = None,
) -> Sheet:
    """The briefings of a document by its view in the language of each of the dossiers."""
    from reader.briefings import bilingual

    return bilingual.build(dossiers, views, matcher, text=text, claims=claims)


def as_text(*sheets: Briefing | Sheet, width: int = 80) -> str:
    """Plain text, wrapped to ``width`` cells of a terminal."""
    from reader.printing import text

    return text.write(_sheets(sheets), width)


def as_markdown(*sheets: Briefing | Sheet) -> str:
    """CommonMark with footnotes for the citations."""
    from reader.printing import markdown

    return markdown.write(_sheets(sheets))


def as_html(*sheets: Briefing | Sheet) -> str:
    """One page that needs nothing but itself. It says that it is UTF-8: write it so."""
    from reader.printing import html

    return html.write(_sheets(sheets))


def as_pdf(*sheets: Briefing | Sheet) -> bytes:
    """PDF, tagged and with bookmarks. Raises :class:`ReaderError` without the extra ``pdf``."""
    from reader.printing import pdf

    return pdf.write(_sheets(sheets))


def as_json(*sheets: Briefing | Sheet) -> str:
    """The shape of ``reader summary --format json``; a list of them for more than one briefing."""
    from reader.printing import json

    return json.write([tree for sheet in _sheets(sheets) for tree in sheet])


def _sheets(sheets: Sequence[Briefing | Sheet]) -> list[Sheet]:
    from reader.briefings.tree import Briefing

    return [(sheet,) if isinstance(sheet, Briefing) else sheet for sheet in sheets]
