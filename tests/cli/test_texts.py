"""Texts as they come: wrapped, with wrong bytes, from the web, above all alike in every command."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from reader.articles import reading
from reader.cli import console
from tests.cli.conftest import Run

WRAPPED = """\
Вода

Мельница стоит у самого края, и вода в Длинное
озеро приходит весной, а уходит осенью через кана-
лы. Об этом написано и в старом Законе о
канале, которого никто давно не читает.

Воды хватит.
"""
JOINED = (
    "Мельница стоит у самого края, и вода в Длинное озеро приходит весной, а уходит осенью через"
    " каналы. Об этом написано и в старом Законе о канале, которого никто давно не читает."
)


@pytest.fixture
def wrapped(tmp_path: Path) -> Path:
    path = tmp_path / "wrapped.txt"
    path.write_text(WRAPPED, encoding="utf-8")
    return path


def test_wrapped_lines_are_one_paragraph_in_every_command(run: Run, wrapped: Path) -> None:
    shown = run("show", wrapped, "--json").json()["paragraphs"]
    assert [p["text"] for p in shown] == ["Вода", JOINED, "Воды хватит."]
    for command in (("print", wrapped), ("summary", wrapped, "--format", "md")):
        assert JOINED in " ".join(run(*command, "--lang", "ru").out.split())


def test_terms_over_a_line_break_are_found_in_every_command(run: Run, wrapped: Path) -> None:
    found = run("terms", wrapped, "--json").lines()
    assert [(m["entry"], m["text"]) for m in found] == [
        ("long-lake", "Длинное\nозеро"),
        ("canal-act", "Законе о\nканале"),
    ]
    lines = [line for line in WRAPPED.split("\n") if line.strip()]
    for mention in found:
        rest = "\n".join(lines[mention["paragraph"] - 1 :])
        assert rest[mention["start"] : mention["end"]] == mention["text"]
    out = run("annotate", wrapped, "--format", "md", "--lang", "ru").out
    assert "[Длинное озеро](#" in out
    assert "[Законе о канале](#" in out
    for command in ("print", "summary"):
        # The glossary of a page has the terms that occur.
        out = run(command, wrapped, "--format", "md", "--lang", "ru").out
        assert "**Длинное озеро**" in out
        assert "**Закон о канале**" in out
    html = run("annotate", wrapped, "--format", "html", "--lang", "ru").out
    assert html.count("<p>") == 3
    assert ">Длинное озеро</a>" in re.sub(r"</?span[^>]*>", "", html)


def test_lines_that_are_their_authors_stay_lines_in_a_terminal(run: Run) -> None:
    text = "Вода:\n- озеро\n- река\n\nВоды хватит.\n"
    assert run("annotate", "-", "--format", "ansi", stdin=text).out == text
    md = run("annotate", "-", "--format", "md", stdin=text).out
    assert "Вода:\n\n\\- озеро\n\n\\- река\n\nВоды хватит." in md


def test_front_matter_is_told_above_the_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text("---\ntitle: Вода\nauthor: Анна\ndate: 2026-03-02\n---\n\nДлинное озеро.\n")
    out = run("show", path, "--lang", "ru").out
    assert out == "Вода\nАнна · 2 марта 2026\xa0г.\n\np1  Длинное озеро.\n"
    shape = run("summary", path, "--format", "json").json()
    assert (shape["source"]["publisher"], shape["source"]["published"]) == ("Анна", "2026-03-02")
    assert run("annotate", path, "--format", "ansi").out.startswith("Вода\n\n")
    assert run("terms", path, "--json").lines()[0]["paragraph"] == 6


@pytest.mark.parametrize("command", ["show", "summary", "print", "annotate", "terms"])
def test_a_wrong_byte_costs_nothing_but_itself_and_a_line(
    run: Run, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "cut.txt"
    path.write_bytes("Длинное озеро полно воды.\n\nМельница стоит".encode()[:-1])
    ran = run(command, path, "--lang", "en")
    assert ran.code == (1 if command == "summary" else 0)
    assert ran.err == (
        f"reader: {path}:3:1: Some bytes are not characters (1, the first in this line): each is shown"
        " as �, everything else as it is. The file may be damaged.\n"
    )
    assert "Длинное озеро" in ran.out
    assert "стои�" in ran.out or command in ("terms", "summary")


@pytest.mark.parametrize("command", ["show", "summary", "print", "annotate", "terms"])
def test_the_article_of_a_saved_page_is_read(run: Run, tmp_path: Path, command: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        '<html lang="ru"><head><title>Вода</title>\n<meta content="Длинное озеро"></head><body>\n'
        "<nav><a href=x>Архив</a></nav><p>Закон о канале приняли вчера, сообщили в районе.</p></html>\n"
    )
    ran = run(command, path, "--lang", "en")
    assert ran.err == ("" if command != "summary" else ran.err)
    assert "Архив" not in ran.out
    assert "озеро" not in ran.out
    if command == "terms":
        assert ran.out.count("→") == 1
        assert "canal-act" in ran.out


def test_the_json_of_a_file_has_what_is_known_of_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(
        "<title>Вода прибыла | Вестник</title><meta charset=koi8-r><h1>Вода прибыла</h1><div>2 марта 2026</div>"
        "<link rel=canonical href='https://a.example/voda'><p>Закон о канале приняли вчера, сообщили в районе.</p>"
        "<p>Автор: Вера Лунина</p>".encode("koi8-r")
    )
    shape = json.loads(run("show", path, "--json").out)
    keys = ("id", "title", "published", "publisher", "url", "encoding", "author", "language")
    assert [shape[key] for key in keys] == [
        None, "Вода прибыла", "2026-03-02", "Вестник", "https://a.example/voda", "koi8-r", "Вера Лунина", "ru"
    ]  # fmt: skip
    path.write_text("Вода.")
    shape = json.loads(run("show", path, "--json").out)
    assert [shape[key] for key in keys] == [None, "Вода.", None, None, None, "utf-8", None, "ru"]


@pytest.mark.parametrize("command", ["show", "print", "annotate", "terms"])
def test_a_text_in_a_legacy_encoding_is_read_and_its_encoding_named(
    run: Run, tmp_path: Path, command: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Закон о канале приняли вчера, сообщили в районе.\n".encode("cp1251"))
    ran = run(command, path, "--lang", "en")
    assert ran.code == 0
    assert "анал" in ran.out
    assert ran.err.startswith(
        f"reader: {path}: This text is not in UTF-8. It is read as windows-1251"
    )


SOFT = "Мель\xadни\xadца у озе\xadра\n\nОна ме\xadлет.\n"


@pytest.mark.parametrize("command", ["show", "summary", "print", "annotate"])
def test_a_terminal_gets_no_soft_hyphens(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(console, "is_terminal", lambda _stream: True)
    ran = run(command, "-", "--lang", "ru", stdin=SOFT)
    assert "\xad" not in ran.out
    assert "Мельница у озера" in ran.out


def test_the_list_of_documents_has_no_soft_hyphens_on_a_terminal(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = dossier / "documents" / "water.yaml"
    text = document.read_text(encoding="utf-8").replace("Вода для", "Во\xadда для")
    document.write_text(text.replace("Вестник", "Вест\xadник"), encoding="utf-8")
    monkeypatch.setattr(console, "is_terminal", lambda _stream: True)
    out = run("list", "--lang", "ru").out
    assert "Вода для мельницы" in out
    assert "\xad" not in out


def test_a_dead_link_is_called_one(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("dead").symlink_to("nowhere")
    Path("loop").symlink_to("loop")
    for command in ("show", "summary", "print", "annotate", "terms"):
        dead, loop = run(command, "dead", "--lang", "en"), run(command, "loop", "--lang", "en")
        assert (dead.code, loop.code) == (2, 2)
        assert dead.err == (
            "reader: dead: This link leads nowhere: nowhere does not exist. Correct it, or remove it.\n"
        )
        assert (
            loop.err == "reader: loop: This link leads back to itself. Correct it, or remove it.\n"
        )


def test_a_dead_link_in_the_place_of_a_dossier_is_called_one(run: Run, tmp_path: Path) -> None:
    link = tmp_path / "dead"
    link.symlink_to("nowhere")
    ran = run("check", link, "--lang", "en")
    assert ran.code == 2
    assert "This link leads nowhere: nowhere does not exist." in ran.err


def test_a_dead_link_among_documents_is_called_one(run: Run, dossier: Path) -> None:
    (dossier / "documents" / "gone.yaml").symlink_to("elsewhere.yaml")
    ran = run("check", dossier, "--lang", "en")
    assert ran.code == 2
    assert "This link leads nowhere: elsewhere.yaml does not exist." in ran.err


def test_an_article_without_a_summary_is_printed_and_said_to_have_none(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Воды хватит.\n", encoding="utf-8")
    out = tmp_path / "out.txt"
    ran = run("print", path, "--output", out, "--lang", "en")
    assert ran.code == 0
    assert "There is no summary: only the text was printed.\n" in ran.err
    assert "Воды хватит." in out.read_text(encoding="utf-8")
    assert run("print", path).code == 0
    assert run("print", path, "--no-text").code == 1


def test_whose_text_it_is_stands_where_its_source_stands(tmp_path: Path, run: Run) -> None:
    long = "Паром вернулся в порт на рассвете, и на берегу его ждали встречающие."
    page = tmp_path / "page.html"
    page.write_text(
        "<meta property='og:site_name' content='Губернские ведомости'><h1>Паром</h1><article>"
        f"<p>{long}</p><p>{long[:40]} на закате.</p></article><p>Источник: Маяк\x1b[31m</p>"
    )
    (read,) = reading.read(page.read_bytes(), page.name)
    assert read.document.source.via == ("Маяк␛[31m",)
    page.write_text(page.read_text().replace("\x1b[31m", ""))
    shown = run("show", str(page), "--json")
    assert json.loads(shown.out)["via"] == ["Маяк"]
    assert "Губернские ведомости ← Маяк" in run("show", str(page)).out
    made = json.loads(run("summary", str(page), "--format", "json").out)
    assert made["source"]["attribution"] == [{"entry": None, "name": "Маяк"}]
    added = run("add", "--yes", "--json", str(page))
    key = json.loads(added.out)["document"]
    assert "Губернские ведомости ← Маяк" in run("show", key).out
