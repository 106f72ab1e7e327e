"""Whether another paragraph of the text fits a claim better than those that it cites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.verifying.evidence import Evidence
from reader.verifying.findings import Finding


def better(
    claim: Evidence, cites: Sequence[str], paragraphs: Mapping[str, Evidence]
) -> Finding | None:
    """Return a finding that names the paragraph which bears a claim out better, if one does."""
    return None
