"""The reader's own entries for a dossier: a glossary file in the data folder.

The file is plain YAML in the format of ``glossary.yaml``, to be edited by hand as well. So an
entry is added at its end, or changed in its own lines alone (``user_glossary_text.py``), a mistake
in one entry hides no other, and where it and the dossier disagree the dossier counts.
"""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType

from reader import locks, saving
from reader.dossiers import glossary, glossary_terms, paths, user_glossary_text, yaml_tree
from reader.dossiers.glossary import Glossary
from reader.dossiers.known_terms import KnownTerms
from reader.dossiers.user_glossary_text import Written, indent, starts, yaml_of
from reader.dossiers.validation import Findings, is_slug
from reader.dossiers.yaml_tree import List, Node, Scalar
from reader.errors import ReaderError
from reader.language import text_files
from reader.language.messages import N_
from reader.model import Dossier, Entry, Problem

_PATIENCE = 0.5
"""Seconds to wait for another program that has the file locked and shows no sign of life."""

_CHANGED = N_(
    "The entry “{id}” was changed here meanwhile, so nothing was written. Look at it again first."
)
_UNCHANGEABLE = N_(
    "The entry “{id}” cannot be changed by the program, which can’t tell its lines from those of"
    " others. Change it in this file."
)


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
    terms = KnownTerms(dossier.entries)
    for language, named in entry.terms.items():
        for term in named:
            if not any(c.isalnum() for c in term.text):
                reject(
                    f"terms/{language}",
                    N_("The term “{term}” has no letter and no digit."),
                    term=term.text,
                )
            elif glossary_terms.is_too_long(term.text):
                reject(
                    f"terms/{language}",
                    N_("The term “{term}” has more than {most} words."),
                    term=term.text,
                    most=str(glossary_terms.MOST_WORDS),
                )
            elif other := terms.entry(term, language):
                reject(
                    f"terms/{language}",
                    N_("The term “{term}” is already in the entry “{id}”. Leave it out here."),
                    term=term.text,
                    id=other.id,
                )
    return found


def written(dossier: Dossier, id: str) -> Written | None:
    """Return an own entry with its lines in the file; ``None`` where it is not there now.

    Raises :class:`ReaderError` where the file cannot be read, or its lines can't be told.
    """
    path = paths.user_glossary(dossier.id)
    if _missing(path):
        return None
    text = yaml_tree.read_text(path)
    entry = _entry(_parsed(text, path, _without_own(dossier)), id)
    found = user_glossary_text.find(text, path, id)
    if entry is None:
        return None
    if found is None:
        raise ReaderError.at(path, _UNCHANGEABLE, id=id)
    return found._replace(entry=entry)


def add(dossier: Dossier, entry: Entry) -> Dossier:
    """Append ``entry`` to the reader's glossary; return the dossier with all of it.

    Raises :class:`ReaderError` where the entry is invalid or the file cannot be written;
    then the file is as it was.
    """
    return replace(dossier, None, Written(entry))


def replace(dossier: Dossier, before: Written | None, after: Written | None) -> Dossier:
    """Put ``after`` in the place of ``before``, or add or remove; return the dossier with it.

    Whatever else is in the file stays as it is, to the byte. An entry that is added stands at its
    own line if it has one, else at the end. Raises :class:`ReaderError` where ``before`` is not
    there as it was, ``after`` is invalid or the file cannot be written; then it is as it was.
    """
    path = paths.user_glossary(dossier.id)
    try:
        with locks.alone(path, _PATIENCE, long=True):
            now = merged(dossier._replace(problems=()))
            if after is not None:
                old = before.entry.id if before is not None else None
                others = tuple(e for e in now.entries if not (e.own and e.id == old))
                if wrong := objections(now._replace(entries=others), after.entry):
                    raise ReaderError(*(p._replace(path=str(path)) for p in wrong.values()))
            known = _without_own(dossier)
            if before is not None:
                data = _replaced(path, before, after, known)
            elif after is not None:
                data = _added(path, after, known)
            else:
                return now._replace(problems=dossier.problems)
            saving.write_atomically(path, data, mode=saving.PRIVATE)
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
        places = starts(text)
        if len(places) < 2:
            findings.problems += error.problems
            return []
    items: list[Node] = []
    for start, end in zip(places, [*places[1:], len(text)], strict=True):
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
    lines = [indent(text, path) + line for line in yaml_of(entry).rstrip("\n").split("\n")]
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
    return _fitting(path, data + added.encode())


def _fitting(path: Path, data: bytes) -> bytes:
    if len(data) > text_files.LARGEST_YAML:
        raise ReaderError.at(
            path, text_files.YAML_MESSAGES.too_large, limit=str(text_files.LARGEST_YAML // 2**20)
        )
    return data


def _replaced(path: Path, before: Written, after: Written | None, dossier: Dossier) -> bytes:
    """Return the file's bytes with the lines of one entry changed, the rest as it is.

    Raises :class:`ReaderError` where ``before`` is not there as it was, or where what comes of it
    would not be read as ``after``, with all others as they are now.
    """
    id = before.entry.id
    data = b"" if _missing(path) else yaml_tree.read_bytes(path)
    text = yaml_tree.decode(data, path)
    here = user_glossary_text.find(text, path, id)
    if here is None or (before.text and before.text != here.text):
        raise ReaderError.at(path, _CHANGED, id=id)
    lines = (after.text or user_glossary_text.edited(before, after.entry)) if after else ""
    changed = user_glossary_text.with_lines(text, here, lines)
    found, now = (_parsed(t, path, dossier) for t in (text, changed))
    if not _as_expected(found, now, id, after.entry if after else None):
        raise ReaderError.at(path, _UNCHANGEABLE, line=here.line + 1, id=id)
    return _fitting(path, _encoded(changed, data))


def _added(path: Path, written: Written, dossier: Dossier) -> bytes:
    """Return the file's bytes with an entry at its line, or else at their end."""
    if written.text and not _missing(path):
        data = yaml_tree.read_bytes(path)
        text = yaml_tree.decode(data, path)
        changed = user_glossary_text.with_lines(text, written._replace(text=""), written.text)
        found, now = (_parsed(t, path, dossier) for t in (text, changed))
        if _as_expected(found, now, written.entry.id, written.entry):
            return _fitting(path, _encoded(changed, data))
    return _appended(path, written.entry, dossier)


def _encoded(text: str, data: bytes) -> bytes:
    """Encode a text as the bytes that it was decoded from were."""
    return (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + text.encode()


def _entry(glossary: Glossary, id: str) -> Entry | None:
    return next((entry for entry in glossary.entries if entry.id == id), None)


def _as_expected(found: Glossary, now: Glossary, id: str, own: Entry | None) -> bool:
    """Tell whether an entry is ``own`` now or gone, and every other one as it was found.

    Others may lose or get back that they are related to it.
    """
    ids = {id, own.id if own is not None else id}

    def others(glossary: Glossary) -> list[Entry]:
        return [
            entry._replace(related=tuple(other for other in entry.related if other not in ids))
            for entry in glossary.entries
            if entry.id not in ids
        ]

    entries = [entry for entry in now.entries if entry.id in ids]
    wanted = [] if own is None else [(own.id, own.kind, own.terms, own.definition)]
    written = [(e.id, e.kind, e.terms, e.definition) for e in entries]
    return written == wanted and others(found) == others(now)


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
