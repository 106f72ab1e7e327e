"""An article without a summary has a draft on the screen, which is edited and kept as one's own."""

from __future__ import annotations

import stat
import threading
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader import saving, storage
from reader.dossiers import own_article, own_places
from reader.dossiers.own_article import Kept, OwnArticle
from reader.library.own import importing, writing
from reader.model import Document, Paragraph, Source, Text
from reader.tui.app import ReaderApp
from reader.tui.screens.dictionary import DictionaryScreen
from reader.tui.screens.review import ReviewScreen
from reader.tui.screens.sending import SendScreen
from tests.tui.opened import NARROW, opened, settled
from tests.tui.screens import screen_text

TEXTS = (
    "Новый мост через реку Тихую откроют для машин в пятницу, 13 февраля 2026 года.",
    "«Мы ждали этого одиннадцать лет», — сказал мэр города Егор Лапшин.",
)

DRAFTED = "Draft by a command · 1 of 1 checks out"


def article(*texts: str) -> Document:
    paragraphs = tuple(Paragraph(f"p{n}", text) for n, text in enumerate(texts or TEXTS, 1))
    return Document(None, "ru", "Мост через Тихую", Source(), (Text("original", "ru", paragraphs),))


CHANGES = "sed -i '/^gist:/,/^claims:/c gist: Мост откроют.\\nclaims:' \"$1\""
"""A script of an editor that puts another gist in the place of the draft's."""


def editor(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Have a script be the reader's editor; ``$1`` is the file."""
    path = folder / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o700)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"'{path}'")


def told(app: ReaderApp) -> str:
    return " ".join([*(note.message for note in app._notifications), app.main.said])


async def edit(app: ReaderApp, pilot: Pilot[int]) -> ReviewScreen:
    await pilot.press("e")
    await settled(app, pilot)
    assert isinstance(app.screen, ReviewScreen)
    return app.screen


def drafts() -> list[Path]:
    return [*own_places.drafts().glob("*.yaml")]


async def test_a_draft_says_in_its_title_what_it_is() -> None:
    async with opened("en", articles=(article(),)) as (app, _pilot):
        assert app.main.summary.border_title == "Summary · draft by rule"
        shown = {block.id: block.text for block in app.main.summary.blocks}
        assert shown["gist"].startswith("Новый мост")
        assert "Nobody" in shown["draft"] or "nobody" in shown["draft"]
        assert shown["c2"].startswith("«Мы ждали")
        assert shown["participant/who1"].startswith("Егор Лапшин — мэр города")


async def test_where_there_is_nothing_to_quote_the_reason_is_told() -> None:
    async with opened("en", articles=(article("Соль", "Четыре яйца", "Мука, 200 г"),)) as (app, _):
        assert "a list" in next(b.text for b in app.main.summary.blocks if b.id == "no-draft")


async def test_the_dossiers_documents_keep_their_summaries() -> None:
    async with opened("en") as (app, pilot):
        assert "draft" not in str(app.main.summary.border_title)
        await pilot.press("e")
        await settled(app, pilot)
        assert "the dossier’s" in told(app)


async def test_what_is_edited_is_kept_as_the_readers_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, CHANGES)
    async with opened("en", articles=(article(),)) as (app, pilot):
        review = await edit(app, pilot)
        assert review.is_sound
        (draft,) = drafts()
        assert stat.S_IMODE(draft.stat().st_mode) == saving.PRIVATE
        await pilot.press("ctrl+s")
        await settled(app, pilot)
        assert str(app.main.summary.border_title) == "Your summary · 2 of 2 claims check out"
        assert next(b.text for b in app.main.summary.blocks if b.id == "gist") == "Мост откроют."
        assert drafts() == []
    async with opened("en", articles=(article(),)) as (app, _pilot):
        assert str(app.main.summary.border_title) == "Your summary · 2 of 2 claims check out"


async def test_what_is_wrong_is_told_with_its_place_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, "printf 'gist: [x\\n' > \"$1\"")
    async with opened("en", articles=(article(),)) as (app, pilot):
        review = await edit(app, pilot)
        assert not review.is_sound
        assert ".yaml:" in " ".join(block.text for block in review.view.blocks)
        await pilot.press("ctrl+s")
        assert app.screen is review
        editor(monkeypatch, tmp_path, "printf 'gist: Мост откроют.\\n' > \"$1\"")
        await pilot.press("ctrl+e")
        await settled(app, pilot)
        assert isinstance(app.screen, ReviewScreen)
        assert app.screen.is_sound
        await pilot.press("q")
        await settled(app, pilot)
        assert "waits" in told(app)
        assert [path.read_text("utf-8") for path in drafts()] == ["gist: Мост откроют.\n"]


async def test_an_editor_that_crashes_loses_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    editor(monkeypatch, tmp_path, f"{CHANGES}; kill -9 $$")
    async with opened("en", articles=(article(),)) as (app, pilot):
        review = await edit(app, pilot)
        assert "code -9" in " ".join(block.text for block in review.view.blocks)
        await pilot.press("q")
        await settled(app, pilot)
    editor(monkeypatch, tmp_path, "true")
    async with opened("en", articles=(article(),)) as (app, pilot):
        review = await edit(app, pilot)
        assert "what you wrote before" in " ".join(block.text for block in review.view.blocks)
        assert "gist: Мост откроют." in drafts()[0].read_text("utf-8")
        await pilot.press("delete")
        await settled(app, pilot)
        assert drafts() == []


async def test_an_editor_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "/no/such/editor")
    async with opened("en", articles=(article(),)) as (app, pilot):
        await pilot.press("e")
        await settled(app, pilot)
        assert "/no/such/editor" in told(app)
        assert app.screen is app.main


async def test_a_summary_of_an_own_article_is_kept_in_its_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = own_places.articles() / "bridge.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(own_article.dumped(OwnArticle(article(), Kept("2026-02-12T10:00:00+00:00"))))
    writing.update()
    editor(monkeypatch, tmp_path, CHANGES)
    async with opened("en", document="own:bridge") as (app, pilot):
        assert app.main.summary.border_title == "Summary · draft by rule"
        await edit(app, pilot)
        await pilot.press("ctrl+s")
        await settled(app, pilot)
        assert str(app.main.summary.border_title) == "Your summary · 2 of 2 claims check out"
    found, problems = own_article.read(path, "own:bridge")
    assert problems == ()
    assert found is not None
    assert found.kept.added == "2026-02-12T10:00:00+00:00"
    summary = found.document.summary
    assert summary is not None
    assert (summary.gist, bool(summary.accepted), len(summary.claims)) == ("Мост откроют.", True, 2)
    assert [(p.entry, p.name) for p in summary.participants] == [("", "Егор Лапшин")]


async def test_while_another_program_changes_the_library_a_summary_waits_and_is_not_lost(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = own_places.articles() / "bridge.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes(own_article.dumped(OwnArticle(article(), Kept("2026-02-12T10:00:00+00:00"))))
    writing.update()
    before = path.read_bytes()
    editor(monkeypatch, tmp_path, CHANGES)
    ended = threading.Event()

    def busy() -> AbstractContextManager[None]:
        ended.wait()
        raise BlockingIOError

    async with opened("en", document="own:bridge") as (app, pilot):
        await edit(app, pilot)
        monkeypatch.setattr(importing, "alone", busy)
        try:
            await pilot.press("ctrl+s", "L")
            assert app.main.source.border_title == "Текст · Оригинал"  # and goes on meanwhile
        finally:
            ended.set()
        await settled(app, pilot)
        (draft,) = drafts()
        assert f"Написанное вами — в {storage.short_name(draft)}" in told(app)
    assert "Мост откроют." in draft.read_text()
    assert path.read_bytes() == before


async def test_claims_of_a_draft_are_not_selected_for_printing() -> None:
    async with opened("en", articles=(article(),)) as (app, pilot):
        app.main.enter_pane("summary")
        await pilot.press("j", "j", "j", "plus")
        await settled(app, pilot)
        assert "Make the summary yours first" in told(app)


async def test_a_draft_is_usable_on_a_small_screen() -> None:
    async with opened("ru", NARROW, articles=(article(),)) as (app, pilot):
        app.main.enter_pane("summary")
        await pilot.pause()
        assert "Новый мост" in screen_text(app)


# Commands of the reader's own.

ANSWER = """#!/bin/sh
cat > "$0.given"
echo 'Here you are:'
echo '{"gist": "", "claims": [{"text": "Мост откроют 13 февраля 2026 года.", "cites": ["p1"]},'
echo '{"text": "Мост откроют 14 февраля 2026 года.", "cites": ["p1"]}]}'
"""


def configured(
    monkeypatch: pytest.MonkeyPatch, folder: Path, table: str, script: str, *words: str
) -> Path:
    """Have a script be the command of a table of the configuration."""
    program = folder / "my program"
    program.write_text(script, "utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    (folder / "config" / "reader").mkdir(parents=True)
    listed = ", ".join(f"'{word}'" for word in (str(program), *words))
    text = f"[{table}]\ncommand = [{listed}]\n"
    (folder / "config" / "reader" / "config.toml").write_text(text, "utf-8")
    return program


async def test_a_command_is_given_the_article_only_once_one_agrees(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = configured(monkeypatch, tmp_path, "draft", ANSWER)
    given = program.with_name(f"{program.name}.given")
    async with opened("en", articles=(article(),)) as (app, pilot):
        await pilot.press("E")
        assert isinstance(app.screen, SendScreen)
        asked = " ".join(block.text for block in app.screen.view.blocks)
        assert "my program" in asked
        await pilot.press("q")
        await settled(app, pilot)
        assert not given.exists()
        await pilot.press("E")
        assert isinstance(app.screen, SendScreen)
        size = app.screen.size_sent
        await pilot.press("enter")
        await settled(app, pilot)
        assert len(given.read_bytes()) == size
        assert app.main.summary.border_title == DRAFTED


async def test_what_the_text_does_not_bear_out_stands_apart_and_the_draft_by_rule_beside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    configured(monkeypatch, tmp_path, "draft", ANSWER)
    async with opened("en", articles=(article(),)) as (app, pilot):
        await pilot.press("E", "enter")
        await settled(app, pilot)
        shown = {block.id: block.text for block in app.main.summary.blocks}
        assert "13 февраля" in shown["c1"]
        assert "c2" not in shown
        assert "14 февраля" in shown["apart/c2"]
        assert shown["gist"].startswith("Новый мост")
        await pilot.press("E")
        assert app.main.summary.border_title == "Summary · draft by rule"
        await pilot.press("E")
        assert app.main.summary.border_title == DRAFTED


async def test_a_command_that_fails_leaves_the_draft_by_rule(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    configured(monkeypatch, tmp_path, "draft", "#!/bin/sh\necho no key >&2\nexit 1\n")
    async with opened("en", articles=(article(),)) as (app, pilot):
        await pilot.press("E", "enter")
        await settled(app, pilot)
        assert "no key" in told(app)
        assert app.main.summary.border_title == "Summary · draft by rule"


async def test_without_a_command_it_is_told_how_to_name_one() -> None:
    async with opened("en", articles=(article(),)) as (app, pilot):
        await pilot.press("E")
        await settled(app, pilot)
        assert "[draft] command" in told(app)
        await pilot.press("X")
        await settled(app, pilot)
        assert "[lookup] command" in told(app)


async def test_a_dictionary_answers_in_a_window_as_text(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = '#!/bin/sh\nprintf \'[b]%s[/b]\\033[31m of %s\\n\' "$1" "$#"\n'
    configured(monkeypatch, tmp_path, "lookup", script, "{word}")
    async with opened("en", articles=(article(),)) as (app, pilot):
        app.main.with_look_up("--help; rm -rf x")
        await settled(app, pilot)
        assert isinstance(app.screen, DictionaryScreen)
        shown = [block.text for block in app.screen.view.blocks]
        assert shown == ["help; rm -rf x", "[b]help; rm -rf x[/b]␛[31m of 1"]


async def test_a_dictionary_without_a_place_for_the_word_is_given_it_as_its_input(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    configured(monkeypatch, tmp_path, "lookup", "#!/bin/sh\ntr a-z A-Z\n")
    async with opened("en", articles=(article(),)) as (app, pilot):
        app.main.with_look_up("bridge")
        await settled(app, pilot)
        assert isinstance(app.screen, DictionaryScreen)
        assert [block.text for block in app.screen.view.blocks] == ["bridge", "BRIDGE"]


async def test_what_is_printed_of_a_draft_says_that_it_is_one() -> None:
    async with opened("en", articles=(article(),)) as (app, pilot):
        await pilot.press("P")
        await settled(app, pilot)
        assert "In brief (draft by rule)" in screen_text(app)
