"""What the reader sets: ``config.toml`` in the configuration folder.

What is wrong in the file is a problem with its place; everything else in it counts.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, NamedTuple, get_type_hints

from reader import storage
from reader.language.messages import N_
from reader.model import Problem

AUTO = "auto"
"""The theme that is light or dark as the terminal's background is."""
THEMES = (AUTO, "dark", "light", "high-contrast", "terminal")
LARGEST = 64 * 2**10
"""Bytes of the file. With every setting and the keys of every command it has a tenth of that."""

_MOST_POINTS = 100
CITATION_FORMATS = ("text", "markdown", "csl-json", "bibtex")


class Setting(NamedTuple):
    """How a setting is described and validated, beside its type and default."""

    help: str
    """A msgid."""
    accepts: Callable[[object], bool]
    """Tells whether a value is one for this setting."""
    wanted: str
    """A msgid: what the value must be."""


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_measure(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 20 <= value <= 400


def _is_words(value: object) -> bool:
    """Tell whether a value is the words of a command; none at all is none."""
    if not isinstance(value, list | tuple):
        return False
    return all(isinstance(word, str) and "\0" not in word for word in value) and "" not in value[:1]


def _one_of(*values: str) -> Callable[[object], bool]:
    return lambda value: value in values


# The one list of settings. Annotations are evaluated only where a file is read or written.
class Settings(NamedTuple):
    """The settings in force. An empty string leaves the choice to what was last used."""

    language: Annotated[
        str,
        Setting(
            N_(
                'The language of everything: a code such as "ru" or "en". Empty: the one last used, else the locale\'s.'
            ),
            _is_text,
            N_('a word such as "ru"'),
        ),
    ] = ""
    theme: Annotated[
        str,
        Setting(
            N_(
                "Colours: auto (light or dark as the terminal's background), dark, light, high-contrast or terminal (the terminal's own 16). Empty: the theme last chosen, else auto."
            ),
            _one_of("", *THEMES),
            N_("auto, dark, light, high-contrast or terminal"),
        ),
    ] = ""
    measure: Annotated[
        int,
        Setting(
            N_("The maximum width of a line of text, in cells."),
            _is_measure,
            N_("a number from 20 to 400"),
        ),
    ] = 78
    animations: Annotated[
        bool,
        Setting(
            N_("Whether scrolling and windows are animated."),
            _is_flag,
            N_("true or false"),
        ),
    ] = False
    screen_reader: Annotated[
        bool,
        Setting(
            N_(
                "Whether the screen is painted for a screen reader: one pane, no frames, states in words."
            ),
            _is_flag,
            N_("true or false"),
        ),
    ] = False
    citation_format: Annotated[
        str,
        Setting(
            N_("What “copy” puts on the clipboard: text, markdown, csl-json or bibtex."),
            _one_of(*CITATION_FORMATS),
            N_("text, markdown, csl-json or bibtex"),
        ),
    ] = "text"
    draft_command: Annotated[
        tuple[str, ...],
        Setting(
            N_(
                "A program that drafts summaries, as a list of words: it is given JSON and answers with JSON. You are asked before an article is sent to it. No shell sees it."
            ),
            _is_words,
            N_('a list of words such as ["ollama", "run", "gemma3"]'),
        ),
    ] = ()
    lookup_command: Annotated[
        tuple[str, ...],
        Setting(
            N_(
                "A program that looks a word up, as a list of words: {word} among them is the word, else it is given it as its input."
            ),
            _is_words,
            N_('a list of words such as ["sdcv", "-n", "{word}"]'),
        ),
    ] = ()
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Keys by the id of a command, in place of its own, as they are written."""
    key_lines: Mapping[str, int] = MappingProxyType({})
    """The line of the file in which the keys of a command are."""
    problems: tuple[Problem, ...] = ()


TABLES: Mapping[str, str] = MappingProxyType({"draft": "draft_command", "lookup": "lookup_command"})
"""Settings that stand in a table of their own, as its ``command``, by the table's name."""


@cache
def declared() -> Mapping[str, Setting]:
    """Return the settings of the file by their names, in their order."""
    hints = get_type_hints(Settings, include_extras=True)
    found = {name: getattr(hint, "__metadata__", (None,))[0] for name, hint in hints.items()}
    return {name: setting for name, setting in found.items() if isinstance(setting, Setting)}


def path() -> Path:
    """Return the path of the configuration file."""
    return storage.config_home() / "config.toml"


def load() -> Settings:
    """Read the settings in force; the defaults where there is no file."""
    file = path()
    try:
        text = storage.read_file(file, LARGEST).removeprefix(BOM_UTF8).decode()
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except storage.TooLargeError:
        return _broken(file, N_("This configuration file is larger than {limit} KB and is not read. Shorten it."), limit=str(LARGEST // 2**10))  # fmt: skip
    except (OSError, ValueError):
        return _broken(
            file, N_("This configuration file cannot be read: it must be a text file in UTF-8.")
        )
    data, problem = _parsed(text, file)
    return _settings(data, text, file) if problem is None else Settings(problems=(problem,))


def _parsed(text: str, file: Path) -> tuple[dict[str, Any], Problem | None]:
    """Parse TOML; return why it cannot be parsed, if it cannot."""
    for number, line in enumerate(text.split("\n"), 1):
        # What stands between points is a table of its own each, and takes time by the square.
        if line.count(".") > _MOST_POINTS and not line.lstrip().startswith("#"):
            message = N_("This line has too many dots for a setting. Shorten it.")
            return {}, _problem(file, number, message)
    import tomllib

    try:
        return tomllib.loads(text), None
    except tomllib.TOMLDecodeError as error:
        # “Invalid value (at line 3, column 9)”: older Pythons give the place in words only.
        reason, _at, place = str(error).partition(" (at ")
        end = (str(text.count("\n") + 1), "0")  # “(at end of document)”
        row, column = (int(number) for number in (re.findall(r"\d+", place) or end)[:2])
        problem = _problem(file, row, _NOT_TOML, reason=reason)
        return {}, problem._replace(column=column)
    except storage.DAMAGE as error:  # a number of 5,000 digits, a list in a thousand others
        return {}, _problem(file, 0, _NOT_TOML, reason=str(error).partition(";")[0])


_NOT_A_TABLE = N_("“{name}” must be a table with a command: a line [{name}], then command = [\"word\", \"word\"].")  # fmt: skip
_NOT_TOML = N_("This configuration file is not TOML: {reason}")


def _settings(data: dict[str, Any], text: str, file: Path) -> Settings:
    settings, problems = Settings(), []
    known, lines = declared(), _lines(text)
    for name, value in data.items():
        line = lines.get(name, 0)
        if name == "keys":
            keys, found = _keys(value, lines, file)
            at = {command: _line_of_keys(command, lines) for command in keys}
            settings = settings._replace(keys=keys, key_lines=MappingProxyType(at))
            problems += found
        elif name in TABLES:
            setting = TABLES[name]
            given: Any = value.get("command") if isinstance(value, dict) else None
            line = lines.get(f"{name}.command", line)
            if not isinstance(value, dict) or value.keys() != {"command"}:
                problems.append(_problem(file, line, _NOT_A_TABLE, name=name))
            elif not known[setting].accepts(given):
                wanted = known[setting].wanted
                problems.append(_problem(file, line, N_("“{name}” must be {wanted}."), name=f"{name}.command", wanted=wanted))  # fmt: skip
            else:
                taken: Any = {setting: tuple(given)}
                settings = settings._replace(**taken)
        elif name not in known or name in TABLES.values():
            problems.append(_problem(file, line, N_("There is no setting “{name}”. “reader config” lists them all."), name=name))  # fmt: skip
        elif not known[name].accepts(value):
            problems.append(_problem(file, line, N_("“{name}” must be {wanted}."), name=name, wanted=known[name].wanted))  # fmt: skip
        else:
            settings = settings._replace(**{name: value})
    return settings._replace(problems=tuple(problems))


def _keys(
    value: object, lines: Mapping[str, int], file: Path
) -> tuple[Mapping[str, tuple[str, ...]], list[Problem]]:
    if not isinstance(value, dict):
        return {}, [_problem(file, lines.get("keys", 0), N_("“keys” must be a table: a line [keys], then command = \"key, key\"."))]  # fmt: skip
    keys: dict[str, tuple[str, ...]] = {}
    problems = []
    for command, configured in value.items():
        names = configured if isinstance(configured, str) else ""
        wanted = tuple(key.strip() for key in names.split(",") if key.strip())
        if not wanted:
            line = _line_of_keys(command, lines)
            problems.append(_problem(file, line, N_("“{name}” must be {wanted}."), name=command, wanted=N_('keys with commas between them, such as "j, down"')))  # fmt: skip
        else:
            keys[command] = wanted
    return MappingProxyType(keys), problems


def _lines(text: str) -> Mapping[str, int]:
    """Return the line of each setting, from 1, which TOML's parser doesn't keep.

    One of a table has the table's name before its own: ``keys.print``.
    """
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        name, equals, _value = line.partition("=")
        name = name.strip()
        if name.startswith("["):
            name = name.partition("]")[0].strip("[ \"'")
            lines.setdefault(name, number)
            table = f"{name}."
        elif equals:
            lines.setdefault(table + name.strip("\"'"), number)
    return lines


def _line_of_keys(command: str, lines: Mapping[str, int]) -> int:
    return lines.get(f"keys.{command}", lines.get("keys", 0))


def problem_of_keys(settings: Settings, id: str, message: str, **values: str) -> Problem:
    """Return what is wrong with the keys that the file gives to the command ``id``."""
    return _problem(path(), settings.key_lines.get(id, 0), message, **values)


def _problem(file: Path, line: int, message: str, **values: str) -> Problem:
    return Problem(str(file), line, 0, message, values)


def _broken(file: Path, message: str, **values: str) -> Settings:
    return Settings(problems=(_problem(file, 0, message, **values),))
