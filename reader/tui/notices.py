"""Notices: warnings that stay for ten seconds, and copying to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.language.messages import _

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget


def notify_warning(node: App[Any] | Widget, text: str) -> None:
    """Show ``text``, which is data and never markup, as a warning for ten seconds."""
    node.notify(text, severity="warning", timeout=10, markup=False)


def copy_text(app: App[Any], text: str) -> str:
    """Copy ``text``; return a message that claims nothing that can't be known."""
    from reader import clipboard

    if (tool := clipboard.copy(text)) is not None:
        return _("Copied to the clipboard with {tool}.").format(tool=tool)
    app.copy_to_clipboard(text)
    return _("The text was passed to the terminal. Not every terminal can copy: paste to "
"check.")  # fmt: skip
