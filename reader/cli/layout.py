"""Documents set out as text for a person, by the commands that print them."""

from __future__ import annotations

from collections.abc import Sequence

from reader.briefings import added
from reader.briefings.headings import DISCREPANCIES, UNTRANSLATED
from reader.briefings.outlining import outline
from reader.briefings.publication import TEXT_KINDS, begins_with_title, byline, chain, known_line
from reader.briefings.tree import Discrepancy, Line
from reader.cli import console
from reader.kept.places import ReadFile
from reader.language.cells import padded, width, wrap
from reader.language.messages import _
from reader.language.sanitize import sanitize_line
from reader.library.index import Row
from reader.model import DocumentView, Dossier


def to_standard_output(written: str | bytes, *, is_for_programs: bool) -> None:
    """Write what a format made, bytes or text.

    Text for a program is UTF-8, text for a person is in the locale's encoding.
    """
    if isinstance(written, bytes):
        console.write_bytes(written)
    elif is_for_programs:
        console.write_utf8(written)
    else:
        console.print_text(written.removesuffix("\n"))


def text(view: DocumentView, dossier: Dossier, language: str) -> str:
    """Return a whole document as text: title, source, paragraphs.

    The ids of paragraphs stand in the margin.
    """
    columns = console.width()
    tree, shown = outline(dossier, view), view.text
    lines = []
    if not begins_with_title(view):
        lines = [console.bold(line) for line in wrap(tree.headline.text, columns)]
    if tree.id is not None:
        source = byline(tree.source, tree.text, language)
        if others := chain(tree.source, [name.text for name in tree.attribution]):
            source += f" · {others}"
        lines += [console.dim(line) for line in wrap(source, columns)]
        lines += [console.dim(line) for line in wrap(_(TEXT_KINDS[tree.text]), columns)]
        if (url := tree.source.url) is not None:
            lines += [console.linked(line, url) for line in wrap(url, columns)]
    elif known := known_line(tree.source, language):
        lines += [console.dim(line) for line in wrap(known, columns)]
    margin = max((width(p.id) for p in shown.paragraphs), default=0) + 2
    for paragraph in shown.paragraphs:
        body = paragraph.text
        if paragraph.id in shown.untranslated:
            body += f" [{_(UNTRANSLATED)}]"
        first, *more = wrap(body, columns, padded(paragraph.id, margin))
        lines += [*([""] if lines else []), console.dim(first[:margin]) + first[margin:], *more]
    return "\n".join(lines)


def documents(dossier: Dossier, rows: Sequence[Row], language: str) -> str:
    """Return the list of documents under the title of their dossier, and its editors' note."""
    columns = console.width()
    lines = [console.bold(line) for line in wrap(dossier.title, columns)]
    if dossier.note:
        mark = f" [{_(UNTRANSLATED)}]" if dossier.note_untranslated else ""
        lines += ["", *wrap(dossier.note + mark, columns)]
    for row in rows:
        source = byline(row.source, row.text, language, day=True)
        if width(row.key) + 2 + width(source) <= columns:
            lines += ["", f"{console.bold(row.key)}  {console.dim(source)}"]
        else:
            lines += ["", console.bold(row.key)]
            lines += [console.dim(line) for line in wrap(source, columns, "    ")]
        mark = f" [{_(UNTRANSLATED)}]" if row.untranslated else ""
        lines += wrap(row.title + mark, columns, "    ")
    return "\n".join(lines)


def files(read: Sequence[ReadFile]) -> str:
    """Return the files that were read, each path with its title below."""
    columns = console.width()
    lines: list[str] = []
    for file in read:
        lines += ["", console.bold(sanitize_line(file.path))]
        lines += wrap(file.title, columns, "    ")
    return "\n".join(lines[1:])


def discrepancies(dossier: Dossier, found: Sequence[Discrepancy]) -> str:
    """Return what documents tell differently, under the title of their dossier."""
    columns = console.width()
    title = f"{dossier.title}: {_(DISCREPANCIES)}"
    lines = [console.bold(line) for line in wrap(title, columns)]
    for each in found:
        lines += ["", *map(console.bold, wrap(_marked(each.about), columns))]
        for side in added.sides(each):
            lines += wrap(_marked(side), columns, "  • ")
        lines += wrap(_marked(added.why(each, _)), columns, "  ")
    return "\n".join(lines)


def _marked(line: Line) -> str:
    return f"{line.text} [{_(UNTRANSLATED)}]" if line.untranslated else line.text
