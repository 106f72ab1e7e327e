"""A dossier in another language: the same ids, the prose from its catalog."""

from pathlib import Path

import pytest

from reader.dossiers.loader import load
from reader.dossiers.translation import translated
from reader.model import Document, Dossier
from tests.dossiers import factories

TRANSLATIONS = {
    "dossier/title": ("Море", "The sea"),
    "dossier/fish": ("Рыба", "Fish"),
    "glossary/cod/definition": ("Рыба северных морей.", "A fish of northern seas."),
    "catch/title": ("Рыбаки вернулись с уловом", "Fishermen return with a catch"),
    "catch/p1": ("Посёлок встретил рыбаков с треской.", "The village met the boats."),
    "catch/p2": ("Такого лова раньше не было.", "A translation of an older text."),
    "catch/gist": ("Улов был большим.", "It was a big catch."),
    "catch/c1": ("Трески поймали много.", "Much cod was caught."),
    "catch/mayak": ("сообщил об улове", "reported the catch"),
    "catch/e1": ("Возвращение лодок.", "The boats return."),
}


@pytest.fixture
def russian(tmp_path: Path) -> Dossier:
    folder = factories.dossier(tmp_path)
    factories.catalog(folder, TRANSLATIONS)
    return load(folder)


@pytest.fixture
def english(russian: Dossier) -> Dossier:
    return translated(russian, "en")


def document(dossier: Dossier) -> Document:
    (found,) = dossier.documents
    return found


def test_prose_is_translated(english: Dossier) -> None:
    assert (english.title, english.topics["fish"], english.shown_in) == ("The sea", "Fish", "en")
    found = document(english)
    assert found.title == "Fishermen return with a catch"
    assert found.texts[-1].paragraphs[0].text == "The village met the boats."
    assert found.summary is not None
    assert found.summary.gist == "It was a big catch."
    assert found.summary.claims[0].text == "Much cod was caught."
    assert found.summary.participants[0].role == "reported the catch"
    assert found.summary.events[0].text == "The boats return."
    assert found.texts[-1].kind == "translation"


def test_ids_and_facts_stay(russian: Dossier, english: Dossier) -> None:
    one, other = document(russian), document(english)
    assert [p.id for p in one.texts[-1].paragraphs] == [p.id for p in other.texts[-1].paragraphs]
    assert one.source == other.source
    assert one.summary is not None
    assert other.summary is not None
    assert [c.cites for c in one.summary.claims] == [c.cites for c in other.summary.claims]
    assert [e.terms for e in russian.entries] == [e.terms for e in english.entries]


def test_what_has_no_translation_stays_and_is_named(english: Dossier) -> None:
    found = document(english)
    assert found.untranslated == {"c2"}
    assert found.texts[-1].untranslated == {"p2", "p3", "p4"}
    assert found.texts[-1].paragraphs[1].text == "Такого лова давно не было."
    assert english.topics["wind"] == "Ветер"


def test_an_entry_without_a_translation_says_so(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path)
    cod, mayak = translated(load(folder), "en").entries
    assert (cod.untranslated, cod.definition) == (True, "Рыба северных морей.")
    assert not mayak.untranslated


def test_a_dossier_without_catalogs_is_whole_in_any_language(tmp_path: Path) -> None:
    dossier = translated(load(factories.dossier(tmp_path)), "fr")
    assert dossier.shown_in == "fr"
    assert dossier.problems == ()
    assert document(dossier).texts[-1].paragraphs[0].text == "Посёлок встретил рыбаков с треской."


def test_the_language_of_the_source_is_the_dossier_itself(russian: Dossier) -> None:
    assert translated(russian, "ru") is russian


def test_a_document_in_the_language_asked_for_stays_its_own_edition(russian: Dossier) -> None:
    own = document(russian)._replace(language="en")
    assert document(translated(russian._replace(documents=(own,)), "en")) is own


def test_a_broken_catalog_is_a_problem_and_the_source_is_shown(russian: Dossier) -> None:
    path = factories.catalog(russian.root, TRANSLATIONS)
    path.write_text("nonsense\n", encoding="utf-8")
    dossier = translated(russian, "en")
    assert factories.places(dossier.problems) == [("sea.po", 1, 0)]
    assert document(dossier).title == "Рыбаки вернулись с уловом"


def test_a_catalog_outside_the_dossier_is_not_read(russian: Dossier, tmp_path: Path) -> None:
    (russian.root / "locales").rename(tmp_path / "outside")
    (russian.root / "locales").symlink_to(tmp_path / "outside")
    assert translated(russian, "en").title == "Море"


def test_a_note_on_an_inferred_date_is_translated(tmp_path: Path) -> None:
    text = factories.DOCUMENT.replace(
        "published: 2025-12-20T10:42+04:00",
        "published_inferred: 2025-12-20\n  published_note: По погоде.",
    )
    folder = factories.dossier(tmp_path, catch=text)
    factories.catalog(folder, {"catch/published_note": ("По погоде.", "By the weather.")})
    assert document(translated(load(folder), "en")).source.published_note == "By the weather."


def test_a_translation_is_not_translated_again(english: Dossier) -> None:
    with pytest.raises(ValueError, match="source"):
        translated(english, "ru")


def test_what_the_editors_say_is_translated_and_says_where_it_is_not(tmp_path: Path) -> None:
    folder = factories.dossier(tmp_path, head=factories.DOSSIER + "note: Пересказано.\n")
    english = translated(load(folder), "en")
    assert (english.note, english.note_untranslated) == ("Пересказано.", True)
    factories.catalog(folder, {"dossier/note": ("Пересказано.", "Paraphrased.")})
    english = translated(load(folder), "en")
    assert (english.note, english.note_untranslated) == ("Paraphrased.", False)
