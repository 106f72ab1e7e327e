"""Drafts of summaries for the articles of a collection."""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import islice
from typing import TYPE_CHECKING

from reader.drafting import rule
from reader.drafting.rule import Drafted
from reader.drafting.topics import Topics

if TYPE_CHECKING:
    from reader.library.collection import Collection
    from reader.model import DocumentView, Summary
    from reader.terms.matcher import Matcher

MOST = 200
"""Documents whose summaries topics are learned from."""


def by_rule(
    collection: Collection, key: str, matcher: Matcher, *, length: int | None = None
) -> Drafted:
    """Draft the summary of an article by rule, in its own language.

    ``length`` as in :func:`reader.drafting.rule.draft`.
    """
    language = collection.own_language(key)
    view = collection.view(key, language)
    source = view.document.source
    size = sum(len(p.text) for p in view.paragraphs)
    parts = [p.text for p in view.paragraphs] if size <= rule.LONGEST else []
    mentions = matcher.in_paragraphs(parts, at_home=collection.is_document(key)) if parts else []
    return rule.draft(
        view.paragraphs,
        mentions,
        view.text.language,
        title=view.document.title,
        published=source.published,
        publisher=source.publisher,
        kinds={entry.id: entry.kind for entry in collection.source.entries},
        topics=Topics(entries_of_claims(collection, matcher, without=key)) if parts else None,
        length=length,
    )


def with_summary(collection: Collection, key: str, summary: Summary | None) -> DocumentView:
    """Return the view of an article in its own language, with this summary in place of its own."""
    view = collection.view(key, collection.own_language(key))
    document = view.document._replace(summary=summary, discrepancies=(), notes=())
    return view._replace(document=document)


def entries_of_claims(
    collection: Collection, matcher: Matcher, *, without: str = ""
) -> Iterator[tuple[str, Set[str]]]:
    """Yield the topic of each claim of finished summaries, and the entries that it names.

    ``without`` is the key of a document whose claims don't count.
    """
    keys = (key for key in collection.document_keys() if key != without)
    for key in islice(keys, MOST):
        summary = collection.document(key, collection.source.language).summary
        claims = summary.claims if summary is not None and summary.draft is None else ()
        found = matcher.in_paragraphs([claim.text for claim in claims], at_home=True)
        for claim, mentions in zip(claims, found, strict=True):
            yield claim.topic, {mention.entry for mention in mentions}
