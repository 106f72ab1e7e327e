"""``notes``: the reader's own notes listed, searched, exported, added; and printed when asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.dossiers import paths
from reader.library.notes import Notebook
from tests.cli.conftest import Ran, Run


@pytest.fixture
def noted(run: Run) -> Run:
    """A dossier with a note on a paragraph, on words and on a claim."""
    for words in (
        (
            "--lang",
            "ru",
            "--at",
            "p2",
            "--add",
            "Спросить\nв управе",
            "--tag",
            "вода",
            "--tag",
            "#дела",
        ),
        ("--lang", "en", "--quote", "Canal Act", "--add", "Which *article*?", "--tag", "law"),
        ("--lang", "en", "--at", "c1", "--add", "Is it so?", "--tag", "вода"),
    ):
        ran = run("notes", "water", *words)
        assert (ran.code, ran.err) == (0, "")
    return run


def stored() -> Path:
    return paths.notes("towns")


def change(document: Path, old: str, new: str) -> None:
    path = document / "documents" / "water.yaml"
    path.write_text(path.read_text().replace(old, new))


def listed(ran: Ran) -> list[tuple[str, str, str | None]]:
    return [(n["text"].split()[0], n["state"], n["paragraph"]) for n in ran.json()["notes"]]


def test_without_notes_nothing_is_found(run: Run) -> None:
    ran = run("notes")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "There are no such notes.\n"
    ran = run("notes", "--format", "json")
    assert (ran.code, ran.json()) == (1, {"notes": []})


def test_the_list_has_quotation_place_note_and_tags(noted: Run) -> None:
    ran = noted("notes", "--lang", "ru")
    assert ran.code == 0
    assert ran.out.startswith("Вода для мельницы (water)\n")
    for line in (
        "  «Воды хватит всем.»",
        "  — Пересказ, досье «Два города», по статье Вестник, 2 мая 2024\xa0г., абзац 2\n",
        "    Спросить",
        "    в управе",
        "#вода #дела",
        "  «Canal Act»",
        "Перевод пересказа, абзац 3",
    ):
        assert line in ran.out
    first = ran.out.index("Is it so?")
    assert first < ran.out.index("Спросить") < ran.out.index("Which *article*?")


def test_a_note_is_private_and_readable(noted: Run) -> None:
    del noted
    assert stored().stat().st_mode & 0o777 == 0o600
    first, second, third = (json.loads(line) for line in stored().read_text().splitlines())
    assert (first["exact"], first["of"], first["language"]) == (
        "Воды хватит всем.",
        "edition",
        "ru",
    )
    assert (second["exact"], second["of"], second["paragraph"]) == (
        "Canal Act",
        "translation",
        "p3",
    )
    assert (third["kind"], third["claim"], third["language"]) == ("claim", "c1", "en")


def test_it_is_filtered_by_document_tag_and_words(noted: Run) -> None:
    def texts(*words: object) -> list[str]:
        ran = noted("notes", "--format", "json", *words)
        return sorted(note["text"].split()[0] for note in ran.json()["notes"])

    assert texts("water") == ["Is", "Which", "Спросить"]
    assert texts("--tag", "ВОДА") == ["Is", "Спросить"]
    assert texts("--tag", "вода", "--tag", "дела") == ["Спросить"]
    assert texts("--search", "управ") == ["Спросить"]
    assert texts("--search", "canal ARTICLE") == ["Which"]
    assert texts("--search", "рава") == []


def test_markdown_quotes_with_the_citation(noted: Run) -> None:
    ran = noted("notes", "--lang", "en", "--format", "markdown")
    assert "## Water for the mill" in ran.out
    assert "> Canal Act\n>\n> — Paraphrase, translated, dossier “Two towns”" in ran.out
    assert "Which \\*article\\*?" in ran.out


def test_csl_has_an_item_a_source_with_its_notes(noted: Run) -> None:
    items = noted("notes", "--lang", "en", "--format", "csl").json()
    assert len({item["id"] for item in items}) == len(items) == 3
    assert all(item["type"] == "document" for item in items)
    assert all("not the publisher’s text" in item["note"] for item in items)
    assert any("Canal Act" in item["annote"] and "#law" in item["annote"] for item in items)


def test_the_publishers_text_is_cited_as_his(run: Run, original: Path) -> None:
    assert run("notes", original, "--quote", "Длинного озера", "--add", "Где это?").code == 0
    (item,) = run("notes", original, "--format", "csl").json()
    assert item["type"] == "article-newspaper"
    assert item["container-title"] == "Вестник"
    assert listed(run("notes", original, "--format", "json")) == [("Где", "kept", "p1")]
    # Without the file there is only the paraphrase: the note stands beside the same paragraph.
    assert listed(run("notes", "--format", "json")) == [("Где", "absent", "p1")]


def test_in_another_language_a_note_is_at_the_paragraph_that_says_the_same(noted: Run) -> None:
    notes = noted("notes", "--lang", "ru", "--format", "json").json()["notes"]
    assert {(n["of"], n["paragraph"], n["state"]) for n in notes} == {
        ("edition", "p2", "kept"),
        ("translation", "p3", "kept"),
        ("summary", None, "kept"),
    }


def test_a_note_survives_an_edit_and_says_so(noted: Run, dossier: Path) -> None:
    change(dossier, "Воды хватит всем.", "Воды, как уточняют, хватит всем жителям.")
    change(dossier, "{id: p3, ", "{id: p4, text: Было и другое.}\n  - {id: p3, ")
    ran = noted("notes", "--lang", "ru", "--format", "json", "--search", "спросить")
    assert listed(ran) == [("Спросить", "changed", "p2")]
    assert "с тех пор текст изменился" in noted("notes", "--lang", "ru").out


def test_what_has_lost_its_place_is_kept_and_shown(noted: Run, dossier: Path) -> None:
    change(dossier, "Воды хватит всем.", "Совсем другое предложение о погоде.")
    ran = noted("notes", "--lang", "ru", "--search", "спросить")
    assert ran.code == 0
    assert "место потеряно" in ran.out
    assert "«Воды хватит всем.»" in ran.out


def test_notes_on_a_document_that_is_gone_are_kept_and_shown(noted: Run, dossier: Path) -> None:
    (dossier / "documents" / "water.yaml").rename(dossier / "documents" / "fire.yaml")
    for ran in (noted("notes", "--format", "json"), noted("notes", "water", "--format", "json")):
        assert ran.code == 0
        assert {note["state"] for note in ran.json()["notes"]} == {"gone"}
    assert "water" in noted("notes").out


def test_notes_on_a_file_go_with_its_path_or_its_text(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("A mill burned down.\n\nNobody was hurt in it.\n")
    assert run("notes", article, "--quote", "burned", "--add", "When?").code == 0
    assert not stored().exists()
    assert paths.file_notes().exists()
    assert listed(run("notes", "--format", "json")) == [("When?", "kept", "p1")]
    article.write_text("Last night a mill burned down.\n\nNobody was hurt in it.\n")
    assert listed(run("notes", article, "--format", "json")) == [("When?", "kept", "p1")]
    article.write_text("A mill burned down.\n\nNobody was hurt in it.\n")
    moved = article.rename(tmp_path / "moved.txt")
    assert listed(run("notes", moved, "--format", "json")) == [("When?", "kept", "p1")]
    assert listed(run("notes", "--format", "json")) == [("When?", "gone", None)]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--add", "x"), "name exactly one"),
        (("water", "--add", "x"), "say what the note is on"),
        (("water", "--add", " ", "--at", "p1"), "a note needs some words"),
        (("water", "--add", "x", "--at", "p9"), "there is no paragraph or claim “p9” here"),
        (("water", "--add", "x", "--quote", "zeppelin"), "does not stand in this text"),
        (("water", "--add", "x", "--quote", "e"), "more than once"),
        (("water", "--add", "x", "--quote", ""), "does not stand in this text"),
        (("water", "--add", "x", "--at", "c1", "--quote", "mill"), "not of a claim"),
        (("water", "--at", "p1"), "say --add too"),
        (("nothing-like-it",), "There is no article or file of this name"),
    ],
)
def test_what_makes_no_sense_is_said(run: Run, words: tuple[str, ...], said: str) -> None:
    ran = run("notes", "--lang", "en", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not stored().exists()


def test_it_is_written_to_a_file_but_not_over_one(noted: Run, tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    assert noted("notes", "--format", "markdown", "-o", path).code == 0
    assert "Canal Act" in path.read_text()
    assert noted("notes", "-o", path).code == 2
    assert noted("notes", "-o", path, "--force").code == 0
    assert "#law" in path.read_text()


def test_a_line_that_is_wrong_is_named_and_the_rest_is_listed(noted: Run) -> None:
    with stored().open("a") as file:
        file.write("{oops\n")
    ran = noted("notes")
    assert ran.code == 0
    assert f"{stored()}:4:2: This line is not a note" in ran.err
    assert "Canal Act" in ran.out


def test_no_text_of_a_note_acts_on_a_terminal(run: Run) -> None:
    assert run("notes", "water", "--at", "p1", "--add", "a\x1b[31mb\x9bc").code == 0
    with stored().open("a") as file:
        file.write(json.dumps({"id": "\x1b]0;x", "document": "w\x1b[2J", "text": "\u202ez"}) + "\n")
    for format in ("text", "markdown", "json", "csl"):
        out = run("notes", "--format", format).out
        assert not set(out) & {"\x1b", "\x9b", "\u202e"}


def test_a_file_that_may_not_be_written_is_said(run: Run) -> None:
    stored().parent.mkdir(parents=True)
    stored().mkdir()
    ran = run("notes", "water", "--at", "p1", "--add", "x")
    assert ran.code == 2
    assert str(stored()) in ran.err
    assert "Traceback" not in ran.err


def test_notes_are_printed_only_when_they_are_asked_for(noted: Run) -> None:
    for format in ("text", "md", "html", "json"):
        plain = noted("print", "water", "--lang", "en", "--format", format).out
        assert "Is it so?" not in plain
        ran = noted("print", "water", "--lang", "en", "--notes", "--format", format)
        assert "Is it so?" in ran.out
        assert "Canal Act" in ran.out
        assert "Is it so?" in noted("summary", "water", "--notes", "--format", format).out
    assert "\nNotes\n─────\n" in noted("print", "water", "--lang", "en", "--notes").out
    assert "Заметки · Notes" in noted("print", "water", "--lang", "both", "--notes").out


def test_an_excerpt_has_the_notes_on_what_is_in_it(noted: Run) -> None:
    out = noted("print", "water", "--lang", "en", "--notes", "--claims", "c1").out
    assert "Is it so?" in out
    assert "Canal Act" in out  # of p3, which the claim cites
    assert "Спросить" not in out  # of p2, which it doesn't


def test_what_another_program_adds_is_there_too(noted: Run) -> None:
    book = Notebook(stored())
    first = book.notes()[0]
    book.replace(None, first._replace(id="other", text="Added"))
    assert "Added" in noted("notes").out
