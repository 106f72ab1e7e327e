"""How much of edited summaries drafts by rule tell, at no greater length, in their own words.

The dossier's documents with their originals (``READER_ORIGINALS`` names the folder of the files) are drafted
as if they had no summary; topics are learned from the other documents. A fact of the summary is
a number, a time, a name, an entry or a quotation, found by the extractor and the matcher in gist, claims, roles and
events alike. The articles named after that are drafted only to see that every word stands where it is
said to.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from reader.drafting import material
from reader.drafting.material import Key
from reader.facts.extractor import Extractor
from reader.library import drafts
from reader.library.collection import Collection
from reader.library.sources import Files
from reader.model import Paragraph, Summary
from reader.terms.factory import matcher as make_matcher
from reader.terms.matcher import Matcher


def texts(summary: Summary, names: dict[str, str]) -> list[str]:
    """Return everything that a summary tells, as texts."""
    people = (f"{names.get(p.entry, p.name)}, {p.role}" for p in summary.participants)
    found = [summary.gist, *(c.text for c in summary.claims), *people]
    return [*found, *(e.text for e in summary.events), *(names[d] for d in summary.documents)]


def told(
    summary: Summary, names: dict[str, str], matcher: Matcher, language: str, published: str | None
) -> set[Key]:
    """Return the facts that a summary tells."""
    parts = texts(summary, names)
    extractor = Extractor(None, published, language)
    found: set[Key] = {("time", event.date) for event in summary.events}
    found |= {("entry", p.entry) for p in summary.participants if p.entry}
    for part, mentions in zip(parts, matcher.in_paragraphs(parts, at_home=True), strict=True):
        facts = [f for f in extractor.facts(part) if not material._is_in(f, mentions)]
        found.update(material.keys(facts, mentions))
    return found


def length(summary: Summary, names: dict[str, str]) -> int:
    """Return how long a summary is, in characters."""
    return sum(map(len, texts(summary, names)))


def unsupported(summary: Summary, paragraphs: tuple[Paragraph, ...]) -> list[str]:
    """Return the claims, events and roles whose words don't stand in a paragraph that they cite."""
    by_id = {p.id: " ".join(p.text.split()) for p in paragraphs}
    whole = " ".join(by_id.values())

    def stands(text: str, cites: tuple[str, ...]) -> bool:
        return any(text in by_id[id] for id in cites)

    wrong = [c.text for c in summary.claims if not stands(c.text, c.cites)]
    wrong += [e.text for e in summary.events if not stands(e.text, e.cites)]
    wrong += [p.role for p in summary.participants if not stands(p.role, p.cites)]
    return wrong + ([] if summary.gist in whole else [summary.gist])


def measured(collection: Collection, key: str) -> Iterator[str]:
    """Yield the lines about one document of the dossier."""
    language = collection.own_language(key)
    view = collection.view(key, language)
    edited = view.document.summary
    assert edited is not None
    names = {entry.id: entry.name(language) for entry in collection.source.entries}
    matcher, paragraphs = make_matcher(collection.source.entries), view.paragraphs
    published = view.document.source.published
    made = drafts.by_rule(collection, key, matcher).summary
    assert made is not None
    at = published or view.document.source.published_inferred
    wanted = told(edited, names, matcher, language, at)
    found = told(made, names, matcher, language, at)
    sizes = length(made, names), length(edited, names)
    covered = len(wanted & found) / len(wanted)
    by_entry = {frozenset(c.cites): c.topic for c in edited.claims}
    right = [
        c.topic in {topic for cites, topic in by_entry.items() if set(c.cites) & cites}
        for c in made.claims
        if c.topic
    ]
    yield (
        f"{key:32}{covered:9.2f}{len(wanted):7}{sizes[0]:8}{sizes[1]:8}{sum(len(p.text) for p in paragraphs):8}"
        f"{len(made.claims):8}{len(unsupported(made, paragraphs)):8}   topics {sum(right)}/{len(right)}/{len(made.claims)}"
    )
    if os.environ.get("MISSING"):
        yield f"    {sorted(wanted - found)}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.drafts")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    asked = parser.parse_args()
    collection = Collection(_builtin())
    if not collection.open():
        collection.build()
    if "READER_ORIGINALS" in os.environ:
        folder = Path(os.environ["READER_ORIGINALS"])
        collection.add(Files([str(p) for p in sorted(folder.glob("*.txt"))], collection.recognise))
    print(f"{'':32}{'covered':>9}{'facts':>7}{'draft':>8}{'edited':>8}{'text':>8}{'claims':>8}{'wrong':>8}")
    for key in collection.document_keys():
        for line in measured(collection, key):
            print(line)
    for file in asked.files:
        print(file)
    sys.stdout.flush()


def _builtin() -> Path:
    from reader.dossiers import paths

    return paths.builtin()


if __name__ == "__main__":
    main()
