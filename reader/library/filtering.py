"""A filter of the list of articles: the language of a search, and what only a list has.

Words and phrases are those of titles, a word as far as it is typed. ``state:`` is what the reader
has done, ``sort:`` the order, ``group:`` what articles stand together by; everything else is
:mod:`reader.library.search_query`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple, get_args

from reader.errors import ReaderError
from reader.language import interface, locales
from reader.language.messages import N_
from reader.language.words import fold
from reader.library import search_query
from reader.library.listing import Done, Listing, words_of
from reader.library.search_query import Part, Query, QueryError

State = Literal["new", "read", "marked"]
Sort = Literal["dossier", "date", "title", "publisher"]
Group = Literal["none", "day", "publisher"]

SORTS: tuple[Sort, ...] = get_args(Sort)
GROUPS: tuple[Group, ...] = get_args(Group)

TOKENS: dict[tuple[str, str], str] = {
    ("state", "new"): N_("state:new"),
    ("state", "read"): N_("state:read"),
    ("state", "marked"): N_("state:marked"),
    ("sort", "dossier"): N_("sort:dossier"),
    ("sort", "date"): N_("sort:date"),
    ("sort", "title"): N_("sort:title"),
    ("sort", "publisher"): N_("sort:publisher"),
    ("group", "none"): N_("group:none"),
    ("group", "day"): N_("group:day"),
    ("group", "publisher"): N_("group:publisher"),
}
"""What may stand after a key of a list, with the msgid of both: in English, or in any language."""

_TOKEN = re.compile(r"(?<!\S)([^\W\d_]+):([^\s:/]*)(?!\S)")


class Filter(NamedTuple):
    """A filter, read. Of several states any will do."""

    text: str = ""
    query: Query = Query()
    states: tuple[State, ...] = ()
    sort: Sort = "dossier"
    group: Group = "none"

    @property
    def is_empty(self) -> bool:
        """Whether every article is shown, as the dossier has them."""
        return self._replace(text="") == Filter()


class Heading(NamedTuple):
    """What stands over a group: a day or a publisher, and how many articles there are."""

    value: str
    size: int


class Arranged(NamedTuple):
    """The places of articles in the order in which they are shown, in groups."""

    order: Sequence[int]
    """Places in the listing; ``-1 - n`` is the heading ``n``."""
    headings: Sequence[Heading] = ()
    size: int = 0
    """How many articles there are."""


def parse(text: str, *, typing: bool = False) -> Filter:
    """Read a filter. ``typing``: its end is not written yet, so nothing is missing there.

    Raises :class:`reader.library.search_query.QueryError`.
    """
    states: list[State] = []
    sort: Sort = "dossier"
    group: Group = "none"
    rest = text
    for at, end, key, value in _own_tokens(text, typing=typing):
        rest = rest[:at] + " " * (end - at) + rest[end:]  # so that errors name the right character
        if key == "state":
            states += [each for each in get_args(State) if each == value]
        elif key == "sort":
            sort = next((each for each in SORTS if each == value), sort)
        else:
            group = next((each for each in GROUPS if each == value), group)
    query = search_query.parse(rest, typing=typing or not rest.strip())
    return Filter(text.strip(), query, tuple(dict.fromkeys(states)), sort, group)


def _own_tokens(text: str, *, typing: bool) -> Iterator[tuple[int, int, str, str]]:
    """Yield where each key of a list stands in a filter, the key, and what it is given."""
    for found in _TOKEN.finditer(text):
        key = _keys().get(fold(found[1]))
        if key is None:
            continue
        begun = fold(found[0])
        fitting = {value for token, (of, value) in _written().items() if of == key and token.startswith(begun)}  # fmt: skip
        exact = _written().get(begun)
        if exact is not None:
            fitting = {exact[1]}
        if len(fitting) != 1:
            if typing and fitting and found.end() == len(text.rstrip()):
                yield found.start(), found.end(), key, ""
                continue
            raise _unknown(found, key)
        yield found.start(), found.end(), key, fitting.pop()


def _unknown(found: re.Match[str], key: str) -> ReaderError:
    known = [token for token, (of, _value) in _shown().items() if of == key]
    values = {"at": str(found.start() + 1), "said": found[0], "known": ", ".join(known)}
    message = N_("The filter, character {at}: “{said}” is not one of these: {known}.")
    return QueryError.at("", message, line=0, column=0, **values)


@cache
def _written() -> dict[str, tuple[str, str]]:
    """Return every key with what it is given, as it is written in each language, normalized."""
    found = {fold(msgid): meant for meant, msgid in TOKENS.items()}
    for language in locales.languages():
        translate = interface.translator(language)
        for meant, msgid in TOKENS.items():
            found.setdefault(fold(translate(msgid)), meant)
    return found


@cache
def _keys() -> dict[str, str]:
    return {token.partition(":")[0]: key for token, (key, _value) in _written().items()}


def _shown() -> dict[str, tuple[str, str]]:
    from reader.language import messages

    return {messages._(msgid): meant for meant, msgid in TOKENS.items()}


def token(key: str, value: str) -> str:
    """Return a key with what it is given, as it is written in the interface's language."""
    from reader.language import messages

    return messages._(TOKENS[key, value])


def with_token(text: str, key: str, value: str) -> str:
    """Return a filter's text with a key given another value; the first value is that of none."""
    kept = text
    for found in reversed(list(_TOKEN.finditer(text))):
        if _keys().get(fold(found[1])) == key:
            kept = kept[: found.start()] + kept[found.end() :]
    values = [of for named, of in TOKENS if named == key]
    said = "" if value == values[0] else token(key, value)
    return " ".join([*kept.split(), said]).strip()


# Choosing.


def chosen(
    listing: Listing, wanted: Filter, done: Done, mentioning: Mapping[str, frozenset[str]]
) -> list[int]:
    """Return the places of the articles that a filter lets through, in the order of the list.

    ``mentioning`` has the articles that mention an entry, by what was written after ``entry:``.
    """
    query = wanted.query
    places = range(len(listing.keys))
    left: Sequence[int] = places
    for part in query.parts:
        left = _with(left, listing.titles, _test(part))
    for part in query.without:
        test = _test(part)
        left = [n for n in left if not test(listing.titles[n])]
    if query.publishers:
        fitting = {
            name
            for name in set(listing.publishers)
            if any(asked in fold(name) for asked in query.publishers)
        }
        left = [n for n in left if listing.publishers[n] in fitting]
    if query.languages:
        left = [n for n in left if listing.languages[n] in query.languages]
    if query.after:
        left = [n for n in left if listing.days[n] >= query.after]
    if query.before:
        left = [n for n in left if "" < listing.days[n] < query.before]
    for named in query.entries:
        keys = mentioning.get(named.text, frozenset())
        left = [n for n in left if listing.keys[n] in keys]
    if wanted.states:
        left = [n for n in left if _is_in(listing.keys[n], wanted.states, done)]
    return list(left)


def _with(left: Sequence[int], titles: Sequence[str], test: Callable[[str], bool]) -> list[int]:
    return [n for n in left if test(titles[n])]


def _test(part: Part) -> Callable[[str], bool]:
    """Return what tells whether a title has a part of a query: words begin so, phrases are whole."""
    words = words_of(part.text)
    if part.kind == "phrase":
        return lambda title: words in title
    begun = [f" {word}" for word in words.split()]
    return lambda title: all(word in title for word in begun)


def _is_in(key: str, states: Sequence[State], done: Done) -> bool:
    is_opened = key in done.opened
    return (
        ("new" in states and not is_opened)
        or ("read" in states and is_opened)
        or ("marked" in states and key in done.marked)
    )


# Order and groups.


def arranged(listing: Listing, places: Sequence[int], wanted: Filter) -> Arranged:
    """Return places in the order of a filter, in its groups: the latest day first, names by letter."""
    order = _sorted(listing, places, wanted.sort)
    if wanted.group == "none":
        return Arranged(order, (), len(order))
    by_day = wanted.group == "day"
    values = listing.days if by_day else listing.publishers
    # Sorting is stable: within a group the order is as asked.
    order = sorted(order, key=lambda n: _rank(values[n], by_day), reverse=by_day)
    shown: list[int] = []
    headings: list[Heading] = []
    for value, group in groupby(order, key=lambda n: values[n]):
        members = list(group)
        shown += [-1 - len(headings), *members]
        headings.append(Heading(value, len(members)))
    return Arranged(shown, headings, len(order))


def _sorted(listing: Listing, places: Sequence[int], sort: Sort) -> list[int]:
    if sort == "date":  # the latest first; of a day as they stand in the list
        return sorted(places, key=lambda n: listing.days[n], reverse=True)
    if sort == "title":
        return sorted(places, key=lambda n: listing.titles[n])
    if sort == "publisher":
        return sorted(places, key=lambda n: _rank(listing.publishers[n], False))
    return list(places)


def _rank(value: str, by_day: bool) -> tuple[bool, str, str]:
    """Return what a value is sorted by: what isn't known comes last, whichever way."""
    if by_day:
        return bool(value), value, ""
    return not value, fold(value), value
