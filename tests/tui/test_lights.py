"""Reading by facts: what is lit, how it is painted, and what is told of what one goes to."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.pilot import Pilot
from textual.widgets import Input

from reader.briefings.added import MARKS
from reader.library.collection import Collection
from reader.model import Document, Paragraph, Source, Text
from reader.tui.app import ReaderApp
from reader.tui.screens import lights
from reader.tui.screens.entry import EntryScreen
from reader.tui.screens.lights import FactsFound, Lights
from reader.tui.widgets import themes
from reader.tui.widgets.blocks import LIT
from reader.tui.widgets.text_view import LINKS, TextView
from tests.dossiers import factories
from tests.tui.opened import NARROW, WIDE, opened, settled, told
from tests.tui.painted import Cell, picture, texts
from tests.tui.screens import screen_lines, screen_text

SENTENCES = {
    "Посёлок встретил рыбаков с треской.": (
        "В пятницу посёлок встретил 31 рыбака с треской из Архангельска."
    ),
    "Такого лова давно не было.": "Ветер стих. По словам капитана, лодки вернутся через два дня.",
    "К причалу лодки подошли ночью.": "Новый причал, возможно, построят в 2026 году.",
}
DOCUMENT = factories.DOCUMENT
for plain, factual in SENTENCES.items():
    assert plain in DOCUMENT
    DOCUMENT = DOCUMENT.replace(f"text: {plain}}}", f'text: "{factual}"}}')
ENGLISH = {
    "catch/p1": (
        "В пятницу посёлок встретил 31 рыбака с треской из Архангельска.",
        "On Friday the village met 31 fishermen with cod from Arkhangelsk.",
    ),
    "catch/p2": (
        "Ветер стих. По словам капитана, лодки вернутся через два дня.",
        "The wind has dropped. According to the captain, the boats will return in two days.",
    ),
    "catch/gist": ("Улов был большим.", "The catch was large."),
    "catch/c1": ("Трески поймали много.", "Much cod was caught."),
    "catch/c2": ("Мешал ветер.", "The wind was in the way."),
}


@pytest.fixture
def sea(tmp_path: Path) -> Path:
    folder = factories.dossier(tmp_path, catch=DOCUMENT)
    factories.catalog(folder, ENGLISH)
    return folder


def article(*paragraphs: str, published: str | None = "2025-12-20") -> Document:
    numbered = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(paragraphs, 1))
    text = Text("original", "ru", numbered)
    return Document(None, "ru", "Порт", Source(published=published), (text,))


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(app, pilot)


def lit(view: TextView, *kinds: str) -> list[str]:
    """What is lit in a view, in order: the words of all kinds or of some."""
    return [
        block.text[span.start : span.end]
        for block in view.blocks
        for span in block.spans
        if span.kind in (kinds or LIT)
    ]


def styles_of(app: ReaderApp, words: str) -> list[Style]:
    """The styles of the cells of the first row in which words stand."""
    for row in picture(app):
        line = "".join(cell.text for cell in row)
        if (at := line.find(words)) >= 0:
            return [cell.style for cell in row[at : at + len(words)]]
    raise AssertionError(f"not painted: {words}")


def shape(app: ReaderApp, words: str) -> tuple[bool, bool, bool]:
    """Whether words are painted bold, italic and underlined, wholly."""
    (found,) = {(bool(s.bold), bool(s.italic), bool(s.underline)) for s in styles_of(app, words)}
    return found


def without(cells: list[list[Cell]], *signs: str) -> list[str]:
    """The painted rows with blanks for signs."""
    return ["".join(" " if c in signs else c for c in row) for row in texts(cells)]


# Numbers, times and names.


async def test_the_key_lights_all_kinds_then_each_alone_then_none(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        source, status = app.main.source, app.main.status
        await press(app, pilot, "F")
        every = lit(source)
        assert every[:4] == ["пятницу", "31", "треской", "Архангельска"]
        assert status.count == "3 даты · 1 число · 2 имени"
        await press(app, pilot, "F")
        assert lit(source) == ["пятницу", "через два дня", "2026 году"]
        assert status.count == "3 даты"
        await press(app, pilot, "F")
        assert lit(source) == ["31"]
        assert status.count == "1 число"
        await press(app, pilot, "F")
        assert lit(source) == ["треской", "Архангельска"]
        await press(app, pilot, "F")
        assert lit(source) == []
        assert status.count == ""
        assert source.steps == LINKS
        assert told(app)[-1] == "Факты больше не выделены."


@pytest.mark.parametrize("theme", themes.NAMES)
async def test_the_kinds_are_told_apart_by_more_than_colour(theme: str, sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        app.theme = theme
        await settled(app, pilot)
        before = texts(picture(app))
        assert shape(app, "Friday") == shape(app, "31") == shape(app, "Arkhangelsk")
        await press(app, pilot, "F")
        assert texts(picture(app))[:-3] == before[:-3], "no word has moved"
        shapes = [shape(app, words) for words in ("Friday", "31", "Arkhangelsk", "village")]
        assert len(set(shapes)) == len(shapes)
        assert shapes[-1] == (False, False, False)
        (mention,) = {shape(app, "cod")}
        assert mention == shape(app, "Arkhangelsk"), "a name of the glossary is one, too"


async def test_without_colour_they_are_told_apart_all_the_same(
    sea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "F")
        assert len({shape(app, words) for words in ("Friday", "31", "Arkhangelsk", "village")}) == 4


async def test_what_is_italic_anyway_has_its_numbers_upright(tmp_path: Path) -> None:
    catch = factories.DOCUMENT.replace("На очереди соседи.", "На очереди 12 лодок.")
    folder = factories.dossier(tmp_path, catch=catch)
    factories.catalog(folder, {})
    async with opened("en", root=folder) as (app, pilot):
        assert shape(app, "12 лодок")[1]
        await press(app, pilot, "F")
        assert not shape(app, "12")[1]
        assert shape(app, "лодок")[1]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Friday → 19 December 2025, counted from publication, 20 December 2025"),
        ("ru", "пятницу → 19 декабря 2025 г., отсчёт от дня выхода, 20 декабря 2025 г."),
        ("uk", "пятницу → 19 грудня 2025 р., відлік від дня виходу, 20 грудня 2025 р."),
    ],
)
async def test_of_a_lit_time_it_is_told_what_it_is_and_from_what(
    language: str, said: str, sea: Path
) -> None:
    async with opened(language, root=sea) as (app, pilot):
        await press(app, pilot, "F", "t")
        assert app.main.status.text == said
        assert app.main.status.count == "", "the line is its"


async def test_where_there_is_no_room_dates_are_short_and_enter_tells_all(sea: Path) -> None:
    async with opened("ru", NARROW, root=sea) as (app, pilot):
        await press(app, pilot, "F", "t")
        assert "пятницу → 19.12.2025, отсчёт от дня выхода, 20.12.2025" in screen_text(app)
        await press(app, pilot, "enter")
        said = "пятницу → 19 декабря 2025 г., отсчёт от дня выхода, 20 декабря 2025 г."
        assert told(app)[0].replace("\u00a0", " ") == said


async def test_an_ambiguous_time_says_both_and_a_counted_one_from_which_day() -> None:
    text = article("Рынок закрылся 03/04/2026.")
    async with opened("en", articles=(text,)) as (app, pilot):
        await press(app, pilot, "F", "F", "t")
        assert app.main.status.text == "03/04/2026 → 3 April 2026, or else 4 March 2026"


async def test_a_time_that_counts_from_a_day_named_before_says_which() -> None:
    text = "5 ноября 2025 года суда пришли, а на следующий день ушли."
    async with opened("en", articles=(article(text),)) as (app, pilot):
        await press(app, pilot, "F", "F", "t")
        assert app.main.status.text == "5 ноября 2025 года → 5 November 2025"
        await press(app, pilot, "t")
        said = "6 November 2025, counted from what is named before, 5 November 2025"
        assert app.main.status.text == f"следующий день → {said}"


async def test_without_a_day_of_publication_it_says_why_it_cannot_be_known() -> None:
    text = article("Суда ушли вчера.", published=None)
    async with opened("en", articles=(text,)) as (app, pilot):
        await press(app, pilot, "F", "t")
        said = "вчера → can’t be known, for the day of publication isn’t"
        assert app.main.status.text == said


async def test_of_a_number_its_value_and_unit_are_told_and_of_a_name_its_entry(sea: Path) -> None:
    text = article("Порт Лунёво получил более 3,2 млн долларов за треску.")
    async with opened("en", root=sea, articles=(text,)) as (app, pilot):
        await press(app, pilot, "F", "t")
        assert app.main.status.text.endswith("→ a name that is not in the glossary")
        await press(app, pilot, "t")
        assert app.main.status.text == "3,2 млн долларов → more than 3,200,000 USD"
        await press(app, pilot, "t")
        assert app.main.status.text == "cod — Рыба северных морей."
        await press(app, pilot, "enter")
        assert isinstance(app.screen, EntryScreen)


async def test_t_goes_through_what_is_lit_alone_and_letters_stand_at_links_alone(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        source = app.main.source
        await press(app, pilot, "F", "F", "t", "t")
        assert source.link is not None
        assert source.link[1].kind == "time"
        await press(app, pilot, "T")
        assert source.link[0] == "p1"
        kinds = {span.kind for _n, span in source.links_in_view()}
        assert kinds & set(LIT) == set()
        await press(app, pilot, "F", "F", "F")
        assert source.link is None, "what is not lit any more is nothing to open"


async def test_a_lit_name_leads_to_its_next_mention(sea: Path) -> None:
    echo = factories.DOCUMENT.replace("Рыбаки вернулись с уловом", "Эхо улова")
    (sea / "documents" / "echo.yaml").write_text(echo, encoding="utf-8")
    async with opened("ru", root=sea, document="catch") as (app, pilot):
        await press(app, pilot, "F", "F", "F", "F", "t")
        assert app.main.status.text.startswith("треска — ")
        await press(app, pilot, "asterisk")
        assert app.main.texts.key == "echo"
        assert app.main.status.count.startswith("2 из ")


async def test_numbers_of_citations_are_not_lit(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        summary = app.main.summary
        assert "[1]" in "".join(block.text for block in summary.blocks)
        await press(app, pilot, "F", "F", "F")
        assert lit(app.main.source) == ["31"]
        assert not [words for words in lit(summary) if words in ("1", "2", "3")]


# Who says it.


async def test_each_sentence_has_a_sign_and_the_words_for_it_are_lit(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        source = app.main.source
        before = picture(app)
        await press(app, pilot, "W")
        after = picture(app)
        assert without(after, *MARKS.values())[:-3] == without(before, *MARKS.values())[:-3]
        said, possible = MARKS["done"], MARKS["possible"]
        (row,) = [line for line in screen_lines(app) if "Ветер стих." in line]
        assert f"2{said}Ветер стих." in row
        assert f"3{possible}Новый причал" in screen_text(app)
        assert lit(source, "voice") == ["По словам капитана, лодки вернутся через два дня."]
        assert lit(source, "cue") == ["По словам", "капитана"]
        assert "возможно" in lit(source, "hedge")
        assert shape(app, "Ветер стих") == (False, False, False), "the article's own voice"
        assert shape(app, "лодки")[1], "somebody else's"
        assert shape(app, "возможно")[0]
        assert lit(app.main.summary) == [], "of claims their editors say it"


async def test_the_status_line_says_who_asserts_the_sentence_and_how_firmly(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "W")
        assert app.main.status.text == "Paragraph 1 of 4 · the article itself · done"
        await press(app, pilot, "t", "t", "t")
        link = app.main.source.link
        assert link is not None
        assert link[1].kind == "voice"
        assert app.main.status.text.startswith("the captain · ")
        assert "“According to”" in app.main.status.text
        await press(app, pilot, "W")
        assert app.main.status.text == "It is not shown any more who says each sentence."
        assert lit(app.main.source) == []
        assert app.main.source.marks.signs == {}


async def test_facts_and_who_says_it_are_never_lit_together(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await press(app, pilot, "F", "W")
        assert lit(app.main.source, "time", "number", "name") == []
        await press(app, pilot, "F")
        assert lit(app.main.source, "sentence", "voice", "cue", "hedge") == []
        assert app.main.source.marks.signs == {}


# Other texts, other languages, other sizes.


async def test_another_language_lights_its_own_text_and_keeps_the_place(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await press(app, pilot, "F", "F", "t", "t")
        assert app.main.status.text.startswith("через два дня → 22 декабря")
        while "English" not in screen_text(app) and "EN" not in screen_lines(app)[0]:
            await press(app, pilot, "L")
        assert lit(app.main.source)[:2] == ["Friday", "in two days"]
        assert app.main.status.text.startswith("in two days → 22 December")


async def test_two_languages_side_by_side_are_read_each_in_its_own(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "F", "F", "v", "v")
        assert lit(app.main.source)[:4] == ["Friday", "пятницу", "in two days", "через два дня"]
        await press(app, pilot, "W")
        voices = lit(app.main.source, "voice")
        assert [words.partition(",")[0] for words in voices] == [
            "According to the captain",
            "По словам капитана",
        ]
        await press(app, pilot, "equals_sign")
        assert lit(app.main.texts.other, "voice") == voices[1:]


async def test_a_peeked_translation_and_another_size_and_another_article_are_lit(
    sea: Path,
) -> None:
    text = article("Порт закрыт с 2024 года.")
    async with opened("en", root=sea, articles=(text,), document="catch") as (app, pilot):
        await press(app, pilot, "F", "F", "x")
        assert lit(app.main.source)[:2] == ["Friday", "пятницу"]
        await pilot.resize_terminal(*NARROW)
        await settled(app, pilot)
        assert "Friday" in lit(app.main.source)
        app.main.navigator.open("file:1")
        await settled(app, pilot)
        assert lit(app.main.source) == ["с 2024 года"]
        app.main.navigator.open("catch")
        await settled(app, pilot)
        assert lit(app.main.source)[0] == "Friday"


async def test_terms_that_are_read_later_are_names_then(
    sea: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = Collection.build_matcher
    monkeypatch.setattr(Collection, "build_matcher", lambda *_args: None)
    async with opened("ru", root=sea) as (app, pilot):
        await press(app, pilot, "F")
        assert "треской" not in lit(app.main.source)
        collection = app.session.collection
        assert collection is not None
        build(collection)
        from reader.tui.worker_messages import Matched

        app.main.on_matched(Matched())
        await settled(app, pilot)
        assert "треской" in lit(app.main.source)


async def test_a_screen_reader_is_given_words_for_the_signs(sea: Path) -> None:
    async with opened("en", root=sea) as (app, pilot):
        await press(app, pilot, "W", "alt+r")
        text = screen_text(app)
        assert not set(MARKS.values()) & set(text)
        assert "2, done, by somebody: planned: The wind" in text, text
        await press(app, pilot, "alt+r")
        assert f"2{MARKS['done']}The wind" in screen_text(app)
        await press(app, pilot, "alt+r", "F")
        assert shape(app, "Friday")[0], "what is lit is painted at once"


async def test_a_long_text_is_lit_a_part_at_a_time_and_what_is_in_view_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lights, "_AT_ONCE", 1_000)
    monkeypatch.setattr(lights, "_NEAR", 5)
    heard: list[list[str]] = []
    take = Lights.take

    def taken(self: Lights, event: FactsFound) -> None:
        take(self, event)
        heard.append(list(event.found))

    monkeypatch.setattr(Lights, "take", taken)
    text = article(*(f"Судно {n} ушло в {1900 + n % 100} году в порт Лунёво." for n in range(200)))
    async with opened("ru", articles=(text,)) as (app, pilot):
        source = app.main.source
        source.go_to("p150")
        await press(app, pilot, "F", "F")
        assert len(heard) > 5
        assert heard[0][0] == source.blocks[source.in_view.start].id
        assert len(lit(source)) == 200
        assert app.main.status.count == "200 дат"
        await press(app, pilot, "F")
        await press(app, pilot, "F", "F")
        assert lit(source) == []


async def test_what_a_worker_found_of_another_text_lights_nothing(sea: Path) -> None:
    async with opened("ru", root=sea) as (app, pilot):
        await press(app, pilot, "F")
        source = app.main.source
        stale = FactsFound(-1, source, {"p4": lights.Paragraph()}, is_last=True)
        await press(app, pilot, "F", "F", "F", "F")
        app.main.on_facts_found(stale)
        assert lit(source) == []


async def test_another_dossier_is_lit_as_the_one_before(sea: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    another = factories.dossier(tmp_path / "other", catch=DOCUMENT)
    async with opened("ru", root=sea) as (app, pilot):
        await press(app, pilot, "F", "F")
        before = app.main
        await press(app, pilot, "D")
        app.screen.query_one(Input).value = str(another)
        await settled(app, pilot)
        await press(app, pilot, "enter")
        assert app.main is not before
        assert lit(app.main.source)[:1] == ["пятницу"]
        assert lit(app.main.summary), "what is added after the first frame, too"
        await press(app, pilot, "t")
        assert app.main.status.text.startswith("пятницу → ")


async def test_nothing_of_it_is_made_before_its_key(sea: Path) -> None:
    async with opened("ru", WIDE, root=sea) as (app, _pilot):
        assert app.session.lights == ""
        assert app.main._lights is None
