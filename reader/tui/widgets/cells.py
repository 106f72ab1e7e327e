"""Text measured in terminal cells: cut and padded.

Rich has the widths of characters that are not plain, as Textual paints them, in a table that takes
a while to load.
"""

from __future__ import annotations

from rich import cells

from reader.language.cells import is_plain


def cell_len(text: str) -> int:
    """Return the width of a text in cells; it has no line breaks or tabs."""
    return len(text) if is_plain(text) else cells.cell_len(text.replace("\xad", ""))


def fit(text: str, width: int) -> str:
    """Pad ``text`` to exactly ``width`` cells, or cut it with an ellipsis.

    It has no soft hyphens afterwards: most terminals give them a cell.
    """
    text = text.replace("\xad", "")
    length = cell_len(text)
    if length <= width:
        return text + " " * (width - length)
    if is_plain(text):
        return text[: width - 1] + "…" if width else ""
    return cells.set_cell_size(text, max(0, width - 1)) + "…" if width else ""
