"""A briefing as JSON: the shape of ``reader summary --format json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reader.briefings import added
from reader.briefings.tree import Briefing, Claim, Discrepancy, Name


def shape(tree: Briefing) -> dict[str, Any]:
    """Return a briefing as plain values, with the keys in the documented order.

    Without a summary ``id`` and ``gist`` are ``None``; of chosen claims, ``gist`` is empty.
    """
    source = tree.source
    made: dict[str, Any] = {
        "id": tree.id if tree.has_summary else None,
        "language": tree.language,
        "title": tree.title.text,
        "source": {
            "publisher": source.publisher,
            "published": source.published,
            "inferred": source.published_inferred,
            "attribution": [_name(name) for name in tree.attribution],
            "headline": source.headline,
            "url": source.url,
        },
        "gist": tree.gist.text if tree.gist else "" if tree.excerpt else None,
        "claims": [_claim(c, tree) for c in tree.claims],
        "participants": [
            {
                **_name(p.name),
                "entry": p.name.entry or None,
                "role": p.role.text,
                "cites": list(p.role.cites),
            }
            for p in tree.participants
        ],
        "events": [
            {"id": e.id, "date": e.iso, "text": e.line.text, "cites": list(e.line.cites)}
            for e in tree.events
        ],
        "documents": [_name(name) for name in tree.documents],
        "discrepancies": [discrepancy_shape(d) for d in tree.discrepancies],
        "notes": [
            {
                "id": n.id,
                "kind": n.kind,
                "about": list(n.about),
                "date": n.iso,
                "text": n.line.text,
                "source": list(n.source),
            }
            for n in tree.notes
        ],
        "text": tree.text,
        "note": tree.note.text if tree.note else None,
    }
    if tree.accepted is not None:
        made["accepted"] = tree.accepted
    if tree.draft is not None:
        made["draft"] = tree.draft.by
        made["apart"] = [_claim(c, tree) for c in tree.apart]
        made["terms"] = [{**_name(name), "count": count} for name, count in tree.weighty]
        made["left_out"] = list(tree.draft.left_out)
    if tree.own_notes is not None:
        made["own_notes"] = [
            {
                "id": note.id,
                "text": note.text,
                "quotation": note.quotation,
                "where": note.where,
                "tags": list(note.tags),
                "cites": list(note.cites),
                "made": note.made,
            }
            for note in tree.own_notes
        ]
    return made


def _claim(claim: Claim, tree: Briefing) -> dict[str, Any]:
    return {
        "id": claim.id,
        "topic": claim.topic,
        "status": claim.status,
        "speaker": [_name(name) for name in claim.speaker],
        "text": claim.line.text,
        "disputed": claim.disputed.text if claim.disputed else None,
        "cites": list(claim.line.cites),
        **_of_draft(claim, tree),
    }


def _of_draft(claim: Claim, tree: Briefing) -> dict[str, Any]:
    """Return what a claim of a draft has beside: the words it stands on, and what is wrong with it."""
    draft = tree.draft
    if draft is None:
        return {}
    quotes = dict(draft.quotes)
    return {
        "quote": quotes.get(claim.id, claim.line.text if draft.by == "rule" else None),
        "findings": [
            {"code": found.code, "text": found.text, "message": message}
            for found, message in zip(claim.findings, added.findings_in(tree, claim), strict=True)
        ],
    }


def discrepancy_shape(discrepancy: Discrepancy) -> dict[str, Any]:
    """Return a discrepancy as plain values; a side has either a document or an entry."""
    return {
        "id": discrepancy.id,
        "about": discrepancy.about.text,
        "sides": [
            {
                "document": side.document,
                "entry": _name(side.entry) if side.entry else None,
                "cites": list(side.cites),
                "text": side.line.text,
                "source": list(side.source),
            }
            for side in discrepancy.sides
        ],
        "why": discrepancy.why.text,
    }


def write(briefings: Sequence[Briefing]) -> str:
    """Render one object, or a list of them for several briefings.

    It ends with a line break.
    """
    shapes = [shape(tree) for tree in briefings]
    value: object = shapes[0] if len(shapes) == 1 else shapes
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _name(name: Name) -> dict[str, str | None]:
    return {"entry": name.entry or None, "name": name.text}
