"""What others find: stems, and lemmas, with the two flags that a glossary has.

An abbreviation keeps its capitals; a name, and a term marked ``capital``, has one. They know no
other conditions, and words that they have no forms of are found as they are written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from reader.model import Entry, Term

Found = set[tuple[int, int, str]]
Finder = Callable[[str], Found]

_WORD = re.compile(r"[^\W_]+")
_CYRILLIC = re.compile("[а-яё]")


class _Known(NamedTuple):
    words: tuple[str, ...]
    entry: str
    capital: bool
    exact: bool


def _terms(entries: Sequence[Entry]) -> Iterable[_Known]:
    for entry in entries:
        for terms in entry.terms.values():
            for term in terms:
                words = tuple(_WORD.findall(term.text))
                if words:
                    yield _Known(words, entry.id, _needs_capital(entry, term), _is_exact(term))


def _needs_capital(entry: Entry, term: Term) -> bool:
    named = term.case == "capital" or entry.kind in ("person", "place")
    return named and term.text != term.text.lower()


def _is_exact(term: Term) -> bool:
    return term.type == "abbreviation" or term.case == "exact"


def _by_forms(entries: Sequence[Entry], forms: Callable[[str], frozenset[str]]) -> Finder:
    """Find terms by the normal forms that each of their words may have; the longest, then first."""
    known: dict[str, frozenset[str]] = {}

    def of(word: str) -> frozenset[str]:
        lowered = word.lower().replace("ё", "е")
        if lowered not in known:
            known[lowered] = forms(lowered)
        return known[lowered]

    begun: dict[str, list[_Known]] = {}
    for term in _terms(entries):
        for form in of(term.words[0]):
            begun.setdefault(form, []).append(term)

    def find(text: str) -> Found:
        words = list(_WORD.finditer(text))
        spans = []
        for at, first in enumerate(words):
            for term in {t for form in of(first[0]) for t in begun.get(form, ())}:
                run = words[at : at + len(term.words)]
                if len(run) == len(term.words) and all(
                    not of(match[0]).isdisjoint(of(word))
                    for match, word in zip(run, term.words, strict=True)
                ):
                    start, end = run[0].start(), run[-1].end()
                    if _has_flags(text[start:end], [match[0] for match in run], term):
                        spans.append((start, end, term.entry))
        return _longest(spans)

    return find


def _has_flags(written: str, words: list[str], term: _Known) -> bool:
    if term.exact:
        return all(word.startswith(own) for word, own in zip(words, term.words, strict=True))
    return not (term.capital and written == written.lower())


def _longest(spans: list[tuple[int, int, str]]) -> Found:
    taken: Found = set()
    for start, end, entry in sorted(spans, key=lambda span: (span[0] - span[1], span)):
        if all(end <= a or b <= start for a, b, _ in taken):
            taken.add((start, end, entry))
    return taken


def _exact(entries: Sequence[Entry]) -> Finder:
    return _by_forms(entries, lambda word: frozenset((word,)))


def _snowball(entries: Sequence[Entry]) -> Finder:
    from snowballstemmer import stemmer

    russian, english = stemmer("russian"), stemmer("english")
    return _by_forms(
        entries,
        lambda word: frozenset(((russian if _CYRILLIC.search(word) else english).stemWord(word),)),
    )


def _lemmas(entries: Sequence[Entry]) -> Finder:
    from pymorphy3 import MorphAnalyzer

    parse = MorphAnalyzer().parse

    def forms(word: str) -> frozenset[str]:
        if not _CYRILLIC.search(word):
            return frozenset((word,))
        return frozenset((word, *(str(p.normal_form).replace("ё", "е") for p in parse(word))))

    return _by_forms(entries, forms)


def _spacy(entries: Sequence[Entry]) -> Finder:
    import spacy
    from spacy.matcher import PhraseMatcher

    pipeline: Any = spacy.blank("ru")
    pipeline.add_pipe("lemmatizer", config={"mode": "pymorphy3_lookup"}).initialize()
    finder = PhraseMatcher(pipeline.vocab, attr="LEMMA")
    terms = list(_terms(entries))
    phrases = pipeline.pipe(" ".join(term.words) for term in terms)
    for number, phrase in enumerate(phrases):
        finder.add(str(number), [phrase])

    def find(text: str) -> Found:
        doc = pipeline(text)
        spans = []
        for number, first, last in finder(doc):
            term, span = terms[int(pipeline.vocab.strings[number])], doc[first:last]
            words = [token.text for token in span]
            if len(words) == len(term.words) and _has_flags(span.text, words, term):
                spans.append((span.start_char, span.end_char, term.entry))
        return _longest(spans)

    return find


PEERS: tuple[tuple[str, Callable[[Sequence[Entry]], Finder]], ...] = (
    ("as written", _exact),
    ("Snowball stems", _snowball),
    ("pymorphy3, any lemma", _lemmas),
    ("spaCy, lemmas by pymorphy3", _spacy),
)
"""Each makes a finder of a glossary; ``ImportError`` where it is not installed."""
