from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

from reader.briefings import bilingual
from reader.briefings.building import build as briefing
from reader.model import Paragraph
from tests.printing.samples import HOSTILE, Words, document, dossier, summary, written

VOID = {"meta"}


class Page(HTMLParser):
    """The elements of a page: tags with attributes, ids, and whether everything is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def values(self, attribute: str) -> list[str]:
        return [value for _tag, attrs in self.elements if (value := attrs.get(attribute))]


def page(**changes: object) -> Page:
    made = Page(written("html", briefing(dossier(), document(**changes), Words())))
    assert made.open == []
    return made


def test_every_link_leads_to_a_place_on_the_page() -> None:
    made = page()
    links = made.values("href")
    assert links
    assert {link.removeprefix("#") for link in links} <= set(made.values("id"))
    assert set(made.values("aria-describedby")) <= set(made.values("id"))


def test_no_id_stands_twice_even_in_several_documents() -> None:
    tree = briefing(dossier(), document(), Words())
    ids = Page(written("html", tree, tree)).values("id")
    assert len(ids) == len(set(ids))


def test_a_term_has_its_names_and_definition_as_a_tooltip() -> None:
    titles = page().values("title")
    assert "Long Lake (LL). The lake between the two towns." in titles


def test_hostile_text_becomes_no_element() -> None:
    plain = {tag for tag, _ in page().elements}
    made = page(
        title=HOSTILE,
        paragraphs=(Paragraph('p"1<', HOSTILE), Paragraph("p2", HOSTILE)),
        summary=summary(),
    )
    assert {tag for tag, _ in made.elements} <= plain
    assert HOSTILE in made.words
    assert not [name for _, attrs in made.elements for name in attrs if name.startswith("on")]


def test_the_page_forbids_itself_everything_but_its_own_style() -> None:
    text = written("html", briefing(dossier(), document()))
    style = re.search(r"<style>(.*?)</style>", text, re.S)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in text
    assert "url(" not in style[1]
    assert not re.search(r"\bstyle=", text)


def test_without_the_text_citations_lead_nowhere_and_are_no_links() -> None:
    made = Page(written("html", briefing(dossier(), document(), Words(), text=False)))
    assert not [link for link in made.values("href") if "paragraph" in link]
    assert "[p1,\xa0p2]" in made.words


def test_a_line_in_another_language_says_which() -> None:
    half = document(language="ru", text="translation", untranslated=frozenset({"c1"}))
    tree = briefing(dossier(half)._replace(language="ru"), half)
    made = Page(written("html", tree))
    assert made.values("lang")[0] == "en"
    assert ("span", {"lang": "ru"}) in made.elements
    assert "(not translated)" in made.words


def test_what_belongs_together_stays_on_its_line_and_every_character_is_as_written() -> None:
    text = "Прибыла 31 лодка и 8 августа — ещё одна"
    made = written("html", briefing(dossier(), document(paragraphs=(Paragraph("p1", text),))))
    assert '<span class="whole">31 лодка</span>' in made
    assert '<span class="whole">и 8 августа —</span> ещё одна' in made
    assert ".whole { white-space: nowrap; }" in made


def test_a_short_word_before_a_link_stays_on_its_line() -> None:
    text = "It is a Mill of old."
    tree = briefing(dossier(), document(paragraphs=(Paragraph("p1", text),)), Words())
    link = (
        r'It is <span class="whole">a </span><a [^>]*><span class="whole">Mill</span></a> of old.'
    )
    assert re.search(link, written("html", tree))


def test_what_ends_an_ordinal_stays_on_its_line() -> None:
    made = page(language="ru", paragraphs=(Paragraph("p1", "907-я поправка, а не из-за 907"),))
    assert ("span", {"class": "whole"}) in made.elements
    assert "907-я поправка, а не из-за 907" in made.words


def test_in_two_languages_with_the_same_words_every_link_leads_somewhere() -> None:
    article = document()
    for second in (article, article._replace(language="ru")):
        one, two = (dossier(article)._replace(shown_in=language) for language in ("en", "ru"))
        sheet = bilingual.pair(
            briefing(one, article, Words()), briefing(two, second, Words()), (one, two)
        )
        for sheets in ((sheet,), (sheet, sheet)):
            made = Page(written("html", *sheets))
            places = made.values("id")
            assert len(places) == len(set(places))
            links = [link.removeprefix("#") for link in made.values("href")]
            assert any("other-" in link for link in links)
            assert set(links) <= set(places)
            described = [id for ids in made.values("aria-describedby") for id in ids.split()]
            assert set(described) <= set(places)
