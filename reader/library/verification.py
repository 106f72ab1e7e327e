"""Which claims of a document check out: what is known of them, and finding it out.

Verdicts depend on the document and on the glossary alone. A fingerprint of both says which those
are that are kept: in the index, where it was shipped (:mod:`reader.library.index`), or beside it
(:mod:`reader.library.kept_verdicts`). The rules of the verifier are loaded by a process of its own
(:mod:`reader.library.verifying_process`), so that who only reads has no part of them in memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from reader.library import fingerprints, kept_verdicts, texts
from reader.model import Document, Entry, Text

if TYPE_CHECKING:
    from reader.library.collection import Collection
    from reader.verdicts import Verdict

_KEPT = 64
"""Documents, each in a language, whose verdicts are remembered."""


class Subject(NamedTuple):
    """A document whose claims are verified, in a language, against one of its texts."""

    key: str
    language: str
    document: Document
    text: Text
    entries: tuple[Entry, ...]
    """The glossary, by whose names it is verified."""
    made_of: str
    """The fingerprint of all that its verdicts depend on."""


def subject(collection: Collection, key: str, language: str) -> Subject | None:
    """Return what is to be verified of a document; ``None`` where nothing is.

    A draft by rule has the text's own words. A draft, and what is said of an article that is not
    the dossier's, are in the language that the article was written in.
    """
    document = collection.document(key, language)
    summary = document.summary
    if summary is None or not summary.claims:
        return None
    if summary.draft is not None and summary.draft.by == "rule":
        return None
    if summary.draft is not None or not collection.is_document(key):
        language = collection.own_language(key)
        document = collection.document(key, language)
    text = _text(document, language)
    made_of = fingerprints.of_claims(document, text, _glossary_of(collection))
    return Subject(key, language, document, text, collection.source.entries, made_of)


def _text(document: Document, language: str) -> Text:
    """Return the text that claims cite: the dossier's own, in a language, else whichever there is."""
    own = [text for text in document.texts if text.kind in ("edition", "translation")]
    found = next((text for text in own if text.language == language), next(iter(own), None))
    return found or texts.shown(document, language)


def prepare(collection: Collection) -> None:
    """Have ready what verdicts are looked up by, so that the UI thread waits for none of it."""
    from reader.verdicts import MARKS

    assert MARKS
    assert _glossary_of(collection)


def _glossary_of(collection: Collection) -> str:
    return collection.ask(lambda dossier: dossier.glossary_digest)


class Verdicts:
    """What is known of the claims of the articles of a collection, by the ids of claims."""

    def __init__(self, collection: Collection) -> None:
        self.collection = collection
        self._known: dict[str, Mapping[str, Verdict]] = {}

    def known(self, subject: Subject) -> Mapping[str, Verdict] | None:
        """Return what was found of the claims of a document; ``None`` where it is not known."""
        found = self._known.get(subject.made_of)
        if found is None:
            place = subject.key, subject.language, subject.made_of
            kept = self.collection.ask(lambda dossier: dossier.index.verdicts(*place))
            if kept is None:
                kept = kept_verdicts.read(kept_verdicts.path_for(self.collection.root), *place)
            if kept is not None:
                found = self.take(subject, kept)
        return found

    def take(self, subject: Subject, verdicts: tuple[Verdict, ...]) -> Mapping[str, Verdict]:
        """Remember what was found of the claims of a document, and return it."""
        if len(self._known) >= _KEPT:
            del self._known[next(iter(self._known))]
        found = {verdict.id: verdict for verdict in verdicts}
        self._known[subject.made_of] = found
        return found
