"""What the program says, in the language it speaks."""

import os
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.language import interface, messages
from reader.model import Problem
from tests.language import factories


@pytest.fixture
def resources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("reader.storage.resource_dir", lambda name: tmp_path / name)
    return tmp_path / "locales"


def test_english_needs_no_catalog(resources: Path) -> None:
    assert not resources.exists()
    interface.set_language("en")
    assert messages._("good") == "good"
    assert [messages.ngettext("day", "days", n) for n in (0, 1, 2)] == ["days", "day", "days"]


def test_the_language_changes_at_run_time(resources: Path) -> None:
    factories.write(resources)
    interface.set_language("ru")
    assert (messages.language(), messages._("good")) == ("ru", "хорошо")
    assert messages.pgettext("menu", "good") == "товар"
    interface.set_language("en")
    assert (messages.language(), messages._("good")) == ("en", "good")


def test_a_broken_catalog_leaves_english_and_a_problem(resources: Path) -> None:
    path = factories.write(resources, 'msgid "good"\nmsgstr "хо\n')
    interface.set_language("ru")
    assert messages._("good") == "good"
    (problem,) = interface.problems()
    assert (problem.path, problem.line) == (str(path), 8)
    interface.set_language("en")
    assert interface.problems() == ()


def test_a_problem_has_its_place_and_its_message() -> None:
    error = ReaderError.at("a.yaml", "There is no “{id}”.", line=3, column=7, id="x")
    assert interface.describe(error.problems[0]) == "a.yaml:3:7: There is no “x”."


def test_a_problem_of_a_whole_line_points_at_its_beginning() -> None:
    assert interface.describe(Problem("a.po", 3, 0, "Broken.")) == "a.po:3:1: Broken."


def test_a_problem_without_a_line_has_only_its_path() -> None:
    assert interface.describe(Problem("a.txt", 0, 0, "Empty.")) == "a.txt: Empty."


def test_a_problem_cannot_steer_the_terminal_or_fake_a_second_line() -> None:
    problem = Problem("a\n\x1b.txt", 1, 1, "No “{id}”.", {"id": "\x9b31m\nb.txt:1: fake"})
    assert interface.describe(problem) == "a␊␛.txt:1:1: No “�31m␊b.txt:1: fake”."


def test_braces_in_a_value_are_no_placeholders() -> None:
    assert interface.describe(Problem("a", 0, 0, "No {id}.", {"id": "{other}"})) == "a: No {other}."


def test_a_translation_with_a_broken_placeholder_is_not_used(resources: Path) -> None:
    factories.write(resources, 'msgid "No {id}."\nmsgstr "Нет {ид}."\n')
    interface.set_language("ru")
    assert interface.describe(Problem("a", 0, 0, "No {id}.", {"id": "x"})) == "a: No x."


def test_marking_does_not_translate(resources: Path) -> None:
    factories.write(resources)
    interface.set_language("ru")
    assert messages.N_("good") == "good"


def test_a_prepared_language_is_set_without_reading_its_catalog_again(
    resources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.write(resources)
    interface.prepare("ru")
    assert (messages.language(), messages._("good")) == ("en", "good")
    monkeypatch.setattr("reader.language.catalogs.load", None)
    interface.set_language("ru")
    assert messages._("good") == "хорошо"


def test_a_changed_catalog_is_read_again_when_its_language_is_set(resources: Path) -> None:
    factories.write(resources)
    interface.prepare("ru")
    path = factories.write(resources, 'msgid "good"\nmsgstr "лучше"\n')
    os.utime(path, ns=(1, 1))
    interface.set_language("ru")
    assert messages._("good") == "лучше"


def test_a_message_is_translated_into_another_language_than_the_interfaces(resources: Path) -> None:
    factories.write(resources)
    interface.translator.cache_clear()
    assert interface.translator("ru")("good") == "хорошо"
    assert interface.translator("en")("good") == "good"
    assert messages.language() == "en"
    interface.translator.cache_clear()


def test_a_broken_catalog_translates_nothing(resources: Path) -> None:
    factories.write(resources, 'msgid "good"\nmsgstr "хо\n')
    interface.translator.cache_clear()
    assert interface.translator("ru")("good") == "good"
    assert interface.problems() == ()
    interface.translator.cache_clear()
