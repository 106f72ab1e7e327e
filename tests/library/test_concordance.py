"""The lines of a concordance and the snippet of a hit: what they show, and in which order."""

from __future__ import annotations

import pytest

from reader.library.concordance import REACH, By, lines
from reader.library.search import Hit
from reader.library.snippets import snippet


def hit(document: str, text: str, *words: str, language: str = "ru") -> Hit:
    found = tuple((text.index(word), text.index(word) + len(word)) for word in words)
    return Hit(document, "p1", language, "", 1.0, (), found, text=text)


HITS = [
    hit("a", "Порт закрыт. Новый порт у реки.", "Порт", "порт"),
    hit("b", "Старый порт и\nмост.", "порт"),
    hit("c", "The old port closes.", "port", language="en"),
]


@pytest.mark.parametrize(
    ("by", "order"),
    [
        ("after", ["Порт закрыт", "порт и мост", "порт у реки"]),
        ("before", ["Порт закрыт", "порт у реки", "порт и мост"]),
    ],
)
def test_lines_are_sorted_by_what_follows_or_precedes(by: By, order: list[str]) -> None:
    made = [line for line in lines(HITS, by, "ru") if line.language == "ru"]
    shown = [f"{line.hit}{line.after}" for line in made]
    assert [text.startswith(begun) for text, begun in zip(shown, order, strict=True)] == [True] * 3


def test_the_readers_language_comes_first_and_each_place_is_a_line_once() -> None:
    made = lines([*HITS, HITS[2]], "after", "en")
    assert [line.language for line in made] == ["en", "ru", "ru", "ru"]
    assert (made[0].before, made[0].hit, made[0].after) == ("The old ", "port", " closes.")


def test_a_line_is_one_line_and_no_longer_than_its_reach() -> None:
    (line,) = lines([hit("a", f"{'да ' * 200}порт\n{'нет ' * 200}", "порт")])
    assert "\n" not in f"{line.before}{line.after}"
    assert max(len(line.before), len(line.after)) <= REACH
    assert (line.start, line.end) == (600, 604)


def test_a_short_text_is_its_own_snippet() -> None:
    assert snippet("  Порт\nу реки. ", [(2, 6)]) == ("Порт у реки.", ((0, 4),))


def test_a_snippet_is_where_most_was_found_and_cut_between_words() -> None:
    text = f"порт {'вода ' * 80}порт и мост, порт и канал {'вода ' * 80}"
    found = [(n, n + 4) for n in range(len(text)) if text.startswith("порт", n)]
    shown = snippet(text, found, 100)
    assert [shown.text[a:b] for a, b in shown.marks] == ["порт", "порт"]
    assert (shown.text[:6], shown.text[-6:]) == ("… вода", "вода …")
    assert len(shown.text) <= 104


def test_a_snippet_of_nothing_found_is_the_beginning() -> None:
    shown = snippet("слово " * 100, [], 60)
    assert (shown.text[:5], shown.text[-2:]) == ("слово", " …")
    assert not shown.marks


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    text = "а" * 1000
    assert len(snippet(text, [(500, 510)], 100).text) <= 104
