"""The blocks of a text, by number and by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reader.tui.widgets.blocks import LIT, Block, Span


class BlockList:
    """What a text view shows. A block's number is its place in ``items``."""

    def __init__(self, blocks: Sequence[Block] = ()) -> None:
        self.items = list(blocks)
        self.generation = 0
        """Another number for each text; spans that are set later leave it as it is."""
        self._numbers: dict[str, int] | None = None

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, number: int) -> Block:
        return self.items[number]

    def replace(self, blocks: Sequence[Block]) -> None:
        """Replace the blocks; the list that held the old ones is not changed."""
        self.items = list(blocks)
        self.generation += 1
        self._numbers = None

    def number(self, block_id: str | None) -> int | None:
        """Return the index of the block with this id, or ``None``."""
        if self._numbers is None:
            self._numbers = {block.id: number for number, block in enumerate(self.items)}
        return self._numbers.get(block_id) if block_id is not None else None

    def length(self, number: int) -> int:
        """Return the number of code points in a block's text."""
        return len(self.items[number].text)

    def set_spans(self, spans: Mapping[str, tuple[Span, ...]]) -> None:
        """Set the spans of blocks by id, beside what is lit; unknown ids are ignored."""
        self._put(spans, lit=False)

    def light(self, spans: Mapping[str, tuple[Span, ...]]) -> None:
        """Set what is lit in blocks by id, beside what can be opened; unknown ids are ignored."""
        self._put(spans, lit=True)

    def _put(self, spans: Mapping[str, tuple[Span, ...]], *, lit: bool) -> None:
        for block_id, found in spans.items():
            if (number := self.number(block_id)) is not None:
                block = self.items[number]
                others = [span for span in block.spans if (span.kind in LIT) != lit]
                both = tuple(sorted([*others, *found])) if others else found
                self.items[number] = block._replace(spans=both)
