"""Catalogs are read, and never trusted when damaged."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader import storage
from reader.language import catalogs, po
from tests.language import factories

UNUSUAL = 'msgid  "good"\nmsgstr "хорошо"\n'
"""Two spaces: valid, and only the whole parser reads it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    factories.write(tmp_path / "locales")
    return tmp_path / "locales"


def test_a_message_is_translated(root: Path) -> None:
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "хорошо"


def test_a_context_has_its_own_translation(root: Path) -> None:
    catalog = catalogs.load("reader", "ru", [root])
    assert catalog.pgettext("menu", "good") == "товар"
    assert catalog.pgettext("kitchen", "good") is None


def test_a_number_has_its_form(root: Path) -> None:
    catalog = catalogs.load("reader", "ru", [root])
    forms = [catalog.ngettext("{n} day", "{n} days", n).format(n=n) for n in (1, 2, 5, 11, 21)]
    assert forms == ["1 день", "2 дня", "5 дней", "11 дней", "21 день"]


@pytest.mark.parametrize("msgid", ["bad", "ugly", "new"])
def test_fuzzy_untranslated_and_unknown_messages_stay_as_they_are(root: Path, msgid: str) -> None:
    assert catalogs.load("reader", "ru", [root]).gettext(msgid) == msgid


def test_no_catalog_anywhere_is_an_empty_one(tmp_path: Path) -> None:
    catalog = catalogs.load("reader", "eo", [tmp_path])
    assert catalog.gettext("good") == "good"
    assert catalog.pgettext("menu", "good") is None
    assert [catalog.ngettext("day", "days", n) for n in (1, 2)] == ["day", "days"]


def test_the_empty_message_is_not_the_header(root: Path) -> None:
    assert catalogs.load("reader", "ru", [root]).gettext("") == ""


def test_the_first_folder_goes_before_the_second(root: Path, tmp_path: Path) -> None:
    factories.write(tmp_path / "own", 'msgid "good"\nmsgstr "по-своему"\n')
    catalog = catalogs.load("reader", "ru", [tmp_path / "own", root])
    assert catalog.gettext("good") == "по-своему"
    assert catalog.pgettext("menu", "good") == "товар"


def test_a_compiled_catalog_is_enough(root: Path) -> None:
    source = root / "ru" / "LC_MESSAGES" / "reader.po"
    source.with_suffix(".mo").write_bytes(po.compile(po.read_whole(source)))
    source.unlink()
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "хорошо"


def test_an_edited_source_goes_before_an_older_compiled_catalog(root: Path) -> None:
    source = root / "ru" / "LC_MESSAGES" / "reader.po"
    compiled = source.with_suffix(".mo")
    compiled.write_bytes(po.compile(po.read_whole(source)))
    os.utime(compiled, ns=(0, 0))
    factories.write(root, 'msgid "good"\nmsgstr "отлично"\n')
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "отлично"


def test_a_damaged_compiled_catalog_is_read_from_its_source(root: Path) -> None:
    compiled = root / "ru" / "LC_MESSAGES" / "reader.mo"
    compiled.write_bytes(b"\xde\x12\x04\x95 nothing that follows is right")
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "хорошо"


@pytest.mark.parametrize("body", [factories.CATALOG, UNUSUAL])
def test_a_changed_source_is_read_again(root: Path, body: str) -> None:
    factories.write(root, body)
    catalogs.load("reader", "ru", [root])
    path = factories.write(root, body.replace("хорошо", "лучше"))
    os.utime(path, ns=(1, 1))
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "лучше"


def test_a_message_that_is_wrong_costs_its_own_translation(root: Path) -> None:
    path = factories.write(root, 'msgid "bad"\nmsgstr "пло\n\n' + factories.CATALOG)
    catalog = catalogs.load("reader", "ru", [root])
    (problem,) = catalog.problems
    assert (problem.path, problem.line) == (str(path), 8)
    assert catalog.gettext("good") == "хорошо"
    assert catalog.gettext("bad") == "bad"


@pytest.mark.parametrize("blank", [" ", "\\n", "\u00a0", "\u200b\u2060", "\\t\ufeff"])
def test_a_blank_translation_is_none(root: Path, blank: str) -> None:
    factories.write(
        root, f'msgid "a"\nmsgstr "{blank}"\n\nmsgctxt "c"\nmsgid "a"\nmsgstr "{blank}"\n'
    )
    catalog = catalogs.load("reader", "ru", [root])
    assert catalog.gettext("a") == "a"
    assert catalog.pgettext("c", "a") is None
    assert not catalog.problems


def test_a_blank_translation_gives_way_to_that_of_the_next_folder(
    root: Path, tmp_path: Path
) -> None:
    factories.write(tmp_path / "own", 'msgid "good"\nmsgstr " "\n')
    assert catalogs.load("reader", "ru", [tmp_path / "own", root]).gettext("good") == "хорошо"


def test_a_blank_plural_form_is_the_sources(root: Path) -> None:
    forms = "".join(f'msgstr[{i}] "{text}"\n' for i, text in enumerate(["один", " ", "много"]))
    factories.write(root, f'msgid "day"\nmsgid_plural "days"\n{forms}')
    catalog = catalogs.load("reader", "ru", [root])
    assert [catalog.ngettext("day", "days", n) for n in (1, 2, 5)] == ["один", "days", "много"]


@pytest.mark.parametrize("rule", ["n%0", "5/(n-1)", "n != !!11", "open(n)", "n", "-1", ""])
@pytest.mark.parametrize("suffix", [".po", ".mo"])
def test_a_rule_for_plurals_that_does_not_work_gives_way_to_the_languages(
    root: Path, rule: str, suffix: str
) -> None:
    path = root / "ru" / "LC_MESSAGES" / "reader.po"
    text = re.sub("plural=[^;]*", lambda _: f"plural={rule}", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    if suffix == ".mo":
        path.with_suffix(".mo").write_bytes(po.compile(po.read_whole(path)))
        path.unlink()
    catalog = catalogs.load("reader", "ru", [root])
    forms = {catalog.ngettext("{n} day", "{n} days", n) for n in range(200)}
    assert forms <= {"{n} день", "{n} дня", "{n} дней"}
    assert catalog.gettext("good") == "хорошо"
    assert catalog.pgettext("kitchen", "unknown") is None


def test_a_catalog_in_the_encoding_of_its_header_is_read(root: Path) -> None:
    path = root / "ru" / "LC_MESSAGES" / "reader.po"
    text = path.read_text(encoding="utf-8").replace("UTF-8", "koi8-r")
    path.write_bytes(text.encode("koi8-r"))
    catalog = catalogs.load("reader", "ru", [root])
    assert (catalog.gettext("good"), catalog.problems) == ("хорошо", ())


def test_a_header_that_names_another_encoding_does_no_harm(root: Path) -> None:
    path = root / "ru" / "LC_MESSAGES" / "reader.po"
    path.write_text(path.read_text(encoding="utf-8").replace("UTF-8", "koi8-r"), encoding="utf-8")
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "хорошо"


@pytest.mark.parametrize("suffix", [".po", ".mo"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "device", "loop", "huge"])
def test_what_is_no_file_of_a_limited_size_is_not_read(
    root: Path, tmp_path: Path, suffix: str, kind: str
) -> None:
    path = (tmp_path / "own" / "ru" / "LC_MESSAGES" / "reader").with_suffix(suffix)
    path.parent.mkdir(parents=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "huge":
        path.touch()
        os.truncate(path, 10 * 2**30)
    else:
        path.symlink_to("/dev/zero" if kind == "device" else path)
    catalog = catalogs.load("reader", "ru", [tmp_path / "own", root])
    assert catalog.gettext("good") == "хорошо"
    assert [problem.path for problem in catalog.problems] == [str(path)] * (kind != "loop")


def test_a_translation_cannot_steer_the_terminal(root: Path) -> None:
    factories.write(root, 'msgid "good"\nmsgstr "\x1b[2Jхорошо\u202e"\n')
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "␛[2Jхорошо‹RLO›"


@pytest.mark.parametrize("domain", ["reader", "us-azerbaijan"])
def test_the_catalogs_of_a_checkout_are_read_without_babel(domain: str) -> None:
    script = (
        "import sys; from reader import storage; from reader.language import catalogs;"
        f"load = lambda name: catalogs.load({domain!r}, name, [storage.resource_dir('locales')]);"
        "load('ru'), load('en'); print({'babel', 'yaml'} & set(sys.modules))"
    )
    assert output(script) == "set()"


def test_an_unusual_catalog_is_read_without_babel(root: Path) -> None:
    factories.write(root, UNUSUAL)
    script = (
        "import pathlib, sys; from reader.language import catalogs;"
        f"print(catalogs.load('reader', 'ru', [pathlib.Path({str(root)!r})]).gettext('good'),"
        "'babel' in sys.modules)"
    )
    assert output(script) == "хорошо False"


def output(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=storage.PACKAGE.parent,
    )
    return done.stdout.strip()
