"""How a draft of a summary says what it is, wherever it is shown or printed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.language.interface import translator
from reader.language.messages import N_, _
from reader.model import Draft, DraftedBy, Summary

if TYPE_CHECKING:
    from reader.briefings.tree import Briefing

MARKS: dict[DraftedBy, str] = {"rule": N_("draft by rule"), "command": N_("draft by a command")}
"""What stands beside the heading of a draft."""
ACCEPTED = N_("draft accepted by you on {date}")

_EXPLAINED: dict[DraftedBy, str] = {
    "rule": N_(
        "draft by rule: sentences of the article, chosen by the program; nobody has edited it"
    ),
    "command": N_("draft by a command of yours; nobody has edited it"),
}
SUMMARY = N_("Summary")
LEFT_OUT = N_("Not in the draft")
TERMS = N_("Terms by weight")
APART = N_("The text does not bear this out")
"""Stands over the claims of a draft that are not part of it."""
_APART = N_("claims that the text does not bear out, and which are not shown: {n}")


def mark(summary: Briefing | Summary, language: str, label: Callable[[str], str] = _) -> str:
    """Return what a summary is beside its heading; empty for one by the dossier's editors."""
    if summary.draft is not None:
        return label(MARKS[summary.draft.by])
    if summary.accepted is not None:
        from reader.language import dates

        return label(ACCEPTED).format(date=dates.date(summary.accepted[:10], language))
    return ""


def explained(draft: Draft, label: Callable[[str], str] = _) -> str:
    """Return what a draft is, in a line."""
    return label(_EXPLAINED[draft.by])


def rows(tree: Briefing) -> list[tuple[str, str]]:
    """Return the rows of the metadata that tell of a draft: what it is, what it leaves out, its terms."""
    label = translator(tree.language)
    if tree.draft is None:
        return [(SUMMARY, told)] if (told := mark(tree, tree.language, label)) else []
    found = [(SUMMARY, explained(tree.draft, label))]
    if tree.apart:
        found.append((N_("Left out"), label(_APART).format(n=len(tree.apart))))
    if tree.draft.left_out:
        found.append((LEFT_OUT, ", ".join(tree.draft.left_out)))
    if tree.weighty:
        found.append((TERMS, ", ".join(f"{name.text} ({n})" for name, n in tree.weighty)))
    return found
