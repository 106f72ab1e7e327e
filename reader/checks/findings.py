"""What the checks find: a place, a code that the docs explain, a level, a message."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from reader.language.messages import N_
from reader.model import Problem

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")

CODES: Mapping[str, tuple[Level, str]] = MappingProxyType(
    {
        "dossier": ("error", N_("A file of the dossier is not as it has to be.")),
        "alphabet": ("error", N_("A word has letters of two alphabets.")),
        "catalog": ("error", N_("A catalog of translations is not as it has to be.")),
        "owner": ("error", N_("A bare term does not say whose it is.")),
        "own-glossary": ("error", N_("The reader’s own glossary is not as it has to be.")),
        "form": ("error", N_("A claim has no text, or cites no paragraph.")),
        "number": ("error", N_("A number does not stand where it should.")),
        "time": ("error", N_("A time does not stand where it should.")),
        "name": ("error", N_("A name does not stand where it should.")),
        "quote": ("error", N_("A quotation is not word for word.")),
        "fingerprint": ("error", N_("The fingerprints do not go with the paragraphs.")),
        "hedge": ("warning", N_("What the source leaves open is told as a fact.")),
        "citation": ("warning", N_("Another paragraph fits a claim better.")),
        "term": ("warning", N_("A term is not translated by one of its own.")),
        "fuzzy": ("warning", N_("A translation is older than its text.")),
        "missing": ("warning", N_("A text has no translation.")),
        "alone": ("warning", N_("A claim can’t be understood alone.")),
        "unused": ("warning", N_("An entry of the glossary is nowhere used.")),
        "silence": ("warning", N_("A comment silences what is not there.")),
        "uncited": ("note", N_("No claim cites a paragraph.")),
        "unlisted": ("note", N_("The glossary lacks a name that the texts use.")),
    }
)
"""Each code with its level and what it means, in the order of docs/check.md."""


_WARNING, _NOTE = N_("warning: {message}"), N_("note: {message}")


class Found(NamedTuple):
    """A finding; ``line`` and ``column`` count from 1. ``message``: an English msgid."""

    path: str
    line: int
    column: int
    code: str
    message: str
    values: Mapping[str, str] = MappingProxyType({})

    @property
    def level(self) -> Level:
        return CODES[self.code][0]

    def problem(self) -> Problem:
        """Return it as a problem, for :func:`reader.language.interface.describe`."""
        return Problem(self.path, self.line, self.column, self.message, self.values)

    def told(self) -> Problem:
        """Return it as a problem that says its level, where it is less than an error."""
        if self.level == "error":
            return self.problem()
        from reader.language.interface import describe

        message = describe(self.problem()._replace(path="", line=0, column=0))
        framed = _WARNING if self.level == "warning" else _NOTE
        return Problem(self.path, self.line, self.column, framed, {"message": message})

    def as_json(self) -> dict[str, Any]:
        """Return it as ``reader check --json`` writes it."""
        from reader.language.interface import describe

        return {
            "file": self.path,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "level": self.level,
            "message": describe(self.problem()._replace(path="", line=0, column=0)),
        }


def of_problem(code: str, problem: Problem) -> Found:
    """Return a problem as a finding; one about a whole file points at its beginning."""
    line, column = problem.line or 1, problem.column or 1
    return Found(problem.path, line, column, code, problem.message, problem.values)


def ordered(found: Iterable[Found]) -> list[Found]:
    """Return findings by file, line and column, each once."""
    unique = {
        (f.path, f.line, f.column, f.code, f.message, *sorted(f.values.items())): f for f in found
    }
    return sorted(unique.values(), key=lambda f: (f.path, f.line, f.column, f.code))
