"""Quotes, dashes, hyphens, apostrophes and invisible characters, by kind."""

from __future__ import annotations

HYPHENS = "-\u2010\u2011"
DASHES = "\u2012–—―\u2212"
"""The minus sign is one of them: typists take it for a dash."""

APOSTROPHES = "'\u2019\u02bc\u2018`\u00b4"

CLOSING_OF = {"«": "»", "“": "”", "„": "“”", "‟": "”", "‹": "›", "‘": "’", "‚": "‘’"}
"""By an opening quote, the quotes that may close it: „…“ is German, “…” English."""

DOUBLE_OPENING = '"«“„‟'
DOUBLE_CLOSING = '"»“”'
SINGLE_QUOTES = "‹›‘’‚"
QUOTES = "".join(dict.fromkeys(DOUBLE_OPENING + DOUBLE_CLOSING + SINGLE_QUOTES))

DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What tells the direction of the text beside: copied with a word, it is no part of it."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + DIRECTION
"""The soft hyphen, joiners and what takes no room: they belong to the word they stand in."""

STRESS = "\u0300\u0301"
COMBINING = "\u0300-\u036f"
"""A range, for a pattern."""
