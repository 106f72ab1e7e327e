"""V2 and V3: every name of a claim stands in its paragraphs, and its quotations do word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reader.facts.names import CAPITALS
from reader.facts.quotations import Quoted, is_speech
from reader.language.messages import N_
from reader.language.words import WORD, fold
from reader.verdicts import Finding, Place
from reader.verifying import naming, quoting
from reader.verifying.evidence import Evidence
from reader.verifying.glossary import Glossary
from reader.verifying.held import Held
from reader.verifying.stems import content_of

_NAMED = frozenset(("person", "organisation", "document", "place", "project", "event"))
_ACTING = frozenset(("person", "organisation", "place"))
_NEARLY = 0.6
_MOST_PLACES = 5
_LONGEST_NAME = 6
_MOST_NAMES = 300
"""Names of one claim that are looked for."""
_ADDRESS = re.compile(r"(?<![\w.@/])[a-z0-9][a-z0-9-]*\.[a-z]{2,}(?![\w@])", re.IGNORECASE)
_FOLLOWING = re.compile(rf"[ \u00a0]([{CAPITALS}][\w’'-]+(?:[ \u00a0][{CAPITALS}][\w’'-]+)*)")
_OF_NATION = re.compile(
    r"(?:ск(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими)|ец|ца|цу|цы|цем|цев|цам|цами|цах)$"
)
"""How Russian words end for what is a country's, or its people: польский, китайцы."""
_NO_NAME = N_("The name “{text}” does not stand in {paragraphs}.")
_NO_QUOTE = N_("The words “{text}” do not stand so in {paragraphs}.")


def names(held: Held, quoted: Sequence[Quoted]) -> Iterable[Finding]:
    """Yield a finding for each name that is not borne out; ``quoted``: those in quotation marks."""
    said: list[tuple[int, int]] = []
    yield from _entries(held, said)
    free = [(f.start, f.end) for f in held.claim.names if not f.entry]
    free += [match.span() for match in _ADDRESS.finditer(held.claim.text)]
    free += _after_entries(held.claim)
    marked = [(q.start, q.end) for q in quoted]
    held.unknown = held.unknown or len(free) + len(marked) > _MOST_NAMES
    free += _called(held, free)
    for start, end in [*free, *marked][:_MOST_NAMES]:
        # A name in quotation marks is one as a whole, whatever it has inside.
        inside = any(a < end and start < b for a, b in said)
        if not inside or (start, end) in marked:
            said.append((start, end))
            yield from _free(held, start, end)


def _called(held: Held, free: Sequence[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Yield words for a country or its people that are not found as names: Chinese, немцы."""
    claim = held.claim
    capital = claim.code == "en"
    for word in claim.words:
        if word.start not in claim.keyed or not (
            word.capital if capital else _OF_NATION.search(word.folded)
        ):
            continue
        if not any(start <= word.start < end for start, end in free):
            yield word.start, word.end


def _after_entries(claim: Evidence) -> Iterable[tuple[int, int]]:
    """Yield the names that stand right after an entry, such as an office."""
    for _start, end, _entry in claim.spans:
        if found := _FOLLOWING.match(claim.text, end):
            yield found.span(1)


def _entries(held: Held, said: list[tuple[int, int]]) -> Iterable[Finding]:
    """Yield what is wrong with entries of the glossary; ``said`` becomes the names that are settled."""
    for start, end, entry in held.claim.spans:
        if any(a <= start and end <= b for a, b in said):
            continue
        written = held.claim.text[start:end]
        if held.sources_at(start).has_entry(entry) or _has_terms(held, entry, start):
            held.checked = True
            said.append((start, end))
        elif _is_name(held, start, end, entry):
            held.checked = True
            said.append((start, end))
            if naming.is_borne_out(start, end, held.claim, held.sources_at(start)) == "yes":
                continue
            if _is_editors(held, start, written):
                held.unknown = True
            else:
                yield _no_name(held, written, start)


def _is_name(held: Held, start: int, end: int, entry: str) -> bool:
    """Tell whether a mention of an entry is a name, and no description with names inside."""
    kind = held.glossary.kinds.get(entry)
    if kind in _ACTING:
        return True
    written = held.claim.text[start:end]
    if kind not in _NAMED or written == written.lower():
        return False
    return not ((written[0].islower() or kind == "event") and _has_inner(held, start, end))


def _free(held: Held, start: int, end: int) -> Iterable[Finding]:
    """Yield what is wrong with a name that is not an entry."""
    held.checked = True
    written = held.claim.text[start:end]
    answer = naming.is_borne_out(start, end, held.claim, held.sources_at(start))
    if answer == "unknown" and _is_nearly(held, written):
        answer = "no"
    if answer == "no" and not _is_editors(held, start, written):
        start = naming.after_office(start, end, held.claim)
        yield _no_name(held, held.claim.text[start:end], start)
    elif answer != "yes":
        held.unknown = True


def _is_editors(held: Held, start: int, written: str) -> bool:
    """Tell whether editors add something that the glossary has: they know it from elsewhere."""
    return held.is_added(start) and bool(
        held.glossary.called(written) or any(a <= start < b for a, b, _ in held.claim.spans)
    )


def _has_inner(held: Held, start: int, end: int) -> bool:
    """Tell whether another entry is named inside a mention."""
    return any(start <= a and b <= end and (a, b) != (start, end) for a, b, _ in held.claim.spans)


def _has_terms(held: Held, entry: str, start: int) -> bool:
    return any(
        has_words_of(held.glossary, entry, each) for each in held.sources_at(start).paragraphs
    )


def has_words_of(glossary: Glossary, entry: str, text: Evidence) -> bool:
    """Tell whether a text has all words of a term of an entry, in whatever order."""
    return any(term <= text.unnamed for term in glossary.terms(entry, text.code))


def _is_nearly(held: Held, written: str) -> bool:
    """Tell whether a name is one of the glossary's that a paragraph has, with a word changed."""
    words = content_of((fold(match[0]) for match in WORD.finditer(written)), held.claim.code)
    entries = {entry for each in held.cited for entry in each.entries}
    return any(
        words != term and len(words & term) >= _NEARLY * max(len(words), len(term))
        for entry in entries
        for term in held.glossary.terms(entry, held.claim.code)
    )


def _no_name(held: Held, written: str, start: int) -> Finding:
    near = [fact for each in held.cited for fact in each.names]
    values = {"text": written, "paragraphs": held.paragraphs}
    return Finding("name", written, start, _NO_NAME, values, held.places(near))


def quoted(held: Held) -> tuple[list[Quoted], list[Quoted]]:
    """Return names in quotation marks, and quotations."""
    names: list[Quoted] = []
    quotes: list[Quoted] = []
    for quoted in held.claim.marked:
        inner = held.claim.text[quoted.start : quoted.end]
        if any(
            (start <= quoted.start and quoted.end <= end)
            or (quoted.start <= start and end <= quoted.end and end - start > 0.8 * len(inner))
            for start, end, _ in held.claim.spans
        ):
            continue
        sentence = next(
            ((s.start, s.end) for s in held.claim.sentences if s.start <= quoted.start < s.end),
            (0, len(held.claim.text)),
        )
        speech = is_speech(held.claim.text, quoted, sentence, held.claim.language)
        is_name = not speech and inner[:1].isupper() and len(inner.split()) <= _LONGEST_NAME
        (names if is_name else quotes).append(quoted)
    return names, quotes


def quotations(held: Held, quotes: Sequence[Quoted], quote: str) -> Iterable[Finding]:
    """Yield a finding for each quotation that is not exact; ``quote``: what a claim stands on."""
    for quoted in quotes:
        held.checked = True
        answer = quoting.is_borne_out(quoted, held.claim, held.cited)
        if answer == "unknown" and _is_nearly(held, held.claim.text[quoted.start : quoted.end]):
            answer = "no"
        if answer == "unknown":
            held.unknown = True
        if answer == "no":
            yield _no_quote(held, held.claim.text[quoted.start : quoted.end], quoted.start)
    if quote:
        said = Evidence("", f"«{quote}»", held.claim.finder)
        whole = Quoted(1, len(said.text) - 1, 0, len(said.text))
        if quoting.is_borne_out(whole, said, held.cited) != "yes":
            yield _no_quote(held, quote, 0)


def _no_quote(held: Held, text: str, start: int) -> Finding:
    values = {"text": text, "paragraphs": held.paragraphs}
    places = [Place(each.id, q.start, q.end) for each in held.cited for q in each.marked]
    return Finding("quote", text, start, _NO_QUOTE, values, tuple(places[:_MOST_PLACES]))
