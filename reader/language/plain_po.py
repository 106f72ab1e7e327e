"""Parse PO files as the usual tools write them, without importing Babel.

What is unusual in a file, and what is wrong with it, is left to :mod:`reader.language.po`:
the result is what that module and :mod:`gettext` make of the same file, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from gettext import c2py
from pathlib import Path
from typing import NamedTuple

from reader.language import text_files
from reader.language.messages import N_
from reader.language.text_files import FileMessages

Key = str | tuple[str, int]

LARGEST = 16 * 2**20
"""Bytes. A catalog of a hundred thousand messages is smaller."""

_FILE_MESSAGES = FileMessages(
    missing=N_("There is no such file. Check its name."),
    not_a_file=N_("This is not a file. A catalog is expected here."),
    too_large=N_("This catalog is larger than {limit} MB and is not read. Divide it."),
    unreadable=N_("This catalog cannot be read ({reason})."),
    not_utf8=N_("This catalog is not in UTF-8. Convert it with msgconv -t UTF-8."),
)


class _UnusualError(Exception):
    """The file is to be read by the strict reader."""


class PlainCatalog(NamedTuple):
    """Messages as ``gettext.GNUTranslations`` keeps them, and the plural rule."""

    messages: Mapping[Key, str]
    plural: Callable[[int], int]


MOST_PLURALS = 8
_STRINGS = r'".*"\n(?:".*"\n)*'
"""Quoted lines. What lies between the first quote and the last is looked at afterwards."""

_ENTRY = re.compile(
    rf"""
    (?P<comments>(?:\#(?!~).*\n|\n)*)
    (?:msgctxt\ (?P<context>{_STRINGS}))?
    msgid\ (?P<id>{_STRINGS})
    (?:
        msgstr\ (?P<text>{_STRINGS})
        |msgid_plural\ (?P<plural>{_STRINGS})
        (?P<forms>(?:msgstr\[\d\]\ {_STRINGS})+)
    )
    """,
    re.VERBOSE,
)
_FORM = r"msgstr\[(\d)\] ((?:\".*\"\n)+)"
_EXACT = r'(?:"(?:[^"\\\n]|\\[\\trn"])*"\n)+'
_ESCAPES = {"\\": "\\", "t": "\t", "r": "\r", "n": "\n", '"': '"'}
_FIELD = r"([A-Za-z][A-Za-z-]*): ?([^\x00-\x1f\x7f-\x9f\u2028\u2029]*)\n"
_PLURAL_FORMS = r" *nplurals=(\d+); *plural=([^;]+);? *"
_LANGUAGE = r"(?:[a-z]{2,3}(?:[_-][A-Z][a-z]{3})?(?:[_-][A-Z]{2})?)?"
_DATE = r"\d{4}-\d\d-\d\d \d\d:\d\d(?:[+-]\d{4})?"


def read_text(path: Path) -> str:
    """Read the text of a PO file, plain or not. Raises :class:`ReaderError`."""
    return text_files.read_text(path, LARGEST, _FILE_MESSAGES)


def parse(text: str) -> PlainCatalog | None:
    """Parse the text of a PO file; return ``None`` where it is not plain enough."""
    try:
        return _parse(text)
    except _UnusualError:
        return None


def _parse(text: str) -> PlainCatalog:
    if any(odd in text for odd in "\0\x04\r"):  # gettext's own separators; other line ends
        raise _UnusualError
    if not text.endswith("\n"):
        text += "\n"
    header = _ENTRY.match(text)
    if header is None or header["id"] != '""\n' or header["context"] or not header["text"]:
        raise _UnusualError
    count, plural = _rule(_unquoted(header["text"]))
    messages: dict[Key, str] = {}
    seen: set[str] = set()
    at = header.end()
    while entry := _ENTRY.match(text, at):
        at = entry.end()
        comments, context, id, single, other, forms = entry.groups()
        key = own = _unquoted(id)
        if context is not None:
            key = f"{_unquoted(context)}\x04{own}"
        if not own or key[0] == "\x04" or key in seen:
            raise _UnusualError
        seen.add(key)
        fuzzy = "fuzzy" in comments and _is_fuzzy(comments)
        if single is not None:
            if (translated := _unquoted(single)) and not fuzzy:
                messages[key] = translated
            continue
        pairs = re.findall(_FORM, forms)
        found = {int(number): _unquoted(form) for number, form in pairs}
        if max(found) >= count or len(found) < len(pairs):
            raise _UnusualError
        ids = (own, _unquoted(other))
        if not fuzzy:
            for number in range(count):
                messages[key, number] = found.get(number) or ids[min(number, 1)]
    _check_obsolete(text[at:])
    return PlainCatalog(messages, plural)


def _check_obsolete(rest: str) -> None:
    """Check that the rest of a file is nothing but whole obsolete messages."""
    if not rest.strip("\n"):
        return
    lines = rest.split("\n")
    if not all(line.startswith("#") or not line for line in lines):
        raise _UnusualError
    # The same form as any other message, behind the mark of one that is gone.
    text = "\n".join(
        line[3:] if line.startswith(("#~ m", '#~ "')) else "#" if line.startswith("#~|") else line
        for line in lines
    )
    at = 0
    while entry := _ENTRY.match(text, at):
        at = entry.end()
        for strings in (entry["context"], entry["id"], entry["text"], entry["plural"]):
            _unquoted(strings or '""\n')
        for _number, strings in re.findall(_FORM, entry["forms"] or ""):
            _unquoted(strings)
    if text[at:].strip("\n"):
        raise _UnusualError


def _unquoted(strings: str) -> str:
    """Join quoted lines, the last of which ends with a line break too."""
    text = strings[1:-2].replace('"\n"', "")
    if '"' not in text and "\\" not in text:
        return text
    if not re.fullmatch(_EXACT, strings):
        raise _UnusualError
    return re.sub(r"\\(.)", lambda match: _ESCAPES[match[1]], text)


def _is_fuzzy(comments: str) -> bool:
    return any(
        flag.strip() == "fuzzy"
        for line in comments.split("\n")
        if line.startswith("#,")
        for flag in line[2:].split(",")
    )


def _rule(header: str) -> tuple[int, Callable[[int], int]]:
    """Parse the number of plural forms and the rule that chooses one.

    A header without a rule has none, which is enough for messages without a plural.
    """
    pairs = re.findall(_FIELD, header)
    fields = {name.lower(): value for name, value in pairs}
    forms = re.fullmatch(_PLURAL_FORMS, fields.get("plural-forms", "nplurals=0; plural=0;"))
    dates = (fields.get("pot-creation-date"), fields.get("po-revision-date"))
    if (
        len(fields) != len(pairs)
        or any(value != value.strip() for value in fields.values())
        or re.sub(_FIELD, "", header)
        or forms is None
        or int(forms[1]) > MOST_PLURALS
        or fields.get("content-type", "").lower() != "text/plain; charset=utf-8"
        or not re.fullmatch(_LANGUAGE, fields.get("language", ""))
        or not all(date is None or _is_date(date) for date in dates)
    ):
        raise _UnusualError
    try:
        return int(forms[1]), c2py(forms[2])
    except (ValueError, RecursionError):
        raise _UnusualError from None


def _is_date(value: str) -> bool:
    if not re.fullmatch(_DATE, value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
