"""Precision and recall on sentences with their mentions: ours, gold ones, and what others find."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.terms import peers
from bench.terms.data import entries, subjects
from reader.model import Entry
from reader.terms.factory import matcher
from reader.terms.lines import lines

Mentions = set[tuple[int, int, str]]


class Text(NamedTuple):
    """A text of a set: where it is, and start, end and entry of what is to be found in it."""

    where: tuple[object, ...]
    text: str
    mentions: Mentions


class Set(NamedTuple):
    """Texts with one glossary each: a name, and glossaries with their texts."""

    name: str
    parts: tuple[tuple[Sequence[Entry], tuple[Text, ...]], ...]


class Score(NamedTuple):
    name: str
    texts: int
    expected: int
    precision: float
    recall: float
    wrong: tuple[str, ...]
    """What was found and should not have been (+), and the other way round (-), in words."""


def _score(
    name: str, texts: int, found: set[tuple[object, ...]], expected: set[tuple[object, ...]]
) -> Score:
    right = len(found & expected)
    wrong = [f"+ {each}" for each in sorted(found - expected, key=str)]
    wrong += [f"- {each}" for each in sorted(expected - found, key=str)]
    return Score(
        name,
        texts,
        len(expected),
        right / len(found) if found else 1.0,
        right / len(expected) if expected else 1.0,
        tuple(wrong),
    )


def own() -> list[Score]:
    """A score for each subject, one over the hardest and one over all the others."""
    sets = own_sets()
    hardest = [each for each in sets if each.name in HARDEST]
    others = [each for each in sets if each.name not in HARDEST]
    joined = (_joined("hardest", hardest), _joined("all others", others))
    return [score(each) for each in (*sets, *joined)]


def own_sets() -> list[Set]:
    """Our own sentences, a set for each subject."""
    return [
        Set(
            sentences[0].subject,
            (
                (
                    glossary,
                    tuple(
                        Text((each.subject, each.line), each.text, set(each.mentions))
                        for each in sentences
                    ),
                ),
            ),
        )
        for glossary, sentences in subjects()
    ]


def _joined(name: str, sets: Sequence[Set]) -> Set:
    return Set(name, tuple(part for each in sets for part in each.parts))


def score(
    of: Set, make: Callable[[Sequence[Entry]], Callable[[str], Mentions]] | None = None
) -> Score:
    """Score what is found in a set: by the program, or by what ``make`` makes of a glossary."""
    found: set[tuple[object, ...]] = set()
    expected: set[tuple[object, ...]] = set()
    count = 0
    for glossary, texts in of.parts:
        find = make(glossary) if make else _ours(glossary)
        for where, text, mentions in texts:
            for wanted, spans in ((found, find(text)), (expected, mentions)):
                wanted.update((*where, a, b, text[a:b], entry) for a, b, entry in spans)
        count += len(texts)
    return _score(of.name, count, found, expected)


def _ours(glossary: Sequence[Entry]) -> Callable[[str], Mentions]:
    finder = matcher(glossary, cache=False)
    return lambda text: set(finder.spans(text))


def beside_peers(folder: Path | None) -> list[tuple[str, list[tuple[str, Score]]]]:
    """Score the program and what else is installed on every set.

    ``folder``: that of :func:`sets`, if any.
    """
    ours = own_sets()
    blind = [each for each in ours if each.name.startswith("blind_")]
    every = [
        _joined("written beside the rules", [each for each in ours if each not in blind]),
        _joined("written blind", [each for each in blind if each.name not in HARDEST]),
        _joined("written blind, hardest", [each for each in blind if each.name in HARDEST]),
        *(each for each in blind if each.name in LAST | HARDEST),
        *(read_sets(folder) if folder else ()),
    ]
    rows = []
    for each in every:
        scores = [("reader.terms", score(each))]
        for name, make in peers.PEERS:
            try:
                scores.append((name, score(each, make)))
            except ImportError:
                continue
        rows.append((each.name, scores))
    return rows


LAST = frozenset(
    f"blind_{name}"
    for name in (
        "embassy",
        "namesakes",
        "counts",
        "english",
        "ukrainian",
        "treaty",
        "theatre",
        "port",
    )
)
"""The last blind batches, each with a row of its own beside the peers."""


HARDEST = frozenset(
    f"blind_{name}"
    for name in (
        *("rupolitics", "enmix", "ruculture", "lawscience", "trilingual"),
        *("rueconomy", "ruhistory", "endiplomacy", "mixed"),
        *("runews", "ennews", "society"),
    )
)
"""Blind batches that are two thirds traps, each of which a reader has to look at twice."""


def gold(gold_folder: Path, texts_folder: Path) -> list[Score]:
    """Scores against ``mentions.jsonl`` in ``gold_folder`` on the files in ``texts_folder``: on
    names that don't overlap, and with the names nested in others.
    """
    wanted: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for line in (gold_folder / "mentions.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        wanted[record["level"]].add(
            tuple(record[key] for key in ("file", "paragraph", "start", "end", "text", "entry"))
        )
    finder = matcher(entries(gold_folder / "glossary.yaml"), cache=False)
    files = sorted(texts_folder.glob("*.txt"))
    scores = []
    for name, nested in (("gold names", False), ("gold names and nested", True)):
        found: set[tuple[object, ...]] = {
            tuple(line)
            for path in files
            for line in lines(path.name, path.read_text(encoding="utf-8"), finder, nested=nested)
        }
        expected = wanted["name"] | (wanted["nested"] if nested else set())
        scores.append(_score(name, len(files), found, expected))
    return scores


def sets(folder: Path) -> list[Score]:
    """A score for each set of :func:`read_sets`."""
    return [score(each) for each in read_sets(folder)]


def read_sets(folder: Path) -> list[Set]:
    """The sets in a folder: each ``X.jsonl`` with the glossary ``X_glossary.yaml`` beside it.

    A line is an object with ``category``, ``text`` and ``spans`` = ``[[entry, start, end], …]``.
    """
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        texts = []
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            record = json.loads(line)
            mentions = {(start, end, entry) for entry, start, end in record["spans"]}
            texts.append(Text((record["category"], number), record["text"], mentions))
        glossary = entries(path.with_name(f"{path.stem}_glossary.yaml"))
        found.append(Set(path.stem, ((glossary, tuple(texts)),)))
    return found
