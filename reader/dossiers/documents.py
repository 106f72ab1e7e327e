"""Parse one document of a dossier: its source, its paragraphs, its summary."""

from __future__ import annotations

import re
from collections.abc import Collection, Container
from pathlib import Path
from typing import Literal, NamedTuple

from reader.dossiers import yaml_tree
from reader.dossiers.validation import Fields, Findings, slug
from reader.dossiers.yaml_tree import List, Node, Scalar
from reader.errors import ReaderError
from reader.language.addresses import is_web_address
from reader.language.messages import N_
from reader.model import (
    CLAIM_STATUSES,
    Claim,
    Document,
    Event,
    Paragraph,
    Participant,
    Problem,
    Source,
    Summary,
    Text,
)

KEYS = ("language", "title", "source", "text_kind", "text", "summary", "original")
KEPT = "kept"
"""The key under which a reader's own article has what the library keeps of it."""
TEXT_KINDS: tuple[Literal["edition", "original"], ...] = ("edition", "original")
"""Whose words a document's text may be: the dossier's, or the publisher's."""
SOURCE_KEYS = (
    "publisher",
    "published",
    "published_inferred",
    "published_note",
    "attribution",
    "url",
    "headline",
    "author",
    "via",
)
SUMMARY_KEYS = ("gist", "claims", "participants", "events", "documents", "accepted")
CLAIM_KEYS = ("id", "topic", "status", "speaker", "disputed", "text", "cites")
PARTICIPANT_KEYS = ("id", "entry", "name", "role", "cites")
RESERVED = frozenset(("title", "gist", "published_note"))
"""Keys that name a message of the catalog; an id that equals one would share its place."""

_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


class References(NamedTuple):
    """Ids that a document may refer to; ``entries`` is ``None``: glossary unread."""

    entries: Container[str] | None
    topics: Container[str] | None

    def has_entry(self, id: str, place: Node, findings: Findings) -> bool:
        """Tell whether the glossary has an entry; report one that it does not have."""
        if self.entries is None or id in self.entries:
            return True
        findings.warning(
            place,
            N_("There is no entry “{id}” in the glossary. Add it, or correct the id."),
            id=id[:100],
        )
        return False


def read(
    path: Path, root: Path, references: References
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Parse a document; return it with its problems, ``None`` for one with errors.

    A reference to something that does not exist becomes a warning and is dropped.
    """
    try:
        tree = yaml_tree.read(path, root)
    except ReaderError as error:
        return None, error.problems
    return parsed(tree, path, path.stem, references)


def parsed(
    tree: Node | None, path: Path, id: str, references: References, more: tuple[str, ...] = ()
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return the document that a tree of YAML is, as :func:`read` does.

    ``more`` are keys that it may have beside those of a document.
    """
    findings = Findings(path)
    document = _DocumentParser(findings, references, more).document(
        id, tree or Scalar(1, 1, "", True)
    )
    return (None if findings.errors else document), tuple(findings.problems)


def parsed_summary(
    tree: Node | None, path: Path, paragraphs: Collection[str], references: References
) -> tuple[Summary | None, tuple[Problem, ...]]:
    """Return the summary that a tree of YAML is, by itself, of a text with these paragraphs.

    ``None`` for one with errors; what it refers to and is not there becomes a warning.
    """
    findings = Findings(path)
    parser = _DocumentParser(findings, references)
    parser.paragraphs = paragraphs
    summary = parser.summary(tree or Scalar(1, 1, "", True))
    return (None if findings.errors else summary), tuple(findings.problems)


class _DocumentParser:
    def __init__(
        self, findings: Findings, references: References, more: tuple[str, ...] = ()
    ) -> None:
        self.findings = findings
        self.references = references
        self.keys = (*KEYS, *more)
        self.taken = set(RESERVED)
        self.paragraphs: Collection[str] = ()
        self.is_own = references.topics is None
        """It is the reader's own, whose claims need no topic and whose people no role."""

    def document(self, id: str, node: Node) -> Document:
        fields = Fields(node, self.findings, self.keys)
        language = fields.language("language") or ""
        title = fields.text("title") or ""
        source = self._source(fields.mapping("source", required=False))
        kind = fields.one_of("text_kind", TEXT_KINDS) or "edition"
        paragraphs = tuple(self._paragraph(item) for item in fields.each("text", required=True))
        self.paragraphs = {paragraph.id for paragraph in paragraphs}
        summary = fields.mapping("summary", required=False)
        return Document(
            id,
            language,
            title,
            source,
            (Text(kind, language, paragraphs),),
            self.summary(summary) if summary else None,
            fingerprints=self._fingerprints(fields.mapping("original", required=False)),
        )

    def _source(self, node: Node | None) -> Source:
        if node is None:
            return Source()
        fields = Fields(node, self.findings, SOURCE_KEYS)
        inferred = fields.date("published_inferred")
        note = fields.text("published_note", required=False)
        published = fields.date("published")
        if inferred and not note:
            self.findings.warning(
                fields.place("published_inferred"),
                N_("An inferred date needs a “published_note” that says how it was inferred."),
            )
        if inferred and published:
            self.findings.warning(
                fields.place("published_inferred"),
                N_(
                    "The article gives its own date, so none needs to be inferred. Delete this one."
                ),
            )
        return Source(
            fields.text("publisher", required=False),
            published,
            inferred,
            note,
            self._entries(fields, "attribution"),
            self._url(fields),
            fields.text("headline", required=False),
            fields.text("author", required=False),
            tuple(dict.fromkeys(item.text for item in fields.texts("via"))),
        )

    def _url(self, fields: Fields) -> str | None:
        url = fields.text("url", required=False)
        if url is None or is_web_address(url):
            return url
        self.findings.warning(
            fields.place("url"),
            N_(
                "“{value}” is not an address of a web page. Write it whole, as https://example.com/news."
            ),
            value=url[:100],
        )
        return None

    def _paragraph(self, node: Node) -> Paragraph:
        fields = Fields(node, self.findings, ("id", "text"))
        return Paragraph(self._id(fields), fields.text("text") or "")

    def summary(self, node: Node) -> Summary:
        """Return the summary that a node is."""
        fields = Fields(node, self.findings, SUMMARY_KEYS)
        return Summary(
            fields.text("gist") or "",
            tuple(self._claim(item) for item in fields.each("claims")),
            tuple(
                participant
                for item in fields.each("participants")
                if (participant := self._participant(item))
            ),
            tuple(self._event(item) for item in fields.each("events")),
            self._entries(fields, "documents"),
            accepted=fields.date("accepted"),
        )

    def _claim(self, node: Node) -> Claim:
        fields = Fields(node, self.findings, CLAIM_KEYS)
        id, topic = self._id(fields), fields.text("topic", required=not self.is_own) or ""
        if topic and self.references.topics is not None and topic not in self.references.topics:
            self.findings.warning(
                fields.place("topic"),
                N_("There is no topic “{id}” in dossier.yaml. Add it, or correct the id."),
                id=topic,
            )
        return Claim(
            id,
            topic,
            fields.text("text") or "",
            self._cites(fields),
            fields.one_of("status", CLAIM_STATUSES),
            self._speaker(fields),
            fields.text("disputed", required=False),
        )

    def _speaker(self, fields: Fields) -> tuple[str, ...] | None:
        """Return who says a claim; ``None`` where the file does not say it, or names nobody known."""
        place = fields.place("speaker")
        if isinstance(place, List) and not place.items:
            return ()
        return self._entries(fields, "speaker") or None

    def _participant(self, node: Node) -> Participant | None:
        fields = Fields(node, self.findings, PARTICIPANT_KEYS)
        role = fields.text("role", required=not self.is_own) or ""
        id, cites = self._id(fields), self._cites(fields)
        name = fields.text("name", required=False) or ""
        entry = fields.text("entry", required=not name) or ""
        if entry and not self._is_entry(entry, fields.place("entry")):
            return None
        return Participant(id, entry, role, cites, name if not entry else "")

    def _event(self, node: Node) -> Event:
        fields = Fields(node, self.findings, ("id", "date", "text", "cites"))
        return Event(
            self._id(fields),
            fields.date("date", required=True, partial=True) or "",
            fields.text("text") or "",
            self._cites(fields),
        )

    def _id(self, fields: Fields) -> str:
        id = fields.slug("id")
        if id in self.taken:
            self.findings.error(
                fields.place("id"),
                N_(
                    "The id “{id}” is taken in this article: its catalog needs each id only once. "
                    "Choose another."
                ),
                id=str(id),
            )
        self.taken.add(id or "")
        return id or ""

    def _cites(self, fields: Fields) -> tuple[str, ...]:
        cites = []
        for item in fields.texts("cites", required=True):
            if item.text in self.paragraphs:
                cites.append(item.text)
            else:
                self.findings.warning(
                    item,
                    N_("There is no paragraph “{id}” in this article to cite. Correct the id."),
                    id=item.text[:100],
                )
        return tuple(dict.fromkeys(cites))

    def _entries(self, fields: Fields, key: str) -> tuple[str, ...]:
        found = (item.text for item in fields.texts(key) if self._is_entry(item.text, item))
        return tuple(dict.fromkeys(found))

    def _is_entry(self, id: str, place: Node) -> bool:
        return self.references.has_entry(id, place, self.findings)

    def _fingerprints(self, node: Node | None) -> tuple[str, ...]:
        if node is None:
            return ()
        fields = Fields(node, self.findings, ("fingerprints",))
        found = fields.texts("fingerprints")
        for item in found:
            if not _FINGERPRINT.fullmatch(item.text):
                self.findings.error(
                    item, N_("A fingerprint is sixteen hexadecimal digits in quotes.")
                )
        if found and len(found) != len(self.paragraphs):
            self.findings.warning(
                fields.place("fingerprints"),
                N_(
                    "There are {fingerprints} fingerprints and {paragraphs} paragraphs:"
                    " one each is needed, in the same order."
                ),
                fingerprints=str(len(found)),
                paragraphs=str(len(self.paragraphs)),
            )
        return tuple(item.text for item in found)


def stem_is_id(path: Path, findings: Findings) -> bool:
    """Validate a file's name as the id of its document."""
    return slug(Scalar(0, 0, path.stem, True), findings) is not None
