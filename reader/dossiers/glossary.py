"""Parse a glossary: concepts with terms in each language (as in TBX, ISO 30042)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, cast

from reader.dossiers import glossary_terms, yaml_tree
from reader.dossiers.known_terms import KnownTerms, asks
from reader.dossiers.validation import Fields, Findings
from reader.dossiers.yaml_tree import List, Node, Scalar
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.model import ENTRY_KINDS, Entry, EntryKind, Problem, Term

_KEYS = ("id", "kind", "terms", "definition", "related", "source")

TAKEN_ID = N_("The dossier’s glossary already has an entry with the id “{id}”. Choose another id.")
TAKEN_TERM = N_(
    "The term “{term}” is already in the dossier’s glossary, in the entry “{id}”. Delete it here."
)


class Glossary(NamedTuple):
    """Entries and problems; ``named`` has the ids of broken entries too.

    A reference to a broken entry is not a problem of its own. ``whole``: every file was read.
    """

    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    named: frozenset[str] = frozenset()
    whole: bool = True


def read(path: Path, root: Path | None = None) -> Glossary:
    """Parse a glossary file; broken entries are left out and become problems.

    Raises :class:`ReaderError` for a file that is not a list.
    """
    return of_nodes(_items(yaml_tree.read(path, root), path), Findings(path))


def read_all(paths: Iterable[Path], root: Path) -> Glossary:
    """Parse the files of a dossier's glossary as one; a file that is not a list is a problem.

    Then nothing is said of ids that are not found: they may be in that file.
    """
    files: list[_File] = []
    broken: list[Problem] = []
    for path in paths:
        try:
            files.append(_File(Findings(path), _items(yaml_tree.read(path, root), path)))
        except ReaderError as error:
            broken += error.problems
    found = _of_files(files, whole=not broken)
    return found._replace(problems=(*broken, *found.problems), whole=not broken)


def _items(tree: Node | None, path: Path) -> tuple[Node, ...]:
    if not isinstance(tree, List):
        place = tree or Scalar(1, 1, "", True)
        raise ReaderError.at(
            path,
            N_("A glossary is a list of entries, each with id, kind and terms."),
            line=place.line,
            column=place.column,
        )
    return tree.items


class _File(NamedTuple):
    """The entries of one file, as they are written, and what is found wrong with them."""

    findings: Findings
    items: Iterable[Node]


class _Named(NamedTuple):
    """What the entries of one file name, each with its place."""

    findings: Findings
    related: list[tuple[Entry, tuple[Scalar, ...]]]
    terms: list[tuple[str, str, Term, Node]]


def of_nodes(
    items: Iterable[Node], findings: Findings, known: Sequence[Entry] = (), *, own: bool = False
) -> Glossary:
    """Parse a list of nodes as a glossary beside the ``known`` entries of another.

    An entry with the id of a known one is dropped, a term of a known entry is dropped alone.
    ``own`` marks the entries as the reader's.
    """
    return _of_files([_File(findings, items)], known, own=own)


def _of_files(
    files: Iterable[_File], known: Sequence[Entry] = (), *, own: bool = False, whole: bool = True
) -> Glossary:
    """Parse files as one glossary: ids and terms are told apart, and found, over all of them.

    Where the glossary is not ``whole``, an id that is not found is not a problem.
    """
    entries: list[Entry] = []
    named: dict[str, None] = {}
    by_file: list[_Named] = []
    taken = frozenset(entry.id for entry in known)
    known_terms = KnownTerms(known)
    for findings, items in files:
        file = _Named(findings, [], [])
        by_file.append(file)
        for node in items:
            before = findings.errors
            fields = Fields(node, findings, _KEYS)
            id = fields.slug("id")
            if id in named:
                findings.error(
                    fields.place("id"),
                    N_(
                        "There is another entry with the id “{id}”. Choose another id, or merge the two."
                    ),
                    id=str(id),
                )
            elif id in taken:
                findings.error(fields.place("id"), TAKEN_ID, id=str(id))
            entry, links, terms = _entry(id or "", fields)
            if known:
                entry, terms = _without_known(entry, terms, known_terms, findings)
            if id:
                named.setdefault(id)
            if findings.errors == before:
                entries.append(entry._replace(own=True) if own else entry)
                file.related.append((entry, links))
                file.terms.extend(terms)
    ids = taken | named.keys()
    seen = KnownTerms()
    for findings, related, placed in by_file:
        if whole:
            _check_related(related, ids, findings)
            _check_owners(placed, ids, findings)
        _check_terms(placed, findings, seen)
    cleaned = tuple(_without(entry, ids) for entry in entries)
    problems = [problem for file in by_file for problem in file.findings.problems]
    return Glossary(cleaned, tuple(problems), frozenset(named))


def load_glossary(path: Path, data: bytes | None = None) -> tuple[Entry, ...]:
    """Load the entries of a glossary file that may have id, kind and terms only.

    ``data`` is what the file holds, where it has been read already.

    Raises :class:`ReaderError` with every problem of the file where an entry is broken.
    A problem that does not affect matching, such as an unknown key, is ignored.
    """
    return load_glossaries({path: yaml_tree.read_bytes(path) if data is None else data})


def load_glossaries(contents: Mapping[Path, bytes]) -> tuple[Entry, ...]:
    """Load the entries of glossary files as one glossary; see :func:`load_glossary`."""
    files: list[_File] = []
    broken: list[Problem] = []
    for path, data in contents.items():
        try:
            items = _items(yaml_tree.parse(yaml_tree.decode(data, path), path), path)
            if not items:
                raise ReaderError.at(
                    path, N_("This glossary has no entries. Add one with id, kind and terms.")
                )
            files.append(_File(Findings(path), items))
        except ReaderError as error:
            broken += error.problems
    if broken:
        raise ReaderError(*broken)
    found = _of_files(files)
    if any(file.findings.errors for file in files):
        raise ReaderError(*found.problems)
    return found.entries


def _entry(
    id: str, fields: Fields
) -> tuple[Entry, tuple[Scalar, ...], list[tuple[str, str, Term, Node]]]:
    findings = fields.findings
    kind = fields.choice("kind", ENTRY_KINDS)
    terms: dict[str, tuple[Term, ...]] = {}
    places: list[tuple[str, str, Term, Node]] = []
    by_language = fields.mapping("terms")
    before = findings.errors
    for language, node in by_language.items.items() if by_language else ():
        found = []
        for term, place in glossary_terms.read(node, findings):
            found.append(term)
            places.append((id, language, term, place))
        if found:
            terms[language] = tuple(found)
    if by_language and not places and findings.errors == before:
        findings.error(
            by_language,
            N_("The entry has no term in any language. Add one under a language’s code."),
        )
    links = fields.texts("related")
    entry = Entry(
        id,
        cast("EntryKind", kind),  # else there is an error by now
        MappingProxyType(terms),
        fields.text("definition", required=False) or "",
        tuple(link.text for link in links),
        _sources(fields),
    )
    return entry, links, places


def _sources(fields: Fields) -> tuple[str, ...]:
    place = fields.place("source")
    if isinstance(place, Scalar):
        return () if place.null else (place.text,)
    return tuple(s.text for s in fields.texts("source"))


def _check_related(
    related: list[tuple[Entry, tuple[Scalar, ...]]],
    known: frozenset[str],
    findings: Findings,
) -> None:
    for entry, links in related:
        for link in links:
            if link.text == entry.id:
                findings.warning(
                    link, N_("The entry “{id}” is related to itself. Delete this id."), id=entry.id
                )
            elif link.text not in known:
                findings.warning(
                    link,
                    N_("There is no entry “{id}” in the glossary. Add it, or correct the id."),
                    id=link.text[:100],
                )


def _check_owners(
    terms: list[tuple[str, str, Term, Node]], known: frozenset[str], findings: Findings
) -> None:
    for id, _, term, place in terms:
        for owner in term.of:
            if owner not in known or owner == id:
                findings.warning(
                    place,
                    N_(
                        "“of” names the entry “{id}”, which is not in the glossary or is the entry "
                        "itself. Name the entry that the term belongs to."
                    ),
                    id=owner[:100],
                )


def _without(entry: Entry, known: frozenset[str]) -> Entry:
    related = tuple(dict.fromkeys(id for id in entry.related if id in known and id != entry.id))
    if related == entry.related:
        return entry
    return entry._replace(related=related)


def _without_known(
    entry: Entry,
    places: list[tuple[str, str, Term, Node]],
    known: KnownTerms,
    findings: Findings,
) -> tuple[Entry, list[tuple[str, str, Term, Node]]]:
    """Return the entry without the terms of ``known`` ones; an error if none is left."""
    new = []
    for place in places:
        _id, language, term, node = place
        if other := known.entry(term, language):
            findings.warning(node, TAKEN_TERM, term=term.text, id=other.id)
        else:
            new.append(place)
    if places and not new:
        findings.errors += 1
    terms: dict[str, tuple[Term, ...]] = {}
    for _id, language, term, _node in new:
        terms[language] = (*terms.get(language, ()), term)
    return entry._replace(terms=MappingProxyType(terms)), new


def _check_terms(
    terms: list[tuple[str, str, Term, Node]], findings: Findings, seen: KnownTerms
) -> None:
    """Warn about terms that two entries have in one language.

    Which one a text means would be left to chance. Two are distinct when each matches in its exact
    case (US, us), and when both count only after a fuller term of their own entry. ``seen`` are
    the terms of the files before, to which these are added.
    """
    for id, language, term, place in terms:
        if found := seen.first(language, term):
            other_id, other = found
            if other_id == id and term.text == other.text:
                findings.warning(
                    place,
                    N_("The entry has the term “{term}” twice. Delete one of the two."),
                    term=term.text,
                )
            elif other_id != id and not (asks(term) and asks(other)):
                findings.warning(
                    place,
                    N_("The term “{term}” is also in the entry “{id}”. Keep it in one of the two."),
                    term=term.text,
                    id=other_id,
                )
        seen.add(id, language, term)
