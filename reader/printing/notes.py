"""Lists of the reader's notes, over all documents, in each format that they are written in."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Any

from reader.briefings.citation import cite
from reader.language.cells import wrap
from reader.language.messages import N_, _
from reader.language.sanitize import sanitize_line
from reader.library.note_items import STATES, Listed, item
from reader.printing.markdown import escape

UNTITLED = N_("standard input")


def write_text(listed: Sequence[Listed], language: str, columns: int = 80) -> str:
    """Render notes under the titles of their documents; it ends with a line break."""
    blocks = []
    for (document, title), notes in _by_document(listed):
        head = title if title == document else f"{title} ({document})"
        blocks.append("\n".join(wrap(head, columns)))
        for one in notes:
            note = one.note
            lines = wrap(_quoted(note.quote.exact), columns, "  ") if note.quote.exact else []
            lines += wrap(f"— {_source(one, language)}", columns, "  ", "    ")
            for line in note.text.split("\n"):
                lines += wrap(line, columns, "    ") if line.strip() else [""]
            lines += wrap(_about(one), columns, "    ")
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def write_markdown(listed: Sequence[Listed], language: str, _columns: int = 80) -> str:
    """Render notes as CommonMark, each under its quotation with its citation."""
    blocks = [f"# {_('Notes')}"]
    for (_document, title), notes in _by_document(listed):
        blocks.append(f"## {escape(title)}")
        for one in notes:
            note = one.note
            if one.cited is not None and note.quote.exact:
                quoted = cite("markdown", note.quote.exact, [one.cited], language).rstrip("\n")
                blocks.append(quoted)
            elif note.quote.exact:
                lines = (f"> {escape(line)}" for line in note.quote.exact.split("\n"))
                blocks.append("\\\n".join(lines))
            text = "\\\n".join(filter(None, map(escape, note.text.split("\n"))))
            if text:
                blocks.append(text)
            blocks.append(f"*{escape(_about(one))}*")
    return "\n\n".join(blocks) + "\n"


def write_json(listed: Sequence[Listed], language: str, _columns: int = 80) -> str:
    """Render notes as one JSON object with a list."""
    shape = {"notes": [_shape(one, language) for one in listed]}
    return json.dumps(shape, ensure_ascii=False, indent=2) + "\n"


def write_csl(listed: Sequence[Listed], language: str, _columns: int = 80) -> str:
    """Render what the notes are on as CSL-JSON, one item a source, its notes as annotation.

    Notes whose document is not there any more have no source to cite, and are left out.
    """
    items: dict[str, dict[str, Any]] = {}
    for one in listed:
        if one.cited is None:
            continue
        (made,) = json.loads(cite("csl-json", "", [one.cited], language))
        key = json.dumps(made, sort_keys=True)
        known = items.setdefault(key, made)
        parts = [_quoted(one.note.quote.exact), one.note.text, " ".join(_tags(one))]
        text = "\n".join(filter(None, parts))
        known["annote"] = f"{known['annote']}\n\n{text}" if "annote" in known else text
    ids: dict[str, int] = {}
    for made in items.values():
        id = made["id"]
        ids[id] = ids.get(id, 0) + 1
        if ids[id] > 1:  # a paraphrase and a summary of one document are two sources
            made["id"] = f"{id}-{ids[id]}"
    return json.dumps(list(items.values()), ensure_ascii=False, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Listed], str, int], str]] = {
    "text": write_text,
    "markdown": write_markdown,
    "json": write_json,
    "csl": write_csl,
}
"""Every format by the name that an option calls it."""

FOR_PROGRAMS = ("json", "csl")


def _shape(one: Listed, language: str) -> dict[str, Any]:
    note = one.note
    place = None if one.noted is None else one.noted.place
    return {
        "id": note.id,
        "document": sanitize_line(note.document),
        "title": one.title,
        "kind": note.kind,
        "text": note.text,
        "tags": list(note.tags),
        "made": note.made,
        "changed": note.changed,
        "of": "summary" if note.kind == "claim" else note.of,
        "language": note.language,
        "quotation": note.quote.exact,
        "state": one.state,
        "paragraph": (place.paragraph or None) if place and note.kind != "claim" else None,
        "claim": note.claim or None,
        "confidence": place.confidence if place and place.spans else None,
        "citation": one.source(language),
    }


def _by_document(listed: Sequence[Listed]) -> list[tuple[tuple[str, str], list[Listed]]]:
    def key(one: Listed) -> tuple[str, str]:
        name = sanitize_line(one.note.document) or _(UNTITLED)
        return name, one.title or name

    return [(name, list(notes)) for name, notes in groupby(listed, key)]


def _quoted(text: str) -> str:
    return _("“{title}”").format(title=" ".join(text.split())) if text.strip() else ""


def _source(one: Listed, language: str) -> str:
    """Return the citation, and what has become of the place where it is not as it was."""
    if one.state not in STATES:
        return one.source(language)
    return f"{one.source(language)} · {_(STATES[one.state])}"


def _tags(one: Listed) -> list[str]:
    return [f"#{tag}" for tag in one.note.tags]


def _about(one: Listed) -> str:
    where = "" if one.noted is None else item(one.noted).where
    return " · ".join(filter(None, [where, " ".join(_tags(one)), one.note.made[:10], one.note.id]))
