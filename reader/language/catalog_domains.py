"""Gettext domains of a checkout and of a dossier: their sources and catalogs.

The domain ``reader`` is extracted from the program's Python. Each dossier has a domain of its
own, extracted from its YAML.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader import saving, storage
from reader.errors import ReaderError
from reader.language.locales import DOMAIN
from reader.language.messages import N_
from reader.model import Problem

if TYPE_CHECKING:
    from reader.language.catalog_check import Counts
    from reader.language.catalog_update import Wanted

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
        name, language = _head(head)
        locales = own if own.is_dir() else root / "locales"
        yield Domain(name, language, root, _sources(head.parent), locales)


def of_dossier(folder: Path, name: str, language: str) -> Domain:
    """Return the domain of a dossier in any folder, which keeps its own catalogs.

    ``name`` is its id and ``language`` its own one, as the dossier's loader has judged them.
    """
    return Domain(name, language, folder, _sources(folder), folder / "locales")


def _head(head: Path) -> tuple[str, str]:
    """Return the id and the language of a dossier that comes with the program."""
    import yaml

    try:
        about = yaml.safe_load(head.read_bytes())
        return str(about["id"]), str(about["language"])
    except (yaml.YAMLError, *storage.DAMAGE) as error:
        raise ReaderError.at(
            head, N_("This dossier cannot be read: {reason}."), reason=str(error)
        ) from error


def _sources(folder: Path) -> tuple[Path, ...]:
    glossaries = sorted(folder.glob("glossary/*.yaml"))
    documents = sorted(folder.glob("documents/*.yaml"))
    first = [folder / f"{name}.yaml" for name in ("dossier", "glossary")]
    last = [folder / f"{name}.yaml" for name in ("discrepancies", "notes")]
    files = (*first, *glossaries, *documents, *last)
    return tuple(path for path in files if path.is_file())


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
            saving.write_atomically(path, text)
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
