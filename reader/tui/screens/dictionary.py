"""What a command of the reader's says of a word: a dictionary, a translator; shown as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from reader import outside
from reader.errors import ReaderError
from reader.language.messages import N_, _
from reader.language.sanitize import clean_line, sanitize
from reader.outside import NotWantedError
from reader.tui.keys import commands
from reader.tui.screens.modal import ReaderModal
from reader.tui.session import Session
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.key_bar import KeyBar
from reader.tui.widgets.text_view import TextView

SECONDS, LARGEST = 20.0, 64 * 2**10
"""How long a look-up may take, and how many bytes it may answer."""
WORD = "{word}"
"""What stands for the word among the words of the command."""
LONGEST = 200
"""Characters of what is looked up."""

NO_COMMAND = N_(
    "No dictionary is set. Name a program in the configuration, such as: [lookup] command ="
    ' ["sdcv", "-n", "{word}"]'
)
WAITING = N_("Looking up “{word}” …")


class LookedUp(Message):
    """A command has answered about a word, or ``error`` tells why not."""

    def __init__(self, word: str, text: str, error: ReaderError | None = None) -> None:
        super().__init__()
        self.word = word
        self.text = text
        self.error = error


def look_up(screen: Screen[None], command: Sequence[str], word: str) -> None:
    """Have a worker ask the command about a word; the screen gets :class:`LookedUp`."""
    # As a word of the command it is never an option, whatever the text has.
    word = clean_line(word).strip()[:LONGEST].lstrip("-").strip()
    if not word:
        return
    words = [part.replace(WORD, word) for part in command]
    data = b"" if words != [*command] else f"{word}\n".encode("utf-8", "replace")

    def ask() -> None:
        worker = get_current_worker()
        try:
            text = outside.answer(
                words,
                data,
                seconds=SECONDS,
                largest=LARGEST,
                is_wanted=lambda: not worker.is_cancelled,
            )
        except NotWantedError:
            return
        except ReaderError as error:
            screen.post_message(LookedUp(word, "", error))
        else:
            screen.post_message(LookedUp(word, text))

    screen.notify(_(WAITING).format(word=word), markup=False)
    screen.run_worker(ask, thread=True, group="dictionary", exclusive=True)


class DictionaryScreen(ReaderModal[None]):
    """Shows the answer of a command about a word."""

    PARTS = commands.SCREENS["dictionary"]
    BINDINGS: ClassVar[list[BindingType]] = commands.bindings(*PARTS)
    CSS_PATH = "dictionary.tcss"
    view = getters.query_one(TextView)

    def __init__(self, session: Session, word: str, text: str) -> None:
        super().__init__(session)
        self.word = word
        self.lines = [line.rstrip() for line in sanitize(text).expandtabs(4).splitlines()]

    def compose(self) -> ComposeResult:
        yield TextView(measure=76, id="dictionary")
        yield KeyBar(self.session, *self.PARTS)

    def on_mount(self) -> None:
        blocks = [Block("word", self.word, "title")]
        gap = 1
        for number, line in enumerate(self.lines):
            if line.strip():
                blocks.append(Block(f"line/{number}", line, gap=gap))
            gap = 0 if line.strip() else 1
        self.view.show(blocks)
        self.view.focus()
