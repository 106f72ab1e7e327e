"""Claims of ``data/claims.txt``: true ones pass, in either language, and what is wrong is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.model import Paragraph
from reader.verifying.verifier import Claimed, Verifier

_CLAIMS = Path(__file__).parent / "data" / "claims.txt"
_PUBLISHED = "2026-02-10"


def _rows() -> Iterator[tuple[str, str, str]]:
    paragraph = ""
    for line in _CLAIMS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        kind, _language, text = line.split(" | ", 2)
        if kind == "P":
            paragraph = text
        else:
            yield kind, paragraph, text


@pytest.mark.parametrize(("kind", "paragraph", "claim"), _rows())
def test_a_claim_fails_where_something_in_it_is_wrong(
    kind: str, paragraph: str, claim: str
) -> None:
    verifier = Verifier([Paragraph("p1", paragraph)], published=_PUBLISHED)
    verdict = verifier.verify(Claimed("c1", claim, ("p1",)))
    assert (verdict.state == "failed") == (kind != "ok"), verdict.findings


def test_a_claim_of_more_facts_than_anybody_reads_is_verified_as_far_as_that() -> None:
    numbers = ", ".join(f"{number} рублей" for number in range(100, 400))
    verifier = Verifier([Paragraph("p1", f"Цены: {numbers}.")])
    verdict = verifier.verify(Claimed("c1", f"Цены: {numbers}.", ("p1",)))
    assert [finding.code for finding in verdict.findings] == ["form"]
    assert verdict.state == "failed"


def test_of_several_paragraphs_the_one_that_bears_out_nothing_is_named() -> None:
    texts = [
        "Отчёт о работе порта «Южный» вышел в среду.",
        "Его подготовила комиссия.",
        "Причал номер три построили из бетона для танкеров с нефтью.",
        "Столовая порта кормит докеров рыбным супом и пирогами.",
        "Таможня проверила контейнеры с обувью и мебелью.",
    ]
    paragraphs = [Paragraph(f"p{n}", text) for n, text in enumerate(texts, 1)]
    claim = "Причал номер три построили для танкеров, а таможня проверила контейнеры с обувью."
    verifier = Verifier(paragraphs)
    assert verifier.verify(Claimed("c1", claim, ("p3", "p5"))).findings == ()
    (finding,) = verifier.verify(Claimed("c1", claim, ("p3", "p4"))).findings
    assert finding.code == "citation"
    assert finding.values == {"better": "p5", "paragraphs": "p4"}
