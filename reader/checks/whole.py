"""Everything that is to be said of a dossier: its files, its claims, its translations, its glossary."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader import storage
from reader.checks import claims, coverage, structure, translations
from reader.checks.findings import Found, of_problem, ordered
from reader.checks.places import Source, field, items
from reader.dossiers import loader, yaml_tree
from reader.dossiers.paths import inside, own_catalogs
from reader.dossiers.yaml_tree import Map
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.model import Document, Dossier
from reader.terms.factory import matcher as matcher_of
from reader.terms.matcher import Matcher
from reader.verifying.glossary import Glossary

_FINGERPRINTS = N_(
    "There are {count} fingerprints for {paragraphs} paragraphs. There is one for each."
)
_TWICE = N_("The fingerprint “{fingerprint}” is here twice. Each paragraph has its own.")


def check(root: Path) -> list[Found]:
    """Return the findings of the dossier in ``root``, by file, line and column.

    A finding that a comment at its place silences, with a reason, is left out.
    """
    found = [of_problem(code, problem) for code, problem in structure.coded(root)]
    try:
        dossier = loader.parse(root)
    except ReaderError:
        return ordered(found)
    return ordered([*found, *_read(dossier)])


def _read(dossier: Dossier) -> Iterator[Found]:
    """Yield what is found by reading the texts."""
    matcher = matcher_of(dossier.entries)
    files: dict[str, tuple[Source, dict[str, Map]]] = {}
    raised: list[Found] = []
    sources: dict[str, Source] = {}
    for document in dossier.documents:
        path = claims.path_of(document, dossier)
        with contextlib.suppress(ReaderError, OSError):
            tree = yaml_tree.read(path, dossier.root)
            file = Source(path, yaml_tree.read_text(path, dossier.root))
            sources[str(path)] = file
            files[document.id or ""] = (file, items(tree, "text"))
            raised += claims.check(document, dossier, matcher, tree, file)
            raised += _fingerprints(document, tree, file)
    entries = coverage.entry_files(loader.glossary_files(dossier.root, []), dossier.root)
    sources |= {str(file.path): file for file, _ in entries.values()}
    if not dossier.problems:  # else what wasn't read may be what uses an entry, or lists a name
        raised += coverage.unused(dossier, matcher, entries)
        raised += coverage.unlisted(dossier, matcher, files)
    for found in raised:
        file_of = sources.get(found.path)
        if file_of is None or not file_of.is_silenced(found):
            yield found
    for each in sources.values():
        yield from each.needless()
    yield from _translations(dossier, matcher)


def _fingerprints(document: Document, tree: object, file: Source) -> Iterable[Found]:
    """Yield what is wrong with the number of the fingerprints, and those that stand twice."""
    if not document.fingerprints or not document.texts:
        return
    original = tree.items.get("original") if isinstance(tree, Map) else None
    line, column = field(original if isinstance(original, Map) else None, "fingerprints")
    count, paragraphs = len(document.fingerprints), len(document.texts[0].paragraphs)
    if count != paragraphs:
        values = {"count": str(count), "paragraphs": str(paragraphs)}
        yield Found(str(file.path), line, column, "fingerprint", _FINGERPRINTS, values)
    seen: set[str] = set()
    for fingerprint in document.fingerprints:
        if fingerprint in seen:
            at = file.find(fingerprint, line, column)
            values = {"fingerprint": fingerprint}
            yield Found(str(file.path), *at, "fingerprint", _TWICE, values)
        seen.add(fingerprint)


def _translations(dossier: Dossier, matcher: Matcher) -> Iterator[Found]:
    glossary = Glossary.of(dossier.entries)
    days = {d.id: d.source.published or d.source.published_inferred for d in dossier.documents}
    paths = [path for path in own_catalogs(dossier.root, dossier.id) if inside(path, dossier.root)]
    paths += sorted(storage.resource_dir("locales").glob(f"*/LC_MESSAGES/{dossier.id}.po"))
    for path in dict.fromkeys(paths):
        if path.suffix != ".po" or path.parent.parent.name == dossier.language:
            continue
        with contextlib.suppress(ReaderError, OSError):
            yield from translations.check(
                path, matcher, glossary, lambda context: days.get(context.partition("/")[0])
            )
