"""``reader add``, ``remove``, ``export`` and ``new``: the reader's own articles by the shell."""

from __future__ import annotations

import errno
import json
import os
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from reader import locks, saving, storage
from reader.cli import console
from tests.cli.conftest import ORIGINAL, Run

FERRY = """\
---
title: The ferry comes back
publisher: Shore News
date: 2024-03-04
---

The ferry between the two towns is to sail again from Monday, the harbour office said. It had been
in the yard for 41 days, twice as long as was thought in January.

Passengers will pay 3 crowns, as before. The boat takes 120 of them, and 14 cars.

The harbour master, who has waited for a new engine since 2019, called it a good day for the strait.
"""
LATER = FERRY.replace("3 crowns", "4 crowns") + "\nThe first boat leaves at 6.30 in the morning.\n"


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(FERRY)
    return path


def own_files() -> list[str]:
    home = storage.data_home() / "articles"
    return sorted(str(path.relative_to(home)) for path in home.rglob("*.yaml"))


def test_an_article_is_added_once(run: Run, ferry: Path) -> None:
    (line,) = run("add", ferry, "--json").lines()
    assert line == {
        "path": str(ferry),
        "status": "added",
        "document": "own:2024-03-04-the-ferry-comes-back",
        "title": "The ferry comes back",
        "published": "2024-03-04",
        "publisher": "Shore News",
        "language": "en",
        "encoding": "utf-8",
        "message": None,
    }
    before = (storage.data_home() / "articles" / own_files()[0]).read_bytes()
    (again,) = run("add", ferry, "--json").lines()
    assert again["status"] == "unchanged"
    assert again["document"] == line["document"]
    assert [(storage.data_home() / "articles" / name).read_bytes() for name in own_files()] == [
        before
    ]


def test_what_is_added_is_listed_shown_and_looked_up_beside_the_dossier(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "lake.md"
    path.write_text(
        "# Low water\n\nLong Lake is low this year, and the Canal Act says nothing of it."
    )
    (line,) = run("add", path, "--json").lines()
    key = line["document"]
    rows = run("list", "--json").json()["documents"]
    assert [row["id"] for row in rows] == ["water", key]
    assert rows[1]["text"] == "original"
    assert run("show", key).out == run("show", key.removeprefix("own:")).out
    assert "Long Lake is low" in run("show", key).out
    entry = run("--lang", "en", "glossary", "long-lake", "--json").json()["entries"][0]
    found = [(m["document"], m["paragraph"], m["text"]) for m in entry["mentions"]]
    assert (key, "p2", "Long Lake") in found
    assert run("summary", key).code == 1
    assert "Low water" in run("print", key, "--text").out


def test_mentions_are_those_of_the_glossary_as_it_is(
    run: Run, tmp_path: Path, dossier: Path
) -> None:
    path = tmp_path / "lake.md"
    path.write_text("# Low water\n\nLong Lake is low this year, and Short Lake is dry.")
    (line,) = run("add", path, "--json").lines()

    def found() -> list[str]:
        entry = run("--lang", "en", "glossary", "long-lake", "--json").json()["entries"][0]
        return [m["text"] for m in entry["mentions"] if m["document"] == line["document"]]

    assert found() == ["Long Lake"]
    glossary = dossier / "glossary.yaml"
    glossary.write_text(glossary.read_text().replace("[Long Lake]", "[Short Lake]"))
    assert found() == ["Short Lake"]
    path.write_text("# Low water\n\nShort Lake is low this year. Short Lake was, in the last one.")
    run("add", path)
    assert found() == ["Short Lake", "Short Lake"]


def test_a_new_version_keeps_the_one_before_and_says_what_changed(run: Run, ferry: Path) -> None:
    run("add", ferry)
    ferry.write_text(LATER)
    (line,) = run("--lang", "en", "add", ferry, "--json").lines()
    assert line["status"] == "updated"
    assert line["message"] == "1 paragraph added, 1 paragraph changed"
    assert "4 crowns" in run("show", line["document"]).out
    (name,) = own_files()
    assert "3 crowns" in (storage.data_home() / "articles" / name).read_text()
    other = ferry.with_name("kept.txt")
    other.write_text(FERRY)
    (old,) = run("add", other, "--json").lines()
    assert old["status"] == "unchanged"
    assert "4 crowns" in run("show", line["document"]).out


def test_paragraphs_of_a_version_keep_the_ids_that_are_cited(run: Run, ferry: Path) -> None:
    (line,) = run("add", ferry, "--json").lines()
    before = run("show", line["document"], "--json").json()["paragraphs"]
    ferry.write_text(FERRY.replace("\nPassengers", "\nTickets are sold on the quay.\n\nPassengers"))
    run("add", ferry)
    after = run("show", line["document"], "--json").json()["paragraphs"]
    assert [p for p in after if p in before] == before
    assert len({p["id"] for p in after}) == len(before) + 1


def test_a_reprint_is_another_version_and_a_report_by_the_same_pattern_is_not(
    run: Run, tmp_path: Path
) -> None:
    reprint = tmp_path / "reprint.txt"
    reprint.write_text(
        FERRY.replace("Shore News", "Inland Post").replace("The ferry comes back", "Ferry sails")
        + "\nOur correspondent reports.\n"
    )
    pattern = "The ferry carried {a} people and {b} cars on {d}, {c} more than the day before. "
    text = (
        "title: Traffic on {d}\ndate: {d}\n\n"
        + pattern
        + (
            "The harbour office counts them at the gate every day and puts the figures up in the evening;"
            " those of the whole month, {e} people, are printed on the last page of this paper, where the"
            " tables of the tides and of the trains stand as well, as they have done for years."
        )
    )
    days = []
    for n in range(1, 4):
        path = tmp_path / f"day{n}.txt"
        path.write_text(
            text.format(a=310 + 17 * n, b=40 + n, c=n * 11, d=f"2024-03-0{n}", e=9000 + 313 * n)
        )
        days.append(path)
    first = tmp_path / "first.txt"
    first.write_text(FERRY)
    lines = run("add", first, reprint, *days, "--json").lines()
    assert [line["status"] for line in lines] == ["added", "updated", "added", "added", "added"]
    assert lines[0]["document"] == lines[1]["document"]


def test_an_original_is_attached_to_its_document_for_good(run: Run, original: Path) -> None:
    (line,) = run("add", original, "--json").lines()
    assert (line["status"], line["document"]) == ("attached", "water")
    original.unlink()
    shown = run("--lang", "ru", "show", "water", "--json").json()
    assert shown["text"] == "original"
    assert tuple(p["text"] for p in shown["paragraphs"]) == ORIGINAL
    (row,) = run("--lang", "ru", "list", "--json").json()["documents"]
    assert row["text"] == "original"
    mentions = run("--lang", "ru", "glossary", "long-lake", "--json").json()["entries"][0][
        "mentions"
    ]
    assert [(m["paragraph"], m["text"]) for m in mentions] == [("p1", "Длинного озера")]
    run("remove", "water")
    assert run("--lang", "ru", "show", "water", "--json").json()["text"] == "edition"


def test_a_dry_run_writes_nothing(run: Run, ferry: Path, original: Path) -> None:
    lines = run("add", "--dry-run", ferry, original, ferry, "--json").lines()
    assert [line["status"] for line in lines] == ["added", "attached"]
    assert own_files() == []
    assert not (storage.data_home() / "originals").exists()
    assert [row["id"] for row in run("list", "--json").json()["documents"]] == ["water"]


def test_what_cannot_be_read_is_named_with_its_reason_and_the_rest_is_in(
    run: Run, ferry: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    done = run("--lang", "en", "add", empty, tmp_path / "missing.txt", ferry, "--json")
    assert done.code == 2
    assert [line["status"] for line in done.lines()] == ["failed", "failed", "added"]
    assert f"{empty}: This file is empty." in done.err
    assert "There is no such file." in done.lines()[1]["message"]


def test_a_folder_is_added_with_what_may_be_articles(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "page_files").mkdir(parents=True)
    (folder / "below").mkdir()
    (folder / ".hidden.txt").write_text(FERRY)
    (folder / "page_files" / "ad.html").write_text("<p>Buy it.</p>")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    (folder / "below" / "ferry.txt").write_text(FERRY)
    (folder / "loop").symlink_to(folder)
    done = run("--lang", "en", "add", folder, "--into", "harbour/boats")
    assert own_files() == ["harbour/boats/2024-03-04-the-ferry-comes-back.yaml"]
    assert "1 file of another kind was passed over" in done.out


@pytest.mark.parametrize("name", ["../up", "a/../../b", ".hidden", "a//b", "x" * 200])
def test_a_folder_of_articles_leads_nowhere_else(run: Run, ferry: Path, name: str) -> None:
    assert run("add", ferry, "--into", name).code == 2
    assert own_files() == []


def test_standard_input_is_added(run: Run) -> None:
    (line,) = run("add", "-", "--json", stdin=FERRY).lines()
    assert (line["path"], line["status"]) == ("-", "added")


def test_what_was_removed_comes_back(run: Run, ferry: Path) -> None:
    (line,) = run("add", ferry, "--json").lines()
    assert run("remove", line["document"]).code == 0
    assert len(run("list", "--json").json()["documents"]) == 1
    assert own_files() == []
    assert run("remove", "--undo").code == 0
    assert len(run("list", "--json").json()["documents"]) == 2
    assert run("remove", "--undo").code == 2
    assert run("remove", "water").code == 2
    assert run("remove", "no-such-article").code == 2


def test_an_export_comes_back_byte_for_byte(
    run: Run, ferry: Path, original: Path, tmp_path: Path
) -> None:
    run("add", ferry, "--into", "harbour")
    ferry.write_text(LATER)
    run("add", ferry, original)
    home = storage.data_home()
    before = {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*.yaml")}
    assert len(before) == 2
    assert run("export", "--own", tmp_path / "out").code == 0
    assert run("export", "--own", tmp_path / "out").code == 2
    shutil.rmtree(home)
    lines = run("add", tmp_path / "out", "--json").lines()
    assert sorted(line["status"] for line in lines) == ["added", "attached"]
    after = {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*.yaml")}
    assert after == before


def test_what_nobody_can_write_can_be_exported(
    run: Run, ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", ferry)

    def read_only(*_args: object, **_named: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(locks, "alone", read_only)
    assert run("export", "--own", tmp_path / "back").code == 0
    (name,) = own_files()
    assert (tmp_path / "back" / name).exists()


def test_a_file_that_claims_another_place_stays_in_its_own(run: Run, tmp_path: Path) -> None:
    text = (
        "language: en\ntitle: T\ntext:\n- {id: p1, text: Words.}\nkept: {original_of: ../../x/y}\n"
    )
    path = tmp_path / "evil.yaml"
    path.write_text(text)
    (line,) = run("add", path, "--json").lines()
    assert line["status"] == "added"
    assert own_files() == ["evil.yaml"]


def test_an_article_edited_by_hand_is_shown_as_it_is_now(run: Run, ferry: Path) -> None:
    (line,) = run("add", ferry, "--json").lines()
    (name,) = own_files()
    path = storage.data_home() / "articles" / name
    path.write_text(path.read_text().replace("The ferry comes back", "The boat comes back"))
    copy = path.parent / "copies" / name
    copy.parent.mkdir()
    copy.write_text(path.read_text())
    rows = run("list", "--json").json()["documents"][1:]
    assert [row["title"] for row in rows] == ["The boat comes back"] * 2
    assert len({row["id"] for row in rows}) == 2
    path.write_text("title: [broken")
    assert len(run("list", "--json").json()["documents"]) == 2
    assert str(path) in run("list").err
    assert f"{path}:2:" in run("show", line["document"]).err


def test_a_disk_without_room_loses_nothing(
    run: Run, ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", ferry)
    before = own_files()
    other = tmp_path / "other.txt"
    other.write_text("# Another\n\nQuite another text, of which nobody has heard before today.")

    def full(*_arguments: object) -> None:
        raise OSError(28, os.strerror(28))

    with monkeypatch.context() as patched:
        patched.setattr(saving, "write_many", full)
        done = run("--lang", "en", "add", other, "--json")
        (tmp_path / "third.txt").write_text("# A third\n\nA third text, which is as new as that.")
        told = run("--lang", "en", "add", other, tmp_path / "third.txt").err.splitlines()
    assert len(told) == 2  # the disk is full once
    assert told[1] == "reader: So it is with 1 more article."
    assert done.code == 2
    (line,) = done.lines()
    assert line["status"] == "failed"
    assert "No space left on device" in line["message"]
    assert own_files() == before
    assert len(run("list", "--json").json()["documents"]) == 2
    assert run("add", other).code == 0
    assert len(run("list", "--json").json()["documents"]) == 3


def test_a_place_where_nothing_can_be_written_is_told(run: Run, ferry: Path) -> None:
    storage.data_home().parent.mkdir(parents=True)
    storage.data_home().write_text("in the way")
    done = run("--lang", "en", "add", ferry)
    assert done.code == 2
    assert "Your articles can’t be changed" in done.err


def test_without_an_index_that_can_be_written_articles_are_added_all_the_same(
    run: Run, ferry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nocache").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "nocache"))
    assert run("add", ferry).code == 0
    (line,) = run("add", ferry, "--json").lines()
    assert line["status"] == "unchanged"
    assert len(run("list", "--json").json()["documents"]) == 2


def test_a_damaged_index_is_made_again(run: Run, ferry: Path) -> None:
    from reader.library.own import own_index

    run("add", ferry)
    path = own_index.path()
    for damage in (b"nothing", path.read_bytes()[:3000] + b"\0" * 9000):
        path.write_bytes(damage)
        assert len(run("list", "--json").json()["documents"]) == 2
        (line,) = run("add", ferry, "--json").lines()
        assert line["status"] == "unchanged"


def test_it_waits_for_another_program_or_says_so(
    run: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.library.own import importing

    monkeypatch.setattr(importing, "_PATIENCE", 0)
    with importing.alone():
        done = run("--lang", "en", "add", ferry)
    assert done.code == 2
    assert "Another program is changing your articles" in done.err


# From the web.


class _Pages(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path.startswith("/to/"):
            left = int(self.path.rpartition("/")[2])
            self.send_response(302)
            self.send_header("Location", f"/to/{left - 1}" if left else "/page")
            self.end_headers()
            return
        body = {"/page": PAGE.encode(), "/large": b"x" * 3000}.get(self.path)
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_arguments: object) -> None:
        pass


PARTS = FERRY.split("---")[2].strip().split("\n\n")
BODY = "".join(f"<p>{part}</p>" for part in PARTS)
PAGE = f"<html><head><title>The ferry</title></head><body><article>{BODY}</article></body></html>"


@pytest.fixture
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Pages) as served:
        thread = threading.Thread(target=served.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()
        thread.join()


def test_a_page_is_fetched_when_its_address_is_named(run: Run, server: str) -> None:
    (line,) = run("add", "--allow-local", f"{server}/to/3", "--json").lines()
    assert line["status"] == "added"
    assert run("show", line["document"], "--json").json()["url"] == f"{server}/page"
    (again,) = run("add", "--allow-local", f"{server}/page", "--json").lines()
    assert again["status"] == "unchanged"


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/nowhere", "it answered 404"),
        ("/to/7", "leads to another one more than 5 times"),
        ("/large", "has more than 0 MB"),
    ],
)
def test_a_page_that_cannot_be_had_is_told(
    run: Run, server: str, monkeypatch: pytest.MonkeyPatch, path: str, says: str
) -> None:
    from reader.articles import fetching

    monkeypatch.setattr(fetching, "LARGEST", 2000)
    done = run("--lang", "en", "add", "--allow-local", server + path, "--json")
    assert done.code == 2
    assert says in done.lines()[0]["message"]


def test_no_address_of_this_machine_is_asked(run: Run, server: str) -> None:
    port = server.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0x7f.1", "10.0.0.1"):
        done = run("--lang", "en", "add", f"http://{host}:{port}/page", "--json")
        assert done.code == 2
        assert "on your own machine or network" in done.lines()[0]["message"], host
    assert run("add", "http://user@127.0.0.1/page", "--allow-local").code == 2


# What a person gets.


def test_a_preview_is_agreed_to_before_anything_is_written(
    run: Run, ferry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "is_terminal", lambda _stream: True)
    monkeypatch.setattr(console, "progress", lambda _label: None)
    answers = iter(("n", ""))
    monkeypatch.setattr("builtins.input", lambda _question: next(answers))
    assert "Nothing was added." in run("--lang", "en", "add", ferry).out
    assert own_files() == []
    assert "added: 1" in run("--lang", "en", "add", ferry).out
    assert len(own_files()) == 1


# A dossier of one's own.


def test_a_dossier_starts_from_articles_and_passes_its_check(
    run: Run, ferry: Path, tmp_path: Path
) -> None:
    path = tmp_path / "lake.md"
    path.write_text("# Low water\n\nLong Lake is low this year, and nobody knows why that is so.")
    (line,) = run("add", path, "--json").lines()
    folder = tmp_path / "my dossier"
    done = run("--lang", "en", "new", folder, line["document"], ferry)
    assert done.code == 0, done.err
    assert done.err == ""
    checked = run("--lang", "en", "check", folder, own=False)
    assert checked.code == 0
    assert checked.out.startswith("my-dossier: 2 articles, ")  # and none of the reader's own
    (low,) = (p for p in (folder / "documents").iterdir() if "low" in p.name)
    assert "headline: Low water" in low.read_text()  # the title that the publisher gave it
    listed = run("--dossier", folder, "list", "--json", own=False).json()["documents"]
    assert sorted(row["title"] for row in listed) == [
        "Low water",
        "Low water",
        "The ferry comes back",
    ]
    assert {row["text"] for row in listed} == {"original"}
    entries = run("--dossier", folder, "glossary", "--json", own=False).json()["entries"]
    assert [entry["id"] for entry in entries] == ["long-lake"]
    assert (folder / "locales" / "ru" / "LC_MESSAGES" / "my-dossier.po").exists()
    assert run("new", folder).code == 2


def test_a_dossier_may_start_with_nothing(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    assert run("new", folder).code == 0
    assert run("check", folder, own=False).code == 0
    assert "# - id: example-ministry" in (folder / "glossary.yaml").read_text()


@pytest.mark.skipif("READER_ORIGINALS" not in os.environ, reason="READER_ORIGINALS is not set")
def test_the_originals_are_attached_word_for_word(run: Run) -> None:
    folder = Path(os.environ["READER_ORIGINALS"])
    files = sorted(folder.glob("*.txt"))
    shown = [run("show", file, "--json", own=False).json() for file in files]
    lines = run("add", *files, "--json", own=False).lines()
    assert [line["status"] for line in lines] == ["attached"] * len(files)
    for line, before in zip(lines, shown, strict=True):
        after = run("--lang", "ru", "show", line["document"], "--json", own=False).json()
        assert after["paragraphs"] == before["paragraphs"]
        assert after["text"] == "original"


def test_a_line_of_json_is_one_for_a_program(run: Run, ferry: Path) -> None:
    ferry.write_text(FERRY.replace("The ferry", "The \x1b[31mferry"))
    done = run("add", ferry, "--json")
    assert "\x1b" not in done.out
    assert json.loads(done.out)["status"] == "added"
