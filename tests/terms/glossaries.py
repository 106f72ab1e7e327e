"""Small glossaries for tests."""

from __future__ import annotations

from reader.model import Entry, EntryKind, Term
from reader.terms.factory import matcher
from reader.terms.matcher import Matcher


def entry(
    id: str,
    kind: EntryKind,
    *,
    ru: tuple[str | Term, ...] = (),
    en: tuple[str | Term, ...] = (),
    uk: tuple[str | Term, ...] = (),
) -> Entry:
    terms = {
        language: tuple(Term(t) if isinstance(t, str) else t for t in given)
        for language, given in (("ru", ru), ("en", en), ("uk", uk))
        if given
    }
    return Entry(id, kind, terms)


def short(text: str) -> Term:
    return Term(text, type="abbreviation")


def capital(text: str) -> Term:
    return Term(text, case="capital")


def after_full(
    text: str, *, not_before: tuple[str, ...] = (), not_after: tuple[str, ...] = ()
) -> Term:
    return Term(text, after_full=True, not_before=not_before, not_after=not_after)


def finder(*entries: Entry) -> Matcher:
    return matcher(entries)


def found(finder: Matcher, text: str, *, nested: bool = False) -> list[str]:
    """What the mentions in ``text`` look like."""
    return [mention.text for mention in finder.mentions(text, nested=nested)]
