"""Modules that are read when they are first used, although something imports them before.

The standard library, and what the screen stands on, import much that a start never uses. Inside
``with late.imports(…)`` an import of one of the modules that are named gives a stand-in. Its first
use, wherever that comes from, reads the module; from then on all who imported it have that itself.
"""

from __future__ import annotations

import sys
from _thread import allocate_lock
from abc import ABC
from contextlib import contextmanager
from importlib import import_module
from importlib.machinery import ModuleSpec
from types import ModuleType

TYPE_CHECKING = False  # as in reader.main
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

BASE = ":base"
"""Follows the name of a class with the base ``ABC`` from which others are derived before it is read."""


@contextmanager
def imports(modules: Mapping[str, str]) -> Iterator[None]:
    """Have imports of ``modules`` wait for their first use.

    Each comes with those of its classes, functions and aliases of types that others import by their
    names, between spaces. Whoever asks for anything else that is in it reads it at once.
    """
    finder = _Finder(modules)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _Finder:
    """Finds a stand-in for each of the modules, once: then the module itself can be found."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._names = dict(modules)

    def find_spec(
        self, name: str, _path: object = None, _target: object = None
    ) -> ModuleSpec | None:
        # No `Loader` by its type, for which `importlib.abc` would be imported.
        return ModuleSpec(name, self) if name in self._names else None  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name, self._names.pop(spec.name).split())

    def exec_module(self, module: ModuleType) -> None:
        """Leave it without content."""


class _Module(ModuleType):
    """Stands in for a module that nobody has used yet."""

    def __init__(self, name: str, names: Iterable[str]) -> None:
        super().__init__(name)
        self.__path__ = _Path(self)  # type: ignore[assignment]  # only ever gone through
        self.module: ModuleType | None = None
        """The module itself, once it is read."""
        self.late = {}
        for given in names:
            plain = given.removesuffix(BASE)
            self.late[plain] = _Name(self, plain, is_base=given != plain)

    def __getattr__(self, name: str) -> Any:
        if self.module is None and name in self.late:
            return self.late[name]
        return getattr(_read(self), name)


class _Path:
    """Where the modules of a package are that nobody has used yet."""

    def __init__(self, package: _Module) -> None:
        self._package = package

    def __iter__(self) -> Iterator[str]:
        return iter(_read(self._package).__path__)


class _Name:
    """Stands in for a class or a function of a module that nobody has used yet."""

    def __init__(self, module: _Module, name: str, *, is_base: bool) -> None:
        self._module = module
        self._name = name
        self.base: type | None = type(name, (ABC,), {}) if is_base else None
        """Stands in for the class among the bases of those that are derived from it."""

    def _real(self) -> Any:
        return getattr(_read(self._module), self._name)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def __call__(self, *args: object, **kwargs: object) -> Any:
        return self._real()(*args, **kwargs)

    def __getitem__(self, key: object) -> Any:
        return self._real()[key]

    def __or__(self, other: object) -> Any:
        return self._real() | other

    def __ror__(self, other: object) -> Any:
        return other | self._real()

    def __instancecheck__(self, instance: object) -> bool:
        return isinstance(instance, self._real())

    def __subclasscheck__(self, subclass: type) -> bool:
        return issubclass(subclass, self._real())

    def __mro_entries__(self, _bases: tuple[object, ...]) -> tuple[type]:
        return (self._real() if self.base is None else self.base,)


_lock = allocate_lock()
"""Held while a stand-in makes room, so that only one thread takes it away."""


def _read(stand_in: _Module) -> ModuleType:
    """Read a module, and return it; whatever imported the stand-in, or names of it, has the real ones."""
    if stand_in.module is not None:
        return stand_in.module
    name = stand_in.__name__
    with _lock:
        if sys.modules.get(name) is stand_in:
            del sys.modules[name]
    module = import_module(name)
    real: dict[int, object] = {id(stand_in): module}
    for name, late in stand_in.late.items():
        found = real[id(late)] = getattr(module, name)
        if late.base is not None:
            derived: Any
            for derived in late.base.__subclasses__():
                derived.__bases__ = (found,)
    for importer in list(sys.modules.values()):
        if isinstance(importer, ModuleType):
            content = vars(importer)
            for key, value in list(content.items()):
                if id(value) in real:
                    content[key] = real[id(value)]
    stand_in.module = module
    return module
