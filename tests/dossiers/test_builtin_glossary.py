"""The glossary of the built-in dossier: its names find what they mean, its prose is well set."""

from __future__ import annotations

import re

import pytest

from reader.dossiers.loader import load
from reader.dossiers.paths import builtin
from reader.dossiers.translation import translated
from reader.terms.factory import matcher
from reader.terms.lookup import LookUp

RUSSIAN = load(builtin())
ENGLISH = translated(RUSSIAN, "en")
MATCHER = matcher(RUSSIAN.entries)
LOOK_UP = LookUp(RUSSIAN.entries, MATCHER)


def found(text: str, *, at_home: bool = False) -> list[tuple[str, str]]:
    (mentions,) = MATCHER.in_paragraphs([text], at_home=at_home)
    return [(each.text, each.entry) for each in mentions]


def definition(id: str, language: str) -> str:
    dossier = ENGLISH if language == "en" else RUSSIAN
    return next(each.definition for each in dossier.entries if each.id == id)


@pytest.mark.parametrize(
    ("query", "id"),
    [
        ("Нагорного Карабаха", "karabakh"),
        ("Карабах", "karabakh"),
        ("Artsakh", "karabakh"),
        ("суверенитета", "sovereignty"),
        ("Хартия США и Армении", "us-armenia-charter"),
        ("Хартия США — Армения", "us-armenia-charter"),
        ("US-Armenia Charter", "us-armenia-charter"),
        ("Госдеп", "state-department"),
        ("US Department of State", "state-department"),
        ("вице-президента США", "vice-president-of-us"),
        ("министры иностранных дел", "foreign-minister"),
        ("Арарат Мирзоян", "mirzoyan"),
        ("Стива Уиткоффа", "witkoff"),
        ("Виткофф", "witkoff"),
        ("Марко Рубио", "rubio"),
        ("ратификация", "ratification"),
        ("ratified", "ratification"),
        ("Сюника", "syunik"),
        ("Мегри", "meghri"),
        ("Конгресс США", "us-congress"),
        ("БТД", "btc"),
        ("Baku-Tbilisi-Ceyhan", "btc"),
        ("АЧГ", "acg"),
        ("Декларация о независимости Армении", "armenian-independence-declaration"),
        ("логистика", "logistics"),
        ("Вашингтонские договорённости", "washington-accords"),
        ("Акт в поддержку свободы", "freedom-support-act"),
        ("Закон в поддержку свободы", "freedom-support-act"),
        ("FSA", "freedom-support-act"),
        ("Срединного коридора", "middle-corridor"),
        ("Путь Трампа", "tripp"),
        ("коридор Трампа", "tripp"),
        ("Zangazur corridor", "zangezur-corridor"),
        ("Мегринский коридор", "zangezur-corridor"),
        ("extension of waiver of Section 907", "waiver-order"),
        ("отказ от применения 907-й поправки", "waiver-order"),
        ("отказ от применения раздела 907", "waiver-order"),
        ("waiver", "waiver-order"),
        ("Нахиджеван", "nakhchivan"),
        ("Nakhijevan", "nakhchivan"),
        ("CiO", "osce-chair"),
        ("рабочие группы", "charter-working-groups"),
        ("Khush Choksi", "choksy"),
        ("нефтегазовые возможности", "oil-and-gas-opportunities"),
    ],
)
def test_a_name_finds_its_entry(query: str, id: str) -> None:
    assert LOOK_UP.exact(query)
    assert LOOK_UP.find(query)[0].id == id


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("нерушимость её границ", "нерушимость её границ", "inviolability-of-borders"),
        ("inviolability of its borders", "inviolability of its borders", "inviolability-of-borders"),
        ("Ждут поправок к её конституции", "конституции", "armenian-constitution"),
        ("Министры парафировали проект", "парафировали", "initialling"),
        ("Посольство США: Вашингтон готов", "Посольство США", "us-embassy-baku"),
        ("The US embassy said", "US embassy", "us-embassy-baku"),
        ("Собралась двусторонняя рабочая группа", "двусторонняя рабочая группа",
         "strategic-working-group"),
    ],
)  # fmt: skip
def test_what_the_articles_say_in_passing_is_linked(text: str, name: str, id: str) -> None:
    assert (name, id) in found(text, at_home=True)


@pytest.mark.parametrize(
    "text",
    [
        "Apply for a visa waiver or a waiver of fees.",
        "Farmers asked Congress for help.",
        "The FSA fined two banks; BTC fell; ACG Corp. did not.",
        "They spoke of digital sovereignty.",
        "Talks on the Karabakh field; Karabakh FC won.",
        "Клуб «Карабах» выиграл, месторождение «Карабах» ждёт.",
        "Конгресс учителей открылся.",
        "Путь Трампа к власти был долгим.",
        "Заместитель министра иностранных дел приехал.",
        "The deputy foreign minister came.",
        "Старший вице-президент компании приехал.",
        "The Department of State Security searched the house.",
        "Washington accords between Congo and Rwanda",
        "Конституция и декларация о независимости.",
    ],
)
def test_what_only_looks_like_a_name_is_no_mention(text: str) -> None:
    new = {
        "waiver-order", "us-congress", "freedom-support-act", "btc", "acg", "sovereignty",
        "karabakh", "tripp", "foreign-minister", "vice-president-of-us", "state-department",
        "washington-accords", "armenian-constitution", "armenian-independence-declaration",
    }  # fmt: skip
    assert not [each for each in found(text) if each[1] in new]


def test_an_embassy_elsewhere_is_another() -> None:
    text = "Посольство США в Азербайджане молчит. Посольство США в Армении ответило."
    assert ("Посольство США", "us-embassy-baku") not in found(text)
    text = "The US embassy in Baku was silent. The US embassy in Georgia said so."
    assert ("US embassy", "us-embassy-baku") not in found(text)


@pytest.mark.parametrize(
    ("id", "russian", "english"),
    [
        # What an analyst would ask for first; each is in a public source.
        ("strategic-partnership", "с Арменией (14 января 2025 года)", "Armenia (14 January 2025)"),
        ("strategic-partnership", "приостанавливают", "suspended that partnership"),
        ("waiver-order", "21 июня 2022 года", "21 June 2022"),
        ("waiver-order", "меморандум президента", "presidential memorandum"),
        ("section-907", "законопроект о её отмене", "a bill to repeal it"),
        ("section-907", "не будет обращена против Армении", "offensive purposes against Armenia"),
        ("charter", "к 10 мая 2026 года", "by 10 May 2026"),
        ("defence-sales", "В полном тексте Хартии", "The full text of the Charter"),
        ("mou", "действует год", "in force for a year"),
        ("mou", "четыре", "lists four"),
        ("tripp", "49 лет", "49 years"),
        ("tripp", "должны соединить", "meant to join"),
        ("armenian-constitution", "референдум", "referendum"),
        ("joint-declaration", "ответными выгодами", "reciprocal benefits"),
        ("minsk-process", "Группу планирования высокого уровня", "High-Level Planning Group"),
        ("us-special-envoy", "по Ближнему Востоку", "to the Middle East"),
        ("us-chamber-of-commerce", "Госдепартаментом", "Departments of Commerce and State"),
        ("digital-development", "одним направлением", "one of the fields"),
        ("karabakh", "международно признанный", "internationally recognised"),
        ("karabakh", "этнической чистке, Баку это отрицал", "ethnic cleansing, which Baku denied"),
    ],
)
def test_a_definition_says(id: str, russian: str, english: str) -> None:
    assert russian in definition(id, "ru")
    assert english in definition(id, "en")


def test_related_entries_name_each_other() -> None:
    related = {each.id: set(each.related) for each in RUSSIAN.entries}
    assert [(a, b) for a, all in related.items() for b in all if a not in related[b]] == []


def test_quotes_are_those_of_print() -> None:
    straight = re.compile("[\"']")
    for dossier in (RUSSIAN, ENGLISH):
        assert [each.id for each in dossier.entries if straight.search(each.definition)] == []
    sources = [source for each in RUSSIAN.entries for source in each.source]
    assert [source for source in sources if straight.search(source)] == []


def test_the_five_are_articles() -> None:
    """“Documents” are the Charter, the Memorandum and the like."""
    for words in ("документах досье", "пяти документ", "документов досье"):
        assert [each.id for each in RUSSIAN.entries if words in each.definition] == []
    for words in ("dossier’s documents", "five documents", "documents of the dossier"):
        assert [each.id for each in ENGLISH.entries if words in each.definition] == []


def test_no_source_is_an_encyclopedia_that_anybody_edits() -> None:
    sources = [source for each in RUSSIAN.entries for source in each.source]
    assert [source for source in sources if "wikipedia" in source.lower()] == []
