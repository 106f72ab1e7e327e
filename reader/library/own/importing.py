"""Adding articles to the library: what each is, what is written for it, and that nothing is lost.

Articles are read by every core, and decided upon one after another, each against all that there
are by then. A batch of files is written whole and durable, and then what the index has of them;
a program that is killed between them leaves files that the index takes in when it is opened next.
"""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from reader import locks, saving, storage
from reader.dossiers import attached, own_article, own_places
from reader.dossiers.own_article import OwnArticle
from reader.errors import ReaderError
from reader.language.messages import N_
from reader.library.own import made, own_index, similar, writing
from reader.library.own.candidates import Asked, Candidate, Reader
from reader.library.own.known import known
from reader.library.own.own_index import OwnIndex
from reader.library.own.similar import Changes
from reader.library.own.versions import version_of, with_version
from reader.library.own.writing import Writer
from reader.library.packing import IndexDamagedError
from reader.library.sources import etag, storable
from reader.library.spreading import spread
from reader.model import Document, Paragraph, Problem

Status = Literal["added", "attached", "unchanged", "updated", "failed"]

_BATCH = 256
"""Articles that are written together."""
_MANY = 16
"""Files from which on every core reads some."""
_PATIENCE = 10.0
"""Seconds to wait for another program that is adding and shows no sign of life."""

NOT_WRITTEN = N_(
    "Nothing of this article was written ({reason}). What is in the library is safe; add the rest"
    " again when that is put right."
)


class Result(NamedTuple):
    """What came of an article, or of a file that has none."""

    path: str
    status: Status
    key: str | None = None
    document: Document | None = None
    encoding: str | None = None
    problems: tuple[Problem, ...] = ()
    """Why it failed, or what is wrong with it all the same."""
    changes: Changes | None = None
    """What a new version has other than the one before."""
    is_other: bool = False
    """It was joined to an article that it is another version of, and is not the one shown."""


class _Done(NamedTuple):
    result: Result
    files: tuple[tuple[str, bytes], ...] = ()
    """What is to be written: names in the folder of the reader's data, and bytes."""


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold off every other program that would change the library. Raises ``OSError``."""
    with locks.alone(own_places.articles(), _PATIENCE, long=True):
        yield


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Hold off every other program while the library is only read; where nobody can write it, none.

    Raises ``OSError``.
    """
    with contextlib.ExitStack() as held:
        try:
            held.enter_context(alone())
        except OSError as error:
            if error.errno not in (errno.EROFS, errno.EACCES, errno.EPERM):
                raise
        yield


def busy() -> ReaderError:
    """Return what is told where another program is changing the library."""
    return ReaderError.at(
        "", N_("Another program is changing your articles. Try again when it has ended.")
    )


def unwritable(error: OSError) -> ReaderError:
    """Return what is told where the library can't be written."""
    return ReaderError.at(
        storage.short_name(storage.data_home()),
        N_("Your articles can’t be changed ({reason}). What is in the library is safe."),
        reason=error.strerror or str(error),
    )


def find_mentions(root: Path) -> None:
    """Store the mentions of a dossier's terms in what was added, or leave them to be searched."""
    with contextlib.suppress(OSError, sqlite3.Error, IndexDamagedError, ReaderError):
        writing.add_mentions(root)


class Import:
    """An import into the library, or, ``dry``, what would come of it.

    Who has it is alone: see :func:`alone`.
    """

    def __init__(
        self, root: str, *, dry: bool = False, progress: Callable[[int, int], None] | None = None
    ) -> None:
        self._root = root
        self._dry = dry
        self._home = storage.data_home()
        self._time = own_article.now()
        self._stack = contextlib.ExitStack()
        self._writer = self._opened(progress)
        self._index: OwnIndex = self._writer.index()
        self._waiting: list[_Done] = []
        self._stems: set[str] = set()
        """Of articles that are not written yet."""
        self._late: list[Result] = []
        """What came of articles that had to be written before the others of their batch."""
        self._stopped = ""

    def _opened(self, progress: Callable[[int, int], None] | None) -> Writer:
        """Open the index, up to date; one in memory where it cannot be written."""
        path = own_index.path()
        try:
            writing.update(progress)
            self._stack.enter_context(writing.held(path))
            writer = Writer.open(path)
        except (OSError, sqlite3.Error, IndexDamagedError):
            writer = self._in_memory(progress)
        self._stack.callback(writer.close)
        writer.begin()
        return writer

    def _in_memory(self, progress: Callable[[int, int], None] | None = None) -> Writer:
        writer = Writer.in_memory()
        writer.bring_up_to_date(progress)
        return writer

    def close(self) -> None:
        """End the import: what was decided and not written yet is not added."""
        with contextlib.suppress(sqlite3.Error):
            self._writer.rollback()
        self._stack.close()

    # Reading.

    def files(self, files: Sequence[Asked]) -> Iterator[Result]:
        """Add what files hold; yield what came of each, in order, once it is written."""
        reader = Reader.of(self._root, self._time)

        def here(file: Asked) -> tuple[str, list[Candidate]]:
            return file.path, reader.file(file)

        module, asked = "reader.library.own.candidate_part", [self._root, self._time]
        for _path, candidates in spread(module, asked, files, here, _is_of, many=_MANY):
            yield from self.candidates(candidates)
        yield from self.finish()

    def candidates(self, candidates: Iterable[Candidate]) -> Iterator[Result]:
        """Decide upon articles; yield what came of those that are written by now."""
        for candidate in candidates:
            done = self._indexed(candidate)  # which may write what waits
            self._waiting.append(done)
            if len(self._waiting) >= _BATCH:
                yield from self._written()

    def finish(self) -> Iterator[Result]:
        """Write what waits; every article gets its place in reading order."""
        yield from self._written(last=True)

    # Deciding.

    def _indexed(self, candidate: Candidate) -> _Done:
        try:
            return self._decided(candidate)
        except (sqlite3.Error, IndexDamagedError):
            # What the index can't take is in the files all the same.
            self._replace_index()
            return self._decided(candidate)

    def _replace_index(self) -> None:
        """Go on with an index in memory where the one in the cache can't be written."""
        with contextlib.suppress(sqlite3.Error):
            self._writer.rollback()
        self._writer = self._in_memory()
        self._index = self._writer.index()
        self._writer.begin()
        for done in self._waiting:
            for name, data in done.files:
                self._take_in(name, data)

    def _take_in(self, name: str, data: bytes) -> None:
        """Put into the index what is to be written of an article."""
        inside = _in_articles(name)
        if inside is None:
            return
        from reader.dossiers import yaml_tree

        path = own_places.articles() / inside
        tree = yaml_tree.parse(data.decode("utf-8"), path)
        article, problems = own_article.of_tree(tree, path, own_places.key_of(inside))
        self._writer.remove(inside)
        if article is not None:
            self._writer.insert(made.made_of(article, inside, "", problems))

    def _decided(self, candidate: Candidate) -> _Done:
        article = candidate.article
        if article is None or self._stopped:
            problems = candidate.problems
            if self._stopped:
                values = {"reason": self._stopped}
                problems = (Problem(candidate.path, 0, 0, NOT_WRITTEN, values),)
            return _Done(Result(candidate.path, "failed", problems=problems))
        if candidate.original_of:
            return self._attached(candidate, article)
        found = known(candidate, article, self._index, self._writer.connection)
        if found is None:
            return self._added(candidate, article)
        return self._updated(candidate, article, *found)

    def _result(
        self, candidate: Candidate, status: Status, key: str | None, document: Document
    ) -> Result:
        encoding = candidate.article.kept.encoding if candidate.article is not None else ""
        return Result(candidate.path, status, key, document, encoding or None, candidate.problems)

    # A new article.

    def _added(self, candidate: Candidate, article: OwnArticle) -> _Done:
        each, data = candidate.made, candidate.data
        assert each is not None
        name = each.record.name
        if self._is_taken(name):
            name = self._free(name)
            document = article.document._replace(id=own_places.key_of(name))
            article = article._replace(document=document)
            each = made.made_of(article, name, signs=candidate.signs)
        self._writer.insert(each)
        self._stems.add(own_places.key_of(name))
        return _Done(
            self._result(candidate, "added", article.document.id, article.document),
            ((f"articles/{name}", data),),
        )

    def _is_taken(self, name: str) -> bool:
        key = own_places.key_of(name)
        return (
            key in self._stems
            or self._index.position(key) is not None
            or storage.exists(own_places.articles() / name)
        )

    def _free(self, name: str) -> str:
        stem, number = name.removesuffix(own_places.SUFFIX), 2
        while self._is_taken(found := f"{stem}-{number}{own_places.SUFFIX}"):
            number += 1
        return found

    # An article that is there.

    def _updated(self, candidate: Candidate, new: OwnArticle, key: str, is_whole: bool) -> _Done:
        shown = self._index.document(key)
        assert shown is not None
        if is_whole:
            return _Done(self._result(candidate, "unchanged", key, shown))
        name = str(self._index.file_of(key))
        if any(file == f"articles/{name}" for done in self._waiting for file, _data in done.files):
            self._late += self._written()
        path = own_places.articles() / name
        before, problems = own_article.read(path, key)
        if self._dry and not storage.exists(path):  # it would have been added just before
            before = OwnArticle(shown, own_article.Kept())
        if before is None:
            return _Done(Result(candidate.path, "failed", key, problems=problems))
        after, is_other, changes = with_version(before, new, self._time)
        try:
            data = own_article.dumped(after, candidate.path)
        except ReaderError as error:
            return _Done(Result(candidate.path, "failed", key, problems=error.problems))
        self._writer.remove(name)
        self._writer.insert(made.made_of(after, name))
        result = self._result(candidate, "updated", key, after.document)
        return _Done(
            result._replace(changes=changes, is_other=is_other), ((f"articles/{name}", data),)
        )

    # An original.

    def _attached(self, candidate: Candidate, new: OwnArticle) -> _Done:
        dossier, _slash, id = candidate.original_of.partition("/")
        name = f"originals/{dossier}/{id}{own_places.SUFFIX}"
        waiting = [d for done in self._waiting for file, d in done.files if file == name]
        if waiting:
            self._late += self._written()
        path = attached.path_of(dossier, id)
        before, _problems = own_article.read(path, id) if storage.exists(path) else (None, ())
        document = new.document._replace(id=id)
        result = self._result(candidate, "attached", id, document)
        if before is None:
            data = candidate.data or own_article.dumped(new, candidate.path)
            return _Done(result, ((name, data),))
        old, text = (a.document.texts[0].paragraphs for a in (before, new))
        texts = [old, *(version.paragraphs for version in before.kept.versions)]
        if any(_words(text) == _words(each) for each in texts):
            return _Done(result._replace(status="unchanged"))
        kept = new.kept._replace(versions=(version_of(before, self._time), *before.kept.versions))
        after = OwnArticle(new.document, kept)
        result = result._replace(status="updated", changes=similar.changes(old, text))
        return _Done(result, ((name, own_article.dumped(after, candidate.path)),))

    # Writing.

    def _written(self, *, last: bool = False) -> list[Result]:
        """Write what waits; return what came of it."""
        waiting, self._waiting = self._waiting, []
        late, self._late = self._late, []
        self._stems.clear()
        files = [(self._home / name, data) for done in waiting for name, data in done.files]
        try:
            if files and not self._dry:
                saving.write_many(files)
        except OSError as error:
            self._writer.rollback()
            self._stopped = error.strerror or str(error)
            self._restart()
            return [*late, *(_failed(done, self._stopped) for done in waiting)]
        self._commit([name for done in waiting for name, _data in done.files], last=last)
        return [*late, *(done.result for done in waiting)]

    def _commit(self, names: Sequence[str], *, last: bool) -> None:
        if self._dry:
            return
        inside = [name for each in names if (name := _in_articles(each)) is not None]
        states = {storable(name): etag(own_places.articles() / name) for name in inside}
        try:
            self._writer.put_states(states)
            self._writer.commit(numbered=last)
            self._writer.begin()
        except sqlite3.Error:
            # The files are there: the index takes them in when it is opened next.
            if not last:
                self._replace_index()

    def _restart(self) -> None:
        try:
            self._writer.begin()
        except sqlite3.Error:
            self._replace_index()


def _in_articles(name: str) -> str | None:
    return name.removeprefix("articles/") if name.startswith("articles/") else None


def _failed(done: _Done, reason: str) -> Result:
    result = done.result
    if not done.files:
        return result
    problem = Problem(result.path, 0, 0, NOT_WRITTEN, {"reason": reason})
    return Result(result.path, "failed", problems=(problem,))


def _is_of(value: object, file: Asked) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and value[0] == file.path


def _words(paragraphs: Sequence[Paragraph]) -> list[str]:
    return [paragraph.text for paragraph in paragraphs]
