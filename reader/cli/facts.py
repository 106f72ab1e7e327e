"""Facts of a text: ``reader facts FILE``, times, numbers, names and quotations, a filter.

In JSON a paragraph is a line that is not blank, as in ``reader terms``; what a person gets are lines
of the file and their columns, from 1.
"""

from __future__ import annotations

import itertools
from argparse import ArgumentTypeError
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.cli import console
from reader.cli.context import FOUND, NOTHING, CommandContext, report
from reader.cli.parser import Parser, add_glossary, add_json
from reader.language.messages import _

if TYPE_CHECKING:
    from reader.facts.lines import AssertedLine, FactLine
    from reader.facts.values import Fact
    from reader.terms.lines import Places

_AT_ONCE = 500
"""Facts that are written together."""


def add_arguments(parser: Parser) -> None:
    parser.add_argument("file", metavar=_("FILE"), help=_("a text file, or - for standard input"))
    parser.add_argument(
        "--published",
        metavar=_("DATE"),
        type=_day,
        help=_("the day the text appeared, from which “yesterday” counts, such as 2026-02-10"),
    )
    parser.add_argument(
        "--language",
        choices=("ru", "en"),
        help=_("the language of the text; default: that of the letters of each paragraph"),
    )
    parser.add_argument(
        "--sentences", action="store_true", help=_("who says each sentence, and how firmly")
    )
    add_glossary(parser)
    add_json(parser, _("as JSON Lines, one fact or sentence per line"))


def _day(written: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(written[:10]).isoformat()
    except ValueError:
        raise ArgumentTypeError(
            _("“{value}” is not a date such as 2026-02-10").format(value=written)
        ) from None


def run(context: CommandContext) -> int:
    from reader.articles.decoding import path_of
    from reader.articles.reading import read_text
    from reader.facts import lines
    from reader.facts.extractor import Extractor
    from reader.terms.lines import Places

    args = context.args
    taken = read_text(path_of(args.file))
    report(taken.problems)
    matcher = None if args.sentences else context.matcher
    extractor = Extractor(matcher, args.published, args.language)
    find = lines.sentences if args.sentences else lines.facts
    found: Iterator[FactLine | AssertedLine] = find(taken.text, extractor, taken.laid)
    places = Places(taken.text)
    write = _json if args.json else _plain
    any_found = False
    while some := list(itertools.islice(found, _AT_ONCE)):
        any_found = True
        console.write_utf8(write(args.file, some, places))
    return FOUND if any_found else NOTHING


def _json(_file: str, some: Sequence[FactLine | AssertedLine], _places: Places) -> str:
    import json

    encode = json.JSONEncoder(ensure_ascii=False).encode
    rows = ({"paragraph": line.paragraph} | line[2].as_json() for line in some)
    return console.json_text("".join(f"{encode(row)}\n" for row in rows))


def _plain(file: str, some: Sequence[FactLine | AssertedLine], places: Places) -> str:
    from reader.facts.lines import FactLine
    from reader.language.sanitize import sanitize_line

    out = []
    for line in some:
        row, column = places.of(line)
        said = _told(line.fact) if isinstance(line, FactLine) else _asserted(line)
        out.append(f"{sanitize_line(file)}:{row}:{column}: {sanitize_line(said)}\n")
    return "".join(out)


def _told(fact: Fact) -> str:
    """Write a fact for a person."""
    told = {"time": _time, "number": _number, "name": _name, "quote": _quote}[fact.kind](fact)
    return f"{fact.text} → {told}"


def _time(fact: Fact) -> str:
    if fact.value is None:
        return _("unknown without --published")
    marks = [fact.mod] if fact.mod else []
    if fact.approx:
        marks.append(_("about"))
    if fact.ambiguous:
        marks.append(_("or {other}").format(other=fact.alternative))
    return " ".join([str(fact.value), *marks])


def _number(fact: Fact) -> str:
    value = fact.value
    size = "–".join(map(str, value)) if isinstance(value, tuple) else str(value)
    marks = [_("about")] if fact.approx or fact.vague else []
    return " ".join([*([fact.cmp] if fact.cmp else []), size, fact.unit or "", *marks]).strip()


def _name(fact: Fact) -> str:
    return fact.entry or _("a name")


def _quote(fact: Fact) -> str:
    return fact.speaker.text if fact.speaker else _("nobody is named")


def _asserted(line: AssertedLine) -> str:
    from reader.briefings.added import OF_SENTENCES

    said = line.asserted
    spans = (said.speaker, said.cue, *said.hedges)
    told = dict.fromkeys(span.text for span in spans if span is not None)
    return " · ".join([_(OF_SENTENCES[said.status]), *told])
