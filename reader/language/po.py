"""PO files over Babel's catalog: read strictly, written plainly, compiled.

Babel reads some broken files without a word (it cuts the last character off a string
whose quote is missing), loses ``#|`` lines and stops at ``#~|``; this module does not.
Importing it loads Babel: callers import it where they need it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.core import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, PoFileParser, denormalize

from reader.errors import ReaderError
from reader.language import plain_po
from reader.language.messages import N_

_LINE = re.compile(
    r"""(?:\#~\s*)?
    (?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s+)?
    "(?:[^"\\]|\\.)*"\s*""",
    re.VERBOSE,
)


class _BrokenError(Exception):
    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


class PoCatalog(Catalog):
    """A catalog that refuses a second message with the same id and context.

    ``header`` is the text of the header as the file has it, ``comments`` the lines above.
    """

    header: str = ""
    comments: tuple[str, ...] = ()

    def __setitem__(self, id: str | tuple[str, ...] | list[str], message: Message) -> None:
        own = parts(message.id)[0]
        line = message.lineno or 0
        if own and self.get(own, message.context) is not None:
            raise _BrokenError(
                line, N_("This message is in the catalog twice. Delete one of the two.")
            )
        if not own:
            self.header = parts(message.string or "")[0]
            self.comments = tuple(message.user_comments)
        super().__setitem__(id, message)
        if not own and self.num_plurals > plain_po.MOST_PLURALS:
            raise _BrokenError(
                line, N_("The header’s Plural-Forms has more forms than any language. Correct it.")
            )

    def __iter__(self) -> Iterator[Message]:
        for message in super().__iter__():
            if not message.id and self.locale is None:
                # Babel leaves the rule out where CLDR does not have the language.
                message.string = f"{message.string}Plural-Forms: {self.plural_forms}\n"
            yield message

    def entries(self) -> list[Message]:
        """List the messages without the header, in the order of the file."""
        return [message for message in self if message.id]


def read(path: Path) -> PoCatalog:
    """Read a ``.po`` file. Raises :class:`ReaderError` with the line at fault."""
    return parse(plain_po.read_text(path), path)


def parse(text: str, path: Path) -> PoCatalog:
    """Parse the text of a ``.po`` file; ``path`` is for the messages."""
    catalog = PoCatalog(locale=_locale(path), charset="utf-8")
    at = 0

    def lines() -> Iterator[str]:
        nonlocal at
        for at, line in enumerate(text.split("\n"), 1):
            content = line.strip()
            if content.startswith("#~|"):
                yield ""  # the previous text of a message that is gone; Babel stops here
                continue
            bare = content.startswith("#") and not content.startswith("#~")
            if content and not bare and content != "#~" and not _LINE.fullmatch(content):
                raise _BrokenError(
                    at,
                    N_(
                        "This is not a line of a catalog: a keyword such as msgid or msgstr"
                        " and a text in double quotes are expected. Correct the line."
                    ),
                )
            yield line

    try:
        PoFileParser(catalog, abort_invalid=True).parse(lines())
    except _BrokenError as error:
        raise ReaderError.at(path, error.message, line=error.line) from error
    except PoFileError as error:
        raise ReaderError.at(
            path,
            N_("This catalog is broken near this line ({reason}). Correct it."),
            line=error.lineno + 1,
            reason=str(error).rpartition(" on ")[0],
        ) from error
    except (ValueError, LookupError, AttributeError, TypeError, UnknownLocaleError) as error:
        raise ReaderError.at(
            path,
            N_("This catalog is broken near this line ({reason}). Correct it."),
            line=at,
            reason=str(error),
        ) from error
    for message in catalog.entries():
        _take_previous(message)
    # The header may name another encoding; the text was decoded, and is compiled, as UTF-8.
    catalog.charset = "utf-8"
    return catalog


def _locale(path: Path) -> str | None:
    from babel import Locale

    try:
        return str(Locale.parse(path.parent.parent.name))
    except (ValueError, UnknownLocaleError):
        return None


def _take_previous(message: Message) -> None:
    """Move ``#|`` lines, which Babel takes for comments, to ``previous_id``."""
    previous = [c[1:].strip() for c in message.user_comments if c.startswith("|")]
    if not previous:
        return
    message.user_comments = [c for c in message.user_comments if not c.startswith("|")]
    parts: dict[str, list[str]] = {}
    keyword = ""
    for line in previous:
        if not line.startswith('"'):
            keyword, _, line = line.partition(" ")  # noqa: PLW2901 - the rest of the same line
        parts.setdefault(keyword, []).append(line.strip())
    ids = [
        denormalize('""\n' + "\n".join(parts[k])) for k in ("msgid", "msgid_plural") if k in parts
    ]
    message.previous_id = ids


def compile(catalog: Catalog) -> bytes:
    """Compile the translated messages, fuzzy ones left out, to the bytes of a ``.mo``."""
    out = io.BytesIO()
    write_mo(out, catalog, use_fuzzy=False)
    return out.getvalue()


def header_of(catalog: PoCatalog, project: str) -> str:
    """Return the header to write: the catalog's, and what GNU msgfmt requires.

    Nothing in it changes by itself (no dates of extraction), so that an update without
    changes changes nothing.
    """
    fields = {
        name.strip(): value.strip()
        for line in catalog.header.split("\n")
        if (name := line.partition(":")[0]) and (value := line.partition(":")[2])
    }
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
    out += ['msgid ""', 'msgstr ""', *(_quoted(line + "\n") for line in header.splitlines()), ""]
    for message in messages:
        out += _message(message, plurals)
    for message in obsolete:
        out += _message(message, plurals, prefix="#~ ")
    return "\n".join(out).rstrip("\n") + "\n"


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\r": "\\r", "\n": "\\n", '"': '\\"'})
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


def _message(message: Message, plurals: int, prefix: str = "") -> Iterator[str]:
    def field(keyword: str, text: str, before: str = prefix) -> Iterator[str]:
        first, *others = _lines(text)
        yield f"{before}{keyword} {first}"
        yield from (before + line for line in others)

    yield from (f"# {comment}".rstrip() for comment in message.user_comments)
    if not prefix:
        yield from (f"#. {comment}" for comment in message.auto_comments)
        for file in dict.fromkeys(name for name, _ in message.locations):
            yield f"#: {file}"
    # Babel guesses at python-format wherever it sees a per cent sign; nothing here uses it.
    if flags := sorted(message.flags - {"python-format"}):
        yield "#, " + ", ".join(flags)
    if not prefix and message.previous_id and message.fuzzy:
        if message.context is not None:
            yield from field("msgctxt", message.context, "#| ")
        previous = parts(message.previous_id)
        for keyword, text in zip(("msgid", "msgid_plural"), previous, strict=False):
            yield from field(keyword, text, "#| ")
    if message.context is not None:
        yield from field("msgctxt", message.context)
    ids, strings = parts(message.id), parts(message.string or "")
    yield from field("msgid", ids[0])
    if len(ids) > 1:
        yield from field("msgid_plural", ids[1])
        for i in range(plurals):
            yield from field(f"msgstr[{i}]", strings[i] if i < len(strings) else "")
    else:
        yield from field("msgstr", strings[0])
    yield ""


def parts(text: object) -> tuple[str, ...]:
    """Split an id or a translation into its forms: one, or one for each plural form."""
    return tuple(map(str, text)) if isinstance(text, (tuple, list)) else (str(text),)
