"""Where a line of type may end, and how many marks a letter keeps."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.printing import signs
from reader.printing.signs import Word

LINK = "https://example.org/news/2026/a_long-name.html?from=first&to=second#part-2"


def written(made: str | list[str | Word]) -> str:
    """The text again, without the places where it may break."""
    parts = [made] if isinstance(made, str) else made
    return "".join(part if isinstance(part, str) else "".join(part["parts"]) for part in parts)


def words(text: str) -> list[Word]:
    made = signs.breakable(text)
    return [] if isinstance(made, str) else [part for part in made if not isinstance(part, str)]


@given(
    st.text(
        st.one_of(st.characters(), st.sampled_from("aя1/-_.?&=@:‹› \u0301\u200d\ufe0f")),
        max_size=200,
    )
)
def test_no_place_to_break_adds_or_takes_a_character_or_parts_a_letter_from_its_marks(
    text: str,
) -> None:
    assert written(signs.breakable(text)) == text
    for word in words(text):
        for before, after in zip(word["parts"], word["parts"][1:], strict=False):
            assert before
            assert not signs.is_mark(after[0])
            assert before[-1] != "\u200d" or "\u200d" not in before + after[0] or len(before) > 1


def test_an_ordinary_text_is_left_as_it_is() -> None:
    text = "The Mill – and the “Lake” – met in 2024: water/land, e.g. 2.5 % of it, infrastructure."
    assert signs.breakable(text) == text


def test_a_link_breaks_at_its_signs_alone_and_has_no_hyphens() -> None:
    (word,) = words(f"See {LINK} for it.")
    assert not word["hyphens"]
    assert word["parts"][0] == "https://example"  # a scheme stays with what it is for
    for before, after in zip(word["parts"], word["parts"][1:], strict=False):
        assert before[-1] in "/-?&=#" or after[0] in "._"


@pytest.mark.parametrize(
    "address", ["first.last@example.org", "some_name", "https://a.example/b", "C:\\folder\\file"]
)
def test_an_address_that_fits_a_line_gets_no_hyphen_either(address: str) -> None:
    (word,) = words(f"It is {address}.")
    assert not word["hyphens"]


def test_what_has_no_sign_to_break_at_breaks_between_its_letters() -> None:
    (digest,) = words("0123456789abcdef" * 4)
    assert max(map(len, digest["parts"])) < signs.LONGEST_PART
    (letters,) = words("щ" * 200)
    assert letters["hyphens"]
    assert max(map(len, letters["parts"])) == signs.LONGEST_WORD


def test_a_long_word_of_parts_that_break_anyway_gets_no_more_places() -> None:
    assert signs.breakable("well-known—and—far-away-from-the-lake-and-from-the-mill") == (
        "well-known—and—far-away-from-the-lake-and-from-the-mill"
    )
    assert signs.breakable("水" * 100) == "水" * 100


def test_a_very_long_address_has_a_bounded_number_of_places() -> None:
    (word,) = words("a_b/" * 5000)
    assert len(word["parts"]) <= 20000 / (signs.LONGEST_WORD - 4)


def test_as_many_marks_stay_as_any_script_needs() -> None:
    kept = "e" + "\u0301" * signs.MOST_MARKS
    assert signs.with_few_marks(f"{kept} x", "‹{n}›") == (f"{kept} x", 0)
    assert signs.with_few_marks(f"{kept}\u0301\u0302 x{kept}\u0301", "‹{n}›") == (
        f"{kept}‹2› x{kept}‹1›",
        3,
    )


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\ufe0f", "\u200d", "\u200b", "\u0903"])
def test_marks_and_what_has_no_width_are_counted_alike(mark: str) -> None:
    text, left_out = signs.with_few_marks("a" + mark * 5000 + "b", "…")
    assert left_out == 5000 - signs.MOST_MARKS
    assert re.sub("[^ab…]", "", text) == "a…b"


def test_characters_with_their_marks_stay_together() -> None:
    text = "а\u1addб1\ufe0f\u20e3👩\u200d👧👍🏽"
    assert [*signs.clusters(text)] == ["а\u1add", "б", "1\ufe0f\u20e3", "👩\u200d👧", "👍🏽"]


def test_a_control_picture_has_the_name_of_its_control() -> None:
    assert signs.named("␛") == "‹ESC›"
    assert signs.named("␀") == "‹NUL›"
    assert signs.named("␡") == "‹DEL›"
    assert signs.named("水") == "‹U+6C34›"
    assert signs.named("\U0001f469") == "‹U+1F469›"
