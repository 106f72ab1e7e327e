"""The YAML of an own article: a document, and what the library keeps of it beside.

It is a document as in a dossier, with ``text_kind: original`` and under ``kept``: when it was
added, the file that it is from, its encoding, and the earlier versions of it.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any, NamedTuple

from reader.dossiers import documents, yaml_tree
from reader.dossiers.yaml_tree import List, Map, Node, Scalar
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.language.text_files import LARGEST_YAML
from reader.model import Document, Paragraph, Problem, Source, Summary, Text

_LISTS = ("attribution", "via")
"""Keys of a source that have several values."""
_REFERENCES = documents.References(None, None)


class Version(NamedTuple):
    """An earlier version of an article: what it said until another one came."""

    until: str
    """When the other one came, ISO 8601."""
    title: str
    source: Source
    paragraphs: tuple[Paragraph, ...]


class Kept(NamedTuple):
    """What the library keeps of an article."""

    added: str = ""
    """When, ISO 8601 with its zone."""
    origin: str = ""
    """The absolute path of the file that it is from; empty for an address or standard input."""
    encoding: str = ""
    original_of: str = ""
    """The document whose original it is, as ``dossier/document``; empty for an article."""
    versions: tuple[Version, ...] = ()
    """The latest first."""


class OwnArticle(NamedTuple):
    """An article of the reader's own as its file has it."""

    document: Document
    kept: Kept


def now() -> str:
    """Return the time as it is kept."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


# Reading.


def read(path: Path, id: str) -> tuple[OwnArticle | None, tuple[Problem, ...]]:
    """Read the file of an article; return it with what is wrong, ``None`` where it can't be read.

    A file that says nothing of it holds the publisher's words.
    """
    try:
        tree = yaml_tree.read(path)
    except ReaderError as error:
        return None, error.problems
    return of_tree(tree, path, id)


def of_tree(
    tree: Node | None, path: Path, id: str
) -> tuple[OwnArticle | None, tuple[Problem, ...]]:
    """Return the article that a tree of YAML is, as :func:`read` does."""
    more = (documents.KEPT,)
    document, problems = documents.parsed(tree, path, id, _REFERENCES, more)
    if document is None:
        return None, problems
    if not _text(tree, "text_kind"):
        document = with_text(document, document.texts[0].paragraphs)
    return OwnArticle(document, _kept(_child(tree, documents.KEPT))), problems


def _child(node: Node | None, key: str) -> Node | None:
    return node.items.get(key) if isinstance(node, Map) else None


def _text(node: Node | None, key: str) -> str:
    value = _child(node, key)
    return value.text if isinstance(value, Scalar) and not value.null else ""


def _kept(node: Node | None) -> Kept:
    versions = _child(node, "versions")
    return Kept(
        _text(node, "added"),
        _text(node, "origin"),
        _text(node, "encoding"),
        _text(node, "original_of"),
        tuple(map(_version, versions.items if isinstance(versions, List) else ())),
    )


def _version(node: Node) -> Version:
    source = _child(node, "source")
    paragraphs = _child(node, "text")
    named: dict[str, Any] = {key: _text(source, key) or None for key in documents.SOURCE_KEYS}
    for key in _LISTS:
        named.pop(key)
    return Version(
        _text(node, "until"),
        _text(node, "title"),
        Source(**named),
        tuple(
            Paragraph(_text(item, "id"), _text(item, "text"))
            for item in (paragraphs.items if isinstance(paragraphs, List) else ())
        ),
    )


# Writing.


def dumped(article: OwnArticle, path: str = "") -> bytes:
    """Return the YAML of an article.

    Raises :class:`ReaderError`, which names ``path``, where it is larger than a file that is read.
    """
    document, kept = article
    tree: dict[str, Any] = {"language": document.language, "title": document.title}
    if source := _source(document.source):
        tree["source"] = source
    text = document.texts[0]
    tree["text_kind"] = text.kind
    tree["text"] = _paragraphs(text.paragraphs)
    if document.summary is not None:
        tree["summary"] = summary_tree(document.summary)
    own: dict[str, Any] = {
        key: value for key, value in kept._asdict().items() if value and key != "versions"
    }
    if kept.versions:
        own["versions"] = [
            {
                "until": version.until,
                "title": version.title,
                "source": _source(version.source),
                "text": _paragraphs(version.paragraphs),
            }
            for version in kept.versions
        ]
    if document.fingerprints:
        tree["original"] = {"fingerprints": list(document.fingerprints)}
    if own:
        tree[documents.KEPT] = own
    data = dump(tree)
    if len(data) > LARGEST_YAML:
        raise ReaderError.at(
            path,
            N_("This text has more than {limit} MB. Divide it and add the parts."),
            limit=str(LARGEST_YAML // 2**20),
        )
    return data


def dump(tree: dict[str, Any]) -> bytes:
    """Return plain values as the YAML of a file of the reader's own."""
    import yaml

    data: bytes = yaml.dump(
        tree,
        Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
        encoding="utf-8",
        allow_unicode=True,
        sort_keys=False,
        width=96,
    )
    return data


def _source(source: Source) -> dict[str, Any]:
    named = source._asdict()
    return {
        key: list(named[key]) if key in _LISTS else named[key]
        for key in documents.SOURCE_KEYS
        if named[key]
    }


def _paragraphs(paragraphs: tuple[Paragraph, ...]) -> list[dict[str, str]]:
    return [{"id": paragraph.id, "text": paragraph.text} for paragraph in paragraphs]


def summary_tree(summary: Summary) -> dict[str, Any]:
    """Return a summary with the fields that it has; who says a claim may be nobody else."""
    tree: dict[str, Any] = {"gist": summary.gist}
    for key in ("claims", "participants", "events"):
        if items := getattr(summary, key):
            tree[key] = [
                {
                    name: list(value) if isinstance(value, tuple) else value
                    for name, value in item._asdict().items()
                    if value or (name == "speaker" and value is not None)
                }
                for item in items
            ]
    if summary.documents:
        tree["documents"] = list(summary.documents)
    if summary.accepted:
        tree["accepted"] = summary.accepted
    return tree


def with_text(document: Document, paragraphs: tuple[Paragraph, ...]) -> Document:
    """Return the document with the publisher's ``paragraphs`` for its text."""
    return document._replace(texts=(Text("original", document.language, paragraphs),))
