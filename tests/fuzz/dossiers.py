"""Dossiers: head, glossary, documents and translations, with anything in them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from tests.cli.conftest import DOCUMENT, DOSSIER, ENGLISH, GLOSSARY, ORIGINAL
from tests.fuzz import mutation
from tests.fuzz.machine import lay, run, unchanged
from tests.fuzz.mutation import Files
from tests.fuzz.target import Target
from tests.fuzz.texts import sound_output

HEAD = "dossier.yaml"
TERMS = "glossary.yaml"
WATER = "documents/water.yaml"
CATALOG = "locales/en/LC_MESSAGES/towns.po"
MORE = """\
language: en
title: Untranslated & short
source:
  {publisher: The Herald, published: 2024-05-02T10:00+04:00, headline: So & short, url: "https://herald.example/a_b?c=d&e"}
text:
  - {id: p1, text: "Long Lake, the canal (since 1907) and «ДО»."}
  - {id: p-2, text: "see https://example.org/a_b?c=d"}
summary:
  gist: Long Lake.
  claims: [{id: c1, topic: water, status: assessed, speaker: [mill, orlova], disputed: Nobody, text: The lake is long., cites: [p1, p-2]}]
  events: [{id: e1, date: 2024, text: A., cites: [p1]}, {id: e2, date: 2024-05, text: B., cites: [p-2]}]
"""
PEOPLE = """\
- id: orlova
  kind: person
  terms:
    ru: [Марина Орлова, {text: Орлова, after_full: {not_before: [Наталья], not_after: [улица]}}]
    en: [Marina Orlova, {text: Orlova, after_full: true}]
  definition: Глава управы.
- id: mill
  kind: organisation
  terms: {ru: ["ОАО «Мельница № 2»", {text: А/Б, type: abbreviation, case: exact}], en: [A & B Mill]}
"""

DIFFER = """\
- id: length
  about: How long & wide
  sides:
    - {document: water, cites: [p1], text: Long.}
    - {document: more, cites: [p1, p-2], text: Longer.}
    - {entry: canal-act, text: Neither., source: ["https://example.org/a_b"]}
  why: It matters.
"""
NOTED = """\
- {id: dug, kind: next, about: [water/c1, more], date: 2024-06, text: It was dug., source: ["A, 1"]}
- {id: depth, kind: open, about: [more/c1], text: How deep}
"""


def _catalog() -> str:
    head = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    )
    return head + "".join(
        f'\nmsgctxt "{context}"\nmsgid "{source}"\nmsgstr "{translation}"\n'
        for context, (source, translation) in ENGLISH.items()
    )


SOUND: Files = {
    HEAD: (DOSSIER + "note: Пересказано редакцией & не более.\n").encode(),
    TERMS: (GLOSSARY + PEOPLE).encode(),
    WATER: DOCUMENT.format(fingerprints="[]").encode(),
    "documents/more.yaml": MORE.encode(),
    "discrepancies.yaml": DIFFER.encode(),
    "notes.yaml": NOTED.encode(),
    CATALOG: _catalog().encode(),
}
TOKENS = tuple(
    token.encode()
    for token in (
        *("- ", ": ", "? ", "&a ", "*a ", "<<: *a\n", "!!python/object:os.system x", "!!binary x"),
        *("!!set {a}", "| \n  x\n", ">-\n  x\n", "---\n", "...\n", "%YAML 1.3\n", "%TAG ! x\n", "\t"),
        *("[", "]", "{", "}", "[" * 60, "{a: " * 60, '"\\e[2J"', '"\\x9b"', '"\\u202e"', '"\\ud800"'),
        *("~", "2024-02-30", "12:30:45", "0o17", "1_000", ".inf", "=", "<<", "y", "no", "ё"),
        *("id: ", "kind: person", "kind: place", "terms: ", "ru: ", "en: ", "text: ", "type: abbreviation"),
        *("case: exact", "after_full: true", "definition: ", "related: [lake]", "source: ", "cites: [p1]"),
        *("language: zz\n", "language: pt-BR\n", "language: xx-YY\n", "language: ../..\n", "title: "),
        *("url: javascript:x", "url: https://[::1", "headline: ", "note: ", "url: http://a.example/)_*<b>"),
        *("published: 2024-05-02\n", "date: 2024-13\n", "summary:\n", "claims: ", "fingerprints: "),
        *("long-lake", "canal-act", "c1", "p1", "Длинное озеро", "слово " * 70, "\u0301" * 50),
    )
)  # fmt: skip
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("list",),
    ("list", "--discrepancies"),
    ("list", "--json"),
    ("show", "water"),
    ("show", "more", "--json"),
    *(("summary", "water", "--format", format) for format in ("text", "md", "html", "json")),
    *(("print", "--all", "--format", format) for format in ("text", "md", "html", "json")),
    *(
        ("print", "--all", "--lang", "both", "--format", format)
        for format in ("text", "md", "html", "json")
    ),
    ("print", "water", "--claims", "c1", "--format", "html"),
    ("glossary", "--json"),
    ("glossary", "озера"),
    ("glossary", "Orlova"),
    ("terms", "-", "--json"),
    ("annotate", "water", "--format", "html"),
    ("annotate", "-", "--format", "md"),
    ("catalogs", "check", "D"),
    ("catalogs", "stats", "D"),
    ("terms", "-", "--glossary", "D/glossary.yaml"),
)
STDIN = "\n\n".join(
    (*ORIGINAL, "Марина Орлова и Орлова у Длинного озера. A & B Mill. № 2")
).encode()
_languages = ("zz", "pt-BR", "xx-YY", "kk", "he", "en-GB", "zh-Hant-TW", "", "ru-", "../x", "de")


def _misfit(name: str) -> st.SearchStrategy[bytes]:
    others: tuple[Any, ...] = (*_languages, [], {}, "p1", "c1", "long-lake", "2024", "x" * 3000)
    return mutation.misfit(yaml.safe_load(SOUND[name]), others).map(mutation.as_yaml)


def _file(name: str) -> st.SearchStrategy[bytes]:
    changed = mutation.mutated([SOUND[name]], TOKENS)
    return changed if name == CATALOG else st.one_of(changed, _misfit(name))


_changed = st.sampled_from(sorted(SOUND)).flatmap(
    lambda name: st.tuples(st.just(name), _file(name))
)
_inputs = st.tuples(
    st.lists(_changed, min_size=1, max_size=2).map(dict),
    st.sampled_from(COMMANDS),
    st.sampled_from(("ru", "en")),
)


def _check(value: tuple[Files, tuple[str, ...], str], folder: Path) -> None:
    files, command, language = value
    root = folder / "towns"
    lay(root, {**SOUND, **files})
    argv = [word.replace("D", str(root)) if word[:1] == "D" else word for word in command]
    own = () if command[0] == "catalogs" else ("--dossier", str(root))
    spoken = () if "both" in command else ("--lang", language)
    with unchanged(folder):
        checked = run("check", root)
        ran = run(*argv, *own, *spoken, stdin=STDIN)
    sound_output(argv, ran.code, ran.out)
    if checked.code == 0 and command[0] != "catalogs" and "--claims" not in command:
        assert ran.code != 2, f"sound, says the check, but: {ran.err.decode()}"


TARGET = Target("dossiers", _inputs, _check, share=3)
