"""What bytes are: told by what they begin with, then by the name of their file."""

from __future__ import annotations

import re
from pathlib import PurePath

from reader.articles.taken import Format

_ZIP = b"PK\x03\x04"
_HEAD = 2**14
"""Bytes in which the names of the first files of an archive, or a page's beginning, are looked for."""

# Strings, which re compiles and caches at their first use.
_TAGS = "html|head|body|title|meta|link|script|style|div|article|section|main|base|header|nav|table|center|font"
_PAGE = (
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*"
    rb"<(?:!doctype\s+html|(?:%s)\b[^<>]*>)" % _TAGS.encode()
)
MAIL_SEPARATOR = rb"(?:\A|\n\r?\n)From [^\r\n]{3,200}\d{4}[^\r\n]{0,20}\r?\n"
"""The line before each message of a folder of mail."""

_HEADER = rb"(?:[!-9;-~]{1,70}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}(?:\r?\n|\Z)"
_SURE = rb"(?im)^(?:mime-version|received|message-id|content-transfer-encoding|return-path|delivered-to):"

_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind(data: bytes, name: str) -> Format | None:
    """Return what bytes are; ``None`` for an archive that holds no text which is read here."""
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(_ZIP):
        return _zipped(data)
    suffix = PurePath(name).suffix.lower()
    if suffix in (".eml", ".mbox", ".mbx") or is_mail(data):
        return "mail"
    is_markdown = suffix in (".md", ".markdown", ".mdown")
    if is_page(data[:_HEAD], whole=is_markdown):
        return "html"
    if suffix in (".html", ".htm", ".xhtml", ".shtml", ".mhtml") and b"<" in data[:_HEAD]:
        return "html"
    return "markdown" if is_markdown else "text"


def is_mail(data: bytes) -> bool:
    """Tell whether bytes are a message, or several, by their beginning."""
    head = data[: 2**14]
    if re.match(MAIL_SEPARATOR, head) and re.search(rb"^(?:from|date|subject):", head, re.I | re.M):
        return True
    match = re.match(_HEADER, head)
    return match is not None and re.search(_SURE, match[0]) is not None


def is_page(head: bytes, *, whole: bool = False) -> bool:
    """Tell whether a text begins as a web page does; with ``whole``, as none but a whole page does."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if b"\0" in head[:64]:  # UTF-16
        head = head.replace(b"\0", b"")
    if head.lstrip()[:1] != b"<":
        return False
    match = re.match(_PAGE, head, re.IGNORECASE)
    return match is not None and (
        not whole or match[0].lower().lstrip().endswith((b"html", b"html>"))
    )


def _zipped(data: bytes) -> Format | None:
    head = data[:_HEAD]
    if b"mimetypeapplication/epub+zip" in head:
        return "epub"
    if b"word/" in head or b"word/document.xml" in data[-(2**16) :]:
        return "docx"
    return "epub" if b"META-INF/container.xml" in data[-(2**16) :] and b".opf" in data else None
