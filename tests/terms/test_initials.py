"""Abbreviations with points beside words of one letter, which stand everywhere."""

from __future__ import annotations

import pytest

from reader.terms.matcher import Matcher
from reader.terms.overlaps import Span
from tests.terms.glossaries import capital, entry, finder, found, short

AI = entry("ai", "concept", ru=("искусственный интеллект", short("ИИ")))
STATES = entry("states", "place", ru=(short("США"),), en=("United States", short("US")))
EMBASSY = entry("embassy", "organisation", en=("US embassy",))
GRADE = entry("grade", "concept", ru=(capital("С и Д"),), en=(short("S"),))


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Вложения в И.И. растут", ["И.И."]),
        ("Вложения в И. И. растут", ["И. И."]),
        ("И. И. С. Ш. А. тоже", ["И. И.", "С. Ш. А."]),
        ("и и, о о, с Ш. и А.", []),
        ("Иванов И. Сидоров С.", []),
        ("(С.Ш.А.)", ["С.Ш.А."]),
        ("The U.S. embassy of the U. S. now", ["U.S. embassy", "U. S."]),
    ],
)
def test_an_abbreviation_is_found_with_its_points(text: str, mentions: list[str]) -> None:
    assert found(finder(AI, STATES, EMBASSY), text) == mentions


def test_a_letter_that_begins_another_term_begins_both() -> None:
    terms = finder(STATES, GRADE)
    assert found(terms, "Классы С и Д в С.Ш.А.") == ["С и Д", "С.Ш.А."]
    assert found(terms, "Size S in the U.S.") == ["S", "U.S."]


def test_look_up_knows_the_letters() -> None:
    terms = finder(AI, STATES)
    assert terms.named_by(["с", "ш", "а"]) == ["states"]
    assert terms.begun_by(["и"]) == ["ai"]
    assert terms.begun_by(["с", "ш"]) == ["states"]
    assert "с" in terms.first_words()


@pytest.mark.parametrize(
    ("names", "shared"),
    [
        (("Игорь Иванов", "Елена Иванова"), True),
        (("Игорь Иванов", "Елена Петрова"), False),
    ],
)
def test_people_are_told_apart_only_where_a_word_names_several(
    names: tuple[str, str], shared: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [
        entry(f"p{i}", "person", ru=(name, capital(name.split()[1])))
        for i, name in enumerate(names)
    ]
    asked: list[str] = []
    tell = Matcher._without_ties

    def noted(self: Matcher, text: str, found: list[Span], named: set[int]) -> list[Span]:
        asked.append(text)
        return tell(self, text, found, named)

    monkeypatch.setattr(Matcher, "_without_ties", noted)
    finder(*people).mentions("Иванова приехала.")
    assert bool(asked) is shared
