from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from reader import cli, extras
from reader.language.sanitize import sanitize_line
from reader.printing import pdf
from tests.cli.conftest import Run
from tests.printing import another_format
from tests.programs import tool

needs_typst = pytest.mark.skipif(not pdf.available(), reason="needs the extra pdf (typst)")


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
    words = re.sub(r"</?span[^>]*>", "", html)
    assert "Закон о канале" in words
    assert "The mill will draw water" in words
    assert "the publisher’s text" in html


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


# Two languages, all documents, PDF.


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_both_languages_stand_together_that_of_the_dossier_first(run: Run, format: str) -> None:
    ran = run("print", "water", "--lang", "both", "--format", format)
    assert ran.code == 0
    assert ran.err == ""
    russian = "Мельница возьмёт воду."
    text = re.sub(r"<[^>]*>", "", ran.out).replace("\xa0", " ")
    assert text.index(russian) < text.index("The mill will draw water.")
    assert text.index("Коротко") < text.index("In brief")


def test_both_languages_are_two_summaries_in_json(run: Run) -> None:
    shapes = run("print", "water", "--lang=both", "--format", "json").json()
    assert [shape["language"] for shape in shapes] == ["ru", "en"]


def test_beside_an_original_stands_our_translation(run: Run, original: Path) -> None:
    out = run("print", original, "--lang", "both").out
    assert "Закон о канале, по словам управы" in re.sub(r"\s+", " ", out)
    assert "The Canal Act allows it." in out


def test_other_commands_know_no_both(run: Run) -> None:
    ran = run("summary", "water", "--lang", "both")
    assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_the_whole_dossier_is_printed_at_once(run: Run, tmp_path: Path) -> None:
    assert run("print", "--all", "--lang", "en", "-o", tmp_path / "all.md").code == 0
    assert "# Water for the mill" in (tmp_path / "all.md").read_text()


@pytest.mark.parametrize("format", ["text", "md", "html", "pdf", "json"])
@pytest.mark.parametrize("left", ["", "title: [\n"], ids=["none", "a broken one"])
def test_a_dossier_without_a_document_to_print_says_so_and_writes_nothing(
    run: Run, dossier: Path, tmp_path: Path, format: str, left: str
) -> None:
    document = dossier / "documents" / "water.yaml"
    document.unlink()
    if left:
        document.write_text(left)
    ran = run("print", "--all", "--format", format, "-o", tmp_path / "all")
    assert (ran.code, ran.out) == (2, "")
    assert f"{dossier}: This dossier has no article that could be printed." in ran.err
    assert ("water.yaml" in ran.err) == bool(left)
    assert not (tmp_path / "all").exists()


@pytest.mark.parametrize("words", [[], ["--all", "water"]])
def test_print_wants_documents_or_all_of_them(run: Run, words: list[str]) -> None:
    ran = run("print", *words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "--all" in ran.err


def test_the_text_can_be_left_out(run: Run) -> None:
    assert "There is water enough" in run("print", "water", "--lang", "en", "--text").out
    assert "There is water enough" not in run("print", "water", "--lang", "en", "--no-text").out


def test_a_hyphen_for_a_file_is_standard_output(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    plain = run("print", "water", "--lang", "en")
    assert run("print", "water", "--lang", "en", "-o", "-").out == plain.out != ""
    assert not (tmp_path / "-").exists()


@needs_typst
def test_pdf_goes_to_a_file_or_a_pipe(
    run: Run, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], dossier: Path
) -> None:
    assert run("print", "water", "--lang", "both", "-o", tmp_path / "a.pdf").code == 0
    written = (tmp_path / "a.pdf").read_bytes()
    assert written.startswith(b"%PDF-")
    words = ["print", "water", "--lang", "both", "--format", "pdf", "--dossier", str(dossier)]
    assert cli.main(words) == 0
    assert capsysbinary.readouterr().out == written


@needs_typst
def test_pdf_is_not_poured_into_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.cli.console.is_terminal", lambda _stream: True)
    ran = run("print", "water", "--format", "pdf")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_pdf_without_the_extra_is_one_line_and_no_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    ran = run("print", "water", "--lang", "en", "-o", tmp_path / "a.pdf")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert extras.how_to_install("pdf") in ran.err
    assert not (tmp_path / "a.pdf").exists()


@pytest.mark.parametrize(
    ("missing", "start"),
    [pytest.param(False, b"%PDF-", marks=needs_typst), (True, b"Water for")],
)
def test_a_printer_gets_pdf_where_it_can_be_made_and_text_where_not(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: bool, start: bytes
) -> None:
    lp = tmp_path / "bin" / "lp"
    lp.parent.mkdir()
    lp.write_text(f"#!/bin/sh\n/bin/cat > {tmp_path}/job; echo 'request id is Office-3 (1 file)'\n")
    lp.chmod(0o755)
    monkeypatch.setenv("PATH", str(lp.parent))
    if missing:
        monkeypatch.setitem(sys.modules, "typst", None)
    ran = run("print", "water", "--lang", "en", "--printer")
    assert ran.code == 0
    assert "Office-3" in ran.err
    assert (tmp_path / "job").read_bytes().startswith(start)


def test_printers_are_listed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, says in (("lp", ""), ("lpstat", '[ "$1" = -e ] && echo Office')):
        (tmp_path / name).write_text(f"#!/bin/sh\n{says}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    ran = run("print", "--printers")
    assert (ran.code, ran.out) == (0, "Office\n")


HOSTILE_NAME = "\x1b[31mred\x9b2J\u202e"


def test_what_printers_are_called_and_say_acts_on_no_terminal(run: Run, tools: Path) -> None:
    name = r"printf '\033[31mred\302\2332J\342\200\256\n'"
    tool(tools, "lpstat", f'[ "$1" = -e ] && {name}')
    tool(tools, "lp", "")
    ran = run("print", "--printers")
    assert (ran.code, ran.out) == (0, sanitize_line(HOSTILE_NAME) + "\n")
    for script in (
        f"cat >/dev/null; printf 'request id is '; {name}",
        f"cat >/dev/null; {name}; exit 1",
        f"cat >/dev/null; {name} >&2; exit 1",
        "cat >/dev/null; printf '\\377\\033]0;x\\007' >&2; exit 1",
    ):
        tool(tools, "lp", script)
        for printer in (["--printer"], ["--printer", HOSTILE_NAME], ["--printer", "nosuch"]):
            ran = run("print", "water", "--format", "text", *printer)
            assert ran.err
            assert not set(ran.err) & set("\x1b\x9b\u202e\x07")


def test_a_name_with_line_breaks_and_escapes_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\n\x1b[31m\u202e.md"
    ran = run("print", "water", "-o", path)
    assert ran.code == 0
    assert ran.err == f"Written: {sanitize_line(str(path))}\n"
    assert path.exists()


def test_what_a_pdf_has_to_leave_out_is_told(run: Run, tmp_path: Path) -> None:
    if not pdf.available():
        pytest.skip("needs the extra pdf (typst)")
    (tmp_path / "marks.txt").write_text("Title\n\na" + "\u0301" * 3000 + "\n", encoding="utf-8")
    ran = run("print", tmp_path / "marks.txt", "-o", tmp_path / "marks.pdf", "--lang", "ru")
    assert "2970" in ran.err
    assert ["2970" in line for line in ran.err.splitlines()].count(True) == 1
    assert (tmp_path / "marks.pdf").read_bytes().startswith(b"%PDF")


def test_single_claims_can_be_printed(run: Run) -> None:
    ran = run("print", "water", "--claims", "c1", "--lang", "en", "--format", "json")
    assert [claim["id"] for claim in ran.json()["claims"]] == ["c1"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["water", "--claims", "c1,c99"], "c99"),
        (["water", "--claims", ","], "c1"),
        (["water", "water", "--claims", "c1"], "one article"),
    ],
)
def test_claims_that_cannot_be_chosen_are_a_fault_of_usage(
    run: Run, words: list[str], said: str
) -> None:
    ran = run("print", *words, "--lang", "en")
    assert ran.code == 2
    assert said in ran.err


def test_a_format_that_is_added_to_the_table_is_an_option_and_a_suffix(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    another_format.add(monkeypatch)
    title = "= Water for the mill\n"
    assert run("summary", "water", "--lang", "en", "--format", "adoc").out == title
    assert run("print", "water", "--lang", "en", "--format", "adoc").out == title
    assert run("print", "water", "--lang", "en", "-o", tmp_path / "a.adoc").code == 0
    assert (tmp_path / "a.adoc").read_text() == title
    assert ".adoc" in run("print", "--help").out
