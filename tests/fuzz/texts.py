"""Text files, saved pages and pipes: every command that takes one, in every format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from reader.articles import reading
from reader.articles.taken import joined
from tests.fuzz import mutation, outputs
from tests.fuzz.machine import run, unchanged
from tests.fuzz.target import Target
from tests.whole import hostile

ARTICLE = """\
Средний коридор и TRIPP

Министр иностранных дел Джейхун Байрамов сообщил 8 августа 2025 г., что хартия подписана.
«Мы говорили с г-ном Алиевым», — сказал Байрамов; США и Азербайджан (Баку) строят Средний
коридор, т. е. TITR. Поправка № 907 снята, а Алиеву Ильхаму Гейдар оглы вручили меморандум.

President Ilham Aliyev of Azerbaijan and U.S. President Trump signed the Charter. The Middle
Corridor's railway, per https://example.org/a_b?c=d&e=f#g, costs 2.5 % more. Mail: a@b.example.
"""
WRAPPED = """\
From: A <a@example.org>
Date: Thu, 26 Nov 2026 10:00:00 +0400
Subject: Re: Middle Corridor

> The Middle
> Corridor is open, said Джейхун
> Байрамов.

    for each line:
        keep it

- Средний
  коридор
- Ильхам Алиев
1. один
2. два
\fСтраница 2\r
конец абза-
ца, Сред\u00adний кори\u00adдор
"""
FRONT_MATTER = """\
---
title: "Заголовок: TRIPP"
date: 2025-12-20
author: Ильхам Алиев
tags: [a, b]
---

# Раздел

Текст о [Среднем коридоре](https://example.org) и `TRIPP`.

| a | b |
|---|---|
| TRIPP | США |
"""
PAGE = """\
<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>Средний коридор &amp; TRIPP</title>
<style>p { color: red }</style><script>alert("TRIPP")</script></head>
<body><nav><a href="/">Главная</a></nav><article><h1>Хартия</h1>
<p title="TRIPP">Ильхам&nbsp;Алиев <b>подписал</b> хартию.<br>Байрамов &mdash; тоже.</p>
<!-- TRIPP --><table><tr><td>США</td></tr></table></article></body></html>
"""
SEEDS = (
    ARTICLE.encode(),
    ARTICLE.encode(),
    WRAPPED.encode(),
    FRONT_MATTER.encode(),
    PAGE.encode(),
    hostile.ARTICLE.encode("utf-8", "surrogatepass"),
    ARTICLE.encode("utf-16"),
    ARTICLE.encode("cp1251", "replace"),
    "Алиев".encode(),
    b"",
)
TOKENS = tuple(
    token.encode()
    for token in (
        *("TRIPP", "Среднего коридора", "Middle Corridor", "Байрамову", "Ильхам Алиев", "США"),
        *("Алиев И. Г.", "И. Алиев", "Ilham H. Aliyev", "Aliyev, Ilham", "оглы", "г-н", "Mr."),
        *("№ 907", "907-й", "поправка", "Section 907", "хартия", "Хартии", "Charter's", "XX век"),
        *("Cредний коридор", "TRIРР", "Baкy", "т. е.", "a@b.c", "https://x.org/a_b", "www.x.org"),
        *("---\n", "title: ", "# ", "> ", "- ", "1. ", "| ", "```\n", "    ", "-\n", "<p>", "</p>"),
        *("<script>", "<!--", "-->", "<title>", "&nbsp;", "&#27;", "&#x9b;", "&lt;", "<a href='"),
        *("«", "»", "(", ")", "foo bar ", "слово " * 30, "а" * 300, "@", "з\u0301\u0302\u0303"),
    )
)
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("show", "F"),
    ("show", "F", "--json"),
    ("F",),
    *(("summary", "F", "--format", format) for format in ("text", "md", "html", "json")),
    *(("print", "F", "--format", format) for format in ("text", "md", "html", "json")),
    ("print", "report-charter", "F", "--lang", "both", "--format", "html"),
    ("print", "F", "--lang", "both", "--format", "md"),
    ("terms", "F"),
    ("terms", "F", "--json"),
    ("terms", "F", "--json", "--nested"),
    ("facts", "F", "--published", "2026-02-10"),
    ("facts", "F", "--json", "--published", "2026-02-10"),
    ("facts", "F", "--sentences", "--json"),
    *(("annotate", "F", "--format", format) for format in ("ansi", "md", "html")),
    ("terms", "F", "--glossary", "F"),
)
_inputs = st.tuples(
    mutation.mutated(SEEDS, TOKENS),
    st.sampled_from(COMMANDS),
    st.sampled_from(("a.txt", "-", "a.md", "page.html", "b")),
    st.sampled_from(("ru", "en")),
)


def _check(value: tuple[bytes, tuple[str, ...], str, str], folder: Path) -> None:
    data, command, name, language = value
    if name != "-":
        (folder / name).write_bytes(data)
    file = name if name == "-" or "." in name else f"./{name}"
    argv = [file if word == "F" else word for word in command]
    if not (language == "en" and "both" in argv):
        argv = [*argv[:1], *argv[1:], *(() if "both" in argv else ("--lang", language))]
    with unchanged(folder):
        ran = run(*argv, stdin=data, emphasis="ansi" in argv)
    sound_output(argv, ran.code, ran.out)
    if (
        command[:1] in (("terms",), ("facts",))
        and "--json" in command
        and "--sentences" not in command
    ):
        _offsets(data, name, outputs.sound_json_lines(ran.out.decode()))


def sound_output(argv: list[str], code: int, out: bytes) -> None:
    """Hold what a command has written in a format to what holds for that."""
    text = out.decode()
    if code == 2 and not text:
        return
    if "html" in argv:
        outputs.sound_page(text)
    elif "md" in argv:
        outputs.sound_markdown(text)
    elif argv[:1] in (["terms"], ["facts"]) and "--json" in argv:
        outputs.sound_json_lines(text)
    elif "json" in argv or "--json" in argv:
        outputs.sound_json(text)


def _offsets(data: bytes, name: str, mentions: list[Any]) -> None:
    """Hold each mention to stand in the text where its line says."""
    if not mentions:
        return
    several = list(reading.take(data, name))
    text = joined(several, None).text
    starts, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            starts.append(at + len(line) - len(line.lstrip()))
        at += len(line) + 1
    for mention in mentions:
        first = starts[mention["paragraph"] - 1]
        assert text[first + mention["start"] : first + mention["end"]] == mention["text"]


TARGET = Target("texts", _inputs, _check, share=2)
