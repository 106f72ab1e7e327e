"""``python -m bench.terms``: precision, recall and speed of finding terms, as one table.

``READER_GOLD`` names a folder with gold mentions and ``READER_ORIGINALS`` the texts they are
of; ``READER_TERMS`` one with sentences (``X.jsonl``) and their glossaries (``X_glossary.yaml``).
Without them those rows are left out. ``--quality`` leaves out the speed.
"""

from __future__ import annotations

import argparse
import os
import platform
from pathlib import Path

from bench.terms import quality, speed
from bench.terms.data import entries as read_entries
from reader.model import Entry


def _quality(verbose: bool) -> bool:
    scores = quality.own()
    gold, texts = os.environ.get("READER_GOLD"), os.environ.get("READER_ORIGINALS")
    if gold and texts:
        scores += quality.gold(Path(gold), Path(texts))
    if sets := os.environ.get("READER_TERMS"):
        scores += quality.sets(Path(sets))
    print(f"{'':24}{'texts':>8}{'mentions':>10}{'precision':>11}{'recall':>9}")
    for score in scores:
        print(
            f"{score.name:24}{score.texts:>8}{score.expected:>10}"
            f"{score.precision:>11.4f}{score.recall:>9.4f}"
        )
        if verbose:
            print(*(f"    {line}" for line in score.wrong), sep="\n")
    folder = Path(sets) if sets else None
    print("\nprecision / recall, beside others with the flags of the glossary")
    for name, row in quality.beside_peers(folder):
        print(f"{name:26}{row[0][1].expected:>8} mentions")
        for contender, score in row:
            f1 = 2 * score.precision * score.recall / max(score.precision + score.recall, 1e-9)
            print(f"    {contender:30}{score.precision:>8.3f}{score.recall:>8.3f}{f1:>8.3f}")
    return all(score.precision >= 0.99 and score.recall >= 0.99 for score in scores)


def _entries(size: int) -> list[Entry]:
    """The gold glossary, or ours, filled up with made entries to ``size``."""
    gold = os.environ.get("READER_GOLD")
    path = Path(gold) / "glossary.yaml" if gold else quality_glossary()
    own = list(read_entries(path))
    return own + speed.glossary(max(0, size - len(own)))


def quality_glossary() -> Path:
    from bench.terms.data import FOLDER

    return FOLDER / "diplomacy.yaml"


def _speed(size: int, rounds: int) -> None:
    text = speed.text_of(size)
    for count in (54, 500, 5000):
        entries = _entries(count)
        print(f"\nscan of {size / 1e6:g} MB of Russian, {len(entries)} entries, {rounds} rounds")
        for timing in speed.scanning(entries, text, rounds):
            print(
                f"{timing.name:24}{timing.seconds * 1000:>9.0f} ms{size / timing.seconds / 1e6:>9.2f} "
                f"MB/s{timing.to_bare:>9.1f} x bare{timing.found:>9} found"
            )
    for count in (50, 500, 5000):
        print(f"\ntime to ready, {count} entries")
        for name, seconds in speed.ready(count, 7):
            print(f"{name:28}{seconds * 1000:>9.1f} ms")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.terms", description=__doc__)
    parser.add_argument("--quality", action="store_true", help="precision and recall only")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    parser.add_argument("--size", type=int, default=1_000_000, help="bytes of text to scan")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    if not options.quality:
        # In a process that has read little: the contenders of quality leave a large one.
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores")
        _speed(options.size, options.rounds)
        print()
    good = _quality(options.wrong)
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
