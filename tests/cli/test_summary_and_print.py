from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("format", ["text", "md", "html", "json"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_format_in_either_language(run: Run, format: str, language: str) -> None:
    ran = run("summary", "water", "--format", format, "--lang", language)
    gist = {
        "ru": "Мельница возьмёт воду из Длинного озера.",
        "en": "The mill will draw water from Long Lake.",
    }[language]
    assert ran.code == 0
    assert gist in re.sub(r"<[^>]*>|\s+", lambda m: "" if m[0][0] == "<" else " ", ran.out)
    assert ran.err == ""


def test_a_summary_of_an_original_cites_paragraphs_that_exist(run: Run, original: Path) -> None:
    shape = run("summary", original, "--lang", "en", "--format", "json").json()
    assert shape["id"] == "water"
    assert shape["language"] == "en"
    assert shape["gist"] == "The mill will draw water from Long Lake."
    shown = run("show", original, "--json").json()
    ids = {paragraph["id"] for paragraph in shown["paragraphs"]}
    assert {id for claim in shape["claims"] for id in claim["cites"]} <= ids


def test_a_page_over_an_original_holds_its_words_and_the_summary_in_either_language(
    run: Run, original: Path
) -> None:
    html = run("summary", original, "--lang", "en", "--format", "html").out
    assert "Закон о канале" in html
    assert "The mill will draw water" in html
    assert "the publisher’s own words" in html


def test_an_article_without_a_summary_says_so_and_is_exit_1(run: Run) -> None:
    ran = run("summary", "-", "--lang", "en", stdin="About Long Lake.\n")
    assert ran.code == 1
    assert "There is no summary of this article" in ran.out
    as_json = run("summary", "-", "--format", "json", stdin="About Long Lake.\n")
    assert as_json.code == 1
    shape = as_json.json()
    assert shape["id"] is None
    assert shape["claims"] == shape["participants"] == shape["events"] == shape["documents"] == []


def test_print_goes_to_standard_output_unless_told_otherwise(run: Run) -> None:
    ran = run("print", "water", "--lang", "en")
    assert ran.code == 0
    assert "There is water enough for all." in ran.out


@pytest.mark.parametrize(
    ("suffix", "start"),
    [(".txt", "Water for"), (".md", "# Water for"), (".html", "<!DOCTYPE html>"), (".json", "{")],
)
def test_the_suffix_says_the_format(run: Run, tmp_path: Path, suffix: str, start: str) -> None:
    path = tmp_path / f"out{suffix}"
    ran = run("print", "water", "--lang", "en", "--output", path)
    assert ran.code == 0
    assert ran.out == ""
    assert path.read_text().startswith(start)


def test_several_documents_are_one_file(run: Run, tmp_path: Path) -> None:
    run("print", "water", "water", "-o", tmp_path / "two.json")
    assert len(json.loads((tmp_path / "two.json").read_text())) == 2


def test_a_file_is_written_over_only_with_force(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("mine")
    ran = run("print", "water", "-o", path)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert path.read_text() == "mine"
    assert run("print", "water", "-o", path, "--force").code == 0
    assert path.read_text() != "mine"


@pytest.mark.parametrize("name", ["a.xyz", "a", "no/such/a.txt"])
def test_a_name_that_cannot_be_written_is_one_line_and_exit_2(
    run: Run, tmp_path: Path, name: str
) -> None:
    ran = run("print", "water", "-o", tmp_path / name)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert not (tmp_path / name).exists()


def test_a_printer_without_a_printing_system_is_one_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for words in (["--printer"], ["--printer", "Office"]):
        ran = run("print", "water", *words)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert "lp" in ran.err


def test_a_printer_gets_no_markup(run: Run) -> None:
    assert run("print", "water", "--printer", "--format", "html").code == 2


def test_a_file_and_a_printer_exclude_each_other(run: Run, tmp_path: Path) -> None:
    assert run("print", "water", "-o", tmp_path / "a.txt", "--printer", "X").code == 2
