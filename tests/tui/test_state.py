"""What is remembered between starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import locks, state
from reader.kept.place import Place


def test_what_is_saved_is_loaded() -> None:
    kept = state.State(
        language="ru",
        theme="textual-light",
        printing=state.PrintChoices("md", "clipboard"),
        places={"/a": Place("doc", "p3", 7)},
    )
    state.save(kept)
    assert state.load() == kept


def test_a_damaged_file_is_set_aside() -> None:
    state.save(state.State(language="ru"))
    state.path().write_text('{"version": 1, "places": [', encoding="utf-8")
    assert state.load() == state.State()
    assert state.path().with_suffix(".damaged").is_file()


def test_a_file_of_another_version_is_set_aside() -> None:
    state.save(state.State(language="ru"))
    state.path().write_text('{"version": 99}', encoding="utf-8")
    assert state.load() == state.State()


def test_a_folder_that_cannot_be_written_to_stops_nothing() -> None:
    state.path().parent.parent.mkdir(parents=True, exist_ok=True)
    state.path().parent.write_text("in the way", encoding="utf-8")
    state.save(state.State(language="ru"))
    assert state.load() == state.State()


def test_what_an_older_program_kept_of_printing_is_taken_and_the_rest_is_new() -> None:
    state.save(state.State(language="ru"))
    kept = '{"version": 1, "language": "ru", "printing": %s}'
    written = kept % '{"format": "md", "contents": 7, "colour": "red"}'
    state.path().write_text(written, encoding="utf-8")
    assert state.load() == state.State("ru", printing=state.PrintChoices(format="md"))
    for broken in ("null", "[]", '"text"'):
        state.path().write_text(kept % broken, encoding="utf-8")
        assert state.load() == state.State("ru")


def _file(content: str) -> Path:
    state.path().parent.mkdir(parents=True, exist_ok=True)
    state.path().write_text(content, encoding="utf-8")
    return state.path()


_PLACE = '{"version": 1, "places": {"x": {"document": "", "paragraph": "", "offset": %s}}}'


@pytest.mark.parametrize(
    "content",
    [
        _PLACE % "1e999",
        _PLACE % "NaN",
        _PLACE % ("9" * 5000),
        _PLACE % '"seven"',
        "[" * 100_000,
        '{"version":' * 50_000,
        "{}",
        "[]",
        "null",
        '"text"',
        '{"version": 1, "places": []}',
        '{"version": 1, "places": {"x": []}}',
        "",
        "\x00" * 100,
        '{"version": 1}' + " " * state.LARGEST,
    ],
    ids=range(15),
)
def test_whatever_the_file_holds_it_is_set_aside_and_that_is_told(content: str) -> None:
    file = _file(content)
    assert state.load() == state.State()
    assert file.with_suffix(".damaged").read_text(encoding="utf-8") == content
    (problem,) = state.problems()
    assert (problem.path, problem.values["name"]) == (str(file), "state.damaged")
    state.save(state.State(language="ru"))
    assert state.load().language == "ru"


def test_an_offset_is_kept_within_what_a_text_can_have() -> None:
    _file(_PLACE % ("9" * 4000))
    assert 0 < state.load().places["x"].offset < 2**40
    _file(_PLACE % "-5")
    assert state.load().places["x"].offset == 0


def test_a_pipe_or_a_file_without_end_is_not_read() -> None:
    file = _file("")
    file.unlink()
    os.mkfifo(file)
    assert state.load() == state.State()
    assert file.with_suffix(".damaged").is_fifo()
    with file.open("wb") as sparse:
        sparse.truncate(20 * 2**30)
    assert state.load() == state.State()
    file.symlink_to("/dev/zero")
    assert state.load() == state.State()
    assert not file.exists()


def test_who_wants_nothing_to_be_remembered_may_link_to_the_null_device() -> None:
    file = _file("")
    file.unlink()
    file.symlink_to(os.devnull)
    state.save(state.State(language="ru"))
    assert state.load() == state.State()
    assert (file.is_symlink(), state.problems()) == (True, ())


def test_a_byte_order_mark_is_no_part_of_the_state() -> None:
    file = _file('\ufeff{"version": 1, "language": "ru"}')
    assert state.load() == state.State("ru")
    assert not file.with_suffix(".damaged").exists()


def test_two_programs_keep_each_others_places() -> None:
    before = state.State(language="en", places={"/old": Place("doc", "p1", 1)})
    state.save(before)
    one, other = state.load(), state.load()
    one.places["/one"] = Place("doc", "p2", 2)
    one.theme = "light"
    other.places["/other"] = Place("doc", "p3", 3)
    other.language = "ru"
    state.save(one)
    state.save(other)
    now = state.load()
    assert now.places == {**before.places, **one.places, **other.places}
    assert (now.language, now.theme) == ("ru", "light")


def test_what_one_program_changes_twice_counts_twice() -> None:
    mine, yours = state.load(), state.load()
    mine.language = "ru"
    state.save(mine)
    yours.language = "en"
    state.save(yours)
    mine.places["/a"] = Place("doc")
    state.save(mine)
    assert state.load().language == "en"
    mine.language = "de"
    state.save(mine)
    assert state.load().language == "de"


def test_many_programs_that_leave_at_once_lose_nothing() -> None:
    code = (
        "import sys; from reader import state; from reader.kept.place import Place; s = state.load(); sys.stdin.readline();"
        "s.places[sys.argv[1]] = Place('doc', 'p', 1); state.save(s)"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", code, f"/{n}"], stdin=subprocess.PIPE)
        for n in range(8)
    ]
    for program in programs:
        program.communicate(b"\n")
    assert set(state.load().places) == {f"/{n}" for n in range(8)}


def test_a_program_that_holds_the_state_is_not_waited_for_long() -> None:
    with locks.alone(state.path(), 0):
        state.save(state.State(language="ru"))
    assert state.load().language == "ru"


def test_the_places_read_last_are_kept() -> None:
    kept = {f"/{n}": Place("doc") for n in range(state.MOST_PLACES)}
    state.save(state.State(places=kept))
    now = state.load()
    now.places["/0"] = Place("doc", "p2")
    now.places["/new"] = Place("doc")
    state.save(now)
    places = state.load().places
    assert len(places) == state.MOST_PLACES
    assert {"/0", "/new"} <= places.keys()
    assert "/1" not in places


def test_a_folder_may_have_any_bytes_for_a_name(tmp_path: Path) -> None:
    root = Path(os.fsdecode(os.fsencode(tmp_path) + b"/d\xff\xe9"))
    root.mkdir()
    state.save(state.State(places={state.key(root): Place("doc", "p2", 3)}))
    assert state.load().places == {state.key(root): Place("doc", "p2", 3)}


def test_a_folder_has_one_key_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    monkeypatch.chdir(tmp_path / "real")
    names = (".", "../real", "../link", str(tmp_path / "link"))
    assert {state.key(Path(name)) for name in names} == {str((tmp_path / "real").resolve())}


def test_what_is_remembered_is_for_nobody_else() -> None:
    state.save(state.State(language="ru"))
    assert state.path().stat().st_mode & 0o777 == 0o600
    assert state.path().parent.stat().st_mode & 0o777 == 0o700
