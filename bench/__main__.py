"""Runs every measure, or those named, and prints a line a figure."""

from __future__ import annotations

import importlib
import pkgutil
import platform
import sys

import bench


def main(names: list[str]) -> int:
    known = sorted(module.name for module in pkgutil.iter_modules(bench.__path__))
    known.remove("__main__")
    if unknown := set(names) - set(known):
        print(
            f"No such measure: {', '.join(unknown)}. There are: {', '.join(known)}.",
            file=sys.stderr,
        )
        return 2
    print(f"Python {platform.python_version()}, {platform.machine()}")
    for name in names or known:
        for figure in importlib.import_module(f"bench.{name}").measure():
            print(f"{figure.what:<56} {figure.value:>12}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
