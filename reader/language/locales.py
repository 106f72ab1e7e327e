"""Which languages the interface has, and which of them to use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from reader import storage
from reader.errors import ReaderError
from reader.language.cldr import LOCALES, babel_locale
from reader.language.messages import N_

DOMAIN = "reader"


def languages() -> tuple[str, ...]:
    """List the codes of the languages that have an interface catalog, and English."""
    return _in_folder(storage.resource_dir("locales"))


@cache
def _in_folder(folder: Path) -> tuple[str, ...]:
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError:
        names = []
    stems = [folder / name / "LC_MESSAGES" / DOMAIN for name in names if name != "en"]
    found = (
        stem.parent.parent.name
        for stem in stems
        if stem.with_suffix(".mo").is_file() or stem.with_suffix(".po").is_file()
    )
    return (*found, "en")


def known(name: str) -> str | None:
    """Return the language that a locale's name means: ``ru`` for ``ru_RU.UTF-8``."""
    code = name.partition(".")[0].partition("@")[0].replace("-", "_").lower()
    by_name = {language.lower(): language for language in languages()}
    return by_name.get(code) or by_name.get(code.partition("_")[0])


def _of_environment(environ: Mapping[str, str]) -> str:
    # POSIX: the first of the three that is set and not empty decides, whatever it says.
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if name := environ.get(variable, ""):
            return known(name) or "en"
    names = environ.get("LANGUAGE", "").split(":")
    return next((language for name in names if (language := known(name))), "en")


def choose(
    explicit: str | None,
    configured: str | None,
    remembered: str | None,
    environ: Mapping[str, str],
) -> str:
    """Choose the explicit, else configured, remembered or locale's language.

    A locale that is not one of :func:`languages`, C and POSIX among them, gives English. A
    configured or remembered language that no longer exists is ignored; an explicit one
    that does not exist raises :class:`ReaderError`.
    """
    if explicit is not None:
        if language := known(explicit):
            return language
        raise ReaderError.at(
            "--lang",
            N_("There is no language “{language}”: choose one of {languages}."),
            language=explicit,
            languages=", ".join(languages()),
        )
    for name in (configured, remembered):
        if name and (language := known(name)):
            return language
    return _of_environment(environ)


def language_name(code: str, in_language: str) -> str:
    """Return CLDR's name of a language in another one, or its code without a name."""
    if (locale := LOCALES.get(in_language)) and (name := locale.names.get(code)):
        return name
    shown, within = babel_locale(code), babel_locale(in_language)
    return shown.get_display_name(within or "en") or code if shown else code


def language_title(code: str, in_language: str) -> str:
    """Return a language's name as a label: CLDR has «русский» for running text."""
    name = language_name(code, in_language)
    return name[:1].upper() + name[1:]
