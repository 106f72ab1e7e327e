"""What the editors of a dossier say is shown at its first start; `o` opens the publisher's article."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from rich.style import Style

from reader import state
from reader.kept.place import Place
from reader.tui import browser
from reader.tui.app import ReaderApp
from tests.dossiers import factories
from tests.tui.opened import NARROW, WIDE, opened, settled, told
from tests.tui.screens import screen_rows, screen_text

NOTE = "Пересказано редакцией: это не тексты изданий."
ADDRESS = "https://mayak.example/news?n=1"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    catch = factories.DOCUMENT.replace("  attribution", f"  url: {ADDRESS}\n  attribution", 1)
    head = f'{factories.DOSSIER}note: "{NOTE}"\n'
    return factories.dossier(tmp_path, head=head, catch=catch, second=factories.DOCUMENT)


def over(app: ReaderApp) -> str:
    return app.main.source.blocks[0].text


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_note_comes_first_at_the_first_start_and_never_again(
    root: Path, size: tuple[int, int]
) -> None:
    async with opened("ru", size, root=root) as (app, pilot):
        assert over(app) == NOTE
        assert NOTE[:20] in screen_text(app)
        assert app.main.source.cursor == "p1"  # not in the way of who reads on
        await pilot.press("J")
        await settled(app, pilot)
        assert over(app) != NOTE
        await pilot.press("q")
        await pilot.pause()
    async with opened("ru", size, root=root) as (app, _pilot):
        assert over(app) != NOTE


async def test_a_note_without_a_translation_says_so(root: Path) -> None:
    async with opened("en", WIDE, root=root) as (app, _pilot):
        assert over(app) == f"{NOTE} [not translated]"


async def test_a_dossier_without_a_note_has_none_and_tells_a_later_one(tmp_path: Path) -> None:
    root = factories.dossier(tmp_path)
    async with opened("ru", WIDE, root=root) as (app, pilot):
        assert app.main.source.blocks[0].id == "title"
        await pilot.press("q")
        await pilot.pause()
    (root / "dossier.yaml").write_text(f'{factories.DOSSIER}note: "{NOTE}"\n', encoding="utf-8")
    async with opened("ru", WIDE, root=root) as (app, _pilot):
        assert over(app) == NOTE


async def test_beside_each_other_the_note_stands_once(root: Path) -> None:
    async with opened("ru", WIDE, root=root) as (app, pilot):
        while not app.main.source.paired:
            await pilot.press("v")
        await pilot.pause()
        assert [block.text for block in app.main.source.blocks].count(NOTE) == 1


def test_whether_the_note_was_shown_is_remembered() -> None:
    kept = state.State(places={"/a": Place("doc", told=True), "/b": Place("doc")})
    state.save(kept)
    assert state.load() == kept


# The way to the article.


def browsing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> Path:
    """Make a browser that runs some code; return the file that it may write to."""
    seen = tmp_path / "seen"
    program = tmp_path / "browser.py"
    program.write_text(f"import sys\nseen = {str(seen)!r}\n{code}\n")
    monkeypatch.setenv("BROWSER", f"{sys.executable} {program} %s")
    return seen


async def test_o_has_the_browser_open_the_article_and_nothing_reaches_the_screen(
    root: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    seen = browsing(tmp_path, monkeypatch, "print('noise'); open(seen, 'w').write(sys.argv[1])")
    async with opened("ru", WIDE, root=root, document="catch") as (app, pilot):
        await pilot.press("o")
        await settled(app, pilot)
        assert seen.read_text() == ADDRESS
        assert told(app) == []
    assert "noise" not in "".join(capfd.readouterr())


async def test_without_a_browser_or_an_address_one_is_told(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browsing(tmp_path, monkeypatch, "sys.exit(1)")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    async with opened("en", WIDE, root=root, document="catch") as (app, pilot):
        await pilot.press("o")
        await settled(app, pilot)
        assert ADDRESS in screen_text(app)
        messages = told(app)
        assert messages == [f"No browser could be opened. The address is {ADDRESS}"]
    async with opened("en", WIDE, root=root, document="second") as (app, pilot):
        await pilot.press("o")
        await settled(app, pilot)
        messages = told(app)
        assert messages == ["The address of this article is not known."]


async def test_only_http_is_ever_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = browsing(tmp_path, monkeypatch, "open(seen, 'w').write(sys.argv[1])")
    assert not await browser.opened("file:///etc/passwd")
    assert not await browser.opened("javascript:alert(1)")
    assert not seen.exists()
    assert await browser.opened("https://пример.example/")
    assert seen.read_text().isascii()


async def test_the_address_is_a_link_of_the_terminal_and_opens_with_enter(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = browsing(tmp_path, monkeypatch, "open(seen, 'w').write(sys.argv[1])")
    async with opened("ru", WIDE, root=root, document="catch") as (app, pilot):
        linked = {
            (segment.text, segment.style.link)
            for row in screen_rows(app)
            for segment in row
            if segment.style is not None and segment.style.link
        }
        assert linked == {(ADDRESS, ADDRESS)}
        painted = Style(link=ADDRESS).render(ADDRESS)
        assert f";{ADDRESS}\x1b\\" in painted
        await pilot.press("t")
        while (link := app.main.source.link) is not None and link[1].kind != "address":
            await pilot.press("t")
        assert ADDRESS in screen_text(app).split("\n")[-3]
        await pilot.press("enter")
        await settled(app, pilot)
        assert seen.read_text() == ADDRESS
