"""Some claims of a document alone, with what they cite."""

from __future__ import annotations

from collections.abc import Collection

from reader.model import Document, DocumentView, Summary


def excerpt(view: DocumentView, claims: Collection[str]) -> DocumentView:
    """Return the view with the claims of those ids, in its order, and of its text what they cite.

    Participants, events and documents named go: they are about the whole. An article that has
    no summary stays as it is.
    """
    summary = view.document.summary
    if summary is None:
        return view
    kept = tuple(claim for claim in summary.claims if claim.id in claims)
    cited = {id for claim in kept for id in claim.cites}
    paragraphs = tuple(p for p in view.paragraphs if p.id in cited)
    return view._replace(
        document=view.document._replace(summary=Summary(summary.gist, claims=kept)),
        text=view.text._replace(paragraphs=paragraphs),
    )


def unknown(document: Document, claims: Collection[str]) -> list[str]:
    """Return those of the ids that no claim of the document has."""
    known = {claim.id for claim in document.summary.claims} if document.summary else set()
    return [id for id in claims if id not in known]
