"""Whether two articles are one: what is joined, and above all what is not."""

from __future__ import annotations

import random

import pytest

from reader.library.own import similar
from reader.model import Document, Paragraph, Source, Text

STORY = (
    "The bridge over the sound was closed on Tuesday after a barge had struck its second pier.",
    "Nobody was hurt. The crew of 7 stayed on board, and the pilot was taken to the harbour office.",
    "Divers found a crack of 40 centimetres. The road authority wants to mend it within 12 days.",
    "Until then 3,200 cars a day take the ferry, which sails twice as often as it did.",
    "The last time that a ship struck the bridge was in 1987; the pier was new then.",
)


def document(
    *texts: str,
    title: str = "Barge strikes bridge",
    publisher: str = "Sound",
    day: str = "2024-05-07",
) -> Document:
    paragraphs = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts, 1))
    source = Source(publisher, day)
    return Document(None, "en", title, source, (Text("original", "en", paragraphs),))


def joined(first: Document, second: Document) -> bool:
    ours, theirs = similar.signs(first), similar.signs(second)
    shared = len(set(ours.sketch) & set(theirs.sketch))
    return similar.alike(ours.sketch, shared) and similar.is_same(second, first, "sketch")


REPRINT = "Ship hits pier"


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (document(*STORY, title=REPRINT, publisher="Inland"), True),
        (document(*STORY, "With our own report.", title=REPRINT, publisher="Inland"), True),
        (document(*STORY[:4], title=REPRINT, day="2024-05-08"), False),
        (document(*STORY[:4]), True),
        (document(*STORY, title=REPRINT, day="2024-07-01"), False),
        (document(*(part.replace("40", "41") for part in STORY), title=REPRINT), True),
        (document(*STORY[:2], title=REPRINT), False),
        (document(STORY[0]), False),
    ],
)
def test_what_says_the_same_is_one_story(other: Document, is_one: bool) -> None:
    assert joined(document(*STORY), other) is is_one


def test_reports_by_one_pattern_stay_several() -> None:
    def report(n: int) -> Document:
        text = (
            f"On day {n} the office counted {300 + 7 * n} lorries and {90 + n} buses at the gate of the"
            f" bridge, {3 * n + 1} more than on the day before. It counts them from six in the morning"
            " until ten at night, and puts the figures up in the hall of the town house, where everybody"
            f" may look them up; those of the whole year so far are {5000 + 311 * n}."
        )
        return document(text, title=f"Traffic, day {n}", day=f"2024-05-{n:02}")

    assert not any(joined(report(n), report(n + 1)) for n in range(1, 20))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("http://www.example.com/a/", "https://example.com/a"),
        ("https://example.com/a?utm_source=x&utm_medium=y", "https://example.com/a"),
        ("https://example.com/a?id=3&fbclid=z#top", "https://EXAMPLE.com/a?id=3"),
    ],
)
def test_an_address_is_known_under_its_other_spellings(first: str, second: str) -> None:
    assert similar.address_of(first) == similar.address_of(second)
    assert similar.address_of("https://example.com/a?id=3") != similar.address_of(
        "https://example.com/a?id=4"
    )


def test_a_version_tells_what_it_has_other_and_keeps_the_ids() -> None:
    before = document(*STORY).texts[0].paragraphs
    other = "The pier is to be mended within 20 days, the road authority says now."
    after = document(STORY[0], "A new one.", *STORY[1:2], other, *STORY[3:4]).texts[0].paragraphs
    assert similar.changes(before, after) == (1, 1, 1)
    carried = similar.carried_over(before, after)
    assert [p.text for p in carried] == [p.text for p in after]
    assert [p.id for p in carried] == ["p1", "p6", "p2", "p3", "p4"]


def test_any_change_leaves_every_id_once() -> None:
    chance = random.Random(3)
    texts = [*STORY, STORY[0], "One.", "Two."]
    before = document(*STORY).texts[0].paragraphs
    for _n in range(200):
        after = document(*chance.choices(texts, k=chance.randint(1, 9))).texts[0].paragraphs
        carried = similar.carried_over(before, after)
        assert len({p.id for p in carried}) == len(carried) == len(after)
