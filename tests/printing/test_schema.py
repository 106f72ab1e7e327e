"""The JSON is what docs/summary.schema.json says, and the schema says all that is there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reader.briefings.building import build as briefing
from reader.dossiers import loader, paths, translation
from reader.library.texts import view
from reader.model import Dossier, Source
from tests.printing.samples import document, dossier, told, written

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "summary.schema.json").read_text(encoding="utf-8")
)


CLAIM: dict[str, Any] = {
    "id": "c1",
    "topic": "t",
    "status": "done",
    "speaker": [],
    "text": "x",
    "disputed": None,
    "cites": [],
}
NOTE: dict[str, Any] = {
    "id": "a",
    "kind": "open",
    "about": ["d"],
    "date": None,
    "text": "x",
    "source": [],
}


def errors(value: object, schema: dict[str, Any] = SCHEMA) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def strict(schema: object) -> Any:
    """The schema with every object closed: nothing is written that it doesn't describe."""
    if isinstance(schema, list):
        return [strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(part) for key, part in schema.items()}
    return {**closed, "additionalProperties": False} if "required" in closed else closed


@pytest.fixture(scope="module")
def builtin() -> Dossier:
    return loader.load(paths.builtin())


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_summary_of_the_built_in_dossier_is_valid(builtin: Dossier, language: str) -> None:
    shown = translation.translated(builtin, language)
    trees = [briefing(shown, view(d, language), text=False) for d in shown.documents]
    assert len(trees) == 5
    for tree in trees:
        assert errors(json.loads(written("json", tree)), strict(SCHEMA)) == []
    assert errors(json.loads(written("json", *trees)), strict(SCHEMA)) == []


def test_what_editors_add_is_valid() -> None:
    assert errors(json.loads(written("json", briefing(dossier(), told()))), strict(SCHEMA)) == []


def test_an_article_without_a_summary_is_valid() -> None:
    article = document(id=None, summary=None, source=Source())
    assert errors(json.loads(written("json", briefing(dossier(), article))), strict(SCHEMA)) == []


@pytest.mark.parametrize(
    "change",
    [
        {"id": None},  # yet with claims
        {"gist": None},
        {"claims": [{"id": "c1", "topic": "t", "text": "x"}]},
        {"claims": [{**CLAIM, "status": "maybe"}]},
        {"notes": [{**NOTE, "kind": "later"}]},
        {"discrepancies": [{"id": "a", "about": "x", "sides": [], "why": "x"}]},
        {"events": [{"id": "e1", "date": "8 May", "text": "x", "cites": []}]},
        {"source": {}},
    ],
)
def test_what_is_wrong_is_found(change: dict[str, Any]) -> None:
    shape = json.loads(written("json", briefing(dossier(), document())))
    assert errors(shape) == []
    assert errors({**shape, **change})
