"""Starting a dossier of one's own: a folder with articles, their entries, and catalogs.

It is made beside its place and gets its name when it is whole.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from reader import saving
from reader.dossiers import own_article, own_places
from reader.dossiers.own_article import Kept, OwnArticle
from reader.dossiers.user_glossary_text import yaml_of
from reader.dossiers.validation import is_slug
from reader.errors import ReaderError
from reader.language import catalog_domains
from reader.language.latin import slug
from reader.language.messages import N_, _
from reader.model import Document, Dossier, Entry

_LONGEST_ID = 40


class Plan(NamedTuple):
    """What a new dossier is made of."""

    language: str
    second: str
    """The language into which it is to be translated."""
    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    topics: dict[str, str]
    """Labels, by the ids of topics that claims have."""


def start(folder: Path, plan: Plan) -> None:
    """Write the dossier. Raises :class:`ReaderError` where there is something, or ``OSError``."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ReaderError.at(
            folder, N_("This is not an empty folder. Name a new one for the dossier.")
        )
    whole = Path(os.path.abspath(folder))  # noqa: PTH100 - links stay as named
    whole.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".reader-new-", dir=whole.parent))
    try:
        id = slug(whole.name, _LONGEST_ID) or "dossier"
        _write(new, id, whole.name, plan)
        domain = catalog_domains.of_dossier(new, id, plan.language)
        list(catalog_domains.update(domain, [plan.second]))
        new.chmod(0o777 & ~_umask())
        new.replace(whole)
        saving.sync_folder(whole.parent)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _write(root: Path, id: str, title: str, plan: Plan) -> None:
    head: dict[str, Any] = {"id": id, "language": plan.language, "title": title}
    topics = plan.topics or {"main": _("Main points")}
    head["topics"] = [{"id": topic, "label": label} for topic, label in topics.items()]
    saving.write_atomically(root / "dossier.yaml", _yaml(head), durable=False)
    entries = "".join(yaml_of(entry) for entry in plan.entries) or f"[]\n{_example(plan)}"
    saving.write_atomically(root / "glossary.yaml", entries, durable=False)
    (root / "documents").mkdir()
    taken: set[str] = set()
    for document in plan.documents:
        name = _free(document, taken)
        text = own_article.dumped(OwnArticle(_with_headline(document), Kept()), name).decode(
            "utf-8"
        )
        if document.summary is None:
            text += _summary_example(document, next(iter(topics)))
        path = root / "documents" / f"{name}{own_places.SUFFIX}"
        saving.write_atomically(path, text, durable=False)


def _with_headline(document: Document) -> Document:
    """Return a document whose text is the publisher's own with its title for his headline."""
    source = document.source
    if document.texts[0].kind != "original" or source.headline is not None:
        return document
    return document._replace(source=source._replace(headline=document.title))


def _yaml(tree: object) -> str:
    import yaml

    text: str = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=96)
    return text


def _free(document: Document, taken: set[str]) -> str:
    """Return the id of a document in the dossier, which none before it has."""
    base = (document.id or "").rpartition(":")[2]
    if not is_slug(base):
        base = slug(document.title, _LONGEST_ID) or "article"
    found, number = base, 2
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    taken.add(found)
    return found


def _commented(text: str) -> str:
    return "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())


def _example(plan: Plan) -> str:
    says = _("An entry: what it is, and what it is called in each language. Put yours for the [].")
    shown = Entry("example-ministry", "organisation", {}, _("What it is, in a sentence."))
    item = {
        "id": shown.id,
        "kind": shown.kind,
        "terms": {plan.language: [_("Ministry of Examples")], plan.second: ["…"]},
        "definition": shown.definition,
    }
    return _commented(says) + _commented(_yaml([item]))


def _summary_example(document: Document, topic: str) -> str:
    says = _("A summary: take the signs # away and write yours. Each claim cites its paragraphs.")
    first = document.texts[0].paragraphs[0].id
    claim = {"id": "c1", "topic": topic, "text": _("One thing that it says."), "cites": [first]}
    tree = {"summary": {"gist": _("What the article says, in a sentence."), "claims": [claim]}}
    return _commented(says) + _commented(_yaml(tree))


# What goes into it.


def planned(
    documents: Sequence[Document],
    dossier: Dossier,
    mentioned: Iterable[str],
    languages: Sequence[str],
) -> Plan:
    """Return what a dossier of these documents is made of.

    ``dossier`` is the one that is open, ``mentioned`` its entries that are named in the documents.
    Of ``languages``, the first that most documents are not written in is the second one.
    """
    written = [document.language for document in documents]
    language = max(written, key=written.count) if written else languages[0]
    second = next(code for code in languages if code != language)
    entries = _closed(dossier, [*mentioned, *_named_in(documents)])
    known = {entry.id for entry in entries}
    used = {c.topic for d in documents if d.summary is not None for c in d.summary.claims}
    return Plan(
        language,
        second,
        tuple(_with_known(document, known) for document in documents),
        tuple(
            entry._replace(related=tuple(id for id in entry.related if id in known), own=False)
            for entry in entries
        ),
        {id: label for id, label in dossier.topics.items() if id in used},
    )


def _named_in(documents: Iterable[Document]) -> Iterable[str]:
    for document in documents:
        yield from document.source.attribution
        if document.summary is not None:
            yield from document.summary.documents
            yield from (participant.entry for participant in document.summary.participants)
            yield from (id for claim in document.summary.claims for id in claim.speaker or ())


def _closed(dossier: Dossier, ids: Iterable[str]) -> list[Entry]:
    """Return the entries, in the glossary's order, with those whose their terms are."""
    wanted: set[str] = set()
    waiting = list(ids)
    while waiting:
        id = waiting.pop()
        entry = None if id in wanted else dossier.entry(id)
        if entry is not None:
            wanted.add(id)
            waiting += [of for terms in entry.terms.values() for t in terms for of in t.of]
    return [entry for entry in dossier.entries if entry.id in wanted]


def _with_known(document: Document, known: set[str]) -> Document:
    """Return the document without what names entries that there are not."""
    source = document.source
    attribution = tuple(id for id in source.attribution if id in known)
    document = document._replace(source=source._replace(attribution=attribution))
    summary = document.summary
    if summary is None:
        return document
    return document._replace(
        summary=summary._replace(
            participants=tuple(p for p in summary.participants if p.entry in known),
            documents=tuple(id for id in summary.documents if id in known),
        )
    )
