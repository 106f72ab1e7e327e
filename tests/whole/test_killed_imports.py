"""An import that is killed at any moment loses nothing, and the next one completes it.

``READER_KILLS=50 python -m pytest tests/whole/test_killed_imports.py`` kills fifty.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench import corpus
from reader import storage
from reader.dossiers import own_article, own_places
from reader.library.own.shelf import OwnArticles

KILLS = int(os.environ.get("READER_KILLS", "2"))
ARTICLES = 300
"""So many are written in two batches."""
SEED = 14


def start(folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "reader", "add", str(folder), "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True)


def killed(folder: Path, after: float) -> bool:
    """Start an import and kill it; false where it had ended before."""
    process = start(folder)
    time.sleep(after)
    has_ended = process.poll() is not None
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return not has_ended


def shown() -> list[str]:
    """The titles of the library, opened as the screen and the shell open it."""
    trusting = OwnArticles()
    trusting.rows("en", 0, len(trusting))
    own = OwnArticles(trusting=False)
    rows = own.rows("en", 0, len(own))
    for row in rows:
        assert own.document(row.key) is not None
    return [row.title for row in rows]


def test_an_import_that_is_killed_loses_nothing_and_is_completed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = tmp_path / "articles"
    corpus.write(folder, ARTICLES)
    chance = random.Random(SEED)
    seconds, kills, begun = 3.0, 0, 0
    """About as long as an import takes, which the machine tells."""
    for number in range(KILLS):
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / f"data{number}"))
        kills += killed(folder, chance.uniform(0.2, seconds))
        files = dict(own_places.listed(own_places.articles()))
        for name in files:
            article, problems = own_article.read(own_places.articles() / name, "own:x")
            assert article is not None, problems
        begun += bool(files)
        titles = shown()
        assert len(titles) == len(files) == len(set(titles))
        began = time.monotonic()
        process = start(folder)
        process.communicate()
        seconds = max(seconds, time.monotonic() - began)
        assert process.returncode == 0
        titles = shown()
        assert len(titles) == len(set(titles)) == ARTICLES
        assert not list(storage.data_home().rglob(".reader-*.tmp"))
    print(f"{kills} of {KILLS} imports were killed before their end, {begun} of them among files")
