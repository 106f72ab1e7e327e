"""The cursor: the block that commands act on, and how it and the view move by key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from reader.tui.widgets.text.block_list import BlockList
from reader.tui.widgets.text.viewport import ScrollAnchor, Viewport

SKIPPED = frozenset(("heading", "title", "meta"))
"""Roles that the cursor doesn't stop at."""


class Cursor:
    """Stands on one of ``blocks`` and moves ``viewport``.

    ``by_block``: a line key goes from block to block, not from row to row. With ``leads`` it
    stands for each block on the one that has its number there.
    """

    def __init__(self, blocks: BlockList, viewport: Viewport, *, by_block: bool = False) -> None:
        self._blocks = blocks
        self._viewport = viewport
        self.by_block = by_block
        self.leads: Sequence[int] = ()
        self.number = self.next_stop(-1, 1)

    # where it stands

    def _lead(self, number: int) -> int:
        return self.leads[number] if self.leads else number

    def _stops(self, numbers: Iterable[int]) -> Iterator[int]:
        return (
            number
            for number in numbers
            if self._lead(number) == number and self._blocks[number].role not in SKIPPED
        )

    def next_stop(self, number: int, step: int) -> int:
        """Return the next block to stop at, or the nearest block without one."""
        count = len(self._blocks)
        ahead = range(number + 1, count) if step > 0 else range(number - 1, -1, -1)
        return next(self._stops(ahead), max(0, min(number, count - 1)))

    @property
    def blocks(self) -> range:
        """The numbers of the blocks that it stands for: with ``leads`` they may be several."""
        beyond = self.number + 1
        while beyond < len(self.leads) and self.leads[beyond] == self.number:
            beyond += 1
        return range(self.number, beyond)

    def nth(self, count: int) -> int:
        """Return the block to stop at that is the ``count``-th from 1, or the last of them."""
        stops = self._stops(range(len(self._blocks)))
        return next(islice(stops, count - 1, None), self.next_stop(len(self._blocks), -1))

    def set(self, number: int) -> None:
        """Stand on a block; the view stays where it is."""
        if 0 <= number < len(self._blocks):
            self.number = self._lead(number)

    def follow(self, *, from_top: bool = False) -> None:
        """Move to a block that is wholly in the viewport: the nearest, or the topmost."""
        layout, top = self._viewport.layout, self._viewport.y
        if layout is None or not len(self._blocks):
            return
        bottom = top + self._viewport.rows
        visible = self._viewport.in_view
        first, last = layout.first_and_last(self.number)
        here = self.number in visible
        if here and first >= top and last < bottom and not from_top:
            return
        spans = ((n, *layout.first_and_last(n)) for n in self._stops(visible))
        whole = [n for n, above, below in spans if above >= top and below < bottom]
        if whole:
            self.set(whole[0] if from_top or first < top else whole[-1])
        elif not here:
            self.set(next(self._stops(visible), visible.start))

    def show_place(self, number: int, offset: int) -> None:
        """Scroll to a block, or to a place in it, that isn't wholly in the viewport."""
        viewport, layout = self._viewport, self._viewport.layout
        rows = viewport.rows
        if layout is None or not rows:
            # A view that is hidden goes there when it is shown.
            viewport.go_to(ScrollAnchor(number, offset / max(1, self._blocks.length(number))))
            return
        first, last = layout.first_and_last(number)
        top, bottom = viewport.y, viewport.y + rows
        y = layout.y_of(layout.place(number, offset))
        if (top <= first and last < bottom) or (offset and top <= y < bottom - 1):
            return
        # A row of what comes before shows that the text goes on upwards.
        viewport.move_to(max(0, (first if y - first < rows - 2 else y) - 1))

    # moves by key

    def line(self, step: int) -> None:
        """Move one row down, or for -1 up."""
        if self.by_block:
            if not (self._reaches_out(step) and self._viewport.move_by(step)):
                self.block(step)
        elif self._viewport.move_by(step):
            self.follow()
        else:
            self.set(self.next_stop(self.number, step))

    def rows(self, rows: int) -> None:
        """Move so many rows at once, as far as there are any; where one comes to is estimated."""
        self._viewport.move_by(rows)
        if self._viewport.y in (0, self._viewport.last_y):
            self.set(self.next_stop(len(self._blocks) if rows > 0 else -1, -1 if rows > 0 else 1))
        else:
            self.follow()

    def page(self, step: int) -> None:
        """Move a page down or up; one row of the old page stays in the viewport."""
        self._pages(step * max(1, self._viewport.rows - 1))

    def half_page(self, step: int) -> None:
        """Move half a page down or up."""
        self._pages(step * max(1, self._viewport.rows // 2))

    def _pages(self, rows: int) -> None:
        if self._viewport.move_by(rows):
            self.follow(from_top=True)
        elif rows > 0:
            self.set(self.next_stop(len(self._blocks), -1))
        else:
            self.set(self.next_stop(-1, 1))

    def top(self) -> None:
        """Go to the start of the text."""
        self._viewport.move_to(0)
        self.set(self.next_stop(-1, 1))

    def bottom(self) -> None:
        """Go to the end of the text."""
        self._viewport.move_to_end()
        self.set(self.next_stop(len(self._blocks), -1))

    def block(self, step: int) -> None:
        """Move to the next or previous block; scroll no further than that needs."""
        viewport, layout = self._viewport, self._viewport.layout
        if layout is None or not len(self._blocks):
            return
        number = self.next_stop(self.number, step)
        if number == self.number or self._blocks[number].role in SKIPPED:
            # Nothing to stop at any more: show what there is beyond, a title or a note's end.
            viewport.move_by(step)
            return
        self.set(number)
        first, last = layout.first_and_last(number)
        shown = first
        while step < 0 and number and self._blocks[number - 1].role in SKIPPED:
            number -= 1
            shown = layout.first_and_last(number)[0]
        if first - shown < viewport.rows - (last - first):
            first = shown  # its heading fits, too
        if first < viewport.y:
            fits = last - first < viewport.rows
            viewport.move_to(first if fits else last - viewport.rows + 1)
        elif last >= viewport.y + viewport.rows:
            viewport.move_to(min(first, last - viewport.rows + 1))

    def _reaches_out(self, step: int) -> bool:
        """Tell whether the cursor's block goes beyond the viewport in this direction."""
        layout, top = self._viewport.layout, self._viewport.y
        if layout is None or not len(self._blocks):
            return False
        beyond = top + self._viewport.rows
        first, last = layout.first_and_last(self.number)
        in_view = first < beyond and last >= top
        return in_view and (last >= beyond if step > 0 else first < top)
