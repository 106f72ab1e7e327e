"""Tables of sentences: a line a sentence, with what has to be found in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from reader.facts.values import Fact

_DATA = Path(__file__).parent / "data"


class Row(NamedTuple):
    """``head``: what stands before the sentence; ``expected``: the rest of its line."""

    head: str
    sentence: str
    expected: tuple[str, ...]


def rows(kind: str) -> list[tuple[str, Row]]:
    """Read the tables of a kind, of every language."""
    found: list[tuple[str, Row]] = []
    for path in sorted(_DATA.glob(f"{kind}.*.txt")):
        language = path.name.split(".")[1]
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [(language, _row(line)) for line in lines if line and not line.startswith("#")]
    return found


def _row(line: str) -> Row:
    cells = [cell.strip() for cell in (line + " ").split(" | ")]
    head = cells.pop(0) if re.fullmatch(r"\d{4}-\d\d-\d\d", cells[0]) else ""
    return Row(head, cells[0], tuple(cells[1:]))


def written(fact: Fact) -> str:
    """Write a time as a table has it."""
    marks = "?" * fact.ambiguous + "~" * fact.approx
    return f"{fact.text} = {marks}{fact.value}{' ' + fact.mod if fact.mod else ''}"


def written_number(fact: Fact) -> str:
    """Write a number as a table has it."""
    value = ",".join(map(str, fact.value)) if isinstance(fact.value, tuple) else str(fact.value)
    marks = "~" * fact.approx + "*" * fact.vague
    return f"{fact.text} = {marks}{value} {fact.unit or '-'}{' ' + fact.cmp if fact.cmp else ''}"
