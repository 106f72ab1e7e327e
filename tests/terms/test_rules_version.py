"""A cache of forms made by other rules is never read."""

from __future__ import annotations

import pytest

from reader.terms.cache import RULES_VERSION
from tests.terms import rules_digest


def test_changed_rules_and_words_have_a_version_of_their_own() -> None:
    version, recorded = rules_digest.RECORD.read_text(encoding="utf-8").split()
    assert (int(version), recorded) == (RULES_VERSION, rules_digest.digest()), (
        "What makes the forms of terms has changed, a rule or a word of a list, and caches hold "
        "forms made before: raise RULES_VERSION in reader/terms/cache.py, then run "
        "python -m tests.terms.rules_digest"
    )


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("x = 1  # why\n", "x = 1\n", True),
        ('def f():\n    """Why."""\n    return 1\n', "def f():\n    return 1\n", True),
        ("f(\n    1,\n)\n", "f(1)\n", True),
        ("x = 1\n", "x = 2\n", False),
        ('x = "a"\n', 'x = "b"\n', False),
    ],
)
def test_only_what_code_does_counts(one: str, other: str, *, alike: bool) -> None:
    assert (rules_digest.code(one) == rules_digest.code(other)) is alike
