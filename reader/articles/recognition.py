"""Recognise a file as a dossier's document by the fingerprints of its paragraphs.

The dossier holds no word of an original, only one hash for each of its paragraphs:
docs/content.md tells how a file is recognised by them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reader.language.sanitize import sanitize_line
from reader.language.words import fold
from reader.model import Document, Paragraph, Source, Text

LARGEST = 256 * 2**10
"""Bytes of a file that may be a document of the dossier."""

LONG = 120
"""Characters. Furniture (a teaser, an invitation to subscribe) is shorter, a paragraph longer."""

LONGEST_TITLE = 80

_MOST_PAIRS = 100_000
_DATE = re.compile(r"date[ \t]+(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[ \t]+|$)")
# Part of every fingerprint there is, so never changed, whatever else counts as a quote or a dash.
_QUOTES = dict.fromkeys(map(ord, "«»„“”‟‹›‘’‚‛`´″′'"), '"')
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−⁃"), "-")
SAMPLE, SAMPLE_LINES = 400, 50
"""How much of a text its language is guessed by: characters of a line, and lines."""
_SPELLING = str.maketrans(_QUOTES | _DASHES)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")


def fingerprint(paragraph: str) -> str:
    """Return sixteen hexadecimal digits of a hash of a normalized paragraph.

    Case, white space, quotes, dashes, ё, stress marks and a date prefix make no difference.
    """
    import hashlib

    text = fold(_undated(paragraph.strip())[0]).translate(_SPELLING)
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:16]


def fingerprints(text: str) -> list[str]:
    """Return the fingerprint of every line of a text; of a too large one, none."""
    if _is_too_large(text):
        return []
    return [fingerprint(line) for line in text.split("\n") if line.strip()]


def _is_too_large(text: str) -> bool:
    return len(text) > LARGEST or len(text.encode("utf-8", "replace")) > LARGEST


def open_article(text: str, name: str, documents: Sequence[Document]) -> Document:
    """Return the document of the dossier that a text is, or a new one.

    A recognised one of ``documents`` gets the text as its original, with the ids of the edition's
    paragraphs. Any other text becomes a document without id and summary; ``name`` is its title
    where it has no words.
    """
    lines = [stripped for line in text.split("\n") if (stripped := line.strip())]
    return _recognised(text, lines, documents) or _unknown(lines, name)


def beginning(text: str, name: str) -> Document:
    """Return a document of the beginning of a long file.

    It is never one of the dossier's, which are shorter.
    """
    return _unknown([stripped for line in text.split("\n") if (stripped := line.strip())], name)


def _undated(line: str) -> tuple[str, str | None]:
    """Split off the ``date YYYY-MM-DD`` that stored pages put before a line.

    Returns the rest of the line, and the date or ``None``.
    """
    match = _DATE.match(line)
    return (line[match.end() :], match[1]) if match else (line, None)


def _unknown(lines: Sequence[str], name: str) -> Document:
    rest, published = _undated(lines[0]) if lines else ("", None)
    texts = [rest, *lines[1:]] if rest else list(lines[1:])
    title = _shortened(texts[0]) if texts else sanitize_line(name)
    paragraphs = tuple(Paragraph(f"p{i}", line) for i, line in enumerate(texts, 1))
    language = _guess_language(texts)
    return Document(
        None,
        language,
        title,
        Source(published=published),
        (Text("original", language, paragraphs),),
    )


def _shortened(line: str) -> str:
    if len(line) <= LONGEST_TITLE:
        return line
    head = line[:LONGEST_TITLE]
    # At the end of a word, if one ends here; the ellipsis is one character.
    cut = head.rpartition(" ")[0] or head[:-1]
    return cut.rstrip(" ,;:.–—-") + "…"


def _guess_language(lines: Sequence[str]) -> str:
    """Guess the language by the script of most letters of the beginning."""
    sample = "\n".join(line[:SAMPLE] for line in lines[:SAMPLE_LINES])
    return "ru" if len(_CYRILLIC.findall(sample)) > len(_LATIN.findall(sample)) else "en"


def _recognised(text: str, lines: Sequence[str], documents: Sequence[Document]) -> Document | None:
    if not documents or _is_too_large(text):
        return None
    hashes = [fingerprint(line) for line in lines]
    best: tuple[int, Document, list[tuple[int, int]]] | None = None
    for document in documents:
        wanted = document.fingerprints[: len(document.texts[0].paragraphs)]
        if not wanted:
            continue
        pairs = _in_order(hashes, wanted)
        if len(pairs) * 2 >= len(wanted) and (best is None or len(pairs) > best[0]):
            best = (len(pairs), document, pairs)
    if best is None:
        return None
    _, document, pairs = best
    ids = [paragraph.id for paragraph in document.texts[0].paragraphs]
    return with_original(document, _paragraphs(lines, ids, pairs))


def with_original(document: Document, paragraphs: tuple[Paragraph, ...]) -> Document:
    """Return the document with its original before its other texts."""
    original = Text("original", document.language, paragraphs)
    return document._replace(texts=(original, *document.texts))


def _in_order(hashes: Sequence[str], wanted: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest run of (line, paragraph) pairs that rises in both.

    The longest rising subsequence over all matches (Hunt and Szymanski), its lines as close
    together as they can be.
    """
    places: dict[str, list[int]] = {}
    for j, wanted_hash in enumerate(wanted):
        places.setdefault(wanted_hash, []).append(j)
    ends: list[int] = []  # the lowest paragraph that ends a run of each length
    heads: list[int] = []  # the node of it
    nodes: list[tuple[int, int]] = []  # (paragraph, node before)
    for line_hash in hashes:
        for j in reversed(places.get(line_hash, ())):
            k = bisect_left(ends, j)
            nodes.append((j, heads[k - 1] if k else -1))
            ends[k : k + 1] = [j]
            heads[k : k + 1] = [len(nodes) - 1]
            if len(nodes) > _MOST_PAIRS:
                return []  # one line over and over, made to cost time
    run: list[int] = []
    node = heads[-1] if heads else -1
    while node >= 0:
        j, node = nodes[node]
        run.append(j)
    run.reverse()
    # A teaser above the article may repeat a paragraph: end as early as possible, then
    # start as late as possible.
    lines: list[int] = []
    at = -1
    for j in run:
        at = next(i for i in range(at + 1, len(hashes)) if hashes[i] == wanted[j])
        lines.append(at)
    for k in range(len(run) - 2, -1, -1):
        below = range(lines[k + 1] - 1, -1, -1)
        lines[k] = next(i for i in below if hashes[i] == wanted[run[k]])
    return list(zip(lines, run, strict=True))


def _paragraphs(
    lines: Sequence[str], ids: Sequence[str], pairs: Sequence[tuple[int, int]]
) -> tuple[Paragraph, ...]:
    """Return the original's paragraphs: matches, and long lines that fill a gap."""
    found: list[Paragraph] = []
    previous: tuple[int, int] | None = None
    for line, j in pairs:
        if previous:
            between = [text for text in lines[previous[0] + 1 : line] if len(text) >= LONG]
            missing = ids[previous[1] + 1 : j]
            if len(between) == len(missing):
                # Reworded since its fingerprint was taken, but in its place.
                found += (Paragraph(id, text) for id, text in zip(missing, between, strict=True))
            else:
                # Words of the article all the same; no claim cites them.
                found += (
                    Paragraph(f"{ids[previous[1]]}-{k}", text) for k, text in enumerate(between, 1)
                )
        found.append(Paragraph(ids[j], _undated(lines[line])[0]))
        previous = (line, j)
    return tuple(found)
