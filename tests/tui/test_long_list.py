"""A dossier of ten thousand documents: the list asks for what it shows, a page at a time."""

from __future__ import annotations

from reader.dossiers import paths
from reader.launch import LaunchOptions
from reader.library.collection import Collection
from reader.library.index import Row
from reader.model import Document, DocumentView
from tests.tui.opened import WIDE, at_first_frame, settled
from tests.tui.screens import screen_text

COUNT = 10_000
DOCUMENT = "report-charter"


class Thousands(Collection):
    """As many documents, all of them the same one but for their keys and the titles in the list.

    ``asked`` are the pages that the list has asked for.
    """

    def __init__(self) -> None:
        super().__init__(paths.builtin())
        self.asked: list[tuple[int, int]] = []
        if not self.open():
            self.build()

    def __len__(self) -> int:
        return COUNT

    def rows(self, language: str, start: int, stop: int) -> list[Row]:
        if language == "en":  # a worker asks for the beginning in the language that may come next
            self.asked.append((start, stop))
        row = next(row for row in super().rows(language, 0, 100) if row.key == DOCUMENT)
        made = range(start, min(stop, COUNT))
        return [row._replace(key=f"d{n}", title=f"Document {n} of many") for n in made]

    def key_at(self, position: int) -> str | None:
        return f"d{position}" if 0 <= position < COUNT else None

    def position(self, key: str) -> int | None:
        return int(key[1:]) if key.startswith("d") else None

    def view(
        self, key: str, language: str, text_language: str | None = None, *, added: bool = True
    ) -> DocumentView:
        assert self.position(key) is not None
        return super().view(DOCUMENT, language, text_language, added=added)

    def document(self, key: str, language: str) -> Document:
        assert self.position(key) is not None
        return super().document(DOCUMENT, language)

    def own_language(self, key: str) -> str:
        assert self.position(key) is not None
        return super().own_language(DOCUMENT)

    def title(self, key: str, language: str) -> str:
        assert self.position(key) is not None
        return super().title(DOCUMENT, language)

    def take(self) -> list[tuple[int, int]]:
        asked, self.asked = self.asked, []
        return asked


async def test_the_first_frame_asks_for_one_page_and_each_move_for_one_more_at_most() -> None:
    many = Thousands()
    async with at_first_frame(LaunchOptions(many, "d0", "en"), WIDE) as (app, pilot):
        assert "Document 0 of many" in screen_text(app)
        assert many.take() == [(0, 24)]
        await settled(app, pilot)
        await pilot.press("J")
        await settled(app, pilot)
        assert app.main.texts.key == "d1"
        assert many.take() == []
        app.main.enter_pane("documents")
        await pilot.press("G")
        await settled(app, pilot)
        assert "Document 9999 of many" in screen_text(app)
        (last,) = many.take()
        assert last[0] <= COUNT - 1 < last[1]
        await pilot.press("g")
        await settled(app, pilot)
        assert "Document 0 of many" in screen_text(app)
        assert many.take() == []


async def test_a_start_in_the_middle_asks_for_the_pages_around_it_alone() -> None:
    many = Thousands()
    async with at_first_frame(LaunchOptions(many, "d5000", "en"), WIDE) as (app, pilot):
        await settled(app, pilot)
        assert "Document 5000 of many" in screen_text(app)
        assert 1 <= len(many.take()) <= 2
        await pilot.press("J")
        await settled(app, pilot)
        assert app.main.texts.key == "d5001"
        assert len(many.take()) <= 1
