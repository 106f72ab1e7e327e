"""Completions and the manual, which come from the parsers of the commands."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import COMMANDS, completions, grammar, manual
from reader.language import interface
from tests.cli.conftest import Run

TRY = """\
reader() { %s -m reader "$@"; }
compopt() { :; }
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); COMP_WORDBREAKS='><=;|&(:'
COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
_reader
printf '%%s\\n' "${COMPREPLY[@]}"
"""


def completed(folder: Path, *words: object) -> list[str]:
    """What bash offers in ``folder`` for the last of ``words``."""
    script = completions.script("bash") + TRY % shlex.quote(sys.executable)
    done = subprocess.run(
        ["bash", "-c", script, "bash", *map(str, words)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("reader", "su"), ["summary"]),
        (("reader", "--lang", "ru", "pri"), ["print"]),
        (("reader", "--lang", "=", "r"), ["ru"]),
        (("reader", "--lang", "=", "ru", "pri"), ["print"]),
        (("reader", "print", "--lang", "b"), ["both"]),
        (("reader", "print", "--fo"), ["--format", "--force"]),
        (("reader", "print", "--format", "p"), ["pdf"]),
        (("reader", "summary", "--format", "p"), []),
        (("reader", "catalogs", ""), ["update", "check", "stats"]),
        (("reader", "catalogs", "update", ""), ["folder"]),
        (("reader", "catalogs", "--add", "de", "u"), ["update"]),
        (("reader", "completions", ""), ["bash", "zsh", "fish"]),
        (("reader", "completions", "bash", ""), []),
        (("reader", "terms", ""), ["folder", "article.txt", "note:one.txt", "note:two.txt"]),
        (("reader", "terms", "article.txt", "--js"), ["--json"]),
        (("reader", "print", "-o", "art"), ["article.txt"]),
        (("reader", "--dossier", ""), ["folder"]),
        (("reader", "--", "lis"), []),
        (("reader", "show", "note", ":"), ["one.txt", "two.txt"]),
        (("reader", "show", "note", ":", "t"), ["two.txt"]),
        (("reader", "show", "art"), ["article.txt"]),
        (("reader", "catalogs", "update", "note", ":", "one.txt", ""), []),
        (("reader", "print", "note", ":", "one.txt", "--format", "p"), ["pdf"]),
    ],
)
def test_bash_completes(tmp_path: Path, words: tuple[str, ...], offered: list[str]) -> None:
    for name in ("article.txt", "note:one.txt", "note:two.txt"):
        (tmp_path / name).write_text("A text.")
    (tmp_path / "folder").mkdir()
    assert sorted(completed(tmp_path, *words)) == sorted(offered)


def test_bash_completes_the_ids_of_documents_and_names_of_files(
    tmp_path: Path, dossier: Path
) -> None:
    (tmp_path / "water.txt").write_text("A text.")
    for words in (
        ("show", "wa"),
        ("print", "--all", "wa"),
        ("wa",),
        ("summary", "--lang", "ru", "wa"),
    ):
        found = completed(tmp_path, "reader", "--dossier", dossier, *words)
        assert found == ["water", "water.txt"], words


@pytest.mark.parametrize("shell", completions.SHELLS)
def test_every_command_and_option_is_completed(run: Run, shell: str) -> None:
    ran = run("completions", shell)
    assert (ran.code, ran.err) == (0, "")
    for command in grammar.commands():
        assert command.name in ran.out
        for option in command.options:
            for name in option.names:
                assert (name if shell != "fish" else name.lstrip("-")) in ran.out


def test_descriptions_are_in_the_language_chosen_and_quoted(run: Run) -> None:
    words = interface.translator("ru")(COMMANDS["show"])
    for shell in ("zsh", "fish"):
        assert words in run("completions", shell, "--lang", "ru").out
    help = "it’s 'a' [thing]: \\ \"x\""
    option = grammar.Option(("--one",), help, None)
    assert list(completions._zsh_option(option)) == [
        "'(--one)--one[it’s '\\''a'\\'' \\[thing\\]\\: \\\\ \"x\"]'"
    ]
    assert completions._fish_option(option) == "-l one -d 'it’s \\'a\\' [thing]: \\\\ \"x\"'"


def test_a_shell_that_is_not_known_is_exit_2(run: Run) -> None:
    ran = run("completions", "csh", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "bash" in ran.err


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_the_manual_has_every_command_argument_and_option(language: str) -> None:
    interface.set_language(language)
    try:
        page, commands = manual.page(), grammar.commands()
    finally:
        interface.set_language("en")
    plain = page.replace("\\-", "-").replace("\\&", "")
    assert page.startswith(".TH READER 1 ")
    for command in commands:
        if command.name:
            assert f'\n.SS "{command.name}"\n' in plain
        for option in command.options:
            assert ", ".join(option.names) in plain
            assert option.help in plain
        for value in command.arguments:
            assert f'\n.B "{value.name}"\n{value.help}\n' in plain
    assert len(commands) == len(COMMANDS) + 1


def test_nothing_in_the_manual_is_an_order_to_troff() -> None:
    assert manual._text(".so /etc/passwd") == "\\&.so /etc/passwd"
    assert manual._text("'x \\n -o") == "\\&'x \\en \\-o"
    assert manual._quoted('a "b"') == '"a \\(dqb\\(dq"'
