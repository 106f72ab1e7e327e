"""The reader's own glossary, edited by hand, and an entry added to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from reader.dossiers import loader, paths, user_glossary
from reader.errors import ReaderError
from reader.language import interface
from reader.model import Entry, EntryKind, Term
from tests.fuzz import mutation, outputs
from tests.fuzz.dossiers import SOUND, STDIN, TOKENS
from tests.fuzz.machine import contents, lay, run
from tests.fuzz.target import Target

OWN = """\
# My own entries
- id: weir
  kind: place
  terms:
    ru: [плотина]
    en: [weir]
  definition: Что держит воду.   # a note

- id: board
  kind: organisation
  terms:
    ru: [Управа, {text: РУ, type: abbreviation, case: exact}]
"""
SEEDS = (
    OWN.encode(),
    "".join(f"  {line}\n" for line in OWN.splitlines()).encode(),
    OWN.replace("\n", "\r\n").encode(),
    OWN.rstrip("\n").encode(),
    b"[{id: weir, kind: place, terms: {en: [weir]}}]\n",
    b"- id: weir\n  kind: place\n  terms: {en: [weir]}\n...\n",
    b"- |\n  text\n",
    b"# nothing yet\n",
    b"",
)
_words = st.one_of(st.sampled_from(("gate", "Шлюз", "Long Lake", "weir", "плотина", "- x: y", "# z", "a\nb", " ", "…", "№ 5")), st.text(max_size=12))  # fmt: skip
_kinds = st.sampled_from(("place", "person", "concept", "document"))
_inputs = st.tuples(
    st.one_of(
        mutation.mutated(SEEDS, TOKENS),
        mutation.misfit(yaml.safe_load(OWN)).map(mutation.as_yaml),
    ),
    st.sampled_from(("gate", "weir", "x-1", "", "../x", "Ж")),
    _kinds,
    st.dictionaries(st.sampled_from(("ru", "en")), _words, min_size=1),
    _words,
)


def _check(value: tuple[bytes, str, EntryKind, dict[str, str], str], folder: Path) -> None:
    data, id, kind, terms, definition = value
    root = folder / "towns"
    lay(root, SOUND)
    path = paths.user_glossary("towns")
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    outputs.sound_json(run("glossary", "--json", "--dossier", root).out.decode())
    run("terms", "-", "--dossier", root, stdin=STDIN)
    assert path.read_bytes() == data, "the reader's own glossary was changed by reading it"

    dossier = loader.load(root)
    known = {entry.id for entry in user_glossary.merged(dossier).entries}
    named = {language: (Term(text),) for language, text in terms.items()}
    entry = Entry(id, kind, named, definition=definition)
    try:
        after = user_glossary.add(dossier, entry)
    except ReaderError as error:
        for problem in error.problems:
            outputs.harmless(interface.describe(problem).encode())
        assert path.read_bytes() == data, "an entry that is refused has changed the file"
    else:
        assert _begins(path.read_bytes(), data), "what stood there is not as it was"
        assert {e.id for e in after.entries} == known | {id}
        found: Any = next(e for e in user_glossary.merged(dossier).entries if e.id == id)
        assert found.kind == kind
        assert set(found.terms) == set(terms)
    left = set(contents(path.parent)) - {path.name, f".{path.name}.lock"}
    assert not left, f"left behind: {left}"


def _begins(now: bytes, before: bytes) -> bool:
    return now.startswith(before)


TARGET = Target("own-glossary", _inputs, _check)
