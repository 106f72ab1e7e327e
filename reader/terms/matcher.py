"""Find mentions of a glossary's entries in a text.

The words of a text are walked once. At each word the trie tells whether a form begins there,
and follows it over what may stand inside a term; the pattern of a form that ends has the
conditions under which it is a mention. Of mentions that overlap the longest wins, then the
first, then that of the entry that the glossary lists first.

It is one walk, the inner loop of all that the program finds; of the words around a mention
:mod:`reader.terms.surroundings` is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING

from reader.language.words import fold
from reader.terms.guards import boundaries, things
from reader.terms.guards.boundaries import FREE_AFTER
from reader.terms.guards.flags import (
    AT_HOME,
    CONTEXT,
    POINT,
    RULED,
    SIMPLE,
    SURNAME,
)
from reader.terms.guards.things import QUOTES_BEFORE
from reader.terms.guards.vocabulary import Vocabulary
from reader.terms.interrupted import ends_here, over_gap, sharing_noun
from reader.terms.known_forms import KnownForms
from reader.terms.overlaps import Span, choose, is_in
from reader.terms.packing import unpack
from reader.terms.splitting import Split, split
from reader.terms.surroundings import Surroundings
from reader.terms.tokens import (
    FAST_HYPHEN,
    Tokens,
    addresses,
    closes,
    separator,
    shown_end,
    tokenize,
    tokenize_joined,
)

if TYPE_CHECKING:
    from reader.model import Mention
    from reader.terms.compiled import Row, TrieNode

# What most often stands before and after a word: nothing that could make it another word.
_BEFORE = frozenset(' \n\t(«"“„—–[/>')


class Matcher(KnownForms):
    """Finds the mentions of a glossary's entries.

    :func:`reader.terms.factory.matcher` makes one.
    """

    def mentions(self, text: str, *, nested: bool = False) -> list[Mention]:
        """Find the mentions in ``text``, in order, with offsets in code points.

        They don't overlap; with ``nested``, mentions of other entries inside one follow it.
        """
        return self.in_paragraphs((text,), nested=nested)[0]

    def in_paragraphs(
        self, texts: Sequence[str], *, nested: bool = False, at_home: bool = False
    ) -> list[list[Mention]]:
        """Find the mentions in each part of one text, with offsets in the part.

        ``at_home``: it is a text of the glossary's dossier, where a term that anybody may have
        is the dossier's as long as nothing says that it is another's.
        """
        from reader.model import Mention

        named = {AT_HOME} if at_home else set()
        ids = self._ids
        return [
            [
                Mention(start, end, text[start:end], ids[place])
                for start, end, place in self._find(text, named, nested)
            ]
            for text in texts
        ]

    def spans(self, text: str, *, nested: bool = False) -> list[tuple[int, int, str]]:
        """Find the mentions as plain tuples of start, end and entry id."""
        ids = self._ids
        return [(start, end, ids[place]) for start, end, place in self._find(text, set(), nested)]

    def each(
        self, texts: Iterable[str], *, nested: bool = False
    ) -> Iterator[list[tuple[int, int, str]]]:
        """Yield :meth:`spans` of each of the parts of one text."""
        named: set[int] = set()
        ids = self._ids
        for text in texts:
            yield [
                (start, end, ids[place]) for start, end, place in self._find(text, named, nested)
            ]

    def _find(self, text: str, named: set[int], nested: bool) -> list[Span]:
        joined, tokens = tokenize_joined(text), tokenize(text)
        if joined is None:
            found = self._scan(tokens, named)
        else:
            before = set(named)
            found = self._scan(tokens, named)
            found = sorted({*found, *self._scan(joined, before)})
            named |= before
        if not found:
            return found
        if tokens.normal is not None:
            found = [(start, shown_end(text, end), place) for start, end, place in found]
        barred = addresses(text)
        if barred:
            ends = [end for _, end in barred]
            found = [span for span in found if not is_in(span, barred, ends)]
        if self._vocabulary.shared:
            found = self._without_ties(text, found, named)
        return choose(found, nested)

    def _without_ties(self, text: str, found: list[Span], named: set[int]) -> list[Span]:
        """Drop what one word cannot name as well: Иванов where Иванова acts."""
        from reader.terms.guards import ties

        def forms_of(start: int, end: int) -> list[tuple[int, int]]:
            ends = ends_here(self._at(fold(text[start:end])))
            return [self._patterns[i][:2] for i in ends]

        return ties.without_ties(text, found, named, self._people, forms_of, self._vocabulary)

    def _scan(self, tokens: Tokens, named: set[int]) -> list[Span]:
        """Find every mention by its own conditions, overlapping ones too, by start."""
        root, patterns, vocabulary = self._root, self._patterns, self._vocabulary
        parted = text, parts, offsets, words, others = split(tokens, root, vocabulary.initials)
        count, size, conjunctions = len(words), len(text), vocabulary.conjunctions
        more, kept = bool(others or vocabulary.gapped), self._surroundings.kept
        found: list[Span] = []
        covered = -1
        for first in compress(range(count), map(root.__contains__, words)):
            node = root[words[first]]
            if type(node) is bytes:
                node = self._at(words[first])
            last, plain = first, True
            while True:
                leaf = type(node) is tuple
                ends = node if leaf else node.get("")
                if ends is not None:
                    start, end = offsets[2 * first + 1], offsets[2 * last + 2]
                    # Nearly every mention stands between a word and a space or a comma.
                    usual = (
                        first > 0
                        and parts[2 * first] == " "
                        and (end == size or text[end] in FREE_AFTER)
                    )
                    for i in ends:
                        pattern = patterns[i]
                        place, flags, capitals, exact, _, signs = pattern
                        if (
                            end <= covered
                            and place == found[-1][2]
                            and not signs
                            and not (flags & SURNAME and text[end + 1 : end + 3].istitle())
                        ):
                            # Алиев in Ильхам Алиев, but not in Ильхам Алиев Гейдар оглы
                            continue
                        if (
                            flags & SIMPLE
                            and usual
                            and plain
                            and (not exact or text[start:end] == exact[0])
                            and (
                                not capitals
                                or text[offsets[2 * (first + capitals[0]) + 1]].isupper()
                            )
                        ):
                            # The short way for most; _fits asks all of this, and more.
                            fitting: Span | None = (start, end, place)
                            if fitting and flags & CONTEXT:
                                fitting = kept(text, fitting, flags, named, True)
                        else:
                            edges = offsets[2 * first + 1 : 2 * last + 3]
                            gaps = None if plain else parts[2 * first + 2 : 2 * last + 1 : 2]
                            fitting = self._fits(text, edges, gaps, pattern, named, usual)
                        if fitting is not None:
                            found.append(fitting)
                            covered = fitting[1]
                            if not flags & RULED:
                                named.add(place)
                last += 1
                if leaf or last == count:
                    break
                above, node = node, node.get(words[last])
                if node is None and more and last in others:
                    node = above.get(others[last])
                if node is None:
                    if more or words[last] in conjunctions:
                        found += self._beyond(parted, first, last, above, named)
                    break
                gap = parts[2 * last]
                if gap != " ":
                    if separator(gap) is None:
                        break
                    plain = False
        return found

    def _beyond(
        self,
        parted: Split,
        first: int,
        last: int,
        node: dict[str, TrieNode],
        named: set[int],
    ) -> list[Span]:
        """Find a form of which other words, from ``last`` on, stand before the rest."""
        words = parted[3]
        found: list[Span] = []
        if words[last] in self._vocabulary.conjunctions and last + 2 < len(words):
            found += sharing_noun(parted, first, last, node, self._patterns, self._vocabulary)
        if words[first] in self._vocabulary.gapped:

            def fits(edges: list[int], pattern: Row) -> Span | None:
                return self._fits(parted[0], edges, None, pattern, named, False)

            found += over_gap(parted, first, last, node, self._patterns, fits)
        return found

    def _fits(
        self,
        text: str,
        edges: list[int],
        gaps: list[str] | None,
        pattern: Row,
        named: set[int],
        usual: bool,
    ) -> Span | None:
        """Return the span of a mention, or ``None`` where a condition isn't met.

        ``edges``: start and end of each word in turn; ``gaps``: what stands between, where it is
        more than a space; ``usual``: a word and a space stand before, and nothing that could
        make it another word after.
        """
        place, flags, capitals, exact, separators, signs = pattern
        if capitals and not (
            text[edges[2 * capitals[0]]].isupper() or boundaries.has_capital(text, edges, capitals)
        ):
            return None
        if (
            exact
            and (len(exact) > 1 or text[edges[0] : edges[1]] != exact[0])
            and not boundaries.looks_exact(text, edges, exact)
        ):
            return None
        if (gaps or separators) and not _joined_alike(gaps, separators, text, edges):
            return None
        start, end = edges[0], edges[-1]
        if signs:
            around = boundaries.with_signs(text, start, end, signs)
            if around is None:
                return None
            start, end = around
        elif flags & POINT and text[end : end + 1] == ".":
            if text[end + 1 : end + 2] == "s" and not text[end + 2 : end + 3].isalnum():
                end += 1  # M.B.A.s
            elif text[end + 1 : end + 2].isalnum() and text[end + 1].isascii():
                return None
            end += 1
            if boundaries.is_initials(text, start, end):
                return None
        if (not usual or end != edges[-1]) and not boundaries.stands_alone(
            text, start, end, flags, self._vocabulary
        ):
            return None
        if (
            exact
            and text[start:end].lower() in self._vocabulary.also_words
            and boundaries.is_shouted(text, start, end, self._vocabulary)
        ):
            return None
        if (
            not usual
            and text[start - 1 : start] in QUOTES_BEFORE
            and things.in_quoted_name(text, (start, end), flags, self._vocabulary)
        ):
            return None
        span: Span = (start, end, place)
        if flags & CONTEXT:
            whole = self._surroundings.kept(text, span, flags, named, usual)
            if whole is not span:
                return whole
        if gaps and end < len(text) and any(closes(gap, text[end]) for gap in gaps):
            return start, end + 1, place
        return span

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary(unpack(self._words), self._root)

    @cached_property
    def _surroundings(self) -> Surroundings:
        return Surroundings(self._vocabulary, self._people, self._rules)


def _joined_alike(
    gaps: list[str] | None, separators: tuple[str, ...], text: str, edges: list[int]
) -> bool:
    """Tell whether the separators in the text are those that the term allows."""
    expected = separators or ("",) * (len(edges) // 2 - 1)
    for i, wanted in enumerate(expected):
        found = separator(gaps[i]) if gaps else ""
        if found == wanted:
            continue
        if wanted == FAST_HYPHEN:
            if found == "-":
                continue
            return False
        if found in ("", "-"):
            if wanted in "&/+" and wanted:
                return False
        elif found == "–":
            if wanted != "-":
                return False
        elif not (found in ("№", "#") and text[edges[2 * i + 2]].isdigit()):
            return False
    return True
