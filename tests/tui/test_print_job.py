"""What the print dialog's workers do, without a screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from textual.message import Message

from reader.articles import recognition
from reader.dossiers import paths
from reader.errors import ReaderError
from reader.launch import LaunchOptions
from reader.library.sources import Files
from reader.printing import formats
from reader.terms import factory
from reader.tui import opening, print_job
from reader.tui.print_job import CancellationToken, Job
from reader.tui.worker_messages import Failed
from tests.printing.samples import document
from tests.tui.opened import indexed


def title() -> str:
    return indexed(paths.builtin()).title("report-charter", "en")


def job() -> Job:
    return Job(("report-charter",), formats.TEXT, "en", text=False)


def test_all_of_a_dossier_without_documents_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("id: empty\nlanguage: en\ntitle: Empty\n")
    collection, nothing = indexed(tmp_path), job()._replace(keys=())
    with pytest.raises(ReaderError, match="no document that could be printed"):
        print_job.preview(collection, nothing, 80)
    with pytest.raises(ReaderError, match="no document that could be printed"):
        print_job.sheets(collection, nothing)


def fails(*_arguments: object) -> None:
    raise ReaderError.at("terms", "They cannot be read.")


@pytest.mark.parametrize("broken", [(factory, "matcher"), (recognition, "Unrecognised")])
def test_a_job_is_written_without_terms_where_these_or_a_file_could_not_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: tuple[ModuleType, str]
) -> None:
    file = tmp_path / "long.txt"
    file.write_text("Long.")
    article = document(id=None, summary=None).document
    collection, posted = indexed(paths.builtin(), [article]), list[Message]()
    monkeypatch.setattr(*broken, fails)
    rest = partial(Files((str(file),), collection.recognise).get, str(file))
    opening.open_everything(LaunchOptions(collection, unread={"file:1": rest}), posted.append)
    assert any(isinstance(message, Failed) for message in posted)
    written = print_job.write(collection, job(), CancellationToken(), lambda _number: None)
    assert title() in str(written)


def test_a_job_that_is_cancelled_before_its_first_document_writes_nothing() -> None:
    collection, token = indexed(paths.builtin()), CancellationToken()
    collection.prepared.set()
    assert token.cancel()
    assert print_job.write(collection, job(), token, lambda _number: None) is None


def test_a_preview_waits_for_no_matcher() -> None:
    blocks = print_job.preview(indexed(paths.builtin()), job(), 60)
    assert title().startswith(blocks[0].text)
