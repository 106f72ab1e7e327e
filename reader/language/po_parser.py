"""Parse PO files as GNU msgfmt does, and go on after what it refuses.

Whatever msgfmt takes is read, with the same value: any white space between keyword and string or
none, every escape sequence, several messages in a line, comments and obsolete messages anywhere,
the encoding that the header names. A message that is wrong is a problem with its line, and costs
that message. Importing this loads no Babel.

It is one grammar with its messages: every state of the parser knows the others, so they stay in one
module.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reader.language import plurals
from reader.language.blank import is_blank
from reader.language.catalog_messages import CatalogMessages, Key
from reader.language.messages import N_
from reader.model import Problem

MOST_FORMS = 100
"""An index of a plural form is less. No language has so many."""


MOST_PROBLEMS = 1_000
"""After so many the rest of a file is not read: it is not a catalog."""


class PoMessage(NamedTuple):
    """A message with everything that its file has of it. Its header is one without an id."""

    line: int
    context: str | None
    ids: tuple[str, ...]
    """The id, and that of the plural where there is one."""
    strings: tuple[str, ...]
    """The translation, or one for each plural form; empty where it is missing."""
    flags: frozenset[str]
    comments: tuple[str, ...]
    extracted: tuple[str, ...]
    references: tuple[str, ...]
    previous: tuple[str, ...]
    """The ids that the translation was made from, where they have changed."""
    obsolete: bool

    @property
    def key(self) -> tuple[str | None, str]:
        return self.context, self.ids[0]


class PoFile(NamedTuple):
    """What a PO file holds: living and obsolete messages, and what is wrong."""

    header: PoMessage | None
    messages: list[PoMessage]
    obsolete: list[PoMessage]
    problems: list[Problem]
    """By line. What they name is in none of the lists, so that a file which is written anew from
    them would lose it."""


_NOT_A_LINE = N_(
    "This is not a line of a catalog: a keyword such as msgid or msgstr"
    " and a text in double quotes are expected. Correct the line."
)
_NOT_CLOSED = N_("The text in this line has no closing quote. Add it.")
_ESCAPE = N_("“{text}” is not an escape sequence. Where a backslash is meant, write two.")
_NO_STRING = N_("This message has no msgstr. Add one.")
_PLURALS = N_(
    "The plural forms of this message are not right: msgid_plural goes with msgstr[0], msgstr[1]"
    " and so on. Correct them."
)
_SEPARATOR = N_("This message has the character U+0004, which gettext keeps for itself. Delete it.")
_OBSOLETE = N_("Either every line of a message begins with #~ or none does. Correct this message.")
_TWICE = N_("This message is in the catalog twice. Delete one of the two.")
_HEADER_TWICE = N_("This catalog has a second header. Delete one of the two.")
_NOT_ENCODED = N_(
    "There are bytes here that are not {encoding}. Messages left out because of such bytes:"
    " {count}. Correct them, or the charset in the header."
)

_TOO_MANY = N_(
    "This catalog has too many errors and is not read from here on. Correct those above."
)

_ENCODING = re.compile(
    r"utf-?8|(us-?)?ascii|iso[-_]?8859[-_][0-9]+|koi8[-_][rut]|(cp|windows-?)[0-9]+|big5(-?hkscs)?"
    r"|gb(2312|k|18030)|euc[-_](jp|kr|tw|cn)|shift[-_]jis|johab|tis-?620|macintosh|ptcp154|kz1048",
    re.IGNORECASE,
)
"""The names that gettext has for encodings. Python knows others, which are not text or take long."""

_CHARSET = re.compile(rb"""^[^#\n]*"[^"\n]*\bcharset=([A-Za-z0-9_.-]+)""", re.MULTILINE)


def encoding_of(name: str) -> str | None:
    """Return Python's name of an encoding; ``None`` where a catalog cannot be in it."""
    if not _ENCODING.fullmatch(name):
        return None
    try:
        found = codecs.lookup(name).name
        return found if "msgid".encode(found) == b"msgid" else None
    except LookupError:
        return None


def decode(data: bytes) -> tuple[str, str]:
    """Decode the bytes of a PO file; return its text and Python's name of the encoding.

    It is UTF-8 where every byte is, else what the header names. A byte that is neither becomes a
    lone surrogate.
    """
    named = _CHARSET.search(data)
    encoding = (encoding_of(named[1].decode("ascii")) if named else None) or "utf-8"
    try:
        return data.decode("utf-8-sig"), encoding if data.isascii() else "utf-8"
    except UnicodeDecodeError:
        return data.decode(encoding, "surrogateescape").removeprefix("\ufeff"), encoding


_TOKEN = re.compile(
    r"""
    (?P<space>(?:[ \t\r\f\v]|\\\n)++)
    |(?P<end>\n)
    |"(?P<string>[^"\\\n]*+(?:\\[\s\S][^"\\\n]*+)*+)"
    |(?P<keyword>msgid_plural|msgid|msgstr|msgctxt|domain)(?![\w$])
    |(?P<index>\[[ \t\r\f\v\n]*[0-9]{1,9}[ \t\r\f\v\n]*\])
    |(?P<mark>\#(?:~\|?|\|))
    |(?P<comment>\#[^\n]*+)
    |(?P<junk>[^\n]++)
    """,
    re.VERBOSE,
)
_SEQUENCE = re.compile(r"\\(x[0-9A-Fa-f]+|[0-7]{1,3}|[\s\S])")
_CONTROLS: Mapping[str, str] = {
    "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v",
    "\\": "\\", '"': '"', "\n": "",
}  # fmt: skip
_REFERENCE = re.compile(r"\u2068([^\u2069]*)\u2069(?::[0-9]+)?|(\S+?)(?::[0-9]+)?(?=\s|$)")
_SURROGATE = re.compile("[\udc80-\udcff]")


class _WrongError(Exception):
    def __init__(self, message: str, **values: str) -> None:
        super().__init__(message)
        self.message = message
        self.values = values


def _unescaped(text: str) -> str:
    """Return a string's value; a byte that it is given by number is a lone surrogate."""
    if "\\" not in text:
        return text
    return _SEQUENCE.sub(_value, text)


def _value(match: re.Match[str]) -> str:
    sequence = match[1]
    if (control := _CONTROLS.get(sequence)) is not None:
        return control
    if sequence[0] == "x" and len(sequence) > 1:
        code = int(sequence[-2:], 16)  # msgfmt keeps the last eight bits
    elif sequence[0] in "01234567":
        code = int(sequence, 8) & 0xFF
    else:
        raise _WrongError(_ESCAPE, text=match[0])
    return chr(code) if code < 0x80 else chr(0xDC00 + code)


class _Notes:
    """What stands above a message."""

    def __init__(self) -> None:
        self.flags: set[str] = set()
        self.comments: list[str] = []
        self.extracted: list[str] = []
        self.references: list[str] = []
        self.previous: dict[str, list[str]] = {}

    @property
    def used(self) -> bool:
        return any((self.flags, self.comments, self.extracted, self.references, self.previous))

    def take(self, comment: str) -> None:
        kind, text = comment[1:2], comment[2:].strip()
        if kind in (",", "!"):
            self.flags.update(re.split(r"[\s,]+", text))
            self.flags.discard("")
        elif kind == ".":
            self.extracted.append(text)
        elif kind == ":":
            self.references += [quoted or plain for quoted, plain in _REFERENCE.findall(text)]
        else:
            self.comments.append(comment[1:].strip())

    def absorb(self, other: _Notes) -> None:
        self.flags |= other.flags
        self.comments += other.comments
        self.extracted += other.extracted
        self.references += other.references
        self.previous |= other.previous


class _Draft:
    """A message that is being read: the strings of each of its parts, in order."""

    def __init__(self, line: int, obsolete: bool, notes: _Notes) -> None:
        self.line = line
        self.obsolete = obsolete
        self.notes = notes
        self.parts: dict[str, list[str]] = {}
        self.part = ""

    @property
    def done(self) -> bool:
        return self.part.startswith("msgstr") and bool(self.parts[self.part])

    def begin(self, part: str) -> None:
        if part in self.parts or (self.part and not self.parts[self.part]):
            raise _WrongError(_NOT_A_LINE)
        self.part = part
        self.parts[part] = []

    def number(self, index: int) -> None:
        """Begin a plural form."""
        if index >= MOST_FORMS:
            raise _WrongError(_PLURALS)
        if self.part == "msgstr":
            del self.parts[self.part]
            self.part = ""
        self.begin(f"msgstr[{index}]")

    def add(self, string: str) -> None:
        """Add a string to the part that it stands in."""
        if not self.part:
            raise _WrongError(_NOT_A_LINE)
        self.parts[self.part].append(string)


class _Parser:
    def __init__(self, path: Path, encoding: str) -> None:
        self.path = path
        self.encoding = encoding
        self.header: PoMessage | None = None
        self.messages: list[PoMessage] = []
        self.obsolete: list[PoMessage] = []
        self.problems: list[Problem] = []
        self.seen: set[tuple[str | None, str]] = set()
        self.not_encoded: list[int] = []
        """The lines of messages with bytes of another encoding."""
        self.bytes_in_comments: list[int] = []
        self.notes = _Notes()
        self.draft: _Draft | None = None
        self.skipping = False
        """The rest of a message that is wrong is passed over, up to what can begin another one."""
        self.had_id = False
        self.bracket = False
        """After msgstr, where an index may follow."""
        self.previous: list[str] | None = None

    def parse(self, text: str) -> PoFile:
        line, obsolete, previous, bare = 1, False, False, True
        for match in _TOKEN.finditer(text):
            kind, token = str(match.lastgroup), match[0]
            if kind == "space":
                line += token.count("\n")
                continue
            if kind == "end":
                self.had_id |= bare  # an empty line: the next message may begin
                line += 1
                obsolete, previous, bare = False, False, True
                continue
            first, bare = bare, False
            if kind == "mark":
                obsolete, previous = obsolete or "~" in token, token.endswith("|")
                continue
            if first and kind == "junk" and token[0] != '"' and self._done():
                self._finish()  # nothing of it
            try:
                if kind == "comment":
                    self._comment(token, line)
                elif previous:
                    self._previous(kind, match[kind])
                else:
                    self._token(kind, match[kind], line, obsolete)
            except _WrongError as wrong:
                self._note(wrong, line)
                if not previous:
                    self._skip()
            if len(self.problems) >= MOST_PROBLEMS:
                self._note(_WrongError(_TOO_MANY), line)
                break
            if kind in ("string", "index"):
                line += token.count("\n")
        self._finish()
        self._note_encoding()
        self.problems.sort(key=lambda problem: problem.line)
        return PoFile(self.header, self.messages, self.obsolete, self.problems)

    def _done(self) -> bool:
        """Tell whether the message that is being read could end here."""
        return self.draft is not None and self.draft.done

    def _comment(self, token: str, line: int) -> None:
        self.had_id = True
        if _SURROGATE.search(token):
            self.bytes_in_comments.append(line)
            token = _SURROGATE.sub("\ufffd", token)
        self.notes.take(token)

    def _previous(self, kind: str, value: str) -> None:
        if kind == "keyword":
            if self._done():
                self._finish()
            self.previous = self.notes.previous.setdefault(value, [])
        elif kind == "string" and self.previous is not None:
            self.previous.append(_unescaped(value))
        else:
            raise _WrongError(_NOT_A_LINE)

    def _token(self, kind: str, value: str, line: int, obsolete: bool) -> None:
        self.previous = None
        if kind == "keyword" and value in ("msgctxt", "msgid", "domain"):
            self._begin(value, line, obsolete)
            return
        if self.skipping:
            return
        draft = self.draft
        bracket, self.bracket = self.bracket, False
        if kind == "junk" or draft is None:
            raise _WrongError(_NOT_CLOSED if value.startswith('"') else _NOT_A_LINE)
        if obsolete != draft.obsolete:
            raise _WrongError(_OBSOLETE)
        if self.notes.used:  # comments in the middle of the message
            draft.notes.absorb(self.notes)
            self.notes = _Notes()
        if kind == "keyword":
            self._go_on(draft, value)
        elif kind == "index":
            if not bracket:
                raise _WrongError(_PLURALS)
            draft.number(int(value[1:-1]))
        elif bracket and draft.part != "msgstr":
            raise _WrongError(_PLURALS)
        else:
            draft.add(_unescaped(value))

    def _go_on(self, draft: _Draft, keyword: str) -> None:
        """Go on to the plural or the translation of a message."""
        if "msgid" not in draft.parts:
            raise _WrongError(_NOT_A_LINE)
        self.bracket = keyword == "msgstr"
        # Which of several plural forms comes is known when its index follows.
        if not (self.bracket and draft.done and draft.part != "msgstr"):
            draft.begin(keyword)

    def _begin(self, keyword: str, line: int, obsolete: bool) -> None:
        """Begin a message, or go on from its context to its id."""
        draft = self.draft
        if keyword == "msgid" and draft and "msgid" not in draft.parts:
            if obsolete != draft.obsolete:
                raise _WrongError(_OBSOLETE)
            draft.begin(keyword)
            draft.line = line
            return
        if keyword == "msgid" and self.skipping and not self.had_id:
            self.had_id = True  # that of the message which is passed over
            return
        self._finish()
        self.skipping = False
        if keyword == "domain":  # gettext's own: where compiled messages go
            self.notes = _Notes()
            self.skipping, self.had_id = True, True
            return
        self.draft = _Draft(line, obsolete, self.notes)
        self.notes = _Notes()
        self.draft.begin(keyword)

    def _skip(self) -> None:
        self.had_id = self.draft is None or "msgid" in self.draft.parts
        self.draft = None
        self.skipping, self.bracket = True, False

    def _finish(self) -> None:
        """Keep the message that has been read, or note what is wrong with it."""
        draft, self.draft = self.draft, None
        bracket, self.bracket = self.bracket, False
        if draft is None:
            return
        try:
            if bracket:
                raise _WrongError(_NOT_A_LINE)
            message = self._message(draft)
        except _WrongError as wrong:
            self._note(wrong, draft.line)
            return
        if message is None:
            self.not_encoded.append(draft.line)
        elif message.obsolete:
            self.obsolete.append(message)
        elif message.key == (None, ""):
            if self.header is not None:
                self._note(_WrongError(_HEADER_TWICE), draft.line)
            else:
                self.header = message
        elif message.key in self.seen:
            self._note(_WrongError(_TWICE), draft.line)
        else:
            self.seen.add(message.key)
            self.messages.append(message)

    def _message(self, draft: _Draft) -> PoMessage | None:
        """Return the message; ``None`` where bytes of it are not of the encoding."""
        parts = draft.parts
        if draft.part and not parts[draft.part]:
            raise _WrongError(_NOT_A_LINE)
        if not draft.part.startswith("msgstr"):
            raise _WrongError(_NO_STRING)
        forms = sorted(
            (int(part[7:-1]), strings) for part, strings in parts.items() if part[6:7] == "["
        )
        if ("msgid_plural" in parts) != bool(forms) or ("msgstr" in parts) == bool(forms):
            raise _WrongError(_PLURALS)
        if forms and forms[-1][0] >= len(forms):
            raise _WrongError(_PLURALS)
        context = parts.get("msgctxt")
        strings = [strings for _, strings in forms] or [parts["msgstr"]]
        try:
            ids = [self._joined(parts[part]) for part in ("msgid", "msgid_plural") if part in parts]
            notes = draft.notes
            return PoMessage(
                draft.line,
                None if context is None else self._joined(context),
                tuple(ids),
                tuple(map(self._joined, strings)),
                frozenset(notes.flags),
                tuple(notes.comments),
                tuple(notes.extracted),
                tuple(notes.references),
                tuple(
                    self._joined(notes.previous[part])
                    for part in ("msgid", "msgid_plural")
                    if part in notes.previous
                ),
                draft.obsolete,
            )
        except UnicodeError:
            return None

    def _joined(self, strings: list[str]) -> str:
        """Join the strings of a part. Raises ``UnicodeError`` and :class:`_WrongError`."""
        text = "".join(strings)
        if _SURROGATE.search(text):
            text = text.encode(self.encoding, "surrogateescape").decode(self.encoding)
        if "\4" in text:
            raise _WrongError(_SEPARATOR)
        return text.partition("\0")[0]  # as far as C reads it

    def _note(self, wrong: _WrongError, line: int) -> None:
        values = MappingProxyType(wrong.values)
        self.problems.append(Problem(str(self.path), line, 0, wrong.message, values))

    def _note_encoding(self) -> None:
        """Note the bytes of another encoding once: where there are some, there are many."""
        if not self.not_encoded and not self.bytes_in_comments:
            return
        values = {"encoding": self.encoding.upper(), "count": str(len(self.not_encoded))}
        first = min(self.not_encoded + self.bytes_in_comments)
        self._note(_WrongError(_NOT_ENCODED, **values), first)


def parse(text: str, path: Path, encoding: str = "utf-8") -> PoFile:
    """Parse the text of a PO file, as :func:`decode` returns it; ``path`` is for problems.

    Never raises: what is wrong is among the problems.
    """
    return _Parser(path, encoding).parse(text)


def translated(file: PoFile, language: str) -> CatalogMessages:
    """Return the messages of a file that have a translation, neither fuzzy nor blank."""
    messages: dict[Key, str] = {}
    for message in file.messages:
        if "fuzzy" in message.flags:
            continue
        id = message.ids[0] if message.context is None else f"{message.context}\4{message.ids[0]}"
        for number, text in enumerate(message.strings):
            if not is_blank(text):
                messages[(id, number) if len(message.ids) > 1 else id] = text
    header = file.header.strings[0] if file.header else ""
    return CatalogMessages(messages, plurals.of_header(header, language))
