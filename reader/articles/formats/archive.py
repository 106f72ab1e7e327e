"""What is inside of a zipped document, within limits: a file of a few bytes may unpack to gigabytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.language.messages import N_

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_FILE = 16 * 2**20
"""Bytes of one file, unpacked."""

LARGEST = 64 * 2**20
"""Bytes of all files that are read."""

MOST_FILES = 10_000


class Archive:
    """A zipped document. Reading raises :class:`ReaderError` beyond the limits, and for damage."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._left = LARGEST
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise self.damaged() from error
        self.names = self._zip.namelist()
        if len(self.names) > MOST_FILES:
            raise self._too_large()

    def read(self, path: str) -> bytes:
        """Return a file of the archive; empty where there is none."""
        try:
            with self._zip.open(path) as file:
                data = file.read(min(LARGEST_FILE, self._left) + 1)
        except KeyError:
            return b""
        except (
            zipfile.BadZipFile,
            zlib.error,
            ValueError,
            OSError,
            EOFError,
            RuntimeError,
        ) as error:
            raise self.damaged() from error
        if len(data) > min(LARGEST_FILE, self._left):
            raise self._too_large()
        self._left -= len(data)
        return data

    def xml(self, path: str) -> _Element | None:
        """Return the root of an XML file; ``None`` where there is none or it is not XML."""
        from lxml import etree

        data = self.read(path)
        if not data:
            return None
        # Entities of its own, files and the network stay where they are.
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            recover=True,
            remove_comments=True,
        )
        try:
            return etree.fromstring(data, parser)
        except (etree.LxmlError, ValueError):
            return None

    def damaged(self) -> ReaderError:
        return ReaderError.at(
            self._name,
            N_("This file is damaged: it cannot be unpacked. Get it again from where it came."),
        )

    def _too_large(self) -> ReaderError:
        return ReaderError.at(
            self._name,
            N_("This file unpacks to more than {limit} MB, which no article has."),
            limit=str(LARGEST // 2**20),
        )
