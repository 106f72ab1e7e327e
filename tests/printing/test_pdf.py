"""PDF: what it holds, in which order, for whom, and that no text can steer it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from reader import extras
from reader.briefings import bilingual
from reader.briefings.bilingual import Sheet
from reader.briefings.building import build as briefing
from reader.briefings.tree import Briefing
from reader.errors import ReaderError
from reader.language.interface import describe
from reader.library.builder import run_module
from reader.model import Dossier, Paragraph, Problem
from reader.printing import pdf, signs
from reader.printing.watch import NotWantedError, Watch
from tests.printing.samples import HOSTILE, Words, document, dossier

if not pdf.available():
    pytest.skip("needs the extra pdf (typst)", allow_module_level=True)

import pypdf


def tree(**changes: object) -> Briefing:
    article = document(**changes)
    return briefing(dossier(article), article, Words())


def in_russian() -> tuple[Briefing, Dossier]:
    shown = dossier()._replace(shown_in="ru", topics={"law": "Закон", "water": "Вода"})
    ours = document(
        title="Вода для мельницы",
        text="translation",
        paragraphs=(
            Paragraph("p1", "Мельница попросила воды."),
            Paragraph("p2", "В Длинном озере её хватит."),
        ),
    )
    return briefing(shown, ours, Words()), shown


def both() -> Sheet:
    russian, shown = in_russian()
    return bilingual.pair(tree(), russian, (dossier(), shown))


def read(*sheets: Sheet) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf.write(sheets)), strict=True)


def words(reader: pypdf.PdfReader) -> str:
    text = " ".join(page.extract_text() for page in reader.pages)
    return re.sub(r"\s+", " ", text)


def in_order(text: str, *parts: str) -> None:
    at = 0
    for part in parts:
        assert part in text[at:], part
        at = text.index(part, at) + len(part)


def bookmarks(outline: list[Any]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from bookmarks(item)
        else:
            yield item.title


def links(reader: pypdf.PdfReader) -> int:
    notes = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
    return sum(note["/Subtype"] == "/Link" for note in notes)


def root(reader: pypdf.PdfReader) -> Any:
    """The document's catalog: dictionaries of whatever stands there."""
    return reader.trailer["/Root"]


def tags(reader: pypdf.PdfReader) -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for part in node:
                walk(part)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append((node["/S"], node.get("/Lang")))
            walk(node.get("/K", pypdf.generic.NullObject()))

    walk(root(reader)["/StructTreeRoot"]["/K"])
    return found


def test_everything_stands_there_as_text_in_reading_order() -> None:
    in_order(
        words(read((tree(),))),
        "Water for the Mill",
        "The Gazette",
        "In brief",
        "The Mill will draw water from Long Lake.",
        "Claims",
        "Law",
        "The act allows it. [p1, p2]",
        "Water",
        "The Mill draws water. [p2]",
        "Participants",
        "Mill — the one who draws [p1]",
        "Events",
        "The act passes.",
        "The gate opens. [p2]",
        "Documents mentioned",
        "Canal Act",
        "Text: our paraphrase",
        "p1 The Mill asked for water.",
        "Glossary",
        "Canal Act A law.",
        "Long Lake (LL) The lake between the two towns.",
    )


def test_no_line_ends_in_a_short_word_and_a_number_stays_with_what_it_counts() -> None:
    text = "Лодка вошла в гавань 8 августа, и 31 рыбак вышел на берег с уловом: в порту о нём не знали. "
    made = read((tree(paragraphs=(Paragraph("p1", text * 30),)),))
    lines = [line.strip() for page in made.pages for line in page.extract_text().splitlines()]
    assert len([line for line in lines if "август" in line]) > 20
    ends = {re.split(r"\s", line)[-1] for line in lines}
    assert not ends & {"в", "и", "на", "с", "о", "не", "8", "31"}


def test_the_same_briefing_gives_the_same_bytes() -> None:
    assert pdf.write([(tree(),)]) == pdf.write([(tree(),)])


def test_its_metadata_are_title_and_language_and_nothing_of_the_moment() -> None:
    reader = read((tree(),))
    assert reader.metadata is not None
    assert reader.metadata.title == "Water for the Mill"
    assert reader.metadata.author is None
    assert reader.metadata.creation_date is None
    assert root(reader)["/Lang"] == "en"


def test_it_says_that_it_is_accessible_and_is_tagged() -> None:
    reader = read((tree(),))
    catalog = root(reader)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in catalog["/Metadata"].get_object().get_data()
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    names = [name for name, _language in tags(reader)]
    assert {"/Document", "/H1", "/H2", "/H3", "/P", "/L", "/LI", "/LBody", "/Link"} <= set(names)


def test_headings_are_bookmarks() -> None:
    assert list(bookmarks(read((tree(),)).outline)) == [
        "Water for the Mill",
        "In brief",
        "Claims",
        "Law",
        "Water",
        "Participants",
        "Events",
        "Documents mentioned",
        "Text: our paraphrase",
        "Glossary",
    ]


def test_citations_lead_to_the_passages_and_first_mentions_to_the_glossary() -> None:
    with_text = tree()
    cites = 2 + 1 + 1 + 1  # of the claims, the participant, the events
    entries = 3 + 1  # Mill, Long Lake; the participant's and the document's names
    assert links(read((with_text,))) == cites + entries
    assert links(read((with_text._replace(passages=()),))) == entries


def test_pages_are_numbered_and_later_ones_have_the_title_above() -> None:
    long = tree(paragraphs=tuple(Paragraph(f"p{n}", "Water is wet. " * 60) for n in range(1, 9)))
    pages = [page.extract_text() for page in read((long,)).pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, 1):
        assert re.search(rf"{number}\s*/\s*{len(pages)}", page)
        assert page.count("Water for the Mill") == 1


def test_russian_and_azerbaijani_letters_are_in_the_fonts_it_brings() -> None:
    text = "«Ёлка» № 1 — ə Ə ş Ş ğ ı İ ç ö ü … ’ “” ← −"
    shown = words(read((tree(paragraphs=(Paragraph("p1", text),)),)))
    assert text in shown


def test_hostile_text_comes_out_as_the_characters_that_it_is() -> None:
    article = tree(title=HOSTILE, paragraphs=(Paragraph("p1", HOSTILE + " \ue000 中 \U0001f600"),))
    shown = words(read((article,)))
    for part in ("<script>alert(1)</script>", '#read("/etc/', "*bold* _it_ `code`", "$x$ \\"):
        assert part in shown
    assert "root:" not in shown


def test_a_word_that_no_line_holds_is_broken_not_clipped() -> None:
    reader = read((tree(paragraphs=(Paragraph("p1", "щ" * 2000),)),))
    assert words(reader).replace(" ", "").count("щ") == 2000
    right = float(reader.pages[0].mediabox.right)
    ends: list[float] = []

    def visit(text: str, _matrix: Any, at: Any, _font: Any, size: float) -> None:
        if "щ" in text:
            ends.append(at[4] + size * 0.4 * text.count("щ"))

    for page in reader.pages:
        page.extract_text(visitor_text=visit)
    assert ends
    assert max(ends) < right


def test_two_languages_stand_side_by_side_each_in_its_own() -> None:
    reader = read(both())
    in_order(
        words(reader),
        "Water for the Mill",
        "Вода для мельницы",
        "In brief",
        "Коротко",
        "Claims",
        "Утверждения",
        "The Mill asked for water.",
        "Мельница попросила воды.",
        "Long Lake (LL)",
        "Длинное озеро",
    )
    assert {"ru"} == {language for _tag, language in tags(reader) if language}
    assert list(bookmarks(reader.outline))[:2] == ["Water for the Mill", "In brief"]


def test_what_both_languages_have_in_the_same_words_stands_there_once() -> None:
    article = document(id=None, summary=None)
    one, two = (dossier(article)._replace(shown_in=language) for language in ("en", "ru"))
    sheet = bilingual.pair(
        briefing(one, article, Words()), briefing(two, article, Words()), (one, two)
    )
    assert words(read(sheet)).count("The Mill asked for water.") == 1


def test_a_paragraph_that_only_one_language_has_leaves_the_other_side_empty() -> None:
    russian, shown = in_russian()
    less = russian._replace(passages=russian.passages[1:])
    sheet = bilingual.pair(tree(), less, (dossier(), shown))
    assert [[p.id for p in row] for row in sheet[0].rows] == [["p1"], ["p2"]]
    assert [[p.id for p in row] for row in sheet[1].rows] == [[], ["p2"]]
    text = words(read(sheet))
    assert "The Mill asked for water." in text
    assert "Мельница попросила воды." not in text


def test_several_documents_have_contents_and_one_glossary() -> None:
    reader = read((tree(),), (tree(title="Water again"),))
    first = words(reader).split("2 / ")[0]
    in_order(first, "Two towns", "Water for the Mill", "Water again", "Glossary")
    assert words(reader).count("The lake between the two towns.") == 1
    assert [item.title for item in reader.outline if not isinstance(item, list)] == [
        "Two towns",
        "Water for the Mill",
        "Water again",
        "Glossary",
    ]


def test_the_contents_do_not_list_themselves() -> None:
    contents = read((tree(),), (tree(),)).pages[0].extract_text()
    assert contents.count("Two towns") == 1
    assert contents.count("Water for the Mill") == 2


def test_an_article_without_a_summary_is_its_text() -> None:
    article = document(id=None, summary=None)
    shown = words(read((briefing(dossier(article), article, Words()),)))
    in_order(shown, "There is no summary", "The Mill asked for water.", "Glossary")


def test_no_extra_is_one_line_that_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert not pdf.available()
    with pytest.raises(ReaderError) as error:
        pdf.write([(tree(),)])
    said = describe(error.value.problems[0])
    assert "\n" not in said
    assert extras.how_to_install("pdf") in said


# What is copied.


LINK = "https://example.org/news/2026/a_long-name.html?from=first&to=second#part-2"


def text_of(*paragraphs: str, **changes: object) -> list[str]:
    """The lines of an article's text."""
    article = tree(
        paragraphs=tuple(Paragraph(f"p{n}", t) for n, t in enumerate(paragraphs, 1)), **changes
    )
    text = "\n".join(page.extract_text() for page in read((article,)).pages)
    return text[text.index("Text: our paraphrase") :].split("\n")


@pytest.mark.parametrize(
    "word",
    [
        LINK,
        "infrastructure/transportation/telecommunications",
        "the—long—way—round—of—a—word—that—goes—on",
        "first.second.third.fourth@organisation.example",
        "0123456789abcdef" * 4,
        "some_name_that_runs_over_a_line_of_this_column_somewhere",
        "C:\\folder\\another\\one_more\\and-then-one\\file.name.txt",
        "щ" * 300,
    ],
)
def test_a_link_and_a_long_word_are_copied_as_they_are(word: str) -> None:
    lines = text_of("Water is wet. " * 5 + word + " and wet is water.")
    assert "\u200b" not in "".join(lines)
    assert word in re.sub("\xad?\n", "", "\n".join(line.rstrip(" ") for line in lines))


@pytest.mark.parametrize("before", range(0, 80, 7))
def test_a_link_ends_a_line_at_its_signs_only(before: int) -> None:
    lines = text_of("i " * before + f"see {LINK} for it")
    ended = [line.split()[-1] for line in lines if line.strip()]
    for last in (word for word in ended if len(word) > 1 and word in LINK):
        following = LINK[LINK.index(last) + len(last) :][:1]
        assert last[-1] in "/-?&=#" or following in ("", ".", "_")
        assert last not in ("https:", "https://")


def test_a_bookmark_of_a_long_word_is_that_word() -> None:
    title = f"About {LINK} " + "щ" * 70
    assert next(bookmarks(read((tree(title=title),)).outline)) == title


# What is hostile.


def test_thousands_of_marks_on_a_letter_are_cut_where_it_says_so_and_told() -> None:
    said: list[Problem] = []
    article = tree(paragraphs=(Paragraph("p1", "Letter а" + "\u0301" * 5000 + " and more"),))
    made = pdf.write([(article,)], Watch(say=said.append))
    text = pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text()
    assert f"‹combining marks left out: {5000 - signs.MOST_MARKS}›" in text
    assert "and more" in text
    assert [describe(problem) for problem in said] == [
        "PDF: There are more than 30 combining marks on one letter: 4970 were left out of the PDF, "
        "which says so in each place. Other formats have them all."
    ]


@pytest.mark.parametrize(
    "word", ["щ", "a\u0301", "\u1100", "\u0939\u094d", "👩\u200d", "水", "/", "‹"]
)
def test_a_word_of_thousands_of_letters_is_set_in_time(word: str) -> None:
    long = word * (3000 // len(word))
    article = tree(title=long, paragraphs=(Paragraph("p1", long),))
    assert pdf.write([(article,)]).startswith(b"%PDF")


class Endless:
    """A process in place of the typesetter, which never has done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.started: list[subprocess.Popen[bytes]] = []
        monkeypatch.setattr(pdf, "run_module", self.run)

    def run(self, *_arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(["/bin/sleep", "60"], stdout=subprocess.PIPE, **streams)
        self.started.append(process)
        return process


def test_what_takes_too_long_is_stopped_and_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    processes = Endless(monkeypatch)
    monkeypatch.setattr(pdf, "SECONDS", 0)
    with pytest.raises(ReaderError) as error:
        pdf.write([(tree(),)])
    said = describe(error.value.problems[0])
    assert said.startswith("PDF: Typesetting took more than 0 seconds and was stopped.")
    assert "\n" not in said
    assert processes.started[0].returncode is not None


def test_what_nobody_wants_any_more_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    processes = Endless(monkeypatch)
    asked = iter([False, True])
    with pytest.raises(NotWantedError):
        pdf.write([(tree(),)], Watch(lambda: next(asked)))
    assert processes.started[0].returncode is not None


def _that_fails(_module: str, *_arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
    script = "cat >/dev/null; printf 'first\\nsecond\\033[31m'; exit 1"
    return subprocess.Popen(["/bin/sh", "-c", script], stdout=subprocess.PIPE, **streams)


def _that_breaks(_module: str, *_arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
    return subprocess.Popen(["/bin/sh", "-c", "kill -SEGV $$"], stdout=subprocess.PIPE, **streams)


@pytest.mark.parametrize("typesetter", [_that_fails, _that_breaks])
def test_a_typesetter_that_breaks_is_one_line(
    monkeypatch: pytest.MonkeyPatch, typesetter: object
) -> None:
    monkeypatch.setattr(pdf, "run_module", typesetter)
    with pytest.raises(ReaderError) as error:
        pdf.write([(tree(),)])
    said = describe(error.value.problems[0])
    assert said.startswith("PDF: This cannot be typeset as PDF: ")
    assert said.isprintable()


def test_no_process_is_a_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_arguments: object, **_streams: object) -> subprocess.Popen[bytes]:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(pdf, "run_module", none)
    with pytest.raises(ReaderError) as error:
        pdf.write([(tree(),)])
    assert "Resource temporarily unavailable" in describe(error.value.problems[0])


def test_a_typesetter_ends_when_whoever_asked_for_it_has_ended() -> None:
    nobody = "1" if sys.platform != "linux" else "999999999"
    with run_module("reader.printing.typesetter", "60", nobody, stdin=subprocess.PIPE) as process:
        assert process.wait(30) == 1
