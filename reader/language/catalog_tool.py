"""Keeps the catalogs of a checkout: ``python -m reader.language.catalog_tool COMMAND``.

The domain ``reader`` is extracted from the program's Python and lies in ``locales/``. Each
dossier in ``content/`` has a domain of its own, extracted from its YAML; its catalogs lie
in its own ``locales/`` where it has that folder, and in the checkout's otherwise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reader import storage
from reader.errors import ReaderError
from reader.language.interface import describe
from reader.language.messages import N_, _
from reader.model import Problem

if TYPE_CHECKING:
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
    """A domain of messages: the files it is extracted from, and where its catalogs lie."""

    name: str
    language: str
    """The language of the messages themselves: it needs no catalog."""
    base: Path
    """References in the catalogs are relative to this folder."""
    sources: tuple[Path, ...]
    locales: Path

    def catalogs(self, added: Sequence[str] = ()) -> list[Path]:
        """The catalogs there are, one a language, and those of the ``added`` languages."""
        found = {
            path.parent.parent.name for path in self.locales.glob(f"*/LC_MESSAGES/{self.name}.po")
        }
        languages = sorted((found | set(added)) - {self.language})
        return [self.locales / name / "LC_MESSAGES" / f"{self.name}.po" for name in languages]


def domains(root: Path, dossiers: Sequence[Path] = ()) -> Iterator[Domain]:
    """The domains of a checkout, or of the given dossiers alone."""
    if not dossiers:
        sources = tuple(sorted((root / "reader").rglob("*.py")))
        yield Domain("reader", "en", root, sources, root / "locales")
    for folder in dossiers or sorted(path.parent for path in root.glob("content/*/dossier.yaml")):
        yield _of_dossier(folder, root, given=bool(dossiers))


def _of_dossier(folder: Path, root: Path, *, given: bool) -> Domain:
    import yaml

    head = folder / "dossier.yaml"
    try:
        with head.open("rb") as file:
            about = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        name, language = str(about["id"]), str(about["language"])
    except (OSError, yaml.YAMLError, LookupError, TypeError, ValueError) as error:
        raise ReaderError.at(
            head, N_("This is no dossier that can be read: {reason}."), reason=str(error)
        ) from error
    own = folder / "locales"
    sources = [head, folder / "glossary.yaml", *sorted(folder.glob("documents/*.yaml"))]
    return Domain(
        name,
        language,
        folder if given else root,
        tuple(path for path in sources if path.is_file()),
        own if given or own.is_dir() else root / "locales",
    )


def wanted(domain: Domain) -> list[Wanted]:
    """The messages of the domain's sources, each once, in the sources' order."""
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


def update(domain: Domain, added: Sequence[str]) -> None:
    """Write every catalog of the domain anew where that changes it."""
    from reader.language import catalog_update, po

    messages = wanted(domain)
    for path in domain.catalogs(added):
        old = po.read(path) if path.exists() else po.parse("", path)
        text = catalog_update.update(old, messages, domain.name)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            storage.write_atomically(path, text)
            print(_("{path}: updated").format(path=path))


def check(domain: Domain) -> list[Problem]:
    """What keeps the domain's catalogs from being complete."""
    from reader.language import catalog_update, po

    messages = wanted(domain)
    problems: list[Problem] = []
    for path in domain.catalogs():
        try:
            problems += catalog_update.check(path, po.read(path), messages)
        except ReaderError as error:
            problems += error.problems
    return problems


def stats(domain: Domain) -> None:
    """Print how far each catalog is. A fuzzy message counts as fuzzy, not as done."""
    from reader.language import catalog_update, po

    for path in domain.catalogs():
        counts = catalog_update.count(po.read(path))
        print(
            _("{path}: {translated} translated, {fuzzy} fuzzy, {untranslated} untranslated").format(
                path=path,
                translated=counts.translated,
                fuzzy=counts.fuzzy,
                untranslated=counts.untranslated,
            )
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command: 0 where all is well, 2 where there is something to correct."""
    parser = argparse.ArgumentParser(prog="python -m reader.language.catalog_tool")
    parser.add_argument("command", choices=("update", "check", "stats"))
    parser.add_argument(
        "--root", type=Path, default=storage.PACKAGE.parent, help="the checkout (default: this one)"
    )
    parser.add_argument(
        "--dossier", type=Path, action="append", default=[], help="only the dossier in this folder"
    )
    parser.add_argument(
        "--add", action="append", default=[], metavar="LANGUAGE", help="update: begin a language"
    )
    given = parser.parse_args(arguments)
    problems: list[Problem] = []
    try:
        for domain in domains(given.root, given.dossier):
            if given.command == "update":
                update(domain, given.add)
            elif given.command == "check":
                problems += check(domain)
            else:
                stats(domain)
    except ReaderError as error:
        problems += error.problems
    for problem in problems:
        print(describe(problem), file=sys.stderr)
    return 2 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
