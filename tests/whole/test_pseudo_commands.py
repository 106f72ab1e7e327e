"""No string of the shell's commands is left outside the catalog, argparse's own included."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from reader import cli, saving, settings
from reader.cli import COMMANDS
from reader.cli.completions import SHELLS
from reader.printing import formats
from tests.whole import greek
from tests.whole.pseudo import leaks

pytestmark = pytest.mark.usefixtures("pseudo_locale")

Said = Callable[..., tuple[int, str]]

FORMATS = [format.name for format in formats.FORMATS]
AS_THEY_ARE = (
    "dossier",  # the code of a finding
    *(f"reader {name}" for name in COMMANDS),
    *("update|check|stats", "update", "check", "stats", "pt_BR"),
    *("bash|zsh|fish", *SHELLS),
    *("text,md,html,json", "ansi,md,html", "GLOSSARY.yaml", "text,markdown,json,csl", "p3"),
    ",".join(FORMATS),
    ", ".join(map(repr, FORMATS)),
    "'text', 'md', 'html', 'json'",
    ", ".join(format.suffix for format in formats.FORMATS),
)
"""Commands and options: a person types them, so no language changes them."""

_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def untranslated(text: str, *names: str) -> list[str]:
    """What of a command's output is not the catalog's, options aside."""
    return leaks(_OPTION.sub(" ", text), *names)


@pytest.fixture
def said(
    greek_dossier: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Said:
    """Run a command on the Greek dossier; its exit code, and what it writes to either stream."""
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")

    def run(*argv: str) -> tuple[int, str]:
        code = cli.main(["--dossier", str(greek_dossier), *argv])
        out, err = capsys.readouterr()
        return code, out + err

    return run


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_in_the_catalog_s_words(command: str, said: Said) -> None:
    code, text = said(*command.split(), "--help")
    assert code == 0
    assert len(text) > 200
    for name in COMMANDS:  # the list of commands
        text = text.replace(f"\n  {name} ", "\n")
    assert not untranslated(text, *AS_THEY_ARE), text


OUTPUTS = (
    ("list",),
    ("list", "--discrepancies"),
    ("show", "1"),
    ("show", "2"),
    ("show", "4.txt"),
    ("summary", "1"),
    ("summary", "2", "--format", "md"),
    ("summary", "4.txt"),
    ("print", "1", "3"),
    ("print", "1", "-o", "1.txt"),
    ("glossary",),
    ("glossary", "11"),
    ("glossary", "μπακαλιάρος"),
    ("glossary", "μπακαλιάρε"),
    ("glossary", "0000"),
    ("check",),
    ("annotate", "4.txt"),
    ("1",),
    (),
)


@pytest.mark.parametrize("argv", OUTPUTS, ids=" ".join)
def test_output_is_in_the_catalog_s_words(argv: tuple[str, ...], said: Said) -> None:
    Path("4.txt").write_text(greek.ARTICLE, encoding="utf-8")
    code, text = said(*argv)
    assert code in (0, 1)
    for command in ("reader show", "reader summary", "reader glossary"):
        text = text.replace(command, "")
    assert not untranslated(text, "--help", "p1", "p2", "entry/11", "entry/12"), text


@pytest.mark.parametrize("format", ["text", "markdown"])
def test_notes_are_in_the_catalog_s_words(format: str, said: Said) -> None:
    assert said("notes", "1", "--at", "p1", "--add", "1", "--tag", "2")[0] == 0
    code, text = said("notes", "--format", format)
    assert code == 0
    _first, *lines = text.splitlines()
    shown = "\n".join(re.sub(r"\b[0-9a-f]{12}\b", "", line) for line in lines)
    assert not untranslated(shown), text


def test_a_page_is_in_the_catalog_s_words(said: Said) -> None:
    _code, page = said("print", "2", "--format", "html")
    body = re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.S)
    assert not untranslated(body, "p1", "p2"), body


MISUSES = (
    ("notes", "--add", "1"),
    ("notes", "1", "--add", "1"),
    ("notes", "1", "--add", " ", "--at", "p1"),
    ("notes", "1", "--add", "1", "--at", "99"),
    ("notes", "1", "--add", "1", "--quote", "999"),
    ("notes", "1", "--at", "1"),
    ("show",),
    ("show", "1", "2"),
    ("show", "--0"),
    ("show", "99"),
    ("show", "9.txt"),
    ("show", "1/documents"),
    ("show", "5.txt"),
    ("show", "6.txt"),
    ("summary", "1", "--format", "0"),
    ("summary", "1", "--format"),
    ("print", "1", "-o", "1.txt", "--printer"),
    ("print", "1", "-o", "1.0"),
    ("print", "1", "-o", "/proc/1.txt"),
    ("print", "1", "--printer", "--format", "md"),
    ("print", "1", "-o", "0/0/0.txt"),
    ("print", "1", "2", "--claims", "1"),
    ("print", "1", "--claims", "99"),
    ("print", "4.txt", "--claims", "1"),
    ("terms",),
    ("terms", "1", "--json=0"),
    ("terms", "4.txt", "--glossary", "7.yaml"),
    ("terms", "4.txt", "--glossary", "8.yaml"),
    ("facts",),
    ("facts", "4.txt", "--published", "0"),
    ("facts", "4.txt", "--language", "0"),
    ("check", "9"),
    ("list", "--dossier"),
    ("list", "--dossier", "9"),
    ("--lang",),
    ("--0",),
    ("list", "--lang", "0"),
)


@pytest.mark.parametrize("argv", MISUSES, ids=" ".join)
def test_a_refusal_is_in_the_catalog_s_words(argv: tuple[str, ...], said: Said) -> None:
    Path("4.txt").write_text(greek.ARTICLE, encoding="utf-8")
    Path("5.txt").write_bytes(b"")
    Path("6.txt").write_bytes(b"\0\1\2")
    Path("8.yaml").write_text("[1\n", encoding="utf-8")
    code, text = said(*argv)
    assert code == 2
    assert text.count("\n") == 1, text
    assert not untranslated(text, *AS_THEY_ARE, "ru, en", "c1"), text


def test_a_printing_system_is_told_of_in_the_catalog_s_words(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    code, text = said("print", "1", "--printer", "0")
    assert code == 2
    assert not untranslated(text, "lp", "cups-client", "CUPS"), text


def test_settings_are_explained_in_the_catalog_s_words(said: Said) -> None:
    code, text = said("config")
    assert code == 0
    names, tables = [*settings.declared()], [f"[{name}]" for name in settings.TABLES]
    assert not untranslated(
        text,
        *names,
        "[keys]",
        *tables,
        "command = []",
        "{word}",
        "true",
        "false",
        '"text"',
        str(settings.path()),
    ), text


@pytest.mark.parametrize("wrong", ["0 = 1", "[1", "theme = 1", "keys = 1", "1 = [1", "1 = '1"])
def test_settings_that_are_wrong_are_told_of_in_the_catalog_s_words(wrong: str, said: Said) -> None:
    saving.write_atomically(settings.path(), f"{wrong}\n")
    code, text = said("check")
    assert code == 0
    assert str(settings.path()) in text
    names = (*settings.THEMES, "theme", "keys", "reader config")
    assert not untranslated(text, str(settings.path()), *names), text


def test_a_full_disk_is_told_of_in_the_catalog_s_words(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_text: str = "") -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(cli.console, "print_text", full)
    code, text = said("list")
    assert code == 2
    assert text
    assert not untranslated(text), text
