"""Argument lists: words of the command and others, in any order."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import strategies as st

from reader.cli import COMMANDS
from tests.fuzz.dossiers import SOUND
from tests.fuzz.machine import lay, run, unchanged
from tests.fuzz.target import Target
from tests.whole import hostile

OPTIONS = (
    *("--lang", "--lang=ru", "--lang=both", "--lang=", "--dossier", "--dossier=towns", "--json"),
    *("--format", "--format=html", "--help", "-h", "--version", "--", "-", "--nested", "--all"),
    *("--claims", "--claims=c1,,c9", "--no-text", "--text", "--output", "-o", "-oout.txt"),
    *("--glossary", "--add", "--add=de", "--add=../x", "--for", "--fo", "-jx", "---"),
)
WORDS = (
    *("ru", "en", "both", "de", "zz", "text", "md", "html", "json", "ansi", "pdf", "xml"),
    *("towns", "water", "more", "a.txt", "bytes.txt", "folder", "none.txt", "none", "glossary.yaml"),
    *("new.txt", "new.html", "new.json", "none/new.txt", "folder/new.md", "a.txt/new.txt", "x.docx"),
    *("update", "check", "stats", "c1", "c1,c9", "p1", "озера", "Длинное озеро", "long-lake", "TRIPP"),
    *("", " ", "..", "/", "/dev/null", "~", "*", "%s", "{}", "a\nb", "-x", "--x=y", "а" * 300, "x" * 5000),
)  # fmt: skip
NAMES = tuple(text.replace("\0", "")[:200] for text in (*hostile.STEERING, *hostile.MARKUP))
ODD = ("a\0b", os.fsdecode(b"\xff\xfe"), os.fsdecode(b"\xd0.txt"))
_word = st.one_of(
    st.sampled_from(tuple(COMMANDS)),
    st.sampled_from(OPTIONS),
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from((*NAMES, *ODD)),
    st.text(max_size=8).filter(lambda text: "\0" not in text),
)
_inputs = st.tuples(
    st.lists(_word, max_size=3),
    st.sampled_from((*COMMANDS, "water", "")),
    st.lists(_word, max_size=5),
    st.sampled_from((b"", "Длинное озеро и закон о канале.\n".encode(), b"\xff", b"\0", b" \n")),
)


def _check(value: tuple[list[str], str, list[str], bytes], folder: Path) -> None:
    before, command, after, stdin = value
    argv = [*before, *([command] if command else []), *after]
    lay(folder / "towns", SOUND)
    lay(
        folder,
        {
            "a.txt": "Длинное озеро\n".encode(),
            "bytes.txt": bytes(range(256)),
            "folder/x": b"x",
            "glossary.yaml": SOUND["glossary.yaml"],
        },
    )
    # Without a folder it would be the checkout's own catalogs.
    if "catalogs" in argv and "update" in argv:
        argv = [word for word in argv if word != "update"]
    with unchanged(folder):
        run(*argv, stdin=stdin, emphasis="ansi" in argv or "--format=ansi" in argv)


TARGET = Target("arguments", _inputs, _check, share=1.5)
