from __future__ import annotations

from reader.briefings.publication import (
    after,
    byline,
    chain,
    publication_line,
    published_citation,
    short_line,
)
from reader.model import Source

DATED = Source("The Gazette", "2024-05-02T10:00+04:00")
INFERRED = Source("The Gazette", published_inferred="2024-05-03")


def test_a_line_has_publisher_and_date() -> None:
    assert publication_line(DATED, "en", day=True) == "The Gazette · 2 May 2024"


def test_what_is_not_known_is_said_and_an_inferred_date_as_such() -> None:
    assert publication_line(INFERRED, "en") == "The Gazette · date not given; inferred: 3 May 2024"
    assert publication_line(Source(), "en") == "publisher not named · date not given"


def test_a_list_has_the_day_in_a_few_characters() -> None:
    assert short_line(DATED, "original", "en") == "The Gazette · 2 May 2024"
    assert short_line(INFERRED, "file", "en") == "The Gazette · ≈ 3 May 2024"
    assert short_line(DATED, "edition", "en") == "After The Gazette · 2 May 2024"
    assert short_line(Source(), "edition", "en") == ""


def test_a_citation_leaves_out_a_date_that_is_not_known() -> None:
    assert published_citation(INFERRED, "en") == "date not given; inferred: 3 May 2024"
    assert published_citation(Source(), "en") == ""


def test_a_chain_begins_with_the_publisher_and_is_empty_without_anybody_else() -> None:
    assert chain(DATED, ["Mill"]) == "The Gazette ← Mill"
    assert chain(Source(), ["Mill"]) == "Mill"
    assert chain(DATED, []) == ""


def test_the_byline_of_a_text_of_ours_is_not_the_publishers() -> None:
    for kind in ("original", "version", "file"):
        assert byline(DATED, kind, "en", day=True) == "The Gazette · 2 May 2024"
    for kind in ("edition", "translation"):
        assert byline(DATED, kind, "en", day=True) == "After The Gazette, 2 May 2024"
    assert byline(Source(), "edition", "en") == (
        "After an article, publisher not named, date not given"
    )


def test_after_tells_as_much_as_is_known() -> None:
    known = DATED._replace(headline="Mill to get water", url="https://gazette.example/1")
    assert after(known, "en") == "after The Gazette, 2 May 2024"
    assert after(known, "en", whole=True) == (
        "after The Gazette, 2 May 2024, “Mill to get water”, https://gazette.example/1"
    )
    assert after(Source(published="2024-05-02"), "en") == "after an article, 2 May 2024"
    assert after(Source(), "en") == ""
