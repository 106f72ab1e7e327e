"""Moving about in a real terminal, under a shell that has job control, and a second start."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.whole.test_terminal import Screen


class Words(NamedTuple):
    """What the screen says in a language."""

    locale: str
    quit: str
    paragraph: str
    close: str
    hints: str
    of: str
    articles: str
    summary: str
    cited: str
    letters: tuple[str, ...]
    """The keys of f, j, l and z; as the language's keyboard has them."""


RUSSIAN = Words(
    "ru_RU",
    "Выход",
    "Абзац {n} из",
    "Закрыть",
    "Наберите буквы",
    "из",
    "Статьи",
    "Сводка",
    "на этот абзац",
    ("а", "о", "д", "я"),
)
ENGLISH = Words(
    "en_US",
    "Quit",
    "Paragraph {n} of",
    "Close",
    "Type the letters",
    "of",
    "Articles",
    "Summary",
    "cites? this",
    ("f", "j", "l", "z"),
)


@pytest.fixture(params=[((120, 40), RUSSIAN), ((80, 24), ENGLISH)], ids=["120x40-ru", "80x24-en"])
def shown(request: pytest.FixtureRequest) -> tuple[tuple[int, int], Words]:
    """Each size and each language once: the one decides where things are, the other what they say."""
    found: tuple[tuple[int, int], Words] = request.param
    return found


@pytest.fixture
def size(shown: tuple[tuple[int, int], Words]) -> tuple[int, int]:
    return shown[0]


@pytest.fixture
def words(shown: tuple[tuple[int, int], Words]) -> Words:
    return shown[1]


@pytest.fixture
def shell(tmp_path: Path, size: tuple[int, int], words: Words) -> Iterator[Screen]:
    socket = f"reader-{uuid.uuid4().hex}"
    command = "PS1='shell: ' bash --norc --noprofile -i"
    screen = Screen(tmp_path, size, socket, command=command, language=words.locale)
    yield screen
    screen.end()


def _start(shell: Screen, words: Words) -> None:
    """Start the program, and wait until it has found the terms and counted citations."""
    shell.wait_for("shell:")
    shell.press(Screen.READER, "Enter")
    shell.wait_for(words.quit)
    shell.wait_until(lambda text: re.search(rf"{words.cited}[^…\n]*$", text, re.M), "no terms")


def test_numbers_letters_and_mentions(shell: Screen, words: Words) -> None:
    hint, down = words.letters[:2]
    _start(shell, words)

    # A number before a key: shown, cleared by Esc, a paragraph's number.
    shell.press("4", "2")
    shell.wait_until(lambda text: re.search(r" 42 *$", text, re.M), "no number")
    shell.press("Escape")
    shell.wait_until(lambda text: not re.search(r" 42 *$", text, re.M), "the number stays")
    shell.press("7", "G")
    shell.wait_for(words.paragraph.format(n=7))
    shell.press("3", "{")
    shell.wait_for(words.paragraph.format(n=4))
    shell.press("2", down, "2", "k", "C-d", "C-u", "4", "g")
    shell.wait_for(words.paragraph.format(n=4))

    # Letters at links, in the layout that is on.
    shell.press(hint)
    shell.wait_for(words.hints)
    shell.press("Escape")
    shell.wait_for(words.paragraph.format(n=4))
    shell.press(hint)
    shell.wait_for(words.hints)
    shell.press(hint)
    shell.wait_for(words.close)
    shell.press("Escape")
    shell.wait_for(words.quit)

    # Every mention of a term, over documents.
    shell.press("t", "*")
    text = shell.wait_until(
        lambda text: re.search(rf"\d+ {words.of} (\d+) *$", text, re.M), "no count"
    )
    shell.press("#")
    shell.wait_until(lambda now: now != text, "not back")
    shell.press("q")
    shell.wait_for("shell:")


def test_panes_suspending_and_what_the_next_start_keeps(
    shell: Screen, size: tuple[int, int], words: Words
) -> None:
    right, zoom = words.letters[2:]
    _start(shell, words)

    # Panes: by letter, by number, alone, wider.
    shell.press(right)
    shell.settled()
    shell.press("1")  # and nothing after it
    first = rf"━ ?{words.articles}|{words.articles.upper()}"  # its frame, or its name in the row of names
    shell.wait_until(lambda text: re.search(first, text), "no first pane")
    shell.press("2", "Tab")
    shell.settled()
    if size[0] >= 100:
        shell.wait_for(words.summary)
        shell.press("3", ">")
        shell.settled()
        shell.press(zoom)
        shell.wait_until(lambda text: f"─ {words.summary}" not in text, "the panes stay")

    # The shell has the terminal, and gives it back.
    shell.press("C-z")
    shell.wait_for("Stopped")
    assert words.quit not in shell.text()
    shell.press("fg", "Enter")
    shell.wait_for(words.quit)

    # The next start has the panes as they were.
    before = shell.settled().splitlines()[1]
    shell.press("q")
    shell.wait_for("shell:")
    shell.press("clear", "Enter")
    shell.settled()
    _start(shell, words)
    assert shell.settled().splitlines()[1] == before
    if size[0] >= 100:
        shell.press(zoom)
        shell.wait_for(f"─ {words.summary}")
    shell.press("q")
    shell.wait_for("shell:")
