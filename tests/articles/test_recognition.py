"""A file is recognised as a document of the dossier by its paragraphs."""

import os
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.reading import read_article
from reader.articles.recognition import fingerprint, fingerprints, open_article
from reader.dossiers.loader import load, parse
from reader.dossiers.paths import builtin
from reader.dossiers.translation import translated
from reader.library.texts import view
from reader.model import Document, Dossier, Text
from tests.dossiers import factories

P = factories.ORIGINAL
TEASER = "Подписывайтесь на наш канал и читайте новости первыми"
LONG = "Ещё один абзац, которого не было, когда снимали отпечатки, и который поэтому никому не знаком, но стоит он среди других и достаточно длинен."


@pytest.fixture(scope="module")
def sea(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    return parse(factories.dossier(tmp_path_factory.mktemp("sea")))


def opened(sea: Dossier, *lines: str) -> Document:
    return open_article("\n\n".join(lines), "article.txt", sea.documents)


def ids(document: Document) -> list[str]:
    return [paragraph.id for paragraph in document.texts[0].paragraphs]


def test_an_original_is_shown_in_the_publishers_words(sea: Dossier) -> None:
    document = opened(sea, *P)
    assert (document.id, document.texts[0].kind) == ("catch", "original")
    assert tuple(p.text for p in document.texts[0].paragraphs) == P
    assert ids(document) == ["p1", "p2", "p3", "p4"]
    assert document.title == "Рыбаки вернулись с уловом"
    assert document.summary == sea.documents[0].summary


def test_furniture_around_and_between_is_dropped(sea: Dossier) -> None:
    menu = "Главная Новости Погода " + LONG
    document = opened(sea, menu, TEASER, P[0], P[1], TEASER, P[2], P[3], TEASER, LONG)
    assert tuple(p.text for p in document.texts[0].paragraphs) == P


def test_a_teaser_that_repeats_a_paragraph_is_furniture(sea: Dossier) -> None:
    document = opened(sea, P[0], TEASER, LONG, *P, P[3], P[0])
    assert tuple(p.text for p in document.texts[0].paragraphs) == P


def test_half_of_the_paragraphs_are_enough(sea: Dossier) -> None:
    assert opened(sea, P[0], P[3]).id == "catch"


def test_less_than_half_are_not_enough(sea: Dossier) -> None:
    assert opened(sea, P[0], LONG).id is None


def test_paragraphs_out_of_order_count_only_as_far_as_they_rise(sea: Dossier) -> None:
    assert opened(sea, P[3], P[2], P[1], P[0]).id is None
    assert ids(opened(sea, P[3], P[0], P[1])) == ["p1", "p2"]


def test_a_reworded_paragraph_in_its_place_has_its_id(sea: Dossier) -> None:
    document = opened(sea, P[0], LONG, P[2], P[3])
    assert ids(document) == ["p1", "p2", "p3", "p4"]
    assert document.texts[0].paragraphs[1].text == LONG


def test_two_long_lines_for_one_gap_have_no_known_id(sea: Dossier) -> None:
    document = opened(sea, P[0], LONG, LONG, P[2], P[3])
    assert ids(document) == ["p1", "p1-1", "p1-2", "p3", "p4"]


def test_a_citation_of_a_paragraph_that_is_missing_is_left_out(sea: Dossier) -> None:
    document = opened(sea, P[0], P[2], P[3])
    assert document.summary is not None
    summary = view(document, "ru").document.summary
    assert summary is not None
    assert summary.claims[0].cites == ("p1",)
    assert summary.participants[0].cites == ()


def test_a_translated_dossier_gives_its_summary_beside_the_publishers_words(sea: Dossier) -> None:
    document = open_article("\n".join(P), "x", translated(sea, "en").documents)
    assert tuple(p.text for p in document.texts[0].paragraphs) == P
    assert document.texts[0].kind == "original"
    assert "p1" not in document.untranslated
    assert "gist" in document.untranslated


def test_a_date_glued_to_the_first_paragraph_is_taken_off(sea: Dossier) -> None:
    document = opened(sea, f" date 2025-12-20 {P[0]}", *P[1:])
    assert document.texts[0].paragraphs[0].text == P[0]
    assert document.source == sea.documents[0].source


def test_a_file_of_more_than_256_kb_is_not_looked_at(sea: Dossier) -> None:
    assert opened(sea, *P, "к" * 256 * 1024).id is None


def test_one_line_over_and_over_costs_no_time(sea: Dossier) -> None:
    assert opened(sea, *[P[0]] * 1000).id is None


def test_a_text_without_line_breaks_between_its_lines_is_one_paragraph(sea: Dossier) -> None:
    assert len(opened(sea, " ".join(P)).texts[0].paragraphs) == 1


@pytest.mark.parametrize(
    "changed",
    [
        "рыбаки  посёлка\u00a0«Северный» — дома",
        "Рыбаки посе\u0308лка “Северный” – дома",
        "РЫБАКИ поселка 'северный' - дома",
        "Рыба\u0301ки по\u00adсёлка „Северный“ ― дома  ",
        'date 2026-02-10 Рыбаки посёлка "Северный" - дома',
    ],
)
def test_spelling_makes_no_difference_to_a_fingerprint(changed: str) -> None:
    assert fingerprint(changed) == fingerprint('Рыбаки посёлка "Северный" - дома')


def test_a_word_makes_a_difference_to_a_fingerprint() -> None:
    assert fingerprint("Лодки вернулись.") != fingerprint("Лодки не вернулись.")


@given(st.text(max_size=80))
def test_a_fingerprint_is_sixteen_hexadecimal_digits(text: str) -> None:
    assert len(fingerprint(text)) == 16
    assert int(fingerprint(text), 16) >= 0


@given(st.lists(st.sampled_from([*P, TEASER, LONG]), max_size=10))
def test_whatever_is_recognised_holds_the_files_own_lines_in_order(lines: list[str]) -> None:
    document = open_article("\n".join(lines), "x", _sea().documents)
    texts = iter(lines)
    assert all(p.text in texts for p in document.texts[0].paragraphs)
    known = set(ids(document))
    assert len(known) == len(document.texts[0].paragraphs)
    if summary := view(document, "ru").document.summary:
        assert all(set(c.cites) <= known for c in summary.claims)
    if document.id:
        assert sum(p.text in P for p in document.texts[0].paragraphs) * 2 >= len(P)


def _sea() -> Dossier:
    fingerprints = tuple(map(fingerprint, P))
    document = Document(
        "catch",
        "ru",
        "Улов",
        factories.SOURCE,
        (Text("edition", "ru", factories.PARAGRAPHS),),
        factories.SUMMARY,
        fingerprints=fingerprints,
    )
    return Dossier("sea", "ru", "Море", Path(), documents=(document,), shown_in="ru")


# Any other article


def test_an_unknown_article_is_its_lines(sea: Dossier) -> None:
    document = opened(sea, "Заголовок", "  Первая строка.  ", "Вторая.")
    assert (document.id, document.texts[0].kind, document.summary) == (None, "original", None)
    assert [(p.id, p.text) for p in document.texts[0].paragraphs] == [
        ("p1", "Заголовок"),
        ("p2", "Первая строка."),
        ("p3", "Вторая."),
    ]
    assert document.title == "Заголовок"


def test_a_long_first_line_is_shortened_at_the_end_of_a_word(sea: Dossier) -> None:
    title = opened(sea, LONG).title
    assert len(title) <= 80
    assert title.endswith("…")
    assert LONG.startswith(title[:-1])
    assert LONG[len(title) - 1] in " ,"


def test_a_first_line_without_spaces_is_cut(sea: Dossier) -> None:
    title = opened(sea, "д" * 200).title
    assert title == "д" * 79 + "…"


def test_the_date_of_a_stored_page_becomes_its_date(sea: Dossier) -> None:
    document = opened(sea, "date 2026-01-15 Заголовок", "Текст.")
    assert document.source.published == "2026-01-15"
    assert document.title == "Заголовок"


@pytest.mark.parametrize("line", ["date 2026-13-15 Title", "dated 2026-01-15 Title", "date soon"])
def test_what_only_looks_like_such_a_date_stays(sea: Dossier, line: str) -> None:
    document = opened(sea, line)
    assert document.source.published is None
    assert document.texts[0].paragraphs[0].text == line


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Лодки вернулись в Port of Baku вечером", "ru"),
        ("The boats of the Маяк returned in the evening", "en"),
        ("2025", "en"),
    ],
)
def test_the_language_is_guessed_by_the_letters(sea: Dossier, text: str, language: str) -> None:
    assert opened(sea, text).language == language


def test_a_text_without_words_is_called_by_its_name(sea: Dossier) -> None:
    assert open_article("", "a\x1b\n.txt", sea.documents).title == "a␛␊.txt"


@pytest.mark.skipif("READER_ORIGINALS" not in os.environ, reason="READER_ORIGINALS is not set")
@pytest.mark.parametrize(
    ("prefix", "id", "count"),
    [
        ("000", "report-2025-12-20", 6),
        ("001", "trend-2025-12-19", 8),
        ("002", "foreign-ministry-2026-02-10", 6),
        ("003", "1news-2025-08-09", 12),
        ("004", "report-charter", 12),
    ],
)
def test_the_five_originals_are_recognised_whole(prefix: str, id: str, count: int) -> None:
    (path,) = Path(os.environ["READER_ORIGINALS"]).glob(f"{prefix}_*.txt")
    document = open_article(read_article(path).text, path.name, load(builtin()).documents)
    assert (document.id, document.texts[0].kind) == (id, "original")
    assert ids(document) == [f"p{i}" for i in range(1, count + 1)]
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    assert all(any(line.endswith(p.text) for line in lines) for p in document.texts[0].paragraphs)


@pytest.mark.skipif("READER_ORIGINALS" not in os.environ, reason="READER_ORIGINALS is not set")
@pytest.mark.parametrize("width", [45, 72, 100])
@pytest.mark.parametrize("hyphens", [True, False])
def test_the_five_originals_are_recognised_whole_when_their_lines_are_broken(
    width: int, hyphens: bool
) -> None:
    documents = load(builtin()).documents
    for path in Path(os.environ["READER_ORIGINALS"]).glob("*.txt"):
        text = read_article(path).text
        whole = open_article(text, path.name, documents)
        document = open_article(_wrapped(text, width, hyphens), path.name, documents)
        assert (document.id, ids(document)) == (whole.id, ids(whole))


def _wrapped(text: str, width: int, hyphens: bool) -> str:
    return "\n\n".join(
        textwrap.fill(line, width, break_on_hyphens=hyphens)
        for line in text.split("\n")
        if line.strip()
    )


@pytest.mark.parametrize("width", [45, 72])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_original_is_recognised_when_its_lines_are_broken(
    sea: Dossier, width: int, end: str
) -> None:
    text = _wrapped("\n".join(P), width, True).replace("\n", end)
    document = open_article(text, "x", sea.documents)
    assert document.id == "catch"
    assert tuple(p.text for p in document.texts[0].paragraphs) == P


def test_a_word_with_a_hyphen_is_recognised_when_a_line_ends_with_it(sea: Dossier) -> None:
    text = "Рыбаки острова требуют, чтобы северо-западный причал построили в этом году заново."
    broken = text.replace("северо-", "северо-\n")
    (edition,) = sea.documents[0].texts
    document = sea.documents[0]._replace(
        fingerprints=(fingerprint(text),),
        texts=(edition._replace(paragraphs=edition.paragraphs[:1]),),
    )
    found = open_article(broken, "x", (document,))
    assert found.id == "catch"
    assert found.texts[0].paragraphs[0].text == text


def test_fingerprints_are_those_of_paragraphs() -> None:
    assert fingerprints(_wrapped("\n".join(P), 60, True)) == list(map(fingerprint, P))


# What an article says about itself


def test_front_matter_is_title_publisher_and_day_of_an_article() -> None:
    text = "---\ntitle: Мост\nauthor: Анна Морская\ndate: 2026-03-02\n---\n\n# Мост\n\nВ мае.\n"
    document = open_article(text, "a.md", ())
    assert (document.title, document.source.publisher) == ("Мост", "Анна Морская")
    assert document.source.published == "2026-03-02"
    assert [p.text for p in document.texts[0].paragraphs] == ["Мост", "В мае."]
