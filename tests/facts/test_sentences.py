"""Where sentences end."""

from __future__ import annotations

import pytest

from reader.facts.quotations import marked
from reader.facts.sentences import LONGEST, split


def _sentences(text: str) -> list[str]:
    inside = [(q.outer_start, q.outer_end) for q in marked(text)]
    return [text[start:end] for start, end in split(text, inside)]


@pytest.mark.parametrize(
    "text",
    [
        "Завод пустили в 2025 г.|Это второй цех.",
        "Цех построило КБ им. Сухого в Москве.",
        "Храм построен в XVI в.|Его купол цел.",
        "Пришли рыбаки, грибники и т. д.|Все промокли.",
        "Это, т. е. мост, цело.|Точка.",
        "А. Б. Громов и В. Рощин ушли.|Дверь закрыта.",
        "Долг — 5 млн руб.|Срок вышел.",
        "Дом на ул. Мира, д. 5, расселят.|Когда?|Никто не знает!",
        "Он сказал: «Мост цел. Дорога цела».|Все ушли.",
        "«Кто там?» — спросил сторож.|Тишина.",
        "Вода ушла...|Люди вернулись.",
        "Рост — 3.5 процента за год.|Это мало.",
        "The U.S. Senate voted.|It was late.",
        "Mr. Brown left at 6 p.m.|The door was open.",
        "The firm, Acme Inc., grew.|Shares rose.",
        "He lives in the U.S.|It is far.",
        "“We won. It is over,” she said.|They left.",
        "It opened on Jan. 5 in St. Louis.|Crowds came.",
        "Is it so?|Yes!|No…|Perhaps.",
        "Version 4.2.1 is out.|Get it.",
        "One\nline.|Another\nline.",
    ],
)
def test_sentences_end_where_they_end(text: str) -> None:
    assert _sentences(text.replace("|", " ")) == text.split("|")


def test_white_space_around_belongs_to_none() -> None:
    assert _sentences("  Один.   Два.  ") == ["Один.", "Два."]
    assert _sentences(" \n ") == []
    assert _sentences("") == []


def test_what_is_too_long_for_a_sentence_is_parted() -> None:
    parts = _sentences("слово " * 2000)
    assert len(parts) > 2
    assert max(map(len, parts)) <= LONGEST
    assert _sentences("а" * 2 * LONGEST) == ["а" * LONGEST] * 2
