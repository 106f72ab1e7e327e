"""What a draft is made of: the sentences of an article, and what each of them tells.

What a sentence tells is a set of keys: the entries of the glossary that it names, other names,
numbers, times and quotations, each in a form in which the same thing is the same key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reader.articles.attribution import dateline
from reader.facts.extractor import Extractor
from reader.facts.values import Asserted, Fact
from reader.language.words import WORD, fold
from reader.model import Mention, Paragraph
from reader.terms import languages
from reader.terms.languages import word_files

if TYPE_CHECKING:
    from reader.terms.languages.word_files import WordList

Key = tuple[str, ...]
"""A thing that is told: what kind of thing, then which."""

FEWEST_WORDS = 4
"""Words of a sentence that can stand alone."""

_ENDS = re.compile(r"[.!?…。！？][»”\"’'\])」』]*$")
_FULL_STOP = re.compile(r"[。！？][」』”）]*")
"""What ends a sentence where no space follows."""
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_FIRST = re.compile(r"[^\W\d_]+")
_BULLET = re.compile(r"^(?:[-–—•·*▪‣]|\d{1,2}[.)])\s+")
_ORDINAL = re.compile(r"\d\.$")
_FIRST_WORDS = 5
_OPENINGS = "«“„\"'‘(—–- \u00a0"


class Sentence(NamedTuple):
    """A sentence of an article, with offsets in its paragraph."""

    number: int
    """Its place in the article, from 0."""
    paragraph: str
    place: int
    """The place of its paragraph, from 0."""
    start: int
    end: int
    text: str
    """Its words, in one line."""
    keys: frozenset[Key]
    facts: tuple[Fact, ...]
    """With offsets in the paragraph."""
    mentions: tuple[Mention, ...]
    asserted: Asserted | None
    """Who says it and how firmly; ``None`` in a language without rules for that."""
    is_whole: bool
    """It ends as a sentence does, and has enough words to stand alone."""
    leans: bool
    """It begins with a word that points back, so that it says less without what is before it."""

    @property
    def entries(self) -> frozenset[str]:
        return frozenset(mention.entry for mention in self.mentions)


def knows(language: str) -> bool:
    """Tell whether there are rules of facts for a language."""
    return (Path(languages.__path__[0]) / language / "facts" / "rules.py").is_file()


def gathered(
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    language: str,
    published: str | None,
) -> list[Sentence]:
    """Return the sentences of an article, in order.

    ``mentions`` are those of glossary entries in each paragraph; ``published`` is the day from which
    relative times count, ISO 8601.
    """
    known = knows(language)
    extractor = Extractor(None, published, language if known else None)
    found: list[Sentence] = []
    for place, (paragraph, named) in enumerate(zip(paragraphs, mentions, strict=True)):
        facts = [fact for fact in extractor.facts(paragraph.text) if not overlaps(fact, named)]
        said = extractor.sentences(paragraph.text)
        begins = dateline(paragraph.text)
        for asserted in said if known else _joined(said, paragraph.text):
            if asserted.end <= begins:
                continue
            within = (max(asserted.start, begins), asserted.end)
            # A quotation that goes on is told by none of its sentences.
            some = tuple(f for f in facts if within[0] <= f.start < f.end <= within[1])
            entries = tuple(m for m in named if within[0] <= m.start < within[1])
            text = " ".join(paragraph.text[slice(*within)].split())
            text = _BULLET.sub("", text)
            found.append(
                Sentence(
                    len(found),
                    paragraph.id,
                    place,
                    *within,
                    text,
                    frozenset(keys(some, entries)),
                    some,
                    entries,
                    asserted if known else None,
                    _is_whole(text),
                    _leans(text, language),
                )
            )
    return found


def _joined(sentences: Sequence[Asserted], text: str) -> Iterator[Asserted]:
    """Yield sentences of a language without rules: a number may have a full stop, am 4. Mai."""
    waiting: Asserted | None = None
    for each in (part for sentence in sentences for part in _parted(sentence, text)):
        sentence = each if waiting is None else each._replace(start=waiting.start)
        waiting = sentence if _ORDINAL.search(text[sentence.start : sentence.end]) else None
        if waiting is None:
            yield sentence
    if waiting is not None:
        yield waiting


def _parted(sentence: Asserted, text: str) -> Iterator[Asserted]:
    """Yield the sentences that stand without a space between them."""
    at = sentence.start
    for match in _FULL_STOP.finditer(text, sentence.start, sentence.end):
        yield sentence._replace(start=at, end=match.end())
        at = match.end()
    if text[at : sentence.end].strip():
        yield sentence._replace(start=at)


def keys(facts: Sequence[Fact], mentions: Sequence[Mention]) -> Iterator[Key]:
    """Yield what facts and mentions tell, as keys."""
    for mention in mentions:
        yield ("entry", mention.entry)
    for fact in facts:
        match fact.kind:
            case "time" if fact.value is not None:
                yield ("time", str(fact.value).partition("T")[0])
            case "number":
                yield ("number", str(fact.value), fact.unit or "")
            case "name" if fact.value:
                yield ("name", str(fact.value))
            case "quote":
                yield ("quote", fold(" ".join(WORD.findall(fact.text))))


def overlaps(fact: Fact, mentions: Sequence[Mention]) -> bool:
    """Tell whether a name stands where an entry is mentioned, so that it is not another."""
    if fact.kind != "name":
        return False
    return any(m.start < fact.end and fact.start < m.end for m in mentions)


def _is_whole(text: str) -> bool:
    words = len(WORD.findall(text)) + len(_WIDE.findall(text)) // 2
    return _ENDS.search(text) is not None and words >= FEWEST_WORDS


def _leans(text: str, language: str) -> bool:
    """Tell whether a sentence begins by pointing back: «Он», «Как передали, об этом», "However"."""
    first = [fold(word) for word in _FIRST.findall(text[:120].lstrip(_OPENINGS))[:_FIRST_WORDS]]
    if not first:
        return False
    return _pointing(language, "back").has(first[0]) or any(
        map(_pointing(language, "within").has, first)
    )


@cache
def _pointing(language: str, where: str) -> WordList:
    """Return the words of a language that point back to the sentence before."""
    folder = Path(languages.__path__[0]) / language / "facts"
    return word_files.word_list(word_files.words(folder, f"pointing_{where}"))
