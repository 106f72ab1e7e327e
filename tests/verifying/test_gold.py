"""Claims with gold: false alarms on true ones are few, and what is changed is found.

The claims are not in the repository: READER_FACTS is the folder that has them.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from reader.model import Paragraph
from reader.verifying.verifier import Claimed, Verifier

FOLDER = Path(os.environ.get("READER_FACTS", "no-such-folder"))
PATH = FOLDER / "dev" / "verify.jsonl"


@pytest.mark.skipif(not PATH.is_file(), reason="READER_FACTS is not set")
def test_claims_with_gold() -> None:
    found: Counter[str] = Counter()
    made: Counter[str] = Counter()
    verifiers: dict[str, Verifier] = {}
    for line in PATH.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["paragraph"]
        holds = verifiers.setdefault(text, Verifier([Paragraph("p1", text)]))
        verdict = holds.verify(Claimed(row["id"], row["claim"], ("p1",)))
        made[row["why"] or "true"] += 1
        found[row["why"] or "true"] += verdict.state == "failed"
    assert found["true"] <= 0.05 * made["true"]
    for kind in ("number", "date", "quote"):
        assert found[kind] == made[kind], kind
    assert found["name"] >= 0.95 * made["name"]
    assert found["hedge"] >= 0.75 * made["hedge"]
