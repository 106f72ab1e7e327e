"""Which paragraphs of two texts of a document go together."""

from __future__ import annotations

from reader.library import texts
from reader.model import Alignment, Document, Link, Paragraph, Source, Text, TextKind


def text(kind: TextKind, language: str, *ids: str) -> Text:
    return Text(kind, language, tuple(Paragraph(id, f"{language} {id}") for id in ids))


ORIGINAL = text("original", "ru", "o1", "o2", "o3")
EDITION = text("edition", "ru", "p1", "p2")
TRANSLATION = text("translation", "en", "p1", "p2")
LINKS: tuple[Link, ...] = ((("o1", "o2"), ("p1",)), (("o3",), ("p2",)))


def document(*alignments: Alignment) -> Document:
    shown = (ORIGINAL, EDITION, TRANSLATION)
    return Document("water", "ru", "Вода", Source(), shown, alignments=alignments)


def test_texts_go_together_as_their_alignment_tells_whichever_comes_first() -> None:
    held = document(Alignment(("original", "ru"), ("edition", "ru"), LINKS))
    assert texts.aligned(held, ORIGINAL, EDITION) == LINKS
    assert texts.aligned(held, EDITION, ORIGINAL) == (
        (("p1",), ("o1", "o2")),
        (("p2",), ("o3",)),
    )


def test_a_translation_goes_with_an_original_by_way_of_the_edition() -> None:
    held = document(
        Alignment(("edition", "ru"), ("original", "ru"), tuple((b, a) for a, b in LINKS))
    )
    assert texts.aligned(held, ORIGINAL, TRANSLATION) == LINKS
    assert texts.aligned(held, TRANSLATION, ORIGINAL)[0] == (("p1",), ("o1", "o2"))


def test_texts_without_an_alignment_go_together_by_equal_ids() -> None:
    held = document()
    assert texts.aligned(held, EDITION, TRANSLATION) == ((("p1",), ("p1",)), (("p2",), ("p2",)))
