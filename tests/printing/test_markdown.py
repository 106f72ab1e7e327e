from __future__ import annotations

import re
from html import escape as html_of

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import text
from markdown_it import MarkdownIt

from reader.briefings.building import build as briefing
from reader.language.sanitize import sanitize
from reader.printing.markdown import escape
from tests.printing.samples import HOSTILE, Words, document, dossier, written


def test_every_citation_has_its_footnote() -> None:
    text = written("md", briefing(dossier(), document(), Words()))
    used = set(re.findall(r"\[\^([\w-]+)\](?!:)", text))
    made = re.findall(r"(?m)^\[\^([\w-]+)\]:", text)
    assert used == set(made) == {"p1", "p2"}
    assert len(made) == 2


def test_a_footnote_gives_source_date_paragraph_and_its_text() -> None:
    text = written("md", briefing(dossier(), document()))
    assert "[^p1]: The Gazette, 2 May 2024, paragraph p1: The Mill asked for water." in text


def test_without_the_text_a_footnote_still_says_where() -> None:
    text = written("md", briefing(dossier(), document(), text=False))
    assert "[^p1]: The Gazette, 2 May 2024, paragraph p1." in text


def test_footnotes_of_several_documents_stay_apart() -> None:
    tree = briefing(dossier(), document())
    assert {"[^1-p1]:", "[^2-p1]:"} <= set(written("md", tree, tree).split())


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("12) no list", "12\\) no list"),
        ("- no list", "\\- no list"),
        ("+ no list", "\\+ no list"),
        ("--- no rule", "\\--- no rule"),
        ("> no quotation", "\\> no quotation"),
        ("    no code", "no code"),
        ("two\nlines", "two lines"),
        ("-5 °C and 2.5 %", "-5 °C and 2.5 %"),
        ("a [link](x) and <b>", "a \\[link\\](x) and \\<b\\>"),
        ("AT&amp;T", "AT\\&amp;T"),
        ("a_b*c`d", "a\\_b\\*c\\`d"),
    ],
)
def test_nothing_in_a_text_is_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@given(text(alphabet=st.one_of(st.sampled_from("\\`*_[]()<>&#-+=~|!.:1 \t\n\"'"), st.characters())))
def test_commonmark_shows_any_text_as_it_is(raw: str) -> None:
    loaded = sanitize(raw)
    shown = " ".join(loaded.split("\n")).replace("\t", " ").strip()
    rendered = MarkdownIt("commonmark").render(escape(loaded))
    expected = html_of(shown, quote=False).replace('"', "&quot;")
    assert rendered in ("", f"<p>{expected}</p>\n")


def test_hostile_text_is_a_heading_and_nothing_else() -> None:
    hostile = document(title=HOSTILE, summary=None, id=None, paragraphs=())
    html = MarkdownIt("commonmark").render(written("md", briefing(dossier(), hostile)))
    assert set(re.findall(r"<(\w+)", html)) <= {"h1", "ul", "li", "strong", "p"}
    assert "щ" * 2000 in html
