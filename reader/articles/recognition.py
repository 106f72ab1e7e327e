"""Recognise a file as a dossier's document by the fingerprints of its paragraphs.

The dossier holds no word of an original, only one hash for each of its paragraphs:
docs/content.md tells how a file is recognised by them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from reader.articles import languages
from reader.articles.paragraphs import Laid, Part, lay_out
from reader.language.sanitize import sanitize, sanitize_line
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
_SPELLING = str.maketrans(_QUOTES | _DASHES)


def fingerprint(paragraph: str) -> str:
    """Return sixteen hexadecimal digits of a hash of a normalized paragraph.

    Case, white space, quotes, dashes, ё, stress marks and a date prefix make no difference.
    """
    import hashlib

    text = fold(_undated(paragraph.strip())[0]).translate(_SPELLING)
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:16]


def fingerprints(text: str) -> list[str]:
    """Return the fingerprint of every paragraph of a text; of a too large one, none."""
    if _is_too_large(text):
        return []
    return [fingerprint(part.text) for part in lay_out(text).parts]


def _is_too_large(text: str) -> bool:
    return len(text) > LARGEST or len(text.encode("utf-8", "replace")) > LARGEST


class Unrecognised:
    """A text laid out, of which it is not known yet whether it is one of the dossier's.

    ``name`` is its title where it has no words. ``laid`` are its paragraphs, where what it was
    taken out of has them; else the text is laid out.
    """

    def __init__(self, text: str, name: str, laid: Laid | None = None) -> None:
        self._name = name
        self._laid = lay_out(text) if laid is None else laid
        self._readings = [] if _is_too_large(text) else _readings(text, self._laid)
        self._hashes = [[fingerprint(line) for line in lines] for lines in self._readings]

    def fingerprints(self) -> list[str]:
        """Return the fingerprints of whatever may be a paragraph of an original."""
        return list(dict.fromkeys(each for hashes in self._hashes for each in hashes))

    def recognised(self, documents: Sequence[Document]) -> Document:
        """Return the one of ``documents`` that the text is, or a new one without an id.

        A recognised one gets the text as its original, with the ids of the edition's paragraphs.
        """
        best = None
        for lines, hashes in zip(self._readings, self._hashes, strict=True):
            found = _recognised(lines, hashes, documents)
            if found is not None and (best is None or found[0] > best[0]):
                best = found
        return _unknown(self._laid, self._name) if best is None else best[1]


def open_article(text: str, name: str, documents: Sequence[Document]) -> Document:
    """Return the document that a decoded text is: see :meth:`Unrecognised.recognised`."""
    return Unrecognised(text, name).recognised(documents)


def beginning(text: str, name: str) -> Document:
    """Return a document of the beginning of a long file.

    It is never one of the dossier's, which are shorter.
    """
    return _unknown(lay_out(text), name)


def _readings(text: str, laid: Laid) -> list[list[str]]:
    """Return the paragraphs of a text in each way in which its lines may be read.

    As they are laid out, with every hyphen at the end of a line for one of the word's own, and
    with every line a paragraph.
    """
    joined = [sanitize(part.text) for part in laid.parts]
    hyphened = [sanitize(_with_hyphens(text, part)) for part in laid.parts]
    lines = [sanitize(line) for raw in text.split("\n") if (line := raw.strip())]
    return [
        reading
        for n, reading in enumerate((lines, joined, hyphened))
        if reading not in (lines, joined)[:n]
    ]


def _with_hyphens(text: str, part: Part) -> str:
    if len(part.pieces) == 1:
        return part.text
    shown = []
    for (at, start), (until, _next) in pairwise((*part.pieces, (len(part.text), 0))):
        line = part.text[at:until]
        end = start + len(line)
        is_divided = not line[-1:].isspace() and text[end : end + 1] in ("-", "\u2010")
        shown.append(f"{line}-" if is_divided and until < len(part.text) else line)
    return "".join(shown)


def _undated(line: str) -> tuple[str, str | None]:
    """Split off the ``date YYYY-MM-DD`` that stored pages put before a line.

    Returns the rest of the line, and the date or ``None``.
    """
    match = _DATE.match(line)
    return (line[match.end() :], match[1]) if match else (line, None)


def _unknown(laid: Laid, name: str) -> Document:
    texts = [sanitize(part.text) for part in laid.parts]
    rest, published = _undated(texts[0]) if texts else ("", None)
    texts = [rest, *texts[1:]] if rest else texts[1:]
    if laid.title:
        title = sanitize_line(laid.title)
        title = title if laid.own_title else _shortened(title)
    else:
        title = _shortened(texts[0]) if texts else sanitize_line(name)
    paragraphs = tuple(Paragraph(f"p{i}", text) for i, text in enumerate(texts, 1))
    language = languages.of(texts, laid.language)
    return Document(
        None,
        language,
        title,
        _with_attribution(_sanitized(_dated(laid.source, published, texts)), texts),
        (Text("original", language, paragraphs),),
    )


def _dated(source: Source, published: str | None, texts: Sequence[str]) -> Source:
    """Return the source with a day, where nothing before has told one."""
    if published is None and source.published is None:
        from reader.articles import days

        published = days.published(texts)
    return source if published is None else source._replace(published=published)


def _sanitized(source: Source) -> Source:
    publisher, author = (name and sanitize_line(name) for name in (source.publisher, source.author))
    via = tuple(filter(None, map(sanitize_line, source.via)))
    return source._replace(publisher=publisher, author=author, via=via)


def _with_attribution(source: Source, texts: Sequence[str]) -> Source:
    """Return the source with whom the text itself names, where what held it told nobody."""
    from reader.articles import attribution

    return (
        source
        if source.via
        else source._replace(via=attribution.named(texts, (), source.publisher))
    )


def _shortened(line: str) -> str:
    if len(line) <= LONGEST_TITLE:
        return line
    head = line[:LONGEST_TITLE]
    # At the end of a word, if one ends here; the ellipsis is one character.
    cut = head.rpartition(" ")[0] or head[:-1]
    return cut.rstrip(" ,;:.–—-") + "…"


def _recognised(
    lines: Sequence[str], hashes: Sequence[str], documents: Sequence[Document]
) -> tuple[int, Document] | None:
    """Return the document that has most of the paragraphs, and how many that are."""
    best: tuple[int, Document, list[tuple[int, int]]] | None = None
    for document in documents:
        wanted = document.fingerprints[: len(_edition(document).paragraphs)]
        if not wanted:
            continue
        pairs = _in_order(hashes, wanted)
        if len(pairs) * 2 >= len(wanted) and (best is None or len(pairs) > best[0]):
            best = (len(pairs), document, pairs)
    if best is None:
        return None
    count, document, pairs = best
    ids = [paragraph.id for paragraph in _edition(document).paragraphs]
    return count, with_original(document, _paragraphs(lines, ids, pairs))


def _edition(document: Document) -> Text:
    return next((t for t in document.texts if t.kind == "edition"), document.texts[0])


def with_original(document: Document, paragraphs: tuple[Paragraph, ...]) -> Document:
    """Return the document with its original before its other texts; another one makes room."""
    original = Text("original", document.language, paragraphs)
    others = [t for t in document.texts if t.kind != "original"]
    return document._replace(texts=(original, *others))


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
