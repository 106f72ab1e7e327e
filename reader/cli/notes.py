"""``reader notes [ARTICLE…]``: the reader's own notes, listed, exported, added."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader import storage
from reader.cli import console, layout
from reader.cli.arguments import UsageError
from reader.cli.context import FOUND, NOTHING, CommandContext
from reader.cli.parser import Parser
from reader.errors import ReaderError
from reader.language.messages import N_, _
from reader.language.sanitize import clean_input, sanitize_line

if TYPE_CHECKING:
    from reader.library.note_items import Listed
    from reader.library.notes import Note
    from reader.library.noting import Notes
    from reader.model import DocumentView

PROGRAM = "reader notes"

LARGEST = 2**20
"""Bytes of a file of no dossier that is read to find the places of notes on it, unless named."""


def add_arguments(parser: Parser) -> None:
    from reader.printing.notes import FORMATS

    parser.add_argument(
        "documents",
        nargs="*",
        metavar=_("ARTICLE"),
        help=_("only notes on these: articles’ ids, or files (default: all notes)"),
    )
    parser.add_argument(
        "--tag",
        action="append",
        default=[],
        metavar=_("TAG"),
        help=_("only notes with this tag; with each of them, where there are more"),
    )
    parser.add_argument(
        "--search",
        default="",
        metavar=_("WORDS"),
        help=_("only notes with words that begin so, in the note, its tags or its quotation"),
    )
    parser.add_argument(
        "--format",
        choices=list(FORMATS),
        default="text",
        help=_("the output format (default: text)"),
    )
    parser.add_argument(
        "--output",
        "-o",
        metavar=_("FILE"),
        help=_("write to this file (default: standard output)"),
    )
    parser.add_argument("--force", action="store_true", help=_("overwrite an existing file"))
    parser.add_argument(
        "--add", metavar=_("TEXT"), help=_("add a note on one article, with the tags given")
    )
    parser.add_argument(
        "--at", metavar=_("ID"), help=_("the paragraph or claim that a new note is on, such as p3")
    )
    parser.add_argument(
        "--quote", metavar=_("WORDS"), help=_("the words of the text that a new note is on")
    )


def run(context: CommandContext) -> int:
    args = context.args
    notes = context.notes
    if args.add is not None:
        return _add(context, notes)
    if args.at is not None or args.quote is not None:
        raise UsageError(PROGRAM, _("--at and --quote say what a new note is on: say --add too"))
    if args.output is not None and not args.force and storage.exists(Path(args.output)):
        raise ReaderError.at(
            args.output,
            N_("This file exists: choose another name, or add --force to overwrite it."),
        )
    listed = _listed(context, notes)
    context.report_once(notes.problems)
    return _write(context, listed)


def _write(context: CommandContext, listed: Sequence[Listed]) -> int:
    from reader.printing import destinations
    from reader.printing.notes import FOR_PROGRAMS, FORMATS

    args = context.args
    is_for_programs = args.format in FOR_PROGRAMS
    if not listed and not is_for_programs:
        console.print_error(_("There are no such notes."))
        return NOTHING
    columns = 80 if args.output is not None else console.width()
    written = FORMATS[args.format](listed, context.language, columns)
    if args.output is not None:
        destinations.to_file(Path(args.output), written, force=args.force)
        console.print_error(_("Written: {file}").format(file=sanitize_line(args.output)))
    else:
        written = console.json_text(written) if is_for_programs else written
        layout.to_standard_output(written, is_for_programs=is_for_programs)
    return FOUND if listed else NOTHING


def _listed(context: CommandContext, notes: Notes) -> list[Listed]:
    """Return the notes that are asked for, document by document."""
    from reader.library.note_items import Listed, cited, matching

    wanted = matching(notes.all(), context.args.tag, context.args.search)
    ids = {note.id for note in wanted}
    dossier = context.dossier.title
    listed: list[Listed] = []
    for name, key, stored in _subjects(context, notes, wanted):
        if key is None:
            listed += [Listed(note, "") for note in stored if note.id in ids]
            continue
        view = _view(context, name, key)
        listed += [
            Listed(each.note, view.document.title, each, cited(each, view, dossier))
            for each in notes.placed(key, view)
            if each.note.id in ids
        ]
    return listed


def _subjects(
    context: CommandContext, notes: Notes, wanted: Sequence[Note]
) -> list[tuple[str, str | None, list[Note]]]:
    """Return what the notes are on by its name and key; no key for what can't be opened."""
    collection = context.collection
    by_document: dict[str, list[Note]] = {}
    for note in wanted:
        by_document.setdefault(note.document, []).append(note)
    named: Sequence[str] = context.args.documents
    if not named:
        return [(id, _key(context, id, on), on) for id, on in by_document.items()]
    found: list[tuple[str, str | None, list[Note]]] = []
    for name in dict.fromkeys(named):
        if name in by_document and collection.position(name) is None:
            on = by_document[name]
            found.append((name, _key(context, name, on), on))
        else:
            key = context.opened(name)
            found.append((name, key, notes.on(key)))
    return found


def _key(context: CommandContext, id: str, on: Sequence[Note]) -> str | None:
    """Return the key of what notes are on; a file that is small is opened for it."""
    from reader.library.sources import Files

    if not any(note.fingerprint for note in on):
        return id if context.collection.position(id) is not None else None
    with suppress(OSError, ValueError, ReaderError):
        if id and Path(id).is_file() and Path(id).stat().st_size <= LARGEST:
            article = Files((id,), context.collection.recognise).get(id).document
            if article is not None and article.id is None:
                return context.collection.add_article(article, id)
    return None


def _view(context: CommandContext, name: str, key: str) -> DocumentView:
    """Return what is shown of a document by its id, or of the file that was named."""
    language = context.language if name == key else context.collection.own_language(key)
    return context.collection.view(key, language)


def _add(context: CommandContext, notes: Notes) -> int:
    args = context.args
    if len(args.documents) != 1:
        raise UsageError(PROGRAM, _("--add adds a note to one article: name exactly one"))
    if not args.add.strip():
        raise UsageError(PROGRAM, _("a note needs some words"))
    key = context.opened(args.documents[0])
    note = _new(context, key)
    notes.add(note)
    context.report_once(notes.problems)
    console.print_text(note.id)
    return FOUND


def _new(context: CommandContext, key: str) -> Note:
    """Make the note that the options tell of."""
    from reader.library.note_items import clean_tags

    args, notes, view = context.args, context.notes, _view(context, context.args.documents[0], key)
    text, tags, at, quote = clean_input(args.add).strip(), clean_tags(args.tag), args.at, args.quote
    claims = view.document.summary.claims if view.document.summary else ()
    if at in {claim.id for claim in claims}:
        if quote is not None:
            raise UsageError(PROGRAM, _("--quote is for words of the text, not of a claim"))
        return notes.of_claim(key, view, at, text, tags)
    if at is not None and at not in {p.id for p in view.paragraphs}:
        raise UsageError(PROGRAM, _("there is no paragraph or claim “{id}” here").format(id=at))
    if quote is None:
        if at is None:
            raise UsageError(PROGRAM, _("say what the note is on: --at ID, or --quote WORDS"))
        return notes.of_paragraph(key, view, at, text, tags)
    found = [
        (p.id, start)
        for p in view.paragraphs
        if at in (None, p.id) and quote
        for start in _starts(p.text, quote)
    ]
    if len(found) != 1:
        message = (
            _("“{words}” occurs here more than once: quote more words, or add --at")
            if found
            else _("“{words}” does not stand in this text")
        )
        raise UsageError(PROGRAM, message.format(words=sanitize_line(quote)))
    ((paragraph, start),) = found
    where = (paragraph, start), (paragraph, start + len(quote))
    return notes.of_selection(key, view, where, text, tags)


def _starts(text: str, words: str) -> list[int]:
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found
