"""Whose text an article is, as it says itself."""

from __future__ import annotations

import pytest

from reader.articles.attribution import dateline, named

TEXT = "Паром вернулся в порт на рассвете, и на берегу его ждали встречающие."


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("OLDBRIDGE (Northern News) - ", ("Northern News",)),
        ("OLDBRIDGE, Feb 10 (Northern News) – ", ("Northern News",)),
        ("(NN) — ", ("NN",)),
        ("ЗАРЕЧЬЕ, 29 июня. /МАЯК/. ", ("МАЯК",)),
        ("ЗАРЕЧЬЕ, 10 фев — Новости Маяка. ", ("Новости Маяка",)),
        ("ЗАРЕЧЬЕ. 3 декабря. МАЯК. ", ("МАЯК",)),
        ("ЗАРЕЧЬЕ. МАЯК – ", ("МАЯК",)),
        ("LANTERN via NNA — ", ("NNA", "LANTERN")),
        ("OLDBRIDGE, Sandy Point, February 10. ", ()),
        ("Oldbridge, 10 February 2026. ", ()),
        ("Старое Заречье, 10 февраля 2026 года. ", ()),
        ("Заречье, 10 февраля — ", ()),
    ],
)
def test_a_dateline_names_an_agency_and_ends(line: str, names: tuple[str, ...]) -> None:
    assert named([line + TEXT], (), None) == names
    assert dateline(line + TEXT) == len(line)


@pytest.mark.parametrize(
    "text",
    [
        "Егор Лапшин (Заречье) – смотритель маяка.",
        "Заречье (старый порт) — город на Тихой.",
        "谷歌(微博) 在 2014 年收购了这家公司。",
        "МАЯК — это башня с огнём.",
        "On 3 March the port was open.",
        "Anna, 12 people. They came by sea.",
        "Егор Лапшин, 40 лет. Живёт в Заречье.",
    ],
)
def test_what_only_looks_like_a_dateline_is_none(text: str) -> None:
    assert dateline(text) == 0
    assert named([text], (), None) == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Источник: Маяк", ("Маяк",)),
        ("Источник: пресс-служба порта", ("пресс-служба порта",)),
        ("По материалам ПОРТА и Новостей Маяка", ("ПОРТА", "Новостей Маяка")),
        ("Впервые опубликовано в «Вестнике порта»", ("Вестнике порта",)),
        ("За матеріалами «Вісника порту»", ("Вісника порту",)),
        ("Source: Harbour Post", ("Harbour Post",)),
        ("This article was first published in The Beacon on 3 May 2025.", ("The Beacon",)),
        ("(With inputs from NNA)", ("NNA",)),
        ("With reporting by Vera Lunin and Harbour Post", ("Vera Lunin", "Harbour Post")),
        ("Источник: https://a.example/parom", ()),
        ("This story was originally published on November 3, 2025.", ()),
        ("По данным смотрителя, порт открыт.", ()),
        ("По материалам дела суд оштрафовал порт.", ()),
        ("Sources said the port was closed.", ()),
        ("Источник: Губернские ведомости", ()),
    ],
)
def test_a_line_of_its_own_names_a_source(line: str, names: tuple[str, ...]) -> None:
    assert named([TEXT], [line], "Губернские ведомости") == names
    assert named([TEXT, line], (), "Губернские ведомости") == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Порт открыли, передаёт МАЯК со ссылкой на местное издание Причал.", ("МАЯК", "Причал")),
        ("Порт открыли, сообщает агентство «Берег».", ("Берег",)),
        ("Об этом сообщает Егор Лапшин.", ()),
        ("Порт відкрили, повідомляє «Маяк» із посиланням на Причал.", ("Маяк", "Причал")),
        ("The port is open, the town says, citing the newspaper Harbour Post.", ("Harbour Post",)),
    ],
)
def test_the_first_sentences_name_whom_they_have_it_from(text: str, names: tuple[str, ...]) -> None:
    assert named([text, TEXT], (), None) == names
