"""What keeps a form of a term from being a mention."""

from __future__ import annotations

import pytest

from tests.terms.glossaries import after_full, capital, entry, finder, found, short

TRUMP = entry(
    "trump", "person", ru=("Дональд Трамп", capital("Трамп")), en=("Donald Trump", capital("Trump"))
)
MFA = entry("mfa", "organisation", ru=("Министерство иностранных дел", short("МИД")))
US = entry("us", "place", ru=(short("США"),), en=("United States", short("US")))
AI = entry("ai", "concept", ru=("искусственный интеллект", short("ИИ")), en=(short("AI"),))
CHARTER = entry(
    "charter",
    "document",
    ru=("Хартия стратегического партнёрства", after_full("Хартия")),
    en=("Charter on Strategic Partnership", after_full("Charter")),
)
PRESIDENT = entry("president", "person", ru=("президент США", "президент"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("МИДа и МИДом, но не мид и не Мидас", ["МИДа", "МИДом"]),
        ("МИД-а", ["МИД"]),
        ("МИ\u0301Д, М\u00adИД", ["МИ\u0301Д", "М\u00adИД"]),
        ("В МИДЕ СООБЩИЛИ ОБ ЭТОМ", ["МИДЕ"]),
        ("в министерстве иностранных дел", ["министерстве иностранных дел"]),
    ],
)
def test_an_abbreviation_keeps_its_case(text: str, expected: list[str]) -> None:
    assert found(finder(MFA), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US and us", ["US"]),
        ("CONTACT US TODAY FOR MORE", []),
        ("US AND BAKU SIGN", ["US"]),
        ("US-led, non-US", ["US", "US"]),
    ],
)
def test_a_word_in_capitals_is_no_abbreviation(text: str, expected: list[str]) -> None:
    assert found(finder(US), text) == expected


def test_a_person_and_a_place_need_a_capital() -> None:
    baku = entry("baku", "place", ru=("Баку",))
    assert found(finder(TRUMP, baku), "трамп плыл в баку, Трамп — в Баку, ТРАМП — в БАКУ") == [
        "Трамп",
        "Баку",
        "ТРАМП",
        "БАКУ",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мелания Трамп молчит", []),
        ("Дональд Трамп-младший", []),
        ("Donald Trump Jr. spoke", []),
        ("Дональд Трамп, старший вице-президент", ["Дональд Трамп"]),
        ("Donald Trump, senior adviser", ["Donald Trump"]),
        ("Президент Трамп и г-н Трамп", ["Трамп", "Трамп"]),
        ("госпожа Трамп", []),
        ("Д. Трамп, но не М. Трамп", ["Д. Трамп"]),
        ("Вчера Трамп и, сообщил он, Трампа", ["Трамп", "Трампа"]),
        ("Маршрут Трампа", ["Трампа"]),
        ("Eric Trump and President Trump", ["Trump"]),
        ("Trump’s plan", ["Trump"]),
        ("Трамп-то рад", ["Трамп"]),
    ],
)
def test_a_surname_beside_anothers_given_name_is_anothers(text: str, expected: list[str]) -> None:
    assert found(finder(TRUMP), text) == expected


def test_a_place_after_a_given_name_is_a_person() -> None:
    washington = entry("w", "place", en=("Washington",))
    assert found(finder(washington), "George Washington never saw Washington") == ["Washington"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Вице-президент США", []),
        ("экс-президент", []),
        ("Президент", ["Президент"]),
    ],
)
def test_a_prefix_makes_another_office(text: str, expected: list[str]) -> None:
    assert found(finder(PRESIDENT), text) == expected


def test_a_deputy_holds_another_office() -> None:
    minister = entry("minister", "person", en=("prime minister",))
    assert found(finder(minister), "the deputy prime minister and the prime minister") == [
        "prime minister"
    ]


def test_an_abbreviation_may_begin_a_compound() -> None:
    assert found(finder(AI), "ИИ-модель, AI-powered") == ["ИИ", "AI"]


def test_names_on_both_sides_of_a_dash_are_both_mentions() -> None:
    places = (entry("b", "place", ru=("Баку",)), entry("w", "place", ru=("Вашингтон",)))
    for dash in "–-—":
        assert found(finder(*places), f"Баку{dash}Вашингтон") == ["Баку", "Вашингтон"]


@pytest.mark.parametrize(
    "text",
    ["https://example.org/AI/AI", "AI@example.org", "file_AI", "AI_model", "AI.csv", "@AI"],
)
def test_an_identifier_holds_no_term(text: str) -> None:
    assert found(finder(AI), text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Хартия подписана", 0),
        ("Хартия стратегического партнёрства; роль будущей Хартии", 2),
        ("Хартией стратегического партнёрства. Хартия ООН", 1),
        ("Хартией стратегического партнёрства. Хартия о языках", 1),
        ("Хартией стратегического партнёрства. Олимпийская хартия", 1),
        ("Хартией стратегического партнёрства. Хартию стороны подписали", 2),
        ("The Charter on Strategic Partnership. The Charter of the United Nations", 1),
        ("The Charter on Strategic Partnership. The Charter was signed", 2),
        ("The Charter on Strategic Partnership. The Charter on Monday", 2),
    ],
)
def test_a_bare_name_counts_after_the_full_one_only(text: str, expected: int) -> None:
    assert len(found(finder(CHARTER), text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Charter flights and the charter’s charter flight", ["charter"]),
        ("A Chess Charter, the Charter", ["Charter"]),
        ("the Charter member", ["Charter"]),
        ("Хартия рейсов, рейсовая Хартия, Хартия", ["Хартия", "Хартия"]),
    ],
)
def test_a_bare_name_is_another_beside_the_words_that_its_term_lists(
    text: str, expected: list[str]
) -> None:
    charter = entry(
        "charter",
        "document",
        ru=("Хартия стратегического партнёрства", after_full("Хартия", not_before=("рейс",))),
        en=(
            "Charter on Strategic Partnership",
            after_full("Charter", not_before=("flight",), not_after=("chess",)),
        ),
    )
    full = "Charter on Strategic Partnership. "
    assert found(finder(charter), full + text)[1:] == expected


def test_the_words_of_one_term_say_nothing_of_another() -> None:
    first = entry("a", "document", en=("Trade Pact", after_full("Pact", not_before=("member",))))
    second = entry("b", "document", en=("Trade Accord", after_full("Accord")))
    text = "Trade Pact, Trade Accord: a Pact member, an Accord member"
    assert found(finder(first, second), text) == ["Trade Pact", "Trade Accord", "Accord"]


def test_the_full_name_may_stand_in_an_earlier_paragraph() -> None:
    parts = finder(CHARTER).in_paragraphs(["Хартия стратегического партнёрства", "О Хартии."])
    assert [[m.text for m in part] for part in parts] == [
        ["Хартия стратегического партнёрства"],
        ["Хартии"],
    ]
    assert parts[1][0].start == 2


def test_a_latin_name_among_russian_terms_needs_a_russian_line() -> None:
    report = entry("report", "organisation", ru=("Report",))
    assert found(finder(report), "Report says so\nПередаёт Report, Reportа") == [
        "Report",
        "Reportа",
    ]


def test_a_name_with_signs_needs_its_signs() -> None:
    languages = (
        entry("cpp", "concept", en=(short("C++"),)),
        entry("net", "concept", en=(short(".NET"),)),
    )
    assert found(finder(*languages), "C++, C, C#, .NET, NET") == ["C++", ".NET"]


@pytest.mark.parametrize("title", ["Mr.", "Dr.", "Sen.", "Lt.", "Lt. Col."])
def test_a_title_with_a_point_is_no_initial(title: str) -> None:
    assert found(finder(TRUMP), f"Yesterday {title} Trump spoke.") == ["Trump"]


def test_a_title_does_not_make_anothers_name_his() -> None:
    assert found(finder(TRUMP), "Dr. Rashid Trump and Mrs. Trump spoke.") == []


@pytest.mark.parametrize("text", ["Booker T. Washington", "Kerry Washington"])
def test_a_place_is_not_after_a_given_name_or_an_initial_after_one(text: str) -> None:
    place = entry("w", "place", en=("Washington",))
    assert found(finder(place), f"She met {text} there.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Case US-AZ-907 and part AZ-US-12", []),
        ("US-AZ talks, US-2026, a pro-US mood", ["US", "US", "US"]),
    ],
)
def test_nothing_is_found_in_the_number_of_a_document(text: str, expected: list[str]) -> None:
    assert found(finder(US), text) == expected


@pytest.mark.parametrize(
    "text", ["/data/Трамп/a", "site.org/Трамп", "see a/Трамп/b.html", "Трамп.pdf", "./Трамп"]
)
def test_nothing_is_found_in_a_path_or_the_name_of_a_file(text: str) -> None:
    assert found(finder(TRUMP), f"Смотрите {text} здесь") == []


def test_a_slash_parts_two_names() -> None:
    assert found(finder(TRUMP, MFA), "/МИД/ встреча МИД/Трамп, и Трамп.Затем МИД") == [
        "МИД",
        "МИД",
        "Трамп",
        "Трамп",
        "МИД",
    ]


def test_who_is_for_or_against_somebody_names_him() -> None:
    assert found(finder(TRUMP), "Pro-Trump, anti-Trump; Анти-Трамп") == ["Trump", "Trump", "Трамп"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Л. Н. Толстой, Л.Н. Толстой, Л. Толстой, Лев Н. Толстой",
            ["Л. Н. Толстой", "Л.Н. Толстой", "Л. Толстой", "Лев Н. Толстой"],
        ),
        ("А. Н. Толстой, А.Н. Толстой, Н. Толстой, Иван Л. Толстой", []),
    ],
)
def test_of_two_initials_the_first_says_whose_name_it_is(text: str, expected: list[str]) -> None:
    writer = entry("w", "person", ru=("Лев Николаевич Толстой", capital("Толстой")))
    assert found(finder(writer), text) == expected


def test_a_word_in_capitals_has_a_capital() -> None:
    treaty = entry("t", "document", en=("New START",))
    assert found(finder(treaty), "a new start for New START, or New Start") == [
        "New START",
        "New Start",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Новак Джокович и Новака Джоковича", []),
        ("Новак сказал, Александр Новак Минэнерго", ["Новак", "Александр Новак"]),
    ],
)
def test_a_surname_may_be_anothers_given_name(text: str, expected: list[str]) -> None:
    who = entry("n", "person", ru=("Александр Новак", capital("Новак")))
    assert found(finder(who), text) == expected


def test_a_lieutenant_governor_is_no_governor() -> None:
    who = entry("g", "person", en=("governor",))
    assert found(finder(who), "a governor and a lieutenant governor") == ["governor"]


def test_a_double_given_name_is_anothers_too() -> None:
    diver = entry("c", "person", ru=("Жак-Ив Кусто", capital("Кусто")))
    text = "Жан-Мишель Кусто; Жака-Ива Кусто; эксперт-океанолог Кусто; Жак Кусто"
    assert found(finder(diver), text) == ["Жака-Ива Кусто", "Кусто", "Жак Кусто"]


@pytest.mark.parametrize(
    "text",
    [
        "They live in Apple Valley near Lincoln Center.",
        "Paris Hilton and Jordan Peterson came.",
        "Georgia O'Keeffe painted.",
        "In May and on 3 May, by the end of May, May 5.",
        "The Financial Times and the Los Angeles Times wrote.",
        "The King of Spain and a king.",
        "FC Georgia beat Inter Paris.",
    ],
)
def test_a_latin_name_with_more_beside_it_is_another(text: str) -> None:
    names = finder(
        entry("apple", "organisation", en=(capital("Apple"),)),
        entry("lincoln", "person", en=("Abraham Lincoln", capital("Lincoln"))),
        entry("may", "person", en=("Theresa May", capital("May"))),
        entry("king", "person", en=("Stephen King", capital("King"))),
        entry("times", "organisation", en=(capital("The Times"),)),
        *(entry(name.lower(), "place", en=(name,)) for name in ("Paris", "Jordan", "Georgia")),
    )
    assert found(names, text) == []


def test_a_latin_name_is_itself_beside_other_capitals() -> None:
    names = finder(
        entry("may", "person", en=("Theresa May", capital("May"))),
        entry("times", "organisation", en=(capital("The Times"),)),
        entry("georgia", "place", en=("Georgia",)),
    )
    text = "Georgia Governor Brian Kemp met May, and The Times asked May about Georgia."
    assert found(names, text) == ["Georgia", "May", "The Times", "May", "Georgia"]
    assert found(names, "Georgia Signs Deal") == ["Georgia"]


def test_a_town_called_as_a_man_is() -> None:
    town = finder(entry("vladimir", "place", ru=("Владимир",)))
    text = "Владимира Сорокина ждут во Владимире. Из Владимира Петров уехал. Владимир Петров устал."
    assert found(town, text) == ["Владимире", "Владимира"]
