"""Blocks of two texts in one list, by what says the same: n of one text with m of the other."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence

from reader.briefings import alignment
from reader.model import Link
from reader.tui.widgets.blocks import Block

SECOND = "/2"
"""What stands in the id of a block of the second text, after the id of the paragraph it goes with."""


def first_id(block_id: str) -> str:
    """Return the id of the first text's paragraph that a block belongs to.

    A block of the second text that goes with none belongs to itself.
    """
    return block_id.partition(SECOND)[0] or block_id


class Pairs:
    """Which blocks of a list go together.

    A group is some blocks of the first text and after them some of the second, at least one of
    each: an absent block holds the place of what there isn't.
    """

    def __init__(self, blocks: Sequence[Block], sizes: Iterable[tuple[int, int]]) -> None:
        self.groups: list[tuple[range, range]] = []
        self.group_of = array("I")
        """The number of the group of each block."""
        self.sides = bytearray()
        """0 for each block of the first text, 1 for each of the second."""
        self.leads = array("I")
        """Where the cursor stands for each block: on one of the first text, if there is one."""
        at = 0
        for group, (ours, theirs) in enumerate(sizes):
            first, second = range(at, at + ours), range(at + ours, at + ours + theirs)
            at = second.stop
            self.groups.append((first, second))
            self.group_of.extend([group] * (ours + theirs))
            self.sides += bytes(ours) + b"\1" * theirs
            if blocks[first.start].role == "absent":
                self.leads.extend([second.start] * (ours + theirs))
            else:
                self.leads.extend([*first, *[first.start] * theirs])


def pair(
    blocks: Sequence[Block], others: Sequence[Block], links: Iterable[Link] | None = None
) -> tuple[list[Block], Pairs]:
    """Put the blocks of two texts together by links of their ids, or else by equal ids.

    Blocks that no link names, as titles, go together by equal ids.
    """
    ours = {block.id: block for block in blocks}
    theirs = {block.id: block for block in others}
    paired: list[Block] = []
    sizes = []
    for here, there in _in_order(list(ours), list(theirs), links):
        own = [ours[id]._replace(gap=0 if n else ours[id].gap) for n, id in enumerate(here)]
        other = [
            theirs[id]._replace(id=_second_id(here, id, n), gap=0) for n, id in enumerate(there)
        ]
        if not own:
            other[0] = other[0]._replace(gap=theirs[there[0]].gap)
            own = [Block(other[0].id + SECOND, "", "absent", gap=0)]
        if not other:
            other = [Block(here[0] + SECOND, "", "absent", gap=0)]
        paired += (*own, *other)
        sizes.append((len(own), len(other)))
    return paired, Pairs(paired, sizes)


def _second_id(here: Sequence[str], id: str, n: int) -> str:
    """Return the id of the ``n``-th block of the second text in its group."""
    first = here[0] if here else ""
    return first + SECOND + (id if n or not here else "")


def _in_order(
    ours: Sequence[str], theirs: Sequence[str], links: Iterable[Link] | None
) -> Iterator[Link]:
    """Give every block a link, in the order of the first text."""
    if links is None:
        yield from alignment.by_ids(ours, theirs)
        return
    known = alignment.present(links, ours, theirs)
    place = {id: n for n, (here, _there) in enumerate(known) for id in here}
    linked = {id for _here, there in known for id in there}
    rest = [id for id in ours if id not in place], [id for id in theirs if id not in linked]
    by_id = {(*here, *there)[0]: (here, there) for here, there in alignment.by_ids(*rest)}
    done = 0
    for id in ours:
        if id not in place:
            yield by_id.pop(id)
        elif place[id] >= done:
            yield from known[done : place[id] + 1]
            done = place[id] + 1
    yield from known[done:]
    yield from by_id.values()
