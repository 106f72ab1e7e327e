"""Folders of the program's files, atomic writes, and cached files."""

from __future__ import annotations

import errno
import os
import stat
import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

_Value = TypeVar("_Value")

PACKAGE = Path(__file__).resolve().parent


def _home(variable: str, fallback: str) -> Path:
    base = os.environ.get(variable, "")
    # The XDG specification has a relative path ignored.
    if Path(base).is_absolute():
        return Path(base) / "reader"
    try:
        return Path.home() / fallback / "reader"
    except RuntimeError:  # a user whom the system doesn't know, as in a container
        return Path("/nonexistent") / fallback / "reader"


def exists(path: Path) -> bool:
    """Tell whether a file exists; a path that may not be looked at does not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def cache_home() -> Path:
    """Return the folder of what can be made again: forms of terms, indexes."""
    return _home("XDG_CACHE_HOME", ".cache")


def config_home() -> Path:
    """Return the folder of the configuration."""
    return _home("XDG_CONFIG_HOME", ".config")


def data_home() -> Path:
    """Return the folder of the reader's own data: their glossary entries."""
    return _home("XDG_DATA_HOME", ".local/share")


def state_home() -> Path:
    """Return the folder of the state: language, document, place."""
    return _home("XDG_STATE_HOME", ".local/state")


def resource_dir(name: str) -> Path:
    """Return the folder of resources ``content``, ``locales`` or ``index``.

    A wheel holds them inside the package; a checkout and an editable install have
    them beside it.
    """
    inside = PACKAGE / "data" / name
    return inside if inside.is_dir() else PACKAGE.parent / name


PRIVATE = 0o600
"""The mode of the reader's own files, such as the state; their folders are 0700."""


def write_atomically(
    path: Path, data: bytes | str, *, mode: int | None = None, durable: bool = True
) -> None:
    """Write a whole file or nothing: a temporary file beside it, fsync, rename.

    A symbolic link is written through: the file that it leads to is replaced. Text is written in
    UTF-8, a lone surrogate as its escape.

    ``mode`` is the file's; without one a new file has what the umask leaves of 0666, and an
    existing file keeps its own. Makes the folder where it is missing, closed to others when
    ``mode`` is. What is not ``durable`` may be empty after a loss of power.

    Raises ``OSError``, also where ``path`` leads to what is not a file.
    """
    content = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    if mode is not None and not mode & 0o077:
        make_private(path.parent)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
    target = _leads_to(path)
    try:
        before = target.stat()
    except FileNotFoundError:
        before = None
    if before is not None and not stat.S_ISREG(before.st_mode):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    _sweep(target.parent)
    while not _replaced(target, content, mode, before, durable=durable):
        pass


def make_private(folder: Path) -> None:
    """Make a folder with those above it that are missing, closed to others. Raises ``OSError``.

    One of the program's own folders that is there already, and open to others, is closed too.
    """
    missing = []
    at = folder
    while not at.is_dir() and at.parent != at:
        missing.append(at)
        at = at.parent
    for new in reversed(missing):
        with suppress(FileExistsError):
            new.mkdir(0o700)
    for home in (cache_home(), data_home(), state_home()):
        if folder.is_relative_to(home):
            about = home.stat()
            if about.st_uid == os.geteuid() and about.st_mode & 0o077:
                with suppress(OSError):
                    home.chmod(0o700)


def _leads_to(path: Path) -> Path:
    """Return the file that a symbolic link leads to, which need not be there; else ``path``."""
    if not path.is_symlink():
        return path
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return target


def _replaced(
    target: Path,
    content: bytes,
    mode: int | None,
    before: os.stat_result | None,
    *,
    durable: bool,
) -> bool:
    """Put a new file in the place of ``target``.

    False: another program took the temporary file for one that was left behind.
    """
    import fcntl

    temporary = target.with_name(f"{_TEMPORARY[0]}{os.urandom(6).hex()}{_TEMPORARY[1]}")
    at_first = 0o666 if mode is None and before is None else PRIVATE
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, at_first)
    try:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        with suppress(OSError):  # a file system without modes
            if mode is not None:
                os.fchmod(descriptor, mode)
            elif before is not None:
                _make_alike(descriptor, before)
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if durable:
            os.fsync(descriptor)
        try:
            temporary.replace(target)
        except FileNotFoundError:
            if target.parent.is_dir():
                return False
            raise
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    finally:
        os.close(descriptor)
    if durable:
        with suppress(OSError):  # a folder that may not be read, or a file system that can't
            sync_folder(target.parent)
    return True


def _make_alike(descriptor: int, before: os.stat_result) -> None:
    """Give a new file the mode of the one that it replaces, and its owner where that may be."""
    mode = before.st_mode & 0o777
    new = os.fstat(descriptor)
    if (new.st_uid, new.st_gid) != (before.st_uid, before.st_gid):
        try:
            os.fchown(descriptor, before.st_uid, before.st_gid)
        except OSError:
            # To another group its members' rights would be given away: it gets those of everybody.
            if new.st_gid != before.st_gid:
                mode = mode & ~0o070 | (mode & 0o007) << 3
    os.fchmod(descriptor, mode)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk. Raises ``OSError``."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_TEMPORARY = (".reader-", ".tmp")
"""How the name of a temporary file begins and ends: short, whatever it is to become."""


def _sweep(folder: Path) -> None:
    """Remove the temporary files of programs that were killed; one in use is locked."""
    with suppress(OSError):
        with os.scandir(folder) as listed:
            names = [file.name for file in listed if file.name.startswith(_TEMPORARY[0])]
        for name in names:
            if name.endswith(_TEMPORARY[1]) and len(name) == sum(map(len, _TEMPORARY)) + 12:
                with suppress(OSError):
                    _remove_unlocked(folder / name)


def _remove_unlocked(path: Path) -> None:
    """Remove a file of one's own that nobody has locked. Raises ``OSError``."""
    import fcntl

    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        about = os.fstat(descriptor)
        if stat.S_ISREG(about.st_mode) and about.st_uid == os.geteuid():
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink()
    finally:
        os.close(descriptor)


DAMAGE = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    EOFError,
    RecursionError,
    struct.error,
)
"""What decoders raise at bytes that they have not written."""


class Cached(NamedTuple):
    """A file of the cache: bytes, and what they were made from.

    A file that is missing, damaged or made from something else is as good as none, so that
    whatever it holds is made again. One that cannot be written costs time, nothing else.
    """

    path: Path
    made_from: bytes
    """Names the sources and the maker: their versions, times and sizes."""

    def read(self) -> bytes | None:
        """Return the cached bytes; ``None`` where they have to be made again."""
        try:
            data = self.path.read_bytes()
        except (OSError, ValueError):
            return None
        head = self._head()
        body = data[len(head) + 4 :]
        whole = data.startswith(head) and data[len(head) :][:4] == _checksum(body)
        return body if whole else None

    def load(self, decode: Callable[[bytes], _Value]) -> _Value | None:
        """Return the decoded bytes; ``None`` where they have to be made again."""
        body = self.read()
        if body is None:
            return None
        try:
            return decode(body)
        except DAMAGE:
            return None

    def write(self, body: bytes) -> None:
        """Replace the cached bytes by ``body``."""
        with suppress(OSError):
            write_atomically(self.path, self._head() + _checksum(body) + body)

    def _head(self) -> bytes:
        return b"reader-cache 1 %d\n" % len(self.made_from) + self.made_from


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")
