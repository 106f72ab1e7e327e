"""One line-API view for every text: source, summary, translation, popups.

How it moves, as a pager for people who read does:

- j and k scroll by a line. The *cursor*, a quiet bar in the gutter, marks the paragraph that commands
  like "peek" and "copy" act on. It stays on its paragraph as long as that is wholly in view, and then
  goes to the nearest one that is; where the view can't scroll (any more), j and k move the cursor, so
  that every paragraph can be reached.
- With ``by_block`` (lists of claims) j and k move the cursor from block to block and the view follows;
  a block taller than the view is scrolled through line by line.
- Headings, titles and meta lines scroll by but the cursor skips them, unless there is nothing else.
- t and T make a *link* current. Enter acts on what was moved to last: any other move by key lets the
  link go, and the next t goes on from there as long as that place is in view.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from textual import events
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection

from reader.tui.widgets.blocks import Anchor, Block, Span
from reader.tui.widgets.text import selection as select
from reader.tui.widgets.text.cursor import Walker
from reader.tui.widgets.text.links import Likeness, Numbered, alike, likeness, step_from
from reader.tui.widgets.text.painter import Marks
from reader.tui.widgets.text.viewport import Top

Link = tuple[str, Span]
"""A block's id and a span of it."""


class Bookmark(NamedTuple):
    """All of a place in one text: what is at the top, the cursor, the current link."""

    top: Top
    cursor: int
    link: Numbered | None


class TextView(Walker, ScrollView, can_focus=True, inherit_bindings=False):
    """Blocks of text with spans that can be opened.

    ``measure`` is the most cells that a row's text takes; the text is centred where there is more room.
    """

    DEFAULT_CSS = """
    TextView { overflow: hidden hidden; }
    """

    class _About(Message):
        def __init__(self, view: TextView) -> None:
            super().__init__()
            self.view = view

        @property
        def control(self) -> TextView:
            return self.view

    class Activated(_About):
        """Enter or a click on ``span``; None when the cursor's block itself is meant."""

        def __init__(self, view: TextView, block_id: str, span: Span | None) -> None:
            super().__init__(view)
            self.block_id = block_id
            self.span = span

    class LinkChanged(_About):
        """The current link is another one, or none."""

        def __init__(self, view: TextView, link: Link | None) -> None:
            super().__init__(view)
            self.link = link

    class CursorMoved(_About):
        """The cursor stands on another block."""

        def __init__(self, view: TextView, block_id: str) -> None:
            super().__init__(view)
            self.block_id = block_id

    class Scrolled(_About):
        """Someone moved: another place is at the top."""

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
        super().__init__(blocks, measure=measure, name=name, id=id, classes=classes)
        self.by_block = by_block
        self._cursor = self._next_stop(-1, 1)
        self._generation = 0
        self._left: tuple[int, int] | None = None
        self._lost: Likeness | None = None
        self._pressed: tuple[int, int] | None = None
        self._put_away: dict[int, Selection] = {}

    # what is shown

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(self._blocks)

    @property
    def generation(self) -> int:
        """How many times other blocks were shown; spans leave it as it is."""
        return self._generation

    def show(
        self, blocks: Sequence[Block], *, anchor: Anchor | None = None, keep: bool | None = None
    ) -> None:
        """Show ``blocks``, with ``anchor`` at the top, or from the start.

        ``keep``: they are the same text in another language or edition, so place, cursor, link and lit
        blocks stay. By default that is so when the ids are the same; say ``keep=False`` for another
        document.
        """
        old, link, cursor, top = self._blocks, self._marks.current, self.cursor, Top()
        if keep is None:
            keep = bool(old) and [b.id for b in old] == [b.id for b in blocks]
        self._blocks, self._numbers, self._left = list(blocks), None, None
        self._generation += 1
        # A link that one language doesn't have is found again when the other comes back.
        if not keep:
            self._lost = None
        elif link is not None:
            self._lost = likeness(old[link[0]], link[1])
        self._mark(Marks(lit=self._marks.lit if keep else frozenset()))
        if keep and old and (number := self._number(old[self._top.item].id)) is not None:
            top = self._top._replace(item=number)
        if anchor is not None and (number := self._number(anchor.block)) is not None:
            top = Top(number, min(1.0, anchor.offset / max(1, self.text_length(number))))
        kept = self._number(cursor) if keep else None
        self._cursor = self._next_stop(top.item - 1, 1) if kept is None else kept
        self._change_selection(old, keep=bool(keep))
        self._find_lost()
        if link is not None and self._lost is None and self._marks.current is None:
            self.post_message(self.LinkChanged(self, None))
        self.relayout(top)

    def _change_selection(self, old: Sequence[Block], *, keep: bool) -> None:
        """Put away what is selected in a text, and select it again when that text comes back."""
        if not keep:
            self._put_away.clear()
        if not self.is_attached:
            return
        selection = self.text_selection
        if selection is not None:
            self._put_away[hash(tuple(block.text for block in old))] = selection
            self.screen.clear_selection()
        if self._put_away:
            again = self._put_away.pop(hash(tuple(block.text for block in self._blocks)), None)
            if again is not None:
                self.screen.selections = {**self.screen.selections, self: again}

    def set_spans(self, spans: Mapping[str, tuple[Span, ...]]) -> None:
        """Give blocks their spans, by id, in order of their starts; the layout stays."""
        for block_id, found in spans.items():
            if (number := self._number(block_id)) is not None:
                self._blocks[number] = self._blocks[number]._replace(spans=found)
        self._find_lost()
        self._mark(self._marks)

    # the cursor

    def bookmark(self) -> Bookmark:
        """The place where one is, to :meth:`return_to` while the same blocks are shown."""
        return Bookmark(self._top, self._cursor, self._marks.current)

    def return_to(self, place: Bookmark) -> None:
        """Be at a place again, to the row."""
        if max(place.top.item, place.cursor) < len(self._blocks):
            self._set_current(place.link)
            self._set_cursor(place.cursor)
            if self._top != place.top:
                self._top, self._fitted = place.top, (0, 0)
                self._fit()

    def go_to(self, block_id: str, offset: int = 0) -> bool:
        """Move the cursor to a place and bring it into view. False: there is no such block."""
        number = self._number(block_id)
        if number is None:
            return False
        self.clear_link()
        self._set_cursor(number)
        self._show_place(number, offset)
        return True

    # links

    @property
    def link(self) -> Link | None:
        """The current link: its block's id and its span."""
        current = self._marks.current
        return None if current is None else (self._blocks[current[0]].id, current[1])

    def next_link(self, kinds: str | Collection[str], step: int = 1) -> Link | None:
        """Make the next link of ``kinds`` current, or for -1 the one before, round the text's ends.

        It starts from the current link, or the last one, while that is in view, and else from what is
        in view.
        """
        if not self._blocks:
            return None
        kinds = (kinds,) if isinstance(kinds, str) else kinds
        start = self._left
        if start is None or not self._in_view(*start):
            place = self.place if step > 0 else None
            start = (
                (self._top.item, place.offset - 1) if place else (self.in_view.stop - 1, 1 << 40)
            )
        found = step_from(self._blocks, *start, kinds, step)
        if found is not None:
            self._make_current(found)
        return self.link

    def set_link(self, block_id: str, span: Span) -> None:
        """Make ``span`` the current link and bring it into view."""
        if (number := self._number(block_id)) is not None:
            self._make_current((number, span))

    def clear_link(self) -> None:
        """No link is current; Enter acts on the cursor's block."""
        self._lost = None
        self._set_current(None)

    def activate(self) -> None:
        """Open what was moved to last: the current link, or the cursor's block."""
        if (link := self.link) is not None:
            self.post_message(self.Activated(self, *link))
        elif self.cursor is not None:
            self.post_message(self.Activated(self, self.cursor, None))

    def _make_current(self, link: Numbered) -> None:
        self._lost, self._left = None, (link[0], link[1].start)
        self._set_current(link)
        self._set_cursor(link[0])
        self._show_place(link[0], link[1].start)

    def _set_current(self, link: Numbered | None) -> None:
        old = self._marks.current
        if link != old:
            self._mark(self._marks._replace(current=link), *(x[0] for x in (old, link) if x))
            self.post_message(self.LinkChanged(self, self.link))

    def _find_lost(self) -> None:
        """Find the link of the other language again, at once or when the spans come."""
        if self._lost is not None and (number := self._number(self._lost.block)) is not None:
            span = alike(self._blocks[number], self._lost)
            if span is not None:
                self._lost, self._left = None, (number, span.start)
                self._mark(self._marks._replace(current=(number, span)), number)

    # marks

    @property
    def lit(self) -> frozenset[str]:
        return self._marks.lit

    def light(self, block_ids: Iterable[str]) -> None:
        """Light up blocks, put the cursor on the first of them and bring it into view."""
        lit = frozenset(block_ids)
        self._mark(self._marks._replace(lit=lit))
        numbers = [n for block_id in lit if (n := self._number(block_id)) is not None]
        if numbers:
            self.go_to(self._blocks[min(numbers)].id)

    def unlight(self) -> None:
        if self.lit:
            self._mark(self._marks._replace(lit=frozenset()))

    def highlight(
        self,
        matches: Mapping[str, Sequence[tuple[int, int]]],
        current: tuple[str, int] | None = None,
    ) -> None:
        """Mark what was found: ranges of code points by block id, sorted.

        ``current``: a block's id and the number of a range in its list, which is brought into view. An
        empty mapping takes the marks away.
        """
        self._mark(self._marks._replace(found=matches, found_current=current))
        if current is not None:
            self.go_to(current[0], matches[current[0]][current[1]][0])

    # what the layers below report

    def cursor_moved(self) -> None:
        if (cursor := self.cursor) is not None:
            self.post_message(self.CursorMoved(self, cursor))

    def key_moved(self) -> None:
        self.clear_link()

    def moved(self) -> None:
        super().moved()
        self.post_message(self.Scrolled(self))

    def action_activate(self) -> None:
        self.activate()

    # the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._pressed = (event.screen_x, event.screen_y)
        offset = event.get_content_offset(self)
        if offset is not None and offset.x == self.size.width - 1 and self.thumb():
            self._pressed = None
            self.screen.clear_selection()
            self.capture_mouse()
            self.drag_to(offset.y)

    def on_mouse_up(self) -> None:
        if self.app.mouse_captured is self:
            self.release_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self.app.mouse_captured is self:
            self.drag_to(event.y - self.gutter.top)
        else:
            self._hover(self._span_at(event))

    def on_leave(self) -> None:
        self._hover(None)

    def on_click(self, event: events.Click) -> None:
        """A click opens a link or puts the cursor on a block; a double click takes a word."""
        event.prevent_default()  # Textual's own double click takes the whole text
        if self._pressed != (event.screen_x, event.screen_y):
            return  # the end of a selection
        offset = event.get_content_offset(self)
        at = self.hit(*offset) if offset is not None else None
        if at is None:
            return
        if event.chain > 1:
            self._select(at, whole=event.chain > 2)
            return
        link = self._span_at(event)
        self._set_cursor(at.item)
        if link is None:
            self.clear_link()
            return
        self._lost, self._left = None, (link[0], link[1].start)
        self._set_current(link)
        self.activate()

    def _span_at(self, event: events.MouseEvent) -> Numbered | None:
        offset = event.get_content_offset(self)
        at = self.hit(*offset) if offset is not None else None
        if at is None:
            return None
        spans = [s for s in self._blocks[at.item].spans if s.start <= at.offset < s.end]
        return (at.item, min(spans, key=lambda s: s.end - s.start)) if spans else None

    def _hover(self, link: Numbered | None) -> None:
        old = self._marks.hover
        if link != old:
            self._mark(self._marks._replace(hover=link), *(x[0] for x in (old, link) if x))
            self.styles.pointer = "pointer" if link else "default"

    def _select(self, at: select.Point, *, whole: bool) -> None:
        text = self._blocks[at.item].text
        start, end = (0, len(text)) if whole else select.word_at(text, max(0, at.offset))
        chosen = select.Range(select.Point(at.item, start), select.Point(at.item, end))
        self.screen.selections = {self: select.selection(chosen)}
