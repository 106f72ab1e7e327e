"""Catalogs are read, compiled once into the cache, and never trusted when damaged."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import storage
from reader.errors import ReaderError
from reader.language import catalogs, po
from tests.language import factories

UNUSUAL = 'msgid  "good"\nmsgstr "хорошо"\n'
"""Two spaces: valid, and only Babel reads it."""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    factories.write(tmp_path / "locales")
    return tmp_path / "locales"


def cached() -> Path:
    (file,) = (storage.cache_home() / "catalogs").iterdir()
    return file


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
    source.with_suffix(".mo").write_bytes(po.compile(po.read(source)))
    source.unlink()
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "хорошо"


def test_an_edited_source_goes_before_an_older_compiled_catalog(root: Path) -> None:
    source = root / "ru" / "LC_MESSAGES" / "reader.po"
    compiled = source.with_suffix(".mo")
    compiled.write_bytes(po.compile(po.read(source)))
    os.utime(compiled, ns=(0, 0))
    factories.write(root, 'msgid "good"\nmsgstr "отлично"\n')
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "отлично"


def test_a_damaged_compiled_catalog_is_read_from_its_source(root: Path) -> None:
    compiled = root / "ru" / "LC_MESSAGES" / "reader.mo"
    compiled.write_bytes(b"\xde\x12\x04\x95 nothing that follows is right")
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "хорошо"


def test_a_damaged_compiled_catalog_alone_is_bad_input(root: Path) -> None:
    source = root / "ru" / "LC_MESSAGES" / "reader.po"
    source.unlink()
    source.with_suffix(".mo").write_bytes(b"no catalog")
    with pytest.raises(ReaderError):
        catalogs.load("reader", "ru", [root])


@pytest.mark.parametrize("body", [factories.CATALOG, UNUSUAL])
def test_a_changed_source_is_read_again(root: Path, body: str) -> None:
    factories.write(root, body)
    catalogs.load("reader", "ru", [root])
    path = factories.write(root, body.replace("хорошо", "лучше"))
    os.utime(path, ns=(1, 1))
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "лучше"


def test_a_plain_catalog_needs_no_cache(root: Path) -> None:
    catalogs.load("reader", "ru", [root])
    assert not (storage.cache_home() / "catalogs").exists()


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "nonsense"])
def test_a_damaged_cache_is_made_again(root: Path, damage: str) -> None:
    factories.write(root, UNUSUAL)
    catalogs.load("reader", "ru", [root])
    whole = cached().read_bytes()
    cached().write_bytes(
        {
            "cut": whole[: len(whole) // 2],
            "flipped": whole[:-3] + bytes([whole[-3] ^ 1]) + whole[-2:],
            "empty": b"",
            "nonsense": b"\0\n" * 100,
        }[damage]
    )
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "хорошо"
    assert cached().read_bytes() == whole


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    factories.write(root, UNUSUAL)
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "хорошо"


def test_a_rule_for_plurals_that_is_none_is_bad_input(root: Path) -> None:
    path = root / "ru" / "LC_MESSAGES" / "reader.po"
    text = path.read_text(encoding="utf-8").replace("plural=(n%10==1", "plural=(open(n)")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReaderError) as error:
        catalogs.load("reader", "ru", [root])
    assert error.value.problems[0].path == str(path)


def test_a_header_that_names_another_encoding_does_no_harm(root: Path) -> None:
    path = root / "ru" / "LC_MESSAGES" / "reader.po"
    path.write_text(path.read_text(encoding="utf-8").replace("UTF-8", "koi8-r"), encoding="utf-8")
    assert catalogs.load("reader", "ru", [root]).gettext("good") == "хорошо"


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


def test_a_warm_start_with_an_unusual_catalog_imports_no_babel(root: Path) -> None:
    factories.write(root, UNUSUAL)
    script = (
        "import pathlib, sys; from reader.language import catalogs;"
        f"print(catalogs.load('reader', 'ru', [pathlib.Path({str(root)!r})]).gettext('good'),"
        "'babel' in sys.modules)"
    )
    assert [output(script) for _ in range(2)] == ["хорошо True", "хорошо False"]


def output(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=storage.PACKAGE.parent,
    )
    return done.stdout.strip()
