"""What the dossier's editors say of claims and add to a document is printed in every format."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest

from reader.briefings import added, bilingual
from reader.briefings.building import build as briefing
from reader.briefings.tree import Briefing, Claim, Line, Name
from reader.language.interface import translator
from reader.printing import formats
from tests.printing.samples import Words, document, dossier, told, written

TAG = "planned · Long Lake, as passed on by Mill"
SAID = (
    TAG,
    "laid down in a document · Mill · disputed: the fishermen dispute it",
    "Sources differ",
    "When it starts",
    "After The Gazette, 2 May 2024: It starts in May.",
    "After The Herald, 9 May 2024, p1, p4: It starts in June.",
    "Canal Act: It starts in spring. (Canal Act, section 3)",
    "Why it matters: The fish spawn in May.",
    "What happened next",
    "From the dossier’s editors, not from the article.",
    "1 June 2024 — The opening was announced. (The Mill, 1 June 2024; The Gazette, 2 June 2024)",
    "June 2024 — The gate was opened. (The Herald, 3 June 2024)",
    "Open questions",
    "Who pays for the gate?",
)
"""In this order, but for the claims, which stand by topic."""


def tree() -> Briefing:
    return briefing(dossier(), told(), Words())


def plain(name: str, *trees: Briefing) -> str:
    """What a format makes, as the words that are read."""
    if name == "pdf":
        from pypdf import PdfReader

        made = formats.by_name("pdf").write([trees], 80)
        assert isinstance(made, bytes)
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    else:
        text = written(name, trees)
    if name == "html":
        text = unescape(re.sub(r"<[^>]*>", "", re.sub(r"</(?:h\d|li|p|span)>", " ", text)))
    return re.sub(r"[\s\u00ad*\\]+", " ", text)


@pytest.mark.parametrize("name", ["text", "md", "html", "pdf"])
def test_every_format_has_all_of_it(name: str) -> None:
    text = plain(name, tree())
    for said in SAID:
        assert said in text, said
    places = [text.index(said) for said in SAID[2:9]]
    assert places == sorted(places)


@pytest.mark.parametrize("name", ["text", "md", "html", "pdf"])
def test_two_languages_have_it_in_either(name: str) -> None:
    first = tree()
    second = first._replace(language="ru")
    text = plain(name, *bilingual.pair(first, second, (dossier(), dossier())))
    for said in (
        TAG,
        "Источники расходятся",
        "Что было дальше",
        "От редакции досье, не из статьи.",
    ):
        assert said in text, said
    assert "намечено · Long Lake; передаёт Mill" in text


@pytest.mark.parametrize("name", ["text", "md", "html", "pdf"])
def test_without_any_nothing_is_said_of_it(name: str) -> None:
    text = plain(name, briefing(dossier(), document(), Words()))
    for said in ("Sources differ", "What happened next", "Open questions", "editors", "passed on"):
        assert said not in text


@pytest.mark.parametrize("name", ["text", "md", "html", "pdf"])
def test_claims_stand_under_the_ids_that_print_asks_for(name: str) -> None:
    assert re.search(r"\bc1 The Mill draws water", plain(name, tree()))


def test_a_side_of_the_document_itself_leads_to_its_paragraph() -> None:
    assert "It starts in May.[^p2]" in written("md", tree())
    assert re.search(
        r'It starts in May\.\xa0<span[^>]*>\[<a href="#paragraph-p2">', written("html", tree())
    )


def test_who_speaks_and_the_official_text_are_in_the_glossary() -> None:
    entries = {item.name.entry for item in briefing(dossier(), told(), None).glossary}
    assert {"lake", "canal"} <= entries


def test_chosen_claims_bring_the_notes_about_them() -> None:
    part = briefing(dossier(), told(), Words(), claims={"c2"})
    assert [note.id for note in part.notes] == ["planned"]
    assert part.discrepancies == ()
    assert "What happened next" in written("text", part)


def test_a_text_that_is_not_translated_says_so_in_its_place() -> None:
    view = told()
    (found,) = view.document.discrepancies
    missing = view.document._replace(
        discrepancies=(found._replace(untranslated=frozenset(("why",))),)
    )
    text = plain("text", briefing(dossier(), view._replace(document=missing), Words()))
    assert "The fish spawn in May. [not translated]" in text


def test_a_chain_of_speakers_is_passed_on_by_several() -> None:
    names = tuple(Name(id, id.title()) for id in ("ministry", "trend", "gazette"))
    assert added.speakers(names, str) == "Ministry, as passed on by Trend, Gazette"
    russian = translator("ru")
    assert added.speakers(names, russian) == "Ministry; передают Trend, Gazette"
    assert added.speakers(names[:1], russian) == "Ministry"
    assert added.speakers((), russian) == ""


def test_what_nobody_else_says_the_article_says_itself() -> None:
    claim = Claim("c1", "water", Line("The canal is full.", "en"), by_source=False)
    assert added.tag(claim, translator("ru")) == "сама статья"
    assert added.tag(claim._replace(by_source=True), translator("ru")) == ""
