"""What somebody wants to add to the library, read; and adding it, alone among programs."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from reader import storage
from reader.language.addresses import is_web_address
from reader.library.own import importing
from reader.library.own.candidates import Asked, Candidate, Reader
from reader.library.own.importing import Result


class Batch(NamedTuple):
    """What is to be added: what was read already, and files; and how many are passed over."""

    candidates: list[Candidate]
    files: list[Asked]
    others: int = 0

    @property
    def size(self) -> int:
        return len(self.candidates) + len(self.files)

    def beginning(self, most: int) -> Batch:
        """Return the first articles, ``most`` of them or all that were read already."""
        return self._replace(files=self.files[: max(0, most - len(self.candidates))])


def named(reader: Reader, name: str, into: str, *, allow_local: bool = False) -> Batch:
    """Return what a name means: a file, all that a folder has, or a page, which is fetched.

    Raises :class:`reader.errors.ReaderError`.
    """
    if is_web_address(name) and not storage.exists(Path(name)):
        return Batch(_fetched(reader, name, into, allow_local), [])
    from reader.library.own.gathering import gathered

    found = gathered(name, into)
    return Batch([], found.files, found.others)


def piped(reader: Reader, data: bytes, into: str) -> Batch:
    """Return what bytes without a name hold. Raises :class:`reader.errors.ReaderError`."""
    return Batch(list(reader.read(data, Asked("-", into))), [])


def _fetched(reader: Reader, name: str, into: str, allow_local: bool) -> list[Candidate]:
    from reader.articles.fetching import fetch

    page = fetch(name, allow_local=allow_local)
    asked = Asked(name, into)
    return list(reader.read(page.data, asked, address=page.address, charset=page.charset))


def imported(
    root: str,
    batch: Batch,
    *,
    dry: bool = False,
    indexing: Callable[[int, int], None] | None = None,
) -> Generator[Result, None, None]:
    """Add a batch, or, ``dry``, only tell what would come of it; yield what came of each article.

    ``indexing`` is told how far the index of what there is already is brought up to date. Who stops
    asking for more has what was yielded by then. Raises :class:`reader.errors.ReaderError` where the
    library can't be changed now.
    """
    try:
        with (
            importing.alone(),
            closing(importing.Import(root, dry=dry, progress=indexing)) as work,
        ):
            yield from work.candidates(batch.candidates)
            yield from work.files(batch.files)
        if not dry and batch.size:
            importing.find_mentions(Path(root))
    except BlockingIOError as error:
        raise importing.busy() from error
    except OSError as error:
        raise importing.unwritable(error) from error
