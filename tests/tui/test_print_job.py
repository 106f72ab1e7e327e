"""What the print dialog's workers do, without a screen."""

from __future__ import annotations

import subprocess
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from textual.message import Message

from reader.articles import recognition
from reader.briefings.building import build
from reader.briefings.tree import Briefing
from reader.dossiers import paths
from reader.errors import ReaderError
from reader.launch import LaunchOptions
from reader.library.sources import Files
from reader.printing import formats, pdf, signs
from reader.terms import factory
from reader.tui import opening, print_job
from reader.tui.print_job import CancellationToken, Job
from reader.tui.worker_messages import Failed
from tests.printing.samples import document, dossier
from tests.tui.opened import indexed


def title() -> str:
    return indexed(paths.builtin()).title("report-charter", "en")


def job() -> Job:
    return Job(("report-charter",), formats.TEXT, "en", text=False)


def test_all_of_a_dossier_without_documents_is_a_message(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text("id: empty\nlanguage: en\ntitle: Empty\n")
    collection, nothing = indexed(tmp_path), job()._replace(keys=())
    with pytest.raises(ReaderError, match="no article that could be printed"):
        print_job.preview(collection, nothing, 80)
    with pytest.raises(ReaderError, match="no article that could be printed"):
        print_job.sheets(collection, nothing)


def fails(*_arguments: object, **_named: object) -> None:
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
    assert any(title().startswith(block.text) for block in blocks if block.text)


@pytest.mark.skipif(not pdf.available(), reason="needs the extra pdf (typst)")
def test_a_pdf_that_is_cancelled_while_it_is_set_in_type_is_not_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    collection, token = indexed(paths.builtin()), CancellationToken()
    opening.open_everything(LaunchOptions(collection), lambda _message: None)
    started: list[subprocess.Popen[bytes]] = []

    def endless(*_arguments: str, **streams: Any) -> subprocess.Popen[bytes]:
        assert token.cancel()
        process = subprocess.Popen(["/bin/sleep", "60"], stdout=subprocess.PIPE, **streams)
        started.append(process)
        return process

    monkeypatch.setattr(pdf, "run_module", endless)
    of_pdf = job()._replace(format=formats.by_name("pdf"))
    assert print_job.write(collection, of_pdf, token, lambda _number: None) is None
    assert started[0].returncode is not None


@pytest.mark.skipif(not pdf.available(), reason="needs the extra pdf (typst)")
def test_what_a_pdf_leaves_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    collection, said = indexed(paths.builtin()), list[str]()
    opening.open_everything(LaunchOptions(collection), lambda _message: None)
    monkeypatch.setattr(signs, "MOST_MARKS", 0)
    monkeypatch.setattr(print_job, "sheets", lambda *_: [(_marked(),)])
    of_pdf = job()._replace(format=formats.by_name("pdf"))
    written = print_job.write(collection, of_pdf, CancellationToken(), lambda _: None, said.append)
    assert isinstance(written, bytes)
    assert len(said) == 1
    assert "marks" in said[0]


def _marked() -> Briefing:
    article = document(title="q\u0301\u0302")
    return build(dossier(article), article)
