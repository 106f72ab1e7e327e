"""Summaries of the reader's own: drafts that they edit, and those that they have accepted.

A draft is edited as a file of YAML under XDG state, named by what the article says: it stays there
until it is accepted or thrown away, however the editor or the program ends. An accepted summary is
kept in the article's own file where that is in the library; else in a file under XDG data.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING

from reader import saving, storage
from reader.dossiers import documents, own_article, own_places, yaml_tree
from reader.errors import ReaderError
from reader.language.messages import N_, _
from reader.language.sanitize import sanitize_line
from reader.library import texts
from reader.model import Document, Problem, Summary

if TYPE_CHECKING:
    from reader.library.collection import Collection

_NO_PLACE = N_("Your summary can’t be kept ({reason}). What you have written is in {file}.")
_BUSY = N_(
    "Another program is changing your articles. What you have written is in {file}: keep it when"
    " that program has ended."
)


def may_edit(collection: Collection, key: str) -> bool:
    """Tell whether the summary of an article is the reader's to edit, and not the dossier's."""
    document = collection.document(key, "")
    summary = document.summary
    return summary is None or summary.draft is not None or not collection.is_document(key)


# While it is being edited.


def edited_path(document: Document) -> Path:
    """Return the file in which a summary of an article is edited, or would be."""
    return own_places.drafts() / f"{texts.fingerprint(document)}{own_places.SUFFIX}"


def is_begun(document: Document) -> bool:
    """Tell whether a summary of an article was edited and neither kept nor thrown away."""
    return storage.exists(edited_path(document))


def begin(document: Document, summary: Summary) -> Path:
    """Write a summary to be edited, and return its file; what was begun before stays as it is.

    Raises :class:`ReaderError` where it can't be written.
    """
    path = edited_path(document)
    if not storage.exists(path):
        try:
            saving.write_atomically(path, _written(document, summary), mode=saving.PRIVATE)
        except OSError as error:
            raise _unwritable(error, path) from None
    return path


def _written(document: Document, summary: Summary) -> str:
    """Return the YAML of a summary, with what it is about and the paragraphs as comments."""
    head = [
        _("A summary of “{title}”").format(title=document.title),
        _("Change what you like, save and close the editor; you are asked before it is kept."),
        _("“cites” names the paragraphs that say it. They stand below."),
    ]
    body = own_article.dump(own_article.summary_tree(summary._replace(accepted=None))).decode()
    paragraphs = [f"{p.id}: {p.text}" for p in texts.shown(document, document.language).paragraphs]
    return f"{_comments(head)}\n{body}\n{_comments(paragraphs)}"


def _comments(lines: list[str]) -> str:
    from reader.language.cells import wrap

    found = [part for line in lines for part in wrap(sanitize_line(line), 94, "")]
    return "".join(f"# {line}\n" for line in found)


def read(
    path: Path, document: Document, entries: Container[str] | None = None
) -> tuple[Summary | None, tuple[Problem, ...]]:
    """Read a summary that was edited; ``None`` where its problems don't let it be one.

    ``entries`` are the ids of the glossary, without which any is taken.
    """
    try:
        tree = yaml_tree.read(path)
    except ReaderError as error:
        return None, error.problems
    known = {p.id for text in document.texts for p in text.paragraphs}
    return documents.parsed_summary(tree, path, known, documents.References(entries, None))


def discard(document: Document) -> None:
    """Throw away what was being edited. Raises :class:`ReaderError` where it can't be."""
    path = edited_path(document)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _unwritable(error, path) from None


# Once it is accepted.


def accepted(document: Document) -> tuple[Summary | None, tuple[Problem, ...]]:
    """Return the summary that the reader has accepted of an article that isn't in the library."""
    path = _kept_path(document)
    if not storage.exists(path):
        return None, ()
    return read(path, document)


def accept(collection: Collection, key: str, summary: Summary) -> Summary:
    """Keep a summary as the reader's own, with the time; return it as it is shown from now on.

    What was being edited is done with. Raises :class:`ReaderError` where it can't be kept; then
    what was written is where it was.
    """
    made = write(collection, key, summary)
    show(collection, key, made)
    return made


def write(collection: Collection, key: str, summary: Summary) -> Summary:
    """Do what :func:`accept` does for the files, and show nothing yet; return what is kept.

    It takes the time of another program that is changing the library.
    """
    document = collection.document(key, "")
    made = summary._replace(draft=None, accepted=own_article.now())
    try:
        if own_places.is_own(key):
            _put_in_library(collection, key, made)
        else:
            data = own_article.dump(own_article.summary_tree(made))
            saving.write_atomically(_kept_path(document), data, mode=saving.PRIVATE)
    except BlockingIOError:
        raise ReaderError.at("", _BUSY, file=storage.short_name(edited_path(document))) from None
    except OSError as error:
        raise _unwritable(error, edited_path(document)) from None
    # It is only a file too many.
    with contextlib.suppress(ReaderError):
        discard(document)
    return made


def show(collection: Collection, key: str, made: Summary) -> None:
    """Show a summary that was written from now on."""
    if own_places.is_own(key):
        collection.replace_own(collection.own.reopened())
    collection.put_summary(key, made)


def _kept_path(document: Document) -> Path:
    return own_places.summaries() / f"{texts.fingerprint(document)}{own_places.SUFFIX}"


def _put_in_library(collection: Collection, key: str, summary: Summary) -> None:
    """Write a summary into the file of an own article. Raises ``OSError`` or :class:`ReaderError`."""
    from reader.library.own import importing, writing
    from reader.library.packing import IndexDamagedError

    path = collection.path(key)
    if path is None:
        raise FileNotFoundError(key)
    with importing.alone():
        article, problems = own_article.read(path, key)
        if article is None:
            raise ReaderError(*problems)
        document = article.document._replace(summary=summary)
        data = own_article.dumped(article._replace(document=document), str(path))
        saving.write_atomically(path, data, mode=saving.PRIVATE)
    # It is brought up to date when it is opened next, if it can't be now.
    with contextlib.suppress(OSError, sqlite3.Error, IndexDamagedError):
        writing.update(wait=False)


def _unwritable(error: OSError, path: Path) -> ReaderError:
    return ReaderError.at(
        storage.short_name(path),
        _NO_PLACE,
        reason=error.strerror or str(error),
        file=storage.short_name(path),
    )
