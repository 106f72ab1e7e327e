"""A small dossier made of values, about nothing in particular, and a matcher of plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from reader.briefings.bilingual import Sheet
from reader.briefings.tree import Briefing
from reader.model import (
    Claim,
    Discrepancy,
    Document,
    DocumentView,
    Dossier,
    Entry,
    Event,
    Mention,
    Note,
    Paragraph,
    Participant,
    Side,
    Source,
    Summary,
    Term,
    Text,
    TextKind,
)
from reader.printing import formats

HOSTILE = (
    '<script>alert(1)</script> [/] [@click=quit] #read("/etc/passwd") *bold* _it_ `code` '
    "![x](http://example.org/x.png) <img src=x onerror=y> &amp; | $x$ \\ ␛[2J ‹RLO› " + "щ" * 2000
)
"""What an article may try, after control characters were made visible at load."""

LAKE = Entry(
    "lake",
    "place",
    {"en": (Term("Long Lake"), Term("LL", "abbreviation")), "ru": (Term("Длинное озеро"),)},
    definition="The lake between the two towns.",
)
MILL = Entry("mill", "organisation", {"en": (Term("Mill"),)}, definition="It grinds grain.")
CANAL = Entry("canal", "document", {"en": (Term("Canal Act"),)}, definition="A law.")


def summary() -> Summary:
    return Summary(
        gist="The Mill will draw water from Long Lake.",
        claims=(
            Claim("c1", "water", "The Mill draws water.", ("p2",)),
            Claim("c2", "law", "The act allows it.", ("p1", "p2")),
        ),
        participants=(Participant("mill", "mill", "the one who draws", ("p1",)),),
        events=(
            Event("e2", "2024-05", "The gate opens.", ("p2",)),
            Event("e1", "2023-04-01", "The act passes.", ()),
        ),
        documents=("canal",),
    )


def document(**changes: object) -> DocumentView:
    """The sample as it is shown; ``text`` is the kind of the text, ``paragraphs`` are its own."""
    values: dict[str, object] = {
        "id": "water",
        "language": "en",
        "title": "Water for the Mill",
        "source": Source("The Gazette", "2024-05-02", attribution=("mill",)),
        "paragraphs": (
            Paragraph("p1", "The Mill asked for water."),
            Paragraph("p2", "Long Lake has enough of it."),
        ),
        "summary": summary(),
    }
    values |= changes
    kind, paragraphs = values.pop("text", "edition"), values.pop("paragraphs")
    untranslated = cast("frozenset[str]", values.get("untranslated", frozenset()))
    own = "en" if kind == "translation" else values["language"]
    language = cast("str", values.pop("text_language", own))
    text = Text(
        cast("TextKind", kind), language, cast("tuple[Paragraph, ...]", paragraphs), untranslated
    )
    made = Document(**{**values, "texts": (text,)})  # type: ignore[arg-type]  # of many types
    return DocumentView(made, text, "en")


def told(**changes: object) -> DocumentView:
    """The sample with all that editors say of its claims, and add to it."""
    first, second = summary().claims
    claims = (
        first._replace(status="planned", speaker=("lake", "mill")),
        second._replace(status="fixed", disputed="the fishermen dispute it"),
    )
    gauge = Source("The Herald", "2024-05-09")
    values: dict[str, object] = {
        "summary": summary()._replace(claims=claims),
        "discrepancies": (
            Discrepancy(
                "start",
                "When it starts",
                (
                    Side(
                        "It starts in May.", "water", ("p2",), Source("The Gazette", "2024-05-02")
                    ),
                    Side("It starts in June.", "gauge", ("p1", "p4"), gauge, number=2),
                    Side(
                        "It starts in spring.",
                        entry="canal",
                        source=("Canal Act, section 3",),
                        number=3,
                    ),
                ),
                "The fish spawn in May.",
            ),
        ),
        "notes": (
            Note("who-pays", "open", ("water",), "Who pays for the gate?"),
            Note(
                "opened",
                "next",
                ("water/c1",),
                "The gate was opened.",
                "2024-06",
                ("The Herald, 3 June 2024",),
            ),
            Note(
                "planned",
                "next",
                ("water/c1", "water/c2"),
                "The opening was announced.",
                "2024-06-01",
                ("The Mill, 1 June 2024", "The Gazette, 2 June 2024"),
            ),
        ),
    }
    return document(**{**values, **changes})


def dossier(*documents: DocumentView) -> Dossier:
    return Dossier(
        "towns",
        "en",
        "Two towns",
        Path(),
        topics={"law": "Law", "water": "Water"},
        documents=tuple(view.document for view in documents or (document(),)),
        entries=(MILL, LAKE, CANAL),
        shown_in="en",
    )


class Words:
    """Finds each entry's terms as they are written."""

    def in_paragraphs(
        self, texts: Sequence[str], *, nested: bool = False, at_home: bool = False
    ) -> list[list[Mention]]:
        assert not nested
        del at_home
        return [[*self._mentions(text)] for text in texts]

    def _mentions(self, text: str) -> list[Mention]:
        found = [
            Mention(match.start(), match.end(), match[0], entry.id)
            for entry in (MILL, LAKE, CANAL)
            for terms in entry.terms.values()
            for term in terms
            for match in re.finditer(rf"\b{re.escape(term.text)}\b", text)
        ]
        return sorted(found)


def written(name: str, *briefings: Briefing | Sheet, columns: int = 80) -> str:
    """What the format of that name makes of briefings, or of sheets, for a person."""
    sheets = [(b,) if isinstance(b, Briefing) else b for b in briefings]
    return formats.write_text(sheets, formats.by_name(name), columns)
