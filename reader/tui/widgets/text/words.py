"""What signs, styles and bars tell of a block, in words that hang before its text."""

from __future__ import annotations

from reader.language.messages import _
from reader.tui.widgets.blocks import ITEM, PEEKED, SELECTED, Block


def in_words(block: Block, *, cited: bool, signs: str = "") -> Block:
    """Return a block with words for its marker and its role.

    ``cited``: it was gone to as what a claim cites; ``signs``: what signs in its text say. The sign of a claim's status is left out: the
    words for it stand in the claim's last line; so is that of a text in another language, for its
    first line says what it is.
    """
    said = []
    if block.marker.isalnum():
        said.append(block.marker)
    elif block.marker == SELECTED:
        said.append(_("selected"))
    if block.role == "heading":
        said.append(_("heading"))
    elif block.role == "untranslated":
        said.append(_("not translated"))
    if cited:
        said.append(_("cited"))
    if signs:
        said.append(signs)
    item = ITEM if block.marker not in ("", PEEKED) and not block.marker.isalnum() else ""
    words = ", ".join(said) + ":" if said else ""
    return block._replace(marker=f"{item} {words}".strip())
