"""The tree of a page, and its text as blocks: a block is what a browser sets as one paragraph.

Limits hold for every page, whoever made it: elements beyond :data:`MOST_NODES` are left out, and
nothing here recurses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_NODES = 60_000
"""Elements of a page that are looked at: about ten times those of a large one."""

LARGEST = 8 * 2**20
"""Characters of a page that are parsed."""

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu"
    " nav ol p pre section summary table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN = frozenset(
    "script style noscript template svg iframe object embed canvas audio video map head select"
    " input textarea button option datalist progress meter picture source track math applet".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())

_TOKENS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_a-zA-Z]+")
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u2000-\u200a\u202f\u205f\u3000]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Node:
    """An element: its tag, the words of its class and id, its place.

    ``prose`` is the number of characters of running text below it, ``text`` of any text, and
    ``links`` of text in links.
    """

    __slots__ = ("attrs", "children", "first", "last", "links", "parent", "prose", "tag", "text", "words")

    def __init__(self, tag: str, parent: Node | None, attrs: Mapping[str, str]) -> None:
        self.tag = tag
        self.parent = parent
        self.attrs = attrs
        self.words: frozenset[str] = _words(attrs)
        self.children: list[Node] = []
        self.prose = self.text = self.links = 0
        self.first = self.last = 0
        """The numbers of its first block and of the one after its last."""

    def above(self) -> Iterator[Node]:
        """Yield the node itself and whatever it is in, the nearest first."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def named(self) -> str:
        """Return class and id as they are written."""
        return f"{self.attrs.get('class', '')} {self.attrs.get('id', '')}".strip()


class Block:
    """A paragraph as a browser would set it: its text, and the node it stands in."""

    __slots__ = ("breaks", "bold", "index", "links", "node", "prose", "tag", "text", "times")

    def __init__(self, text: str, links: int, bold: int, node: Node, index: int, breaks: bool) -> None:
        self.text = text
        self.links = links
        """Characters of it that are in links."""
        self.bold = bold
        self.node = node
        self.index = index
        self.tag = node.tag
        self.breaks = breaks
        """It ends where lines are broken by hand, not where an element ends."""
        self.prose = 0


class Page:
    """A page as nodes and blocks."""

    def __init__(self, root: Node, blocks: list[Block], head: list[_Element]) -> None:
        self.root = root
        self.blocks = blocks
        self.head = head


def _words(attrs: Mapping[str, str]) -> frozenset[str]:
    named = f"{attrs.get('class', '')} {attrs.get('id', '')} {attrs.get('role', '')}"
    if named.isspace():
        return frozenset()
    return frozenset(word.lower() for word in _TOKENS.findall(named[:400]))


def parse(text: str) -> _Element | None:
    """Parse HTML as browsers do, whatever is wrong in it; ``None`` where there is no element."""
    from lxml import etree

    # A null character ends a text for the parser.
    data = text[:LARGEST].replace("\0", "").encode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


def blocks_of(root: _Element) -> Page:
    """Return the blocks of a parsed page in their order, and the nodes that hold them."""
    return _Walk().run(root)


class _Walk:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.links = 0
        self.bold = 0
        self.breaks = 0

    def run(self, root: _Element) -> Page:
        top = Node("html", None, {})
        # What is still to do: an element with the node it is in, or the end of one.
        stack: list[tuple[_Element | None, Node, bool, bool, str | None]] = [
            (root, top, False, False, None)
        ]
        count = 0
        node = top
        while stack:
            element, node, linked, bold, tail = stack.pop()
            if element is None:
                if tail is None:  # a block ends
                    self.flush(node)
                    node.last = len(self.blocks)
                else:
                    self.add(tail, linked, bold)
                continue
            tag = element.tag
            if not isinstance(tag, str):
                continue
            tag = tag.lower()
            if tag == "br":
                self.pieces.append("\n")
                continue
            if tag in _UNSEEN or (count := count + 1) > MOST_NODES:
                continue
            attrs = dict(element.attrib)
            if _is_hidden(attrs):
                continue
            is_block = tag in _BLOCKS
            inner = node
            if is_block:
                self.flush(node)
                inner = Node(tag, node, attrs)
                inner.first = len(self.blocks)
                node.children.append(inner)
                stack.append((None, inner, False, False, None))
            in_link = linked or tag == "a"
            in_bold = bold or tag in ("b", "strong")
            children = list(element)
            for child in reversed(children):
                if child.tail:
                    stack.append((None, inner, in_link, in_bold, child.tail))
                stack.append((child, inner, in_link, in_bold, None))
            if element.text:
                self.add(element.text, in_link, in_bold)
        self.flush(top)
        top.last = len(self.blocks)
        return Page(top, self.blocks, [])

    def add(self, text: str, linked: bool, bold: bool) -> None:
        self.pieces.append(_SPACES.sub(" ", text))
        if linked or bold:
            size = len(text.strip())
            if linked:
                self.links += size
            if bold:
                self.bold += size

    def flush(self, node: Node) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        links, bold = self.links, self.bold
        self.pieces, self.links, self.bold = [], 0, 0
        if text.isspace():
            return
        lines = list(_lines(text))
        whole = max(1, sum(map(len, lines)))
        for number, line in enumerate(lines):
            if len(lines) == 1:
                block = Block(line, links, bold, node, len(self.blocks), False)
            else:
                share = len(line) / whole
                block = Block(
                    line, round(links * share), round(bold * share), node, len(self.blocks), True
                )
            self.blocks.append(block)
            del number


def _lines(text: str) -> Iterator[str]:
    """Yield the paragraphs of a block in which lines are broken by hand.

    A break in the middle of a sentence only wraps it.
    """
    before = ""
    empty = 0
    for raw in text.split("\n"):
        line = _SPACES.sub(" ", raw).strip()
        if not line:
            empty += 1
            continue
        if before and not empty and line[:1].islower() and before[-1:] not in ".!?…:;":
            before = f"{before} {line}"
        else:
            if before:
                yield before
            before = line
        empty = 0
    if before:
        yield before


def _is_hidden(attrs: Mapping[str, str]) -> bool:
    if "hidden" in attrs and attrs["hidden"] != "until-found":
        return True
    style = attrs.get("style")
    return style is not None and _HIDDEN.search(style[:500]) is not None
