"""What holds for every command: language, help, usage errors, exit codes, start, streams."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from reader import cli, saving, state, storage
from reader.cli import console
from reader.language import messages
from reader.launch import LaunchOptions
from reader.main import main
from reader.printing import pdf
from tests.cli.conftest import Run

COMMANDS = tuple(cli.COMMANDS)
PROJECT = Path(cli.__file__).parents[2]


def process(*argv: object, **environ: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "reader", *map(str, argv)],
        env={**os.environ, **environ},
        cwd=PROJECT,
        capture_output=True,
        check=False,
    )


# Language.


@pytest.mark.parametrize("words", [("--lang", "ru", "list"), ("list", "--lang", "ru"), ("list", "--lang=ru")])  # fmt: skip
def test_the_language_can_stand_before_or_after_the_command(
    run: Run, words: tuple[str, ...]
) -> None:
    assert "Два города" in run(*words).out


def test_the_environment_says_the_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ru_RU.UTF-8")
    assert "Два города" in run("list").out
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert "Two towns" in run("list").out


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output counts as a terminal."""
    monkeypatch.setattr("reader.cli.console.is_terminal", lambda stream: stream is sys.stdout)


@pytest.mark.usefixtures("at_a_terminal")
def test_on_a_terminal_the_language_last_used_beats_the_locale(run: Run) -> None:
    state.save(state.State(language="ru"))
    assert "Два города" in run("list").out


@pytest.mark.parametrize(
    "words",
    [("list",), ("list", "--json"), ("show", "water"), ("summary", "water", "--format", "json"),
     ("glossary", "--json"), ("print", "--all"), ("check",), ("config",), ("--help",), ()],
)  # fmt: skip
def test_no_key_of_the_screen_changes_what_a_script_gets(run: Run, words: tuple[str, ...]) -> None:
    before = run(*words)
    state.save(state.State(language="ru", theme="light"))
    assert run(*words) == before


def test_a_damaged_state_is_not_read_for_a_script(run: Run) -> None:
    saving.write_atomically(state.path(), "{")
    assert run("list").err == ""
    assert state.path().read_text() == "{"


@pytest.mark.usefixtures("at_a_terminal")
def test_the_configuration_beats_the_language_last_used(run: Run) -> None:
    state.save(state.State(language="ru"))
    saving.write_atomically(storage.config_home() / "config.toml", 'language = "en"\n')
    assert "Two towns" in run("list").out
    assert "Два города" in run("list", "--lang", "ru").out


def test_a_broken_configuration_is_one_line_and_nothing_more(run: Run) -> None:
    saving.write_atomically(storage.config_home() / "config.toml", "language = [\n")
    ran = run("list")
    assert ran.code == 0
    assert "config.toml" in ran.err
    assert ran.err.count("\n") == 1


def test_an_unknown_language_is_one_line_and_exit_2(run: Run) -> None:
    ran = run("list", "--lang", "xx")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "xx" in ran.err


# Help and usage.


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_english_has_no_cyrillic(run: Run, command: str) -> None:
    ran = run(*command.split(), "--help", "--lang", "en", own=False)
    assert ran.code == 0
    assert ran.out.startswith("usage: reader")
    assert not any("а" <= c.lower() <= "я" for c in ran.out)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_russian_has_none_of_argparses_english(run: Run, command: str) -> None:
    ran = run("--lang", "ru", *command.split(), "--help", own=False)
    assert ran.code == 0
    for english in ("usage", "positional", "options", "show this", "print ", "default"):
        assert english not in ran.out.replace("reader print", "").replace("  print  ", "")


def test_the_main_help_names_every_command(run: Run) -> None:
    out = run("--help").out
    for command in COMMANDS:
        assert f"\n  {command} " in out


@pytest.mark.parametrize(
    "words", [["show"], ["show", "a", "b"], ["list", "--nonsense"], ["summary", "x", "--format", "pdf2"]]
)  # fmt: skip
def test_wrong_usage_is_one_line_and_exit_2(run: Run, words: list[str]) -> None:
    for language in ("ru", "en"):
        ran = run(*words, "--lang", language)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert f"reader {words[0]} --help" in ran.err


def test_version(run: Run) -> None:
    from reader import __version__

    for words in (["--version"], ["list", "--version"], ["show", "--version"]):
        assert run(*words)[:2] == (0, f"reader {__version__}\n")


def test_after_two_dashes_nothing_is_a_command(run: Run) -> None:
    ran = run("--", "list")
    assert ran.code == 2
    assert "list" in ran.err


# Starting.


def test_without_a_terminal_reader_prints_the_documents_and_how_to_read_them(run: Run) -> None:
    ran = run("--lang", "en")
    assert ran.code == 0
    assert "water" in ran.out
    assert "reader show ARTICLE" in ran.out


def test_a_folder_with_a_dossier_opens_as_a_path(run: Run, dossier: Path) -> None:
    assert "Two towns" in run(dossier, "--lang", "en", own=False).out


def test_without_a_terminal_named_documents_are_printed(run: Run, original: Path) -> None:
    ran = run("water", original, "--lang", "ru")
    assert ran.code == 0
    assert "Воды хватит всем." in ran.out
    assert "хватит и мельнице" in ran.out


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> list[LaunchOptions]:
    """A terminal to open the app on; the starts that were asked for."""
    monkeypatch.setattr("reader.cli.console.is_terminal", lambda _stream: True)
    return []


def start(starts: list[LaunchOptions], *argv: object) -> int:
    def open_app(start: LaunchOptions) -> int:
        starts.append(start)
        return 0

    return cli.main([str(word) for word in argv], open_app=open_app)


def test_on_a_terminal_the_app_opens_with_what_was_asked_for(
    terminal: list[LaunchOptions], dossier: Path, original: Path
) -> None:
    assert start(terminal, "--dossier", dossier, "--lang", "en", original, "water") == 0
    (asked,) = terminal
    assert asked.collection.root == dossier
    assert asked.document == "water"
    language = asked.collection.own_language("water")
    assert asked.collection.view("water", language).text.kind == "original"
    assert asked.language == "en"


def test_the_document_named_first_opens_whatever_is_named_beside_it(
    terminal: list[LaunchOptions], dossier: Path, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("An article of its own.")
    for names, first in (
        (("water", article), "water"),
        ((article, "water"), "file:1"),
        (("water", article, article), "water"),
    ):
        assert start(terminal, "--dossier", dossier, *names) == 0
        assert terminal[-1].document == first


def test_bare_reader_opens_without_reading_the_dossier(
    terminal: list[LaunchOptions], tmp_path: Path
) -> None:
    # The app reads it, after its first frame: even a dossier that cannot be read gets so far.
    (tmp_path / "dossier.yaml").write_text("[")
    assert start(terminal, "--dossier", tmp_path) == 0
    (asked,) = terminal
    assert asked.collection.root == tmp_path
    assert not asked.collection.is_open
    assert asked.builder is not None
    asked.builder.wait(lambda _done, _total: None)


def test_no_screen_opens_for_a_folder_that_is_no_dossier(
    terminal: list[LaunchOptions], tmp_path: Path
) -> None:
    assert start(terminal, "--dossier", tmp_path) == 2
    assert terminal == []


def test_a_bad_name_is_told_before_the_app_opens(
    terminal: list[LaunchOptions], dossier: Path
) -> None:
    assert start(terminal, "--dossier", dossier, "nonsense") == 2
    assert terminal == []


# Checking.


def test_a_sound_dossier_checks_with_exit_0(run: Run, dossier: Path) -> None:
    ran = run("check", dossier, "--lang", "en", own=False)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "towns: 1 article, 2 glossary entries, no errors.\n"


def test_findings_are_lines_with_file_line_and_column_and_exit_2(run: Run, dossier: Path) -> None:
    glossary = dossier / "glossary.yaml"
    glossary.write_text(glossary.read_text().replace("kind: place", "kind: lake"))
    ran = run("check", dossier, own=False)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith(f"{glossary}:2:")


def test_a_folder_that_is_no_dossier_is_exit_2(run: Run, tmp_path: Path) -> None:
    for words in (["check", tmp_path / "none"], ["list", "--dossier", tmp_path / "none"]):
        ran = run(*words, own=False)
        assert (ran.code, ran.err.count("\n")) == (2, 1)


# Streams, in a process of their own.


def test_no_command_of_the_shell_loads_textual(dossier: Path) -> None:
    probe = """
import sys
from reader.main import main
sys.stdout = open("/dev/null", "w")
root = sys.argv[1]
for words in (["list"], ["show", "water"], ["summary", "water"], ["glossary"], ["glossary", "lake"],
              ["terms", "/dev/null"], ["annotate", "water"], ["print", "water", "--format", "html"],
              ["check", root], ["config"], ["--help"], []):
    main(["--dossier", root, *words])
    for name in ("textual", "rich"):
        if name in sys.modules:
            sys.exit(f"{words} loads {name}")
"""
    done = subprocess.run(
        [sys.executable, "-c", probe, dossier], capture_output=True, check=False, cwd=PROJECT
    )
    assert done.returncode == 0, done.stderr


def test_terms_loads_nothing_that_it_does_not_use(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Long Lake")
    probe = """
import sys
from reader.main import main
main(sys.argv[1:])
heavy = {"yaml", "babel", "pymorphy3", "html", "tomllib", "subprocess", "shutil",
         "reader.printing", "reader.dossiers.yaml_tree", "reader.dossiers.loader"}
sys.exit(" ".join(heavy & set(sys.modules)) or 0)
"""
    words = [
        sys.executable,
        "-c",
        probe,
        "terms",
        str(tmp_path / "a.txt"),
        "--dossier",
        str(dossier),
    ]
    subprocess.run(words, capture_output=True, check=False, cwd=PROJECT)  # fills the caches
    done = subprocess.run(words, capture_output=True, check=False, cwd=PROJECT)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_reader_that_leaves_is_no_error(dossier: Path) -> None:
    command = f"{sys.executable} -m reader glossary --json --dossier {dossier}"
    loop = f"(for i in 1 2 3; do {command}; done) | head -n 1"
    done = subprocess.run(["sh", "-c", loop], capture_output=True, check=False, cwd=PROJECT)
    assert (done.returncode, done.stderr) == (0, b"")
    broken = subprocess.Popen(
        [sys.executable, "-m", "reader", "list", "--dossier", dossier],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=PROJECT,
    )
    assert broken.stdout
    assert broken.stderr
    broken.stdout.close()
    assert broken.stderr.read() == b""
    assert broken.wait() == cli.BROKEN_PIPE
    broken.stderr.close()


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_a_machine_without_a_locale_gets_utf8(dossier: Path, environ: dict[str, str]) -> None:
    done = process("show", "water", "--lang", "ru", "--dossier", dossier, **environ)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Воды хватит всем." in done.stdout.decode()


def test_another_encoding_gets_escapes_for_what_it_lacks(dossier: Path) -> None:
    done = process(
        "show", "water", "--lang", "ru", "--dossier", dossier, PYTHONIOENCODING="latin-1"
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\u0412\u043e\u0434\u044b" in done.stdout


def test_json_and_html_are_utf8_in_every_locale(dossier: Path) -> None:
    for format in ("json", "html"):
        words = ("summary", "water", "--format", format, "--lang", "ru", "--dossier", dossier)
        assert "Мельница" in process(*words, PYTHONIOENCODING="koi8-r").stdout.decode()


def test_a_full_disk_is_one_line_and_exit_2(dossier: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    with full.open("w") as out:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "list", "--dossier", dossier],
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=PROJECT,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def streams(closing: str, *words: object) -> subprocess.CompletedProcess[bytes]:
    """Run the program from a shell that closes or redirects its streams."""
    return subprocess.run(
        [
            "/bin/sh",
            "-c",
            f'exec "$@" {closing}',
            "sh",
            sys.executable,
            "-m",
            "reader",
            *map(str, words),
        ],
        cwd=PROJECT,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("format", ["text", "md", "html", "pdf", "json"])
@pytest.mark.parametrize(
    ("closing", "said"), [(">&-", b"Standard output is closed"), (">/dev/full", b"No space left")]
)
def test_what_could_not_be_written_is_one_line_and_exit_2(
    dossier: Path, format: str, closing: str, said: bytes
) -> None:
    if format == "pdf" and not pdf.available():
        pytest.skip("needs the extra pdf (typst)")
    done = streams(closing, "print", "water", "--format", format, "--dossier", dossier)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert said in done.stderr


@pytest.mark.parametrize("words", [("list",), ("list", "--json"), ("show", "water"), ("--version",), ("--help",)])  # fmt: skip
def test_a_closed_standard_output_is_told_by_every_command(
    dossier: Path, words: tuple[str, ...]
) -> None:
    done = streams(">&-", *words, *(["--dossier", dossier] if words[0][0] != "-" else []))
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)


@pytest.mark.parametrize(
    "closing", ["2>/dev/full", "2>&-", "2>/dev/full >/dev/full", "<&- >&- 2>&-"]
)
@pytest.mark.parametrize("words", [("show", "nosuch"), ("list", "--nosuch"), ("--lang", "xx-")])
def test_an_error_that_cannot_be_told_keeps_its_exit_code(
    dossier: Path, closing: str, words: tuple[str, ...]
) -> None:
    assert streams(closing, *words, "--dossier", dossier).returncode == 2


def test_a_file_is_written_whatever_the_streams_are(dossier: Path, tmp_path: Path) -> None:
    for number, closing in enumerate((">&-", "2>&-", "<&- >&- 2>&-", "2>/dev/full")):
        path = tmp_path / f"{number}.md"
        assert streams(closing, "print", "water", "-o", path, "--dossier", dossier).returncode == 0
        assert path.read_text().startswith("# ")


@pytest.mark.parametrize(("no_color", "styled"), [("", True), ("1", False)])
def test_emphasis_is_for_terminals_that_want_it(dossier: Path, no_color: str, styled: bool) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "show", "water", "--dossier", dossier],
        stdout=theirs,
        env={**os.environ, "NO_COLOR": no_color, "TERM": "xterm"},
        cwd=PROJECT,
    ) as child:
        os.close(theirs)
        out = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end has closed
                break
            if not piece:
                break
            out += piece
    os.close(ours)
    assert child.returncode == 0
    assert (b"\x1b[" in out) is styled


# Progress.


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "1,200 / 10,000"), ("ru", "1\xa0200 / 10\xa0000")]
)
def test_progress_groups_the_digits_of_its_numbers(
    language: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(messages, "language", lambda: language)
    show = console.progress("Documents")
    assert show is not None
    show(1200, 10000)
    assert f"Documents: {shown}" in terminal.getvalue()


@pytest.mark.parametrize("columns", ["²", "①", "9" * 5000, "-1", "0", "", "1e3", "٣٠", "100000"])
def test_columns_that_are_not_a_number_are_as_good_as_none(
    columns: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert console.columns() == 80
    assert cli.main(["list"]) == 0
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(("variable", "value"), [("COLUMNS", "²"), ("LINES", "9" * 5000)])
def test_no_library_meets_a_size_that_is_not_a_number(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    cli.main(["config"])
    assert variable not in os.environ


def test_config_prints_no_path_or_name_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "\x1b[31mred\n\u202e"
    (home / "reader").mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    keys = '[keys]\n"\\u001b[31m\\u009b" = "q\\u007f"\nhelp = "x"\n'
    (home / "reader" / "config.toml").write_text(f'language = "\\u202e"\n{keys}', encoding="utf-8")
    assert main(["config"]) == 2
    printed, said = capsys.readouterr()
    assert set(said) - {"\n"} == {c for c in said if c.isprintable() and c != "\u202e"}
    assert set(printed) - {"\n"} == {c for c in printed if c.isprintable() and c != "\u202e"}
    found = tomllib.loads(printed)
    assert found["language"] == "\u202e"
    assert found["keys"] == {"\x1b[31m\x9b": "q\x7f", "help": "x"}


@pytest.mark.parametrize("home", ["", ".", "relative", "./a/../b"])
@pytest.mark.parametrize("command", [["list"], ["terms", "--help"], ["config"]])
def test_a_home_that_is_not_a_path_makes_no_folder_where_one_stands(
    home: str, command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Known:
        pw_dir = str(tmp_path / "known")

    monkeypatch.setattr("pwd.getpwuid", lambda _number: Known)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", home)
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", home)
    assert cli.main(command) == 0
    state.save(state.State(language="ru"))
    assert [path.name for path in tmp_path.iterdir()] == ["known"]
    assert state.path() == tmp_path / "known" / ".local" / "state" / "reader" / "state.json"


@pytest.mark.usefixtures("at_a_terminal")
def test_what_cannot_be_remembered_is_told_once_and_stops_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    state.path().parent.mkdir(parents=True)
    os.mkfifo(state.path())
    assert cli.main(["list"]) == 0
    assert "state.damaged" in capsys.readouterr().err
    assert cli.main(["list"]) == 0
