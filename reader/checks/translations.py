"""Each message of a catalog against its source: numbers, times, terms; fuzzy and missing ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.checks.findings import Found
from reader.checks.places import Source
from reader.language import po
from reader.language.messages import N_
from reader.verifying import translations
from reader.verifying.finder import Finder, day
from reader.verifying.glossary import Glossary

if TYPE_CHECKING:
    from babel.messages.catalog import Message

    from reader.terms.matcher import Matcher

_SILENCE = re.compile(r"^\s*check:\s*([a-z][\w-]*(?:\s*,\s*[a-z][\w-]*)*)\s+[—–-]\s+(\S.*)$")
_FUZZY = N_("This translation was made from another wording. Look it over and take the mark away.")
_MISSING = N_("This text has no translation.")
_NOTHING = N_("There is no finding “{code}” here to be silenced. Take the comment away.")
_CREDITS = frozenset(
    ("translator-credits", "translator_credits", "NAME OF TRANSLATORS", "EMAIL OF TRANSLATORS")
)
"""Ids and contexts of messages whose translation names the translators, by the custom of programs."""
_MARKUP = re.compile(
    r"\{[^{}]*\}|%(?:\(\w+\))?(?:\d+\$)?[-+#0']*\d*(?:\.\d+)?(?:[hlzjtL]{0,2})[a-zA-Z](?![^\W\d_])(?:\.\d+)?"
    r"|<[^<>]*>|&#?\w+;|https?://\S+"
)
_KEY = re.compile(r"[_&](?=\w)")
"""Before the letter that opens a menu or pushes a button."""


def check(
    path: Path,
    matcher: Matcher | None,
    glossary: Glossary,
    published: Callable[[str], str | None] = lambda _context: None,
) -> Iterable[Found]:
    """Yield what is wrong with the translations of one catalog.

    ``published`` gives the day from which relative times of a message count, by its context. Raises
    :class:`reader.errors.ReaderError` for a file that cannot be read.
    """
    catalog = po.read(path)
    language = catalog.locale or _language(catalog.header)
    file = Source(path, path.read_text(encoding=catalog.encoding, errors="replace"))
    finders: dict[str | None, Finder] = {}
    for message in catalog.entries():
        on = day(published(str(message.context or "")))
        finder = finders.setdefault(on, Finder(matcher, on))
        found = list(_of_message(message, file, finder, glossary, language))
        yield from _without_silenced(message, found, path)


def _language(header: str) -> str:
    found = re.search(r"^Language:\s*([a-z]{2,3})", header, re.MULTILINE)
    return found[1] if found else ""


def _of_message(
    message: Message, file: Source, finder: Finder, glossary: Glossary, language: str
) -> Iterable[Found]:
    line = message.lineno or 1
    place = str(file.path)
    sources, targets = po.parts(message.id), po.parts(message.string or "")
    if not all(targets):
        yield Found(place, line, 1, "missing", _MISSING)
        return
    if message.id in _CREDITS or message.context in _CREDITS:
        return  # who translated is known to nobody else
    if message.fuzzy:
        yield Found(place, line, 1, "fuzzy", _FUZZY)
        return
    # The forms of a plural leave numbers to a placeholder, and may each leave out another.
    if len(sources) != 1 or len(targets) != 1:
        return
    compared = translations.pair(_plain(sources[0]), _plain(targets[0]), finder, language)
    # What is lost is to be put into the translation; what is strange stands there.
    start = file.translation(line)
    for finding in [
        *translations.facts(compared, glossary),
        *translations.names(compared, glossary),
        *translations.terms(compared, glossary),
    ]:
        at = (start, 1) if translations.is_lost(finding) else file.find(finding.text, start, 1)
        yield Found(place, *at, finding.code, finding.message, finding.values)


def _plain(text: str) -> str:
    """Return a text without placeholders, markup, addresses and the mark of a key."""
    text = _MARKUP.sub(lambda match: " " * len(match[0]), text).replace("\u2236", ":")
    keys = [match.start() for match in _KEY.finditer(text)]
    # Words with several are names of a program.
    return text[: keys[0]] + text[keys[0] + 1 :] if len(keys) == 1 else text


def _without_silenced(message: Message, found: list[Found], path: Path) -> Iterable[Found]:
    """Yield what no comment of a translator silences, and comments that silence nothing."""
    matches = [match for comment in message.user_comments if (match := _SILENCE.match(comment))]
    silenced = {code for match in matches for code in re.split(r"\s*,\s*", match[1])}
    yield from (each for each in found if each.code not in silenced)
    for code in sorted(silenced - {each.code for each in found}):
        yield Found(str(path), message.lineno or 1, 1, "silence", _NOTHING, {"code": code})
