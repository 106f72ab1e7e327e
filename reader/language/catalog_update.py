"""Update, check and count catalogs against the messages of their sources.

Messages are matched by context and id, so a paragraph keeps its translation when its
neighbours change, and the work grows with the number of messages and not with its
square. Importing this module loads Babel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Any, NamedTuple

from babel.messages.catalog import Message
from babel.messages.plurals import get_plural

from reader.language import po
from reader.language.messages import N_
from reader.language.po import PoCatalog, parts
from reader.language.words import WORD, fold
from reader.model import Problem


class Wanted(NamedTuple):
    """A message as its source has it.

    ``file`` goes into the reference; ``path`` and ``line`` are where a finding points.
    ``formatted``: the message has ``{placeholders}``.
    """

    context: str | None
    ids: tuple[str, ...]
    file: str
    path: Path
    line: int
    comments: tuple[str, ...] = ()
    formatted: bool = False


class Counts(NamedTuple):
    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0


Key = tuple[str | None, str]

_LIKE = 0.5
"""Two messages without context this much alike are one that was reworded."""
_TELLING = 40
"""A text this long means the same wherever it stands; a shorter one may not."""


def _key(message: Message | Wanted) -> Key:
    if isinstance(message, Wanted):
        return message.context, message.ids[0]
    return message.context, parts(message.id)[0]


def is_translated(message: Message) -> bool:
    """Tell whether every plural form has a text."""
    return bool(message.string) and all(parts(message.string))


def has_text(message: Message) -> bool:
    """Tell whether any plural form has a text."""
    return any(parts(message.string or ""))


def update(old: PoCatalog, wanted: Sequence[Wanted], project: str) -> str:
    """Return the catalog's new text: the wanted messages, in order, as translated.

    A message whose source changed keeps its translation as fuzzy, with the previous
    source beside it. A translated message that is gone is kept as obsolete, so that it
    comes back when its source does. Translators' comments and header fields stay.
    """
    unused = {_key(message): message for message in old.entries()}
    gone = {_key(message): message for message in old.obsolete.values()}
    matched = {
        _key(want): unused.pop(key, None) or gone.pop(key, None)
        for want in wanted
        if (key := _key(want)) in unused or key in gone
    }
    reworded = _reworded([want for want in wanted if _key(want) not in matched], unused)
    messages = []
    for want in wanted:
        before = matched.get(_key(want))
        messages.append(_merged(want, before or reworded.get(_key(want))))
    obsolete = [message for message in (unused | gone).values() if has_text(message)]
    for message in obsolete:
        message.flags.discard("fuzzy")
    return po.render(
        po.header_of(old, project),
        messages,
        plurals=old.num_plurals,
        comments=old.comments,
        obsolete=sorted(obsolete, key=lambda m: (m.context or "", parts(m.id)[0])),
    )


def _merged(want: Wanted, before: Message | None) -> Message:
    """Return the message as it is wanted, with the translation that ``before`` has."""
    id: Any = want.ids if len(want.ids) > 1 else want.ids[0]
    message = Message(
        id,
        locations=[(want.file, 0)],
        auto_comments=want.comments,
        context=want.context,
    )
    message.flags.clear()
    if want.formatted and any(_placeholders(id) for id in want.ids):
        message.flags.add("python-brace-format")
    if before is None:
        return message
    message.user_comments = list(before.user_comments)
    # A message that has got a plural, or lost it, is another message.
    if not has_text(before) or len(parts(before.id)) != len(want.ids):
        return message
    message.string = before.string
    if parts(before.id) == want.ids:
        message.flags |= before.flags & {"fuzzy"}
        message.previous_id = before.previous_id
    else:
        message.flags.add("fuzzy")
        # A message that was fuzzy already was translated from what it was before that.
        message.previous_id = before.previous_id or list(parts(before.id))
    return message


def _reworded(wanted: Sequence[Wanted], unused: dict[Key, Message]) -> dict[Key, Message]:
    """Match new messages with unused ones that they were reworded from.

    Each match is removed from ``unused``.
    """
    found: dict[Key, Message] = {}
    by_context = {context: key for key in unused if (context := key[0]) is not None}
    by_text = {key[1]: key for key in unused if len(key[1]) >= _TELLING}
    for want in wanted:
        key = by_context.get(want.context) if want.context is not None else None
        if key is None or key not in unused:
            key = by_text.get(want.ids[0])
        if key is not None and key in unused:
            found[_key(want)] = unused.pop(key)
    # Without a context, the messages that a file has lost are compared with those it has
    # gained, by their words.
    by_file: dict[str, dict[Key, frozenset[str]]] = {}
    for key, message in unused.items():
        if key[0] is None:
            words = _words_of(key[1])
            for file in {name for name, _ in message.locations}:
                by_file.setdefault(file, {})[key] = words
    for want in wanted:
        if want.context is not None or _key(want) in found:
            continue
        near = by_file.get(want.file, {})
        words = _words_of(want.ids[0])
        likely = [(_alike(words, other), key) for key, other in near.items() if key in unused]
        if likely and max(likely)[0] >= _LIKE:
            found[_key(want)] = unused.pop(max(likely)[1])
    return found


def _words_of(text: str) -> frozenset[str]:
    return frozenset(map(fold, WORD.findall(text)))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words that two messages have in common, from 0 to 1."""
    return len(one & other) / max(len(one | other), 1)


def count(catalog: PoCatalog) -> Counts:
    """Count translated, fuzzy (not counted as translated) and untranslated messages."""
    fuzzy = sum(message.fuzzy for message in catalog.entries())
    done = sum(is_translated(m) and not m.fuzzy for m in catalog.entries())
    return Counts(done, fuzzy, len(catalog.entries()) - done - fuzzy)


def check(path: Path, catalog: PoCatalog, wanted: Iterable[Wanted]) -> list[Problem]:
    """Return what is missing, fuzzy or broken in the catalog, with file and line."""
    problems: list[Problem] = []

    def note(place: Path, line: int, finding: str, **values: str) -> None:
        problems.append(Problem(str(place), line, 0, finding, MappingProxyType(values)))

    sources = {_key(want): want for want in wanted}
    held = {_key(message): message for message in catalog.entries()}
    changed = {key[0] for key in sources if key[0] is not None and key not in held}
    for key, want in sources.items():
        if key not in held:
            note(
                want.path,
                want.line,
                N_(
                    "“{text}” is not in the catalog {catalog} as it stands here. Update the catalogs."
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
                N_("“{text}” is in no source any more. Update the catalogs."),
                text=_short(message.context or key[1]),
            )
        elif parts(message.id) != source.ids:
            note(path, line, N_("The plural of this message has changed. Update the catalogs."))
        elif message.fuzzy:
            note(
                path,
                line,
                N_("“{text}” is fuzzy: its source has changed. Correct the translation."),
                text=_short(message.context or key[1]),
            )
        elif not is_translated(message):
            note(
                path,
                line,
                N_("“{text}” has no translation. Translate it."),
                text=_short(message.context or key[1]),
            )
        else:
            _check_text(message, source.formatted, partial(note, path, line))
    _check_plurals(catalog, partial(note, path, 1))
    return problems


Note = Callable[..., None]


def _check_text(message: Message, formatted: bool, note: Note) -> None:
    ids, strings = parts(message.id), parts(message.string or "")
    for string in strings:
        if (ids[0][:1] == "\n") != (string[:1] == "\n") or (ids[0][-1:] == "\n") != (
            string[-1:] == "\n"
        ):
            note(N_("The translation must begin and end with a line break where the source does."))
    if not formatted:
        return
    wanted = [_placeholders(id) for id in ids]
    if any(names is None for names in wanted):
        return  # not for filling in: a brace that is only a brace
    every = set().union(*(names for names in wanted if names is not None))
    needed = set(every).intersection(*(names for names in wanted if names is not None))
    for string in strings:
        names = _placeholders(string)
        if names is None:
            note(N_("The braces of the translation do not match. Correct them."))
        elif unknown := sorted(names - every):
            note(
                N_(
                    "The translation has the placeholder {name}, which the source has not. Correct it."
                ),
                name="{" + unknown[0] + "}",
            )
        elif missing := sorted(needed - names):
            note(
                N_("The translation lacks the placeholder {name}. Put it where it belongs."),
                name="{" + missing[0] + "}",
            )


def _placeholders(text: str) -> set[str] | None:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return None


def _check_plurals(catalog: PoCatalog, note: Note) -> None:
    if catalog.locale is None or not any(len(parts(m.id)) > 1 for m in catalog.entries()):
        return
    rule = get_plural(str(catalog.locale))
    if catalog.num_plurals != rule.num_plurals:
        note(
            N_(
                "The header’s Plural-Forms has {found} forms; the language has {wanted}. Correct it."
            ),
            found=str(catalog.num_plurals),
            wanted=str(rule.num_plurals),
        )


def _short(text: str) -> str:
    line = text.replace("\n", " ")
    return line if len(line) <= 60 else line[:59] + "…"
