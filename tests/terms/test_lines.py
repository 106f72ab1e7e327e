"""Mentions by the paragraphs of a file."""

from __future__ import annotations

from reader.terms.lines import Line, lines
from tests.terms.glossaries import entry, finder

BOAT = finder(entry("boat", "concept", en=("small boat",)))


def test_offsets_count_from_the_first_character_of_the_paragraph() -> None:
    text = "\ufeff\n\n  \t One small boat. \r\n\r\nsmall boats\n"
    assert list(lines("f", text, BOAT)) == [
        Line("f", 2, 4, 14, "small boat", "boat"),
        Line("f", 3, 0, 11, "small boats", "boat"),
    ]


def test_a_mention_over_a_line_break_belongs_to_the_line_it_starts_on() -> None:
    assert list(lines("f", "a small\n  boat here", BOAT)) == [
        Line("f", 1, 2, 14, "small\n  boat", "boat")
    ]


def test_other_breaks_end_no_line() -> None:
    text = "one\u2028two\x0bthree\x85four\rsmall boat"
    assert [(line.paragraph, line.start) for line in lines("f", text, BOAT)] == [
        (1, text.index("small"))
    ]
