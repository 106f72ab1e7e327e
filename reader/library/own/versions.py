"""Versions of an article of the reader's own: which one is shown, and what a new one has other."""

from __future__ import annotations

from reader.dossiers.own_article import OwnArticle, Version
from reader.library.own import similar
from reader.library.own.similar import Changes


def version_of(article: OwnArticle, until: str) -> Version:
    """Return what an article has been until a time, ISO 8601."""
    document = article.document
    return Version(until, document.title, document.source, document.texts[0].paragraphs)


def with_version(
    before: OwnArticle, new: OwnArticle, time: str
) -> tuple[OwnArticle, bool, Changes]:
    """Return an article with another version of it, which is shown unless it is an older one.

    Also returns whether it is not the one shown, and what it has other than the one before. A
    paragraph that is the same keeps its id, so that what cites it still does.
    """
    old, come = before.document, new.document
    texts = old.texts[0].paragraphs, come.texts[0].paragraphs
    changes = similar.changes(*texts)
    versions = (*new.kept.versions, *before.kept.versions)
    days = come.source.published or "", old.source.published or ""
    if days[0] and days[0] < days[1]:
        kept = before.kept._replace(versions=(version_of(new, time), *versions))
        return OwnArticle(old, kept), True, similar.changes(*reversed(texts))
    paragraphs = similar.carried_over(*texts)
    ids = {paragraph.id for paragraph in paragraphs}
    document = come._replace(
        id=old.id,
        texts=(come.texts[0]._replace(paragraphs=paragraphs),),
        summary=None if old.summary is None else similar.citing(old.summary, ids),
    )
    kept = new.kept._replace(
        added=before.kept.added or new.kept.added,
        versions=(version_of(before, time), *versions),
    )
    return OwnArticle(document, kept), False, changes
