r"""Mentions of the glossary's terms in texts: ``reader terms FILE…``, a filter.

Lines end at ``\n`` or ``\r\n`` only. In JSON a paragraph is a line that is not blank, and offsets
count code points from the first character of it that is not white space. What a person and an editor
get are lines of the file and their columns, from 1.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli import console
from reader.cli.context import BAD, FOUND, NOTHING, CommandContext, report, report_alphabets
from reader.cli.parser import Parser, add_glossary, add_json
from reader.errors import ReaderError
from reader.language.messages import _

if TYPE_CHECKING:
    from reader.terms.lines import Line, Places


_AT_ONCE = 500
"""Mentions that are written together."""


def add_arguments(parser: Parser) -> None:
    parser.add_argument(
        "files", nargs="+", metavar=_("FILE"), help=_("a text file, or - for standard input")
    )
    add_glossary(parser)
    parser.add_argument("--nested", action="store_true", help=_("also terms inside other terms"))
    add_json(parser, _("as JSON Lines, one mention per line"))


def run(context: CommandContext) -> int:
    matcher = context.matcher
    found = failed = False
    for name in context.args.files:
        from reader.articles.decoding import path_of
        from reader.articles.reading import read_text
        from reader.terms.lines import Places, lines

        try:
            taken = read_text(path_of(name))
        except ReaderError as error:
            report(error.problems)
            failed = True
            continue
        report(taken.problems)
        text = taken.text
        mentions = lines(name, text, matcher, taken.laid, nested=context.args.nested)
        texts: set[str] = set()
        places = Places(text)
        write = _json if context.args.json else _plain
        # As they are found: a long text is not kept twice.
        while some := list(itertools.islice(mentions, _AT_ONCE)):
            found = True
            texts.update(mention.text for mention in some)
            console.write_utf8(write(some, places))
        report_alphabets(name, text, texts)
    if failed:
        return BAD
    return FOUND if found else NOTHING


def _json(mentions: Sequence[Line], _places: Places) -> str:
    import json

    # One encoder for all lines: json.dumps makes one for each.
    encode = json.JSONEncoder(ensure_ascii=False).encode
    return console.json_text("".join(f"{encode(mention._asdict())}\n" for mention in mentions))


def _plain(mentions: Sequence[Line], places: Places) -> str:
    from reader.language.sanitize import sanitize_line

    out = []
    for mention in mentions:
        line, column = places.of(mention)
        place = f"{sanitize_line(mention.file)}:{line}:{column}"
        out.append(f"{place}: {sanitize_line(mention.text)} → {mention.entry}\n")
    return "".join(out)
