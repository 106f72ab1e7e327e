"""What a filter of the list lets through, in which order, and what it says of mistakes."""

from __future__ import annotations

import pytest

from reader.errors import ReaderError
from reader.language import interface
from reader.library import filtering
from reader.library.filtering import Arranged, Heading, parse, with_token
from reader.library.listing import Done, Listing, words_of

ARTICLES = [
    ("a", "Новый мост через реку", "Вестник", "2025-03-01", "ru"),
    ("b", "A bridge, and a tunnel", "Harbour Post", "2025-03-02", "en"),
    ("c", "Мосты и тоннели: что дальше?", "Вестник", "2024-12-31", "ru"),
    ("d", "Ferries stay", "", "", "en"),
    ("e", "The bridge is open", "Harbour Post", "2025-03-02", "en"),
]
LISTING = Listing(
    "en",
    [key for key, *_rest in ARTICLES],
    [words_of(article[1]) for article in ARTICLES],
    [article[2] for article in ARTICLES],
    [article[3] for article in ARTICLES],
    [article[4] for article in ARTICLES],
    [0] * len(ARTICLES),
)
DONE = Done(opened=frozenset("ab"), marked=frozenset("be"))


def found(text: str) -> str:
    """The keys of what a filter lets through, in its order, a heading in brackets."""
    wanted = parse(text)
    places = filtering.chosen(LISTING, wanted, DONE, {"bridge": frozenset("be")})
    return keys(filtering.arranged(LISTING, places, wanted))


def keys(arranged: Arranged) -> str:
    return "".join(
        LISTING.keys[n] if n >= 0 else f"[{arranged.headings[-1 - n].value}]"
        for n in arranged.order
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", "abcde"),
        ("мост", "ac"),
        ("МОСТЫ", "c"),
        ("bridge tun", "b"),
        ("bridge -tunnel", "e"),
        ('"the bridge"', "e"),
        ("publisher:вест", "ac"),
        ('publisher:"harbour post"', "be"),
        ("after:2025", "abe"),
        ("before:2025", "c"),
        ("lang:en", "bde"),
        ("entry:bridge", "be"),
        ("state:new", "cde"),
        ("state:read", "ab"),
        ("state:marked", "be"),
        ("state:new state:marked bridge", "be"),
        ("state:n", "cde"),
        ("sort:date", "beacd"),
        ("sort:title", "bdeca"),
        ("sort:publisher", "beacd"),
        ("group:day", "[2025-03-02]be[2025-03-01]a[2024-12-31]c[]d"),
        ("group:publisher sort:date", "[Harbour Post]be[Вестник]ac[]d"),
        ("state:read group:publisher", "[Harbour Post]b[Вестник]a"),
    ],
)
def test_a_filter_lets_through(text: str, wanted: str) -> None:
    assert found(text) == wanted


def test_a_heading_says_how_many_there_are() -> None:
    arranged = filtering.arranged(LISTING, range(5), parse("group:day"))
    assert arranged.headings[0] == Heading("2025-03-02", 2)
    assert arranged.size == 5


@pytest.mark.parametrize("language", ["ru", "uk"])
def test_every_key_may_be_written_in_the_reader_s_language_whichever_is_shown(
    language: str,
) -> None:
    translate = interface.translator(language)
    for (key, value), msgid in filtering.TOKENS.items():
        assert translate(msgid) != msgid
        read = parse(translate(msgid))
        assert value in (*read.states, read.sort, read.group), (key, value)


def test_what_is_being_typed_is_no_mistake_yet() -> None:
    assert parse("bridge state:", typing=True).states == ()
    assert parse("bridge state:re", typing=True).states == ("read",)
    assert parse("sort:d", typing=True).sort == "dossier"  # of two that begin so, neither
    with pytest.raises(ReaderError):
        parse("state:", typing=False)


def test_a_mistake_is_named_with_its_character() -> None:
    with pytest.raises(ReaderError) as caught:
        parse("bridge state:old")
    (problem,) = caught.value.problems
    said = interface.describe(problem)
    assert "character 8" in said
    assert "state:old" in said
    assert "state:new, state:read, state:marked" in said
    with pytest.raises(ReaderError) as caught:
        parse("state:new after:soon")
    assert "character 11" in interface.describe(caught.value.problems[0])


def test_a_key_is_given_another_value_where_it_stands() -> None:
    assert with_token("bridge", "sort", "date") == "bridge sort:date"
    assert with_token("sort:date bridge", "sort", "title") == "bridge sort:title"
    assert with_token("bridge sort:title", "sort", "dossier") == "bridge"
    interface.set_language("ru")
    russian = with_token("bridge sort:date", "sort", "title")
    assert parse(russian).sort == "title"
    assert "sort:" not in russian
