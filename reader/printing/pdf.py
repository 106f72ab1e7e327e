"""A briefing as PDF: tagged (PDF/UA-1), bookmarked, the same for the same input.

Typst typesets it from data: the template beside this module is the only source that it
compiles, and the briefing goes there as JSON. No character of a text is ever markup. It runs in
a process of its own (``typesetter.py``), which has a time limit and can be stopped.
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, Any

from reader.briefings.bilingual import Sheet
from reader.errors import ReaderError
from reader.language.interface import translator
from reader.language.messages import N_
from reader.library.builder import run_module
from reader.model import Problem
from reader.printing import signs, typesetter
from reader.printing.pdf_page import Page
from reader.printing.watch import UNWATCHED, Watch

MISSING = N_("PDF needs the package “typst”. To install it: {install}")
FAILED = N_("This cannot be typeset as PDF: {reason}. Choose another format.")
TOO_LONG = N_(
    "Typesetting took more than {seconds} seconds and was stopped. Print fewer "
    "articles at once, or choose another format."
)
MARKS = N_("‹combining marks left out: {n}›")
MARKS_LEFT_OUT = N_(
    "There are more than {most} combining marks on one letter: {n} were left out of "
    "the PDF, which says so in each place. Other formats have them all."
)
SECONDS = 60
"""Seconds that a short briefing may take. It takes one."""
BYTES_A_SECOND = 50_000
"""Bytes for which a long one may take a second more."""
_BEAT = 0.05
"""Seconds after which who waits looks whether it is still to wait."""


def available() -> bool:
    """Tell whether the extra ``pdf`` is installed, without importing it."""
    from importlib.util import find_spec

    try:
        return find_spec("typst") is not None
    except (ImportError, ValueError):  # a module that was blocked
        return False


def write(sheets: Sequence[Sheet], watch: Watch = UNWATCHED) -> bytes:
    """Typeset all documents, each from a new page, then one glossary, as PDF bytes.

    Raises :class:`ReaderError` where the extra ``pdf`` is not installed, and where it cannot be
    done or takes too long; whatever ``watch`` raises where it is not wanted any more.
    """
    if not available():
        from reader import extras

        raise ReaderError.at("PDF", MISSING, install=extras.how_to_install("pdf"))
    return _typeset(_with_few_marks(Page(sheets).data(), watch), watch)


def _with_few_marks(data: dict[str, Any], watch: Watch) -> dict[str, Any]:
    note = translator(data["lang"])(MARKS)
    left_out = 0

    def cut(text: str) -> str:
        nonlocal left_out
        text, n = signs.with_few_marks(text, note)
        left_out += n
        return text

    cut_data: dict[str, Any] = typesetter.changed(data, cut)
    if left_out:
        watch.say(
            Problem(
                "PDF", 0, 0, MARKS_LEFT_OUT, {"most": str(signs.MOST_MARKS), "n": str(left_out)}
            )
        )
    return cut_data


def _typeset(data: dict[str, Any], watch: Watch) -> bytes:
    """Have the process set the data in type, for as long as somebody waits for it."""
    sent = json.dumps(data, ensure_ascii=False).encode("utf-8", "backslashreplace")
    seconds = SECONDS + len(sent) // BYTES_A_SECOND
    try:
        process = run_module(
            "reader.printing.typesetter",
            str(seconds + 5),  # should nobody be left to stop it
            str(os.getpid()),
            stdin=subprocess.PIPE,
        )
    except OSError as error:
        raise ReaderError.at("PDF", FAILED, reason=error.strerror or str(error)) from error
    with process:
        try:
            made = _made_by(process, sent, time.monotonic() + seconds, watch)
        finally:
            process.kill()
    if made is None:
        raise ReaderError.at("PDF", TOO_LONG, seconds=str(seconds))
    if process.returncode == 0:
        return made
    reason = made.decode("utf-8", "replace") if process.returncode == 1 else ""
    raise ReaderError.at("PDF", FAILED, reason=reason.strip() or f"typst: {process.returncode}")


def _made_by(
    process: subprocess.Popen[bytes], sent: bytes, until: float, watch: Watch
) -> bytes | None:
    """Return what the process writes; ``None`` where it takes too long."""
    feeding = threading.Thread(target=_feed, args=(process.stdin, sent), daemon=True)
    process.stdin = None  # what is large can't be sent by calls that each wait for a moment
    feeding.start()
    while True:
        try:
            return process.communicate(timeout=_BEAT)[0]
        except subprocess.TimeoutExpired:
            watch.go_on()
            if time.monotonic() > until:
                return None


def _feed(stdin: IO[bytes], sent: bytes) -> None:
    with suppress(OSError), stdin:  # it may have ended, and then says why
        stdin.write(sent)
