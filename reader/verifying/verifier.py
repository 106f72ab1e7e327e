"""The verifier: a claim is held against the paragraphs that it cites, with a list of findings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.facts.quotations import Quoted
from reader.facts.quotations import is_speech
from reader.facts.values import Fact
from reader.language.messages import N_
from reader.language.words import WORD, fold
from reader.verifying import citing, firmness, lexicon, moments, naming, quantities, quoting
from reader.verifying.evidence import Evidence, Finder, content_of, day, stem_of
from reader.verifying.findings import Finding, Place, State, Verdict

if TYPE_CHECKING:
    from reader.model import Entry, Paragraph
    from reader.terms.matcher import Matcher

_NAMED = frozenset(("person", "organisation", "document", "place", "project", "event"))
_ACTING = frozenset(("person", "organisation", "place"))
_MOST_PLACES = 5
_TOLD = 0.3
"""Of a claim with a smaller share of its words in its paragraphs nobody can say that it checks out."""
_FEW = 2
_NEARLY = 0.6
_ADDED = re.compile(r"\[[^\[\]]*\]")
"""What the editors of a claim add to it."""
_ADDRESS = re.compile(r"(?<![\w.@/])[a-z0-9][a-z0-9-]*\.[a-z]{2,}(?![\w@])", re.IGNORECASE)
_OF = re.compile(r"\s+(?:из|of(?: the)?)\s+")
_TWO = frozenset("two два две двух двум двумя".split())
_SIDES = frozenset(
    "sides parties bilateral bilaterally mutual mutually стороны сторон сторонам сторонами сторонах "
    "двусторонний двусторонняя двустороннее двусторонние двустороннего двусторонней двусторонних двустороннему "
    "двусторонним двусторонними двустороннюю двустороннем".split()
)
"""Words that leave it to the rest of a text who the sides are."""


class Claimed(NamedTuple):
    """A claim to be verified. ``quote``: the words of the source that it stands on, where it has any.

    ``status``: how firm it is by its own account, such as ``planned``; ``known``: entries of the
    glossary that are meant in its paragraphs without being named there.
    """

    id: str
    text: str
    cites: tuple[str, ...]
    quote: str = ""
    status: str | None = None
    known: frozenset[str] = frozenset()


class Verifier:
    """Verifies claims against the paragraphs of one text.

    ``matcher`` and ``entries`` are those of a glossary, which names in both languages come from.
    ``published``: when the text appeared, ISO 8601; ``line``: what its source line says; ``known``:
    entries that this names.
    """

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        matcher: Matcher | None = None,
        entries: Iterable[Entry] = (),
        *,
        published: str | None = None,
        line: str = "",
        known: Collection[str] = (),
    ) -> None:
        self._finder = Finder(matcher, day(published))
        texts = [paragraph.text for paragraph in paragraphs]
        spans = matcher.each(texts, nested=True) if matcher is not None else ([] for _ in texts)
        self.paragraphs = {
            paragraph.id: Evidence(paragraph.id, paragraph.text, self._finder, found)
            for paragraph, found in zip(paragraphs, spans, strict=True)
        }
        self._line = Evidence("", line, self._finder)
        self._known = frozenset(known)
        self._glossary = Glossary.of(entries)
        self._known |= self._glossary.called(line)
        self._citations = citing.Citations(self.paragraphs, self._glossary.kinds)
        self._parties = _parties(self.paragraphs.values(), self._glossary.kinds)

    def verify(self, claim: Claimed) -> Verdict:
        """Return what is found of a claim: nothing, and it is verified, or open if rules can't tell."""
        cited = [self.paragraphs[id] for id in claim.cites if id in self.paragraphs]
        form = list(_form(claim, self.paragraphs))
        if not cited:
            return Verdict(claim.id, "failed", tuple(form))
        every = [*self.paragraphs.values()]
        check = _Check(
            claim,
            Evidence("", claim.text, self._finder),
            cited,
            self._sources(claim, cited),
            self._sources(claim, every),
            self._glossary,
        )
        findings = [*form, *check.findings()]
        if not findings:
            known = self._known | claim.known | self._parties
            better = self._citations.better(check.claim, [each.id for each in cited], known)
            findings += [better] if better else []
        settled = check.checked and not check.unknown and check.is_told()
        state: State = "failed" if findings else "verified" if settled else "open"
        return Verdict(claim.id, state, tuple(findings))

    def is_known(self, claim: Claimed, entry: str) -> bool:
        """Tell whether an entry may be named in a claim without standing in its paragraphs."""
        cited = [self.paragraphs[id] for id in claim.cites if id in self.paragraphs]
        return self._sources(claim, cited).has_entry(entry)

    def uncited(self, claims: Iterable[Sequence[str]]) -> list[str]:
        """Return the paragraphs that no claim cites; ``claims``: what each cites."""
        cited = {id for cites in claims for id in cites}
        return [id for id in self.paragraphs if id not in cited]

    def _sources(self, claim: Claimed, cited: Sequence[Evidence]) -> naming.Sources:
        parties = self._parties if any(_names_parties(each) for each in cited) else frozenset()
        known = self._known | claim.known
        return naming.Sources(cited, known, parties, self._line, self._glossary.holders)


class Glossary(NamedTuple):
    """What the verifier asks of a glossary's entries."""

    entries: Mapping[str, Entry]
    kinds: Mapping[str, str]
    holders: Mapping[str, frozenset[str]]
    """Who holds an office, and which somebody holds: the two name each other as related."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Glossary:
        """Return the glossary with these entries."""
        every = {entry.id: entry for entry in entries}
        kinds = {entry.id: entry.kind for entry in every.values()}
        return cls(every, kinds, _holders(every))

    def called(self, name: str) -> frozenset[str]:
        """Return the entries that have this very name: who publishes is named by nothing else."""
        wanted = fold(name)
        return frozenset(
            entry.id
            for entry in self.entries.values()
            if wanted and any(fold(t.text) == wanted for terms in entry.terms.values() for t in terms)
        )

    def terms(self, entry: str, language: str) -> list[frozenset[str]]:
        """Return the words of each term of several words, as they are compared."""
        found = self.entries.get(entry)
        listed = found.terms.get(language, ()) if found else ()
        words = [[fold(m[0]) for m in WORD.finditer(term.text)] for term in listed]
        return [content_of(each) for each in words if len(content_of(each)) > 1]


def _holders(every: Mapping[str, Entry]) -> Mapping[str, frozenset[str]]:
    held: dict[str, set[str]] = {}
    for entry in every.values():
        if entry.kind != "person":
            continue
        for other in entry.related:
            office = every.get(other)
            if office is not None and office.kind == "concept" and entry.id in office.related:
                held.setdefault(entry.id, set()).add(other)
                held.setdefault(other, set()).add(entry.id)
    return {id: frozenset(others) for id, others in held.items()}


def _names_parties(paragraph: Evidence) -> bool:
    """Tell whether a paragraph speaks of the sides without naming them: both, the two countries."""
    parties, pairs = lexicon.parties(paragraph.code), lexicon.pairs(paragraph.code)
    two = {*pairs, *_TWO}
    words = [word.folded for word in paragraph.words]
    for place, word in enumerate(words):
        if word in _SIDES or (word in two and any(map(parties.has, words[place + 1 : place + 3]))):
            return True
    return False


def _parties(paragraphs: Iterable[Evidence], kinds: Mapping[str, str]) -> frozenset[str]:
    """Return the two countries that most paragraphs name: entries, and keys of names."""
    counted: Counter[str] = Counter()
    keys: Counter[str] = Counter()
    for each in paragraphs:
        counted.update(entry for entry in each.entries if kinds.get(entry) == "place")
        keys.update(each.keys | lexicon.capitals(each.code).in_words(list(each.capitals)))
    found = [[name for name, _ in some.most_common(2)] for some in (counted, keys)]
    return frozenset(name for some in found if len(some) == 2 for name in some)


def _form(claim: Claimed, paragraphs: Mapping[str, Evidence]) -> Iterable[Finding]:
    """V0: the claim says something, and cites what is there."""
    if not claim.text.strip():
        yield Finding("form", "", 0, N_("The claim has no text."))
    if not claim.cites:
        yield Finding("form", "", 0, N_("The claim cites no paragraph."))
    for id in claim.cites:
        if id not in paragraphs:
            yield Finding("form", id, 0, N_("There is no paragraph “{id}”."), {"id": id})


class _Check:
    """One claim, and what its paragraphs bear out of it."""

    def __init__(
        self,
        claimed: Claimed,
        claim: Evidence,
        cited: Sequence[Evidence],
        sources: naming.Sources,
        everywhere: naming.Sources,
        glossary: Glossary,
    ) -> None:
        self._claimed = claimed
        self.claim = claim
        self._cited = cited
        self._sources = sources
        self._everywhere = everywhere
        self._glossary = glossary
        self._added = [(m.start(), m.end()) for m in _ADDED.finditer(claim.text)]
        self.checked = False
        """Something was found that rules can compare."""
        self.unknown = False
        """Something was found of which rules can't tell."""

    def findings(self) -> Iterable[Finding]:
        names, quotes = self._quoted()
        yield from self._numbers()
        yield from self._times()
        yield from self._names(names)
        yield from self._quotes(quotes)
        yield from self._firmness()

    def is_told(self) -> bool:
        """Tell whether enough of the claim's words stand in paragraphs of its language."""
        own = [each.content for each in self._cited if each.code == self.claim.code]
        words = self.claim.told
        if not own or len(words) < _FEW:
            return True
        return len(words & frozenset().union(*own)) >= _TOLD * len(words)

    def _sources_at(self, start: int) -> naming.Sources:
        """Return where to look: what the editors put in brackets may stand anywhere in the text."""
        added = any(first <= start < last for first, last in self._added)
        return self._everywhere if added else self._sources

    # V1

    def _numbers(self) -> Iterable[Finding]:
        places = dict(self._enumerated())
        for amount in self.claim.amounts:
            paragraphs = self._sources_at(amount.fact.start).paragraphs
            if amount.fact.start in places:
                self.checked = True
                if places[amount.fact.start]:
                    continue
                paragraphs = self._everywhere.paragraphs
            known = [a for each in paragraphs for a in [*each.amounts, *each.times_over]]
            ages = [moment for each in paragraphs for moment in each.moments if moment.size]
            if self._in_entry(amount.fact):
                continue
            self.checked = True
            if _is_age(amount, ages):
                continue
            pairs = [each for each in known if _counts_two(each.fact, self._cited)]
            if quantities.is_borne_out(amount, [each for each in known if each not in pairs]):
                continue
            if amount.fact.value == 2 and amount.unit is None and self._is_pair(amount.fact, bool(pairs)):
                continue
            near = quantities.nearest(amount, known)
            yield self._missing("number", amount.fact, near)

    def _enumerated(self) -> Iterable[tuple[int, bool]]:
        """Yield the places of «the second of five», and whether order alone bears out the number.

        A list begins after a paragraph that ends with a colon. How many it has may be said anywhere.
        """
        ordinals = [a for a in self.claim.amounts if a.unit == "ord" and len(a.values) == 1]
        for ordinal in ordinals:
            after = self.claim.text[ordinal.fact.end :]
            if not (of := _OF.match(after)):
                continue
            at = ordinal.fact.end + of.end()
            count = next((a for a in self.claim.amounts if a.fact.start == at and a.unit is None), None)
            if count is None:
                continue
            yield count.fact.start, False
            if (place := self._place_in_list()) is not None:
                yield ordinal.fact.start, place == ordinal.values[0]

    def _place_in_list(self) -> int | None:
        """Return the number of the last cited paragraph in the list that it stands in."""
        every = [*self._everywhere.paragraphs]
        last = every.index(self._cited[-1]) if self._cited else 0
        opening = next((n for n in range(last - 1, -1, -1) if every[n].text.rstrip().endswith(":")), None)
        return None if opening is None else last - opening

    def _times(self) -> Iterable[Finding]:
        published = self.claim.finder.published
        for moment in self.claim.moments:
            paragraphs = self._sources_at(moment.fact.start).paragraphs
            known = [each for paragraph in paragraphs for each in paragraph.moments]
            ages = [a for each in paragraphs for a in each.amounts if a.unit == "yr"]
            if self._in_entry(moment.fact) or (moment.span is None and moment.size is None and not moment.value):
                continue
            self.checked = True
            if any(_is_age(age, [moment]) for age in ages):
                continue
            answer = moments.is_borne_out(moment, known, published)
            if answer == "unknown":
                self.unknown = True
            if answer == "no":
                yield self._missing("time", moment.fact, moments.nearest(moment, known))

    def _is_pair(self, fact: Fact, told: bool) -> bool:
        """Tell whether «both» or «the two leaders» counts those whom the paragraphs name.

        ``told``: these have such a word, too.
        """
        if fold(fact.text) in lexicon.pairs(self.claim.code):
            self.unknown = self.unknown or not told
            return True
        counted = [word.folded for word in self.claim.after(fact.end)]
        same = {w for each in self._cited if each.code == self.claim.code for w in each.content}
        parties = lexicon.parties(self.claim.code)
        return told and any(parties.has(word) or stem_of(word) in same for word in counted)

    def _in_entry(self, fact: Fact) -> bool:
        """Tell whether a number or a time is part of a name, which is compared as a whole."""
        return any(
            start <= fact.start and fact.end <= end and (start, end) != (fact.start, fact.end)
            for start, end, _ in self.claim.spans
        )

    def _missing(self, code: str, fact: Fact, near: Sequence[Fact]) -> Finding:
        values = {"text": fact.text, "paragraphs": self._named_paragraphs()}
        if near:
            message = _INSTEAD if code == "number" else _INSTEAD_TIMES
            values["there"] = ", ".join(dict.fromkeys(each.text for each in near[:3]))
        else:
            message = _NO_NUMBER if code == "number" else _NO_TIME
        places = tuple(self._places(near))
        return Finding("number" if code == "number" else "time", fact.text, fact.start, message, values, places)

    def _named_paragraphs(self) -> str:
        return ", ".join(each.id for each in self._cited)

    def _places(self, facts: Iterable[Fact]) -> Iterable[Place]:
        for number, fact in enumerate(facts):
            if number == _MOST_PLACES:
                return
            for each in self._cited:
                if each.text[fact.start : fact.end] == fact.text and any(f is fact for f, _ in each.facts):
                    yield Place(each.id, fact.start, fact.end)
                    break

    # V2

    def _names(self, quoted: Sequence[Quoted]) -> Iterable[Finding]:
        reported: list[tuple[int, int]] = []
        borne_out: list[tuple[int, int]] = []
        for start, end, entry in self.claim.spans:
            written = self.claim.text[start:end]
            if any(a <= start and end <= b for a, b in [*reported, *borne_out]):
                continue
            if self._sources_at(start).has_entry(entry) or self._has_terms(entry, start):
                self.checked = True
                borne_out.append((start, end))
                continue
            kind = self._glossary.kinds.get(entry)
            if kind not in _NAMED or (kind not in _ACTING and written == written.lower()):
                continue
            described = written[0].islower() or kind == "event"
            if kind not in _ACTING and described and self._has_inner(start, end):
                continue
            self.checked = True
            answer, _word = naming.is_borne_out(start, end, self.claim, self._sources_at(start))
            if answer == "yes":
                borne_out.append((start, end))
            elif self._is_editors(start, written):
                borne_out.append((start, end))
                self.unknown = True
            else:
                reported.append((start, end))
                yield self._no_name(written, start)
        free = [(f.start, f.end) for f in self.claim.names if not f.entry]
        marked = [(q.start, q.end) for q in quoted]
        free += [match.span() for match in _ADDRESS.finditer(self.claim.text)]
        for start, end in [*free, *marked]:
            # A name in quotation marks is one as a whole, whatever it has inside.
            inside = any(a < end and start < b for a, b in [*reported, *borne_out])
            if inside and (start, end) not in marked:
                continue
            self.checked = True
            borne_out.append((start, end))
            written = self.claim.text[start:end]
            answer, _word = naming.is_borne_out(start, end, self.claim, self._sources_at(start))
            if answer == "unknown" and self._is_nearly(written):
                answer = "no"
            if answer == "unknown":
                self.unknown = True
            if answer == "no" and self._is_editors(start, written):
                self.unknown = True
            elif answer == "no":
                yield self._no_name(written, start)

    def _is_editors(self, start: int, written: str) -> bool:
        """Tell whether editors add something that the glossary has: they know it from elsewhere."""
        return any(first <= start < last for first, last in self._added) and bool(
            self._glossary.called(written)
            or any(a <= start < b for a, b, _ in self.claim.spans)
        )

    def _has_inner(self, start: int, end: int) -> bool:
        """Tell whether another entry is named inside a mention."""
        return any(
            start <= a and b <= end and (a, b) != (start, end) for a, b, _ in self.claim.spans
        )

    def _has_terms(self, entry: str, start: int) -> bool:
        """Tell whether a paragraph has all words of a term of an entry, in whatever order."""
        return any(
            term <= each.unnamed
            for each in self._sources_at(start).paragraphs
            for term in self._glossary.terms(entry, each.code)
        )

    def _is_nearly(self, written: str) -> bool:
        """Tell whether a name is one of the glossary's that a paragraph has, with a word changed."""
        words = content_of(fold(match[0]) for match in WORD.finditer(written))
        entries = {entry for each in self._cited for entry in each.entries}
        return any(
            words != term and len(words & term) >= _NEARLY * max(len(words), len(term))
            for entry in entries
            for term in self._glossary.terms(entry, self.claim.code)
        )

    def _no_name(self, written: str, start: int) -> Finding:
        near = [fact for each in self._cited for fact in each.names]
        values = {"text": written, "paragraphs": self._named_paragraphs()}
        return Finding("name", written, start, _NO_NAME, values, tuple(self._places(near)))

    # V3

    def _quoted(self) -> tuple[list[Quoted], list[Quoted]]:
        """Return names in quotation marks, and quotations."""
        names: list[Quoted] = []
        quotes: list[Quoted] = []
        for quoted in self.claim.marked:
            inner = self.claim.text[quoted.start : quoted.end]
            if any(start <= quoted.start and quoted.end <= end or
                   (quoted.start <= start and end <= quoted.end and end - start > 0.8 * len(inner))
                   for start, end, _ in self.claim.spans):
                continue
            sentence = next(
                ((s.start, s.end) for s in self.claim.sentences if s.start <= quoted.start < s.end),
                (0, len(self.claim.text)),
            )
            speech = is_speech(self.claim.text, quoted, sentence, self.claim.language)
            is_name = not speech and inner[:1].isupper() and len(inner.split()) <= _LONGEST_NAME
            (names if is_name else quotes).append(quoted)
        return names, quotes

    def _quotes(self, quotes: Sequence[Quoted]) -> Iterable[Finding]:
        for quoted in quotes:
            self.checked = True
            answer = quoting.is_borne_out(quoted, self.claim, self._cited)
            if answer == "unknown" and self._is_nearly(self.claim.text[quoted.start : quoted.end]):
                answer = "no"
            if answer == "unknown":
                self.unknown = True
            if answer == "no":
                yield self._no_quote(self.claim.text[quoted.start : quoted.end], quoted.start)
        if self._claimed.quote:
            said = Evidence("", f"«{self._claimed.quote}»", self.claim.finder)
            whole = Quoted(1, len(said.text) - 1, 0, len(said.text))
            if quoting.is_borne_out(whole, said, self._cited) != "yes":
                yield self._no_quote(self._claimed.quote, 0)

    def _no_quote(self, text: str, start: int) -> Finding:
        values = {"text": text, "paragraphs": self._named_paragraphs()}
        places = [Place(each.id, q.start, q.end) for each in self._cited for q in each.marked]
        return Finding("quote", text, start, _NO_QUOTE, values, tuple(places[:_MOST_PLACES]))

    # V4

    def _firmness(self) -> Iterable[Finding]:
        found = firmness.softer(self.claim, self._cited, self._claimed.status)
        if found is not None:
            words = " ".join(found.evidence.text[found.start : found.end].split())
            values = {"text": words, "paragraph": found.evidence.id}
            place = Place(found.evidence.id, found.start, found.end)
            yield Finding("hedge", self.claim.text, 0, _SOFTER[found.status], values, (place,))


_LONGEST_NAME = 6
_INSTEAD = N_("The number “{text}” does not stand in {paragraphs}, which has: {there}.")
_NO_NUMBER = N_("The number “{text}” does not stand in {paragraphs}, which has none.")
_INSTEAD_TIMES = N_("The time “{text}” does not stand in {paragraphs}, which has: {there}.")
_NO_TIME = N_("The time “{text}” does not stand in {paragraphs}, which has none.")
_NO_NAME = N_("The name “{text}” does not stand in {paragraphs}.")
_NO_QUOTE = N_("The words “{text}” do not stand so in {paragraphs}.")
_PLANNED = N_("Told as a fact; in {paragraph} it is still to come: “{text}”.")
_POSSIBLE = N_("Told as certain; in {paragraph} it is only possible: “{text}”.")
_SOFTER = {"planned": _PLANNED, "expected": _PLANNED, "possible": _POSSIBLE}


def _counts_two(fact: Fact, paragraphs: Iterable[Evidence]) -> bool:
    """Tell whether a number is a word for two that counts what a paragraph names."""
    word = fold(fact.text)
    return any(word in lexicon.pairs(each.code) for each in paragraphs)


def _is_age(amount: quantities.Amount, lengths: Sequence[moments.Moment]) -> bool:
    """Tell whether an age, «девятнадцати лет», is written as a length of time elsewhere."""
    if amount.unit != "yr" or len(amount.values) != 1:
        return False
    return any(each.size == ("months", amount.values[0] * 12) for each in lengths)

