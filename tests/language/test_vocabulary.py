"""A word of the interface means one thing, and its English is plain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reader
from reader.language import po_parser

LOCALES = Path(reader.__file__).parent.parent / "locales"


def _messages(language: str) -> list[po_parser.PoMessage]:
    path = LOCALES / language / "LC_MESSAGES" / "reader.po"
    return po_parser.parse(path.read_text(encoding="utf-8"), path).messages


ENGLISH = [id for message in _messages("ru") for id in message.ids]

# What a document of the world is, a charter or a memorandum; one of a dossier is an article.
DOCUMENTS = re.compile(
    r"Documents mentioned|laid down in a document|^document$|YAML document|<document start>|document indicator"
    r"|end of document"
)


@pytest.mark.parametrize(
    "archaic",
    [
        r"\b(is|are|was) no (?!longer|such)\w",  # "is not a …"
        r"\bunless (said|given)\b",
        r"\bwr(ite|itten) over\b",
        r"\bparted\b",
        r"\bmistakes?\b",
        r"\bsuffix\b",
        r"\bstands\b",
        r"\bin force\b",
        r"\bthe source has not\b",
        r"\bhanded over\b",
        r"\bby themselves\b",
        r"\bYou may not\b",
        r"^Take the\b",
        r"\bset in type\b",
    ],
)
def test_english_is_plain(archaic: str) -> None:
    plain = [text for text in ENGLISH if not text.lower().startswith("there is no")]
    plain = [re.sub(r"[Tt]here (is|are) no ", "", text) for text in plain]
    assert [text for text in plain if re.search(archaic, text)] == []


def test_an_article_of_a_dossier_is_no_document() -> None:
    plain = [re.sub(r"\{\w+\}", "", text) for text in ENGLISH]
    named = [text for text in plain if re.search(r"document", text, re.IGNORECASE)]
    assert [text for text in named if not DOCUMENTS.search(text)] == []


@pytest.mark.parametrize(
    ("language", "word"),
    [("ru", r"документ"), ("uk", r"документ")],
)
def test_a_document_is_one_of_the_world(language: str, word: str) -> None:
    for message in _messages(language):
        if any(re.search(word, text, re.IGNORECASE) for text in message.strings):
            assert any(DOCUMENTS.search(id) for id in message.ids), message.strings


@pytest.mark.parametrize(
    ("language", "word"),
    [("ru", r"\bстат(ья|ьи|ье|ью|ьёй|ей|ьями|ьях)\b"), ("uk", r"\bстат(тя|ті|тю|тею|ей)\b")],
)
def test_an_article_is_one_of_a_newspaper_and_not_an_entry(language: str, word: str) -> None:
    for message in _messages(language):
        if any(re.search(word, text, re.IGNORECASE) for text in message.strings):
            assert not any("entr" in id for id in message.ids), message.strings
            assert any(
                re.search(r"article|text|^after \{", id, re.IGNORECASE) for id in message.ids
            )


@pytest.mark.parametrize(("language", "word"), [("ru", r"публикац"), ("uk", r"публікац")])
def test_an_article_has_one_name(language: str, word: str) -> None:
    """As it has in what the dossier says of itself."""
    said = [text for message in _messages(language) for text in message.strings]
    assert [text for text in said if re.search(word, text, re.IGNORECASE)] == []


@pytest.mark.parametrize(("language", "word"), [("ru", r"\bтезис"), ("uk", r"\bтеза|\bтези\b")])
def test_a_claim_has_one_name(language: str, word: str) -> None:
    said = [text for message in _messages(language) for text in message.strings]
    assert [text for text in said if re.search(word, text, re.IGNORECASE)] == []


@pytest.mark.parametrize(("language", "word"), [("ru", r"\bисточник"), ("uk", r"\bджерел")])
def test_a_source_is_who_said_it(language: str, word: str) -> None:
    """Not the references of an entry, and not the text that a catalog translates."""
    for message in _messages(language):
        if any(re.search(word, text, re.IGNORECASE) for text in message.strings):
            ids = " ".join(message.ids)
            assert "catalog" not in ids, message.strings
            assert "translat" not in ids or ids.startswith("Source: "), message.strings
            assert "Reference" not in ids, message.strings
