"""Citing a passage and what it is from: the publisher's article, or what the dossier says after it."""

from __future__ import annotations

import json

import pytest

from reader.briefings import citation
from reader.briefings.citation import Cited, Kind
from reader.model import Document, Paragraph, Source, Text

NEWS = Document(
    "gazette-2024-05-02",
    "en",
    "Water for {the} mill & more",
    Source("The Gazette", "2024-05-02T10:00+04:00", headline="Mill to get water"),
    (Text("original", "en", (Paragraph("p1", "The mill *asked* for water."),)),),
)
FORMATS = ("text", "markdown", "csl-json", "bibtex")
OURS: tuple[Kind, ...] = ("edition", "translation", "summary", "dossier")


def cite(
    format: str, document: Document, passage: str, numbers: list[int], kind: Kind = "original"
) -> str:
    cited = Cited(document, kind, "en", "Mills", tuple(numbers))
    return citation.cite(format, passage, [cited], "en")


def test_a_paragraph_has_publisher_date_headline_and_number() -> None:
    said = cite("text", NEWS, "The mill asked for water.", [1])
    assert said == (
        "The mill asked for water.\n— The Gazette, 2 May 2024, “Mill to get water”, paragraph 1\n"
    )


def test_a_claim_names_every_paragraph_it_cites() -> None:
    assert "paragraphs 1, 3" in cite("text", NEWS, "A claim.", [1, 3])


def test_markdown_quotes_and_escapes() -> None:
    said = cite("markdown", NEWS, "The mill *asked*.", [1])
    assert said.startswith("> The mill \\*asked\\*.\n>\n> — The Gazette")


def test_csl_json_describes_the_article() -> None:
    (item,) = json.loads(cite("csl-json", NEWS, "x", [1]))
    assert item["id"] == "gazette-2024-05-02"
    assert item["type"] == "article-newspaper"
    assert item["title"] == "Mill to get water"
    assert item["container-title"] == "The Gazette"
    assert item["issued"] == {"date-parts": [[2024, 5, 2]]}


@pytest.mark.parametrize("kind", ["original", "edition"])
def test_an_inferred_date_is_marked_as_such_in_every_format(kind: Kind) -> None:
    inferred = NEWS._replace(source=Source(None, published_inferred="2024-05-02"))
    (item,) = json.loads(cite("csl-json", inferred, "x", [1], kind))
    assert item["issued" if kind == "original" else "original-date"]["circa"] is True
    assert "date = {2024-05-02~}" in cite("bibtex", inferred, "x", [1], kind)
    assert "date not given; inferred: 2 May 2024" in cite("text", inferred, "x", [1], kind)


@pytest.mark.parametrize("kind", ["original", "edition"])
def test_bibtex_holds_no_character_that_tex_obeys(kind: Kind) -> None:
    said = cite("bibtex", NEWS._replace(source=Source("A & B", headline="{One}")), "x", [1], kind)
    assert r"\{One\}" in said
    assert r"A \& B" in said
    assert "langid = {english}" in said
    assert r"Water for \{the\} mill \& more" in cite("bibtex", NEWS, "x", [1], "edition")


@pytest.mark.parametrize("format", FORMATS)
def test_an_article_that_says_nothing_of_itself_can_be_cited(format: str) -> None:
    bare = Document(
        None, "en", "Untitled", Source(), (Text("original", "en", (Paragraph("p1", "x"),)),)
    )
    assert cite(format, bare, "x", [1]).endswith("\n")


# What is not the publisher's.


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("edition", "Paraphrase, dossier “Mills”"),
        ("translation", "Paraphrase, translated, dossier “Mills”"),
        ("summary", "Summary, dossier “Mills”"),
        ("dossier", "Dossier “Mills”"),
    ],
)
def test_what_is_ours_says_what_it_is_and_after_whose_article(kind: Kind, label: str) -> None:
    said = cite("text", NEWS, "The mill wants water.", [1], kind)
    assert said == (
        "The mill wants water.\n"
        f"— {label}, after The Gazette, 2 May 2024, “Mill to get water”, paragraph 1\n"
    )


@pytest.mark.parametrize("kind", OURS)
def test_bibliographies_have_the_dossier_for_the_author_of_what_is_ours(kind: Kind) -> None:
    (item,) = json.loads(cite("csl-json", NEWS, "x", [1], kind))
    assert item["type"] == "document"
    assert item["author"] == [{"literal": "Dossier “Mills”"}]
    assert "container-title" not in item
    assert item["note"].endswith("fter The Gazette, 2 May 2024, “Mill to get water”; not the publisher’s text")  # fmt: skip
    said = cite("bibtex", NEWS, "x", [1], kind)
    assert said.startswith("@misc{")
    assert "author = {{Dossier “Mills”}}" in said
    assert "journaltitle" not in said
    assert "not the publisher’s text}" in said


@pytest.mark.parametrize("kind", OURS)
def test_what_is_ours_says_so_where_nothing_is_known_of_the_article(kind: Kind) -> None:
    unknown = NEWS._replace(source=Source())
    (item,) = json.loads(cite("csl-json", unknown, "x", [1], kind))
    assert "ot the publisher’s text" in item["note"]


def test_a_headline_that_is_the_dossiers_is_not_the_publishers() -> None:
    ours = NEWS._replace(source=NEWS.source._replace(headline=None))
    (item,) = json.loads(cite("csl-json", ours, "x", [1]))
    assert (item["title"], item["note"]) == (
        "[Water for {the} mill & more]",
        "The headline is the dossier’s",
    )
    assert r"title = {[Water for \{the\} mill \& more]}" in cite("bibtex", ours, "x", [1])
    assert "dossier’s headline: “Water for" in cite("text", ours, "x", [1])


def test_the_publishers_headline_is_not_that_of_his_version_in_another_language() -> None:
    assert "dossier’s headline: “Water for" in cite("text", NEWS, "x", [1], "version")


def test_the_address_of_the_article_stands_where_it_is_known() -> None:
    known = NEWS._replace(source=NEWS.source._replace(url="https://gazette.example/a_b"))
    assert ", https://gazette.example/a_b, paragraph 1" in cite("text", known, "x", [1])
    assert "url = {https://gazette.example/a_b}" in cite("bibtex", known, "x", [1])
    (item,) = json.loads(cite("csl-json", known, "x", [1]))
    assert item["URL"] == "https://gazette.example/a_b"
    # It is where the article is, and not where our paraphrase is.
    assert "url = " not in cite("bibtex", known, "x", [1], "edition")
    (item,) = json.loads(cite("csl-json", known, "x", [1], "edition"))
    assert "URL" not in item
    assert "https://gazette.example/a_b" in item["note"]


def test_what_runs_over_two_texts_is_cited_as_both() -> None:
    parts = [Cited(NEWS, kind, "en", "Mills", (1,)) for kind in ("original", "translation")]
    said = citation.cite("text", "x", parts, "en")
    assert said.count("\n— ") == 2
    assert len(json.loads(citation.cite("csl-json", "x", parts, "en"))) == 2
    assert citation.cite("bibtex", "x", parts, "en").count("\n}") == 2
    assert citation.cite("markdown", "x", parts, "en").count("> — ") == 2
