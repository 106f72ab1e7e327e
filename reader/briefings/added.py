"""What a dossier's editors say of claims and add to a document, as lines that any writer prints."""

from __future__ import annotations

from collections.abc import Callable

from reader.briefings import headings
from reader.briefings.tree import Briefing, Claim, Discrepancy, Line, Name, Note, Side
from reader.language.interface import translator
from reader.language.messages import N_
from reader.model import ClaimStatus, NoteKind

STATUSES: dict[ClaimStatus, str] = {
    "done": N_("done"),
    "fixed": N_("laid down in a document"),
    "planned": N_("planned"),
    "possible": N_("possible"),
    "expected": N_("expected by one side"),
    "assessed": N_("assessment"),
    "discussed": N_("discussed"),
}
"""What a status is called where a dossier's editors give it, as msgids."""

OF_SENTENCES: dict[ClaimStatus, str] = {**STATUSES, "expected": N_("expected")}
"""What it is called where it is read off a sentence, which may not say who expects something."""

MARKS: dict[ClaimStatus, str] = {
    "done": "●",
    "fixed": "■",
    "planned": "→",
    "possible": "◇",
    "expected": "○",
    "assessed": "≈",
    "discussed": "…",
}
"""A sign of one cell for each status, on the screen; the word stands there too."""

_BETWEEN = " · "
_ARTICLE = N_("the article itself")
"""Who says what the article ascribes to nobody."""
_VIA = N_("{speaker}, as passed on by {other}")
_VIA_SEVERAL = N_("{speaker}, as passed on by {others}")
"""Names stand as they are, so a translation takes words after which that is right."""
_DISPUTED = N_("disputed: {by}")
_WHY = N_("Why it matters: {text}")
KINDS: dict[str, NoteKind] = {headings.NEXT: "next", headings.OPEN: "open"}
"""The kind of the notes in a section, by its heading."""


def speakers(names: tuple[Name, ...], label: Callable[[str], str]) -> str:
    """Format who says a claim: “Foreign Ministry, as passed on by Trend”; empty for nobody."""
    if len(names) < 2:
        return names[0].text if names else ""
    speaker, *others = (name.text for name in names)
    if len(others) == 1:
        return label(_VIA).format(speaker=speaker, other=others[0])
    return label(_VIA_SEVERAL).format(speaker=speaker, others=", ".join(others))


def tag(claim: Claim, label: Callable[[str], str]) -> str:
    """Format “planned · Foreign Ministry · disputed: Yerevan”; empty where nothing is said."""
    if not claim.is_tagged:
        return ""
    parts = [
        label((OF_SENTENCES if claim.is_drafted else STATUSES)[claim.status])
        if claim.status
        else "",
        speakers(claim.speaker, label) if claim.speaker or claim.by_source else label(_ARTICLE),
        label(_DISPUTED).format(by=claim.disputed.text) if claim.disputed else "",
    ]
    return _BETWEEN.join(filter(None, parts))


def findings_in(tree: Briefing, claim: Claim) -> list[str]:
    """Return what is wrong with a claim of a draft, in its briefing's language."""
    if not claim.findings:
        return []
    from reader.briefings.finding_text import finding_text  # late: few claims have any

    label = translator(tree.language)
    return [finding_text(found.message, found.values, label) for found in claim.findings]


def tag_in(tree: Briefing, claim: Claim) -> str:
    """Return the tag of a claim in its briefing's language, with what is wrong with it."""
    parts = [tag(claim, translator(tree.language)), *findings_in(tree, claim)]
    return _BETWEEN.join(filter(None, parts))


def sides(discrepancy: Discrepancy) -> list[Line]:
    """Return a line for each side, which says where it is from."""
    return [
        side.line._replace(text=f"{side.place}: {side_text(side)}") for side in discrepancy.sides
    ]


def side_text(side: Side) -> str:
    """Return what a side says, with its public sources."""
    return _with_sources(side.line.text, side.source)


def why(discrepancy: Discrepancy, label: Callable[[str], str]) -> Line:
    """Return the line that says why a discrepancy matters."""
    line = discrepancy.why
    return line._replace(text=label(_WHY).format(text=line.text))


def why_in(tree: Briefing, discrepancy: Discrepancy) -> Line:
    """Return why a discrepancy matters, in the briefing's language."""
    return why(discrepancy, translator(tree.language))


def notes(tree: Briefing, heading: str) -> tuple[Note, ...]:
    """Return the notes of a section."""
    return tuple(note for note in tree.notes if note.kind == KINDS[heading])


def said(note: Note) -> Line:
    """Return a note's line with its public sources, and without its date."""
    return note.line._replace(text=_with_sources(note.line.text, note.source))


def _with_sources(text: str, sources: tuple[str, ...]) -> str:
    return f"{text} ({'; '.join(sources)})" if sources else text
