from __future__ import annotations

from reader.briefings.publication import chain, publication_line, published_citation, short_line
from reader.model import Source

DATED = Source("The Gazette", "2024-05-02T10:00+04:00")
INFERRED = Source("The Gazette", published_inferred="2024-05-03")


def test_a_line_has_publisher_and_date() -> None:
    assert publication_line(DATED, "en", day=True) == "The Gazette · 2 May 2024"


def test_what_is_not_known_is_said_and_an_inferred_date_as_such() -> None:
    assert publication_line(INFERRED, "en") == "The Gazette · date not given; inferred: 3 May 2024"
    assert publication_line(Source(), "en") == "publisher not named · date not given"


def test_a_list_has_the_day_in_a_few_characters() -> None:
    assert short_line(DATED, "en") == "The Gazette · 2 May 2024"
    assert short_line(INFERRED, "en") == "The Gazette · ≈ 3 May 2024"
    assert short_line(Source(), "en") == ""


def test_a_citation_leaves_out_a_date_that_is_not_known() -> None:
    assert published_citation(INFERRED, "en") == "date not given; inferred: 3 May 2024"
    assert published_citation(Source(), "en") == ""


def test_a_chain_begins_with_the_publisher_and_is_empty_without_anybody_else() -> None:
    assert chain(DATED, ["Mill"]) == "The Gazette ← Mill"
    assert chain(Source(), ["Mill"]) == "Mill"
    assert chain(DATED, []) == ""
