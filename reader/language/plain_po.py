"""Parse PO files as the usual tools write them, as quickly as a start needs it.

What is unusual in a file, and what is wrong with it, is left to :mod:`reader.language.po_parser`:
the result is what that module makes of the same file, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.language import plurals
from reader.language.blank import is_blank
from reader.language.catalog_messages import CatalogMessages, Key


class _UnusualError(Exception):
    """The file is to be read by the whole parser."""


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
_EXACT = r'(?:"(?:[^"\\\n]|\\[\\trn"])*+"\n)++'
_ESCAPES = {"\\": "\\", "t": "\t", "r": "\r", "n": "\n", '"': '"'}


def parse(text: str, language: str) -> CatalogMessages | None:
    """Parse the text of a PO file; return ``None`` where it is not plain enough."""
    try:
        return _parse(text, language)
    except _UnusualError:
        return None


def _parse(text: str, language: str) -> CatalogMessages:
    if any(odd in text for odd in "\0\x04\r\f\v"):  # gettext's separators; other white space
        raise _UnusualError
    if not text.endswith("\n"):
        text += "\n"
    entry = _ENTRY.match(text)
    if entry is None or entry["id"] != '""\n' or entry["context"] or not entry["text"]:
        raise _UnusualError
    header = _unquoted(entry["text"])
    if "charset=utf-8\n" not in header.lower():
        raise _UnusualError
    messages: dict[Key, str] = {}
    seen: set[str] = set()
    at = entry.end()
    while entry := _ENTRY.match(text, at):
        at = entry.end()
        comments, context, id, single, other, forms = entry.groups()
        key = own = _unquoted(id)
        if context is not None:
            key = f"{_unquoted(context)}\x04{own}"
        if not own or key in seen:
            raise _UnusualError
        seen.add(key)
        if "#|" in comments:
            _check_previous(comments)
        fuzzy = "fuzzy" in comments and _is_fuzzy(comments)
        if single is None:
            _unquoted(other)
            texts = list(_forms(forms))
            if not fuzzy:
                messages |= {(key, n): form for n, form in enumerate(texts) if not is_blank(form)}
        elif not is_blank(translated := _unquoted(single)) and not fuzzy:
            messages[key] = translated
    _check_obsolete(text[at:])
    return CatalogMessages(messages, plurals.of_header(header, language))


def _forms(strings: str) -> Iterator[str]:
    """Yield the plural forms, which have to be in order."""
    for number, (index, form) in enumerate(re.findall(_FORM, strings)):
        if int(index) != number:
            raise _UnusualError
        yield _unquoted(form)


def _check_previous(comments: str) -> None:
    """Check that the previous texts among comments are keywords and quoted lines."""
    lines = [line[2:].lstrip(" ") for line in comments.split("\n") if line.startswith("#|")]
    text = "".join(f"{line}\n" for line in lines)
    for strings in re.findall(rf"(?:msgctxt|msgid|msgid_plural) ({_STRINGS})", text):
        _unquoted(strings)
    if re.sub(rf"(?:msgctxt|msgid|msgid_plural) {_STRINGS}", "", text):
        raise _UnusualError


def _check_obsolete(rest: str) -> None:
    """Check that the rest of a file is nothing but whole obsolete messages."""
    if not rest.strip("\n"):
        return
    lines = rest.split("\n")
    if not all(line.startswith("#") or not line for line in lines):
        raise _UnusualError
    # The same form as any other message, behind the mark of one that is gone.
    text = "\n".join(
        line[3:] if line.startswith(("#~ m", '#~ "')) else line.replace("#~|", "#|", 1)
        for line in lines
    )
    at = 0
    while entry := _ENTRY.match(text, at):
        at = entry.end()
        _check_previous(entry["comments"])
        for strings in (entry["context"], entry["id"], entry["text"], entry["plural"]):
            _unquoted(strings or '""\n')
        list(_forms(entry["forms"] or ""))
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
        "fuzzy" in re.split(r"[\s,]+", line[2:])
        for line in comments.split("\n")
        if line.startswith(("#,", "#!"))
    )
