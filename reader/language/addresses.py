"""Addresses on the web that came from outside: which a browser may be given, and in what form."""

from __future__ import annotations

import re

LONGEST = 2000
"""Characters of an address: about as many as every browser takes."""

_ROOM = 40
"""Characters of an address that are shown whole in a pane."""

_NEVER = r"\s<>\"\\^`{|}‹›\u2400-\u2426"
"""What no address has; among it what a text's control characters are shown as."""
_ADDRESS = re.compile(rf"https?://[^/?#@{_NEVER}]+(?:[/?#][^{_NEVER}]*)?", re.IGNORECASE)
"""A host, and no name of a user before it, which could be taken for the host."""


def is_web_address(text: str) -> bool:
    """Tell whether ``text`` is an address by http or https that may be opened or linked."""
    return len(text) <= LONGEST and text.isprintable() and _ADDRESS.fullmatch(text) is not None


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
