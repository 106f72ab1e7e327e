"""The verifier: a claim is held against the paragraphs that it cites, with a list of findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.language.messages import N_
from reader.verdicts import Finding, Place, State, Verdict
from reader.verifying import citing, denying, firmness, naming, reckoning, speaking, wording
from reader.verifying.evidence import Evidence
from reader.verifying.finder import Finder, day
from reader.verifying.glossary import Glossary, names_parties, parties_of
from reader.verifying.held import Held

if TYPE_CHECKING:
    from reader.model import Entry, Paragraph
    from reader.terms.matcher import Matcher

_PLANNED = N_("Told as a fact; in {paragraph} it is still to come: “{text}”.")
_POSSIBLE = N_("Told as certain; in {paragraph} it is only possible: “{text}”.")
_TOO_MUCH = N_(
    "The claim has more than {most} numbers, times, names and quotations; what follows “{text}” is not verified."
)
_MOST_FACTS = 100
"""Facts of one claim that are held against its paragraphs; who reads a claim reads fewer."""
_DISCUSSED = N_("Told as a fact; in {paragraph} it is asked for, or discussed: “{text}”.")
_ANOTHER = N_("In {paragraph} it is another who says this: “{text}”.")
_OPPOSITE = N_("{paragraph} says the opposite: “{text}”.")
_SOFTER = {
    "planned": _PLANNED,
    "expected": _PLANNED,
    "possible": _POSSIBLE,
    "discussed": _DISCUSSED,
}


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
        spans = self._finder.spans(texts)
        self.paragraphs = {
            paragraph.id: Evidence(paragraph.id, paragraph.text, self._finder, found)
            for paragraph, found in zip(paragraphs, spans, strict=True)
        }
        self._line = Evidence("", line, self._finder)
        self._known = frozenset(known)
        self._glossary = Glossary.of(entries)
        self._known |= self._glossary.called(line)
        self._citations = citing.Citations(self.paragraphs, self._glossary.kinds)
        self._speakers = speaking.Speakers(self.paragraphs)
        self._opposites = denying.Opposites(self.paragraphs)
        self._parties = parties_of(self.paragraphs.values(), self._glossary.kinds)

    def verify(self, claim: Claimed) -> Verdict:
        """Return what is found of a claim: nothing, and it is verified, or open if rules can't tell."""
        cited = [self.paragraphs[id] for id in claim.cites if id in self.paragraphs]
        form = list(_form(claim, self.paragraphs))
        if not cited:
            return Verdict(claim.id, "failed", tuple(form))
        every = [*self.paragraphs.values()]
        own, unread = self._read(claim.text)
        form += unread
        held = Held(
            own,
            sources=self._sources(claim, cited),
            everywhere=self._sources(claim, every),
            glossary=self._glossary,
        )
        marked, quotes = wording.quoted(held)
        findings = [
            *form,
            *reckoning.numbers(held),
            *reckoning.times(held),
            *reckoning.figures(held),
            *wording.names(held, marked),
            *wording.quotations(held, quotes, claim.quote),
            *_firmness(held, claim.status),
            *self._opposite(held, claim.cites),
            *self._another(held, claim.cites),
        ]
        if {finding.code for finding in findings} <= {"number", "time", "name"}:
            # What is missing here may all stand in another paragraph.
            known = self._known | claim.known | self._parties
            better = self._citations.better(held.own, [each.id for each in cited], known)
            findings += [better] if better else []
        settled = held.checked and not held.unknown and held.is_told()
        state: State = "failed" if findings else "verified" if settled else "open"
        return Verdict(claim.id, state, tuple(findings))

    def _read(self, text: str) -> tuple[Evidence, list[Finding]]:
        """Return a claim as far as it is verified, and a finding where it is too long to be wholly."""
        own = Evidence("", text, self._finder)
        if len(own.facts) <= _MOST_FACTS:
            return own, []
        end = own.facts[_MOST_FACTS][0].start
        read = text[:end].rstrip()
        values = {"most": str(_MOST_FACTS), "text": " ".join(read[-40:].split())}
        return Evidence("", read, self._finder), [Finding("form", "", len(read), _TOO_MUCH, values)]

    def _opposite(self, held: Held, cites: Sequence[str]) -> Iterable[Finding]:
        """V4: what the source denies is not told as so, nor the other way round."""
        found = self._opposites.of(held.own, cites)
        if found is not None:
            values = {"text": found.text, "paragraph": found.place.paragraph}
            yield Finding("hedge", held.claim.text, 0, _OPPOSITE, values, (found.place,))

    def _another(self, held: Held, cites: Sequence[str]) -> Iterable[Finding]:
        """V4: nobody says what another one does."""
        found = self._speakers.of(held.own, cites)
        if found is not None:
            values = {"text": found.text, "paragraph": found.place.paragraph}
            yield Finding("hedge", held.claim.text, 0, _ANOTHER, values, (found.place,))

    def is_known(self, claim: Claimed, entry: str) -> bool:
        """Tell whether an entry may be named in a claim without standing in its paragraphs."""
        cited = [self.paragraphs[id] for id in claim.cites if id in self.paragraphs]
        return self._sources(claim, cited).has_entry(entry)

    def uncited(self, claims: Iterable[Sequence[str]]) -> list[str]:
        """Return the paragraphs that no claim cites; ``claims``: what each cites."""
        cited = {id for cites in claims for id in cites}
        return [id for id in self.paragraphs if id not in cited]

    def _sources(self, claim: Claimed, cited: Sequence[Evidence]) -> naming.Sources:
        parties = self._parties if any(names_parties(each) for each in cited) else frozenset()
        known = self._known | claim.known
        return naming.Sources(cited, known, parties, self._line, self._glossary.holders)


def _form(claim: Claimed, paragraphs: Mapping[str, Evidence]) -> Iterable[Finding]:
    """V0: the claim says something, and cites what is there."""
    if not claim.text.strip():
        yield Finding("form", "", 0, N_("The claim has no text."))
    if not claim.cites:
        yield Finding("form", "", 0, N_("The claim cites no paragraph."))
    for id in claim.cites:
        if id not in paragraphs:
            yield Finding("form", id, 0, N_("There is no paragraph “{id}”."), {"id": id})


def _firmness(held: Held, status: str | None) -> Iterable[Finding]:
    """V4: what the source leaves open is not told as a fact."""
    found = firmness.softer(held.claim, held.cited, status)
    if found is not None:
        words = " ".join(found.evidence.text[found.start : found.end].split())
        values = {"text": words, "paragraph": found.evidence.id}
        place = Place(found.evidence.id, found.start, found.end)
        yield Finding("hedge", held.claim.text, 0, _SOFTER[found.status], values, (place,))
