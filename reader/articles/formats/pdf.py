"""The text of a PDF, which has no paragraphs: only lines, in the order in which they are painted."""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.articles import front_matter
from reader.articles.paragraphs import lay_out
from reader.articles.taken import Taken
from reader.errors import ReaderError
from reader.extras import how_to_install
from reader.language.messages import N_
from reader.language.sanitize import sanitize_line
from reader.model import Problem, Source

if TYPE_CHECKING:
    from pypdf import PageObject

MOST_PAGES = 2_000
LONGEST = 60.0
"""Seconds for a whole document; one page of text takes some hundredths."""

LARGEST_TEXT = 16 * 2**20


def take(data: bytes, name: str) -> Taken:
    """Return the text of a PDF, with what it has lost. Raises :class:`ReaderError` where it has none."""
    try:
        import pypdf
    except ImportError as error:
        raise ReaderError.at(
            name,
            N_("This is a PDF file. To read its text, install what that needs: {command}"),
            command=how_to_install("read-pdf"),
        ) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    title, published = "", None
    pages: list[str] = []
    left_out = False
    try:
        document = pypdf.PdfReader(io.BytesIO(data), strict=False)
        if document.is_encrypted and not document.decrypt(""):
            raise ReaderError.at(
                name, N_("This PDF file is encrypted. Save it without a password.")
            )
        about = document.metadata
        if about is not None:
            title = sanitize_line(" ".join(str(about.get("/Title") or "").split())[:300])
            published = _day(str(about.get("/CreationDate") or ""))
        _read(document.pages, pages)
        left_out = len(pages) < len(document.pages)
    except ReaderError:
        raise
    except Exception as error:  # whatever a damaged file makes of the parser
        if not pages:
            raise ReaderError.at(
                name,
                N_("This PDF file is damaged: it cannot be read. Get it again from where it came."),
            ) from error
        left_out = True
    text = "\n\n".join(pages)
    if not text.strip():
        raise ReaderError.at(
            name,
            N_(
                "This PDF file has pictures of pages and no text. Recognise its text with another program."
            ),
        )
    laid = lay_out(text)
    laid = laid._replace(
        title=title or laid.title, source=Source(published=published), own_title=bool(title)
    )
    problems = [
        Problem(
            name,
            0,
            0,
            N_(
                "A PDF file has lines and no paragraphs: where a paragraph ends is guessed, and columns, tables and notes may be mixed with the text."
            ),
        )
    ]
    if left_out:
        problems.append(
            Problem(
                name,
                0,
                0,
                N_("Only the first pages were read ({count}): the rest is too much, or damaged."),
                {"count": str(len(pages))},
            )
        )
    return Taken(text, laid, "pdf", None, tuple(problems))


def _read(pages: Sequence[PageObject], texts: list[str]) -> None:
    """Add the texts of pages to ``texts``, which has those that were read if reading fails."""
    end = time.monotonic() + LONGEST
    size = 0
    for page in pages[:MOST_PAGES]:
        if size > LARGEST_TEXT or time.monotonic() > end:
            return
        texts.append(page.extract_text().replace("\0", ""))
        size += len(texts[-1])


def _day(written: str) -> str | None:
    digits = written.removeprefix("D:")[:8]
    return (
        front_matter.published(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}")
        if digits.isdecimal()
        else None
    )
