"""Letters of the scripts that packs are written in."""

from __future__ import annotations

import re
from functools import cache

LETTERS = {
    "Cyrl": "А-Яа-яЁёҐґЄєІіЇї",
    "Latn": "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff",
}
"""By ISO 15924 code, what stands between the brackets of a regular expression."""


@cache
def letter(script: str) -> re.Pattern[str]:
    """Compile the pattern of one letter of ``script``, of none for an unknown one."""
    return re.compile(f"[{LETTERS[script]}]" if script in LETTERS else "(?!)")
