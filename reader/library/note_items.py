"""Notes ready to be listed, printed and exported, with what they are cited as."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.briefings import headings
from reader.briefings.bilingual import Sheet
from reader.briefings.citation import Cited, source_line
from reader.briefings.publication import TEXT_LABELS
from reader.briefings.tree import ReaderNote
from reader.dossiers.own_places import is_own
from reader.language.interface import translator
from reader.language.messages import N_, _
from reader.language.sanitize import clean_input
from reader.language.words import WORD, fold
from reader.library.notes import Note
from reader.library.noting import Noted, Notes
from reader.model import DocumentView

if TYPE_CHECKING:
    from reader.library.collection import Collection

STATES = {
    "changed": N_("the text has changed since"),
    "lost": N_("has lost its place"),
    "absent": N_("its text is not open"),
    "gone": N_("its article is not there any more"),
}
"""What has become of the place of a note that is not as it was, as msgids."""


class Listed(NamedTuple):
    """A note in a list over all documents.

    ``noted`` and ``cited`` are ``None`` where its article is not there any more.
    """

    note: Note
    title: str
    noted: Noted | None = None
    cited: Cited | None = None

    @property
    def state(self) -> str:
        """What has become of its place: ``kept``, ``changed``, ``lost``, ``absent``, ``gone``."""
        return "gone" if self.noted is None else state(self.noted)

    def source(self, language: str) -> str:
        """Return the line that says what the quotation is of; of a paraphrase, that it is one."""
        return source_line(self.cited, language) if self.cited else self.title


def state(noted: Noted) -> str:
    return noted.place.state if noted.is_open else "absent"


def cited(noted: Noted, view: DocumentView, dossier: str) -> Cited:
    """Return what the quotation of a note is of; ``dossier`` is the dossier's title."""
    note = noted.note
    kind = "summary" if note.kind == "claim" else note.of
    language = note.language or view.text.language
    return Cited(view.document, kind, language, dossier, noted.numbers)


def items(placed: Iterable[Noted], label: Callable[[str], str]) -> tuple[ReaderNote, ...]:
    """Return notes for a briefing; ``label`` translates msgids into its language."""
    return tuple(item(noted, label) for noted in placed)


def with_notes(sheet: Sheet, placed: Sequence[Noted]) -> Sheet:
    """Return a sheet with the notes on its document; of an excerpt with those on what is in it.

    ``placed`` are where they stand in the first of its views.
    """
    first = sheet[0]
    kept = placed
    if first.excerpt:
        known = {claim.id for claim in first.claims} | set(headings.cited(first))
        kept = [noted for noted in placed if noted.place.paragraph in known]
    labels = [translator(tree.language) for tree in sheet]
    return tuple(
        tree._replace(own_notes=items(kept, label))
        for tree, label in zip(sheet, labels, strict=True)
    )


def item(noted: Noted, label: Callable[[str], str] = _) -> ReaderNote:
    note, place = noted.note, noted.place
    parts = [label(N_("Summary") if note.kind == "claim" else TEXT_LABELS[note.of])]
    if len(noted.numbers) == 1:
        parts.append(label(N_("paragraph {n}")).format(n=noted.numbers[0]))
    elif noted.numbers:
        listed = ", ".join(map(str, noted.numbers))
        parts.append(label(N_("paragraphs {numbers}")).format(numbers=listed))
    if (found := state(noted)) in STATES:
        parts.append(label(STATES[found]))
    ids = [span.paragraph for span in place.spans] or [place.paragraph]
    cites = (
        () if note.kind == "claim" or not noted.is_open else tuple(dict.fromkeys(filter(None, ids)))
    )
    return ReaderNote(
        note.id, note.text, note.quote.exact, ", ".join(parts), note.tags, cites, note.made
    )


def _may_have(collection: Collection, notes: Sequence[Note]) -> list[str]:
    """Return the keys of what may have notes: what is open, and own articles by their files."""
    files = (collection.key_of(Path(note.document)) for note in notes if note.fingerprint)
    own = (key for key in files if key is not None and is_own(key))
    return [*collection.opened_keys, *dict.fromkeys(own)]


def listed(notes: Notes, collection: Collection, language: str) -> list[tuple[str, Listed]]:
    """Return every note with the key of its document, which is empty where that is not open.

    They are in the order of the documents, and in each of reading; those whose document is not
    open, or not there any more, come last.
    """
    stored = notes.all()
    named = {note.document for note in stored if not note.fingerprint}
    has_files = any(note.fingerprint for note in stored)
    dossier = collection.head(language).title
    found: list[tuple[str, Listed]] = []
    for key in _may_have(collection, stored):
        is_document = collection.is_document(key)
        if key in named if is_document else has_files:
            shown_in = language if is_document else collection.own_language(key)
            view = collection.view(key, shown_in)
            found += [
                (key, Listed(each.note, view.document.title, each, cited(each, view, dossier)))
                for each in notes.placed(key, view)
            ]
    placed = {one.note.id for _key, one in found}
    return [*found, *(("", Listed(note, "")) for note in stored if note.id not in placed)]


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags that were typed as one line: parted by commas, or each after a ``#``."""
    return clean_tags(re.split(r"[,;\n]|(?:^|\s)#", text))


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return tags as they are kept: each once, without ``#`` and needless spaces."""
    cleaned = (" ".join(clean_input(tag).strip().removeprefix("#").split()) for tag in tags)
    return tuple(dict.fromkeys(filter(None, cleaned)))


def searched(notes: Iterable[Note], query: str) -> list[Note]:
    """Return the notes that fit what is being typed: words, and tags after a ``#``.

    Of both the beginning is enough; see :func:`matching`.
    """
    words: list[str] = []
    begun: list[str] = []
    for part in query.split():
        (begun if part.startswith("#") else words).append(part)
    wanted = [fold(tag.strip("#")) for tag in begun]
    return [
        note
        for note in matching(notes, (), " ".join(words))
        if all(any(fold(tag).startswith(each) for tag in note.tags) for each in wanted)
    ]


def matching(notes: Iterable[Note], tags: Iterable[str], search: str) -> list[Note]:
    """Return the notes that have all of ``tags``, and every word of ``search`` in any letter case.

    Words are looked for, by their beginnings, in the note, its tags and its quotation.
    """
    wanted = {fold(tag.removeprefix("#")) for tag in tags}
    words = [fold(match[0]) for match in WORD.finditer(search)]
    found = []
    for note in notes:
        if not wanted <= {fold(tag) for tag in note.tags}:
            continue
        text = " ".join((note.text, *note.tags, note.quote.exact))
        there = [fold(match[0]) for match in WORD.finditer(text)]
        if all(any(each.startswith(word) for each in there) for word in words):
            found.append(note)
    return found
