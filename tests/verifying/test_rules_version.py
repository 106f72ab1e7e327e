"""Verdicts that were found by other rules are never shown."""

from __future__ import annotations

from reader.library.fingerprints import RULES_VERSION
from tests.verifying import rules_digest


def test_changed_rules_have_a_version_of_their_own() -> None:
    version, recorded = rules_digest.RECORD.read_text(encoding="utf-8").split()
    assert (int(version), recorded) == (RULES_VERSION, rules_digest.digest()), (
        "What claims are held to has changed, a rule or a word of a list, and verdicts are kept "
        "that were found before: raise RULES_VERSION in reader/library/fingerprints.py, then run "
        "python -m tests.verifying.rules_digest"
    )
