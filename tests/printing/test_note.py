"""What the dossier's editors say of its texts stands at the head of whatever is printed."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from pypdf import PdfReader

from reader.briefings import bilingual
from reader.briefings.building import build
from reader.model import Source
from reader.printing import formats
from tests.printing.samples import document, dossier, written

NOTE = "Paraphrased by <the editors> & nobody else."
SAID = dossier()._replace(note=NOTE)


def page(*sheets: bilingual.Sheet) -> str:
    made = formats.by_name("pdf").write(list(sheets), 80)
    assert isinstance(made, bytes)
    return " ".join(" ".join(p.extract_text() for p in PdfReader(BytesIO(made)).pages).split())


def test_it_comes_first_and_once_in_every_format_for_a_person() -> None:
    tree = build(SAID, document())
    for made, shown in (
        (written("text", tree, tree), NOTE),
        (written("md", tree, tree), "> Paraphrased by \\<the editors\\> \\& nobody else."),
        (written("html", tree, tree), '<p class="note">Paraphrased by &lt;the editors&gt; &amp;'),
        (page((tree,), (tree,)), NOTE),
    ):
        assert made.count(shown) == 1
        assert made.index(shown) < made.index("Water for the Mill", made.index("<body") + 1 if "<body" in made else 0)  # fmt: skip


def test_json_has_it_in_each_object() -> None:
    assert json.loads(written("json", build(SAID, document())))["note"] == NOTE


def test_in_two_languages_it_stands_in_both() -> None:
    other = SAID._replace(note="Пересказано редакцией.", shown_in="ru")
    sheet = bilingual.build([SAID, other], [document(), document()])
    for made in (written("text", sheet), written("md", sheet), page(sheet)):
        assert "nobody else." in made
        assert "Пересказано редакцией." in made
    assert '<p class="note" lang="ru">Пересказано редакцией.</p>' in written("html", sheet)


def test_an_untranslated_one_says_so() -> None:
    tree = build(SAID._replace(note_untranslated=True), document())
    assert f"{NOTE} [not translated]" in written("text", tree)


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_an_article_that_is_not_of_the_dossier_has_none(name: str) -> None:
    article = document(id=None, summary=None, text="original")
    assert "Paraphrased by" not in written(name, build(SAID, article))


def test_headline_and_address_of_the_article_are_told_and_led_to() -> None:
    source = Source("The Gazette", "2024-05-02", headline="Mill to get water", url="https://gazette.example/a?b=1&c")  # fmt: skip
    tree = build(SAID, document(source=source))
    assert "the dossier’s; the publisher’s is “Mill to get water”" in written("text", tree)
    assert "https://gazette.example/a?b=1&c" in written("text", tree)
    assert '<a href="https://gazette.example/a?b=1&amp;c">' in written("html", tree)
    assert json.loads(written("json", tree))["source"]["headline"] == "Mill to get water"
    made = formats.by_name("pdf").write([(tree,)], 80)
    assert isinstance(made, bytes)
    links = [
        annotation.get_object()["/A"]["/URI"]
        for sheet in PdfReader(BytesIO(made)).pages
        for annotation in sheet.get("/Annots", ())
        if "/URI" in annotation.get_object().get("/A", {})
    ]
    assert links == ["https://gazette.example/a?b=1&c"]


def test_what_is_no_address_is_not_led_to() -> None:
    tree = build(SAID, document(source=Source("The Gazette", url="javascript:alert(1)")))
    assert '<a href="javascript' not in written("html", tree)
