"""The tree of a page, and its text as blocks: a block is what a browser sets as one paragraph.

Limits hold for every page, whoever made it: elements beyond :data:`MOST_NODES` are left out, and
nothing here recurses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_NODES = 60_000
"""Elements of a page that are looked at: about ten times those of a large one."""

MOST_BLOCKS = 10_000
MOST_STAMPS = 200

DEEPEST = 60
"""Nodes within one another; what is deeper counts as part of the last."""

LARGEST = 3 * 2**20
"""Characters of a page that are parsed, beside what its scripts and styles have."""

LONGEST_TAG = 100_000
"""Characters. The parser takes the square of the attributes of a tag."""

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu"
    " nav ol p pre section summary table tbody td tfoot th thead title tr ul".split()
)
_UNSEEN = frozenset(
    "script style noscript template svg iframe object embed canvas audio video map head select"
    " input textarea button option datalist progress meter picture source track math applet".split()
)
_KEPT = ("class", "id", "role", "aria-hidden")
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())

# As HTML has it: what looks like a quote in a value without quotes is none. Nothing is tried twice.
_TAG = re.compile(
    r"""<[a-zA-Z][^\s/>]*+"""
    r"""(?:[\s/]++|=?+[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)?+|=)*+(?:>|\Z)"""
)
_CODE = re.compile(
    r"<(script|style)\b(?![^>]*ld\+json)[^>]*+>.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_TOKENS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_a-zA-Z]+")
_SPACES = re.compile(r"[ \t\r\n\f\v\xa0\u2000-\u200a\u202f\u205f\u3000]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Node:
    """An element: its tag, the words of its class and id, its place.

    ``prose`` is the number of characters of running text below it, ``text`` of any text, and
    ``links`` of text in links.
    """

    __slots__ = (
        "attrs",
        "children",
        "depth",
        "first",
        "last",
        "links",
        "parent",
        "prose",
        "tag",
        "text",
        "words",
    )

    def __init__(self, tag: str, parent: Node | None, attrs: Mapping[str, str]) -> None:
        self.tag = tag
        self.parent = parent
        self.depth: int = 0 if parent is None else parent.depth + 1
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

    __slots__ = ("index", "links", "node", "prose", "tag", "text")

    def __init__(self, text: str, links: int, node: Node, index: int) -> None:
        self.text = text
        self.links = links
        """Characters of it that are in links."""
        self.node = node
        self.index = index
        self.tag = node.tag
        self.prose = 0
        """Characters of running text, more or less by how sure that is."""


class Stamp(NamedTuple):
    """A date in markup: what it says, and whether it is that of a change."""

    text: str
    before: int
    """The number of the block that follows."""
    is_change: bool


class Page(NamedTuple):
    """A page as nodes and blocks, and the dates in its markup, in their order."""

    root: Node
    blocks: list[Block]
    stamps: list[Stamp]


def _words(attrs: Mapping[str, str]) -> frozenset[str]:
    named = f"{attrs.get('class', '')} {attrs.get('id', '')} {attrs.get('role', '')}"
    if named.isspace():
        return frozenset()
    return frozenset(word.lower() for word in _TOKENS.findall(named[:400]))


def parse(text: str) -> _Element | None:
    """Parse HTML as browsers do, whatever is wrong in it; ``None`` where there is no element."""
    from lxml import etree

    if len(text) > LARGEST:
        text = _CODE.sub("", text[: 4 * LARGEST])[:LARGEST]
    if len(text) > LONGEST_TAG:
        text = _without_long_tags(text)
    # A null character ends a text for the parser.
    data = text.replace("\0", "").encode("utf-8", "replace")
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError):
        return None
    return root


def _without_long_tags(text: str) -> str:
    pieces: list[str] = []
    at = 0
    for match in _TAG.finditer(text):
        if match.end() - match.start() > LONGEST_TAG:
            pieces.append(text[at : match.start()])
            at = match.end()
    return "".join([*pieces, text[at:]]) if pieces else text


def blocks_of(root: _Element) -> Page:
    """Return the blocks of a parsed page in their order, and the nodes that hold them."""
    return _Walk().run(root)


class _Todo(NamedTuple):
    """What is still to do: an element, the text after one, or the end of a node (neither)."""

    node: Node
    element: _Element | None = None
    text: str = ""
    linked: bool = False


class _Walk:
    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.stamps: list[Stamp] = []
        self.pieces: list[str] = []
        self.links = 0

    def run(self, root: _Element) -> Page:
        top = Node("html", None, {})
        stack = [_Todo(top, root)]
        count = 0
        while stack and len(self.blocks) < MOST_BLOCKS:
            node, element, text, linked = stack.pop()
            if element is None:
                if text:
                    self.add(text, linked)
                else:
                    self.flush(node)
                    node.last = len(self.blocks)
                continue
            tag = element.tag
            if not isinstance(tag, str):
                continue
            tag = tag.lower()
            if tag == "br":
                self.pieces.append("\n")
                continue
            if tag in _UNSEEN or (count := count + 1) > MOST_NODES or _is_hidden(element):
                continue
            if len(self.stamps) < MOST_STAMPS and (stamp := _stamp(tag, element)):
                self.stamps.append(Stamp(stamp[0], len(self.blocks), stamp[1]))
            inner = self.begun(tag, node, element, stack) if tag in _BLOCKS else node
            in_link = linked or tag == "a"
            # The end of what has endless children is left out.
            for child in reversed(list(islice(element, MOST_NODES))):
                if child.tail:
                    stack.append(_Todo(inner, None, child.tail, in_link))
                stack.append(_Todo(inner, child, "", in_link))
            if element.text:
                self.add(element.text, in_link)
        self.flush(top)
        top.last = len(self.blocks)
        return Page(top, self.blocks, self.stamps)

    def begun(self, tag: str, node: Node, element: _Element, stack: list[_Todo]) -> Node:
        """Begin a node, and put its end on the stack; too deep, it is the one above."""
        self.flush(node)
        if node.depth >= DEEPEST:
            stack.append(_Todo(node))
            return node
        inner = Node(tag, node, {name: value for name in _KEPT if (value := element.get(name))})
        inner.first = inner.last = len(self.blocks)
        node.children.append(inner)
        stack.append(_Todo(inner))
        return inner

    def add(self, text: str, linked: bool) -> None:
        self.pieces.append(_SPACES.sub(" ", text))
        if linked:
            self.links += len(text.strip())

    def flush(self, node: Node) -> None:
        if not self.pieces:
            return
        text = "".join(self.pieces)
        links = self.links
        self.pieces, self.links = [], 0
        lines = list(_lines(text))
        whole = max(1, sum(map(len, lines)))
        for line in lines[:MOST_BLOCKS]:
            share = round(links * len(line) / whole)
            self.blocks.append(Block(line, share, node, len(self.blocks)))


def _lines(text: str) -> Iterator[str]:
    """Yield the paragraphs of a block in which lines are broken by hand.

    A break in the middle of a sentence only wraps it.
    """
    joined: list[str] = []
    empty = False
    for raw in text.split("\n"):
        line = _SPACES.sub(" ", raw).strip()
        if not line:
            empty = True
            continue
        wraps = bool(joined) and not empty and line[0].islower() and joined[-1][-1] not in ".!?…:;"
        if joined and not wraps:
            yield " ".join(joined)
            joined = []
        joined.append(line)
        empty = False
    if joined:
        yield " ".join(joined)


_DATED = frozenset("published publish pubdate date datetime dt".split())
_CHANGED = frozenset("updated update modified changed edited".split())


def _stamp(tag: str, element: _Element) -> tuple[str, bool] | None:
    """Return the date that an element has in its markup, and whether it is that of a change."""
    value = element.get("datetime") if tag == "time" else element.get("title")
    named = element.get("class")
    if value is None or (tag != "time" and named is None):
        return None
    words = frozenset(word.lower() for word in _TOKENS.findall((named or "")[:400]))
    if tag != "time" and not words & (_DATED | _CHANGED):
        return None
    return value[:100], bool(words & _CHANGED) and not words & {"published", "pubdate"}


def _is_hidden(element: _Element) -> bool:
    hidden = element.get("hidden")
    if hidden is not None and hidden != "until-found":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN.search(style[:500]) is not None
