from __future__ import annotations

import json

from reader.briefings.building import build as briefing
from reader.model import Source
from tests.printing.samples import document, dossier, told, written


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
        "discrepancies",
        "notes",
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
    assert list(shape["claims"][0]) == [
        "id",
        "topic",
        "status",
        "speaker",
        "text",
        "disputed",
        "cites",
    ]
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
    for key in ("claims", "participants", "events", "documents", "discrepancies", "notes"):
        assert shape[key] == []


def test_several_briefings_are_a_list() -> None:
    tree = briefing(dossier(), document())
    assert [shape["id"] for shape in json.loads(written("json", tree, tree))] == ["water", "water"]


def test_a_claim_has_its_status_and_its_speakers_and_who_disputes_it() -> None:
    shape = json.loads(written("json", briefing(dossier(), told())))
    first, second = shape["claims"]
    lake, mill = (
        {"entry": id, "name": name} for id, name in [("lake", "Long Lake"), ("mill", "Mill")]
    )
    assert (first["status"], first["speaker"], first["disputed"]) == ("planned", [lake, mill], None)
    # Without speakers of its own, those of the source.
    assert (second["status"], second["speaker"]) == ("fixed", [mill])
    assert second["disputed"] == "the fishermen dispute it"


def test_a_claim_without_a_status_has_none() -> None:
    shape = json.loads(written("json", briefing(dossier(), document())))
    assert [claim["status"] for claim in shape["claims"]] == [None, None]


def test_discrepancies_have_their_sides() -> None:
    shape = json.loads(written("json", briefing(dossier(), told())))
    (found,) = shape["discrepancies"]
    assert (found["id"], found["about"], found["why"]) == (
        "start",
        "When it starts",
        "The fish spawn in May.",
    )
    assert [(side["document"], side["cites"], side["text"]) for side in found["sides"]] == [
        ("water", ["p2"], "It starts in May."),
        ("gauge", ["p1", "p4"], "It starts in June."),
        (None, [], "It starts in spring."),
    ]
    assert found["sides"][2]["entry"] == {"entry": "canal", "name": "Canal Act"}
    assert found["sides"][2]["source"] == ["Canal Act, section 3"]


def test_what_happened_next_stands_by_date_before_what_is_open() -> None:
    shape = json.loads(written("json", briefing(dossier(), told())))
    assert [(note["id"], note["kind"], note["date"]) for note in shape["notes"]] == [
        ("planned", "next", "2024-06-01"),
        ("opened", "next", "2024-06"),
        ("who-pays", "open", None),
    ]
    assert shape["notes"][0]["about"] == ["water/c1", "water/c2"]
    assert shape["notes"][1]["source"] == ["The Herald, 3 June 2024"]
