"""Citing a passage and its document."""

from __future__ import annotations

import json

import pytest

from reader.briefings.citation import cite
from reader.model import Document, Paragraph, Source, Text

NEWS = Document(
    "gazette-2024-05-02",
    "en",
    "Water for {the} mill & more",
    Source("The Gazette", "2024-05-02T10:00+04:00"),
    (Text("original", "en", (Paragraph("p1", "The mill *asked* for water."),)),),
)


def test_a_paragraph_has_publisher_date_document_and_number() -> None:
    said = cite("text", NEWS, "The mill asked for water.", [1], "en")
    assert said == (
        "The mill asked for water.\n"
        "— The Gazette, 2 May 2024, “Water for {the} mill & more”, paragraph 1\n"
    )


def test_a_claim_names_every_paragraph_it_cites() -> None:
    assert "paragraphs 1, 3" in cite("text", NEWS, "A claim.", [1, 3], "en")


def test_markdown_quotes_and_escapes() -> None:
    said = cite("markdown", NEWS, "The mill *asked*.", [1], "en")
    assert said.startswith("> The mill \\*asked\\*.\n>\n> — The Gazette")


def test_csl_json_describes_the_document() -> None:
    (item,) = json.loads(cite("csl-json", NEWS, "x", [1], "en"))
    assert item["id"] == "gazette-2024-05-02"
    assert item["container-title"] == "The Gazette"
    assert item["issued"] == {"date-parts": [[2024, 5, 2]]}


def test_an_inferred_date_is_marked_as_such_in_every_format() -> None:
    inferred = Document(
        "x",
        "ru",
        "T",
        Source(None, published_inferred="2024-05-02"),
        (Text("original", "en", (Paragraph("p1", "x"),)),),
    )
    (item,) = json.loads(cite("csl-json", inferred, "x", [1], "en"))
    assert item["issued"]["circa"] is True
    assert "date = {2024-05-02~}" in cite("bibtex", inferred, "x", [1], "en")
    assert "inferred: 2 May 2024" in cite("text", inferred, "x", [1], "en")


def test_bibtex_holds_no_character_that_tex_obeys() -> None:
    said = cite("bibtex", NEWS, "x", [1], "en")
    assert r"title = {Water for \{the\} mill \& more}" in said
    assert "langid = {english}" in said


@pytest.mark.parametrize("format", ["text", "markdown", "csl-json", "bibtex"])
def test_an_article_that_says_nothing_of_itself_can_be_cited(format: str) -> None:
    bare = Document(
        None, "en", "Untitled", Source(), (Text("original", "en", (Paragraph("p1", "x"),)),)
    )
    assert cite(format, bare, "x", [1], "en").endswith("\n")
