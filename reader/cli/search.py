"""``reader search QUERY``: the paragraphs in which something stands, or the lines of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.cli import console
from reader.cli.arguments import UsageError
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser, add_json
from reader.language.cells import padded, width, wrap
from reader.language.messages import _, ngettext
from reader.library.snippets import MORE

if TYPE_CHECKING:
    from reader.library.concordance import Line
    from reader.library.search import Hit

PROGRAM = "reader search"
LIMIT = 20
"""Hits that a person gets without ``--limit``; a program gets all."""

_VALUED = ("--limit", "--lang", "--dossier")
_MARGIN = "    "
_GAP = 2
_NARROWEST = 12
"""Cells on either side of what stands in the middle of a line."""


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "query",
        nargs="+",
        metavar=_("QUERY"),
        help=_(
            "words in any form; “several words” in quotation marks for these in their order, "
            "beginn*, -word, publisher:, after:, before:, lang:, entry:"
        ),
    )
    parser.add_argument(
        "--lines",
        action="store_true",
        help=_("each place on a line of its own, one below the other, sorted by what follows"),
    )
    parser.add_argument(
        "--preceding",
        action="store_true",
        help=_("sort these lines by what comes before"),
    )
    parser.add_argument(
        "--limit",
        metavar="N",
        help=_(
            "at most so many; without it {n} for a person, and all with --lines or --json"
        ).format(n=LIMIT),
    )
    add_json(parser, _("as JSON Lines, one hit per line"))


def ordered(arguments: Sequence[str]) -> list[str]:
    """Return arguments with the options first: a word with a minus before it is not one."""
    options: list[str] = []
    words: list[str] = []
    left = list(arguments)
    while left:
        each = left.pop(0)
        if each == "--":
            words += left
            break
        if each == "-h" or (each.startswith("--") and each != "--"):
            options.append(each)
            if each in _VALUED and left:
                options.append(left.pop(0))
        else:
            words.append(each)
    return [*options, "--", *words] if words else options


def run(context: CommandContext) -> int:
    arguments = context.args
    limit = _limit(arguments.limit)
    everything = arguments.json or arguments.lines
    collection = context.collection
    context.report_once(collection.source.problems)
    collection.matcher = context.matcher
    most = limit if limit is not None or everything else LIMIT
    found = collection.search(
        " ".join(arguments.query), context.language, None if arguments.lines else most
    )
    if found.slowly:
        console.print_error(
            _(
                "This SQLite has no full-text search (FTS5): every text was read, which takes long "
                "where there are many."
            )
        )
    if arguments.lines:
        from reader.library.concordance import lines

        every = lines(found.hits, "before" if arguments.preceding else "after", context.language)
        if not every:
            return _nothing()
        shown = every[:limit]
        _write_lines(shown, as_json=arguments.json)
        _tell_more(len(every) - len(shown), as_json=arguments.json)
        return FOUND
    if not found.hits:
        return _nothing()
    if arguments.json:
        _write_json(found.hits)
    else:
        _write_hits(context, found.hits)
        if found.more:
            console.print_text()
            console.print_text(_("There is more: --limit {n}").format(n=2 * len(found.hits)))
    return FOUND


def _limit(asked: str | None) -> int | None:
    if asked is None:
        return None
    if not (asked.isascii() and asked.isdigit() and int(asked[:9]) > 0):
        raise UsageError(PROGRAM, _("--limit takes a number from 1"))
    return int(asked[:9])


def _nothing() -> int:
    console.print_error(_("Nothing was found."))
    return NOTHING


def _tell_more(count: int, *, as_json: bool) -> None:
    if count and not as_json:
        console.print_error(ngettext("{n} more line", "{n} more lines", count).format(n=count))


def _write_json(hits: Sequence[Hit]) -> None:
    _write_json_lines(
        {
            "document": hit.document,
            "paragraph": hit.paragraph,
            "language": hit.language,
            "snippet": hit.snippet,
            "score": hit.score,
        }
        for hit in hits
    )


def _write_json_lines(shapes: Iterable[dict[str, object]]) -> None:
    import json

    encode = json.JSONEncoder(ensure_ascii=False).encode
    console.write_utf8(console.json_text("".join(f"{encode(shape)}\n" for shape in shapes)))


# Hits.


def _write_hits(context: CommandContext, hits: Sequence[Hit]) -> None:
    columns = console.width()
    for number, hit in enumerate(hits):
        if number:
            console.print_text()
        title = context.collection.title(hit.document, hit.language)
        place = f"{hit.document} {hit.paragraph}"
        first, *rest = wrap(title, columns - len(MORE), f"{place}  ")
        if hit.in_title and not rest:
            (first,) = _lit([first], hit, len(place) + 2)
        console.print_text(console.bold(place) + first[len(place) :] + (MORE if rest else ""))
        if not hit.in_title or rest:
            shown = wrap(hit.snippet, columns, _MARGIN)
            console.print_text("\n".join(_lit(shown, hit)))


def _lit(lines: Sequence[str], hit: Hit, begin: int = 0) -> list[str]:
    """Return the lines of a snippet with what was found in bold: wrapping changes only spaces.

    ``begin``: where the snippet begins in the first line.
    """
    if not console.styled():
        return list(lines)
    at = 0
    made = []
    for number, line in enumerate(lines):
        before = begin if number == 0 else 0
        parts: list[str] = [line[:before]]
        lit = False
        for character in line[before:]:
            if not character.isspace():
                while hit.snippet[at].isspace():
                    at += 1
            inside = any(start <= at < end for start, end in hit.marks)
            if inside != lit:
                parts.append("\x1b[1m" if inside else "\x1b[22m")
                lit = inside
            parts.append(character)
            at += not character.isspace()
        made.append("".join(parts) + ("\x1b[22m" if lit else ""))
    return made


# Lines.


def _write_lines(lines: Sequence[Line], *, as_json: bool) -> None:
    if as_json:
        _write_json_lines(line._asdict() for line in lines)
        return
    places = [f"{line.document} {line.paragraph}" for line in lines]
    margin = max(map(width, places)) + _GAP
    columns = max(console.columns(), margin + 3 * _NARROWEST)
    left = max(_NARROWEST, (columns - margin) * 2 // 5)
    language = lines[0].language
    for line, place in zip(lines, places, strict=True):
        if line.language != language:  # the other language, aligned by itself
            console.print_text()
            language = line.language
        before = _last_cells(line.before, left)
        room = columns - margin - left - width(line.hit)
        after = _first_cells(line.after, room)
        said = _first_cells(line.hit, columns - margin - left)
        indent = " " * (left - width(before))
        console.print_text(
            f"{console.dim(padded(place, margin))}{indent}{before}{console.bold(said)}{after}".rstrip()
        )


def _first_cells(text: str, cells: int) -> str:
    """Return the beginning of a text that takes no more than so many cells."""
    if width(text) <= cells:
        return text
    end = 0
    used = 0
    while used + width(text[end]) <= cells:
        used += width(text[end])
        end += 1
    return text[:end]


def _last_cells(text: str, cells: int) -> str:
    """Return the end of a text that takes no more than so many cells."""
    start = max(0, len(text) - cells)
    while width(text[start:]) > cells:
        start += 1
    return text[start:]
