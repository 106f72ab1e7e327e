"""Check and count catalogs, by themselves and against the messages of their sources.

Importing this module loads Babel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from babel.messages.catalog import Message

from reader.errors import ReaderError
from reader.language import catalogs, plurals, po_parser
from reader.language.blank import is_blank
from reader.language.catalog_update import Wanted, key_of
from reader.language.messages import N_
from reader.language.placeholders import placeholders
from reader.language.po import PoCatalog, parts
from reader.model import Problem


class Counts(NamedTuple):
    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0


Note = Callable[..., None]


def is_translated(message: Message, forms: int) -> bool:
    """Tell whether the message, or every one of its plural ``forms``, has a text to be seen."""
    strings = parts(message.string or "")
    few = len(parts(message.id)) > 1 and len(strings) < forms
    return not few and not any(map(is_blank, strings))


def count(catalog: PoCatalog) -> Counts:
    """Count translated, fuzzy (not counted as translated) and untranslated messages."""
    messages = catalog.entries()
    fuzzy = sum(message.fuzzy for message in messages)
    done = sum(is_translated(m, catalog.num_plurals) and not m.fuzzy for m in messages)
    return Counts(done, fuzzy, len(messages) - done - fuzzy)


def faults(catalog: PoCatalog) -> list[Problem]:
    """Return what is wrong in the catalog whatever its sources say, with file and line.

    A message without a translation is not: a catalog may be translated in part.
    """
    problems = list(catalog.problems)
    note = partial(_note, problems, catalog.path)
    _check_header(catalog, partial(note, catalog.header_line))
    for message in catalog.entries():
        strings = parts(message.string or "")
        if message.fuzzy or not any(strings):
            continue
        line = message.lineno or 0
        blank = any(string and is_blank(string) for string in strings)
        if blank and not any(map(is_blank, parts(message.id))):
            note(
                line,
                N_(
                    "The translation of “{text}” is blank: it is shown as untranslated. Translate it."
                ),
                text=_named(message),
            )
        plural = len(parts(message.id)) > 1
        if plural and len(strings) != catalog.num_plurals:
            note(
                line,
                N_(
                    "“{text}” is translated with {found} plural forms instead of {wanted}. Correct it."
                ),
                text=_named(message),
                found=str(len(strings)),
                wanted=str(catalog.num_plurals),
            )
    return sorted(problems, key=lambda problem: problem.line)


def compiled(path: Path) -> list[Problem]:
    """Return what is wrong in a ``.mo``."""
    language = path.parent.parent.name
    try:
        rule = catalogs.read_compiled(path, language).plurals
    except ReaderError as error:
        return list(error.problems)
    if not plurals.fails(rule):
        return []
    problems: list[Problem] = []
    _note(problems, path, 0, _RULE, rule=_rule_of(language))
    return problems


_RULE = N_(
    "The header’s Plural-Forms is not a rule that gives one of its forms for every number."
    " Correct it, for example to {rule}"
)


def _rule_of(language: str) -> str:
    count, rule = plurals.of_language(language)
    return f"nplurals={count}; plural={rule};"


def _check_header(catalog: PoCatalog, note: Note) -> None:
    if plurals.fails(catalog.plurals):
        note(_RULE, rule=catalog.plural_forms)
    named = re.search(r"charset=([^\s;]+)", catalog.header)
    if named and po_parser.encoding_of(named[1]) != catalog.encoding and not catalog.is_ascii():
        note(
            N_(
                "The header says that this catalog is in {charset}, and it is in {encoding}."
                " Correct the header."
            ),
            charset=named[1],
            encoding=catalog.encoding.upper(),
        )


def check(catalog: PoCatalog, wanted: Iterable[Wanted]) -> list[Problem]:
    """Return the catalog's faults, and what is missing or fuzzy in it, with file and line."""
    problems = faults(catalog)
    faulty = {problem.line for problem in problems}
    path = catalog.path
    note = partial(_note, problems)
    sources = {key_of(want): want for want in wanted}
    held = {key_of(message): message for message in catalog.entries()}
    changed = {key[0] for key in sources if key[0] is not None and key not in held}
    for key, want in sources.items():
        # A message that is wrong may be the one.
        if key not in held and not catalog.problems:
            note(
                want.path,
                want.line,
                N_(
                    "This wording of “{text}” is not in the catalog {catalog}. Update the catalogs."
                ),
                text=_short(want.context or want.ids[0]),
                catalog=str(path),
            )
    for key, message in held.items():
        line = message.lineno or 0
        source = sources.get(key)
        if source is None and key[0] in changed:
            continue  # reported at the source
        if source is None:
            note(
                path,
                line,
                N_("“{text}” is no longer in the source texts. Update the catalogs."),
                text=_named(message),
            )
        elif parts(message.id) != source.ids:
            note(path, line, N_("The plural of this message has changed. Update the catalogs."))
        elif message.fuzzy:
            note(
                path,
                line,
                N_("“{text}” is fuzzy: its source text has changed. Correct the translation."),
                text=_named(message),
            )
        elif line in faulty:
            continue
        elif not is_translated(message, catalog.num_plurals):
            note(
                path,
                line,
                N_("“{text}” has no translation. Translate it."),
                text=_named(message),
            )
        else:
            _check_text(message, source.formatted, partial(note, path, line))
    _check_plurals(catalog, partial(note, path, 1))
    return problems


def _check_text(message: Message, formatted: bool, note: Note) -> None:
    ids, strings = parts(message.id), parts(message.string or "")
    for string in strings:
        if (ids[0][:1] == "\n") != (string[:1] == "\n") or (ids[0][-1:] == "\n") != (
            string[-1:] == "\n"
        ):
            note(
                N_(
                    "The translation must begin and end with a line break where the source text does."
                )
            )
    if not formatted:
        return
    wanted = [placeholders(id) for id in ids]
    if any(names is None for names in wanted):
        return  # not for filling in: a brace that is only a brace
    every = set().union(*(names for names in wanted if names is not None))
    needed = set(every).intersection(*(names for names in wanted if names is not None))
    for string in strings:
        names = placeholders(string)
        if names is None:
            note(N_("The braces of the translation do not match. Correct them."))
        elif unknown := sorted(names - every):
            note(
                N_(
                    "The translation has the placeholder {name}, which the source text does not "
                    "have. Correct it."
                ),
                name="{" + unknown[0] + "}",
            )
        elif missing := sorted(needed - names):
            note(
                N_("The translation lacks the placeholder {name}. Put it where it belongs."),
                name="{" + missing[0] + "}",
            )


def _check_plurals(catalog: PoCatalog, note: Note) -> None:
    if catalog.locale is None or not any(len(parts(m.id)) > 1 for m in catalog.entries()):
        return
    wanted, _rule = plurals.of_language(catalog.locale)
    if catalog.num_plurals != wanted:
        note(
            N_(
                "The header’s Plural-Forms has {found} forms; the language has {wanted}. Correct it."
            ),
            found=str(catalog.num_plurals),
            wanted=str(wanted),
        )


def _note(problems: list[Problem], path: Path, line: int, finding: str, **values: str) -> None:
    problems.append(Problem(str(path), line, 0, finding, MappingProxyType(values)))


def _named(message: Message) -> str:
    return _short(message.context or parts(message.id)[0])


def _short(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= 60 else line[:59] + "…"
