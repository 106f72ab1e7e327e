"""Tables of terms: a column a language, named by its code in the first row; CSV or TSV.

A cell may hold several terms, between ``|`` or ``;``. Other columns, such as notes, are left out; one
that is called ``id`` has the entries' ids.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from reader.errors import ReaderError
from reader.language.messages import N_

_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_NAMED = {"english": "en", "russian": "ru", "ukrainian": "uk", "русский": "ru", "английский": "en"}
_DELIMITERS = ",;\t"
_MOST_COLUMNS = 200


def concepts(data: bytes, path: Path) -> Iterator[tuple[str, dict[str, list[str]]]]:
    """Yield the id and the terms by language of each row. Raises :class:`ReaderError`."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReaderError.at(path, N_("This table is not UTF-8. Save it as UTF-8.")) from None
    header = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = [name.strip().casefold() for name in next(rows, [])][:_MOST_COLUMNS]
        columns = {n: code for n, name in enumerate(names) if (code := _language(name))}
        if len(set(columns.values())) < 2:
            raise ReaderError.at(
                path,
                N_(
                    "The first row names no two languages. Name each column by its code, such as en, ru."
                ),
                line=1,
            )
        id_column = names.index("id") if "id" in names else -1
        for row in rows:
            terms: dict[str, list[str]] = {}
            for number, language in columns.items():
                cell = row[number] if number < len(row) else ""
                some = [" ".join(term.split()) for term in re.split(r"[|;]", cell)]
                terms.setdefault(language, []).extend(term for term in some if term)
            id = row[id_column].strip() if 0 <= id_column < len(row) else ""
            if any(terms.values()):
                yield id, terms
    except csv.Error as error:
        raise ReaderError.at(
            path, N_("This table cannot be read ({reason})."), line=rows.line_num, reason=str(error)
        ) from None


def _language(name: str) -> str:
    """Return the code of the language that a column is called by, or ``""``."""
    if name in _NAMED:
        return _NAMED[name]
    found = _CODE.fullmatch(name)
    return found[1] if found and name != "id" else ""
