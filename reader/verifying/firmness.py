"""Whether a claim says more firmly than its source that something happens: the source only may, or will."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reader.model import ClaimStatus
from reader.verifying import lexicon, moments, quantities
from reader.verifying.evidence import Clause, Evidence

_TO_COME: frozenset[str] = frozenset(("planned", "expected"))
_NOT_DONE = _TO_COME | {"possible", "discussed"}
_ALREADY = re.compile(r"(?<!\w)(?:уже|already)(?!\w)", re.IGNORECASE)
_ENOUGH = 1.0
_AS_GOOD = 0.75
"""A clause with this share of the best one's likeness may be meant as well."""
_TIME, _NUMBER, _NAME, _WORD = 1.5, 1.5, 1.0, 0.6


class Softer(NamedTuple):
    """The words of the source that say less than the claim does."""

    evidence: Evidence
    start: int
    end: int
    status: ClaimStatus


def softer(
    claim: Evidence, paragraphs: Sequence[Evidence], status: str | None = None
) -> Softer | None:
    """Return the clause of the source that leaves open what a claim tells as a fact.

    ``status``: how firm the claim is by its own account, where it says so.
    """
    firm = _firmness(claim, status)
    if firm not in ("past", "will"):
        return None
    rated = [
        (*_likeness(claim, each, clause), each, clause)
        for each in paragraphs
        for clause in each.clauses
    ]
    best = max((score for score, _, _, _ in rated), default=0.0)
    if best < _ENOUGH:
        return None
    good = [(each, clause, what) for score, what, each, clause in rated if score >= _AS_GOOD * best]
    # A clause that only names who acts is not what is meant where another says what is done.
    says = any(what for _, _, what in good)
    meant = [(each, clause) for each, clause, what in good if what or not says]
    for _each, clause in meant:
        if not _is_less(firm, clause.said.status):
            return None
    each, clause = meant[0]
    return Softer(each, clause.start, clause.end, clause.said.status)


def _firmness(claim: Evidence, status: str | None) -> str:
    """Tell how a claim says it: ``past``, ``will``, or ``""`` for what says no more than a source may."""
    if status is not None and status != "done":
        return ""
    statuses = {said.status for said in claim.sentences}
    if statuses == {"possible"}:
        return ""
    # Who says it has said it, whatever becomes of the matter.
    apart = [(said.cue.start, said.cue.end) for said in claim.sentences if said.cue is not None]
    # Nor does 3 May leave anything open.
    apart += [(fact.start, fact.end) for fact, _ in claim.facts if fact.kind == "time"]
    words = [
        word.folded
        for word in claim.words
        if not any(start <= word.start < end for start, end in apart)
    ]
    arranged = lexicon.keys(claim.code, "arranged").in_words(words)
    if arranged or statuses & {"possible", "expected", "discussed"}:
        hedges = [h for said in claim.sentences for h in said.hedges]
        coming = statuses == {"planned"} and not arranged and not hedges
        # What was agreed on is settled, though it is to come.
        return "will" if coming or "settled" in arranged else ""
    codes = {claim.language.tense.tense(words, place) for place in range(len(words))}
    if "planned" in statuses:
        return "will"
    under_way = getattr(claim.language.tense, "UNDER_WAY", None)
    if under_way is not None and under_way.search(claim.text):
        return ""
    return "past" if "p" in codes or _ALREADY.search(claim.text) else ""


def _is_less(firm: str, status: ClaimStatus) -> bool:
    if status == "possible":
        return True
    return firm == "past" and status in _NOT_DONE


def _likeness(claim: Evidence, source: Evidence, clause: Clause) -> tuple[float, bool]:
    """Return how much of a claim a clause has, and whether that is more than names."""
    score = 0.0

    def within(start: int) -> bool:
        return clause.start <= start < clause.end

    theirs = [moment for moment in source.moments if within(moment.fact.start)]
    for moment in claim.moments:
        if moments.is_borne_out(moment, theirs, None) == "yes":
            score += _TIME
    numbers = [amount for amount in source.amounts if within(amount.fact.start)]
    for amount in claim.amounts:
        if quantities.is_borne_out(amount, numbers):
            score += _NUMBER
    facts = score
    entries = {entry for start, _, entry in source.spans if within(start)}
    score += _NAME * len(entries & claim.entries)
    named = {fact.value for fact in source.names if within(fact.start) and not fact.entry}
    score += _NAME * len(
        named & {fact.value for fact in claim.names if not fact.entry and fact.value}
    )
    named_only = score
    if claim.code != source.code:
        words = [word.folded for word in source.words if within(word.start)]
        senses = lexicon.keys(source.code, "senses").in_words(words)
        score += _WORD * len(senses & claim.senses)
    if claim.code == source.code:
        part = Evidence("", source.text[clause.start : clause.end], source.finder, ())
        score += _WORD * len(claim.content & part.content)
    return score, facts > 0 or score > named_only
