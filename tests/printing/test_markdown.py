from __future__ import annotations

import re
import time
from html import escape as html_of
from html import unescape
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import text
from markdown_it import MarkdownIt

from reader.briefings.building import build as briefing
from reader.language.sanitize import sanitize
from reader.model import Paragraph
from reader.printing import annotated
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
    assert "[^p1]: Paraphrase, after The Gazette, 2 May 2024, paragraph p1: The Mill asked" in text
    text = written("md", briefing(dossier(), document(text="original")))
    assert "[^p1]: The Gazette, 2 May 2024, paragraph p1: The Mill asked for water." in text


def test_without_the_text_a_footnote_still_says_where() -> None:
    text = written("md", briefing(dossier(), document(), text=False))
    assert "[^p1]: Paraphrase, after The Gazette, 2 May 2024, paragraph p1." in text


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


# Addresses.

COMMONMARK = MarkdownIt("commonmark")
GFM = MarkdownIt("gfm-like")

PLAIN_ADDRESSES = (
    "https://example.org/a_b_c?x=1&y=2",
    "https://example.org/a__b?x=1&copy=2#part_3",
    "http://example.org/~user/file_name.html",
    "https://example.org/path_(of_two)/x",
    "https://example.org/%D0%B0_%D0%B1",
    "https://пример.рф/путь_два",
    "ftp://example.org/some_file",
    "www.example.org/a_b?x&y",
    "first_last@example.org",
    "urn+some://example/a_b",
    "file:///tmp/a_b",
)
ACTING_ADDRESSES = (
    "https://example.org/_foo_/x",
    "http://example.org/a*b*c",
    "https://example.org/$a$b",
    "https://example.org/a~b~c",
    "http://example.org/__init__.py",
)


@pytest.mark.parametrize("address", PLAIN_ADDRESSES)
@pytest.mark.parametrize("around", ["{}", "See {}.", "({}), {}", "{} and\n{}", "[a]({})", "«{}»"])
def test_an_address_stands_there_as_it_is_written(address: str, around: str) -> None:
    text = around.replace("{}", address)
    escaped = escape(text)
    assert escaped.count(address) == text.count(address)
    assert COMMONMARK.render(escaped) == f"<p>{html_of(' '.join(text.split(chr(10))))}</p>\n"


@pytest.mark.parametrize("address", [a for a in PLAIN_ADDRESSES if a.startswith("http")])
def test_what_makes_links_of_addresses_makes_the_right_one(address: str) -> None:
    for around in ("{}", "See {}.", "({})", "**{}**", "_{}_", "<{}>", "{}|{}"):
        html = GFM.render(escape(around.replace("{}", address)))
        places = [unquote(unescape(place)) for place in re.findall(r'href="([^"]*)"', html)]
        assert len(places) == around.count("{}")
        for place in places:
            assert place.replace("xn--e1afmkfd.xn--p1ai", "пример.рф") == unquote(address)


@pytest.mark.parametrize("address", ACTING_ADDRESSES)
@pytest.mark.parametrize("parser", [COMMONMARK, GFM], ids=["commonmark", "gfm"])
def test_an_address_that_would_act_stands_in_brackets(address: str, parser: MarkdownIt) -> None:
    assert escape(f"See {address}, please.") == f"See <{address}>, please."
    assert parser.render(escape(f"{address} {address}")) == (
        "<p>" + " ".join([f'<a href="{address}">{address}</a>'] * 2) + "</p>\n"
    )


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a&amp;b https://example.org/?a&copy;", "a\\&amp;b <https://example.org/?a&copy>;"),
        ("https://example.org/?a&copy;b", "https://example.org/?a\\&copy;b"),
        ("javascript://example/*x*", "javascript://example/\\*x\\*"),
        ("a _b_ https://example.org/c_d *e*", "a \\_b\\_ https://example.org/c_d \\*e\\*"),
        ("x@y *z*", "x@y \\*z\\*"),
    ],
)
def test_beside_and_inside_an_address_markup_is_data(text: str, escaped: str) -> None:
    assert escape(text) == escaped
    html = COMMONMARK.render(escaped)
    assert unescape(re.sub("<[^>]*>", "", html)).strip() == text


_PIECES = st.sampled_from(
    ["http://", "https://e.org/", "www.", "a@b.c", "_", "__", "*", "~", "~~", "&", "&amp;", "&#35;",
     "[", "](", ")", "(", "<", ">", "`", "|", "$", "\\", "!", " ", "a", "1", "/", ".", ";", "javascript:"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=25).map("".join))
def test_no_text_with_addresses_is_anything_but_text_and_links_to_them(text: str) -> None:
    shown = " ".join(text.split()).strip()
    for parser in (COMMONMARK, GFM):
        html = parser.render(escape(shown))
        assert set(re.findall(r"<(\w+)", html)) <= {"p", "a"}
        for scheme in re.findall(r'href="([^:"]*):', html):
            assert scheme in ("http", "https", "mailto")
    words = unescape(re.sub("</?(p|a)( [^>]*)?>", "", COMMONMARK.render(escape(shown)))).strip()
    assert words == shown


@pytest.mark.parametrize(
    "hostile", ["a-", "a.", "http://a/" + "x_", "www.", "a@", "http://", "http://a)", "&#"]
)
def test_escaping_takes_time_by_the_length_of_the_text(hostile: str) -> None:
    def seconds(times: int) -> float:
        begun = time.process_time()
        escape(hostile * times)
        return time.process_time() - begun

    assert seconds(40_000) < 30 * max(0.02, seconds(4_000))


def test_annotated_markdown_leaves_addresses_alone() -> None:
    article = "Long_Lake\n\nSee https://example.org/a_b_c?x=1&y=2 and _that_."
    text = annotated.write(article, [], dossier(), "md", "Title")
    assert "https://example.org/a_b_c?x=1&y=2 and \\_that\\_." in text


def test_a_summary_and_its_footnotes_leave_addresses_alone() -> None:
    link = "https://example.org/a_b_c?x=1&y=2"
    view = document(paragraphs=(Paragraph("p1", f"See {link}."), Paragraph("p2", "_that_")))
    text = written("md", briefing(dossier(view), view))
    assert f"See {link}." in text
    assert "\\_that\\_" in text
