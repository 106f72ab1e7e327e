"""The reader's own notes, edited by hand, and a note added to them."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import strategies as st

from reader.dossiers import paths
from tests.fuzz import mutation, outputs
from tests.fuzz.dossiers import SOUND
from tests.fuzz.machine import contents, lay, run
from tests.fuzz.target import Target

NOTES = [
    {
        "id": "a1", "document": "water", "kind": "selection", "text": "Which *law*?\nAsk.",
        "tags": ["law", "вода"], "made": "2024-05-02T10:00:00+04:00", "changed": "", "of": "edition",
        "language": "ru", "paragraph": "p3", "exact": "Закон о канале", "prefix": "Воды хватит всем.\n",
        "suffix": " это допускает.", "start": 0, "end": 14, "elsewhere": 0.1, "shared": [0, 0],
    },
    {"id": "a2", "document": "water", "kind": "claim", "claim": "c1", "text": "So?", "exact": "Мельница"},
    {"id": "a3", "document": "/x/y.txt", "text": "On a file", "fingerprint": "00ff", "exact": "x"},
]  # fmt: skip


def _lines(tree: object) -> bytes:
    notes = tree if isinstance(tree, list) else [tree]
    return b"".join(mutation.as_json(note) + b"\n" for note in notes)


SEEDS = (
    "".join(json.dumps(note, ensure_ascii=False) + "\n" for note in NOTES).encode(),
    b"# mine\r\n\r\n" + _lines(NOTES).replace(b"\n", b"\r\n"),
    _lines(NOTES).rstrip(b"\n"),
    _lines(NOTES).decode().encode("utf-16"),
    b"",
)
TOKENS = (
    b"{",
    b"}",
    b'"',
    b"\\u202e",
    b"\\ud800",
    b"\0",
    b"\n",
    b"[" * 60,
    b"NaN",
    b"1e999",
    b"9" * 40,
)
_inputs = st.tuples(
    st.one_of(mutation.mutated(SEEDS, TOKENS), mutation.misfit(NOTES).map(_lines)),
    st.sampled_from(("text", "markdown", "json", "csl")),
    st.one_of(
        st.sampled_from(("Why?", "\x1b[2J", "<b>*x*</b>\n- y")), st.text(min_size=1, max_size=12)
    ),
)


def _check(value: tuple[bytes, str, str], folder: Path) -> None:
    data, format, text = value
    root = folder / "towns"
    lay(root, SOUND)
    path = paths.notes("towns")
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    _sound(format, run("notes", "--format", format, "--dossier", root).out)
    outputs.sound_page(
        run("summary", "water", "--notes", "--format", "html", "--dossier", root).out.decode()
    )
    assert path.read_bytes() == data, "the notes were changed by reading them"
    before = _known(root)
    added = run("notes", "water", "--at", "p1", f"--add={text}", "--dossier", root)
    if added.code != 0:
        assert path.read_bytes() == data, "a note that is refused has changed the file"
        return
    assert _known(root) == before | {added.out.decode().strip()}, "a note is lost"
    kept = contents(path.parent)
    aside = kept.get("towns.damaged")
    assert aside in (None, data)
    if aside is None:
        assert path.read_bytes().startswith(data), "what stood there is not as it was"
    left = set(kept) - {path.name, f".{path.name}.lock", "towns.damaged"}
    assert not left, f"left behind: {left}"


def _known(root: Path) -> set[str]:
    shape = outputs.sound_json(run("notes", "--format", "json", "--dossier", root).out.decode())
    return {note["id"] for note in shape["notes"]}


def _sound(format: str, out: bytes) -> None:
    if format in ("json", "csl"):
        outputs.sound_json(out.decode())
    elif format == "markdown":
        outputs.sound_markdown(out.decode())


TARGET = Target("own-notes", _inputs, _check)
