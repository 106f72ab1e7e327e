"""A real CUPS: Debian's scheduler on a socket of its own, with a queue that keeps what it gets."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.briefings.tree import build as briefing
from reader.errors import ReaderError
from reader.language.interface import describe
from reader.printing import destinations
from reader.printing import pdf as pdf_writer
from tests.printing.samples import Words, document, dossier

CUPSD = shutil.which("cupsd") or shutil.which("cupsd", path="/usr/sbin:/sbin")
CLIENTS = all(map(shutil.which, ("lp", "lpstat")))

pytestmark = pytest.mark.skipif(
    not (CUPSD and CLIENTS),
    reason="needs CUPS: the scheduler (cupsd) and its clients (lp, lpstat)",
)

SCHEDULER = """\
LogLevel warn
MaxLogSize 0
Listen {folder}/socket
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
FILES = """\
ServerRoot {folder}/root
ServerBin {folder}/bin
DataDir {folder}/data
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool
ErrorLog {folder}/error_log
AccessLog {folder}/access_log
PageLog {folder}/page_log
Sandboxing relaxed
"""
PRINTERS = """\
<DefaultPrinter Office>
DeviceURI capture:{folder}/jobs
State Idle
Accepting Yes
Shared No
</DefaultPrinter>
<Printer Hall>
DeviceURI capture:{folder}/jobs
State Idle
Accepting No
Shared No
</Printer>
"""
RAW = "application/octet-stream application/vnd.cups-raw 0 -\n"
BACKEND = """\
#!/bin/sh
# Without arguments, CUPS asks what devices there are. Then: job, user, title, copies, options, file.
[ $# -eq 0 ] && exit 0
folder="${DEVICE_URI#capture:}"
printf '%s' "$3" > "$folder/$1.title"
cat ${6:+"$6"} > "$folder/$1.part" && mv "$folder/$1.part" "$folder/$1"
"""


class Cups:
    """A scheduler of our own. Its folder has a short name: a socket's path may not be long."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.chmod(0o755)
        for name in ("root", "spool", "cache", "state", "jobs", "bin/backend", "data/mime"):
            (folder / name).mkdir(parents=True)
        (folder / "jobs").chmod(0o777)  # a backend may run as another user
        (folder / "bin" / "daemon").symlink_to("/usr/lib/cups/daemon")
        (folder / "data" / "mime" / "mime.types").symlink_to("/usr/share/cups/mime/mime.types")
        backend = folder / "bin" / "backend" / "capture"
        backend.write_text(BACKEND)
        backend.chmod(0o755)
        for path, text in (
            ("cupsd.conf", SCHEDULER),
            ("cups-files.conf", FILES),
            ("root/printers.conf", PRINTERS),
            ("data/mime/mime.convs", RAW),
        ):
            (folder / path).write_text(text.format(folder=folder))
        assert CUPSD is not None
        self.process = subprocess.Popen(
            [CUPSD, "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _wait_for(folder / "socket", folder / "error_log")

    def job(self, name: str) -> bytes:
        """What the queue received under the name of that job."""
        path = self.folder / "jobs" / name.rpartition("-")[2]
        _wait_for(path, self.folder / "error_log")
        return path.read_bytes()

    def title(self, name: str) -> str:
        return (self.folder / "jobs" / f"{name.rpartition('-')[2]}.title").read_text()

    def jobs(self) -> int:
        return len(list((self.folder / "jobs").glob("*.title")))

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def _wait_for(path: Path, log: Path) -> None:
    for _ in range(500):
        if path.exists():
            return
        time.sleep(0.02)
    said = log.read_text(errors="replace") if log.exists() else "no log"
    pytest.fail(f"{path.name} did not appear: {said[-2000:]}")


def started() -> Iterator[Cups]:
    with tempfile.TemporaryDirectory(prefix="cups-", ignore_cleanup_errors=True) as folder:
        cups = Cups(Path(folder))
        try:
            yield cups
        finally:
            if cups.process.poll() is None:
                cups.stop()


@pytest.fixture(scope="module")
def shared() -> Iterator[Cups]:
    yield from started()


@pytest.fixture
def cups(shared: Cups, monkeypatch: pytest.MonkeyPatch) -> Cups:
    monkeypatch.setenv("CUPS_SERVER", str(shared.folder / "socket"))
    return shared


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A scheduler that ran and does so no more."""
    for cups in started():
        monkeypatch.setenv("CUPS_SERVER", str(cups.folder / "socket"))
        cups.stop()


def one_line(error: pytest.ExceptionInfo[ReaderError]) -> str:
    assert len(error.value.problems) == 1
    said = describe(error.value.problems[0])
    assert "\n" not in said
    return said


def test_the_queues_are_listed_the_default_first(cups: Cups) -> None:
    assert cups.process.poll() is None
    assert destinations.printers() == ["Office", "Hall"]


def test_text_arrives_byte_for_byte_under_its_title(cups: Cups) -> None:
    text = "«Хартия» № 1 — ə, ş\n\tкак есть\x0c" + "щ" * 3000
    job = destinations.to_printer(None, text, title="Вода для мельницы; $(date)")
    assert cups.job(job) == text.encode()
    assert cups.title(job) == "Вода для мельницы; $(date)"


def test_bytes_arrive_as_they_are(cups: Cups) -> None:
    data = bytes(range(256)) * 500
    job = destinations.to_printer("Office", data)
    assert job.startswith("Office-")
    assert cups.job(job) == data


@pytest.mark.skipif(not pdf_writer.available(), reason="needs the extra pdf (typst)")
def test_a_briefing_arrives_as_the_pdf_that_was_made(cups: Cups) -> None:
    made = pdf_writer.write([(briefing(dossier(), document(), Words()),)])
    assert cups.job(destinations.to_printer(None, made)) == made


def test_an_unknown_printer_is_one_line_that_names_the_others(cups: Cups) -> None:
    before = cups.jobs()
    with pytest.raises(ReaderError) as error:
        destinations.to_printer("Attic", "x")
    assert "There is no printer “Attic”. There are: Office, Hall." in one_line(error)
    assert cups.jobs() == before


def test_a_queue_that_takes_no_jobs_says_so_in_its_own_words(cups: Cups) -> None:
    before = cups.jobs()
    with pytest.raises(ReaderError) as error:
        destinations.to_printer("Hall", "x")
    assert "not accepting jobs" in one_line(error)
    assert cups.jobs() == before


@pytest.mark.usefixtures("stopped")
def test_a_stopped_scheduler_is_one_line() -> None:
    for printer in (None, "Office"):
        with pytest.raises(ReaderError) as error:
            destinations.to_printer(printer, "x")
        assert "not running" in one_line(error)


@pytest.mark.usefixtures("cups")
def test_no_lp_at_all_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    with pytest.raises(ReaderError) as error:
        destinations.to_printer(None, "x")
    assert "no “lp”" in one_line(error)
