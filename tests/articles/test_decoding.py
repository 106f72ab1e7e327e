"""The text of an article from a file or from standard input."""

import io
import os
import sys
from pathlib import Path

import pytest

from reader.articles.decoding import read_article
from reader.errors import ReaderError
from reader.model import Problem

TEXT = "Лодки вернулись.\n\nУлов велик.\n"


def written(tmp_path: Path, data: bytes | str, name: str = "a.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return path


def problem(path: Path | None) -> Problem:
    with pytest.raises(ReaderError) as error:
        read_article(path)
    (found,) = error.value.problems
    return found


def from_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_utf_16_are_read(tmp_path: Path, encoding: str) -> None:
    assert read_article(written(tmp_path, TEXT.encode(encoding))).text == TEXT


def test_utf_16_of_the_other_byte_order_is_read(tmp_path: Path) -> None:
    assert read_article(written(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be"))).text == TEXT


def test_windows_line_ends_are_line_ends(tmp_path: Path) -> None:
    assert read_article(written(tmp_path, TEXT.replace("\n", "\r\n"))).text == TEXT


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from_stdin(monkeypatch, TEXT.encode())
    assert read_article(None).text == TEXT


def test_an_article_cannot_steer_the_terminal(tmp_path: Path) -> None:
    hostile = "a\x1b]52;c;cm0=\x07b\x9b31mc\u202ed\re"
    assert read_article(written(tmp_path, hostile)).text == "a␛]52;c;cm0=␇b�31mc‹RLO›d␍e"


def test_markup_and_formulas_are_only_text(tmp_path: Path) -> None:
    text = '[@click=app.quit]x[/] <script>alert(1)</script> #read("/etc/passwd")'
    assert read_article(written(tmp_path, text)).text == text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t\n", "white space"),
        (b"\xef\xbb\xbf", "white space"),
        (b"PK\x03\x04\x00\x00", "binary"),
        (b"\xff\xfe\x00\x00x\x00\x00\x00", "binary"),
        (TEXT.encode("cp1251"), "iconv"),
        (TEXT.encode("utf-16")[:-1], "iconv"),
    ],
)
def test_what_is_no_text_says_what_to_do(tmp_path: Path, data: bytes, word: str) -> None:
    path = written(tmp_path, data)
    found = problem(path)
    assert found.path == str(path)
    assert word in found.message


def test_a_wrong_byte_is_named_with_its_line(tmp_path: Path) -> None:
    assert problem(written(tmp_path, b"one\ntwo\n\xff\n")).line == 3


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "no such file" in problem(tmp_path / "none.txt").message


def test_a_folder_is_named(tmp_path: Path) -> None:
    assert "folder" in problem(tmp_path).message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, TEXT)
    path.chmod(0)
    assert "may not read" in problem(path).message


def test_a_name_that_no_file_can_have_is_named() -> None:
    assert problem(Path("a\0b")).path == "a\0b"


def test_a_very_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(65 * 2**20)
    assert "MB" in problem(path).message


def test_a_very_large_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.articles.decoding.LARGEST", 10)
    from_stdin(monkeypatch, b"x" * 100)
    assert problem(None).path == "-"


def test_empty_standard_input_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    from_stdin(monkeypatch, b"")
    assert "empty" in problem(None).message
