"""What holds for every glossary and every text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.language.words import WORD, fold
from reader.model import Entry, EntryKind, Mention, Term
from reader.terms.factory import matcher
from reader.terms.matcher import Matcher

_WORDS = (
    *("ветер", "северный", "мир", "Алиев", "Баку", "хартия", "премьер-министр", "США", "ёж"),
    *("treaty", "Peace", "U.S.", "co-operation", "TRIPP", "İzmir", "й", "907-я", "Türkiye"),
)
_PIECES = (
    *_WORDS,
    *("ветра", "северного", "миром", "Алиеву", "treaties", "cooperation", "США-", "TRIPP-а"),
    *(" ", " ", " ", " ", "\n", "\n\n", "-", "–", ". ", ", ", "«", "»", '"', "’", "\u00ad"),
    *("\u0301", "и\u0306", "е\u0308", "\u00a0", "-\n", "_", "İ", "\ud800", "😀", "ß"),
)
_term = st.builds(
    Term,
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=3).map(" ".join),
    type=st.sampled_from(("full", "full", "abbreviation")),
    case=st.sampled_from(("free", "capital", "exact")),
)
_kinds: st.SearchStrategy[EntryKind] = st.sampled_from(("person", "place", "concept", "document"))
_terms = st.dictionaries(st.sampled_from(("ru", "en")), st.tuples(_term), min_size=1)
_glossary = st.lists(st.tuples(_kinds, _terms), min_size=1, max_size=5).map(
    lambda drawn: [Entry(f"e{n}", kind, terms) for n, (kind, terms) in enumerate(drawn)]
)
_text = st.one_of(
    st.lists(st.sampled_from(_PIECES), max_size=40).map("".join), st.text(max_size=60)
)


def _made(glossary: list[Entry]) -> Matcher:
    return matcher(glossary, cache=False)


@settings(max_examples=60, deadline=None)
@given(_glossary, _text)
def test_offsets_are_in_range_and_hold_the_text(glossary: list[Entry], text: str) -> None:
    for mention in _made(glossary).mentions(text, nested=True):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text


@settings(max_examples=60, deadline=None)
@given(_glossary, _text)
def test_mentions_overlap_only_when_nested(glossary: list[Entry], text: str) -> None:
    finder = _made(glossary)
    flat = finder.mentions(text)
    assert all(a.end <= b.start for a, b in pairwise(flat))
    nested = finder.mentions(text, nested=True)
    assert set(flat) <= set(nested)
    for inner in set(nested) - set(flat):
        assert any(_holds(outer, inner) and outer.entry != inner.entry for outer in flat)


def _holds(outer: Mention, inner: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


@settings(max_examples=60, deadline=None)
@given(_glossary, _text)
def test_what_is_found_is_a_form_of_the_entry(glossary: list[Entry], text: str) -> None:
    finder = _made(glossary)
    for mention in finder.mentions(text):
        unbroken = mention.text
        spellings = [unbroken, unbroken.replace("-\n", "")]
        words = [[match[0] for match in WORD.finditer(fold(each))] for each in spellings]
        assert any(mention.entry in finder.named_by(each) for each in words)


@settings(max_examples=60, deadline=None)
@given(_glossary, _text, _text)
def test_texts_parted_by_a_blank_line_do_not_touch_each_other(
    glossary: list[Entry], first: str, second: str
) -> None:
    finder = _made(glossary)
    parted = f"{first}\n\n"
    expected = finder.spans(first) + [
        (start + len(parted), end + len(parted), entry)
        for start, end, entry in finder.spans(second)
    ]
    assert finder.spans(parted + second) == expected
