"""``reader verify``: JSON in, JSON out, text for a person; anything else is refused with a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.cli.conftest import Run

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "verify.schema.json").read_text(encoding="utf-8")
)
PARAGRAPHS = [
    {"id": "p1", "text": "Мельнице дадут воду из Длинного озера с 3 мая 2024 года."},
    {"id": "p2", "text": "Воды хватит всем."},
]


def request(claims: list[dict[str, Any]], **more: Any) -> str:
    return json.dumps({"paragraphs": PARAGRAPHS, "claims": claims, **more}, ensure_ascii=False)


GOOD = {
    "id": "c1",
    "text": "The mill will get water from Long Lake from 3 May 2024.",
    "cites": ["p1"],
}
BAD = {"id": "c2", "text": "The mill will get water from 4 May 2024.", "cites": ["p1"]}


def test_each_claim_has_a_status_and_its_findings(run: Run, dossier: Path) -> None:
    done = run("verify", "-", "--json", "--dossier", dossier, stdin=request([GOOD, BAD]))
    assert done.code == 1
    written = json.loads(done.out)
    jsonschema.validate(written, SCHEMA)
    assert [claim["status"] for claim in written["claims"]] == ["verified", "failed"]
    (finding,) = written["claims"][1]["findings"]
    assert (finding["code"], finding["text"]) == ("time", "from 4 May 2024")
    assert "3 мая 2024" in finding["message"]


def test_where_all_are_verified_the_code_is_0(run: Run, dossier: Path) -> None:
    done = run("verify", "-", "--json", "--dossier", dossier, stdin=request([GOOD]))
    assert done.code == 0


def test_a_person_gets_marks_messages_and_what_no_claim_cites(run: Run, dossier: Path) -> None:
    done = run("--lang", "ru", "verify", "-", "--dossier", dossier, stdin=request([GOOD, BAD]))
    assert done.code == 1
    assert done.out.startswith("✓ c1")
    assert "✗ c2" in done.out
    assert "p2" in done.out.splitlines()[-1]


def test_a_glossary_may_come_with_the_claims(run: Run, dossier: Path) -> None:
    claim = GOOD | {"text": "The mill will get water from Deep Pond."}
    entry = {"id": "x", "kind": "place", "terms": {"ru": ["Длинное озеро"], "en": ["Deep Pond"]}}
    assert run("verify", "-", "--dossier", dossier, stdin=request([claim])).code == 1
    done = run("verify", "-", "--dossier", dossier, stdin=request([claim], glossary=[entry]))
    assert done.code == 0


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[1", "not JSON"),
        ("[]", "“paragraphs” and “claims”"),
        ('{"paragraphs": []}', "“paragraphs”"),
        ('{"paragraphs": [{"id": "p1"}], "claims": []}', "paragraphs[0].text"),
        ('{"paragraphs": [{"id": "p", "text": ""}, {"id": "p", "text": ""}], "claims": []}', "“p”"),
        ('{"paragraphs": [{"id": "p", "text": "x"}], "claims": 7}', "“claims”"),
        (
            '{"paragraphs": [{"id": "p", "text": "x"}], "claims": [{"id": "c", "text": "x", "cites": "p"}]}',
            "cites",
        ),
        (
            '{"paragraphs": [{"id": "p", "text": "x"}], "claims": [], "published": "soon"}',
            "published",
        ),
        ("[" * 100_000, "JSON"),
        ("", "empty"),
    ],
)
def test_what_is_no_request_is_refused(run: Run, dossier: Path, written: str, said: str) -> None:
    done = run("verify", "-", "--json", "--dossier", dossier, stdin=written)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1
