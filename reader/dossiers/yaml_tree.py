"""Parse YAML into a tree of nodes with line and column, within safe limits.

The tree is built from the parser's events, so a deep or aliased file is refused at the
place that makes it so, before anything grows. Scalars stay the text that the file has
(``no`` is a word, ``2025-12-19`` is not converted); each field converts its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reader.dossiers.paths import inside
from reader.errors import ReaderError
from reader.language import text_files
from reader.language.messages import N_
from reader.language.sanitize import sanitize

if TYPE_CHECKING:
    from yaml.events import Event

DEEPEST = 16
MOST_NODES = 500_000

LEAVES = N_("This path leaves the dossier through a link. Put the file itself here.")
_NO_ALIASES = N_(
    "Anchors (&) and aliases (*) are not read here. Write the text out, or put it in quotes."
)
_NULL = frozenset(("", "~", "null", "Null", "NULL"))


class Scalar(NamedTuple):
    """A text of the file, its lines joined; ``plain`` means without quotes or tag."""

    line: int
    column: int
    text: str
    plain: bool

    @property
    def null(self) -> bool:
        return self.plain and self.text in _NULL


class List(NamedTuple):
    line: int
    column: int
    items: tuple[Node, ...]


class Map(NamedTuple):
    """Values by key, and the place of each key."""

    line: int
    column: int
    items: Mapping[str, Node]
    keys: Mapping[str, Scalar]
    flow: bool = False
    """It stands in braces, where a comma ends a text."""


Node = Scalar | List | Map


def read(path: Path, root: Path | None = None) -> Node | None:
    """Parse a file; return ``None`` for an empty one. Raises :class:`ReaderError`.

    With ``root``, a path that leaves that folder through a link is refused.
    """
    return parse(read_text(path, root), path)


def read_text(path: Path, root: Path | None = None) -> str:
    """Read the text of a YAML file as :func:`read` does."""
    if root is not None:
        try:
            is_inside = inside(path, root)
        except (OSError, RuntimeError):  # a loop of links: reading the file raises the error
            is_inside = True
        if not is_inside:
            raise ReaderError.at(path, LEAVES)
    return text_files.read_text(path, text_files.LARGEST_YAML, text_files.YAML_MESSAGES)


def read_bytes(path: Path, *, streams: bool = False) -> bytes:
    """Read the bytes of a YAML file; with ``streams`` of a pipe. Raises :class:`ReaderError`."""
    return text_files.read_bytes(
        path, text_files.LARGEST_YAML, text_files.YAML_MESSAGES, streams=streams
    )


def decode(data: bytes, path: Path) -> str:
    """Decode the bytes of a YAML file. Raises :class:`ReaderError`."""
    return text_files.decode(data, path, text_files.YAML_MESSAGES)


def parse(text: str, path: Path, *, above: int = 0) -> Node | None:
    """Parse YAML that stands under ``above`` lines of the file ``path``.

    Returns ``None`` for an empty text. Raises :class:`ReaderError`.
    """
    import yaml

    try:
        parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
        try:
            return _Builder(path, above).build(parser.get_event)
        finally:
            parser.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ReaderError.at(
            path,
            N_("This is not valid YAML: {reason}. Correct it here or just above."),
            line=above + mark.line + 1 if mark else 0,
            column=mark.column + 1 if mark else 0,
            reason=str(error.problem or error.context),
        ) from error
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        raise ReaderError.at(
            path,
            N_("This is not valid YAML: {reason}. Correct it here or just above."),
            line=above + before.count("\n") + 1,
            column=error.position - before.rfind("\n"),
            reason=str(error.reason),
        ) from error


def texts(tree: Node | None) -> Iterator[Scalar]:
    """Yield every value of a tree, in the order of the file."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, List):
            waiting += reversed(node.items)
        elif node is not None:
            waiting += reversed(list(node.items.values()))


def _one_line(text: str) -> str:
    """Join the lines of a text: a YAML block is one paragraph. No-break spaces stay."""
    lines = (line.strip(" \t") for line in text.split("\n"))
    return " ".join(line for line in lines if line)


class _Builder:
    """Builds a tree from one document's events without recursion."""

    def __init__(self, path: Path, above: int) -> None:
        self._path = path
        self._above = above

    def _place(self, event: Event) -> tuple[int, int]:
        mark = event.start_mark
        return (self._above + mark.line + 1, mark.column + 1) if mark else (0, 0)

    def _error(self, event: Event, message: str, **values: str) -> ReaderError:
        line, column = self._place(event)
        return ReaderError.at(self._path, message, line=line, column=column, **values)

    def build(self, next_event: Callable[[], Event | None]) -> Node | None:
        """Build the tree of the events that ``next_event`` returns, ``None`` at the end."""
        from yaml.events import (
            AliasEvent,
            DocumentStartEvent,
            MappingEndEvent,
            MappingStartEvent,
            ScalarEvent,
            SequenceEndEvent,
            SequenceStartEvent,
        )

        open_: list[tuple[int, int, MappingStartEvent | None, list[Node]]] = []
        whole: Node | None = None
        nodes = 0
        above = self._above + 1
        done: Node
        while (event := next_event()) is not None:
            if isinstance(event, ScalarEvent):
                if event.anchor or event.tag:
                    self._check_extras(event, event.anchor, event.tag)
                mark, text = event.start_mark, event.value
                done = Scalar(
                    above + mark.line if mark else 0,
                    mark.column + 1 if mark else 0,
                    # A printable text has no line breaks and nothing to sanitize.
                    text.strip(" ") if text.isprintable() else _one_line(sanitize(text)),
                    not event.style and event.tag is None,
                )
            elif isinstance(event, (MappingStartEvent, SequenceStartEvent)):
                self._check_extras(event, event.anchor, event.tag)
                if len(open_) >= DEEPEST:
                    raise self._error(
                        event, N_("This is nested too deeply for a dossier. Make it flatter.")
                    )
                mapping = event if isinstance(event, MappingStartEvent) else None
                open_.append((*self._place(event), mapping, []))
                continue
            elif isinstance(event, (MappingEndEvent, SequenceEndEvent)):
                line, column, mapping, children = open_.pop()
                done = (
                    self._map(line, column, children)._replace(flow=bool(mapping.flow_style))
                    if mapping is not None
                    else List(line, column, tuple(children))
                )
            elif isinstance(event, AliasEvent):
                raise self._error(event, _NO_ALIASES)
            elif isinstance(event, DocumentStartEvent) and whole is not None:
                raise self._error(
                    event, N_("The file has a second YAML document. Put it in a file of its own.")
                )
            else:
                continue
            nodes += 1
            if nodes > MOST_NODES:
                raise self._error(
                    event, N_("This file is too large for one file of a dossier. Divide it.")
                )
            if open_:
                open_[-1][3].append(done)
            else:
                whole = done
        return None if isinstance(whole, Scalar) and whole.null else whole

    def _check_extras(self, event: Event, anchor: str | None, tag: str | None) -> None:
        """Raise an error for an anchor, and for any tag but that of a text."""
        if anchor:
            raise self._error(event, _NO_ALIASES)
        if tag and tag not in ("!", "tag:yaml.org,2002:str"):
            raise self._error(
                event, N_("Tags such as {tag} are not read here. Delete it."), tag=str(tag)
            )

    def _map(self, line: int, column: int, children: list[Node]) -> Map:
        items: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        for key, item in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise ReaderError.at(
                    self._path,
                    N_("A key must be one word, not a list or a mapping. Put it in quotes."),
                    line=key.line,
                    column=key.column,
                )
            if key.text in items:
                raise ReaderError.at(
                    self._path,
                    N_("The key “{key}” appears here twice. Delete one of the two."),
                    line=key.line,
                    column=key.column,
                    key=key.text,
                )
            items[key.text], keys[key.text] = item, key
        return Map(line, column, MappingProxyType(items), MappingProxyType(keys))
