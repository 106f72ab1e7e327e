"""Headings, and other phrases that every format has in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.briefings import drafted
from reader.briefings.publication import TEXT_LABELS, after, published_citation
from reader.language.interface import translator
from reader.language.messages import N_
from reader.model import PUBLISHERS

if TYPE_CHECKING:
    from reader.briefings.bilingual import Sheet
    from reader.briefings.tree import Briefing, GlossaryItem, Line, ReaderNote, Topic

GIST = N_("In brief")
CLAIMS = N_("Claims")
PARTICIPANTS = N_("Participants")
EVENTS = N_("Events")
DOCUMENTS = N_("Documents mentioned")
DISCREPANCIES = N_("Sources differ")
NEXT = N_("What happened next")
OPEN = N_("Open questions")
SECTIONS = (GIST, CLAIMS, PARTICIPANTS, EVENTS, DOCUMENTS, DISCREPANCIES, NEXT, OPEN)
"""The sections of a summary, in the order in which they stand, by their headings."""
ADDED = N_("From the dossier’s editors, not from the article.")
"""Stands over what the editors add."""
GLOSSARY = N_("Glossary")
NOTES = N_("Notes")
UNTRANSLATED = N_("not translated")
_NO_SUMMARY = N_("There is no summary of this article: it is not part of the dossier.")
_EXPLAINED = N_("The terms that occur in it are explained in the glossary.")
_TEXT = N_("The text")
_PASSAGES = {
    "original": N_("The publisher’s text"),
    "version": N_("The publisher’s text"),
    "edition": N_("Text: our paraphrase"),
    "translation": N_("Text: translation of our paraphrase"),
    "rendering": N_("Text: translation of the publisher’s text"),
}
_BESIDE_ORIGINAL = N_("Text: translation of our paraphrase (not of this text)")


def joined(texts: Iterable[str]) -> str:
    """Join a heading's texts in each language: “Коротко · In brief”."""
    return " · ".join(dict.fromkeys(texts))


def topics(sheet: Sheet, row: Sequence[Topic]) -> list[str]:
    """Return the labels of one topic in the languages of the sheet.

    One without a translation is called so, but where it stands beside that in the source language.
    """
    labels = [topic.label for topic in row]
    if len(row) == 1 and row[0].untranslated:
        labels[0] += f" [{translator(sheet[0].language)(UNTRANSLATED)}]"
    return labels


def of(sheet: Sheet, msgid: str) -> str:
    """Return a heading in the language, or the languages, of the sheet."""
    return joined(heading(tree, msgid) for tree in sheet)


def heading(tree: Briefing, msgid: str) -> str:
    """Return a heading in the briefing's language; what a draft begins with says that it is one."""
    label = translator(tree.language)
    mark = drafted.mark(tree, tree.language, label) if msgid == GIST else ""
    return f"{label(msgid)} ({mark})" if mark else label(msgid)


def passages(tree: Briefing) -> str:
    """Return the heading of the text itself, in the briefing's language."""
    label = translator(tree.language)
    if tree.id is None:
        return label(_TEXT)
    if tree.text == "translation" and tree.beside in PUBLISHERS:
        return label(_BESIDE_ORIGINAL)
    return label(_PASSAGES[tree.text])


def notes(sheets: Sequence[Sheet]) -> list[Line]:
    """Return the note of the dossier's editors in each language, for the head of what is written."""
    for sheet in sheets:
        if found := [tree.note for tree in sheet if tree.note is not None]:
            return list(dict.fromkeys(found))
    return []


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
    found = [line.cites for line in lines] + [note.cites for note in tree.own_notes or ()]
    return list(dict.fromkeys(id for cites in found for id in cites))


def quotation(note: ReaderNote, language: str) -> str:
    """Return what a note is on, in the quotation marks of ``language``; empty where it has none."""
    words = " ".join(note.quotation.split())
    return translator(language)(N_("“{title}”")).format(title=words) if words else ""


def about(note: ReaderNote) -> str:
    """Return what a note's quotation is of, and its tags."""
    return " · ".join(filter(None, [note.where, " ".join(f"#{tag}" for tag in note.tags)]))


def source_line(tree: Briefing) -> str:
    """Format “Paraphrase, after Report, 20 December 2025” for a footnote.

    Of the publisher's text it is “Report, 20 December 2025”.
    """
    source, label = tree.source, translator(tree.language)
    if tree.text in PUBLISHERS:
        day = published_citation(source, tree.language, label)
        return ", ".join(filter(None, [source.publisher or tree.headline.text, day]))
    parts = [label(TEXT_LABELS[tree.text]), after(source, tree.language, label)]
    return ", ".join(filter(None, parts))
