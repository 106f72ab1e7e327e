"""PO catalogs for translators' tools: read with all they hold, written plainly, compiled.

Messages are Babel's. Importing this module loads it: callers import it where they need it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from reader.errors import ReaderError
from reader.language import catalogs, plurals, po_parser, text_files
from reader.language.cldr import babel_locale
from reader.language.po_parser import PoMessage
from reader.model import Problem

Key = tuple[str | None, str]


class PoCatalog:
    """A catalog as its file has it.

    ``header`` is the text of the header, ``comments`` the lines above. What ``problems`` name is
    not among the messages.
    """

    def __init__(self, path: Path, file: po_parser.PoFile, encoding: str) -> None:
        self.path = path
        self.encoding = encoding
        self.locale = _locale(path)
        self.problems: tuple[Problem, ...] = tuple(file.problems)
        self.header = file.header.strings[0] if file.header else ""
        self.header_line = file.header.line if file.header else 1
        self.comments = file.header.comments if file.header else ()
        self.plurals = plurals.of_header(self.header, self.locale or "")
        count, rule = plurals.of_language(self.locale or "")
        self.num_plurals = self.plurals.forms or count
        """Of the header's rule where that is sound, else of the language's."""
        self.plural_forms = f"nplurals={count}; plural={rule};"
        self.obsolete: dict[Key, Message] = {}
        for gone in file.obsolete:
            self.obsolete.setdefault(gone.key, _message(gone))
        self._messages = [_message(message) for message in file.messages]

    def entries(self) -> list[Message]:
        """List the messages without the header, in the order of the file."""
        return list(self._messages)

    def is_ascii(self) -> bool:
        """Tell whether the messages would be the same in any encoding."""
        return all(text.isascii() for m in self._messages for text in parts(m.id) + parts(m.string))


class _Compiled(Catalog):
    """What :func:`write_mo` asks of a catalog, with the header as the file has it."""

    def __init__(self, catalog: PoCatalog) -> None:
        super().__init__(charset="utf-8")
        header = "".join(f"{name}: {value}\n" for name, value in _fields(catalog.header).items())
        self._held = [Message("", header), *catalog.entries()]

    def __iter__(self) -> Iterator[Message]:
        yield from self._held


def read(path: Path) -> PoCatalog:
    """Read a ``.po`` file; what is wrong in it is among its problems.

    Raises :class:`ReaderError` where the file itself cannot be read.
    """
    data = text_files.read_bytes(path, catalogs.LARGEST, catalogs.FILE_MESSAGES)
    text, encoding = po_parser.decode(data)
    return PoCatalog(path, po_parser.parse(text, path, encoding), encoding)


def read_whole(path: Path) -> PoCatalog:
    """Read a ``.po`` file to be written anew or compiled, so that nothing in it may be lost.

    Raises :class:`ReaderError` with every problem.
    """
    catalog = read(path)
    if catalog.problems:
        raise ReaderError(*catalog.problems)
    return catalog


def parse(text: str, path: Path) -> PoCatalog:
    """Parse the text of a ``.po`` file; ``path`` tells the language, and is for problems."""
    return PoCatalog(path, po_parser.parse(text, path), "utf-8")


def _locale(path: Path) -> str | None:
    locale = babel_locale(path.parent.parent.name)
    return str(locale) if locale else None


def _message(read: PoMessage) -> Message:
    id: Any = read.ids if len(read.ids) > 1 else read.ids[0]
    string: Any = read.strings if len(read.ids) > 1 else read.strings[0]
    message = Message(
        id,
        string,
        locations=[(name, 0) for name in read.references],
        auto_comments=read.extracted,
        user_comments=read.comments,
        previous_id=read.previous,
        lineno=read.line,
        context=read.context,
    )
    message.flags = set(read.flags)
    return message


def compile(catalog: PoCatalog) -> bytes:
    """Compile the translated messages, fuzzy ones left out, to the bytes of a ``.mo``."""
    out = io.BytesIO()
    write_mo(out, _Compiled(catalog), use_fuzzy=False)
    return out.getvalue()


def _fields(header: str) -> dict[str, str]:
    """Return a header's fields by name, for a file in UTF-8, as all that is written here is."""
    fields = {
        name.strip(): value.strip()
        for line in header.split("\n")
        if (name := line.partition(":")[0]) and (value := line.partition(":")[2])
    }
    if "Content-Type" in fields:
        fields["Content-Type"] = re.sub(r"charset=[^\s;]*", "charset=UTF-8", fields["Content-Type"])
    return fields


def header_of(catalog: PoCatalog, project: str) -> str:
    """Return the header to write: the catalog's, and what GNU msgfmt requires.

    Nothing in it changes by itself (no dates of extraction), so that an update without
    changes changes nothing.
    """
    fields = _fields(catalog.header)
    fields.pop("POT-Creation-Date", None)
    wanted = {
        "Project-Id-Version": project,
        "PO-Revision-Date": "2026-01-01 00:00+0000",
        "Last-Translator": "none",
        "Language-Team": "none",
        "Language": str(catalog.locale or ""),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": catalog.plural_forms,
    }
    named = {name: fields.pop(name, "") or value for name, value in wanted.items()}
    return "".join(f"{name}: {value}\n" for name, value in (named | fields).items())


def render(
    header: str,
    messages: Iterable[Message],
    *,
    plurals: int,
    comments: Iterable[str] = (),
    obsolete: Iterable[Message] = (),
) -> str:
    """Return the text of a ``.po`` that every tool of gettext takes.

    References have no line numbers, so that a moved line changes nothing here.
    """
    out = [f"# {comment}".rstrip() for comment in comments]
    out += [
        'msgid ""',
        'msgstr ""',
        *(_quoted(line + "\n") for line in header.split("\n") if line),
        "",
    ]
    for message in messages:
        out += _rendered(message, plurals)
    for message in obsolete:
        out += _rendered(message, plurals, gone=True)
    return "\n".join(out).rstrip("\n") + "\n"


_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"'}
    | {code: f"\\{letter}" for code, letter in zip("\a\b\f\n\r\t\v", "abfnrtv", strict=True)}
)
_WIDTH = 88
_FILL = re.compile(rf".{{1,{_WIDTH}}}(?: +|$)|[^ ]+ *", re.DOTALL)
"""As much as goes into a line, cut after a space; a word that is too long stays whole."""


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'


def _lines(text: str) -> list[str]:
    """Quote a text as one line, or as an empty line and several."""
    if "\n" not in text[:-1] and len(text) <= _WIDTH:
        return [_quoted(text)]
    pieces = [piece for line in text.splitlines(True) for piece in _FILL.findall(line)]
    return ['""', *map(_quoted, pieces)]


def _rendered(message: Message, forms: int, gone: bool = False) -> Iterator[str]:
    prefix, previously = ("#~ ", "#~| ") if gone else ("", "#| ")

    def field(keyword: str, text: str, before: str = prefix) -> Iterator[str]:
        first, *others = _lines(text)
        yield f"{before}{keyword} {first}"
        yield from (before + line for line in others)

    yield from (f"# {comment}".rstrip() for comment in message.user_comments)
    if not gone:
        yield from (f"#. {comment}" for comment in message.auto_comments)
        for file in dict.fromkeys(name for name, _ in message.locations):
            yield f"#: {file}"
    # Babel guesses at python-format wherever it sees a per cent sign; nothing here uses it.
    if flags := sorted(message.flags - {"python-format"}):
        yield "#, " + ", ".join(flags)
    if message.previous_id and message.fuzzy:
        if message.context is not None:
            yield from field("msgctxt", message.context, previously)
        previous = parts(message.previous_id)
        for keyword, text in zip(("msgid", "msgid_plural"), previous, strict=False):
            yield from field(keyword, text, previously)
    if message.context is not None:
        yield from field("msgctxt", message.context)
    ids, strings = parts(message.id), parts(message.string or "")
    yield from field("msgid", ids[0])
    if len(ids) > 1:
        yield from field("msgid_plural", ids[1])
        for i in range(max(forms, len(strings))):
            yield from field(f"msgstr[{i}]", strings[i] if i < len(strings) else "")
    else:
        yield from field("msgstr", strings[0])
    yield ""


def parts(text: object) -> tuple[str, ...]:
    """Split an id or a translation into its forms: one, or one for each plural form."""
    return tuple(map(str, text)) if isinstance(text, (tuple, list)) else (str(text),)
