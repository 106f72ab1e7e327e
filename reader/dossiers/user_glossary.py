"""The reader's own entries for a dossier: a glossary file in the data folder.

The file is plain YAML in the format of ``glossary.yaml``, to be edited by hand as well. So it
is only ever appended to, a mistake in one entry hides no other, and where it and the dossier
disagree the dossier counts.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reader import storage
from reader.dossiers import glossary, paths, yaml_tree
from reader.dossiers.glossary import Glossary
from reader.dossiers.validation import Findings, is_slug
from reader.dossiers.yaml_tree import List, Node, Scalar
from reader.errors import ReaderError
from reader.language import text_files
from reader.language.messages import N_
from reader.model import Dossier, Entry, Problem, Term

_PATIENCE = 0.5
"""Seconds to wait for another program that has the file locked and shows no sign of life."""

_ITEM = re.compile(r"^ *- ", re.MULTILINE)


def read(dossier: Dossier) -> Glossary:
    """Parse the reader's entries for ``dossier``; broken ones become problems."""
    return _read(paths.user_glossary(dossier.id), _without_own(dossier))


def merged(dossier: Dossier) -> Dossier:
    """Return the dossier with the reader's entries, parsed now, after its own ones."""
    found = read(dossier)
    entries = (*_without_own(dossier).entries, *found.entries)
    return dossier._replace(entries=entries, problems=dossier.problems + found.problems)


def objections(dossier: Dossier, entry: Entry) -> dict[str, Problem]:
    """Validate a new entry; return what is wrong by field, empty if nothing is.

    A field is ``id``, or ``terms/`` and a language. The problems have no path: nothing has been
    written yet.
    """
    found: dict[str, Problem] = {}

    def reject(field: str, message: str, **values: str) -> None:
        found.setdefault(field, Problem("", 0, 0, message, MappingProxyType(values)))

    if not is_slug(entry.id):
        reject(
            "id",
            N_("An id has small Latin letters, digits and hyphens, as in middle-corridor."),
        )
    elif dossier.entry(entry.id):
        reject(
            "id", N_("There is already an entry with the id “{id}”. Choose another."), id=entry.id
        )
    terms = glossary.Terms(dossier.entries)
    for language, named in entry.terms.items():
        for term in named:
            if not any(c.isalnum() for c in term.text):
                reject(
                    f"terms/{language}",
                    N_("The term “{term}” has no letter and no digit."),
                    term=term.text,
                )
            elif glossary.is_too_long(term.text):
                reject(
                    f"terms/{language}",
                    N_("The term “{term}” has more than {most} words."),
                    term=term.text,
                    most=str(glossary.MOST_WORDS),
                )
            elif other := terms.entry(term, language):
                reject(
                    f"terms/{language}",
                    N_("The term “{term}” is already in the entry “{id}”. Leave it out here."),
                    term=term.text,
                    id=other.id,
                )
    return found


def add(dossier: Dossier, entry: Entry) -> Dossier:
    """Append ``entry`` to the reader's glossary; return the dossier with all of it.

    Raises :class:`ReaderError` where the entry is invalid or the file cannot be written;
    then the file is as it was.
    """
    path = paths.user_glossary(dossier.id)
    try:
        with storage.alone(path, _PATIENCE, long=True):
            now = merged(dossier._replace(problems=()))
            if wrong := objections(now, entry):
                raise ReaderError(*(p._replace(path=str(path)) for p in wrong.values()))
            data = _appended(path, entry, _without_own(dossier))
            storage.write_atomically(path, data, mode=storage.PRIVATE)
    except BlockingIOError as error:
        raise ReaderError.at(
            path, N_("Another program is writing this file. Try again when it is done.")
        ) from error
    except OSError as error:
        raise ReaderError.at(
            path,
            N_("This file cannot be written: {reason}."),
            reason=error.strerror or str(error),
        ) from error
    now = merged(dossier._replace(problems=()))
    return now._replace(problems=dossier.problems)


def _without_own(dossier: Dossier) -> Dossier:
    return dossier._replace(entries=tuple(e for e in dossier.entries if not e.own))


def _read(path: Path, dossier: Dossier) -> Glossary:
    try:
        text = yaml_tree.read_text(path)
    except ReaderError as error:
        return Glossary() if _missing(path) else Glossary(problems=error.problems)
    return _parsed(text, path, dossier)


def _missing(path: Path) -> bool:
    try:
        return not path.exists() and not path.is_symlink()
    except (OSError, RuntimeError):
        return False


def _parsed(text: str, path: Path, dossier: Dossier) -> Glossary:
    findings = Findings(path)
    found = glossary.of_nodes(
        _items(text, path, findings), findings, known=dossier.entries, own=True
    )
    return found._replace(problems=tuple(findings.problems))


def _items(text: str, path: Path, findings: Findings) -> list[Node]:
    """Parse the items of the file's list; of invalid YAML, each item by itself."""
    try:
        return _list(yaml_tree.parse(text, path), findings)
    except ReaderError as error:
        starts = [match.start() for match in _ITEM.finditer(text)]
        indent = min((text.index("-", start) - start for start in starts), default=0)
        starts = [start for start in starts if text.index("-", start) - start == indent]
        if len(starts) < 2:
            findings.problems += error.problems
            return []
    items: list[Node] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        try:
            tree = yaml_tree.parse(text[start:end], path, above=text.count("\n", 0, start))
            items += _list(tree, findings)
        except ReaderError as error:
            findings.problems += error.problems
    return items


def _list(tree: Node | None, findings: Findings) -> list[Node]:
    if tree is None:
        return []
    if isinstance(tree, List):
        return list(tree.items)
    findings.warning(tree, N_("A glossary is a list of entries, each with id, kind and terms."))
    return []


def _appended(path: Path, entry: Entry, dossier: Dossier) -> bytes:
    """Return the file's bytes with ``entry`` at their end, the rest unchanged.

    Raises :class:`ReaderError` where it would not be read as the last entry, with all others as
    they are now.
    """
    data = b"" if _missing(path) else yaml_tree.read_bytes(path)
    text = yaml_tree.decode(data, path)
    lines = [_indent(text, path) + line for line in _yaml(entry).rstrip("\n").split("\n")]
    added = "\n".join([*_gap(text), *lines, ""])
    if "\r\n" in text:
        added = added.replace("\n", "\r\n")
    found, now = (_parsed(t, path, dossier) for t in (text, text + added))
    ids = [other.id for other in now.entries]
    if ids[-1:] != [entry.id] or now.entries[:-1] != found.entries:
        at = _obstacle(text, path) or _obstacle(text + added, path) or Scalar(1, 1, "", True)
        raise ReaderError.at(
            path,
            N_(
                "Nothing can be added at the end of this file: it is not a list with “- ” before"
                " each entry. Correct it, or move it away."
            ),
            line=at.line,
            column=at.column,
        )
    if len(data) + len(added.encode()) > text_files.LARGEST_YAML:
        raise ReaderError.at(
            path, text_files.YAML_MESSAGES.too_large, limit=str(text_files.LARGEST_YAML // 2**20)
        )
    return data + added.encode()


def _gap(text: str) -> list[str]:
    """Return what an empty line before another entry takes."""
    if not text:
        return []
    breaks = len(text) - len(text.rstrip("\r\n"))
    ended = text[-breaks:].count("\n") if breaks else 0
    return [""] * max(0, 2 - ended)


def _obstacle(text: str, path: Path) -> Problem | Node | None:
    """Return where a text is not YAML, or what it has in place of a list."""
    try:
        tree = yaml_tree.parse(text, path)
    except ReaderError as error:
        return error.problems[0]
    return None if isinstance(tree, List) else tree


def _indent(text: str, path: Path) -> str:
    """Return the indentation of the list's items."""
    try:
        tree = yaml_tree.parse(text, path)
    except ReaderError:
        return min((match[0] for match in _ITEM.finditer(text)), key=len, default="- ")[:-2]
    return " " * (tree.column - 1) if isinstance(tree, List) else ""


def _yaml(entry: Entry) -> str:
    """Dump ``entry`` as an item of the list, as one would write it by hand."""
    import yaml

    fields: dict[str, Any] = {
        "id": entry.id,
        "kind": entry.kind,
        "terms": {
            language: [_term(term) for term in terms] for language, terms in entry.terms.items()
        },
    }
    if entry.definition:
        fields["definition"] = entry.definition
    if entry.related:
        fields["related"] = list(entry.related)
    if entry.source:
        fields["source"] = list(entry.source)
    dumped: str = yaml.safe_dump([fields], allow_unicode=True, sort_keys=False, width=96)
    return dumped


def _term(term: Term) -> str | dict[str, Any]:
    if term == Term(term.text):
        return term.text
    fields: dict[str, Any] = {"text": term.text}
    if term.type != "full":
        fields["type"] = term.type
    if term.case != "free":
        fields["case"] = term.case
    beside = {"not_before": list(term.not_before), "not_after": list(term.not_after)}
    listed = {key: words for key, words in beside.items() if words}
    if term.after_full:
        fields["after_full"] = listed or True
    else:
        fields.update(listed)
    if term.of:
        fields["of"] = term.of[0] if len(term.of) == 1 else list(term.of)
    if term.alone:
        fields["alone"] = True
    if term.gap:
        fields["gap"] = term.gap
    return fields
