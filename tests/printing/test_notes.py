"""A briefing with the reader's own notes, in every format."""

from __future__ import annotations

import io
import json

import pypdf
import pytest

from reader.briefings import building
from reader.briefings.bilingual import Sheet
from reader.briefings.tree import ReaderNote
from reader.printing import formats
from tests.printing.samples import HOSTILE, document, dossier
from tests.printing.test_html import Page
from tests.printing.test_schema import SCHEMA, errors, strict

NOTE = ReaderNote(
    "n1",
    "Ask the miller.\nAnd his wife?",
    "asked for\nwater",
    "Paraphrase, paragraph 1",
    ("check", "вода"),
    ("p1",),
    "2024-05-03T10:00:00+04:00",
)
SECOND = NOTE._replace(id="n2", text="Of a place that is lost.", cites=(), quotation="")


def sheet(*notes: ReaderNote) -> Sheet:
    return (building.build(dossier(), document())._replace(own_notes=notes),)


def written(name: str, *sheets: Sheet) -> str:
    text = formats.by_name(name).write(sheets, 80)
    assert isinstance(text, str)
    return text


def test_plain_text_has_a_section_of_them_at_the_end_of_the_document() -> None:
    text = written("text", sheet(NOTE, SECOND))
    assert text.index("Long Lake has enough of it.") < text.index("\nNotes\n─────\n")
    assert (
        "  “asked for water”\nAsk the miller.\nAnd his wife?\n"
        "  Paraphrase, paragraph 1 · #check #вода\xa0[p1]\n\nOf a place"
    ) in text


def test_markdown_cites_the_paragraph_in_a_footnote() -> None:
    text = written("md", sheet(NOTE))
    assert "## Notes\n\n> “asked for water”\n\nAsk the miller.\\\nAnd his wife?\n\n" in text
    assert "*Paraphrase, paragraph 1 · #check #вода*[^p1]" in text
    assert text.count("[^p1]:") == 1


def test_html_leads_from_a_note_to_its_paragraph() -> None:
    text = written("html", sheet(NOTE, SECOND))
    assert '<section class="notes">' in text
    assert (
        "<blockquote>“asked for water”</blockquote><p>Ask the miller.</p><p>And his wife?</p>"
        in text
    )
    page = Page(text)
    assert {href.removeprefix("#") for href in page.values("href")} <= set(page.values("id"))


def test_json_has_them_as_the_schema_says() -> None:
    shape = json.loads(written("json", sheet(NOTE, SECOND)))
    assert errors(shape, strict(SCHEMA)) == []
    assert list(shape)[-1] == "own_notes"
    assert [note["id"] for note in shape["own_notes"]] == ["n1", "n2"]
    assert "own_notes" not in json.loads(written("json", (building.build(dossier(), document()),)))


@pytest.mark.parametrize("sides", [1, 2])
def test_pdf_has_them_once_in_one_language_and_in_two(sides: int) -> None:
    made = formats.by_name("pdf").write([sheet(NOTE, SECOND) * sides], 80)
    assert isinstance(made, bytes)
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert text.count("Ask the miller. And his wife?") == 1
    assert "“asked for water”" in text
    assert "#check #вода [p1]" in text


@pytest.mark.parametrize("name", ["text", "md", "html", "json"])
def test_without_notes_there_is_no_section(name: str) -> None:
    plain = written(name, (building.build(dossier(), document()),))
    empty = written(name, sheet())
    if name == "json":
        assert json.loads(empty) == {**json.loads(plain), "own_notes": []}
    else:
        assert plain == empty


def test_a_hostile_note_is_its_characters() -> None:
    note = NOTE._replace(text=HOSTILE, quotation=HOSTILE, tags=(HOSTILE,))
    page = written("html", sheet(note))
    assert "<script" not in page
    assert "<img" not in page
    markdown = written("md", sheet(note))
    assert "![x]" not in markdown
    assert "<script" not in markdown.replace("\\<script", "")
    formats.by_name("pdf").write([sheet(note)], 80)
