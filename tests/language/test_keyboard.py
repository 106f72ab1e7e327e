"""What was typed in another keyboard layout than was meant."""

from __future__ import annotations

import pytest

from reader.language.keyboard import are_neighbours, in_other_layouts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("[fhnbz", "хартия"),
        ("JPTHJ", "озеро"),
        ("k`l", "лёд"),
        (",thtu", "берег"),
        ("jpthj k`l", "озеро лёд"),
        ("'cnjybz", "эстония"),
        ("срфкеук", "charter"),
        ("дфлу", "lake"),
    ],
)
def test_a_word_typed_in_the_other_layout(typed: str, meant: str) -> None:
    assert meant in in_other_layouts(typed)


def test_the_ukrainian_layout_has_letters_of_its_own() -> None:
    assert in_other_layouts("vsycmr") == ["мынськ", "мінськ"]
    assert in_other_layouts("їєі") == ["]'s"]


@pytest.mark.parametrize("typed", ["", "907", "—", "TRIPPа", "ёlka"])
def test_what_is_of_no_layout_or_of_two_is_left(typed: str) -> None:
    assert in_other_layouts(typed) == []


def test_neighbours_are_side_by_side_in_a_row() -> None:
    assert are_neighbours("q", "w")
    assert are_neighbours("п", "р")
    assert not are_neighbours("q", "e")
    assert not are_neighbours("q", "a")
    assert not are_neighbours("q", "ц")
