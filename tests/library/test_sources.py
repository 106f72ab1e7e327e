"""Sources: what is in them, and what is got from them."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.articles.paragraphs import Laid
from reader.dossiers.documents import References
from reader.errors import ReaderError
from reader.library import sources
from reader.library.collection import Collection
from reader.library.sources import Article, DossierFolder, Files, Source, StandardInput, etag
from reader.model import Document


def recognise(text: str, name: str, laid: Laid | None = None) -> Document:
    from reader.articles.recognition import Unrecognised

    return Unrecognised(text, name, laid).recognised(())


def test_a_dossiers_folder_lists_its_files_and_gets_documents(folder: Path) -> None:
    (folder / "documents" / ".hidden").touch()
    (folder / "documents" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    source = DossierFolder(folder, etag, "lighthouse", References(("mayak",), ("fish", "wind")))
    assert dict(source.list()) == {
        name: etag(folder / "documents" / name) for name in ("catch.yaml", "broken.yaml")
    }
    document, problems, _encoding = source.get("catch.yaml")
    assert document is not None
    assert (document.id, problems) == ("catch", ())
    document, problems, _encoding = source.get("broken.yaml")
    assert document is None
    assert problems


def test_an_etag_is_another_one_when_the_file_is(folder: Path) -> None:
    source = DossierFolder(folder, etag, "lighthouse")
    before = dict(source.list())
    (folder / "documents" / "catch.yaml").write_text("x", encoding="utf-8")
    assert dict(source.list()) != before
    assert list(DossierFolder(folder / "nowhere", etag, "lighthouse").list()) == []


def test_files_are_got_by_their_names(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Вода в реке.\n", encoding="utf-8")
    missing = str(tmp_path / "missing.txt")
    source = Files((str(path), missing), recognise)
    assert list(source.list()) == [(str(path), etag(path)), (missing, "")]
    document, problems, _encoding = source.get(str(path))
    assert document is not None
    assert [p.text for p in document.texts[0].paragraphs] == ["Вода в реке."]
    document, problems, _encoding = source.get(missing)
    assert document is None
    assert "no such file" in problems[0].message
    assert source.beginning(str(path)) is None


def test_standard_input_is_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Вода.\n".encode()), "utf-8"))
    source = StandardInput(recognise)
    ((key, _etag),) = source.list()
    document, _problems, encoding = source.get(key)
    assert document is not None
    assert (document.title, encoding) == ("Вода.", "utf-8")


def test_a_name_in_the_shell_means_a_source(tmp_path: Path) -> None:
    (tmp_path / "article").touch()
    assert isinstance(sources.named("-", recognise), StandardInput)
    for name in (str(tmp_path / "article"), "dir/none", "none.txt"):
        assert isinstance(sources.named(name, recognise), Files)
    assert sources.named("catch", recognise) is None


class Shelf:
    """A source of a reader's own, as another room may have one."""

    def list(self) -> Iterator[tuple[str, str]]:
        yield from (("a", "1"), ("b", "1"))

    def get(self, key: str) -> Article:
        return Article(recognise(f"Статья {key}.", key))


def test_any_source_joins_the_collection(folder: Path) -> None:
    shelf: Source = Shelf()
    collection = Collection(folder)
    collection.build()
    assert collection.add(shelf) == ["file:1", "file:2"]
    assert collection.title("file:2", "ru") == "Статья b."
    with pytest.raises(ReaderError, match="no such file"):
        collection.add(Files(("none.txt",), recognise))
