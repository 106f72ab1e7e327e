"""How documents are set out for a person, by the commands that print them."""

from __future__ import annotations

from reader.cli import console
from reader.language.cells import padded, width, wrap
from reader.language.messages import N_, _
from reader.model import Document, DocumentView, Dossier


def to_standard_output(written: str | bytes, *, is_for_programs: bool) -> None:
    """Write what a format made: as it is for a program, in the locale's encoding for a person."""
    if isinstance(written, bytes):
        console.raw(written)
    elif is_for_programs:
        console.data(written)
    else:
        console.say(written.removesuffix("\n"))


TEXTS = {
    "original": N_("the publisher’s own words"),
    "version": N_("the publisher’s own words"),
    "edition": N_("our retelling, paragraph by paragraph"),
    "translation": N_("translation of our retelling"),
}


def source_line(document: Document, dossier: Dossier, language: str) -> str:
    """“Report · 20 December 2025 · Report ← US Embassy in Azerbaijan”."""
    from reader.language import dates

    source = document.source
    if document.id is None:
        return ""
    if source.published:
        when = dates.date(source.published, language)
    elif source.published_inferred:
        inferred = dates.date(source.published_inferred, language)
        when = _("no date given; inferred: {date}").format(date=inferred)
    else:
        when = _("no date given")
    parts = [source.publisher or _("publisher not named"), when]
    if source.attribution:
        entries = (dossier.entry(id) for id in source.attribution)
        chain = [entry.name(language) for entry in entries if entry]
        parts.append(" ← ".join([*filter(None, [source.publisher]), *chain]))
    return " · ".join(parts)


def text(view: DocumentView, dossier: Dossier, language: str) -> str:
    """A whole document: title, source, paragraphs with their ids in the margin."""
    columns = console.width()
    document, shown = view.document, view.text
    title = wrap(document.title, columns)
    lines = [console.bold(line) for line in title]
    source = source_line(document, dossier, language)
    lines += [console.dim(line) for line in wrap(source, columns) if line]
    if document.id is not None:
        lines += [console.dim(line) for line in wrap(_(TEXTS[shown.kind]), columns)]
    margin = max((width(p.id) for p in shown.paragraphs), default=0) + 2
    for paragraph in shown.paragraphs:
        body = paragraph.text
        if paragraph.id in shown.untranslated:
            body += " [" + _("not translated") + "]"
        first, *others = wrap(body, columns, padded(paragraph.id, margin))
        lines += ["", console.dim(first[:margin]) + first[margin:], *others]
    return "\n".join(lines)


def documents(dossier: Dossier, language: str) -> str:
    """The dossier's title and a list of its documents."""
    from reader.language import dates

    columns = console.width()
    lines = [console.bold(line) for line in wrap(dossier.title, columns)]
    for document in dossier.documents:
        source = document.source
        parts = [source.publisher or _("publisher not named")]
        if source.published:
            parts.append(dates.date(source.published[:10], language))
        elif source.published_inferred:
            inferred = dates.date(source.published_inferred, language)
            parts.append(_("no date given; inferred: {date}").format(date=inferred))
        lines += ["", f"{console.bold(document.id or '')}  {console.dim(' · '.join(parts))}"]
        lines += wrap(document.title, columns, "    ")
    return "\n".join(lines)
