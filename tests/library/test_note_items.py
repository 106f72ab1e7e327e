"""Notes searched as one types, their tags as they are typed, and the list over all documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.library.note_items import listed, searched, tags_of
from reader.library.notes import Note
from reader.library.noting import Notes
from tests.library import building


@pytest.mark.parametrize(
    ("typed", "tags"),
    [
        ("", ()),
        ("one", ("one",)),
        ("one, two words ,one", ("one", "two words")),
        ("#one #two", ("one", "two")),
        ("#one, two;three\n#four", ("one", "two", "three", "four")),
        ("c#, f#", ("c#", "f#")),
        (" , ; # ", ()),
        ("a\x1bb", ("ab",)),
    ],
)
def test_tags_as_they_are_typed(typed: str, tags: tuple[str, ...]) -> None:
    assert tags_of(typed) == tags


def note(id: str, text: str, *tags: str) -> Note:
    return Note(id, "catch", "paragraph", text, tags)


NOTES = [note("a", "Кто считал рыбу?", "проверить"), note("b", "Порт", "Порты", "два слова")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "ab"),
        ("#", "ab"),
        ("рыб", "a"),
        ("счит кто", "a"),
        ("порт", "b"),
        ("#порт", "b"),
        ("#ПРОВ", "a"),
        ("#рыбу", ""),
        ("#пров порт", ""),
        ("#два слова", "b"),
    ],
)
def test_words_and_tags_are_found_by_their_beginnings(query: str, found: str) -> None:
    assert "".join(n.id for n in searched(NOTES, query)) == found


def test_the_list_has_every_note_with_the_key_of_its_document(folder: Path) -> None:
    collection = building.built(folder)
    notes = Notes(collection)
    view = collection.view("catch", "ru")
    gone = notes.of_paragraph("catch", view, "p1", "gone")._replace(document="elsewhere")
    notes.add(gone)
    for paragraph in ("p3", "p1"):
        notes.add(notes.of_paragraph("catch", view, paragraph, paragraph))
    found = listed(notes, collection, "ru")
    assert [(key, one.note.text, one.state) for key, one in found] == [
        ("catch", "p1", "kept"),
        ("catch", "p3", "kept"),
        ("", "gone", "gone"),
    ]
