from __future__ import annotations

import pytest

from reader.briefings.building import build as briefing
from reader.language.cells import width, wrap
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


def test_a_summary_without_parts_has_no_empty_headings() -> None:
    bare = document(summary=type(summary())(gist="Only this."))
    text = written("text", briefing(dossier(), bare, text=False))
    for heading in ("Claims", "Participants", "Events", "Documents mentioned"):
        assert heading not in text
