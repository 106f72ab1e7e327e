"""Drafts of summaries for the articles of a collection."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from reader.drafting import command, rule
from reader.drafting.rule import Drafted
from reader.drafting.topics import Example, Topics
from reader.errors import ReaderError

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
        topics=_topics(collection, key, matcher, view.text.language) if parts else None,
        length=length,
    )


def question(collection: Collection, key: str, matcher: Matcher) -> bytes:
    """Return what a command of the reader's is given to draft the summary of an article.

    Raises :class:`reader.errors.ReaderError` for one that is too long.
    """
    view, entries, topics = _asked(collection, key, matcher)
    source = view.document.source
    return command.question(
        view.paragraphs,
        language=view.text.language,
        title=view.document.title,
        published=source.published,
        entries=entries,
        topics=topics,
    )


def by_command(
    collection: Collection,
    key: str,
    matcher: Matcher,
    words: Sequence[str],
    data: bytes,
    *,
    is_wanted: Callable[[], bool] = lambda: True,
) -> Summary:
    """Have a command of the reader's draft the summary of an article, and verify its answer.

    ``data`` is :func:`question`'s. Raises :class:`reader.errors.ReaderError` where the command gives
    nothing that fits, and :class:`reader.outside.NotWantedError` where ``is_wanted`` says so.
    """
    from reader import outside
    from reader.drafting.checking import checked
    from reader.verifying import claims

    text = outside.answer(
        words, data, seconds=command.SECONDS, largest=command.LARGEST, is_wanted=is_wanted
    )
    view, entries, topics = _asked(collection, key, matcher)
    ids = {paragraph.id for paragraph in view.paragraphs}
    answer = command.answered(text, outside.shown(words), ids, entries, topics)
    verifier = claims.verifier(view.document, view.text, collection.source.entries, matcher)
    beside = by_rule(collection, key, matcher).summary
    return checked(answer, verifier, view.paragraphs, beside, view.document.title)


def _asked(
    collection: Collection, key: str, matcher: Matcher
) -> tuple[DocumentView, dict[str, str], Mapping[str, str]]:
    """Return an article in its own language, the names of the entries in it, and the topics."""
    language = collection.own_language(key)
    view = collection.view(key, language)
    if sum(len(p.text) for p in view.paragraphs) > rule.LONGEST:
        raise ReaderError.at("", rule.TOO_LONG)
    named = matcher.in_paragraphs(
        [p.text for p in view.paragraphs], at_home=collection.is_document(key)
    )
    ids = dict.fromkeys(mention.entry for mentions in named for mention in mentions)
    known = {entry.id: entry.name(language) for entry in collection.source.entries}
    return view, {id: known[id] for id in ids if id in known}, collection.head(language).topics


def with_summary(collection: Collection, key: str, summary: Summary | None) -> DocumentView:
    """Return the view of an article in its own language, with this summary in place of its own."""
    view = collection.view(key, collection.own_language(key))
    document = view.document._replace(summary=summary, discrepancies=(), notes=())
    return view._replace(document=document)


def _topics(collection: Collection, key: str, matcher: Matcher, language: str) -> Topics:
    """Return what the finished summaries of other documents teach of topics, in a language."""
    examples = examples_of_topics(collection, matcher, language, without=key)
    return Topics(examples, collection.head(language).topics, language)


def examples_of_topics(
    collection: Collection, matcher: Matcher, language: str, *, without: str = ""
) -> Iterator[Example]:
    """Yield the claims of finished summaries, in ``language`` as far as they are translated.

    ``without`` is the key of a document whose claims don't count.
    """
    keys = (key for key in collection.document_keys() if key != without)
    for key in islice(keys, MOST):
        summary = collection.document(key, language).summary
        claims = summary.claims if summary is not None and summary.draft is None else ()
        found = matcher.in_paragraphs([claim.text for claim in claims], at_home=True)
        for claim, mentions in zip(claims, found, strict=True):
            yield Example(claim.topic, {mention.entry for mention in mentions}, claim.text)
