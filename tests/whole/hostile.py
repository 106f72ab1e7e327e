"""Texts that try to steer a terminal, a browser, a widget or a program; and what none may ever write."""

from __future__ import annotations

import re
from pathlib import Path

from reader.language.sanitize import sanitize

STEERING = (
    "\x1b[2J\x1b[1;1H\x1b[31mред",  # clear the screen, colours
    "\x1b]52;c;cm0gLXJm\x07",  # OSC 52: the clipboard
    "\x1b]0;title\x1b\\ \x1bP+q544e\x1b\\",  # the window's title, a query
    "\x9b31m \x9d52;c;eA==\x9c \x90x\x9c",  # the same as C1 controls
    "\u202eобратно\u202c \u2066x\u2069 \u200fy\u061c",  # bidirectional controls
    "a\rb\x08c\x7fd\x0be\x0cf\x00g",  # overwriting, NUL
    "строка\u2028за\u2029строкой\x85конец",  # other line breaks
    "\U000e0041\U000e0042 \ufff9a\ufffab\ufffb",  # tags, annotations
)
MARKUP = (
    "[@click=app.quit]quit[/] [/] [b]bold[/b] [red on blue] [link=x]y[/link] \\[z]",
    '<script>alert("x")</script> <img src=x onerror=alert(1)> &lt;b&gt; &#27;',
    '#read("/etc/passwd") #eval("1") $ x $ *y* _z_ `code` @ref <label> // \\',
    "[a](javascript:alert(1)) ![b](file:///etc/passwd) # c\n- d | e ~~f~~",
    "{name} {0} %s %(x)s {{}} ${HOME} $(id) `id`",
)
ODD = (
    "слово" * 400,
    "з\u0301\u0302\u0303\u0304" * 60 + "а\u0488\u0489" * 40,
    "\t\tпоследний\tстолбец\t",
    "漢字カナ" * 50 + "👩‍👩‍👧‍👦" * 20 + "ｗｉｄｅ",
    "\u00ad\u200b\u200c\u200d\ufeff\u2060",
)
LINES = (*STEERING, *MARKUP, *ODD)
ARTICLE = (
    "Статья \x1b]52;c;eA==\x07\u202eплохая [/]\n\n"
    + "\n\n".join(LINES).replace("\0", "")
    + "\n\nБолото и Длинное озеро.\n"
)

HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What steers a terminal or deceives its reader. A text may hold line ends and tabs."""


def quoted(text: str) -> str:
    """A YAML scalar, in double quotes, in which every harmful character is an escape."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in plain) + '"'


def dossier(folder: Path) -> Path:
    """A dossier in which every text there can be is hostile; ``folder/towns``, with an English catalog."""
    root = folder / "towns"
    (root / "documents").mkdir(parents=True)
    catalog = root / "locales" / "en" / "LC_MESSAGES"
    catalog.mkdir(parents=True)
    bad = quoted(" ".join((*STEERING[:7], *MARKUP)))
    steering, markup = (quoted(" ".join(lines)) for lines in (STEERING[:7], MARKUP))
    (root / "dossier.yaml").write_text(
        f"id: towns\nlanguage: ru\ntitle: {bad}\ntopics:\n  - {{id: water, label: {bad}}}\n"
    )
    (root / "glossary.yaml").write_text(f"""\
- id: lake
  kind: place
  terms:
    ru: [{quoted("Длинное озеро")}, {steering}, {markup}]
    en: [{quoted("Long [b]Lake[/b] " + STEERING[1])}]
  definition: {bad}
  related: [swamp]
  source: [{bad}]
- id: swamp
  kind: place
  terms: {{ru: [{quoted("Болото " + STEERING[0] + STEERING[4] + "[/]")}, Болото]}}
  definition: {bad}
""")
    (root / "documents" / "water.yaml").write_text(f"""\
language: ru
title: {bad}
source: {{publisher: {bad}, published: 2024-05-02, attribution: [lake]}}
text:
  - {{id: p1, text: {quoted("Длинное озеро и Болото. " + " ".join(LINES))}}}
  - {{id: p2, text: {quoted(ODD[0])}}}
summary:
  gist: {bad}
  claims: [{{id: c1, topic: water, text: {bad}, cites: [p1, p2]}}]
  participants: [{{id: x, entry: lake, role: {bad}, cites: [p1]}}]
  events: [{{id: e1, date: 2024-05-02, text: {bad}, cites: [p1]}}]
  documents: [swamp]
""")
    places = ("dossier/title", "water/title", "water/p1", "water/gist", "water/c1", "glossary/lake/definition")  # fmt: skip
    said = " ".join((*STEERING[:7], *MARKUP))
    messages = []
    for place in places:
        text = said if place != "water/p1" else "Длинное озеро и Болото. " + " ".join(LINES)
        # A message is found by its text as it was loaded: harmless, and one line.
        source = " ".join(sanitize(text).split("\n"))
        translation = _po("Translated " + said)
        messages.append(f"msgctxt {_po(place)}\nmsgid {_po(source)}\nmsgstr {translation}\n")
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (catalog / "towns.po").write_text(head + "\n".join(messages), newline="")
    return root


def _po(text: str) -> str:
    for plain, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t")):  # fmt: skip
        text = text.replace(plain, escape)
    return f'"{text}"'
