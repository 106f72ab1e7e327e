"""What the workers of the print dialog tell it."""

from __future__ import annotations

from textual.message import Message

from reader.tui.print_job import Job, Turn
from reader.tui.widgets.blocks import Block

Wanted = tuple[Job, int, str]
"""What a preview is of: a job, the cells of a line, the interface's language."""


class Previewed(Message):
    """A preview is ready."""

    def __init__(self, wanted: Wanted, blocks: list[Block]) -> None:
        super().__init__()
        self.wanted = wanted
        self.blocks = blocks


class PrintersFound(Message):
    """CUPS has said which printers there are."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names


class Progressed(Message):
    """A document is being made ready: its number, from 1, and how many there are."""

    def __init__(self, turn: Turn, number: int, total: int) -> None:
        super().__init__()
        self.turn = turn
        self.number = number
        self.total = total


class Printed(Message):
    """What was written and handed over, and what to say of it: nothing where the screen has to do that."""

    def __init__(self, turn: Turn, written: str | bytes, said: str, destination: str) -> None:
        super().__init__()
        self.turn = turn
        self.written = written
        self.said = said
        self.destination = destination


class Failed(Message):
    """Nothing was printed, and why."""

    def __init__(self, turn: Turn, said: str) -> None:
        super().__init__()
        self.turn = turn
        self.said = said
