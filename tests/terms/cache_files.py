"""Files of the cache that hold what nobody has compiled, with checksums that fit."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from random import Random
from zlib import crc32

_CHANGES = (b"[]", b"{}", b"null", b"-1", b"7", b'"x"', b"\n", b"", b"[[", b"1e999", b'{"":[]}')


def crafted(file: Path, change: Callable[[bytes], bytes]) -> None:
    """Change what a file of the cache holds, with a checksum that fits."""
    data = file.read_bytes()
    line, _, _ = data.partition(b"\n")
    head = len(line) + 1 + int(line.split()[-1])
    body = change(data[head + 8 :])
    mark = (crc32(body) << 32 | len(body)).to_bytes(8, "big")
    file.write_bytes(data[:head] + mark + body)


def spoiled(body: bytes, random: Random) -> bytes:
    """Put something else in one to three places of a body."""
    parts = re.split(rb"(?<=[\[\]{},:\n])", body)
    for _ in range(random.randint(1, 3)):
        parts[random.randrange(len(parts))] = random.choice(_CHANGES)
    return b"".join(parts)
