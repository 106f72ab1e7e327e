"""What is known of a document's claims is kept, and is that of these very words and of no others."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import caches, locks, saving, storage
from reader.dossiers.user_glossary_text import Written
from reader.library import freezing, indexing, kept_verdicts, verifying_process
from reader.library.collection import Collection
from reader.library.index import Index
from reader.library.verification import Subject, Verdicts, subject
from reader.model import Claim, Document, Draft, Entry, Paragraph, Source, Summary, Term, Text
from reader.verdicts import Verdict

FOUND = (Verdict("c1", "verified"), Verdict("c2", "open"))


def opened(folder: Path) -> Collection:
    collection = Collection(folder)
    collection.build()
    collection.build_matcher()
    return collection


def asked(collection: Collection, key: str = "catch", language: str = "ru") -> Subject:
    found = subject(collection, key, language)
    assert found is not None
    return found


def keep(folder: Path, each: Subject, verdicts: tuple[Verdict, ...] = FOUND) -> Path:
    path = kept_verdicts.path_for(folder)
    kept_verdicts.keep(path, each.key, each.language, each.made_of, verdicts)
    return path


def known(folder: Path, each: Subject) -> list[Verdict] | None:
    """What another start of the program knows."""
    found = Verdicts(opened(folder)).known(each)
    return None if found is None else [*found.values()]


def edit(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_what_was_found_is_there_at_the_next_start(folder: Path) -> None:
    each = asked(opened(folder))
    assert known(folder, each) is None
    path = keep(folder, each)
    assert known(folder, each) == [*FOUND]
    assert path.stat().st_mode & 0o777 == saving.PRIVATE


def test_the_process_finds_what_the_verifier_does_and_keeps_it(folder: Path) -> None:
    collection = opened(folder)
    each = asked(collection)
    found = verifying_process.find(folder, each)
    assert collection.matcher is not None
    assert found == verifying_process.verify(each, collection.matcher)
    assert [verdict.id for verdict in found or ()] == ["c1", "c2"]
    assert known(folder, each) == list(found or ())


def test_without_a_process_the_claims_are_verified_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_some: object, **_more: object) -> None:
        raise OSError

    each = asked(opened(folder))
    monkeypatch.setattr("reader.library.builder.run_module", refused)
    found = verifying_process.find(folder, each)
    assert found
    assert known(folder, each) == [*found]


@pytest.mark.parametrize(
    ("name", "before", "after", "counts"),
    [
        ("documents/catch.yaml", "Посёлок встретил", "Посёлок ждал", True),
        ("documents/catch.yaml", "Мешал ветер", "Мешал шторм", True),
        ("documents/catch.yaml", "cites: [p3]", "cites: [p4]", True),
        ("documents/catch.yaml", "2025-12-20T", "2025-12-21T", True),
        ("documents/catch.yaml", "publisher: Маяк", "publisher: Чайка", True),
        ("documents/catch.yaml", "attribution: [mayak]", "attribution: []", True),
        ("documents/catch.yaml", "topic: wind, text", "topic: wind, status: planned, text", True),
        ("documents/catch.yaml", "entry: mayak", "entry: cod", True),
        ("glossary.yaml", "[треска]", "[треска, рыба]", True),
        ("glossary.yaml", "related: [mayak]", "related: []", True),
        ("glossary.yaml", "kind: concept", "kind: project", True),
        ("glossary.yaml", "Рыба северных морей", "Рыба холодных морей", False),
        ("documents/catch.yaml", "Рыбаки вернулись с уловом", "Улов", False),
        ("documents/catch.yaml", "gist: Улов был большим", "gist: Улов велик", False),
        ("dossier.yaml", "title: Море", "title: Волны", False),
    ],
)
def test_only_what_they_depend_on_makes_verdicts_worthless(
    folder: Path, name: str, before: str, after: str, *, counts: bool
) -> None:
    first = asked(opened(folder))
    edit(folder, name, before, after)
    assert (asked(opened(folder)).made_of != first.made_of) is counts


def test_an_entry_of_the_readers_own_makes_verdicts_worthless(folder: Path) -> None:
    collection = opened(folder)
    first = asked(collection)
    entry = Entry("gulls", "concept", {"ru": (Term("чайка"),)}, own=True)
    collection.replace_entry(None, Written(entry))
    assert asked(collection).made_of != first.made_of


def test_other_rules_make_verdicts_worthless(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = asked(opened(folder))
    monkeypatch.setattr("reader.library.fingerprints.RULES_VERSION", 10**6)
    assert asked(opened(folder)).made_of != first.made_of


def test_verdicts_of_another_fingerprint_are_not_known_and_the_next_take_their_place(
    folder: Path,
) -> None:
    each = asked(opened(folder))
    path = keep(folder, each)
    other = each._replace(made_of="of something else")
    assert known(folder, other) is None
    keep(folder, other)
    assert known(folder, each) is None
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT count(*) FROM verdict").fetchone() == (1,)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def _other(path: Path) -> None:
    path.write_bytes(b"no verdicts" * 1000)


def _changed(path: Path) -> None:
    data = path.read_bytes()
    assert b"verified" in data
    path.write_bytes(data.replace(b"verified", b"verifiee"))


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [_cut, _other, _changed, _emptied])
def test_a_damaged_file_is_no_verdict_and_the_next_ones_are_kept(
    folder: Path, damage: Callable[[Path], None]
) -> None:
    each = asked(opened(folder))
    path = keep(folder, each)
    damage(path)
    assert known(folder, each) is None
    keep(folder, each)
    assert known(folder, each) == [*FOUND]


def test_what_somebody_else_may_write_is_not_read(folder: Path) -> None:
    each = asked(opened(folder))
    path = keep(folder, each)
    storage.cache_home().chmod(0o777)
    assert kept_verdicts.read(path, each.key, each.language, each.made_of) is None


def test_what_cannot_be_written_is_found_again_each_time(folder: Path) -> None:
    each = asked(opened(folder))
    path = kept_verdicts.path_for(folder)
    path.mkdir(parents=True)
    keep(folder, each)
    assert known(folder, each) is None
    found = verifying_process.find(folder, each)
    assert [verdict.id for verdict in found or ()] == ["c1", "c2"]


def test_two_programs_at_once_wait_for_nobody_who_reads(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_verdicts, "_PATIENCE", 0)
    each = asked(opened(folder))
    path = keep(folder, each)
    with locks.alone(path, 0):
        keep(folder, each, ())  # given up
    writing = sqlite3.connect(path, isolation_level=None)
    writing.execute("BEGIN EXCLUSIVE")
    assert known(folder, each) is None
    writing.execute("DELETE FROM verdict")
    writing.close()  # as a program ends that is killed: what was not whole is taken back
    assert known(folder, each) == [*FOUND]


def test_an_index_that_is_shipped_has_the_verdicts_of_every_document(
    folder: Path, tmp_path: Path
) -> None:
    shipped = tmp_path / "index" / "sea.sqlite"
    indexing.build_frozen(folder, shipped, ("ru", "en"))
    freezing.add_verdicts(folder, shipped)
    index = Index.open(shipped, frozen=True)
    assert index is not None
    collection = opened(folder)
    assert collection.matcher is not None
    for language in ("ru", "en"):
        each = asked(collection, language=language)
        found = index.verdicts("catch", language, each.made_of)
        assert found == verifying_process.verify(each, collection.matcher)
        assert index.verdicts("catch", language, "other") is None


def _article(summary: Summary) -> Document:
    paragraphs = (Paragraph("p1", "Мост откроют 13 февраля 2026 года."),)
    return Document(
        None, "ru", "Мост", Source(), (Text("original", "ru", paragraphs),), summary=summary
    )


def test_an_accepted_draft_and_a_commands_are_held_to_the_articles_own_text(folder: Path) -> None:
    collection = opened(folder)
    claims = (
        Claim("c1", "", "Мост откроют 13 февраля 2026 года.", ("p1",)),
        Claim("c2", "", "Мост откроют 14 марта 2026 года.", ("p1",)),
    )
    for summary in (
        Summary("", claims, accepted="2026-02-14"),
        Summary("", claims, draft=Draft("command")),
    ):
        key = collection.add_article(_article(summary))
        each = asked(collection, key, "en")
        assert collection.matcher is not None
        found = verifying_process.verify(each, collection.matcher)
        assert [verdict.state for verdict in found] == ["verified", "failed"]
    by_rule = collection.add_article(_article(Summary("", claims, draft=Draft("rule"))))
    assert subject(collection, by_rule, "ru") is None
    assert subject(collection, collection.add_article(_article(Summary("Мост"))), "ru") is None


def test_a_killed_process_finds_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying_process, "LONGEST", 0.0)
    each = asked(opened(folder))
    assert verifying_process.find(folder, each) is None


def test_a_readable_folder_alone_keeps_nothing_and_breaks_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_some: object, **_more: object) -> None:
        raise OSError(28, os.strerror(28))

    each = asked(opened(folder))
    monkeypatch.setattr(caches, "make_folder", full)
    keep(folder, each)
    assert not kept_verdicts.path_for(folder).exists()
