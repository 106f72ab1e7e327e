"""The language of a search: words, phrases in quotes, word*, -word, and keys such as ``after:``.

A query is read as a whole: whoever makes a mistake in it is told what it is and at which character.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from reader.errors import ReaderError
from reader.language import interface, locales
from reader.language.characters import CLOSING_OF, DASHES, DOUBLE_OPENING
from reader.language.messages import N_
from reader.language.words import WORD, fold

LONGEST = 400
"""Characters of a query that are read; nobody types more."""
MOST_PARTS = 32
FEWEST = 2
"""Letters that a word has to have at least before a star."""

Key = Literal["publisher", "after", "before", "lang", "entry"]

KEYS: dict[Key, str] = {
    "publisher": N_("publisher:"),
    "after": N_("after:"),
    "before": N_("before:"),
    "lang": N_("lang:"),
    "entry": N_("entry:"),
}
"""Every key with the msgid of how it is written: in English, or in any language of the interface."""

_ENGLISH: dict[str, Key] = {msgid: key for key, msgid in KEYS.items()}
_BARE = {'"': '"', **{sign: CLOSING_OF[sign] for sign in DOUBLE_OPENING if sign in CLOSING_OF}}
_KEY = re.compile(r"[^\W\d_]+:")
_MINUS = "-" + DASHES
_SIMILAR = 0.75


class QueryError(ReaderError):
    """A query that cannot be read."""


class Part(NamedTuple):
    """What has to stand in a text: a word in any form, a phrase, or a word that begins so."""

    kind: Literal["word", "phrase", "prefix"]
    text: str
    """Of a phrase all words, of a beginning the letters before the star."""
    at: int
    """The character of the query that it begins at, from 0."""


class Named(NamedTuple):
    """An entry that has to be named: what was written after ``entry:``, and where."""

    text: str
    at: int


class Query(NamedTuple):
    """A query, read. Of several values of ``publishers`` and ``languages`` any will do.

    ``after`` is the first day that counts, ``before`` the first one that doesn't (ISO 8601).
    """

    parts: tuple[Part, ...] = ()
    without: tuple[Part, ...] = ()
    entries: tuple[Named, ...] = ()
    publishers: tuple[str, ...] = ()
    """In normal form; a part of the name is enough."""
    languages: tuple[str, ...] = ()
    after: str = ""
    before: str = ""

    @property
    def is_empty(self) -> bool:
        return self == Query()


class _Token(NamedTuple):
    key: Key | None
    text: str
    at: int
    without: bool
    quoted: bool
    written: str = ""
    """The key as it was written."""


def parse(text: str, *, typing: bool = False) -> Query:
    """Read a query. ``typing``: its end is not written yet, so nothing is missing there.

    Raises :class:`QueryError`.
    """
    if len(text) > LONGEST:
        raise _error(
            N_("The query is longer than {most} characters. Shorten it."),
            LONGEST,
            most=str(LONGEST),
        )
    parts: list[Part] = []
    without: list[Part] = []
    values: dict[Key, list[_Token]] = {key: [] for key in KEYS}
    for token in _tokens(text, typing=typing):
        if token.key is None:
            (without if token.without else parts).extend(_parts(token))
        elif token.text or not typing:
            values[token.key].append(token)
    if len(parts) + len(without) > MOST_PARTS:
        raise _error(
            N_("The query has more than {most} words. Take some away."), 0, most=str(MOST_PARTS)
        )
    after, before = (
        _day(values["after"], typing=typing),
        _day(values["before"], typing=typing),
    )
    if after and before and after >= before:
        raise _error(
            N_(
                "The query, character {at}: nothing is earlier than {before} and not earlier than "
                "{after}."
            ),
            values["before"][-1].at,
            after=after,
            before=before,
        )
    read = Query(
        tuple(parts),
        tuple(without),
        tuple(Named(_value(t), t.at) for t in values["entry"]),
        tuple(fold(_value(t)) for t in values["publisher"]),
        tuple(_language(t) for t in values["lang"]),
        after,
        before,
    )
    if read.is_empty and text.strip() and not typing:
        raise _error(N_("The query has no word: “{said}”."), 0, said=text.strip())
    return read


# Reading.


def _tokens(text: str, *, typing: bool) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        begin = at
        without = text[at] in _MINUS and at + 1 < len(text) and not text[at + 1].isspace()
        at += without
        key, at = _key(text, at)
        if without and key is not None:
            raise _error(
                N_(
                    "The query, character {at}: “{said}” takes no minus. Only a word or a phrase does."
                ),
                begin,
                said=text[begin:at],
            )
        written = text[begin:at]
        if at < len(text) and text[at] in _BARE:
            closing = _BARE[text[at]]
            end = next((n for n in range(at + 1, len(text)) if text[n] in closing), -1)
            if end < 0:
                if not typing:
                    raise _error(
                        N_("The query, character {at}: the quotation mark is not closed."), at
                    )
                end = len(text)
            yield _Token(key, text[at + 1 : end].strip(), begin, without, True, written)
            at = end + 1
        else:
            end = at
            while end < len(text) and not text[end].isspace():
                end += 1
            yield _Token(key, text[at:end], begin, without, False, written)
            at = end


def _key(text: str, at: int) -> tuple[Key | None, int]:
    """Return the key that stands at a character, and where what it is for begins."""
    found = _KEY.match(text, at)
    if found is None or text[found.end() : found.end() + 1] == "/":
        return None, at
    written = fold(found[0])
    known = _ENGLISH if written in _ENGLISH else _written()
    if written in known:
        return known[written], found.end()
    from difflib import get_close_matches

    near = get_close_matches(written, [*known], n=1, cutoff=_SIMILAR)
    if near:
        raise _error(
            N_("The query, character {at}: “{said}” is not a key. Did you mean “{near}”?"),
            at,
            said=found[0],
            near=near[0],
        )
    return None, at


@cache
def _written() -> dict[str, Key]:
    """Return every key as it is written in each language of the interface."""
    found = dict(_ENGLISH)
    for language in locales.languages():
        translate = interface.translator(language)
        for key, msgid in KEYS.items():
            found.setdefault(fold(translate(msgid)), key)
    return found


def _parts(token: _Token) -> Iterator[Part]:
    """Yield what a word or a phrase of the query asks for; nothing of signs alone."""
    text = token.text
    if token.quoted:
        if WORD.search(text):
            yield Part("phrase", text, token.at)
        return
    if "*" in text:
        begun = text[:-1]
        if "*" in begun or not text.endswith("*"):
            raise _error(
                N_(
                    "The query, character {at}: in “{said}” the star is not at the end of the word."
                ),
                token.at,
                said=text,
            )
        if sum(map(str.isalnum, begun)) < FEWEST or not begun[-1].isalnum():
            raise _error(
                N_("The query, character {at}: in “{said}” the star needs two letters before it."),
                token.at,
                said=text,
            )
        yield Part("prefix", begun, token.at)
    elif WORD.search(text):
        yield Part("word", text, token.at)


def _value(token: _Token) -> str:
    if not WORD.search(token.text):
        raise _error(
            N_("The query, character {at}: nothing comes after “{key}”."),
            token.at,
            key=token.written,
        )
    return token.text


def _language(token: _Token) -> str:
    code = _value(token).casefold()
    if not re.fullmatch("[a-z]{2,3}", code):
        raise _error(
            N_(
                "The query, character {at}: “{said}” is not the code of a language. Such are {known}."
            ),
            token.at,
            said=token.text,
            known=", ".join(locales.languages()),
        )
    return code


_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_POINTS = re.compile(r"(?:(?:(\d{1,2})\.)?(\d{1,2})\.)?(\d{4})")


def _day(tokens: list[_Token], *, typing: bool) -> str:
    """Return the day that the last of ``tokens`` means: the first one of a month or a year."""
    if not tokens:
        return ""
    token = tokens[-1]
    said = _value(token)
    year, month, day = "", "", ""
    if found := _ISO.fullmatch(said):
        year, month, day = (part or "1" for part in found.groups())
    elif found := _POINTS.fullmatch(said):
        day, month, year = (part or "1" for part in found.groups())
    try:
        return datetime.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        if typing and re.fullmatch(r"[\d.-]*", said):
            return ""
        raise _error(
            N_(
                "The query, character {at}: “{said}” is not a date. Write 2025, 2025-12 or 2025-12-19."
            ),
            token.at,
            said=said,
        ) from None


def unknown_entry(named: Named, near: Sequence[str]) -> ReaderError:
    """Return the error that the glossary has nothing of what stands after ``entry:``."""
    if not near:
        return _error(
            N_("The query, character {at}: the glossary has no entry “{said}”."),
            named.at,
            said=named.text,
        )
    return _error(
        N_("The query, character {at}: the glossary has no entry “{said}”. The nearest: {near}."),
        named.at,
        said=named.text,
        near=", ".join(near),
    )


def _error(message: str, at: int, **values: str) -> ReaderError:
    """Make an error at a character of the query, from 0; it is shown from 1."""
    return QueryError.at("", message, line=0, column=0, at=str(at + 1), **values)
