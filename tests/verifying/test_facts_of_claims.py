"""What a claim says of numbers, times and names is held against its paragraph, in both languages."""

from __future__ import annotations

import pytest

from tests.verifying.conftest import Verify

PLANT = (
    "Станция мощностью 1,2 ГВт дала первый ток 25 апреля 2024 года в 6:20 по московскому времени. "
    "Строили её семь лет, обошлась она в 3,4 млрд рублей — вдвое дороже сметы, сообщил главный инженер "
    "Тимур Хасанов. Обе турбины сделали в Туле."
)
PORT = (
    "The port of Almeria handled 12 ships in the first quarter of 2024, a third of them tankers, "
    "harbour master Joan Stone-Reid said. Repairs to the 14.6-kilometre road will take six months."
)


@pytest.mark.parametrize(
    ("paragraph", "claim"),
    [
        (PLANT, "The 1200 MW plant produced its first power on 25 April 2024 at 03:20 GMT."),
        (PLANT, "В апреле 2024 года заработала станция на 1200 МВт."),
        (
            PLANT,
            "Chief engineer Khasanov said it had cost 3.4 billion rubles, double the estimate.",
        ),
        (PLANT, "По словам Хасанова, строительство заняло 7 лет."),
        (PLANT, "Both turbines were made in Tula."),
        (PORT, "В январе — марте 2024 года порт принял двенадцать судов, треть из них — танкеры."),
        (PORT, "Капитан порта Альмерия Джоан Стоун-Рид сообщила о ремонте дороги длиной 14,6 км."),
        (PORT, "The road of 14,600 metres will be repaired within half a year."),
        (
            "На бирке ящика написано «vessel 31m lock», и больше ничего.",
            "The label: vessel 31m lock.",
        ),
    ],
)
def test_what_a_paragraph_bears_out_is_no_finding(
    verify: Verify, paragraph: str, claim: str
) -> None:
    assert [finding.describe() for finding in verify(paragraph, claim).findings] == []


@pytest.mark.parametrize(
    ("paragraph", "claim", "code", "words"),
    [
        (PLANT, "The 1300 MW plant produced its first power in April 2024.", "number", "1300 MW"),
        (PLANT, "The plant cost 3.4 million rubles.", "number", "3.4 million rubles"),
        ("На ящике написано 131m.", "The label says vessel 31m lock.", "number", "31m"),
        (PLANT, "Станция обошлась в 3,4 млрд долларов.", "number", "3,4 млрд долларов"),
        (PLANT, "Станция обошлась втрое дороже сметы.", "number", "втрое"),
        (PLANT, "The plant started on 26 April 2024.", "time", "26 April 2024"),
        (
            PLANT,
            "The plant started on 25 April 2024 at 06:20 GMT.",
            "time",
            "25 April 2024 at 06:20 GMT",
        ),
        (PLANT, "Станция заработала с апреля 2023 года.", "time", "с апреля 2023 года"),
        (PLANT, "Строили станцию семнадцать лет.", "time", "семнадцать лет"),
        (PLANT, "Об этом сообщил Тимур Гасанов.", "name", "Тимур Гасанов"),
        (PLANT, "Timur Karimov said so.", "name", "Timur Karimov"),
        (PLANT, "Both turbines were made in Tver.", "name", "Tver"),
        (PORT, "Порт принял двадцать судов.", "number", "двадцать"),
        (PORT, "Half of the ships were tankers.", "number", "Half"),
        (
            PORT,
            "Во втором квартале 2024 года порт принял 12 судов.",
            "time",
            "втором квартале 2024 года",
        ),
        (PORT, "По словам Джоан Рид-Смит, дорогу отремонтируют.", "name", "Джоан Рид-Смит"),
    ],
)
def test_what_is_changed_is_a_finding_with_its_words(
    verify: Verify, paragraph: str, claim: str, code: str, words: str
) -> None:
    verdict = verify(paragraph, claim)
    assert (code, words) in [(finding.code, finding.text) for finding in verdict.findings]
    assert verdict.state == "failed"


def test_the_day_of_publication_is_known_of_every_paragraph(verify: Verify) -> None:
    said = "Накануне в порт пришёл танкер."
    assert verify(said, "The tanker arrived on 9 May 2024.", "2024-05-10").state != "failed"
    assert verify(said, "The tanker arrived on 8 May 2024.", "2024-05-10").state == "failed"
    assert verify(said, "В мае 2024 года пришёл танкер.", "2024-05-10").state != "failed"


def test_a_relative_time_without_a_day_of_publication_is_open(verify: Verify) -> None:
    assert (
        verify("Накануне в порт пришёл танкер.", "The tanker arrived on 9 May 2024.").state
        == "open"
    )


def test_a_claim_with_nothing_to_compare_is_open(verify: Verify) -> None:
    assert verify("The road is closed.", "Дорога закрыта.").state == "open"


def test_a_claim_of_other_words_than_its_paragraph_is_not_called_verified(verify: Verify) -> None:
    said = "Town mayor Anna Weber opened the library."
    assert verify(said, "Weber collects butterflies from abroad every winter.").state != "verified"
