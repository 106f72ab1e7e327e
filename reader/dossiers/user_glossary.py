"""The reader's own entries for a dossier: a glossary file in the data folder.

The file is plain YAML in the format of ``glossary.yaml``, to be edited by hand as well. So it
is only ever appended to, a mistake in one entry hides no other, and where it and the dossier
disagree the dossier counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reader import storage
from reader.dossiers import glossary, paths, yaml_tree
from reader.dossiers.glossary import Glossary
from reader.dossiers.validation import Findings, is_slug
from reader.dossiers.yaml_tree import List, Node
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.model import Dossier, Entry, Problem, Term

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
        reject("id", N_("There is an entry with the id “{id}”. Choose another."), id=entry.id)
    terms = glossary.Terms(dossier.entries)
    for language, named in entry.terms.items():
        for term in named:
            if not any(c.isalnum() for c in term.text):
                reject(
                    f"terms/{language}",
                    N_("The term “{term}” has no letter and no digit."),
                    term=term.text,
                )
            elif other := terms.entry(term, language):
                reject(
                    f"terms/{language}",
                    N_("The term “{term}” stands under the entry “{id}”. Leave it out here."),
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
        with _alone(path):
            now = merged(dossier._replace(problems=()))
            if wrong := objections(now, entry):
                raise ReaderError(*(p._replace(path=str(path)) for p in wrong.values()))
            target = path.resolve()  # a link to the file stays one
            text = _appended(path, entry, _without_own(dossier))
            storage.write_atomically(target, text)
    except (OSError, RuntimeError) as error:
        raise ReaderError.at(
            path,
            N_("This file cannot be written: {reason}."),
            reason=getattr(error, "strerror", None) or str(error),
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


def _appended(path: Path, entry: Entry, dossier: Dossier) -> str:
    """Return the file's text with ``entry`` at its end, the rest unchanged."""
    text = "" if _missing(path) else yaml_tree.read_text(path)
    indent = _indent(text, path)
    block = "".join(f"{indent}{line}\n" for line in _yaml(entry).splitlines())
    gap = "" if not text or text.endswith("\n\n") else "\n" if text.endswith("\n") else "\n\n"
    after = f"{text}{gap}{block}"
    before, now = (_parsed(t, path, dossier).entries for t in (text, after))
    if now[:-1] != before or now[-1].id != entry.id:
        raise ReaderError.at(
            path,
            N_(
                "Nothing can be added at the end of this file: it is not a list with “- ” before"
                " each entry. Correct it, or move it away."
            ),
        )
    return after


def _indent(text: str, path: Path) -> str:
    """Return the indentation of the list's items."""
    try:
        tree = yaml_tree.parse(text, path)
    except ReaderError:
        return ""
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
    return fields


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Lock the file against every other process that would write it."""
    import fcntl

    path.parent.mkdir(parents=True, exist_ok=True)
    with (path.parent / f".{path.name}.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
