"""Parse what a dossier's editors add: discrepancies between sources, and notes.

``discrepancies.yaml`` lists what sources tell differently, ``notes.yaml`` what happened next and
what is open. Either file may be missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from reader.dossiers import yaml_tree
from reader.dossiers.documents import References
from reader.dossiers.paths import DISCREPANCIES, EDITORS_FILES
from reader.dossiers.validation import Fields, Findings
from reader.dossiers.yaml_tree import List, Map, Node, Scalar
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.model import NOTE_KINDS, Discrepancy, Document, Note, Problem, Side

KEYS = ("id", "about", "sides", "why")
DOCUMENT_SIDE_KEYS = ("document", "cites", "text")
ENTRY_SIDE_KEYS = ("entry", "source", "text")
NOTE_KEYS = ("id", "kind", "about", "date", "text", "source")

Find = Callable[[str], Document | None]
"""Returns the document of the dossier with an id."""


class Editors(NamedTuple):
    """What the editors of a dossier add, and what is wrong in their files."""

    discrepancies: tuple[Discrepancy, ...] = ()
    notes: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()

    def by_document(self) -> dict[str, tuple[tuple[Discrepancy, ...], tuple[Note, ...]]]:
        """Return what concerns each document that something concerns, by its id."""
        discrepancies: dict[str, dict[str, Discrepancy]] = {}
        notes: dict[str, dict[str, Note]] = {}
        for discrepancy in self.discrepancies:
            for side in discrepancy.sides:
                if side.document:
                    discrepancies.setdefault(side.document, {})[discrepancy.id] = discrepancy
        for note in self.notes:
            for about in note.about:
                notes.setdefault(about.partition("/")[0], {})[note.id] = note
        return {
            id: (
                tuple(discrepancies.get(id, {}).values()),
                tuple(notes.get(id, {}).values()),
            )
            for id in dict.fromkeys((*discrepancies, *notes))
        }

    def beside(self, documents: Iterable[Document]) -> tuple[Document, ...]:
        """Return documents, each with what concerns it."""
        found = self.by_document()
        return tuple(
            d._replace(discrepancies=found[d.id][0], notes=found[d.id][1]) if d.id in found else d
            for d in documents
        )


def read(root: Path, references: References, find: Find) -> Editors:
    """Parse the files of the editors; what is broken is left out and becomes a problem.

    A reference to a document, paragraph, claim or entry that is not there is dropped.
    """
    known = _Known(references, find)
    discrepancies: list[Discrepancy] = []
    notes: list[Note] = []
    problems: list[Problem] = []
    for name in EDITORS_FILES:
        path = root / name
        if not path.exists() and not path.is_symlink():
            continue
        findings = Findings(path)
        try:
            items = _items(yaml_tree.read(path, root), path)
        except ReaderError as error:
            problems += error.problems
            continue
        taken: set[str] = set()
        for item in items:
            if name == DISCREPANCIES:
                discrepancies += _discrepancy(item, findings, known, taken)
            else:
                notes += _note(item, findings, known, taken)
        problems += findings.problems
    return Editors(tuple(discrepancies), tuple(notes), tuple(problems))


def _items(tree: Node | None, path: Path) -> tuple[Node, ...]:
    if tree is None:
        return ()
    if not isinstance(tree, List):
        raise ReaderError.at(
            path,
            N_("A list is expected here: each item begins with “- id: …”."),
            line=tree.line,
            column=tree.column,
        )
    return tree.items


class _Known(NamedTuple):
    """What may be referred to. Every method takes the place of a reference in its file."""

    references: References
    find: Find

    def document(self, id: str, place: Node, findings: Findings) -> Document | None:
        document = self.find(id)
        if document is None:
            findings.warning(
                place,
                N_("There is no article “{id}” in this dossier. Correct the id."),
                id=id[:100],
            )
        return document

    def paragraphs(
        self, items: tuple[Scalar, ...], document: Document, findings: Findings
    ) -> tuple[str, ...]:
        known = {p.id for text in document.texts for p in text.paragraphs}
        for item in items:
            if item.text not in known:
                findings.warning(
                    item,
                    N_(
                        "There is no paragraph “{id}” in the article “{document}” to cite. Correct the "
                        "id."
                    ),
                    id=item.text[:100],
                    document=str(document.id),
                )
        return tuple(dict.fromkeys(item.text for item in items if item.text in known))

    def claim(self, id: str, document: Document, place: Node, findings: Findings) -> bool:
        claims = document.summary.claims if document.summary is not None else ()
        if any(claim.id == id for claim in claims):
            return True
        findings.warning(
            place,
            N_("There is no claim “{id}” in the article “{document}”. Correct the id."),
            id=id[:100],
            document=str(document.id),
        )
        return False


def _id(fields: Fields, taken: set[str]) -> str:
    id = fields.slug("id") or ""
    if id in taken:
        fields.findings.error(
            fields.place("id"), N_("The id “{id}” is taken in this file. Choose another."), id=id
        )
    taken.add(id)
    return id


def _discrepancy(
    node: Node, findings: Findings, known: _Known, taken: set[str]
) -> tuple[Discrepancy, ...]:
    """Return the discrepancy of a node, or nothing for one that cannot be shown."""
    before = findings.errors
    fields = Fields(node, findings, KEYS)
    id, about, why = _id(fields, taken), fields.text("about"), fields.text("why")
    nodes = tuple(fields.each("sides", required=True))
    sides = [side for n, item in enumerate(nodes, 1) if (side := _side(item, n, findings, known))]
    if len(nodes) == 1:
        findings.error(
            fields.place("sides"),
            N_("A discrepancy has at least two sides. Add what another source says."),
        )
    if findings.errors > before or len(sides) < 2:
        return ()
    return (Discrepancy(id, about or "", tuple(sides), why or ""),)


def _side(node: Node, number: int, findings: Findings, known: _Known) -> Side | None:
    named = node.items if isinstance(node, Map) else {}
    is_text = "entry" in named and "document" not in named
    fields = Fields(node, findings, ENTRY_SIDE_KEYS if is_text else DOCUMENT_SIDE_KEYS)
    text = fields.text("text") or ""
    if is_text:
        entry = fields.text("entry") or ""
        source = tuple(item.text for item in fields.texts("source", required=True))
        if not known.references.has_entry(entry, fields.place("entry"), findings):
            return None
        return Side(text, entry=entry, source=source, number=number)
    document = fields.text("document") or ""
    cites = fields.texts("cites", required=True)
    there = known.document(document, fields.place("document"), findings) if document else None
    if there is None:
        return None
    found = known.paragraphs(cites, there, findings)
    published = there.source._replace(published_note=None, attribution=())
    return Side(text, there.id, found, published, number=number)


def _note(node: Node, findings: Findings, known: _Known, taken: set[str]) -> tuple[Note, ...]:
    """Return the note of a node, or nothing for one that cannot be shown."""
    before = findings.errors
    fields = Fields(node, findings, NOTE_KEYS)
    id, text = _id(fields, taken), fields.text("text")
    kind = fields.one_of("kind", NOTE_KINDS, required=True)
    happened = kind == "next"
    date = fields.date("date", required=happened, partial=True)
    source = tuple(item.text for item in fields.texts("source", required=happened))
    about: dict[str, None] = {}
    for item in fields.texts("about", required=True):
        document, slash, claim = item.text.partition("/")
        there = known.document(document, item, findings)
        if there and (not slash or known.claim(claim, there, item, findings)):
            about[item.text] = None
    if kind is None or findings.errors > before or not about:
        return ()
    return (Note(id, kind, tuple(about), text or "", date, source),)
