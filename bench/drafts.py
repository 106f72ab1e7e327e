"""How much of edited summaries drafts by rule tell, at no greater length, in their own words.

The dossier's documents, their originals where ``READER_ORIGINALS`` names the folder of the files, are
drafted as if they had no summary; topics are learned from the other documents. A fact of the
summary is a number, a time, a name, an entry or a quotation, found by the extractor and the matcher
in gist, claims, roles and events alike. Text files that are named are drafted as well, to see that
every word stands where it is said to; the first line is the title.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reader.dossiers import paths
from reader.drafting import material, rule
from reader.drafting.material import Key
from reader.facts.extractor import Extractor
from reader.facts.language import of_text
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
        facts = [f for f in extractor.facts(part) if not material.overlaps(f, mentions)]
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


class Measured(NamedTuple):
    """A draft beside the edited summary of its document."""

    key: str
    covered: float
    """The share of the summary's facts that the draft tells."""
    facts: int
    draft: int
    edited: int
    text: int
    """How long the draft, the edited summary and the article are, in characters."""
    claims: int
    wrong: list[str]
    """What doesn't stand where the draft says."""
    missing: list[Key]
    topics: tuple[int, int]
    """Of the claims with a topic, how many have that of an edited claim on the same paragraph."""


def measured(collection: Collection, key: str, matcher: Matcher) -> Measured:
    """Draft a document of the dossier, and compare."""
    language = collection.own_language(key)
    view = collection.view(key, language)
    edited, made = view.document.summary, drafts.by_rule(collection, key, matcher).summary
    if edited is None or made is None:
        raise LookupError(key)
    names = {entry.id: entry.name(language) for entry in collection.source.entries}
    source = view.document.source
    at = source.published or source.published_inferred
    wanted = told(edited, names, matcher, language, at)
    found = told(made, names, matcher, language, at)
    with_topic = [claim for claim in made.claims if claim.topic]
    right = [
        any(c.topic == claim.topic and {*c.cites} & {*claim.cites} for c in edited.claims)
        for claim in with_topic
    ]
    return Measured(
        key,
        len(wanted & found) / len(wanted),
        len(wanted),
        length(made, names),
        length(edited, names),
        sum(len(p.text) for p in view.paragraphs),
        len(made.claims),
        unsupported(made, view.paragraphs),
        sorted(wanted - found),
        (sum(right), len(right)),
    )


def opened() -> Collection:
    """Return the built-in dossier, with its originals where they are."""
    collection = Collection(paths.builtin())
    if not collection.open():
        collection.build()
    if "READER_ORIGINALS" in os.environ:
        folder = Path(os.environ["READER_ORIGINALS"])
        names = [str(path) for path in sorted(folder.glob("*.txt"))]
        collection.add(Files(names, collection.recognise))
    return collection


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.drafts")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--missing", action="store_true", help="what each draft doesn't tell")
    asked = parser.parse_args()
    collection = opened()
    matcher = make_matcher(collection.source.entries)
    heads = ("covered", "facts", "draft", "edited", "text", "claims", "wrong", "topics")
    print(f"{'':32}" + "".join(f"{head:>9}" for head in heads))
    for key in collection.document_keys():
        found = measured(collection, key, matcher)
        sizes = (found.facts, found.draft, found.edited, found.text, found.claims, len(found.wrong))
        topics = "{}/{}".format(*found.topics)
        print(f"{key:32}{found.covered:9.2f}" + "".join(f"{n:9}" for n in sizes) + f"{topics:>9}")
        if asked.missing:
            print(*(f"    {fact}" for fact in found.missing), sep="\n")
    _draft_files(asked.files)


def _draft_files(files: Sequence[Path]) -> None:
    """Draft articles without a summary; print what doesn't stand where it is said to."""
    claims, wrong, none = 0, 0, 0
    for file in files:
        title, *lines = filter(str.strip, file.read_text("utf-8").split("\n"))
        article = tuple(Paragraph(f"p{n}", line.strip()) for n, line in enumerate(lines, 1))
        language = of_text("\n".join(lines))
        made = rule.draft(article, [[] for _ in article], language, title=title).summary
        if made is None:
            none += 1
            continue
        claims += len(made.claims)
        for text in unsupported(made, article):
            wrong += 1
            print(f"{file}: {text}")
    if files:
        print(f"{len(files)} files, {none} without a draft, {claims} claims, {wrong} wrong")


if __name__ == "__main__":
    main()
