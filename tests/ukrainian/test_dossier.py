"""A dossier in Ukrainian: in the shell, on the screen, and with its terms found in every form."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import cli
from reader.library.collection import Collection
from tests.tui.opened import MIDDLE, opened, settled
from tests.tui.screens import screen_text

HERE = Path(__file__).parent
DNIEPER = HERE / "dnieper"


def printed(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert cli.main(["--dossier", str(DNIEPER), "--lang", "uk", *command]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out.replace("\u00a0", " ")


def test_a_text_and_its_summary_are_printed_in_ukrainian(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = printed(capsys, "show", "opening")
    assert "20 грудня 2025 р., 10:42" in text
    assert "наш переказ за абзацами" in text
    summary = printed(capsys, "summary", "opening")
    for heading in ("Коротко", "Твердження", "Учасники", "Події", "Глосарій", "Видання"):
        assert heading in summary


def test_terms_of_an_article_are_found_in_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "terms", str(HERE / "article.txt")).splitlines()
    assert [line.partition(" ")[2] for line in lines] == [
        "Остапа Шевченка → shevchenko",
        "Подільському мосту → bridge",
        "Остапе Шевченку → shevchenko",
        "Дарина Липська → lypska",
        "Шевченкові → shevchenko",
        "проєкту мосту → bridge",
        "плавучих кранів → crane",
        "будівельному обʼєкті → site",
        "Києві → kyiv",
        "Баку → baku",
    ]


def test_numbers_of_things_have_the_three_plurals(capsys: pytest.CaptureFixture[str]) -> None:
    assert "2 статті, 8 термінів глосарію, помилок немає." in printed(capsys, "check")


def test_check_names_the_languages_whose_forms_are_not_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _counted, glued, written = printed(capsys, "check").splitlines()
    assert glued.startswith("Азербайджанська: ")
    assert written.startswith("Німецька: ")


def test_its_languages_are_its_own_and_those_of_its_terms() -> None:
    collection = Collection(DNIEPER)
    collection.build()
    assert collection.offered_languages("uk") == ("ru", "uk", "en")


async def test_the_screen_is_in_ukrainian_and_its_keyboard_works() -> None:
    async with opened("uk", root=DNIEPER, document="opening") as (app, pilot):
        screen = screen_text(app).replace("\u00a0", " ")
        for shown in ("Статті", "Текст", "Резюме", "20 грудня 2025 р.", "Дарина Липська"):
            assert shown in screen
        spans = [span for block in app.main.source.blocks for span in block.spans]
        assert {span.target for span in spans} >= {"shevchenko", "lypska", "bridge", "kyiv", "site"}
        await pilot.press("ц")
        await pilot.press(*"шевченкові")
        await pilot.pause()
        assert "Остап Шевченко" in screen_text(app)
        await pilot.press("escape")
        await pilot.press("Д")
        await settled(app, pilot)
        assert "Articles" in screen_text(app)


async def test_a_word_is_found_in_every_form_with_any_apostrophe() -> None:
    async with opened("uk", root=DNIEPER, document="opening") as (app, pilot):
        await pilot.press("slash")
        await pilot.press(*"об'єкт", "enter")
        await settled(app, pilot)
        assert "1 з 2" in screen_text(app)


async def test_the_popup_says_whose_other_forms_are_not_found() -> None:
    async with opened("uk", MIDDLE, root=DNIEPER, document="opening") as (app, pilot):
        app.main.open_entry("crane")
        await settled(app, pilot)
        assert "Німецька: терміни знаходяться лише так, як їх записано" in " ".join(
            screen_text(app).replace("│", " ").split()
        )
