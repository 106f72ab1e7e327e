"""Forms of Ukrainian terms, a class after the other, in sentences of their own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from reader import extras
from reader.model import Entry, EntryKind, Term
from reader.terms import dictionaries, remarks
from reader.terms.factory import matcher
from reader.terms.languages import registry
from reader.terms.query import WordQuery
from tests.terms.glossaries import found


def entry(kind: str, *terms: str, language: str = "uk") -> Entry:
    return Entry("e", cast("EntryKind", kind), {language: tuple(map(Term, terms))})


@pytest.mark.parametrize(
    ("kind", "term", "text", "mentions"),
    [
        # Nouns and adjectives, the vocative among the cases.
        ("concept", "угода", "Угодо! За угодами, в угоді, угод", "Угодо угодами угоді угод"),
        (
            "concept",
            "міністр",
            "Пане міністре, міністрові, міністрами",
            "міністре міністрові міністрами",
        ),
        (
            "concept",
            "атомна станція",
            "атомною станцією; атомних станцій",
            "атомною станцією|атомних станцій",
        ),
        (
            "concept",
            "газовий ринок",
            "на газовому ринку; газові ринки",
            "газовому ринку|газові ринки",
        ),
        (
            "concept",
            "малий і середній бізнес",
            "малого і середнього бізнесу",
            "малого і середнього бізнесу",
        ),
        ("concept", "вибори", "виборами, на виборах; вибір", "виборами виборах"),
        ("document", "договір про купівлю", "за договорами про купівлю", "договорами про купівлю"),
        # Letters that Russian lacks; apostrophes of every kind.
        ("concept", "м'яч", "м’ячем, м'ячі, мʼячів", "м’ячем м'ячі мʼячів"),
        ("concept", "зв’язок", "зв'язку, зв’язками", "зв'язку зв’язками"),
        ("place", "Кам'янець", "у Кам’янці, Кам'янцем", "Кам’янці Кам'янцем"),
        ("concept", "ґрунт", "у ґрунті, Ґрунтами", "ґрунті Ґрунтами"),
        # As the word before asks, and by the spelling of 2019 and before.
        ("concept", "вчитель", "добрий учителю, вчителями", "учителю вчителями"),
        ("concept", "проєкт закону", "за проектом закону", "проектом закону"),
        # Places.
        ("place", "Київ", "Києва, у Києві, Києве, над Києвом", "Києва Києві Києве Києвом"),
        ("place", "Львів", "у Львові, Львовом", "Львові Львовом"),
        ("place", "Азербайджан", "в Азербайджані, Азербайджанові", "Азербайджані Азербайджанові"),
        ("place", "Лахор", "з Лахора, у Лахорі", "Лахора Лахорі"),
        ("place", "Велика Британія", "Великою Британією", "Великою Британією"),
        ("place", "Африка", "в Африці", "Африці"),
        # People: a surname in -ко declines for men; vocative.
        (
            "person",
            "Петро Порошенко",
            "Петра Порошенка, Петре Порошенку",
            "Петра Порошенка|Петре Порошенку",
        ),
        ("person", "Володимир Зеленський", "із Володимиром Зеленським", "Володимиром Зеленським"),
        ("person", "Ольга Стефанішина", "Ользі Стефанішиній", "Ользі Стефанішиній"),
        (
            "person",
            "Ільгам Алієв",
            "Ільгамом Алієвим, Ільгаме Алієве",
            "Ільгамом Алієвим|Ільгаме Алієве",
        ),
        ("person", "Тереза Мей", "Терези Мей, Терезою Мей", "Терези Мей|Терезою Мей"),
        ("person", "Дональд Трамп", "Дональдові Трампу", "Дональдові Трампу"),
        # Abbreviations, and names in Latin letters.
        ("organisation", "МЗС", "МЗС і МЗСу", "МЗС МЗСу"),
        ("event", "Brexit", "після Brexit і Brexitу", "Brexit Brexitу"),
    ],
)
def test_a_term_is_found_in_its_forms(kind: str, term: str, text: str, mentions: str) -> None:
    expected = mentions.split("|") if "|" in mentions or " " in term else mentions.split()
    assert found(matcher([entry(kind, term)], cache=False), text) == expected


def test_a_womans_surname_in_ko_stays() -> None:
    her = entry("person", "Марія Шевченко")
    text = "Марію Шевченко, Марією Шевченко; Марії Шевченкові"
    assert found(matcher([her], cache=False), text) == ["Марію Шевченко", "Марією Шевченко"]


def test_another_with_the_same_surname_is_not_found() -> None:
    him = entry("person", "Петро Порошенко", "Порошенко")
    text = "Порошенка бачили; Марина Порошенко, пані Порошенко, Олексієм Порошенком, Порошенкові"
    assert found(matcher([him], cache=False), text) == ["Порошенка", "Порошенкові"]


def test_a_ministry_is_the_entrys_where_the_text_says_whose_it_is() -> None:
    country = Entry("ukraine", "place", {"uk": (Term("Україна"),)})
    bare = Term("МЗС", type="abbreviation", of=("ukraine",))
    full = Term("Міністерство закордонних справ України")
    ministry = matcher([country, Entry("e", "organisation", {"uk": (full, bare)})], cache=False)

    def its(text: str) -> list[str]:
        return [text[start:end] for start, end, id in ministry.spans(text) if id == "e"]

    assert its("МЗС України і МЗС Британії") == ["МЗС"]
    assert its("Українське МЗС мовчить. Турецьке МЗС заперечує.") == ["МЗС"]
    assert its("Міністерство закордонних справ України; МЗС чекає, а МЗС Польщі ні")[1:] == ["МЗС"]
    assert its("МЗС нічого не каже") == []


def test_a_bare_name_beside_other_words_is_another_charter() -> None:
    terms = (Term("Хартія партнерства"), Term("Хартія", case="capital", after_full=True))
    charter = matcher([Entry("e", "document", {"uk": terms})], cache=False)
    text = "Хартія партнерства. Хартію підписали. Хартія ООН, Олімпійська Хартія, Хартія про мови"
    assert found(charter, text) == ["Хартія партнерства", "Хартію"]


def test_one_noun_of_two_adjectives_is_found() -> None:
    party = entry("organisation", "Північна партія")
    text = "Між Південною та Північною партіями"
    assert found(matcher([party], cache=False), text) == ["Північною партіями"]


def test_words_of_a_query_are_found_in_every_form_where_the_text_is_ukrainian() -> None:
    text = "Об’єкти, обʼєктами; угодою"
    assert WordQuery("об'єкт", languages=("uk",)).matches([text]) == [[(0, 7), (9, 18)]]
    assert WordQuery("угода", languages=("uk",)).matches([text]) == [[(20, 26)]]


SCRIPT = """
from reader.model import Entry, Term
from reader.terms.factory import matcher
from reader.terms.languages import registry
from reader.terms.query import WordQuery
terms = {"ru": (Term("волна"),), "en": (Term("wave"),)}
matcher([Entry("e", "concept", terms)], cache=False).spans("волной, хвилею")
WordQuery("волна").matches(["волной"])
registry.load_dictionaries(("ru", "en"))
print(registry.pack("uk").dictionary_is_loaded())
"""


def test_no_dictionary_of_ukrainian_is_loaded_where_nothing_is_in_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


@pytest.fixture
def without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "installed", lambda: ())
    registry.pack.cache_clear()


@pytest.mark.usefixtures("without_the_extra")
def test_without_the_extra_a_term_is_found_as_written_and_the_extra_is_named() -> None:
    bridge = matcher([entry("concept", "міст")], cache=False)
    assert found(bridge, "Міст і мосту") == ["Міст"]
    (remark,) = remarks.about_forms(("uk", "ru", "en"), "en")
    assert remark.startswith("Ukrainian: ")
    assert extras.how_to_install("uk") in remark


def test_what_was_compiled_without_the_extra_is_made_anew_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    bridge = [entry("concept", "міст")]
    installed = dictionaries.installed()
    with monkeypatch.context() as before:
        before.setattr(dictionaries, "installed", lambda: ())
        registry.pack.cache_clear()
        assert found(matcher(bridge), "мосту") == []
    registry.pack.cache_clear()
    assert dictionaries.installed() == installed
    assert found(matcher(bridge), "мосту") == ["мосту"]
