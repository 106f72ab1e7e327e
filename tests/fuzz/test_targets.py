"""What is fuzzed holds for a few inputs each time, the same ones; and what fuzzes finds faults."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.fuzz import __main__ as fuzz
from tests.fuzz import faulty, mutation, outputs, search, terminals
from tests.fuzz.machine import TooSlowError, machine, run, unchanged
from tests.fuzz.search import Finding
from tests.fuzz.target import Target, attempt
from tests.fuzz.targets import TARGETS


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_a_few_inputs_of_every_target_hold(target: Target) -> None:
    @seed(1)
    @settings(
        max_examples=target.examples,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(target.inputs)
    def hold(value: Any) -> None:
        attempt(target, value)

    hold()


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_an_input_of_every_target_can_be_written_down_and_read_again(
    target: Target, tmp_path: Path
) -> None:
    @seed(2)
    @settings(max_examples=5, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(target.inputs)
    def same(value: Any) -> None:
        path = search.write(Finding(target.name, value, "\x1b[2J\n\u202e"), tmp_path)
        assert path.read_text(encoding="utf-8").isascii()
        assert search.read(path) == (target.name, value)

    same()


# A search.


def _refuses(fault: bytes) -> Target:
    def check(value: tuple[bytes, int], _folder: Path) -> None:
        if fault in value[0]:
            raise ValueError(fault)

    seeds = [b"a text of some words\nand another line\n"]
    return Target("words", st.tuples(mutation.mutated(seeds), st.integers()), check)


def test_a_search_ends_with_the_smallest_input_that_fails() -> None:
    found = search.search(_refuses(b"another"), 1, 20)
    assert found.tried >= 1
    assert found.finding is not None
    assert found.finding.value == (b"another", 0)
    assert "ValueError" in found.finding.report


def test_a_search_without_a_finding_ends_when_its_time_is_over() -> None:
    found = search.search(_refuses(b"a word that never comes"), 1, 0.5)
    assert found.tried > 10
    assert found.finding is None


def test_what_does_not_end_is_a_finding() -> None:
    def check(_value: int, _folder: Path) -> None:
        while True:
            pass

    with pytest.raises(TooSlowError):
        attempt(Target("slow", st.integers(), check, seconds=0.1), 1)


@pytest.mark.parametrize("begun", [b"", b"\x1b", b"\x1b[38;2;1", b"\x1b]52;c;eA", b"\xe6\xbc"])
def test_what_a_terminal_is_given_back_in_the_middle_of_is_nothing_of_a_text(begun: bytes) -> None:
    ended = b"\x18\x1b[?2031l\x1b[?2004l\x1b[?1049l"
    shown = terminals.screen(b"\x1b[?1049h\x1b[1mtext" + begun + ended)
    assert shown.plain() == "text"
    assert "\x18" in terminals.screen(b"\x1b[?1049htext\x18 more\x1b[?1049l").plain()


# The whole of it, in processes of its own.


@pytest.mark.parametrize(
    ("name", "says"),
    [("ends", "an input ends the process with -11"), ("hangs", "an input hangs")],
)
def test_an_input_that_ends_or_stops_its_process_is_a_finding(
    name: str,
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fuzz, "PATIENCE", 3.0)
    options = ["--only", name, "--minutes", "0.2", "--seed", "1", "--findings", str(tmp_path)]
    assert fuzz.main(options) == 1
    assert says in capsys.readouterr().out
    (path,) = tmp_path.iterdir()
    target, value = search.read(path)
    assert target == name
    assert value > faulty.MOST


def test_fuzzing_says_how_much_was_tried_and_ends_with_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--only", "state", "--minutes", "0.03", "--seed", "1", "--findings", str(tmp_path)]
    assert fuzz.main(options) == 0
    out = capsys.readouterr().out
    assert "1 targets, 0.03 minutes, --seed 1\n" in out
    assert "state: " in out
    assert out.endswith("No finding.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_finding_is_repeated_by_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    target = _refuses(b"x\x1b")
    monkeypatch.setitem(fuzz.BY_NAME, "words", target)
    path = search.write(Finding("words", (b"x\x1b", 0), "whatever"), tmp_path)
    assert f'make fuzz ARGS="--repeat {path}"' in path.read_text()
    assert fuzz.main(["--repeat", str(path)]) == 1
    assert "ValueError" in capsys.readouterr().out
    path = search.write(Finding("words", (b"mended", 0), "whatever"), tmp_path)
    assert fuzz.main(["--repeat", str(path)]) == 0


def test_a_target_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        fuzz.main(["--only", "texts,nothing"])
    assert stopped.value.code == 2
    assert "no target nothing" in capsys.readouterr().err


# What holds for outputs.


@pytest.mark.parametrize(
    "written",
    [b"a\x1b[2Jb", "a\u009b2J".encode(), "\u202e".encode(), b"\r", b"\0", "\U000e0041".encode()],
)
def test_what_steers_a_terminal_is_a_finding(written: bytes) -> None:
    with pytest.raises(AssertionError):
        outputs.harmless(written)
    with pytest.raises(AssertionError):
        outputs.harmless(written, emphasis=True)


@pytest.mark.parametrize(
    "page",
    [
        "<p><script>x</script></p>",
        "<p onclick='x'></p>",
        "<a href='javascript:x'>x</a>",
        "<a href='#nowhere'>x</a>",
        "<p id='a'></p><p id='a'></p>",
        "<p><em></p></em>",
        "<p>",
        "<!-- x -->",
        "<?x?>",
    ],
)
def test_what_a_page_of_ours_does_not_have_is_a_finding(page: str) -> None:
    with pytest.raises(AssertionError):
        outputs.sound_page(page)


@pytest.mark.parametrize(
    "text", ["<b>", "![x](y)", "[x](https://example.org)", "<a id=x onclick=y></a>"]
)
def test_what_markdown_of_ours_does_not_have_is_a_finding(text: str) -> None:
    with pytest.raises(AssertionError):
        outputs.sound_markdown(text)


def test_a_word_that_only_python_knows_is_not_json() -> None:
    with pytest.raises(AssertionError):
        outputs.sound_json("[NaN]")


def test_a_changed_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    with pytest.raises(AssertionError), unchanged(tmp_path):
        (tmp_path / "a").write_text("b")
    with pytest.raises(AssertionError), unchanged(tmp_path):
        (tmp_path / "a").unlink()


def test_a_command_works_on_a_machine_of_its_own_and_leaves_it_as_it_was() -> None:
    before, environ = Path.cwd(), dict(os.environ)
    with machine() as folder:
        assert run("list", "--lang", "ru").out.decode().count("2025-12-20") >= 1
    assert not folder.exists()
    assert Path.cwd() == before
    assert dict(os.environ) == environ
