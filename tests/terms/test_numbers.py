"""Names with a number are found however the number is written."""

from __future__ import annotations

import pytest

from tests.terms.glossaries import entry, finder, found


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (
            "Вторая мировая война",
            "после 2-й мировой войны, II мировую войну и Второй мировой войны",
        ),
        ("XX съезд", "на двадцатом съезде, 20-м съезде, XX съезде"),
        ("десятый пакет санкций", "10-го пакета санкций и X пакет санкций"),
    ],
)
def test_ordinals_in_russian(term: str, text: str) -> None:
    numbered = finder(entry("it", "event", ru=(term,)))
    assert len(found(numbered, text)) == text.count(",") + text.count(" и ") + 1


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("World War II", "World War 2, World War Two, World War II"),
        ("Second World War", "the 2nd World War, the Second World War"),
        ("20th Congress", "the Twentieth Congress, the 20th Congress"),
        ("Twenty-First Amendment", "the 21st Amendment, the Twenty-First Amendment"),
        ("Formula 1", "Formula One, Formula 1"),
    ],
)
def test_numbers_in_english(term: str, text: str) -> None:
    assert len(found(finder(entry("it", "event", en=(term,))), text)) == text.count(",") + 1


def test_another_number_is_another() -> None:
    numbered = finder(
        entry("war", "event", ru=("Вторая мировая война",), en=("World War II",)),
        entry("x20", "event", ru=("XX съезд",), en=("20th Congress",)),
    )
    other = "Первая мировая война, XXI съезд, 2 съезд; World War I, the 21st and Tenth Congress"
    assert found(numbered, other) == []
    ninth = finder(entry("it", "project", ru=("Девятая симфония",)))
    assert found(ninth, "Двадцать девятая симфония; 9-я симфония") == ["9-я симфония"]
    squadron = finder(entry("it", "organisation", en=("Third Squadron",)))
    assert found(squadron, "the Thirty-Third Squadron and the 3rd Squadron") == ["3rd Squadron"]


@pytest.mark.parametrize("term", ["Пётр I", "Пётр Первый"])
def test_monarchs_in_russian(term: str) -> None:
    tsar = finder(entry("tsar", "person", ru=(term,)))
    text = "При Петре Первом, Петра I и Петру Первому; но не Петр II и Екатерина I"
    assert found(tsar, text) == ["Петре Первом", "Петра I", "Петру Первому"]


def test_monarchs_in_english() -> None:
    queen = finder(entry("queen", "person", en=("Elizabeth II",)))
    text = "Elizabeth the Second, Elizabeth II; but Elizabeth I"
    assert found(queen, text) == ["Elizabeth the Second", "Elizabeth II"]
