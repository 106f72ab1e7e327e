"""The reader's configuration: ``config.toml`` in the configuration folder (XDG)."""

from __future__ import annotations

from reader import storage
from reader.errors import ReaderError
from reader.language.interface import N_
from reader.model import Problem

Found = tuple[str | None, tuple[Problem, ...]]


def language() -> Found:
    """The configured language, if any, and what in the configuration could not be used."""
    path = storage.config_home() / "config.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None, ()
    except (OSError, UnicodeDecodeError):
        return _broken(ReaderError.at(path, N_("This configuration cannot be read.")))
    import tomllib

    try:
        value = tomllib.loads(text).get("language")
    except tomllib.TOMLDecodeError as error:
        message = N_("This configuration is no TOML: {reason}.")
        return _broken(ReaderError.at(path, message, reason=str(error)))
    if value is None or isinstance(value, str):
        return value, ()
    return _broken(ReaderError.at(path, N_('“language” must be a word such as "ru".')))


def _broken(error: ReaderError) -> Found:
    return None, error.problems
