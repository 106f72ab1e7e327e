"""Labels in the language of a briefing, which need not be the interface's."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from reader import storage


@lru_cache(maxsize=8)
def labels(language: str) -> Callable[[str], str]:
    """What turns an English msgid (marked with ``N_``) into ``language``.

    A catalog that cannot be read gives English; whoever speaks to the reader reports it.
    """
    if language == "en":
        return str
    from reader.errors import ReaderError
    from reader.language import catalogs

    try:
        return catalogs.load("reader", language, [storage.shipped("locales")]).gettext
    except ReaderError:
        return str
