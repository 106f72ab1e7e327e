"""Both languages of a document together: what stands beside what, and what stands once."""

from __future__ import annotations

import json
import re

import pytest

from reader.briefings import bilingual
from reader.briefings.bilingual import Sheet
from reader.briefings.bilingual import build as sheet
from reader.language.cells import width
from reader.model import DocumentView, Dossier, Paragraph, Source
from tests.printing.samples import HOSTILE, Words, document, dossier, summary, written

CLAIMS = {"c1": "Мельница берёт воду.", "c2": "Закон это разрешает."}


def in_russian(title: str = "Вода для мельницы") -> DocumentView:
    english = summary()
    claims = tuple(claim._replace(text=CLAIMS[claim.id]) for claim in english.claims)
    return document(
        title=title,
        text="translation",
        text_language="ru",
        paragraphs=(
            Paragraph("p1", "Мельница попросила воды."),
            Paragraph("p2", "В Длинном озере её хватит."),
        ),
        summary=english._replace(gist="Мельница возьмёт воду.", claims=claims),
    )


def dossiers(title: str = "Water for the Mill") -> tuple[Dossier, Dossier]:
    russian = dossier(in_russian(title))._replace(shown_in="ru", topics={"law": "Закон"})
    return dossier(document(title=title)), russian


def both(title: str = "Water for the Mill", *, text: bool = True) -> Sheet:
    views = [document(title=title), in_russian(title)]
    return sheet(dossiers(title), views, Words(), text=text)


def test_the_dossiers_own_language_comes_first() -> None:
    assert bilingual.languages("ru", "en", ("ru", "en")) == ("ru", "en")
    assert bilingual.languages("ru", "ru", ("ru", "en")) == ("ru", "en")
    assert bilingual.languages("en", "ru", ("en", "ru")) == ("en", "ru")
    assert bilingual.languages("az", "en", ("az", "en")) == ("az", "en")


def test_beside_it_stands_one_that_the_dossier_has_before_one_that_it_has_not() -> None:
    assert bilingual.languages("ru", "uk", ("ru", "en")) == ("ru", "en")
    assert bilingual.languages("ru", "uk", ("ru", "uk", "en")) == ("ru", "uk")
    assert bilingual.languages("en", "uk", ("en",)) == ("en", "uk")


def test_what_says_the_same_stands_together() -> None:
    english, russian = both()
    for get in ("claims", "participants", "events", "documents", "passages", "glossary"):
        assert len(getattr(english, get)) == len(getattr(russian, get))
    assert [c.id for c in english.claims] == [c.id for c in russian.claims]
    assert [g.name.entry for g in english.glossary] == [g.name.entry for g in russian.glossary]


def test_an_original_stands_in_its_language_and_our_translation_beside_it() -> None:
    words = (Paragraph("p2", "The lake has plenty, said the Gazette."),)
    english, russian = sheet(
        dossiers(), [document(text="original", paragraphs=words), in_russian()], Words()
    )
    assert [[p.line.text for p in row] for row in english.rows] == [[], [words[0].text]]
    assert [p.line.text for p in russian.rows[1]] == ["В Длинном озере её хватит."]
    assert (english.text, russian.text) == ("original", "translation")


def test_text_has_the_second_language_under_the_first() -> None:
    text = written("text", both()).replace("\xa0", " ")
    assert "  c2  The act allows it. [p1, p2]\n      Закон это разрешает. [p1, p2]\n" in text
    assert "In brief · Коротко\n──────────────────\n" in text
    assert "• Canal Act\n" in text  # a name that is the same in both


@pytest.mark.parametrize("columns", [30, 80])
def test_no_line_of_text_is_wider_than_asked(columns: int) -> None:
    for line in written("text", both(HOSTILE), columns=columns).split("\n"):
        assert width(line) <= columns


def test_markdown_has_one_footnote_for_both_languages() -> None:
    text = written("md", both())
    assert (
        "- **c2** The act allows it.[^p1][^p2]\\\n  **c2** Закон это разрешает.[^p1][^p2]" in text
    )
    notes = re.findall(r"(?m)^\[\^(p\d)\]: ", text)
    assert notes == ["p1", "p2"]
    assert "The Mill asked for water.\\\n    " in text
    assert "Мельница попросила воды." in text


def test_html_says_the_language_of_either_side() -> None:
    page = written("html", both())
    pair = re.search(
        r'<div lang="en"><ul class="claims"><li><span class="number">c2</span> The act.*?</div>'
        r'<div lang="ru"><ul class="claims">.*?</div>',
        page,
        re.S,
    )
    assert pair is not None
    assert "Закон это разрешает." in pair[0]
    assert '<h2 class="pair"><span lang="en">In brief</span><span lang="ru">Коротко' in page


def test_html_citations_lead_to_the_passage_in_the_same_language() -> None:
    page = written("html", both(), both())
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'(?:href="#|aria-describedby=")([^"]+)"', page)) <= set(ids)
    claim = re.search(r'Закон это разрешает\..*?href="#([^"]+)"', page)
    assert claim is not None
    assert re.search(rf'id="{claim[1]}"[^>]*>.*Мельница попросила воды\.', page)


def test_html_of_hostile_text_has_no_element_of_its() -> None:
    page = written("html", both(HOSTILE))
    assert "<script" not in page
    assert "<img" not in page


def test_an_article_in_one_language_stands_there_once() -> None:
    article = document(id=None, summary=None, source=Source())
    alone = sheet(dossiers(), [article, article], Words())
    for format in ("text", "md", "html"):
        plain = re.sub(r"<[^>]*>", "", written(format, alone))
        assert plain.count("asked for water.") == 1


def test_json_has_a_summary_for_each_language() -> None:
    shapes = json.loads(written("json", both()))
    assert [(shape["id"], shape["language"]) for shape in shapes] == [
        ("water", "en"),
        ("water", "ru"),
    ]


def test_without_the_text_there_are_no_passages() -> None:
    assert "asked for water" not in written("text", both(text=False))


# Two texts whose paragraphs are not one to one.

LINKS = ((("p1", "p2"), ("p1",)), ((), ("p2",)))
"""The first of the Russian paragraphs says what both English ones do, and the second is alone."""


def aligned() -> Sheet:
    views = [document(), in_russian()]
    return sheet(dossiers(), views, Words(), links=LINKS)


def test_a_row_has_the_passages_of_each_side_that_are_linked() -> None:
    english, russian = aligned()
    assert [[p.id for p in row] for row in english.rows] == [["p1", "p2"], []]
    assert [[p.id for p in row] for row in russian.rows] == [["p1"], ["p2"]]


def test_an_excerpt_keeps_of_the_links_what_is_on_the_page() -> None:
    views = [document(), in_russian()]
    english, russian = sheet(dossiers(), views, Words(), claims=["c1"], links=LINKS)
    assert [[p.id for p in row] for row in english.rows] == [["p2"], []]
    assert [[p.id for p in row] for row in russian.rows] == [[], ["p2"]]


def test_text_has_the_passages_of_a_row_under_each_other_by_their_ids() -> None:
    text = written("text", aligned())
    assert text.endswith("grain.\n")
    passages = text[text.index("p1  ") : text.index("Glossary")]
    assert [line[:4] for line in passages.splitlines() if line[:1] == "p"] == [
        "p1  ",
        "p2  ",
        "p1  ",
        "p2  ",
    ]


def test_markdown_has_a_footnote_for_each_language_where_ids_are_not_the_same_paragraph() -> None:
    text = written("md", aligned())
    assert (
        "- **c2** The act allows it.[^p1][^p2]\\\n  **c2** Закон это разрешает.[^ru-p1][^ru-p2]"
        in text
    )
    assert re.findall(r"(?m)^\[\^([\w-]+)\]: ", text) == ["p1", "p2", "ru-p1", "ru-p2"]


def test_html_has_the_passages_of_a_row_in_one_cell() -> None:
    page = written("html", aligned())
    row = re.search(
        r'<div class="pair"><div lang="en"><p id="paragraph-p1".*?</div></div>', page, re.S
    )
    assert row is not None
    assert 'id="paragraph-p2"' in row[0]
    assert 'id="other-paragraph-p1"' in row[0]
    assert 'id="other-paragraph-p2"' not in row[0]
