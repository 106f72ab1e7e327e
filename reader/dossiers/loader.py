"""Load a folder as a dossier; a broken document or entry affects no other."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reader.dossiers import documents, editors, glossary, paths, user_glossary, yaml_tree
from reader.dossiers.documents import References, stem_is_id
from reader.dossiers.validation import Fields, Findings
from reader.dossiers.yaml_tree import Scalar
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.language.text_files import broken_link
from reader.model import Document, Dossier, Problem

_RESERVED_STEMS = frozenset(("glossary", "dossier", "discrepancies", "notes"))
"""Names of documents that the catalog has another use for."""
MOST_DOCUMENTS = 20_000


class Head(NamedTuple):
    """A dossier without its documents, and what these may refer to."""

    dossier: Dossier
    references: References


def load(root: Path) -> Dossier:
    """Load the dossier in a folder, in its own language, with the reader's entries.

    What is broken is left out and named in ``problems``. Raises :class:`ReaderError`
    where there is no folder with a readable ``dossier.yaml``.
    """
    return user_glossary.merged(parse(root))


def parse(root: Path) -> Dossier:
    """Parse the dossier's own files."""
    head, problems = read_head(root)
    found = []
    listed: list[Problem] = []
    for path in document_files(root, listed):
        document, wrong = documents.read(path, root, head.references)
        listed += wrong
        if document:
            found.append(document)
    added = editors.read(root, head.references, {d.id: d for d in found}.get)
    return head.dossier._replace(
        documents=added.beside(sorted(found, key=reading_order)),
        problems=(*problems, *listed, *added.problems),
        discrepancies=added.discrepancies,
        notes=added.notes,
    )


def read_head(root: Path) -> tuple[Head, list[Problem]]:
    """Parse a dossier's folder without its documents; return it with its problems.

    Raises :class:`ReaderError` where there is no folder with a readable ``dossier.yaml``.
    """
    path = root / "dossier.yaml"
    try:
        if not root.is_dir():
            raise broken_link(root) or ReaderError.at(
                root,
                N_("This is not a dossier: a folder with a file dossier.yaml is expected.")
                if root.exists()
                else N_("There is no such folder. Check its name."),
            )
        if not path.exists() and not path.is_symlink():
            raise ReaderError.at(
                root, N_("This is not a dossier: a folder with a file dossier.yaml is expected.")
            )
    except OSError as error:
        raise ReaderError.at(
            root, N_("This folder cannot be read ({reason})."), reason=error.strerror or str(error)
        ) from error
    dossier, problems = _head(path, root)
    found = glossary.read_all(glossary_files(root, problems), root)
    problems += found.problems
    references = References(found.named if found.whole else None, frozenset(dossier.topics))
    dossier = dossier._replace(entries=found.entries, problems=tuple(problems))
    return Head(dossier, references), problems


_KEYS = ("id", "language", "title", "note", "topics")
_RESERVED_TOPICS = frozenset(("title", "note"))
"""Keys that name a message of the catalog; a topic's id that equals one would share its place."""


def _head(path: Path, root: Path) -> tuple[Dossier, list[Problem]]:
    """Parse ``dossier.yaml``; return the dossier without entries, and what is wrong in the file."""
    tree = yaml_tree.read(path, root)
    findings = Findings(path)
    fields = Fields(tree or Scalar(1, 1, "", True), findings, _KEYS)
    id, language, title = fields.slug("id"), fields.language("language"), fields.text("title")
    note = fields.text("note", required=False) or ""
    topics: dict[str, str] = {}
    for node in fields.each("topics"):
        topic = Fields(node, findings, ("id", "label"))
        topic_id, label = topic.slug("id"), topic.text("label")
        if topic_id in topics or topic_id in _RESERVED_TOPICS:
            findings.error(
                topic.place("id"),
                N_("The id “{id}” of a topic is taken. Choose another."),
                id=str(topic_id),
            )
        elif topic_id and label:
            topics[topic_id] = label
    if findings.errors:
        raise ReaderError(*findings.problems)
    dossier = Dossier(
        id or "",
        language or "",
        title or "",
        root,
        MappingProxyType(topics),
        shown_in=language or "",
        note=note,
    )
    return dossier, findings.problems


def glossary_files(root: Path, problems: list[Problem]) -> list[Path]:
    """List the files of the glossary: ``glossary.yaml``, then those of ``glossary/`` by name.

    Appends problems of any other file in that folder.
    """
    path = root / "glossary.yaml"
    files = [path] if path.exists() or path.is_symlink() else []
    for path in _listed(root / "glossary", root, problems):
        findings = Findings(path)
        place = Scalar(0, 0, "", True)
        if path.suffix != ".yaml":
            findings.warning(
                place,
                N_(
                    "This is not a glossary: a glossary’s file name ends in .yaml. Rename it, or move "
                    "it elsewhere."
                ),
            )
        elif path.stem in _RESERVED_STEMS - {"glossary"}:
            findings.warning(place, N_("A glossary cannot have this name. Give it another one."))
        elif len(files) == paths.MOST_GLOSSARIES:
            findings.warning(
                place,
                N_("A dossier can have at most {most} glossary files. Merge some of them."),
                most=str(paths.MOST_GLOSSARIES),
            )
            problems += findings.problems
            break
        else:
            files.append(path)
        problems += findings.problems
    return files


def reading_order(document: Document) -> tuple[str, str]:
    """Return the key that sorts documents by date, those without one last."""
    source = document.source
    return source.published or source.published_inferred or "9999", document.id or ""


def document_files(root: Path, problems: list[Problem]) -> list[Path]:
    """List the files of documents by name; append problems of any other file."""
    files = []
    for path in _listed(root / "documents", root, problems):
        findings = Findings(path)
        place = Scalar(0, 0, "", True)
        if path.suffix != ".yaml":
            findings.warning(
                place,
                N_(
                    "This is not an article of the dossier: an article’s file name ends in .yaml. "
                    "Rename it, or move it elsewhere."
                ),
            )
        elif path.stem in _RESERVED_STEMS:
            findings.warning(
                place, N_("An article’s file cannot have this name. Give it another one.")
            )
        elif stem_is_id(path, findings):
            files.append(path)
        problems += findings.problems
    return files[:MOST_DOCUMENTS]


def _listed(folder: Path, root: Path, problems: list[Problem]) -> list[Path]:
    """List what lies in a folder of the dossier by name; append what stands against it."""
    try:
        if not folder.exists() and not folder.is_symlink():
            return []
        if not paths.inside(folder, root):
            raise ReaderError.at(
                folder, N_("This path leaves the dossier through a link. Put the file itself here.")
            )
        return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except ReaderError as error:
        problems += error.problems
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        problems.append(
            Problem(
                str(folder),
                0,
                0,
                N_("This folder cannot be read ({reason})."),
                MappingProxyType({"reason": reason}),
            )
        )
    return []
