"""Times, numbers, quotations and statements against sentences with gold, beside other programs.

``python -m bench facts`` reads the folder that ``READER_FACTS`` names, scores the program with the
``score.py`` that stands there, and beside it dateparser and quantulum3 where they are installed.
``python -m bench.facts FOLDER`` keeps the predictions in a folder.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from reader.facts.extractor import Extractor
from reader.facts.values import Asserted, Fact

Row = dict[str, Any]
KINDS = ("times", "numbers", "quotes")


def gold(folder: Path, kind: str) -> list[Row]:
    """Read the sentences of a kind."""
    lines = (folder / "dev" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def predicted(kind: str, row: Row) -> Row:
    """Return what the program finds in a sentence, as the gold has it."""
    extractor = Extractor(None, row.get("published"), row["lang"])
    facts = extractor.facts(row["text"])
    if kind == "quotes":
        return {"id": row["id"], **_statement(facts, extractor.sentences(row["text"]))}
    name = kind.removesuffix("s")
    return {"id": row["id"], kind: [fact.as_json() for fact in facts if fact.kind == name]}


def _statement(facts: Iterable[Fact], sentences: tuple[Asserted, ...]) -> Row:
    """Return what a text of one or two sentences says, by the one that is attributed."""
    quotes = [fact.as_json() for fact in facts if fact.kind == "quote"]
    attributed = [said for said in sentences if said.speaker is not None]
    hedged = [said for said in sentences if said.hedges]
    said = (*attributed, *hedged, sentences[-1])[0]
    found = said.as_json()
    return {
        "quotes": quotes,
        "speaker": found["speaker"],
        "cue": found["cue"],
        "hedge": found["hedges"],
        "kind": "direct" if quotes else "indirect" if said.speaker else "none",
        "status": said.status,
    }


def by_dateparser(row: Row) -> Row:
    """Return the days that dateparser finds in a sentence."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.fromisoformat(row["published"][:10])}
    found = search_dates(row["text"], languages=[row["lang"]], settings=settings) or []
    times = []
    at = 0
    for written, moment in found:
        start = max(row["text"].find(written, at), 0)
        at = start + len(written)
        value = moment.date().isoformat()
        if (moment.hour, moment.minute) != (0, 0):
            value = moment.isoformat(timespec="minutes")[:16]
        times.append({"start": start, "end": at, "value": value})
    return {"id": row["id"], "times": times}


_UNITS = {
    "dollar": "USD",
    "euro": "EUR",
    "pound sterling": "GBP",
    "percentage": "%",
    "metre": "m",
    "kilometre": "km",
    "tonne": "t",
    "kilogram": "kg",
    "mile": "mi",
    "hectare": "ha",
    "gigawatt": "GW",
    "megawatt": "MW",
}


def by_quantulum(row: Row) -> Row:
    """Return the quantities that quantulum3 finds in a sentence; it knows no Russian."""
    from quantulum3 import parser

    numbers = []
    for each in parser.parse(row["text"]) if row["lang"] == "en" else ():
        unit = None if each.unit.name == "dimensionless" else each.unit.name
        start, end = each.span
        value = {"value": each.value, "unit": _UNITS.get(unit or "", unit)}
        numbers.append({"start": start, "end": end, **value})
    return {"id": row["id"], "numbers": numbers}


def score(folder: Path, kind: str, predictions: Iterable[Row], into: Path) -> str:
    """Write predictions and return what ``score.py`` says of them."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in predictions)
    into.write_text("".join(lines), encoding="utf-8")
    files = (folder / "score.py", folder / "dev" / f"{kind}.jsonl", into)
    command = [sys.executable, *map(str, files)]
    return str(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _tell(name: str, folder: Path, kind: str, find: Callable[[Row], Row], into: Path) -> None:
    began = time.process_time()
    rows = [find(row) for row in gold(folder, kind)]
    spent = time.process_time() - began
    print(f"-- {kind} by {name}: {spent:.2f} s")
    print(score(folder, kind, rows, into / f"{kind}.{name}.jsonl"))


def main(arguments: list[str]) -> int:
    """Measure the program, and what is installed beside it."""
    place = os.environ.get("READER_FACTS")
    if place is None:
        print("Set READER_FACTS to the folder with the sentences.", file=sys.stderr)
        return 2
    folder = Path(place)
    others = {
        "dateparser": ("times", by_dateparser),
        "quantulum3": ("numbers", by_quantulum),
    }
    with tempfile.TemporaryDirectory() as temporary:
        into = Path(arguments[0] if arguments else temporary)
        for kind in KINDS:
            _tell("reader", folder, kind, lambda row, kind=kind: predicted(kind, row), into)  # type: ignore[misc]
        for name, (kind, find) in others.items():
            if importlib.util.find_spec(name) is None:
                print(f"-- {name} is not installed")
                continue
            _tell(name, folder, kind, find, into)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
