"""The text of an article from a file or from standard input."""

import io
import os
import sys
from pathlib import Path

import pytest

from reader.articles.decoding import decode
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
        (LONGER, "cp1251", ["windows-1251"]),
        (LONGER, "koi8-r", ["koi8-r"]),
        (LONGER, "cp866", ["ibm866"]),
        (LONGER, "iso8859-5", ["iso-8859-5"]),
        (LONGER.upper(), "cp1251", ["windows-1251"]),
        (LONGER.upper(), "koi8-r", ["koi8-r"]),
        ("Мост", "koi8-r", ["koi8-r"]),
        ("Он сказал: «Нет», № 5 — и ушёл.", "cp1251", ["windows-1251"]),
        ("The pier has one мост in it and one порт", "koi8-r", ["koi8-r"]),
        (LONGER, "utf-16-le", ["utf-16le"]),
        (LONGER, "utf-16-be", ["utf-16be"]),
        ("The bridge opens in May.", "utf-16-le", ["utf-16le"]),
        (LONGER, "utf-32", ["utf-32"]),
        (LONGER, "utf-32-be", ["utf-32be"]),
        ("Le café était fermé, où est passé le garçon ?", "latin-1", ["windows-1252"]),
        ("Die Brücke für Fußgänger öffnet, schöne Grüße", "latin-1", ["windows-1252"]),
        ("El niño comió mañana la piña. ¿Dónde está?", "latin-1", ["windows-1252"]),
        ("The “naïve” — and the ‘other’ one", "cp1252", ["windows-1252"]),
        (CZECH, "iso8859-2", ["iso-8859-2", "windows-1250"]),
        (CZECH, "cp1250", ["windows-1250"]),
        ("Köprü Mayıs ayında açılacak, şişe güneşli", "cp1254", ["windows-1254"]),
        ("橋は五月に開きます。これはテストの文章です。", "shift_jis", ["shift_jis"]),
        ("大桥将于五月开放。这是一个测试文本。", "gb18030", ["gb18030"]),
    ],
)
def test_a_text_in_another_encoding_is_read_as_what_it_is_probably_in_which_is_said(
    tmp_path: Path, text: str, encoding: str, named: list[str]
) -> None:
    read = read_article(written(tmp_path, text.encode(encoding)))
    (found,) = read.problems
    told = [found.values[key] for key in ("encoding", "other") if key in found.values]
    assert told[: len(named)] == named
    assert len(told) <= 2
    assert read.encoding == named[0]
    if encoding != "iso8859-2":  # as likely in another
        assert read.text == text


def test_what_fits_no_encoding_names_none(tmp_path: Path) -> None:
    found = problem(written(tmp_path, b"\x81\x8d\x8f\x90\x9d\xff" * 30))
    assert "nothing tells its encoding" in found.message
    assert not found.values


@pytest.mark.parametrize(
    ("declared", "encoding", "read_as", "is_said"),
    [
        (["koi8-r"], "koi8-r", "koi8-r", False),
        (["KOI8-R", "utf-8"], "koi8-r", "koi8-r", False),
        (["cp1251"], "cp1251", "windows-1251", False),
        (["utf-8"], "cp1251", "windows-1251", True),
        (["windows-1251"], "koi8-r", "koi8-r", True),
        (["koi8-r"], "utf-8", "utf-8", False),
        (["iso-8859-1"], "cp1251", "windows-1251", True),
        (["no-such", "rot13", "\0"], "cp1251", "windows-1251", True),
    ],
)
def test_what_is_declared_is_believed_unless_the_letters_are_another_encodings(
    declared: list[str], encoding: str, read_as: str, is_said: bool
) -> None:
    decoded = decode(LONGER.encode(encoding), "a.txt", declared)
    assert (decoded.text, decoded.encoding) == (LONGER, read_as)
    assert bool(decoded.problems) == is_said


def test_ukrainian_letters_in_koi8_are_read() -> None:
    text = "Міст через річку відкриють у травні. Її будують її жителі, ґанок і є."
    assert decode(text.encode("koi8-u"), "a.txt").text == text


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
