"""An office or a document that many have is marked only where the text says whose it is."""

from __future__ import annotations

import pytest

from reader.model import Entry, Term
from tests.terms.glossaries import entry, finder, found, short

NORWAY = entry("norway", "place", ru=("Норвегия",), en=("Norway",))
CHILE = entry("chile", "place", ru=("Чили",), en=("Chile",))
UNITED_STATES = entry(
    "united-states",
    "place",
    ru=("Соединённые Штаты", short("США")),
    en=("United States", short("US")),
)
MINISTRY = entry(
    "ministry",
    "organisation",
    ru=(
        "Министерство рыболовства Норвегии",
        Term("Министерство рыболовства", of=("norway",)),
        Term("МРХ", type="abbreviation", of=("norway",)),
    ),
    en=(
        "Norwegian Fisheries Ministry",
        Term("Fisheries Ministry", of=("norway",)),
        Term("Ministry of Fisheries", of=("norway",)),
    ),
)
SECRETARY = entry(
    "secretary",
    "concept",
    ru=(Term("госсекретарь", of=("united-states",), alone=True),),
    en=(Term("Secretary of State", of=("united-states",), alone=True),),
)
TREATY = entry(
    "treaty",
    "document",
    ru=("Договор о треске и сёмге", Term("рыбный договор", of=("norway", "chile"))),
    en=("Cod and Salmon Treaty", Term("fish treaty", of=("norway", "chile"))),
)._replace(related=("envoy",))
ENVOY = entry("envoy", "person", ru=("Кнут Берг",), en=("Knut Berg",))
GLOSSARY = (NORWAY, CHILE, UNITED_STATES, MINISTRY, SECRETARY, TREATY, ENVOY)


def marked(text: str, entry: Entry) -> list[str]:
    """What is marked as ``entry`` in ``text``."""
    return [text[start:end] for start, end, id in finder(*GLOSSARY).spans(text) if id == entry.id]


@pytest.mark.parametrize(
    "text",
    [
        "Глава МРХ Норвегии ушёл.",
        "Норвежское Министерство рыболовства молчит.",
        "В норвежском МРХ это отрицают.",
        "Письмо из Министерства рыболовства Королевства Норвегия.",
        "Norway's Fisheries Ministry is silent.",
        "Norway’s Ministry of Fisheries is silent.",
        "The Ministry of Fisheries of the Kingdom of Norway is silent.",
        "He works for the Ministry of Fisheries of Norway.",
    ],
)
def test_the_owner_beside_it_makes_it_his(text: str) -> None:
    assert len(marked(text, MINISTRY)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "МРХ молчит.",
        "Глава МРХ Исландии ушёл.",
        "Исландское Министерство рыболовства молчит.",
        "МРХ ФРГ молчит, а Норвегия говорит.",
        "МРХ Перу молчит.",
        "The Fisheries Ministry is silent.",
        "Iceland's Fisheries Ministry is silent.",
        "The Icelandic Fisheries Ministry is silent.",
        "The UK Fisheries Ministry is silent, Norway is not.",
        "The Ministry of Fisheries of Iceland is silent.",
    ],
)
def test_without_its_owner_it_is_anybodys(text: str) -> None:
    assert marked(text, MINISTRY) == []


def test_what_the_text_has_established_holds_until_another_is_named() -> None:
    text = (
        "Министерство рыболовства Норвегии против. МРХ ждёт ответа. "
        "МРХ Исландии согласно. В МРХ довольны. Норвежское МРХ ждёт. МРХ стоит на своём."
    )
    assert len(marked(text, MINISTRY)) == 4


def test_an_office_that_usually_is_one_countrys_is_its_own_where_nothing_else_is_said() -> None:
    assert marked("Прибыл госсекретарь.", SECRETARY)
    assert marked("Прибыл госсекретарь Хиллари Смит.", SECRETARY)
    assert marked("Помощник госсекретаря по торговле прибыл.", SECRETARY)
    assert marked("The Secretary of State Jane Smith came.", SECRETARY)
    assert marked("On Monday U.S. Secretary of State Smith came.", SECRETARY)


@pytest.mark.parametrize(
    "text",
    [
        "Госсекретарь штата прибыл. Госсекретарь доволен.",
        "Госсекретарь американского штата прибыл.",
        "Госсекретарю своего штата он написал.",
        "Госсекретарь Пенсильвании прибыл.",
        "Госсекретарь Перу прибыл.",
        "Госсекретарь по торговле прибыл.",
        "Georgia's Secretary of State came.",
        "The Secretary of State for Wales came. The Secretary of State was tired.",
        "The Secretary of State of Ohio came.",
    ],
)
def test_an_office_of_another_is_another(text: str) -> None:
    assert marked(text, SECRETARY) == []


def test_a_document_of_several_is_theirs_where_the_sentence_names_them_all() -> None:
    assert marked("Норвегия и Чили подписали рыбный договор.", TREATY)
    assert marked("Norway and Chile have signed a fish treaty.", TREATY)
    assert marked("Рыбный договор везёт Кнут Берг.", TREATY)
    assert marked("Договор о треске и сёмге готов. Рыбный договор ждут.", TREATY)
    assert not marked("Норвегия и Дания подписали рыбный договор. Чили ждёт.", TREATY)
    assert not marked("Рыбный договор ждут.", TREATY)
    assert not marked("A fish treaty is late.", TREATY)


def test_a_pronoun_is_not_an_owner() -> None:
    other = "Peru's Secretary of State told us. Let us Secretary of State call."
    assert marked(other, SECRETARY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Пишет The Oslo Post.",
        "Репортёр Oslo Post Report молчит.",
        "Альбом Old Oslo вышел.",
        "The Oslo Times writes.",
    ],
)
def test_a_latin_name_in_a_longer_one_is_another(text: str) -> None:
    oslo = entry("oslo", "place", ru=("Осло",), en=("Oslo",))
    assert found(finder(oslo), text) == []


def test_a_latin_name_by_itself_is_found() -> None:
    firm = entry("firm", "organisation", ru=("Fjord",), en=("Fjord",))
    assert (
        len(found(finder(firm), "Акции Fjord выросли, Fjord Corp. довольна, The Fjord тоже.")) == 3
    )


def test_words_that_a_term_does_not_stand_beside_need_no_fuller_term() -> None:
    city = entry("city", "place", ru=(Term("Ольборг", not_after=("область",)),))
    assert len(found(finder(city), "В Ольборге, но не в области Ольборг.")) == 1


def test_in_a_text_of_the_dossier_a_term_is_its_own_until_another_is_named() -> None:
    parts = ["МРХ молчит.", "МРХ Исландии говорит.", "МРХ удивлено.", "Ждут рыбный договор."]
    glossary = finder(*GLOSSARY)
    at_home = glossary.in_paragraphs(parts, at_home=True)
    assert [[m.entry for m in found] for found in at_home] == [["ministry"], [], [], ["treaty"]]
    assert glossary.in_paragraphs(parts) == [[], [], [], []]


def test_adjectives_that_cldr_lacks_tell_whose_it_is() -> None:
    ministry = finder(
        entry("kazakhstan", "place", ru=("Казахстан",)),
        entry("mfa", "organisation", ru=(Term("МИД", "abbreviation", of=("kazakhstan",)),)),
    )
    assert found(ministry, "Казахстанский МИД не ответил.") == ["МИД"]
    assert found(ministry, "Пакистанский МИД не ответил.") == []
    office = finder(
        entry("niger", "place", en=("Niger",)),
        entry("pm", "person", en=("President of Niger", Term("president", of=("niger",)))),
    )
    assert found(office, "The Nigerian President left; the Chilean President stayed.") == []
    chile = finder(
        entry("chile", "place", en=("Chile",)),
        entry("pm", "person", en=("President of Chile", Term("president", of=("chile",)))),
    )
    assert found(chile, "The Chilean President left; the president slept.") == [
        "President",
        "president",
    ]


def test_an_office_in_a_body_is_not_a_countrys() -> None:
    office = finder(
        entry("chile", "place", ru=("Чили",)),
        entry("president", "person", ru=("президент Чили", Term("президент", of=("chile",)))),
    )
    text = "Президент Чили устал. Президент компании и президент футбольного клуба — нет."
    assert found(office, text) == ["Президент Чили"]


def test_a_prime_minister_is_an_office_and_whose_he_is_counts() -> None:
    office = finder(
        entry("norway", "place", en=("Norway",)),
        entry("pm", "person", en=(Term("Prime Minister", of=("norway",)),)),
        entry("king", "person", en=("George King",)),
    )
    assert found(office, "Italy's Prime Minister left.") == []
    assert found(office, "Norway's Prime Minister and G. King left.") == [
        "Norway",
        "Prime Minister",
        "G. King",
    ]
