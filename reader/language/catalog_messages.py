"""The messages of a catalog, whatever kind of file they are read from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.language.plurals import Plurals

Key = str | tuple[str, int]
"""An id, behind its context and U+0004 where it has one, and the index of a plural form."""


class CatalogMessages(NamedTuple):
    """Translated messages as ``gettext.GNUTranslations`` keeps them, and the plural rule.

    What is fuzzy or blank is not among them.
    """

    messages: Mapping[Key, str]
    plurals: Plurals
