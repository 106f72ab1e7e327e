"""Which files a folder means that is to be added."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.errors import ReaderError
from reader.library.own import gathering


def test_a_folder_with_too_many_files_is_left_as_soon_as_that_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("The wind blows.")
        (tmp_path / f"below-{number}").mkdir()
    looked_at = []

    def scandir(folder: str) -> object:
        looked_at.append(folder)
        return real(folder)

    real = os.scandir
    monkeypatch.setattr(gathering, "_MOST", 3)
    monkeypatch.setattr(os, "scandir", scandir)
    with pytest.raises(ReaderError, match=r"more than \{most\} files"):
        gathering.gathered(str(tmp_path), "")
    assert looked_at == [str(tmp_path)]
