"""A glossary, in a dossier or on its own."""

import time
from pathlib import Path

import pytest

from reader.dossiers import glossary
from reader.dossiers.glossary import load_glossary
from reader.errors import ReaderError
from reader.model import Term
from tests.dossiers import factories


def read(tmp_path: Path, text: str) -> glossary.Glossary:
    path = tmp_path / "glossary.yaml"
    path.write_text(text, encoding="utf-8")
    return glossary.read(path)


ENTRY = "- {id: cod, kind: concept, terms: {ru: [треска], en: [cod]}}\n"


def test_a_glossary_on_its_own_needs_id_kind_and_terms(tmp_path: Path) -> None:
    path = tmp_path / "any-name.yaml"
    path.write_text(ENTRY, encoding="utf-8")
    (entry,) = load_glossary(path)
    assert (entry.id, entry.kind, entry.name("en")) == ("cod", "concept", "cod")


def test_a_glossary_on_its_own_may_have_keys_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(ENTRY.replace("kind:", "colour: grey, kind:"), encoding="utf-8")
    assert len(load_glossary(path)) == 1


@pytest.mark.parametrize("text", ["", "[]\n", "id: cod\n", "- cod\n", ENTRY + "- {id: ling}\n"])
def test_a_glossary_on_its_own_must_be_whole(tmp_path: Path, text: str) -> None:
    path = tmp_path / "g.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReaderError) as error:
        load_glossary(path)
    assert error.value.problems[0].path == str(path)


@pytest.mark.parametrize(
    "broken",
    [
        "- {id: Ling, kind: concept, terms: {en: [ling]}}",
        "- {id: ling, kind: fish, terms: {en: [ling]}}",
        "- {id: ling, terms: {en: [ling]}}",
        "- {id: ling, kind: concept}",
        "- {id: ling, kind: concept, terms: {}}",
        "- {id: ling, kind: concept, terms: {en: []}}",
        "- {id: ling, kind: concept, terms: {en: ling}}",
        '- {id: ling, kind: concept, terms: {en: ["—"]}}',
        '- {id: ling, kind: concept, terms: {en: [""]}}',
        "- {id: ling, kind: concept, terms: {en: [{text: ling, case: upper}]}}",
        "- {id: ling, kind: concept, terms: {en: [{text: ling, type: short}]}}",
        "- {id: ling, kind: concept, terms: {en: [{text: ling, after_full: maybe}]}}",
        "- {id: ling, kind: concept, terms: {en: [{text: ling, after_full: [cod]}]}}",
        "- {id: ling, kind: concept, terms: {en: [{text: ling, after_full: {not_before: cod}}]}}",
        "- {id: ling, kind: concept, terms: {en: [{text: ling, after_full: {not_before: [a b]}}]}}",
        "- {id: ling, kind: concept, terms: {en: [{text: ling, after_full: {not_after: ['-']}}]}}",
        "- {id: cod, kind: concept, terms: {en: [ling]}}",
        "- ling",
    ],
)
def test_a_broken_entry_is_left_out(tmp_path: Path, broken: str) -> None:
    found = read(tmp_path, ENTRY + broken + "\n")
    assert [entry.id for entry in found.entries] == ["cod"]
    assert {problem.line for problem in found.problems} == {2}


def test_a_term_after_a_fuller_one_lists_the_words_it_does_not_stand_beside(tmp_path: Path) -> None:
    beside = "{text: ling, after_full: {not_before: [cod, sea-fish], not_after: [red]}}"
    found = read(tmp_path, f"- {{id: ling, kind: concept, terms: {{en: [{beside}]}}}}\n")
    assert found.problems == ()
    assert found.entries[0].terms["en"] == (
        Term("ling", after_full=True, not_before=("cod", "sea-fish"), not_after=("red",)),
    )


def test_a_term_may_say_whose_it_is_and_what_it_does_not_stand_beside(tmp_path: Path) -> None:
    terms = "{text: net, of: cod}, {text: hook, of: [cod, ling], alone: true}, {text: rod, not_after: [a]}"
    found = read(
        tmp_path, f"{ENTRY}- {{id: ling, kind: concept, terms: {{en: [{terms}, ling]}}}}\n"
    )
    assert [problem.values["id"] for problem in found.problems] == ["ling"]
    assert found.entries[1].terms["en"] == (
        Term("net", of=("cod",)),
        Term("hook", of=("cod", "ling"), alone=True),
        Term("rod", not_after=("a",)),
        Term("ling"),
    )


def test_alone_without_an_owner_is_named(tmp_path: Path) -> None:
    found = read(tmp_path, "- {id: a, kind: concept, terms: {en: [{text: net, alone: true}]}}\n")
    assert found.entries[0].terms["en"] == (Term("net"),)
    assert "“alone”" in found.problems[0].message


def test_an_unknown_key_beside_a_fuller_term_is_named(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "- {id: ling, kind: concept, terms: {en: [{text: ling, after_full: {before: [cod]}}]}}\n",
    )
    (problem,) = found.problems
    assert problem.values["key"] == "before"
    assert problem.values["known"] == "not_before, not_after"


def test_a_reference_to_a_broken_entry_is_not_at_fault(tmp_path: Path) -> None:
    related = ENTRY.replace("kind:", "related: [ling], kind:")
    found = read(tmp_path, related + "- {id: ling, kind: fish, terms: {en: [ling]}}\n")
    assert len(found.problems) == 1


@pytest.mark.parametrize("related", ["ling", "cod"])
def test_a_relation_must_lead_to_another_entry(tmp_path: Path, related: str) -> None:
    found = read(tmp_path, ENTRY.replace("kind:", f"related: [{related}], kind:"))
    assert found.entries[0].related == ()
    assert len(found.problems) == 1


def twice(tmp_path: Path, one: str, other: str) -> list[str]:
    text = (
        f"- {{id: one, kind: concept, terms: {{ru: [{one}]}}}}\n"
        f"- {{id: two, kind: concept, terms: {{ru: [{other}]}}}}\n"
    )
    found = read(tmp_path, text)
    assert len(found.entries) == 2
    return factories.messages(found.problems)


@pytest.mark.parametrize(
    ("one", "other"), [("мир", "Мир"), ("ёж", "еж"), ("тре\u00adска", "треска")]
)
def test_a_term_under_two_entries_is_a_finding(tmp_path: Path, one: str, other: str) -> None:
    (message,) = twice(tmp_path, f'"{one}"', f'"{other}"')
    assert "“one”" in message


def test_abbreviations_that_differ_in_case_are_two(tmp_path: Path) -> None:
    assert twice(tmp_path, "{text: США, case: exact}", "{text: сша, case: exact}") == []


def test_bare_names_after_a_fuller_term_may_be_shared(tmp_path: Path) -> None:
    bare = "{text: Меморандум, after_full: true}"
    assert twice(tmp_path, f"Меморандум первый, {bare}", f"Меморандум второй, {bare}") == []


def test_one_spelling_in_two_languages_is_no_finding(tmp_path: Path) -> None:
    found = read(tmp_path, "- {id: x, kind: project, terms: {ru: [TRIPP], en: [TRIPP]}}\n")
    assert found.problems == ()


def test_a_term_twice_in_one_entry_is_a_finding(tmp_path: Path) -> None:
    found = read(tmp_path, "- {id: x, kind: project, terms: {en: [TRIPP, TRIPP]}}\n")
    assert len(found.problems) == 1


def test_a_term_has_64_words_at_most(tmp_path: Path) -> None:
    words = " ".join(["cod"] * 65)
    found = read(
        tmp_path, ENTRY + f"- {{id: cods, kind: concept, terms: {{en: [{words}, cods]}}}}\n"
    )
    (problem,) = found.problems
    assert (problem.line, problem.column, problem.values["most"]) == (2, 42, "64")
    assert "more than {most} words" in problem.message
    assert [e.id for e in found.entries] == ["cod"]
    kept = read(tmp_path, ENTRY.replace("[cod]", f"[{words.removeprefix('cod ')}]"))
    assert kept.problems == ()


def test_thousands_of_terms_that_fold_alike_are_compared_at_once(tmp_path: Path) -> None:
    letters = "abcdefghijklmnopq"
    terms = (
        "".join(c.upper() if n >> k & 1 else c for k, c in enumerate(letters)) for n in range(8_000)
    )
    each = ", ".join(f"{{text: {term}, type: abbreviation}}" for term in terms)
    again = "- {id: other, kind: concept, terms: {en: [" + letters + "]}}\n"
    text = "- {id: many, kind: concept, terms: {en: [" + each + "]}}\n" + again
    begun = time.process_time()
    found = read(tmp_path, text)
    assert time.process_time() - begun < 10
    (problem,) = found.problems
    assert (problem.line, problem.values["id"]) == (2, "many")
