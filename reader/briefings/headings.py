"""Headings, and other phrases that every format has in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.language.interface import translator
from reader.language.messages import N_

if TYPE_CHECKING:
    from reader.briefings.bilingual import Sheet
    from reader.briefings.tree import Briefing, GlossaryItem

GIST = N_("In brief")
CLAIMS = N_("Claims")
PARTICIPANTS = N_("Participants")
EVENTS = N_("Events")
DOCUMENTS = N_("Documents named")
DISCREPANCIES = N_("Sources differ")
NEXT = N_("What happened next")
OPEN = N_("Still open")
SECTIONS = (GIST, CLAIMS, PARTICIPANTS, EVENTS, DOCUMENTS, DISCREPANCIES, NEXT, OPEN)
"""The sections of a summary, in the order in which they stand, by their headings."""
ADDED = N_("From the dossier’s editors, not from the article.")
"""Stands over what the editors add."""
GLOSSARY = N_("Glossary")
UNTRANSLATED = N_("not translated")
_NO_SUMMARY = N_("There is no summary of this article: it is not one of the dossier’s documents.")
_EXPLAINED = N_("The terms that occur in it are explained in the glossary.")
_TEXT = N_("The text")
_PASSAGES = {
    "original": N_("Source: the publisher’s own words"),
    "version": N_("Source: the publisher’s own words"),
    "edition": N_("Source: our retelling"),
    "translation": N_("Source: translation of our retelling"),
}


def joined(texts: Iterable[str]) -> str:
    """Join a heading's texts in each language: “Коротко · In brief”."""
    return " · ".join(dict.fromkeys(texts))


def of(sheet: Sheet, msgid: str) -> str:
    """Return a heading in the language, or the languages, of the sheet."""
    return joined(translator(tree.language)(msgid) for tree in sheet)


def passages(tree: Briefing) -> str:
    """Return the heading of the text itself, in the briefing's language."""
    return translator(tree.language)(_TEXT if tree.id is None else _PASSAGES[tree.text])


def no_summary(tree: Briefing) -> str:
    """Return the notice in place of a summary, in the briefing's language."""
    label = translator(tree.language)
    if not tree.glossary:
        return label(_NO_SUMMARY)
    return f"{label(_NO_SUMMARY)} {label(_EXPLAINED)}"


def names(item: GlossaryItem) -> str:
    """Format an entry's names as “Charter on Strategic Partnership (CSP)”."""
    short = f" ({', '.join(item.abbreviations)})" if item.abbreviations else ""
    return f"{item.name.text}{short}"


def cited(tree: Briefing) -> list[str]:
    """Return the ids of the cited paragraphs, each once, in order of citation."""
    lines = [c.line for topic in tree.topics for c in topic.claims]
    lines += [p.role for p in tree.participants]
    lines += [e.line for e in tree.events]
    lines += [side.line for discrepancy in tree.discrepancies for side in discrepancy.sides]
    return list(dict.fromkeys(id for line in lines for id in line.cites))


def source_line(tree: Briefing) -> str:
    """Format “Report, 20 December 2025” for a footnote."""
    return ", ".join(filter(None, [tree.source.publisher or tree.title.text, tree.dated]))
