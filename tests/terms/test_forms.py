"""Every form of a term is found, and no form of another word."""

from __future__ import annotations

import pytest

from reader.model import EntryKind
from tests.terms.glossaries import capital, entry, finder, found


@pytest.mark.parametrize(
    ("kind", "term", "text", "expected"),
    [
        ("concept", "северный ветер", "Северного ветра, о северных ветрах", 2),
        ("concept", "Большая двадцатка", "с Большой двадцаткой", 1),
        ("concept", "возобновляемый источник энергии", "возобновляемые источники энергии", 1),
        ("concept", "особо охраняемая территория", "на особо охраняемой территории", 1),
        ("concept", "курс валюты", "курсы валют и курсу валюты", 2),
        ("concept", "имя собственное", "имени собственного", 1),
        ("concept", "торговля и транзит", "торговлей и транзитом", 1),
        ("concept", "прилив и отлив", "приливов и отливов, приливу и отливу", 2),
        ("concept", "учёный совет", "учёных советов", 1),
        ("concept", "страна-участница", "стран-участниц, страной-участницей", 2),
        ("concept", "ножницы", "ножницами", 1),
        ("concept", "борьба с пылью", "борьбе с пылью; борьба за пыль", 1),
        ("organisation", "Верховный суд", "верховным судам", 1),
        ("organisation", "Эксон Мобил", "Эксон Мобила", 1),
        ("document", "907-я поправка", "907-й поправке, 907-ю поправку, поправке № 907", 3),
        ("document", "Поправка 12", "12-ю поправку, поправки №12", 2),
        ("organisation", "Газпром нефть", "Газпром нефти, Газпром нефтью", 2),
        ("concept", "малый и средний бизнес", "малого и среднего бизнеса", 1),
        ("concept", "биткоин", "биткоинов, биткоинами", 2),
        ("project", "Аполлон-11", "Аполлона-11, Аполлоном-11", 2),
        ("project", "Протон-М", "Протона-М", 1),
        ("project", "Северный поток-2", "Северного потока-2, Северному потоку — 2", 2),
        ("concept", "XX век", "В XX веке, конца XX века; XX веками", 3),
        ("event", "G7 саммит", "до G7 саммита, G7 саммитам", 2),
        ("concept", "Wi-Fi сеть", "без Wi-Fi сети, Wi-Fi сетью, Wi-Fi-сетям", 3),
        ("concept", "новая Wi-Fi сеть", "без новой Wi-Fi сети, новыми Wi-Fi сетями", 2),
        ("event", "II Мировая война", "после II Мировой войны, II Мировую войну", 2),
        ("document", "IV Женевская конвенция", "по IV Женевской конвенции", 1),
        ("event", "22-й G20 саммит", "22-го G20 саммита", 1),
        ("concept", "3D принтер", "на 3D принтере", 1),
        ("concept", "COVID-19 вакцина", "COVID-19 вакцинами", 1),
        ("concept", "Big Data анализ", "для Big Data анализа", 1),
        ("concept", "сериал HBO", "сериалами HBO", 1),
        ("concept", "VIP персона", "VIP персон, VIP-персоной", 2),
        ("person", "VIP персона", "для VIP персон, с VIP персоной", 2),
        ("person", "IT директор", "с IT директором, IT директоров", 2),
        ("place", "Ельцин Центр", "в Ельцин Центре, у Ельцин Центра", 2),
        ("organisation", "Ельцин Центр", "в Ельцин Центре, у Ельцин Центра", 2),
        ("place", "Крокус Сити Холл", "в Крокус Сити Холле", 1),
        ("organisation", "Милли Меджлис", "спикер Милли Меджлиса", 1),
        ("organisation", "Дойче банк", "в Дойче банке, с Дойче банком", 2),
        ("organisation", "АФ Медиа холдинг", "АФ Медиа холдингу", 1),
        ("place", "Лас Вегас", "в Лас Вегасе, из Лас-Вегаса", 2),
        ("place", "Газпром Арена", "на Газпром Арене", 1),
        ("concept", "ИИ модель", "ИИ модели, ИИ моделями", 2),
        ("concept", "бизнес план", "бизнес плана, бизнес-плану, бизнес планами", 3),
        ("concept", "веб сайт", "веб сайта, веб сайтов", 2),
        ("concept", "A/B тест", "в A/B тесте, A/B тестов", 2),
        ("concept", "A/B-тест", "A/B-теста, A/B-тестами", 2),
        ("place", "ж/д вокзал", "на ж/д вокзале", 1),
        ("place", "космодром Восточный", "космодрома Восточный, космодромом Восточным", 2),
        ("place", "улица Кирова", "улице Кирова, улицу Кирова", 2),
        ("place", "Ближний Восток", "на Ближнем Востоке", 1),
        ("place", "Республика Армения", "Республикой Армения, Республики Армении", 2),
        ("place", "Ростов-на-Дону", "из Ростова-на-Дону", 1),
        ("place", "Великие Луки", "в Великих Луках", 1),
        ("place", "Баку", "в Баку", 1),
        ("person", "премьер-министр", "премьер-министра, премьер-министрами", 2),
        ("person", "Уполномоченный по правам", "Уполномоченному по правам", 1),
        ("person", "министр финансов", "министрам финансов", 1),
        ("person", "глава МИД", "главы МИДа, главой МИД", 2),
        ("person", "Эммануэль Макрон", "Эммануэля Макрона, Эммануэлем Макроном", 2),
        ("person", "Лев Толстой", "Льву Толстому, Львом Толстым", 2),
        ("person", "Соната Коултер", "Сонаты Коултер, Сонатой Коултер", 2),
        ("person", "Мария Алиева", "Марии Алиевой", 1),
        ("person", "Ильхам Алиев", "Ильхамом Алиевым", 1),
        ("person", "Хуш Чокси", "Хушем Чокси", 1),
        ("person", "Тарас Шевченко", "Тараса Шевченко", 1),
        ("person", "Пётр Черных", "Петру Черных", 1),
        ("person", "Михаил Салтыков-Щедрин", "Михаила Салтыкова-Щедрина", 1),
        ("person", "Ким Чен Ын", "Ким Чен Ына", 1),
        ("person", "Урсула фон дер Ляйен", "Урсулу фон дер Ляйен", 1),
        ("person", "Людовик XIV", "Людовика XIV", 1),
    ],
)
def test_russian_forms(kind: EntryKind, term: str, text: str, expected: int) -> None:
    assert len(found(finder(entry("e", kind, ru=(term,))), text)) == expected


@pytest.mark.parametrize(
    ("kind", "term", "text"),
    [
        ("person", "Соната Коултер", "Сонаты Коултера"),
        ("person", "Ильхам Алиев", "Ильхамы Алиевы"),
        ("place", "Армения", "две Армений"),
        ("concept", "Большая двадцатка", "больший двадцатке"),
        ("concept", "совет директоров", "совет директора"),
        ("concept", "выборы", "выбор"),
        ("concept", "открытый код", "открытым ключом"),
        ("organisation", "МИД России", "МИД Россией"),
        ("concept", "XX век", "XIX века, века"),
    ],
)
def test_what_is_no_russian_form(kind: EntryKind, term: str, text: str) -> None:
    assert found(finder(entry("e", kind, ru=(term,))), text) == []


@pytest.mark.parametrize(
    ("kind", "term", "text", "expected"),
    [
        ("concept", "peace treaty", "peace treaties", 1),
        ("document", "Memorandum of Understanding", "Memoranda of Understanding", 1),
        ("concept", "crisis", "two crises", 1),
        ("concept", "antibodies", "an antibody", 1),
        ("concept", "normalization process", "normalisation processes", 1),
        ("concept", "co-operation", "cooperation, co-operation, co operation", 3),
        ("concept", "counterterrorism", "counter-terrorism, counter terrorism", 2),
        ("concept", "health care", "healthcare, health-care", 2),
        ("concept", "data centre", "data centers", 1),
        ("concept", "anaemia", "anemia", 1),
        ("concept", "research and development", "research & development", 1),
        ("person", "attorney general", "attorneys general", 1),
        ("person", "J. D. Vance", "JD Vance, J.D. Vance, J. D. Vance", 3),
        ("place", "U.S.", "the US, the U.S.", 2),
        ("place", "The Hague", "The Hague, in the Hague", 2),
        ("place", "Türkiye", "Turkiye", 1),
        ("document", "907th Amendment", "Amendment 907, Amendment No. 907", 2),
        ("organisation", "US Embassy", "the U.S. Embassy, the US embassy", 2),
        ("concept", "travelling salesman", "travelling salesmen", 1),
        ("project", "F-35", "two F-35s and an F-35", 2),
        ("document", "Decree No. 16", "Decree 16, Decree No 16, Decree No. 16", 3),
        ("concept", "COVID-19", "Covid-19, covid-19", 2),
        ("concept", "human", "humans, not humen", 1),
        ("concept", "oesophagus", "the esophagus", 1),
        ("person", "John King Jr.", "John King, Jr.; John King Jr.", 2),
        ("concept", "briefing", "two briefings", 1),
        ("concept", "internship", "both internships", 1),
        ("concept", "liability", "its liabilities", 1),
        ("concept", "witness", "the witnesses", 1),
        ("concept", "organism", "small organisms", 1),
        ("concept", "oligarch", "oligarchs", 1),
        ("concept", "research branch", "research branches", 1),
        ("concept", "axis", "the axes", 1),
        ("concept", "tax", "taxes, a tax", 2),
        ("concept", "taxes", "a tax, not a taxi", 1),
        ("concept", "soliloquy", "soliloquies", 1),
        ("concept", "dwarf planet", "dwarf planets", 1),
        ("concept", "dwarf", "dwarfs, dwarves", 2),
        ("concept", "lens", "lenses, a lens", 2),
        ("concept", "mongoose", "mongooses", 1),
        ("concept", "movies", "a movie", 1),
        ("concept", "take-off", "take-offs, takeoffs, two take offs", 3),
        ("concept", "looker-on", "lookers-on", 1),
        ("concept", "passer-by", "passers-by, passersby", 2),
        ("concept", "buy-in agreement", "buy-in agreements", 1),
        ("concept", "cul-de-sac", "culs-de-sac, cul-de-sacs", 2),
        ("concept", "coup d'état", "coups d'état, coup d’etat", 2),
        ("person", "mother-in-law", "mother-in-law", 1),
        ("concept", "heir apparent", "heirs apparent", 1),
        ("concept", "Ph.D.", "two PhDs, a PhD, a Ph.D.", 3),
        ("concept", "MSc", "an M.Sc. and an MSc", 2),
        ("concept", "travelled route", "a traveled route", 1),
        ("concept", "signaling system", "signalling systems", 1),
        ("concept", "sulfate", "sulphates", 1),
        ("concept", "floppy disc", "floppy disks", 1),
        ("concept", "whisky", "whiskies, whiskeys", 2),
    ],
)
def test_english_forms(kind: EntryKind, term: str, text: str, expected: int) -> None:
    assert len(found(finder(entry("e", kind, en=(term,))), text)) == expected


@pytest.mark.parametrize(
    ("kind", "term", "text"),
    [
        ("concept", "goods", "a good idea"),
        ("person", "Donald Trump", "Donald Trumps"),
        ("place", "Baku", "Bakus"),
        ("concept", "exercise", "exercize"),
        ("concept", "economics", "economic news"),
        ("concept", "controlled area", "a controled area"),
        ("concept", "state in crisis", "a state in crises"),
    ],
)
def test_what_is_no_english_form(kind: EntryKind, term: str, text: str) -> None:
    assert found(finder(entry("e", kind, en=(term,))), text) == []


def test_a_term_in_a_third_language_is_found_as_written() -> None:
    from reader.model import Entry, Term

    other = Entry("e", "concept", {"de": (Term("Zusammenarbeit"),)})
    assert found(finder(other), "die ZUSAMMENARBEIT") == ["ZUSAMMENARBEIT"]


def test_english_adjectives_share_a_noun() -> None:
    school = finder(entry("school", "concept", en=("primary school",)))
    assert found(school, "Primary and secondary schools got it.") == ["Primary"]
    assert found(school, "Primary and three schools; primary, old schools.") == []


def test_a_harbour_is_no_adjective() -> None:
    port = finder(entry("port", "place", ru=("порт Актау",)))
    assert found(port, "грузооборот порта Актау, в порту Актау") == ["порта Актау", "порту Актау"]


def test_an_unknown_given_name_of_a_man_may_end_as_a_womans() -> None:
    man = finder(entry("wood", "person", ru=("Элайджа Вуд", capital("Вуд"))))
    assert found(man, "Элайджу Вуда узнали, с Элайджей Вудом и Вуд") == [
        "Элайджу Вуда",
        "Элайджей Вудом",
        "Вуд",
    ]


def test_what_people_are_has_a_plural_in_english() -> None:
    prima = finder(entry("prima", "person", en=("prima ballerina",)))
    assert found(prima, "three prima ballerinas") == ["prima ballerinas"]
    assert found(finder(entry("smith", "person", en=("John Smith",))), "the John Smiths") == []
