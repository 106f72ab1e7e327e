"""A dossier whose content has no Latin and no Cyrillic letter, so that all others are the program's."""

from __future__ import annotations

from pathlib import Path

DOSSIER = """\
id: "1"
language: ru
title: Θάλασσα
topics:
  - {id: "7", label: Ψάρια}
"""
GLOSSARY = """\
- id: "11"
  kind: place
  terms:
    ru: [Αιγαίο, Αρχιπέλαγος]
    en: [Αιγαίον]
  definition: Θάλασσα με πολλά νησιά.
  related: ["12"]
  source: [Άτλας]
- id: "12"
  kind: concept
  terms:
    ru: [μπακαλιάρος]
    en: [βακαλάος]
  definition: Ψάρι.
  related: ["11"]
"""
DOCUMENT = """\
language: ru
title: Οι ψαράδες γύρισαν
source:
  publisher: Φάρος
  published: {published}
  {inferred}
  attribution: ["11"]
text:
  - {{id: p1, text: Το Αιγαίο δίνει μπακαλιάρος.}}
  - {{id: p2, text: Αύριο πάλι.}}
summary:
  gist: Καλή ψαριά στο Αιγαίο.
  claims:
    - {{id: c1, topic: "7", status: done, speaker: ["12", "11"], disputed: Φάρος, text: Πιάστηκε μπακαλιάρος., cites: [p1, p2]}}
  participants:
    - {{id: "11", entry: "11", role: τόπος, cites: [p1]}}
  events:
    - {{id: e1, date: 2025-05, text: Επιστροφή., cites: [p1]}}
  documents: ["12"]
"""
DISCREPANCIES = """\
- id: "21"
  about: Η ψαριά
  sides:
    - {document: "1", cites: [p1], text: Μεγάλη.}
    - {document: "3", cites: [p2], text: Μικρή.}
    - {entry: "11", text: Καμία., source: [Άτλας]}
  why: Για το όριο.
"""
NOTES = """\
- {id: "31", kind: next, about: ["1", "3/c1"], date: 2025-06, text: Όριο., source: [Άτλας]}
- {id: "32", kind: open, about: ["1"], text: Πόσα ψάρια;}
"""
ARTICLE = "Νέα από το Αιγαίο\n\nΦυσάει, και μπακαλιάρος δεν υπάρχει.\n"


def dossier(folder: Path) -> Path:
    """The dossier ``folder/1``: one document with its date, one with an inferred one, one with none."""
    root = folder / "1"
    (root / "documents").mkdir(parents=True)
    (root / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    (root / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    (root / "discrepancies.yaml").write_text(DISCREPANCIES, encoding="utf-8")
    (root / "notes.yaml").write_text(NOTES, encoding="utf-8")
    inferred = "published_inferred: 2025-05-06\n  published_note: Από το κείμενο."
    for name, published, more in (
        ("1", "2025-05-04", ""),
        ("2", "null", inferred),
        ("3", "null", ""),
    ):
        text = DOCUMENT.format(published=published, inferred=more)
        (root / "documents" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return root
