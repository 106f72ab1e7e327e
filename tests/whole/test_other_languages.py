"""A dossier may be in any language: those that CLDR has with another spelling, or not at all."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from babel.dates import format_date

from reader import cli
from reader.language import dates, interface
from reader.language.locales import language_name
from tests.dossiers import factories
from tests.tui.opened import opened, settled
from tests.tui.screens import screen_text

CODES = ("zz", "xx-YY", "qqq", "pt-BR", "pt_BR", "kk", "he", "sr-Latn", "zh-Hant", "de-ZZ")
FEW = ("zz", "pt-BR", "he")
UNKNOWN = ("zz", "xx-YY", "qqq")
BABEL = {"pt-BR": "pt_BR", "sr-Latn": "sr_Latn", "zh-Hant": "zh_Hant", "de-ZZ": "de", "kk": "kk"}


def dossier(root: Path, code: str) -> Path:
    return factories.dossier(
        root,
        head=factories.DOSSIER.replace("language: ru", f"language: {code}"),
        catch=factories.DOCUMENT.replace("language: ru", f"language: {code}"),
    )


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("list", "--json"),
        ("show", "catch"),
        ("summary", "catch"),
        ("summary", "catch", "--format", "json"),
        ("glossary",),
        ("glossary", "cod"),
        ("check",),
        ("catalogs", "check"),
        ("catalogs", "stats"),
        *(("print", "catch", "--format", kind) for kind in ("text", "md", "html", "json")),
    ],
    ids=" ".join,
)
def test_no_command_fails_for_the_language_of_a_dossier(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str, command: tuple[str, ...]
) -> None:
    root = dossier(tmp_path, code)
    languages = ("en", "ru", "both") if command[0] == "print" else ("en", "ru")
    for language in languages:
        assert cli.main(["--dossier", str(root), *command, "--lang", language]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("code", FEW)
def test_a_pdf_in_two_languages_is_made(tmp_path: Path, code: str) -> None:
    root, out = dossier(tmp_path, code), tmp_path / "out.pdf"
    command = ["print", "catch", "--lang", "both", "-o", str(out)]
    assert cli.main(["--dossier", str(root), *command]) == 0
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("code", FEW)
async def test_the_screen_opens_a_dossier_of_any_language(tmp_path: Path, code: str) -> None:
    async with opened("en", document="catch", root=dossier(tmp_path, code)) as (app, pilot):
        for key in ("v", "v", "v", "v", "L", "L", "t", "f4", "escape", "tab", "down"):
            await pilot.press(key)
            await settled(app, pilot)
        assert "Посёлок встретил рыбаков" in screen_text(app)


@pytest.mark.parametrize(("code", "name"), BABEL.items())
def test_dates_are_those_of_the_language_however_its_code_is_written(code: str, name: str) -> None:
    day = format_date(datetime.date(2024, 5, 2), "long", locale=name)
    assert dates.date("2024-05-02", code) == day.replace("\u202f", "\u00a0")


@pytest.mark.parametrize("code", UNKNOWN)
def test_dates_of_an_unknown_language_are_in_that_of_the_interface(code: str) -> None:
    assert dates.date("2024-05-02", code) == "2 May 2024"
    interface.set_language("ru")
    assert dates.date("2024-05-02", code) == "2 мая 2024\u00a0г."
    assert dates.date("2024-05", code) == "май 2024\u00a0г."
    assert dates.number(12345, code) == "12\u00a0345"


@pytest.mark.parametrize(
    ("code", "name"),
    [("pt-BR", "Portuguese (Brazil)"), ("sr-Latn", "Serbian (Latin)"), ("zz", "zz")],
)
def test_a_language_has_its_name_however_its_code_is_written(code: str, name: str) -> None:
    assert name in language_name(code, "de" if code == "zz" else "en")
