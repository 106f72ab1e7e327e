"""What is said of a change that was taken back or made again."""

from __future__ import annotations

from typing import Any

from reader.kept.marks import Mark, Marks
from reader.kept.places import ReadFile, ReadFiles
from reader.kept.tray import Tray
from reader.language.messages import _
from reader.language.sanitize import sanitize_line
from reader.undo import Change


def undone_text(change: Change[Any], *, was_redone: bool) -> str:
    """Return a line about a change that was taken back, or made again."""
    before, after = change.before, change.after
    if not was_redone:
        before, after = after, before
    named = after if after is not None else before
    if isinstance(change.kept, Marks) and isinstance(named, Mark):
        text = _("Mark {letter} is there again.") if after else _("Mark {letter} is gone again.")
        return text.format(letter=named.letter)
    if isinstance(change.kept, Tray):
        return (
            _("The claim is selected again.") if after else _("The claim is not selected any more.")
        )
    if isinstance(change.kept, ReadFiles) and isinstance(named, ReadFile) and after:
        return _("{file} is in the list again.").format(file=sanitize_line(named.path))
    return _("Made again.") if was_redone else _("Taken back.")
