"""Faults planted in a copy of the built-in dossier are found, each at its line; a clean copy has none."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from reader.checks import whole
from reader.dossiers.paths import builtin
from reader.storage import resource_dir

NEWS = "documents/1news-2025-08-09.yaml"
TREND = "documents/trend-2025-12-19.yaml"
REPORT = "documents/report-2025-12-20.yaml"
MINISTRY = "documents/foreign-ministry-2026-02-10.yaml"
CHARTER = "documents/report-charter.yaml"
CATALOG = "locales/en/LC_MESSAGES/copied.po"


class Fault(NamedTuple):
    """``old`` becomes ``new``, the first after ``after``; it is found by ``code`` where ``at`` stands."""

    file: str
    after: str
    old: str
    new: str
    code: str
    at: str = ""


FAULTS = [
    Fault(NEWS, "id: c1\n", "7–8 августа", "6–9 августа", "time", "6–9"),
    Fault(NEWS, "id: c2\n", "августе 2025 года", "августе 2024 года", "time", "августе 2024"),
    Fault(NEWS, "id: c4\n", "Ильхамом Алиевым", "Николом Пашиняном", "name", "Николом"),
    Fault(NEWS, "id: c5\n", "cites: [p1, p6]", "cites: [p12]", "citation"),
    Fault(NEWS, "id: c7\n", "Азербайджан, говорится", "Он, говорится", "alone", "Он, говорится"),
    Fault(NEWS, "id: c8\n", "с 2020 года", "с 2021 года", "time", "с 2021"),
    Fault(NEWS, "id: c11\n", "SOCAR", "BP", "name", "BP"),
    Fault(NEWS, "id: c12\n", "cites: [p2, p12]", "cites: [p2, p99]", "dossier", "p99"),
    Fault(TREND, "id: c12\n", "трёх областей", "семи областей", "number", "семи"),
    Fault(CHARTER, "gist: ", "Джей Ди Вэнс", "Роберт Кель", "name", "Роберт"),
    Fault(CHARTER, "gist: ", "10 февраля", "11 февраля", "time", "11 февраля"),
    Fault(TREND, "id: c2\n", "Эльнур", "Эльнyр", "alphabet", "Эльнyр"),
    Fault(CATALOG, '"report-charter/gist"', "JD Vance", "Robert Kell", "name", ""),
    Fault(TREND, "id: c11\n", "19 декабря", "21 декабря", "time", "21 декабря"),
    Fault(
        TREND,
        "id: c1\n",
        "участники встретились онлайн",
        "«участники спорили весь день», — сказал он",
        "quote",
        "участники спорили",
    ),
    Fault(TREND, "original:", '    - "', '    - "0000', "dossier", '"0000'),
    Fault(REPORT, "id: c4\n", "topic:", "tpic:", "dossier", "tpic"),
    Fault(REPORT, "id: c10\n", "Эльнур Мамедов", "Хуш Чокси", "name", "Хуш"),
    Fault(MINISTRY, "id: c2\n", "10 февраля", "11 февраля", "time", "11 февраля"),
    Fault(CHARTER, "id: c2\n", "пяти целей", "девяти целей", "number", "девяти"),
    Fault(CHARTER, "id: c3\n", "8 августа 2025", "8 июля 2025", "time", "8 июля"),
    Fault(CHARTER, "events:", "date: ", "date: 31-", "dossier", "31-"),
    Fault("glossary.yaml", "id: mou\n", "kind: document", "kind: paper", "dossier", "paper"),
    Fault(
        "glossary.yaml",
        "id: charter\n",
        "related:\n    [mou,",
        "related:\n    [moun,",
        "dossier",
        "[moun",
    ),
    Fault(CATALOG, '"1news-2025-08-09/p1"', "7–8 August 2025", "7–9 August 2025", "time", ""),
    Fault(CATALOG, '"1news-2025-08-09/p10"', "ever since 2020", "ever since 2002", "time", "2002"),
    Fault(CATALOG, '"trend-2025-12-19/p8"', "three areas", "four areas", "number", "four areas"),
    Fault(CATALOG, '"trend-2025-12-19/p3"', "Coulter", "Miller", "name"),
    Fault(CATALOG, '"report-charter/p1"', "five", "six", "number", "six"),
    Fault(CATALOG, '"report-charter/p9"', "Middle Corridor", "Long Road", "term", 'msgstr ""'),
    Fault(CATALOG, '"report-2025-12-20/p3"', "8 August", "8 April", "time", "8 April"),
    Fault(CATALOG, '"foreign-ministry-2026-02-10/p1"', "10 February", "12 February", "time", ""),
    Fault(CATALOG, '"trend-2025-12-19/p8"', 'msgctxt "', '#, fuzzy\nmsgctxt "', "fuzzy", "msgid"),
    Fault(
        CATALOG, '"report-charter/c7"', "[of 10 February 2026]", "[of 10 March 2026]", "time", ""
    ),
]


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the dossier with its catalog, under a name of its own."""
    folder = tmp_path / "copied"
    shutil.copytree(builtin(), folder)
    head = folder / "dossier.yaml"
    written = head.read_text(encoding="utf-8")
    head.write_text(written.replace("id: us-azerbaijan", "id: copied", 1), encoding="utf-8")
    catalog = folder / CATALOG
    catalog.parent.mkdir(parents=True)
    shutil.copy(resource_dir("locales") / "en/LC_MESSAGES/us-azerbaijan.po", catalog)
    return folder


def plant(folder: Path, fault: Fault) -> int:
    """Plant a fault and return its line."""
    path = folder / fault.file
    text = path.read_text(encoding="utf-8")
    start = text.index(fault.after)
    at = text.index(fault.old, start)
    text = text[:at] + fault.new + text[at + len(fault.old) :]
    path.write_text(text, encoding="utf-8")
    # What a translation has lost is told where it begins.
    if fault.at.startswith("msgstr"):
        place = text.rindex(fault.at, 0, at)
    else:
        place = text.index(fault.at or fault.new, at)
    return text.count("\n", 0, place) + 1


def test_a_clean_copy_has_no_findings(copied: Path) -> None:
    assert whole.check(copied) == []


def test_each_planted_fault_is_found_at_its_line(copied: Path) -> None:
    """They are planted in two goes: of a document that is broken no claim is verified."""
    untouched = {path: path.read_bytes() for path in copied.rglob("*") if path.is_file()}
    alone = [fault for fault in FAULTS if fault.code in ("dossier", "fuzzy")]
    together = [fault for fault in FAULTS if fault not in alone]
    missed = []
    for faults in (together, alone):
        for path, data in untouched.items():
            path.write_bytes(data)
        expected = [(fault, plant(copied, fault)) for fault in faults]
        found = {(found.path, found.line, found.code) for found in whole.check(copied)}
        missed += [
            (fault.file, line, fault.new)
            for fault, line in expected
            if (str(copied / fault.file), line, fault.code) not in found
        ]
    assert missed == []
