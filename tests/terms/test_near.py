"""What is looked up in the built-in glossary is found, or something truly near, or nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from reader.dossiers.loader import load
from reader.dossiers.paths import builtin
from reader.language.keyboard import are_neighbours
from reader.language.words import fold
from reader.model import Entry
from reader.terms.lookup import LookUp
from reader.terms.near import MOST_NEAR, distance, sound
from tests.terms.glossaries import capital, entry

ENTRIES = load(builtin()).entries
LOOK_UP = LookUp(ENTRIES)


def _terms(found: Entry) -> set[str]:
    return {fold(term.text) for terms in found.terms.values() for term in terms}


@pytest.mark.parametrize(
    ("query", "id"),
    [
        # Terms, other names of theirs and abbreviations.
        ("Хартия", "charter"),
        ("устав", "charter"),
        ("ХСП", "charter"),
        ("срг", "strategic-working-group"),
        ("рабочая группа", "strategic-working-group"),
        ("Нахичевань", "nakhchivan"),
        ("нар", "nakhchivan"),
        ("МИД", "foreign-ministry"),
        ("mfa", "foreign-ministry"),
        ("US embassy", "us-embassy-baku"),
        ("Посольство США", "us-embassy-baku"),
        ("artificial intelligence", "artificial-intelligence"),
        ("AI", "artificial-intelligence"),
        ("возобновляемая энергетика", "renewable-energy"),
        ("TRIPP", "tripp"),
        ("Маршрут Трампа", "tripp"),
        ("Трамп", "trump"),
        ("the Charter", "charter"),
        # In other forms, in quotes, with other hyphens and spaces, in another order.
        ("среднего коридора", "middle-corridor"),
        ("«Маршрутом Трампа»", "tripp"),
        ("907\u2011я", "section-907"),
        ("907-й\u00a0поправкой", "section-907"),
        ("Section\u00a0907", "section-907"),
        ("карабахской", ""),
        ("Пашиняна Никола", "pashinyan"),
        ("counterterrorism", "counter-terrorism"),
        # Half typed.
        ("Меморандум", "mou"),
        ("waiver", "waiver-order"),
        ("зангез", "zangezur-corridor"),
        ("renew", "renewable-energy"),
        ("возобн", "renewable-energy"),
        ("энергетическая", "energy-security"),
    ],
)
def test_a_term_in_any_form_or_its_beginning_is_a_hit(query: str, id: str) -> None:
    if id:
        assert LOOK_UP.exact(query)
        assert LOOK_UP.find(query)[0].id == id
    else:
        assert not LOOK_UP.exact(query)


@pytest.mark.parametrize(
    ("query", "right", "near"),
    [
        # A part of a name, or several of what is one, is not the name: it is near it.
        ("энергетика", (), "renewable-energy"),
        ("энергетики", (), "renewable-energy"),
        ("рабочие группы", (), "strategic-working-group"),
        ("Рабочие группы", (), "strategic-working-group"),
        ("working groups", (), "strategic-working-group"),
        ("партнёрство", (), "strategic-partnership"),
        ("partnership", (), "strategic-partnership"),
        ("безопасность", (), "energy-security"),
        ("декларация", (), "joint-declaration"),
        ("corridor", (), "middle-corridor"),
        ("двусторонняя рабочая группа", (), "working-group-first-meeting"),
        # Other spellings, and slips.
        ("Акт в поддержку свободы", ("акт в поддержку свободы",), "freedom-support-act"),
        ("Закон в поддержку свободы", ("закон в поддержку свободы",), "freedom-support-act"),
        ("Срединный коридор", ("срединныи коридор",), "middle-corridor"),
        ("Zangazur corridor", ("zangazur corridor",), "zangezur-corridor"),
        ("Nakhijevan", ("nakhijevan",), "nakhchivan"),
        ("Choksi", ("choksi",), "choksy"),
        ("Нахичиванская АР", (), "nakhchivan"),
        ("Чокси Хушь", (), "choksy"),
        ("хартеи", (), "charter"),
        ("стратегичское партнерство", (), "strategic-partnership"),
        ("стратегическое партнёртсво", (), "strategic-partnership"),
        ("Memorandum off Understanding", (), "mou"),
        ("teritorial integrity", (), "territorial-integrity"),
        ("парафировали", (), "initialling"),
        # In the other keyboard layout, or the other alphabet.
        ("[fhnbz", (), "charter"),
        ("срфкеук", (), "charter"),
        ("yf[bxtdfym", (), "nakhchivan"),
        ("ghtpbltyn CIF", (), "president-of-us"),
        ("rjhbljh", (), "middle-corridor"),
        ("khartiya", (), "charter"),
        ("чартер", (), "charter"),
        ("трипп", (), "tripp"),
        ("sredniy koridor", (), "middle-corridor"),
        ("Zangezurskiy koridor", (), "zangezur-corridor"),
    ],
)
def test_what_is_near_is_suggested_until_it_is_a_term(
    query: str, right: tuple[str, ...], near: str
) -> None:
    found = LOOK_UP.find(query)
    if LOOK_UP.exact(query):
        # Someone has made it a term, or the beginning of one.
        assert any(term.startswith(fold(query)) for term in _terms(found[0]))
    else:
        assert not any(term in _terms(each) for each in ENTRIES for term in right)
        assert near in [each.id for each in found]
        assert len(found) <= MOST_NEAR


@pytest.mark.parametrize(
    "query",
    [
        *("ратификация", "ratification", "взаимный интерес", "Сюник", "Syunik", "Мегри", "Meghri"),
        *("суверенитет", "sovereignty", "Нагорный Карабах", "Nagorno-Karabakh", "Карабах", "Арцах"),
        *("Госдеп", "Государственный департамент", "State Department", "вице-президент США"),
        *("министр иностранных дел", "Арарат Мирзоян", "Стив Уиткофф", "Конгресс США"),
        *("Марко Рубио", "БТД", "АЧГ", "Декларация о независимости Армении", "логистика"),
        *("Хартия США — Армения", "Путь Трампа", "Дорога Трампа", "Trump corridor"),
        *("коридор Трампа", "Мегринский коридор", "отказ от применения раздела 907"),
        *("extension of waiver", "вейвер", "CiO", "FSA", "Washington accords"),
        *("Вашингтонские договорённости", "двусторонние контакты"),
    ],
)
def test_what_the_glossary_lacks_is_nothing_until_it_has_it(query: str) -> None:
    found = LOOK_UP.find(query)
    if LOOK_UP.exact(query):
        words = set(fold(query).split())
        assert any(words & set(term.split()) for term in _terms(found[0])) or any(
            term.startswith(fold(query)) for term in _terms(found[0])
        )
    else:
        assert len(found) <= MOST_NEAR
        for each in found:
            # All that was typed is a word of its, but for its ending or a slip.
            assert any(
                all(
                    any(distance(word, other) is not None for other in term.split())
                    for word in fold(query).split()
                    if len(word) > 3
                )
                for term in _terms(each)
            ), each.id


NONSENSE = (
    *("парламент", "выборы", "депутат", "война", "перемирие", "санкции", "экспорт", "импорт"),
    *(
        "инфляция",
        "бюджет",
        "валюта",
        "рубль",
        "доллар",
        "биржа",
        "акции",
        "облигации",
    ),
    *("налог", "пошлина", "таможня", "аэропорт", "вокзал", "трубопровод", "танкер", "флот"),
    *("армия", "генерал", "полковник", "ракета", "беспилотник", "взрыв", "пожар", "землетрясение"),
    *("погода", "футбол", "чемпионат", "школа", "университет", "больница", "вакцина", "вирус"),
    *("суд", "прокурор", "адвокат", "приговор", "тюрьма", "полиция", "журналист", "газета"),
    *("телеканал", "фильм", "театр", "музей", "книга", "писатель", "картошка", "молоко", "хлеб"),
    *("пшеница", "виноград", "кошка", "собака", "лошадь", "верблюд", "гора", "река", "озеро"),
    *("море", "пустыня", "Ирак", "Франция", "Германия", "Китай", "Индия", "Париж", "Москва"),
    *("Тегеран", "Путин", "Макрон", "ООН", "НАТО", "шмурдяк", "чебурашка", "йцукен", "ввфдлжыв"),
    *("parliament", "election", "ceasefire", "sanctions", "inflation", "budget", "airport"),
    *("tanker", "missile", "drone", "earthquake", "football", "championship", "university"),
    *("hospital", "vaccine", "prosecutor", "prison", "newspaper", "television", "weather"),
    *("river", "desert", "camel", "potato", "breakfast", "Paris", "Moscow", "Tehran"),
    *("France", "Germany", "China", "India", "Putin", "Macron", "Biden", "peaceful", "energetic"),
    *("qwerty", "asdfgh", "zxcvbn", "xyzzy", "foobar", "blorptang", "wug", "lance", "dance"),
    *("tread", "friend", "resort", "ministerial", "sectarian", "взлом", "крот", "ледокол"),
)
NEIGHBOURS = (
    *(
        "министр обороны",
        "министр финансов",
        "премьер-министр",
        "Верховный суд",
        "Европейский союз",
    ),
    *("экономический форум", "торговый представитель", "торговый центр", "частный дом"),
    *("частная школа", "цифровая подпись", "цифровой рубль", "искусственный спутник"),
    *("искусственное озеро", "южный полюс", "Южная Корея", "Северный Кавказ", "Дальний Восток"),
    *("стратегический резерв", "территориальные воды", "территориальная оборона"),
    *(
        "региональные выборы",
        "региональный бюджет",
        "транспортный налог",
        "беспрепятственный доступ",
    ),
    *("мирный атом", "энергетический кризис", "рабочий класс", "рабочий день", "906-я поправка"),
    *("Article 5", "defence minister", "finance minister", "Supreme Court", "European Union"),
    *("World Bank", "economic forum", "trade war", "private school", "digital signature"),
    *("artificial lake", "South Korea", "North Caucasus", "Far East", "East Germany"),
    *("strategic reserve", "territorial waters", "regional elections", "transport tax"),
    *("report card", "Section 908", "Amendment 13", "working class", "charter flight"),
)


@pytest.mark.parametrize("query", [*NONSENSE, *NEIGHBOURS])
def test_nonsense_and_what_has_only_a_word_in_common_find_nothing(query: str) -> None:
    assert LOOK_UP.find(query) == []


def _slips(text: str) -> Iterator[str]:
    """Yield a text with a slip of each kind in one of its longer words."""
    words = text.split()
    at = max(range(len(words)), key=lambda i: len(words[i]))
    word = words[at]
    place = random.Random(text).randrange(1, len(word) - 1)
    near = (c for c in "qwertyuiopasdfghjklzxcvbnmйцукенгшщзхъфывапролджэячсмитьбю")
    beside = next((c for c in near if are_neighbours(c, word[place].lower())), "")
    for changed in (
        word[:place] + word[place + 1 :],
        word[:place] + word[place] + word[place:],
        word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        word[:place] + beside + word[place + 1 :],
    ):
        yield " ".join([*words[:at], changed, *words[at + 1 :]])


def test_a_slip_in_a_term_of_some_length_finds_its_entry() -> None:
    count = missed = 0
    for each in ENTRIES:
        for terms in each.terms.values():
            for term in terms[:2]:
                if max(map(len, term.text.split())) < 6:
                    continue
                for slip in _slips(term.text):
                    count += 1
                    missed += each not in LOOK_UP.find(slip)[:MOST_NEAR]
    assert count > 500
    assert missed <= count * 0.02


def test_every_beginning_of_a_term_of_three_letters_finds_its_entry() -> None:
    for each in ENTRIES:
        for terms in each.terms.values():
            for term in terms:
                # An abbreviation with points is one before all of it is typed: U.S.-A
                first = min(3, len(term.text)) if "." not in term.text else len(term.text)
                for length in range(first, len(term.text)):
                    found = LOOK_UP.find(term.text[:length], limit=len(ENTRIES))
                    assert each in found, term.text[:length]


def test_a_query_with_no_hit_has_few_suggestions() -> None:
    entries = [entry(f"e{n}", "concept", ru=(f"северный залив {n}х",)) for n in range(9)]
    look_up = LookUp(entries)
    assert not look_up.exact("залив")
    assert len(look_up.find("залив")) == MOST_NEAR


def test_a_bare_name_is_found_in_the_singular_only() -> None:
    council = entry("council", "organisation", ru=("Совет рыбаков", capital("Совет")))
    assert LookUp([council]).exact("советы")  # nothing says whose it is
    ruled = council.terms["ru"][1]._replace(of=("lake",))
    one = council._replace(terms={"ru": (council.terms["ru"][0], ruled)})
    lake = entry("lake", "place", ru=("Озеро",))
    look_up = LookUp([one, lake])
    assert look_up.exact("совету")
    assert not look_up.exact("советами")
    assert look_up.find("советами") == [one]


@pytest.mark.parametrize(
    ("word", "other", "far"),
    [
        ("коридор", "коридор", 0),
        ("коридору", "коридор", 0.1),
        ("корридор", "коридор", 1),
        ("кордиор", "коридор", 1),
        ("коридо", "коридор", 0.1),
        ("кит", "кот", None),
        ("балка", "булка", 1),  # a vowel for another
        ("балка", "барка", None),
        ("907", "908", None),
        ("партия", "партнер", None),
        ("энергия", "энергетика", None),
    ],
)
def test_how_far_a_word_is_from_another(word: str, other: str, far: float | None) -> None:
    assert distance(word, other) == far


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("khartiya", "хартия"),
        ("Hartija".lower(), "хартия"),
        ("zangezurskiy", "зангезурский"),
        ("shchuka", "щука"),
    ],
)
def test_a_name_sounds_alike_in_either_alphabet(one: str, other: str) -> None:
    assert sound(one) == sound(other)
