"""What guards ask of the items of a Russian sentence."""

from __future__ import annotations

from typing import Any

Items = list[Any]
"""Items of :mod:`reader.facts.grammar`: name, value, start, end."""


def text_of(text: str, item: Any) -> str:
    return text[item.start : item.end].lower().replace("ё", "е")
