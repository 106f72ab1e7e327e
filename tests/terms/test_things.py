"""A place or a person is not what is called after them, nor another that bears the name, too."""

from __future__ import annotations

import pytest

from reader.model import Entry, Term
from reader.terms.factory import matcher
from reader.terms.matcher import Matcher
from tests.terms.glossaries import capital, entry, finder, found, short


@pytest.fixture(scope="module")
def world() -> Matcher:
    return finder(
        entry("norway", "place", ru=("Норвегия",), en=("Norway",), uk=("Норвегія",)),
        entry("peru", "place", ru=("Перу",), en=("Peru",)),
        entry("us", "place", ru=(short("США"),), uk=(short("США"),)),
        entry("bergen", "place", ru=("Берген",), en=("Bergen",)),
        entry(
            "orlov",
            "person",
            ru=("Максим Орлов", capital("Орлов")),
            en=("Max Orlov", capital("Orlov")),
        ),
        entry("goose", "person", ru=("Иван Гоголь", capital("Гоголь"))),
        entry("bitter", "person", ru=("Павел Горький", capital("Горький"))),
        entry("thick", "person", ru=("Анна Толстая", capital("Толстая"))),
        entry("great", "person", uk=("Остап Великий", capital("Великий"))),
        entry("maker", "organisation", ru=("Nordvik",)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "in South Norway",
        "Lower Norway voted",
        "they left for New Norway",
        "the coast of Northern Norway",
        "в Южной Норвегии",
        "Западная Норвегия голосует",
        "жители Новой Норвегии",
        "у Південній Норвегії",
        "вышел крейсер «Норвегия»",
        "на пароходе Норвегия",
        "гостиница «Берген» закрыта",
        "журнала «Норвегия»",
        "USS Bergen sailed",
        "the film “Bergen” won",
        "Air Norway flies",
        "the River Norway",
        "партия «Новая Норвегия»",
        "авиакомпания «Эйр Берген»",
        "Берген-Волынский сгорел",
        "проспект Норвегия закрыт",
        "фон Берген сказал",
        "Bergen National Cathedral reopened",
        "город Орлов основан давно",
        "Город Горький закрыли",
        "теплоход «Орлов» сел на мель",
        "в романе «Максим Орлов» нет героя",
        "Orlov Coffee opened there",
        "a day at the Orlov Ice Arena",
        "Горький шоколад полезен",
        "Горький опыт учит",
        "Толстая тетрадь упала",
        "Великий дощ ішов",
        "Гоголь-моголь остыл",
    ],
)
def test_another_thing_of_the_name_is_not_a_mention(world: Matcher, text: str) -> None:
    assert found(world, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Northern Norway saw rain", "Norway"),
        ("New Norway Talks Begin", "Norway"),
        ("Новая Норвегия строится", "Норвегия"),
        ("южной Норвегии", "Норвегии"),
        ("слово «Норвегия»", "Норвегия"),
        ("журнал «Наследие Норвегии»", "Норвегии"),
        ("Великая Норвегия", "Норвегия"),
        ("вышли на улицы Перу", "Перу"),
        ("Вера Норвегии в победу", "Норвегии"),
        ("Надежды США не сбылись", "США"),
        ("Влада Норвегії чекає", "Норвегії"),
        ("на пароходе Орлова ждали", "Орлова"),
        ("в городе Орлов не бывал", ""),
        ("улица Орлова узка", "Орлова"),
        ("the Orlov Administration said", "Orlov"),
        ("the Orlov Wednesday speech", "Orlov"),
        ("Горький вдруг умер", "Горький"),
        ("Толстая сама пришла", "Толстая"),
        ("Толстая промолчала", "Толстая"),
        ("Великий приніс хліба", "Великий"),
        ("Орлов-фактор сработал", "Орлов"),
        ("CEO Nordvik заявил об убытках", "Nordvik"),
    ],
)
def test_what_looks_so_and_is_the_place_or_person_is_a_mention(
    world: Matcher, text: str, expected: str
) -> None:
    assert found(world, text) == ([expected] if expected else [])


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202b", "\u2067"])
def test_marks_of_direction_are_no_part_of_a_word(mark: str) -> None:
    finds = finder(entry("m", "organisation", ru=("Министерство рыболовства",)))
    text = f"в {mark}Министерстве {mark}рыболовства{mark} сказали"
    assert found(finds, text) == [f"Министерстве {mark}рыболовства"]


@pytest.mark.parametrize(
    ("language", "term", "texts"),
    [
        ("ru", "Скрипали", ("Скрипалей", "Скрипалям", "Скрипалях")),
        ("ru", "Романовы", ("Романовых", "Романовым")),
        ("ru", "Стругацкие", ("Стругацких", "Стругацкими")),
        ("ru", "Клинтоны", ("Клинтонов", "Клинтонам")),
        ("ru", "Обамы", ("Обам", "Обамами")),
        ("ru", "семья Королёвых", ("семье Королёвых", "семьёй Королевых")),
        ("uk", "Скрипалі", ("Скрипалів", "Скрипалям")),
        ("uk", "Романови", ("Романових", "Романовим")),
        ("uk", "Клінтони", ("Клінтонів", "Клінтонами")),
        ("uk", "Зеленські", ("Зеленських", "Зеленським")),
    ],
)
def test_a_family_declines_in_the_plural(language: str, term: str, texts: tuple[str, ...]) -> None:
    finds = matcher([Entry("f", "person", {language: (Term(term),)})], cache=False)
    for text in texts:
        assert found(finds, text) == [text]


def test_initials_of_two_given_names_and_of_one_with_a_patronymic() -> None:
    finds = finder(entry("t", "person", ru=("Жан-Поль Орлов", capital("Орлов"))))
    for name in (
        "Ж.-П. Орлов",
        "Ж. П. Орлов",
        "Ж. К. Орлов",
        "Жан Орлов",
        "Жан-Поль Кириллович Орлов",
    ):
        assert found(finds, name) == [name]
    for name in ("К. П. Орлов", "Анри Орлов"):
        assert found(finds, name) == []


def test_an_abbreviation_with_points_has_a_plural() -> None:
    finds = finder(entry("m", "concept", en=(short("MBA"),)))
    assert found(finds, "two M.B.A.s, an M.B.A. and MBAs") == ["M.B.A.s", "M.B.A.", "MBAs"]
