"""What the verifier says of a claim: a list of findings, never a score.

Whoever shows verdicts needs this alone, and none of the rules that they come from.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from reader.language.messages import N_, _
from reader.model import Problem

Code = Literal["number", "time", "name", "quote", "hedge", "citation", "form", "term"]
State = Literal["verified", "open", "failed"]

_STATES: dict[State, str] = {
    "verified": N_("checks out"),
    "open": N_("nothing to check"),
    "failed": N_("doesn’t check out"),
}
MARKS: dict[State, str] = {"verified": "✓", "open": "·", "failed": "✗"}


class Place(NamedTuple):
    """A stretch of a paragraph, by its id; offsets are code points, the end exclusive."""

    paragraph: str
    start: int
    end: int


class Finding(NamedTuple):
    """One thing in a claim that its paragraphs do not bear out.

    ``text``: the words of the claim, at ``start``; ``message``: an English msgid, its placeholders
    filled by ``values``; ``places``: where in the text to look, what is most alike first.
    """

    code: Code
    text: str
    start: int
    message: str
    values: Mapping[str, str] = MappingProxyType({})
    places: tuple[Place, ...] = ()

    def describe(self) -> str:
        """Return the message in the language of the interface."""
        from reader.language.interface import describe

        return describe(Problem("", 0, 0, self.message, self.values))

    def as_json(self) -> dict[str, Any]:
        """Return it as ``reader verify`` writes it."""
        return {"code": self.code, "text": self.text, "message": self.describe()}


class Verdict(NamedTuple):
    """What was found of a claim: nothing, and it is verified, or open where rules can't tell."""

    id: str
    state: State
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it as ``reader verify`` writes it."""
        found = [finding.as_json() for finding in self.findings]
        return {"id": self.id, "status": self.state, "findings": found}


def label(state: State) -> str:
    """Return what a state is called, in the language of the interface."""
    return _(_STATES[state])
