"""Programs of the system that a test puts its own in place of."""

from __future__ import annotations

from pathlib import Path


def tool(folder: Path, name: str, script: str) -> None:
    """Put a program into ``folder``: a script of the shell."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
