"""Notices: warnings that stay for ten seconds, and copying to the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from reader.language import interface
from reader.language.messages import _
from reader.model import Problem

if TYPE_CHECKING:
    from textual.app import App
    from textual.widget import Widget

_SHOWN_PROBLEMS = 3


class Copied(NamedTuple):
    """What is to be copied, and what that is in words: “paragraph 3, 412 characters”."""

    text: str
    what: str


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
    if (tool := _copy(app, text)) is not None:
        return _("Copied to the clipboard with {tool}.").format(tool=tool)
    return _("The text was passed to the terminal. Not every terminal can copy: paste to "
"check.")  # fmt: skip


def copy(app: App[Any], copied: Copied) -> str:
    """Copy a text; return a line that says what it was, and as little as can be known."""
    if _copy(app, copied.text) is not None:
        return _("Copied: {what}").format(what=copied.what)
    told = _("Passed to the terminal: {what}. Paste to check: not every terminal can copy.")
    return told.format(what=copied.what)


def _copy(app: App[Any], text: str) -> str | None:
    """Copy by a tool, whose name it returns, or else by the terminal."""
    from reader import clipboard

    tool = clipboard.copy(text)
    if tool is None:
        app.copy_to_clipboard(text)
    return tool
