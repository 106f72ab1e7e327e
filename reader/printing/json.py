"""A briefing as JSON: the shape of ``reader summary --format json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from reader.briefings.tree import Briefing, Name


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
        "claims": [
            {"id": c.id, "topic": c.topic, "text": c.line.text, "cites": list(c.line.cites)}
            for c in tree.claims
        ],
        "participants": [
            {**_name(p.name), "role": p.role.text, "cites": list(p.role.cites)}
            for p in tree.participants
        ],
        "events": [
            {"id": e.id, "date": e.iso, "text": e.line.text, "cites": list(e.line.cites)}
            for e in tree.events
        ],
        "documents": [_name(name) for name in tree.documents],
        "text": tree.text,
        "note": tree.note.text if tree.note else None,
    }
    if tree.notes is not None:
        made["notes"] = [
            {
                "id": note.id,
                "text": note.text,
                "quotation": note.quotation,
                "where": note.where,
                "tags": list(note.tags),
                "cites": list(note.cites),
                "made": note.made,
            }
            for note in tree.notes
        ]
    return made


def write(briefings: Sequence[Briefing]) -> str:
    """Render one object, or a list of them for several briefings.

    It ends with a line break.
    """
    shapes = [shape(tree) for tree in briefings]
    value: object = shapes[0] if len(shapes) == 1 else shapes
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _name(name: Name) -> dict[str, str]:
    return {"entry": name.entry, "name": name.text}
