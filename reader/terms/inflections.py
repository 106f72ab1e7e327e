"""Every form of one word that somebody looks for, in any language that has a pack.

Unlike the forms of a term, which must name one thing, these may be too many: who looks for
a word sees what was found. A language may need its dictionary, which is loaded then.
"""

from __future__ import annotations

from reader.language.words import fold
from reader.terms.languages import registry


def forms(word: str) -> frozenset[str]:
    """Make the forms of ``word``, in the normal form of :func:`reader.language.words.fold`.

    The word itself is among them, and alone where it is not of any language.
    """
    return frozenset((fold(word),)).union(*(pack.inflect(word) for pack in registry.packs()))
