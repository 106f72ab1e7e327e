"""Make matchers, from the cache where it holds them."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.terms import cache as caches
from reader.terms.matcher import Matcher

if TYPE_CHECKING:
    from reader.model import Entry
    from reader.terms.compiled import Compiled


def matcher(entries: Sequence[Entry], *, cache: bool = True) -> Matcher:
    """Make the matcher of a glossary.

    With ``cache`` it is loaded from the cache folder if these very terms were compiled before;
    otherwise only new terms need the dictionary.
    """
    if not cache:
        return Matcher(_compile(entries, {}))
    return _cached_matcher(marshal.dumps(_plain(entries)), lambda: entries)


def matcher_for_file(path: Path) -> Matcher:
    """Make the matcher of a glossary file.

    The file is not even parsed if its very bytes were compiled before. Raises ``ReaderError`` for
    a file that is not a glossary, ``OSError`` for one that cannot be read.
    """

    def entries() -> Sequence[Entry]:
        from reader.dossiers.glossary import load_glossary

        return load_glossary(path)

    return _cached_matcher(b"file\n" + path.read_bytes(), entries)


def _cached_matcher(source: bytes, entries: Callable[[], Sequence[Entry]]) -> Matcher:
    found = caches.load(source)
    if found is not None:
        return Matcher(found)
    before = caches.load_forms()
    used = _UsedForms(before)
    compiled = _compile(entries(), used)
    matcher = Matcher(compiled)
    caches.store(source, compiled)
    fresh = {key: made for key, made in used.items() if key not in before}
    if fresh:
        caches.store_forms(before | fresh, dict(used))
    return matcher


class _UsedForms(dict[tuple[Any, ...], list[tuple[Any, ...]]]):
    """A view of a form cache that records which of its patterns are used."""

    def __init__(self, before: dict[tuple[Any, ...], list[tuple[Any, ...]]]) -> None:
        super().__init__()
        self._before = before

    def __contains__(self, key: Any) -> bool:
        if super().__contains__(key):
            return True
        if key in self._before:
            self[key] = self._before[key]
            return True
        return False


def _compile(
    entries: Sequence[Entry], form_cache: dict[tuple[Any, ...], list[tuple[Any, ...]]]
) -> Compiled:
    from reader.terms.trie import build_trie

    return build_trie(entries, form_cache)


def _plain(entries: Sequence[Entry]) -> list[Any]:
    return [
        (
            entry.id,
            entry.kind,
            entry.related,
            [
                (
                    language,
                    [tuple(t) for t in terms],
                )
                for language, terms in entry.terms.items()
            ],
        )
        for entry in entries
    ]
