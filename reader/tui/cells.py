"""Text measured in terminal cells: cut, padded and wrapped."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, set_cell_size


def fit(text: str, width: int) -> str:
    """``text`` in exactly ``width`` cells: padded, or cut with an ellipsis."""
    if cell_len(text) > width:
        return set_cell_size(text, max(0, width - 1)) + "…" if width else ""
    return set_cell_size(text, width)


@lru_cache(maxsize=1024)
def wrap_to(text: str, width: int, lines: int) -> tuple[str, ...]:
    """``text`` broken at spaces into at most ``lines`` lines of ``width`` cells, the last one cut."""
    if width <= 0:
        return ("",)
    out: list[str] = []
    words = text.split()
    while words and len(out) < lines:
        line = words.pop(0)
        while words and cell_len(line) + 1 + cell_len(words[0]) <= width:
            line += " " + words.pop(0)
        out.append(line)
    if words and out:
        out[-1] += " " + words[0]
    return tuple(fit(line, width).rstrip() if cell_len(line) > width else line for line in out)
