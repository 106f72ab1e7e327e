"""Parallel text: each paragraph beside its other language, or under it where there is no room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.tui.widgets.blocks import Anchor, Block
from reader.tui.widgets.text.layout import BETWEEN, GUTTER, Column, Layout
from reader.tui.widgets.text_view import TextView

SECOND = "/2"
"""What the id of a paragraph's other language has at its end."""


def first_id(block_id: str) -> str:
    """The id of the paragraph that a block of a parallel view belongs to."""
    return block_id.removesuffix(SECOND)


class ParallelView(TextView):
    """A text view of paragraphs in two languages, locked together.

    The blocks alternate: a paragraph, and its other language under the same id and :data:`SECOND`, by
    which spans and finds are given to it. Places and the cursor name the paragraph, so that they mean
    the same in a view of one language.
    """

    WIDE = 88
    """Cells from which on the two languages stand side by side."""

    paired = False
    """It holds two texts: with :meth:`show` it is a view of one."""

    def show_pair(
        self,
        blocks: Sequence[Block],
        others: Sequence[Block],
        *,
        anchor: Anchor | None = None,
        keep: bool | None = None,
    ) -> None:
        """Show ``blocks`` with those of ``others`` that have the same ids; see :meth:`show`."""
        by_id = {block.id: block for block in others}
        pairs: list[Block] = []
        for block in blocks:
            other = by_id.get(block.id) or Block("", "", "absent")
            pairs += (block, other._replace(id=block.id + SECOND, gap=0))
        self._show(pairs, anchor, keep, paired=True)

    def show(
        self, blocks: Sequence[Block], *, anchor: Anchor | None = None, keep: bool | None = None
    ) -> None:
        self._show(blocks, anchor, keep, paired=False)

    def _show(
        self, blocks: Sequence[Block], anchor: Anchor | None, keep: bool | None, *, paired: bool
    ) -> None:
        # The place is taken before the number of texts changes, for it is read by that number.
        if anchor is None and keep and paired != self.paired:
            anchor = self.place
        self.paired = paired
        self._cursor.group = 2 if paired else 1
        super().show(blocks, anchor=anchor, keep=keep)

    def lay_out(self, width: int) -> Layout:
        if not self.paired or width < self.WIDE:
            return super().lay_out(width)
        column = Column(self.block_list.items, min(self.measure, (width - GUTTER - BETWEEN) // 2))
        return Layout(column, 2, width)

    @property
    def place(self) -> Anchor | None:
        place = super().place
        if place is None or not place.block.endswith(SECOND):
            return place
        top = self.viewport.anchor
        length = self.block_list.length(top.item - 1)
        return Anchor(first_id(place.block), round(top.fraction * length))

    def highlight_blocks(self, block_ids: Iterable[str]) -> None:
        ids = [first_id(block_id) for block_id in block_ids]
        if self.paired:
            ids += [id + SECOND for id in ids]
        super().highlight_blocks(ids)
