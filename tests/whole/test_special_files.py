"""A pipe, a socket, a device or a file without end where a plain file is meant: never waited for."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader import cli, settings, state, storage
from reader.cli import console
from reader.dossiers import paths
from tests.dossiers import factories

HUGE = 20 * 2**30


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # a socket's path is short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(before)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(HUGE)


Make = Callable[[Path], None]
KINDS: dict[str, Make] = {
    "pipe": _pipe,
    "socket": _socket,
    "device": _device,
    "folder": Path.mkdir,
    "huge": _huge,
}


@pytest.fixture(params=list(KINDS))
def put(request: pytest.FixtureRequest) -> Make:
    """Put something that is not a file of a usual size in the place of a file."""

    def replace(path: Path) -> None:
        path.unlink(missing_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        KINDS[request.param](path)

    return replace


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    def stop(*_arguments: object) -> None:
        raise AssertionError("waits for ever")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = factories.dossier(tmp_path)
    factories.catalog(folder, {"glossary/cod/definition": ("Рыба северных морей.", "A fish.")})
    return folder


_CATALOGS = "locales/en/LC_MESSAGES/sea"


@pytest.mark.parametrize(
    "name",
    ["dossier.yaml", "glossary.yaml", "documents/catch.yaml", f"{_CATALOGS}.po", f"{_CATALOGS}.mo"],
)  # fmt: skip
def test_a_file_of_a_dossier(
    put: Make, dossier: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    put(dossier / name)
    for command in (["check"], ["list", "--lang", "en", "--dossier"]):
        assert cli.main([*command, str(dossier)]) in (0, 1, 2)
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    assert Path(name).name in told.out + told.err


def test_the_configuration(put: Make, capsys: pytest.CaptureFixture[str]) -> None:
    put(settings.path())
    assert cli.main(["list"]) == 0
    assert capsys.readouterr().err.count("config.toml") == 1


def test_the_state(
    put: Make, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The language last used counts on a terminal alone.
    monkeypatch.setattr(console, "is_terminal", lambda _stream: True)
    put(state.path())
    assert cli.main(["list"]) == 0
    assert capsys.readouterr().err.count("state.damaged") == 1
    assert not storage.exists(state.path())


def test_the_own_glossary(put: Make, capsys: pytest.CaptureFixture[str]) -> None:
    put(paths.user_glossary("us-azerbaijan"))
    assert cli.main(["glossary", "TRIPP"]) == 0
    assert capsys.readouterr().err.count("us-azerbaijan.yaml") == 1


def test_every_file_of_the_cache(
    put: Make,
    dossier: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    # German has no dates without Babel: they are kept.
    (dossier / "dossier.yaml").write_text(
        (dossier / "dossier.yaml").read_text(encoding="utf-8").replace("language: ru", "language: de"),
        encoding="utf-8",
    )  # fmt: skip
    command = ["--dossier", str(dossier), "glossary", "cod"]
    cli.main(command)
    whole = capsys.readouterr()
    files = [path for path in storage.cache_home().rglob("*") if path.is_file()]
    assert len(files) >= 3
    for file in files:
        put(file)
    assert cli.main(command) == 0
    assert capsys.readouterr() == whole


def test_terms_may_come_from_a_pipe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text, pipe = tmp_path / "text.txt", tmp_path / "glossary.yaml"
    text.write_text("The winds blow.", encoding="utf-8")
    os.mkfifo(pipe)
    for command in ("terms", "annotate"):
        for _again in range(2):  # the second time the terms have been compiled before
            glossary = "- {id: wind, kind: concept, terms: {en: [wind]}}\n"
            writer = threading.Thread(target=pipe.write_text, args=(glossary,), daemon=True)
            writer.start()
            assert cli.main([command, str(text), "--glossary", str(pipe)]) == 0
            writer.join(10)
            assert "wind" in capsys.readouterr().out


def test_one_of_several_glossaries_may_be_a_pipe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, pipe, file = (tmp_path / name for name in ("text.txt", "pipe.yaml", "file.yaml"))
    text.write_text("The winds blow in the sails.", encoding="utf-8")
    file.write_text("- {id: sail, kind: concept, related: [wind], terms: {en: [sail]}}\n")
    os.mkfifo(pipe)
    for command in ("terms", "annotate"):
        for _again in range(2):
            glossary = "- {id: wind, kind: concept, terms: {en: [wind]}}\n"
            writer = threading.Thread(target=pipe.write_text, args=(glossary,), daemon=True)
            writer.start()
            several = ["--glossary", str(file), "--glossary", str(pipe)]
            assert cli.main([command, str(text), *several]) == 0
            writer.join(10)
            told = capsys.readouterr()
            assert "winds" in told.out
            assert "sails" in told.out
            assert told.err == ""


def test_an_article_may_come_from_a_pipe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "article"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("The wind blows.\n",), daemon=True)
    writer.start()
    assert cli.main(["show", str(pipe)]) == 0
    writer.join(10)
    assert "The wind blows." in capsys.readouterr().out


@pytest.mark.parametrize("name", ["/dev/zero", "/", "/proc/self/mem"])
def test_terms_of_what_has_no_end_or_is_not_readable_are_one_error(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "text.txt").write_text("The winds blow.", encoding="utf-8")
    assert cli.main(["terms", str(tmp_path / "text.txt"), "--glossary", name]) == 2
    assert capsys.readouterr().err.count("\n") == 1
