"""Flags of a pattern: its conditions, as bits of one number."""

from __future__ import annotations

RULED = 1
"""Asks the rule of its term: whose it is, what stands beside it, a fuller name before it."""
ABBREVIATION = 2
"""An abbreviation, or a name in a foreign script."""
OWN_SCRIPT_LINE = 4
"""Only in a line with a letter of the script of the term's language."""
SURNAME = 8
"""A part of a person's name: not beside another's given name."""
PERSON = 16
PLACE = 32
"""A place of one word: people are called Washington, too."""
POINT = 64
"""Ends with a point, which is part of the mention where it stands."""
PLAIN = 128
"""Begins as a common word: a hyphen before it makes another word."""
SIMPLE = 256
"""Asks for a capital, or to be written exactly so, and for nothing inside it."""
OFFICE = 512
"""An office: a vice-president and a deputy minister hold another one."""
CLOSED = 1024
"""One word in its base form, of which a hyphen after it makes another: кредит-нота."""
FOREIGN = 2048
"""In a foreign script: the grammar of the term's language doesn't apply."""
IN_NAME = 4096
"""A surname that is not a term by itself: only in the whole name, such as М. С. Орлова."""
AFTER_NUMERAL = 8192
"""A form that stands after two, three or four only: «два газовых хаба»."""
AFTER_AND = 16384
"""A form that stands only after another adjective of its noun: «Восточной и Западной партий»."""
BASE = 32768
"""A surname in its base form: of two people whom one word may name, the one who acts."""

GAP = 65536
"""Times how many other words may stand between those of the form: 0 to 3."""
MOST_GAP = 3

LATIN_NAME = 262144
"""One word with a capital, of a language in Latin letters: Apple Valley is another."""

NUMBERED = 524288
"""Begins with an ordinal number in words: «двадцать девятая» is not the ninth."""

WORDS_BESIDE = AFTER_NUMERAL | AFTER_AND | OFFICE | OWN_SCRIPT_LINE | NUMBERED
"""Asks something of the words before that few patterns ask."""

CONTEXT = WORDS_BESIDE | FOREIGN | RULED | SURNAME | PERSON | PLACE | LATIN_NAME
"""What needs a look at the words around."""

# Above the flags: a place in the glossary's list of languages, and in its list of rules.
LANGUAGE_AT = 20
LANGUAGE_MASK = 63
_RULE_AT = 26


NAMED_IN_FULL = 1 << 39
"""Beside the place of a person whom a text has named in full, among those of what it has named."""

AT_HOME = 1 << 40
"""Stands among the places of what a text has named: it is a text of the glossary's own dossier."""


def with_language(flags: int, language: int) -> int:
    """Add the index of the term's language in the glossary's languages to ``flags``.

    ``flags >> LANGUAGE_AT & LANGUAGE_MASK`` returns it.
    """
    return flags | (language & LANGUAGE_MASK) << LANGUAGE_AT


def with_rule(flags: int, rule: int) -> int:
    """Add the index of the rule of a term that has one."""
    return flags | rule << _RULE_AT


def rule_of(flags: int) -> int:
    """Return the index that :func:`with_rule` added."""
    return flags >> _RULE_AT
