"""Precision and recall stay what they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bench.terms import quality


def test_our_own_sentences_are_found_whole() -> None:
    *_, hardest, overall = quality.own()
    assert overall.texts >= 250
    assert min(overall.precision, overall.recall) >= 0.99, overall.wrong
    assert hardest.texts >= 500
    assert hardest.precision >= 0.925, hardest.wrong
    assert hardest.recall >= 0.975, hardest.wrong


@pytest.mark.skipif(
    "READER_GOLD" not in os.environ or "READER_ORIGINALS" not in os.environ,
    reason="READER_GOLD and READER_ORIGINALS name no gold mentions",
)
def test_gold_mentions_are_found() -> None:
    for score in quality.gold(
        Path(os.environ["READER_GOLD"]), Path(os.environ["READER_ORIGINALS"])
    ):
        assert min(score.precision, score.recall) >= 0.995, score.wrong


@pytest.mark.skipif("READER_TERMS" not in os.environ, reason="READER_TERMS names no sentences")
def test_terms_of_treebanks_are_found() -> None:
    scores = {score.name: score for score in quality.sets(Path(os.environ["READER_TERMS"]))}
    for name in ("ud_ru", "ud_en", "ud_en_single"):
        score = scores[name]
        assert min(score.precision, score.recall) >= 0.99, score.wrong
