"""A digest of what decides whether a claim checks out, besides what makes the forms of terms.

``python -m tests.verifying.rules_digest`` records it beside the version of the rules.
"""

from __future__ import annotations

from pathlib import Path

import reader
from reader.library.fingerprints import RULES_VERSION
from tests.terms import rules_digest

RECORD = Path(__file__).with_name("rules_digest.txt")
_HOUSE = Path(reader.__file__).parent
_ROOMS = ("facts", "terms/languages/*/facts", "terms/guards", "verifying")
_MODULES = (
    "verdicts.py",
    "terms/matcher.py",
    "terms/overlaps.py",
    "terms/surroundings.py",
    "terms/tokens.py",
)


def digest() -> str:
    """Digest the rules; comments, docstrings and layout don't count."""
    files = [_HOUSE / name for name in _MODULES]
    for room in _ROOMS:
        files += [path for kind in ("py", "txt") for path in _HOUSE.glob(f"{room}/**/*.{kind}")]
    return rules_digest.digest_of(files)


def main() -> None:
    recorded, was = RECORD.read_text(encoding="utf-8").split()
    now = digest()
    if now != was and int(recorded) == RULES_VERSION:
        raise SystemExit(
            "The rules have changed: raise RULES_VERSION in reader/library/fingerprints.py."
        )
    RECORD.write_text(f"{RULES_VERSION} {now}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
