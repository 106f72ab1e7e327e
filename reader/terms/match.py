"""Mentions of a glossary's entries in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from reader.language.words import WORD, fold
from reader.model import Entry, Mention, Term

_GAP = re.compile(
    "[ \u00a0\u202f\u2009]*(?:\r?\n)?[ \u00a0\u202f\u2009]*[-\u2010\u2011№\"«»“”„’'.,]?[ \u00a0]*"
)


class _Shape(NamedTuple):
    entry: str
    words: tuple[str, ...]
    exact: bool
    capitals: tuple[int, ...]
    after_full: bool


class Matcher:
    """Finds mentions. Make it with :func:`matcher`."""

    def __init__(self, trie: dict[str, Any]) -> None:
        self._trie = trie

    def mentions(self, text: str, *, nested: bool = False) -> list[Mention]:
        """Mentions in ``text`` in order; with ``nested``, also those inside another mention."""
        return self.in_paragraphs([text], nested=nested)[0]

    def in_paragraphs(self, texts: Sequence[str], *, nested: bool = False) -> list[list[Mention]]:
        """Mentions in the parts of one text, with offsets in each part."""
        named: set[str] = set()
        found = []
        for text in texts:
            spans = self._spans(text, named)
            chosen: list[tuple[int, int, str]] = []
            for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0])):
                over = [c for c in chosen if span[0] < c[1] and c[0] < span[1]]
                if not over or (
                    nested
                    and all(c[0] <= span[0] and span[1] <= c[1] and c[2] != span[2] for c in over)
                ):
                    chosen.append(span)
            found.append([Mention(s, e, text[s:e], entry) for s, e, entry in sorted(chosen)])
        return found

    def _spans(self, text: str, named: set[str]) -> list[tuple[int, int, str]]:
        words = [(m.start(), m.end(), fold(m[0])) for m in WORD.finditer(text)]
        spans: list[tuple[int, int, str]] = []
        for i in range(len(words)):
            node: Any = self._trie
            j = i
            while j < len(words):
                if j > i and not _GAP.fullmatch(text, words[j - 1][1], words[j][0]):
                    break
                node = node.get(words[j][2])
                if node is None:
                    break
                j += 1
                for shape in node.get("", ()):
                    if self._holds(text, words[i:j], shape, named):
                        end = words[j - 1][1]
                        if text[end : end + 1] == "." and shape.words[-1] == ".":
                            end += 1
                        spans.append((words[i][0], end, shape.entry))
                        if not shape.after_full:
                            named.add(shape.entry)
        return spans

    def _holds(
        self, text: str, words: list[tuple[int, int, str]], shape: _Shape, named: set[str]
    ) -> bool:
        start, end = words[0][0], words[-1][1]
        if shape.after_full and shape.entry not in named:
            return False
        parts = [text[s:e] for s, e, _ in words]
        if shape.exact:
            for part, base in zip(parts, shape.words, strict=False):
                if not part.startswith(base) or part[len(base) :] != part[len(base) :].lower():
                    return False
        if shape.capitals and not any(
            parts[i][0].isupper() for i in shape.capitals if i < len(parts)
        ):
            return False
        before = text[max(0, start - 2) : start]
        if before[-1:] in "-_" and before[:1].islower():
            return False
        return text[end : end + 1] != "_"


def _words(term: Term) -> list[str]:
    return [m[0] for m in WORD.finditer(term.text)]


def _forms(entry: Entry, language: str, term: Term) -> set[tuple[str, ...]]:
    words = [word.lower() for word in _words(term)]
    forms = {tuple(words)}
    cyrillic = any("а" <= c <= "я" for c in fold(term.text))
    if term.type == "abbreviation" or (language == "ru" and not cyrillic):
        if words and words[-1][-1] not in "аеёиоуыэюя":
            endings = (
                ("а", "у", "ом", "ем", "е", "ы", "ов", "ам", "ами", "ах")
                if language == "ru"
                else ("s",)
            )
            forms.update((*words[:-1], words[-1] + ending) for ending in endings)
    elif language == "ru":
        from reader.terms import russian

        forms |= (
            russian.person(words)
            if entry.kind == "person"
            else russian.phrase(words, plural=entry.kind != "place")
        )
        if entry.kind == "person":
            forms |= (
                russian.phrase(words, plural=True) if not _words(term)[-1][0].isupper() else set()
            )
    elif language == "en" and entry.kind not in ("person", "place") and words:
        last = words[-1]
        forms.add((*words[:-1], last[:-1] + "ies" if last.endswith("y") else last + "s"))
    return forms


def matcher(entries: Sequence[Entry], *, cache: bool = True) -> Matcher:  # noqa: ARG001
    """The matcher of a glossary. With ``cache``, forms made once are kept for the next start."""
    trie: dict[str, Any] = {}
    for entry in entries:
        for language, terms in entry.terms.items():
            for term in terms:
                words = tuple(_words(term))
                guarded = entry.kind in ("person", "place") or term.case == "capital"
                shape = _Shape(
                    entry.id,
                    (*words, ".") if term.text.endswith(".") else words,
                    term.case == "exact" or term.type == "abbreviation",
                    tuple(i for i, w in enumerate(words) if w[0].isupper()) if guarded else (),
                    term.after_full,
                )
                for form in _forms(entry, language, term):
                    node = trie
                    for word in form:
                        node = node.setdefault(fold(word), {})
                    if form:
                        node.setdefault("", []).append(shape)
    return Matcher(trie)


def trie_of(matcher: Matcher) -> dict[str, Any]:
    return matcher._trie
