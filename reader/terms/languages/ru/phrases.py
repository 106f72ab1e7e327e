"""Noun phrases of Russian."""

from __future__ import annotations

import re
from pathlib import Path

from reader.terms.languages import word_files
from reader.terms.languages.ru.morphology import MORPHOLOGY
from reader.terms.languages.slavic.phrases import Phrases

_HERE = Path(__file__).parent

PHRASES = Phrases(
    MORPHOLOGY,
    conjunctions=frozenset(word_files.words(_HERE, "conjunctions")),
    plurals_of_their_own=frozenset(word_files.words(_HERE, "plurals_of_their_own")),
    declined=re.compile("[А-ЯЁ]+[БВГДЖЗКЛМНПРСТФХЦЧШЩ]"),
)
after_and = PHRASES.after_and
after_numeral = PHRASES.after_numeral
forms = PHRASES.forms
is_plural = PHRASES.is_plural
paradigm = PHRASES.paradigm
