"""Verifying one claim against one paragraph, as most tests do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.model import Paragraph
from reader.verdicts import Verdict
from reader.verifying.verifier import Claimed, Verifier

Verify = Callable[..., Verdict]


@pytest.fixture
def verify() -> Verify:
    """Verify a claim against a paragraph; ``published`` and ``status`` where they count."""

    def run(paragraph: str, claim: str, published: str = "", **said: str) -> Verdict:
        holds = Verifier([Paragraph("p1", paragraph)], published=published or None)
        return holds.verify(
            Claimed("c1", claim, ("p1",), said.get("quote", ""), said.get("status"))
        )

    return run
