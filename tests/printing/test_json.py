from __future__ import annotations

import json

from reader.briefings.building import build as briefing
from reader.model import Source
from tests.printing.samples import document, dossier, written


def test_the_shape_and_its_order_of_keys() -> None:
    shape = json.loads(written("json", briefing(dossier(), document())))
    assert list(shape) == [
        "id",
        "language",
        "title",
        "source",
        "gist",
        "claims",
        "participants",
        "events",
        "documents",
        "text",
        "note",
    ]
    assert (shape["text"], shape["note"]) == ("edition", None)
    assert shape["source"] == {
        "publisher": "The Gazette",
        "published": "2024-05-02",
        "inferred": None,
        "attribution": [{"entry": "mill", "name": "Mill"}],
        "headline": None,
        "url": None,
    }
    assert list(shape["claims"][0]) == ["id", "topic", "text", "cites"]
    assert shape["participants"] == [
        {"entry": "mill", "name": "Mill", "role": "the one who draws", "cites": ["p1"]}
    ]
    assert list(shape["events"][0]) == ["id", "date", "text", "cites"]
    assert shape["documents"] == [{"entry": "canal", "name": "Canal Act"}]


def test_claims_are_in_the_documents_order() -> None:
    shape = json.loads(written("json", briefing(dossier(), document())))
    assert [claim["id"] for claim in shape["claims"]] == ["c1", "c2"]


def test_no_summary_is_a_null_id_and_empty_lists() -> None:
    article = document(id=None, summary=None, source=Source())
    shape = json.loads(written("json", briefing(dossier(), article)))
    assert shape["id"] is None
    assert shape["gist"] is None
    for key in ("claims", "participants", "events", "documents"):
        assert shape[key] == []


def test_several_briefings_are_a_list() -> None:
    tree = briefing(dossier(), document())
    assert [shape["id"] for shape in json.loads(written("json", tree, tree))] == ["water", "water"]
