"""What the words beside a name, and its other forms, say about whose it is."""

from __future__ import annotations

import pytest

from reader.terms.matcher import Matcher
from tests.terms.glossaries import capital, entry, finder, found, short


@pytest.fixture(scope="module")
def people() -> Matcher:
    return finder(
        entry("ann", "person", ru=("Анна Орлова", capital("Орлова"))),
        entry("leo", "person", ru=("Лев Коултер", capital("Коултер"))),
        entry(
            "joe", "person", ru=("Джо Уэллс", capital("Уэллс")), en=("Joe Wells", capital("Wells"))
        ),
        entry("will", "person", en=("Bill Rice", capital("Rice"))),
        entry("george", "person", en=("George W. Marsh", capital("Marsh"))),
        entry("cook", "person", en=("Henry Cook", capital("Cook"))),
        entry("may", "person", en=("Theresa May", capital("May"))),
        entry("novel", "person", ru=("Роман Гайкин", capital("Гайкин"))),
        entry("toro", "person", ru=("Гильермо дель Торо", "дель Торо")),
        entry("costa", "person", ru=("Антониу Кошта", capital("Кошта"))),
        entry("helen", "person", en=("Helen Shaw", capital("Shaw"))),
        entry("antonio", "person", en=("António Leal", capital("Leal"))),
        entry("smith", "person", ru=("Ядвига Коваль", capital("Коваль"))),
        entry("vova", "person", uk=("Володимир Гайко", capital("Гайко"))),
    )


@pytest.mark.parametrize(
    "text",
    [
        "тренера Орлова уволили",
        "заменили нападающего Орлова",
        "пел сеньор Орлова",
        "королева Коултер уехала",
        "сама Коултер молчит",
        "сеньорита Коултер молчит",
        "Рональд Уэллс молчит",
        "Ronald Wells waited",
        "Rice paddy owners wept",
        "Cook the onions slowly",
        "May I ask why?",
        "Бенисио дель Торо снимался",
        "Артур да Кошта-и-Силва правил",
        "Олесь Гайко мовчав",
        "Mr Shaw waited",
        "Ms Leal waited",
        "судью Коваля перевели",
        "бывшего акима Орлова задержали",
    ],
)
def test_another_with_the_name_is_not_marked(people: Matcher, text: str) -> None:
    assert found(people, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("актриса Орлова уехала", "Орлова"),
        ("судья Орлова уехала", "Орлова"),
        ("его Орлова знает", "Орлова"),
        ("сам Коултер молчит", "Коултер"),
        ("с Джозефом Уэллсом", "Джозефом Уэллсом"),
        ("Joseph Wells waited", "Joseph Wells"),
        ("William Rice waited", "William Rice"),
        ("George Walker Marsh won", "George Walker Marsh"),
        ("Rice said so", "Rice"),
        ("Rice never wept", "Rice"),
        ("Mr. Cook, too", "Cook"),
        ("Cook thinks so", "Cook"),
        ("May promised that", "May"),
        ("Ms Shaw waited", "Shaw"),
        ("Mr Leal waited", "Leal"),
        ("Мороза и Коваль ждали", "Коваль"),
        ("новый роман Гайкин писал", "Гайкин"),
        ("Гильермо дель Торо снимал", "Гильермо дель Торо"),
        ("фильмы дель Торо", "дель Торо"),
        ("Кошта и Силва", "Кошта"),
        ("з Вовою Гайком", "Вовою Гайком"),
    ],
)
def test_the_person_is_marked_whole(people: Matcher, text: str, expected: str) -> None:
    assert found(people, text) == [expected]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("First Amendment", "the First and Fourteenth Amendments", ["First"]),
        ("nuclear power plant", "nuclear and coal-fired power plants", ["nuclear"]),
        ("by-election", "by election day, a by-election", ["by-election"]),
        ("Article 105", "Articles 105 and 106", ["Articles 105"]),
        ("anti-dumping duty", "anti-dumping and countervailing duties", ["anti-dumping"]),
        ("ceasefire", "a cease-fire, two ceasefires", ["cease-fire", "ceasefires"]),
        ("G7", "the G-7, the G7 and G77, the G 7", ["G-7", "G7"]),
    ],
)
def test_an_english_term_in_a_list_or_with_a_hyphen(
    term: str, text: str, expected: list[str]
) -> None:
    assert found(finder(entry("t", "concept", en=(term,))), text) == expected


def test_a_ukrainian_term_shares_its_noun() -> None:
    finds = finder(entry("p", "concept", uk=("зовнішня політика",)))
    assert found(finds, "зовнішньої та внутрішньої політики") == ["зовнішньої"]


def test_a_given_name_may_be_spelt_otherwise_or_be_a_term_by_itself() -> None:
    finds = finder(
        entry("d", "person", ru=("Дэвид Коултер", capital("Коултер"))),
        entry("b", "person", ru=("Аасия Буланова", capital("Буланова"), capital("Асия"))),
    )
    assert found(finds, "с Девидом Коултером") == ["Девидом Коултером"]
    assert found(finds, "об Асии Булановой") == ["Асии Булановой"]


def test_an_abbreviation_before_a_place_is_not_a_given_name() -> None:
    finds = finder(entry("ussr", "place", ru=(short("СССР"),)))
    assert found(finds, "институт АН СССР закрыт") == ["СССР"]


def test_initials_are_no_abbreviation() -> None:
    finds = finder(entry("eu", "organisation", ru=(short("ЕС"),)))
    assert found(finds, "Е. С. Мельник уехал из Е. С. вчера") == ["Е. С."]


def test_a_verb_in_capitals_makes_the_country_a_word() -> None:
    finds = finder(entry("us", "place", en=(short("US"),)))
    assert found(finds, "a banner that reads LET US FARM, said the US envoy") == ["US"]
