"""Addresses on the web that came from outside: which a browser may be given, and in what form."""

from __future__ import annotations

import re

LONGEST = 2000
"""Characters of an address: about as many as every browser takes."""

_ROOM = 40
"""Characters of an address that are shown whole in a pane."""

_NEVER = frozenset('<>"\\^`{|}‹›').union(map(chr, range(0x2400, 0x2427)))
"""What no address has, besides spaces; among it what a text's control characters are shown as."""


def is_web_address(text: str) -> bool:
    """Tell whether ``text`` is an address by http or https that may be opened or linked.

    It has a host, and no name of a user before it, which could be taken for the host.
    """
    scheme, mark, rest = text.partition("://")
    if len(text) > LONGEST or not mark or scheme.lower() not in ("http", "https"):
        return False
    if not text.isprintable() or len(text.split()) != 1 or not _NEVER.isdisjoint(text):
        return False
    host = re.match("[^/?#]*", rest)
    return host is not None and host[0] != "" and "@" not in host[0]


def shortened(address: str) -> str:
    """Return a web address as one row of a pane has room for: whole, or its host at least."""
    if len(address) <= _ROOM:
        return address
    host = re.match(r"https?://[^/?#]+", address, re.IGNORECASE)
    return f"{host[0]}/…" if host else address


def in_ascii(address: str) -> str:
    """Return an address with what is not ASCII in it percent-encoded, for a browser or a terminal."""
    if address.isascii():
        return address
    from urllib.parse import quote

    return quote(address, safe="%:/?#[]@!$&'()*+,;=~")
