"""Texts as they come become paragraphs."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.paragraphs import lay_out

RU = (
    "Паромная переправа через залив откроется в мае, сообщил начальник порта на встрече с жителями"
    " острова. Билет будет стоить один манат, а для школьников проезд останется бесплатным до конца"
    " лета, если позволит погода.",
    "Министр транспорта Ильхам Морской пообещал, что новый причал построят к осени. Старый разберут,"
    " потому что сваи его сгнили ещё в прошлом веке, и чинить их дороже, чем поставить новые.",
    "Рыбаки довольны.",
)
EN = (
    "The ferry over the bay opens in May, the harbour master said when he met the people of the"
    " island. A ticket costs one crown, and pupils go for nothing until the end of the summer, weather"
    " permitting.",
    "Minister Jane Harbour has promised that the new pier is built by autumn. The old one is taken"
    " down, since its piles have been rotten for a century, and to mend them costs more than new ones.",
    "The fishermen are glad.",
)
POEM = (
    "Над тихим морем гаснет день,",
    "Уходят лодки за волнами,",
    "И от причала тянет тень",
    "Свой длинный след за рыбаками.",
)


def texts(text: str) -> list[str]:
    return [part.text for part in lay_out(text).parts]


@pytest.mark.parametrize("paragraphs", [RU, EN])
@pytest.mark.parametrize("width", [45, 60, 72, 78, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("indent", ["", "   "])
def test_lines_that_were_broken_at_a_width_are_one_paragraph(
    paragraphs: tuple[str, ...], width: int, end: str, indent: str
) -> None:
    wrapped = "\n\n".join(
        textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)
        for text in paragraphs
    )
    assert texts(wrapped.replace("\n", end)) == list(paragraphs)


def test_paragraphs_told_by_their_indent_alone_are_parted() -> None:
    wrapped = "\n".join(textwrap.fill(text, 60, initial_indent="    ") for text in RU)
    assert texts(wrapped) == list(RU)


def test_lines_of_a_proportional_font_are_joined_though_none_is_full() -> None:
    words = " ".join(RU[:2]).split()
    lines: list[str] = []
    while words:
        most = (62, 55, 67, 58)[len(lines) % 4]
        line = words.pop(0)
        while words and len(line) + 1 + len(words[0]) <= most:
            line += " " + words.pop(0)
        lines.append(line)
    assert texts("\n".join(lines)) == [" ".join(RU[:2])]


def test_justified_lines_are_joined() -> None:
    text = (
        "The  ferry over the bay opens  in May, the harbour   master said\n"
        "when  he  met   the people of the island.  A ticket  costs  one\n"
        "crown at the pier, see\n"
        "<https://example.org/the-ferry-over-the-bay-and-its-tickets-and-times>\n"
        "for what else there is.\n"
    )
    joined = " ".join(texts(text))
    assert joined == " ".join(line.strip() for line in text.split("\n") if line)
    assert len(texts(text)) == 1


def test_two_lines_of_one_sentence_are_joined_before_a_name_too() -> None:
    assert texts("Мост\n\nНовый мост за городом назвал своим именем Ильхам\nМорской.") == [
        "Мост",
        "Новый мост за городом назвал своим именем Ильхам Морской.",
    ]


def test_a_headline_is_not_joined_with_what_stands_under_it() -> None:
    lines = ["Жители острова получат наконец новый причал и мост", "Так решил совет."]
    assert texts("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "lines",
    [
        POEM,
        ("Первый абзац о море.", "Второй абзац о порте и о рыбаках.", "Третий абзац."),
        ("Порт закрыт до весны", "Рыбаки требуют нового причала", "Мост откроют в мае"),
        ("- хлеб и молоко", "- рыба, если будет свежая", "- верёвка"),
        ("1. Выйти в море", "2. Забросить сети", "3. вернуться домой"),
        ("яблоки", "груши", "сливы"),
        ("молоко топлёное деревенское", "яйца куриные", "сыр голландский триста граммов"),
        ("> Мост закрыт, и никто не знает, когда", "> его откроют снова, писали вчера."),
        ("| Порт | Рейсы |", "|------|-------|", "| Маяк | 12    |"),
        ("Порт      рейсы     цена", "маяк      12        сто", "остров    3         двести"),
        ("северный порт   двенадцать рейсов   сто", "маяк на острове   три рейса   двести"),
        ("порт\tрейсы и цена за каждый из них", "маяк\tдвенадцать рейсов по сто"),
        ("```", "make a long command that fills the line", "and goes on in the next", "```"),
        ("From: a harbour of no name at all", "To: nobody", "x-note: the line is a long one"),
        ("docs/a-very-long-path/to/some/file.md", "docs/another-path/to/a/file.md"),
        ("Анна Морская", "начальник порта", "Северный причал, 1"),
        ("[12:01] когда же наконец откроют этот мост", "[12:02] говорят, что уже в мае"),
        ("— Пришли? — спросил он.", "— Пришли, — ответил я."),
        ("def boat(x):", "    return harbour(x) + 1", "class Pier: pass"),
        ("Стр. 5  ", "перенос по двум пробелам остаётся как он есть"),
    ],
)
def test_lines_that_are_their_authors_stay(lines: tuple[str, ...]) -> None:
    stripped = [line.strip() for line in lines]
    assert texts("\n".join(lines)) == stripped
    beside = "\n\n".join(textwrap.fill(text, 72) for text in RU)
    assert texts(beside + "\n\n" + "\n".join(lines)) == [*RU, *stripped]


def test_a_long_paragraph_a_line_stays_a_paragraph() -> None:
    long = [f"{n}. {' '.join(RU)}" for n in range(3)] + [" ".join(RU), EN[0], EN[1], EN[2]]
    assert texts("\n".join(long)) == long


def test_an_item_goes_on_in_its_next_lines() -> None:
    text = (
        "  * The north pier is open from six in the morning until ten in\n"
        "    the evening, also on holidays and when it rains.\n"
        "  * The south pier is closed.\n"
        "\n"
        "1) Boats longer than twelve metres have to be announced one day\n"
        "   before they come.\n"
        "2) Others not.\n"
    )
    assert texts(text) == [
        "* The north pier is open from six in the morning until ten in the evening, also on holidays and when it rains.",
        "* The south pier is closed.",
        "1) Boats longer than twelve metres have to be announced one day before they come.",
        "2) Others not.",
    ]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("открытие паромной переправы по Среднему кори-", "дору в мае", "по Среднему коридору в"),
        ("открытие паромной переправы по Среднему кори\u00ad", "дору в мае", "Среднему коридору в"),
        ("переговоры начались вчера в столице Нагорно-", "Карабахской", "в столице Нагорно-К"),
        ("начальник порта говорил обо всём, в чём кое-", "кто сомневался", "чём кое-кто"),
        ("начальник порта никому не говорит, где когда-", "либо построят", "где когда-либо"),
        ("the harbour has been run for years by a self-", "made captain", "a self-made"),
        ("the new pier of the harbour was built in 2024-", "2025 by two", "in 2024-2025"),
        ("the harbour master says that the long trans-", "portation ends", "long transportation"),
        ("мост построили жители северного берега и юго-", "восток, юго-восток", "и юго-восток,"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line(first: str, second: str, joined: str) -> None:
    (text,) = texts(f"{first}\n{second}\n")
    assert joined in text


def test_pages_are_parted_but_not_in_the_middle_of_a_sentence() -> None:
    assert texts("Первая страница.\n\x0cВторая страница.\n") == [
        "Первая страница.",
        "Вторая страница.",
    ]
    assert texts("На этой странице рассказ о новом мосте через залив\n\x0cпродолжается.\n") == [
        "На этой странице рассказ о новом мосте через залив продолжается."
    ]


@pytest.mark.parametrize("end", ["\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\r\r\n"])
def test_every_kind_of_break_ends_a_line(end: str) -> None:
    assert texts(f"Первый абзац.{end}Второй абзац.{end}") == ["Первый абзац.", "Второй абзац."]


def test_byte_order_marks_are_no_text() -> None:
    assert texts("\ufeff\ufeffОдин.") == ["Один."]


# Headings


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("# Мост откроют\n\nВ мае.", "Мост откроют", "Мост откроют"),
        ("## Мост откроют ##\nВ мае.", "Мост откроют", "Мост откроют"),
        ("Мост откроют\n====\n\nВ мае.", "Мост откроют", "Мост откроют"),
        ("Мост откроют\n------------\nВ мае.", "Мост откроют", "Мост откроют"),
        ("============\nМост откроют\n============\n\nВ мае.", "Мост откроют", "Мост откроют"),
        ("Мост откроют\n~~~~~~~~~~~~\n\nВ мае.", "Мост откроют", "Мост откроют"),
        ("[![a](b)](c)\n\n# Мост **откроют**\n\nВ мае.", "Мост откроют", "[![a](b)](c)"),
        ("# [Мост](https://example.org/#x) `откроют` {#top}\n\nВ мае.", "Мост откроют", None),
        ("#мост #порт\n\nВ мае.", None, "#мост #порт"),
        ("# one comment\n# and another\n\nx = 1", None, "# one comment"),
        ("Мост.\n\n# Глава\n\nВ мае.", None, "Мост."),
        ("```\n# make\n```\n", None, "```"),
        ("Мост откроют\n---\n", "Мост откроют", "Мост откроют"),
        ("---\n\nМост\n", None, "---"),
    ],
)
def test_a_heading_is_the_title_without_its_signs(
    text: str, title: str | None, first: str | None
) -> None:
    laid = lay_out(text)
    assert laid.title == title
    assert first is None or laid.parts[0].text == first


# The way back


PIECES = st.sampled_from(
    [*RU, *EN, *POEM, "кори-\nдору", "- x", "> y", "# z", "\r", "\r\n", "\x0c", "\u2029", "\t", " ",
     "\n", "\n\n", "---", "title: a", "```", "\u00ad\n", "<html>", "<a b\nc>", "\ufeff", "1. ",
     textwrap.fill(RU[0], 45), textwrap.fill(EN[1], 72)]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_word_has_its_place_in_the_file(text: str) -> None:
    laid = lay_out(text)
    running = laid.running_text()
    for word in (part.text[:1] for part in laid.parts):
        assert word.strip()
    at = -1
    for place, character in enumerate(running.text):
        if character.isspace():
            continue
        start, end = running.origin(place, place + 1)
        assert text[start:end] == character
        assert start > at
        at = start


@given(st.text(max_size=200))
def test_any_text_is_laid_out(text: str) -> None:
    assert all(part.text.strip() for part in lay_out(text).parts)


def test_a_long_text_takes_as_long_as_its_parts() -> None:
    # Characters that are looked at, not seconds: each of these would take minutes by the square.
    for text in (
        "слово " * 80_000,
        "a-\n" * 80_000,
        "# " + "a #" * 80_000,
        "\r" * 400_000,
        "<" * 200_000,
        "<html>" + "<a " * 80_000,
        "---\n" + "a: b\n" * 80_000,
        "[" * 200_000,
        " \t" * 200_000 + "x",
        "| " * 200_000,
        "- " * 200_000,
        "x\n\x0c" * 80_000,
    ):
        lay_out(text)
