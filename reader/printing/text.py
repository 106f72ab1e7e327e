"""A briefing as plain text: wrapped, aligned by cells, nothing but characters."""

from __future__ import annotations

from collections.abc import Sequence

from reader.printing import headings
from reader.printing.cells import padded, width, wrap
from reader.printing.labels import labels
from reader.printing.tree import Briefing, GlossaryItem, Line


def write(briefings: Sequence[Briefing], columns: int = 80) -> str:
    """All briefings one after the other, then one glossary. Ends with a line break."""
    columns = max(30, columns)
    parts = ["\n".join(_document(b, columns)) for b in briefings]
    glossary = headings.glossary(briefings)
    if glossary:
        parts.append("\n".join(_glossary(glossary, briefings[0].language, columns)))
    return "\n\n".join(parts) + "\n"


def _document(tree: Briefing, columns: int) -> list[str]:
    label = labels(tree.language)
    lines = wrap(tree.title.text, columns)
    lines += ["═" * max(map(width, lines))]
    lines += [""] * bool(tree.facts)
    margin = max((width(f.label) for f in tree.facts), default=0) + 2
    for fact in tree.facts:
        lines += wrap(fact.value, columns, padded(fact.label, margin))
    if tree.gist is None:
        lines += ["", *wrap(headings.no_summary(tree), columns)]
    else:
        lines += _heading(label(headings.GIST))
        lines += wrap(_prose(tree.gist, label(headings.UNTRANSLATED)), columns)
    lines += _claims(tree, columns)
    lines += _participants(tree, columns)
    lines += _events(tree, columns)
    if tree.documents:
        lines += _heading(label(headings.DOCUMENTS))
        for name in tree.documents:
            lines += wrap(name.text, columns, "• ")
    lines += _passages(tree, columns)
    return lines


def _heading(text: str) -> list[str]:
    return ["", text, "─" * width(text)]


def _prose(line: Line, untranslated: str) -> str:
    text = line.text
    if line.untranslated:
        text += f" [{untranslated}]"
    if line.cites:
        # No-break spaces: a citation is read as one thing.
        text += "\xa0[" + ",\xa0".join(line.cites) + "]"
    return text


def _claims(tree: Briefing, columns: int) -> list[str]:
    if not tree.topics:
        return []
    label = labels(tree.language)
    lines = _heading(label(headings.CLAIMS))
    for number, topic in enumerate(tree.topics):
        lines += [""] * bool(number) + wrap(topic.label, columns)
        for claim in topic.claims:
            lines += wrap(_prose(claim.line, label(headings.UNTRANSLATED)), columns, "  • ")
    return lines


def _participants(tree: Briefing, columns: int) -> list[str]:
    if not tree.participants:
        return []
    label = labels(tree.language)
    lines = _heading(label(headings.PARTICIPANTS))
    for participant in tree.participants:
        role = _prose(participant.role, label(headings.UNTRANSLATED))
        lines += wrap(f"{participant.name.text} — {role}", columns, "• ")
    return lines


def _events(tree: Briefing, columns: int) -> list[str]:
    if not tree.events:
        return []
    label = labels(tree.language)
    lines = _heading(label(headings.EVENTS))
    margin = max(width(event.date) for event in tree.events) + 2
    for event in tree.events:
        text = _prose(event.line, label(headings.UNTRANSLATED))
        if margin > columns // 3:
            lines += wrap(f"{event.date} — {text}", columns, "• ")
        else:
            lines += wrap(text, columns, padded(event.date, margin))
    return lines


def _passages(tree: Briefing, columns: int) -> list[str]:
    if not tree.passages:
        return []
    label = labels(tree.language)
    lines = _heading(label(headings.passages(tree)))
    margin = max(width(p.id) for p in tree.passages) + 2
    for number, passage in enumerate(tree.passages):
        lines += [""] * bool(number)
        text = _prose(passage.line, label(headings.UNTRANSLATED))
        lines += wrap(text, columns, padded(passage.id, margin))
    return lines


def _glossary(items: Sequence[GlossaryItem], language: str, columns: int) -> list[str]:
    label = labels(language)
    lines = _heading(label(headings.GLOSSARY))[1:]
    for number, item in enumerate(items):
        lines += [""] * bool(number) + wrap(headings.names(item), columns)
        if item.definition.text:
            text = _prose(item.definition, label(headings.UNTRANSLATED))
            lines += wrap(text, columns, "    ")
    return lines
