"""A late import is proven, not promised: a fresh process imports, and its modules are looked at."""

from __future__ import annotations

import subprocess
import sys

from tests.project.conftest import ROOT

PROBE = """
import importlib, sys
heavy, *modules = sys.argv[1:]
for module in modules:
    importlib.import_module(module)
    for name in heavy.split():
        if name in sys.modules:
            sys.exit(f"{module} loads {name}")
"""


def what_is_heavy(modules: list[str], heavy: str) -> str:
    """Import ``modules`` in a fresh process; what it says of the first of ``heavy`` that is loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, heavy, *modules],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr


def modules_below_the_screen() -> list[str]:
    found = []
    for path in sorted((ROOT / "reader").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        if parts[1] not in ("tui", "__main__"):
            found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def test_nothing_below_the_screen_loads_textual() -> None:
    modules = modules_below_the_screen()
    assert {"reader.main", "reader.cli", "reader.terms"} <= set(modules)
    assert what_is_heavy(modules, "textual rich") == ""


def test_a_start_loads_no_library_before_it_needs_one() -> None:
    # The face of every room, and the nouns and places that all of them share.
    faces = [name for name in modules_below_the_screen() if name.count(".") <= 1]
    faces += ["reader.language.messages", "reader.language.locales", "reader.language.catalogs"]
    assert what_is_heavy(faces, "textual rich babel yaml pymorphy3") == ""


OPENING = """
import sys, types
from reader import tui

class Stop(Exception):
    pass

def open_it(launch):
    raise Stop

sys.modules["reader.tui.app"] = types.SimpleNamespace(ReaderApp=open_it)
try:
    tui.run(types.SimpleNamespace(collection=None, builder=None))
except Stop:
    del sys.modules["reader.tui.app"]
import reader.tui.app
if loaded := {"_ssl", "_bz2", "_lzma"} & sys.modules.keys():
    sys.exit(f"{loaded} are loaded")
import asyncio, bz2, lzma, ssl
ssl.create_default_context()
asyncio.run(asyncio.sleep(0))
"""


def test_the_screen_opens_without_what_it_never_uses_which_is_there_for_whoever_needs_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPENING], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0


SETTLED = """
import asyncio, sys
from reader.dossiers import paths
from reader.launch import LaunchOptions
from tests.tui import opened

async def open_it():
    launch = LaunchOptions(opened.indexed(paths.builtin()), language="en")
    async with opened.at_first_frame(launch) as (app, pilot):
        for key in "JKL":
            await pilot.press(key)
            await opened.at_rest(app, pilot)
            app.main.verdicts.look(at_once=True)
            await opened.at_rest(app, pilot)
            assert app.main.texts.verdicts
    rooms = "reader.facts", "reader.verifying", "reader.drafting"
    if loaded := [name for name in sys.modules if name.startswith(rooms)]:
        sys.exit(f"{loaded} are loaded")

asyncio.run(open_it())
"""


def test_reading_loads_none_of_the_rules_that_claims_are_verified_by() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SETTLED], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0
