"""Flags of a pattern: its conditions, as bits of one number."""

from __future__ import annotations

AFTER_FULL = 1
"""Only after a fuller term of the entry in the same text."""
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
"""A hyphen after it makes another word: кредит-нота."""
FOREIGN = 2048
"""In a foreign script: the grammar of the term's language doesn't apply."""
IN_NAME = 4096
"""A surname that is no term by itself: only in the whole name, such as М. С. Орлова."""

CONTEXT = OFFICE | AFTER_FULL | OWN_SCRIPT_LINE | SURNAME | PERSON | PLACE
"""What needs a look at the words around."""

# Above the flags: a place in the glossary's list of languages, and in its list of rules for
# terms that count only after a fuller one.
LANGUAGE_AT = 13
LANGUAGE_MASK = 63
_RULE_AT = 19


def with_language(flags: int, language: int) -> int:
    """Add the index of the term's language in the glossary's languages to ``flags``.

    ``flags >> LANGUAGE_AT & LANGUAGE_MASK`` returns it.
    """
    return flags | (language & LANGUAGE_MASK) << LANGUAGE_AT


def with_rule(flags: int, rule: int) -> int:
    """Add the index of the rule for a term that counts only after a fuller one."""
    return flags | rule << _RULE_AT


def rule_of(flags: int) -> int:
    """Return the index that :func:`with_rule` added."""
    return flags >> _RULE_AT
