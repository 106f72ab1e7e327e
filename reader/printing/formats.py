"""The formats a briefing can be written in, by name and by a file's suffix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.language.interface import N_

if TYPE_CHECKING:
    from reader.printing.tree import Briefing


class Format(NamedTuple):
    """``name`` is what an option calls it, ``label`` a msgid for a person."""

    name: str
    suffix: str
    label: str


FORMATS: tuple[Format, ...] = (
    Format("text", ".txt", N_("Plain text")),
    Format("md", ".md", N_("Markdown")),
    Format("html", ".html", N_("HTML")),
    Format("json", ".json", N_("JSON")),
)


def for_suffix(suffix: str) -> Format | None:
    """The format of files that end in ``suffix`` (``.md``), whatever its case."""
    return next((f for f in FORMATS if f.suffix == suffix.casefold()), None)


def write(briefings: Sequence[Briefing], format: str, *, width: int = 80) -> str:
    """Write in the format of that name; ``width`` counts for plain text only."""
    from reader import printing

    if format == "text":
        return printing.as_text(*briefings, width=width)
    writers = {"md": printing.as_markdown, "html": printing.as_html, "json": printing.as_json}
    return writers[format](*briefings)
