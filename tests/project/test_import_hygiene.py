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
    return done.stderr or ("" if done.returncode == 0 else f"ended with {done.returncode}")


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
import sys
from reader import tui

tui.import_app()
if read := [name for name in tui.LATER if "__file__" in vars(sys.modules[name])]:
    sys.exit(f"{read} are read")
"""

LATER = """
import sys
from reader import late, tui

tui.import_app()
theme = sys.modules["textual.theme"]
for name, names in tui.LATER.items():
    sys.modules[name].__file__
    module = sys.modules[name]
    if isinstance(module, late._Module):
        sys.exit(f"{name} is not read when it is used")
    for given in names.split():
        getattr(module, given.removesuffix(late.BASE))
for importer in list(sys.modules.values()):
    for key, value in vars(importer).items():
        if isinstance(value, (late._Module, late._Name)):
            sys.exit(f"{key} of {importer} is not the real one")
if not issubclass(theme.ThemeProvider, sys.modules["textual.command"].Provider):
    sys.exit("A class that was derived before has no base")
"""

USED = """
import asyncio, ssl
from reader import tui

tui.import_app()
ssl.create_default_context()
asyncio.run(asyncio.sleep(0))
from textual.app import App
from textual.command import CommandPalette

class Shows(App):
    async def on_mount(self):
        self.action_command_palette()

async def use():
    app = Shows()
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette), app.screen
        await pilot.press("escape")

asyncio.run(use())
"""


def run(code: str) -> str:
    """What a fresh process writes to standard error, or how it ends if not well."""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stderr or ("" if done.returncode == 0 else f"ended with {done.returncode}")


def test_the_screen_opens_without_what_its_first_frame_never_uses() -> None:
    assert run(OPENING) == ""


def test_whoever_needs_later_what_was_not_read_has_all_of_it() -> None:
    assert run(LATER) == ""


def test_what_was_not_read_works_when_it_is_used() -> None:
    assert run(USED) == ""


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
    assert run(SETTLED) == ""
