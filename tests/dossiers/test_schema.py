"""docs/content.schema.json says of a dossier's files what the loader asks of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from reader.dossiers import documents, editors, paths
from reader.model import CLAIM_STATUSES, NOTE_KINDS
from tests.dossiers import factories

SCHEMA: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "docs" / "content.schema.json").read_text(encoding="utf-8")
)
DEFS = SCHEMA["$defs"]


def errors(name: str, text: str) -> list[str]:
    """What is wrong in a file of the kind ``name``; its scalars are read as they are written."""
    value = _with_nulls(yaml.load(text, Loader=yaml.BaseLoader))
    schema = {**SCHEMA, "anyOf": [{"$ref": f"#/$defs/{name}"}]}
    return [error.message for error in Draft202012Validator(schema).iter_errors(value)]


def _with_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_nulls(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_with_nulls(part) for part in value]
    return None if value == "null" else value


def builtin() -> Iterator[tuple[str, Path]]:
    root = paths.builtin()
    yield "dossier", root / "dossier.yaml"
    for path in sorted(root.glob("documents/*.yaml")):
        yield "document", path
    for name in ("discrepancies", "notes"):
        if (path := root / f"{name}.yaml").exists():
            yield name, path


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(("name", "path"), builtin(), ids=lambda value: str(value).split("/")[-1])
def test_every_file_of_the_built_in_dossier_is_valid(name: str, path: Path) -> None:
    assert errors(name, path.read_text(encoding="utf-8")) == []


def test_what_editors_add_is_valid() -> None:
    assert errors("discrepancies", factories.DISCREPANCIES) == []
    assert errors("notes", factories.NOTES) == []


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("discrepancies", "document: catch, ", ""),
        ("discrepancies", "cites: [p1, p2], ", ""),
        ("discrepancies", "  why: От этого зависит норма.\n", ""),
        ("notes", "  date: 2026-01\n", ""),
        ("notes", "kind: next", "kind: later"),
        ("notes", "about: [catch/c1]", "about: []"),
        ("document", "topic: fish", "topic: fish, status: maybe"),
        ("document", "title:", "name:"),
    ],
)
def test_what_is_wrong_is_found(name: str, before: str, after: str) -> None:
    texts = {
        "discrepancies": factories.DISCREPANCIES,
        "notes": factories.NOTES,
        "document": factories.DOCUMENT,
    }
    assert errors(name, texts[name]) == []
    assert before in texts[name]
    assert errors(name, texts[name].replace(before, after, 1)) != []


@pytest.mark.parametrize(
    ("place", "keys"),
    [
        (DEFS["document"], documents.KEYS),
        (DEFS["document"]["properties"]["source"], documents.SOURCE_KEYS),
        (DEFS["document"]["properties"]["summary"], documents.SUMMARY_KEYS),
        (DEFS["claim"], documents.CLAIM_KEYS),
        (DEFS["discrepancies"]["items"], editors.KEYS),
        (DEFS["document_side"], editors.DOCUMENT_SIDE_KEYS),
        (DEFS["entry_side"], editors.ENTRY_SIDE_KEYS),
        (DEFS["note"], editors.NOTE_KEYS),
    ],
)
def test_the_keys_are_those_that_are_read(place: dict[str, Any], keys: tuple[str, ...]) -> None:
    assert set(place["properties"]) == set(keys)


def test_the_words_are_those_that_are_read() -> None:
    assert DEFS["claim"]["properties"]["status"]["enum"] == list(CLAIM_STATUSES)
    assert DEFS["note"]["properties"]["kind"]["enum"] == list(NOTE_KINDS)
