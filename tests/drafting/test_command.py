"""What a command answers is taken as far as it fits, and verified; nothing in it is ever run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from reader import outside
from reader.drafting import command
from reader.drafting.checking import checked
from reader.drafting.command import Answer
from reader.errors import ReaderError
from reader.model import Paragraph, Summary
from reader.outside import NotWantedError
from reader.verifying.verifier import Verifier

PARAGRAPHS = (
    Paragraph("p1", "The ferry will sail again from 4 May 2026, and the repair cost £2.3 million."),
    Paragraph("p2", "“We have replaced both engines,” Harbour Master Ellen Marsh said on Monday."),
)
CLAIM = {"text": "The ferry will sail again from 4 May 2026.", "cites": ["p1"]}


def answered(text: str) -> Answer:
    return command.answered(text, "a program", {"p1", "p2"}, {"ferry"}, {"sea"})


def draft(**more: Any) -> Summary:
    answer = answered(json.dumps({"gist": "", "claims": [CLAIM], **more}))
    return checked(answer, Verifier(PARAGRAPHS, published="2026-03-04"), PARAGRAPHS, None)


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        "Sure! Here it is {{as asked}}:\n```json\n{}\n```\nI hope {{this}} helps.",
        '{{"thoughts": "none"}}\n{}',
        "\ufeff  {}\n\n",
    ],
)
def test_prose_around_the_json_is_passed_over(around: str) -> None:
    text = around.format(json.dumps({"gist": "It sails.", "claims": [CLAIM]}))
    assert [claim.cites for claim in answered(text).summary.claims] == [("p1",)]


@pytest.mark.parametrize(
    "text",
    [
        "I cannot do that.",
        "{" * 100_000,
        "[" * 100_000,
        '{"claims": "none"}',
        '{"claims": []}',
        '{"claims": [{"text": "It sails.", "cites": ["p9"]}]}',
        '{"claims": [{"text": "", "cites": ["p1"]}, 7, null, [[]]]}',
        '{"claims": [{"text": ["It sails."], "cites": "p1"}]}',
    ],
)
def test_what_is_no_summary_is_refused(text: str) -> None:
    with pytest.raises(ReaderError, match=r"a program|answer"):
        answered(text)


def test_what_does_not_fit_is_dropped_and_nothing_controls_a_terminal() -> None:
    answer = answered(
        json.dumps(
            {
                "gist": "One\x1b[2Jtwo\nthree \ud800",
                "claims": [
                    {
                        "text": "A \x07bell.",
                        "cites": ["p1", "p9", 3],
                        "topic": "weather",
                        "run": "ls",
                    },
                    {"text": "x" * 5000, "cites": ["p1"]},
                ],
                "participants": [
                    {
                        "entry": "../../etc",
                        "name": "Ellen Marsh",
                        "role": "master",
                        "cites": ["p2"],
                    },
                    {"entry": "ferry", "name": "", "role": "", "cites": ["p1"]},
                    {"entry": "nobody", "cites": ["p1"]},
                ],
                "events": [
                    {"date": "tomorrow", "text": "It sails.", "cites": ["p1"]},
                    {"date": "2026-05-04", "text": "It sails.", "cites": ["p1"]},
                ],
            }
        )
    )
    summary = answer.summary
    assert summary.gist == "One␛[2Jtwo three ?"
    assert [(c.text, c.cites, c.topic) for c in summary.claims] == [("A ␇bell.", ("p1",), "")]
    assert [(p.entry, p.name) for p in summary.participants] == [("", "Ellen Marsh"), ("ferry", "")]
    assert [event.date for event in summary.events] == ["2026-05-04"]


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ({"text": "The repair cost £3.2 million.", "cites": ["p1"]}, "number"),
        ({"text": "The ferry will sail from 5 May 2026.", "cites": ["p1"]}, "time"),
        ({**CLAIM, "quote": "sail again from 5 May"}, "quote"),
        ({"text": "Marsh said: “We have replaced all engines.”", "cites": ["p2"]}, "quote"),
    ],
)
def test_what_the_text_does_not_bear_out_is_no_part_of_the_draft(
    claim: dict[str, Any], code: str
) -> None:
    made = draft(claims=[claim, CLAIM])
    assert [c.text for c in made.claims] == [CLAIM["text"]]
    assert made.draft is not None
    assert [c.text for c in made.draft.apart] == [claim["text"]]
    (apart,) = made.draft.apart
    assert code in {f.code for f in made.draft.findings if f.claim == apart.id}
    assert {f.claim for f in made.draft.findings} == {apart.id}


def test_a_gist_with_an_invented_number_stands_apart() -> None:
    made = draft(gist="The repair cost £9 million.")
    assert made.gist == ""
    assert made.draft is not None
    assert [c.id for c in made.draft.apart] == ["gist"]


def test_events_and_people_that_are_invented_are_left_out() -> None:
    made = draft(
        events=[
            {"date": "2026-05-04", "text": "The ferry sails.", "cites": ["p1"]},
            {"date": "2026-06-04", "text": "The ferry sails.", "cites": ["p1"]},
        ],
        participants=[
            {"name": "Ellen Marsh", "role": "Harbour Master", "cites": ["p2"]},
            {"name": "Boris Grant", "role": "Mayor", "cites": ["p2"]},
        ],
    )
    assert [event.date for event in made.events] == ["2026-05-04"]
    assert [person.name for person in made.participants] == ["Ellen Marsh"]


# Programs.


def script(folder: Path, text: str) -> list[str]:
    path = folder / "program"
    path.write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    path.chmod(0o700)
    return [str(path)]


def asked(words: list[str], data: bytes = b"", **more: Any) -> str:
    return outside.answer(words, data, **{"seconds": 20, "largest": 2**20, **more})


def test_a_program_is_given_the_bytes_and_its_words_as_they_are(tmp_path: Path) -> None:
    words = [*script(tmp_path, 'printf "%s|" "$@"; wc -c'), "a b", "$(id)", "`id`;", ""]
    assert asked(words, b"x" * 300_000).split() == ["a", "b|$(id)|`id`;||300000"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("exit 1", "code 1"),
        ("echo 'no \033[31mkey' >&2; exit 3", "no ␛[31mkey"),
        ("true", "nothing"),
        ("printf '\\377\\376x'", "UTF-8"),
        ("yes", "larger than 64 KB"),
    ],
)
def test_a_program_that_gives_no_answer_is_told_of(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ReaderError) as raised:
        asked(script(tmp_path, text), b"x" * 100_000, largest=2**16)
    (problem,) = raised.value.problems
    assert told in problem.message.format(**problem.values)


def test_a_program_that_is_not_there_is_told_of() -> None:
    with pytest.raises(ReaderError, match="can’t be run"):
        asked(["/no/such/program"])


def test_a_program_that_comes_too_late_is_ended_with_what_it_has_started(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    words = script(tmp_path, f"(sleep 0.4; touch {mark}) & sleep 60")
    with pytest.raises(ReaderError, match="within"):
        asked(words, seconds=0.2)
    with pytest.raises(ReaderError, match="within"):
        asked(["sleep", "0.5"], seconds=0.4)
    assert not mark.exists()


def test_a_program_is_ended_once_nobody_waits(tmp_path: Path) -> None:
    with pytest.raises(NotWantedError):
        asked(script(tmp_path, "sleep 60"), is_wanted=lambda: False)


def test_the_schema_that_is_published_is_what_is_given_and_taken() -> None:
    path = Path(__file__).parents[2] / "docs" / "draft.schema.json"
    schema = json.loads(path.read_text("utf-8"))
    given = command.question(
        PARAGRAPHS,
        language="en",
        title="The ferry",
        published=None,
        entries={"ferry": "ferry"},
        topics={"sea": "The sea"},
    )
    for name, value in (("question", json.loads(given)), ("answer", {"claims": [CLAIM]})):
        Draft202012Validator({**schema, "anyOf": [{"$ref": f"#/$defs/{name}"}]}).validate(value)
