"""One line-API view for every text: source, summary, translation, popups.

How it moves is in :mod:`reader.tui.widgets.text_keys` and :mod:`reader.tui.widgets.text_mouse`. t and
T make a *link* current, the first or the last one of the cursor's paragraph where none of it was.
Enter acts on what was moved to last: any other move by key lets the link go, and the next t goes on
from there as long as that place is in view and the cursor stays.

The view has a block list, a viewport, a cursor, a current link and a painter, which know nothing of
Textual's widgets. A method changes those, and :meth:`TextView._apply` brings the screen up to date.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from textual.geometry import Region
from textual.message import Message

from reader.tui.widgets.blocks import Anchor, Block, Span
from reader.tui.widgets.text.cursor import Cursor
from reader.tui.widgets.text.links import CurrentLink, Numbered, SpanKey, links_in_view, step_from
from reader.tui.widgets.text.row_painter import Marks, Noted
from reader.tui.widgets.text.viewport import ScrollAnchor
from reader.tui.widgets.text_canvas import TextCanvas
from reader.tui.widgets.text_keys import MovedByKeys
from reader.tui.widgets.text_mouse import MovedByMouse

LINKS = ("mention", "link", "address")

Link = tuple[str, Span]
"""A block's id and a span of it."""


class Bookmark(NamedTuple):
    """All of a place in one text: what is at the top, the cursor, the current link."""

    top: ScrollAnchor
    cursor: int
    link: Numbered | None


class _Shown(NamedTuple):
    """What the screen and the messages posted so far tell of."""

    moves: int
    cursor: range
    link: Numbered | None


class TextView(MovedByKeys, MovedByMouse, TextCanvas, can_focus=True, inherit_bindings=False):
    """Blocks of text with spans that can be opened."""

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

    class MarkClicked(_About):
        """The mark of a note beside a block was clicked."""

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
        self._cursor = Cursor(self.block_list, self.viewport, by_block=by_block)
        self._link = CurrentLink()
        self.steps: tuple[str, ...] = LINKS
        """The kinds of spans that t and T go through."""
        self._shown = self._shown_now()

    # what is shown

    def show(
        self,
        blocks: Sequence[Block],
        *,
        anchor: Anchor | None = None,
        keep: bool | None = None,
        renamed: Callable[[str], str] | None = None,
    ) -> None:
        """Show ``blocks``, with ``anchor`` at the top, or from the start.

        ``keep``: they are the same text in another language or edition, so place, cursor, link and
        highlighted blocks stay. By default that is so when the ids are the same; say ``keep=False``
        for another document. ``renamed`` gives for the id of a block the id that it has now.
        """
        old, link, cursor = self.block_list.items, self._link.link, self.cursor
        highlighted = self.highlighted_blocks
        if renamed is not None:
            old = [block._replace(id=renamed(block.id)) for block in old]
            cursor = renamed(cursor) if cursor is not None else None
            highlighted = frozenset(map(renamed, highlighted))
        if keep is None:
            keep = bool(old) and [b.id for b in old] == [b.id for b in blocks]
        self.block_list.replace(blocks)
        self._link.leave_text(old, keep=keep)
        top = self._top_of(old if keep else (), anchor)
        kept = self.block_list.number(cursor) if keep else None
        self._cursor.number = self._cursor.next_stop(top.item - 1, 1) if kept is None else kept
        self.change_selection(old, keep=keep)
        self._link.restore_link(self.block_list)
        selected = self.marks.selected if keep else None
        lit = highlighted if keep else frozenset[str]()
        self.mark(Marks(self._link.link, highlighted=lit, selected=selected))
        if link is not None and self._link.missing is None and self._link.link is None:
            self.post_message(self.LinkChanged(self, None))
        self.resize_viewport()
        self.viewport.show(top)
        self.sync()
        self._shown = self._shown_now()
        if self.styles.auto_dimensions:
            self.refresh(layout=True)

    def _top_of(self, old: Sequence[Block], anchor: Anchor | None) -> ScrollAnchor:
        """Return the place for the top: ``anchor``, that in ``old`` blocks, or the start."""
        if anchor is not None and (number := self.block_list.number(anchor.block)) is not None:
            length = max(1, self.block_list.length(number))
            return ScrollAnchor(number, min(1.0, anchor.offset / length))
        top = self.viewport.anchor
        number = self.block_list.number(old[top.item].id) if old else None
        return ScrollAnchor() if number is None else top._replace(item=number)

    def set_spans(self, spans: Mapping[str, tuple[Span, ...]]) -> None:
        """Set the spans of blocks by id, sorted by start; the layout stays."""
        self.block_list.set_spans(spans)
        self._spans_set(self.marks)

    def light(
        self,
        lit: Mapping[str, tuple[Span, ...]],
        kinds: Collection[str] = (),
        signs: Mapping[str, Sequence[tuple[int, str]]] | None = None,
        words: Mapping[str, str] | None = None,
    ) -> None:
        """Set what is lit in blocks by id, sorted by start; in other blocks it stays.

        ``kinds`` are what t and T go through from now on; without any it is links, as ever. See
        :class:`Marks` for ``signs`` and ``words``, which are those of all blocks.
        """
        self.steps = tuple(kinds) or LINKS
        self.block_list.light(lit)
        marks = self.marks._replace(signs=signs or {}, words=words or {})
        numbers = {number for id in lit if (number := self.block_list.number(id)) is not None}
        if numbers and self.viewport.rows and numbers.isdisjoint(self.in_view):
            self.painter.text.mark(marks)  # nothing of it is seen
            return
        current = self._link.link
        if current is not None and current[1] not in self.block_list[current[0]].spans:
            self._link.clear()
        self._spans_set(marks)

    def _spans_set(self, marks: Marks) -> None:
        self._link.restore_link(self.block_list)
        if self.is_attached and self.is_for_screen_reader:
            self.viewport.show(self.viewport.anchor)  # its blocks are copies
        self.mark(marks._replace(current=self._link.link))
        self._shown = self._shown_now()

    # where one is

    @property
    def cursor(self) -> str | None:
        """The id of the block that the cursor stands on."""
        return self.block_list[self._cursor.number].id if len(self.block_list) else None

    @property
    def place(self) -> Anchor | None:
        """The place at the top of the view."""
        if not len(self.block_list):
            return None
        top = self.viewport.anchor
        block = self.block_list[top.item]
        return Anchor(block.id, round(top.fraction * len(block.text)))

    def bookmark(self) -> Bookmark:
        """Return a bookmark to :meth:`return_to` while the same blocks are shown."""
        return Bookmark(self.viewport.anchor, self._cursor.number, self._link.link)

    def return_to(self, place: Bookmark) -> None:
        """Return to a bookmark, to the row."""
        if max(place.top.item, place.cursor) < len(self.block_list):
            self._link.link = place.link
            self._cursor.set(place.cursor)
            self.resize_viewport()
            if self.viewport.anchor != place.top:
                self.viewport.go_to(place.top)
            self._apply()

    def restore(self, place: Anchor, cursor: str) -> bool:
        """Return to a place and the cursor's block by their ids; False for an unknown block."""
        number = self.block_list.number(place.block)
        if number is None:
            return False
        self._link.clear()
        stop = self.block_list.number(cursor)
        self._cursor.set(self._cursor.next_stop(number - 1, 1) if stop is None else stop)
        self.resize_viewport()
        self.viewport.go_to(self._top_of((), place))
        self._apply()
        return True

    def go_to(self, block_id: str, offset: int = 0) -> bool:
        """Move the cursor and the view to a place; return False for an unknown block."""
        number = self.block_list.number(block_id)
        if number is None:
            return False
        self._link.clear()
        self._show_place(number, offset)
        return True

    def move_by(self, rows: int) -> bool:
        """Scroll by so many rows; return whether anything moved."""
        moved = self.viewport.move_by(rows)
        self.viewport_moved()
        return moved

    def reveal(self, block_id: str, last_id: str) -> None:
        """Scroll down as far as brings the end of one block in view, and an earlier one's top stays."""
        first, last = self.block_list.number(block_id), self.block_list.number(last_id)
        layout = self.viewport.layout
        if first is None or last is None or layout is None or not layout.count:
            return
        below = layout.first_and_last(last)[1] + 1 - self.viewport.rows
        self.move_by(max(0, min(below, layout.first_and_last(first)[0]) - self.viewport.y))

    # links

    @property
    def link(self) -> Link | None:
        """The current link: its block's id and its span."""
        current = self._link.link
        return None if current is None else (self.block_list[current[0]].id, current[1])

    def next_link(self, kinds: str | Collection[str], step: int = 1, times: int = 1) -> Link | None:
        """Make the next link of ``kinds`` current, or for -1 the previous one.

        ``times``: the one that many links on.
        """
        kinds = (kinds,) if isinstance(kinds, str) else kinds
        blocks, viewport = self.block_list, self.viewport
        found = self._link.find_next(blocks, viewport, kinds, step, self._cursor.blocks)
        if found is not None:
            if times > 1:
                total = sum(span.kind in kinds for block in blocks.items for span in block.spans)
                for _n in range((times - 1) % total):
                    at = found[0], found[1].start
                    found = step_from(blocks.items, *at, kinds, step) or found
            self._make_current(found)
        return self.link

    def set_link(self, block_id: str, span: Span) -> None:
        """Make ``span`` the current link and bring it into view."""
        if (number := self.block_list.number(block_id)) is not None:
            self._make_current((number, span))

    def seek_link(self, key: SpanKey) -> None:
        """Go to the link with this key; to its block until its spans come."""
        if self.go_to(key.block):
            self._link.missing = key
            if self._link.restore_link(self.block_list) and (found := self._link.link) is not None:
                self._make_current(found)

    def open_link(self, link: Numbered) -> None:
        """Make a link current, and open it; the view stays where it is."""
        self._cursor.set(link[0])
        self._link.set(link)
        self._apply()
        self.do_open()

    def links_in_view(self) -> list[Numbered]:
        """Return the links whose beginning is in view, in order."""
        return links_in_view(self.block_list, self.viewport) if self.viewport.rows else []

    def show_labels(self, labels: Mapping[Numbered, str]) -> None:
        """Show letters at links, or with an empty mapping none."""
        places = {(number, span.start): label for (number, span), label in labels.items()}
        self.mark(self.marks._replace(labels=places))

    def clear_link(self) -> None:
        """Clear the current link, so that Enter acts on the cursor's block."""
        self._link.clear()
        self._apply()

    def _make_current(self, link: Numbered) -> None:
        self._link.set(link)
        self._show_place(link[0], link[1].start)

    def _show_place(self, number: int, offset: int) -> None:
        self.resize_viewport()  # a view that was hidden has no room, of which nothing tells it
        self._cursor.set(number)
        self._cursor.show_place(number, offset)
        self._apply()

    # marks

    @property
    def highlighted_blocks(self) -> frozenset[str]:
        """The ids of the blocks that are highlighted."""
        return self.marks.highlighted

    def highlight_blocks(self, block_ids: Iterable[str]) -> None:
        """Highlight blocks, put the cursor on the first of them and bring it into view."""
        highlighted = frozenset(block_ids)
        self.mark(self.marks._replace(highlighted=highlighted))
        numbers = [n for id in highlighted if (n := self.block_list.number(id)) is not None]
        if numbers:
            self.go_to(self.block_list[min(numbers)].id)

    def show_matches(
        self,
        matches: Mapping[str, Sequence[tuple[int, int]]],
        current: tuple[str, int] | None = None,
    ) -> None:
        """Mark matches: sorted ranges of code points by block id.

        ``current``: a block's id and the index of a range in its list, which is brought into view.
        An empty mapping clears the marks.
        """
        self.mark(self.marks._replace(found=matches, found_current=current))
        if current is not None:
            self.go_to(current[0], matches[current[0]][current[1]][0])

    def show_notes(self, noted: Mapping[str, Sequence[Noted]]) -> None:
        """Put marks of notes beside blocks, by id; an empty mapping clears them."""
        if noted != self.marks.noted:
            self.mark(self.marks._replace(noted=noted))

    def mark_clicked(self, block_id: str) -> None:
        self.post_message(self.MarkClicked(self, block_id))

    def clear_marks(self) -> None:
        """Clear what is highlighted, and the current link."""
        self.mark(self.marks._replace(highlighted=frozenset()))
        self.clear_link()

    # commands

    def do_next_term(self, times: int = 1) -> None:
        self.next_link(self.steps, 1, times)

    def do_previous_term(self, times: int = 1) -> None:
        self.next_link(self.steps, -1, times)

    def do_open(self) -> None:
        """Open what was moved to last: the current link, or the cursor's block."""
        if (link := self.link) is not None:
            self.post_message(self.Activated(self, *link))
        elif self.cursor is not None:
            self.post_message(self.Activated(self, self.cursor, None))

    # the screen follows

    def viewport_moved(self) -> None:
        self._cursor.follow()
        self._apply()

    def _shown_now(self) -> _Shown:
        """Pass the cursor to the painter; return what is shown from now on."""
        self.painter.cursor = self._cursor.blocks
        return _Shown(self.viewport.moves, self._cursor.blocks, self._link.link)

    def _apply(self) -> None:
        """Bring the screen up to date with what was moved, and post messages."""
        old = self._shown
        now = self._shown = self._shown_now()
        self.sync()
        if now.link != old.link:
            numbers = [link[0] for link in (old.link, now.link) if link is not None]
            self.mark(self.marks._replace(current=now.link), *numbers)
            self.post_message(self.LinkChanged(self, self.link))
        if now.cursor != old.cursor and self.cursor is not None:
            self.refresh_blocks(*old.cursor, *now.cursor)
            self.post_message(self.CursorMoved(self, self.cursor))
        if now.moves != old.moves:
            self.post_message(self.Scrolled(self))
        if self.is_attached and self.is_for_screen_reader:
            self.refresh(Region(0, 0, 1, 1))  # so that the terminal's cursor is moved
