"""How an extra of the program is installed where it runs: under pip, pipx or uv."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

DISTRIBUTION = "dossier-reader"


def how_to_install(extra: str) -> str:
    """Return the command that adds what an extra needs to the environment of this program.

    The program itself may have come from a folder: the command asks no index for it.
    """
    needed = shlex.join(_requirements(extra))
    environment = Path(sys.prefix)
    if (environment / "pipx_metadata.json").is_file():
        return f"pipx inject {shlex.quote(environment.name)} {needed}"
    python = shlex.quote(sys.executable or "python3")
    if _is_from_uv(environment):
        return f"uv pip install --python {python} {needed}"
    return f"{python} -m pip install {needed}"


def _is_from_uv(environment: Path) -> bool:
    """Tell whether uv made the environment, which then has no pip."""
    if (environment / "uv-receipt.toml").is_file():
        return True
    try:
        lines = (environment / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return any(line.partition("=")[0].strip() == "uv" for line in lines)


def _requirements(extra: str) -> list[str]:
    """Return what the extra requires, such as ``typst<0.16,>=0.14.9``."""
    from importlib import metadata

    try:
        declared = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        declared = []
    found = []
    for requirement in declared:
        name, _semicolon, condition = requirement.partition(";")
        if condition.replace(" ", "").replace("'", '"') == f'extra=="{extra}"':
            found.append(name.strip())
    return found or [f"{DISTRIBUTION}[{extra}]"]
