"""A briefing as CommonMark, with footnotes (as GitHub and Pandoc have them) for citations."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.language.interface import N_
from reader.printing import headings
from reader.printing.labels import labels
from reader.printing.tree import Briefing, GlossaryItem, Line

_SPECIAL = re.compile(r"[\\`*_\[\]<>&~|$^]")
_AT_START = re.compile(r"(?m)^[ \t]*(?:(?=#{1,6}(?:\s|$)|[-+=:](?:\s|$|[-+=:]))|(\d{1,9})(?=[.)]))")


def inline(text: str) -> str:
    """``text`` with nothing in it that is markup inside a line."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def starts(text: str) -> str:
    """Escaped text with nothing at the start of a line that would begin a block."""
    text = re.sub(r"(?m)^[ \t]+", "", text)  # four spaces would be code
    return _AT_START.sub(lambda match: f"{match[1] or ''}\\", text)


def escape(text: str) -> str:
    """``text`` as one line that CommonMark shows as it is: nothing in it is markup.

    White space at the ends goes, and line breaks inside become spaces: both would be markup.
    """
    return starts(inline(" ".join(text.split("\n")).replace("\t", " ").strip()))


def write(briefings: Sequence[Briefing]) -> str:
    """All briefings, then one glossary, then the footnotes. Ends with a line break."""
    blocks: list[str] = []
    notes: list[str] = []
    for number, tree in enumerate(briefings, 1):
        prefix = f"{number}-" if len(briefings) > 1 else ""
        blocks += _document(tree, prefix)
        notes += _footnotes(tree, prefix)
    items = headings.glossary(briefings)
    if items:
        label = labels(briefings[0].language)
        blocks.append(f"## {label(headings.GLOSSARY)}")
        untranslated = label(headings.UNTRANSLATED)
        blocks += [_glossary_item(item, untranslated) for item in items]
    blocks += notes
    return "\n\n".join(blocks) + "\n"


def _document(tree: Briefing, prefix: str) -> list[str]:
    label = labels(tree.language)
    untranslated = label(headings.UNTRANSLATED)

    def prose(line: Line) -> str:
        return _prose(line, prefix, untranslated)

    blocks = [f"# {escape(tree.title.text)}"]
    if tree.facts:
        blocks.append("\n".join(f"- **{escape(f.label)}:** {escape(f.value)}" for f in tree.facts))
    if tree.gist is None:
        blocks.append(escape(headings.no_summary(tree)))
    else:
        blocks += [f"## {label(headings.GIST)}", prose(tree.gist)]
    if tree.topics:
        blocks.append(f"## {label(headings.CLAIMS)}")
    for topic in tree.topics:
        blocks.append(f"### {escape(topic.label)}")
        blocks.append("\n".join(f"- {prose(claim.line)}" for claim in topic.claims))
    if tree.participants:
        blocks.append(f"## {label(headings.PARTICIPANTS)}")
        rows = (f"- **{escape(p.name.text)}** — {prose(p.role)}" for p in tree.participants)
        blocks.append("\n".join(rows))
    if tree.events:
        blocks.append(f"## {label(headings.EVENTS)}")
        blocks.append("\n".join(f"- **{escape(e.date)}** — {prose(e.line)}" for e in tree.events))
    if tree.documents:
        blocks.append(f"## {label(headings.DOCUMENTS)}")
        blocks.append("\n".join(f"- {escape(name.text)}" for name in tree.documents))
    if tree.id is None and tree.passages:
        # Nothing cites these: they stand as the text that they are.
        blocks.append(f"## {label(headings.passages(tree))}")
        blocks += [prose(passage.line) for passage in tree.passages]
    return blocks


def _prose(line: Line, prefix: str, untranslated: str) -> str:
    text = escape(line.text)
    if line.untranslated:
        text += f" *({escape(untranslated)})*"
    return text + "".join(f"[^{_label(prefix, id)}]" for id in line.cites)


def _label(prefix: str, id: str) -> str:
    return prefix + re.sub(r"[^\w-]", "_", id)


def _footnotes(tree: Briefing, prefix: str) -> list[str]:
    if tree.id is None:
        return []
    label = labels(tree.language)
    untranslated = label(headings.UNTRANSLATED)
    where = escape(headings.source_line(tree))
    cited = set(headings.cited(tree))
    notes = []
    by_id = {passage.id: passage for passage in tree.passages}
    for id in [p.id for p in tree.passages] or sorted(cited):
        if id not in cited:
            continue
        place = label(N_("{source}, paragraph {paragraph}")).format(
            source=where, paragraph=escape(id)
        )
        passage = by_id.get(id)
        text = f": {_prose(passage.line, prefix, untranslated)}" if passage else "."
        notes.append(f"[^{_label(prefix, id)}]: {place}{text}")
    return notes


def _glossary_item(item: GlossaryItem, untranslated: str) -> str:
    definition = _prose(item.definition, "", untranslated) if item.definition.text else ""
    short = f" ({escape(', '.join(item.abbreviations))})" if item.abbreviations else ""
    name = f"**{escape(item.name.text)}**{short}"
    # A backslash at a line's end is CommonMark's hard break.
    return f"{name}\\\n{definition}" if definition else name
