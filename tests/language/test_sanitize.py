"""What comes from outside cannot act on a terminal."""

import re
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.sanitize import (
    HARMFUL,
    clean_input,
    clean_line,
    in_one_cell,
    sanitize,
    sanitize_line,
)


def test_an_escape_sequence_becomes_pictures() -> None:
    assert sanitize("red \x1b[31mtext\x1b[0m") == "red ␛[31mtext␛[0m"


def test_an_osc_52_sequence_becomes_pictures() -> None:
    assert sanitize("\x1b]52;c;cm0=\x07") == "␛]52;c;cm0=␇"


def test_c1_controls_become_replacement_characters_and_del_its_picture() -> None:
    assert sanitize("a\x9b31mb\x85c\x7f") == "a�31mb�c␡"


def test_bidirectional_controls_show_their_names() -> None:
    assert sanitize("ab\u202ecd\u2066ef\u2069") == "ab‹RLO›cd‹LRI›ef‹PDI›"


def test_lone_surrogates_and_tag_characters_become_replacement_characters() -> None:
    assert sanitize("x\udc9by\U000e0041z\U000e007f") == "x�y�z�"


def test_a_line_separator_is_a_space() -> None:
    assert sanitize("one\u2028two\u2029three") == "one two three"


def test_line_breaks_tabs_and_letters_stay() -> None:
    text = "Один\n\tдва — «три»\u00a0№ 4 é 👩\u200d🚀"
    assert sanitize(text) == text


def test_one_line_shows_line_breaks_too() -> None:
    assert sanitize_line("file\nname\t\x1b") == "file␊name␉␛"


@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_nothing_that_controls_is_left(text: str) -> None:
    shown = sanitize(text)
    left = {c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")}
    assert left <= {"\n", "\t"}
    assert not {c for c in shown if unicodedata.bidirectional(c) in ("RLO", "LRO", "RLE", "LRE")}
    shown.encode("utf-8")


@given(st.text(max_size=60))
def test_a_second_pass_changes_nothing(text: str) -> None:
    assert sanitize(sanitize(text)) == sanitize(text)


def test_every_control_of_unicode_is_made_visible() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in "\n\t":
            assert sanitize(character) != character, hex(code)


def test_every_harmful_character_has_a_harmless_one_of_one_cell() -> None:
    for character in map(chr, range(sys.maxunicode + 1)):
        if re.match(HARMFUL, character):
            assert len(in_one_cell(character)) == 1
            assert not re.match(HARMFUL, in_one_cell(character))


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("a\x1b[31mred\x1b[0m", "a[31mred[0m"),
        ("\x9d52;c;eA==\x9c", "52;c;eA=="),
        ("\u202eобратно\u202c", "обратно"),
        ("a\U000e0041\U000e007fb\ufffa", "ab"),
        ("x\udc9by", "xy"),
        ("one\r\ntwo\rthree\u2028four\x85five", "one\ntwo\nthree\nfour\nfive"),
        ("👩\u200d🚀\tcafé №\u00a04", "👩\u200d🚀\tcafé №\u00a04"),
    ],
)
def test_what_is_pasted_loses_what_controls_a_terminal(pasted: str, kept: str) -> None:
    assert clean_input(pasted) == kept


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("Middle\nCorridor", "Middle Corridor"),
        ("\r\nMiddle \r\n\r\n  Corridor\n", "Middle Corridor"),
        ("a\tb\x1b", "a b"),
        ("typed ", "typed "),
    ],
)
def test_what_is_pasted_into_a_line_keeps_its_words(pasted: str, kept: str) -> None:
    assert clean_line(pasted) == kept


@given(st.text(st.characters(exclude_categories=[]), max_size=60))
def test_nothing_that_controls_is_left_of_what_is_pasted(text: str) -> None:
    assert not re.search(HARMFUL, clean_input(text))
    assert not re.search(f"{HARMFUL}|[\n\t]", clean_line(text))
    assert clean_line(clean_line(text)) == clean_line(text)
