"""Parallel text: what says the same stands side by side, or one under the other where it is narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reader.model import Link
from reader.tui.widgets.blocks import Anchor, Block
from reader.tui.widgets.text.layout import BETWEEN, GUTTER, Column, Layout, PairedLayout
from reader.tui.widgets.text.pairs import Pairs, first_id, pair
from reader.tui.widgets.text_view import TextView


class ParallelView(TextView):
    """A text view of paragraphs in two languages, locked together.

    The paragraphs of one text come before those of the other that say the same. Those have the id
    of the first one that they go with and ``/2``, by which spans and finds are given to
    them. Places and the cursor name the paragraph of the first text, so that they mean the same in
    a view of one language.
    """

    WIDE = 88
    """Cells from which on the two languages stand side by side."""

    pairs: Pairs | None = None
    """What goes together in two texts; with :meth:`show` it is a view of one."""

    def show_pair(
        self,
        blocks: Sequence[Block],
        others: Sequence[Block],
        links: Iterable[Link] | None = None,
        *,
        anchor: Anchor | None = None,
        keep: bool | None = None,
        renamed: Callable[[str], str] | None = None,
    ) -> None:
        """Show ``blocks`` with those of ``others`` that say the same; see :meth:`show`.

        ``links`` tell by ids what does; without them, and for blocks that they don't name, equal
        ids do.
        """
        paired, pairs = pair(blocks, others, links)
        self._show(paired, anchor, keep, renamed, pairs)

    def show(
        self,
        blocks: Sequence[Block],
        *,
        anchor: Anchor | None = None,
        keep: bool | None = None,
        renamed: Callable[[str], str] | None = None,
    ) -> None:
        self._show(blocks, anchor, keep, renamed, None)

    def _show(
        self,
        blocks: Sequence[Block],
        anchor: Anchor | None,
        keep: bool | None,
        renamed: Callable[[str], str] | None,
        pairs: Pairs | None,
    ) -> None:
        # The place is taken before the number of texts changes, for it is read by that number.
        changes = (pairs is None) != (self.pairs is None)
        if anchor is None and keep and changes and (place := self.place) is not None:
            anchor = place._replace(block=renamed(place.block)) if renamed else place
        self.pairs = pairs
        self._cursor.leads = pairs.leads if pairs is not None else ()
        super().show(blocks, anchor=anchor, keep=keep, renamed=renamed)
        if lit := self.highlighted_blocks:
            self.mark(self.marks._replace(highlighted=frozenset(self._with_second(lit))))

    @property
    def paired(self) -> bool:
        """Whether it holds two texts."""
        return self.pairs is not None

    def lay_out(self, width: int) -> Layout:
        if self.pairs is None or width < self.WIDE or self.is_for_screen_reader:
            return super().lay_out(width)
        column = Column(self.block_list.items, min(self.measure, (width - GUTTER - BETWEEN) // 2))
        return PairedLayout(column, self.pairs, width)

    @property
    def place(self) -> Anchor | None:
        if self.pairs is None or not len(self.block_list):
            return super().place
        top = self.viewport.anchor
        group = self.pairs.group_of[top.item]
        blocks, ours = self.block_list, self.pairs.groups[group][0]
        if top.item in ours and blocks[top.item].role != "absent":
            return super().place
        if blocks[ours.start].role == "absent":
            return self._place_before(group)
        # As far on in the first text as in the second.
        theirs = self.pairs.groups[group][1]
        lengths = [blocks.length(item) for item in theirs]
        nth = top.item - theirs.start
        read = sum(lengths[:nth]) + top.fraction * lengths[nth]
        left = read / max(1, sum(lengths)) * sum(map(blocks.length, ours))
        for item in ours[:-1]:
            if left < blocks.length(item):
                return Anchor(blocks[item].id, round(left))
            left -= blocks.length(item)
        return Anchor(blocks[ours[-1]].id, round(left))

    def _place_before(self, group: int) -> Anchor | None:
        """Return the end of what the first text has before a group of the second alone."""
        assert self.pairs is not None
        for ours, _theirs in reversed(self.pairs.groups[:group]):
            if self.block_list[ours[-1]].role != "absent":
                return Anchor(self.block_list[ours[-1]].id, self.block_list.length(ours[-1]))
        return None

    def highlight_blocks(self, block_ids: Iterable[str]) -> None:
        super().highlight_blocks(self._with_second(block_ids))

    def _with_second(self, block_ids: Iterable[str]) -> list[str]:
        """Return blocks of the first text together with those of the second that say the same."""
        ids = [first_id(block_id) for block_id in block_ids]
        if self.pairs is not None:
            numbers = [n for id in ids if (n := self.block_list.number(id)) is not None]
            groups = {self.pairs.group_of[number] for number in numbers}
            ids += [self.block_list[n].id for g in groups for n in self.pairs.groups[g][1]]
        return ids
