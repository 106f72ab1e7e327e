"""The build hook: what a wheel holds besides the Python package.

A wheel carries content and catalogs inside the package (``reader/data``), the catalogs
compiled, so that an installed program needs neither a checkout nor a compiler. An
editable install carries nothing: there the program finds ``content/`` and ``locales/`` at
the root, and a copy in site-packages would be dead from the first edit on.
"""

from __future__ import annotations

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
        if version == "editable":
            return
        # Removed in finalize; should the build fail before, when the object goes.
        self.compiled = tempfile.TemporaryDirectory(prefix="reader-catalogs-")
        root = Path(self.root)
        # The program's own compiler is used: it refuses what Babel reads without a word.
        sys.path.insert(0, self.root)
        included: dict[str, str] = build_data["force_include"]
        for folder in FOLDERS:
            for path in _files(root / folder):
                place = path.relative_to(root)
                if path.suffix == ".po":
                    place = place.with_suffix(".mo")
                    binary = Path(self.compiled.name) / place
                    compile_catalog(path, binary)
                    included[str(binary)] = f"{DATA}/{place.as_posix()}"
                elif path.suffix not in LEFT_OUT:
                    included[str(path)] = f"{DATA}/{place.as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.compiled.cleanup()


def _files(folder: Path) -> Iterator[Path]:
    """Return the files under ``folder``, sorted, without hidden ones and backups."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(p.startswith(".") or p.endswith("~") for p in parts):
            yield path


def compile_catalog(source: Path, target: Path) -> None:
    """Compile a PO file to a MO file. Fuzzy messages are left out: they are no translations yet.

    Raises ``SystemExit`` with the file, the line and the fault where it is no valid catalog: a
    wheel without half of its language must not be built.
    """
    from reader.errors import ReaderError
    from reader.language import po
    from reader.language.interface import describe

    try:
        compiled = po.compile(po.read(source))
    except ReaderError as error:
        raise SystemExit("\n".join(map(describe, error.problems))) from error
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(compiled)
