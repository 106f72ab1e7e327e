"""The command that keeps the catalogs of a checkout, or of a dossier of one's own."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from reader import cli, storage
from reader.language import catalog_check, catalog_domains, po


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small program and a small dossier, without catalogs."""
    monkeypatch.setattr(storage, "PACKAGE", tmp_path / "reader")
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "a.py").write_text(
        "# Translators: a button\n"
        "label = _('Open {name}')\n"
        "later = N_('Close')\n"
        "days = ngettext('{n} day', '{n} days', n)\n"
        "again = pgettext('menu', 'Open')\n",
        encoding="utf-8",
    )
    dossier = tmp_path / "content" / "sea"
    (dossier / "documents").mkdir(parents=True)
    (dossier / "dossier.yaml").write_text(
        "id: sea\nlanguage: ru\ntitle: Море\ntopics:\n  - {id: fish, label: Рыба}\n",
        encoding="utf-8",
    )
    (dossier / "glossary.yaml").write_text(
        "- {id: cod, kind: concept, terms: {ru: [треска]}, definition: Это рыба.}\n",
        encoding="utf-8",
    )
    (dossier / "documents" / "net.yaml").write_text(
        "language: ru\ntitle: Сеть\ntext:\n  - {id: p1, text: Сеть пуста.}\n", encoding="utf-8"
    )
    return tmp_path


def run(*arguments: str) -> int:
    return cli.main(["catalogs", *arguments])


def test_a_language_is_begun_for_every_domain(checkout: Path) -> None:
    assert run("update", "--add", "az") == 0
    folder = checkout / "locales" / "az" / "LC_MESSAGES"
    assert [m.id for m in po.read(folder / "reader.po").entries()] == [
        "Open {name}",
        "Close",
        ("{n} day", "{n} days"),
        "Open",
    ]
    assert [m.context for m in po.read(folder / "sea.po").entries()] == [
        "dossier/title",
        "dossier/fish",
        "glossary/cod/definition",
        "net/title",
        "net/p1",
    ]


def test_the_language_of_the_messages_gets_no_catalog(checkout: Path) -> None:
    run("update", "--add", "ru", "--add", "en")
    found = {p.relative_to(checkout / "locales").as_posix() for p in checkout.rglob("*.po")}
    assert found == {"ru/LC_MESSAGES/reader.po", "en/LC_MESSAGES/sea.po"}


def test_a_comment_for_translators_is_taken_along(checkout: Path) -> None:
    run("update", "--add", "ru")
    text = (checkout / "locales/ru/LC_MESSAGES/reader.po").read_text(encoding="utf-8")
    assert "#. a button\n#: reader/a.py\n#, python-brace-format\n" in text


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="GNU gettext is not installed")
def test_msgfmt_accepts_what_is_written(checkout: Path) -> None:
    run("update", "--add", "ru", "--add", "en")
    for path in checkout.rglob("*.po"):
        done = subprocess.run(
            ["msgfmt", "--check", "-o", "/dev/null", str(path)], capture_output=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.usefixtures("checkout")
def test_a_second_update_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    run("update", "--add", "ru")
    capsys.readouterr()
    assert run("update") == 0
    assert capsys.readouterr().out == ""


def test_an_unfinished_catalog_is_found_with_file_and_line(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("update", "--add", "en")
    assert run("check") == 2
    first = capsys.readouterr().err.splitlines()[0]
    assert first.startswith(f"{checkout / 'locales/en/LC_MESSAGES/sea.po'}:")
    assert "dossier/title" in first


def test_a_finished_catalog_passes(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("update", "--add", "en")
    path = checkout / "locales/en/LC_MESSAGES/sea.po"
    text = path.read_text(encoding="utf-8")
    head, _, body = text.partition("\n\n")
    path.write_text(f"{head}\n\n" + body.replace('msgstr ""', 'msgstr "Done"'), encoding="utf-8")
    capsys.readouterr()
    assert run("check") == 0
    assert capsys.readouterr().out == f"{path}: complete\n"


def test_a_broken_catalog_is_named_and_nothing_is_written(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("update", "--add", "en")
    path = checkout / "locales/en/LC_MESSAGES/sea.po"
    path.write_text("nonsense\n", encoding="utf-8")
    assert run("update") == 2
    assert capsys.readouterr().err.startswith(f"{path}:1:")
    assert path.read_text(encoding="utf-8") == "nonsense\n"


@pytest.mark.usefixtures("checkout")
def test_the_counts_tell_done_from_fuzzy(capsys: pytest.CaptureFixture[str]) -> None:
    run("update", "--add", "en")
    capsys.readouterr()
    run("stats")
    assert "sea.po: 0 translated, 0 fuzzy, 5 untranslated" in capsys.readouterr().out


def test_a_dossier_of_ones_own_keeps_its_catalogs_itself(checkout: Path) -> None:
    dossier = checkout / "content" / "sea"
    assert run("update", str(dossier), "--add", "en") == 0
    assert (dossier / "locales/en/LC_MESSAGES/sea.po").is_file()
    assert not (checkout / "locales").exists()


def test_a_folder_that_is_no_dossier_is_named(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", str(checkout)) == 2
    assert "dossier.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("action", ["update", "check", "stats"])
@pytest.mark.parametrize("name", ["dossier.yaml", "glossary.yaml", "documents/cod.yaml"])
def test_a_source_that_is_not_utf8_is_named_with_its_line(
    checkout: Path, action: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = checkout / "content" / "sea"
    run("update", str(dossier), "--add", "en")
    capsys.readouterr()
    path = dossier / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"# one\n# \xbe\n")
    code = run(action, str(dossier))
    err = capsys.readouterr().err
    if (action, name) in (("stats", "glossary.yaml"), ("stats", "documents/cod.yaml")):
        assert code == 0  # no source is read for it
    else:
        assert code == 2
        assert err.startswith((f"{path}:2:", f"reader: {path}:2:"))


@pytest.mark.parametrize("id", ["../../../../out", "/out", "a/b", "..", "[*]", "A", "x" * 300])
def test_an_id_leads_no_catalog_out_of_the_dossier(checkout: Path, id: str) -> None:
    dossier = checkout / "content" / "sea"
    target = f"{checkout}{id}" if id == "/out" else id
    head = (dossier / "dossier.yaml").read_text(encoding="utf-8")
    (dossier / "dossier.yaml").write_text(head.replace("id: sea", f'id: "{target}"'))
    before = sorted(checkout.rglob("*"))
    for action in (("update", "--add", "en"), ("check",), ("stats",)):
        run(action[0], str(dossier), *action[1:])
    assert sorted(checkout.rglob("*")) == before


@pytest.mark.parametrize(
    "link", ["locales", "locales/en", "locales/en/LC_MESSAGES/sea.po", "glossary.yaml"]
)
def test_a_link_that_leaves_the_dossier_is_neither_read_nor_written(
    checkout: Path, link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = checkout / "content" / "sea"
    assert run("update", str(dossier), "--add", "en") == 0
    outside = checkout / "outside"
    (dossier / link).rename(outside)
    (dossier / link).symlink_to(outside)
    files = {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()}
    capsys.readouterr()
    assert run("update", str(dossier), "--add", "en") == 2
    assert "leaves the dossier" in capsys.readouterr().err
    assert files == {path: path.read_bytes() for path in checkout.rglob("*") if path.is_file()}


@pytest.mark.parametrize("arguments", [("check", "--add", "en"), ("update", "--add", "../en"), ("sell",)])  # fmt: skip
def test_wrong_usage_writes_nothing(
    checkout: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    run("update", "--add", "en")
    before = sorted(checkout.rglob("*"))
    assert run(*arguments) == 2
    assert capsys.readouterr().err
    assert sorted(checkout.rglob("*")) == before


@pytest.mark.usefixtures("checkout")
def test_where_there_are_no_catalogs_yet_it_is_told_how_to_begin_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("stats") == 0
    assert "--add" in capsys.readouterr().out


def test_the_dossier_can_be_named_by_the_option_of_every_command(checkout: Path) -> None:
    dossier = checkout / "content" / "sea"
    assert run("update", "--dossier", str(dossier), "--add", "en") == 0
    assert (dossier / "locales/en/LC_MESSAGES/sea.po").is_file()


def test_an_installed_program_has_no_sources_to_keep_catalogs_of(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / "pyproject.toml").unlink()
    assert run("update") == 2
    assert str(checkout) in capsys.readouterr().err


def test_the_catalogs_of_this_checkout_are_up_to_date_and_without_fuzzy_messages() -> None:
    for domain in catalog_domains.of_checkout(storage.PACKAGE.parent):
        for path in domain.catalogs():
            counts = catalog_check.count(po.read(path))
            assert (path, counts.fuzzy, counts.untranslated) == (path, 0, 0)
            assert catalog_check.check(po.read(path), catalog_domains.wanted(domain)) == []


@pytest.fixture
def started(checkout: Path) -> Path:
    """The catalog of the small dossier, begun in its own folder."""
    dossier = checkout / "content" / "sea"
    assert run("update", str(dossier), "--add", "en") == 0
    return dossier / "locales" / "en" / "LC_MESSAGES" / "sea.po"


def translate(path: Path, source: str, translation: str) -> None:
    text = path.read_text(encoding="utf-8")
    before = f'msgid "{source}"\nmsgstr ""\n'
    assert before in text
    path.write_text(
        text.replace(before, f'msgid "{source}"\nmsgstr "{translation}"\n'), encoding="utf-8"
    )


def test_a_blank_translation_is_shown_counted_and_named_as_untranslated(
    started: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = started.parents[3]
    translate(started, "Сеть пуста.", "\u00a0\u200b")
    translate(started, "Сеть", "A net")
    capsys.readouterr()
    assert cli.main(["--dossier", str(dossier), "--lang", "en", "show", "net"]) == 0
    out, err = capsys.readouterr()
    assert "A net" in out
    assert "Сеть пуста. [not translated]" in out
    assert err == ""
    for command in (["check", str(dossier)], ["catalogs", "check", str(dossier)]):
        assert cli.main(command) == 2
        assert "The translation of “net/p1” is blank" in capsys.readouterr().err
    assert run("stats", str(dossier)) == 0
    assert "1 translated, 0 fuzzy, 4 untranslated" in capsys.readouterr().out


def test_a_message_that_is_wrong_costs_its_own_translation(
    started: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = started.parents[3]
    translate(started, "Сеть", "A net")
    translate(started, "Сеть пуста.", "The net is \\q empty.")
    place = f"{started}:{started.read_text(encoding='utf-8').count(chr(10))}:1: "
    capsys.readouterr()
    assert cli.main(["--dossier", str(dossier), "--lang", "en", "show", "net"]) == 0
    out, err = capsys.readouterr()
    assert "A net" in out
    assert "Сеть пуста. [not translated]" in out
    assert err.count(place) == 1
    for command in (["check", str(dossier)], ["catalogs", "stats", str(dossier)]):
        assert cli.main(command) == 2
        assert capsys.readouterr().err.count(place) == 1
    before = started.read_bytes()
    assert run("update", str(dossier)) == 2
    assert started.read_bytes() == before


@pytest.mark.parametrize("suffix", [".po", ".mo"])
@pytest.mark.parametrize("kind", ["pipe", "huge"])
def test_a_catalog_that_is_no_file_of_a_limited_size_is_named_at_once(
    started: Path, capsys: pytest.CaptureFixture[str], suffix: str, kind: str
) -> None:
    dossier, path = started.parents[3], started.with_suffix(suffix)
    started.unlink()
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.touch()
        os.truncate(path, 10 * 2**30)
    capsys.readouterr()
    assert cli.main(["--dossier", str(dossier), "--lang", "en", "show", "net"]) == 0
    assert str(path) in capsys.readouterr().err
    assert cli.main(["check", str(dossier)]) == 2
    assert str(path) in capsys.readouterr().err


@pytest.mark.parametrize("rule", ["n%0", "5/(n-1)", "n != !!11"])
def test_a_rule_for_plurals_that_does_not_work_is_named_and_the_rest_is_translated(
    started: Path, capsys: pytest.CaptureFixture[str], rule: str
) -> None:
    dossier = started.parents[3]
    translate(started, "Сеть", "A net")
    text = started.read_text(encoding="utf-8").replace("plural=(n != 1)", f"plural={rule}")
    started.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert cli.main(["--dossier", str(dossier), "--lang", "en", "show", "net"]) == 0
    assert "A net" in capsys.readouterr().out
    assert cli.main(["check", str(dossier)]) == 2
    assert f"{started}:1:1: The header’s Plural-Forms" in capsys.readouterr().err


@pytest.mark.parametrize(
    "head",
    ["id: ../../sea\nlanguage: ru\n", "id: sea\nlanguage: a/b\n", "id: [a]\nlanguage: ru\n",
     "id: &a [b]\nlanguage: *a\n", "[" * 100_000, "id: sea\n", "- sea\n"],
)  # fmt: skip
def test_the_head_of_a_dossier_leads_to_no_other_folder(
    checkout: Path, capsys: pytest.CaptureFixture[str], head: str
) -> None:
    path = checkout / "content" / "sea" / "dossier.yaml"
    path.write_text(head, encoding="utf-8")
    assert run("update", str(path.parent), "--add", "en") == 2
    assert str(path) in capsys.readouterr().err
    assert not list(checkout.rglob("*.po"))


def test_a_language_whose_code_has_a_hyphen_has_a_catalog_all_the_same(checkout: Path) -> None:
    assert run("update", str(checkout / "content" / "sea"), "--add", "pt-BR") == 0
    assert (checkout / "content/sea/locales/pt_BR/LC_MESSAGES/sea.po").is_file()
