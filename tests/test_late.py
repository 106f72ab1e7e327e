"""A module that is late is read when it is used, and is then the same for everybody."""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from reader import late

FILES = {
    "used.py": """
from abc import ABC, abstractmethod
import slow_log
slow_log.read.append(__name__)

class Thing(ABC):
    def __init__(self, number=0):
        self.number = number

    @abstractmethod
    def name(self): ...

    def greet(self):
        return f"hello from {self.name()}"

    def __class_getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

class Plain:
    number = 7

def double(number):
    return 2 * number
""",
    "user.py": """
import used
from used import Plain, double as twice

def is_plain(what):
    return isinstance(what, Plain)
""",
    "deriver.py": """
from used import Thing

class Mine(Thing):
    def name(self):
        return "mine"
""",
    "pack/__init__.py": "import slow_log\nslow_log.read.append(__name__)\ninside = 1\n",
    "pack/part.py": "value = 3\n",
    "slow_log.py": "read = []\n",
}


@pytest.fixture(autouse=True)
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The names of the modules that were read, in order."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    importlib.invalidate_caches()
    yield importlib.import_module("slow_log").read
    for name in ("used", "user", "deriver", "pack", "pack.part", "slow_log"):
        sys.modules.pop(name, None)


def import_late(name: str, names: str = "double Plain Thing:base") -> ModuleType:
    with late.imports({"used": names, "pack": ""}):
        return importlib.import_module(name)


def test_a_late_module_is_read_at_its_first_use(read: list[str]) -> None:
    user = import_late("user")
    assert read == []
    assert user.twice(4) == 8
    assert read == ["used"]
    used = sys.modules["used"]
    assert (user.used, user.twice, user.Plain) == (used, used.double, used.Plain)
    assert user.twice is used.double
    assert read == ["used"]


def test_whatever_is_not_named_reads_it_at_once(read: list[str]) -> None:
    assert import_late("user", names="Plain").twice(4) == 8
    assert read == ["used"]


def test_outside_it_every_import_reads(read: list[str]) -> None:
    with late.imports({"used": "double Plain"}):
        pass
    importlib.import_module("user")
    assert read == ["used"]


def test_a_name_that_was_kept_elsewhere_is_as_good_as_the_real_one(read: list[str]) -> None:
    user = import_late("user")
    kept, stand_in = [user.Plain, user.twice], user.used
    assert read == []
    assert kept[1](2) == 4
    used = sys.modules["used"]
    assert used is not stand_in
    assert stand_in.Plain is used.Plain
    assert isinstance(used.Plain(), kept[0])
    assert not isinstance(1, kept[0])
    assert issubclass(used.Plain, kept[0])
    assert kept[0].number == 7
    assert isinstance(kept[0](), used.Plain)
    assert kept[0] | None == used.Plain | None
    assert None | kept[0] == used.Plain | None
    assert issubclass(type("Derived", kept[0].__mro_entries__(()), {}), used.Plain)


def test_an_instance_is_told_from_another_before_the_module_is_read() -> None:
    user = import_late("user")
    assert not user.is_plain("text")
    assert user.is_plain(user.Plain())


def test_a_class_that_was_derived_before_gets_the_real_base(read: list[str]) -> None:
    deriver = import_late("deriver")
    assert read == []
    assert sys.modules["used"].Plain.number == 7
    assert read == ["used"]
    used = sys.modules["used"]
    assert issubclass(deriver.Mine, used.Thing)
    assert deriver.Thing is used.Thing
    mine = deriver.Mine(5)
    assert (mine.number, mine.greet()) == (5, "hello from mine")


def test_a_module_in_a_late_package_is_found(read: list[str]) -> None:
    import_late("pack")
    assert read == []
    assert importlib.import_module("pack.part").value == 3
    assert read == ["pack"]
    assert importlib.import_module("pack").inside == 1


def test_what_a_late_module_lacks_is_told_as_ever() -> None:
    with pytest.raises(AttributeError, match="module 'used' has no attribute 'nothing'"):
        _ = import_late("user").used.nothing


def test_threads_that_use_it_at_once_get_the_same(read: list[str]) -> None:
    user = import_late("user")
    used, start, got = user.used, threading.Barrier(8), []

    def use() -> None:
        start.wait()
        got.append(used.Plain())

    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert read == ["used"]
    assert {type(one) for one in got} == {sys.modules["used"].Plain}
