"""``glossary``, ``terms`` and ``annotate``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "  Длинное озеро полно.\r\n\r\n\tЗакон о канале помнит Длинное\nозеро.\n"


def test_terms_are_json_lines_with_offsets_in_stripped_lines(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    ran = run("terms", path, "--json")
    assert ran.code == 0
    first, second, third = ran.lines()
    assert first == {
        "file": str(path),
        "paragraph": 1,
        "start": 0,
        "end": 13,
        "text": "Длинное озеро",
        "entry": "long-lake",
    }
    assert list(first) == ["file", "paragraph", "start", "end", "text", "entry"]
    assert (second["paragraph"], second["start"], second["end"]) == (2, 0, 14)
    # Over a line break: it belongs to the line it starts on, and its end counts on.
    assert (third["paragraph"], third["start"], third["end"]) == (2, 22, 35)
    assert third["text"] == "Длинное\nозеро"


def test_only_line_feeds_end_lines(run: Run) -> None:
    text = "a\x0bb\x0cc\x85d\u2028e\rf Long Lake\ng Long Lake\n"
    assert [m["paragraph"] for m in run("terms", "-", "--json", stdin=text).lines()] == [1, 2]


def test_offsets_are_of_the_text_as_it_is_not_as_it_is_shown(run: Run) -> None:
    ran = run("terms", "-", "--json", stdin="\u202eИ İ Long Lake")
    assert (ran.lines()[0]["start"], ran.lines()[0]["file"]) == (5, "-")


def test_each_file_is_a_text_of_its_own(run: Run, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text("Long Lake")
    ran = run("terms", tmp_path / "a", tmp_path / "b", "--json")
    assert [m["file"] for m in ran.lines()] == [str(tmp_path / "a"), str(tmp_path / "b")]
    assert [m["paragraph"] for m in ran.lines()] == [1, 1]


def test_a_bad_file_among_good_ones_is_told_and_the_rest_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a").write_text("Long Lake")
    ran = run("terms", tmp_path / "none", tmp_path / "a", "--json")
    assert ran.code == 2
    assert len(ran.lines()) == 1
    assert ran.err.count("\n") == 1


def test_no_mention_is_exit_1(run: Run) -> None:
    assert run("terms", "-", stdin="Nothing here.")[:2] == (1, "")
    assert run("terms", "-", stdin=" \n")[:2] == (1, "")


def test_another_glossary_needs_no_more_than_id_kind_and_terms(run: Run, tmp_path: Path) -> None:
    glossary = tmp_path / "g.yaml"
    glossary.write_text("- {id: mill, kind: organisation, terms: {en: [Mill]}}\n")
    ran = run("terms", "-", "--json", "--glossary", glossary, stdin="The Mill by Long Lake")
    assert [m["entry"] for m in ran.lines()] == ["mill"]
    assert (
        "[Mill](#term-mill)" in run("annotate", "-", "--glossary", glossary, stdin="The Mill").out
    )


def test_several_glossaries_are_one(run: Run, tmp_path: Path) -> None:
    one, other = tmp_path / "one.yaml", tmp_path / "other.yaml"
    one.write_text("- {id: mill, kind: organisation, terms: {en: [Mill]}}\n")
    other.write_text("- {id: board, kind: organisation, terms: {en: [{text: Board, of: mill}]}}\n")
    several = ("--glossary", one, "--glossary", other)
    for command in ("terms", "annotate"):
        for _again in range(2):
            ran = run(command, "-", *several, stdin="The Mill's Board")
            assert (ran.code, ran.err) == (0, "")
            assert "mill" in ran.out
            assert "board" in ran.out
    ran = run("terms", "-", *several[:2], stdin="The Mill's Board")
    assert "board" not in ran.out
    other.write_text("- {id: mill, kind: organisation, terms: {en: [Board]}}\n")
    ran = run("terms", "-", *several, stdin="The Mill's Board")
    assert (ran.code, ran.err.count(f"{other}:1:")) == (2, 1)
    assert run("terms", "-", *several[:2], *several[:2], stdin="The Mill").code == 0


def test_a_broken_glossary_is_named_with_its_line(run: Run, tmp_path: Path) -> None:
    glossary = tmp_path / "g.yaml"
    glossary.write_text("- id: [\n")
    ran = run("terms", "-", "--glossary", glossary, stdin="x")
    assert ran.code == 2
    assert f"{glossary}:" in ran.err


def test_plain_terms_are_a_line_each_and_harmless(run: Run) -> None:
    ran = run("terms", "-", stdin="\x1b[2J All boats have left the Long-\nlake.")
    assert ran.out == "-:1:30: Long-␊lake → long-lake\n"


def test_plain_terms_stand_where_an_editor_goes_by_their_line_and_column(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Заголовок\n\n\n  Вода Длинного озера.\n\tLong Lake\n")
    out = run("terms", path).out.splitlines()
    assert out == [
        f"{path}:4:{3 + len('Вода '.encode())}: Длинного озера → long-lake",
        f"{path}:5:2: Long Lake → long-lake",
    ]
    # JSON counts paragraphs, and code points from the first one that is not white space.
    assert [(m["paragraph"], m["start"]) for m in run("terms", path, "--json").lines()] == [
        (2, 5),
        (3, 0),
    ]


def test_a_file_name_in_json_is_the_same_and_harmless(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a\x9b2J\u202e.txt"
    path.write_text("Long Lake")
    ran = run("terms", path, "--json")
    assert ran.lines()[0]["file"] == str(path)
    assert "\x9b" not in ran.out
    assert "\u202e" not in ran.out


def test_annotate_in_a_pipe_is_markdown(run: Run) -> None:
    ran = run("annotate", "-", "--lang", "en", stdin="We saw Long Lake.\n")
    assert ran.code == 0
    assert "We saw [Long Lake](#term-long-lake)." in ran.out
    assert "The lake between the two towns." in ran.out


def test_annotate_takes_a_document_of_the_dossier(run: Run) -> None:
    ran = run("annotate", "water", "--lang", "ru", "--format", "ansi")
    assert "\x1b[4mДлинного озера\x1b[24m" in ran.out


def test_annotate_lets_no_control_character_through(run: Run) -> None:
    for format in ("ansi", "md", "html"):
        out = run(
            "annotate", "-", "--format", format, stdin="\x1b]52;c;x\x07 <script> Long Lake"
        ).out
        assert "\x07" not in out
        assert "\x1b]" not in out
        assert "<script" not in out.replace("\\<script", "") or format == "ansi"


@pytest.mark.parametrize(
    "query", ["Длинным озером", "длинное", "ДО", "long lake", "Long", "long-lake"]
)
def test_any_form_or_beginning_in_either_language_finds_the_entry(run: Run, query: str) -> None:
    ran = run("glossary", query, "--json")
    assert ran.code == 0
    assert ran.json()["entries"][0]["id"] == "long-lake"


def test_glossary_in_json_has_the_shape_and_its_order(run: Run) -> None:
    (entry,) = run("glossary", "Long Lake", "--json", "--lang", "en").json()["entries"]
    assert entry == {
        "id": "long-lake",
        "kind": "place",
        "terms": {
            "ru": [
                {"text": "Длинное озеро", "type": "full"},
                {"text": "ДО", "type": "abbreviation"},
            ],
            "en": [{"text": "Long Lake", "type": "full"}],
        },
        "definition": "The lake between the two towns.",
        "related": ["canal-act"],
        "mentions": [
            {
                "document": "water",
                "paragraph": "p1",
                "text": "Long Lake",
                "text_kind": "translation",
            }
        ],
    }
    assert list(entry) == ["id", "kind", "terms", "definition", "related", "mentions"]


def test_glossary_for_a_person_says_names_definition_and_mentions(run: Run) -> None:
    out = run("glossary", "канале", "Закон", "--lang", "ru").out or run("glossary", "Закон").out
    assert "Canal Act" in out
    assert "Закон, по которому живёт канал." in out or "The law" in out
    assert "water [p3]" in out


def test_without_a_term_all_are_listed(run: Run) -> None:
    ran = run("glossary", "--lang", "en")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "long-lake  Long Lake — Длинное озеро",
        "canal-act  Canal Act — Закон о канале",
    ]
    assert len(run("glossary", "--json").json()["entries"]) == 2


def test_only_near_matches_are_offered_on_stderr_with_exit_1(run: Run) -> None:
    ran = run("glossary", "Lomg Lake", "--lang", "en")
    assert (ran.code, ran.out) == (1, "")
    assert "Did you mean: Long Lake (long-lake)" in ran.err
    assert run("glossary", "Lomg Lake", "--json").json() == {"entries": []}


def test_a_word_of_two_alphabets_in_a_mention_is_told(run: Run) -> None:
    text = "Зaмок далеко, а Длинноe озеро, Дlinное и Long Lаke близко."
    ran = run("terms", "-", "--lang", "en", stdin=text)
    assert ran.out == "-:1:28: Длинноe озеро → long-lake\n-:1:69: Long Lаke → long-lake\n"
    assert ran.err.splitlines() == [
        "-: “Lаke” has letters of two alphabets. It is read as “Lake”.",
        "-: “Длинноe” has letters of two alphabets. It is read as “Длинное”.",
    ]
    annotated = run("annotate", "-", "--lang", "en", stdin=text)
    assert "[Длинноe озеро](#term-long-lake)" in annotated.out
    assert "It is read as “Lake”." in annotated.err
    assert run("terms", "-", stdin="Длинное озеро, SMSом").err == ""


def test_an_entry_is_found_by_a_word_of_two_alphabets(run: Run) -> None:
    assert run("glossary", "Длиннoго oзерa", "--lang", "en").out.startswith("Long Lake")


@pytest.mark.parametrize("query", ["-", "…", "«»"])
def test_signs_find_no_entry_and_offer_none(run: Run, query: str) -> None:
    ran = run("glossary", "--lang", "en", "--", query)
    assert (ran.code, ran.out) == (1, "")
    assert "Did you mean" not in ran.err
