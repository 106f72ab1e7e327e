"""Words that have a capital from where they stand, and are not names."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    "the a an this that these those it he she they we you in on at but and however meanwhile after before when "
    "while if its his her their there as for more no yet still some many most all both each every another other "
    "such so then now here what who which where why how with without from to of by under over between among "
    "against during until since because although though despite according not only just even also at least "
    "officials police experts people workers residents scientists doctors lawyers one two three four five six "
    "seven eight nine ten prices output sales plants rain heavy old new last next early late first second "
    "third nobody everyone somebody critics analysts shares exports imports inflation farmers drivers "
    "passengers students teachers parents children women men soldiers investigators prosecutors rescuers".split()
)


NOT_NAMES = frozenset("i mr mrs ms dr".split())
"""Words that have a capital and are not names."""


def is_common(word: str) -> bool:
    """Tell whether a word, lower-case, begins many a sentence and is not a name."""
    return word in FUNCTION_WORDS or word.endswith(("ing", "ly", "ed", "tion", "ness", "ers"))
