"""The beginning of a long file, which is shown while the rest is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles.decoding import BEGINNING, LONG, read_beginning
from reader.articles.recognition import beginning

LINE = "Паром ушёл из порта на рассвете.\n"


def _long(path: Path, first: bytes = b"") -> Path:
    path.write_bytes(first + LINE.encode() * (LONG // len(LINE.encode()) + 2))
    return path


def test_a_long_file_begins_with_whole_paragraphs(tmp_path: Path) -> None:
    text = read_beginning(_long(tmp_path / "a.txt", b"\xef\xbb\xbf"))
    assert text is not None
    assert len(text.encode()) <= BEGINNING
    assert set(text.split("\n")) == {LINE.strip()}
    document = beginning(text, "a.txt")
    assert document.id is None
    assert document.language == "ru"


def test_a_short_file_is_read_whole(tmp_path: Path) -> None:
    short = tmp_path / "a.txt"
    short.write_text(LINE, encoding="utf-8")
    assert read_beginning(short) is None


@pytest.mark.parametrize("first", [b"\x00", b"\xff\xfe", b"\xe0\xe1\xe2\n"])
def test_what_is_no_text_in_utf_8_is_left_to_who_reads_the_whole(
    tmp_path: Path, first: bytes
) -> None:
    assert read_beginning(_long(tmp_path / "a.txt", first)) is None


def test_what_could_steer_a_terminal_is_harmless_in_the_beginning_too(tmp_path: Path) -> None:
    text = read_beginning(_long(tmp_path / "a.txt", b"\x1b]52;c;x\x07\n"))
    assert text is not None
    assert "\x1b" not in text
    assert "␛" in text


def test_a_file_that_is_not_there_is_left_to_who_reads_the_whole(tmp_path: Path) -> None:
    assert read_beginning(tmp_path / "none.txt") is None
