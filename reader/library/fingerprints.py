"""Fingerprints of what verdicts depend on: the claims of a document, its text, the glossary, the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader import __version__

if TYPE_CHECKING:
    from reader.model import Document, Entry, Text

RULES_VERSION = 24
"""Part of every fingerprint: raise it when a rule or a word changes what is found of claims."""


def of_claims(document: Document, text: Text, glossary: str) -> str:
    """Return what tells all that the verdicts of a document depend on from anything else.

    ``glossary``: the same of the entries (:func:`of_glossary`).
    """
    source, summary = document.source, document.summary
    claims = participants = quotes = None
    if summary is not None:
        claims = [(c.id, c.text, c.cites, c.status, c.speaker) for c in summary.claims]
        participants = [(p.entry, p.cites) for p in summary.participants]
        quotes = summary.draft.quotes if summary.draft is not None else ()
    published = source.published or source.published_inferred
    head = source.publisher, published, source.attribution
    paragraphs = [tuple(paragraph) for paragraph in text.paragraphs]
    return _digest(glossary, head, claims, participants, quotes, paragraphs)


def of_glossary(entries: tuple[Entry, ...]) -> str:
    """Return what tells the entries of one glossary from those of another, as claims are held to them."""
    from reader.terms import dictionaries
    from reader.terms.cache import RULES_VERSION as TERMS_VERSION
    from reader.terms.factory import terms_of

    named = {code for entry in entries for code in entry.terms}
    optional = [code for code in sorted(named) if dictionaries.has(code)]
    rules = __version__, RULES_VERSION, TERMS_VERSION, optional
    return _digest(rules, *map(terms_of, entries))


def _digest(*values: object) -> str:
    from hashlib import blake2b

    whole = blake2b(digest_size=16)
    for value in values:
        whole.update(repr(value).encode("utf-8", "surrogatepass"))
    return whole.hexdigest()
