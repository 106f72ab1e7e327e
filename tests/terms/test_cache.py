"""Forms are made once, kept, and never trusted when damaged."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.terms.factory import matcher, matcher_for_file
from tests.terms.glossaries import entry, found

WIND = entry("wind", "concept", ru=("северный ветер",))
TIDE = entry("tide", "concept", ru=("морской прилив",))


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "reader" / "terms"


@pytest.fixture
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(word: str) -> None:
        raise AssertionError(f"the dictionary was asked for {word}")

    monkeypatch.setattr("reader.terms.languages.ru.morphology.parses", refuse)
    monkeypatch.setattr("reader.terms.languages.ru.morphology.readings", refuse)
    monkeypatch.setattr("reader.terms.languages.ru.phrases.readings", refuse)
    monkeypatch.setattr("reader.terms.languages.ru.phrases.parses", refuse)


@pytest.mark.usefixtures("cache")
def test_a_second_start_needs_no_dictionary(request: pytest.FixtureRequest) -> None:
    matcher([WIND])
    request.getfixturevalue("no_dictionary")
    assert found(matcher([WIND]), "северным ветром") == ["северным ветром"]


@pytest.mark.usefixtures("cache")
def test_a_changed_glossary_makes_only_the_forms_of_new_terms(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from reader.terms import patterns

    matcher([WIND])
    made = []
    whole = patterns.patterns_for

    def recorded(*args: object, **options: object) -> object:
        made.append(args[2])
        return whole(*args, **options)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(patterns, "patterns_for", recorded)
    both = matcher([WIND, TIDE])
    assert [term.text for term in made] == ["морской прилив"]  # type: ignore[attr-defined]  # terms
    assert found(both, "северный ветер, морского прилива") == ["северный ветер", "морского прилива"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:-9],
        lambda data: data[:-9] + b"123456789",
        lambda data: data + b"x",
        lambda _: b"something else",
    ],
)
def test_a_damaged_cache_is_made_again(cache: Path, damage: object) -> None:
    matcher([WIND])
    files = list(cache.iterdir())
    for file in files:
        file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]  # a function
    assert found(matcher([WIND]), "северных ветров") == ["северных ветров"]
    assert len(list(cache.iterdir())) == len(files)


def test_a_cache_that_cannot_be_written_costs_only_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "reader").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert found(matcher([WIND]), "северный ветер") == ["северный ветер"]


def test_many_readers_at_once_do_not_disturb_each_other(cache: Path) -> None:
    glossaries = [[entry(f"e{n}", "concept", ru=(f"ветер номер{n % 3}",))] for n in range(12)]
    with ThreadPoolExecutor(6) as pool:
        finders = list(pool.map(matcher, glossaries))
    assert all(len(found(f, f"ветра номер{n % 3}")) == 1 for n, f in enumerate(finders))
    assert all(len(found(matcher(g), f"ветра номер{n % 3}")) == 1 for n, g in enumerate(glossaries))
    assert not [file for file in cache.iterdir() if file.name.startswith(".")]


@pytest.mark.usefixtures("cache")
def test_a_known_file_is_read_without_yaml_and_without_a_dictionary(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text(
        "- {id: wind, kind: concept, terms: {ru: [северный ветер]}}\n", encoding="utf-8"
    )
    assert found(matcher_for_file(path), "северным ветром") == ["северным ветром"]
    script = (
        "import sys; from pathlib import Path; from reader.terms.factory import matcher_for_file;"
        f"found = matcher_for_file(Path({str(path)!r})).spans('северным ветром');"
        "loaded = {'yaml', 'pymorphy3', 'reader.model', 'babel', 'textual'} & set(sys.modules);"
        "sys.exit(0 if found == [(0, 15, 'wind')] and not loaded else f'{found} {loaded}')"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.usefixtures("cache")
def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "glossary.yaml"
    path.write_text("- {id: wind, kind: concept, terms: {en: [wind]}}\n", encoding="utf-8")
    matcher_for_file(path)
    path.write_text("- {id: tide, kind: concept, terms: {en: [tide]}}\n", encoding="utf-8")
    assert found(matcher_for_file(path), "wind and tides") == ["tides"]


def test_old_glossaries_leave_the_cache(cache: Path) -> None:
    for number in range(30):
        matcher([entry("e", "concept", en=(f"wind{number}x",))])
    assert len(list(cache.glob("*.glossary"))) == 24
