"""Frozen values."""

from __future__ import annotations

import pytest

from reader.model import Claim, Document, Paragraph, Problem, Source
from reader.values import replace, value


@value
class Pair:
    first: str
    second: int = 2


@value
class Other:
    first: str
    second: int = 2


def test_fields_come_by_place_by_name_or_by_default() -> None:
    assert (Pair("a").first, Pair("a").second, Pair(second=3, first="b").second) == ("a", 2, 3)
    with pytest.raises(TypeError):
        Pair()  # type: ignore[call-arg] # that it lacks one is the test


def test_values_are_equal_by_class_and_fields_and_hash_alike() -> None:
    assert Pair("a") == Pair("a", 2)
    assert Pair("a") != Pair("b")
    assert Pair("a") != Other("a")  # type: ignore[comparison-overlap]  # the test
    assert len({Pair("a"), Pair("a", 2), Other("a")}) == 2


def test_a_value_cannot_be_changed_and_a_copy_can_differ() -> None:
    pair = Pair("a")
    with pytest.raises(AttributeError):
        pair.first = "b"  # type: ignore[misc] # that it can't be is the test
    assert replace(pair, second=5) == Pair("a", 5)
    with pytest.raises(TypeError):
        replace(pair, third=1)


def test_a_value_shows_its_fields_and_matches_by_them() -> None:
    assert repr(Pair("a")) == "Pair(first='a', second=2)"
    match Pair("a"):
        case Pair(first, second):
            assert (first, second) == ("a", 2)


def test_the_nouns_are_values() -> None:
    document = Document("d", "en", "T", Source(), (Paragraph("p1", "x"),))
    assert replace(document, title="U").title == "U"
    assert Claim("c1", "t", "x", ("p1",)) == Claim("c1", "t", "x", ("p1",))
    assert Problem("f", 1, 2, "m") == Problem("f", 1, 2, "m", {})
