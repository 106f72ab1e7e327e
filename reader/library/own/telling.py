"""What is said of adding articles: what came of each, and how many there are of a kind."""

from __future__ import annotations

from collections import Counter

from reader.language import dates, messages
from reader.language.interface import describe
from reader.language.messages import N_, _, ngettext
from reader.library.own.importing import Result
from reader.model import Problem

STATUSES = {
    "added": N_("added"),
    "attached": N_("attached"),
    "unchanged": N_("unchanged"),
    "updated": N_("updated"),
    "failed": N_("failed"),
}


def counted(counts: Counter[str], others: int) -> str:
    """Return how many articles have each status, and how many files were passed over."""
    told = [
        f"{_(word)}: {dates.number(counts[status], messages.language())}"
        for status, word in STATUSES.items()
        if counts[status]
    ]
    if others:
        passed = ngettext(
            "{n} file of another kind was passed over",
            "{n} files of other kinds were passed over",
            others,
        )
        told.append(passed.format(n=dates.number(others, messages.language())))
    return "; ".join(told)


def message(result: Result) -> str:
    """Return what is to be said of a result beside its status, in the interface language."""
    told = []
    if result.is_other:
        told.append(_("kept as an earlier version; the later one is shown"))
    if result.changes is not None:
        told.append(changed(result.changes))
    told += [_plain(problem) for problem in result.problems]
    return "; ".join(filter(None, told))


def changed(changes: tuple[int, int, int]) -> str:
    """Return what a version has other than the one before, as ``2 paragraphs added, 1 changed``."""
    added, removed, other = changes
    told = []
    if added:
        told.append(ngettext("{n} paragraph added", "{n} paragraphs added", added).format(n=added))
    if removed:
        told.append(
            ngettext("{n} paragraph removed", "{n} paragraphs removed", removed).format(n=removed)
        )
    if other:
        told.append(
            ngettext("{n} paragraph changed", "{n} paragraphs changed", other).format(n=other)
        )
    return ", ".join(told) or _("the same paragraphs")


def _plain(problem: Problem) -> str:
    return describe(problem._replace(path=""))
