"""One line-API view for every text: source, summary, translation, popups."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from textwrap import wrap

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.blocks import Anchor, Block, Span

QUIET_ROLES = ("heading", "title", "meta")


class TextView(ScrollView, can_focus=True, inherit_bindings=False):
    DEFAULT_CSS = """
    TextView {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    """

    class Activated(Message):
        """Enter or a click on ``span``; ``span`` is None when the cursor's block itself is meant."""

        def __init__(self, view: TextView, block_id: str, span: Span | None) -> None:
            super().__init__()
            self.view = view
            self.block_id = block_id
            self.span = span

        @property
        def control(self) -> TextView:
            return self.view

    class LinkChanged(Message):
        """The current link is another one, or none."""

        def __init__(self, view: TextView, link: tuple[str, Span] | None) -> None:
            super().__init__()
            self.view = view
            self.link = link

        @property
        def control(self) -> TextView:
            return self.view

    class CursorMoved(Message):
        """The cursor stands on another block."""

        def __init__(self, view: TextView, block_id: str) -> None:
            super().__init__()
            self.view = view
            self.block_id = block_id

        @property
        def control(self) -> TextView:
            return self.view

    def __init__(
        self,
        blocks: Sequence[Block] = (),
        *,
        measure: int = 78,
        by_block: bool = False,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.measure = measure
        self.by_block = by_block
        self._blocks: tuple[Block, ...] = tuple(blocks)
        self._rows: list[tuple[int, int, int]] = []
        self._first: list[int] = []
        self._cursor = 0
        self._link: tuple[str, Span] | None = None
        self._lit: frozenset[str] = frozenset()
        self._found: Mapping[str, Sequence[tuple[int, int]]] = {}
        self._found_current: tuple[str, int] | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self._blocks

    def show(
        self, blocks: Sequence[Block], *, anchor: Anchor | None = None, keep: bool | None = None
    ) -> None:
        """Show ``blocks``, at ``anchor`` or at the top.

        ``keep`` keeps place, cursor and link across blocks of the same ids (another language of the
        same text); by default it does so when the ids are the same ones. Say ``keep=False`` for
        another document.
        """
        ids = [block.id for block in self._blocks]
        if keep is None:
            keep = ids == [block.id for block in blocks]
        if anchor is None and keep:
            anchor = self.place
        cursor = self.cursor if keep else None
        self._blocks = tuple(blocks)
        self._link = None
        self._layout_rows()
        self._cursor = self._index(cursor) or 0
        if anchor is not None:
            self._scroll(self._row_of(self._index(anchor.block) or 0, anchor.offset))
        else:
            self._scroll(0)
        self.refresh()

    def set_spans(self, spans: Mapping[str, tuple[Span, ...]]) -> None:
        """Give blocks their spans, by id; the layout stays."""
        self._blocks = tuple(
            b._replace(spans=spans[b.id]) if b.id in spans else b for b in self._blocks
        )
        self.refresh()

    @property
    def place(self) -> Anchor | None:
        """The place at the top of the view."""
        y = int(self.scroll_y)
        if not 0 <= y < len(self._rows):
            return None
        index, start, _ = self._rows[y]
        return Anchor(self._blocks[index].id, max(0, start))

    @property
    def cursor(self) -> str | None:
        """The id of the block that the cursor stands on."""
        return self._blocks[self._cursor].id if self._blocks else None

    @property
    def link(self) -> tuple[str, Span] | None:
        """The current link: its block's id and its span."""
        return self._link

    @property
    def lit(self) -> frozenset[str]:
        return self._lit

    def go_to(self, block_id: str, offset: int = 0) -> bool:
        """Move the cursor to a place and bring it into view. False: there is no such block."""
        index = self._index(block_id)
        if index is None:
            return False
        self._set_cursor(index)
        self._reveal(self._row_of(index, offset))
        return True

    def next_link(self, kinds: str | Collection[str], step: int = 1) -> tuple[str, Span] | None:
        """Make the next link of ``kinds`` (or the one before) current, starting from what is visible."""
        kinds = (kinds,) if isinstance(kinds, str) else kinds
        links = [
            (i, s) for i, b in enumerate(self._blocks) for s in sorted(b.spans) if s.kind in kinds
        ]
        if not links:
            return None
        if self._link is not None:
            here = (self._index(self._link[0]) or 0, self._link[1])
        else:
            index, start, _ = self._rows[int(self.scroll_y)]
            here = (index, Span(start, start - 1, "link", ""))
        after = [x for x in links if x > here] or links
        before = [x for x in links if x < here] or links
        index, span = after[0] if step > 0 else before[-1]
        self._set_link((self._blocks[index].id, span))
        self._set_cursor(index)
        self._reveal(self._row_of(index, span.start))
        return self._link

    def set_link(self, block_id: str, span: Span) -> None:
        """Make ``span`` the current link and bring it into view."""
        index = self._index(block_id)
        if index is not None:
            self._set_link((block_id, span))
            self._set_cursor(index)
            self._reveal(self._row_of(index, span.start))

    def clear_link(self) -> None:
        self._set_link(None)

    def activate(self) -> None:
        """Open the current link, or the cursor's block where there is none."""
        if self._link is not None:
            self.post_message(self.Activated(self, *self._link))
        elif self.cursor is not None:
            self.post_message(self.Activated(self, self.cursor, None))

    def light(self, block_ids: Iterable[str]) -> None:
        """Light up blocks and bring the first of them into view."""
        self._lit = frozenset(block_ids)
        for index, block in enumerate(self._blocks):
            if block.id in self._lit:
                self._set_cursor(index)
                self._reveal(self._row_of(index, 0))
                break
        self.refresh()

    def unlight(self) -> None:
        self._lit = frozenset()
        self.refresh()

    def highlight(
        self,
        matches: Mapping[str, Sequence[tuple[int, int]]],
        current: tuple[str, int] | None = None,
    ) -> None:
        """Mark what was found: ranges by block id; ``current`` is a block's id and a number in its list."""
        self._found = matches
        self._found_current = current
        if current is not None and (index := self._index(current[0])) is not None:
            self._set_cursor(index)
            self._reveal(self._row_of(index, matches[current[0]][current[1]][0]))
        self.refresh()

    # moves

    def action_line_down(self) -> None:
        self._move_line(1)

    def action_line_up(self) -> None:
        self._move_line(-1)

    def action_page_down(self) -> None:
        self._scroll(self.scroll_y + max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        self._scroll(self.scroll_y - max(1, self.size.height - 1))

    def action_half_down(self) -> None:
        self._scroll(self.scroll_y + max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        self._scroll(self.scroll_y - max(1, self.size.height // 2))

    def action_home(self) -> None:
        self._scroll(0)
        self._set_cursor(0)

    def action_end(self) -> None:
        self._scroll(len(self._rows))
        self._set_cursor(len(self._blocks) - 1)

    def action_paragraph_next(self) -> None:
        self._move_block(1)

    def action_paragraph_previous(self) -> None:
        self._move_block(-1)

    def action_next_link(self, kinds: str = "mention") -> None:
        self.next_link(kinds.split(), 1)

    def action_previous_link(self, kinds: str = "mention") -> None:
        self.next_link(kinds.split(), -1)

    def action_activate(self) -> None:
        self.activate()

    # inside

    def _move_line(self, step: int) -> None:
        self.clear_link()
        before = self.scroll_y
        if not self.by_block:
            self._scroll(before + step)
        if self.scroll_y == before:
            self._move_block(step)

    def _move_block(self, step: int) -> None:
        self.clear_link()
        index = self._cursor + step
        while 0 <= index < len(self._blocks) and self._blocks[index].role in QUIET_ROLES:
            index += step
        if 0 <= index < len(self._blocks):
            self._set_cursor(index)
            self._reveal(self._row_of(index, 0))

    def _index(self, block_id: str | None) -> int | None:
        return next((i for i, b in enumerate(self._blocks) if b.id == block_id), None)

    def _set_cursor(self, index: int) -> None:
        if index != self._cursor and 0 <= index < len(self._blocks):
            self._cursor = index
            self.post_message(self.CursorMoved(self, self._blocks[index].id))
            self.refresh()

    def _set_link(self, link: tuple[str, Span] | None) -> None:
        if link != self._link:
            self._link = link
            self.post_message(self.LinkChanged(self, link))
            self.refresh()

    def _scroll(self, y: float) -> None:
        self.scroll_to(y=y, animate=False, force=True)

    def _reveal(self, y: int) -> None:
        if not self.scroll_y <= y < self.scroll_y + self.size.height - 1:
            self._scroll(max(0, y - 1))

    def _row_of(self, index: int, offset: int) -> int:
        if not self._rows:
            return 0
        return max(0, bisect_right(self._rows, (index, offset, 1 << 40)) - 1)

    def _layout_rows(self) -> None:
        width = max(8, min(self.measure, self.size.width - 3))
        rows: list[tuple[int, int, int]] = []
        for index, block in enumerate(self._blocks):
            if index:
                rows.extend([(index, -1, -1)] * block.gap)
            room = max(4, width - block.indent - (len(block.marker) + 1 if block.marker else 0))
            at = 0
            for line in wrap(block.text, room) or [""]:
                start = max(at, block.text.find(line.split(" ")[0], at))
                rows.append((index, start, min(len(block.text), start + len(line))))
                at = start + len(line)
        self._rows = rows
        self.virtual_size = Size(self.size.width, len(rows))

    def on_resize(self, _event: events.Resize) -> None:
        anchor = self.place
        self._layout_rows()
        if anchor is not None:
            self._scroll(self._row_of(self._index(anchor.block) or 0, anchor.offset))

    def render_line(self, y: int) -> Strip:
        base = self.rich_style
        width = self.size.width
        row = y + int(self.scroll_y)
        if row >= len(self._rows):
            return Strip.blank(width, base)
        index, start, end = self._rows[row]
        block = self._blocks[index]
        if block.id in self._lit:
            base += Style(bold=True)
        gutter = "▎ " if index == self._cursor else "  "
        segments = [Segment(gutter, base)]
        if start < 0:
            return Strip(segments).adjust_cell_length(width, base)
        hang = " " * (len(block.marker) + 1) if block.marker else ""
        lead = f"{block.marker} " if start == 0 and block.marker else hang
        segments.append(Segment(" " * block.indent + lead, base))
        cuts = {start, end}
        for span in block.spans:
            cuts.update(x for x in (span.start, span.end) if start < x < end)
        points = sorted(cuts)
        for a, b in pairwise(points):
            style = base
            for span in block.spans:
                if span.start <= a < span.end:
                    style += Style(underline=True, reverse=(block.id, span) == self._link)
            segments.append(Segment(block.text[a:b], style))
        return Strip(segments).adjust_cell_length(width, base)

    def on_click(self, event: events.Click) -> None:
        row = event.y + int(self.scroll_y)
        if row >= len(self._rows):
            return
        index, start, _ = self._rows[row]
        block = self._blocks[index]
        self._set_cursor(index)
        hang = len(block.marker) + 1 if block.marker else 0
        at = start + event.x - 2 - block.indent - hang
        for span in block.spans:
            if span.start <= at < span.end:
                self._set_link((block.id, span))
                self.activate()
