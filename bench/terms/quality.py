"""Precision and recall: on our own sentences, and on gold mentions where there are any."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from bench.terms.data import entries, subjects
from reader.terms.factory import matcher
from reader.terms.lines import lines


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
    """A score for each subject, and one over all."""
    scores = []
    all_found: set[tuple[object, ...]] = set()
    all_expected: set[tuple[object, ...]] = set()
    count = 0
    for glossary, sentences in subjects():
        finder = matcher(glossary, cache=False)
        found: set[tuple[object, ...]] = set()
        expected: set[tuple[object, ...]] = set()
        for sentence in sentences:
            where = (sentence.subject, sentence.line)
            for start, end, entry in finder.spans(sentence.text):
                found.add((*where, start, end, sentence.text[start:end], entry))
            for start, end, entry in sentence.mentions:
                expected.add((*where, start, end, sentence.text[start:end], entry))
        scores.append(_score(sentences[0].subject, len(sentences), found, expected))
        all_found |= found
        all_expected |= expected
        count += len(sentences)
    return [*scores, _score("all", count, all_found, all_expected)]


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
    """A score for each ``X.jsonl`` in ``folder`` with the glossary ``X_glossary.yaml`` beside it.

    A line is an object with ``category``, ``text`` and ``spans`` = ``[[entry, start, end], …]``.
    """
    scores = []
    for path in sorted(folder.glob("*.jsonl")):
        finder = matcher(entries(path.with_name(f"{path.stem}_glossary.yaml")), cache=False)
        found: set[tuple[object, ...]] = set()
        expected: set[tuple[object, ...]] = set()
        lines_of = path.read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines_of, 1):
            record = json.loads(line)
            text, category = record["text"], record["category"]
            for start, end, entry in finder.spans(text):
                found.add((category, number, start, end, text[start:end], entry))
            for entry, start, end in record["spans"]:
                expected.add((category, number, start, end, text[start:end], entry))
        scores.append(_score(path.stem, len(lines_of), found, expected))
    return scores
