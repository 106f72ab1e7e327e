"""The version of the index goes up with what the index holds."""

from __future__ import annotations

import hashlib

from reader import model, verdicts
from reader.library import index

KNOWN = ("reader-index-22", "cbc14e9258a3d95f")
"""The version, and the digest of what an index of that version holds."""


def digest() -> str:
    nouns = [
        (name, noun._fields)
        for name, noun in sorted((vars(model) | vars(verdicts)).items())
        if isinstance(noun, type) and issubclass(noun, tuple) and hasattr(noun, "_fields")
    ]
    held = repr((index.SCHEMA, index.WORDS, index.Row._fields, nouns))
    return hashlib.sha256(held.encode()).hexdigest()[:16]


def test_whoever_changes_what_the_index_holds_raises_its_version() -> None:
    assert (index.VERSION.split()[0], digest()) == KNOWN, (
        "Raise VERSION in reader/library/index.py, then put it and the new digest into KNOWN."
    )
