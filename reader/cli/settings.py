"""The reader's configuration: ``config.toml`` in the configuration folder (XDG)."""

from __future__ import annotations

from dataclasses import dataclass

from reader import storage
from reader.errors import ReaderError
from reader.language.interface import N_
from reader.model import Problem


@dataclass(frozen=True, slots=True)
class Settings:
    """What is configured; ``problems`` say what in the file could not be used."""

    language: str | None = None
    problems: tuple[Problem, ...] = ()


def load() -> Settings:
    """The configuration. A broken one counts as none, with its problem."""
    path = storage.config_home() / "config.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError):
        return _broken(ReaderError.at(path, N_("This configuration cannot be read.")))
    import tomllib

    try:
        language = tomllib.loads(text).get("language")
    except tomllib.TOMLDecodeError as error:
        message = N_("This configuration is no TOML: {reason}.")
        return _broken(ReaderError.at(path, message, reason=str(error)))
    if language is None or isinstance(language, str):
        return Settings(language)
    return _broken(ReaderError.at(path, N_('“language” must be a word such as "ru".')))


def _broken(error: ReaderError) -> Settings:
    return Settings(problems=error.problems)
