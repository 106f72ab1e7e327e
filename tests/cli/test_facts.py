"""``facts``: what stands in a text, by its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

TEXT = "  Вчера Длинное озеро поднялось на 3 метра.\r\n\r\n\t«Мы готовы помочь», — сказал мэр.\n"
LAID = ("--published", "2026-02-10", "--language", "ru")


def test_facts_are_json_lines_with_the_offsets_of_terms(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    ran = run("facts", path, *LAID, "--json")
    assert ran.code == 0
    time, name, number, quote = ran.lines()
    assert time == {
        "paragraph": 1,
        "start": 0,
        "end": 5,
        "text": "Вчера",
        "kind": "time",
        "value": "2026-02-09",
        "precision": "day",
    }
    assert (name["kind"], name["text"], name["entry"]) == ("name", "Длинное озеро", "long-lake")
    assert (number["kind"], number["value"], number["unit"]) == ("number", 3, "m")
    assert (quote["paragraph"], quote["start"], quote["text"]) == (2, 1, "Мы готовы помочь")
    assert quote["speaker"] == {"start": 29, "end": 32, "text": "мэр"}


def test_sentences_have_their_speaker_status_and_hedges(run: Run) -> None:
    (first, second) = run("facts", "-", *LAID, "--sentences", "--json", stdin=TEXT).lines()
    assert first == {
        "paragraph": 1,
        "start": 0,
        "end": 41,
        "status": "done",
        "speaker": None,
        "cue": None,
        "hedges": [],
    }
    assert (second["status"], second["cue"], second["hedges"]) == ("planned", "сказал", ["готовы"])


def test_without_a_day_of_publication_relative_times_have_no_value(run: Run) -> None:
    facts = run("facts", "-", "--json", stdin="Вчера, 5 мая 2025 года, шёл дождь.").lines()
    values = [fact["value"] for fact in facts if fact["kind"] == "time"]
    assert values == [None, "2025-05-05"]


def test_an_ambiguous_time_tells_its_other_reading(run: Run) -> None:
    (fact,) = run(
        "facts", "-", "--language", "en", "--json", stdin="It is due on 03/04/2026."
    ).lines()
    assert (fact["value"], fact["ambiguous"], fact["alternative"]) == (
        "2026-03-04",
        True,
        "2026-04-03",
    )


def test_the_language_is_that_of_the_letters_of_each_paragraph(run: Run) -> None:
    text = "Цены выросли вдвое.\n\nPrices doubled.\n"
    values = [(f["paragraph"], f["value"]) for f in run("facts", "-", "--json", stdin=text).lines()]
    assert values == [(1, 2), (3 - 1, 2)]


def test_a_person_gets_lines_columns_and_values(run: Run) -> None:
    ran = run("facts", "-", *LAID, "--lang", "en", stdin=TEXT)
    assert ran.out.splitlines()[0] == "-:1:3: Вчера → 2026-02-09"
    assert "-:3:4: Мы готовы помочь → мэр" in ran.out
    told = run("facts", "-", "--sentences", "--lang", "en", stdin=TEXT).out.splitlines()
    assert told[1] == "-:3:2: planned · мэр · сказал · готовы"


def test_nothing_found_is_exit_1(run: Run) -> None:
    assert run("facts", "-", stdin="and so it goes")[:2] == (1, "")
    assert run("facts", "-", stdin=" \n")[:2] == (1, "")


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "10.02.2026", ""])
def test_a_day_that_is_none_is_refused_by_its_words(run: Run, day: str) -> None:
    ran = run("facts", "-", "--published", day, "--lang", "en", stdin="Yesterday it rained.")
    assert ran.code == 2
    assert f"“{day}” is not a date such as 2026-02-10" in ran.err
