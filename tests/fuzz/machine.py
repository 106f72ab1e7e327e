"""A machine of its own for each input: an empty home, a folder to work in, limits, and commands."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from reader.dossiers import paths
from reader.language import interface
from reader.library import index
from reader.main import main
from tests.fuzz import outputs

SECONDS = 20
"""Within which an input is done with, generously: none is larger than some ten thousand bytes."""

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "LANGUAGE", "NO_COLOR", "COLUMNS", "LINES")  # fmt: skip
_HOMES = {"CONFIG": "config", "DATA": "data", "STATE": "state", "CACHE": "cache"}


class TooSlowError(Exception):
    """An input has taken longer than the limit."""


class Ran(NamedTuple):
    """What a command has written, and its exit code."""

    code: int
    out: bytes
    err: bytes


@contextlib.contextmanager
def machine(cache: Path | None = None) -> Iterator[Path]:
    """Work in an empty folder with an empty home beside it, and leave nothing behind.

    ``cache`` is one that is kept: what is in it can only save time.
    """
    before, environ = Path.cwd(), dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        folder = Path(name) / "work"
        folder.mkdir()
        for variable in _VARIABLES:
            os.environ.pop(variable, None)
        home = Path(name) / "home"
        os.environ["HOME"] = str(home)
        for kind, below in _HOMES.items():
            os.environ[f"XDG_{kind}_HOME"] = str(home / below)
        if cache is not None:
            os.environ["XDG_CACHE_HOME"] = str(cache)
        os.chdir(folder)
        interface.set_language("en")
        try:
            yield folder
        finally:
            os.chdir(before)
            os.environ.clear()
            os.environ.update(environ)
            interface.set_language("en")
            if cache is not None:
                _sweep(cache / "reader")


def _sweep(cache: Path) -> None:
    """Remove what was made of an input's own folder, which nobody asks for again."""
    builtin = index.path_for(paths.builtin()).name
    for path in (cache / "index").glob("*"):
        if path.name != builtin:
            path.unlink(missing_ok=True)


@contextlib.contextmanager
def limited(seconds: float = SECONDS) -> Iterator[None]:
    """Raise :class:`TooSlowError` in what takes longer than ``seconds``."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"not done within {seconds} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def run(*argv: object, stdin: bytes = b"", emphasis: bool = False) -> Ran:
    """Run a command in this process, and hold what it writes and its exit code to the rules."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    sys.stdout = io.TextIOWrapper(out, encoding="utf-8")
    sys.stderr = io.TextIOWrapper(err, encoding="utf-8")
    try:
        code = main([str(word) for word in argv])
        sys.stdout.flush()
        sys.stderr.flush()
        ran = Ran(code, out.getvalue(), err.getvalue())
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        interface.set_language("en")
    assert code in (0, 1, 2), f"exit code {code}: {ran.err!r}"
    outputs.harmless(ran.out, emphasis=emphasis)
    outputs.harmless(ran.err)
    assert code != 2 or ran.err, "exit code 2 without a word"
    return ran


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder with its bytes; a link with where it leads."""
    found = {}
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = os.fsencode(path.readlink())
        elif path.is_file():
            found[name] = path.read_bytes()
    return found


@contextlib.contextmanager
def unchanged(folder: Path, may_change: Callable[[str], bool] = lambda _name: False) -> Iterator[None]:  # fmt: skip
    """Hold that every file which is in the folder is there afterwards, as it was."""
    before = contents(folder)
    yield
    after = contents(folder)
    for name, data in before.items():
        if not may_change(name):
            assert name in after, f"{name} is gone"
            assert after[name] == data, f"{name} was changed"


def lay(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files, by their names in ``folder``."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
