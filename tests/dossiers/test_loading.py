"""A folder becomes a dossier."""

from pathlib import Path

import pytest

from reader.dossiers.loader import load
from reader.errors import ReaderError
from reader.model import Claim, Event, Paragraph, Participant, Source, Term
from tests.dossiers import factories


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_a_sound_dossier_loads_whole(tmp_path: Path) -> None:
    dossier = load(factories.dossier(tmp_path))
    assert (dossier.id, dossier.language, dossier.shown_in, dossier.title) == (
        "sea",
        "ru",
        "ru",
        "Море",
    )
    assert dict(dossier.topics) == {"fish": "Рыба", "wind": "Ветер"}
    assert dossier.problems == ()
    document = dossier.document("catch")
    assert document is not None
    assert document.source == Source("Маяк", "2025-12-20T10:42+04:00", attribution=("mayak",))
    assert document.texts[0].paragraphs[0] == Paragraph("p1", "Посёлок встретил рыбаков с треской.")
    assert document.texts[0].kind == "edition"
    assert len(document.fingerprints) == 4
    summary = document.summary
    assert summary is not None
    assert summary.gist == "Улов был большим."
    assert summary.claims[0] == Claim("c1", "fish", "Трески поймали много.", ("p1", "p2"))
    assert summary.participants == (Participant("mayak", "mayak", "сообщил об улове", ("p2",)),)
    assert summary.events == (Event("e1", "2025-12", "Возвращение лодок.", ("p1",)),)
    assert summary.documents == ("mayak",)


def test_terms_keep_how_they_bind(tmp_path: Path) -> None:
    entry = load(factories.dossier(tmp_path)).entry("mayak")
    assert entry is not None
    assert entry.terms["ru"] == (
        Term("Газета «Маяк»"),
        Term("ГМ", type="abbreviation", case="exact"),
        Term("Маяк", after_full=True),
    )
    assert entry.source == ("https://example.org/mayak",)


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-12-19", "2025-12-19"),
        ('"2025-12-19"', "2025-12-19"),
        ("2025-12-20T10:42+04:00", "2025-12-20T10:42+04:00"),
        ("2025-12-20 10:42:00 +4", "2025-12-20T10:42:00+04:00"),
        ("2025-12-20T06:42:00Z", "2025-12-20T06:42:00+00:00"),
        ("null", None),
        ("", None),
    ],
)
def test_a_date_is_read_as_yaml_writes_it(tmp_path: Path, written: str, iso: str | None) -> None:
    text = factories.DOCUMENT.replace("2025-12-20T10:42+04:00", written)
    (document,) = load(factories.dossier(tmp_path, catch=text)).documents
    assert document.source.published == iso


def test_an_inferred_date_comes_with_its_note(tmp_path: Path) -> None:
    text = factories.DOCUMENT.replace(
        "published: 2025-12-20T10:42+04:00",
        "published: null\n  published_inferred: 2025-12-20\n  published_note: По погоде.",
    )
    dossier = load(factories.dossier(tmp_path, catch=text))
    assert dossier.problems == ()
    assert dossier.documents[0].source.published_inferred == "2025-12-20"
    assert dossier.documents[0].source.published_note == "По погоде."


def test_a_folded_text_is_one_line_and_keeps_its_no_break_spaces(tmp_path: Path) -> None:
    text = factories.DOCUMENT.replace(
        "{id: p1, text: Посёлок встретил рыбаков с треской.}",
        "id: p1\n    text: |\n      Посёлок  встретил\n      10\u00a0рыбаков.\n",
    )
    (document,) = load(factories.dossier(tmp_path, catch=text)).documents
    assert document.texts[0].paragraphs[0].text == "Посёлок  встретил 10\u00a0рыбаков."


def test_a_word_that_yaml_takes_for_a_boolean_stays_a_word(tmp_path: Path) -> None:
    glossary = factories.GLOSSARY.replace("en: [cod]", "no: [torsk]\n    en: [on]")
    entry = load(factories.dossier(tmp_path, glossary=glossary)).entry("cod")
    assert entry is not None
    assert entry.name("no") == "torsk"
    assert entry.name("en") == "on"


def test_a_document_without_a_summary_is_a_document(tmp_path: Path) -> None:
    text = factories.DOCUMENT.partition("summary:")[0]
    dossier = load(factories.dossier(tmp_path, catch=text))
    assert dossier.problems == ()
    assert dossier.documents[0].summary is None


def test_a_dossier_needs_no_glossary_and_no_documents(tmp_path: Path) -> None:
    folder = tmp_path / "sea"
    folder.mkdir()
    (folder / "dossier.yaml").write_text("id: sea\nlanguage: ru\ntitle: Море\n", encoding="utf-8")
    dossier = load(folder)
    assert (dossier.documents, dossier.entries, dossier.problems) == ((), (), ())


def test_text_of_a_dossier_cannot_steer_the_terminal(tmp_path: Path) -> None:
    text = factories.DOCUMENT.replace("Улов был большим.", '"Улов \\e[2J был \\u202e большим."')
    (document,) = load(factories.dossier(tmp_path, catch=text)).documents
    assert document.summary is not None
    assert document.summary.gist == "Улов ␛[2J был ‹RLO› большим."


@pytest.mark.parametrize("name", ["nowhere", "file"])
def test_what_is_no_folder_is_no_dossier(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReaderError) as error:
        load(tmp_path / name)
    assert error.value.problems[0].path == str(tmp_path / name)


def test_a_folder_without_dossier_yaml_is_no_dossier(tmp_path: Path) -> None:
    with pytest.raises(ReaderError):
        load(tmp_path)


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("id: sea\nlanguage: ru\n", 1),
        ("id: sea\nlanguage: russian\ntitle: Море\n", 2),
        ("id: Море\nlanguage: ru\ntitle: Море\n", 1),
        ("- id: sea\n", 1),
        ("", 1),
        ("id: sea\nlanguage: ru\ntitle: [Море\n", 4),
        (factories.DOSSIER + "  - {id: fish, label: Ещё рыба}\n", 7),
        (factories.DOSSIER + "  - {id: title, label: Заглавие}\n", 7),
    ],
)
def test_a_broken_head_is_named_with_its_line(tmp_path: Path, head: str, line: int) -> None:
    with pytest.raises(ReaderError) as error:
        load(factories.dossier(tmp_path, head=head))
    assert {(n, at) for n, at, _ in factories.places(error.value.problems)} == {
        ("dossier.yaml", line)
    }


def test_what_the_editors_say_of_the_texts_is_kept(tmp_path: Path) -> None:
    head = factories.DOSSIER + "note: >-\n  Пересказано\n  редакцией.\n"
    assert load(factories.dossier(tmp_path, head=head)).note == "Пересказано редакцией."
    assert load(factories.dossier(tmp_path)).note == ""


def test_headline_and_address_of_the_article_are_kept(tmp_path: Path) -> None:
    more = "  headline: Треска пошла\n  url: https://mayak.example/новости?n=1\n  attribution"
    catch = factories.DOCUMENT.replace("  attribution", more, 1)
    dossier = load(factories.dossier(tmp_path, catch=catch))
    document = dossier.document("catch")
    assert document is not None
    assert dossier.problems == ()
    assert document.source.headline == "Треска пошла"
    assert document.source.url == "https://mayak.example/новости?n=1"
