"""What the editors of a dossier add: discrepancies between sources, and notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.dossiers import loader
from reader.dossiers.translation import translated
from reader.model import Dossier, Note, Source
from tests.dossiers import factories
from tests.dossiers.factories import messages, places

OTHER = factories.DOCUMENT.replace("publisher: Маяк", "publisher: Вестник").replace(
    "2025-12-20T10:42+04:00", "2025-12-21"
)
ENGLISH = {
    "discrepancies/catch-size/about": ("Величина улова", "Size of the catch"),
    "discrepancies/catch-size/1": ("Улов велик.", "The catch is big."),
    "discrepancies/catch-size/2": ("Улов мал.", "The catch is small."),
    "discrepancies/catch-size/3": ("Нормы нет.", "No limit is set."),
    "notes/limit": ("Введена норма.", "A limit was set."),
}


def dossier(root: Path, *, discrepancies: str = "", notes: str = "", **more: str) -> Path:
    folder = factories.dossier(root, **{"echo": OTHER, **more})
    for name, text in (("discrepancies", discrepancies), ("notes", notes)):
        if text:
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def loaded(root: Path, **files: str) -> Dossier:
    return loader.load(dossier(root, **files))


def full(root: Path) -> Path:
    return dossier(root, discrepancies=factories.DISCREPANCIES, notes=factories.NOTES)


def test_a_discrepancy_has_sides_with_their_documents(tmp_path: Path) -> None:
    found = loader.load(full(tmp_path))
    assert found.problems == ()
    (discrepancy,) = found.discrepancies
    assert (discrepancy.id, discrepancy.about) == ("catch-size", "Величина улова")
    first, second, official = discrepancy.sides
    assert (first.document, first.cites, first.text) == ("catch", ("p1", "p2"), "Улов велик.")
    assert second.published == Source("Вестник", "2025-12-21")
    assert (official.entry, official.document) == ("cod", None)
    assert official.source == ("Закон о треске, статья 1",)


def test_each_document_has_what_concerns_it(tmp_path: Path) -> None:
    found = loader.load(full(tmp_path))
    catch, echo = found.document("catch"), found.document("echo")
    assert catch
    assert echo
    assert [d.id for d in catch.discrepancies] == [d.id for d in echo.discrepancies]
    assert [note.id for note in catch.notes] == ["limit", "who-counts"]
    assert [note.id for note in echo.notes] == ["who-counts"]
    assert catch.notes[0] == Note(
        "limit", "next", ("catch/c1",), "Введена норма.", "2026-01", ("«Маяк», 9 января 2026 года",)
    )


def test_it_is_translated_by_the_catalog_and_what_is_not_is_marked(tmp_path: Path) -> None:
    folder = full(tmp_path)
    factories.catalog(folder, ENGLISH)
    found = translated(loader.load(folder), "en")
    (discrepancy,) = found.discrepancies
    assert discrepancy.about == "Size of the catch"
    assert [side.text for side in discrepancy.sides] == [
        "The catch is big.",
        "The catch is small.",
        "No limit is set.",
    ]
    assert (discrepancy.why, discrepancy.untranslated) == (
        "От этого зависит норма.",
        frozenset(("why",)),
    )
    assert [(note.text, note.untranslated) for note in found.notes] == [
        ("A limit was set.", False),
        ("Кто считает рыбу?", True),
    ]
    catch = found.document("catch")
    assert catch
    assert catch.discrepancies == (discrepancy,)


def test_a_side_that_is_left_out_does_not_move_the_translations(tmp_path: Path) -> None:
    text = factories.DISCREPANCIES.replace("document: catch", "document: nowhere")
    folder = dossier(tmp_path, discrepancies=text)
    factories.catalog(folder, ENGLISH)
    (discrepancy,) = translated(loader.load(folder), "en").discrepancies
    assert [side.text for side in discrepancy.sides] == ["The catch is small.", "No limit is set."]


TWO = """\
- id: a
  about: Улов
  sides:
    - {document: catch, cites: [p1], text: Велик.}
    - {document: echo, cites: [p1], text: Мал.}
  why: Важно.
"""


@pytest.mark.parametrize(
    ("change", "place", "message", "left"),
    [
        (("catch", "nowhere"), (4, 18), "There is no article “nowhere” in this dossier.", 0),
        (("p1", "p9"), (4, 33), "There is no paragraph “p9” in the article “catch” to cite.", 1),
        (("about: Улов", "about:"), (2, 9), "The key “about” is missing", 0),
        (("why: Важно.", "because: Да."), (6, 3), "The key “because” is not known here.", 0),
        (("cites: [p1], ", ""), (4, 7), "The key “cites” is missing", 0),
        (("document: catch, ", ""), (4, 7), "The key “document” is missing", 0),
        (("document: catch", "entry: cod"), (4, 7), "The key “source” is missing", 0),
        (("id: a", "id: A B"), (1, 7), "“A B” is not an id.", 0),
        (
            ("    - {document: echo, cites: [p1], text: Мал.}\n", ""),
            (4, 5),
            "A discrepancy has at least two sides.",
            0,
        ),
    ],
)
def test_what_is_wrong_in_a_discrepancy_is_named(
    tmp_path: Path, change: tuple[str, str], place: tuple[int, int], message: str, left: int
) -> None:
    sound = TWO.replace("id: a", "id: sound")
    found = loaded(tmp_path, discrepancies=TWO.replace(*change, 1) + sound)
    assert ("discrepancies.yaml", *place) in places(found.problems)
    assert any(text.startswith(message) for text in messages(found.problems))
    # Whatever is wrong in one, the other is there.
    assert [d.id for d in found.discrepancies][-1] == "sound"
    assert len(found.discrepancies) == left + 1


def test_an_entry_of_a_side_is_one_of_the_glossary(tmp_path: Path) -> None:
    side = "- {entry: perch, text: Нет., source: [Закон]}"
    found = loaded(
        tmp_path, discrepancies=TWO.replace("- {document: echo, cites: [p1], text: Мал.}", side)
    )
    assert messages(found.problems) == [
        "There is no entry “perch” in the glossary. Add it, or correct the id."
    ]
    assert found.discrepancies == ()


def test_an_id_stands_once_in_a_file(tmp_path: Path) -> None:
    found = loaded(tmp_path, discrepancies=TWO + TWO, notes=factories.NOTES + factories.NOTES)
    assert places(found.problems) == [
        ("discrepancies.yaml", 7, 7),
        ("notes.yaml", 11, 7),
        ("notes.yaml", 17, 7),
    ]
    assert len(found.discrepancies) == 1
    assert len(found.notes) == 2


NOTE = """\
- id: a
  kind: next
  about: [catch/c1]
  date: 2026-01
  text: Введена норма.
  source: [Маяк]
"""


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (
            ("kind: next", "kind: later"),
            (2, 9),
            "“later” cannot be “kind”. Choose one of: next, open.",
        ),
        (("  date: 2026-01\n", ""), (1, 3), "The key “date” is missing"),
        (("date: 2026-01", "date: soon"), (4, 9), "“soon” is not a date."),
        (("  source: [Маяк]\n", ""), (1, 3), "The key “source” is missing"),
        (("catch/c1", "catch/c9"), (3, 11), "There is no claim “c9” in the article “catch”."),
        (("catch/c1", "nowhere/c1"), (3, 11), "There is no article “nowhere” in this dossier."),
        (("  about: [catch/c1]\n", ""), (1, 3), "The key “about” is missing"),
        (("  text: Введена норма.\n", ""), (1, 3), "The key “text” is missing"),
    ],
)
def test_what_is_wrong_in_a_note_is_named(
    tmp_path: Path, change: tuple[str, str], place: tuple[int, int], message: str
) -> None:
    found = loaded(tmp_path, notes=NOTE.replace(*change, 1))
    assert places(found.problems) == [("notes.yaml", *place)]
    assert messages(found.problems)[0].startswith(message)
    assert found.notes == ()


def test_what_is_open_needs_neither_date_nor_source(tmp_path: Path) -> None:
    found = loaded(tmp_path, notes="- {id: a, kind: open, about: [catch], text: Кто считает?}\n")
    assert found.problems == ()
    assert found.notes == (Note("a", "open", ("catch",), "Кто считает?"),)


@pytest.mark.parametrize("name", ["discrepancies", "notes"])
def test_a_file_that_is_not_a_list_costs_nothing_else(tmp_path: Path, name: str) -> None:
    found = loaded(tmp_path, **{name: "a: 1\n"})
    assert messages(found.problems) == ["A list is expected here: each item begins with “- id: …”."]
    assert places(found.problems) == [(f"{name}.yaml", 1, 1)]
    assert len(found.documents) == 2


def test_an_empty_file_is_none(tmp_path: Path) -> None:
    assert loaded(tmp_path, notes="# later\n").problems == ()


@pytest.mark.parametrize("name", ["discrepancies", "notes"])
def test_a_document_cannot_have_the_name_of_such_a_file(tmp_path: Path, name: str) -> None:
    found = loader.load(factories.dossier(tmp_path, **{name: factories.DOCUMENT}))
    assert messages(found.problems) == [
        "An article’s file cannot have this name. Give it another one."
    ]


CLAIM = "{id: c1, topic: fish, text: Трески поймали много., cites: [p1, p2]}"


def test_a_claim_has_status_speaker_and_dispute(tmp_path: Path) -> None:
    more = CLAIM.replace("text:", "status: done, speaker: [cod, mayak], disputed: соседями, text:")
    folder = factories.dossier(tmp_path, catch=factories.DOCUMENT.replace(CLAIM, more))
    factories.catalog(folder, {"catch/c1/disputed": ("соседями", "by the neighbours")})
    found = loader.load(folder)
    assert found.problems == ()
    summary = found.documents[0].summary
    assert summary
    claim = summary.claims[0]
    assert (claim.status, claim.speaker) == ("done", ("cod", "mayak"))
    shown = translated(found, "en").documents[0]
    assert shown.summary
    assert shown.summary.claims[0].disputed == "by the neighbours"
    assert "c1/disputed" not in shown.untranslated
    assert "c1" in shown.untranslated


@pytest.mark.parametrize(
    ("more", "column", "message"),
    [
        (
            "status: maybe",
            37,
            "“maybe” cannot be “status”. Choose one of: done, fixed, planned, possible, expected, assessed, discussed.",
        ),
        (
            "speaker: [perch]",
            39,
            "There is no entry “perch” in the glossary. Add it, or correct the id.",
        ),
    ],
)
def test_an_unknown_status_or_speaker_is_named_and_left_out(
    tmp_path: Path, more: str, column: int, message: str
) -> None:
    text = factories.DOCUMENT.replace(CLAIM, CLAIM.replace("text:", f"{more}, text:"))
    found = loader.load(factories.dossier(tmp_path, catch=text))
    assert places(found.problems) == [("catch.yaml", 15, column)]
    assert messages(found.problems) == [message]
    summary = found.documents[0].summary
    assert summary
    assert (summary.claims[0].status, summary.claims[0].speaker) == (None, None)


def test_a_claim_may_be_the_articles_own_word(tmp_path: Path) -> None:
    text = factories.DOCUMENT.replace(CLAIM, CLAIM.replace("text:", "speaker: [], text:"))
    found = loader.load(factories.dossier(tmp_path, catch=text))
    assert found.problems == ()
    summary = found.documents[0].summary
    assert summary
    assert summary.claims[0].speaker == ()
