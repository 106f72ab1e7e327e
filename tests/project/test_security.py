"""SECURITY.md promises nothing that no test holds."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS
from tests.project.conftest import ROOT

TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[^`]+)`", TEXT)))
_PROMISES = TEXT.partition("\n## What is promised\n")[2].partition("\n## ")[0]
PROMISES = re.split(r"\n(?=\*\*\d+\. )", _PROMISES)[1:]


@cache
def _tests(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = (
        each for each in tree.body if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef))
    )
    return {each.name for each in found if each.name.startswith("test_")}


@pytest.mark.parametrize("name", NAMED)
def test_every_test_that_security_names_is_there(name: str) -> None:
    path, _, test = name.partition("::")
    assert (ROOT / path).is_file()
    assert test in _tests(ROOT / path)


def test_every_promise_has_a_number_of_its_own() -> None:
    assert [int(re.match(r"\*\*(\d+)\.", each)[1]) for each in PROMISES] == [  # type: ignore[index]
        *range(1, len(PROMISES) + 1)
    ]
    assert len(PROMISES) >= 17


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise[2:30])
def test_every_promise_names_a_test_that_holds_it(promise: str) -> None:
    assert re.search(r"\nHeld by (`tests/\S+::test_\w+`[,.]\s*)+$", promise.rstrip() + "\n")


def test_every_target_of_the_fuzzing_is_told_of() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = guide.partition("## Fuzzing")[2].partition("\n## ")[0]
    assert {target.name for target in TARGETS} <= set(re.findall(r"`([\w-]+)`", table))
