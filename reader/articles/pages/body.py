"""The body of an article among the blocks of its page, by features that all pages share.

Running text is told from furniture by its length, its sentences, the share of links; an element by
what its author called it, unless most of the page's running text is in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from reader.articles.pages import furniture, phrases
from reader.articles.pages.tree import HEADINGS, Block, Node, Page

_END = re.compile(r"(?:[.!?…;。！？][\"'”“»’)\]\d*†]*|:[\"'”“»’)\]]*)$")
SHARE = 0.85
"""Of the running text of a node: a child that has it is where the article is."""

_NOTICE = 0.1
"""What a notice of the site counts, beside running text of its length."""

_CLUSTER = 500
"""Characters of running text in paragraphs side by side, from which on they are an article's."""


def is_sentence(text: str) -> bool:
    """Tell whether a block ends as a sentence does."""
    return _END.search(text[-8:]) is not None


def _prose(block: Block) -> int:
    text = block.text
    size = len(text)
    if size < 15 or block.tag in HEADINGS or block.links > size * 0.5:
        return 0
    words = text.count(" ") + 1
    if words * 15 < size:  # a script without spaces, in which a character is half a word
        return size * 3 - block.links if size > 20 else 0
    if _is_ticker(text):
        return 0
    if size >= 140 or (words >= 5 and size >= 45 and is_sentence(text)):
        return size - block.links
    return 0


def _is_ticker(text: str) -> bool:
    """Tell whether a long block is figures in a row: prices, scores, hours."""
    return len(text) >= 140 and sum(map(str.isdigit, text)) * 5 > len(text)


def body(page: Page, title: str | None, stated: str = "") -> list[Block]:
    """Return the blocks of the article's body, in their order.

    ``stated`` is the body as the page's JSON-LD has it, if it has.
    """
    blocks = page.blocks
    for block in blocks:
        block.prose = _prose(block)
    dropped = _dropped_nodes(page)
    kept = [b for b in blocks if not _is_in(b.node, dropped)]
    if sum(b.prose for b in kept) < 100 and sum(b.prose for b in blocks) > 200:
        dropped, kept = set(), list(blocks)
    _weigh(page.root, kept, stated)
    container = _container(page.root, kept)
    inside = [b for b in kept if _is_below(b.node, container)]
    found = _without_repeats(_filtered(inside, title))
    if not found:
        return [b for b in kept if b.links <= len(b.text) * 0.4 and b.tag != "h1"]
    lead = _lead(kept, found[0].index, title)
    before = _before(kept, found[0], container)
    return [*(lead if len(lead) > len(before) else before), *found]


def _lead(blocks: Sequence[Block], start: int, title: str | None) -> list[Block]:
    """Return the standfirst: running text between the headline and the body."""
    if not title:
        return []
    found: list[Block] = []
    for block in reversed([b for b in blocks if start - 40 < b.index < start]):
        if _is_title(block, title):
            return found[-2:][::-1]
        if block.prose and not phrases.is_call(block.text):
            found.append(block)
    return []


def _before(blocks: Sequence[Block], first: Block, container: Node) -> list[Block]:
    """Return the paragraphs right before the container: those that may be read for nothing.

    They stand beside it, in what it stands in, with no other running text between.
    """
    if first.tag != "p":
        return []
    beside = [node for node in (container.parent,) if node is not None]
    found: list[Block] = []
    for block in reversed([b for b in blocks if first.index - _APART < b.index < first.index]):
        if not block.prose:
            continue
        if block.tag != "p" or block.node.parent not in beside or phrases.is_call(block.text):
            break
        found.append(block)
    return found[::-1]


def _without_repeats(blocks: Sequence[Block]) -> list[Block]:
    """Leave out running text that has stood before: some pages have it twice, in two layouts."""
    seen: dict[str, Node] = {}
    found: list[Block] = []
    for block in blocks:
        letters = _letters(block.text)
        if len(letters) > 50:
            cluster = _cluster(block)
            if seen.setdefault(letters, cluster) is not cluster:
                continue
        found.append(block)
    return found


def _weigh(root: Node, blocks: Sequence[Block], stated: str) -> None:
    """Set ``prose`` of blocks and nodes so that text beside text of its kind counts for more."""
    _sum(root, blocks)
    total = root.prose
    clusters: dict[Node, int] = {}
    of: list[Node] = []
    for block in blocks:
        node = _cluster(block)
        of.append(node)
        clusters[node] = clusters.get(node, 0) + block.prose
    letters = _letters(stated) if len(stated) > 300 else ""
    for block, node in zip(blocks, of, strict=True):
        if not block.prose:
            continue
        weight = 1.0
        if clusters[node] < min(_CLUSTER, total * 0.15):
            weight = 0.3
        if phrases.is_notice(block.text):
            weight *= _NOTICE
        if letters:
            weight *= 1.5 if _letters(block.text)[:80] in letters else 0.4
        block.prose = max(1, round(block.prose * weight))
    _sum(root, blocks)


def _sum(root: Node, blocks: Sequence[Block]) -> None:
    """Set the sizes of every node by the blocks below it."""
    nodes = _all(root)
    for node in nodes:
        node.prose = node.text = node.links = 0
    for block in blocks:
        block.node.prose += block.prose
        block.node.text += len(block.text)
        block.node.links += block.links
    for node in reversed(nodes):
        if node.parent is not None:
            node.parent.prose += node.prose
            node.parent.text += node.text
            node.parent.links += node.links


def _all(root: Node) -> list[Node]:
    found = [root]
    for node in found:
        found.extend(node.children)
    return found


def _is_in(node: Node, nodes: set[Node]) -> bool:
    return any(each in nodes for each in node.above())


def _is_below(node: Node, container: Node) -> bool:
    return any(each is container for each in node.above())


def _dropped_nodes(page: Page) -> set[Node]:
    """Return the nodes that are furniture by what they are, or are called.

    What holds most running text side by side is the article, whatever it is called.
    """
    _sum(page.root, page.blocks)
    total = page.root.prose
    # Paragraphs may each have a wrapper of their own: what is above them counts, if for less.
    scores: dict[Node, float] = {}
    for block in page.blocks:
        if block.prose:
            share = block.prose * (_NOTICE if phrases.is_notice(block.text) else 1.0)
            for node in islice(_cluster(block).above(), 4):
                scores[node] = scores.get(node, 0) + share
                share *= 0.6
    heaviest = max(scores, key=lambda node: scores[node], default=page.root)
    kept = set(heaviest.above())
    found: set[Node] = set()
    stack = [page.root]
    while stack:
        node = stack.pop()
        certainty = 0 if node in kept else furniture.certainty(node) or _is_list_of_teasers(node)
        if certainty and node.prose < total * (0.4 if certainty == 1 else 0.8):
            found.add(node)
            continue
        stack.extend(node.children)
    return found


def _is_list_of_teasers(node: Node) -> bool:
    """Tell whether a node lists other articles: children of one shape, a link and a few words each."""
    if len(node.children) < 3 or node.links * 8 < node.text or node.prose > node.text * 0.8:
        return False
    shapes: dict[tuple[str, str], int] = {}
    for child in node.children:
        if child.links >= 15 and 25 <= child.text < 600 and child.tag != "p" and child.children:
            shape = (child.tag, child.attrs.get("class", "")[:60])
            shapes[shape] = shapes.get(shape, 0) + 1
    most = max(shapes.values(), default=0)
    return most >= 3 and most >= 0.6 * sum(1 for child in node.children if child.text)


def _container(root: Node, kept: Sequence[Block]) -> Node:
    """Return the lowest node that has the article: most of the running text, or all of its kind."""
    paths = dict(_paths(kept))
    node = root
    while True:
        best = max(node.children, key=lambda child: child.prose, default=None)
        if best is None or not best.prose or (best.tag in _LEAVES and best.prose < node.prose):
            return node
        if best.prose < node.prose * SHARE:
            if not _stands_alone(best, node, paths):
                return node
        elif _goes_on(best, node, paths):
            return node
        node = best


_TEXTS = frozenset(("p", "pre", "blockquote", "td", "dd", "dt"))
_LEAVES = frozenset(("p", "li", "blockquote", "td"))
_NEXT = 2
"""Blocks between two sections of one text, at most: a heading, a picture."""
_APART = 10
"""Blocks between two stretches of running text that are not of one article."""


def _goes_on(best: Node, parent: Node, paths: Mapping[Node, tuple[str, ...]]) -> bool:
    """Tell whether right beside a node is another of its kind: the next section of a text."""
    return any(
        child is not best
        and child.tag == best.tag
        and child.prose * 20 >= parent.prose
        and child.words & best.words
        and paths.get(child) == paths.get(best)
        and max(best.first - child.last, child.first - best.last) <= _NEXT
        for child in parent.children
    )


def _stands_alone(best: Node, parent: Node, paths: Mapping[Node, tuple[str, ...]]) -> bool:
    """Tell whether what is beside a node with most running text is of another kind, and far away."""
    if best.prose < parent.prose * 0.5:
        return False
    path = paths.get(best)
    for child in parent.children:
        if child is best or not child.prose:
            continue
        gap = max(best.first - child.last, child.first - best.last)
        if paths.get(child) == path or gap < _APART:
            return False
    return True


def _paths(blocks: Sequence[Block]) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Yield each node with the tags that lead from it to most of its running text."""
    found: dict[Node, dict[tuple[str, ...], int]] = {}
    for block in blocks:
        if block.prose:
            path: tuple[str, ...] = ()
            for node in islice(block.node.above(), 12):
                ways = found.setdefault(node, {})
                ways[path] = ways.get(path, 0) + block.prose
                path = (*path, node.tag)
    for node, ways in found.items():
        yield node, max(ways, key=lambda way: ways[way])


def _filtered(blocks: Sequence[Block], title: str | None) -> list[Block]:
    """Return the blocks of the container that are the article's."""
    total = sum(block.prose for block in blocks)
    clusters = _clusters(blocks)
    kept: list[Block] = []
    heading: list[Block] = []
    prose = 0
    for block in blocks:
        if title and len(block.text) < 2 * len(title) and _is_title(block, title):
            if prose < total * 0.3:
                kept.clear()
            heading.clear()
            continue
        if prose > total * 0.6 and phrases.ends_article(block.text):
            break
        if block.tag in HEADINGS:
            if block.links < len(block.text) * 0.8 and (block.tag != "h1" or prose):
                heading.append(block)
            continue
        if not _is_content(block, clusters):
            continue
        if not prose and _is_label(block):
            continue
        if heading:
            kept.extend(heading[-1:])
            heading.clear()
        kept.append(block)
        prose += block.prose
    while kept and (kept[-1].tag in HEADINGS or _is_label(kept[-1])):
        kept.pop()
    return kept


def _is_label(block: Block) -> bool:
    """Tell whether a block may be a date, a name, a counter above or below the text."""
    if block.prose or is_sentence(block.text):
        return False
    return (
        bool(block.links)
        or block.tag not in ("p", "li", "pre", "blockquote")
        or (block.tag != "li" and block.text.count(" ") < 3)
    )


def _clusters(blocks: Sequence[Block]) -> dict[Node, int]:
    """Return how much running text stands in each node, not counting what is in a node below it."""
    clusters: dict[Node, int] = {}
    for block in blocks:
        parent = _cluster(block)
        clusters[parent] = clusters.get(parent, 0) + block.prose
    total = sum(clusters.values())
    return {node: prose for node, prose in clusters.items() if prose > total * 0.2}


def _cluster(block: Block) -> Node:
    node = block.node
    size = len(block.text)
    while node.parent is not None and node.text <= size:
        node = node.parent
    return node


def _is_cell(block: Block) -> bool:
    """Tell whether a block is a cell of a table with data, not of one that lays out the page."""
    row = block.node.parent
    return (
        block.tag in ("td", "th")
        and row is not None
        and row.tag == "tr"
        and row.text < 400
        and row.links * 2 < row.text
        and sum(1 for cell in row.children if cell.text) > 1
    )


def _is_title(block: Block, title: str) -> bool:
    """Tell whether a block is the title; in a heading the rubric may stand before it."""
    letters, wanted = _letters(block.text), _letters(title)
    return letters == wanted or (
        block.tag in HEADINGS and len(wanted) > 20 and letters.endswith(wanted)
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _is_content(block: Block, clusters: Mapping[Node, int]) -> bool:
    text = block.text
    size = len(text)
    is_beside = _cluster(block) in clusters
    if phrases.is_call(text) or (phrases.is_notice(text) and (not is_beside or size < 120)):
        return False
    if block.prose or not any(map(str.isalnum, text)):
        return block.prose > 0
    if block.links > size * 0.4:
        if block.tag == "li" and block.node.parent is not None:
            return block.node.parent.links < block.node.parent.text * 0.4
        return is_beside and block.tag == "p" and block.links < size * 0.95 and is_sentence(text)
    if block.tag == "li" or is_beside or _is_cell(block):
        return True
    return block.tag in _TEXTS and (size > 25 or is_sentence(text))
