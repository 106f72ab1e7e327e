"""The search of many texts for the mentions of an entry, beside whatever else is done meanwhile."""

from __future__ import annotations

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from reader.language import dates, messages
from reader.language.messages import _
from reader.library.collection import Collection

FEW = 100
"""Texts that are searched while one waits for the next frame."""
_STEP = 50
"""Texts after which it is told how many were searched."""


class Searched(Message):
    """So many of so many texts were searched for the mentions of an entry; of all, it is done."""

    def __init__(self, entry: str, done: int, total: int) -> None:
        super().__init__()
        self.entry = entry
        self.done = done
        self.total = total

    @property
    def is_done(self) -> bool:
        return self.done == self.total

    @property
    def text(self) -> str:
        """What is told of it."""
        language = messages.language()
        return _("Looking for mentions: {done} of {total} articles").format(
            done=dates.number(self.done, language), total=dates.number(self.total, language)
        )


def begin(screen: Screen[object], collection: Collection, entry: str) -> Searched | None:
    """Begin to search for an entry in a worker of a screen, which is posted :class:`Searched`.

    ``None``: there are few texts to be searched, which takes no worker. Another such worker of the
    screen ends; what it has found stays known.
    """
    mentioned, language = collection.mentioned, messages.language()
    total = len(mentioned.waiting(entry, language))
    if total <= FEW:
        return None

    def search() -> None:
        worker = get_current_worker()

        def progress(done: int, of: int) -> None:
            if done % _STEP == 0 or done == of:
                screen.post_message(Searched(entry, done, of))

        mentioned.search(entry, language, progress, lambda: worker.is_cancelled)

    screen.run_worker(search, thread=True, group=GROUP, exclusive=True)
    return Searched(entry, 0, total)


def cancel(screen: Screen[object]) -> None:
    """End the search of a screen."""
    screen.workers.cancel_group(screen, GROUP)


GROUP = "mentions-of-entry"
