"""How documents are set out for a person, by the commands that print them."""

from __future__ import annotations

from reader.briefings.headings import UNTRANSLATED
from reader.briefings.publication import TEXT_KINDS, chain, publication_line
from reader.briefings.tree import outline
from reader.cli import console
from reader.language.cells import padded, width, wrap
from reader.language.messages import _
from reader.model import DocumentView, Dossier


def to_standard_output(written: str | bytes, *, is_for_programs: bool) -> None:
    """Write what a format made: as it is for a program, in the locale's encoding for a person."""
    if isinstance(written, bytes):
        console.raw(written)
    elif is_for_programs:
        console.data(written)
    else:
        console.say(written.removesuffix("\n"))


def text(view: DocumentView, dossier: Dossier, language: str) -> str:
    """Set out a whole document: title, source, paragraphs with their ids in the margin."""
    columns = console.width()
    tree, shown = outline(dossier, view), view.text
    lines = [console.bold(line) for line in wrap(tree.title.text, columns)]
    if tree.id is not None:
        source = publication_line(tree.source, language)
        if others := chain(tree.source, [name.text for name in tree.attribution]):
            source += f" · {others}"
        lines += [console.dim(line) for line in wrap(source, columns)]
        lines += [console.dim(line) for line in wrap(_(TEXT_KINDS[tree.text]), columns)]
    margin = max((width(p.id) for p in shown.paragraphs), default=0) + 2
    for paragraph in shown.paragraphs:
        body = paragraph.text
        if paragraph.id in shown.untranslated:
            body += f" [{_(UNTRANSLATED)}]"
        first, *more = wrap(body, columns, padded(paragraph.id, margin))
        lines += ["", console.dim(first[:margin]) + first[margin:], *more]
    return "\n".join(lines)


def documents(dossier: Dossier, language: str) -> str:
    """List the documents of a dossier under its title."""
    columns = console.width()
    lines = [console.bold(line) for line in wrap(dossier.title, columns)]
    for document in dossier.documents:
        source = publication_line(document.source, language, day=True)
        lines += ["", f"{console.bold(document.id or '')}  {console.dim(source)}"]
        lines += wrap(document.title, columns, "    ")
    return "\n".join(lines)
