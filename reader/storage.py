"""Folders of the program's files, and reading what may be anything.

A path from outside may lead to a pipe, a device or a file of any size. What is meant to be a file
is read by :func:`read_file`.
"""

import errno
import os
import stat
import struct
from pathlib import Path

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
    return read_with_status(path, largest, path.stat(), streams=streams)[0]


def read_with_status(
    path: Path, largest: int, about: os.stat_result, *, streams: bool = False
) -> tuple[bytes, os.stat_result]:
    """Read a file whose status one has; return its bytes, and its status as read."""
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


def is_own_cache(path: Path) -> bool:
    """Tell whether a file of the cache is there and nobody else could have written it."""
    try:
        about = path.stat()
        return (
            stat.S_ISREG(about.st_mode)
            and about.st_uid == os.geteuid()
            and is_trusted(cache_home().stat())
        )
    except (OSError, ValueError):
        return False


def is_trusted(home: os.stat_result) -> bool:
    """Tell whether a folder is the user's, and nobody else may write in it."""
    return home.st_uid == os.geteuid() and not home.st_mode & 0o022
