"""What an index that is shipped has besides its documents: verdicts, which a start would have to find."""

from __future__ import annotations

import contextlib
from pathlib import Path

from reader.library import indexing, kept_verdicts, verifying_process
from reader.library.collection import Collection
from reader.library.index import Index
from reader.library.indexed import IndexedDossier, OwnEntries
from reader.library.packing import pack
from reader.library.verification import subject
from reader.terms.factory import matcher


def add_verdicts(root: Path, path: Path) -> None:
    """Write what is found of every document's claims, in each language, into the index in ``path``.

    Raises ``ImportError`` without the dictionary that forms of terms are made by, and
    ``sqlite3.Error`` where it cannot be written.
    """
    index = Index.open(path, frozen=True)
    if index is None:
        return
    with contextlib.closing(index):
        collection = Collection(root)
        # Without the entries of whoever builds it.
        collection.replace_dossier(IndexedDossier(index, root, OwnEntries()))
        found = matcher(collection.source.entries, cache=False)
        rows = []
        for language in collection.languages:
            for key in collection.document_keys():
                if (each := subject(collection, key, language)) is not None:
                    verdicts = verifying_process.verify(each, found)
                    rows.append((key, language, each.made_of, pack(verdicts)))
    indexing.add_rows(path, kept_verdicts.INSERT, rows)
