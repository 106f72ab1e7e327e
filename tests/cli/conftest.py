"""A small dossier of our own, in Russian with an English catalog, and a way to run commands on it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from reader import cli
from reader.articles.recognition import fingerprint

ORIGINAL = (
    "Издание сообщило, что мельница возьмёт воду из Длинного озера уже этой весной.",
    "В управе уточнили: воды хватит и мельнице, и обоим городам, если лето будет обычным.",
    "Закон о канале, по словам управы, этого не запрещает, а прямо допускает.",
)
"""An “original” that the tests wrote themselves."""

DOSSIER = """\
id: towns
language: ru
title: Два города
topics:
  - {id: water, label: Вода}
"""
GLOSSARY = """\
- id: long-lake
  kind: place
  terms:
    ru: [Длинное озеро, {text: ДО, type: abbreviation}]
    en: [Long Lake]
  definition: Озеро между двумя городами.
  related: [canal-act]
- id: canal-act
  kind: document
  terms:
    ru: [Закон о канале]
    en: [Canal Act]
  definition: Закон, по которому живёт канал.
"""
DOCUMENT = """\
language: ru
title: Вода для мельницы
source:
  publisher: Вестник
  published: 2024-05-02
  attribution: [canal-act]
text:
  - {{id: p1, text: Мельнице дадут воду из Длинного озера.}}
  - {{id: p2, text: Воды хватит всем.}}
  - {{id: p3, text: Закон о канале это допускает.}}
summary:
  gist: Мельница возьмёт воду из Длинного озера.
  claims:
    - {{id: c1, topic: water, text: Мельница возьмёт воду., cites: [p1, p3]}}
  participants:
    - {{id: lake, entry: long-lake, role: источник воды, cites: [p1]}}
  events:
    - {{id: e1, date: 2024-05-02, text: Вестник пишет о воде., cites: [p1]}}
  documents: [canal-act]
original:
  fingerprints: {fingerprints}
"""
ENGLISH = {
    "dossier/title": ("Два города", "Two towns"),
    "dossier/topics/water/label": ("Вода", "Water"),
    "glossary/long-lake/definition": ("Озеро между двумя городами.", "The lake between the two towns."),
    "glossary/canal-act/definition": ("Закон, по которому живёт канал.", "The law that the canal lives by."),
    "water/title": ("Вода для мельницы", "Water for the mill"),
    "water/p1": ("Мельнице дадут воду из Длинного озера.", "The mill will be given water from Long Lake."),
    "water/p2": ("Воды хватит всем.", "There is water enough for all."),
    "water/p3": ("Закон о канале это допускает.", "The Canal Act allows it."),
    "water/gist": ("Мельница возьмёт воду из Длинного озера.", "The mill will draw water from Long Lake."),
    "water/c1": ("Мельница возьмёт воду.", "The mill will draw water."),
    "water/lake": ("источник воды", "the source of the water"),
    "water/e1": ("Вестник пишет о воде.", "The Herald writes about the water."),
}  # fmt: skip


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    root = tmp_path / "towns"
    (root / "documents").mkdir(parents=True)
    (root / "dossier.yaml").write_text(DOSSIER)
    (root / "glossary.yaml").write_text(GLOSSARY)
    prints = json.dumps([fingerprint(text) for text in ORIGINAL])
    (root / "documents" / "water.yaml").write_text(DOCUMENT.format(fingerprints=prints))
    catalog = root / "locales" / "en" / "LC_MESSAGES"
    catalog.mkdir(parents=True)
    messages = "".join(
        f'\nmsgctxt "{context}"\nmsgid "{source}"\nmsgstr "{translation}"\n'
        for context, (source, translation) in ENGLISH.items()
    )
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    (catalog / "towns.po").write_text(head + messages)
    return root


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """The original as a site stores it, with furniture around it."""
    path = tmp_path / "stored.txt"
    body = "\n\n".join(f"    {text}" for text in ORIGINAL)
    path.write_text(f"date 2024-05-02 Вестник Погода\n    Новости\n\n{body}\n\nПодпишитесь\n")
    return path


class Ran(NamedTuple):
    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)

    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(
    dossier: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Run a command on the small dossier: ``run("list", "--json", stdin="…")``."""

    def run_(*argv: object, stdin: str | bytes = b"", own: bool = True) -> Ran:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        words = [str(word) for word in argv]
        code = cli.main([*(["--dossier", str(dossier)] if own else []), *words])
        out, err = capsysbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return run_
