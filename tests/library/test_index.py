"""The index of a dossier: what is in it, when it is made again, and what it survives."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from reader import cli, storage
from reader.dossiers import paths
from reader.dossiers.loader import load
from reader.dossiers.paths import builtin
from reader.dossiers.translation import translated
from reader.errors import ReaderError
from reader.language import locales
from reader.language.sanitize import sanitize
from reader.library import freshness, index, indexing, packing, tables, texts
from reader.library.collection import Collection
from reader.library.index import Index
from reader.library.packing import IndexDamagedError, pack, unpack
from reader.library.sources import Article, DossierFolder
from reader.model import DocumentView, Dossier
from tests.dossiers import factories
from tests.library.building import built, many


def is_open(folder: Path) -> bool:
    return Collection(folder).open()


def whole(folder: Path, language: str) -> Dossier:
    """Everything that the collection has in a language, as a dossier."""
    collection = built(folder)
    documents = tuple(collection.document(key, language) for key in collection.listed_keys())
    added = collection.added(language)
    return collection.in_language(language)._replace(
        documents=documents, discrepancies=added.discrepancies, notes=added.notes
    )


def write(folder: Path, id: str, text: str) -> None:
    (folder / "documents" / f"{id}.yaml").write_text(text, encoding="utf-8")


def add(folder: Path) -> None:
    """Put what editors add into the folder of a dossier."""
    for name, text in zip(
        paths.EDITORS_FILES, (factories.DISCREPANCIES, factories.NOTES), strict=True
    ):
        (folder / name).write_text(text, encoding="utf-8")


def test_a_dossier_that_was_never_indexed_is_not_open(folder: Path) -> None:
    assert not is_open(folder)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_comes_from_the_index_is_what_the_files_hold(folder: Path, language: str) -> None:
    (folder / "documents" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    glossary = folder / "glossary.yaml"
    beside = glossary.read_text(encoding="utf-8").replace(
        "after_full: true", "after_full: {not_before: [весть], not_after: [старый]}"
    )
    glossary.write_text(beside, encoding="utf-8")
    write(folder, "echo", factories.DOCUMENT)
    add(folder)
    factories.catalog(
        folder,
        {
            "catch/p1": ("Посёлок встретил рыбаков с треской.", "They met."),
            "discrepancies/catch-size/2": ("Улов мал.", "It is small."),
            "notes/limit": ("Введена норма.", "A limit was set."),
        },
    )
    loaded = translated(load(folder), language)
    assert loaded.problems
    found = whole(folder, language)
    assert sorted(found.problems, key=str) == sorted(loaded.problems, key=str)
    ordered = [
        d._replace(texts=tuple(sorted(d.texts, key=lambda text: text.kind)))
        for d in loaded.documents
    ]
    assert [
        d._replace(texts=tuple(sorted(d.texts, key=lambda text: text.kind)))
        for d in found.documents
    ] == ordered
    assert found.entries == loaded.entries
    assert found.discrepancies == loaded.discrepancies != ()
    assert found.notes == loaded.notes != ()
    assert (found.title, found.topics) == (loaded.title, loaded.topics)


def test_the_built_in_dossier_comes_whole_from_the_index() -> None:
    loaded = translated(load(builtin()), "en")
    found = whole(builtin(), "en")
    assert found._replace(documents=()) == loaded._replace(documents=())
    for ours, theirs in zip(found.documents, loaded.documents, strict=True):
        assert set(ours.texts) == set(theirs.texts)
        assert ours._replace(texts=()) == theirs._replace(texts=())


@pytest.mark.parametrize("file", ["dossier.yaml", "glossary.yaml", "documents/catch.yaml"])
def test_a_changed_file_makes_the_index_old(folder: Path, file: str) -> None:
    built(folder)
    assert is_open(folder)
    with (folder / file).open("a", encoding="utf-8") as opened:
        opened.write("\n")
    assert not is_open(folder)
    built(folder)
    assert is_open(folder)


def test_a_glossary_that_is_new_changed_or_gone_makes_the_index_old(folder: Path) -> None:
    (folder / "glossary").mkdir()
    built(folder)
    path = folder / "glossary" / "more.yaml"
    for text in ("ling", "herring"):
        path.write_text(f"- {{id: {text}, kind: concept, terms: {{en: [{text}]}}}}\n")
        assert not is_open(folder)
        built(folder)
        assert text in [entry.id for entry in whole(folder, "en").entries]
    path.unlink()
    assert not is_open(folder)
    (folder / "glossary" / os.fsdecode(b"\xff.yaml")).write_text("x")
    built(folder)
    assert is_open(folder)


@pytest.mark.parametrize("name", paths.EDITORS_FILES)
def test_what_editors_add_is_new_changed_or_gone_makes_the_index_old(
    folder: Path, name: str
) -> None:
    write(folder, "echo", factories.DOCUMENT)
    built(folder)
    add(folder)
    assert not is_open(folder)
    document = built(folder).document("catch", "ru")
    assert (len(document.discrepancies), len(document.notes)) == (1, 2)
    (folder / name).unlink()
    assert not is_open(folder)
    document = built(folder).document("catch", "ru")
    expected = (0, 2) if name == paths.DISCREPANCIES else (1, 0)
    assert (len(document.discrepancies), len(document.notes)) == expected


def test_what_editors_add_follows_a_document_that_changes(folder: Path) -> None:
    write(folder, "echo", factories.DOCUMENT)
    add(folder)
    assert built(folder).head("ru").problems == ()
    write(folder, "echo", factories.DOCUMENT.replace("2025-12-20T10:42+04:00", "2025-12-22"))
    (discrepancy,) = built(folder).document("catch", "ru").discrepancies
    assert discrepancy.sides[1].published.published == "2025-12-22"
    (folder / "documents" / "echo.yaml").unlink()
    collection = built(folder)
    (discrepancy,) = collection.document("catch", "ru").discrepancies
    assert [side.document for side in discrepancy.sides] == ["catch", None]
    assert [p.values.get("id") for p in collection.head("ru").problems] == ["echo", "echo"]
    for name in paths.EDITORS_FILES:
        (folder / name).write_text("", encoding="utf-8")
    document = built(folder).document("catch", "ru")
    assert (document.discrepancies, document.notes) == ((), ())


def test_events_stand_by_date_and_a_month_after_its_days(folder: Path) -> None:
    event = "- {{id: {id}, date: {date}, text: Да., cites: [p1]}}\n    "
    dates = ("2025", "2025-12", "2025-12-31", "2025-11-07", "2026-01-01")
    listed = "".join(event.format(id=f"d{n}", date=date) for n, date in enumerate(dates))
    at = factories.DOCUMENT.index("- {id: e1")
    write(folder, "catch", factories.DOCUMENT[:at] + listed + factories.DOCUMENT[at:])
    built(folder)
    opened = Index.open(index.path_for(folder))
    assert opened is not None
    assert [found.event.date for found in opened.events("ru")] == [
        "2025-11-07",
        "2025-12-31",
        "2025-12",
        "2025-12",
        "2025",
        "2026-01-01",
    ]


def test_an_edit_that_keeps_size_and_time_makes_the_index_old(folder: Path) -> None:
    built(folder)
    path = folder / "documents" / "catch.yaml"
    about = path.stat()
    path.write_text(factories.DOCUMENT.replace("Улов", "Клёв"), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert not is_open(folder)
    assert built(folder).view("catch", "ru").document.summary is not None


def test_a_new_or_changed_catalog_makes_the_index_old(folder: Path) -> None:
    built(folder)
    factories.catalog(folder, {"catch/title": ("Рыбаки вернулись с уловом", "A catch")})
    assert not is_open(folder)
    assert built(folder).title("catch", "en") == "A catch"


def test_a_language_that_the_interface_has_got_makes_the_index_old(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.catalog(folder, {"catch/title": ("Рыбаки вернулись с уловом", "Ein Fang")}, "de")
    Collection(folder).build()
    assert Collection(folder).open()
    monkeypatch.setattr(freshness, "languages", lambda: ("de", "ru", "en"))
    assert not Collection(folder).open()


def test_a_language_of_the_interface_that_the_dossier_has_nothing_in_is_not_indexed(
    folder: Path,
) -> None:
    collection = built(folder)
    assert "uk" in locales.languages()
    assert "uk" not in collection.languages
    assert collection.offered_languages("uk")[1] == "uk"
    assert collection.title("catch", "uk") == collection.title("catch", "ru")


def test_only_a_new_a_changed_and_a_removed_document_are_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "other", factories.DOCUMENT)
    built(folder)
    read: list[str] = []
    get = DossierFolder.get

    def counted(folder: DossierFolder, key: str) -> Article:
        read.append(key)
        return get(folder, key)

    monkeypatch.setattr(DossierFolder, "get", counted)
    write(folder, "catch", factories.DOCUMENT.replace("Улов был большим.", "Улов был мал."))
    write(folder, "first", factories.DOCUMENT.replace("2025-12-20T10:42+04:00", "2024-01-01"))
    assert not is_open(folder)
    collection = built(folder)
    assert sorted(read) == ["catch.yaml", "first.yaml"]
    assert collection.listed_keys() == ["first", "catch", "other"]
    assert [collection.position(key) for key in ("first", "catch", "none")] == [0, 1, None]
    summary = collection.view("catch", "ru").document.summary
    assert summary is not None
    assert summary.gist == "Улов был мал."
    (folder / "documents" / "first.yaml").unlink()
    assert not is_open(folder)
    assert built(folder).listed_keys() == ["catch", "other"]
    assert whole(folder, "ru").documents[0] == load(folder).documents[0]


def words(folder: Path, query: str) -> list[tuple[str, str, str]]:
    connection = sqlite3.connect(index.path_for(folder))
    found = connection.execute(
        "SELECT key, language, paragraph FROM words JOIN passage ON passage.id = words.rowid"
        " JOIN document ON document.id = passage.document WHERE words MATCH ?",
        (query,),
    ).fetchall()
    connection.close()
    return found


def test_passages_mentions_events_and_fingerprints_follow_the_documents(folder: Path) -> None:
    collection = built(folder)
    assert ("catch", "ru", "p1") in words(folder, "треской")
    collection.build_matcher()
    assert [(o.document, o.paragraph) for o in collection.occurrences("cod", "ru")] == [
        ("catch", "p1")
    ]
    opened = Index.open(index.path_for(folder))
    assert opened is not None
    assert [(e.document, e.event.date) for e in opened.events("ru")] == [("catch", "2025-12")]
    assert collection.recognise("\n".join(factories.ORIGINAL), "x").id == "catch"

    without = factories.DOCUMENT.replace("Посёлок встретил рыбаков с треской.", "Пусто.")
    write(folder, "catch", without.replace("2025-12,", "2026-01,"))
    collection = built(folder)
    assert words(folder, "треской") == []
    assert ("catch", "ru", "p1") in words(folder, "пусто")
    collection.build_matcher()
    assert collection.occurrences("cod", "ru") == []
    opened = Index.open(index.path_for(folder))
    assert opened is not None
    assert [e.event.date for e in opened.events("ru")] == ["2026-01"]


def test_mentions_in_the_index_are_those_that_are_found_in_the_texts() -> None:
    collection = built(builtin())
    collection.build_matcher()
    for language in ("ru", "en"):
        found = []
        for key in collection.listed_keys():
            paragraphs = collection.view(key, language).paragraphs
            all_mentions = collection.mentions([p.text for p in paragraphs], at_home=True)
            for paragraph, mentions in zip(paragraphs, all_mentions, strict=True):
                found += [(m.entry, key, paragraph.id, m.text) for m in mentions]
        for entry in collection.source.entries:
            expected = [row[1:] for row in found if row[0] == entry.id]
            assert [tuple(o) for o in collection.occurrences(entry.id, language)] == expected


OWN = """\
- id: pier
  kind: concept
  terms:
    ru: [большой причал]
"""


def test_with_an_entry_of_the_readers_own_only_texts_that_may_have_it_are_searched(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mentioned = factories.DOCUMENT.replace("К причалу", "Треску везут к большому причалу, и")
    for n in range(4):
        write(folder, f"many-{n}", mentioned if n == 2 else factories.DOCUMENT)
    indexing.update(folder)
    own = paths.user_glossary("sea")
    own.parent.mkdir(parents=True)
    own.write_text(OWN, encoding="utf-8")
    collection = built(folder)
    collection.build_matcher()
    searched: list[str] = []
    view = collection.view

    def counted(key: str, language: str) -> DocumentView:
        searched.append(key)
        return view(key, language)

    monkeypatch.setattr(collection, "view", counted)
    piers, cods = (collection.occurrences(entry, "ru") for entry in ("pier", "cod"))
    assert searched == ["many-2"]
    assert [(o.document, o.paragraph, o.text) for o in piers] == [
        ("many-2", "p3", "большому причалу")
    ]
    assert [o.document for o in cods] == [
        "catch", "many-0", "many-1", "many-2", "many-2", "many-3",
    ]  # fmt: skip
    without_words = built(folder)
    without_words.build_matcher()
    monkeypatch.setattr(Index, "with_words", lambda *_arguments: None)
    assert without_words.occurrences("pier", "ru") == piers
    assert without_words.occurrences("cod", "ru") == cods


@pytest.mark.parametrize("written", ["большому причалу", "бoльшому пpичалу"])
def test_a_text_that_has_an_own_term_in_other_letters_is_searched(
    folder: Path, written: str
) -> None:
    text = factories.DOCUMENT.replace("К причалу", f"Треску везут к {written}, и")
    write(folder, "other", text)
    own = paths.user_glossary("sea")
    own.parent.mkdir(parents=True)
    own.write_text(OWN, encoding="utf-8")
    indexing.update(folder)
    collection = built(folder)
    collection.build_matcher()
    assert [o.document for o in collection.occurrences("pier", "ru")] == ["other"]


# Damage.


def damaged(data: bytes, how: str) -> bytes:
    return {
        "empty": b"",
        "text": b"{}\n",
        "zeros": b"\0" * 4096,
        "cut": data[: len(data) // 2],
        "beginning": b"x" * 200 + data[200:],
    }[how]


@pytest.mark.parametrize("how", ["empty", "text", "zeros", "cut", "beginning"])
def test_a_damaged_index_is_made_again(folder: Path, how: str) -> None:
    loaded = whole(folder, "ru")
    path = index.path_for(folder)
    path.write_bytes(damaged(path.read_bytes(), how))
    assert whole(folder, "ru") == loaded
    assert is_open(folder)


def test_wherever_a_byte_is_changed_what_is_shown_stays_right(folder: Path) -> None:
    loaded = whole(folder, "ru")
    path = index.path_for(folder)
    data = path.read_bytes()
    for at in range(0, len(data), 1009):
        path.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        collection = Collection(folder)
        if not collection.open():
            continue  # it is made again
        shown = collection.view("catch", "ru").document
        assert shown == texts.view(loaded.documents[0], "ru").document._replace(texts=shown.texts)
        assert collection.rows("ru", 0, 9)[0].title == "Рыбаки вернулись с уловом"


def test_an_index_whose_schema_is_no_text_is_made_again(folder: Path) -> None:
    loaded = whole(folder, "ru")
    path = index.path_for(folder)
    data = path.read_bytes()
    for name in (b"CREATE TABLE meta", b"CREATE TABLE file", b"CREATE TABLE document"):
        at = data.index(name)
        for place in (at, at + 7, at + len(name) - 1, at + len(name) + 3):
            path.write_bytes(data[:place] + b"\xb7" + data[place + 1 :])
            assert whole(folder, "ru") == loaded


def test_a_document_whose_body_is_gone_from_the_index_is_read_from_the_files(folder: Path) -> None:
    built(folder)
    connection = sqlite3.connect(index.path_for(folder))
    connection.execute("DELETE FROM body")
    connection.commit()
    connection.close()
    collection = Collection(folder)
    assert collection.open()
    assert collection.view("catch", "ru").document.title == "Рыбаки вернулись с уловом"


@pytest.mark.parametrize("position", ["'x'", "1.5", "x'ff'"])
def test_a_position_that_is_not_a_number_is_damage(folder: Path, position: str) -> None:
    built(folder)
    connection = sqlite3.connect(index.path_for(folder))
    connection.execute(f"UPDATE document SET position = {position}")
    connection.commit()
    connection.close()
    opened = Index.open(index.path_for(folder))
    if opened is not None:
        with pytest.raises(IndexDamagedError):
            opened.position("catch")


def test_what_is_damaged_while_it_is_open_is_read_from_the_files(folder: Path) -> None:
    collection = built(folder)
    connection = sqlite3.connect(index.path_for(folder))
    connection.execute("UPDATE body SET data = x'7a00'")
    connection.commit()
    connection.close()
    assert collection.view("catch", "ru").document.title == "Рыбаки вернулись с уловом"


def rewritten(folder: Path, table: str, change: Callable[[Any], Any]) -> None:
    """Change the values of a table, as somebody would who knows how they are stored."""
    connection = sqlite3.connect(index.path_for(folder))
    for number, data in connection.execute(f"SELECT rowid, data FROM {table}").fetchall():
        plain = zlib.decompress(data[1:]) if data[:1] == b"z" else data[5:]
        packed = pack(change(json.loads(plain)))
        connection.execute(
            f"UPDATE {table.split(maxsplit=1)[0]} SET data = ? WHERE rowid = ?", (packed, number)
        )
    connection.commit()
    connection.close()


HOSTILE = "\x1b]0;x\x07\x9b31m\u202e\ud800"


def test_nothing_that_somebody_stored_in_the_index_reaches_a_terminal_as_it_is(
    folder: Path,
) -> None:
    built(folder)

    def hostile(plain: Any) -> Any:
        if isinstance(plain, str) and " " in plain:
            return HOSTILE + plain
        if isinstance(plain, list):
            return [hostile(part) for part in plain]
        return {k: hostile(v) for k, v in plain.items()} if isinstance(plain, dict) else plain

    connection = sqlite3.connect(index.path_for(folder))
    connection.execute("UPDATE mention SET form = ? || form", (HOSTILE[:-1],))
    connection.commit()
    connection.close()
    for table in ("meta WHERE name LIKE 'entries %' OR name LIKE 'head %'", "body", "event"):
        rewritten(folder, table, hostile)
    collection = Collection(folder)
    opened = Index.open(index.path_for(folder))
    assert opened is not None
    assert collection.open()
    collection.build_matcher()
    seen = [
        *collection.in_language("ru").entries,
        collection.in_language("ru").title,
        collection.view("catch", "ru").document,
        *opened.events("ru"),
        *collection.occurrences("cod", "ru"),
    ]
    assert sanitize(HOSTILE)[:3] in repr(seen)
    assert not {c for c in HOSTILE if not c.isprintable()} & set("".join(texts_in(seen)))


def texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part)


@pytest.mark.parametrize("value", [None, 7, 1.5, "x", [], {}, [[]], {"a": 1}, True, -1, "\x1b"])
def test_a_value_of_another_type_in_the_index_is_damage(folder: Path, value: object) -> None:
    shown = texts.view(whole(folder, "ru").documents[0], "ru").document
    title = built(folder).rows("ru", 0, 1)[0].title
    random = Random(repr(value))

    def changed(plain: Any) -> Any:
        if isinstance(plain, list) and plain:
            at = random.randrange(len(plain))
            deeper = isinstance(plain[at], list) and plain[at] and random.random() < 0.7
            return [*plain[:at], changed(plain[at]) if deeper else value, *plain[at + 1 :]]
        return value

    for table in ("body", "event", "meta"):
        built(folder)
        rewritten(folder, table, changed)
        for command in (["list"], ["show", "catch"], ["summary", "catch"], ["glossary"], ["glossary", "треска"]):  # fmt: skip
            assert cli.main(["--dossier", str(folder), *command]) in (0, 1)
        index.path_for(folder).unlink(missing_ok=True)
    again = built(folder)
    assert again.rows("ru", 0, 1)[0].title == title
    assert again.view("catch", "ru").document._replace(texts=shown.texts) == shown


def test_a_value_that_grows_without_end_is_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_LARGEST", 1000)
    with pytest.raises(IndexDamagedError):
        unpack(str, pack("a" * 2000))
    assert unpack(str, pack("a" * 900)) == "a" * 900


def test_the_index_is_for_nobody_else_and_none_of_somebody_else_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(folder)
    path = index.path_for(folder)
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}
    assert {f.stat().st_mode & 0o777 for f in (path.parent, storage.cache_home())} == {0o700}
    storage.cache_home().chmod(0o770)
    assert not is_open(folder)
    built(folder)
    assert is_open(folder)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert not is_open(folder)
    before = path.stat()
    assert built(folder).listed_keys() == ["catch"]
    assert path.stat() == before


def test_an_index_of_another_version_is_made_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(folder)
    monkeypatch.setattr(index, "VERSION", "reader-index-0")
    assert not is_open(folder)
    built(folder)
    assert is_open(folder)


def test_an_index_of_another_folder_is_not_taken(folder: Path, tmp_path: Path) -> None:
    built(folder)
    other = factories.dossier(tmp_path / "other")
    index.path_for(folder).rename(index.path_for(other))
    assert not is_open(other)


def test_where_no_index_can_be_written_the_files_are_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert built(folder).listed_keys() == ["catch"]
    assert not is_open(folder)


def test_a_full_disk_leaves_the_index_that_was_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(folder)
    before = index.path_for(folder).read_bytes()
    (folder / "dossier.yaml").write_text(factories.DOSSIER + "\n", encoding="utf-8")

    def full(*_arguments: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(tables, "insert", full)
    with pytest.raises(sqlite3.OperationalError):
        indexing.update(folder)
    assert index.path_for(folder).read_bytes() == before
    names = [p.name for p in index.path_for(folder).parent.iterdir() if p.suffix != ".lock"]
    assert names == [index.path_for(folder).name]


def run(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "reader.library.indexing", str(folder)]
    return subprocess.Popen(command, cwd=storage.PACKAGE.parent, stdout=subprocess.PIPE)


def test_many_documents_are_read_by_every_core_and_progress_is_told(folder: Path) -> None:
    many(folder, 150)
    told: list[tuple[int, int]] = []
    indexing.update(folder, lambda done, total: told.append((done, total)))
    assert told[-1] == (151, 151)
    collection = Collection(folder)
    assert collection.open()
    assert len(collection) == 151
    dates = [row.published or "" for row in collection.rows("ru", 0, 151)]
    assert dates == sorted(dates)


def test_programs_that_index_at_once_leave_one_whole_index(folder: Path) -> None:
    many(folder, 80)
    running = [run(folder) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    collection = Collection(folder)
    assert collection.open()
    assert len(collection.listed_keys()) == 81


def kill_soon(process: subprocess.Popen[bytes], after: float) -> None:
    time.sleep(after)
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.parametrize("moment", [0.1, 0.25, 0.5])
@pytest.mark.parametrize("change", ["document", "head"])
def test_a_program_that_is_killed_while_it_indexes_loses_nothing(
    folder: Path, moment: float, change: str
) -> None:
    many(folder, 80)
    built(folder)
    if change == "head":
        (folder / "dossier.yaml").write_text(factories.DOSSIER + "\n", encoding="utf-8")
    else:
        many(folder, 99)
    kill_soon(run(folder), moment)
    loaded = load(folder)
    collection = Collection(folder)
    if not collection.open():
        collection.build()
    assert collection.listed_keys() == [document.id for document in loaded.documents]
    assert collection.document("many-7", "ru") == loaded.document("many-7")


# Beside the files.


def test_problems_name_the_folder_as_it_is_given_now(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "documents" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    built(folder)
    monkeypatch.chdir(folder.parent)
    collection = Collection(Path("sea"))
    assert collection.open()
    (problem,) = collection.in_language("ru").problems
    assert problem.path == str(Path("sea/documents/broken.yaml"))


def test_a_folder_that_is_not_a_dossier_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReaderError):
        Collection(tmp_path).build()


def test_a_shipped_index_fits_files_by_what_they_hold(folder: Path, tmp_path: Path) -> None:
    shipped = tmp_path / "index" / "sea.sqlite"
    indexing.build_frozen(folder, shipped)
    for path in folder.rglob("*.yaml"):
        os.utime(path, (0, 0))
    opened = Index.open(shipped, frozen=True)
    assert opened is not None
    assert freshness.fits(opened, folder)
    assert freshness.changed_files(opened, folder) == {}
    (folder / "documents" / "catch.yaml").write_text("x", encoding="utf-8")
    assert freshness.changed_files(opened, folder).keys() == {"catch.yaml"}


def test_of_a_large_dossier_one_file_is_looked_at_for_one_document(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(folder, 5)
    monkeypatch.setattr("reader.library.freshness.FEW", 3)
    built(folder)
    edited = folder / "documents" / "many-1.yaml"
    edited.write_text(factories.DOCUMENT + "\n", encoding="utf-8")
    assert Collection(folder).open("many-2")
    assert not Collection(folder).open("many-1")
    assert not Collection(folder).open("unknown")
    assert not Collection(folder).open()
    trusting = Collection(folder)
    assert trusting.open(trusting=True)
    assert not trusting.is_current()


def test_an_indexed_start_imports_neither_yaml_nor_babel() -> None:
    built(builtin())
    script = (
        "import sys\n"
        "from reader.dossiers.paths import builtin\n"
        "from reader.library.collection import Collection\n"
        "collection = Collection(builtin())\n"
        "assert collection.open()\n"
        "collection.rows('en', 0, 5), collection.view('report-charter', 'ru')\n"
        "collection.in_language('en')\n"
        "print(*{'yaml', 'babel', 'pymorphy3', 'reader.library.indexing'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=storage.PACKAGE.parent,
    )
    assert done.stdout.strip() == ""
