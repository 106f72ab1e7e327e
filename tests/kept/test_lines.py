"""Files of marks, selected claims and places: several programs, damage, limits."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import locks, state, storage
from reader.errors import ReaderError
from reader.kept import places
from reader.kept.marks import Mark, Marks
from reader.kept.place import Place, Spot
from reader.kept.places import Places, ReadFile, ReadFiles
from reader.kept.tray import Selected, Tray, by_document
from reader.undo import Log

MARK = Mark("a", "catch", "summary", "c2", 3, "c1", "Слова закладки", "Улов")
PLACE = Place("catch", "p3", 7, "other", cursor="p4", summary=Spot("c1", 2, "c5"))


def test_what_is_kept_is_read_by_the_next_program() -> None:
    Marks("d").replace(None, MARK)
    Tray("d").replace(None, Selected("catch", "c1"))
    Places("/d").put(PLACE)
    ReadFiles().put(ReadFile("/a.txt", "Title", "2026-01-01T10:00:00+03:00", PLACE))
    assert Marks("d").values() == (MARK,)
    assert Tray("d").of("catch") == {"c1"}
    assert Places("/d").get("catch") == PLACE
    assert ReadFiles().get("/a.txt") == ReadFile(
        "/a.txt", "Title", "2026-01-01T10:00:00+03:00", PLACE
    )


def test_dossiers_have_files_of_their_own() -> None:
    Marks("d").replace(None, MARK)
    Places("/d").put(PLACE)
    assert not Marks("other").values()
    assert not Places("/other").values()


def test_what_is_kept_is_for_nobody_else() -> None:
    Marks("d").put(MARK)
    Tray("d").put(Selected("catch", "c1"))
    Places("/d").put(PLACE)
    ReadFiles().put(ReadFile("/a"))
    data = (Marks("d").path, Tray("d").path)
    for path in (*data, Places("/d").path, ReadFiles().path):
        home = storage.data_home() if path in data else storage.state_home()
        assert path.is_relative_to(home)
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o077 == 0


def test_two_programs_add_to_each_others() -> None:
    one, other = Tray("d"), Tray("d")
    one.replace(None, Selected("catch", "c1"))
    assert other.of("catch") == {"c1"}
    other.replace(None, Selected("net", "c2"))
    one.replace(None, Selected("catch", "c3"))
    assert by_document(other.values()) == {"catch": {"c1", "c3"}, "net": {"c2"}}


def test_many_programs_at_once_lose_nothing() -> None:
    code = (
        "import sys; from reader.kept.marks import Mark, Marks; sys.stdin.readline();"
        "marks = Marks('d'); marks.values(); marks.replace(None, Mark(sys.argv[1], 'catch'))"
    )
    programs = [
        subprocess.Popen([sys.executable, "-c", code, letter], stdin=subprocess.PIPE)
        for letter in "abcdefgh"
    ]
    for program in programs:
        program.communicate(b"\n")
    assert {mark.letter for mark in Marks("d").values()} == set("abcdefgh")


def test_what_another_program_has_changed_is_neither_replaced_nor_taken_back() -> None:
    mine, yours, log = Marks("d"), Marks("d"), Log()
    log.do(mine, None, MARK)
    yours.replace(MARK, MARK._replace(document="net"))
    with pytest.raises(ReaderError):
        log.undo()
    with pytest.raises(ReaderError):
        mine.replace(MARK, None)
    assert [mark.document for mark in mine.values()] == ["net"]


def test_a_mistake_in_a_line_is_named_and_costs_no_other() -> None:
    marks = Marks("d")
    marks.replace(None, MARK)
    written = marks.path.read_text(encoding="utf-8")
    by_hand = '# mine\n{"letter": "ab", "document": "x"}\nno\n' + written
    marks.path.write_text(by_hand, encoding="utf-8")
    assert marks.values() == (MARK,)
    assert [problem.line for problem in marks.problems] == [2, 3]
    marks.replace(None, MARK._replace(letter="b"))
    assert marks.path.read_text(encoding="utf-8").startswith(by_hand)


def test_a_file_that_is_no_text_is_set_aside() -> None:
    tray = Tray("d")
    tray.path.parent.mkdir(parents=True)
    tray.path.write_bytes(b"\x00\x01\x02")
    assert not tray.values()
    assert tray.problems
    tray.replace(None, Selected("catch", "c1"))
    assert tray.path.with_name("d.damaged").read_bytes() == b"\x00\x01\x02"
    assert tray.values() == (Selected("catch", "c1"),)


def test_the_documents_read_last_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Places.MOST == places.MOST == 500
    monkeypatch.setattr(Places, "MOST", 3)
    kept = Places("/d")
    for n in (1, 2, 3, 1, 4):
        kept.put(Place(str(n), f"p{n}"))
    assert [place.document for place in Places("/d").values()] == ["3", "1", "4"]


def test_a_file_that_cannot_be_written_says_so() -> None:
    marks = Marks("d")
    marks.path.parent.parent.mkdir(parents=True, exist_ok=True)
    marks.path.parent.write_text("in the way", encoding="utf-8")
    with pytest.raises(ReaderError):
        marks.replace(None, MARK)
    assert not marks.values()


def test_nothing_in_a_mark_acts_on_a_terminal() -> None:
    marks = Marks("d")
    marks.replace(None, MARK._replace(words="a\x1b[31mb", title="\x07"))
    (mark,) = Marks("d").values()
    assert "\x1b" not in mark.words
    assert "\x07" not in mark.title


def test_a_file_may_have_any_bytes_for_a_name() -> None:
    path = "/tmp/" + os.fsdecode(b"\xff\xe9.txt")
    ReadFiles().put(ReadFile(path))
    Marks("d").replace(None, MARK._replace(document=path))
    assert ReadFiles().values()[0].path == Marks("d").values()[0].document == path


# The place of the document that was read last is in the state.


def test_what_makes_room_in_the_state_is_kept_with_the_other_places(tmp_path: Path) -> None:
    dossier = state.key(tmp_path)
    mine = state.load()
    for n in (1, 2, 3):
        mine.places[dossier] = Place(f"d{n}", f"p{n}", told=True)
        state.save(mine)
    assert state.load().places[dossier].document == "d3"
    assert [place.document for place in Places(dossier).values()] == ["d1", "d2"]
    assert not any(place.told for place in Places(dossier).values())


def test_two_programs_in_one_dossier_keep_both_places() -> None:
    one, other = state.load(), state.load()
    one.places["/d"] = Place("a", "p2")
    state.save(one)
    other.places["/d"] = Place("b", "p5")
    state.save(other)
    one.places["/d"] = Place("a", "p3")
    state.save(one)
    assert state.load().places["/d"] == Place("a", "p3")
    assert Places("/d").get("b") == Place("b", "p5")


def test_without_waiting_nothing_is_written_while_another_program_writes() -> None:
    mine = state.load()
    mine.language = "ru"
    with locks.alone(state.path(), 0):
        assert not state.save(mine, wait=False)
    assert not mine.is_written
    assert state.save(mine, wait=False)
    assert state.load().language == "ru"
