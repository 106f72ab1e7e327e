"""The command that adds an extra, wherever the program is installed."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from reader import extras


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment of its own, whose Python is at a path with a space."""
    folder = tmp_path / "my tools" / "dossier-reader"
    folder.mkdir(parents=True)
    monkeypatch.setattr("sys.prefix", str(folder))
    monkeypatch.setattr("sys.executable", str(folder / "bin" / "python"))
    return folder


def test_under_pip_it_is_pip_of_this_python(environment: Path) -> None:
    (environment / "pyvenv.cfg").write_text("home = /usr/bin\nversion = 3.11\n")
    command = shlex.split(extras.how_to_install("pdf"))
    assert command[:4] == [str(environment / "bin" / "python"), "-m", "pip", "install"]
    assert [word.startswith("typst") for word in command[4:]] == [True]


def test_under_pipx_it_is_injected_into_its_environment(environment: Path) -> None:
    (environment / "pipx_metadata.json").write_text("{}")
    command = shlex.split(extras.how_to_install("uk"))
    assert command[:3] == ["pipx", "inject", "dossier-reader"]
    assert [word.startswith("pymorphy3-dicts-uk") for word in command[3:]] == [True]


@pytest.mark.parametrize(
    ("name", "content"),
    [("uv-receipt.toml", "[tool]\n"), ("pyvenv.cfg", "home = /usr/bin\nuv = 0.9.1\n")],
)
def test_under_uv_it_is_pip_of_uv(environment: Path, name: str, content: str) -> None:
    (environment / name).write_text(content)
    command = shlex.split(extras.how_to_install("pdf"))
    assert command[:5] == ["uv", "pip", "install", "--python", str(environment / "bin" / "python")]


def test_a_version_that_the_program_works_with_is_asked_for() -> None:
    assert "'typst<0.16,>=0.14.9'" in extras.how_to_install("pdf")


def test_without_metadata_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "DISTRIBUTION", "not-installed")
    assert extras.how_to_install("pdf").endswith("'not-installed[pdf]'")
