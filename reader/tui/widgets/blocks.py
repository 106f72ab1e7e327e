"""Blocks of plain text with spans that can be opened: what a text view shows."""

from typing import Literal, NamedTuple, get_args

ITEM, SELECTED, PEEKED = "•", "✓", "↳"
"""Markers: of a claim without a status, of one that was selected, and of what is shown of another text."""

Opened = Literal["mention", "citation", "link", "address"]
Lit = Literal["time", "number", "name", "sentence", "voice", "cue", "hedge"]
"""What can be lit: facts; a sentence, one that somebody else than the article asserts, and in it the
words by which one knows who does, and how firmly."""
SpanKind = Opened | Lit
LIT: tuple[Lit, ...] = get_args(Lit)
OPENED: tuple[Opened, ...] = get_args(Opened)
LIT_WORDS: tuple[Lit, ...] = ("cue", "hedge")
"""What is lit within a sentence, and is not gone to."""
Role = Literal["paragraph", "heading", "title", "meta", "claim", "note", "untranslated", "absent"]
"""What a block is; an absent one is a placeholder for a missing text, without rows."""


class Span(NamedTuple):
    """A part of a block's text that can be opened, or that is lit.

    ``start`` and ``end`` count code points of the block's text. ``target`` is a glossary id for a
    mention, or a name that has an entry, a paragraph's id for a citation, an address of the web that
    may be linked for an address, whatever its maker likes for a link, and ``""`` for what is lit.
    """

    start: int
    end: int
    kind: SpanKind
    target: str


class Block(NamedTuple):
    r"""A paragraph of a text view; ``text`` is data, and ``\n`` in it breaks the line.

    ``marker`` hangs before the text ("•", "12"), ``indent`` moves the block by so many cells,
    ``gap`` is the number of blank rows before it (none before the first block).
    """

    id: str
    text: str
    role: Role = "paragraph"
    marker: str = ""
    indent: int = 0
    spans: tuple[Span, ...] = ()
    gap: int = 1


class Anchor(NamedTuple):
    """A place in a text that outlives its layout: a block and a code point in it."""

    block: str
    offset: int = 0
