"""``reader draft``: by rule, by a command, in every format; ``reader summary --draft``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.library import own_summaries
from reader.library.collection import Collection
from reader.library.sources import Files
from reader.model import Claim, Summary
from tests.cli.conftest import Run

ARTICLE = """\
Паром вернулся

Паром между городами снова пойдёт 4 мая 2026 года, сообщила управа. Ремонт стоил 2,3 млн рублей.

Директор порта Анна Белова сказала, что переправа займёт 35 минут. Длинное озеро ещё подо льдом.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "паром.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def program(folder: Path, answer: object, after: str = "") -> str:
    """Write a script that answers with JSON in prose, and remembers what it was given."""
    path = folder / "model"
    text = json.dumps(answer, ensure_ascii=False)
    path.write_text(
        f"#!/bin/sh\ncat > '{folder}/given'\ncat <<'X'\nHere: {text}\nX\n{after}", "utf-8"
    )
    path.chmod(0o700)
    return f"'{path}' --quiet"


def test_a_draft_has_the_shape_of_a_summary(run: Run, article: Path) -> None:
    ran = run("draft", article, "--json")
    assert ran.code == 0
    shape = json.loads(ran.out)
    assert (shape["id"], shape["draft"], shape["text"]) == (None, "rule", "original")
    first = shape["claims"][0]
    assert first["cites"] == ["p2"]
    assert first["quote"] == first["text"]
    assert first["findings"] == []
    assert [(p["entry"], p["name"], p["role"]) for p in shape["participants"]] == [
        (None, "Анна Белова", "Директор порта")
    ]
    assert [event["date"] for event in shape["events"]] == ["2026-05-04"]
    assert [term["entry"] for term in shape["terms"]] == ["long-lake"]


def test_what_a_sentence_expects_is_expected_whoever_expects_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "паром.txt"
    path.write_text(ARTICLE + "\nКак ожидается, в мае на линию выйдет второй паром.\n", "utf-8")
    assert "ожидается\n" in run("--lang", "ru", "draft", path).out
    assert "сторон" not in run("--lang", "ru", "draft", path).out
    assert "expected by" not in run("--lang", "en", "facts", path, "--sentences").out


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_every_format_says_that_it_is_a_draft(run: Run, article: Path, format: str) -> None:
    ran = run("draft", article, "--format", format)
    assert ran.code == 0
    assert "draft by rule" in ran.out
    assert "Анна Белова" in ran.out


def test_a_document_of_the_dossier_is_drafted_beside_its_summary(run: Run) -> None:
    shape = json.loads(run("draft", "water", "--json").out)
    assert (shape["id"], shape["draft"]) == ("water", "rule")
    assert "draft" not in json.loads(run("summary", "water", "--format", "json").out)


def test_a_summary_is_a_draft_only_where_that_is_asked_for(run: Run, article: Path) -> None:
    ran = run("summary", article, "--format", "json")
    assert ran.code == 1
    assert json.loads(ran.out)["claims"] == []
    ran = run("summary", article, "--format", "json", "--draft")
    assert ran.code == 0
    assert json.loads(ran.out)["draft"] == "rule"


def test_where_nothing_can_be_quoted_the_reason_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Соль\n\nЯйца\n\nМука\n", "utf-8")
    ran = run("draft", path)
    assert ran.code == 1
    assert "a list" in ran.err


def test_nothing_is_sent_without_being_allowed(run: Run, article: Path, tmp_path: Path) -> None:
    claim = {"text": "Паром пойдёт 4 мая 2026 года.", "cites": ["p2"]}
    command = program(tmp_path, {"gist": "", "claims": [claim]})
    ran = run("draft", article, "--with", command)
    assert ran.code == 2
    assert "bytes" in ran.err
    assert not (tmp_path / "given").exists()
    ran = run("draft", article, "--with", command, "--yes", "--json")
    assert ran.code == 0
    given = json.loads((tmp_path / "given").read_text("utf-8"))
    assert [p["id"] for p in given["paragraphs"]] == ["p1", "p2", "p3"]
    assert [entry["id"] for entry in given["entries"]] == ["long-lake"]
    assert [topic["id"] for topic in given["topics"]] == ["water"]
    assert json.loads(ran.out)["draft"] == "command"


def test_an_invented_number_is_never_printed_as_checked(
    run: Run, article: Path, tmp_path: Path
) -> None:
    claims = [
        {"text": "Ремонт стоил 3,2 млн рублей.", "cites": ["p2"]},
        {
            "text": "Переправа займёт 35 минут.",
            "cites": ["p3"],
            "quote": "переправа займёт 35 минут",
        },
    ]
    command = program(tmp_path, {"gist": "Паром вернулся.", "claims": claims})
    shape = json.loads(run("draft", article, "--with", command, "--yes", "--json").out)
    assert [(c["text"], c["quote"]) for c in shape["claims"]] == [
        ("Переправа займёт 35 минут.", "переправа займёт 35 минут")
    ]
    assert [f["code"] for c in shape["apart"] for f in c["findings"]] == ["number"]
    printed = run("draft", article, "--with", command, "--yes").out
    assert "3,2" not in printed
    assert "does not bear out" in " ".join(printed.split())


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        (("no", ""), "no JSON"),
        (({"claims": []}, ""), "no claim"),
        (({"claims": []}, "exit 1"), "code 1"),
    ],
)
def test_a_command_that_fails_is_told_in_a_line(
    run: Run, article: Path, tmp_path: Path, answered: tuple[object, str], told: str
) -> None:
    ran = run("draft", article, "--with", program(tmp_path, *answered), "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_without_a_name_the_command_of_the_configuration_is_asked(
    run: Run, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "[draft] command" in run("draft", article, "--with").err
    claim = {"text": "Паром пойдёт 4 мая 2026 года.", "cites": ["p2"]}
    program(tmp_path, {"gist": "", "claims": [claim]})
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "reader").mkdir(parents=True)
    text = f"[draft]\ncommand = ['{tmp_path}/model']\n"
    (tmp_path / "config" / "reader" / "config.toml").write_text(text, "utf-8")
    assert run("draft", article, "--yes", "--with").code == 0


def test_the_readers_own_summary_of_a_file_is_its_summary(
    run: Run, article: Path, dossier: Path
) -> None:
    collection = Collection(dossier)
    collection.build()
    (key,) = collection.add(Files((str(article),), collection.recognise))
    made = Summary("Паром пойдёт в мае.", (Claim("c1", "", "Паром пойдёт в мае.", ("p2",)),))
    own_summaries.accept(collection, key, made)
    ran = run("summary", article, "--format", "json")
    shape = json.loads(ran.out)
    assert (ran.code, shape["gist"], "draft" in shape) == (0, "Паром пойдёт в мае.", False)
    assert shape["accepted"]
    assert "accepted by you on" in run("summary", article).out


def test_a_draft_is_printed_where_that_is_asked_for(
    run: Run, article: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.html"
    assert run("print", article, "--draft", "-o", out).code == 0
    assert "draft by rule" in out.read_text("utf-8")
    assert run("print", article, "-o", out, "--force").code == 0
    assert "draft by rule" not in out.read_text("utf-8")
