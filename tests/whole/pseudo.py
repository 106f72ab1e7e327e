"""A language that nobody speaks, made from the interface's own messages.

Every letter of a message wears an accent, so a plain Latin letter on the screen that is no
content, no key and no name comes from outside the catalog. Wrapping and cutting don't hide it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from reader import storage
from reader.language import catalog_domains, locales
from reader.language.dates import date
from reader.language.locales import language_name

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_ACCENTED = "ÀƁĆĎÉƑĜĤĨĴĶĹḾŃŐṔɊŔŚŤŨṼŴẌŶŹàƀćďéƒĝĥĩĵķĺḿńőṕɋŕśťũṽŵẍŷź"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)
_PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[sdr]|%[sdr]")
SPOKEN = "ru"
"""The language in whose place it is spoken."""

NAMES = frozenset(
    (
        "reader",
        "Enter",
        "Backspace",
        "Tab",
        "Esc",
        "Home",
        "End",
        "PgUp",
        "PgDn",
        "Ins",
        "Del",
        "Ctrl",
        "Alt",
        "Shift",
        # What a preview says is cited, and claims that can be chosen.
        "p1",
        "p2",
        "c1",
    )
)
"""What stands on a screen as it is in every language: the program's name, and keys' names."""

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_FILE = re.compile(r"[\w~./…-]*\b\w+\.(?:yaml|toml|json|txt|md|html|po|mo)\b|(?:/[\w.-]+)+/?")


def accented(msgid: str) -> str:
    """``msgid`` in the pseudo-locale, its placeholders kept."""
    kept = _PLACEHOLDER.findall(msgid)
    parts = [part.translate(_ACCENTS) for part in _PLACEHOLDER.split(msgid)]
    return parts[0] + "".join(k + part for k, part in zip(kept, parts[1:], strict=True))


def write(locales: Path) -> None:
    """A folder ``locales`` with the pseudo-locale of every message that the program marks."""
    root = storage.resource_dir("locales").parent
    domain = next(catalog_domains.of_checkout(root))
    entries = [
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    ]
    for message in catalog_domains.wanted(domain):
        lines = [f"msgctxt {_quoted(message.context)}\n"] if message.context else []
        lines.append(f"msgid {_quoted(message.ids[0])}\n")
        if len(message.ids) > 1:
            lines.append(f"msgid_plural {_quoted(message.ids[1])}\n")
            lines += [f"msgstr[{n}] {_quoted(accented(m))}\n" for n, m in enumerate(message.ids)]
        else:
            lines.append(f"msgstr {_quoted(accented(message.ids[0]))}\n")
        entries.append("".join(lines))
    folder = locales / SPOKEN / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "reader.po").write_text("\n".join(entries), encoding="utf-8")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _of_cldr() -> Iterator[str]:
    """What CLDR says in the language: names of months and of languages."""
    for month in range(1, 13):
        for length in ("long", "medium"):
            yield date(f"2025-{month:02}-11", SPOKEN, length)
            yield date(f"2025-{month:02}", SPOKEN, length)
    for code in (*locales.languages(), "el"):  # the content's
        yield language_name(code, SPOKEN)


_CLDR = {word.casefold() for text in _of_cldr() for word in re.findall(r"[А-Яа-яё]+", text)}


def leaks(text: str, *names: str) -> list[str]:
    """The words of ``text`` that the pseudo-locale didn't say: no content, key, file or name.

    Content is in Greek. One letter is a key, as is ``F10``; ``names`` may stand as they are.
    """
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    text = _FILE.sub(" ", text)
    latin = [
        word
        for word in _WORD.findall(text)
        if len(word) > 1 and word not in NAMES and not re.fullmatch(r"F\d\d?", word)
    ]
    codes = {code.upper() for code in locales.languages()} | set(locales.languages())
    # A window over a list cuts its words off.
    cyrillic = [
        word
        for word in re.findall(r"[А-Яа-яЁё]+", text)
        if not any(known.startswith(word.casefold()) for known in _CLDR)
    ]
    return [word for word in latin if word not in codes] + cyrillic
