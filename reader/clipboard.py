"""The system's clipboard, by the tool that serves it."""

from __future__ import annotations

import os
import shutil
import subprocess

TIMEOUT = 20.0
"""Seconds that a tool may take."""


def copy(text: str) -> str | None:
    """Hand ``text`` to the system's own clipboard tool.

    Gives the tool's name, or ``None`` where none took it.
    """
    for command in _tools():
        try:
            done = subprocess.run(
                command,
                input=text.encode("utf-8", "backslashreplace"),
                # These tools stay behind to serve the clipboard: they must not hold our output.
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=TIMEOUT,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            continue
        if done.returncode == 0:
            return command[0]
    return None


def _tools() -> list[list[str]]:
    tools = [["pbcopy"]]
    if os.environ.get("WAYLAND_DISPLAY"):
        tools.append(["wl-copy"])
    if os.environ.get("DISPLAY"):
        tools += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    return [tool for tool in tools if shutil.which(tool[0])]
