"""What is said of files that hold a text which is not read, and of addresses."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reader.articles import decoding, reading
from reader.errors import ReaderError
from reader.language.interface import describe


def zipped(*names: str, first: tuple[str, str] | None = None) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        if first is not None:
            archive.writestr(zipfile.ZipInfo(first[0]), first[1])
        for name in names:
            archive.writestr(
                zipfile.ZipInfo(name), "x"
            )  # without the time: the same in any process
    return made.getvalue()


def said(name: str, data: bytes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(folder)
    Path(name).write_bytes(data)
    with pytest.raises(ReaderError) as error:
        reading.read_text(Path(name))
    return describe(error.value.problems[0])


@pytest.mark.parametrize(
    ("name", "data", "command"),
    [
        (
            "note.odt",
            zipped(first=("mimetype", "application/vnd.oasis.opendocument.text")),
            "pandoc -f odt -t plain note.odt | reader -",
        ),
    ],
)
def test_what_holds_a_text_is_refused_with_the_way_to_take_it_out(
    name: str, data: bytes, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = said(name, data, tmp_path, monkeypatch)
    assert message.startswith(f"{name}: This is a ")
    assert message.endswith(f" {command}")


@pytest.mark.parametrize("name", ["a.docx", "a.epub", "a.PDF"])
def test_a_damaged_file_is_said_to_be_one(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = said(name, bytes(40), tmp_path, monkeypatch)
    assert told.startswith(f"{name}: This is not a whole {name[2:].upper()} file: it is damaged.")


@pytest.mark.parametrize("data", [zipped("a.png"), b"\x00\x01\x02\n\x00" * 50])
def test_other_binary_data_has_no_line(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert said("a.bin", data, tmp_path, monkeypatch).startswith("a.bin: This is binary data")


def test_an_address_is_told_as_it_was_written_with_the_way_to_read_it() -> None:
    with pytest.raises(ReaderError) as error:
        decoding.path_of("https://example.org/a?b=1&c=2")
    message = describe(error.value.problems[0])
    assert message.startswith("https://example.org/a?b=1&c=2: This is a web address")
    assert "curl -sL 'https://example.org/a?b=1&c=2' | " in message


def test_a_file_may_have_the_name_of_an_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("https:/example.org").mkdir(parents=True)
    Path("https:/example.org/a").write_text("A text.")
    assert decoding.path_of("https://example.org/a") == Path("https:/example.org/a")
    assert decoding.path_of("-") is None
