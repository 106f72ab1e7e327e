"""Briefings: a document's summary made ready to print.

:func:`briefing` builds a neutral tree; each ``as_*`` writes one or several of them in one
format; :mod:`reader.printing.destinations` takes the result to a file, the clipboard or a
printer. A writer is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.printing.formats import FORMATS, Format, for_suffix, write

if TYPE_CHECKING:
    from reader.model import Document, Dossier
    from reader.printing.tree import Briefing, Matcher


__all__ = [
    "FORMATS",
    "Format",
    "as_html",
    "as_json",
    "as_markdown",
    "as_text",
    "briefing",
    "for_suffix",
    "write",
]


def briefing(
    dossier: Dossier, document: Document, matcher: Matcher | None = None, *, text: bool = True
) -> Briefing:
    """The tree of ``document`` in the language that ``dossier`` is shown in.

    ``text=False`` leaves the paragraphs out. Without a ``matcher`` no term is linked, and
    the glossary holds only what participants and documents name.
    """
    from reader.printing.tree import build

    return build(dossier, document, matcher, text=text)


def as_text(*briefings: Briefing, width: int = 80) -> str:
    """Plain text, wrapped to ``width`` cells of a terminal."""
    from reader.printing import text

    return text.write(briefings, width)


def as_markdown(*briefings: Briefing) -> str:
    """CommonMark with footnotes for the citations."""
    from reader.printing import markdown

    return markdown.write(briefings)


def as_html(*briefings: Briefing) -> str:
    """One page that needs nothing but itself. It says that it is UTF-8: write it so."""
    from reader.printing import html

    return html.write(briefings)


def as_json(*briefings: Briefing) -> str:
    """The shape of ``reader summary --format json``; a list of them for more than one briefing."""
    from reader.printing import json

    return json.write(briefings)
