"""What a screen asks of notes: made, placed in what is shown, changed, undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.articles import recognition
from reader.dossiers import paths
from reader.errors import ReaderError
from reader.library.anchoring import Span
from reader.library.collection import Collection
from reader.library.notes import Notebook
from reader.library.noting import Notes
from reader.undo import Log
from tests.library import building

TEXT = "A mill burned down.\n\nNobody was hurt in it."


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    root = building.folder(tmp_path / "towns", 3)
    collection = Collection(root, [recognition.open_article(TEXT, "mill.txt", [])])
    collection.build()
    return collection


@pytest.fixture
def notes(collection: Collection) -> Notes:
    return Notes(collection)
