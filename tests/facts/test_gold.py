"""Facts of sentences with gold stay as well found as they are."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from bench import facts

pytestmark = pytest.mark.skipif(
    "READER_FACTS" not in os.environ, reason="READER_FACTS names no gold"
)


def _said(kind: str, tmp_path: Path) -> str:
    folder = Path(os.environ["READER_FACTS"])
    rows = [facts.predicted(kind, row) for row in facts.gold(folder, kind)]
    return facts.score(folder, kind, rows, tmp_path / "predictions.jsonl")


def _f1(said: str, measure: str) -> float:
    found = re.search(rf"{measure} +P [\d.]+ R [\d.]+ F1 ([\d.]+)", said)
    assert found is not None, said
    return float(found[1])


@pytest.mark.parametrize(("kind", "least"), [("times", 0.98), ("numbers", 0.99)])
def test_times_and_numbers_have_their_values(kind: str, least: float, tmp_path: Path) -> None:
    said = _said(kind, tmp_path)
    assert _f1(said, "value") >= least, said


def test_no_time_has_a_wrong_value_that_is_not_marked() -> None:
    """A time that the gold has, too, has its value; what it has not is left alone."""
    wrong = []
    for row in facts.gold(Path(os.environ["READER_FACTS"]), "times"):
        for found in facts.predicted("times", row)["times"]:
            gold = [
                x for x in row["times"] if x["start"] < found["end"] and found["start"] < x["end"]
            ]
            values = {x["value"] for x in gold}
            if found["value"] not in values and not found.get("ambiguous"):
                wrong.append((row["id"], found["text"], found["value"]))
    # Two expressions of the gold that the guideline makes one, and one that it makes a range.
    assert len(wrong) <= 1, wrong


def test_quotations_speakers_and_statuses(tmp_path: Path) -> None:
    said = _said("quotes", tmp_path)
    assert _f1(said, "exact span") >= 0.98, said
    measured = {
        name: float(value) for name, value in re.findall(r"(status|overlap) ([\d.]+)", said)
    }
    assert measured["status"] >= 0.93, said
    assert measured["overlap"] >= 0.97, said
