"""Folders of the program's files; reading what may be anything, writing whole, caches.

A path from outside may lead to a pipe, a device or a file of any size. What is meant to be a file
is read by :func:`read_file`.
"""

import errno
import os
import stat
import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import NamedTuple, TypeVar

_Value = TypeVar("_Value")

PACKAGE = Path(__file__).resolve().parent


def _home(variable: str, fallback: str) -> Path:
    base = os.environ.get(variable, "")
    # The XDG specification has a relative path ignored.
    return (Path(base) if base.startswith("/") else _user_home() / fallback) / "reader"


def _user_home() -> Path:
    """Return the user's home: a relative one would be another in every folder."""
    if (home := os.environ.get("HOME", "")).startswith("/"):
        return Path(home)
    import pwd

    try:
        home = pwd.getpwuid(os.getuid()).pw_dir
    except KeyError:  # a user whom the system doesn't know, as in a container
        home = ""
    return Path(home if home.startswith("/") else "/nonexistent")


def exists(path: Path) -> bool:
    """Tell whether a file exists; a path that may not be looked at does not."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_link(path: Path) -> bool:
    """Tell whether a path is a link, wherever it leads; one that may not be looked at is not."""
    try:
        return path.is_symlink()
    except (OSError, ValueError):
        return False


def uri(path: Path) -> str:
    """Return the address of a file as a database takes it, to which ``?`` and options are added.

    That of :meth:`~pathlib.Path.as_uri`, without the modules for addresses of every kind.
    """
    plain = b"/-._~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    name = os.fsencode(path.absolute())
    return "file://" + "".join(chr(byte) if byte in plain else f"%{byte:02X}" for byte in name)


def short_name(path: Path) -> str:
    """Return a path as one writes it, with ``~`` for the home folder."""
    try:
        return f"~{os.sep}{path.relative_to(_user_home())}"
    except ValueError:
        return str(path)


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


class NotAFileError(OSError):
    """A folder, a pipe, a device or a socket is where a file is meant."""


class TooLargeError(OSError):
    """A file is larger than any of its kind."""


def read_file(path: Path, largest: int, *, streams: bool = False) -> bytes:
    """Read a file of at most ``largest`` bytes; what is not a file is not even opened.

    With ``streams`` a pipe or a character device is read to its end.

    Raises :class:`NotAFileError`, :class:`TooLargeError`, or another ``OSError``.
    """
    return _read(path, largest, path.stat(), streams=streams)[0]


def _read(
    path: Path, largest: int, about: os.stat_result, *, streams: bool = False
) -> tuple[bytes, os.stat_result]:
    _check_kind(path, about, streams=streams)
    # Another thing may have taken its place meanwhile: it is not waited for.
    wait = streams and not stat.S_ISREG(about.st_mode)
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NOCTTY | (0 if wait else os.O_NONBLOCK)
    descriptor = os.open(path, flags)
    try:
        about = os.fstat(descriptor)
        _check_kind(path, about, streams=streams)
        if about.st_size > largest:
            raise _too_large(path)
        found = [os.read(descriptor, about.st_size + 1)]
        size = len(found[0])
        while found[-1] and size <= largest:
            found.append(os.read(descriptor, _CHUNK))
            size += len(found[-1])
    finally:
        os.close(descriptor)
    if size > largest:
        raise _too_large(path)
    return b"".join(found), about


def _check_kind(path: Path, about: os.stat_result, *, streams: bool) -> None:
    is_stream = stat.S_ISFIFO(about.st_mode) or stat.S_ISCHR(about.st_mode)
    if not (stat.S_ISREG(about.st_mode) or (streams and is_stream)):
        raise NotAFileError(errno.EINVAL, "not a file", str(path))


def _too_large(path: Path) -> TooLargeError:
    return TooLargeError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))


_CHUNK = 2**16


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


def write_many(files: Sequence[tuple[Path, bytes]]) -> None:
    """Write files of the reader's own, each whole or not at all, all durable when this returns.

    Where one cannot be written, none gets its name. Raises ``OSError``.
    """
    from concurrent.futures import ThreadPoolExecutor

    folders = list(dict.fromkeys(path.parent for path, _data in files))
    for folder in folders:
        make_private(folder)
        _sweep(folder)
    open_files: list[tuple[int, Path, Path]] = []
    try:
        for path, data in files:
            target = _leads_to(path)
            temporary = _temporary(target)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC
            descriptor = os.open(temporary, flags, PRIVATE)
            open_files.append((descriptor, temporary, target))
            _lock_own(descriptor)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        # The disk takes many at once in the time of a few.
        with ThreadPoolExecutor(min(_AT_ONCE, len(open_files) or 1)) as threads:
            list(threads.map(os.fsync, [descriptor for descriptor, _from, _to in open_files]))
        for _descriptor, temporary, target in open_files:
            temporary.replace(target)
    except BaseException:
        for _descriptor, temporary, _target in open_files:
            with suppress(OSError):
                temporary.unlink()
        raise
    finally:
        for descriptor, _from, _to in open_files:
            os.close(descriptor)
    for folder in folders:
        with suppress(OSError):  # a folder that may not be read, or a file system that can't
            sync_folder(folder)


_AT_ONCE = 32
"""Files of which it is waited at once that they are on the disk."""


def append(path: Path, line: bytes, largest: int) -> bool:
    """Write a line at the end of a file of whole lines, in one go; tell whether that was done.

    It is not where there is no such file, where its last line has no end, and where it would be
    larger than ``largest``: then nothing has changed. Raises ``OSError``.
    """
    flags = os.O_RDWR | os.O_APPEND | os.O_CLOEXEC | os.O_NONBLOCK
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        return False
    try:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode) or not about.st_size:
            return False
        if (
            about.st_size + len(line) > largest
            or os.pread(descriptor, 1, about.st_size - 1) != b"\n"
        ):
            return False
        return os.write(descriptor, line) == len(line)
    finally:
        os.close(descriptor)


def create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, whole or not at all, with what the umask leaves of 0666.

    It gets its name when all of it is on the disk, so that a program that is killed leaves
    nothing under that name. Raises ``FileExistsError`` where the name is taken, else ``OSError``.
    """
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    _sweep(path.parent)
    temporary = _temporary(path)
    with temporary.open("xb") as file:
        try:
            _lock_own(file.fileno())
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            _name(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    with suppress(OSError):  # a folder that may not be read
        sync_folder(path.parent)


def _name(temporary: Path, path: Path) -> None:
    """Give a file its name, if that is free. Raises ``OSError``."""
    try:
        path.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:  # a file system in which a file has one name
        path.open("xb").close()  # so that two writers at once can't both find it free
        try:
            temporary.replace(path)
        except BaseException:
            path.unlink(missing_ok=True)
            raise


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


_RETRY = 0.02
"""Seconds after which a file that another program has locked is tried again."""

_BEAT = 0.25
"""Seconds after which a program that has locked a file for long shows that it goes on."""


@contextmanager
def alone(
    path: Path, seconds: float, *, required: bool = True, long: bool = False
) -> Iterator[None]:
    """Hold off every other program that would write the file ``path`` now.

    Waits so many seconds for one that does, and longer while that one shows that it goes on, as
    it does when it has said that it will be ``long``. Then raises ``BlockingIOError``, or, where
    being alone is not ``required``, goes on. A file system without locks is taken as it is.
    Makes the folder, closed to others. Raises ``OSError``.
    """
    make_private(path.parent)
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK
    lock = os.open(lock_of(path), flags, PRIVATE)
    try:
        if not _locked(lock, seconds) and required:
            raise BlockingIOError(errno.EWOULDBLOCK, os.strerror(errno.EWOULDBLOCK), str(path))
        with _beating(lock) if long else nullcontext():
            yield
    finally:
        os.close(lock)


def _locked(lock: int, seconds: float) -> bool:
    """Lock an open file; false where another program has it and shows no sign of life."""
    import fcntl
    import time

    last, since = 0, time.monotonic()
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            os.utime(lock)  # who waits sees that others come and go
            return True
        except BlockingIOError:
            beat = os.fstat(lock).st_mtime_ns
            if beat != last:
                last, since = beat, time.monotonic()
            if time.monotonic() - since > seconds:
                return False
            time.sleep(_RETRY)
        except OSError:
            return True


@contextmanager
def _beating(lock: int) -> Iterator[None]:
    """Show in the time of the locked file that this program goes on."""
    from threading import Event, Thread

    done = Event()

    def beat() -> None:
        while not done.wait(_BEAT):
            with suppress(OSError):
                os.utime(lock)

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def lock_of(path: Path) -> Path:
    """Return the file that is locked while ``path`` is written."""
    return path.with_name(f".{path.name}.lock")


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
    temporary = _temporary(target)
    at_first = 0o666 if mode is None and before is None else PRIVATE
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, at_first)
    try:
        _lock_own(descriptor)
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


def _temporary(path: Path) -> Path:
    return path.with_name(f"{_TEMPORARY[0]}{os.urandom(6).hex()}{_TEMPORARY[1]}")


def _lock_own(descriptor: int) -> None:
    """Lock a temporary file while it is written, so that no program sweeps it away."""
    import fcntl

    with suppress(OSError):  # a file system without locks
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


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


LARGEST_CACHE = 256 * 2**20
"""Bytes of a file of the cache that is read whole."""


def read_cache(path: Path) -> bytes | None:
    """Read a file of the cache; ``None`` where there is none that can be trusted.

    One that somebody else could have written is as good as none.
    """
    try:
        if not _is_trusted(cache_home().stat()):
            return None
        data, about = _read(path, LARGEST_CACHE, path.stat())
    except (OSError, ValueError):
        return None
    return data if about.st_uid == os.geteuid() else None


def is_own_cache(path: Path) -> bool:
    """Tell whether a file of the cache is there and nobody else could have written it."""
    try:
        about = path.stat()
        return (
            stat.S_ISREG(about.st_mode)
            and about.st_uid == os.geteuid()
            and _is_trusted(cache_home().stat())
        )
    except (OSError, ValueError):
        return False


def write_cache(path: Path, data: bytes) -> None:
    """Write a file of the cache. One that can't be written costs time, nothing else."""
    with suppress(OSError):
        make_cache_folder(path.parent)
        write_atomically(path, data, mode=PRIVATE, durable=False)


def make_cache_folder(folder: Path) -> None:
    """Make a folder of the cache, closed to others.

    Raises ``OSError``, also where the cache is somebody else's: what one reads is not for them.
    """
    make_private(folder)
    if not _is_trusted(cache_home().stat()):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(cache_home()))


def _is_trusted(home: os.stat_result) -> bool:
    """Tell whether a folder is the user's, and nobody else may write in it."""
    return home.st_uid == os.geteuid() and not home.st_mode & 0o022


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
        data = read_cache(self.path)
        if data is None:
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
        write_cache(self.path, self._head() + _checksum(body) + body)

    def _head(self) -> bytes:
        return b"reader-cache 1 %d\n" % len(self.made_from) + self.made_from


def _checksum(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(4, "big")
