"""A kind of text, or of entry, that the model has is known wherever one is shown."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from reader.briefings import headings
from reader.briefings.outlining import outline
from reader.briefings.publication import TEXT_KINDS, TEXT_LABELS
from reader.language.entry_kinds import KINDS
from reader.library import texts
from reader.model import (
    ENTRY_KINDS,
    Document,
    DocumentView,
    Dossier,
    EntryKind,
    Paragraph,
    Source,
    Text,
    TextKind,
)

DOSSIER = Dossier("sea", "en", "The sea", Path("sea"))


def test_every_kind_of_entry_has_a_name() -> None:
    assert set(ENTRY_KINDS) == set(get_args(EntryKind)) == set(KINDS)


@pytest.mark.parametrize("kind", get_args(TextKind))
def test_every_kind_of_text_can_be_chosen_and_has_a_name_everywhere(kind: TextKind) -> None:
    text = Text(kind, "en", (Paragraph("p1", "The tide is out."),))
    document = Document("tide", "en", "The tide", Source(), (text,))
    assert texts.shown(document, "en") == text
    tree = outline(DOSSIER, DocumentView(document, text, "en"))
    assert all((TEXT_KINDS[kind], TEXT_LABELS[kind], headings.passages(tree)))
