"""The placeholders of a message, which its translation has too."""

from __future__ import annotations

from string import Formatter


def placeholders(text: str) -> set[str] | None:
    """Return the names in braces; ``None`` where the braces do not match."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None
