"""Fetch one page from the web, because its address was named, within limits.

No address of this machine or its network is asked unless that is allowed: what the name means is
looked up once, looked at, and connected to, at every redirection again.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from threading import Thread
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from reader import __version__
from reader.errors import ReaderError
from reader.language.addresses import in_ascii, is_web_address
from reader.language.messages import N_

LARGEST = 10 * 2**20
"""Bytes of a page."""
SECONDS = 20.0
"""How long all of it may take."""
MOST_REDIRECTS = 5
_CHUNK = 2**16
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Fetched(NamedTuple):
    """A page, the address where it was found, and the charset that its server gives it."""

    data: bytes
    address: str
    charset: str | None = None


def fetch(address: str, *, allow_local: bool = False, seconds: float = SECONDS) -> Fetched:
    """Fetch a page. Raises :class:`ReaderError`, which says what stands against it."""
    found: list[Fetched | ReaderError] = []
    until = time.monotonic() + seconds

    def run() -> None:
        try:
            found.append(_followed(address, allow_local, until))
        except ReaderError as error:
            found.append(error)
        except (OSError, http.client.HTTPException, ValueError) as error:
            found.append(_failed(address, error))

    # Looking a name up can't be stopped: it is left alone when the time is over.
    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if not found:
        raise _too_slow(address)
    if isinstance(found[0], ReaderError):
        raise found[0]
    return found[0]


def _followed(address: str, allow_local: bool, until: float) -> Fetched:
    asked = address
    for _step in range(MOST_REDIRECTS + 1):
        parts = urlsplit(asked)
        if not is_web_address(asked) or not parts.hostname or parts.username is not None:
            raise ReaderError.at(
                address,
                N_(
                    "“{value}” is not an address of a web page. Write it whole, as"
                    " https://example.com/news."
                ),
                value=asked[:200],
            )
        host = parts.hostname.encode("idna").decode("ascii")
        number = parts.port or (443 if parts.scheme == "https" else 80)
        plain = _connected(address, (host, number), until, allow_local=allow_local)
        if parts.scheme == "https":
            plain = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        connection = http.client.HTTPConnection(host, number)
        connection.sock = plain
        try:
            target = in_ascii((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
            connection.request(
                "GET",
                target,
                headers={
                    "User-Agent": f"reader/{__version__}",
                    "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
                    "Accept-Encoding": "identity",
                },
            )
            answer = connection.getresponse()
            if answer.status in _REDIRECTS and (place := answer.headers.get("Location")):
                asked = urljoin(asked, place)
                continue
            if answer.status != http.client.OK:
                raise ReaderError.at(
                    address,
                    N_("The server has no page for this address: it answered {status}."),
                    status=str(answer.status),
                )
            data = _body(answer, connection, address, until)
            return Fetched(data, asked, answer.headers.get_content_charset())
        finally:
            connection.close()
    raise ReaderError.at(
        address,
        N_("This address leads to another one more than {most} times. Open it in a browser."),
        most=str(MOST_REDIRECTS),
    )


def _connected(
    address: str, place: tuple[str, int], until: float, *, allow_local: bool
) -> socket.socket:
    """Connect to a host whose number has been looked at."""
    found = [each[4] for each in socket.getaddrinfo(*place, type=socket.SOCK_STREAM)]
    if not allow_local and not all(_is_public(str(number[0])) for number in found):
        raise ReaderError.at(
            address,
            N_(
                "This address is on your own machine or network. If you mean it, add --allow-local."
            ),
        )
    last: OSError | None = None
    for number in found:
        try:
            return socket.create_connection(
                (str(number[0]), place[1]), timeout=_left(address, until)
            )
        except OSError as error:
            last = error
    raise last or OSError(place[0])


def _is_public(number: str) -> bool:
    """Tell whether an address is one of the web at large, whatever it is wrapped in."""
    ip = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return ip.is_global and not ip.is_multicast


def _left(address: str, until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise _too_slow(address)
    return left


def _body(
    answer: http.client.HTTPResponse,
    connection: http.client.HTTPConnection,
    address: str,
    until: float,
) -> bytes:
    encoding = (answer.headers.get("Content-Encoding") or "identity").strip().lower()
    packed = encoding in ("gzip", "x-gzip", "deflate")
    if not packed and encoding != "identity":
        raise ReaderError.at(
            address, N_("The server packs this page in a way that is not known here.")
        )
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if packed else None
    parts: list[bytes] = []
    size = 0
    while True:
        if connection.sock is not None:
            connection.sock.settimeout(_left(address, until))
        chunk = answer.read1(_CHUNK)
        if not chunk:
            break
        parts.append(unpack.decompress(chunk, LARGEST + 1 - size) if unpack else chunk)
        size += len(parts[-1])
        if size > LARGEST or (unpack is not None and unpack.unconsumed_tail):
            raise ReaderError.at(
                address,
                N_("This page has more than {limit} MB. Save what you need of it, and add that."),
                limit=str(LARGEST // 2**20),
            )
    return b"".join(parts)


def _too_slow(address: str) -> ReaderError:
    return ReaderError.at(
        address,
        N_(
            "This page did not come within {seconds} seconds. Try again later, or save it and add the file."
        ),
        seconds=str(round(SECONDS)),
    )


def _failed(address: str, error: Exception) -> ReaderError:
    if isinstance(error, TimeoutError):
        return _too_slow(address)
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return ReaderError.at(
        address, N_("This page cannot be fetched ({reason})."), reason=str(reason)
    )
