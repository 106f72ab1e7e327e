"""The interface language: choose it, prepare it, describe problems in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from reader import storage
from reader.language import messages
from reader.language.locales import DOMAIN
from reader.language.messages import _
from reader.language.sanitize import sanitize_line

if TYPE_CHECKING:
    from reader.language.catalogs import Catalog
    from reader.model import Problem


class _Loaded(NamedTuple):
    """A catalog of the program as it was read. Without one, messages stay English."""

    catalog: Catalog | None = None
    problems: tuple[Problem, ...] = ()
    modified: object = None
    """Where and when its files were modified when they were read."""


_loaded: dict[str, _Loaded] = {"en": _Loaded()}


def prepare(language: str) -> None:
    """Load the catalog of ``language``, so that :func:`set_language` need not.

    Safe in a worker: nothing that is shown changes.
    """
    _load(language)


def set_language(language: str) -> None:
    """Make ``language`` the interface language. English needs no catalog.

    What is wrong in its catalog does not stop the program: such messages stay English, and
    :func:`problems` returns what it is.
    """
    # At once and at the end, so that another thread never sees a language half changed.
    messages.install(language, _load(language).catalog)


def problems() -> tuple[Problem, ...]:
    """Return what is wrong with the catalog of the interface language."""
    return _loaded.get(messages.language(), _Loaded()).problems


@lru_cache(maxsize=8)
def translator(language: str) -> Callable[[str], str]:
    """Return a function that translates a msgid marked with ``N_`` into ``language``.

    For texts in another language than the interface's. What is wrong in its catalog leaves the
    msgids as they are; :func:`problems` has it once that is the interface language.
    """
    catalog = _load(language).catalog
    return catalog.gettext if catalog else str


def describe(problem: Problem) -> str:
    """Format a problem as ``path:line:column: message``, safe for a terminal."""
    place = [sanitize_line(problem.path)] if problem.path else []
    if problem.line:
        # Editors and other programs read the three together.
        place += [str(problem.line), str(problem.column or 1)]
    return ": ".join(filter(None, [":".join(place), describe_message(problem)]))


def describe_message(problem: Problem) -> str:
    """Format what a problem is, without the place, safe for a terminal."""
    values = {name: sanitize_line(value) for name, value in problem.values.items()}
    # A reason is another program's, in English (see third_party_messages.py); what a setting has to
    # be is a msgid. Both are read before the language is known.
    for name in values.keys() & {"reason", "wanted"}:
        values[name] = _(values[name])
    try:
        message = _(problem.message).format(**values)
    except (LookupError, ValueError):  # a translation with a broken {placeholder}
        try:
            message = problem.message.format(**values)
        except (LookupError, ValueError):
            message = problem.message
    return sanitize_line(message)


def _load(language: str) -> _Loaded:
    """Load the catalog of ``language``, again only when a file of it has changed."""
    if language == "en":
        return _loaded["en"]
    from reader.language import catalogs  # late: English needs no catalog

    folder = storage.resource_dir("locales")
    modified = (folder, catalogs.modified(DOMAIN, language, [folder]))
    found = _loaded.get(language)
    if found is None or found.modified != modified:
        catalog = catalogs.load(DOMAIN, language, [folder])
        found = _Loaded(catalog, catalog.problems, modified)
        _loaded[language] = found
    return found
