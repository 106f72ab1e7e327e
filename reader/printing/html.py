"""A briefing as one HTML page that needs nothing but itself: a screen, a phone or paper."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape

from reader.printing import anchors, headings
from reader.printing.labels import labels
from reader.printing.style import CSS
from reader.printing.tree import Briefing, GlossaryItem, Line


def write(briefings: Sequence[Briefing]) -> str:
    """All briefings, then one glossary. The page says that it is UTF-8. Ends with a line break."""
    items = headings.glossary(briefings)
    page = Page(briefings[0].language, items, alone=len(briefings) == 1)
    body = [page.document(tree, number) for number, tree in enumerate(briefings, 1)]
    body.append(page.glossary())
    title = briefings[0].title.text if len(briefings) == 1 else briefings[0].dossier
    return page.whole(title, body)


class Page:
    """What all parts of one page share: its language and the glossary that terms point to."""

    def __init__(self, language: str, items: Sequence[GlossaryItem], *, alone: bool = True) -> None:
        self.language = language
        self.items = {item.name.entry: item for item in items}
        self.alone = alone
        self.targets: set[str] = set()
        """Paragraphs of the document being written that a citation can lead to."""

    def whole(self, title: str, body: Sequence[str]) -> str:
        """The page around its parts. Nothing can be loaded into it and no script can run."""
        digest = base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(self.language)}">\n<head>\n'
            '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" '
            f"content=\"default-src 'none'; style-src 'sha256-{digest}'\">\n"
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            f"<title>{escape(title)}</title>\n<style>{CSS}</style>\n</head>\n<body>\n"
            + "\n".join(filter(None, body))
            + "\n</body>\n</html>\n"
        )

    def document(self, tree: Briefing, number: int) -> str:
        label = labels(tree.language)
        prefix = "" if self.alone else f"d{number}-"
        self.targets = {p.id for p in tree.passages}
        title = f"<h1{self.lang(tree.title.language)}>{escape(tree.title.text)}</h1>"
        facts = "".join(
            f"<div><dt>{escape(f.label)}</dt><dd>{escape(f.value)}</dd></div>" for f in tree.facts
        )
        facts = facts and f'\n<dl class="facts">{facts}</dl>'
        parts = [f"<header>{title}{facts}</header>"]
        if tree.gist is None:
            parts.append(f'<p class="missing">{escape(headings.no_summary(tree))}</p>')
        else:
            gist = self.paragraph(tree.gist, prefix, "gist")
            parts.append(_section(label(headings.GIST), gist))
        claims = "".join(
            f"<h3>{escape(topic.label)}</h3>\n<ul>"
            + "".join(f"<li>{self.prose(c.line, prefix)}</li>\n" for c in topic.claims)
            + "</ul>\n"
            for topic in tree.topics
        )
        parts.append(_section(label(headings.CLAIMS), claims))
        people = "".join(
            f"<dt>{self.term(p.name.entry, p.name.text)}</dt><dd>{self.prose(p.role, prefix)}</dd>\n"
            for p in tree.participants
        )
        parts.append(_section(label(headings.PARTICIPANTS), people and f"<dl>{people}</dl>"))
        events = "".join(
            f'<div><dt><time datetime="{escape(e.iso)}">{escape(e.date)}</time></dt>'
            f"<dd>{self.prose(e.line, prefix)}</dd></div>\n"
            for e in tree.events
        )
        parts.append(
            _section(label(headings.EVENTS), events and f'<dl class="events">{events}</dl>')
        )
        names = "".join(f"<li>{self.term(n.entry, n.text)}</li>\n" for n in tree.documents)
        parts.append(_section(label(headings.DOCUMENTS), names and f"<ul>{names}</ul>"))
        passages = "".join(
            f'<p id="{anchors.paragraph(prefix, p.id)}"{self.lang(p.line.language)}>'
            f'<span class="number">{escape(p.id)}</span> {self.inside(p.line)}</p>\n'
            for p in tree.passages
        )
        if tree.passages:
            parts.append(_section(label(headings.passages(tree)), passages, "text"))
        return "<article>\n" + "\n".join(filter(None, parts)) + "\n</article>"

    def glossary(self) -> str:
        rows = []
        for item in self.items.values():
            short = f" ({escape(', '.join(item.abbreviations))})" if item.abbreviations else ""
            rows.append(
                f'<div><dt id="{anchors.entry(item.name.entry)}">'
                f"<dfn>{escape(item.name.text)}</dfn>{short}</dt>"
                f'<dd id="{anchors.definition(item.name.entry)}"'
                f"{self.lang(item.definition.language)}>{self.inside(item.definition)}</dd></div>\n"
            )
        title = labels(self.language)(headings.GLOSSARY)
        return _section(title, f"<dl>{''.join(rows)}</dl>" if rows else "", "glossary")

    def lang(self, language: str) -> str:
        """The attribute, where it differs from the page's."""
        return f' lang="{escape(language)}"' if language != self.language else ""

    def paragraph(self, line: Line, prefix: str, name: str) -> str:
        return f'<p class="{name}">{self.prose(line, prefix)}</p>'

    def prose(self, line: Line, prefix: str) -> str:
        """The line with its terms linked, its language, and its citations."""
        text = self.inside(line)
        if line.language != self.language:
            text = f"<span{self.lang(line.language)}>{text}</span>"
        links = ", ".join(self.citation(id, prefix) for id in line.cites)
        # A no-break space: a citation stays on the line of the last word it is for.
        return f'{text}\xa0<span class="cites">[{links}]</span>' if links else text

    def citation(self, id: str, prefix: str) -> str:
        if id not in self.targets:
            return escape(id)
        return f'<a href="#{anchors.paragraph(prefix, id)}">{escape(id)}</a>'

    def inside(self, line: Line) -> str:
        parts, at = [], 0
        for mention in line.terms:
            if mention.start < at:
                continue  # nested in the one before
            parts.append(escape(line.text[at : mention.start]))
            parts.append(self.term(mention.entry, line.text[mention.start : mention.end]))
            at = mention.end
        parts.append(escape(line.text[at:]))
        text = "".join(parts)
        if line.untranslated:
            mark = escape(labels(self.language)(headings.UNTRANSLATED))
            text += f' <em class="untranslated" lang="{escape(self.language)}">({mark})</em>'
        return text

    def term(self, entry: str, text: str) -> str:
        """A link to the entry, with its definition as a tooltip and as its description."""
        item = self.items.get(entry)
        if item is None:
            return escape(text)
        title = escape(f"{headings.names(item)}. {item.definition.text}".strip())
        described = anchors.definition(entry)
        return (
            f'<a class="term" href="#{anchors.entry(entry)}" title="{title}" '
            f'aria-describedby="{described}">{escape(text)}</a>'
        )


def _section(title: str, content: str, name: str = "") -> str:
    if not content:
        return ""
    kind = f' class="{name}"' if name else ""
    return f"<section{kind}>\n<h2>{escape(title)}</h2>\n{content}\n</section>"
