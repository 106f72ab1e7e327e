"""A dossier to be indexed, and a cache of its own for each test."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.dossiers import factories


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return factories.dossier(tmp_path)
