"""Cite a passage with its source line, or a document as bibliographies do.

The formats are those of the setting ``citation_format``: ``text`` and ``markdown`` quote the
passage; ``csl-json`` (CSL 1.0.2) and ``bibtex`` (biblatex's ``@article``) describe the document.
"""

from __future__ import annotations

import json
import re

from reader.briefings.publication import published_citation
from reader.language.messages import _
from reader.model import Document

LANGUAGE_NAMES = {"ru": "russian", "uk": "ukrainian", "en": "english"}
"""What biblatex calls a language."""


def source_line(document: Document, number: int | None, language: str) -> str:
    """Format “Report, 20 December 2025, “Title”, paragraph 3”, as far as known."""
    source = document.source
    parts = [source.publisher or "", published_citation(source, language)]
    parts.append(_("“{title}”").format(title=document.title))
    if number is not None:
        parts.append(_("paragraph {n}").format(n=number))
    return ", ".join(part for part in parts if part)


def cite(format: str, document: Document, passage: str, numbers: list[int], language: str) -> str:
    """Format a citation of ``passage`` of ``document``; it ends with a line break.

    ``numbers`` are the paragraphs that it is, or that it cites. The source line is in the
    interface's language, dates in ``language``.
    """
    if format == "csl-json":
        return json.dumps([_csl(document)], ensure_ascii=False, indent=2) + "\n"
    if format == "bibtex":
        return _bibtex(document)
    line = source_line(document, numbers[0] if len(numbers) == 1 else None, language)
    if len(numbers) > 1:
        listed = ", ".join(map(str, numbers))
        line += ", " + _("paragraphs {numbers}").format(numbers=listed)
    if format == "markdown":
        quoted = "\n".join(f"> {_markdown(part)}" for part in passage.splitlines())
        return f"{quoted}\n>\n> — {_markdown(line)}\n"
    return f"{passage}\n— {line}\n"


def _markdown(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>#+!|~$&-])", r"\\\1", text)


def _date(document: Document) -> str | None:
    """Return the published or else the inferred day: YYYY-MM-DD, or less of it."""
    known = document.source.published or document.source.published_inferred
    return known[:10] if known else None


def _csl(document: Document) -> dict[str, object]:
    item: dict[str, object] = {
        "id": document.id or "article",
        "type": "article-newspaper",
        "title": document.title,
    }
    if document.source.publisher:
        item["container-title"] = document.source.publisher
    if day := _date(document):
        issued: dict[str, object] = {"date-parts": [[int(part) for part in day.split("-")]]}
        if not document.source.published:
            issued["circa"] = True
        item["issued"] = issued
    item["language"] = document.language
    return item


def _bibtex(document: Document) -> str:
    fields = [("title", _tex(document.title))]
    if document.source.publisher:
        fields.append(("journaltitle", _tex(document.source.publisher)))
    if day := _date(document):
        fields.append(("date", day if document.source.published else f"{day}~"))
    fields.append(("langid", LANGUAGE_NAMES.get(document.language, document.language)))
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields)
    return f"@article{{{document.id or 'article'},\n{lines}\n}}\n"


_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_{}"},
}


def _tex(text: str) -> str:
    """Escape the special characters of TeX; braces stay balanced."""
    return "".join(_TEX.get(character, character) for character in " ".join(text.split()))
