"""`check` names everything that is wrong with a dossier."""

import shutil
from pathlib import Path

import pytest

from reader.checks.structure import check
from reader.dossiers.loader import load
from reader.dossiers.paths import builtin
from tests.dossiers import factories


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program whose built-in dossier is a complete small one about the sea."""
    folder = factories.dossier(tmp_path / "content")
    folder.rename(tmp_path / "content" / "us-azerbaijan")
    monkeypatch.setattr("reader.storage.resource_dir", lambda name: tmp_path / name)
    return tmp_path


def test_a_sound_dossier_has_no_findings(tmp_path: Path) -> None:
    assert check(factories.dossier(tmp_path)) == []


def test_findings_stand_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    folder = factories.dossier(
        tmp_path,
        glossary=factories.GLOSSARY.replace("[mayak]", "[bakan]"),
        catch=factories.DOCUMENT.replace("[p1, p2]", "[p8]").replace(
            "attribution: [", "attribution: [x, "
        ),
        another="title: [\n",
    )
    found = factories.places(check(folder))
    assert [(name, line) for name, line, _ in found] == [
        ("another.yaml", 2),
        ("catch.yaml", 6),
        ("catch.yaml", 15),
        ("glossary.yaml", 7),
    ]


def test_every_finding_has_a_line_and_a_column(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path, head="id: sea\n")
    assert all(p.line and p.column for p in check(folder) + check(tmp_path / "none"))


def test_a_dossier_of_ones_own_may_be_translated_in_part(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    factories.catalog(folder, {"catch/p1": ("Посёлок встретил рыбаков с треской.", "")})
    assert check(folder) == []


def test_a_term_that_many_have_is_asked_whose_it_is(tmp_path: Path) -> None:
    glossary = """\
- {id: oslo, kind: place, terms: {en: [Oslo]}}
- id: port
  kind: organisation
  terms:
    en:
      - Oslo Port Office
      - Port Office
      - {text: Office, of: oslo}
      - {text: Port, of: []}
"""
    folder = factories.dossier(tmp_path, glossary=factories.GLOSSARY + glossary)
    (problem,) = check(folder)
    assert problem.values == {"term": "Port Office", "id": "oslo"}
    assert (factories.GLOSSARY + glossary).splitlines()[problem.line - 1].strip() == "- Port Office"


def test_a_broken_catalog_is_a_finding(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    factories.catalog(folder, {}).write_text('msgid "x\n', encoding="utf-8")
    assert factories.places(check(folder)) == [("sea.po", 1, 1)]


def test_a_catalog_that_leaves_the_dossier_is_a_finding(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    path = factories.catalog(folder, {})
    path.rename(tmp_path / "outside.po")
    path.symlink_to(tmp_path / "outside.po")
    (problem,) = check(folder)
    assert "link" in problem.message


def test_the_built_in_dossier_must_be_translated_whole(checkout: Path) -> None:
    folder = checkout / "content" / "us-azerbaijan"
    path = factories.catalog(folder, {"catch/p1": ("Посёлок встретил рыбаков с треской.", "")})
    shutil.move(folder / "locales", checkout / "locales")
    problems = check(builtin())
    found = factories.places(problems)
    assert ("sea.po", 7, 1) in found
    assert ("catch.yaml", 9, 1) in found
    assert path.name == "sea.po"


def test_the_interface_must_have_readable_catalogs(checkout: Path) -> None:
    folder = checkout / "locales" / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "reader.po").write_text("nonsense\n", encoding="utf-8")
    assert factories.places(check(builtin())) == [("reader.po", 1, 1)]


# What the program comes with


def test_the_dossier_that_comes_with_the_program_is_sound() -> None:
    assert factories.messages(check(builtin())) == []


def test_every_document_that_comes_with_the_program_can_be_recognised() -> None:
    for document in load(builtin()).documents:
        assert len(document.fingerprints) == len(document.texts[0].paragraphs), document.id


def test_a_word_of_two_alphabets_is_a_finding_with_its_place(tmp_path: Path) -> None:
    folder = factories.dossier(
        tmp_path,
        glossary=factories.GLOSSARY.replace("mayak", "mаyak", 1),
        catch=factories.DOCUMENT.replace("треск", "трecк", 1),
    )
    found = [p for p in check(folder) if "two alphabets" in p.message]
    assert [(Path(p.path).name, p.values["reading"][:5]) for p in found] == [
        ("catch.yaml", "треск"),
        ("glossary.yaml", "mayak"),
    ]
    assert all(p.line and p.column for p in found)
