"""Front matter: what a text says about itself above its first line.

YAML between lines of three hyphens (Jekyll, Hugo, Pandoc), TOML between ``+++`` or a JSON object
(Hugo), lines that begin with ``%`` (Pandoc), and headers such as those of mail.
"""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from collections.abc import Callable, Mapping
from typing import NamedTuple

from reader.language.addresses import is_web_address
from reader.language.sanitize import sanitize_line
from reader.model import Source

_TITLES = ("title", "subject", "тема", "заголовок")
_DATES = ("date", "published", "pubdate", "publishdate", "created", "дата")
_PUBLISHERS = ("publisher", "publication", "site", "site_name", "newspaper", "feed")
_AUTHORS = ("author", "authors", "byline", "creator", "from", "автор", "от")
_ADDRESSES = ("url", "link", "permalink", "canonical")
_MAIL = frozenset(
    [
        "from",
        "to",
        "subject",
        "date",
        "cc",
        "reply-to",
        "message-id",
        "sender",
        "newsgroups",
        "organization",
        "от",
        "кому",
        "тема",
        "дата",
        "отправлено",
        "копия",
    ]
)
_KNOWN = frozenset((*_TITLES, *_DATES, *_PUBLISHERS, *_AUTHORS, *_ADDRESSES, *_MAIL))
"""Keys by which headers without any mark around them are told from text."""

_FENCED = r"(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*(?:\n|\Z)"
_KEY = r"([^\W\d_][\w -]*?)[ \t]*:(?:[ \t]+(.*))?$"
_LONGEST_LINE = 2000
_MOST = 500
"""Characters of a title or a name."""


class FrontMatter(NamedTuple):
    """What front matter says; the text begins at ``end``."""

    end: int
    title: str | None
    source: Source


def read(head: str) -> FrontMatter | None:
    """Read the front matter of a text by its beginning; ``None`` where it has none."""
    head = head.replace("\r\n", " \n").replace("\r", "\n")  # as long as it was
    for find in (_fenced, _json, _pandoc, _headers):
        if (found := find(head)) is not None:
            end, fields = found
            return FrontMatter(end, _first(fields, _TITLES), _source(fields))
    return None


_Found = tuple[int, Mapping[str, object]]


def _fenced(head: str) -> _Found | None:
    match = re.match(_FENCED, head, re.DOTALL | re.MULTILINE)
    if match is None or max(map(len, match[2].split("\n"))) > _LONGEST_LINE:
        return None
    fields = (_yaml if match[1] == "---" else _toml)(match[2])
    return None if fields is None else (match.end(), _lowered(fields))


def _yaml(text: str) -> Mapping[str, object] | None:
    """Return the fields of YAML; where it is not valid, those of its plain lines."""
    import yaml

    lines = [line for line in text.split("\n") if line.strip()]
    plain = {match[1]: match[2] or "" for line in lines if (match := re.match(_KEY, line.rstrip()))}
    if lines and not plain:
        return None
    # Every value stays a text: a date is not converted, and “no” is a word.
    if not re.search(r"(?:^|[\s\[{,])[&*]\w", text):
        try:
            fields = yaml.load(text, Loader=yaml.BaseLoader)
        except (yaml.YAMLError, RecursionError, ValueError):
            fields = plain
        if isinstance(fields, dict):
            return fields
        if fields is not None:
            return None
    begins = re.compile(rf"{_KEY}|[ \t]|- |#")
    return plain if all(begins.match(line) for line in lines) else None


def _toml(text: str) -> Mapping[str, object] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _json(head: str) -> _Found | None:
    if not head.startswith("{"):
        return None
    try:
        fields, end = json.JSONDecoder().raw_decode(head)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict) or not head[end:].strip():
        return None
    lowered = _lowered(fields)
    return (end, lowered) if _first(lowered, _TITLES) else None


def _pandoc(head: str) -> _Found | None:
    match = re.match(r"(?:%.*\n){2,3}(?=[ \t]*\n)", head)
    if match is None:
        return None
    values = [line[1:].strip() for line in match[0].split("\n") if line]
    names = ("title", "author", "date")
    return match.end(), dict(zip(names, values, strict=False))


def _headers(head: str) -> _Found | None:
    """Read headers such as those of mail: nothing but “Key: …”, two of them known, a title."""
    block = re.split(r"\n[ \t]*\n", head, maxsplit=1)
    if len(block) < 2:
        return None
    fields: dict[str, object] = {}
    key = ""
    for line in block[0].split("\n"):
        match = re.match(_KEY, line.rstrip())
        if match is not None and len(match[1]) <= 40:
            key = match[1].lower()
            fields.setdefault(key, (match[2] or "").strip())
        elif key and line[:1] in (" ", "\t"):
            fields[key] = f"{fields[key]} {line.strip()}"
        else:
            return None
    known = _KNOWN.intersection(fields)
    if len(known) < 2 or not known.intersection(_TITLES) or len(known) * 2 < len(fields):
        is_mail = len(_MAIL.intersection(fields)) > 2 and known.intersection(_TITLES)
        if not is_mail:
            return None
    if any("=?" in str(value) for value in fields.values()):
        fields = {key: decoded(str(value)) for key, value in fields.items()}
    return len(block[0]), fields


def decoded(value: str) -> str:
    """Decode the words of a mail header that are not ASCII."""
    from email.errors import MessageError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(value)))
    except (MessageError, LookupError, ValueError):
        return value


def _lowered(fields: Mapping[str, object]) -> dict[str, object]:
    return {str(key).lower(): value for key, value in fields.items()}


def _first(fields: Mapping[str, object], names: tuple[str, ...]) -> str | None:
    for name in names:
        if text := _text(fields.get(name)):
            return text
    return None


def _text(value: object) -> str:
    """Return a value as a line of text; of several, all of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value[:20])))
    if isinstance(value, dict):
        return _text(value.get("name"))
    if value is None or isinstance(value, bool):
        return ""
    text = " ".join(str(value).split())
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1].strip()
    return sanitize_line(text[:_MOST])


def _source(fields: Mapping[str, object]) -> Source:
    publisher = _first(fields, _PUBLISHERS)
    if publisher is None and (author := _first(fields, _AUTHORS)):
        # Of “Name <address>” the name.
        publisher = re.sub(r"\s*<[^<>]*>", "", author).strip("\" '") or author
    days = (published(fields.get(name)) for name in _DATES)
    url = _first(fields, _ADDRESSES)
    known = url if url is not None and is_web_address(url) else None
    return Source(publisher, next(filter(None, days), None), url=known)


def published(value: object) -> str | None:
    """Return a date, or date and time with its zone, in ISO 8601; ``None`` for other text."""
    text = value.isoformat() if isinstance(value, datetime.date) else _text(value)
    match = re.match(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d.])(?:[T ]+(.*))?", text)
    if match is not None:
        day = _iso(datetime.date, int(match[1]), int(match[2]), int(match[3]))
        return day and _with_time(day, match[4] or "")
    match = re.match(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\b", text)
    if match is not None:
        return _iso(datetime.date, int(match[3]), int(match[2]), int(match[1]))
    return _as_in_mail(text)


def _iso(make: Callable[..., datetime.date], *numbers: int) -> str | None:
    try:
        return make(*numbers).isoformat()
    except (ValueError, OverflowError):
        return None


def _with_time(day: str, time: str) -> str:
    match = re.match(r"(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})", time)
    if match is None:  # a time without a zone is not a moment
        return day
    zone = "+00:00" if match[4] == "Z" else f"{match[4][:3]}:{match[4][-2:]}"
    seconds = f":{match[3]}" if match[3] else ""
    moment = f"{day}T{match[1].zfill(2)}:{match[2]}{seconds}{zone}"
    try:
        datetime.datetime.fromisoformat(moment)
    except ValueError:
        return day
    return moment


def _as_in_mail(text: str) -> str | None:
    """Read “Mon, 2 Mar 2026 10:00:00 +0300” and “March 2, 2026”."""
    from email.utils import parsedate_tz

    day = re.sub(r"^([A-Za-z]+)\.? (\d{1,2}),? (\d{4})", r"\2 \1 \3", text)
    parsed = parsedate_tz(day if ":" in day else f"{day} 00:00")
    if parsed is None or parsed[0] < 1000:
        return None
    date = _iso(datetime.date, *parsed[:3])
    if date is None or parsed[9] is None or ":" not in text:
        return date
    try:
        zone = datetime.timezone(datetime.timedelta(seconds=parsed[9]))
        return datetime.datetime(*parsed[:6], tzinfo=zone).isoformat()
    except (ValueError, OverflowError):
        return date
