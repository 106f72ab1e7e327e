"""What is read of saved pages, and how fast: ours beside trafilatura and readability-lxml.

READER_PAGES names a folder with a folder a page: ``page.html.gz`` and ``gold.json``, which says what
should be read. Precision and recall count shingles of four words, averaged over pages, so that F1 is
comparable with what others publish; time is that of the processor.
"""

from __future__ import annotations

import gzip
import importlib
import json
import os
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

SIZE = 4
"""Words of a shingle."""


class Found(NamedTuple):
    """What a program makes of a page."""

    title: str
    text: str
    day: str


Extract = Callable[[bytes], Found]


def ours() -> Extract:
    from reader.articles import reading

    def extract(data: bytes) -> Found:
        document = next(reading.read(data, "page.html")).document
        text = "\n".join(paragraph.text for paragraph in document.texts[0].paragraphs)
        return Found(document.title, text, (document.source.published or "")[:10])

    return extract


def trafilatura() -> Extract:
    bare: Any = importlib.import_module("trafilatura").bare_extraction

    def extract(data: bytes) -> Found:
        found = bare(data, fast=True, include_comments=False, with_metadata=True)
        about = {} if found is None else found if isinstance(found, dict) else found.as_dict()
        return Found(*(about.get(key) or "" for key in ("title", "text", "date")))

    return extract


def readability() -> Extract:
    document: Any = importlib.import_module("readability").Document
    html: Any = importlib.import_module("lxml.html")

    def extract(data: bytes) -> Found:
        found = document(data)
        tree = html.fromstring(found.summary())
        for element in tree.iter("p", "br", "div", "li", "h2", "h3", "td"):
            element.tail = "\n" + (element.tail or "")
        return Found(found.short_title(), tree.text_content(), "")

    return extract


def pages(folder: Path) -> Iterator[tuple[dict[str, Any], bytes]]:
    for path in sorted(folder.glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        yield gold, gzip.decompress((path.parent / "page.html.gz").read_bytes())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[n : n + SIZE]) for n in range(max(1, len(words) - SIZE + 1)))


def rates(text: str, gold: str) -> tuple[float, float]:
    """Return precision and recall."""
    found, wanted = shingles(text), shingles(gold)
    both = sum((found & wanted).values())
    return both / max(1, sum(found.values())), both / max(1, sum(wanted.values()))


def plain(text: str) -> str:
    text = re.sub("[“”„«»]", '"', re.sub("[’‘]", "'", unicodedata.normalize("NFC", text)))
    return " ".join(text.split())


def measure(name: str, extract: Extract, folder: Path) -> None:
    bodies: dict[str, list[tuple[float, float]]] = {"": [], "ru": []}
    titles: list[bool] = []
    days: list[bool] = []
    spent = 0.0
    count = 0
    for gold, data in pages(folder):
        count += 1
        begun = time.process_time()
        try:
            found = extract(data)
        except Exception as error:
            print(f"  {gold['id']}: {error!r}"[:120])
            found = Found("", "", "")
        spent += time.process_time() - begun
        if gold["text"]:
            # A standfirst may be kept or not.
            golds = [gold["text"], f"{gold['summary'] or ''} {gold['text']}"]
            best = max((rates(found.text, each) for each in golds), key=sum)
            bodies[""].append(best)
            if gold["language"] == "ru":
                bodies["ru"].append(best)
        if gold["title"]:
            titles.append(plain(found.title) == plain(gold["title"]))
        if gold["date"]:
            days.append(found.day == gold["date"][:10])
    told = []
    for kind, each in bodies.items():
        precision, recall = (sum(column) / max(1, len(each)) for column in zip(*each, strict=True))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        told.append(f"{kind or 'all'} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    share = [sum(each) / max(1, len(each)) for each in (titles, days)]
    print(
        f"{name:14} {' | '.join(told)} | title {share[0]:.3f} day {share[1]:.3f}"
        f" | {spent / max(1, count) * 1000:.1f} ms a page",
        flush=True,
    )


def main() -> int:
    folder = os.environ.get("READER_PAGES")
    if not folder:
        print("READER_PAGES names no folder with marked pages.", file=sys.stderr)
        return 2
    for name, make in (("ours", ours), ("trafilatura", trafilatura), ("readability", readability)):
        try:
            extract = make()
        except ImportError:
            print(f"{name:14} is not installed")
            continue
        measure(name, extract, Path(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
