"""A glossary made from one that is nearly the same is what it would be if compiled whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest

from reader.model import Entry, Term
from reader.terms import cache, differences, factory
from reader.terms.compiled import Compiled
from reader.terms.guards.flags import RULED, rule_of
from reader.terms.matcher import Matcher
from reader.terms.packing import unpack, unpack_node
from reader.terms.trie import build_trie
from tests.terms.cache_files import crafted, spoiled
from tests.terms.glossaries import entry

ENTRIES = [
    entry("norway", "place", ru=("Норвегия",), en=("Norway",)),
    entry("mfa", "organisation", ru=("МИД Норвегии", Term("МИД", "abbreviation", of=("norway",)))),
    entry("ivanov", "person", ru=("Сергей Иванов", Term("Иванов", case="capital"))),
    entry("treaty", "document", ru=("договор о рыбе", Term("договор", of=("norway",)))),
    entry("usa", "place", ru=(Term("США", "abbreviation"),)),
    entry("tide", "concept", ru=("морской прилив",)),
    entry("union", "concept", ru=(Term("прочный союз", gap=1),)),
    *(entry(f"hub{n}", "concept", ru=(f"северный узел номер{n}",)) for n in range(33)),
]

TEXT = """
МИД Норвегии ждал. Норвежский МИД молчал. Договор Исландии не нужен, договор с Норвегией подписан.
Слово взяла Иванова. Заявление Иванова прочли. Товары из С.Ш.А. и США, с. Великое. С ним был мир.
Морские приливы и прочного торгового союза ждут северные узлы номер7 и северного узла номер21.
МИД Дании. Датский МИД. Северный ветер. Анны Ивановой не было. Ш. Петров. Северный узел номер40.
"""


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(differences, "LEAST", len(ENTRIES) - 4)


def _replaced(place: int, *new: Entry) -> list[Entry]:
    return [*ENTRIES[:place], *new, *ENTRIES[place + 1 :]]


_OTHERS = {
    "one changed": _replaced(5, entry("tide", "concept", ru=("северный ветер",))),
    "one added in the middle": [*ENTRIES[:3], entry("x", "place", ru=("Дания",)), *ENTRIES[3:]],
    "one added at the end": [*ENTRIES, entry("h", "concept", ru=("северный узел номер40",))],
    "one removed": _replaced(2),
    "one that shares its rows' words removed": _replaced(20),
    "one moved": [*ENTRIES[1:20], ENTRIES[0], *ENTRIES[20:]],
    "an owner changed": _replaced(0, entry("norway", "place", ru=("Дания",), en=("Denmark",))),
    "a namesake": [entry("ivanova", "person", ru=("Анна Иванова", "Иванова")), *ENTRIES],
    "a word of a letter that begins an abbreviation": [
        *ENTRIES,
        entry("with", "concept", ru=("с",)),
    ],
    "the abbreviation removed": _replaced(4),
    "the gap removed": _replaced(6),
    "another with a term of somebody's": [
        *ENTRIES,
        entry("pm", "person", ru=(Term("премьер", of=("norway",)),)),
    ],
}


def _whole(compiled: Compiled) -> Any:
    """Return what a compiled glossary says of every form, whatever its patterns' numbers are."""
    ids, rows, people, rules, words, root = compiled

    def named(i: int) -> Any:
        place, flags, *rest = rows[i]
        rule = rules[rule_of(flags)] if flags & RULED else None
        return ids[place], flags if rule is None else rule, *rest

    def ways(node: Any, before: tuple[str, ...]) -> Iterator[Any]:
        if isinstance(node, tuple):
            yield before, [named(i) for i in node]
            return
        for word, below in node.items():
            yield from ways(below, (*before, word) if word else before)

    forms = {
        words: ends
        for first, node in root.items()
        for words, ends in ways(unpack_node(node), (first,))
    }
    said = unpack(words)
    return ids, forms, {ids[p]: person for p, person in people.items()}, said["initials"]


@pytest.mark.parametrize("entries", _OTHERS.values(), ids=_OTHERS)
def test_it_is_what_it_would_be_whole(
    entries: Sequence[Entry], monkeypatch: pytest.MonkeyPatch
) -> None:
    factory.matcher(ENTRIES)
    whole = build_trie(entries, {})
    with monkeypatch.context() as patched:
        patched.setattr("reader.terms.trie.build_trie", None)  # nothing is compiled whole
        made = factory.matcher(entries)
    kept = cache.load(factory._source(entries))
    assert kept is not None
    assert _whole(kept) == _whole(whole)
    expected = Matcher(whole).spans(TEXT, nested=True)
    assert made.spans(TEXT, nested=True) == expected
    assert factory.matcher(entries).spans(TEXT, nested=True) == expected


def _files() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in cache._folder().glob("*.glossary")}


def test_what_has_not_changed_is_not_written_again() -> None:
    factory.matcher(ENTRIES)
    before = _files()
    for name in ("северный ветер", "южный ветер"):
        factory.matcher(_replaced(5, entry("tide", "concept", ru=(name,))))
    after = _files()
    assert {name: after[name] for name in before} == before
    (base,) = before.values()
    new = [data for name, data in after.items() if name not in before]
    assert len(new) == 2
    for data in new:
        body = data.partition(b"made of ")[2]
        assert 0 < len(body) < len(base.partition(b"marked ")[2]) / 3


def test_a_glossary_without_the_one_it_is_made_from_is_made_again() -> None:
    changed = _replaced(5, entry("tide", "concept", ru=("северный ветер",)))
    factory.matcher(ENTRIES)
    expected = factory.matcher(changed).spans(TEXT)
    for path in cache._folder().glob("*.glossary"):
        if b"marked " in path.read_bytes():
            path.unlink()
    assert cache.load(factory._source(changed)) is None
    assert factory.matcher(changed).spans(TEXT) == expected


@pytest.mark.parametrize("which", ["the base", "the difference"])
def test_whatever_is_changed_in_the_cache_stops_nothing(which: str) -> None:
    changed = [*_replaced(5, entry("tide", "concept", ru=("северный ветер",))), ENTRIES[5]]
    factory.matcher(ENTRIES)
    expected = factory.matcher(changed).spans(TEXT)
    good = _files()
    (name,) = (name for name, data in good.items() if (b"marked " in data) == (which == "the base"))
    random = Random(2)
    for _ in range(40):
        for path in cache._folder().glob("*.glossary"):
            path.unlink()
        for each, data in good.items():
            (cache._folder() / each).write_bytes(data)
        crafted(cache._folder() / name, lambda body: spoiled(body, random))
        made = factory.matcher(changed)
        assert {id for _, _, id in made.spans(TEXT, nested=True)} <= {e.id for e in changed}
        made.begun_by(["северный"])
        factory.matcher(_replaced(6))
    for path in cache._folder().glob("*.glossary"):
        path.unlink()
    assert factory.matcher(changed).spans(TEXT) == expected


def test_with_many_changes_all_is_compiled_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    factory.matcher(ENTRIES)
    built = []
    build = factory._compile

    def counted(entries: Sequence[Entry], *rest: Any) -> Compiled:
        built.append(len(entries))
        return build(entries, *rest)

    monkeypatch.setattr(factory, "_compile", counted)
    others = [entry(f"other{n}", "concept", ru=(f"южный узел номер{n}",)) for n in range(5)]
    factory.matcher([*ENTRIES[:-5], *others])
    assert built == [len(ENTRIES)]


def test_another_language_numbers_the_languages_anew() -> None:
    factory.matcher(ENTRIES)
    more = [*ENTRIES, entry("wind", "concept", uk=("вітер",))]
    assert factory.matcher(more).spans("Норвегія, вітер") == factory.matcher(
        more, cache=False
    ).spans("Норвегія, вітер")
