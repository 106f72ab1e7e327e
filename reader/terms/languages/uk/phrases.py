"""Noun phrases of Ukrainian."""

from __future__ import annotations

import re
from pathlib import Path

from reader.terms.languages import word_files
from reader.terms.languages.slavic.phrases import Phrases
from reader.terms.languages.uk.morphology import MORPHOLOGY

_HERE = Path(__file__).parent

PHRASES = Phrases(
    MORPHOLOGY,
    conjunctions=frozenset(word_files.words(_HERE, "conjunctions")),
    plurals_of_their_own=frozenset(word_files.words(_HERE, "plurals_of_their_own")),
    declined=re.compile("[А-ЩЬЮЯҐЄІЇ]+[БВГҐДЖЗКЛМНПРСТФХЦЧШЩ]"),
)
