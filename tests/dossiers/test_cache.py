"""A loaded dossier is kept, and never trusted when it is old or damaged."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import storage
from reader.dossiers import cache
from reader.dossiers.cache import load as load_cached
from reader.dossiers.loader import load
from reader.dossiers.paths import builtin
from tests.dossiers import factories


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return factories.dossier(tmp_path)


def kept() -> Path:
    (file,) = (storage.cache_home() / "dossiers").iterdir()
    return file


def test_a_dossier_that_was_never_loaded_is_not_in_the_cache(folder: Path) -> None:
    assert load_cached(folder) is None


def test_what_comes_from_the_cache_is_what_was_loaded(folder: Path) -> None:
    (folder / "documents" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    glossary = folder / "glossary.yaml"
    beside = glossary.read_text(encoding="utf-8").replace(
        "after_full: true", "after_full: {not_before: [весть], not_after: [старый]}"
    )
    glossary.write_text(beside, encoding="utf-8")
    loaded = load(folder)
    assert loaded.problems
    assert loaded.entries[1].terms["ru"][2].not_after == ("старый",)
    assert load_cached(folder) == loaded


@pytest.mark.parametrize("file", ["dossier.yaml", "glossary.yaml", "documents/catch.yaml"])
def test_a_changed_file_makes_the_cache_old(folder: Path, file: str) -> None:
    load(folder)
    with (folder / file).open("a", encoding="utf-8") as opened:
        opened.write("\n")
    assert load_cached(folder) is None


def test_an_edit_that_keeps_size_and_time_makes_the_cache_old(folder: Path) -> None:
    load(folder)
    path = folder / "documents" / "catch.yaml"
    about = path.stat()
    path.write_text(factories.DOCUMENT.replace("Улов", "Клёв"), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert load_cached(folder) is None


def test_a_new_or_removed_document_makes_the_cache_old(folder: Path) -> None:
    load(folder)
    factories.dossier(folder.parent, second=factories.DOCUMENT)
    assert load_cached(folder) is None
    load(folder)
    (folder / "documents" / "second.yaml").unlink()
    assert load_cached(folder) is None


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"\0" * 500, b"cut", b"flip"])
def test_a_damaged_cache_is_made_again(folder: Path, damage: bytes) -> None:
    loaded = load(folder)
    whole = kept().read_bytes()
    if damage == b"cut":
        damage = whole[:-20]
    elif damage == b"flip":
        damage = whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:]
    kept().write_bytes(damage)
    assert load_cached(folder) is None
    assert load(folder) == loaded
    assert kept().read_bytes() == whole


def test_a_cache_of_another_folder_is_not_taken(folder: Path, tmp_path: Path) -> None:
    load(folder)
    other = factories.dossier(tmp_path / "other")
    kept().rename(cache._path(other))
    assert load_cached(other) is None


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert load(folder).documents
    assert load_cached(folder) is None


def test_problems_name_the_folder_as_it_is_given_now(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "documents" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    load(folder)
    monkeypatch.chdir(folder.parent)
    dossier = load_cached(Path("sea"))
    assert dossier is not None
    assert dossier.problems[0].path == str(Path("sea/documents/broken.yaml"))


def test_a_cached_start_imports_neither_yaml_nor_babel() -> None:
    load(builtin())
    script = (
        "import sys; from reader.dossiers.paths import builtin; from reader.dossiers.cache import load;"
        "from reader.dossiers.translation import translated;"
        "d = load(builtin()); e = translated(d, 'en'); translated(d, 'en');"
        "print(len(d.documents) == len(e.documents), *{'yaml'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=storage.PACKAGE.parent,
    )
    assert done.stdout.strip() == "True"
