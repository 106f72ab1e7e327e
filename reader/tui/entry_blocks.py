"""Present an entry of the glossary as blocks, for its popup and the glossary's screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader import storage
from reader.language.entry_kinds import KINDS
from reader.language.locales import language_title
from reader.language.messages import _, ngettext
from reader.language.sanitize import sanitize_line
from reader.library.index import Occurrence
from reader.model import Dossier, Entry
from reader.tui.presenters import SpanBuilder, marked
from reader.tui.widgets.blocks import Block, Role


def entry_blocks(
    entry: Entry,
    dossier: Dossier,
    occurrences: Sequence[Occurrence],
    titles: dict[str, str],
    also: Sequence[str] = (),
    *,
    how: str = "",
) -> list[Block]:
    """Return the blocks of a glossary entry.

    They are its names in every language, definition, forms in use, mentions and relations.
    ``titles`` are the documents' titles by their key. A link's target is ``document#paragraph``.
    ``also``: ids of the other entries that the mention may name. ``how`` says by which keys one of
    the reader's own is changed.
    """
    from reader.terms.remarks import about_forms

    language = dossier.shown_in
    blocks = [
        Block("name", entry.name(language), "title"),
        Block("kind", _(KINDS[entry.kind]), "meta", gap=0),
    ]
    if entry.own:
        from reader.dossiers.paths import user_glossary

        file = sanitize_line(storage.short_name(user_glossary(dossier.id)))
        text = " · ".join(filter(None, [_("Your own entry, in {file}").format(file=file), how]))
        blocks.append(Block("own", text, "meta", gap=0))
    if also:
        blocks.append(_names_of(also, dossier, _("Here it may also be:") + " ").block("also"))
    for n, code in enumerate(sorted(entry.terms, key=lambda c: c != language)):
        names = "; ".join(term.text for term in entry.terms[code])
        name = language_title(code, language)
        blocks.append(Block(f"terms/{code}", f"{name}: {names}", "paragraph", gap=0 if n else 1))
    blocks += [
        Block(f"remark/{n}", remark, "meta", gap=0)
        for n, remark in enumerate(about_forms(entry.terms, language))
    ]
    role: Role = "untranslated" if entry.untranslated else "paragraph"
    if entry.definition:
        text = marked(entry.definition, untranslated=entry.untranslated)
        blocks.append(Block("definition", text, role))
    if entry.related:
        blocks.append(Block("related", _("Related"), "heading"))
        blocks.append(_names_of(entry.related, dossier).block("related-entries", gap=0))
    if occurrences:
        blocks += _occurrence_blocks(occurrences, titles)
    if entry.source:
        blocks.append(Block("sources", _("References"), "heading"))
        blocks += [Block(f"source/{n}", s, "note", gap=0) for n, s in enumerate(entry.source)]
    return blocks


def _names_of(ids: Sequence[str], dossier: Dossier, before: str = "") -> SpanBuilder:
    """Return a line of links to entries."""
    line = SpanBuilder(before)
    for n, id in enumerate(ids):
        if n:
            line.add(" · ")
        entry = dossier.entry(id)
        line.link(entry.name(dossier.shown_in) if entry else id, "mention", id)
    return line


def _occurrence_blocks(occurrences: Sequence[Occurrence], titles: dict[str, str]) -> list[Block]:
    blocks = [Block("forms", _("Wording in the articles"), "heading")]
    counts = Counter(" ".join(o.text.split()) for o in occurrences)
    forms = ", ".join(
        form if count == 1 else f"{form} ({count})" for form, count in counts.most_common()
    )
    blocks.append(Block("form-list", forms, gap=0))
    by_document: dict[str, dict[str, None]] = {}
    for o in occurrences:
        by_document.setdefault(o.document, {})[o.paragraph] = None
    places = len({(o.document, o.paragraph) for o in occurrences})
    count = ngettext("Mentioned in {n} paragraph", "Mentioned in {n} paragraphs", places)
    blocks.append(Block("mentions", count.format(n=places), "heading"))
    for key, paragraphs in by_document.items():
        line = SpanBuilder(titles.get(key, key))
        for id in paragraphs:
            line.add("\u00a0").link(f"[{id.removeprefix('p')}]", "link", f"{key}#{id}")
        blocks.append(line.block(f"mentions/{key}", "claim", marker="•", gap=0))
    return blocks
