"""The words of facts: a file of classes, values and forms for each language.

A line is ``class value form form …``. A form ``stem+NAME`` has each of the endings of the line
``@NAME ending ending …``, in which ``_`` is not an ending; a form is lower-case, without ё. One word may
stand under several classes: the class that is named last is the one it has.
A form with ``_`` between its words is a phrase.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.terms.languages import word_files

Value = str | int | float
Words = dict[str, tuple[str, Value]]
"""Each form with its class and value."""


def read(folder: Path, names: Iterable[str]) -> Words:
    """Read word files; a later one has the last word on a form."""
    words: Words = {}
    for name in names:
        rows = word_files.groups(folder, name)
        endings = {row[0][1:]: row[1:] for row in rows if row[0].startswith("@")}
        for row in rows:
            if row[0].startswith("@"):
                continue
            value = _value(row[1])
            for form in row[2:]:
                for each in _expanded(form, endings):
                    words[each] = (row[0], value)
    return words


def _expanded(form: str, endings: dict[str, tuple[str, ...]]) -> Iterator[str]:
    stem, plus, name = form.partition("+")
    if not plus or not stem:
        yield form
        return
    name, joined, rest = name.partition("_")
    for ending in endings[name]:
        yield stem + ("" if ending == "_" else ending) + joined + rest


def _value(text: str) -> Value:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text
