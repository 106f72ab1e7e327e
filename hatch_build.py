"""The build hook: what a wheel holds besides the Python package.

A wheel carries content, compiled catalogs and an index of each dossier inside the package
(``reader/data``), so that an installed program needs neither a checkout nor a compiler, and shows
a dossier at its first start as quickly as at any other. An editable install finds ``content/`` and
``locales/`` at the root, where copies would be dead from the first edit on; it gets the indexes
alone, which are not used once the files that they were made of have changed.

Beside the package it carries manual pages and completions, for the ``share`` of where it is installed.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "reader/data"
FOLDERS = ("content", "locales")
LEFT_OUT = {".po", ".pot", ".mo", ".tmp", ".bak", ".swp"}
"""Catalogs go in compiled, and only as this build has compiled them."""


class WheelDataHook(BuildHookInterface[Any]):
    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        # The program's own modules are used: they refuse what Babel reads without a word.
        sys.path.insert(0, self.root)
        if version == "editable":
            write_indexes(root / "content", root / DATA / "index")
            return
        # Removed in finalize; should the build fail before, when the object goes.
        self.staged = tempfile.TemporaryDirectory(prefix="reader-data-")
        data = Path(self.staged.name) / "data"
        for folder in FOLDERS:
            for path in _files(root / folder):
                target = data / path.relative_to(root)
                target.parent.mkdir(parents=True, exist_ok=True)
                if path.suffix == ".po":
                    compile_catalog(path, target.with_suffix(".mo"))
                elif path.suffix not in LEFT_OUT:
                    shutil.copyfile(path, target)
        write_indexes(data / "content", data / "index", package=data.parent)
        included: dict[str, str] = build_data["force_include"]
        for path in _files(data):
            included[str(path)] = f"{DATA}/{path.relative_to(data).as_posix()}"
        share = Path(self.staged.name) / "share"
        write_shared(share)
        shared: dict[str, str] = build_data["shared_data"]
        for path in _files(share):
            shared[str(path)] = f"share/{path.relative_to(share).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.staged.cleanup()


def _files(folder: Path) -> Iterator[Path]:
    """Return the files under ``folder``, sorted, without hidden ones and backups."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(p.startswith(".") or p.endswith("~") for p in parts):
            yield path


COMPLETIONS = {
    "bash": "bash-completion/completions/reader",
    "zsh": "zsh/site-functions/_reader",
    "fish": "fish/vendor_completions.d/reader.fish",
}
"""Where each shell looks for completions, in ``share``."""


def write_shared(share: Path) -> None:
    """Write the manual in every language, and the completions, into the folder ``share``."""
    from reader.cli import completions, manual
    from reader.language import interface, locales, messages

    texts = {COMPLETIONS[shell]: completions.script(shell) for shell in completions.SHELLS}
    before = messages.language()
    for language in locales.languages():
        interface.set_language(language)
        folder = "man" if language == "en" else f"man/{language}"
        texts[f"{folder}/man1/reader.1"] = manual.page()
    interface.set_language(before)
    for name, text in texts.items():
        path = share / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def compile_catalog(source: Path, target: Path) -> None:
    """Compile a PO file to a MO file. Fuzzy messages are left out: they are not translations yet.

    Raises ``SystemExit`` with the file, the line and the fault where it is not a valid catalog: a
    wheel without half of its language must not be built.
    """
    from reader.errors import ReaderError
    from reader.language import po
    from reader.language.interface import describe

    try:
        compiled = po.compile(po.read_whole(source))
    except ReaderError as error:
        raise SystemExit("\n".join(map(describe, error.problems))) from error
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(compiled)


def write_indexes(content: Path, target: Path, package: Path | None = None) -> None:
    """Write the index of each dossier in ``content`` into the folder ``target``.

    ``package`` is the folder whose ``data`` the files will be installed as. A Python whose SQLite
    cannot make an index builds without: the program makes its own at the first start. One without
    the dictionary builds it without verdicts, which the program then finds itself.
    """
    import contextlib
    import sqlite3

    from reader import storage
    from reader.library import freezing, indexing

    before = storage.PACKAGE
    storage.PACKAGE = package or before
    try:
        for head in sorted(content.glob("*/dossier.yaml")):
            path = target / f"{head.parent.name}.sqlite"
            try:
                indexing.build_frozen(head.parent, path)
                with contextlib.suppress(ImportError):
                    freezing.add_verdicts(head.parent, path)
            except sqlite3.Error:
                path.unlink(missing_ok=True)
    finally:
        storage.PACKAGE = before
