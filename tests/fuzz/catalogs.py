"""Catalogs of a dossier: PO as translators' tools write it, and compiled ones from anywhere."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import strategies as st

from reader.errors import ReaderError
from reader.language import po
from tests.fuzz import mutation
from tests.fuzz.dossiers import CATALOG, SOUND
from tests.fuzz.machine import lay, run, unchanged
from tests.fuzz.target import Target
from tests.fuzz.texts import sound_output

FULL = """\
# A translator's note
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: towns\\n"
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

#. A note
#: documents/water.yaml:3 documents/water.yaml:4
#, python-brace-format
msgctxt "water/title"
msgid "Вода для мельницы"
msgstr "Water for the {mill}"

#, fuzzy
#| msgctxt "water/p1"
#| msgid "Мельнице дадут воду."
msgctxt "water/p1"
msgid "Мельнице дадут воду из Длинного озера."
msgstr ""
"The mill will be given water\\n"
"\\tfrom \\"Long Lake\\" \\\\ ."

msgctxt "water/p2"
msgid "Воды хватит всем."
msgstr "   "

msgid "{n} document"
msgid_plural "{n} documents"
msgstr[0] "{n} x"
msgstr[1] "{n} xs"

#~| msgid "older"
#~ msgctxt "water/gist"
#~ msgid "old"
#~ msgstr "gone"

#, fuzzy
#~ msgid "vague"
#~ msgstr "gone, too"
"""
SEEDS = (SOUND[CATALOG], FULL.encode(), FULL.replace("\n", "\r\n").encode())
TOKENS = tuple(
    token.encode()
    for token in (
        *('msgid "x"\n', 'msgstr "y"\n', 'msgctxt "z"\n', 'msgid_plural "w"\n', 'msgstr[0] "v"\n'),
        *('msgstr[9] "v"\n', 'msgid\t"x"\n', 'msgid"x"\n', '"more"\n', '"', '\\"', "\\", "\\x41"),
        *("\\101", "\\e", "\\0", "\\u0041", "#~ ", "#| ", "#~| ", "#, fuzzy\n", "#. ", "#: a b:3\n"),
        *("#, fuzzy, c-format\n", "# ", "domain x\n", "\x04", "fuzzy", "charset=KOI8-R", "charset="),
        *("nplurals=0; ", "nplurals=99; ", "plural=n%0;", "plural=5/(n-1);", "plural=n != !!11;"),
        *("plural=" + "(" * 60 + "n" + ")" * 60 + ";", "plural=n**9;", "plural=n?n:n;", "plural=;"),
        *("plural=__import__('os');", "Plural-Forms: ", "Language: zz\\n", "Content-Type: x\\n"),
        *("PO-Revision-Date: 9999-99-99 99:99+9999\\n", "POT-Creation-Date: x\\n", "{mill}", "{", "{}"),
        *('msgid ""\nmsgstr "x: y\\n"\n', "\u2028", "\x85", "\x0b", "\ufeff"),
    )
)  # fmt: skip


def _compiled(text: bytes) -> bytes:
    out = io.BytesIO()
    write_mo(out, read_po(io.BytesIO(text), "en", abort_invalid=True))
    return out.getvalue()


COMPILED = _compiled(SOUND[CATALOG])


def _compiled_or(text: bytes) -> bytes:
    """The compiled catalog; the sound one where Babel doesn't take the text."""
    try:
        return _compiled(text)
    except Exception:  # whatever it is, it is Babel's
        return COMPILED


NUMBERS = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\x1c\x00\x00\x00")  # fmt: skip
# Changes to the text before it is compiled keep what is compiled whole.
_source = mutation.mutated([SOUND[CATALOG]], TOKENS, most=2)
_inputs = st.tuples(
    st.one_of(
        st.tuples(st.just("po"), mutation.mutated(SEEDS, TOKENS)),
        st.tuples(st.just("mo"), mutation.mutated([COMPILED], NUMBERS)),
        st.tuples(st.just("mo"), _source.map(_compiled_or)),
    ),
    st.sampled_from(
        (
            ("summary", "water", "--format", "html"),
            ("print", "--all", "--lang", "both", "--format", "md"),
            ("list", "--json"),
            ("glossary",),
        )
    ),
)


def _check(value: tuple[tuple[str, bytes], tuple[str, ...]], folder: Path) -> None:
    (kind, data), command = value
    root = folder / "towns"
    files = {name: text for name, text in SOUND.items() if name != CATALOG}
    catalog = Path(CATALOG).with_suffix(f".{kind}")
    lay(root, {**files, str(catalog): data})
    spoken = () if "both" in command else ("--lang", "en")
    with unchanged(folder):
        run("check", root)
        ran = run(*command, "--dossier", root, *spoken)
        run("catalogs", "stats", root)
        checked = run("catalogs", "check", root)
    sound_output(list(command), ran.code, ran.out)
    if kind == "po":
        _round_trip(data, root / catalog)
        with unchanged(folder, lambda name: name.endswith(".po")):
            updated = run("catalogs", "update", root)
        written = (root / catalog).read_bytes()
        if updated.code == 2:
            assert written == data, "a catalog that cannot be updated was written"
            assert checked.code == 2, "what cannot be updated passes the check"
        else:
            po.read_whole(root / catalog)
            with unchanged(folder):
                assert run("catalogs", "update", root).code == 0


def _round_trip(data: bytes, path: Path) -> None:
    """Hold what is written of a catalog to be read as the catalog was."""
    try:
        first = po.read_whole(path)
    except ReaderError:
        return
    rendered = _rendered(first)
    second = po.parse(rendered, path)
    assert second.problems == ()
    assert _messages(second) == _messages(first)
    assert _rendered(second) == rendered
    assert data == path.read_bytes()


def _rendered(catalog: po.PoCatalog) -> str:
    return po.render(
        po.header_of(catalog, "towns"),
        catalog.entries(),
        plurals=catalog.num_plurals,
        comments=catalog.comments,
        obsolete=catalog.obsolete.values(),
    )


def _messages(catalog: po.PoCatalog) -> list[tuple[Any, ...]]:
    found = [*catalog.entries(), *catalog.obsolete.values()]
    return [(m.context, po.parts(m.id), po.parts(m.string or ""), m.fuzzy) for m in found]


TARGET = Target("catalogs", _inputs, _check, share=1.5)
