"""Quotations are exact, hedges are kept, and citations lead to the paragraph that says it."""

from __future__ import annotations

import pytest

from reader.model import Entry, Paragraph, Term
from reader.terms.factory import matcher
from reader.verifying.verifier import Claimed, Verifier
from tests.verifying.conftest import Verify

MAYOR = "«Мы не закроем школу до весны, — сказала мэр Анна Вебер. — Денег хватит всем». Расходы она назвала «скромными»."
BRIDGE = "The bridge may open in July, an official said. The ferry stopped in May. Tolls will fall in 2026."


@pytest.mark.parametrize(
    "claim",
    [
        "Вебер сказала: «Мы не закроем школу до весны».",
        "“We will not close the school before spring,” Weber said.",
        "Вебер назвала расходы «скромными».",
        "Weber called the costs “modest”.",
        "Вебер обещала: «Денег хватит всем».",
    ],
)
def test_a_quotation_and_its_translation_may_stand(verify: Verify, claim: str) -> None:
    assert verify(MAYOR, claim).state != "failed"


@pytest.mark.parametrize(
    "claim",
    [
        "Вебер сказала: «Мы закроем школу до весны».",
        "Вебер сказала: «Мы не закроем больницу до весны».",
        "Weber said: “We will close the school before spring.”",
        "Weber called the costs “excessive”.",
        "Вебер назвала расходы «чрезмерными».",
    ],
)
def test_a_quotation_of_other_words_is_found(verify: Verify, claim: str) -> None:
    assert "quote" in [finding.code for finding in verify(MAYOR, claim).findings]


def test_the_quotation_that_a_claim_stands_on_is_exact(verify: Verify) -> None:
    claim = "Школа останется открытой."
    assert verify(MAYOR, claim, quote="Мы не закроем школу до весны").findings == ()
    (finding,) = verify(MAYOR, claim, quote="Мы не закроем школу до осени").findings
    assert finding.code == "quote"


@pytest.mark.parametrize(
    ("claim", "codes"),
    [
        ("The bridge will open in July.", ["hedge"]),
        ("Мост уже открыли в июле.", ["hedge"]),
        ("Tolls fell in 2026.", ["hedge"]),
        ("The bridge may open in July.", []),
        ("Мост, возможно, откроют в июле.", []),
        ("Tolls are to fall in 2026.", []),
        ("The ferry stopped in May.", []),
    ],
)
def test_what_a_source_leaves_open_is_not_told_as_a_fact(
    verify: Verify, claim: str, codes: list[str]
) -> None:
    assert [finding.code for finding in verify(BRIDGE, claim).findings] == codes


def test_a_claim_that_says_how_firm_it_is_needs_no_hedge(verify: Verify) -> None:
    assert verify(BRIDGE, "Tolls fell in 2026.", status="planned").findings == ()


LAKE = Entry("lake", "place", {"ru": (Term("Длинное озеро"),), "en": (Term("Long Lake"),)})
GUARD = Entry(
    "guard",
    "concept",
    {"ru": (Term("смотритель озера"),), "en": (Term("keeper of the lake"),)},
    related=("orlov",),
)
ORLOV = Entry(
    "orlov",
    "person",
    {"ru": (Term("Пётр Орлов"),), "en": (Term("Peter Orlov"),)},
    related=("guard",),
)
PARAGRAPHS = [
    Paragraph("p1", "Воду мельнице дадут из Длинного озера, пишет «Вестник»."),
    Paragraph("p2", "Смотритель озера подписал разрешение 3 мая 2024 года."),
    Paragraph("p3", "Плотину построят каменщики из соседней деревни за четыре недели."),
]


@pytest.fixture(scope="module")
def towns() -> Verifier:
    entries = (LAKE, GUARD, ORLOV)
    return Verifier(
        PARAGRAPHS, matcher(entries, cache=False), entries, published="2024-05-10", line="Вестник"
    )


def codes(verifier: Verifier, text: str, *cites: str) -> list[str]:
    return [finding.code for finding in verifier.verify(Claimed("c1", text, cites)).findings]


def test_an_entry_is_named_in_either_language(towns: Verifier) -> None:
    assert codes(towns, "The mill will get water from Long Lake.", "p1") == []
    assert codes(towns, "The permit speaks of Long Lake.", "p2") == ["name"]


def test_an_office_stands_for_who_holds_it(towns: Verifier) -> None:
    assert codes(towns, "Peter Orlov signed the permit on 3 May 2024.", "p2") == []
    assert codes(towns, "Peter Orlov will give the mill water.", "p1") == ["name"]


def test_another_paragraph_that_fits_better_is_named(towns: Verifier) -> None:
    claim = "Плотину за четыре недели построят каменщики."
    verdict = towns.verify(Claimed("c1", claim, ("p3",)))
    assert verdict.findings == ()
    (finding,) = towns.verify(
        Claimed("c1", "Плотину построят каменщики из деревни.", ("p1",))
    ).findings
    assert (finding.code, finding.places[0].paragraph) == ("citation", "p3")


def test_form_is_looked_at_first(towns: Verifier) -> None:
    assert codes(towns, "Вода.", "p9") == ["form"]
    assert codes(towns, "Вода.") == ["form"]
    assert towns.uncited([("p1",), ("p3",)]) == ["p2"]


def test_what_editors_add_in_brackets_may_stand_anywhere_in_the_text(towns: Verifier) -> None:
    assert codes(towns, "Мельнице дадут воду [разрешение от 3 мая 2024 года].", "p1") == []
    assert codes(towns, "Мельнице дадут воду [разрешение от 4 мая 2024 года].", "p1") == ["time"]
