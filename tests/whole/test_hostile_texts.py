"""No text from outside acts: not on a terminal, not in a page, not in a widget, not in a pipe."""

from __future__ import annotations

import io
from html.parser import HTMLParser
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader import cli
from reader.articles import reading, recognition
from reader.dossiers import loader
from reader.tui.app import ReaderApp
from tests.tui.opened import MIDDLE, WIDE, opened, settled
from tests.tui.screens import screen_lines, screen_rows
from tests.whole import hostile

NAME = "a\x1b]52;c;eA==\x07\x9b2J\u202e[b]\n<i>.txt"
COMMANDS = (
    ("list",),
    ("list", "--json"),
    ("show", "water"),
    ("show", "water", "--json"),
    ("show", NAME),
    ("show", NAME, "--json"),
    ("show", "-"),
    (NAME,),
    ("water", NAME),
    ("summary", "water"),
    ("summary", NAME),
    *(("summary", "water", "--format", format) for format in ("text", "md", "html", "json")),
    *(("print", "water", NAME, "--format", format) for format in ("text", "md", "html", "json")),
    ("print", "water", "--claims", "\x1b[2J\u202e"),
    ("glossary",),
    ("glossary", "--json"),
    ("glossary", "lake"),
    ("glossary", "lake", "--json"),
    ("glossary", "\x1b[2J\u202e\x9b"),
    ("terms", NAME),
    ("terms", NAME, "--json"),
    ("terms", "-", "--json", "--nested"),
    ("facts", NAME),
    ("facts", NAME, "--json", "--published", "2026-02-10"),
    ("facts", "-", "--sentences"),
    *(("annotate", NAME, "--format", format) for format in ("md", "html")),
    *(("annotate", "water", "--format", format) for format in ("md", "html")),
    ("check",),
    ("show", "\x1b[2J\u202e.txt"),
    ("list", "--lang", "\x1b[2J\u202e"),
    ("show", "water", "--\x1b[2J\u202e"),
    ("list", "--dossier", "\x1b[2J\u202e"),
    ("print", "water", "-o", "\x1b[2J\u202e/\x9b.txt"),
    ("print", "water", "-o", "\x1b[2J\u202e\x9b.txt"),
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path(NAME).write_text(hostile.ARTICLE, encoding="utf-8", newline="")
    return hostile.dossier(tmp_path)


def _harmful(data: bytes) -> list[str]:
    return hostile.HARMFUL.findall(data.decode("utf-8"))


class _Page(HTMLParser):
    """What a browser would run or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "img", "iframe", "object", "i", "b", "link"):
            self.dangers.append(tag)
        for name, value in attrs:
            active = name.startswith("on") or name == "src"
            if active or (name == "href" and not (value or "").startswith("#")):
                self.dangers.append(f"{name}={value}")


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("argv", COMMANDS, ids=repr)
def test_a_command_writes_nothing_that_steers(
    argv: tuple[str, ...],
    language: str,
    root: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(hostile.ARTICLE.encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stdin)
    code = cli.main(["--dossier", str(root), "--lang", language, *argv])
    out, err = capsysbinary.readouterr()
    assert code in (0, 1, 2)
    assert out or err
    assert not _harmful(out)
    assert not _harmful(err)
    assert b"Traceback" not in err
    if "html" in argv:
        page = _Page()
        page.feed(out.decode())
        assert not page.dangers


def test_a_printed_file_holds_nothing_that_steers(root: Path) -> None:
    for suffix in (".txt", ".md", ".html", ".json"):
        path = root / f"printed{suffix}"
        assert cli.main(["--dossier", str(root), "print", "water", "-o", str(path)]) == 0
        assert not _harmful(path.read_bytes())


BOMB = "- &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"- &{new} [*{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}, *{old}]\n"
    for old, new in zip("abcdefghijklmno", "bcdefghijklmnop", strict=True)
)


def _findings(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What ``reader check`` finds in a dossier, one line each."""
    cli.main(["check", str(root)])
    out, err = capsys.readouterr()
    return [*out.splitlines(), *err.splitlines()]


def test_a_bomb_of_aliases_is_one_finding(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _findings(root, capsys)
    (root / "documents" / "bomb.yaml").write_text(BOMB)
    assert cli.main(["check", str(root)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len([line for line in err.splitlines() if line not in before]) == 1
    assert "bomb.yaml:" in err


@pytest.mark.parametrize(
    "link",
    ["documents/out.yaml", "documents", "glossary.yaml", "locales/en/LC_MESSAGES/towns.po"],
)
def test_a_link_that_leaves_the_dossier_is_one_finding(
    link: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _findings(root, capsys)
    inside, outside = root / link, tmp_path / "outside"
    if inside.exists():
        inside.rename(outside)
    else:
        outside.write_text("language: ru\n")
    inside.symlink_to(outside)
    assert cli.main(["check", str(root)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert Path(link).name in err
    assert len([line for line in err.splitlines() if line not in before]) == 1


# The screen.


def _assert_harmless(app: ReaderApp) -> None:
    for line in screen_lines(app):
        assert not hostile.HARMFUL.search(line), line
    for note in app._notifications:
        assert not hostile.HARMFUL.search(note.message), note.message
    for row in screen_rows(app):
        for segment in row:
            meta = segment.style.meta if segment.style else {}
            assert "@click" not in meta
            assert not (segment.style and segment.style.link)


async def _walk(app: ReaderApp, pilot: Pilot[int]) -> str:
    """Everywhere that texts are shown; what was seen."""
    seen: list[str] = []

    async def look(*keys: str) -> None:
        await pilot.press(*keys)
        await settled(app, pilot)
        _assert_harmless(app)
        seen.extend(screen_lines(app))

    await look()
    await look("t", "space", "space", "G", "g")
    await look("tab", "t", "G", "g")
    for entry in ("lake", "swamp"):
        app.main.open_entry(entry)
        await look()
        await look("G")
        await look("q")
    await look("P", "up", "left")
    await look("f5")
    await look("pagedown")
    await look("escape", "escape")
    await look("w")
    await look("down")
    await look("enter")
    await look("q", "escape")
    await look("L", "tab", "tab")
    return "\n".join(seen)


async def test_a_hostile_dossier_is_shown_as_harmless_characters(root: Path) -> None:
    async with opened("en", WIDE, root=root) as (app, pilot):
        seen = await _walk(app, pilot)
        assert app.is_running
        assert len(app.screen_stack) == 1
    assert "␛[2J" in seen
    assert "‹RLO›" in seen
    assert "[@click=app.quit]quit[/]" in seen.replace("\n", " ")


async def test_a_hostile_article_is_shown_as_harmless_characters(root: Path) -> None:
    text = reading.read_article(Path(NAME)).text
    article = recognition.open_article(text, NAME, loader.load(root).documents)
    async with opened("ru", WIDE, root=root, articles=(article,)) as (app, pilot):
        seen = await _walk(app, pilot)
        assert app.is_running
    assert "␛]52;c;" in seen


@pytest.mark.parametrize(
    "text",
    [
        "я" * 1_000_000,
        "з" + "\u0301" * 100_000,
        "\t" * 100_000 + "x",
        "слово\n" * 100_000,
        "\u202e" * 50_000,
        "👩‍" * 50_000,
    ],
    ids=["one word", "zalgo", "tabs", "lines", "bidi", "joined"],
)
async def test_an_enormous_or_odd_article_opens(text: str, root: Path) -> None:
    Path("4.txt").write_text(text, encoding="utf-8")
    article = recognition.open_article(
        reading.read_article(Path("4.txt")).text, "4.txt", loader.load(root).documents
    )
    async with opened("ru", MIDDLE, root=root, articles=(article,)) as (app, pilot):
        await pilot.press("G", "g", "d", "tab", "L")
        _assert_harmless(app)
        assert app.is_running
