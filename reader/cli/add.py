"""``reader add FILE|FOLDER|-|URL…``: add articles to the reader's own."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.cli import console
from reader.cli.context import BAD, FOUND, CommandContext
from reader.cli.parser import Parser, add_json
from reader.errors import ReaderError
from reader.language import dates, messages
from reader.language.interface import describe
from reader.language.messages import _, ngettext
from reader.language.sanitize import sanitize_line

if TYPE_CHECKING:
    from reader.library.own.adding import Batch
    from reader.library.own.importing import Result
    from reader.model import Problem

_PREVIEWED = 12
"""Articles of which it is shown what would come of them, before anything is written."""
_LISTED = 40
"""Articles from which on a terminal gets how many there are, and not each."""
_BEAT = 16


def add_arguments(parser: Parser) -> None:
    parser.description = _(
        "Add articles to your own: files, all files of a folder, standard input, or a page of the"
        " web whose address is given. An article that is there already is not added again; another"
        " version of it keeps the one before. The original of an article of the dossier is attached"
        " to that."
    )
    parser.add_argument(
        "names",
        nargs="+",
        metavar=_("FILE"),
        help=_("files, folders, web addresses, or - for standard input"),
    )
    parser.add_argument(
        "--into",
        default="",
        metavar=_("NAME"),
        help=_("the folder among your articles to put them in, such as caucasus/energy"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("only tell what would become of each article")
    )
    parser.add_argument("--yes", action="store_true", help=_("add without asking before"))
    parser.add_argument(
        "--allow-local",
        action="store_true",
        help=_("fetch also from addresses on your own machine or network"),
    )
    add_json(parser, _("as JSON, a line for each article"))


def run(context: CommandContext) -> int:
    args = context.args
    batch = _gathered(context)
    if args.dry_run:
        return _told(context, _imported(context, batch, dry=True))
    asks = console.is_terminal(sys.stdout) and console.is_terminal(sys.stdin)
    if asks and not args.yes and not args.json and not _agreed(context, batch):
        console.print_text(_("Nothing was added."))
        return FOUND
    return _told(context, _imported(context, batch), batch.others)


# What is to be added.


def _gathered(context: CommandContext) -> Batch:
    from reader.articles import decoding
    from reader.dossiers import own_article, own_places
    from reader.library.own import adding
    from reader.library.own.candidates import Asked, Candidate, Reader

    into = own_places.folder_name(context.args.into)
    reader = Reader.of(_root(context), own_article.now())
    batch = adding.Batch([], [])
    for name in context.args.names:
        try:
            if name == "-":
                found = adding.piped(reader, decoding.bytes_of(None), into)
            else:
                found = adding.named(reader, name, into, allow_local=context.args.allow_local)
        except ReaderError as error:
            found = adding.Batch([Candidate(name, problems=error.problems)], [])
        batch.candidates.extend(found.candidates)
        batch.files.extend(found.files)
        batch = batch._replace(others=batch.others + found.others)
    known = dict.fromkeys(Asked(*file) for file in batch.files)
    return batch._replace(files=list(known))


def _root(context: CommandContext) -> str:
    """Return the folder of the dossier whose originals are recognised, once its index is there."""
    assert context.collection.is_open
    return str(context.root)


# Adding.


def _imported(context: CommandContext, batch: Batch, *, dry: bool = False) -> Iterator[Result]:
    from reader.library.own import adding

    label = _("Reading articles") if dry else _("Adding articles")
    progress = _seldom(console.progress(label))
    total = batch.size
    indexing = console.progress(_("Indexing your articles"))
    results = adding.imported(_root(context), batch, dry=dry, indexing=indexing)
    for done, result in enumerate(results, 1):
        progress(min(done, total), total)
        yield result
    progress(total, total)


def _seldom(show: Callable[[int, int], None] | None) -> Callable[[int, int], None]:
    def progress(done: int, total: int) -> None:
        if show is not None and total > 1 and (done % _BEAT == 0 or done == total):
            show(done, total)

    return progress


def _agreed(context: CommandContext, batch: Batch) -> bool:
    """Show what would come of the first articles, and ask."""
    total = batch.size
    first = batch.beginning(_PREVIEWED)
    results = list(_imported(context, first, dry=True))
    for result in results:
        _print(result)
    if (rest := total - first.size) > 0:
        more = ngettext("… and {n} more file", "… and {n} more files", rest)
        console.print_text(more.format(n=dates.number(rest, messages.language())))
    if rest <= 0 and all(result.status in ("unchanged", "failed") for result in results):
        return True  # there is nothing to decide
    try:
        answer = input(_("Add? [Y/n]") + " ").strip().lower()
    except EOFError:
        return False
    return answer in ("", "y", "yes", _("y"), _("yes"))


# What came of it.


def _told(context: CommandContext, results: Iterable[Result], others: int = 0) -> int:
    from reader.library.own import telling

    counts: Counter[str] = Counter()
    failed: list[Result] = []
    brief = console.is_terminal(sys.stdout)
    for number, result in enumerate(results):
        counts[result.status] += 1
        if context.args.json:
            console.write_utf8(
                console.json_text(json.dumps(shape(result), ensure_ascii=False)) + "\n"
            )
        elif not brief or number < _LISTED:
            _print(result)
        if result.status == "failed":
            failed.append(result)
    if not context.args.json:
        console.print_text(telling.counted(counts, others))
    _tell_failed([problem for result in failed for problem in result.problems])
    return BAD if failed else FOUND


def _tell_failed(problems: Sequence[Problem]) -> None:
    """Say why files failed; a full disk is told of once, with how many it kept out."""
    from reader.library.own.importing import NOT_WRITTEN

    told = 0
    for problem in problems:
        told += problem.message == NOT_WRITTEN
        if problem.message != NOT_WRITTEN or told == 1:
            console.print_error(f"reader: {describe(problem)}")
    if more := told - 1 if told else 0:
        text = ngettext("So it is with {n} more article.", "So it is with {n} more articles.", more)
        counted = dates.number(more, messages.language())
        console.print_error(f"reader: {text.format(n=counted)}")


def shape(result: Result) -> dict[str, object]:
    """Return what a program gets of a result."""
    from reader.library.own import telling

    document = result.document
    source = document.source if document is not None else None
    return {
        "path": result.path,
        "status": result.status,
        "document": result.key,
        "title": document.title if document is not None else None,
        "published": source.published if source is not None else None,
        "publisher": source.publisher if source is not None else None,
        "language": document.language if document is not None else None,
        "encoding": result.encoding,
        "message": telling.message(result) or None,
    }


def _print(result: Result) -> None:
    from reader.library.own import telling

    word = _(telling.STATUSES[result.status])
    if result.document is None:
        console.print_text(f"{word}  {sanitize_line(result.path)}")
        return
    source = result.document.source
    about = (source.publisher, source.published, result.document.language, result.encoding)
    console.print_text(f"{word}  {console.bold(result.key or '')}  {result.document.title}")
    console.print_text(console.dim("    " + " · ".join(filter(None, about))))
    if said := telling.message(result):
        console.print_text(f"    {said}")
