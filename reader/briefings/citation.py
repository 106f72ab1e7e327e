"""Cite a passage with its source line, or what it is from as bibliographies do.

The formats are those of the setting ``citation_format``: ``text`` and ``markdown`` quote the
passage; ``csl-json`` (CSL 1.0.2) and ``bibtex`` (biblatex) describe what it is from. Only the
publisher's text is cited as the publisher's article. Our paraphrase, its translation and a summary
are cited as the dossier's, with a note that says after whose article; an entry as its glossary's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from reader.briefings.publication import TEXT_LABELS, after, own_headline, published_citation
from reader.language.addresses import in_ascii, is_web_address
from reader.language.messages import N_, _
from reader.model import PUBLISHERS, Document, TextKind

LANGUAGE_NAMES = {"ru": "russian", "uk": "ukrainian", "en": "english"}
"""What biblatex calls a language."""

Kind = TextKind | Literal["summary", "dossier"]
"""What a passage is of: a text of the document, its summary, or what else the dossier says of it."""

_OURS: dict[Kind, str] = {
    "edition": TEXT_LABELS["edition"],
    "translation": TEXT_LABELS["translation"],
    "rendering": TEXT_LABELS["rendering"],
    "summary": N_("Summary"),
}


class Cited(NamedTuple):
    """What a passage is of: a document in one of its texts, with the numbers of paragraphs.

    ``dossier`` is the title of the document's dossier; ``language`` that of the passage, as a code.
    """

    document: Document
    kind: Kind
    language: str
    dossier: str
    numbers: tuple[int, ...] = ()

    @property
    def is_publishers(self) -> bool:
        return self.kind in PUBLISHERS

    @property
    def headline(self) -> str | None:
        """The headline of who is cited, as far as it is known."""
        return own_headline(self.document, self.kind)


class CitedEntry(NamedTuple):
    """An entry of a glossary; ``own`` is one that the reader added.

    ``language`` is that of the passage, as a code; ``dossier`` the title of the glossary's dossier.
    """

    id: str
    name: str
    language: str
    dossier: str
    own: bool = False

    @property
    def glossary(self) -> str:
        """What it is an entry of."""
        return _("Own glossary") if self.own else _("Glossary")


def source_line(cited: Cited | CitedEntry, language: str) -> str:
    """Format “Report, 20 December 2025, “Title”, paragraph 3”, as far as known.

    Of what is ours, “Paraphrase, dossier “Title”, after Report, 20 December 2025, paragraph 3”.
    Of an entry, “Glossary, dossier “Title”, term “Name””.
    """
    if isinstance(cited, CitedEntry):
        dossier = _("dossier “{dossier}”").format(dossier=cited.dossier)
        return f"{cited.glossary}, {dossier}, " + _("term “{term}”").format(term=cited.name)
    source = cited.document.source
    if cited.is_publishers:
        known = _("“{title}”") if cited.headline else _("dossier’s headline: “{title}”")
        parts = [
            source.publisher,
            published_citation(source, language),
            known.format(title=cited.headline or cited.document.title),
            source.url,
        ]
    else:
        label = _OURS.get(cited.kind)
        dossier = _("dossier “{dossier}”") if label else _("Dossier “{dossier}”")
        parts = [
            _(label) if label else None,
            dossier.format(dossier=cited.dossier),
            after(source, language, whole=True),
        ]
    parts.append(numbered(cited.numbers))
    return ", ".join(filter(None, parts))


def numbered(numbers: Sequence[int]) -> str:
    """Name paragraphs by their numbers; empty without any."""
    if len(numbers) == 1:
        return _("paragraph {n}").format(n=numbers[0])
    listed = ", ".join(map(str, numbers))
    return _("paragraphs {numbers}").format(numbers=listed) if numbers else ""


def cite(
    format: str, passage: str, cited: Sequence[Cited] | Sequence[CitedEntry], language: str
) -> str:
    """Format a citation of ``passage``; it ends with a line break.

    ``cited`` is what it is of: more than one where it runs over two texts. The source line is in
    the interface's language, dates in ``language``.
    """
    if format == "csl-json":
        items = [_csl(part, language) for part in cited]
        return json.dumps(items, ensure_ascii=False, indent=2) + "\n"
    if format == "bibtex":
        return "\n".join(_bibtex(part, language) for part in cited)
    lines = [source_line(part, language) for part in cited]
    if format == "markdown":
        quoted = "\n".join(f"> {_markdown(part)}" for part in passage.splitlines())
        return f"{quoted}\n>\n" + "\\\n".join(f"> — {_markdown(line)}" for line in lines) + "\n"
    return f"{passage}\n" + "".join(f"— {line}\n" for line in lines)


def _markdown(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#+!|~$&-])", r"\\\1", text)


def _date(document: Document) -> str | None:
    """Return the published or else the inferred day: YYYY-MM-DD, or less of it."""
    known = document.source.published or document.source.published_inferred
    return known[:10] if known else None


def _note(cited: Cited, language: str) -> str:
    """Say what a passage is, where it is not the publisher's."""
    label = _OURS.get(cited.kind)
    parts = [_(label) if label else None, after(cited.document.source, language, whole=True)]
    known = ", ".join(filter(None, parts))
    text = _("{text}; not the publisher’s text") if known else _("Not the publisher’s text")
    return text.format(text=known)


def _title(cited: Cited) -> str:
    """Return the title; one that is not of who is cited stands in brackets, as bibliographies do."""
    return cited.headline or f"[{cited.document.title}]"


def _csl(cited: Cited | CitedEntry, language: str) -> dict[str, object]:
    if isinstance(cited, CitedEntry):
        return _csl_entry(cited)
    document, source = cited.document, cited.document.source
    item: dict[str, object] = {
        "id": document.id or "article",
        "type": "article-newspaper" if cited.is_publishers else "document",
        "title": _title(cited),
    }
    issued: dict[str, object] = {}
    if day := _date(document):
        issued["date-parts"] = [[int(part) for part in day.split("-")]]
        if not source.published:
            issued["circa"] = True
    if cited.is_publishers:
        if source.publisher:
            item["container-title"] = source.publisher
        if issued:
            item["issued"] = issued
        if source.url:
            item["URL"] = source.url
        if not cited.headline:
            item["note"] = _("The headline is the dossier’s")
    else:
        item["author"] = [{"literal": _author(cited)}]
        if source.headline:
            item["original-title"] = source.headline
        if issued:
            item["original-date"] = issued
        item["note"] = _note(cited, language)
    item["language"] = cited.language
    return item


def _csl_entry(cited: CitedEntry) -> dict[str, object]:
    item: dict[str, object] = {"id": cited.id, "type": "entry-dictionary", "title": cited.name}
    item["container-title"] = cited.glossary
    if not cited.own:
        item["author"] = [{"literal": _author(cited)}]
    item["language"] = cited.language
    return item


def _author(cited: Cited | CitedEntry) -> str:
    return _("Dossier “{dossier}”").format(dossier=cited.dossier)


def _bibtex(cited: Cited | CitedEntry, language: str) -> str:
    if isinstance(cited, CitedEntry):
        return _bibtex_entry(cited)
    document, source = cited.document, cited.document.source
    fields = [("title", _tex(_title(cited)))]
    dated = ""
    if day := _date(document):
        dated = day if source.published else f"{day}~"
    if cited.is_publishers:
        fields += [("journaltitle", _tex(source.publisher or "")), ("date", dated)]
        fields.append(("url", _in_url(source.url)))
        if not cited.headline:
            fields.append(("note", _tex(_("The headline is the dossier’s"))))
    else:
        # One more pair of braces: the name of a body, not of a person.
        fields.insert(0, ("author", f"{{{_tex(_author(cited))}}}"))
        fields += [("origdate", dated), ("note", _tex(_note(cited, language)))]
    kind = "article" if cited.is_publishers else "misc"
    return _bibtex_item(kind, document.id or "article", fields, cited.language)


def _bibtex_entry(cited: CitedEntry) -> str:
    fields = [("title", _tex(cited.name)), ("booktitle", _tex(cited.glossary))]
    if not cited.own:
        fields.insert(0, ("author", f"{{{_tex(_author(cited))}}}"))
    return _bibtex_item("inreference", cited.id, fields, cited.language)


def _bibtex_item(kind: str, id: str, fields: Iterable[tuple[str, str]], language: str) -> str:
    listed = [*fields, ("langid", LANGUAGE_NAMES.get(language, language))]
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in listed if value)
    return f"@{kind}{{{id},\n{lines}\n}}\n"


def _in_url(url: str | None) -> str:
    """Return an address for BibTeX's field of one, which is read as it stands."""
    return in_ascii(url) if url and is_web_address(url) else ""


_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_{}"},
}


def _tex(text: str) -> str:
    """Escape the special characters of TeX; braces stay balanced."""
    return "".join(_TEX.get(character, character) for character in " ".join(text.split()))
