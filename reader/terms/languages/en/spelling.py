"""British, American and Oxford spelling of a word."""

from __future__ import annotations

import re
from pathlib import Path

from reader.terms.languages import word_files

_HERE = Path(__file__).parent

_SPELLINGS = word_files.groups(_HERE, "spellings")
_ISE = re.compile(r"^(.{3,}?)(i)(s|z)(e|es|ed|er|ers|ing|ation|ations|ational|able)$")
_YSE = re.compile(r"^(.{2,}?y)(s|z)(e|es|ed|er|ers|ing)$")
_ALWAYS_ISE = "|".join(word_files.words(_HERE, "always_ise"))
_ALWAYS_S = re.compile(f"(?:{_ALWAYS_ISE})is|(?:si|pri)z")
_WITH_L = "|".join(word_files.words(_HERE, "doubled_l"))
_DOUBLED_L = re.compile(f"^(.*(?:{_WITH_L}))(l?)(ed|ing|ings|er|ers|or|ors|ous|ist|ists)$")


def spelt(word: str) -> set[str]:
    """Spell ``word`` (lower-case) in British, American and Oxford spelling."""
    found = {word}
    for british, american in _SPELLINGS:
        for one, other in ((british, american), (american, british)):
            # Whole words and their plurals; the medical roots inside one, too.
            if word in (one, one + "s") or (
                len(one) > 4 and one in word and (other not in word or other in one)
            ):
                found.add(word.replace(one, other))
    if match := _DOUBLED_L.match(word):
        found.add(match[1] + ("" if match[2] else "l") + match[3])
    for each in tuple(found):
        if _ALWAYS_S.search(each):
            continue
        if match := _ISE.match(each):
            found.add(match[1] + match[2] + ("z" if match[3] == "s" else "s") + match[4])
        if match := _YSE.match(each):
            found.add(match[1] + ("z" if match[2] == "s" else "s") + match[3])
    return found
