"""Update catalogs from the messages of their sources.

Messages are matched by context and id, so a paragraph keeps its translation when its
neighbours change, and the work grows with the number of messages and not with its
square. Importing this module loads Babel.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Message

from reader.language import po
from reader.language.blank import is_blank
from reader.language.placeholders import placeholders
from reader.language.po import PoCatalog, parts
from reader.language.words import WORD, fold


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


Key = tuple[str | None, str]

_LIKE = 0.5
"""Two messages without context this much alike are one that was reworded."""
_TELLING = 40
"""A text this long means the same wherever it stands; a shorter one may not."""


def key_of(message: Message | Wanted) -> Key:
    if isinstance(message, Wanted):
        return message.context, message.ids[0]
    return message.context, parts(message.id)[0]


def has_text(message: Message) -> bool:
    """Tell whether any plural form has a text."""
    return not all(map(is_blank, parts(message.string or "")))


def update(old: PoCatalog, wanted: Sequence[Wanted], project: str) -> str:
    """Return the catalog's new text: the wanted messages, in order, as translated.

    A message whose source changed keeps its translation as fuzzy, with the previous
    source beside it. A translated message that is gone is kept as obsolete, so that it
    comes back when its source does, fuzzy if it was. Translators' comments and header fields
    stay. The catalog must have been read without a problem.
    """
    unused = {key_of(message): message for message in old.entries()}
    gone = {key_of(message): message for message in old.obsolete.values()}
    matched = {}
    for want in wanted:
        found = unused.pop(key, None) if (key := key_of(want)) in unused else None
        if found is None or (key in gone and not has_text(found)):
            found = gone.pop(key, found)
        if found is not None:
            matched[key] = found
    reworded = _reworded([want for want in wanted if key_of(want) not in matched], unused)
    messages = []
    for want in wanted:
        before = matched.get(key_of(want))
        messages.append(_merged(want, before or reworded.get(key_of(want))))
    # What was translated last goes before what was gone already.
    left = {key: message for key, message in unused.items() if has_text(message)}
    obsolete = [message for message in (gone | left).values() if has_text(message)]
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
    if want.formatted and any(placeholders(id) for id in want.ids):
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
            found[key_of(want)] = unused.pop(key)
    # Without a context, the messages that a file has lost are compared with those it has
    # gained, by their words.
    by_file: dict[str, dict[Key, frozenset[str]]] = {}
    for key, message in unused.items():
        if key[0] is None:
            words = _words_of(key[1])
            for file in {name for name, _ in message.locations}:
                by_file.setdefault(file, {})[key] = words
    for want in wanted:
        if want.context is not None or key_of(want) in found:
            continue
        near = by_file.get(want.file, {})
        words = _words_of(want.ids[0])
        likely = [(_alike(words, other), key) for key, other in near.items() if key in unused]
        if likely and max(likely)[0] >= _LIKE:
            found[key_of(want)] = unused.pop(max(likely)[1])
    return found


def _words_of(text: str) -> frozenset[str]:
    return frozenset(map(fold, WORD.findall(text)))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of words that two messages have in common, from 0 to 1."""
    return len(one & other) / max(len(one | other), 1)
