"""A format that the program does not have, as a module and a row of the table would add it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reader.briefings.bilingual import Sheet
from reader.printing import formats
from reader.printing.formats import Format


def _write(sheets: Sequence[Sheet], _columns: int) -> str:
    return "".join(f"= {sheet[0].title.text}\n" for sheet in sheets)


ASCIIDOC = Format("adoc", ".adoc", "AsciiDoc", _write)


def add(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put its row at the end of the table."""
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, ASCIIDOC))
