"""Whatever a text is made of, time grows with its length and not faster.

What grows with the square takes minutes over texts of this length, and ends no test in time.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.articles.recognition import fingerprints
from reader.language.alphabets import readings
from reader.language.cells import wrap
from reader.language.sanitize import sanitize, sanitize_line
from reader.language.words import fold
from reader.model import Dossier
from reader.printing import annotated, markdown
from reader.terms.lines import lines
from reader.terms.lookup import LookUp
from reader.terms.query import WordQuery
from reader.terms.tokens import every_word
from tests.terms.glossaries import after_full, capital, entry, finder, found, short

LENGTH = 16_000
MOST_SECONDS = 3.0
"""Of the processor's time; the slowest takes a half."""

ENTRIES = (
    entry("orlov", "person", ru=("Павел Орлов", capital("Орлов")), en=("Pavel Orlov",)),
    entry("foo", "concept", en=("foo bar", "bar foo", "foo")),
    entry("us", "place", ru=(short("США"),), en=(short("US"),)),
    entry("report", "organisation", ru=("Report",)),
    entry("charter", "document", ru=("Хартия дружбы", after_full("Хартия"))),
    entry("number", "document", ru=("№ 907",), en=("10 %",)),
    entry("shore", "place", ru=("Марьино",), en=("Maryino",)),
)
TERMS = finder(*ENTRIES)
LOOK_UP = LookUp(ENTRIES, TERMS)
DOSSIER = Dossier("sea", "ru", "Sea", Path(), entries=ENTRIES)

PIECES = (
    *("a", "А", "aа", "Cредний ", "1", "1-", "1.", "1,", "a-", "a.", "a/", "a@", "a+", "a’s "),
    *("(", "[", "«", '"', "'", "“", "-", "\u2011", "–", ".", "…", "@", "/", "+", "%", "*", "_"),
    *(" ", "\t", "\n", "\r", "\r\n", "\u0301", "е\u0301", "\u00ad", "ß", "😀", "\x1b[", "\x00"),
    *("://", "www.", "x@y.z ", "foo http://a.b ", "a+b://", "`", "#", "# ", "> ", "|", "<a>", "\\"),
    *("US ", "US-", "US/", "Report, ", "Орлов ", "О. ", "О.", "И. Орлов ", "Mr. ", "Orlov, Jr. "),
    *("Хартия дружбы Хартия ", "foo ", "foo bar ", "foo-bar-", "foo\n", "foo-\n", "foo\n\n"),
    *("№ ", "№ 907 ", "10 % ", "/Maryino/a ", "Марьино-", "Марьино-2 ", "Maryino.a"),
)


def _annotated(text: str) -> None:
    mentions = TERMS.mentions(text)
    for format in annotated.FORMATS:
        annotated.write(text, mentions, DOSSIER, format, "")


WAYS: dict[str, Callable[[str], object]] = {
    # "lines" and "annotate" ask for those of the usual kind.
    "nested mentions": lambda text: TERMS.mentions(text, nested=True),
    "lines": lambda text: list(lines("", text, TERMS)),
    "find": lambda text: WordQuery("foo bar").matches([text]),
    "find what is typed": lambda text: WordQuery("орл", typing=True).matches([text]),
    "look up": LOOK_UP.find,
    "normal form": fold,
    "index": every_word,
    "alphabets": readings,
    "clean": lambda text: (sanitize(text), sanitize_line(text)),
    "wrap": lambda text: wrap(text, 80),
    "recognise": fingerprints,
    "annotate": _annotated,
    "escape": lambda text: (markdown.escape(text), markdown.starts(markdown.inline(text))),
}


@pytest.mark.parametrize("way", WAYS)
def test_time_is_linear_whatever_repeats(way: str) -> None:
    slow = []
    for piece in PIECES:
        text = f"foo x@ {piece * (LENGTH // len(piece))}!"
        began = time.process_time()
        WAYS[way](text)
        if time.process_time() - began > MOST_SECONDS:
            slow.append(piece)
    assert slow == []


def test_a_chain_of_overlapping_mentions_is_decided_from_the_longest_and_the_first() -> None:
    assert found(TERMS, "foo bar " * 20_000) == ["foo bar"] * 20_000


def test_the_line_of_a_long_paragraph_is_looked_at_where_a_mention_is() -> None:
    """A foreign name asks for a line with Russian letters, a shout for a line of capitals."""
    words = "the harbour was quiet then. " * 200
    terms = finder(
        entry("report", "organisation", ru=("Report",)), entry("us", "place", en=(short("US"),))
    )
    assert found(terms, f"{words} передаёт Report {words}") == ["Report"]
    assert found(terms, f"{words} Report {words}") == []
    assert found(terms, f"{words} near the US {words}") == ["US"]


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(
    "term",
    [
        " ".join(["colour"] * 64),
        " ".join(["US"] * 64),
        "-".join(["co"] * 64),
        " and ".join(["co"] * 32),
        " ".join(["новый"] * 63 + ["дом"]),
        " ".join(["страна"] * 64),
        "-".join(["страна"] * 64),
        " и ".join(["прилив"] * 32),
        " и ".join(["малый"] * 31 + ["дом"]),
        "дом " + " ".join(["валюты"] * 63),
        " ".join(["Иван"] * 64),
        "-".join(["Иван"] * 64),
        " ".join(["XX"] * 63 + ["век"]),
        " ".join(["Крокус"] * 64),
    ],
)
def test_a_term_of_many_words_has_few_forms(language: str, term: str) -> None:
    begun = time.process_time()
    for kind in ("concept", "person"):
        terms = finder(entry("e", kind, **{language: (term,)}))
        assert found(terms, f"и {term}, и") == [term]
    assert time.process_time() - begun < MOST_SECONDS


def test_terms_inside_terms_are_found_as_deep_as_there_are_any() -> None:
    terms = finder(*(entry(f"e{n}", "concept", en=(" ".join(["foo"] * n),)) for n in range(1, 65)))
    nested = terms.mentions(" ".join(["foo"] * 64), nested=True)
    assert [m.entry for m in nested[:64]] == [f"e{n}" for n in range(64, 0, -1)]
