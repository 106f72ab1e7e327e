"""The reader's own entries: beside the dossier, never in it, and never lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from reader import locks, storage
from reader.checks.structure import check
from reader.dossiers import user_glossary
from reader.dossiers.loader import load
from reader.dossiers.translation import translated
from reader.dossiers.user_glossary_text import Written, edited
from reader.errors import ReaderError
from reader.library.collection import Collection
from reader.model import Dossier, Entry, Term
from tests.dossiers import factories

WRITTEN = """\
# what the skipper told me
- id: trawl
  kind: concept
  terms:
    ru: [трал]   # the big one
  definition: Сеть, которую тянут за лодкой.
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return factories.dossier(tmp_path)


def entry(id: str, *russian: str, definition: str = "") -> Entry:
    return Entry(
        id, "concept", MappingProxyType({"ru": tuple(map(Term, russian))}), definition, own=True
    )


def own_file() -> Path:
    return storage.data_home() / "glossaries" / "sea.yaml"


def write(text: str) -> Path:
    path = own_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def opened(folder: Path) -> Dossier:
    """The dossier as it is shown, from its index."""
    collection = Collection(folder)
    if not collection.open():
        collection.build()
    return collection.in_language("ru")


def ids(dossier: Dossier) -> list[str]:
    return [entry.id for entry in dossier.entries]


def test_an_own_entry_comes_after_those_of_the_dossier(folder: Path) -> None:
    write(WRITTEN)
    assert ids(load(folder)) == ["cod", "mayak", "trawl"]


def test_what_is_open_has_the_own_entries_as_the_file_has_them_now(folder: Path) -> None:
    write(WRITTEN)
    assert opened(folder).entries == load(folder).entries
    write(WRITTEN.replace("trawl", "trawler") + "\n")
    assert opened(folder).entries == load(folder).entries
    assert opened(folder).entries[-1].own


def test_an_added_entry_is_in_the_dossier_and_in_the_file(folder: Path) -> None:
    added = user_glossary.add(
        load(folder), entry("seine", "невод", "кошельковый невод", definition="Сеть.")
    )
    assert ids(added) == ["cod", "mayak", "seine"]
    assert load(folder) == added


def test_every_field_of_an_entry_is_written(folder: Path) -> None:
    terms = MappingProxyType(
        {
            "ru": (Term("Рыбный союз: «Север»"), Term("РС", type="abbreviation", case="exact")),
            "en": (
                Term("no"),
                Term("Union", case="capital", after_full=True),
                Term("Guild", after_full=True, not_before=("hall",), not_after=("no",)),
            ),
        }
    )
    whole = Entry("union", "organisation", terms, "- 'a' # b", ("cod",), ("2025-01-01",), own=True)
    assert user_glossary.add(load(folder), whole).entries[-1] == whole


def test_what_was_written_by_hand_stays_to_the_letter(folder: Path) -> None:
    path = write(WRITTEN.rstrip("\n"))
    user_glossary.add(load(folder), entry("seine", "невод"))
    assert path.read_text(encoding="utf-8").startswith(WRITTEN.rstrip("\n") + "\n")
    assert ids(load(folder)) == ["cod", "mayak", "trawl", "seine"]


def test_an_indented_list_is_gone_on_with_as_it_is(folder: Path) -> None:
    write("".join(f"  {line}\n" for line in WRITTEN.splitlines()))
    assert ids(user_glossary.add(load(folder), entry("seine", "невод")))[2:] == ["trawl", "seine"]


def test_a_file_of_nothing_but_a_comment_is_begun(folder: Path) -> None:
    write("# mine\n")
    assert ids(user_glossary.add(load(folder), entry("seine", "невод")))[2:] == ["seine"]


def test_a_list_in_brackets_is_left_alone_and_named(folder: Path) -> None:
    path = write("[{id: trawl, kind: concept, terms: {ru: [трал]}}]\n")
    before = path.read_bytes()
    with pytest.raises(ReaderError):
        user_glossary.add(load(folder), entry("seine", "невод"))
    assert path.read_bytes() == before


def test_a_link_to_the_file_stays_a_link(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.yaml"
    kept.write_text(WRITTEN, encoding="utf-8")
    own_file().parent.mkdir(parents=True)
    own_file().symlink_to(kept)
    user_glossary.add(load(folder), entry("seine", "невод"))
    assert own_file().is_symlink()
    assert "seine" in kept.read_text(encoding="utf-8")


def test_a_broken_own_entry_hides_no_other(folder: Path) -> None:
    write("- id: Bad Id\n  kind: concept\n  terms: {ru: [сеть]}\n" + WRITTEN)
    loaded = load(folder)
    assert ids(loaded) == ["cod", "mayak", "trawl"]
    assert factories.places(loaded.problems) == [("sea.yaml", 1, 7)]


def test_an_entry_that_is_no_yaml_hides_no_other(folder: Path) -> None:
    write(
        WRITTEN
        + '- id: "open\n  kind: concept\n- id: seine\n  kind: concept\n  terms: {ru: [невод]}\n'
    )
    loaded = load(folder)
    assert ids(loaded) == ["cod", "mayak", "trawl", "seine"]
    assert [name for name, line, _column in factories.places(loaded.problems)] == ["sea.yaml"]
    assert 7 <= loaded.problems[0].line <= 9


def test_an_entry_can_be_added_after_one_that_is_no_yaml(folder: Path) -> None:
    path = write('- id: "open\n  kind: concept\n')
    added = user_glossary.add(load(folder), entry("seine", "невод"))
    assert ids(added) == ["cod", "mayak", "seine"]
    assert path.read_text(encoding="utf-8").startswith('- id: "open\n  kind: concept\n')


def test_an_id_that_the_dossier_has_is_passed_over_and_named(folder: Path) -> None:
    write("- {id: cod, kind: concept, terms: {ru: [сайка]}}\n" + WRITTEN)
    loaded = load(folder)
    assert ids(loaded) == ["cod", "mayak", "trawl"]
    assert factories.places(loaded.problems) == [("sea.yaml", 1, 8)]


def test_a_term_that_the_dossier_has_is_passed_over_and_named(folder: Path) -> None:
    write("- id: net\n  kind: concept\n  terms:\n    ru: [сеть, Трёска, треска]\n")
    loaded = load(folder)
    assert loaded.entries[-1].terms == {"ru": (Term("сеть"),)}
    assert factories.places(loaded.problems) == [("sea.yaml", 4, 16), ("sea.yaml", 4, 24)]


def test_an_entry_with_no_term_of_its_own_is_passed_over(folder: Path) -> None:
    write("- id: net\n  kind: concept\n  terms: {ru: [треска]}\n")
    assert ids(load(folder)) == ["cod", "mayak"]


def test_an_own_entry_may_be_related_to_one_of_the_dossier(folder: Path) -> None:
    write(WRITTEN + "  related: [cod]\n")
    loaded = load(folder)
    assert loaded.entries[-1].related == ("cod",)
    assert not loaded.problems


def test_problems_of_the_own_file_name_its_path(folder: Path) -> None:
    path = write("- id: trawl\n")
    assert {problem.path for problem in opened(folder).problems} == {str(path)}


def test_check_names_what_is_wrong_in_the_own_file(folder: Path) -> None:
    write(WRITTEN + "- id: net\n")
    assert {name for name, _line, _column in factories.places(check(folder))} == {"sea.yaml"}


@pytest.mark.parametrize("id", ["cod", "Cod", "", "seine net"])
def test_an_id_that_is_taken_or_none_is_objected_to(folder: Path, id: str) -> None:
    assert set(user_glossary.objections(load(folder), entry(id, "невод"))) == {"id"}


@pytest.mark.parametrize("term", ["треска", "ТРЕСКА", "—"])
def test_a_term_that_is_taken_or_none_is_objected_to(folder: Path, term: str) -> None:
    assert set(user_glossary.objections(load(folder), entry("seine", term))) == {"terms/ru"}


def test_what_is_objected_to_is_not_written(folder: Path) -> None:
    with pytest.raises(ReaderError):
        user_glossary.add(load(folder), entry("cod", "невод"))
    assert not own_file().exists()


def test_an_own_entry_is_shown_as_it_is_in_every_language(folder: Path) -> None:
    write(WRITTEN)
    shown = translated(load(folder), "en").entries[-1]
    assert not shown.untranslated
    assert shown.definition == "Сеть, которую тянут за лодкой."


def test_a_dossier_knows_nothing_of_another_ones_own_entries(tmp_path: Path) -> None:
    write(WRITTEN)
    other = factories.dossier(tmp_path, head=factories.DOSSIER.replace("id: sea", "id: lake"))
    assert ids(load(other)) == ["cod", "mayak"]


_BY_HAND = {
    "marks of Windows": "\ufeff" + WRITTEN.replace("\n", "\r\n"),
    "no break at the end": WRITTEN.replace("\n", "\r\n").rstrip(),
    "several breaks at the end": WRITTEN + "\n\n\n",
    "blanks at the end": WRITTEN + "   \n  ",
    "a comment at the end": WRITTEN + "# to be gone on with",
    "a document mark": "---\n" + WRITTEN,
    "two documents": WRITTEN + "---\n" + WRITTEN.replace("trawl", "seine"),
    "an end mark": WRITTEN + "...\n",
    "an entry that ends in the middle": WRITTEN + "- id: net\n  kind: concept\n  terms:\n    ru:",
    "an open quotation": WRITTEN + '- id: net\n  definition: "Сеть',
    "an open bracket": WRITTEN + "- {id: net, kind: concept, terms: {ru: [сеть",
    "an open bracket in an indented list": "  - {id: net, terms: [a\n  - {id: b\n",
    "an open block of text": WRITTEN + "  source: |\n    one\n",
    "a text in a block": WRITTEN
    + "- id: net\n  kind: concept\n  terms: {ru: [сеть]}\n  definition: |\n    Сеть.",
    "tabs": WRITTEN.replace("  ", "\t"),
    "a tab at the end": WRITTEN + "\t",
    "another indentation": WRITTEN + "  - id: net\n    kind: concept\n",
    "twice the same": WRITTEN + WRITTEN,
    "a key twice": WRITTEN + "  kind: concept\n",
    "an alias": WRITTEN + "- &a {id: net, kind: concept, terms: {ru: [сеть]}}\n- *a\n",
    "a map": "trawl:\n  kind: concept\n",
    "a word": "trawl",
    "an empty list": "[]\n",
    "a list in brackets": "[{id: trawl, kind: concept, terms: {ru: [трал]}}]\n",
    "nothing": "",
    "white space": " \n\n",
    "null": "null\n",
    "a dash": "-",
    "dashes on lines of their own": "-\n  id: trawl\n  kind: concept\n  terms: {ru: [трал]}\n",
    "a question mark": "-?  {id: a, kind: place, terms: {en: [Al- {id: a\n",
    "controls": WRITTEN + "- id: \x07\n",
    "another line break": WRITTEN + "- id: net\u2028- id: b\u0085- id: c\n",
    "deep": "- " * 40 + "a\n",
    "two indentations": "    - id: a\n      kind: [\n  - id: b\n",
}


@pytest.mark.parametrize("text", _BY_HAND.values(), ids=_BY_HAND)
def test_an_entry_is_added_to_what_was_written_by_hand_or_refused_with_its_place(
    folder: Path, text: str
) -> None:
    path = write(text)
    before, read = path.read_bytes(), ids(load(folder))
    try:
        user_glossary.add(load(folder), entry("weir", "запруда"))
    except ReaderError as error:
        assert path.read_bytes() == before
        (problem,) = error.problems
        assert problem.path == str(path)
        assert problem.line >= 1
    else:
        assert path.read_bytes().startswith(before)
        assert path.read_bytes() != before
        assert ids(load(folder)) == [*read, "weir"]


def test_an_entry_is_added_in_the_line_breaks_of_the_file(folder: Path) -> None:
    path = write(_BY_HAND["marks of Windows"])
    user_glossary.add(load(folder), entry("weir", "запруда"))
    added = path.read_bytes()[len(_BY_HAND["marks of Windows"].encode()) :]
    assert added.startswith(b"\r\n- id: weir\r\n")
    assert added.count(b"\n") == added.count(b"\r\n")


def test_nothing_is_added_to_what_is_not_a_text(folder: Path) -> None:
    path = write(WRITTEN)
    path.write_bytes(WRITTEN.encode() + b"# \xff\n")
    with pytest.raises(ReaderError) as refused:
        user_glossary.add(load(folder), entry("weir", "запруда"))
    assert refused.value.problems[0].line == WRITTEN.count("\n") + 1
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(ReaderError):
        user_glossary.add(load(folder), entry("weir", "запруда"))
    assert path.is_fifo()


def test_a_file_does_not_grow_beyond_what_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(WRITTEN)
    monkeypatch.setattr("reader.language.text_files.LARGEST_YAML", len(WRITTEN.encode()) + 10)
    with pytest.raises(ReaderError):
        user_glossary.add(load(folder), entry("weir", "запруда"))
    assert path.read_text(encoding="utf-8") == WRITTEN


def test_a_file_that_another_program_writes_is_not_waited_for_long(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert user_glossary._PATIENCE <= 2
    monkeypatch.setattr(user_glossary, "_PATIENCE", 0.1)
    with locks.alone(own_file(), 0), pytest.raises(ReaderError) as refused:
        user_glossary.add(load(folder), entry("weir", "запруда"))
    assert "Another program" in refused.value.problems[0].message
    user_glossary.add(load(folder), entry("weir", "запруда"))


def test_the_own_entries_are_for_nobody_else(folder: Path) -> None:
    user_glossary.add(load(folder), entry("weir", "запруда"))
    assert {path.stat().st_mode & 0o777 for path in own_file().parent.iterdir()} == {0o600}
    assert own_file().parent.stat().st_mode & 0o777 == 0o700


def test_readers_that_are_killed_at_any_moment_lose_nothing_that_was_said_to_be_kept(
    folder: Path,
) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from reader.dossiers import user_glossary\n"
        "from reader.dossiers.loader import load\n"
        "from reader.model import Entry, Term\n"
        "dossier = load(Path(sys.argv[1]))\n"
        "for n in range(10_000):\n"
        "    id = f'net-{sys.argv[2]}-{n}'\n"
        "    dossier = user_glossary.add(dossier, Entry(id, 'concept', {'en': (Term(id),)}))\n"
        "    print(id, flush=True)\n"
    )
    kept: list[str] = []
    for kill in range(4):
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(folder), str(kill)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        kept += [process.stdout.readline().strip() for _ in range(3 + kill)]
        time.sleep(0.003 * kill)
        process.kill()
        kept += process.stdout.read().split()
        process.wait()
    loaded = load(folder)
    assert set(kept) <= set(ids(loaded))
    assert not loaded.problems
    user_glossary.add(loaded, entry("weir", "запруда"))
    assert not list(own_file().parent.glob(".reader-*"))


def test_readers_that_add_at_the_same_time_lose_nothing(folder: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from reader.dossiers import user_glossary\n"
        "from reader.dossiers.loader import load\n"
        "from reader.model import Entry, Term\n"
        "dossier = load(Path(sys.argv[1]))\n"
        "for n in range(5):\n"
        "    id = f'net-{sys.argv[2]}-{n}'\n"
        "    dossier = user_glossary.add(dossier, Entry(id, 'concept', {'en': (Term(id),)}))\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", script, str(folder), name]) for name in ("a", "b")
    ]
    assert [process.wait() for process in running] == [0, 0]
    added = {f"net-{name}-{n}" for name in ("a", "b") for n in range(5)}
    assert added == set(ids(load(folder))) - {"cod", "mayak"}


# Entries that are changed and removed.

_COMMENTED = """\
# My own terms
- id: trawl      # the big one
  kind: concept
  terms:
    ru:
    # as fishermen say
    - трал
    en: [trawl]
  definition: >
    A net that is
    dragged.
  related: [net]

# the next one

- id: net
  terms: {ru: [мережа]}
  kind: concept
- id: weir
  kind: place
  terms:
    ru: [запруда]
"""


def changed(folder: Path, id: str, **fields: Any) -> tuple[Written, Written]:
    before = user_glossary.written(load(folder), id)
    assert before is not None
    entry = before.entry._replace(**fields)
    after = Written(entry, edited(before, entry), before.line)
    return before, after


@pytest.mark.parametrize("id", ["trawl", "net", "weir"])
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_an_entry_is_removed_and_comes_back_to_the_byte(folder: Path, id: str, breaks: str) -> None:
    path = write(_COMMENTED)
    path.write_bytes(_COMMENTED.replace("\n", breaks).encode())
    whole, before = path.read_bytes(), user_glossary.written(load(folder), id)
    user_glossary.replace(load(folder), before, None)
    left = [other for other in ("trawl", "net", "weir") if other != id]
    assert [entry.id for entry in load(folder).entries if entry.own] == left
    assert b"the next one" in path.read_bytes()
    user_glossary.replace(load(folder), None, before)
    assert path.read_bytes() == whole


@pytest.mark.parametrize("id", ["trawl", "net", "weir"])
def test_a_change_is_undone_to_the_byte_and_made_again(folder: Path, id: str) -> None:
    path = write(_COMMENTED)
    before, after = changed(folder, id, definition="Another one.", kind="document")
    user_glossary.replace(load(folder), before, after)
    then = path.read_bytes()
    found = load(folder).entry(id)
    assert found is not None
    assert (found.kind, found.definition, found.terms) == (
        "document",
        "Another one.",
        before.entry.terms,
    )
    user_glossary.replace(load(folder), after, before)
    assert path.read_text(encoding="utf-8") == _COMMENTED
    user_glossary.replace(load(folder), before, after)
    assert path.read_bytes() == then


def test_only_the_lines_of_what_changed_are_written_anew(folder: Path) -> None:
    path = write(_COMMENTED)
    before, after = changed(folder, "trawl", definition="")
    user_glossary.replace(load(folder), before, after)
    start, rest = _COMMENTED.split("  definition: >\n    A net that is\n    dragged.\n")
    assert path.read_text(encoding="utf-8") == start + rest
    before, after = changed(folder, "trawl", terms={"ru": (Term("кошелёк"),)})
    user_glossary.replace(load(folder), before, after)
    text = path.read_text(encoding="utf-8")
    assert "- id: trawl      # the big one\n" in text
    assert "# as fishermen say" in text
    assert "трал" not in text


def test_an_entry_that_was_changed_by_hand_meanwhile_is_left_alone(folder: Path) -> None:
    path = write(_COMMENTED)
    before = user_glossary.written(load(folder), "weir")
    path.write_text(_COMMENTED.replace("kind: place", "kind: event"), encoding="utf-8")
    with pytest.raises(ReaderError) as refused:
        user_glossary.replace(load(folder), before, None)
    assert refused.value.problems[0].path == str(path)
    assert "kind: event" in path.read_text(encoding="utf-8")


def test_an_entry_may_be_changed_into_one_that_only_it_had(folder: Path) -> None:
    write(_COMMENTED)
    before, after = changed(folder, "weir", terms={"ru": (Term("запруда"), Term("мережа"))})
    with pytest.raises(ReaderError):
        user_glossary.replace(load(folder), before, after)
    before, after = changed(folder, "weir", terms={"ru": (Term("запруда"), Term("плотина"))})
    dossier = user_glossary.replace(load(folder), before, after)
    found = dossier.entry("weir")
    assert found is not None
    assert [term.text for term in found.terms["ru"]] == ["запруда", "плотина"]


@pytest.mark.parametrize("text", _BY_HAND.values(), ids=_BY_HAND)
def test_whatever_was_written_by_hand_an_entry_is_changed_alone_or_not_at_all(
    folder: Path, text: str
) -> None:
    path = write(text)
    for entry in [entry for entry in load(folder).entries if entry.own]:
        path.write_bytes(text.encode())
        others = [e for e in load(folder).entries if e.id != entry.id]
        try:
            before, after = changed(folder, entry.id, definition="New: {words}")
            user_glossary.replace(load(folder), before, after)
        except ReaderError:
            assert path.read_bytes() == text.encode()
            continue
        assert [e for e in load(folder).entries if e.id != entry.id] == others
        then = path.read_bytes()
        try:
            user_glossary.replace(load(folder), after, None)
        except ReaderError:  # the same id twice: another would come to light
            assert path.read_bytes() == then
        else:
            assert load(folder).entry(entry.id) is None
        assert [e for e in load(folder).entries if e.id != entry.id] == others
