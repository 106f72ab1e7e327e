"""Gettext domains of a checkout and of a dossier: their sources and catalogs.

The domain ``reader`` is extracted from the program's Python. Each dossier has a domain of its
own, extracted from its YAML.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader import storage
from reader.errors import ReaderError
from reader.language import text_files
from reader.language.locales import DOMAIN
from reader.language.messages import N_
from reader.model import Problem

if TYPE_CHECKING:
    from reader.language.catalog_check import Counts
    from reader.language.catalog_update import Wanted

DEEPEST = 16
"""Collections within one another in a dossier.yaml; a sound one has three."""

EXTRACT_YAML = "reader.dossiers.extraction:extract_yaml"
"""Babel imports the method by this name, so that this floor imports none above it."""

_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
_COMMENTS = ("Translators:",)


class Domain(NamedTuple):
    """A domain of messages: the files it is extracted from, and its catalogs' place."""

    name: str
    language: str
    """The language of the messages themselves: it needs no catalog."""
    base: Path
    """References in the catalogs are relative to this folder."""
    sources: tuple[Path, ...]
    locales: Path

    def catalogs(self, added: Sequence[str] = ()) -> list[Path]:
        """List the catalogs that exist, and the paths of those of the ``added`` languages."""
        found = {
            path.parent.parent.name for path in self.locales.glob(f"*/LC_MESSAGES/{self.name}.po")
        }
        languages = sorted((found | set(added)) - {self.language, self.language.replace("-", "_")})
        return [self.locales / name / "LC_MESSAGES" / f"{self.name}.po" for name in languages]


def of_checkout(root: Path) -> Iterator[Domain]:
    """Yield the domains of a checkout: the program's, and that of each dossier in it.

    The catalogs of a dossier lie in its own ``locales/`` where it has that folder, and in
    the checkout's otherwise.
    """
    sources = tuple(sorted((root / "reader").rglob("*.py")))
    yield Domain(DOMAIN, "en", root, sources, root / "locales")
    for head in sorted(root.glob("content/*/dossier.yaml")):
        own = head.parent / "locales"
        yield _of_dossier(head.parent, root, own if own.is_dir() else root / "locales")


def of_dossier(folder: Path) -> Domain:
    """Return the domain of a dossier in any folder, which keeps its own catalogs."""
    return _of_dossier(folder, folder, folder / "locales")


def _of_dossier(folder: Path, base: Path, locales: Path) -> Domain:
    import yaml

    head = folder / "dossier.yaml"
    if not storage.exists(head):
        raise ReaderError.at(
            folder, N_("This is not a dossier: a folder with a file dossier.yaml is expected.")
        )
    try:
        values = _scalars(
            text_files.read_bytes(head, text_files.LARGEST_YAML, text_files.YAML_MESSAGES)
        )
    except (yaml.YAMLError, ValueError) as error:  # ValueError: bytes that are not text
        raise ReaderError.at(
            head, N_("This dossier cannot be read: {reason}."), reason=str(error)
        ) from error
    name, language = (_checked(head, key, values.get(key, "")) for key in ("id", "language"))
    sources = [head, folder / "glossary.yaml", *sorted(folder.glob("documents/*.yaml"))]
    return Domain(name, language, base, tuple(path for path in sources if path.is_file()), locales)


def _scalars(data: bytes) -> dict[str, str]:
    """Return the keys of a YAML mapping whose values are scalars, with the text of each.

    By events: what builds a tree recurses, and a deep file overflows its stack.
    """
    import yaml

    found: dict[str, str] = {}
    key: str | None = None
    depth = 0
    for event in yaml.parse(data, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)):
        if isinstance(event, yaml.CollectionStartEvent):
            if not depth and not isinstance(event, yaml.MappingStartEvent):
                break
            key, depth = None, depth + 1
            if depth > DEEPEST:
                break
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif depth == 1 and isinstance(event, yaml.NodeEvent):
            value = str(event.value) if isinstance(event, yaml.ScalarEvent) else ""
            if key is None:
                key = value
            else:
                found[key], key = value, None
    return found


def _checked(head: Path, key: str, value: str) -> str:
    """Return a value that becomes part of a path."""
    if not value:
        raise ReaderError.at(
            head, N_("The key “{key}” is missing or empty. Give it a value."), key=key
        )
    if re.fullmatch(r"[\w-]+", value):
        return value
    raise ReaderError.at(
        head, N_("The key “{key}” has a value that cannot name a catalog. Correct it."), key=key
    )


def wanted(domain: Domain) -> list[Wanted]:
    """Extract the messages of the domain's sources, each once, in the sources' order."""
    from babel.messages.extract import extract_from_file

    from reader.language.catalog_update import Wanted

    found: dict[tuple[str | None, str], Wanted] = {}
    for path in domain.sources:
        python = path.suffix == ".py"
        messages: Iterable[Any] = extract_from_file(
            "python" if python else EXTRACT_YAML,
            path,
            keywords=_KEYWORDS,
            comment_tags=_COMMENTS,
            strip_comment_tags=True,
        )
        for line, ids, comments, context in messages:
            forms = (ids,) if isinstance(ids, str) else tuple(ids)
            want = Wanted(
                context,
                forms,
                path.relative_to(domain.base).as_posix(),
                path,
                line,
                tuple(comments),
                formatted=python,
            )
            before = found.setdefault((context, forms[0]), want)
            if len(forms) > len(before.ids):
                found[context, forms[0]] = before._replace(ids=forms)
    return list(found.values())


def update(domain: Domain, added: Sequence[str] = ()) -> Iterator[Path]:
    """Rewrite every catalog of the domain that changes, and yield its path.

    ``added`` are codes of languages to begin. Raises :class:`ReaderError` where a source or a
    catalog cannot be parsed.
    """
    from reader.language import catalog_update, po

    messages = wanted(domain)
    for path in domain.catalogs(added):
        old = po.read_whole(path) if path.exists() else po.parse("", path)
        text = catalog_update.update(old, messages, domain.name)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            storage.write_atomically(path, text)
            yield path


def check(domain: Domain) -> list[Problem]:
    """List what is missing, fuzzy or broken in the domain's catalogs."""
    from reader.language import catalog_check, po

    messages = wanted(domain)
    problems: list[Problem] = []
    for path in domain.catalogs():
        try:
            problems += catalog_check.check(po.read(path), messages)
        except ReaderError as error:
            problems += error.problems
    return problems


def count(domain: Domain) -> Iterator[tuple[Path, Counts, Sequence[Problem]]]:
    """Yield the path of each catalog of the domain, its counts of messages, and its problems.

    What the problems name is not counted.
    """
    from reader.language import catalog_check, po

    for path in domain.catalogs():
        try:
            catalog = po.read(path)
        except ReaderError as error:
            yield path, catalog_check.Counts(), error.problems
        else:
            yield path, catalog_check.count(catalog), catalog.problems
