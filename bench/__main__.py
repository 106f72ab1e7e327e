"""Runs every measure, or those named: ``python -m bench start``."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import bench

NOT_MEASURES = {"__main__", "corpus", "inflected", "inflected_words", "many", "terminal"}
"""Modules that do not measure, but write something to measure with, or drive what is measured."""


def main(names: list[str]) -> int:
    names_found = {module.name for module in pkgutil.iter_modules(bench.__path__)}
    known = sorted(names_found - NOT_MEASURES)
    if unknown := sorted(set(names) - set(known)):
        print(f"No measure {', '.join(unknown)}. There are: {', '.join(known)}.", file=sys.stderr)
        return 2
    codes = []
    for name in names or known:
        print(f"== {name}", flush=True)
        # Each in a process of its own, so that none runs on what another has loaded.
        codes.append(
            subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode
        )
    return max(codes)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
