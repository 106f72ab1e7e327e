"""The article of a saved web page, in whatever encoding it really is."""

from __future__ import annotations

import re

from reader.articles import decoding
from reader.articles.pages import page
from reader.articles.taken import Taken, of_paragraphs
from reader.errors import ReaderError
from reader.language.addresses import is_web_address
from reader.language.messages import N_
from reader.model import Source

_HEAD = 2**14
_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)


def take(data: bytes, name: str, address: str | None, declared: list[str]) -> Taken:
    """Return the article of a page. Raises :class:`ReaderError` where it has no text.

    ``address`` is where it was found, ``declared`` what the server said of its encoding.
    """
    decoded = decoding.decode(data, name, [*declared, *_declared(data)])
    extracted = page.extract(decoded.text, address)
    if not extracted.paragraphs:
        raise ReaderError.at(
            name,
            N_(
                "This web page has no text that could be an article: a program in it may have to fetch that. Save the page from a browser that shows it, or copy its text."
            ),
        )
    source = Source(
        publisher=extracted.publisher,
        published=extracted.published,
        url=extracted.url if extracted.url and is_web_address(extracted.url) else None,
        author=extracted.author,
        via=extracted.via,
    )
    text, laid = of_paragraphs(extracted.paragraphs, extracted.title, source, extracted.language)
    return Taken(text, laid, "html", decoded.encoding, decoded.problems)


def _declared(data: bytes) -> list[str]:
    """Return the encodings that a page says it is in."""
    found = (match[1] or match[2] for match in _CHARSET.finditer(data[:_HEAD]))
    return [name.decode("ascii", "replace") for name in found][:3]
