"""Whatever is written or copied says whose text it is: a paraphrase is never the publisher's.

Every built-in document is read in both languages and in every format, as our paraphrase, as its
translation, and as an original beside that.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from reader.briefings import bilingual
from reader.briefings.bilingual import Sheet
from reader.briefings.publication import TEXT_KINDS, TEXT_LABELS
from reader.cli import layout
from reader.dossiers import paths
from reader.language import interface
from reader.library import texts
from reader.library.collection import Collection
from reader.model import PUBLISHERS
from reader.printing import formats
from reader.tui.app import ReaderApp
from reader.tui.screens.copying import cited
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text.pairs import SECOND
from reader.tui.widgets.text_view import TextView
from tests.tui.opened import WIDE, indexed, opened, original
from tests.tui.screens import screen_text

LANGUAGES = ("ru", "en")
DOCUMENTS = ("1news-2025-08-09", "trend-2025-12-19", "report-2025-12-20", "foreign-ministry-2026-02-10", "report-charter")  # fmt: skip
CITATIONS = ("text", "markdown", "csl-json", "bibtex")
AFTER = {"ru": r"[Пп]о статье", "en": r"[Aa]fter"}
LABELS = {
    "ru": {"edition": "Пересказ", "translation": "Перевод пересказа", "summary": "Сводка"},
    "en": {"edition": "Paraphrase", "translation": "Paraphrase, translated", "summary": "Summary"},
}
BESIDE = {
    "ru": "Перевод нашего пересказа (не этого текста)",
    "en": "Translation of our paraphrase (not of this text)",
}
OURS_OVER_HIS = {"ru": "Заголовок досье: ", "en": "Dossier’s headline: "}


@pytest.fixture
def _spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    interface.set_language(request.getfixturevalue("language"))
    yield
    interface.set_language("en")


def bare_byline(text: str, publisher: str | None) -> bool:
    """Tell whether a line, or what is quoted, is said to be the publisher's: “Report, 20 …”."""
    if publisher is None:
        return False
    name = re.escape(publisher)
    # A line that goes on is part of the one before.
    text = re.sub(r"\n {4,}(?=\S)", " ", text)
    day = r"(?:≈ )?(?:\d|date not given|дата не указана)"
    return re.search(rf"(?m)(?:^|[—>:\]] )\W*{name}(?:,| ·) {day}", text) is not None


def sheet(collection: Collection, id: str, *languages: str) -> Sheet:
    dossiers = [collection.in_language(code) for code in languages]
    views = [collection.view(id, code) for code in languages]
    return bilingual.build(dossiers, views, links=texts.links(views))


def written(sheets: Sheet, format: formats.Format) -> str:
    made = format.write([sheets], 100)
    if isinstance(made, bytes):
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)
    return made


def plain(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", text).replace("\\", "").replace("&#x27;", "'").split())


# What is written.


@pytest.mark.usefixtures("_spoken")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format", formats.available(), ids=lambda format: format.name)
@pytest.mark.parametrize("id", DOCUMENTS)
def test_no_format_gives_a_paraphrase_as_the_publishers(
    id: str, format: formats.Format, language: str
) -> None:
    collection = indexed(paths.builtin())
    (tree,) = printed = sheet(collection, id, language)
    text = written(printed, format)
    if format.name == "json":
        assert json.loads(text)["text"] == tree.text
        return
    kind = "edition" if language == "ru" else "translation"
    assert tree.text == kind
    assert interface.translator(language)(TEXT_KINDS[kind]) in plain(text)
    assert not bare_byline(text, tree.source.publisher)
    if format.name == "md":
        notes = re.findall(r"(?m)^\[\^[\w-]+\]: (.*)", text)
        assert notes
        assert all(note.startswith(LABELS[language][kind]) for note in notes)


@pytest.mark.parametrize("format", formats.available(), ids=lambda format: format.name)
def test_an_original_is_told_from_what_is_ours_beside_it(format: formats.Format) -> None:
    id = DOCUMENTS[2]
    collection = indexed(paths.builtin(), [original(id)])
    printed = sheet(collection, id, "ru", "en")
    text = written(printed, format)
    if format.name == "json":
        assert [shape["text"] for shape in json.loads(text)] == ["original", "translation"]
        return
    assert "Подлинная строка номер 1." in text
    if format.name == "md":  # what is cited stands in notes, each with whose it is
        (note,) = re.findall(r"(?ms)^\[\^p1\]: (.*?)\n\n", text)
        assert re.match(r"Report, .*\\\n    Paraphrase, translated, after Report, ", note)
        return
    heads = ("Текст издания (оригинал)", "Text: translation of our paraphrase (not of this text)")
    assert all(head in plain(text) for head in heads)
    if format.name == "text":  # and not one under the other, paragraph by paragraph
        ours = text.index(heads[1])
        assert text.index("Подлинная строка номер 6.") < ours


@pytest.mark.usefixtures("_spoken")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", DOCUMENTS)
def test_what_the_shell_shows_says_what_it_is(id: str, language: str) -> None:
    collection = indexed(paths.builtin())
    view, dossier = collection.view(id, language), collection.in_language(language)
    shown = layout.text(view, dossier, language)
    assert interface.translator(language)(TEXT_KINDS[view.text.kind]) in shown
    assert re.search(rf"(?m)^{AFTER[language]}\b", shown)
    assert not bare_byline(shown, view.document.source.publisher)
    rows = collection.rows(language, 0, len(collection))
    listed = layout.documents(dossier, rows, language)
    assert not any(
        re.search(rf"{id}  {re.escape(row.publisher)}", listed) for row in rows if row.publisher
    )
    assert len(re.findall(AFTER[language] + r"\b", listed)) == len(DOCUMENTS)


@pytest.mark.usefixtures("_spoken")
@pytest.mark.parametrize("language", LANGUAGES)
def test_our_headline_stands_over_an_original_as_ours(language: str) -> None:
    id = DOCUMENTS[2]
    collection = indexed(paths.builtin(), [original(id)])
    view, dossier = collection.view(id, "ru"), collection.in_language(language)
    shown = layout.text(view, dossier, language)
    title = view.document.title
    known = view.document.source.headline
    assert " ".join(shown.split()).startswith(known or OURS_OVER_HIS[language])
    his = view._replace(
        document=view.document._replace(
            source=view.document.source._replace(headline="Как было напечатано")
        )
    )
    shown = layout.text(his, dossier, language)
    assert shown.startswith("Как было напечатано\nReport · 20 ")
    assert title.split(":")[0] not in shown.split("\n")[0]


# What is on the screen, and what is copied from it.


def copies(app: ReaderApp, view: TextView) -> Iterator[tuple[str, str]]:
    settings = app.session.settings
    for format in CITATIONS:
        app.session.settings = settings._replace(citation_format=format)
        taken = cited(app.main.texts, view)
        assert taken is not None
        yield format, taken.text
    app.session.settings = settings


def fields(bibtex: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^  (\w+) = \{(.*)\},?$", bibtex))


def is_ours(format: str, text: str, publisher: str, language: str, label: str) -> None:
    """Hold a copy to be cited as the dossier's, with a word on what it is."""
    if format == "csl-json":
        for item in json.loads(text):
            named: Any = {k: item.get(k) for k in ("author", "container-title", "publisher")}
            assert publisher not in json.dumps(named, ensure_ascii=False)
            assert item["type"] == "document"
            assert item["note"].startswith(label)
        return
    if format == "bibtex":
        found = fields(text)
        assert text.startswith("@misc{")
        assert publisher not in found["author"] + found.get("journaltitle", "")
        assert found["note"].startswith(label)
        return
    line = source_line(text)
    assert line.startswith(f"{label}, ")
    before, _sign, _after = line.partition(publisher)
    assert re.search(rf"{AFTER[language]} $", before)


def is_publishers(format: str, text: str, publisher: str) -> None:
    if format == "csl-json":
        assert json.loads(text)[0]["container-title"] == publisher
    elif format == "bibtex":
        assert fields(text)["journaltitle"] == publisher
    else:
        assert source_line(text).startswith(f"{publisher}, ")


def source_line(text: str) -> str:
    return re.split(r"(?m)^(?:> )?— ", text.replace("\\", "").rstrip())[-1]


PUBLISHED = [id for id in DOCUMENTS if not id.startswith("foreign-ministry")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("id", PUBLISHED)
async def test_what_is_copied_of_a_paraphrase_is_cited_as_ours(id: str, language: str) -> None:
    async with opened(language, WIDE, document=id) as (app, pilot):
        shown = app.main.texts.view()
        assert shown is not None
        publisher, labels = shown.document.source.publisher or "", LABELS[language]
        for kind in (shown.text.kind, "edition" if language == "en" else "translation"):
            app.main.source.go_to("p2")
            for format, text in copies(app, app.main.source):
                is_ours(format, text, publisher, language, labels[kind])
            name = {"ru": "Текст", "en": "Text"}[language]
            assert re.search(rf"[ ━]{name} · {labels[kind]}━", screen_text(app))
            await pilot.press("v")
        app.main.summary.go_to("c1")
        for format, text in copies(app, app.main.summary):
            is_ours(format, text, publisher, language, labels["summary"])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_beside_an_original_each_column_says_what_it_is_and_is_cited_so(
    language: str,
) -> None:
    id = "report-2025-12-20"
    async with opened(language, WIDE, articles=(original(id),)) as (app, pilot):
        while not app.main.source.paired:
            await pilot.press("v")
        await pilot.pause()
        source, labels = app.main.source, LABELS[language]
        seen = screen_text(app)
        his = "Оригинал" if language == "ru" else "Original"
        over = [b.text for b in source.blocks if b.id in ("title", f"title{SECOND}")]
        assert {text.split("\n")[0] for text in over} == {his, BESIDE[language]}
        columns = (his, BESIDE[language]) if language == "ru" else (BESIDE[language], his)
        assert re.search(r"\n +{} +{}\n".format(*map(re.escape, columns)), seen)
        sides = {"p2": "original", f"p2{SECOND}": "translation"}
        if language == "en":
            sides = {"p2": "translation", f"p2{SECOND}": "original"}
        for block, text_kind in sides.items():
            take(source, block)
            await pilot.pause()
            for format, text in copies(app, source):
                if text_kind in PUBLISHERS:
                    is_publishers(format, text, "Report")
                else:
                    is_ours(format, text, "Report", language, labels[text_kind])
        # What runs over both is cited as both.
        take(source, "p2", f"p2{SECOND}")
        await pilot.pause()
        taken = cited(app.main.texts, source)
        text = taken.text if taken is not None else ""
        assert re.search(r"(?m)^— Report, ", text)
        assert re.search(rf"(?m)^— {labels['translation']}, ", text)


def take(view: TextView, first: str, last: str | None = None) -> None:
    start, end = (view.block_list.number(id) for id in (first, last or first))
    assert start is not None
    assert end is not None
    chosen = select.Range(select.Point(start, 4), select.Point(end, 12))
    view.screen.selections = {view: select.selection(chosen)}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_paragraph_of_the_other_text_says_what_it_is_and_is_cited_so(
    language: str,
) -> None:
    async with opened(language, WIDE, articles=(original("report-2025-12-20"),)) as (app, pilot):
        source = app.main.source
        while source.paired or (app.main.texts.view() or app).text.kind != "original":  # type: ignore[union-attr]
            await pilot.press("v")
        source.go_to("p2")
        await pilot.press("x")
        await pilot.pause()
        below = [block for block in source.blocks if "/peek/" in block.id]
        assert below[0].text == BESIDE[language]
        take(source, below[1].id)
        await pilot.pause()
        for format, text in copies(app, source):
            is_ours(format, text, "Report", language, LABELS[language]["translation"])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_two_texts_that_move_by_themselves_say_what_they_are(language: str) -> None:
    async with opened(language, WIDE, articles=(original("report-2025-12-20"),)) as (app, pilot):
        while not app.main.source.paired:
            await pilot.press("v")
        await pilot.press("equals_sign")
        await pilot.pause()
        titles = {str(view.border_title) for view in (app.main.source, app.main.texts.other)}
        name = {"ru": "Текст", "en": "Text"}[language]
        his = interface.translator(language)(TEXT_LABELS["original"])
        assert titles == {f"{name} · {his}", f"{name} · {BESIDE[language]}"}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_headline_over_an_original_is_not_ours_as_the_publishers(language: str) -> None:
    async with opened(language, WIDE, articles=(original("report-2025-12-20"),)) as (app, pilot):
        texts_ = app.main.texts
        while app.main.source.paired or (texts_.view() or app).text.kind != "original":  # type: ignore[union-attr]
            await pilot.press("v")
        await pilot.pause()
        shown = texts_.view()
        assert shown is not None
        over = next(block.text for block in app.main.source.blocks if block.id == "title")
        assert over == shown.document.source.headline or over.startswith(OURS_OVER_HIS[language])
        app.main.source.go_to("title")
        for format, text in copies(app, app.main.source):
            if not shown.document.source.headline and format == "text":
                assert "— Report" not in text
