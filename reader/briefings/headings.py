"""What every format writes in the same words: headings, and how an entry's names stand together."""

from __future__ import annotations

from collections.abc import Iterable

from reader.briefings.bilingual import Sheet, distinct
from reader.briefings.tree import Briefing, GlossaryItem
from reader.language.interface import translator
from reader.language.messages import N_

GIST = N_("In brief")
CLAIMS = N_("Claims")
PARTICIPANTS = N_("Participants")
EVENTS = N_("Events")
DOCUMENTS = N_("Documents named")
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
    """Join what a heading is in each language, in one line: “Коротко · In brief”."""
    return " · ".join(distinct(texts))


def of(sheet: Sheet, msgid: str) -> str:
    """Write a heading in the language, or the languages, of the sheet."""
    return joined(translator(tree.language)(msgid) for tree in sheet)


def passages(tree: Briefing) -> str:
    """Write the heading over the text itself, in the briefing's language."""
    return translator(tree.language)(_TEXT if tree.id is None else _PASSAGES[tree.text])


def no_summary(tree: Briefing) -> str:
    """Write what stands in place of a summary, in the briefing's language."""
    label = translator(tree.language)
    if not tree.glossary:
        return label(_NO_SUMMARY)
    return f"{label(_NO_SUMMARY)} {label(_EXPLAINED)}"


def names(item: GlossaryItem) -> str:
    """Write “Charter on Strategic Partnership (CSP)”."""
    short = f" ({', '.join(item.abbreviations)})" if item.abbreviations else ""
    return f"{item.name.text}{short}"


def cited(tree: Briefing) -> list[str]:
    """Return the ids of the paragraphs that anything cites, each once, in the order of citing."""
    lines = [c.line for topic in tree.topics for c in topic.claims]
    lines += [p.role for p in tree.participants]
    lines += [e.line for e in tree.events]
    return list(dict.fromkeys(id for line in lines for id in line.cites))


def source_line(tree: Briefing) -> str:
    """Write “Report, 20 December 2025” for a footnote: what tells the document from its like."""
    return ", ".join(filter(None, [tree.source.publisher or tree.title.text, tree.dated]))
