"""The claims of a document of a dossier, and what they are verified against."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.verifying.verifier import Claimed, Verifier

if TYPE_CHECKING:
    from reader.model import Claim, Document, Entry, Event, Text
    from reader.terms.matcher import Matcher


def verifier(
    document: Document, text: Text, entries: Iterable[Entry], matcher: Matcher | None
) -> Verifier:
    """Return the verifier of what a document says, by one of its texts.

    ``entries`` are those of the glossary that the matcher finds.
    """
    source = document.source
    return Verifier(
        text.paragraphs,
        matcher,
        entries,
        published=source.published or source.published_inferred,
        line=source.publisher or "",
        known=source.attribution,
    )


def claimed(claim: Claim, document: Document) -> Claimed:
    """Return a claim of a summary as the verifier takes it."""
    known = _meant(document, claim.cites) | frozenset(claim.speaker or ())
    summary = document.summary
    draft = summary.draft if summary is not None else None
    quote = dict(draft.quotes).get(claim.id, "") if draft is not None else ""
    return Claimed(claim.id, claim.text, claim.cites, quote, claim.status, known)


def happened(event: Event, document: Document) -> Claimed:
    """Return an event of a summary as the verifier takes it."""
    return Claimed(event.id, event.text, event.cites, known=_meant(document, event.cites))


def _meant(document: Document, cites: tuple[str, ...]) -> frozenset[str]:
    """Return the entries of whom a document says that paragraphs mean them, named or not."""
    participants = document.summary.participants if document.summary else ()
    return frozenset(each.entry for each in participants if not set(each.cites).isdisjoint(cites))
