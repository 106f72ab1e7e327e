"""How to install a package beside the program, as the program itself was installed."""

from __future__ import annotations

import importlib.util
import shlex
import sys
from pathlib import Path


def install_command(package: str) -> str:
    """Return the command that installs a package where this program runs."""
    environment = Path(sys.prefix)
    if "pipx" in environment.parts:
        return f"pipx inject {shlex.quote(environment.name)} {package}"
    python = shlex.quote(sys.executable)
    if importlib.util.find_spec("pip") is None:
        return f"uv pip install --python {python} {package}"
    return f"{python} -m pip install {package}"
