"""Files written whole or not at all, whoever is killed and wherever the disk is full.

A file gets its name when all of it is there. Its bytes are in a temporary file beside it until then,
locked while it is written, and swept away by the next program where it was left behind.
"""

import errno
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from reader.storage import cache_home, data_home, state_home

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
