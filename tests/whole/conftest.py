"""The pseudo-locale in place of Russian, and the Greek dossier."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import storage
from reader.language import interface
from tests.whole import greek, pseudo


@pytest.fixture(scope="session")
def pseudo_locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    locales = tmp_path_factory.mktemp("pseudo") / "locales"
    pseudo.write(locales)
    return locales


@pytest.fixture
def pseudo_locale(pseudo_locales: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Russian is the pseudo-locale; the program's own content stays where it is."""
    resource_dir = storage.resource_dir
    monkeypatch.setattr(
        storage,
        "resource_dir",
        lambda name: pseudo_locales if name == "locales" else resource_dir(name),
    )
    interface.translator.cache_clear()
    interface.set_language(pseudo.SPOKEN)
    yield
    interface.translator.cache_clear()


@pytest.fixture
def greek_dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier's folder, relative to the current one: its path has no letters."""
    greek.dossier(tmp_path)
    monkeypatch.chdir(tmp_path)
    return Path("1")
