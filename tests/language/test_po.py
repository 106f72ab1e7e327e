"""PO files are read strictly and written so that every tool of gettext takes them."""

import shutil
import subprocess
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from reader.errors import ReaderError
from reader.language import po
from tests.language import factories


def problem_of(root: Path, body: str) -> tuple[int, str]:
    path = factories.write(root, body)
    (problem,) = po.read(path).problems
    assert problem.path == str(path)
    with pytest.raises(ReaderError) as error:
        po.read_whole(path)
    assert error.value.problems == (problem,)
    return problem.line, problem.message


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('msgid "good"\nmsgstr "хоро\n', 8),
        ('msgid "good"\nmsgstr хорошо\n', 8),
        ('msgid "good"\nnonsense\n', 8),
        ('msgid "good"\nmsgstr "хоро"шо"\n', 8),
        ('msgid "good"\n\nmsgid "bad"\nmsgstr "плохо"\n', 7),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[7] "в"\n', 7),
        ('msgid "good"\nmsgstr "1"\n\nmsgid "good"\nmsgstr "2"\n', 10),
        ("{{{\n", 7),
    ],
)
def test_a_broken_message_is_named_with_its_line(tmp_path: Path, body: str, line: int) -> None:
    assert problem_of(tmp_path, body)[0] == line


def test_a_catalog_in_another_encoding_is_named_with_its_line(tmp_path: Path) -> None:
    path = factories.write(tmp_path, 'msgid "good"\nmsgstr "хорошо"\n')
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1251"))
    (problem,) = po.read(path).problems
    assert (problem.line, problem.values["count"]) == (7, "1")


def test_a_missing_catalog_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(ReaderError):
        po.read(tmp_path / "ru" / "LC_MESSAGES" / "none.po")


def test_obsolete_previous_lines_are_passed_over(tmp_path: Path) -> None:
    body = '#, fuzzy\n#~| msgid "very old"\n#~ msgid "old"\n#~ msgstr "старое"\n'
    catalog = po.read(factories.write(tmp_path, body))
    assert [m.id for m in catalog.obsolete.values()] == ["old"]


def test_previous_lines_are_no_comments(tmp_path: Path) -> None:
    body = (
        '# A note.\n#, fuzzy\n#| msgctxt "p1"\n#| msgid ""\n#| "one "\n#| "two"\n'
        'msgctxt "p1"\nmsgid "one three"\nmsgstr "раз"\n'
    )
    (message,) = po.read(factories.write(tmp_path, body)).entries()
    assert message.previous_id == ["one two"]
    assert message.user_comments == ["A note."]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    messages = [
        Message('a "quoted"\nline\\', 'в "кавычках"\nстрока\\', user_comments=["kept"]),
        Message("x" * 200 + " end", "й " * 100, context="place/p1", locations=[("a.yaml", 4)]),
        Message("50% done", "готово на 50 %"),
    ]
    text = po.render("Language: ru\n", messages, plurals=3)
    entries = po.parse(text, tmp_path / "ru" / "LC_MESSAGES" / "x.po").entries()
    assert [(m.id, m.string, m.context) for m in entries] == [
        (m.id, m.string, m.context) for m in messages
    ]
    assert entries[0].user_comments == ["kept"]
    assert "a.yaml:" not in text
    assert "python-format" not in text


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_msgfmt_accepts_previous_contexts_plurals_and_obsolete_messages(tmp_path: Path) -> None:
    changed = Message("new text", "перевод", context="a/p1", flags=["fuzzy"])
    changed.previous_id = ["old text, quite long " * 8]
    days: Message = Message(("{n} day", "{n} days"), ("{n} день", "{n} дня", "{n} дней"))  # type: ignore[arg-type,unused-ignore]  # types-babel, where installed, knows strings only
    gone = Message("gone", "нет", context="a/p2")
    catalog = po.parse("", tmp_path / "ru" / "LC_MESSAGES" / "x.po")
    path = tmp_path / "x.po"
    text = po.render(
        po.header_of(catalog, "x"), [changed, days], plurals=catalog.num_plurals, obsolete=[gone]
    )
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["msgfmt", "--check", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
