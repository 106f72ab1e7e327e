"""Messages of the print dialog's workers."""

from __future__ import annotations

from textual.message import Message

from reader.tui.print_job import CancellationToken, Job
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
    """CUPS has answered which printers there are."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names


class Progressed(Message):
    """A document is being built: its number, from 1, and how many there are."""

    def __init__(self, token: CancellationToken, number: int, total: int) -> None:
        super().__init__()
        self.token = token
        self.number = number
        self.total = total


class Printed(Message):
    """A job was written and, unless the screen has to do so, delivered."""

    def __init__(
        self, token: CancellationToken, written: str | bytes, text: str, destination: str
    ) -> None:
        super().__init__()
        self.token = token
        self.written = written
        self.text = text
        self.destination = destination


class Failed(Message):
    """Nothing was printed; ``text`` tells why."""

    def __init__(self, token: CancellationToken, text: str) -> None:
        super().__init__()
        self.token = token
        self.text = text
