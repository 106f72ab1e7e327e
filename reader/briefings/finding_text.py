"""What was found wrong with a claim, in words: paragraphs by their ids, or as a screen numbers them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reader.language.messages import _
from reader.language.sanitize import sanitize_line

_CITED = frozenset(("paragraph", "paragraphs", "better"))
"""The values of a message that are ids of paragraphs, one or several."""


def finding_text(
    message: str,
    values: Mapping[str, str],
    label: Callable[[str], str] = _,
    numbers: Mapping[str, int] = MappingProxyType({}),
) -> str:
    """Return the message of a finding, an English msgid, with its values in the language of ``label``.

    Paragraphs are named by their ids, as in print, or, where ``numbers`` tell how they are
    numbered on the screen, as ``[4]``.
    """
    shown = {name: sanitize_line(value) for name, value in values.items()}
    for name in shown.keys() & _CITED if numbers else ():
        ids = shown[name].split(", ")
        shown[name] = ", ".join(f"[{numbers[id]}]" if id in numbers else id for id in ids)
    try:
        text = label(message).format(**shown)
    except (LookupError, ValueError):  # a translation with a broken {placeholder}
        text = message.format(**shown)
    return sanitize_line(text)
