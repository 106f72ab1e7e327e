"""What is said of a change that was taken back or made again."""

from __future__ import annotations

from typing import Any

from reader.dossiers.user_glossary_text import Written
from reader.language import messages
from reader.language.messages import _
from reader.library.own_entries import OwnEntries
from reader.undo import Change


def entry_of(change: Change[Any]) -> str | None:
    """Return the id of the entry that was changed; ``None`` where it was something else."""
    if not isinstance(change.kept, OwnEntries):
        return None
    there = change.after or change.before
    return None if there is None else str(there.entry.id)


def undone_text(change: Change[Any], *, was_redone: bool) -> str:
    """Return a line about a change that was taken back, or made again."""
    if not isinstance(change.kept, OwnEntries):
        return _("Made again.") if was_redone else _("Taken back.")
    before, after = change.before, change.after
    if not was_redone:
        before, after = after, before
    named: list[Written] = [written for written in (after, before) if written is not None]
    name = named[0].entry.name(messages.language())
    if after is None:
        text = _("“{name}” is not in your glossary any more.")
    elif before is None:
        text = _("“{name}” is in your glossary again.")
    else:
        text = (
            _("“{name}” is as it was before.")
            if not was_redone
            else _("“{name}” is changed again.")
        )
    return text.format(name=name)
