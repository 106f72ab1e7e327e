"""The preview of the print dialog: one at a time, of the latest choices."""

from __future__ import annotations

from reader.errors import ReaderError
from reader.language import messages
from reader.library.collection import Collection
from reader.tui import print_job
from reader.tui.print_job import Job
from reader.tui.print_messages import Previewed, Wanted
from reader.tui.widgets.blocks import Block
from reader.tui.widgets.text_view import TextView

EDGE = 3
"""Cells of a text view that hold no text."""


class PrintPreview(TextView):
    """Shows what would be printed; a worker makes it, and skips outdated jobs."""

    def __init__(self, collection: Collection) -> None:
        super().__init__(id="preview", measure=200)
        self.can_focus = False
        self._collection = collection
        self._wanted: Wanted | None = None
        self._being_made: Wanted | None = None

    def request(self, job: Job) -> None:
        """Preview a job as soon as it is made; do nothing while hidden."""
        width = self.size.width - EDGE
        if not self.is_attached or not self.display or width <= 0:
            return
        self._wanted = (job, width, messages.language())
        if self._being_made is None:
            self._make_preview(self._wanted)

    def _make_preview(self, wanted: Wanted) -> None:
        self._being_made = wanted
        job, width, _language = wanted

        def make() -> None:
            try:
                blocks = print_job.preview(self._collection, job, width)
            except ReaderError as error:
                blocks = [Block("failed", print_job.described(error), "note")]
            self.post_message(Previewed(wanted, blocks))

        self.run_worker(make, thread=True, group="preview")

    def on_previewed(self, event: Previewed) -> None:
        event.stop()
        self._being_made = None
        self.show(event.blocks)
        if self._wanted is not None and event.wanted != self._wanted:
            self._make_preview(self._wanted)
