"""A glossary in several files is one glossary."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.checks.structure import check
from reader.dossiers import paths
from reader.dossiers.extraction import prose
from reader.dossiers.glossary import load_glossaries
from reader.dossiers.loader import load
from reader.dossiers.yaml_tree import parse
from reader.errors import ReaderError
from reader.language import catalog_domains
from tests.dossiers import factories

HERRING = "- {id: herring, kind: concept, terms: {ru: [сельдь], en: [herring]}}\n"
LING = (
    "- {id: ling, kind: concept, terms: {en: [ling]}, definition: Рыба., related: [cod, herring]}\n"
)


def dossier(tmp_path: Path, *, first: str | None = factories.GLOSSARY, **files: str) -> Path:
    folder = factories.dossier(tmp_path, glossary=first)
    (folder / "glossary").mkdir()
    for name, text in files.items():
        (folder / "glossary" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_its_files_are_read_by_name_after_the_first(tmp_path: Path) -> None:
    folder = dossier(tmp_path, b=HERRING, a=LING)
    loaded = load(folder)
    assert [entry.id for entry in loaded.entries] == ["cod", "mayak", "ling", "herring"]
    assert loaded.entries[2].related == ("cod", "herring")
    assert loaded.problems == ()
    assert check(folder) == []


def test_it_may_stand_in_its_folder_alone(tmp_path: Path) -> None:
    folder = dossier(tmp_path, first=None, fish=factories.GLOSSARY, more=HERRING)
    assert [entry.id for entry in load(folder).entries] == ["cod", "mayak", "herring"]
    assert check(folder) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {id: cod, kind: concept, terms: {en: [codling]}}\n", "another entry with the id"),
        ("- {id: codling, kind: concept, terms: {en: [Cod]}}\n", "is also in the entry"),
        ("- {id: codling, kind: concept, terms: {en: [codling]}, related: [kod]}\n", "There is no"),
        ("- {id: port, kind: concept, terms: {en: [{text: port, of: kod}]}}\n", "“of” names"),
        ("- {id: Cod}\n", "is not an id"),
        ("id: cod\n", "A glossary is a list"),
        ("- [\n", ""),
        ("- {id: codling, kind: concept, terms: {ru: [рыбa]}}\n", "letters of two alphabets"),
    ],
)
def test_a_mistake_is_named_with_its_own_file(tmp_path: Path, text: str, message: str) -> None:
    folder = dossier(tmp_path, fish=HERRING, more=text)
    found = check(folder)
    assert {Path(problem.path).name for problem in found} == {"more.yaml"}
    assert any(message in problem.message for problem in found)
    assert "herring" in [entry.id for entry in load(folder).entries]


def test_whose_a_term_is_is_asked_over_all_files(tmp_path: Path) -> None:
    port = (
        "- {id: port, kind: organisation, terms: {en: [Port Authority, Port Authority of Oslo]}}\n"
    )
    oslo = "- {id: oslo, kind: place, terms: {en: [Oslo]}}\n"
    folder = dossier(tmp_path, a=port, b=oslo)
    (problem,) = check(folder)
    assert Path(problem.path).name == "a.yaml"
    assert problem.values["id"] == "oslo"


def test_a_file_that_cannot_be_read_makes_no_mistakes_in_others(tmp_path: Path) -> None:
    folder = dossier(tmp_path, fish=LING, more="- [\n")
    assert [Path(p.path).name for p in load(folder).problems] == ["more.yaml"]
    assert "ling" in [entry.id for entry in load(folder).entries]


def test_what_is_not_a_glossary_is_named(tmp_path: Path) -> None:
    folder = dossier(tmp_path, dossier=HERRING)
    (folder / "glossary" / "notes.txt").write_text("x")
    (folder / "glossary" / ".hidden.yaml").write_text("x")
    os.mkfifo(folder / "glossary" / "pipe.yaml")
    (folder / "glossary" / "folder.yaml").mkdir()
    found = [Path(problem.path).name for problem in check(folder)]
    assert found == ["dossier.yaml", "folder.yaml", "notes.txt", "pipe.yaml"]


@pytest.mark.parametrize("link", ["glossary", "glossary/fish.yaml"])
def test_a_link_that_leaves_the_dossier_is_not_followed(tmp_path: Path, link: str) -> None:
    folder = dossier(tmp_path, fish=HERRING)
    (folder / link).rename(tmp_path / "outside")
    (folder / link).symlink_to(tmp_path / "outside")
    assert "herring" not in [entry.id for entry in load(folder).entries]
    (problem,) = check(folder)
    assert "leaves the dossier" in problem.message


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    (folder / "glossary").write_text("x")
    assert [Path(problem.path).name for problem in check(folder)] == ["glossary"]


def test_more_files_than_any_dossier_has_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "MOST_GLOSSARIES", 2)
    folder = dossier(tmp_path, a=HERRING, b=LING)
    (problem,) = load(folder).problems
    assert (Path(problem.path).name, problem.values["most"]) == ("b.yaml", "2")
    assert [entry.id for entry in load(folder).entries] == ["cod", "mayak", "herring"]


def test_definitions_of_every_file_are_translated(tmp_path: Path) -> None:
    folder = dossier(tmp_path, ling=LING)
    (path,) = (folder / "glossary").iterdir()
    (text,) = prose(path, parse(LING, path))
    assert text.context == "glossary/ling/definition"
    wanted = catalog_domains.wanted(catalog_domains.of_dossier(folder, "sea", "ru"))
    assert {w.context for w in wanted} >= {"glossary/cod/definition", "glossary/ling/definition"}


def test_glossaries_on_their_own_are_one(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    entries = load_glossaries({one: HERRING.encode(), other: LING.encode()})
    assert [entry.id for entry in entries] == ["herring", "ling"]
    with pytest.raises(ReaderError) as raised:
        load_glossaries({one: HERRING.encode(), other: HERRING.encode()})
    assert {problem.path for problem in raised.value.problems} == {str(other)}
    with pytest.raises(ReaderError) as raised:
        load_glossaries({one: HERRING.encode(), other: b"[]"})
    assert {problem.path for problem in raised.value.problems} == {str(other)}
