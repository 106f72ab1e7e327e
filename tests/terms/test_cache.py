"""Forms are made once, kept, and never trusted when damaged."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

import pytest

from reader.model import Entry, Term
from reader.terms import factory
from reader.terms.compiled import Compiled
from reader.terms.factory import matcher, matcher_for_file
from tests.terms.cache_files import crafted, spoiled
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
    monkeypatch.setattr("reader.terms.languages.ru.morphology.MORPHOLOGY.readings", refuse)
    monkeypatch.setattr("reader.terms.languages.ru.morphology.MORPHOLOGY.parses", refuse)


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


_BODIES = {
    "nothing": b"",
    "lines of nothing": b"\n" * 9,
    "marshalled": marshal.dumps((("wind",), (), {}, (), b"", {})),
    "a list that marshal fails at": b"[\xff\xff\xff\x7f" + b"\xdb\x00" * 50,
    "too deep": b"[" * 100_000,
    "null": b"null\n" * 6 + b"null",
    "numbers": b"1\n" * 9,
    "lists": b"[]\n" * 9,
    "maps": b"{}\n" * 9,
    "another id": b'["\\u001b[31m"]\n[]\n{"":[]}\n[]\n{"":[]}\n[]',
    "no words": b'["wind"]\n[]\n{"":[]}\n[]\n{"":[]}\n[]',
    "a place that is not there": b'["wind"]\n[[7],[0],[[]],[[]],[[]],[[]]]\n{"":[]}\n[]\n{"":[]}\n["x"]\n[0]',
}


@pytest.mark.parametrize("body", _BODIES.values(), ids=_BODIES)
def test_whatever_somebody_puts_into_the_cache_stops_nothing(cache: Path, body: bytes) -> None:
    whole = matcher([WIND, TIDE]).spans("морских приливов и северных ветров")
    for file in cache.glob("*.glossary"):
        crafted(file, lambda _body: body)
    (cache / "forms.sqlite").write_bytes(body)
    found = matcher([WIND, TIDE]).spans("морских приливов и северных ветров")
    assert found in (whole, [])
    assert found == whole or body == _BODIES["no words"]


def test_whatever_is_changed_in_the_cache_stops_nothing(cache: Path) -> None:
    entries = [
        WIND,
        TIDE,
        entry("ivanova", "person", ru=("Анна Иванова", "Иванова")),
        entry("port", "place", ru=("порт", Term("гавань", after_full=True)), en=("port", "PO")),
    ]
    text = (
        "Госпожа Анна Иванова из порта, northern ports; северным ветром гавань. Г-жа Иванова, PO."
    )
    whole = matcher(entries).spans(text)
    (file,) = cache.glob("*.glossary")
    good = file.read_bytes()
    random = Random(1)
    for _ in range(150):
        crafted(file, lambda body: spoiled(body, random))
        made = matcher(entries)
        assert {id for _start, _end, id in made.spans(text, nested=True)} <= {e.id for e in entries}
        made.named_by(["анна", "иванова"])
        made.begun_by(["порт"])
        file.write_bytes(good)
    assert matcher(entries).spans(text) == whole


def test_a_cache_that_somebody_else_may_write_is_not_read(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "северных ветров"
    whole = matcher([WIND]).spans(text)
    compiled: list[object] = []
    build = factory._compile

    def counted(entries: Sequence[Entry], forms: Any) -> Compiled:
        compiled.append(entries)
        return build(entries, forms)

    monkeypatch.setattr(factory, "_compile", counted)
    assert (matcher([WIND]).spans(text), compiled) == (whole, [])
    cache.parent.chmod(0o777)
    assert (matcher([WIND]).spans(text), len(compiled)) == (whole, 1)
    assert cache.parent.stat().st_mode & 0o777 == 0o700  # it is closed where it is one's own
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    before = {path: path.read_bytes() for path in cache.iterdir()}
    assert (matcher([WIND, TIDE]).spans(text), len(compiled)) == (whole, 2)
    assert {path: path.read_bytes() for path in cache.iterdir()} == before


def test_every_start_has_one_file_for_one_glossary(cache: Path) -> None:
    code = (
        "from tests.terms.glossaries import entry; from reader.terms.factory import matcher;"
        "first = 'северный ' + 'ветер'; second = ''.join(list('северный ветер'));"
        "matcher([entry('wind', 'concept', ru=(%s,))])"
    )
    for text in ("'северный ветер'", "first", "second", "'северный ветер'"):
        subprocess.run([sys.executable, "-c", code % text], check=True)
    assert len(list(cache.glob("*.glossary"))) == 1


def test_what_the_cache_holds_is_for_nobody_else(cache: Path) -> None:
    matcher([WIND])
    assert {path.stat().st_mode & 0o777 for path in cache.iterdir()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in (cache, cache.parent)} == {0o700}


@pytest.mark.parametrize("damage", [b"", b"\xff\xfe", "иван".encode()])
def test_the_file_of_given_names_is_made_anew_where_it_is_another(
    cache: Path, damage: bytes
) -> None:
    person = entry("t", "person", ru=("Лев Коултер", Term("Коултер", case="capital")))
    text = "Приехала Вероника Коултер."
    assert found(matcher([person]), text) == []
    (names,) = cache.glob("*.names")
    whole = names.read_bytes()
    names.write_bytes(damage)
    assert found(matcher([person]), text) == []
    assert names.read_bytes() == whole


def test_given_names_of_other_rules_are_deleted(cache: Path) -> None:
    cache.mkdir(parents=True)
    (cache / "00000000.names").write_bytes(b"x")
    person = entry("t", "person", ru=("Лев Коултер", Term("Коултер", case="capital")))
    found(matcher([person]), "Приехала Вероника Коултер.")
    assert len(list(cache.glob("*.names"))) == 1
