"""The text of an article from a file or from standard input."""

import io
import os
import sys
from pathlib import Path

import pytest

from reader.articles.reading import read_article
from reader.articles.recognition import open_article
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


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from_stdin(monkeypatch, TEXT.encode())
    assert read_article(None).text == TEXT


def test_an_article_cannot_steer_the_terminal(tmp_path: Path) -> None:
    hostile = "a\x1b]52;c;cm0=\x07b\x9b31mc\u202ed\re"
    text = read_article(written(tmp_path, hostile)).text
    paragraphs = open_article(text, "a.txt", ()).texts[0].paragraphs
    assert [p.text for p in paragraphs] == ["a␛]52;c;cm0=␇b�31mc‹RLO›d", "e"]


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
        (b"\x00\x01\x02", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"\xff\xfe" + b"\x00\xd8" * 100, "binary"),
    ],
)
def test_what_is_no_text_says_what_to_do(tmp_path: Path, data: bytes, word: str) -> None:
    path = written(tmp_path, data)
    found = problem(path)
    assert found.path == str(path)
    assert word in found.message


@pytest.mark.parametrize(
    ("data", "text", "line", "count"),
    [
        (TEXT.encode()[:-2], "Лодки вернулись.\n\nУлов велик", 0, 0),
        (TEXT.encode()[:-3], "Лодки вернулись.\n\nУлов вели�", 3, 1),
        (b"one\ntwo\n\xff\n", "one\ntwo\n�\n", 3, 1),
        (b"caf\xe9\n", "caf�\n", 1, 1),
        ("Лодки\n".encode() * 3 + b"\xcb\xee\xe4\n", "Лодки\n" * 3 + "���\n", 4, 3),
        ("Лодки\n".encode() + b"\x00" + "ушли".encode(), "Лодки\n�ушли", 2, 1),
        ("Лодки".encode() + b"\xed\xa0\x80", "Лодки���", 1, 3),
        ("Знак \ufffd стоял в тексте. ".encode() + b"\xd0", "Знак � стоял в тексте. �", 1, 1),
        (TEXT.encode("utf-16")[:-1], TEXT[:-1] + "�", 3, 1),
    ],
)
def test_few_wrong_bytes_are_shown_as_such_and_cost_nothing_else(
    tmp_path: Path, data: bytes, text: str, line: int, count: int
) -> None:
    path = written(tmp_path, data)
    decoded = read_article(path)
    assert decoded.text == text
    assert [(p.path, p.line, p.values) for p in decoded.problems] == (
        [(str(path), line, {"count": str(count)})] if count else []
    )


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf" * 2, b"\xff\xfe" * 2, b"\xfe\xff" * 2])
def test_no_byte_order_mark_is_left_in_the_text(tmp_path: Path, mark: bytes) -> None:
    encoding = {0xEF: "utf-8", 0xFF: "utf-16-le", 0xFE: "utf-16-be"}[mark[0]]
    assert read_article(written(tmp_path, mark + TEXT.encode(encoding))).text == TEXT


LONGER = "Мост через реку откроют в мае. Билет будет стоить один манат, сообщил подрядчик."
CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy, a proto šel domů."


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (LONGER, "cp1251", ["WINDOWS-1251"]),
        (LONGER, "koi8-r", ["KOI8-R"]),
        (LONGER, "cp866", ["IBM866"]),
        (LONGER, "iso8859-5", ["ISO-8859-5"]),
        (LONGER.upper(), "cp1251", ["WINDOWS-1251"]),
        (LONGER.upper(), "koi8-r", ["KOI8-R"]),
        ("Мост", "koi8-r", ["KOI8-R"]),
        ("Он сказал: «Нет», № 5 — и ушёл.", "cp1251", ["WINDOWS-1251"]),
        ("The pier has one мост in it and one порт", "koi8-r", ["KOI8-R"]),
        (LONGER, "utf-16-le", ["UTF-16LE"]),
        (LONGER, "utf-16-be", ["UTF-16BE"]),
        ("The bridge opens in May.", "utf-16-le", ["UTF-16LE"]),
        (LONGER, "utf-32", ["UTF-32"]),
        (LONGER, "utf-32-be", ["UTF-32BE"]),
        ("Le café était fermé, où est passé le garçon ?", "latin-1", ["ISO-8859-1"]),
        ("Die Brücke für Fußgänger öffnet, schöne Grüße", "latin-1", ["ISO-8859-1"]),
        ("El niño comió mañana la piña. ¿Dónde está?", "latin-1", ["ISO-8859-1"]),
        ("The “naïve” — and the ‘other’ one", "cp1252", ["WINDOWS-1252"]),
        (CZECH, "iso8859-2", ["ISO-8859-2", "WINDOWS-1250"]),
        (CZECH, "cp1250", ["WINDOWS-1250"]),
        ("Köprü Mayıs ayında açılacak, şişe güneşli", "cp1254", ["WINDOWS-1254"]),
        ("橋は五月に開きます。これはテストの文章です。", "shift_jis", ["SHIFT_JIS"]),
        ("大桥将于五月开放。这是一个测试文本。", "gb18030", ["GB18030"]),
    ],
)
def test_a_text_in_another_encoding_is_refused_with_that_it_is_probably_in(
    tmp_path: Path, text: str, encoding: str, named: list[str]
) -> None:
    found = problem(written(tmp_path, text.encode(encoding)))
    told = [found.values[key] for key in ("encoding", "other") if key in found.values]
    assert told[: len(named)] == named
    assert len(told) <= 2
    assert f"iconv -f {named[0]} " in found.values["convert"]


def test_what_fits_no_encoding_names_none(tmp_path: Path) -> None:
    found = problem(written(tmp_path, b"\x81\x8d\x8f\x90\x9d\xff" * 30))
    assert "nothing tells its encoding" in found.message
    assert not found.values


@pytest.mark.parametrize("page", ["<!doctype html>\n<p>Мост", "\ufeff\n<HTML lang=ru>", '<div class="x">Мост</div>', "<?xml version='1.0'?>\n<!-- x -->\n<html>"])  # fmt: skip
def test_a_web_page_is_said_to_be_one(tmp_path: Path, page: str) -> None:
    (found,) = read_article(written(tmp_path, page)).problems
    assert "web page" in found.message


# Links


def test_a_link_that_leads_nowhere_says_so(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to("gone.txt")
    found = problem(link)
    assert (found.path, found.values["target"]) == (str(link), "gone.txt")
    (tmp_path / "folder").symlink_to("nowhere")
    assert problem(tmp_path / "folder" / "a.txt").path == str(tmp_path / "folder")


def test_a_link_that_leads_back_to_itself_says_so(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.symlink_to(two)
    two.symlink_to(one)
    assert "back to itself" in problem(one).message


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
