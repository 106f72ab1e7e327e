"""``list`` and ``show``, and what a document can be called."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import recognition
from reader.cli import console
from reader.kept.places import ReadFile, ReadFiles
from tests.cli.conftest import ORIGINAL, Run

BROKEN = "language: ru\ntitle: [\n"


def test_list_in_json(run: Run) -> None:
    assert run("list", "--json", "--lang", "ru").json() == {
        "documents": [
            {
                "id": "water",
                "title": "Вода для мельницы",
                "publisher": "Вестник",
                "published": "2024-05-02",
                "language": "ru",
                "text": "edition",
                "paragraphs": 3,
            }
        ],
        "note": None,
    }


def test_list_shows_titles_in_the_language_asked_for(run: Run) -> None:
    ran = run("list", "--lang", "en")
    assert ran.code == 0
    assert "Two towns" in ran.out
    assert "Water for the mill" in ran.out
    assert "2 May 2024" in ran.out


def test_show_in_json_has_the_shape_and_its_order(run: Run) -> None:
    shape = run("show", "water", "--json", "--lang", "en").json()
    assert list(shape) == ["id", "language", "text", "title", "paragraphs", "headline", "url"]
    assert shape["language"] == "en"
    assert shape["text"] == "translation"
    assert shape["paragraphs"][1] == {"id": "p2", "text": "There is water enough for all."}


def test_both_languages_have_the_same_paragraphs(run: Run) -> None:
    ids = [
        [paragraph["id"] for paragraph in run("show", "water", "--json", "--lang", code).json()["paragraphs"]]
        for code in ("ru", "en")
    ]  # fmt: skip
    assert ids[0] == ids[1]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_show_of_an_original_is_the_publishers_text_word_for_word(
    run: Run, original: Path, language: str
) -> None:
    shape = run("show", original, "--json", "--lang", language).json()
    assert shape["id"] == "water"
    assert shape["language"] == "ru"
    assert shape["text"] == "original"
    assert [paragraph["text"] for paragraph in shape["paragraphs"]] == list(ORIGINAL)


def test_show_of_an_unknown_file_is_its_text(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text("A headline\n\nA paragraph about something else.\n")
    shape = run("show", path, "--json").json()
    assert shape["id"] is None
    assert [p["text"] for p in shape["paragraphs"]][-1] == "A paragraph about something else."


def test_show_reads_standard_input(run: Run) -> None:
    assert "Typed in" in run("show", "-", stdin="Typed in.\n").out


def test_show_sets_paragraph_ids_in_the_margin(run: Run) -> None:
    text = run("show", "water", "--lang", "ru").out
    assert "p2  Воды хватит всем." in text
    assert "По статье Вестник, 2 мая 2024\xa0г. · Вестник ← Закон о канале" in text


def test_an_unknown_document_names_the_nearest_and_how_to_list_them(run: Run) -> None:
    ran = run("show", "watr", "--lang", "en")
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err == (
        "reader: watr: There is no article or file of this name. The nearest: water. "
        "“reader list” lists all articles.\n"
    )


def test_a_mistyped_command_names_the_nearest_one(run: Run) -> None:
    assert "The nearest: list." in run("lst").err


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", b"\x00\x01\x02"),
        ("odd.txt", b"\x81\x8d\x8f\x90\x9d\xff" * 30),
    ],
)
def test_a_file_that_is_no_text_is_one_line_and_exit_2(
    run: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    for command in ("show", "summary", "print", "annotate", "terms"):
        ran = run(command, tmp_path / name)
        assert ran.code == 2
        assert ran.out == ""
        assert ran.err.count("\n") == 1
        assert name in ran.err


def test_a_missing_file_and_a_folder_are_one_line_and_exit_2(run: Run, tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        ran = run("show", path)
        assert (ran.code, ran.err.count("\n")) == (2, 1)


def test_a_broken_document_stops_only_what_names_it(run: Run, dossier: Path) -> None:
    (dossier / "documents" / "broken.yaml").write_text(BROKEN)
    named = run("show", "broken")
    assert named.code == 2
    assert named.err.count("\n") == 1
    assert "broken.yaml:" in named.err
    other = run("show", "water", "--lang", "ru")
    assert other.code == 0
    assert "Воды хватит всем." in other.out
    assert other.err.count("broken.yaml:") == 1


def test_many_mistakes_are_counted_not_listed(run: Run, dossier: Path) -> None:
    for number in range(5):
        (dossier / "documents" / f"broken-{number}.yaml").write_text(BROKEN)
    lines = run("list", "--lang", "en").err.splitlines()
    assert len(lines) == 4
    assert lines[-1] == "reader: 2 more errors (reader check)"


def test_a_name_with_escape_sequences_does_nothing_to_the_terminal(run: Run) -> None:
    ran = run("show", "\x1b]0;x\x07\u202e.txt")
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert "\u202e" not in ran.err


DIFFER = """\
- id: enough
  about: Хватит ли воды
  sides:
    - {document: water, cites: [p2], text: Хватит всем.}
    - {entry: canal-act, text: Об этом не сказано., source: ["Закон о канале, статья 2"]}
  why: От этого зависит лето.
"""


def test_list_has_what_sources_tell_differently(run: Run, dossier: Path) -> None:
    (dossier / "discrepancies.yaml").write_text(DIFFER, encoding="utf-8")
    ran = run("list", "--discrepancies", "--lang", "ru")
    assert ran.code == 0
    assert ran.out == (
        "Два города: Источники расходятся\n\n"
        "Хватит ли воды\n"
        "  • По статье Вестник, 2 мая 2024\xa0г., p2: Хватит всем.\n"
        "  • Закон о канале: Об этом не сказано. (Закон о канале, статья 2)\n"
        "  Почему это важно: От этого зависит лето.\n"
    )
    assert run("list", "--discrepancies", "--json", "--lang", "ru").json() == {
        "discrepancies": [
            {
                "id": "enough",
                "about": "Хватит ли воды",
                "sides": [
                    {
                        "document": "water",
                        "entry": None,
                        "cites": ["p2"],
                        "text": "Хватит всем.",
                        "source": [],
                    },
                    {
                        "document": None,
                        "entry": {"entry": "canal-act", "name": "Закон о канале"},
                        "cites": [],
                        "text": "Об этом не сказано.",
                        "source": ["Закон о канале, статья 2"],
                    },
                ],
                "why": "От этого зависит лето.",
            }
        ]
    }
    assert "Хватит ли воды [not translated]" in run("list", "--discrepancies", "--lang", "en").out


def test_a_dossier_without_discrepancies_says_so(run: Run) -> None:
    ran = run("list", "--discrepancies", "--lang", "en")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "This dossier does not list where its articles differ.\n"
    assert run("list", "--discrepancies", "--json").json() == {"discrepancies": []}


def test_list_begins_with_what_the_editors_say(run: Run, dossier: Path) -> None:
    head = dossier / "dossier.yaml"
    head.write_text(head.read_text() + "note: Статьи пересказаны редакцией.\n")
    assert run("list", "--lang", "ru").out.startswith(
        "Два города\n\nСтатьи пересказаны редакцией.\n"
    )
    assert run("list", "--lang", "ru", "--json").json()["note"] == "Статьи пересказаны редакцией."
    assert "Статьи пересказаны редакцией. [not translated]" in run("list", "--lang", "en").out


def test_an_annotated_document_says_whose_text_it_is(run: Run) -> None:
    said = run("annotate", "water", "--lang", "ru", "--format", "md").out
    assert "По статье Вестник, 2 мая 2024\xa0г. · наш пересказ по абзацам" in said


def test_an_address_is_a_link_on_a_terminal_alone(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = dossier / "documents" / "water.yaml"
    address = "https://вестник.example/1"
    text = document.read_text().replace("source:\n", f"source:\n  url: {address}\n")
    document.write_text(text)
    assert f"\n{address}\n" in run("show", "water", "--lang", "ru").out
    shape = run("show", "water", "--lang", "ru", "--json").json()
    assert (shape["url"], shape["headline"]) == (address, None)
    monkeypatch.setattr(console, "styled", lambda: True)
    link = "\x1b]8;;https://%D0%B2%D0%B5%D1%81%D1%82%D0%BD%D0%B8%D0%BA.example/1\x1b\\"
    assert f"{link}{address}\x1b]8;;\x1b\\\n" in run("show", "water", "--lang", "ru").out


def test_an_original_has_no_headline_of_ours_as_its_own(
    run: Run, dossier: Path, original: Path
) -> None:
    shown = run("show", original, "--lang", "ru").out
    assert shown.startswith("Заголовок досье: Вода для мельницы\nВестник · 2 мая 2024")
    document = dossier / "documents" / "water.yaml"
    headline = "source:\n  headline: Мельнице — воду\n"
    document.write_text(document.read_text().replace("source:\n", headline))
    shown = run("show", original, "--lang", "en").out
    assert shown.startswith("Мельнице — воду\nВестник · 2 May 2024")


def test_recent_files_are_listed_the_last_one_first(run: Run) -> None:
    ran = run("list", "--recent", "--lang", "en")
    assert (ran.code, ran.out) == (1, "")
    assert run("list", "--recent", "--json").json() == {"files": []}
    ReadFiles().put(ReadFile("/a.txt", "A ferry"), ReadFile("/b\x1b.txt", "A port", "2026-05-01"))
    ran = run("list", "--recent", "--lang", "en")
    assert ran.code == 0
    assert [line.strip() for line in ran.out.splitlines() if line.endswith(("ferry", "port"))] == [
        "A port",
        "A ferry",
    ]
    assert "/a.txt" in ran.out
    assert "\x1b" not in ran.out
    assert run("list", "--recent", "--json").json()["files"][0] == {
        "path": "/b\x1b.txt",
        "title": "A port",
        "opened": "2026-05-01",
    }
    assert run("list", "--recent", "--discrepancies").code == 2


def test_the_first_line_of_an_article_of_ones_own_is_printed_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("The ferry is back\n\nIt was away for a year.\n")
    assert run("show", path).out.count("The ferry is back") == 1


def test_fingerprints_are_those_that_a_dossier_lists(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    text = "The first paragraph of a text.\n\nThe second – «with quotes».\n"
    path.write_text(text)
    ran = run("show", "--fingerprints", path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == recognition.fingerprints(text)
    assert run("show", "--fingerprints", "--json", path).code == 2


@pytest.mark.parametrize(
    "words", [("show",), ("summary",), ("terms",), ("annotate",), ("print",), ()]
)
def test_an_address_is_one_line_with_every_slash_and_what_to_do(
    run: Run, words: tuple[str, ...]
) -> None:
    ran = run(*words, "https://example.org/ru")
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith("reader: https://example.org/ru: ")
    assert "curl -sL https://example.org/ru" in ran.err
