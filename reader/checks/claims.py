"""Claims and events against the paragraphs that they cite; paragraphs that none cites."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reader.checks.findings import Found
from reader.checks.places import Source, field, items
from reader.dossiers.yaml_tree import Map, Node
from reader.language.messages import N_
from reader.language.words import WORD, fold
from reader.model import Document, Dossier
from reader.terms.matcher import Matcher
from reader.verifying import claims, lexicon
from reader.verifying.verifier import Claimed, Verifier

_ALONE = N_(
    "This claim begins with “{word}”: it can’t be understood alone. Name who or what is meant."
)
_NOT_IN_TEXT = {
    "number": N_("The number “{text}” of the gist does not stand in the text."),
    "time": N_("The time “{text}” of the gist does not stand in the text."),
    "name": N_("The name “{text}” of the gist does not stand in the text."),
    "quote": N_("The words “{text}” of the gist do not stand so in the text."),
}
_UNCITED = N_("No claim, participant or event cites the paragraph “{id}”.")


def check(
    document: Document, dossier: Dossier, matcher: Matcher, tree: Node | None, file: Source
) -> Iterable[Found]:
    """Yield what the paragraphs of a document do not bear out of its summary."""
    summary = document.summary
    if summary is None or not document.texts:
        return
    verifier = claims.verifier(document, document.texts[0], dossier.entries, matcher)
    listed = items(tree, "summary", "claims")
    for claim in summary.claims:
        item = listed.get(claim.id)
        yield from _of_claim(verifier, claims.claimed(claim, document), item, file)
        if word := _leaning(claim.text, document.language):
            at = file.find(word, *field(item, "text"))
            yield Found(str(file.path), *at, "alone", _ALONE, {"word": word})
    happened = items(tree, "summary", "events")
    for event in summary.events:
        held = claims.happened(event, document)
        yield from _of_claim(verifier, held, happened.get(event.id), file)
    yield from _of_gist(verifier, document, tree, file)
    citing = [claim.cites for claim in summary.claims]
    citing += [each.cites for each in summary.participants]
    citing += [event.cites for event in summary.events]
    cited = {id for cites in citing for id in cites}
    paragraphs = items(tree, "text")
    for paragraph in document.texts[0].paragraphs:
        if paragraph.id not in cited:
            line, column = field(paragraphs.get(paragraph.id), "id")
            yield Found(str(file.path), line, column, "uncited", _UNCITED, {"id": paragraph.id})


def _of_gist(
    verifier: Verifier, document: Document, tree: Node | None, file: Source
) -> Iterable[Found]:
    """Yield the numbers, times, names and quotations of the gist that the text doesn't have."""
    summary = document.summary
    whole = tree.items.get("summary") if isinstance(tree, Map) else None
    if summary is None or not summary.gist or not isinstance(whole, Map):
        return
    known = frozenset(each.entry for each in summary.participants)
    held = Claimed("gist", summary.gist, tuple(verifier.paragraphs), known=known)
    line, column = field(whole, "gist")
    for finding in verifier.verify(held).findings:
        if finding.code in ("number", "time", "name", "quote"):
            at = file.find(finding.text, line, column)
            message = _NOT_IN_TEXT[finding.code]
            yield Found(str(file.path), *at, finding.code, message, {"text": finding.text})


def _of_claim(
    verifier: Verifier, claim: Claimed, item: Map | None, file: Source
) -> Iterable[Found]:
    line, column = field(item, "text")
    for finding in verifier.verify(claim).findings:
        at = (line, column)
        if finding.code in ("citation", "form"):
            at = field(item, "cites")
        elif finding.text and finding.text != claim.text:
            at = file.find(finding.text, line, column)
        yield Found(str(file.path), *at, finding.code, finding.message, finding.values)


def _leaning(text: str, language: str) -> str:
    """Return the word with which a claim leans on one before it, such as a pronoun."""
    first = WORD.search(text)
    if first is None or not lexicon.listed(language, "leaning").has(fold(first[0])):
        return ""
    return first[0]


def path_of(document: Document, dossier: Dossier) -> Path:
    """Return the file of a document."""
    return dossier.root / "documents" / f"{document.id}.yaml"
