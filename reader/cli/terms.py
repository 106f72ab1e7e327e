r"""``reader terms FILE…``: every mention of every term, as a filter.

Lines end at ``\n`` or ``\r\n`` only. A paragraph is a line that is not blank; offsets count
code points from the first character of it that is not white space.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reader.cli import console
from reader.cli.context import BAD, FOUND, NOTHING, CommandContext, report
from reader.cli.parser import Parser, add_json
from reader.errors import ReaderError
from reader.language.messages import _
from reader.model import Mention

_LINE = re.compile(r"[^\n]+")


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar=_("FILE"), help=_("a text file, or - for standard input")
    )
    parser.add_argument(
        "--glossary",
        metavar="GLOSSARY.yaml",
        help=_("terms of this file, in place of the dossier’s; id, kind and terms are enough"),
    )
    parser.add_argument("--nested", action="store_true", help=_("terms inside other terms, too"))
    add_json(parser, _("as JSON Lines, one mention a line"))


def run(request: CommandContext) -> int:
    matcher = request.matcher
    found = failed = False
    for name in request.args.files:
        from reader.articles.decoding import read_exactly

        try:
            text = read_exactly(None if name == "-" else Path(name))
        except ReaderError as error:
            report(error.problems)
            failed = True
            continue
        mentions = matcher.mentions(text, nested=request.args.nested)
        found = found or bool(mentions)
        write = _json if request.args.json else _plain
        console.data(write(name, located(text, mentions)))
    if failed:
        return BAD
    return FOUND if found else NOTHING


class Located(NamedTuple):
    """A mention by the paragraph it starts in; offsets count from that paragraph's start."""

    paragraph: int
    start: int
    end: int
    mention: Mention


def located(text: str, mentions: list[Mention]) -> Iterator[Located]:
    """The mentions of ``text`` by its paragraphs, counted from 1."""
    starts = [
        match.start() + len(line) - len(line.lstrip())
        for match in _LINE.finditer(text)
        if (line := match[0]).strip()
    ]
    for mention in mentions:
        number = bisect_right(starts, mention.start)
        start = starts[number - 1]
        yield Located(number, mention.start - start, mention.end - start, mention)


def _json(name: str, mentions: Iterator[Located]) -> str:
    import json

    # One encoder for all lines: json.dumps makes one for each.
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lines = "".join(
        encode(
            {
                "file": name,
                "paragraph": paragraph,
                "start": start,
                "end": end,
                "text": mention.text,
                "entry": mention.entry,
            }
        )
        + "\n"
        for paragraph, start, end, mention in mentions
    )
    return console.json_text(lines)


def _plain(name: str, mentions: Iterator[Located]) -> str:
    from reader.language.sanitize import one_line

    shown = one_line(name)
    return "".join(
        f"{shown}:{paragraph}:{start}-{end}: {one_line(mention.text)} → {mention.entry}\n"
        for paragraph, start, end, mention in mentions
    )
