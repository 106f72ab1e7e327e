"""What a screen asks of notes: made, placed in what is shown, changed, undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.dossiers import paths
from reader.errors import ReaderError
from reader.library.anchoring import Span
from reader.library.collection import Collection
from reader.library.notes import Note, Notebook
from reader.library.noting import Noted, Notes
from reader.library.sources import Files
from reader.undo import Log
from tests.dossiers import factories
from tests.library import building

TRANSLATED = {
    "catch/p1": ("Посёлок встретил рыбаков с треской.", "The village met the fishermen with cod."),
    "catch/p2": ("Такого лова давно не было.", "There has been no such catch for long."),
    "catch/gist": ("Улов был большим.", "The catch was large."),
    "catch/c1": ("Трески поймали много.", "Much cod was caught."),
    "catch/c2": ("Мешал ветер.", "The wind was in the way."),
}


@pytest.fixture
def collection(folder: Path) -> Collection:
    factories.catalog(folder, TRANSLATED)
    return building.built(folder)


@pytest.fixture
def notes(collection: Collection) -> Notes:
    return Notes(collection)


def on_words(
    notes: Notes, collection: Collection, words: str, language: str = "ru", key: str = "catch"
) -> Note:
    view = collection.view(key, language)
    paragraph = next(p for p in view.paragraphs if words in p.text)
    start = paragraph.text.index(words)
    where = (paragraph.id, start), (paragraph.id, start + len(words))
    note = notes.of_selection(key, view, where, "a note", ("a tag",))
    notes.add(note)
    return note


def placed(
    notes: Notes, collection: Collection, language: str = "ru", key: str = "catch"
) -> list[Noted]:
    return notes.placed(key, collection.view(key, language))


def test_nothing_is_read_or_made_before_it_is_asked_for(notes: Notes) -> None:
    del notes
    assert not paths.notes("sea").parent.exists()


def test_where_there_are_no_notes_no_text_is_looked_at(
    notes: Notes, collection: Collection
) -> None:
    assert placed(notes, collection) == []
    assert notes.problems == ()


def test_a_note_stands_at_its_words(notes: Notes, collection: Collection) -> None:
    note = on_words(notes, collection, "лова")
    ((found, place, numbers, is_open),) = placed(notes, collection)
    assert (found, numbers, is_open) == (note, (2,), True)
    assert (place.state, place.spans) == ("kept", (Span("p2", 7, 11),))
    assert note.document == "catch"
    assert (note.of, note.language, note.fingerprint) == ("edition", "ru", "")


def test_a_note_on_a_paragraph_is_on_all_of_it(notes: Notes, collection: Collection) -> None:
    view = collection.view("catch", "ru")
    notes.add(notes.of_paragraph("catch", view, "p3", "why"))
    (noted,) = placed(notes, collection)
    assert noted.note.kind == "paragraph"
    assert noted.place.spans == (Span("p3", 0, len("К причалу лодки подошли ночью.")),)


def test_in_another_language_it_stands_at_the_paragraph_that_says_the_same(
    notes: Notes, collection: Collection
) -> None:
    on_words(notes, collection, "no such catch", "en")
    (noted,) = placed(notes, collection)
    assert (noted.place.paragraph, noted.place.spans, noted.place.state) == ("p2", (), "kept")
    (noted,) = placed(notes, collection, "en")
    assert len(noted.place.spans) == 1


def test_what_has_no_translation_is_of_the_source_and_stands_in_both(
    notes: Notes, collection: Collection
) -> None:
    note = on_words(notes, collection, "причалу", "en")
    assert (note.of, note.language) == ("edition", "ru")
    for language in ("ru", "en"):
        (noted,) = placed(notes, collection, language)
        assert noted.place.spans == (Span("p3", 2, 9),)


def test_a_note_on_a_claim_stands_at_it_in_every_language(
    notes: Notes, collection: Collection
) -> None:
    view = collection.view("catch", "en")
    notes.add(notes.of_claim("catch", view, "c1", "really?"))
    (noted,) = placed(notes, collection, "en")
    assert noted.place.spans == (Span("c1", 0, len("Much cod was caught.")),)
    assert noted.numbers == (1, 2)
    (noted,) = placed(notes, collection)
    assert (noted.place.paragraph, noted.place.spans, noted.is_lost) == ("c1", (), False)


def test_they_come_in_the_order_of_reading(notes: Notes, collection: Collection) -> None:
    for words in ("соседи", "лова", "Такого"):
        on_words(notes, collection, words)
    notes.add(notes.of_claim("catch", collection.view("catch", "ru"), "c2", ""))
    quoted = [noted.note.quote.exact for noted in placed(notes, collection)]
    assert quoted == ["Мешал ветер.", "Такого", "лова", "соседи"]


def test_what_is_not_there_can_have_no_note(notes: Notes, collection: Collection) -> None:
    view = collection.view("catch", "ru")
    for make in (notes.of_paragraph, notes.of_claim):
        with pytest.raises(KeyError):
            make("catch", view, "p99", "")


def test_on_an_original_a_note_waits_until_it_is_open_again(
    notes: Notes, collection: Collection, folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "original.txt"
    path.write_text("\n\n".join(factories.ORIGINAL))
    assert collection.add(Files((str(path),), collection.recognise)) == ["catch"]
    note = on_words(notes, collection, "Северный")
    assert note.of == "original"
    assert placed(notes, collection)[0].place.state == "kept"
    without = building.built(folder)
    (noted,) = Notes(without).placed("catch", without.view("catch", "ru"))
    assert (noted.is_open, noted.is_lost, noted.place.paragraph) == (False, False, "p1")


def test_added_edited_and_removed_it_is_in_the_file_and_undone(
    notes: Notes, collection: Collection
) -> None:
    kept = Notebook(paths.notes("sea"))
    note = on_words(notes, collection, "лова")
    after = notes.edit(note, "another", ("x", "y"))
    assert kept.notes() == (after,)
    assert after.id == note.id
    notes.remove(after)
    assert kept.notes() == ()
    for expected in ((after,), (note,), ()):
        assert notes.log.undo() is not None
        assert kept.notes() == expected
    assert notes.log.undo() is None
    notes.log.redo()
    assert notes.all() == [note]


def test_one_log_may_serve_several_homes(collection: Collection) -> None:
    class Marks:
        def __init__(self) -> None:
            self.letters = {"a"}

        def replace(self, before: str | None, after: str | None) -> None:
            self.letters = (self.letters - {before or ""}) | ({after} if after else set())

    log, marks = Log(), Marks()
    notes = Notes(collection, log)
    on_words(notes, collection, "лова")
    log.do(marks, "a", None)
    change = log.undo()
    assert change is not None
    assert change.kept is marks
    assert marks.letters == {"a"}
    assert len(notes.all()) == 1
    log.undo()
    assert notes.all() == []


def test_what_another_program_does_is_seen_and_not_undone_over(
    notes: Notes, collection: Collection
) -> None:
    note = on_words(notes, collection, "лова")
    other = Notes(building.built(collection.root))
    theirs = other.edit(other.on("catch")[0], "theirs", ())
    assert notes.on("catch") == [theirs]
    with pytest.raises(ReaderError):
        notes.edit(note, "mine", ())
    with pytest.raises(ReaderError):
        notes.log.undo()
    assert notes.on("catch") == [theirs]


def test_a_note_on_a_file_knows_its_path_and_its_text(
    notes: Notes, collection: Collection, tmp_path: Path
) -> None:
    path = tmp_path / "mill.txt"
    path.write_text("A mill burned down.\n\nNobody was hurt in it.\n")
    (key,) = collection.add(Files((str(path),), collection.recognise))
    note = on_words(notes, collection, "burned", "en", key)
    assert note.document == str(path)
    assert note.fingerprint
    assert Notebook(paths.file_notes()).notes() == (note,)
    (twin,) = collection.add(Files((str(path),), collection.recognise))
    assert notes.on(twin) == [note]
    assert notes.on("catch") == []


def test_a_note_on_standard_input_is_found_by_its_text(collection: Collection) -> None:
    article = collection.recognise("A mill burned down.\n\nNobody was hurt.\n", "-")
    notes = Notes(collection)
    key = collection.add_article(article, "-")
    note = on_words(notes, collection, "burned", "en", key)
    assert note.document == ""
    again = collection.add_article(article, "-")
    assert notes.on(again) == [note]


def test_problems_of_a_file_are_told(notes: Notes, collection: Collection) -> None:
    on_words(notes, collection, "лова")
    with paths.notes("sea").open("a") as file:
        file.write("oops\n")
    assert len(notes.on("catch")) == 1
    assert [problem.line for problem in notes.problems] == [2]
