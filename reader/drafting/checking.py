"""What a command answered, verified before anybody sees it: what fails is kept apart."""

from __future__ import annotations

from collections.abc import Sequence

from reader.drafting.command import Answer
from reader.model import Claim, Draft, DraftFinding, Paragraph, Summary
from reader.verdicts import Finding
from reader.verifying.verifier import Claimed, Verifier

APART = frozenset(("form", "number", "time", "quote"))
"""Codes of findings with which nothing is shown among what was checked."""


def checked(
    answer: Answer,
    verifier: Verifier,
    paragraphs: Sequence[Paragraph],
    by_rule: Summary | None,
    title: str = "",
) -> Summary:
    """Return the draft that a command's answer is, with what verifying it has found.

    A claim with a wrong number, time or quotation stands apart. So does the gist, for which that of
    the draft ``by_rule`` stands then; events and people of that kind are left out.
    """
    summary, quotes = answer
    every = tuple(paragraph.id for paragraph in paragraphs)
    claims: list[Claim] = []
    apart: list[Claim] = []
    findings: list[DraftFinding] = []

    def verified(claim: Claim, quote: str = "") -> bool:
        found = _found(verifier, claim.text, claim.cites, quote)
        findings.extend(DraftFinding(claim.id, f.code, f.text, f.message, f.values) for f in found)
        return APART.isdisjoint(f.code for f in found)

    for claim in summary.claims:
        (claims if verified(claim, quotes.get(claim.id, "")) else apart).append(claim)
    gist = summary.gist
    whole = Claim("gist", "", gist, every)
    if not gist or not verified(whole):
        apart += [whole] if gist else []
        gist = by_rule.gist if by_rule is not None else ""
    else:
        findings = [finding for finding in findings if finding.claim != "gist"]
    cited = {id for claim in claims for id in claim.cites}
    return Summary(
        gist,
        tuple(claims),
        tuple(p for p in summary.participants if _holds(verifier, f"{p.name}, {p.role}", p.cites)),
        tuple(e for e in summary.events if _holds(verifier, f"{e.date}: {e.text}", e.cites)),
        by_rule.documents if by_rule is not None else (),
        Draft(
            "command",
            tuple(p.id for p in paragraphs if p.id not in cited and p.text.strip() != title),
            by_rule.draft.terms if by_rule is not None and by_rule.draft is not None else (),
            tuple(quotes.items()),
            tuple(findings),
            tuple(apart),
        ),
    )


def _found(
    verifier: Verifier, text: str, cites: tuple[str, ...], quote: str = ""
) -> tuple[Finding, ...]:
    return verifier.verify(Claimed("", text, cites, quote)).findings


def _holds(verifier: Verifier, text: str, cites: tuple[str, ...]) -> bool:
    wrong = APART | {"name"}
    return wrong.isdisjoint(finding.code for finding in _found(verifier, text, cites))
