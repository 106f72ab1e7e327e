"""Search: what is found, where it stands, and what comes first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.articles.recognition import fingerprint
from reader.dossiers import paths
from reader.library import index, indexing, searching
from reader.library.collection import Collection
from reader.library.search import Hit
from reader.library.search_query import QueryError
from reader.library.sources import Files
from reader.terms.languages.ru import inflections, morphology
from tests.dossiers import factories

GLOSSARY = """\
- id: harbour-authority
  kind: organisation
  terms:
    ru: [Портовое управление, {text: ПУ, type: abbreviation}]
    en: [Harbour Authority]
- id: ferry
  kind: project
  terms:
    ru: [ночной паром]
    en: [night ferry]
"""
ORIGINAL = (
    "Редакция узнала, что у старого причала снова стоят буксиры, и их уже четыре.",
    "Капитан порта не стал объяснять редакции, кто и когда их туда привёл.",
)


def document(
    title: str, day: str, *text: str, publisher: str = "Маяк", language: str = "ru"
) -> str:
    paragraphs = "\n".join(f"  - {{id: p{n}, text: {p!r}}}" for n, p in enumerate(text, 1))
    prints = ", ".join(f'"{fingerprint(p)}"' for p in ORIGINAL)
    return (
        f"language: {language}\ntitle: {title}\nsource:\n  publisher: {publisher}\n"
        f"  published: {day}\n  attribution: []\ntext:\n{paragraphs}\n"
        + (f"original:\n  fingerprints: [{prints}]\n" if title.startswith("Буксиры") else "")
    )


DOCUMENTS = {
    "tugs": document(
        "Буксиры у причала",
        "2024-03-01",
        "У причалов стоят три буксира.",
        "Портовое управление молчит.",
    ),
    "steel": document(
        "Сталь и стекло",
        "2024-05-10",
        "Завод варит сталь для новых причалов.",
        "Рабочие стали ждать весны.",
        "Весной привезут стекло.",
        publisher="Северный вестник",
    ),
    "crew": document(
        "The crew was lying",
        "2025-01-20",
        "The captain said that his crew had lied about the night ferry.",
        "Larger ships are kept away from the Harbour Authority.",
        publisher="Northern Post",
        language="en",
    ),
    "long": document(
        "Прогулка",
        "2023-01-01",
        "Новый канал, новый мост, " + "деревья и лодки, " * 40 + "а в конце — маяк.",
        "Маяк виден отовсюду.",
    ),
}
ENGLISH = {
    "tugs/title": ("Буксиры у причала", "Tugs at the pier"),
    "tugs/p1": ("У причалов стоят три буксира.", "Three tugs lie at the piers."),
}


@pytest.fixture(params=["dictionary", "vocabulary"])
def collection(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Collection:
    """The dossier, with the forms of words in its index and without."""
    if request.param == "vocabulary":
        monkeypatch.setattr(indexing, "MANY", 1)
    return made(tmp_path)


def made(root: Path) -> Collection:
    folder = root / "sea"
    (folder / "documents").mkdir(parents=True)
    (folder / "dossier.yaml").write_text(factories.DOSSIER, encoding="utf-8")
    (folder / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    for name, text in DOCUMENTS.items():
        (folder / "documents" / f"{name}.yaml").write_text(text, encoding="utf-8")
    factories.catalog(folder, ENGLISH)
    collection = Collection(folder)
    collection.build()
    collection.build_matcher()
    return collection


def hits(collection: Collection, query: str, limit: int | None = None) -> list[Hit]:
    return list(collection.search(query, "ru", limit).hits)


def found(collection: Collection, query: str) -> set[tuple[str, str, str]]:
    return {(hit.document, hit.paragraph, hit.language) for hit in hits(collection, query)}


def lit(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.found]


# Words.


@pytest.mark.parametrize("word", ["причал", "причалами", "Причалу", "ПРИЧАЛОВ"])
def test_a_word_is_found_in_every_form_whatever_form_is_asked_for(
    collection: Collection, word: str
) -> None:
    assert found(collection, word) == {("tugs", "p1", "ru"), ("steel", "p1", "ru")}


def test_a_form_may_be_of_several_words(collection: Collection) -> None:
    assert found(collection, "стали") == {("steel", "p1", "ru"), ("steel", "p2", "ru")}
    assert found(collection, "сталью") == found(collection, "стали")
    assert found(collection, "стану") == {("steel", "p2", "ru")}


@pytest.mark.parametrize("word", ["lie", "lied", "lying"])
def test_english_words_are_found_in_every_form(collection: Collection, word: str) -> None:
    assert {("tugs", "p1", "en"), ("crew", "p1", "en")} <= found(collection, word)


def test_adjectives_are_found_in_every_degree(collection: Collection) -> None:
    assert found(collection, "large") == {("crew", "p2", "en")}


def test_where_something_stands_is_told_in_the_paragraph_and_in_the_snippet(
    collection: Collection,
) -> None:
    (hit,) = (hit for hit in hits(collection, "маяка") if hit.paragraph == "p1")
    assert lit(hit) == ["маяк"]
    assert [hit.snippet[a:b] for a, b in hit.marks] == ["маяк"]
    assert len(hit.snippet) < 200 < len(hit.text)
    assert hit.snippet.startswith("… ")


def test_all_words_have_to_stand_there_those_in_one_paragraph_first(collection: Collection) -> None:
    assert found(collection, "буксиры управление") == {("tugs", "p1", "ru")}
    assert found(collection, "сталь весна") == {("steel", "p2", "ru"), ("steel", "p1", "ru")} - {
        ("steel", "p1", "ru")
    }
    first, *_rest = hits(collection, "новый причал")
    assert (first.document, first.paragraph) == ("steel", "p1")
    assert not found(collection, "причал captain")


def test_what_stands_in_the_title_alone_is_found_at_the_first_paragraph(
    collection: Collection,
) -> None:
    (hit,) = hits(collection, "прогулки")
    assert (hit.document, hit.paragraph, hit.in_title) == ("long", "p1", True)
    assert hit.snippet == "Прогулка"
    assert not hit.found


def test_a_title_with_the_words_puts_its_article_first(collection: Collection) -> None:
    first, second = (hit.document for hit in hits(collection, "причалы"))
    assert (first, second) == ("tugs", "steel")


# Phrases, beginnings, what is not wanted.


def test_a_phrase_is_found_in_its_order_whatever_its_forms(collection: Collection) -> None:
    assert found(collection, '"новый причал"') == {("steel", "p1", "ru")}
    assert found(collection, "«завод варить сталь для новых причалов»") == {("steel", "p1", "ru")}
    assert not found(collection, '"причал новый"')
    assert not found(collection, '"завод сталь"')


def test_a_long_phrase_of_many_forms_is_found_only_as_a_whole(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.library import search_terms

    monkeypatch.setattr(search_terms, "_MOST_PHRASES", 1)
    assert found(collection, '"для новых причалов"') == {("steel", "p1", "ru")}
    assert not found(collection, '"варит сталь новых причалов"')


def test_a_beginning_finds_words_and_lights_them_whole(collection: Collection) -> None:
    (hit,) = hits(collection, "вар*")
    assert lit(hit) == ["варит"]
    assert not found(collection, "арит*")


def test_an_article_that_has_what_is_not_wanted_is_not_found(collection: Collection) -> None:
    assert found(collection, "причал -стекло") == {("tugs", "p1", "ru")}
    assert found(collection, 'причал -"управление молчит"') == {("steel", "p1", "ru")}
    assert found(collection, "причал -три*") == {("steel", "p1", "ru")}


def test_the_last_word_may_be_only_begun_while_it_is_typed(collection: Collection) -> None:
    typed = collection.search("новых прич", "ru", 5, typing=True)
    assert [hit.document for hit in typed.hits] == ["steel"]
    assert not found(collection, "новых прич")
    assert not collection.search('"', "ru", 5, typing=True).hits


def test_a_word_that_is_being_typed_comes_before_those_that_it_only_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = "Судно вернулось к вечеру, когда совсем стемнело, и стоит теперь в порту у стенки."
    monkeypatch.setitem(DOCUMENTS, "late", document("Судно", "2024-01-01", late))
    monkeypatch.setitem(DOCUMENTS, "gate", document("Ворота", "2024-09-01", "Портал открыт."))
    typed = made(tmp_path).search("порт", "ru", 5, typing=True).hits
    assert [hit.document for hit in typed] == ["late", "gate", "tugs"]


# Keys.


def test_articles_are_chosen_by_publisher_date_and_language(collection: Collection) -> None:
    assert found(collection, "причал publisher:вестник") == {("steel", "p1", "ru")}
    assert found(collection, "причал after:2024-05-10") == {("steel", "p1", "ru")}
    assert found(collection, "причал before:2024-05-10") == {("tugs", "p1", "ru")}
    assert found(collection, "причал after:2024-03 до:2024-05") == {("tugs", "p1", "ru")}
    assert {language for *_, language in found(collection, "lie lang:ru")} == set()


def test_without_words_every_article_is_found_that_is_as_asked_the_latest_first(
    collection: Collection,
) -> None:
    assert [(hit.document, hit.paragraph) for hit in hits(collection, "after:2024")] == [
        ("crew", "p1"),
        ("steel", "p1"),
        ("tugs", "p1"),
    ]


def test_what_is_not_wanted_is_enough_to_ask_for_all_else(
    collection: Collection, tmp_path: Path
) -> None:
    every = {hit.document for hit in hits(collection, "before:2100")}
    assert {hit.document for hit in hits(collection, "-стекло")} == every - {"steel"}
    assert {hit.document for hit in hits(collection, '-стекло -"молчит" -tug')} == every - {
        "steel",
        "tugs",
    }
    assert [hit.document for hit in hits(collection, "after:2024 -captain")] == ["steel", "tugs"]
    assert {hit.document for hit in hits(collection, "publisher:вестник -стекло")} == set()
    assert {hit.document for hit in hits(collection, "-нигденет")} == every
    assert [hit.document for hit in collection.search("-стек", "ru", 1, typing=True).hits]
    opened = tmp_path / "note.txt"
    opened.write_text("# О чайках\n\nНа старых причалах тихо.\n", encoding="utf-8")
    collection.add(Files([str(opened)], collection.recognise))
    assert "file:1" in {hit.document for hit in hits(collection, "-стекло")}
    assert "file:1" not in {hit.document for hit in hits(collection, "-чайка")}


# Entries.


@pytest.mark.parametrize("name", ["ночного парома", "night ferries", "entry:ferry", "термин:паром"])
def test_the_name_of_an_entry_finds_its_mentions_in_the_other_language(
    collection: Collection, name: str
) -> None:
    if name == "термин:паром":
        with pytest.raises(QueryError) as caught:  # a word of it is not its name
            hits(collection, name)
        assert "(ferry)" in caught.value.problems[0].values["near"]
        return
    (hit,) = hits(collection, name)
    assert (hit.document, lit(hit)) == ("crew", ["night ferry"])


def test_an_entry_is_found_by_any_of_its_names(collection: Collection) -> None:
    both = {("tugs", "p2", "ru"), ("crew", "p2", "en")}
    assert found(collection, "портового управления") == both
    assert found(collection, "ПУ") == both
    assert found(collection, 'entry:"Harbour Authority"') == both
    assert found(collection, "entry:harbour-authority ships") == {("crew", "p2", "en")}
    assert found(collection, '"портовое управление"') == {("tugs", "p2", "ru")}


def test_an_entry_that_is_not_in_the_glossary_is_named(collection: Collection) -> None:
    with pytest.raises(QueryError) as caught:
        hits(collection, "порт entry:лодочник")
    assert caught.value.problems[0].values["said"] == "лодочник"


def test_an_entry_of_the_readers_own_is_found_by_its_name(tmp_path: Path) -> None:
    own = paths.user_glossary("sea")
    own.parent.mkdir(parents=True)
    terms = "  terms:\n    ru: [портовый капитан]\n    en: [captain]\n"
    own.write_text(f"- id: captain\n  kind: person\n{terms}", encoding="utf-8")
    assert ("crew", "p1", "en") in found(made(tmp_path), "портовому капитану")


# What is shown is what is searched.


def test_a_text_is_found_once_in_the_language_it_is_in(collection: Collection) -> None:
    assert found(collection, "лодки") == {("long", "p1", "ru")}
    assert found(collection, "piers") == {("tugs", "p1", "en")}


def test_opened_articles_and_originals_are_searched_as_well(
    collection: Collection, tmp_path: Path
) -> None:
    opened = tmp_path / "note.txt"
    opened.write_text("Записка\n\nНа старых причалах много чаек.\n", encoding="utf-8")
    original = tmp_path / "original.txt"
    original.write_text("\n\n".join(ORIGINAL), encoding="utf-8")
    collection.add(Files([str(opened), str(original)], collection.recognise))
    in_pier = {(hit.document, tuple(lit(hit))) for hit in hits(collection, "старый причал")}
    assert in_pier == {("file:1", ("старых", "причалах")), ("tugs", ("старого", "причала"))}
    # The original is shown in place of the edition.
    assert ("tugs", "p1", "ru") not in found(collection, "три")
    assert {hit.document for hit in hits(collection, "чайка")} == {"file:1"}


def test_what_is_read_through_is_chosen_by_the_same_keys(
    collection: Collection, tmp_path: Path
) -> None:
    opened = tmp_path / "note.txt"
    opened.write_text("Записка\n\nНа старых причалах много чаек.\n", encoding="utf-8")
    collection.add(Files([str(opened)], collection.recognise))
    assert {d for d, *_ in found(collection, "причал lang:ru -буксир")} == {"file:1", "steel"}
    assert {d for d, *_ in found(collection, "причал -чайка")} == {"tugs", "steel"}
    assert {d for d, *_ in found(collection, "причал after:2020")} == {"tugs", "steel"}
    assert {d for d, *_ in found(collection, "lang:en причал")} == set()


# The index.


def test_no_dictionary_is_asked_for_a_word_that_some_text_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "MANY", 1)
    collection = made(tmp_path)
    asked: list[str] = []

    def noted(word: str) -> frozenset[str]:
        asked.append(word)
        return frozenset((word.removesuffix("ами"),))

    monkeypatch.setattr(inflections, "forms", noted)
    monkeypatch.setattr(morphology.MORPHOLOGY, "normal_forms", noted)
    assert found(collection, "причалов") == {("tugs", "p1", "ru"), ("steel", "p1", "ru")}
    assert not asked
    assert ("tugs", "p1", "ru") in found(collection, "причалами")
    assert asked == ["причалами"]


def test_without_full_text_search_every_text_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "WORDS", "CREATE VIRTUAL TABLE words USING no_such_module (text)")
    collection = made(tmp_path)
    assert collection.search("причал", "ru").slowly
    assert found(collection, "причал -стекло after:2024") == {("tugs", "p1", "ru")}
    assert found(collection, "ночной паром") == {("crew", "p1", "en")}


def test_what_was_changed_is_found_as_it_is_now(collection: Collection) -> None:
    folder = collection.root
    text = DOCUMENTS["tugs"].replace("Буксиры у причала", "Катера").replace("буксира", "катера")
    (folder / "documents" / "tugs.yaml").write_text(text, encoding="utf-8")
    (folder / "documents" / "steel.yaml").unlink()
    again = Collection(folder)
    again.build()
    assert {d for d, *_ in found(again, "катерам")} == {"tugs"}
    assert not found(again, "буксир")
    assert not found(again, "сталь")


def test_a_damaged_index_is_made_again_and_searched(collection: Collection) -> None:
    path = index.path_for(collection.root)
    collection.ask(lambda dossier: dossier.index.close())
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    path.write_bytes(data)
    again = Collection(collection.root)
    if not again.open():
        again.build()
    assert found(again, "причалу") == {("tugs", "p1", "ru"), ("steel", "p1", "ru")}


def test_a_search_that_nobody_waits_for_ends(collection: Collection) -> None:
    asked: Iterator[bool] = iter([False, True])
    answer = collection.search("причал", "ru", stop=lambda: next(asked, True))
    assert not answer.hits


def test_there_is_more_than_was_asked_for(collection: Collection) -> None:
    assert collection.search("причал", "ru", 1).more
    assert not collection.search("причал", "ru", 2).more


def test_words_that_are_everywhere_are_found_the_latest_first(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.library import search_index

    monkeypatch.setattr(search_index, "MOST_RANKED", 1)
    assert {d for d, *_ in found(collection, "причал")} == {"tugs", "steel"}


def test_a_long_article_that_is_opened_is_not_waited_for(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_LONGEST_WAIT", 10)
    opened = tmp_path / "note.txt"
    opened.write_text("На старых причалах много чаек.\n", encoding="utf-8")
    collection.add(Files([str(opened)], collection.recognise))
    assert not found(collection, "чайка")
