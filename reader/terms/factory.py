"""Make matchers, from the cache where it holds them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from reader import storage
from reader.terms import cache as caches
from reader.terms import packing
from reader.terms.matcher import Matcher
from reader.terms.overlaps import Span

if TYPE_CHECKING:
    from reader.model import Entry
    from reader.terms.compiled import Compiled
    from reader.terms.form_file import FormFile
    from reader.terms.trie import Progress


_Answer = TypeVar("_Answer")

_LARGEST_FILE = 64 * 2**20


def matcher(
    entries: Sequence[Entry], *, cache: bool = True, progress: Progress | None = None
) -> Matcher:
    """Make the matcher of a glossary.

    With ``cache`` it is loaded from the cache folder if these very terms were compiled before;
    otherwise only new terms need the dictionary. ``progress`` is told of what takes long.
    """
    if not cache:
        return Matcher(_compile(entries, {}, progress))
    ids = tuple(entry.id for entry in entries)
    return _cached_matcher(_source(entries), lambda: entries, ids, progress)


def matcher_for_file(path: Path) -> Matcher:
    """Make the matcher of a glossary file.

    The file is not even parsed if its very bytes were compiled before. Raises ``ReaderError`` for
    a file that is not a glossary, ``OSError`` for one that cannot be read.
    """
    data = storage.read_file(path, _LARGEST_FILE, streams=True)

    def entries() -> Sequence[Entry]:
        from reader.dossiers.glossary import load_glossary

        return load_glossary(path, data)

    return matcher_for_bytes((data,), entries)


def matcher_for_bytes(
    contents: Sequence[bytes],
    entries: Callable[[], Sequence[Entry]],
    progress: Progress | None = None,
) -> Matcher:
    """Make the matcher of glossary files that hold ``contents``, which ``entries`` parses."""
    head = "file" if len(contents) == 1 else f"files {' '.join(str(len(c)) for c in contents)}"
    source = b"\n".join((head.encode(), *contents))
    return _cached_matcher(source, entries, progress=progress)


def _cached_matcher(
    source: bytes,
    entries: Callable[[], Sequence[Entry]],
    ids: tuple[str, ...] | None = None,
    progress: Progress | None = None,
) -> Matcher:
    found = caches.load(source)
    if found is None or (ids is not None and found[0] != ids):
        # It may be made of one that was compiled before, and as damaged as that one.
        found = _compiled(source, entries(), progress)
    return _MatcherOfCache(found, lambda: _compiled(source, entries(), whole=True))


def _compiled(
    source: bytes,
    entries: Sequence[Entry],
    progress: Progress | None = None,
    *,
    whole: bool = False,
) -> Compiled:
    """Compile entries, with the forms that were made before, and cache what is made.

    A glossary that is nearly one compiled before is made from that one, unless ``whole``.
    """
    with caches.without_collections(), contextlib.closing(caches.forms()) as forms:
        marks = _marks(entries)
        if marks and not whole:
            with contextlib.suppress(*storage.DAMAGE):
                made = _changed(source, entries, marks, forms)
                if made is not None:
                    return made
        try:
            compiled = _compile(entries, forms, progress)
        except storage.DAMAGE:  # forms that nobody has made so
            forms.drop()
            compiled = _compile(entries, forms)
        caches.store(source, compiled, marks)
        forms.store()
    return compiled


def _marks(entries: Sequence[Entry]) -> list[str]:
    """Return the marks of a glossary's entries where it is large enough to be changed in part."""
    from reader.terms import differences

    return differences.marks(entries, terms_of) if len(entries) >= differences.LEAST else []


def _changed(
    source: bytes, entries: Sequence[Entry], marks: Sequence[str], forms: FormFile
) -> Compiled | None:
    """Compile what is new in entries; ``None`` if no glossary compiled before is near enough."""
    from reader.terms import differences

    base = caches.nearest(marks)
    if base is None:
        return None
    other = differences.difference(base.compiled, entries, base.order, forms)
    if other is None:
        return None
    caches.store_difference(source, base, other)
    forms.store()
    return differences.changed(base.compiled, other)


class _MatcherOfCache(Matcher):
    """A matcher of what was compiled before; if that cannot be, it is compiled again.

    A checksum tells damage, not what somebody has put there.
    """

    def __init__(self, compiled: Compiled, again: Callable[[], Compiled]) -> None:
        super().__init__(compiled)
        self._again = again

    def _safely(self, ask: Callable[[], _Answer]) -> _Answer:
        try:
            return ask()
        except storage.DAMAGE:
            again = self._again
            self.__dict__.clear()
            _MatcherOfCache.__init__(self, again(), again)
            return ask()

    def _find(self, text: str, named: set[int], nested: bool) -> list[Span]:
        before = set(named)

        def find() -> list[Span]:
            named.clear()
            named.update(before)
            return Matcher._find(self, text, named, nested)

        return self._safely(find)

    def first_words(self) -> list[str]:
        return self._safely(super().first_words)

    def forms_of(self, entry: str) -> list[tuple[str, ...]]:
        return self._safely(lambda: Matcher.forms_of(self, entry))

    def named_by(self, words: Sequence[str]) -> list[str]:
        return self._safely(lambda: Matcher.named_by(self, words))

    def begun_by(self, words: Sequence[str]) -> list[str]:
        return self._safely(lambda: Matcher.begun_by(self, words))


def _compile(
    entries: Sequence[Entry],
    form_cache: dict[tuple[Any, ...], list[tuple[Any, ...]]],
    progress: Progress | None = None,
) -> Compiled:
    from reader.terms.trie import build_trie

    return build_trie(entries, form_cache, progress)


def terms_of(entry: Entry) -> tuple[object, ...]:
    """Return what tells an entry from others, as far as its mentions are concerned."""
    # Most terms are a text alone: nine fields of each take twice the time.
    usual = _usual_fields()
    terms = [
        (code, [term[0] if term[1:] == usual else term for term in listed])
        for code, listed in entry.terms.items()
    ]
    return entry.id, entry.kind, entry.related, terms


@cache
def _usual_fields() -> tuple[object, ...]:
    """Return the fields after the text of a term that has nothing else."""
    from reader.model import Term

    return Term("")[1:]


def _source(entries: Sequence[Entry]) -> bytes:
    """Return what tells the terms of one glossary from those of another: the same each time."""
    return packing.lined(list(map(terms_of, entries)))
