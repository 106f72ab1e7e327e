"""One run of one command: what was asked for, and the dossier it is asked of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader import storage
from reader.cli import console
from reader.errors import ReaderError
from reader.language.interface import describe
from reader.language.messages import N_, ngettext
from reader.library.texts import view
from reader.model import Document, DocumentView, Dossier, Problem

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace

    from reader.launch import LaunchOptions
    from reader.library.collection import Collection
    from reader.terms.matcher import Matcher

FOUND, NOTHING, BAD = 0, 1, 2
"""Exit codes: found; nothing found; bad input or usage."""


class CommandContext:
    """Arguments as parsed, the language to speak, and how to open the app.

    ``asked`` says that the language was asked for by an option, ``both`` that two were.
    """

    def __init__(
        self,
        args: Namespace | SimpleNamespace,
        language: str,
        asked: bool = False,
        open_app: Callable[[LaunchOptions], int] | None = None,
        both: bool = False,
    ) -> None:
        self.args = args
        self.language = language
        self.asked = asked
        self.open_app = open_app
        self.both = both
        self._said: list[Problem] = []

    @cached_property
    def root(self) -> Path:
        """The dossier's folder: the one named, or the built-in one."""
        if self.args.dossier is not None:
            return Path(self.args.dossier)
        from reader.dossiers.paths import builtin

        return builtin()

    @cached_property
    def source_dossier(self) -> Dossier:
        """The dossier as written."""
        from reader.dossiers import cache

        if (cached := cache.load(self.root)) is not None:
            return cached
        from reader.dossiers import loader  # which reads YAML

        return loader.load(self.root)

    @cached_property
    def collection(self) -> Collection:
        """What is open: the dossier and nothing beside it."""
        from reader.library.collection import Collection

        return Collection(self.source_dossier)

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier in the language of the interface."""
        dossier = self.collection.in_language(self.language)
        self._say_what_is_broken(dossier)
        return dossier

    @cached_property
    def terminology(self) -> Dossier:
        """The dossier, or one of nothing but the entries of the file that ``--glossary`` names."""
        glossary: str | None = getattr(self.args, "glossary", None)
        if glossary is None:
            return self.dossier
        from reader.dossiers.glossary import load_glossary

        path = Path(glossary)
        return Dossier(
            path.stem, self.language, path.name, path.parent, entries=load_glossary(path)
        )

    @cached_property
    def matcher(self) -> Matcher:
        from reader.terms import factory

        glossary: str | None = getattr(self.args, "glossary", None)
        if glossary is None:
            self._say_what_is_broken(self.source_dossier)
            return factory.matcher(self.source_dossier.entries)
        try:
            return factory.matcher_for_file(Path(glossary))
        except OSError:  # loading it says in the reader's language what is wrong with it
            return factory.matcher(self.terminology.entries)

    def _say_what_is_broken(self, dossier: Dossier) -> None:
        """A line on standard error for what could not be loaded, said once in a run."""
        new = [problem for problem in dossier.problems if problem not in self._said]
        self._said += new
        report(new, MOST)

    def view(self, name: str, others: Sequence[str] = ()) -> DocumentView:
        """Return the document of that id in the language of the interface; or the article in the
        file of that name (``-``: standard input) as it is there.

        Raises :class:`ReaderError` with what is wrong with it, or with the nearest names,
        among ``others`` too.
        """
        document = self.opened(name, others)
        if self.source_dossier.document(name):
            return self._view(document)
        return view(document, document.language)

    def summarised(self, name: str) -> DocumentView:
        """Return :meth:`view` with the summary in the language of the interface."""
        document = self.opened(name)
        text_language = None if self.source_dossier.document(name) else document.language
        return self._view(document, text_language)

    def _view(self, document: Document, text_language: str | None = None) -> DocumentView:
        from reader.library.collection import Item

        return self.collection.view(Item.of(document), self.language, text_language)

    def opened(self, name: str, others: Sequence[str] = ()) -> Document:
        """Return what a name stands for, as written; a file is recognised where the dossier has it."""
        if found := self.source_dossier.document(name):
            return found
        broken = [p for p in self.source_dossier.problems if _is_document(p, name)]
        if broken:
            raise ReaderError(*broken)
        path = Path(name)
        if name != "-" and not storage.exists(path) and not _looks_like_path(name):
            raise self._unknown(name, others)
        from reader.articles import decoding, recognition

        text = decoding.read_text(None if name == "-" else path)
        return recognition.open_article(text, name, self.source_dossier)

    def _unknown(self, name: str, others: Sequence[str]) -> ReaderError:
        from difflib import get_close_matches

        names = [*(document.id or "" for document in self.source_dossier.documents), *others]
        near = get_close_matches(name, names, n=3, cutoff=0.5)
        near += [other for other in names if name.casefold() in other and other not in near]
        if near:
            message = N_(
                "There is no document or file of this name. The nearest: {nearest}. "
                "“reader list” lists all documents."
            )
        else:
            message = N_(
                "There is no document or file of this name. “reader list” lists all documents."
            )
        return ReaderError.at(name, message, nearest=", ".join(near))


MOST = 3
"""Problems of a dossier that a command reports; ``reader check`` reports them all."""


def report(problems: Sequence[Problem], most: int | None = None) -> None:
    """A line on standard error for each, or for the first ``most`` and how many more."""
    for problem in problems[:most]:
        console.warn(f"reader: {describe(problem)}")
    more = len(problems) - len(problems[:most])
    if more:
        said = ngettext("{n} more mistake", "{n} more mistakes", more).format(n=more)
        console.warn(f"reader: {said} (reader check)")


def _is_document(problem: Problem, name: str) -> bool:
    path = Path(problem.path)
    return path.stem == name and path.parent.name == "documents"


def _looks_like_path(name: str) -> bool:
    return "/" in name or Path(name).suffix in (".txt", ".md", ".text")
