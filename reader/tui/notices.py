"""Notices: warnings that stay for ten seconds, and copying to the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.language import interface
from reader.language.messages import _
from reader.model import Problem

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

_SHOWN_PROBLEMS = 3


def notify_warning(node: App[Any] | Widget, text: str) -> None:
    """Show ``text``, which is data and never markup, as a warning for ten seconds."""
    node.notify(text, severity="warning", timeout=10, markup=False)


def notify_problems(node: App[Any] | Widget, problems: Sequence[Problem]) -> None:
    """Show the first problems of a dossier as warnings, and where the rest is told."""
    for problem in problems[:_SHOWN_PROBLEMS]:
        notify_warning(node, interface.describe(problem))
    if len(problems) > _SHOWN_PROBLEMS:
        notify_warning(node, _("There are more problems in this dossier: “reader check” lists them all."))  # fmt: skip


def copy_text(app: App[Any], text: str) -> str:
    """Copy ``text``; return a message that claims nothing that can't be known."""
    from reader import clipboard

    if (tool := clipboard.copy(text)) is not None:
        return _("Copied to the clipboard with {tool}.").format(tool=tool)
    app.copy_to_clipboard(text)
    return _("The text was passed to the terminal. Not every terminal can copy: paste to "
"check.")  # fmt: skip
