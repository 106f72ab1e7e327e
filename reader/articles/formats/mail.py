"""Messages of mail: one (.eml), or a folder of them in a file (mbox)."""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser

from reader.articles import decoding, front_matter
from reader.articles.kinds import MAIL_SEPARATOR
from reader.articles.pages import page
from reader.articles.paragraphs import lay_out
from reader.articles.taken import Taken, of_paragraphs
from reader.errors import ReaderError
from reader.language.addresses import is_web_address
from reader.language.messages import N_
from reader.language.sanitize import sanitize_line
from reader.model import Source

MOST_MESSAGES = 10_000
MOST_PARTS = 200


def take(data: bytes, name: str) -> Iterator[Taken]:
    """Yield the messages that have a text. Raises :class:`ReaderError` where none has."""
    found = False
    for count, raw in enumerate(_messages(data)):
        if count >= MOST_MESSAGES:
            break
        taken = _message(raw, name)
        if taken is not None:
            found = True
            yield taken
    if not found:
        raise ReaderError.at(
            name, N_("This mail has no text: nothing but attachments or pictures.")
        )


def _messages(data: bytes) -> Iterator[bytes]:
    places = [match.span() for match in re.finditer(MAIL_SEPARATOR, data)]
    if not places or places[0][0]:
        yield data
        return
    ends = [start for start, _end in places[1:]] + [len(data)]
    for (_start, begin), end in zip(places, ends, strict=True):
        yield re.sub(rb"^>(>*From )", rb"\1", data[begin:end], flags=re.M)


def _message(raw: bytes, name: str) -> Taken | None:
    message = BytesParser(policy=email.policy.compat32).parsebytes(raw)
    plain: list[tuple[bytes, str]] = []
    pages: list[tuple[bytes, str]] = []
    for count, part in enumerate(_parts(message)):
        if count >= MOST_PARTS:
            break
        kind = part.get_content_type()
        if (
            kind not in ("text/plain", "text/html")
            or "attachment" in str(part.get("Content-Disposition", "")).lower()
        ):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            charset = part.get_param("charset")
            declared = charset if isinstance(charset, str) else ""
            (plain if kind == "text/plain" else pages).append((payload, declared))
    source, title = _about(message)
    for data, charset in plain[:1]:
        decoded = decoding.decode(data, name, [charset] if charset else [])
        if decoded.text.strip():
            laid = lay_out(decoded.text)
            laid = laid._replace(title=title or laid.title, source=source, own_title=bool(title))
            return Taken(decoded.text, laid, "mail", decoded.encoding, decoded.problems)
    for data, charset in pages[:1]:
        decoded = decoding.decode(data, name, [charset] if charset else [])
        extracted = page.extract(decoded.text)
        if extracted.paragraphs:
            text, laid = of_paragraphs(
                extracted.paragraphs, title or extracted.title, source, extracted.language
            )
            return Taken(text, laid, "mail", decoded.encoding, decoded.problems)
    return None


def _parts(message: Message) -> Iterator[Message]:
    stack = [message]
    while stack:
        part = stack.pop()
        if part.is_multipart():
            payload = part.get_payload()
            if isinstance(payload, list):
                stack.extend(each for each in reversed(payload) if isinstance(each, Message))
        else:
            yield part


def _about(message: Message) -> tuple[Source, str]:
    def header(name: str) -> str:
        value = message.get(name)
        return (
            sanitize_line(" ".join(front_matter.decoded(str(value)).split())[:500]) if value else ""
        )

    sender = header("From")
    named = re.sub(r"\s*<[^<>]*>", "", sender).strip("\"' ") or sender
    published = front_matter.published(header("Date"))
    url = header("Archived-At").strip("<>") or None
    return Source(
        named or None, published, url=url if url and is_web_address(url) else None
    ), header("Subject")
