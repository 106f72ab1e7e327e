"""Which paragraphs of two texts go together: by ids, by way of a third text, and to go to."""

from __future__ import annotations

from reader.briefings import alignment
from reader.model import Link


def test_equal_ids_go_together_and_others_stand_where_they_stand_in_their_text() -> None:
    assert alignment.by_ids(["a", "b", "d"], ["x", "a", "y", "z", "d", "c"]) == (
        ((), ("x",)),
        (("a",), ("a",)),
        ((), ("y",)),
        ((), ("z",)),
        (("b",), ()),
        (("d",), ("d",)),
        ((), ("c",)),
    )


def test_links_of_what_is_not_on_the_page_are_left_out() -> None:
    links: list[Link] = [(("a", "b"), ("x",)), (("c",), ("y",)), ((), ("z",))]
    assert alignment.present(links, ["b", "c"], ["y"]) == [(("b",), ()), (("c",), ("y",))]


def test_two_texts_go_together_by_way_of_a_third() -> None:
    first: list[Link] = [
        (("o1",), ("e1", "e2")),
        (("o2",), ()),
        (("o3",), ("e3",)),
        (("o4",), ("e4",)),
    ]
    second: list[Link] = [
        ((), ("t0",)),
        (("e1",), ("t1",)),
        (("e2",), ("t2",)),
        ((), ("t3",)),
        (("e3", "e4"), ("t4",)),
        (("e5",), ("t5",)),
    ]
    assert alignment.through(first, second) == (
        ((), ("t0",)),
        (("o1",), ("t1", "t2")),
        ((), ("t3",)),
        (("o2",), ()),
        (("o3", "o4"), ("t4",)),
        ((), ("t5",)),
    )


def test_from_a_paragraph_one_goes_to_what_says_the_same_or_to_what_stands_before() -> None:
    links: list[Link] = [
        (("a",), ()),
        (("b", "c"), ("x", "y")),
        (("d",), ()),
        (("e", "f"), ("z",)),
        ((), ("w",)),
    ]
    assert alignment.counterparts(links) == {
        "a": "x",
        "b": "x",
        "c": "y",
        "d": "y",
        "e": "z",
        "f": "z",
    }
    assert alignment.counterparts([(("a",), ())]) == {}
