"""What a search finds, how fast, and what the index of it costs: ``python -m bench searching``.

On articles made by rule, so that it is known which have a word in any form (:mod:`bench.inflected`),
beside ripgrep and a table of SQLite's FTS5 without forms, both asked for the word as it was typed.
Times are of the processor, so that whatever else the machine does counts little.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from bench import inflected
from bench.inflected import Article, Query

QUERIES = 400
TYPED = 150
"""Queries that are typed letter by letter."""
LIMIT = 20
"""Hits that are shown as one types."""


class Score(NamedTuple):
    """How a way of searching did: shares of articles, and seconds a query."""

    name: str
    precision: float
    recall: float
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.searching")
    parser.add_argument("--articles", type=int, default=inflected.ARTICLES, metavar="N")
    parser.add_argument("--queries", type=int, default=QUERIES, metavar="N")
    asked = parser.parse_args()
    measure(asked.articles, asked.queries)


def measure(articles: int, count: int = QUERIES) -> None:
    """Print what a search finds in so many articles, and how fast, beside others."""
    made = list(inflected.articles(articles))
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
        root = Path(folder) / "corpus"
        inflected.write(root, made)
        size = sum(len(_text(article).encode()) for article in made)
        print(f"{len(made)} articles, {size / 1e6:.1f} MB of text")
        _print_index(root, size)
        queries = inflected.queries(made, count)
        print(f"\n{len(queries)} words, each in a form taken at random")
        print(f"{'':28}{'P':>8}{'R':>8}{'ms a query':>12}")
        for score in _scores(root, made, queries):
            print(
                f"{score.name:28}{score.precision:8.3f}{score.recall:8.3f}{score.seconds * 1e3:12.1f}"
            )
        _print_typing(root, queries[:TYPED])


def _text(article: Article) -> str:
    return "\n".join((article.title, *article.paragraphs))


def _print_index(root: Path, size: int) -> None:
    """Have the index made, and print what that takes: seconds of the processor, and bytes."""
    from reader.library.index import path_for

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "reader.library.indexing", str(root)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    index = path_for(root)
    print(f"index: {seconds:.1f} s, {index.stat().st_size / 1e6:.1f} MB, for each MB of text")
    print(f"  {seconds / size * 1e6:.2f} s, {index.stat().st_size / size:.2f} MB; of that")
    connection = sqlite3.connect(index)
    try:
        tables = {
            "words": "name LIKE 'words%'",
            "forms of words": "name LIKE 'form%'",
            "passages": "name LIKE 'passage%'",
        }
        for name, where in tables.items():
            (used,) = connection.execute(f"SELECT sum(pgsize) FROM dbstat WHERE {where}").fetchone()
            print(f"  {used / size:.2f} MB {name}")
    except sqlite3.OperationalError:  # an SQLite that can't tell
        pass
    finally:
        connection.close()


# What is found.


def _scores(root: Path, made: Sequence[Article], queries: Sequence[Query]) -> Iterable[Score]:
    from reader.library.collection import Collection

    collection = Collection(root)
    collection.open(trusting=True)
    collection.search(queries[0].text, "en")  # what is loaded once

    def ours(query: Query) -> set[str]:
        return {hit.document for hit in collection.search(query.text, "en").hits}

    yield _score("reader", queries, ours)
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE plain USING fts5 (text)")
    texts = [(_text(article),) for article in made]
    connection.executemany("INSERT INTO plain (text) VALUES (?)", texts)

    def plain(query: Query) -> set[str]:
        asked = "SELECT rowid FROM plain WHERE plain MATCH ?"
        return {made[n - 1].id for (n,) in connection.execute(asked, (f'"{query.text}"',))}

    yield _score("FTS5 without forms", queries, plain)
    if (ripgrep := shutil.which("rg")) is None:
        print("ripgrep is not installed.")
        return

    def grep(query: Query) -> set[str]:
        options = ["--files-with-matches", "--ignore-case", "--word-regexp", "--fixed-strings"]
        command = [ripgrep, *options, query.text, str(root / "documents")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return {Path(line).stem for line in done.stdout.splitlines()}

    yield _score("ripgrep", queries, grep)


def _score(name: str, queries: Sequence[Query], found_by: Callable[[Query], set[str]]) -> Score:
    right = found_of_all = wanted = 0
    begun = _processor()
    for query in queries:
        found = found_by(query)
        right += len(found & query.articles)
        found_of_all += len(found)
        wanted += len(query.articles)
    seconds = (_processor() - begun) / len(queries)
    return Score(name, right / max(found_of_all, 1), right / max(wanted, 1), seconds)


def _processor() -> float:
    """Seconds that this process and those that it has run have taken of the processor."""
    done = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + done.ru_utime + done.ru_stime


# As one types.


def _print_typing(root: Path, queries: Sequence[Query]) -> None:
    from reader.library.collection import Collection

    print(f"\nas one types, the best {LIMIT}    median     95 %      most (ms)")
    pairs = [f"{a.text} {b.text}" for a, b in zip(queries[::2], queries[1::2], strict=False)]
    shapes = {
        "a word": [query.text for query in queries],
        "two words": pairs,
        "a phrase": [f'"{pair}' for pair in pairs],
        "a word with filters": [f"lang:{q.language} after:2010 {q.text}" for q in queries[:40]],
    }
    shapes["what is not wanted"] = [f"-{query.text}" for query in queries[:40]]
    for name, asked in shapes.items():
        collection = Collection(root)
        collection.open(trusting=True)
        collection.search("a", "en", LIMIT, typing=True)
        times = []
        for text in asked:
            first = text.rfind(" ") + 1 if " " in text else 0
            for end in range(first + 2, len(text) + 1):
                begun = time.process_time()
                collection.search(text[:end], "en", LIMIT, typing=True)
                times.append((time.process_time() - begun) * 1e3)
        high = statistics.quantiles(times, n=20)[-1]
        print(f"{name:28}{statistics.median(times):10.1f}{high:9.1f}{max(times):10.1f}")


if __name__ == "__main__":
    main()
