"""``reader search``: hits, JSON Lines, lines of a concordance, and mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli import console
from reader.library import index
from tests.cli.conftest import Run


def test_hits_are_json_lines_of_these_keys(run: Run) -> None:
    ran = run("search", "озёрами", "--json", "--lang", "ru")
    assert ran.code == 0
    hits = ran.lines()
    assert [list(hit) for hit in hits] == [
        ["document", "paragraph", "language", "snippet", "score"]
    ] * len(hits)
    first = hits[0]
    assert (first["document"], first["paragraph"], first["language"]) == ("water", "p1", "ru")
    assert first["snippet"] == "Мельнице дадут воду из Длинного озера."
    assert isinstance(first["score"], float)


def test_the_name_of_an_entry_finds_both_languages(run: Run) -> None:
    found = {
        (hit["paragraph"], hit["language"]) for hit in run("search", "canal act", "--json").lines()
    }
    assert found == {("p3", "ru"), ("p3", "en")}


def test_a_person_gets_the_place_the_title_and_the_snippet(run: Run) -> None:
    ran = run("search", "Long", "Lake", "lang:en")
    assert ran.out == (
        "water p1  Water for the mill\n    The mill will be given water from Long Lake.\n"
    )


def test_what_is_found_is_lit_in_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "styled", lambda: True)
    out = run("search", "lang:en", "given").out
    assert "be \x1b[1mgiven\x1b[22m water" in out
    title = run("search", "lang:en", "mills").out
    assert "Water for the \x1b[1mmill\x1b[22m\n" not in title  # the paragraphs have it, too
    assert "The \x1b[1mmill\x1b[22m will" in title


def test_more_hits_than_asked_for_are_told(run: Run) -> None:
    ran = run("search", "вода", "lang:ru", "--limit", "1")
    assert ran.out.count("water p") == 1
    assert ran.out.endswith("There is more: --limit 2\n")
    assert len(run("search", "вода", "lang:ru", "--json", "--limit", "1").lines()) == 1


def test_a_word_with_a_minus_is_no_option(run: Run) -> None:
    assert run("search", "вода", "-канал", "--json").code == 1
    assert run("search", "--json", "вода", "-рыба", "--lang", "ru").code == 0


def test_lines_stand_one_below_the_other(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "90")
    ran = run("search", "вода", "lang:ru", "--lines", "--lang", "ru")
    lines = ran.out.splitlines()
    assert [line.split("  ")[0] for line in lines] == ["water p1", "water p2"]
    assert len({line.casefold().index("вод") for line in lines}) == 1
    assert max(map(len, lines)) <= 90


def test_lines_are_json_too(run: Run) -> None:
    (line,) = run("search", "entry:long-lake", "lang:en", "--lines", "--json").lines()
    assert line == {
        "document": "water",
        "paragraph": "p1",
        "language": "en",
        "before": "The mill will be given water from ",
        "hit": "Long Lake",
        "after": ".",
        "start": 34,
        "end": 43,
    }


def test_nothing_found_is_exit_code_1(run: Run) -> None:
    assert run("search", "пароход") == (1, "", "Nothing was found.\n")
    assert run("search", "пароход", "--lines").code == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('вода "длинное', "Запрос, знак 6: кавычки не закрыты."),
        ("after:сегодня", "Запрос, знак 1: «сегодня» — не дата."),
        ("entry:ламантин", "Запрос, знак 1: в глоссарии нет термина «ламантин»"),
    ],
)
def test_a_mistake_is_told_in_the_readers_language(run: Run, query: str, said: str) -> None:
    ran = run("search", query, "--lang", "ru")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


@pytest.mark.parametrize("limit", ["0", "x", "-1", "²"])
def test_a_limit_that_is_none_is_refused(run: Run, limit: str) -> None:
    ran = run("search", "вода", "--limit", limit)
    assert ran.code == 2
    assert "--limit" in ran.err


def test_a_slow_search_says_why(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
    monkeypatch.setattr(index, "WORDS", "CREATE VIRTUAL TABLE words USING no_such_module (text)")
    ran = run("search", "воде", "lang:ru")
    assert ran.code == 0
    assert "FTS5" in ran.err


def test_what_a_text_holds_does_not_reach_the_terminal(run: Run, dossier: Path) -> None:
    path = dossier / "documents" / "evil.yaml"
    path.write_text(
        (dossier / "documents" / "water.yaml")
        .read_text()
        .replace("Воды хватит всем.", '"Баржа \\e[2J тут \\u202e."'),
        encoding="utf-8",
    )
    for options in ((), ("--lines",), ("--json",)):
        ran = run("search", "баржа", *options)
        assert ran.code == 0
        assert not {"\x1b", "\u202e"} & set(ran.out)


def test_the_readers_own_articles_are_searched_beside_the_dossier(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ferry.txt"
    path.write_text(
        "---\ntitle: Лодки на озере\ndate: 2025-06-01\npublisher: Shore News\n---\n\n"
        "The larger boats were kept away from Long Lake.\n\nНа причалах никого не было.\n",
        encoding="utf-8",
    )
    assert run("add", path).code == 0
    for query in ("large", "Длинному озеру", "entry:long-lake after:2025", "boat publisher:shore"):
        found = {hit["document"] for hit in run("search", query, "--json").lines()}
        assert any(key.startswith("own:") for key in found), query
    (hit,) = run("search", "причал", "--json").lines()
    assert hit["paragraph"] == "p2"
    (line,) = run("search", "причалу", "--lines", "--json").lines()
    assert line["hit"] == "причалах"
