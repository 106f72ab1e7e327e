"""The words of an index by what they are forms of, so that a query needs no dictionary.

A dictionary is asked once for each word that the texts have. A lemma is stored as a number that is
made of it: it is only compared.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Container, Iterable
from itertools import product
from math import prod

from reader.language.words import fold
from reader.library.index import Index
from reader.terms import inflections
from reader.terms.tokens import BARE_WORD

_LONGEST = 40
"""Letters of a word that a dictionary is asked for."""
_MOST_FORMS = 500
"""Forms of a word with hyphens, all of whose parts may be inflected."""


def number_of(lemma: str) -> int:
    """Return what stands for a lemma in the index."""
    return int.from_bytes(hashlib.blake2b(lemma.encode(), digest_size=6).digest(), "big")


def add(connection: sqlite3.Connection, texts: Iterable[tuple[str, str]]) -> None:
    """Put the words of texts, each its language and its words in normal form, into the index."""
    by_language: dict[str, set[str]] = {}
    for language, text in texts:
        if not text.isascii():
            by_language.setdefault(language, set()).update(BARE_WORD.findall(text))
    for language, words in by_language.items():
        wanted = [word for word in words if not word.isascii() and len(word) <= _LONGEST]
        # One question for all of them: most are known.
        new = connection.execute(
            "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT word FROM form)",
            (json.dumps(wanted, ensure_ascii=False),),
        ).fetchall()
        for (word,) in new:
            lemmas = inflections.normal_forms(word, (language,))
            connection.executemany(
                "INSERT OR IGNORE INTO form VALUES (?, ?)",
                [(word, number_of(fold(lemma))) for lemma in lemmas],
            )


class Vocabulary:
    """What the words of an index are forms of, asked; ``languages`` are those of its texts."""

    def __init__(self, index: Index, languages: Container[str]) -> None:
        self._index = index
        self._languages = languages
        self._is_kept = bool(index.select("SELECT 1 FROM form LIMIT 1"))

    def forms(self, word: str) -> set[str]:
        """Return the forms of a word, normalized, the word itself among them.

        Of those that a dictionary knows only what stands in the texts. The dictionary is loaded
        for a word that no text has, or where the index was made without a vocabulary.
        """
        if not self._is_kept:
            return {*inflections.forms(word, self._languages)}
        found = {*inflections.forms(word, self._languages, by_dictionary=False)}
        folded = fold(word)
        if not folded.isascii():
            each = [self._of_word(part) for part in folded.split("-")]
            if prod(map(len, each)) <= _MOST_FORMS:
                found.update(map("-".join, product(*each)))
            else:
                found.update("-".join((*folded.split("-")[:-1], last)) for last in each[-1])
        return found

    def _of_word(self, word: str) -> list[str]:
        query = (
            "SELECT DISTINCT other.word FROM form JOIN form AS other ON other.lemma = form.lemma"
            " WHERE form.word = ?"
        )
        found = [str(form) for (form,) in self._index.select(query, word)]
        if not found:
            lemmas = inflections.normal_forms(word, self._languages)
            marks = ",".join("?" * len(lemmas))
            query = f"SELECT DISTINCT word FROM form WHERE lemma IN ({marks})"
            found = [str(form) for (form,) in self._index.select(query, *map(number_of, lemmas))]
        return [word, *(form for form in found if form != word)]
