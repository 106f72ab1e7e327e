"""Write constraints.txt: every package that ``make`` installs, with the hashes of its files.

    .venv/bin/python tools/lock.py                  after a change of pyproject.toml
    .venv/bin/python tools/lock.py --upgrade        every package in its newest version
    .venv/bin/python tools/lock.py --upgrade babel  these packages only

uv (``pipx install uv``) resolves, for every system and every Python that the program runs with at
once, and asks the index for the hashes. Versions stay as they are, unless they have to change.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "constraints.txt"
HEAD = """\
# Written by tools/lock.py. The versions that the tests are run with, and the hashes of their files:
# `make` installs these, and nothing that has another hash. An installed program takes whatever the
# bounds in pyproject.toml admit.
#
# What the program runs with and is built with:
"""
DEVELOPMENT = "# What it is developed with:\n"
"""Where the second part begins; tools/set-up.sh looks for it."""

Packages = dict[str, str]
"""By name: a package's lines in the lock."""


def packages(lock: str) -> Packages:
    """Split a lock into its packages."""
    blocks = re.findall(r"^[^#\s].*(?:\n[ \t].*)*\n", lock, re.MULTILINE)
    return {block.partition("==")[0]: block for block in blocks}


def resolve(wanted: Iterable[str], kept: Iterable[str]) -> Packages:
    """Have uv resolve requirements, with the ``kept`` versions as constraints."""
    uv = shutil.which("uv")
    if uv is None:
        raise SystemExit("lock: this needs uv, which is not on PATH. Install it: pipx install uv")
    with tempfile.TemporaryDirectory() as folder:
        asked, constraints = Path(folder) / "asked.in", Path(folder) / "kept.txt"
        asked.write_text("\n".join(wanted), encoding="utf-8")
        constraints.write_text("\n".join(kept), encoding="utf-8")
        command = [uv, "pip", "compile", str(asked), "--constraint", str(constraints)]
        command += ["--universal", "--python-version", "3.11", "--only-binary", ":all:"]
        command += ["--generate-hashes", "--no-header", "--no-annotate", "--quiet", "--no-config"]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit("lock: uv could not resolve it; its message is above.")
    return packages(done.stdout)


def pins(locked: Packages) -> list[str]:
    """Return requirements of the versions in a lock, without their hashes."""
    return [block.partition(" \\")[0] for block in locked.values()]


def main() -> None:
    parser = argparse.ArgumentParser(description="Write constraints.txt anew.")
    parser.add_argument("--upgrade", nargs="*", metavar="PACKAGE")
    upgrade = parser.parse_args().upgrade
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    run = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    known = packages(LOCK.read_text(encoding="utf-8"))
    if upgrade is not None:
        known = {name: lines for name, lines in known.items() if upgrade and name not in upgrade}
    whole = resolve([*run, *project["dependency-groups"]["dev"]], pins(known))
    first = resolve(run, pins(whole))
    rest = {name: lines for name, lines in whole.items() if name not in first}
    LOCK.write_text(
        HEAD + "".join(first.values()) + "\n" + DEVELOPMENT + "".join(rest.values()),
        encoding="utf-8",
    )
    sys.stderr.write(f"{len(first)} packages to run with, {len(rest)} to develop with\n")


if __name__ == "__main__":
    main()
