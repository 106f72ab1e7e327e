"""The context of one run of a command: its arguments, and the open dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli import console
from reader.errors import ReaderError
from reader.language.interface import describe
from reader.language.messages import N_, _, ngettext
from reader.model import OWN, DocumentView, Dossier, Problem

if TYPE_CHECKING:
    from argparse import Namespace
    from types import SimpleNamespace

    from reader.launch import AppKeys, LaunchOptions
    from reader.library.collection import Collection
    from reader.library.noting import Notes
    from reader.library.sources import Files, StandardInput
    from reader.settings import Settings
    from reader.terms.matcher import Matcher

FOUND, NOTHING, BAD = 0, 1, 2
"""Exit codes: found; nothing found; bad input or usage."""


class CommandContext:
    """Parsed arguments, the interface language, and the callbacks that open the app and list its commands.

    ``both``: the option ``--lang both`` was used.
    """

    def __init__(
        self,
        args: Namespace | SimpleNamespace,
        language: str,
        open_app: Callable[[LaunchOptions], int] | None = None,
        both: bool = False,
        app_keys: Callable[[Settings], AppKeys] | None = None,
    ) -> None:
        self.args = args
        self.language = language
        self.open_app = open_app
        self.both = both
        self.app_keys = app_keys
        self._reported: list[Problem] = []
        self.encoding: str | None = None
        """Of the file that was opened last, by its name on the web."""

    @cached_property
    def root(self) -> Path:
        """The dossier's folder: that of ``--dossier``, or the built-in one."""
        if self.args.dossier is not None:
            return Path(self.args.dossier)
        from reader.dossiers.paths import builtin

        return builtin()

    @cached_property
    def collection(self) -> Collection:
        """The collection of the dossier and no file, indexed anew where it has changed.

        Raises :class:`ReaderError` for a folder that is not a dossier.
        """
        from reader.library.collection import Collection
        from reader.library.own.shelf import OwnArticles

        progress = console.progress(_("Indexing your articles"))
        own = OwnArticles(trusting=False, progress=progress)
        collection = Collection(self.root, own=own)
        only = getattr(self.args, "document", None)
        if not collection.open(only):
            collection.build(console.progress(_("Indexing the dossier")))
        return collection

    @cached_property
    def dossier(self) -> Dossier:
        """The dossier in the language of the interface, without its documents."""
        dossier = self.collection.in_language(self.language)
        self._report_problems(dossier)
        return dossier

    @cached_property
    def terminology(self) -> Dossier:
        """The dossier, or one with nothing but the entries of the ``--glossary`` files."""
        if not self._glossaries:
            return self.dossier
        from reader.dossiers.glossary import load_glossaries

        path = next(iter(self._glossaries))
        entries = load_glossaries(self._glossaries)
        return Dossier(path.stem, self.language, path.name, path.parent, entries=entries)

    @cached_property
    def _glossaries(self) -> dict[Path, bytes]:
        """What the ``--glossary`` files hold. One may be a pipe, which can be read once."""
        named: list[str] = getattr(self.args, "glossary", None) or []
        if not named:
            return {}
        from reader.dossiers import yaml_tree

        paths = dict.fromkeys(map(Path, named))
        return {path: yaml_tree.read_bytes(path, streams=True) for path in paths}

    @cached_property
    def matcher(self) -> Matcher:
        from reader.terms import factory

        progress = console.progress(_("Preparing the glossary"))
        if not self._glossaries:
            self._report_problems(self.collection.source)
            return factory.matcher(self.collection.source.entries, progress=progress)
        contents = tuple(self._glossaries.values())
        return factory.matcher_for_bytes(contents, lambda: self.terminology.entries, progress)

    @cached_property
    def notes(self) -> Notes:
        """The reader's own notes on what is open."""
        from reader.library.noting import Notes

        return Notes(self.collection)

    def _report_problems(self, dossier: Dossier) -> None:
        self.report_once(dossier.problems)

    def report_once(self, problems: Sequence[Problem]) -> None:
        """Report what could not be loaded, each problem once in a run."""
        new = [problem for problem in problems if problem not in self._reported]
        self._reported += new
        report(new, MOST)

    def view(self, name: str, others: Sequence[str] = ()) -> DocumentView:
        """Return the document with this id in the interface language, or a file's article.

        ``-`` is standard input. An article is in its own language. Raises :class:`ReaderError` with
        what is wrong with it, or with the nearest names, those of ``others`` included.
        """
        key = self.opened(name, others)
        if key == name:
            return self.collection.view(key, self.language)
        language = self.collection.own_language(key)
        return self.collection.view(key, language)

    def summarised(self, name: str) -> tuple[str, DocumentView]:
        """Return the key, and :meth:`view` with the summary in the interface language."""
        key = self.opened(name)
        text_language = None if key == name else self.collection.own_language(key)
        return key, self.collection.view(key, self.language, text_language)

    def opened(self, name: str, others: Sequence[str] = ()) -> str:
        """Return the key of a document; add a file to the collection and return its key.

        A file that is recognised as a document of the dossier attaches the original to it.
        """
        if (known := self.known(name)) is not None:
            return known
        (key,) = self.collection.add(self.source(name, others))
        report(self.collection.files.take_problems())
        self.encoding = self.collection.files.encoding(key)
        if not self.collection.is_document(key):
            self._take_own_summary(key)
        return key

    def _take_own_summary(self, key: str) -> None:
        """Show the summary of a file that the reader has made theirs, where there is one."""
        from reader import storage
        from reader.dossiers import own_places

        if storage.exists(own_places.summaries()):
            from reader.library import own_summaries

            summary, problems = own_summaries.accepted(self.collection.document(key, ""))
            report(problems)
            self.collection.put_summary(key, summary)

    def known(self, name: str) -> str | None:
        """Return the key of a document or an own article; an article needs no ``own:`` before it."""
        names = (name,) if ":" in name or "/" in name or name == "-" else (name, OWN + name)
        return next((n for n in names if self.collection.position(n) is not None), None)

    def source(self, name: str, others: Sequence[str] = ()) -> Files | StandardInput:
        """Return the source of a name that is not a document's id; see :meth:`view`."""
        from reader.library import sources

        broken = [p for p in self.collection.source.problems if _is_document(p, name)]
        stem = name.removeprefix(OWN)
        broken += [p for p in self.collection.own.problems() if Path(p.path).stem == stem]
        if broken:
            raise ReaderError(*broken)
        source = sources.named(name, self.collection.recognise)
        if source is None:
            raise self._unknown(name, others)
        return source

    def _unknown(self, name: str, others: Sequence[str]) -> ReaderError:
        from difflib import get_close_matches

        names = [*self.collection.listed_keys(), *others]
        near = get_close_matches(name, names, n=3, cutoff=0.5)
        near += [other for other in names if name.casefold() in other and other not in near]
        if near:
            message = N_(
                "There is no article or file of this name. The nearest: {nearest}. “reader list” "
                "lists all articles."
            )
        else:
            message = N_(
                "There is no article or file of this name. “reader list” lists all articles."
            )
        return ReaderError.at(name, message, nearest=", ".join(near))


MOST = 3
"""Problems of a dossier that a command reports; ``reader check`` reports them all."""


def report(problems: Sequence[Problem], most: int | None = None) -> None:
    """Print problems on standard error: the first ``most``, then how many are left."""
    for problem in problems[:most]:
        console.print_error(f"reader: {describe(problem)}")
    more = len(problems) - len(problems[:most])
    if more:
        rest = ngettext("{n} more error", "{n} more errors", more).format(n=more)
        console.print_error(f"reader: {rest} (reader check)")


def report_alphabets(name: str, text: str, mentions: Iterable[str]) -> None:
    """Print on standard error which words of ``mentions`` have letters of two alphabets."""
    from reader.language.alphabets import readings
    from reader.language.sanitize import sanitize_line
    from reader.language.words import WORD

    read = readings(text)
    words = {word for mention in mentions for word in WORD.findall(mention)} if read else set()
    for word in sorted(read.keys() & words):
        console.print_error(
            _("{file}: “{word}” has letters of two alphabets. It is read as “{reading}”.").format(
                file=sanitize_line(name),
                word=sanitize_line(word),
                reading=sanitize_line(read[word]),
            )
        )


def _is_document(problem: Problem, name: str) -> bool:
    path = Path(problem.path)
    return path.stem == name and path.parent.name == "documents"
