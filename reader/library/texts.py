"""Which text of a document is shown in a language, and which paragraphs of two texts go together.

For the shell, the screen and printing alike: nobody else chooses among texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.briefings import alignment
from reader.model import Document, DocumentView, Link, Side, Summary, Text, TextKind

IMMEDIATE = 100_000
"""Texts up to this many characters have their mentions found while they are being shown."""

_RANK: tuple[TextKind, ...] = ("original", "version", "edition", "translation", "rendering")
"""The publisher's text comes before ours."""


def shown(document: Document, language: str) -> Text:
    """Return the text that is shown in ``language``; the document's own where none is in it."""
    in_language = [text for text in document.texts if text.language == language]
    if not in_language:
        in_language = [text for text in document.texts if text.language == document.language]
    return min(in_language or document.texts, key=lambda text: _RANK.index(text.kind))


def view(document: Document, language: str, text_language: str | None = None) -> DocumentView:
    """Return the view of a document whose prose is in ``language``.

    Its text is in ``text_language`` where that is another one. Of what the summary cites there
    is what the shown text has.
    """
    text = shown(document, text_language or language)
    if document.summary is not None and text.kind in ("original", "version"):
        document = _citing(document, document.summary, text)
    return DocumentView(document, text, language)


def fingerprint(article: Document) -> str:
    """Return what tells the texts of an article from any others, wherever its file lies."""
    import hashlib

    whole = "\n".join(p.text for text in article.texts for p in text.paragraphs)
    return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()[:16]


def with_texts_of(document: Document, opened: Document) -> Document:
    """Return ``document`` with what else ``opened``, the same one as it was opened, has of texts."""
    known = {(text.kind, text.language) for text in document.texts}
    more = tuple(t for t in opened.texts if (t.kind, t.language) not in known)
    return document._replace(
        texts=(*more, *document.texts), alignments=document.alignments or opened.alignments
    )


def aligned(document: Document, first: Text, second: Text) -> tuple[Link, ...]:
    """Return the links between two texts of a document, in order; nothing of either is left out.

    Texts that have no alignment of their own go together by way of a text that one of them is
    aligned with, or else by equal ids.
    """
    direct = _direct(document, first, second)
    if direct is not None:
        return direct
    for third in document.texts:
        ours, theirs = _direct(document, first, third), _direct(document, third, second)
        if ours is not None or theirs is not None:
            return alignment.through(
                _by_ids(first, third) if ours is None else ours,
                _by_ids(third, second) if theirs is None else theirs,
            )
    return _by_ids(first, second)


def _direct(document: Document, first: Text, second: Text) -> tuple[Link, ...] | None:
    """Return the links that the document has for two texts, in that order, if it has any."""
    names = (first.kind, first.language), (second.kind, second.language)
    for stored in document.alignments:
        if (stored.first, stored.second) == names:
            return stored.links
        if (stored.second, stored.first) == names:
            return tuple((there, here) for here, there in stored.links)
    return None


def _by_ids(first: Text, second: Text) -> tuple[Link, ...]:
    return alignment.by_ids([p.id for p in first.paragraphs], [p.id for p in second.paragraphs])


def links(views: Sequence[DocumentView]) -> tuple[Link, ...] | None:
    """Return what goes together in two views of one document; ``None`` for a view alone."""
    if len(views) != 2:
        return None
    first, second = views
    return aligned(first.document, first.text, second.text)


def _citing(document: Document, summary: Summary, text: Text) -> Document:
    """Return the document with citations of the paragraphs that ``text`` has for its edition's."""
    edition = next((t for t in document.texts if t.kind == "edition"), text)
    known = {p.id for p in text.paragraphs}
    there: dict[str, tuple[str, ...]] = {}
    for ours, theirs in aligned(document, edition, text):
        for id in ours:
            there[id] = there.get(id, ()) + tuple(x for x in theirs if x in known)

    def kept(cites: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(x for id in cites for x in there.get(id, ())))

    def told(side: Side) -> Side:
        return side._replace(cites=kept(side.cites)) if side.document == document.id else side

    return document._replace(
        summary=summary._replace(
            claims=tuple(c._replace(cites=kept(c.cites)) for c in summary.claims),
            participants=tuple(p._replace(cites=kept(p.cites)) for p in summary.participants),
            events=tuple(e._replace(cites=kept(e.cites)) for e in summary.events),
        ),
        discrepancies=tuple(
            d._replace(sides=tuple(map(told, d.sides))) for d in document.discrepancies
        ),
    )
