"""What the glossary and the texts of a dossier have of each other: unused entries, unlisted names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.checks.findings import Found
from reader.checks.places import Source, field
from reader.dossiers.yaml_tree import Map
from reader.language.messages import N_
from reader.language.words import WORD, fold
from reader.model import Document, Dossier
from reader.terms.matcher import Matcher
from reader.verifying.evidence import Evidence
from reader.verifying.finder import Finder

_UNUSED = N_("The entry “{id}” is in no text, and nothing refers to it.")
_UNLISTED = N_("The texts name “{name}” {count} times, and the glossary does not have it.")
_OFTEN = 3
"""A name that stands in so many paragraphs is one to be listed."""


def unused(
    dossier: Dossier, matcher: Matcher, entries: Mapping[str, tuple[Source, Map]]
) -> Iterable[Found]:
    """Yield the entries that no text mentions and nothing refers to."""
    used = {id for entry in dossier.entries for id in entry.related}
    for document in dossier.documents:
        used |= set(document.source.attribution)
        if document.summary is not None:
            used |= {each.entry for each in document.summary.participants}
            used |= set(document.summary.documents)
            used |= {id for claim in document.summary.claims for id in claim.speaker or ()}
    texts = [text for document in dossier.documents for text in _texts_of(document)]
    for found in matcher.in_paragraphs(texts, nested=True, at_home=True):
        used |= {mention.entry for mention in found}
    for entry in dossier.entries:
        if entry.id not in used and not entry.own and entry.id in entries:
            file, item = entries[entry.id]
            line, column = field(item, "id")
            yield Found(str(file.path), line, column, "unused", _UNUSED, {"id": entry.id})


def _texts_of(document: Document) -> list[str]:
    found = [document.title, *(p.text for text in document.texts for p in text.paragraphs)]
    if (summary := document.summary) is not None:
        found += [summary.gist, *(claim.text for claim in summary.claims)]
        found += [event.text for event in summary.events]
        found += [each.role for each in summary.participants]
    return found


def unlisted(
    dossier: Dossier, matcher: Matcher, files: Mapping[str, tuple[Source, Mapping[str, Map]]]
) -> Iterable[Found]:
    """Yield the names that several paragraphs have and no entry does, where each stands first."""
    finder = Finder(matcher, None)
    counted: Counter[str] = Counter()
    first: dict[str, tuple[str, str, str]] = {}
    listed = {
        fold(match[0])
        for entry in dossier.entries
        for terms in entry.terms.values()
        for term in terms
        for match in WORD.finditer(term.text)
    }
    for document in dossier.documents:
        for paragraph in document.texts[0].paragraphs if document.texts else ():
            evidence = Evidence(paragraph.id, paragraph.text, finder)
            names = {fact.text for fact in evidence.names if not fact.entry}
            for name in names:
                words = {fold(match[0]) for match in WORD.finditer(name)}
                if words <= listed or name.isdigit() or len(name) < 3:
                    continue
                counted[fold(name)] += 1
                first.setdefault(fold(name), (name, document.id or "", paragraph.id))
    for key, count in counted.items():
        name, document_id, paragraph_id = first[key]
        if count < _OFTEN or document_id not in files:
            continue
        file, paragraphs = files[document_id]
        line, column = file.find(name, *field(paragraphs.get(paragraph_id), "text"))
        values = {"name": name, "count": str(count)}
        yield Found(str(file.path), line, column, "unlisted", _UNLISTED, values)


def entry_files(files: Iterable[Path], root: Path) -> dict[str, tuple[Source, Map]]:
    """Return where each entry of a glossary stands."""
    import contextlib

    from reader.checks.places import items
    from reader.dossiers import yaml_tree
    from reader.errors import ReaderError

    found: dict[str, tuple[Source, Map]] = {}
    for path in files:
        with contextlib.suppress(ReaderError, OSError):
            file = Source(path, yaml_tree.read_text(path, root))
            for id, item in items(yaml_tree.read(path, root)).items():
                found.setdefault(id, (file, item))
    return found
