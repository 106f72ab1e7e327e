"""Write articles, to measure the library with: ``python -m bench.corpus FOLDER``.

Every other article is Russian, the rest English, each of about 3 KB, with a title, a date and a
publisher, and no two alike: their sentences are put together of words, names and numbers by a
generator that the article's number starts. The same arguments write the same bytes.
"""

from __future__ import annotations

import argparse
import datetime
import random
from pathlib import Path
from typing import NamedTuple

ARTICLES = 10_000
SIZE = 3000
"""Bytes of an article, about."""
FIRST_DAY = datetime.date(2015, 1, 1)


class _Words(NamedTuple):
    """What sentences of a language are made of."""

    publishers: tuple[str, ...]
    people: tuple[str, ...]
    verbs: tuple[str, ...]
    things: tuple[str, ...]
    places: tuple[str, ...]
    frames: tuple[str, ...]


_ENGLISH = _Words(
    ("Harbour Post", "The Valley Gazette", "Northern Wire", "Coastal Review"),
    tuple(
        f"{first} {last}"
        for first in ("Anna", "Peter", "Leyla", "Marcus", "Irene", "Tom", "Farid", "Olga", "Ruth")
        for last in ("Keller", "Mammadov", "Brown", "Novak", "Aliyeva", "Stone", "Petrenko", "Hale")
    ),
    (
        "approved",
        "discussed",
        "delayed",
        "reviewed",
        "signed",
        "opened",
        "inspected",
        "closed",
        "financed",
    ),
    tuple(
        f"{kind} {thing}"
        for kind in ("new", "northern", "joint", "temporary", "regional", "costly", "small", "old")
        for thing in (
            "railway corridor",
            "grain terminal",
            "customs agreement",
            "power line",
            "fishing fleet",
            "water treaty",
            "gas pipeline",
            "road bridge",
            "training centre",
            "satellite station",
        )
    ),
    ("in Baku", "in Tbilisi", "near the port", "at the border", "in the capital", "in the valley"),
    (
        "{person} said on {day} that the {thing} would cost {number} million dollars {place}.",
        "The {thing} was {verb} {place} after {number} days of talks with {person}.",
        "According to {person}, {number} workers {place} had asked for the {thing}.",
        "Nobody {place} expected that the {thing} would be {verb} by {person} within {number} hours.",
        "A report of {number} pages about the {thing} was {verb} by {person}.",
        "{person} and {other} {verb} the {thing} together, {number} kilometres from where it began.",
    ),
)
_RUSSIAN = _Words(
    ("Портовый вестник", "Газета долины", "Северная лента", "Обозрение побережья"),
    tuple(
        f"{first} {last}"
        for first in ("Анна", "Пётр", "Лейла", "Марк", "Ирина", "Фарид", "Ольга", "Тимур", "Вера")
        for last in ("Келлер", "Бабич", "Черных", "Новак", "Дурново", "Гейне", "Петренко", "Шевчук")
    ),
    (
        "обсудили",
        "отложили",
        "проверили",
        "подписали",
        "открыли",
        "осмотрели",
        "закрыли",
        "оплатили",
    ),
    tuple(
        f"{kind} {thing}"
        for kind in ("новый", "северный", "общий", "временный", "местный", "дорогой", "старый")
        for thing in (
            "железнодорожный коридор",
            "зерновой терминал",
            "таможенный договор",
            "газопровод",
            "рыболовный флот",
            "водный канал",
            "мост через реку",
            "учебный центр",
            "энергоблок",
        )
    ),
    ("в Баку", "в Тбилиси", "у порта", "на границе", "в столице", "в долине", "на побережье"),
    (
        "{person} сообщает: {thing} обойдётся в {number} млн долларов, строить начнут {day} {place}.",
        "Проект «{thing}» {verb} {place} после {number} дней переговоров, в которых участвует {person}.",
        "Как утверждает {person}, {number} рабочих {place} просили про {thing}.",
        "Никто {place} не ждал, что {thing} {verb} за {number} часов: так говорит {person}.",
        "Доклад на {number} страницах про {thing} {verb} {place}, его автор {person}.",
        "{person} и {other} {verb} {place} {thing} длиной {number} километров.",
    ),
)


def main() -> None:
    """Write the articles that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m bench.corpus", description=main.__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N")
    asked = parser.parse_args()
    write(asked.folder, asked.articles)


def write(folder: Path, count: int) -> None:
    """Write ``count`` articles into a folder, as text files with front matter."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:05}.txt").write_text(article(number), "utf-8")


def article(number: int) -> str:
    """Return the text of an article."""
    chance = random.Random(number)
    words = _RUSSIAN if number % 2 else _ENGLISH
    day = FIRST_DAY + datetime.timedelta(days=number % 3650)
    lines = [
        "---",
        f"title: {chance.choice(words.things).capitalize()} {chance.choice(words.places)}, {number}",
        f"date: {day}",
        f"publisher: {chance.choice(words.publishers)}",
        "---",
    ]
    size = 0
    while size < SIZE:
        paragraph = " ".join(_sentence(words, chance) for _n in range(chance.randint(2, 4)))
        lines += ["", paragraph]
        size += len(paragraph.encode())
    return "\n".join([*lines, ""])


def _sentence(words: _Words, chance: random.Random) -> str:
    first, second = chance.sample(words.people, 2)
    return chance.choice(words.frames).format(
        person=first,
        other=second,
        verb=chance.choice(words.verbs),
        thing=chance.choice(words.things),
        place=chance.choice(words.places),
        number=chance.randint(2, 99_999),
        day=FIRST_DAY + datetime.timedelta(days=chance.randint(0, 4000)),
    )


if __name__ == "__main__":
    main()
