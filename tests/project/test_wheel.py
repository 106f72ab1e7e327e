from __future__ import annotations

import io
import json
import tarfile
import zipfile
from gettext import GNUTranslations
from pathlib import Path

import pytest

import hatch_build
from reader.cli import COMMANDS
from tests.project.conftest import ROOT, Run, build


def names(archive: Path) -> set[str]:
    with zipfile.ZipFile(archive) as opened:
        return set(opened.namelist())


def catalogs() -> list[Path]:
    found = [*ROOT.glob("locales/**/*.po"), *ROOT.glob("content/*/locales/**/*.po")]
    return [path.relative_to(ROOT) for path in found]


def test_the_wheel_holds_every_document_of_the_content(wheel: Path) -> None:
    content = [path.relative_to(ROOT) for path in ROOT.glob("content/**/*.yaml")]
    assert content
    assert {f"reader/data/{path.as_posix()}" for path in content} <= names(wheel)


def test_the_wheel_holds_every_catalog_compiled_and_none_as_source(wheel: Path) -> None:
    held = names(wheel)
    assert catalogs()
    assert {f"reader/data/{path.with_suffix('.mo').as_posix()}" for path in catalogs()} <= held
    assert not [name for name in held if name.endswith((".po", ".pot"))]


def test_a_catalog_in_the_wheel_is_read_by_the_standard_library(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read("reader/data/locales/ru/LC_MESSAGES/reader.mo")
    assert GNUTranslations(io.BytesIO(data)).info()["language"] == "ru"


def test_the_wheel_holds_the_program_and_its_data_and_nothing_else(wheel: Path) -> None:
    held = names(wheel)
    assert {name.split("/")[0] for name in held} == {
        "reader",
        f"dossier_reader-{version()}.dist-info",
        f"dossier_reader-{version()}.data",
    }
    assert not [name for name in held if "__pycache__" in name or name.endswith("~")]


def test_the_stylesheets_of_the_screens_are_in_the_wheel(wheel: Path) -> None:
    styles = {path.relative_to(ROOT).as_posix() for path in ROOT.glob("reader/**/*.tcss")}
    assert styles <= names(wheel)


def test_the_words_of_every_language_are_in_the_wheel(wheel: Path) -> None:
    words = {
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("reader/terms/languages/*/*.txt")
    }
    assert words
    assert words <= names(wheel)


def test_the_command_of_the_wheel_is_the_entry_point(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        declared = archive.read(f"dossier_reader-{version()}.dist-info/entry_points.txt").decode()
    assert "reader = reader.main:main" in declared.splitlines()


def test_manuals_and_completions_are_installed_where_they_are_looked_for(wheel: Path) -> None:
    share = f"dossier_reader-{version()}.data/data/share"
    with zipfile.ZipFile(wheel) as archive:
        held = {
            name.removeprefix(f"{share}/"): archive.read(name).decode()
            for name in archive.namelist()
            if ".data/" in name
        }
    assert held.keys() == {
        *("man/man1/reader.1", "man/ru/man1/reader.1", "man/uk/man1/reader.1"),
        "bash-completion/completions/reader",
        "zsh/site-functions/_reader",
        "fish/vendor_completions.d/reader.fish",
    }
    assert COMMANDS["summary"] in held["fish/vendor_completions.d/reader.fish"]
    assert "complete -F _reader reader" in held["bash-completion/completions/reader"]
    assert held["zsh/site-functions/_reader"].startswith("#compdef reader\n")
    assert '.SH "COMMANDS"' in held["man/man1/reader.1"]
    assert '.SH "КОМАНДЫ"' in held["man/ru/man1/reader.1"]


def test_building_leaves_nothing_compiled_in_the_checkout(wheel: Path) -> None:
    assert wheel.is_file()
    assert not [*ROOT.glob("locales/**/*.mo"), *ROOT.glob("content/**/*.mo")]
    # An editable install has an index of its own there, and nothing else.
    data = [p.relative_to(ROOT / "reader" / "data") for p in ROOT.glob("reader/data/**/*.*")]
    assert {path.parts[0] for path in data} <= {"index"}


def test_an_installed_program_finds_its_documents(run_installed: Run) -> None:
    done = run_installed("-m", "reader", "list", "--json")
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["documents"]) == 5


def test_an_installed_program_opens_the_index_it_came_with(run_installed: Run) -> None:
    done = run_installed(
        "-c",
        "from reader.dossiers.paths import builtin\n"
        "from reader.library.collection import Collection\n"
        "collection = Collection(builtin())\n"
        "print(collection.open(), len(collection), collection.head('en').title)",
    )
    assert done.stdout.split()[:2] == ["True", "5"], done.stderr


def test_an_installed_program_comes_with_what_was_found_of_every_claim(run_installed: Run) -> None:
    done = run_installed(
        "-c",
        "from reader.dossiers.paths import builtin\n"
        "from reader.library.collection import Collection\n"
        "from reader.library.verification import Verdicts, subject\n"
        "collection = Collection(builtin())\n"
        "collection.open()\n"
        "known = Verdicts(collection).known\n"
        "every = [subject(collection, key, language) for key in collection.document_keys()\n"
        "         for language in ('ru', 'en')]\n"
        "print(len(every), all(len(known(each)) == len(each.document.summary.claims)\n"
        "                      for each in every))",
    )
    assert done.stdout.split() == ["10", "True"], done.stderr


def test_an_installed_program_runs_from_where_it_was_installed(run_installed: Run) -> None:
    done = run_installed("-c", "import reader; print(reader.__file__)")
    assert not Path(done.stdout.strip()).is_relative_to(ROOT)


def test_an_installed_program_speaks_russian(run_installed: Run) -> None:
    done = run_installed("-m", "reader", "--lang", "ru", "--help")
    assert done.returncode == 0, done.stderr
    assert "показать" in done.stdout


def test_an_installed_program_has_the_translations_of_its_documents(run_installed: Run) -> None:
    def titles(language: str) -> list[str]:
        done = run_installed("-m", "reader", "--lang", language, "list", "--json")
        return [document["title"] for document in json.loads(done.stdout)["documents"]]

    assert not any("а" <= letter <= "я" for title in titles("en") for letter in title.lower())
    assert titles("ru") != titles("en")


def test_an_installed_dossier_has_nothing_to_mend(run_installed: Run) -> None:
    done = run_installed("-m", "reader", "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_an_editable_install_holds_no_copy_of_anything(tmp_path: Path) -> None:
    held = names(build("editable", ROOT, tmp_path))
    rest = {name for name in held if ".dist-info/" not in name}
    assert len(rest) == 1
    assert rest.pop().endswith(".pth")


def test_a_wheel_made_from_the_source_archive_holds_the_same(wheel: Path, tmp_path: Path) -> None:
    with tarfile.open(build("sdist", ROOT, tmp_path)) as archive:
        # Not every Python 3.11 has the filters, and later ones want one to be named.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(tmp_path)
    unpacked = tmp_path / f"dossier_reader-{version()}"
    assert (unpacked / "tests").is_dir()
    assert (unpacked / "README.ru.md").is_file()
    assert names(build("wheel", unpacked, tmp_path / "again")) == names(wheel)


def test_a_fuzzy_message_is_not_compiled(tmp_path: Path) -> None:
    source = tmp_path / "ru" / "LC_MESSAGES" / "reader.po"
    source.parent.mkdir(parents=True)
    source.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#, fuzzy\nmsgid "river"\nmsgstr "озеро"\n\nmsgid "hill"\nmsgstr "холм"\n',
        encoding="utf-8",
    )
    target = tmp_path / "reader.mo"
    hatch_build.compile_catalog(source, target)
    with target.open("rb") as file:
        compiled = GNUTranslations(file)
    assert compiled.gettext("hill") == "холм"
    assert compiled.gettext("river") == "river"


def test_a_broken_catalog_stops_the_build_and_is_named(tmp_path: Path) -> None:
    source = tmp_path / "ru" / "LC_MESSAGES" / "reader.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid "hill"\nmsgstr "холм\n', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"reader\.po:2:"):
        hatch_build.compile_catalog(source, tmp_path / "reader.mo")


def version() -> str:
    from reader import __version__

    return __version__
