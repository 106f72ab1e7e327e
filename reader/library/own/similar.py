"""Whether two articles are one: by where they are from, and by what they say.

Of each article the index has *signs*, whole numbers: of its address, of its file, of its whole
text, of its title with publisher and day, and a sketch of its text. An article that has a sign in
common with another is compared with that one word by word. What is in doubt is another article:
two articles taken for one would lose one of them to its reader.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from difflib import SequenceMatcher
from hashlib import blake2b
from itertools import count
from typing import Literal, NamedTuple

from reader.articles.recognition import fingerprint
from reader.language.words import WORD, fold
from reader.model import Document, Paragraph, Summary

_SHINGLE = 5
"""Words of which each run is compared."""
_SKETCH = 16
"""The lowest hashes of runs that are kept: two texts that say the same have most in common."""
_SHORT = 40
"""Words of a text that two articles may have in common by chance, such as a notice."""

_REPRINT, _SAME_TITLE, _SAME_PLACE, _OTHER_TEXT = 0.8, 0.6, 0.5, 0.05
"""The least share of runs in common: of a reprint under another title; under the same title; of the
same title, publisher and day. Less than the last in the same file is another article in it."""
_NUMBERS = 0.5
"""The least share of numbers in common: reports by one pattern differ in these."""
_DAYS = 7
"""Days between reprints."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|yclid|ysclid|_openstat)=[^&]*&?")
_LARGE = 2000
"""Paragraphs of which the order is not compared."""

How = Literal["address", "file", "text", "title", "sketch"]


class Signs(NamedTuple):
    """The signs of an article. None is 0."""

    address: int
    file: int
    text: int
    title: int
    sketch: tuple[int, ...]

    def stored(self, earlier: Iterable[int] = ()) -> tuple[int, ...]:
        """Return all of them, with those of the texts of ``earlier`` versions."""
        single = (self.address, self.file, self.text, self.title, *earlier)
        return tuple({sign for sign in (*single, *self.sketch) if sign})


def signs(document: Document, origin: str = "") -> Signs:
    """Return the signs of an article from the file ``origin``."""
    source, paragraphs = document.source, document.texts[0].paragraphs
    day = (source.published or "")[:10]
    named = bool(source.publisher and day)
    title = f"{fold(document.title)}\n{fold(source.publisher or '')}\n{day}"
    return Signs(
        _hash(f"url {address_of(source.url)}") if source.url else 0,
        _hash(f"file {origin}") if origin else 0,
        text_sign(paragraphs),
        _hash(f"title {title}") if named else 0,
        tuple(sorted(_runs(paragraphs))[:_SKETCH]),
    )


def text_sign(paragraphs: Sequence[Paragraph]) -> int:
    """Return the sign of a whole text; case, white space and quotes make no difference."""
    return _hash("text " + "".join(fingerprint(p.text) for p in paragraphs))


def address_of(url: str) -> str:
    """Return an address without what makes no other page of it."""
    head, mark, query = url.partition("#")[0].partition("?")
    query = _TRACKING.sub("", query).rstrip("&")
    host, slash, path = head.partition("://")[2].partition("/")
    page = f"{host.lower().removeprefix('www.')}{slash}{path}".rstrip("/")
    return f"{page}{mark}{query}" if query else page


def _hash(text: str) -> int:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) or 1


def _words(paragraphs: Iterable[Paragraph]) -> list[str]:
    return [word for p in paragraphs for word in WORD.findall(fold(p.text))]


def _runs(paragraphs: Iterable[Paragraph]) -> set[int]:
    words = _words(paragraphs)
    starts = range(max(1, len(words) - _SHINGLE + 1))
    return {
        zlib.crc32(" ".join(words[n : n + _SHINGLE]).encode("utf-8", "surrogatepass")) or 1
        for n in starts
    }


def _share(first: set[int] | set[str], second: set[int] | set[str]) -> float:
    either = len(first | second)
    return len(first & second) / either if either else 1.0


def _numbers(document: Document) -> set[str]:
    return {number for p in document.texts[0].paragraphs for number in _NUMBER.findall(p.text)}


def is_same(new: Document, old: Document, how: How) -> bool:
    """Tell whether two articles that have a sign in common are one, or versions of one."""
    ours, theirs = new.texts[0].paragraphs, old.texts[0].paragraphs
    is_titled = fold(new.title) == fold(old.title)
    match how:
        case "address":
            return True
        case "text":
            return is_titled or len(_words(ours)) >= _SHORT
        case "file":
            return is_titled or _share(_runs(ours), _runs(theirs)) >= _OTHER_TEXT
        case "title":
            hashes = {fingerprint(p.text) for p in ours}, {fingerprint(p.text) for p in theirs}
            return max(_share(*hashes), _share(_runs(ours), _runs(theirs))) >= _SAME_PLACE
        case "sketch":
            least = _SAME_TITLE if is_titled else _REPRINT
            return (
                min(len(_words(ours)), len(_words(theirs))) >= _SHORT
                and _is_near(new, old)
                and _share(_numbers(new), _numbers(old)) >= _NUMBERS
                and _share(_runs(ours), _runs(theirs)) >= least
            )


def _is_near(new: Document, old: Document) -> bool:
    """Tell whether two articles were published within a few days, as far as is known."""
    from datetime import date

    days = [(d.source.published or "")[:10] for d in (new, old)]
    try:
        first, second = map(date.fromisoformat, days)
    except ValueError:
        return True
    return abs((first - second).days) <= _DAYS


def alike(sketch: Sequence[int], shared: int) -> bool:
    """Tell whether so many signs of a sketch in common are worth comparing the texts."""
    return shared * 2 >= len(sketch)


class Changes(NamedTuple):
    """What a version has other than the one before it, in paragraphs."""

    added: int
    removed: int
    changed: int


def changes(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Changes:
    """Return how many paragraphs are new, gone, and other than they were."""
    old, new = ([fingerprint(p.text) for p in each] for each in (before, after))
    if max(len(old), len(new)) > _LARGE:
        gone, come = (sum((Counter(a) - Counter(b)).values()) for a, b in ((old, new), (new, old)))
        return Changes(come - min(gone, come), gone - min(gone, come), min(gone, come))
    added = removed = changed = 0
    for _tag, i, until_i, j, until_j in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if _tag != "equal":
            gone, come = until_i - i, until_j - j
            changed += min(gone, come)
            added += max(0, come - gone)
            removed += max(0, gone - come)
    return Changes(added, removed, changed)


def carried_over(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a version with the ids of those before that they are, or change.

    A new one has an id that none before has had.
    """
    old, new = ([fingerprint(p.text) for p in each] for each in (before, after))
    ids: dict[int, str] = {}
    if max(len(old), len(new)) <= _LARGE:
        for _tag, i, until_i, j, until_j in SequenceMatcher(
            None, old, new, autojunk=False
        ).get_opcodes():
            for n in range(min(until_i - i, until_j - j)):
                ids[j + n] = before[i + n].id
    taken = {paragraph.id for paragraph in before}
    fresh = (id for n in count(1) if (id := f"p{n}") not in taken)
    return tuple(p._replace(id=ids.get(n) or next(fresh)) for n, p in enumerate(after))


def citing(summary: Summary, ids: Container[str]) -> Summary:
    """Return the summary with citations of those paragraphs that there are."""

    def kept(cites: Iterable[str]) -> tuple[str, ...]:
        return tuple(id for id in cites if id in ids)

    return summary._replace(
        claims=tuple(c._replace(cites=kept(c.cites)) for c in summary.claims),
        participants=tuple(p._replace(cites=kept(p.cites)) for p in summary.participants),
        events=tuple(e._replace(cites=kept(e.cites)) for e in summary.events),
    )
