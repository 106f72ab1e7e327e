"""The verifier: a claim is held against the paragraphs that it cites, with a list of findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.facts.quotations import Quoted
from reader.facts.quotations import is_speech
from reader.facts.values import Fact
from reader.language.messages import N_
from reader.language.words import fold
from reader.verifying import citing, firmness, lexicon, moments, naming, quantities, quoting
from reader.verifying.evidence import Evidence, Finder, day, stem_of
from reader.verifying.findings import Finding, Place, State, Verdict

if TYPE_CHECKING:
    from reader.model import Entry, Paragraph
    from reader.terms.matcher import Matcher

_NAMED = frozenset(("person", "organisation", "document", "place", "project", "event"))
_MOST_PLACES = 5
_TOLD = 0.3
"""Of a claim with a smaller share of its words in its paragraphs nobody can say that it checks out."""
_FEW = 2


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
        self._kinds = {entry.id: entry.kind for entry in entries}
        self._holders = _holders(entries)

    def verify(self, claim: Claimed) -> Verdict:
        """Return what is found of a claim: nothing, and it is verified, or open if rules can't tell."""
        cited = [self.paragraphs[id] for id in claim.cites if id in self.paragraphs]
        form = list(_form(claim, self.paragraphs))
        if not cited:
            return Verdict(claim.id, "failed", tuple(form))
        check = _Check(claim, Evidence("", claim.text, self._finder), cited, self._sources(claim, cited), self._kinds)
        findings = [*form, *check.findings()]
        if not findings and (found := citing.better(check.claim, claim.cites, self.paragraphs)):
            findings.append(found)
        settled = check.checked and not check.unknown and check.is_told()
        state: State = "failed" if findings else "verified" if settled else "open"
        return Verdict(claim.id, state, tuple(findings))

    def uncited(self, claims: Iterable[Sequence[str]]) -> list[str]:
        """Return the paragraphs that no claim cites; ``claims``: what each cites."""
        cited = {id for cites in claims for id in cites}
        return [id for id in self.paragraphs if id not in cited]

    def _sources(self, claim: Claimed, cited: Sequence[Evidence]) -> naming.Sources:
        return naming.Sources(cited, self._known | claim.known, self._line, self._holders)


def _holders(entries: Iterable[Entry]) -> Mapping[str, frozenset[str]]:
    """Return who holds an office, and which somebody holds: the two name each other as related."""
    every = {entry.id: entry for entry in entries}
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
        kinds: Mapping[str, str],
    ) -> None:
        self._claimed = claimed
        self.claim = claim
        self._cited = cited
        self._sources = sources
        self._kinds = kinds
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

    # V1

    def _numbers(self) -> Iterable[Finding]:
        known = [amount for each in self._cited for amount in [*each.amounts, *each.times_over]]
        ages = [moment for each in self._cited for moment in each.moments if moment.size]
        for amount in self.claim.amounts:
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

    def _times(self) -> Iterable[Finding]:
        known = [moment for each in self._cited for moment in each.moments]
        ages = [a for each in self._cited for a in each.amounts if a.unit == "yr"]
        published = self.claim.finder.published
        for moment in self.claim.moments:
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
            if self._sources.has_entry(entry):
                self.checked = True
                borne_out.append((start, end))
                continue
            if self._kinds.get(entry) not in _NAMED or written == written.lower():
                continue
            self.checked = True
            answer, _word = naming.is_borne_out(written, self.claim, self._sources)
            if answer == "yes":
                borne_out.append((start, end))
            else:
                reported.append((start, end))
                yield self._no_name(written, start)
        free = [(f.start, f.end) for f in self.claim.names if not f.entry]
        free += [(q.start, q.end) for q in quoted]
        for start, end in free:
            if any(a < end and start < b for a, b in [*reported, *borne_out]):
                continue
            self.checked = True
            borne_out.append((start, end))
            written = self.claim.text[start:end]
            answer, word = naming.is_borne_out(written, self.claim, self._sources)
            if answer == "unknown":
                self.unknown = True
            if answer == "no":
                at = self.claim.text.find(word, start, end)
                yield self._no_name(written, start if at < 0 else start)

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

