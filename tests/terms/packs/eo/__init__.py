"""Esperanto, as far as a test needs it: nouns and adjectives take a number and a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.terms.languages.pack import Form, LanguagePack, ParsedTerm, Spelling

_ENDINGS = ("", "n", "j", "jn")


class Esperanto(LanguagePack):
    """Words in -o and -a decline, all of a term alike."""

    code = "eo"
    name_tails = "o"
    name_endings = ("on",)

    def expand(self, term: ParsedTerm) -> Iterator[tuple[Spelling, Iterable[Form]]]:
        words = [word.lower() for word in term.spelling.words]
        for ending in _ENDINGS:
            declined = tuple(word + ending if word[-1] in "oa" else word for word in words)
            yield term.spelling, {declined}

    def inflect(self, word: str) -> Iterable[str]:
        base = word.lower().rstrip("jn")
        return {base + ending for ending in _ENDINGS} if base[-1:] in ("o", "a") else ()


PACK = Esperanto()
