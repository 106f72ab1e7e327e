"""`reader check`: lines, JSON, SARIF, catalogs with a glossary of any format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.checks.findings import CODES
from tests.cli.conftest import Run, dossier, run

__all__ = ["dossier", "run"]

CATALOG = """\
msgid ""
msgstr "Language: ru\\nContent-Type: text/plain; charset=UTF-8\\n"

msgid "The harbour master closed 12 berths on 3 May 2024."
msgstr "Начальник порта закрыл 21 причал 3 мая 2024 года."

# check: term — the ship is meant by its name
msgid "The harbour master waits."
msgstr "Он ждёт."

msgid "Four gates."
msgstr ""
"""
TBX = """\
<?xml version="1.0"?>
<tbx xml:lang="en"><text><body>
<conceptEntry id="master"><langSec xml:lang="en"><termSec><term>harbour master</term></termSec></langSec>
<langSec xml:lang="ru"><termSec><term>капитан порта</term></termSec></langSec></conceptEntry>
</body></text></tbx>
"""
TABLE = "id,en,ru,notes\nmaster,harbour master,капитан порта|портовый капитан,x\n"
YAML = "- id: master\n  kind: concept\n  terms: {en: [harbour master], ru: [капитан порта]}\n"


@pytest.mark.parametrize(("name", "text"), [("t.tbx", TBX), ("t.csv", TABLE), ("t.yaml", YAML)])
def test_anybodys_catalog_is_checked_with_a_glossary(
    run: Run, tmp_path: Path, name: str, text: str
) -> None:
    catalog, glossary = tmp_path / "ru.po", tmp_path / name
    catalog.write_text(CATALOG, encoding="utf-8")
    glossary.write_text(text, encoding="utf-8")
    done = run("check", catalog, "--glossary", glossary, "--json")
    assert done.code == 2
    found = [json.loads(line) for line in done.out.splitlines()]
    assert sorted((row["line"], row["code"]) for row in found) == [
        (5, "number"),
        (5, "number"),
        (5, "term"),
        (11, "missing"),
    ]
    assert {row["level"] for row in found} == {"error", "warning"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("t.tbx", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "entities"),
        ("t.tbx", "<x>" * 100, "nested"),
        ("t.tbx", "<x", "not TBX"),
        ("t.csv", "name,notes\na,b\n", "two languages"),
        ("t.csv", "en,ru\n,\n", "no terms"),
        ("t.txt", "x", "not a glossary"),
    ],
)
def test_what_is_no_glossary_is_refused(
    run: Run, tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / "ru.po").write_text(CATALOG, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("check", tmp_path / "ru.po", "--glossary", tmp_path / name)
    assert done.code == 2
    assert said in done.err


def test_sarif_names_rules_and_places(run: Run, tmp_path: Path) -> None:
    catalog = tmp_path / "ru.po"
    catalog.write_text(CATALOG, encoding="utf-8")
    log = json.loads(run("check", catalog, "--sarif").out)
    (result, *_rest) = log["runs"][0]["results"]
    assert result["ruleId"] == "number"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == catalog.as_uri()
    assert place["region"]["startLine"] in (4, 5)


def test_warnings_alone_are_no_failure(run: Run, tmp_path: Path) -> None:
    catalog = tmp_path / "ru.po"
    catalog.write_text('msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Hello"\nmsgstr ""\n')
    done = run("check", catalog)
    assert done.code == 0
    assert done.err == f"{catalog}:4:1: warning: This text has no translation. [missing]\n"
    assert "1 warning" in done.out


def test_notes_are_for_who_asks(run: Run, dossier: Path) -> None:
    assert run("check", dossier, own=False).err == ""
    told = run("check", dossier, "--notes", own=False)
    assert told.code == 0
    assert "note: No claim, participant or event cites the paragraph “p2”. [uncited]" in told.err


def test_the_docs_explain_each_code() -> None:
    page = (Path(__file__).parents[2] / "docs" / "check.md").read_text(encoding="utf-8")
    for code, (level, _meaning) in CODES.items():
        row = next(
            line for line in page.splitlines() if line.startswith("|") and f"`{code}`" in line
        )
        assert f"| {level} |" in row
