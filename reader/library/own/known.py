"""Whether an article is in the library already: by its text, its address, its file, its title."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from reader.dossiers.own_article import OwnArticle
from reader.library.own import similar
from reader.library.own.candidates import Candidate
from reader.library.own.own_index import OwnIndex


def known(
    candidate: Candidate, article: OwnArticle, index: OwnIndex, connection: sqlite3.Connection
) -> tuple[str, bool] | None:
    """Return the key of the article that this one is, and whether nothing in it is new."""
    signs = candidate.signs
    assert signs is not None
    for key in _with_sign(connection, signs.text):
        old = index.document(key)
        if old is not None and similar.is_same(article.document, old, "text"):
            return key, True
    ways: tuple[tuple[similar.How, int], ...] = (
        ("address", signs.address),
        ("file", signs.file),
        ("title", signs.title),
    )
    for how, sign in ways:
        for key in _with_sign(connection, sign):
            old = index.document(key)
            if old is not None and similar.is_same(article.document, old, how):
                return key, False
    for key in _with_sketch(connection, signs.sketch):
        old = index.document(key)
        if old is not None and similar.is_same(article.document, old, "sketch"):
            return key, False
    return None


def _with_sign(connection: sqlite3.Connection, sign: int) -> list[str]:
    if not sign:
        return []
    query = (
        "SELECT key FROM sign JOIN document ON document.id = sign.document"
        " WHERE sign = ? ORDER BY document.id"
    )
    return [str(key) for (key,) in connection.execute(query, (sign,))]


def _with_sketch(connection: sqlite3.Connection, sketch: Sequence[int]) -> list[str]:
    marks = ",".join("?" * len(sketch))
    query = (
        "SELECT key, count(*) AS shared FROM sign JOIN document"
        f" ON document.id = sign.document WHERE sign IN ({marks})"
        " GROUP BY document.id ORDER BY shared DESC LIMIT 5"
    )
    found = connection.execute(query, tuple(sketch)).fetchall()
    return [str(key) for key, shared in found if similar.alike(sketch, int(shared))]
