"""Quotations are found again in texts that were edited, and never in a wrong place."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.library.anchoring import Ground, Place, Quote, Span
from tests.library import edits
from tests.library.edits import Case

PARAGRAPHS = [
    ("p1", "The mayor opened the new library. The council will meet in June."),
    ("p2", "A fire destroyed the old mill. The council will meet in June."),
    ("p3", "Three ferries leave the harbour every morning before eight."),
]


def quote(words: str, paragraph: str, paragraphs: list[tuple[str, str]] = PARAGRAPHS) -> Quote:
    text = dict(paragraphs)[paragraph]
    start = text.index(words)
    return Ground(paragraphs).quote(paragraph, start, paragraph, start + len(words))


def find(made: Quote, paragraphs: list[tuple[str, str]]) -> tuple[Place, list[str]]:
    place = Ground(paragraphs).find(made)
    texts = dict(paragraphs)
    return place, [texts[id][start:end] for id, start, end in place.spans]


def outcome(case: Case) -> str:
    made = Ground(case.paragraphs).quote(case.id, case.start, case.id, case.end)
    place = Ground(case.edited()).find(made)
    found = case.compare(place.spans)
    if place.state == "lost":
        assert not place.spans
        return "gone" if found.is_nearly_gone else "lost"
    assert place.spans
    if found.is_wrong:
        return "wrong"
    return "right" if found.is_right else "partly"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_after_two_hundred_random_edits_nearly_all_are_at_their_place_and_none_at_a_wrong_one(
    language: str,
) -> None:
    outcomes: Counter[str] = Counter()
    for seed in range(200):
        case = Case(language, seed)
        case.edit()
        outcomes[outcome(case)] += 1
    assert not outcomes["wrong"]
    placeable = outcomes.total() - outcomes["gone"]
    assert outcomes["right"] / placeable >= 0.97, outcomes
    assert placeable >= 190


@pytest.mark.parametrize("language", ["en", "ru"])
def test_sentences_and_more_survive_several_edits_one_after_the_other(language: str) -> None:
    outcomes: Counter[str] = Counter()
    for seed in range(200):
        case = Case(language, seed, sizes=(6, 10, 16, 25, 99))
        for _ in range(3):
            case.edit()
        outcomes[outcome(case)] += 1
    assert not outcomes["wrong"]
    placeable = outcomes.total() - outcomes["gone"]
    assert (outcomes["right"] + outcomes["partly"]) / placeable >= 0.97, outcomes
    assert outcomes["right"] / placeable >= 0.95, outcomes


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(["en", "ru"]), st.integers(0, 10**6), st.integers(1, 5))
def test_whatever_is_edited_no_place_is_a_wrong_one(language: str, seed: int, times: int) -> None:
    case = Case(language, seed)
    for _ in range(times):
        case.edit(hard=True)
    assert outcome(case) != "wrong"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.text("ab .\n", max_size=30), min_size=1, max_size=5), st.data()
)  # few letters: nearly all of it is repeated
def test_in_a_text_that_is_as_it_was_every_quotation_is_where_it_was(
    texts: list[str], data: st.DataObject
) -> None:
    paragraphs = [(f"p{n}", text) for n, text in enumerate(texts)]
    at = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[at])))
    end = data.draw(st.integers(start, len(texts[at])))
    ground = Ground(paragraphs)
    place = ground.find(ground.quote(f"p{at}", start, f"p{at}", end))
    assert place.state == "kept"
    assert place.paragraph == f"p{at}"
    if start < end:
        assert place.spans == (Span(f"p{at}", start, end),)


@settings(max_examples=100, deadline=None)
@given(
    st.builds(
        Quote, *[st.text("ab .\n", max_size=20)] * 3, st.text(max_size=2), st.integers(-5, 50)
    ),
    st.lists(st.text("ab .\n", max_size=30), max_size=4),
)
def test_any_quotation_in_any_text_has_a_place_inside_it_or_none(
    made: Quote, texts: list[str]
) -> None:
    paragraphs = {f"p{n}": text for n, text in enumerate(texts)}
    place = Ground(paragraphs.items()).find(made)
    for id, start, end in place.spans:
        assert 0 <= start <= end <= len(paragraphs[id])
    assert (place.state == "lost") == (not place.spans)


def test_a_quotation_has_its_surroundings_in_whole_words() -> None:
    made = quote("old mill", "p2")
    assert made.exact == "old mill"
    assert made.prefix.endswith("A fire destroyed the ")
    assert made.suffix.startswith(". The council")
    assert made.prefix[:1].isspace() or made.prefix.split()[0] in PARAGRAPHS[0][1].split()
    assert (made.paragraph, made.start, made.end) == ("p2", 21, 29)


def test_a_repeated_quotation_has_surroundings_as_long_as_it_takes() -> None:
    same = "The clerk read the protocol of the last meeting aloud, and nobody objected to it. " * 3
    paragraphs = [("p1", "Monday. " + same + "Done."), ("p2", "Tuesday. " + same + "Done.")]
    made = quote("The clerk", "p2", paragraphs)
    full = made.prefix + made.exact + made.suffix
    assert "\n".join(text for _id, text in paragraphs).count(full) == 1


def test_a_moved_paragraph_takes_its_place_along() -> None:
    moved = [("p1", PARAGRAPHS[2][1]), ("p2", PARAGRAPHS[0][1]), ("p3", PARAGRAPHS[1][1])]
    place, texts = find(quote("Three ferries leave the harbour", "p3"), moved)
    assert (place.state, place.paragraph, texts) == (
        "kept",
        "p1",
        ["Three ferries leave the harbour"],
    )


def test_a_repeated_sentence_is_told_by_its_surroundings() -> None:
    edited = [
        PARAGRAPHS[0],
        ("p2", "Yesterday a fire destroyed the old mill. The council will meet in June."),
    ]
    place, texts = find(quote("The council will meet in June.", "p2"), edited)
    assert place.paragraph == "p2"
    assert texts == ["The council will meet in June"]


def test_a_repeated_sentence_that_is_gone_is_not_found_in_its_double() -> None:
    edited = [PARAGRAPHS[0], ("p2", "A fire destroyed the old mill."), PARAGRAPHS[2]]
    place, _texts = find(quote("The council will meet in June.", "p2"), edited)
    assert place == Place("lost", (), "p2", 0.0)


def test_a_short_quotation_without_its_surroundings_is_lost() -> None:
    edited = [("p1", "Somebody else wrote about the old mill and its owner last week.")]
    place, _texts = find(quote("mill", "p2"), edited)
    assert place.state == "lost"
    assert not place.spans


def test_a_replaced_word_is_still_the_place_between_its_neighbours() -> None:
    edited = [
        PARAGRAPHS[0],
        ("p2", PARAGRAPHS[1][1].replace("destroyed", "damaged")),
        PARAGRAPHS[2],
    ]
    place, texts = find(quote("destroyed", "p2"), edited)
    assert (place.state, texts) == ("changed", ["damaged"])


def test_another_spelling_is_the_same_quotation() -> None:
    before = [("p1", "Он назвал его «зелёным» — и ушёл домой рано утром.")]
    after = [("p1", 'Он назвал его "зеленым" - и ушел домой рано утром.')]
    place, texts = find(quote("«зелёным» — и ушёл домой", "p1", before), after)
    assert (place.state, texts) == ("kept", ['зеленым" - и ушел домой'])


def test_a_split_paragraph_splits_the_place() -> None:
    before = [
        ("p1", "Seven wagons of coal arrived on Tuesday. Nobody had ordered them from anywhere.")
    ]
    after = [
        ("p1", "Seven wagons of coal arrived on Tuesday."),
        ("p2", "Nobody had ordered them from anywhere."),
    ]
    place, texts = find(quote("coal arrived on Tuesday. Nobody had ordered", "p1", before), after)
    assert texts == ["coal arrived on Tuesday.", "Nobody had ordered"]
    assert place.paragraph == "p1"


def test_a_quotation_over_paragraphs_is_found() -> None:
    ground = Ground(PARAGRAPHS)
    made = ground.quote("p2", 31, "p3", 13)
    assert made.exact == "The council will meet in June.\nThree ferries"
    assert ground.find(made).spans == (Span("p2", 31, 61), Span("p3", 0, 13))


def test_words_are_looked_at_only_where_something_has_changed() -> None:
    paragraphs = [(f"p{n}", text) for n, text in enumerate(edits.ENGLISH.split("\n") * 10)]
    paragraphs = [(id, f"{id} {text}") for id, text in paragraphs]
    making = Ground(paragraphs)
    made = [
        making.quote(id, at, id, at + 30) for id, _text in paragraphs for at in (3, 40, 80, 90, 99)
    ]
    ground = Ground(paragraphs)
    assert len(made) == 500
    assert all(ground.find(each).state == "kept" for each in made)
    assert "_words" not in vars(ground)
