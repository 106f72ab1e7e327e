"""Annotated sentences of our own: a glossary in YAML, and sentences with their mentions."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from reader.model import Entry, Term

FOLDER = Path(__file__).parent / "data"
_MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


class Sentence(NamedTuple):
    """``mentions``: start, end and entry, as ``Matcher.mentions`` should find them, not nested."""

    subject: str
    line: int
    text: str
    mentions: frozenset[tuple[int, int, str]]


def entries(path: Path) -> tuple[Entry, ...]:
    """The entries of a glossary that has no more than id, kind and terms."""
    found = []
    for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
        terms = {
            language: tuple(Term(term) if isinstance(term, str) else _term(term) for term in listed)
            for language, listed in entry["terms"].items()
        }
        related = tuple(entry.get("related") or ())
        found.append(Entry(entry["id"], entry["kind"], terms, related=related))
    return tuple(found)


def _term(fields: dict[str, Any]) -> Term:
    after_full = fields.get("after_full", False)
    beside = after_full if isinstance(after_full, dict) else fields
    return Term(
        fields["text"],
        fields.get("type", "full"),
        fields.get("case", "free"),
        bool(after_full),
        tuple(beside.get("not_before", ())),
        tuple(beside.get("not_after", ())),
        (of,) if isinstance(of := fields.get("of", ()), str) else tuple(of),
        bool(fields.get("alone")),
        int(fields.get("gap", 0)),
    )


def sentences(path: Path) -> list[Sentence]:
    """Sentences of one subject. In ``text`` a mention is marked ``{…|entry}``; one that a mark
    cannot hold is listed in ``mentions``, with offsets in the text without its marks.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        record = json.loads(line)
        plain, at, mentions = "", 0, set()
        marked = record["text"]
        for match in _MARK.finditer(marked):
            plain += marked[at : match.start()]
            mentions.add((len(plain), len(plain) + len(match[1]), match[2]))
            plain += match[1]
            at = match.end()
        plain += marked[at:]
        mentions |= {(start, end, entry) for start, end, entry in record.get("mentions", ())}
        found.append(Sentence(path.stem, number, plain, frozenset(mentions)))
    return found


def subjects() -> list[tuple[tuple[Entry, ...], list[Sentence]]]:
    """Every subject: its glossary and its sentences."""
    return [
        (entries(path), sentences(path.with_suffix(".jsonl")))
        for path in sorted(FOLDER.glob("*.yaml"))
    ]
