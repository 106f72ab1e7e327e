"""Excerpts: some claims of a document, with what they cite."""

from __future__ import annotations

from collections.abc import Collection

from reader.model import Document, DocumentView, Summary


def excerpt(view: DocumentView, claims: Collection[str]) -> DocumentView:
    """Return the view with nothing but the claims with these ids and what they cite.

    Participants, events, documents named and discrepancies are left out: they are about the whole.
    Notes of the editors that are about one of the claims stay. An article without a summary stays
    as it is.
    """
    summary = view.document.summary
    if summary is None:
        return view
    chosen = tuple(claim for claim in summary.claims if claim.id in claims)
    cited = {id for claim in chosen for id in claim.cites}
    paragraphs = tuple(p for p in view.paragraphs if p.id in cited)
    about = {f"{view.document.id}/{claim.id}" for claim in chosen}
    return view._replace(
        document=view.document._replace(
            summary=Summary(
                summary.gist, claims=chosen, draft=summary.draft, accepted=summary.accepted
            ),
            discrepancies=(),
            notes=tuple(note for note in view.document.notes if about.intersection(note.about)),
        ),
        text=view.text._replace(paragraphs=paragraphs),
    )


def unknown(document: Document, claims: Collection[str]) -> list[str]:
    """Return the ids that no claim of the document has."""
    known = {claim.id for claim in document.summary.claims} if document.summary else set()
    return [id for id in claims if id not in known]
