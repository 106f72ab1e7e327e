"""The prose of a dossier becomes messages of its catalog."""

import io
from pathlib import Path

from babel.messages.extract import DEFAULT_KEYWORDS, extract

from reader.dossiers.extraction import prose
from reader.dossiers.yaml_tree import parse
from tests.dossiers import factories


def contexts(name: str, text: str) -> list[str]:
    return [found.context for found in prose(Path(name), parse(text, Path(name)))]


def test_a_document_gives_its_prose_by_id_and_key() -> None:
    assert contexts("catch.yaml", factories.DOCUMENT) == [
        "catch/title",
        "catch/p1",
        "catch/p2",
        "catch/p3",
        "catch/p4",
        "catch/gist",
        "catch/c1",
        "catch/c2",
        "catch/mayak",
        "catch/e1",
    ]


def test_a_glossary_gives_its_definitions_and_no_terms() -> None:
    assert contexts("glossary.yaml", factories.GLOSSARY) == ["glossary/cod/definition"]


def test_the_head_gives_its_title_and_topics() -> None:
    assert contexts("dossier.yaml", factories.DOSSIER) == [
        "dossier/title",
        "dossier/fish",
        "dossier/wind",
    ]


def test_discrepancies_and_notes_give_their_prose_by_id() -> None:
    assert contexts("discrepancies.yaml", factories.DISCREPANCIES) == [
        "discrepancies/catch-size/about",
        "discrepancies/catch-size/1",
        "discrepancies/catch-size/2",
        "discrepancies/catch-size/3",
        "discrepancies/catch-size/why",
    ]
    assert contexts("notes.yaml", factories.NOTES) == ["notes/limit", "notes/who-counts"]


def test_a_dispute_is_prose() -> None:
    text = "summary:\n  claims:\n    - {id: c1, text: Да., disputed: соседями}\n"
    assert contexts("catch.yaml", text) == ["catch/c1", "catch/c1/disputed"]


def test_a_note_on_an_inferred_date_is_prose() -> None:
    text = "source:\n  published_note: По погоде.\n"
    assert contexts("catch.yaml", text) == ["catch/published_note"]


def test_a_broken_document_gives_what_it_has() -> None:
    assert contexts("catch.yaml", "title: [x]\ntext:\n  - {id: p1}\n  - {id: p2, text: Да.}\n") == [
        "catch/p2"
    ]


def test_babel_extracts_with_context_and_line() -> None:
    file = io.BytesIO(factories.DOCUMENT.encode())
    file.name = "documents/catch.yaml"
    found = list(extract("reader.dossiers.extraction:extract_yaml", file, DEFAULT_KEYWORDS))
    assert found[1] == (8, "Посёлок встретил рыбаков с треской.", [], "catch/p1")


def test_the_note_is_prose_and_a_headline_of_the_publisher_is_not() -> None:
    assert contexts("dossier.yaml", "note: Пересказано.\n") == ["dossier/note"]
    assert contexts("catch.yaml", "source:\n  headline: Треска пошла\n") == []
