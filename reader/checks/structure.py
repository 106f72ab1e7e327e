"""Find every problem of a dossier: its files, entries and catalogs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from pathlib import Path

from reader import storage
from reader.checks import owners, places
from reader.dossiers import loader, user_glossary, yaml_tree
from reader.dossiers.extraction import prose
from reader.dossiers.paths import EDITORS_FILES, builtin, inside, own_catalogs
from reader.dossiers.paths import user_glossary as user_glossary_path
from reader.errors import ReaderError
from reader.language.alphabets import readings
from reader.language.messages import N_
from reader.model import Dossier, Problem


def check(root: Path) -> list[Problem]:
    """Return the problems of the dossier in ``root``, by file, line and column."""
    # A finding about a whole file points at its beginning.
    found = [p._replace(line=p.line or 1, column=p.column or 1) for _code, p in coded(root)]
    return sorted(found, key=lambda p: (p.path, p.line, p.column))


def coded(root: Path) -> list[tuple[str, Problem]]:
    """Return the problems of the dossier in ``root``, each with the code of its kind.

    The reader's own entries for it are checked too. Every catalog of the dossier must be valid.
    The catalogs of the built-in dossier must also be complete, and the interface's valid:
    they are what the program is shipped with. Any other dossier may be translated in part.
    """
    problems: list[tuple[str, Problem]] = []

    def add(code: str, some: Iterable[Problem]) -> None:
        problems.extend((code, problem) for problem in some)

    try:
        dossier = loader.parse(root)
        add("dossier", dossier.problems)
        add("alphabet", _mixed_words(dossier))
        add("catalog", _catalogs(dossier))
        add("owner", owners.check(dossier))
        add("own-glossary", user_glossary.read(dossier).problems)
    except ReaderError as error:
        add("dossier", error.problems)
    return problems


def _files(root: Path) -> list[Path]:
    """List the files with the dossier's prose."""
    glossaries = loader.glossary_files(root, [])
    added = [path for name in EDITORS_FILES if (path := root / name).exists()]
    return [root / "dossier.yaml", *glossaries, *loader.document_files(root, []), *added]


def _mixed_words(dossier: Dossier) -> list[Problem]:
    """Return the words of the dossier's files that are written with letters of two alphabets."""
    root = dossier.root
    files = _files(root)
    problems: list[Problem] = []
    for path in [*files, user_glossary_path(dossier.id)]:
        # A file that cannot be read has a problem of its own.
        with contextlib.suppress(ReaderError, OSError):
            tree = yaml_tree.read(path, root if path in files else None)
            source = places.source(path)
            for text in yaml_tree.texts(tree):
                problems += [
                    Problem(
                        str(path),
                        *source.find(word, text.line, text.column),
                        N_("“{word}” has letters of two alphabets. Type it again as “{reading}”."),
                        {"word": word, "reading": reading},
                    )
                    for word, reading in readings(text.text).items()
                ]
    return problems


def _catalogs(dossier: Dossier) -> list[Problem]:
    """Return problems of the dossier's catalogs."""
    root = dossier.root
    shipped = root.resolve() == builtin().resolve()
    # An unreadable document would make its translations look superfluous.
    whole = dossier if shipped and not dossier.problems else None
    problems: list[Problem] = []
    for path in own_catalogs(root, dossier.id):
        if not inside(path, root):
            problems.append(
                Problem(
                    str(path),
                    0,
                    0,
                    N_("This path leaves the dossier through a link. Put the file itself here."),
                )
            )
        else:
            problems += _catalog(path, whole)
    for path in sorted(storage.resource_dir("locales").glob(f"*/LC_MESSAGES/{dossier.id}.po")):
        problems += _catalog(path, whole)
    if shipped:
        for path in sorted(storage.resource_dir("locales").glob("*/LC_MESSAGES/reader.po")):
            problems += _catalog(path, None)
    return problems


def _catalog(path: Path, dossier: Dossier | None) -> list[Problem]:
    from reader.language import catalog_check, po
    from reader.language.catalog_update import Wanted

    if path.suffix == ".mo":
        return catalog_check.compiled(path)
    try:
        catalog = po.read(path)
    except ReaderError as error:
        return list(error.problems)
    if dossier is None or path.parent.parent.name == dossier.language:
        return catalog_check.faults(catalog)
    root = dossier.root
    files = _files(root)
    wanted = [
        Wanted(context, (text,), "", file, line)
        for file in files
        if file.exists()
        for context, text, line in prose(file, yaml_tree.read(file, root))
    ]
    return catalog_check.check(catalog, wanted)
