"""The current link: a span, found again in a translation of its text."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from reader.tui.widgets.blocks import OPENED, Block, Span
from reader.tui.widgets.text.block_list import BlockList
from reader.tui.widgets.text.viewport import Viewport

Numbered = tuple[int, Span]
"""A block's number and a span of it."""


class SpanKey(NamedTuple):
    """A span's key in every translation: the ``nth`` to its target in its block."""

    block: str
    kind: str
    target: str
    nth: int


def span_key(block: Block, span: Span) -> SpanKey:
    """Return the key that :func:`find_same` finds in a translation of the block."""
    same = [s for s in sorted(block.spans) if s[2:] == span[2:]]
    return SpanKey(block.id, span.kind, span.target, same.index(span) if span in same else 0)


def find_same(block: Block, key: SpanKey) -> Span | None:
    """Return the span of ``block`` with this key; the last one if there are fewer."""
    same = [s for s in sorted(block.spans) if s[2:] == (key.kind, key.target)]
    return same[min(key.nth, len(same) - 1)] if same else None


class CurrentLink:
    """The link that was moved to last, until something else is moved to."""

    def __init__(self) -> None:
        self.link: Numbered | None = None
        self.last_place: tuple[int, int] | None = None
        """Where the last one was, when it is let go, too: a block's number and a code point."""
        self.missing: SpanKey | None = None
        """The link that the text's other language had, until its spans come."""

    def set(self, link: Numbered) -> None:
        """Make a link current."""
        self.link = link
        self.last_place = link[0], link[1].start
        self.missing = None

    def clear(self) -> None:
        """Clear the link; the next one is searched from where it was."""
        self.link = self.missing = None

    def leave_text(self, old: Sequence[Block], *, keep: bool) -> None:
        """Clear the link with its text; ``keep``: restore it in another language."""
        if not keep:
            self.missing = None
        elif self.link is not None:
            self.missing = span_key(old[self.link[0]], self.link[1])
        self.link = self.last_place = None

    def restore_link(self, blocks: BlockList) -> bool:
        """Restore the saved link in another language, or when its spans come.

        Returns whether it is restored now.
        """
        if self.missing is None or (number := blocks.number(self.missing.block)) is None:
            return False
        span = find_same(blocks[number], self.missing)
        if span is not None:
            self.set((number, span))
        return span is not None

    def find_next(
        self,
        blocks: BlockList,
        viewport: Viewport,
        kinds: Collection[str],
        step: int,
        cursor: range,
    ) -> Numbered | None:
        """Find the next link of ``kinds``, or for -1 the previous one, around the ends.

        ``cursor`` are the numbers of the blocks that the cursor stands for. The search starts from
        the current link, or the last one, while that is in view in one of them; otherwise from what
        is in view of them, and where that is nothing from all that is in view.
        """
        if not len(blocks):
            return None
        start = self.last_place
        if start is None or start[0] not in cursor or not viewport.shows(*start):
            view = viewport.in_view
            seen = range(max(cursor.start, view.start), min(cursor.stop, view.stop)) or view
            if step > 0:
                start = seen.start, viewport.part_of(seen.start)[0] - 1
            else:
                start = seen.stop - 1, viewport.part_of(seen.stop - 1)[1]
        return step_from(blocks.items, *start, kinds, step)


def links_in_view(blocks: BlockList, viewport: Viewport) -> list[Numbered]:
    """Return what can be opened and begins in view, in order; of some that begin together one."""
    found: dict[tuple[int, int], Numbered] = {}
    for number in viewport.in_view:
        if blocks[number].role != "absent":
            first, beyond = viewport.part_of(number)
            opened = (span for span in blocks[number].spans if span.kind in OPENED)
            for span in sorted(opened, key=lambda span: (span.start, span.end)):
                if first <= span.start < beyond:
                    found.setdefault((number, span.start), (number, span))
    return list(found.values())


def step_from(
    blocks: Sequence[Block], item: int, beyond: int, kinds: Collection[str], step: int
) -> Numbered | None:
    """Find the nearest span of ``kinds`` after or before a place, around the ends.

    ``beyond``: a code point of block ``item``; a span that starts there doesn't count.
    """
    count = len(blocks)

    def pick(number: int, fits: Callable[[Span], bool]) -> Span | None:
        spans = [s for s in blocks[number].spans if s.kind in kinds and fits(s)]
        if not spans:
            return None
        return min(spans) if step > 0 else max(spans)

    def onward(span: Span) -> bool:
        return span.start > beyond if step > 0 else span.start < beyond

    for distance in range(count + 1):
        number = (item + distance * step) % count
        if (span := pick(number, onward if distance == 0 else lambda _span: True)) is not None:
            return number, span
    return None
