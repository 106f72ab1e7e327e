"""Every form of one word of a query, in any language that has a pack.

Unlike the forms of a term, which must name one thing, these may be too many: a person sees
what was found. A language may load its dictionary for them.
"""

from __future__ import annotations

from collections.abc import Container

from reader.language.words import fold
from reader.terms.languages import registry


def forms(
    word: str, languages: Container[str] = (), *, by_dictionary: bool = True
) -> frozenset[str]:
    """Return the forms of ``word``, normalized by :func:`reader.language.words.fold`.

    The word itself is among them, and alone where it is not of any language. ``languages``: those
    of the text, of which a dictionary that is an extra may be. Without ``by_dictionary`` only
    languages are asked that need none.
    """
    packs = [
        p for p in registry.packs_for(languages) if by_dictionary or not p.inflects_by_dictionary
    ]
    return frozenset((fold(word),)).union(*(pack.inflect(word) for pack in packs))


def normal_forms(word: str, languages: Container[str] = ()) -> frozenset[str]:
    """Return the words that ``word``, normalized, may be a form of, by the dictionaries there are.

    ``languages`` as for :func:`forms`. Nothing for a word whose language has no dictionary.
    """
    packs = registry.packs_for(languages)
    return frozenset().union(*(pack.normal_forms(word) for pack in packs))
