"""A small dossier about the sea, in sentences of its own, that tests build on and break."""

from __future__ import annotations

from pathlib import Path

from reader.articles.recognition import fingerprint
from reader.model import Claim, Paragraph, Problem, Source, Summary

DOSSIER = """\
id: sea
language: ru
title: Море
topics:
  - {id: fish, label: Рыба}
  - {id: wind, label: Ветер}
"""

GLOSSARY = """\
- id: cod
  kind: concept
  terms:
    ru: [треска]
    en: [cod]
  definition: Рыба северных морей.
  related: [mayak]
- id: mayak
  kind: organisation
  terms:
    ru: ["Газета «Маяк»", {text: ГМ, type: abbreviation, case: exact}, {text: Маяк, after_full: true}]
    en: [Mayak]
  source: ["https://example.org/mayak"]
"""

ORIGINAL = (
    "Рыбаки посёлка Северный на прошлой неделе вернулись домой с большим уловом трески.",
    "Газета «Маяк» пишет, что такого лова здесь не помнят уже лет десять, а то и больше того.",
    "Ветер стих только к вечеру, и поэтому лодки смогли подойти к причалу лишь в темноте.",
    "Завтра в море, если позволит погода, выйдут ещё четыре лодки из соседнего посёлка.",
)
"""An article as a publisher might have it: written for these tests."""

DOCUMENT = f"""\
language: ru
title: Рыбаки вернулись с уловом
source:
  publisher: Маяк
  published: 2025-12-20T10:42+04:00
  attribution: [mayak]
text:
  - {{id: p1, text: Посёлок встретил рыбаков с треской.}}
  - {{id: p2, text: Такого лова давно не было.}}
  - {{id: p3, text: К причалу лодки подошли ночью.}}
  - {{id: p4, text: На очереди соседи.}}
summary:
  gist: Улов был большим.
  claims:
    - {{id: c1, topic: fish, text: Трески поймали много., cites: [p1, p2]}}
    - {{id: c2, topic: wind, text: Мешал ветер., cites: [p3]}}
  participants:
    - {{id: mayak, entry: mayak, role: сообщил об улове, cites: [p2]}}
  events:
    - {{id: e1, date: 2025-12, text: Возвращение лодок., cites: [p1]}}
  documents: [mayak]
original:
  fingerprints: [{", ".join(f'"{fingerprint(p)}"' for p in ORIGINAL)}]
"""

DISCREPANCIES = """\
- id: catch-size
  about: Величина улова
  sides:
    - {document: catch, cites: [p1, p2], text: Улов велик.}
    - {document: echo, cites: [p2], text: Улов мал.}
    - {entry: cod, text: Нормы нет., source: ["Закон о треске, статья 1"]}
  why: От этого зависит норма.
"""
NOTES = """\
- id: limit
  kind: next
  about: [catch/c1]
  date: 2026-01
  text: Введена норма.
  source: ["«Маяк», 9 января 2026 года"]
- id: who-counts
  kind: open
  about: [echo, catch]
  text: Кто считает рыбу?
"""
"""What editors add about the documents ``catch`` and ``echo``."""


def dossier(
    root: Path,
    *,
    head: str = DOSSIER,
    glossary: str | None = GLOSSARY,
    catch: str = DOCUMENT,
    **documents: str,
) -> Path:
    """The dossier ``root/sea`` with the document ``catch`` and any others."""
    folder = root / "sea"
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    (folder / "dossier.yaml").write_text(head, encoding="utf-8")
    if glossary is not None:
        (folder / "glossary.yaml").write_text(glossary, encoding="utf-8")
    for name, text in {"catch": catch, **documents}.items():
        (folder / "documents" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def places(problems: list[Problem] | tuple[Problem, ...]) -> list[tuple[str, int, int]]:
    """File name, line and column of each."""
    return [(Path(p.path).name, p.line, p.column) for p in problems]


def messages(problems: list[Problem] | tuple[Problem, ...]) -> list[str]:
    return [p.message.format(**p.values) for p in problems]


def catalog(folder: Path, translations: dict[str, tuple[str, str]], language: str = "en") -> Path:
    """A catalog in the dossier's own folder: {context: (source, translation)}."""
    path = folder / "locales" / language / "LC_MESSAGES" / "sea.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (
        f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    for context, (source, translation) in translations.items():
        text += f'\nmsgctxt "{context}"\nmsgid "{source}"\nmsgstr "{translation}"\n'
    path.write_text(text, encoding="utf-8")
    return path


SOURCE = Source("Маяк", "2025-12-20")
PARAGRAPHS = tuple(Paragraph(f"p{i}", f"Абзац {i}.") for i in range(1, 5))
SUMMARY = Summary("Улов.", (Claim("c1", "fish", "Трески много.", ("p1", "p2", "p4")),))
"""The same document, already loaded."""
