"""Every other cache with damaged bytes: the same answers, only later."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from hypothesis import strategies as st

from reader.language import dates
from tests.fuzz import mutation
from tests.fuzz.dossiers import CATALOG, SOUND, STDIN
from tests.fuzz.machine import Ran, lay, run, unchanged
from tests.fuzz.target import Target

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("terms", "-", "--json"),
    ("glossary", "озером"),
    ("summary", "more", "--format", "md"),
    ("list",),
)
FILES = {
    **SOUND,
    # A language whose dates come from Babel, and a catalog that is not plain: both are cached.
    "dossier.yaml": SOUND["dossier.yaml"].replace(b"language: ru", b"language: de"),
    CATALOG: b"# \r\n" + SOUND[CATALOG].replace(b"\n", b"\r\n"),
}
_inputs = st.tuples(
    st.integers(0, 7),
    st.lists(
        st.builds(
            mutation.Change,
            st.sampled_from(mutation.KINDS),
            st.integers(0, 1000),
            st.integers(0, 40),
            st.one_of(st.binary(max_size=6), st.sampled_from(mutation.GENERAL)),
            st.integers(1, 3),
        ),
        min_size=1,
        max_size=4,
    ).map(lambda changes: [tuple(change) for change in changes]),
    st.sampled_from(COMMANDS),
)
"""Which file of the cache, what is changed in it, and which command is asked."""


def _asked(command: tuple[str, ...], root: Path) -> Ran:
    # As in a process of its own: nothing is remembered but what lies in the cache.
    dates._from_cache.cache_clear()
    ran = run(*command, "--dossier", root, "--lang", "en", stdin=STDIN)
    dates.keep()
    return ran


def _check(
    value: tuple[int, list[tuple[str, int, int, bytes, int]], tuple[str, ...]], folder: Path
) -> None:
    which, changes, command = value
    home = folder.parent / "cache"
    os.environ["XDG_CACHE_HOME"] = str(home)
    root = folder / "towns"
    lay(root, FILES)
    expected = _asked(command, root)
    files = sorted(path for path in home.rglob("*") if path.is_file() and path.suffix != ".sqlite")
    if not files:
        return
    path = files[which % len(files)]
    path.write_bytes(mutation.changed(path.read_bytes(), [mutation.Change(*c) for c in changes]))
    shutil.rmtree(home / "reader" / "index", ignore_errors=True)  # so that the others are asked
    with unchanged(folder):
        first = _asked(command, root)
        second = _asked(command, root)
    assert first == expected
    assert second == expected


TARGET = Target("caches", _inputs, _check, examples=12)
