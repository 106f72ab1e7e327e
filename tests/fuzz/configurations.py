"""The configuration: TOML with anything in it, and the keys that it gives to commands."""

from __future__ import annotations

import tomllib
from pathlib import Path

from reader import settings
from reader.language import interface
from reader.tui.keys import names
from reader.tui.keys.keymap import keymap
from tests.fuzz import mutation, outputs
from tests.fuzz.machine import run, unchanged
from tests.fuzz.target import Target

SOUND = """\
# My settings
language = "ru"
theme = "dark"
measure = 78
animations = false
citation_format = "text"

[keys]
quit = "q, ctrl+q"
find = "/"
help = "question_mark, f1"
"""
SEEDS = (
    SOUND.encode(),
    SOUND.replace("\n", "\r\n").encode(),
    "\ufeffmeasure = 80\n".encode(),
    b"",
)
TOKENS = tuple(
    token.encode()
    for token in (
        *('language = "zz"\n', 'language = "\\u001b[2J"\n', 'theme = "x"\n', "measure = 1e9\n"),
        *("measure = true\n", "measure = " + "9" * 5000 + "\n", "a." * 2000 + "b = 1\n", "[" * 900),
        *("[keys]\n", "[[keys]]\n", 'quit = ""\n', 'quit = "ctrl+й, ё"\n', 'find = "q"\n', "'''", '"""'),
        *('"a\\u202eb" = 1\n', "keys = 1\n", 'keys = {"a b" = "c"}\n', '"" = "x"\n', "x = 1979-05-27\n"),
        *("nan", "inf", "0x", "1_0", "={", "=[", "\\u", "\\U00110000", "ctrl+", "+", ",", "comma"),
    )
)  # fmt: skip
_inputs = mutation.mutated(SEEDS, TOKENS)


def _check(data: bytes, _folder: Path) -> None:
    file = settings.path()
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    with unchanged(file.parent):
        found = settings.load()
        listed = run("config")
        assert run("list").code == 0
    in_force, unusable = keymap(found)
    for problem in (*found.problems, *unusable):
        outputs.harmless(interface.describe(problem).encode())
    # What it prints is a configuration: the same one, without what was wrong.
    assert listed.code == (2 if found.problems or unusable else 0)
    tomllib.loads(listed.out.decode())
    file.write_bytes(listed.out)
    again = settings.load()
    assert again.problems == ()
    assert again._replace(key_lines={}) == found._replace(key_lines={}, problems=())
    for keys in in_force.values():
        for key in keys:
            outputs.harmless(names.key_name(key).encode("utf-8", "surrogatepass"))


TARGET = Target("settings", _inputs, _check)
