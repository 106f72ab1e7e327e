"""The list of articles, filtered as one types, in order and in groups."""

from __future__ import annotations

from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.screens.pane_screen import plain
from tests.tui.opened import NARROW, WIDE, collection_of, opened, settled, told
from tests.tui.screens import screen_text


async def press(app: ReaderApp, pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


def listed(app: ReaderApp) -> list[str]:
    """The ids of the rows of the list; of a heading its text."""
    rows = app.main.documents.rows
    return [row.id or f"[{row.title}]" for row in rows[0 : len(rows)]]


def title(app: ReaderApp) -> str:
    return plain(str(app.main.documents.border_title))


async def test_the_list_is_filtered_as_one_types_and_stays_so_until_it_is_cleared() -> None:
    async with opened("en", WIDE) as (app, pilot):
        everything = listed(app)
        await press(app, pilot, "ampersand", *"embassy")
        assert listed(app) == ["report-2025-12-20"]
        await press(app, pilot, "enter")
        assert app.main.pane == "documents"
        assert title(app) == "Articles: 1 · embassy"
        await press(app, pilot, "enter")
        assert app.main.texts.key == "report-2025-12-20"
        await press(app, pilot, "escape")  # in the text this clears what is lit
        assert listed(app) == ["report-2025-12-20"]
        app.main.enter_pane("documents")
        await press(app, pilot, "escape")
        assert listed(app) == everything
        assert title(app) == "Articles"
        assert app.main.texts.key == "report-2025-12-20"


async def test_escape_in_the_prompt_takes_the_filter_away_and_a_click_keeps_it() -> None:
    async with opened("en", WIDE) as (app, pilot):
        everything = listed(app)
        await press(app, pilot, "alt+f", *"embassy", "escape")
        assert listed(app) == everything
        await press(app, pilot, "alt+f", *"embassy")
        await pilot.click("#documents", offset=(3, 2))
        await settled(app, pilot)
        assert listed(app) == ["report-2025-12-20"]
        assert app.main.texts.key == "report-2025-12-20"


async def test_groups_have_headings_that_cannot_be_chosen() -> None:
    async with opened("en", WIDE) as (app, pilot):
        app.main.with_filter("after:2025-12 group:day sort:date")
        await settled(app, pilot)
        rows = listed(app)
        assert rows[0].startswith("[")
        documents = app.main.documents
        assert documents.current is not None
        assert not documents.current.is_heading
        await press(app, pilot, "g")
        assert documents.highlighted == 1
        await press(app, pilot, "k")
        assert documents.highlighted == 1
        seen = []
        for _n in rows:
            assert documents.current is not None
            seen.append(documents.current.id)
            await press(app, pilot, "j")
        assert list(dict.fromkeys(seen)) == [row for row in rows if not row.startswith("[")]
        await pilot.click("#documents", offset=(3, 1))  # a heading
        assert documents.current is not None
        assert not documents.current.is_heading


async def test_next_and_previous_article_stay_within_what_the_filter_lets_through() -> None:
    async with opened("en", WIDE) as (app, pilot):
        app.main.with_filter("sort:title charter")
        await settled(app, pilot)
        rows = listed(app)
        assert 1 < len(rows) < len(collection_of(app))
        await press(app, pilot, "J")
        await press(app, pilot, *["K"] * len(rows))
        assert app.main.texts.key == rows[0]
        await press(app, pilot, *["J"] * len(rows))
        assert app.main.texts.key == rows[-1]


async def test_what_was_opened_is_read_and_what_was_not_is_new() -> None:
    async with opened("en", WIDE, document="report-charter") as (app, pilot):
        app.main.with_filter("state:new")
        await settled(app, pilot)
        new = listed(app)
        assert "report-charter" not in new
        app.main.navigator.open(new[0])
        await settled(app, pilot)
        assert listed(app) == new  # what is being gone through stays where it is
        app.main.with_filter("state:read")
        await settled(app, pilot)
        assert set(listed(app)) == {"report-charter", new[0]}
    async with opened("en", WIDE, document="report-charter") as (app, pilot):
        app.main.with_filter("state:new")
        await settled(app, pilot)
        assert listed(app) == new[1:]


async def test_what_has_a_selected_claim_is_marked() -> None:
    async with opened("en", WIDE, document="report-charter") as (app, pilot):
        app.main.enter_pane("summary")
        app.main.summary.go_to("c1")
        await press(app, pilot, "plus")
        app.main.with_filter("state:marked")
        await settled(app, pilot)
        assert listed(app) == ["report-charter"]


async def test_articles_that_mention_an_entry_and_an_entry_that_is_not_there() -> None:
    async with opened("en", WIDE) as (app, pilot):
        app.main.with_filter("entry:section-907")
        await settled(app, pilot)
        wanted = {o.document for o in collection_of(app).occurrences("section-907", "en")}
        assert set(listed(app)) == wanted
        await press(app, pilot, "ampersand", *"x entry:nobody")
        assert "nobody" in screen_text(app)


async def test_a_mistake_is_told_once_the_filter_is_submitted_and_the_list_stays() -> None:
    async with opened("en", WIDE) as (app, pilot):
        everything = listed(app)
        await press(app, pilot, "ampersand", *"state:old")
        assert "state:old" in screen_text(app)
        await press(app, pilot, "enter")
        assert any("state:old" in text for text in told(app))
        assert listed(app) == everything


async def test_nothing_that_is_like_the_filter_is_said_to_be_so_and_opens_nothing() -> None:
    async with opened("en", NARROW) as (app, pilot):
        key = app.main.texts.key
        await press(app, pilot, "ampersand", *"zebra", "enter", "enter")
        assert "No article is like this" in " ".join(screen_text(app).split())
        assert app.main.texts.key == key


async def test_a_filter_in_another_language_is_of_the_titles_that_are_shown() -> None:
    async with opened("en", WIDE) as (app, pilot):
        app.main.with_filter("embassy")
        await settled(app, pilot)
        await press(app, pilot, "L")
        assert listed(app) == ["[Под этот фильтр не подходит ни одна статья.]"]
        app.main.with_filter("посол")
        await settled(app, pilot)
        assert listed(app) == ["report-2025-12-20"]


async def test_keys_put_the_list_in_order_and_in_groups_and_say_so_in_the_filter() -> None:
    async with opened("en", WIDE) as (app, pilot):
        await press(app, pilot, "alt+o")
        assert title(app) == "Articles: 5 · sort:date"
        await press(app, pilot, "alt+g")
        assert title(app) == "Articles: 5 · sort:date group:day"
        await press(app, pilot, *["alt+o"] * 3, *["alt+g"] * 2)
        assert title(app) == "Articles"


async def test_a_filter_that_looks_like_markup_is_shown_as_it_is() -> None:
    async with opened("en", NARROW) as (app, pilot):
        await press(app, pilot, "ampersand", *"[/]zebra", "enter")
        assert title(app) == "Articles: 0 · [/]zebra"
        assert " · [/]zebra" in screen_text(app)
