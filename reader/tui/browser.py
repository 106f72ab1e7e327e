"""Open an address in the browser, without a sign of it on the screen."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys

from reader.language.addresses import in_ascii, is_web_address

_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
_SECONDS = 10
"""How long it is waited for what the browser says. One that is still at work is there."""
_BEAT = 0.05


async def opened(address: str) -> bool:
    """Have the browser open an address; return False where there is none, or it refuses.

    Only http and https are opened. A process of its own does it: a browser may write to its
    terminal. One that needs a terminal finds none, and is not a browser for this.
    """
    if not is_web_address(address):
        return False
    environment = {name: value for name, value in os.environ.items() if name != "TERM"}
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", _OPEN, in_ascii(address)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,  # it outlives the program
        )
    except OSError:
        return False
    for _ in range(int(_SECONDS / _BEAT)):
        if (code := process.poll()) is not None:
            return code == 0
        await asyncio.sleep(_BEAT)
    return True
