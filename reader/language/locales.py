"""Which languages there are, and which one to speak."""

from __future__ import annotations

from collections.abc import Mapping

from reader import storage
from reader.errors import ReaderError
from reader.language.cldr import LOCALES
from reader.language.messages import N_

DOMAIN = "reader"


def _found() -> tuple[str, ...]:
    """Languages that have a catalog of the interface, and English, which needs none."""
    try:
        folders = sorted(path.name for path in storage.shipped("locales").iterdir())
    except OSError:
        folders = []
    catalogs = [storage.shipped("locales") / name / "LC_MESSAGES" / DOMAIN for name in folders]
    found = [
        path.parent.parent.name
        for path in catalogs
        if path.with_suffix(".mo").is_file() or path.with_suffix(".po").is_file()
    ]
    return (*(language for language in found if language != "en"), "en")


LANGUAGES: tuple[str, ...] = _found()


def known(name: str) -> str | None:
    """The language that a locale's name means (``ru_RU.UTF-8`` → ``ru``), if there is one."""
    code = name.partition(".")[0].partition("@")[0].replace("-", "_").lower()
    by_name = {language.lower(): language for language in LANGUAGES}
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
    """The language to speak: asked for, else configured, else last used, else the locale's.

    A locale that is none of :data:`LANGUAGES`, C and POSIX among them, gives English. A
    configured or remembered language that no longer exists is passed over; one asked for
    that does not exist raises :class:`ReaderError`.
    """
    if explicit is not None:
        if language := known(explicit):
            return language
        raise ReaderError.at(
            "--lang",
            N_("There is no language “{language}”: choose one of {languages}."),
            language=explicit,
            languages=", ".join(LANGUAGES),
        )
    for name in (configured, remembered):
        if name and (language := known(name)):
            return language
    return _of_environment(environ)


def language_name(code: str, in_language: str) -> str:
    """Name a language in another one, by CLDR; by its code where CLDR has no name for it."""
    if (locale := LOCALES.get(in_language)) and (name := locale.names.get(code)):
        return name
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_display_name(in_language) or code
    except (UnknownLocaleError, ValueError):
        return code
