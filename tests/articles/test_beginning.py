"""The beginning of a long file, which is shown while the rest is read."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from reader.articles import reading
from reader.articles.decoding import BEGINNING, LONG
from reader.articles.recognition import beginning

LINE = "Паром ушёл из порта на рассвете.\n"


def _long(path: Path, first: bytes = b"") -> Path:
    path.write_bytes(first + LINE.encode() * (LONG // len(LINE.encode()) + 2))
    return path


def test_a_long_file_begins_with_whole_paragraphs(tmp_path: Path) -> None:
    text = reading.beginning(_long(tmp_path / "a.txt", b"\xef\xbb\xbf"))
    assert text is not None
    assert len(text.encode()) <= BEGINNING
    assert set(text.split("\n")) == {LINE.strip()}
    document = beginning(text, "a.txt")
    assert document.id is None
    assert document.language == "ru"


def test_a_short_file_is_read_whole(tmp_path: Path) -> None:
    short = tmp_path / "a.txt"
    short.write_text(LINE, encoding="utf-8")
    assert reading.beginning(short) is None


@pytest.mark.parametrize(
    "first", [b"\x00" * 100, b"\xff\xfe\x00\x00", "в\n".encode("cp1251") * 40_000]
)
def test_what_is_no_text_in_utf_8_is_left_to_who_reads_the_whole(
    tmp_path: Path, first: bytes
) -> None:
    assert reading.beginning(_long(tmp_path / "a.txt", first)) is None


def test_what_could_steer_a_terminal_is_harmless_in_the_beginning_too(tmp_path: Path) -> None:
    text = reading.beginning(_long(tmp_path / "a.txt", b"\x1b]52;c;x\x07\n\n"))
    assert text is not None
    assert beginning(text, "a.txt").texts[0].paragraphs[0].text == "␛]52;c;x␇"


def test_wrong_bytes_cost_no_beginning(tmp_path: Path) -> None:
    text = reading.beginning(_long(tmp_path / "a.txt", b"Caf\xe9 \x00\n"))
    assert text is not None
    assert text.startswith("Caf� �\n")


@pytest.mark.parametrize("word", ["Паром ", "Паром"])
def test_one_endless_paragraph_has_a_beginning_too(tmp_path: Path, word: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Ох " + word * 100_000, encoding="utf-8")
    text = reading.beginning(path)
    assert text is not None
    assert BEGINNING // 4 < len(text) < BEGINNING
    assert "�" not in text
    assert path.read_text(encoding="utf-8").startswith(text)


def test_the_beginning_of_a_wrapped_text_has_the_paragraphs_of_the_whole(tmp_path: Path) -> None:
    lines = textwrap.wrap("Паром ушёл из порта на рассвете и вернулся с уловом. " * 12, 60)
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(["\n".join(lines)] * 700), encoding="utf-8")
    text = reading.beginning(path)
    assert text is not None
    whole = beginning(path.read_text(encoding="utf-8"), "a").texts[0].paragraphs
    shown = beginning(text, "a").texts[0].paragraphs
    assert len(whole) == 700
    assert shown[:-1] == whole[: len(shown) - 1]


def test_a_file_that_is_not_there_is_left_to_who_reads_the_whole(tmp_path: Path) -> None:
    assert reading.beginning(tmp_path / "none.txt") is None
