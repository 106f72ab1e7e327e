"""Mentions by the paragraphs of a file."""

from __future__ import annotations

from reader.model import Term
from reader.terms.lines import Line, Place, Places, lines
from tests.terms.glossaries import entry, finder

BOAT = finder(entry("boat", "concept", en=("small boat",)))


def test_offsets_count_from_the_first_character_of_the_paragraph() -> None:
    text = "\ufeff\n\n  \t One small boat. \r\n\r\nsmall boats\n"
    assert list(lines("f", text, BOAT)) == [
        Line("f", 2, 4, 14, "small boat", "boat"),
        Line("f", 3, 0, 11, "small boats", "boat"),
    ]


def test_a_mention_over_a_line_break_belongs_to_the_line_it_starts_on() -> None:
    text = "  Nobody in the harbour has seen a small\n  boat since it was taken away.\n"
    assert list(lines("f", text, BOAT)) == [Line("f", 1, 33, 45, "small\n  boat", "boat")]


def test_a_divided_word_is_found_where_it_stands_in_the_file() -> None:
    text = "Nobody in the harbour has seen the small bo-\r\nats since they were taken away.\r\n"
    ((_file, number, start, end, found, _entry),) = lines("f", text, BOAT)
    assert (number, text[start:end], found) == (1, "small bo-\r\nats", "small bo-\r\nats")


def test_lines_that_are_their_authors_are_parted_for_terms_too() -> None:
    assert not list(lines("f", "Nets of the small\nBoat of the year\n", BOAT))
    assert not list(lines("f", "- it is rather small\n- boat number two\n", BOAT))
    assert not list(lines("f", "The beach is small\n\nboat after boat\n", BOAT))


def test_front_matter_is_not_searched_and_lines_are_counted_from_the_top() -> None:
    text = "---\ntitle: A small boat\n---\n\nOne small boat.\n"
    assert list(lines("f", text, BOAT)) == [Line("f", 4, 4, 14, "small boat", "boat")]


def test_after_full_holds_over_a_line_break() -> None:
    clerk = finder(
        entry(
            "clerk", "person", en=("Jane Harbour", Term("Harbour", case="capital", after_full=True))
        )
    )
    text = "The search\n\nAt the end of the day it was found that Jane\nHarbour was away.\n\nEverybody knows that Harbour came.\n"
    assert [m.text for m in lines("f", text, clerk)] == ["Jane\nHarbour", "Harbour"]


def test_attributes_of_tags_hold_no_mention() -> None:
    text = '<meta content="a small boat"> <b>small boat</b> 1 < 2, small boat > 1 = 1'
    assert [m.start for m in lines("f", text, BOAT)] == [33, 55]


def test_other_breaks_end_no_line() -> None:
    text = "one\u2028two\x0bthree\x85four\rsmall boat"
    assert [(line.paragraph, line.start) for line in lines("f", text, BOAT)] == [
        (1, text.index("small"))
    ]


def places(text: str) -> list[Place]:
    asked = Places(text)
    return [asked.of(mention) for mention in lines("f", text, BOAT)]


def test_a_place_is_a_line_of_the_file_and_a_byte_of_it_from_1() -> None:
    assert places("\n \nOne.\n\n\t One small boat, a small boat.\r\nsmall boats\n") == [
        (5, 7),
        (5, 21),
        (6, 1),
    ]
    text = "\n  Вот она: small boat – это small boat.\n\n«small boat»\n"
    for line, column in places(text):
        bytes_ = text.encode().split(b"\n")[line - 1]
        assert bytes_[column - 1 :].startswith(b"small boat")
    assert [place.line for place in places(text)] == [2, 2, 4]


def test_places_count_front_matter_and_stay_right_where_paragraphs_are_joined() -> None:
    text = "---\ntitle: A small boat\n---\n\nNobody in the harbour has ever seen the small\n  boat, nor has anybody seen a\nsmall boat of another kind.\n"
    assert places(text) == [(5, 41), (7, 1)]


def test_mentions_inside_others_have_their_places_too() -> None:
    finder_ = finder(
        entry("boat", "concept", en=("small boat",)),
        entry("race", "event", en=("small boat race",)),
    )
    text = "A small boat race, then a small boat.\n"
    asked = Places(text)
    found = list(lines("f", text, finder_, nested=True))
    assert sorted(asked.of(mention).column for mention in found) == [3, 3, 27]
