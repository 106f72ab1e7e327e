from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.briefings.building import build as briefing
from reader.language.cells import width, wrap
from reader.language.typography import is_held
from tests.printing.samples import HOSTILE, Words, document, dossier, summary, written


@pytest.mark.parametrize("columns", [30, 60, 80])
def test_no_line_is_wider_than_asked(columns: int) -> None:
    hostile = document(title=HOSTILE)
    for line in written("text", briefing(dossier(), hostile, Words()), columns=columns).split("\n"):
        assert width(line) <= columns


def test_citations_follow_what_they_are_for() -> None:
    text = written("text", briefing(dossier(), document())).replace("\xa0", " ")
    assert "c2  The act allows it. [p1, p2]" in text


def test_a_citation_is_never_alone_on_a_line() -> None:
    lines = written("text", briefing(dossier(), document()), columns=30).split("\n")
    assert not [line for line in lines if line.strip().startswith("[p")]


def test_several_documents_share_one_glossary() -> None:
    tree = briefing(dossier(), document(), Words())
    assert written("text", tree, tree).count("It grinds grain.") == 1


def test_an_article_without_a_summary_says_what_is_missing() -> None:
    text = written("text", briefing(dossier(), document(id=None, summary=None)))
    assert "There is no summary of this article" in text


def test_wide_and_combining_characters_are_measured_in_cells() -> None:
    assert width("漢字") == 4
    assert width("и\u0306") == 1


def test_a_no_break_space_holds_a_line_together() -> None:
    assert wrap("aaaa bbbb\xa0cc", 10) == ["aaaa", "bbbb\xa0cc"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert wrap("x" * 25, 10) == ["x" * 10, "x" * 10, "x" * 5]


def test_continuation_lines_hang_under_the_text() -> None:
    assert wrap("one two three", 11, "• ") == ["• one two", "  three"]


words = st.sampled_from(
    [
        "в",
        "и",
        "a",
        "I",
        "8",
        "—",
        "№",
        "М.",
        "г.",
        "%",
        "же",
        "слово",
        "тишина",
        "августа",
        "Орлова",
        "2026",
        "31",
        "漢字",
    ]
)
prose = st.lists(words, min_size=1, max_size=40).map(" ".join)


@given(prose, st.integers(8, 40), st.sampled_from(["", "• ", "p12  "]))
def test_lines_hold_the_text_and_none_is_too_wide(text: str, cells: int, first: str) -> None:
    lines = wrap(text, cells, first)
    assert " ".join(line[len(first) :] for line in lines) == text
    assert all(width(line) <= max(cells, width(first) + 8) for line in lines)


@given(prose, st.integers(8, 40))
def test_a_line_ends_in_what_is_held_only_where_it_would_be_half_empty(
    text: str, cells: int
) -> None:
    at = 0
    for line, following in pairwise(wrap(text, cells)):
        start, at = at, at + len(line) + 1
        if not is_held(text, at - 1, at, start):
            continue
        for end in range(start + 1, at - 1):
            if text[end] == " " and not is_held(text, end, end + 1, start):
                carried = width(text[end + 1 : at]) + width(following.split(" ")[0])
                assert 2 * width(text[start:end]) < cells or carried > cells


def test_a_line_holds_what_belongs_together() -> None:
    assert wrap("Лодка вошла в бухту 8 августа", 13) == ["Лодка вошла", "в бухту", "8 августа"]
    assert wrap("The boat and a gull", 14) == ["The boat and", "a gull"]
    assert wrap("вечер, море — тишина", 11) == ["вечер,", "море —", "тишина"]
    assert wrap("лодка в достопамятном", 13) == ["лодка в", "достопамятном"]


def test_a_summary_without_parts_has_no_empty_headings() -> None:
    bare = document(summary=type(summary())(gist="Only this."))
    text = written("text", briefing(dossier(), bare, text=False))
    for heading in ("Claims", "Participants", "Events", "Documents mentioned"):
        assert heading not in text
