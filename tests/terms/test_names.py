"""A person's name, whole as it is written: whose it is, and where it begins and ends."""

from __future__ import annotations

import pytest

from reader.terms.matcher import Matcher
from tests.terms.glossaries import after_full, capital, entry, finder, found


@pytest.fixture(scope="module")
def people() -> Matcher:
    return finder(
        entry(
            "m",
            "person",
            ru=("Тахир Керимов", after_full("Керимов")),
            en=("Tahir Karimov", after_full("Karimov")),
        ),
        entry(
            "n",
            "person",
            ru=("Николай Лунин", capital("Лунин")),
            en=("Nicholas Lunin", capital("Lunin")),
        ),
        entry(
            "s",
            "person",
            ru=("Генри Смит", capital("Смит")),
            en=("HG Smith", "H.G. Smith", capital("Smith")),
        ),
        entry("o", "person", ru=("Марина Орлова",), en=("Marina Orlova",)),
        entry("g", "person", ru=("Лев Игнатьевич Громов", capital("Громов"))),
        entry("f", "person", ru=("Франсуа Керимов",)),
        entry("i", "person", ru=("Фома Агаев",)),
        entry("h", "person", en=("Eleanor King",)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Лунин Вагиф",
        "Лунин В.",
        "Лунин В. А. выступил",
        "Лунин А.Г.",
        "Лунина Лейла",
        "Смит Мелания",
        "вручил Лунину Вагифу орден",
        "с Луниным Вагифом",
        "вручил Смит Мелании орден",
        "наградили Лунину Мехрибан",
        "Лунин, Вагиф",
        "Lunin, Heather",
        "Lunin, H. (1987)",
        "Smith, Usha",
        "Vagif and Lunin Heather.",
        "ЛУНИН ВАГИФ",
        "Лунин Андарбек Данильбекович",
        "Лунину Андарбеку Данильбековичу",
        "Андарбек Данильбекович Лунин",
        "Лунин Зохраб Муса оглы",
        "Зохраб Муса оглы Лунин",
        "Lunin Zohrab Musa oghlu",
        "Лунину Зульфугару вручили",
        "Лунин Зульфугар, директор",
        "Громов Лев Михайлович",
        "Лев Михайлович Громов",
        "Л. М. Громов",
        "Громов А. Н. Избранное",
        "вдова Орлова Лидия",
    ],
)
def test_a_surname_before_anothers_given_name_or_initial_is_anothers(
    people: Matcher, text: str
) -> None:
    assert found(people, text) == []


@pytest.mark.parametrize(
    "name",
    [
        "Лунин Николай",
        "Лунину Николаю",
        "Лунин Н.",
        "Луниным Н. П.",
        "Лунин Н.П.",
        "Лунин, Николай",
        "Lunin, Nicholas",
        "Lunin, N. P.",
        "ЛУНИН НИКОЛАЙ",
        "Николай Петрович Лунин",
        "Лунин Николай Петрович",
        "Луниным Николаем Петровичем",
        "Николай Муса оглы Лунин",
        "Лунину Николаю Муса оглы",
        "Николай Лунин Муса оглы",
        "Nicholas Musa oghlu Lunin",
        "Николай П. Лунин",
        "Nicholas P. Lunin",
        "Nicholas P Lunin",
        "Nicholas Howard Lunin",
        "Николай Говард Лунин",
        "Николай Мирзан Лунин",
        "Н. П. Лунин",
        "Н.Лунин",
        "Н.П.Лунину",
        "Smith, HG",
        "Smith, H.G.",
        "H. G. Smith",
        "М. С. Орлова",
        "М.С. Орловой",
        "Орлову М. С.",
        "Мариной Сергеевной Орловой",
        "Орлова Марина Сергеевна",
        "Marina S. Orlova",
        "Orlova, Marina",
        "Eleanor R. King",
        "Льва И. Громова",
        "Громова Льва Игнатьевича",
        "Громов Л. И.",
        "Лев Громов",
        "Керимову Франсуа",
        "Фомой Агаевым",
        "Агаеву Фоме",
    ],
)
def test_the_whole_name_is_the_mention_in_any_order(people: Matcher, name: str) -> None:
    assert found(people, f"Вот {name}; это он или она") == [name]


@pytest.mark.parametrize(
    "name",
    [
        "Тахир Муса оглы Керимов",
        "Керимов Тахир Муса оглы",
        "Керимов Тахир",
        "Керимову Т. М.",
        "Тахир М. Керимов",
        "Т. М. Керимов",
        "Tahir M. Karimov",
        "Karimov, Tahir",
        "T. Karimov",
    ],
)
def test_a_name_with_patronymic_or_initials_is_a_full_one(people: Matcher, name: str) -> None:
    assert found(people, f"{name}. Керимов добавил, Karimov added") == [name, "Керимов", "Karimov"]


@pytest.mark.parametrize(
    "text", ["Керимов Вагиф", "Р. Керимов", "Karimov, Rauf", "Вагиф Муса оглы Керимов"]
)
def test_anothers_full_name_lets_no_surname_count(people: Matcher, text: str) -> None:
    assert found(people, f"{text}. Керимов добавил, Karimov added") == []


@pytest.mark.parametrize(
    "text",
    ["А. С. Орлова", "Орлова А. С.", "Анна Орлова", "Орлова Анна", "Орлова сказала", "Орловы"],
)
def test_a_surname_that_is_no_term_counts_with_the_persons_own_name_only(
    people: Matcher, text: str
) -> None:
    assert found(people, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Лунин Вагифа наградил", "Лунин"),
        ("Президент Лунин Вагифу Мустафаеву вручил орден", "Лунин"),
        ("Лунин Дональда Туска встретил", "Лунин"),
        ("Лунину Мелания сказала", "Лунину"),
        ("по словам Лунина, Мелания дома", "Лунина"),
        ("как отметил Лунин, Вагиф начал", "Лунин"),
        ("According to Lunin, Melania is fine", "Lunin"),
        ("Lunin, Melania and Barron arrived", "Lunin"),
        ("Lunin, U.S. officials said", "Lunin"),
        ("Lunin, A. B. Carter and M. Rubio", "Lunin"),
        ("Против Лунина А. Иванов выступил с речью", "Лунина"),
        ("the Lunin Georgia case", "Lunin"),
        ("вдова Лунина Наина", "Лунина"),
        ("Лунин Иран посетил", "Лунин"),
        ("Уроженец Калининграда Н. Лунин", "Н. Лунин"),
        ("Николай Гумилёв Лунину ответил", "Лунину"),
        ("Лунины; Лунин", "Лунин"),
    ],
)
def test_a_name_beside_may_be_of_somebody_else_again(
    people: Matcher, text: str, expected: str
) -> None:
    assert found(people, text) == [expected]


def test_a_given_name_that_begins_a_paragraph_is_seen(people: Matcher) -> None:
    assert found(people, "слово\n\nМелания Лунина. слово\nВагиф Лунин") == []


@pytest.mark.parametrize("text", ["Лунина сказала", "слово\nЛунина сказала", "«Лунина сказала»"])
def test_a_womans_verb_makes_a_mans_surname_hers(people: Matcher, text: str) -> None:
    assert found(people, text) == []


def test_of_two_namesakes_the_initial_tells_which() -> None:
    both = finder(
        entry("a", "person", ru=("Анна Орлова", capital("Орлова"))),
        entry("m", "person", ru=("Марина Орлова", capital("Орлова"))),
    )
    text = "М. С. Орлова и Орлова А. П."
    assert [(each.entry, each.text) for each in both.mentions(text)] == [
        ("m", "М. С. Орлова"),
        ("a", "Орлова А. П."),
    ]


def test_of_two_people_of_one_name_the_one_named_in_full_is_meant() -> None:
    petrovs = finder(
        entry("ivan", "person", ru=("Иван Петров", capital("Петров"))),
        entry("oleg", "person", ru=("Олег Петров", capital("Петров"))),
    )

    def named(text: str) -> list[str]:
        return [id for _, _, id in petrovs.spans(text)]

    assert named("Олег Петров приехал. Петрову рады.") == ["oleg", "oleg"]
    assert named("Петров устал: Олега Петрова сменили.") == ["oleg", "oleg"]
    both = "Олег Петров и Иван Петров спорят. Петров победил. Звали Олега Петрова. Петров ушёл."
    assert named(both) == ["oleg", "ivan", "ivan", "oleg", "oleg"]
    assert named("Петров приехал.") == ["ivan"]
    told = petrovs.in_paragraphs(["Олег Петров приехал.", "Петрову рады."])
    assert [[m.entry for m in each] for each in told] == [["oleg"], ["oleg"]]


def test_an_unlisted_given_name_in_english() -> None:
    callas = finder(entry("callas", "person", en=("Maria Callas", capital("Callas"))))
    assert found(callas, "On stage stood Kaja Callas, and nobody knew Zorba Callas well.") == []
    text = "There Presidents Callas and Dame Callas, Team Callas; in Zagreb Callas sang for Callas."
    assert found(callas, text) == ["Callas"] * 5
    assert found(callas, "Tonight Reviews Callas") == ["Callas"]


def test_what_a_name_ends_with_from_the_surname_on() -> None:
    lula = finder(
        entry(
            "lula",
            "person",
            ru=("Луис Инасиу Лула да Силва", capital("Лула")),
            en=("Luiz Inácio Lula da Silva", capital("Lula")),
        )
    )
    text = "Lula da Silva met Lula; Луиса Инасиу Лулы да Силвы ждали, Лулу да Силву встретили."
    assert found(lula, text) == [
        "Lula da Silva",
        "Lula",
        "Луиса Инасиу Лулы да Силвы",
        "Лулу да Силву",
    ]
    assert found(lula, "da Silva, Silva, Антониу да Силва") == []
