"""The manual page, from the parsers of the commands: a build writes it in every language."""

from __future__ import annotations

from collections.abc import Iterator

from reader import __version__
from reader.cli import grammar
from reader.cli.grammar import Command, Option, Value
from reader.language.messages import _

_CODES = ("0", "1", "2", "130", "141")


def page() -> str:
    """Return the page ``reader.1`` in the interface language, for ``man``."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    opening, *commands = grammar.commands()
    yield f'.TH READER 1 "" "reader {__version__}"'
    yield from _section(_("Name"))
    summary = _("articles beside structured summaries, with a glossary, in the terminal")
    yield f"reader \\- {_text(summary)}"  # by this sign apropos finds it
    yield from _section(_("Synopsis"))
    for n, usage in enumerate(opening.usage.split(" reader ")):
        yield ".br" if n else ".nf"
        yield _text(usage if usage.startswith("reader") else f"reader {usage}")
    yield ".fi"
    yield from _section(_("Description"))
    yield from _paragraphs(opening.description)
    yield from _values(opening.arguments)
    yield from _section(_("Commands"))
    for command in commands:
        yield f".SS {_quoted(command.name)}"
        yield f".B {_quoted(command.usage)}"
        yield ".PP"
        yield from _paragraphs(command.description)
        yield from _values(command.arguments)
        for option in command.options:
            if not option.is_common or _is_other(option, opening):
                yield from _option(option)
    yield from _section(_("Options of every command"))
    for option in opening.options:
        yield from _option(option)
    yield from _section(_("Exit status"))
    meanings = (
        _("found, or done"),
        _("nothing found"),
        _("bad input or usage, or output that cannot be written"),
        _("interrupted from the keyboard"),
        _("whoever read the output has left"),
    )
    for code, meaning in zip(_CODES, meanings, strict=True):
        yield from _item(code, meaning)
    yield from _section(_("Files"))
    for path, what in (
        ("$XDG_CONFIG_HOME/reader/config.toml", _("the settings; “reader config” prints them")),
        ("$XDG_STATE_HOME/reader/state.json", _("what is remembered of the last time")),
        ("$XDG_DATA_HOME/reader/glossaries/", _("entries of your own")),
        ("$XDG_CACHE_HOME/reader/", _("what can be made again at any time")),
    ):
        yield from _item(path, what)


def _is_other(option: Option, opening: Command) -> bool:
    """Tell whether a command has another value for an option that all of them have."""
    return option not in opening.options


def _section(title: str) -> Iterator[str]:
    yield f".SH {_quoted(title.upper())}"


def _paragraphs(text: str) -> Iterator[str]:
    """Yield a description, its lines that begin with spaces as they are."""
    is_kept = False
    for line in text.split("\n"):
        if line.startswith(" ") != is_kept:
            is_kept = not is_kept
            yield ".nf" if is_kept else ".fi"
        yield _text(line) if line.strip() else ".PP"
    if is_kept:
        yield ".fi"


def _values(values: tuple[Value, ...]) -> Iterator[str]:
    for value in values:
        yield from _item(value.name, value.help)


def _option(option: Option) -> Iterator[str]:
    value = option.value
    name = ", ".join(option.names)
    if value is not None:
        name += f" [{value.name}]" if value.is_optional else f" {value.name}"
    yield from _item(name, option.help)


def _item(name: str, text: str) -> Iterator[str]:
    yield ".TP"
    yield f".B {_quoted(name)}"
    yield _text(text)


def _text(text: str) -> str:
    """Return a line of text, in which nothing is an order to troff."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


def _quoted(text: str) -> str:
    return '"' + _text(text).replace('"', "\\(dq") + '"'
